import { describe, expect, test } from 'vitest';
import { isoMonth } from '../../src/domain/month.ts';
import { knowledge } from '../../src/model/cells.ts';
import { coverageOf, nextMonth, schablonsInForce, watchAllMonths } from '../../src/model/coverage.ts';
import { Findings } from '../../src/model/findings.ts';
import { month } from './history-of.ts';
import { type Files, read } from './tables-of.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const MEASURED = ',collaboration_cases,base_hours,collaboration_hours';

const FILES: Files = {
  'programmes.csv': lines('code,programme', '105,ETP', '104,ETP', 'JOB,JOB', 'UGA,UGA', 'OLD,OLD'),
  'regions.csv': lines('code,region', '02,Syd', '03,Nord', '01,Nord'),
  'statistics.csv': lines(
    'month,programme,region,decisions,new_decisions',
    '2022-04,JOB,01,10,1',
    '2022-01,JOB,03,10,1',
    '2022-06,104,02,10,1',
    '2022-02,OLD,02,10,1',
  ),
  'forecasts.csv': lines(
    'published,programme,period,decisions',
    '2022-10-28,105,2022-Q3,300',
    '2022-06-30,JOB,2022-05,10',
    '2022-10-28,JOB,2022-09,10',
    '2022-10-28,UGA,2023-01,10',
  ),
  'schablons.csv': lines(
    'programme,region,valid_from,valid_to,measure,step,value,source',
    'JOB,,2021-01,,collaboration_share,,0.2,first',
    'JOB,Nord,2021-01,2022-06,base_hours,assess,3,',
    'JOB,,2022-05,,base_hours,decide,2,third',
    'JOB,,2021-01,,base_hours,assess,1,fourth',
    'ETP,,2022-07,,base_hours,assess,4,fifth',
  ),
};

async function known(changes: Readonly<Record<string, string>> = {}) {
  const { tables, problems } = await read({ ...FILES, ...changes });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { tables, known: knowledge(tables, null) };
}

describe('what the tables speak of', () => {
  test('is by name, with codes, months, gaps and published forecasts in their order', async () => {
    const all = await known();
    expect(coverageOf(all.tables, all.known)).toEqual({
      statistics: { from: '2022-01', to: '2022-06', gaps: ['2022-03', '2022-05'] },
      programmes: [
        {
          programme: 'ETP',
          codes: ['104', '105'],
          statistics: { from: '2022-06', to: '2022-06', gaps: [] },
          forecasts: { from: '2022-07', to: '2022-09', gaps: [] },
          schablons: 1,
        },
        {
          programme: 'JOB',
          codes: ['JOB'],
          statistics: { from: '2022-01', to: '2022-04', gaps: ['2022-02', '2022-03'] },
          forecasts: { from: '2022-05', to: '2022-09', gaps: ['2022-06', '2022-07', '2022-08'] },
          schablons: 4,
        },
        {
          programme: 'OLD',
          codes: ['OLD'],
          statistics: { from: '2022-02', to: '2022-02', gaps: [] },
          forecasts: null,
          schablons: 0,
        },
        {
          programme: 'UGA',
          codes: ['UGA'],
          statistics: null,
          forecasts: { from: '2023-01', to: '2023-01', gaps: [] },
          schablons: 0,
        },
      ],
      regions: [
        { region: 'Nord', codes: ['01', '03'] },
        { region: 'Syd', codes: ['02'] },
      ],
      vintages: [
        { published: '2022-06-30', rows: 1, from: '2022-05', to: '2022-05' },
        { published: '2022-10-28', rows: 3, from: '2022-07', to: '2023-01' },
      ],
    });
  });
});

describe('the month that is planned next', () => {
  const next = async (...forecasts: readonly string[]) => {
    const { known: all } = await known({
      'forecasts.csv': lines('published,programme,period,decisions', ...forecasts),
    });
    const found = nextMonth(all);
    return found === null ? null : isoMonth(found);
  };

  test('is the first after the statistics of programmes with schablons that a forecast of them covers', async () => {
    expect(await next('2022-10-28,JOB,2022-Q2,1', '2022-10-28,JOB,2022-Q4,1')).toBe('2022-10');
    expect(await next('2022-10-28,ETP,2022-Q3,1', '2022-10-28,UGA,2022-01,1')).toBe('2022-07');
    expect(await next('2022-10-28,JOB,2022-06,1', '2022-10-28,JOB,2022-12,1')).toBe('2022-12');
  });

  test('is the last that is covered where the statistics are beyond, and none where nothing is', async () => {
    expect(await next('2022-10-28,JOB,2022-Q1,1', '2022-10-28,JOB,2022-05,1')).toBe('2022-05');
    expect(await next('2022-10-28,UGA,2023-01,1')).toBeNull();
  });
});

test('schablons in force have their age and stand by programme, region, measure and step', async () => {
  const { known: all } = await known();
  const list = (iso: string) =>
    schablonsInForce(all, month(iso)).map((each) =>
      [each.programme, each.region, each.measure, each.step, each.ageMonths, each.line].join(' '),
    );
  expect(list('2022-06')).toEqual([
    'JOB  base_hours assess 17 5',
    'JOB  base_hours decide 1 4',
    'JOB  collaboration_share  17 2',
    'JOB Nord base_hours assess 17 3',
  ]);
  expect(list('2022-07')).toEqual([
    'ETP  base_hours assess 0 6',
    'JOB  base_hours assess 18 5',
    'JOB  base_hours decide 2 4',
    'JOB  collaboration_share  18 2',
  ]);
  expect(schablonsInForce(all, month('2022-06'))[3]).toEqual({
    ...{ programme: 'JOB', region: 'Nord', measure: 'base_hours', step: 'assess', value: 3 },
    ...{ validFrom: '2021-01', validTo: '2022-06', ageMonths: 17, source: null, path: 'schablons.csv', line: 3 },
  });
});

test('every month of a programme with schablons is looked at, and of no other', async () => {
  const statistics = lines(
    `month,programme,region,decisions,new_decisions${MEASURED}`,
    '2022-01,JOB,01,10,0,0,5,7',
    '2022-02,JOB,01,10,1,1,5,7',
    '2022-02,JOB,02,10,1,1,5,7',
    '2022-03,JOB,Riket,10,1,1,5,7',
    '2021-03,JOB,02,10,0,0,5,0',
    '2021-03,OLD,02,10,0,0,5,0',
    '2021-04,OLD,01,10,1,1,5,0',
  );
  const { known: all } = await known({ 'statistics.csv': statistics });
  const findings = new Findings();
  watchAllMonths(all, findings);
  expect([findings.errors, findings.notes]).toEqual([[], []]);
  expect(findings.warnings.map(({ code, facts, file, line }) => [code, facts, file, line])).toEqual([
    [
      'hours-without-cases',
      { programme: 'JOB', region: 'Syd', month: '2021-03', measure: 'base_hours', hours: 5 },
      'statistics.csv',
      6,
    ],
    ['month-incomplete', { programme: 'JOB', month: '2022-01', regions: ['Syd'] }, null, null],
    ['only-nation-in-month', { programme: 'JOB', month: '2022-03' }, null, null],
  ]);
});
