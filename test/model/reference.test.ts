import { describe, expect, test } from 'vitest';
import { isoMonth } from '../../src/domain/month.ts';
import { isoPeriod } from '../../src/domain/period.ts';
import { Findings } from '../../src/model/findings.ts';
import { expenditurePeriodOf, referenceMonthOf, referencePeriodOf } from '../../src/model/reference.ts';
import { historyOf, month } from './history-of.ts';

const QUARTER = { first: month('2023-01'), months: 3 } as const;

/** Rows of the three first months of a year. */
const quarter = (year: number, rest: string, months = [1, 2, 3]): string[] =>
  months.map((number) => `${year}-0${number},JOB,${rest}`);

describe('the month and the period that are referred to', () => {
  const references = async (rows: readonly string[]) => {
    const history = await historyOf({ rows });
    const findings = new Findings();
    const reference = referenceMonthOf(history, 'JOB', month('2023-01'), findings);
    const period = referencePeriodOf(history, 'JOB', QUARTER, findings);
    const warned = findings.warnings.map(({ facts }) => (facts as { month: string }).month);
    return [reference && isoMonth(reference), period && isoPeriod(period), warned];
  };

  test('are the latest that are held whole', async () => {
    expect(await references([...quarter(2020, 'Nord,1,0'), ...quarter(2021, 'Nord,1,0')])).toEqual([
      '2021-01',
      '2021-Q1',
      [],
    ]);
    expect(await references([...quarter(2021, 'Nord,1,0'), ...quarter(2022, 'Nord,1,0', [1, 3])])).toEqual([
      '2022-01',
      '2021-Q1',
      [],
    ]);
  });

  test('are none where there is no whole one, and every month in part is named at once', async () => {
    const rows = [...quarter(2022, 'Nord,1,0'), '2022-09,JOB,Syd,1,0'];
    expect(await references(rows)).toEqual([null, null, ['2022-01', '2022-02', '2022-03']]);
  });
});

describe('the period that a cost comes from', () => {
  const found = async (rows: readonly string[]) => {
    const history = await historyOf({ rows, more: ',expenditure' });
    const period = expenditurePeriodOf(history, 'JOB', QUARTER);
    return period && [isoPeriod(period.period), ...period.months.map(({ expenditureSek }) => expenditureSek)];
  };

  test('is the latest of which every month has its expenditure', async () => {
    const early = quarter(2021, 'Nord,1,0,100');
    expect(await found([...early, ...quarter(2022, 'Nord,1,0,200')])).toEqual(['2022-Q1', 200, 200, 200]);
    expect(await found([...early, ...quarter(2022, 'Nord,1,0,200', [1, 2]), '2022-03,JOB,Nord,1,0,'])).toEqual([
      '2021-Q1',
      ...[100, 100, 100],
    ]);
    expect(await found(quarter(2022, 'Nord,1,0,'))).toBeNull();
  });

  test('has the national row’s expenditure, else that of all regions', async () => {
    const regions = [...quarter(2022, 'Nord,1,0,20'), ...quarter(2022, 'Syd,1,0,30')];
    expect(await found([...regions, ...quarter(2022, 'Riket,2,0,70')])).toEqual(['2022-Q1', 70, 70, 70]);
    expect(await found([...regions, ...quarter(2022, 'Riket,2,0,')])).toEqual(['2022-Q1', 50, 50, 50]);
    expect(await found(regions)).toEqual(['2022-Q1', 50, 50, 50]);
    expect(await found(quarter(2022, 'Riket,2,0,'))).toBeNull();
  });

  test('is none where a region is wanting that the year has', async () => {
    const nord = quarter(2022, 'Nord,1,0,20');
    expect(await found([...nord, '2022-09,JOB,Syd,1,0,30'])).toBeNull();
    expect(await found([...nord, '2022-09,JOB,Syd,1,0,30', ...quarter(2022, 'Riket,2,0,')])).toBeNull();
  });
});
