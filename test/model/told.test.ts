import { describe, expect, test } from 'vitest';
import { dayFromIso } from '../../src/domain/day.ts';
import { type Month, monthFromIso } from '../../src/domain/month.ts';
import { estimateCells, isEstimable, knowledge, NO_EXCEPTION } from '../../src/model/cells.ts';
import { Findings } from '../../src/model/findings.ts';
import { type Files, read } from './tables-of.ts';

/** JOB in Nord and Syd: N = 40 and 30 of D = 400 and 600, of which 1000 are forecast. */
const STATISTICS = ['2022-01,JOB,Nord,400,40', '2022-01,JOB,Syd,600,30'];
const FORECASTS = ['2022-10-28,JOB,,2023-01,1000'];
const SCHABLONS = [
  'JOB,,2021-01,collaboration_share,,0.2,invented',
  'JOB,,2021-01,base_hours,assess,3,invented',
  'JOB,,2021-01,collaboration_hours,talk,2,invented',
];
const of = (programme: string): string[] => SCHABLONS.map((row) => row.replace('JOB', programme));

interface Told {
  readonly statistics?: readonly string[];
  readonly forecasts?: readonly string[];
  readonly schablons?: readonly string[];
  readonly programmeCodes?: readonly string[];
  readonly regionCodes?: readonly string[];
  readonly month?: string;
  readonly programmes?: readonly string[];
  readonly regions?: readonly string[];
  readonly asOf?: string;
  readonly maxAge?: number;
  /** Of the forecasts, the column with the figure. */
  readonly quantity?: string;
  readonly spent?: boolean;
}

const table = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

function filesOf(told: Told): Files {
  const { statistics = STATISTICS, forecasts = FORECASTS, schablons = SCHABLONS, programmeCodes, regionCodes } = told;
  const spent = told.spent === true ? ',expenditure' : '';
  return {
    'statistics.csv': table(`month,programme,region,decisions,new_decisions${spent}`, statistics),
    'forecasts.csv': table(`published,programme,region,period,${told.quantity ?? 'decisions_per_month'}`, forecasts),
    'schablons.csv': table('programme,region,valid_from,measure,step,value,source', schablons),
    ...(programmeCodes === undefined ? {} : { 'programmes.csv': table('code,programme', programmeCodes) }),
    ...(regionCodes === undefined ? {} : { 'regions.csv': table('code,region', regionCodes) }),
  };
}

/** All that the model finds, with its facts: errors, warnings and notes, each in its order. */
async function found(told: Told) {
  const data = await read(filesOf(told));
  expect(data.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const asOf = told.asOf === undefined ? null : dayFromIso(told.asOf);
  const findings = new Findings();
  const order = {
    months: [monthFromIso(told.month ?? '2023-01') as Month],
    programmes: told.programmes ?? null,
    regions: told.regions ?? null,
    asOf,
    except: NO_EXCEPTION,
    schablonMaxAgeYears: told.maxAge ?? 5,
  };
  const cells = estimateCells(knowledge(data.tables, asOf), order, findings);
  const plain = (all: readonly { readonly code: string; readonly facts: object }[]) =>
    all.map(({ code, facts }) => [code, facts]);
  const [errors, warnings, notes] = [findings.errors, findings.warnings, findings.notes].map(plain);
  return { cells, errors, warnings, notes, places: findings.warnings.map(({ file, line }) => [file, line]) };
}

const JOB = { programme: 'JOB', month: '2023-01' } as const;
const REFERENCE = { programme: 'JOB', month: '2022-01' } as const;
const ETP = { programme: 'ETP', month: '2023-01' } as const;
const TWO_CODES = { programmeCodes: ['104,ETP', '105,ETP'], schablons: of('ETP') };
const REGIONAL = ['2022-10-28,JOB,Nord,2023-01,400', '2022-10-28,JOB,Syd,2023-01,600'];
const QUARTER = ['2022-01', '2022-02', '2022-03'].map((month) => `${month},JOB,Nord,100,10`);
const riket = (decisions: number): string[] => [...STATISTICS, `2022-01,JOB,Riket,${decisions},70`];
const national = (decisions: number): string[] => [`2022-10-28,JOB,,2023-01,${decisions}`];

type Expected = readonly (readonly [string, object])[];
type Situation = readonly [string, Told, { errors?: Expected; warnings?: Expected; notes?: Expected }];

const far = (ratio: number): Expected => [
  ['forecast-far-from-last-year', { ...JOB, referenceMonth: '2022-01', ratio }],
];

const VOLUME: readonly Situation[] = [
  ['nothing of sound tables', {}, {}],
  ['no month to refer to', { statistics: ['2022-02,JOB,Nord,400,40'] }, { errors: [['no-reference-month', JOB]] }],
  [
    'a reference month two years back',
    { statistics: STATISTICS.map((row) => row.replace('2022', '2021')) },
    { notes: [['reference-month-older', { ...JOB, referenceMonth: '2021-01' }]] },
  ],
  [
    'a month that lacks a region which its year has, so that the one before counts',
    {
      statistics: [
        '2021-01,JOB,Nord,1000,40',
        '2022-01,JOB,Nord,400,40',
        '2022-12,JOB,Syd,1,0',
        '2022-11,JOB,Mitt,1,0',
      ],
    },
    {
      warnings: [['month-incomplete', { ...REFERENCE, regions: ['Mitt', 'Syd'] }]],
      notes: [['reference-month-older', { ...JOB, referenceMonth: '2021-01' }]],
    },
  ],
  [
    'forecasts of two days',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Nord,400,40', '2022-01,105,Nord,600,30'],
      forecasts: ['2022-10-28,104,,2023-01,400', '2022-06-30,105,,2023-01,600'],
    },
    { notes: [['forecast-vintages-mixed', { ...ETP, published: ['2022-06-30', '2022-10-28'] }]] },
  ],
  [
    'a forecast of the whole beside its codes',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Nord,400,40', '2022-01,105,Nord,600,30'],
      forecasts: ['2022-10-28,ETP,,2023-01,900', '2022-10-28,105,,2023-01,50', '2022-10-28,104,,2023-01,50'],
    },
    { warnings: [['programme-beside-its-codes', { ...ETP, codes: ['104', '105'] }]] },
  ],
  [
    'a code whose forecast has ended',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Nord,800,80', '2022-01,105,Nord,200,20'],
      forecasts: ['2022-10-28,104,,2023-01,800', '2022-10-28,105,,2022-12,200'],
    },
    { warnings: [['codes-left-out', { ...ETP, codes: ['105'] }]] },
  ],
  [
    'regional forecasts that leave a region out',
    { forecasts: ['2022-10-28,JOB,Nord,2023-01,400'] },
    { errors: [['forecast-regions-missing', { ...JOB, published: '2022-10-28', regions: ['Syd'] }]] },
  ],
  ['nothing where that region was not asked for', { forecasts: REGIONAL.slice(0, 1), regions: ['Nord'] }, {}],
  ['nothing of a national row 0.5 % beside its regions', { forecasts: [...REGIONAL, ...national(1005)] }, {}],
  [
    'a national row that is more than 0.5 % above its regions',
    { forecasts: [...REGIONAL, ...national(1006)] },
    { notes: [['national-forecast-differs', { ...JOB, national: 1006, regional: 1000 }]] },
  ],
  [
    'a national row that is more than 0.5 % below its regions',
    { forecasts: [...REGIONAL, ...national(995)] },
    { notes: [['national-forecast-differs', { ...JOB, national: 995, regional: 1000 }]] },
  ],
  [
    'nothing of that where one region was asked for',
    { forecasts: [...REGIONAL, ...national(9)], regions: ['Nord'] },
    {},
  ],
  [
    'regions asked for where the statistics have none',
    { statistics: ['2022-01,JOB,Riket,1000,70'], regions: ['Nord'] },
    { errors: [['no-regions-in-statistics', REFERENCE]] },
  ],
  [
    'a national forecast that nothing splits',
    { statistics: ['2022-01,JOB,Nord,0,0', '2022-01,JOB,Syd,0,0'] },
    { errors: [['no-regional-split', REFERENCE]] },
  ],
  [
    'regions that are a part of the nation',
    { statistics: riket(1250) },
    { notes: [['regions-part-of-nation', { ...REFERENCE, share: 0.8 }]] },
  ],
  [
    'regions that exceed the nation',
    { statistics: riket(500) },
    { warnings: [['regions-exceed-nation', { ...REFERENCE, excessShare: 1 }]] },
  ],
  ['twice the sum of the regions', { forecasts: national(2000) }, { warnings: far(2) }],
  [
    'more than twice the sum of the regions',
    { forecasts: national(2500) },
    { errors: [['statistics-cover-too-little', { ...JOB, referenceMonth: '2022-01', ratio: 2.5 }]] },
  ],
  ['nothing of 1.5 times the sum of the regions', { forecasts: national(1500) }, {}],
  ['1.75 times the sum of the regions', { forecasts: national(1750) }, { warnings: far(1.75) }],
  ['nothing of 0.67 times the sum of the regions', { forecasts: national(670) }, {}],
  ['half the sum of the regions', { forecasts: national(500) }, { warnings: far(0.5) }],
  ['nothing of twice the national row', { statistics: riket(1000), forecasts: national(2000) }, {}],
  ['2.5 times the national row', { statistics: riket(1000), forecasts: national(2500) }, { warnings: far(2.5) }],
  ['nothing of half the national row', { statistics: riket(1000), forecasts: national(500) }, {}],
  ['a quarter of the national row', { statistics: riket(1000), forecasts: national(250) }, { warnings: far(0.25) }],
  [
    'regional forecasts of 2.5 times the regions’ own',
    { forecasts: ['2022-10-28,JOB,Nord,2023-01,1500', '2022-10-28,JOB,Syd,2023-01,1000'] },
    { warnings: far(2.5) },
  ],
  [
    'the same of the one region that was asked for',
    { forecasts: ['2022-10-28,JOB,Nord,2023-01,1200', '2022-10-28,JOB,Syd,2023-01,600'], regions: ['Nord'] },
    { warnings: far(3) },
  ],
  [
    'a region without decisions has the share of the nation',
    {
      statistics: ['2022-01,JOB,Nord,1000,70', '2022-01,JOB,Syd,0,0'],
      forecasts: ['2022-10-28,JOB,Nord,2023-01,990', '2022-10-28,JOB,Syd,2023-01,10'],
    },
    { notes: [['national-new-share', { ...JOB, region: 'Syd', referenceMonth: '2022-01' }]] },
  ],
  [
    'no share of new decisions anywhere',
    { statistics: ['2022-01,JOB,Nord,0,0', '2022-01,JOB,Syd,0,0'], forecasts: REGIONAL },
    {
      errors: ['Nord', 'Syd'].map((region) => [
        'no-new-share',
        { programme: 'JOB', region, referenceMonth: '2022-01' },
      ]),
    },
  ],
  [
    'nothing of a national row beside the one regional row that was asked for',
    { forecasts: [...REGIONAL.slice(0, 1), ...national(1000)], regions: ['Nord'] },
    {},
  ],
  [
    'no year to refer to, where no region of it was asked for, is not told',
    { forecasts: ['2022-10-28,JOB,,2023-Q1,1000'], regions: ['Väst'] },
    {
      errors: [['regions-without-cells', { regions: ['Väst'], month: '2023-01' }]],
      notes: [['region-not-estimated', { ...JOB, region: 'Väst' }]],
    },
  ],
  [
    'nothing of a code that is forecast for the nation beside one that is for its region',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Nord,500,40', '2022-01,105,Nord,500,30'],
      forecasts: ['2022-10-28,104,,2023-01,500', '2022-10-28,105,Nord,2023-01,500'],
    },
    {},
  ],
  [
    'nothing of a region that a code leaves out where it has no decisions itself',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Nord,400,40', '2022-01,104,Syd,0,0', '2022-01,105,Syd,600,30'],
      forecasts: ['2022-10-28,104,Nord,2023-01,400', '2022-10-28,105,Syd,2023-01,600'],
    },
    {},
  ],
  [
    'a whole programme that leaves out a region of one of its codes',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Nord,400,40', '2022-01,105,Syd,600,30'],
      forecasts: ['2022-10-28,ETP,Nord,2023-01,400'],
    },
    { errors: [['forecast-regions-missing', { ...ETP, published: '2022-10-28', regions: ['Syd'] }]] },
  ],
];

const CONTROL: readonly Situation[] = [
  [
    'nothing of a national row that has the codes of its regions',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Riket,1000,70', '2022-01,104,Nord,1000,70'],
      forecasts: ['2022-10-28,ETP,,2023-01,1000'],
    },
    {},
  ],
  [
    'a code that other months of the year have',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Nord,1000,40', '2022-12,104,Nord,1000,40', '2022-12,105,Nord,1,0'],
      forecasts: ['2022-10-28,ETP,,2023-01,1000'],
    },
    { notes: [['codes-missing', { programme: 'ETP', month: '2022-01', codes: ['105 (Nord)'] }]] },
  ],
  [
    'a month with its national row only',
    { statistics: ['2022-01,JOB,Riket,1000,70', '2022-12,JOB,Nord,400,40'] },
    { warnings: [['only-nation-in-month', REFERENCE]] },
  ],
  [
    'a national row that lacks a code',
    {
      ...TWO_CODES,
      statistics: ['2022-01,104,Riket,1000,70', '2022-01,104,Nord,700,70', '2022-01,105,Nord,300,30'],
      forecasts: ['2022-10-28,ETP,,2023-01,1000'],
    },
    { warnings: [['nation-lacks-codes', { programme: 'ETP', month: '2022-01', codes: ['105'] }]] },
  ],
  [
    'nothing of that where the row is of the whole programme',
    {
      ...TWO_CODES,
      statistics: ['2022-01,ETP,Riket,1000,70', '2022-01,104,Nord,700,70', '2022-01,105,Nord,300,30'],
      forecasts: ['2022-10-28,ETP,,2023-01,1000'],
    },
    {},
  ],
  [
    'a region beside its codes',
    {
      regionCodes: ['1480,Nord', '1490,Nord', '1280,Syd'],
      statistics: ['2022-01,JOB,1490,100,10', '2022-01,JOB,1480,100,10', ...STATISTICS],
    },
    { warnings: [['whole-beside-its-parts', { ...REFERENCE, whole: 'Nord', parts: ['1480', '1490'] }]] },
  ],
  [
    'a programme beside its codes',
    {
      ...TWO_CODES,
      statistics: ['2022-01,ETP,Nord,500,40', '2022-01,105,Syd,250,40', '2022-01,104,Nord,250,40'],
      forecasts: ['2022-10-28,ETP,,2023-01,1000'],
    },
    {
      warnings: [
        ['whole-beside-its-parts', { programme: 'ETP', month: '2022-01', whole: 'ETP', parts: ['104', '105'] }],
      ],
    },
  ],
  [
    'a programme beside its codes in the national row',
    {
      ...TWO_CODES,
      statistics: ['2022-01,ETP,Riket,500,40', '2022-01,104,Riket,500,40'],
      forecasts: ['2022-10-28,ETP,,2023-01,1000'],
    },
    { warnings: [['whole-beside-its-parts', { programme: 'ETP', month: '2022-01', whole: 'ETP', parts: ['104'] }]] },
  ],
  [
    'a forecast of a region beside its codes',
    {
      regionCodes: ['1480,Nord', '1280,Syd'],
      forecasts: [...REGIONAL, '2022-10-28,JOB,1480,2023-01,9'],
    },
    { warnings: [['whole-beside-its-parts', { ...JOB, whole: 'Nord', parts: ['1480'] }]] },
  ],
];

const SELECTION: readonly Situation[] = [
  [
    'a programme asked for that has neither schablons nor forecast',
    { programmes: ['JOB', 'UGA'] },
    {
      errors: [
        ['programme-without-schablons', { programme: 'UGA' }],
        ['programme-without-forecast', { programme: 'UGA', month: '2023-01' }],
      ],
    },
  ],
  [
    'a programme asked for that has schablons alone, and one that has a forecast alone',
    {
      programmes: ['UGA', 'KUR'],
      schablons: [...SCHABLONS, ...of('UGA')],
      forecasts: [...FORECASTS, '2022-10-28,KUR,,2023-01,10'],
    },
    {
      errors: [
        ['programme-without-schablons', { programme: 'KUR' }],
        ['programme-without-forecast', { programme: 'UGA', month: '2023-01' }],
      ],
    },
  ],
  [
    'programmes left out, by name, and what each of them lacks',
    {
      schablons: [...of('UGA'), ...SCHABLONS],
      forecasts: [...FORECASTS, '2022-10-28,KUR,,2023-01,10', '2022-10-28,OLD,,2022-01,10'],
    },
    {
      warnings: [
        ['programme-left-out', { programme: 'KUR', month: '2023-01', lacks: 'schablons' }],
        ['programme-left-out', { programme: 'UGA', month: '2023-01', lacks: 'forecast' }],
      ],
    },
  ],
  [
    'a month that no forecast reaches',
    { month: '2030-01', forecasts: [...FORECASTS, '2022-10-28,JOB,,2023-Q3,1000', '2022-10-28,KUR,,2040,1'] },
    { errors: [['no-forecast', { month: '2030-01', from: '2023-01', to: '2023-09', lacking: [] }]] },
  ],
  [
    'forecasts of programmes without schablons only',
    { forecasts: ['2022-10-28,KUR,,2023-01,10', '2022-10-28,ABC,,2023-01,10'] },
    { errors: [['no-forecast', { month: '2023-01', from: null, to: null, lacking: ['ABC', 'KUR'] }]] },
  ],
  [
    'forecasts that were published later',
    { asOf: '2022-10-27' },
    { errors: [['no-forecast', { month: '2023-01', from: null, to: null, lacking: [] }]] },
  ],
  [
    'regions that have no cell',
    { regions: ['Väst'] },
    {
      errors: [['regions-without-cells', { regions: ['Väst'], month: '2023-01' }]],
      notes: [['region-not-estimated', { ...JOB, region: 'Väst' }]],
    },
  ],
  [
    'a region that one programme has in other months, and one that it never has',
    {
      statistics: [
        ...STATISTICS,
        '2022-01,UGA,Riket,200,20',
        '2022-01,UGA,Nord,200,20',
        '2022-02,UGA,Mitt,100,10',
        '2022-02,UGA,Nord,100,10',
      ],
      forecasts: [...FORECASTS, '2022-10-28,UGA,,2023-01,200'],
      schablons: [...SCHABLONS, ...of('UGA')],
      regions: ['Nord', 'Syd', 'Mitt'],
    },
    {
      warnings: [['region-left-out', { programme: 'UGA', region: 'Mitt', month: '2023-01' }]],
      notes: [
        ['region-not-estimated', { programme: 'UGA', region: 'Syd', month: '2023-01' }],
        ['region-not-estimated', { programme: 'JOB', region: 'Mitt', month: '2023-01' }],
      ],
    },
  ],
];

const PERIOD: readonly Situation[] = [
  [
    'a quarter without a quarter to refer to',
    { forecasts: ['2022-10-28,JOB,,2023-Q1,1000'] },
    { errors: [['no-reference-year', { programme: 'JOB', period: '2023-Q1' }]] },
  ],
  [
    'a quarter that has no decisions in its reference year',
    { statistics: QUARTER.map((row) => row.replace('100,10', '0,0')), forecasts: ['2022-10-28,JOB,,2023-Q1,1000'] },
    { errors: [['no-seasonal-profile', { programme: 'JOB', period: '2022-Q1' }]] },
  ],
  [
    'a quarter that refers to two years back',
    {
      statistics: [...QUARTER.map((row) => row.replace('2022', '2021')), '2022-01,JOB,Nord,100,10'],
      forecasts: ['2022-10-28,JOB,,2023-Q1,100'],
    },
    { notes: [['reference-year-older', { programme: 'JOB', period: '2023-Q1', referencePeriod: '2021-Q1' }]] },
  ],
  [
    'a quarter whose reference year lacks a code',
    {
      ...TWO_CODES,
      statistics: [
        ...QUARTER.map((row) => row.replace('JOB', '104')),
        ...QUARTER.slice(0, 2).map((row) => row.replace('JOB', '105').replace('100,10', '50,5')),
      ],
      forecasts: ['2022-10-28,ETP,,2023-Q1,150'],
    },
    { notes: [['codes-missing', { programme: 'ETP', month: '2022-Q1', codes: ['105 (Nord)'] }]] },
  ],
  [
    'an amount without a cost',
    { quantity: 'expenditure', forecasts: ['2022-10-28,JOB,,2023-01,100000'] },
    { errors: [['no-cost-per-decision', { programme: 'JOB', period: '2023-01' }]] },
  ],
  [
    'an amount whose cost comes from statistics in which nothing was spent',
    {
      quantity: 'expenditure',
      spent: true,
      statistics: STATISTICS.map((row) => `${row},0`),
      forecasts: ['2022-10-28,JOB,,2023-01,100000'],
    },
    { errors: [['no-cost-per-decision', { programme: 'JOB', period: '2023-01' }]] },
  ],
  [
    'an amount whose cost comes from the statistics: 300 000 SEK on 1 000 decisions',
    {
      quantity: 'expenditure',
      spent: true,
      statistics: ['2022-01,JOB,Nord,400,40,100000', '2022-01,JOB,Syd,600,30,200000'],
      forecasts: ['2022-10-28,JOB,,2023-01,300000'],
    },
    {
      notes: [
        [
          'cost-from-statistics',
          { programme: 'JOB', period: '2023-01', referencePeriod: '2022-01', costPerDecisionSek: 300 },
        ],
      ],
    },
  ],
];

const WORKLOAD: readonly Situation[] = [
  [
    'no share, in no region',
    { schablons: SCHABLONS.slice(1) },
    { errors: ['Nord', 'Syd'].map((region) => ['no-collaboration-share', { ...JOB, region }]) },
  ],
  [
    'no base hours in one region',
    { schablons: [SCHABLONS[0] as string, 'JOB,Nord,2021-01,base_hours,assess,3,invented', SCHABLONS[2] as string] },
    { errors: [['no-base-hours', { ...JOB, region: 'Syd' }]] },
  ],
  [
    'no collaboration hours in the region that has a share',
    { schablons: [SCHABLONS[0] as string, 'JOB,Nord,2021-01,collaboration_share,,0,invented', SCHABLONS[1] as string] },
    { errors: [['no-collaboration-hours', { ...JOB, region: 'Syd' }]] },
  ],
];

describe('what an estimate tells, with all its facts:', () => {
  test.each([...VOLUME, ...CONTROL, ...SELECTION, ...PERIOD, ...WORKLOAD])('%s', async (_, told, expected) => {
    const { errors, warnings, notes } = await found(told);
    expect({ errors, warnings, notes }).toEqual({ errors: [], warnings: [], notes: [], ...expected });
  });

  test('cells stand by region, whatever the order of codes; one without decisions or forecast has its row', async () => {
    const { cells } = await found({
      regionCodes: ['11,Syd', '22,Nord', '33,Mitt'],
      statistics: ['2022-01,JOB,11,600,30', '2022-01,JOB,22,400,40', '2022-01,JOB,33,0,0'],
      forecasts: ['2022-10-28,JOB,11,2023-01,600', '2022-10-28,JOB,22,2023-01,400'],
    });
    expect(cells.map(({ region, volume }) => [region, volume.decisions])).toEqual([
      ['Mitt', 0],
      ['Nord', 400],
      ['Syd', 600],
    ]);
    const narrowed = await found({ regions: ['Nord'] });
    expect(narrowed.cells.map(({ region }) => region)).toEqual(['Nord']);
  });

  test('programmes that are not needed are not missed', async () => {
    const data = await read(filesOf({}));
    const findings = new Findings();
    const order = {
      months: [monthFromIso('2023-01') as Month],
      ...{ programmes: null, regions: null, asOf: null, schablonMaxAgeYears: 5 },
      except: new Set(['JOB']),
    };
    expect(estimateCells(knowledge(data.tables, null), order, findings)).toEqual([]);
    expect(findings.errors).toEqual([]);
  });

  test('a programme can be estimated where it has both schablons and a forecast of the month', async () => {
    const forecasts = [...FORECASTS, '2022-10-28,KUR,,2023-01,10'];
    const { tables } = await read(filesOf({ forecasts, schablons: [...SCHABLONS, ...of('UGA')] }));
    const known = knowledge(tables, null);
    const can = (programme: string, iso = '2023-01') => isEstimable(known, programme, monthFromIso(iso) as Month);
    expect([can('JOB'), can('KUR'), can('UGA'), can('JOB', '2023-02')]).toEqual([true, false, false, false]);
  });

  test('old schablons are told by their lines, not by the cells that they count in', async () => {
    const own = ['Syd', 'Nord'].map((region) => `JOB,${region},2021-01,base_hours,assess,3,invented`);
    const { warnings, places } = await found({ schablons: [...own, ...SCHABLONS], maxAge: 1 });
    expect(places.map(([, line]) => line)).toEqual([2, 3, 4, 6]);
    expect(warnings?.map(([, facts]) => (facts as { region: string | null }).region)).toEqual([
      'Syd',
      'Nord',
      ...[null, null],
    ]);
  });

  test('schablons that are old where they count, once each, at their lines', async () => {
    const old = { programme: 'JOB', region: null, validFrom: '2021-01', years: 2 };
    const { warnings, places } = await found({ maxAge: 1 });
    expect(warnings).toEqual([
      ['schablon-old', { ...old, measure: 'collaboration_share', step: null }],
      ['schablon-old', { ...old, measure: 'base_hours', step: 'assess' }],
      ['schablon-old', { ...old, measure: 'collaboration_hours', step: 'talk' }],
    ]);
    expect(places).toEqual([2, 3, 4].map((line) => ['schablons.csv', line]));
    expect((await found({ maxAge: 2 })).warnings).toEqual([]);
  });

  test('schablons without a source, counted by programme, at the first of them', async () => {
    const sourceless = [...SCHABLONS, ...of('UGA')].map((row) => row.replace(/(\d),invented$/, '$1,'));
    const { warnings, places } = await found({
      statistics: [...STATISTICS, '2022-01,UGA,Nord,100,10'],
      forecasts: [...FORECASTS, '2022-10-28,UGA,,2023-01,100'],
      schablons: ['JOB,,2021-01,base_hours,decide,1,known', ...sourceless],
    });
    expect(warnings).toEqual([
      ['schablon-without-source', { programme: 'JOB', count: 3 }],
      ['schablon-without-source', { programme: 'UGA', count: 3 }],
    ]);
    expect(places).toEqual([
      ['schablons.csv', 3],
      ['schablons.csv', 6],
    ]);
  });
});
