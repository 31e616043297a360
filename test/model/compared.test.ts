import { describe, expect, test } from 'vitest';
import { dayFromIso } from '../../src/domain/day.ts';
import { knowledge, NO_EXCEPTION } from '../../src/model/cells.ts';
import { comparedRows } from '../../src/model/compare.ts';
import { estimatedCells } from '../../src/model/estimate.ts';
import { Findings } from '../../src/model/findings.ts';
import { estimateSide, outcomeSide, type Side } from '../../src/model/side.ts';
import { month } from './history-of.ts';
import { read } from './tables-of.ts';

/** Each new decision of JOB takes 3 + 0.2 · 2 = 3.4 hours. */
const SCHABLONS = [
  'JOB,,2021-01,collaboration_share,,0.2,invented',
  'JOB,,2021-01,base_hours,assess,3,invented',
  'JOB,,2021-01,collaboration_hours,talk,2,invented',
];
const ALL = ['collaboration_share', 'base_hours', 'collaboration_hours'];
const BEFORE = ['2022-01,JOB,Nord,400,40', '2022-01,JOB,Syd,600,30'];
const AFTER = ['2023-01,JOB,Nord,800,80', '2023-01,JOB,Syd,600,30'];
const STATISTICS = [...BEFORE, ...AFTER];
const MEASURED = ',collaboration_cases,base_hours,collaboration_hours';
const of = (programme: string, rows: readonly string[] = SCHABLONS): string[] =>
  rows.map((row) => row.replace('JOB', programme));
/** Regions and a national row of 2000 decisions, 200 of them new. */
const beside = (rows: readonly string[]): string[] => [...rows, `${rows[0]?.slice(0, 7)},JOB,Riket,2000,200`];

interface Compared {
  readonly statistics?: readonly string[];
  readonly more?: string;
  readonly forecasts?: readonly string[];
  readonly schablons?: readonly string[];
  readonly programmeCodes?: readonly string[];
  readonly programmes?: readonly string[];
  readonly regions?: readonly string[];
  /** The kind of the later side; the earlier one is an outcome. */
  readonly to?: 'estimate' | 'outcome';
  readonly asOf?: string;
}

const table = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

/** Programme, region and hours of each row; and what is found. The outcome of 2022-01 is compared with 2023-01. */
async function compared(told: Compared) {
  const data = await read({
    'statistics.csv': table(
      `month,programme,region,decisions,new_decisions${told.more ?? ''}`,
      told.statistics ?? STATISTICS,
    ),
    'forecasts.csv': table(
      'published,programme,region,period,decisions_per_month',
      told.forecasts ?? ['2022-10-28,JOB,,2023-01,1000'],
    ),
    'schablons.csv': table('programme,region,valid_from,measure,step,value,source', told.schablons ?? SCHABLONS),
    ...(told.programmeCodes === undefined ? {} : { 'programmes.csv': table('code,programme', told.programmeCodes) }),
  });
  expect(data.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const asOf = told.asOf === undefined ? null : dayFromIso(told.asOf);
  const known = knowledge(data.tables, asOf);
  const [programmes, regions] = [told.programmes ?? null, told.regions ?? null];
  const later = month('2023-01');
  const estimate = (): Side => {
    const order = { months: [later], programmes: null, regions, asOf, except: NO_EXCEPTION, schablonMaxAgeYears: 9 };
    const rows = estimatedCells(known, order, new Findings()).map(({ row }) => row);
    return estimateSide(later, asOf, rows, known.schablons);
  };
  const to = told.to === 'estimate' ? estimate() : outcomeSide(later, asOf, known);
  const findings = new Findings();
  const order = { from: outcomeSide(month('2022-01'), asOf, known), to, programmes, regions };
  const rows = comparedRows(order, 'shapley', findings);
  const hours = (value: number): number => Number(value.toFixed(6));
  const plain = (all: readonly { readonly code: string; readonly facts: object }[]) =>
    all.map(({ code, facts }) => [code, facts]);
  return {
    rows: rows.map((row) => [row.programme, row.region, hours(row.from.totalHours), hours(row.to.totalHours)]),
    errors: plain(findings.errors),
    warnings: plain(findings.warnings),
    notes: plain(findings.notes).filter(([code]) => code !== 'outcome-from-schablons'),
    uses: plain(findings.notes).filter(([code]) => code === 'outcome-from-schablons'),
  };
}

type Expected = readonly (readonly [string, object])[];
type Row = readonly [string, string | null, number, number];
interface Found {
  readonly rows?: readonly Row[];
  readonly errors?: Expected;
  readonly warnings?: Expected;
  readonly notes?: Expected;
}

const NORD: Row = ['JOB', 'Nord', 136, 272];
const SYD: Row = ['JOB', 'Syd', 102, 102];
const NAME = { kind: 'outcome', asOf: null } as const;
const UGA = { statistics: [...STATISTICS, ...of('UGA', STATISTICS)], schablons: [...SCHABLONS, ...of('UGA')] };

const SITUATIONS: readonly (readonly [string, Compared, Found])[] = [
  ['two months of the same regions', {}, { rows: [NORD, SYD] }],
  ['one region of them', { regions: ['Syd'] }, { rows: [SYD] }],
  [
    'schablons that begin with the later month',
    { schablons: SCHABLONS.map((row) => row.replace('2021', '2023')) },
    {
      rows: [NORD, SYD],
      notes: [
        ['schablons-of-other-month', { programmes: ['JOB'], month: '2022-01', otherMonth: '2023-01', measures: ALL }],
      ],
    },
  ],
  [
    'a month that lacks a region, and nothing else to compare',
    { statistics: [...BEFORE, AFTER[0] as string, '2023-02,JOB,Syd,1,0'] },
    {
      errors: [
        [
          'outcome-missing',
          {
            month: '2023-01',
            names: ['JOB'],
            programmes: ['JOB (Syd)'],
            held: ['2022-01', '2022-01'],
            asOf: null,
          },
        ],
      ],
    },
  ],
  [
    'the same beside a programme that is whole',
    {
      ...UGA,
      statistics: [...BEFORE, AFTER[0] as string, '2023-02,JOB,Syd,1,0', ...of('UGA', STATISTICS)],
    },
    {
      rows: [
        ['UGA', 'Nord', 136, 272],
        ['UGA', 'Syd', 102, 102],
      ],
      warnings: [
        [
          'outcome-missing',
          {
            month: '2023-01',
            names: ['JOB'],
            programmes: ['JOB (Syd)'],
            held: ['2022-01', '2022-01'],
            asOf: null,
          },
        ],
      ],
    },
  ],
  [
    'a programme that has begun, and one that has ended',
    {
      statistics: [...STATISTICS, '2023-01,UGA,Nord,10,10', '2022-01,KUR,Nord,20,20'],
      schablons: [...SCHABLONS, ...of('UGA'), ...of('KUR')],
    },
    {
      rows: [NORD, SYD, ['KUR', 'Nord', 68, 0], ['UGA', 'Nord', 0, 34]],
      warnings: [
        ['programme-on-one-side', { programme: 'KUR', month: '2023-01', why: 'ended', since: '2022-01' }],
        ['programme-on-one-side', { programme: 'UGA', month: '2022-01', why: 'begins', since: '2023-01' }],
      ],
    },
  ],
  [
    'a region that the later year has nowhere',
    { statistics: [...BEFORE, AFTER[0] as string] },
    {
      rows: [NORD, ['JOB', 'Syd', 102, 0]],
      warnings: [
        ['regions-on-one-side', { programme: 'JOB', regions: ['Syd'], month: '2023-01', otherMonth: '2022-01' }],
      ],
    },
  ],
  [
    'a code that the later year has nowhere',
    {
      statistics: ['2022-01,104,Nord,200,20', '2022-01,105,Nord,200,20', '2023-01,104,Nord,800,80'],
      programmeCodes: ['104,JOB', '105,JOB'],
    },
    {
      rows: [NORD],
      warnings: [
        ['codes-on-one-side', { programme: 'JOB', codes: ['105 (Nord)'], month: '2023-01', otherMonth: '2022-01' }],
      ],
    },
  ],
  [
    'nothing of codes beside a row of the whole programme',
    {
      statistics: ['2022-01,104,Nord,200,20', '2022-01,105,Nord,200,20', '2023-01,JOB,Nord,800,80'],
      programmeCodes: ['104,JOB', '105,JOB'],
    },
    { rows: [NORD] },
  ],
  [
    'regions that are half of the nation in both months',
    { statistics: [...beside(BEFORE), ...beside(AFTER.map((row) => row.replace('800', '400')))] },
    {
      rows: [NORD, SYD],
      notes: [
        ['regions-part-of-nation', { programme: 'JOB', month: '2022-01', share: 0.5 }],
        ['regions-part-of-nation', { programme: 'JOB', month: '2023-01', share: 0.5 }],
      ],
    },
  ],
  [
    'fewer regions than the other month has, beside a national row: then the nations',
    { statistics: [...beside(BEFORE.slice(0, 1)), ...beside(AFTER)] },
    { rows: [['JOB', null, 680, 680]], notes: [['compared-as-nation', { programme: 'JOB' }]] },
  ],
  [
    'a nation without regions against regions: their sum',
    { statistics: ['2022-01,JOB,Riket,1000,70', ...AFTER] },
    { rows: [['JOB', null, 238, 374]] },
  ],
  [
    'regions asked for where a month has none',
    { statistics: ['2022-01,JOB,Riket,1000,70', ...AFTER], regions: ['Nord'] },
    { errors: [['no-regions-in-statistics', { programme: 'JOB', month: '2022-01' }]] },
  ],
  [
    'regions that no month has',
    { regions: ['Väst'] },
    { errors: [['regions-without-cells', { regions: ['Väst'], month: '2023-01' }]] },
  ],
  [
    'neither schablons nor measured hours',
    { schablons: SCHABLONS.map((row) => row.replace('2021', '2030')) },
    {
      errors: [
        [
          'nothing-to-compare',
          { from: { ...NAME, month: '2022-01' }, to: { ...NAME, month: '2023-01' }, uncovered: ['JOB'] },
        ],
      ],
      notes: [['programmes-without-schablons', { programmes: ['JOB'] }]],
    },
  ],
  [
    'the same of a programme that was asked for',
    { schablons: SCHABLONS.map((row) => row.replace('2021', '2030')), programmes: ['JOB'] },
    { errors: [['programme-without-schablons', { programme: 'JOB' }]] },
  ],
  [
    'an estimate: D = 1000, of which Nord 400 and Syd 600, N = 40 and 30',
    { to: 'estimate', statistics: BEFORE },
    { rows: [['JOB', 'Nord', 136, 136], SYD] },
  ],
  [
    'a programme that was not estimated',
    { ...UGA, to: 'estimate' },
    { rows: [['JOB', 'Nord', 136, 136], SYD], notes: [['programmes-not-estimated', { programmes: ['UGA'] }]] },
  ],
  [
    'a programme asked for that was not estimated',
    { ...UGA, to: 'estimate', programmes: ['JOB', 'UGA'] },
    {
      rows: [['JOB', 'Nord', 136, 136], SYD],
      errors: [['programme-without-forecast', { programme: 'UGA', month: '2023-01' }]],
    },
  ],
  [
    'what was measured against an estimate',
    {
      to: 'estimate',
      more: MEASURED,
      statistics: ['2022-01,JOB,Nord,400,40,10,100,50'],
      forecasts: ['2022-10-28,JOB,,2023-01,400'],
    },
    {
      rows: [['JOB', 'Nord', 150, 136]],
      notes: [['measured-against-schablons', { programmes: ['JOB'], measured: '2022-01', estimated: '2023-01' }]],
    },
  ],
  [
    'regions that are forecast and had no decisions, by name: 100 at 7 % and 50 at 7 %',
    {
      to: 'estimate',
      statistics: [...BEFORE, '2021-06,JOB,Mitt,1,0', '2021-06,JOB,Väst,1,0'],
      forecasts: [
        ...['Syd,2023-01,600', 'Nord,2023-01,400', 'Väst,2023-01,50', 'Mitt,2023-01,100'].map(
          (rest) => `2022-10-28,JOB,${rest}`,
        ),
      ],
    },
    {
      rows: [['JOB', 'Mitt', 0, 23.8], ['JOB', 'Nord', 136, 136], SYD, ['JOB', 'Väst', 0, 11.9]],
      notes: [
        [
          'cells-on-one-side',
          {
            programme: 'JOB',
            regions: ['Mitt', 'Väst'],
            on: { kind: 'estimate', month: '2023-01', asOf: null },
            notOn: { ...NAME, month: '2022-01' },
          },
        ],
      ],
    },
  ],
  [
    'no collaboration in a month, and no schablon of its hours: 3 hours of each of 40',
    { schablons: ['JOB,,2021-01,collaboration_share,,0,invented', SCHABLONS[1] as string] },
    {
      rows: [
        ['JOB', 'Nord', 120, 240],
        ['JOB', 'Syd', 90, 90],
      ],
    },
  ],
  [
    'no collaboration counted in one month, and no schablon of its hours',
    {
      more: MEASURED,
      statistics: ['2022-01,JOB,Nord,400,40,0,100,', '2023-01,JOB,Nord,400,40,10,100,50'],
      schablons: SCHABLONS.slice(0, 2),
    },
    { rows: [['JOB', 'Nord', 100, 150]] },
  ],
  [
    'hours of which there are no cases',
    { more: MEASURED, statistics: ['2022-01,JOB,Nord,400,0,0,100,5', '2023-01,JOB,Nord,400,40,10,100,50'] },
    {
      rows: [['JOB', 'Nord', 105, 150]],
      errors: [
        [
          'hours-without-cases',
          { programme: 'JOB', region: 'Nord', month: '2022-01', measure: 'base_hours', hours: 100 },
        ],
        [
          'hours-without-cases',
          { programme: 'JOB', region: 'Nord', month: '2022-01', measure: 'collaboration_hours', hours: 5 },
        ],
      ],
    },
  ],
];

describe('a comparison has its rows, and tells with all its facts:', () => {
  test.each(SITUATIONS)('%s', async (_, told, expected) => {
    const { uses: _uses, ...found } = await compared(told);
    expect(found).toEqual({ rows: [], errors: [], warnings: [], notes: [], ...expected });
  });

  test('which schablons stand for what was not measured, programmes together where it is the same', async () => {
    const uses = (programmes: string[], ofMonth: string, measures = ALL) => [
      'outcome-from-schablons',
      { programmes, month: ofMonth, measures },
    ];
    expect((await compared(UGA)).uses).toEqual([uses(['JOB', 'UGA'], '2022-01'), uses(['JOB', 'UGA'], '2023-01')]);
    const statistics = ['2022-01,JOB,Nord,400,40,10,,50', '2023-01,JOB,Nord,400,40,,100,50'];
    expect((await compared({ more: MEASURED, statistics })).uses).toEqual([
      uses(['JOB'], '2022-01', ['base_hours']),
      uses(['JOB'], '2023-01', ['collaboration_share', 'collaboration_hours']),
    ]);
  });

  test.each([
    ['collaboration_share', 'no-collaboration-share'],
    ['base_hours', 'no-base-hours'],
    ['collaboration_hours', 'no-collaboration-hours'],
  ])('no %s in a region', async (measure, code) => {
    const schablons = SCHABLONS.map((row) => (row.includes(measure) ? row.replace('JOB,', 'JOB,Nord') : row));
    const { errors } = await compared({ schablons });
    expect(errors).toEqual(
      ['2022-01', '2023-01'].map((iso) => [code, { programme: 'JOB', region: 'Syd', month: iso }]),
    );
  });

  test('the day of what is known, where it lacks a month', async () => {
    const { errors } = await compared({ statistics: BEFORE, asOf: '2022-12-31' });
    expect(errors).toEqual([
      [
        'outcome-missing',
        { month: '2023-01', names: ['JOB'], programmes: ['JOB'], held: ['2022-01', '2022-01'], asOf: '2022-12-31' },
      ],
    ]);
  });
});
