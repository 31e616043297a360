import type { FORECASTS, PROGRAMMES, REGIONS, SCHABLONS, STATISTICS } from './columns.ts';

/** What a table and each of its columns say, with units, for other programs and the people who read about them there. */
interface TableMeaning<Key extends string> {
  readonly title: string;
  readonly columns: Readonly<Record<Key, string>>;
}

type MeaningOf<Spec extends { readonly columns: object }> = TableMeaning<keyof Spec['columns'] & string>;

interface Meanings {
  readonly forecasts: MeaningOf<typeof FORECASTS>;
  readonly statistics: MeaningOf<typeof STATISTICS>;
  readonly schablons: MeaningOf<typeof SCHABLONS>;
  readonly programmes: MeaningOf<typeof PROGRAMMES>;
  readonly regions: MeaningOf<typeof REGIONS>;
}

const PROGRAMME = 'A programme or its code.';
const LOW = 'The least, in the unit of the row; both low and high, or none.';
const HIGH = 'The most, in the unit of the row; both low and high, or none.';

export const MEANINGS: Meanings = {
  forecasts: {
    title: 'Expenditure forecasts (utgiftsprognoser)',
    columns: {
      published: 'Date of publication.',
      programme: PROGRAMME,
      region: 'A region; blank, Riket, Hela riket, 00 Riket, 00 or SE is the nation.',
      period: 'A month 2023-01, a quarter 2023-Q1 or 2023K1, or a year 2023.',
      decisions_per_month: 'Decisions in force a month, on average over the months of the period (decisions).',
      decisions: 'The sum of the counts of the months of the period (decisions).',
      expenditure: 'Expenditure in the period (SEK).',
      expenditure_tkr: 'Expenditure in the period (thousand SEK).',
      expenditure_mkr: 'Expenditure in the period (million SEK).',
      cost_per_decision: 'Cost (SEK per decision and month).',
      low: LOW,
      high: HIGH,
      source: 'Free text.',
    },
  },
  statistics: {
    title: 'Decision statistics (beslutsstatistik)',
    columns: {
      month: 'The month.',
      programme: PROGRAMME,
      region:
        'A region or its code; blank, Riket, Hela riket, 00 Riket, 00 or SE is the nation, never added to the regions.',
      decisions: 'Customers with a decision in force in the month, new and continuing (decisions).',
      new_decisions: 'Those of them who were not in the programme the month before (decisions).',
      expenditure: 'Outcome (SEK).',
      collaboration_cases: 'Outcome: collaboration cases among the new decisions (cases).',
      base_hours: 'Outcome: base hours measured for the new decisions (hours).',
      collaboration_hours: 'Outcome: collaboration hours measured for the new decisions (hours).',
      published:
        'Date of publication; of several rows for one key the latest counts; blank is the last day of the month.',
    },
  },
  schablons: {
    title: 'Standard rates (schabloner)',
    columns: {
      programme: PROGRAMME,
      region: 'A region; blank or the nation is for all regions that have no row of their own.',
      valid_from: 'The first month that counts.',
      valid_to: 'The last month that counts; blank is open.',
      measure:
        'What the row measures: collaboration_share (samverkansandel), base_hours (grundtimmar) or collaboration_hours (samverkanstimmar).',
      step: 'The work step of the two hour measures; blank for the share.',
      value: 'Hours per case, or a share 0–1.',
      low: LOW,
      high: HIGH,
      priority: 'must (måste) is bound by law or instruction, can (kan) by assessed need.',
      source: 'Who estimated it, how and when.',
      published: 'Date of publication.',
    },
  },
  programmes: {
    title: 'Programme codes (program)',
    columns: {
      code: 'A code as the files have it; several codes may make one programme.',
      programme: 'The programme; its own name counts as a code.',
      name: 'Free text.',
    },
  },
  regions: {
    title: 'Region codes (regioner)',
    columns: {
      code: 'A code of an office or municipality, or any other.',
      region: 'Its region.',
      name: 'Free text.',
    },
  },
};
