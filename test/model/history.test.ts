import { describe, expect, test } from 'vitest';
import { isoMonth } from '../../src/domain/month.ts';
import { Findings } from '../../src/model/findings.ts';
import { historyOf, month } from './history-of.ts';

const ETP = ['104,ETP', '105,ETP'];

describe('what the statistics speak of', () => {
  const rows = ['2022-03,UGA,Nord,1,0', '2022-05,UGA,Nord,1,0', '2022-01,UGA,Nord,1,0', '2022-02,JOB,Syd,1,0'];

  test('has its first and last month, whatever the order of rows', async () => {
    const history = await historyOf({ rows });
    expect([history.earliest, history.latest]).toEqual([month('2022-01'), month('2022-05')]);
    const none = await historyOf({ rows: ['2022-03,UGA,Nord,1,0'], asOf: '2022-03-30' });
    expect([none.earliest, none.latest, none.programmes]).toEqual([null, null, []]);
  });

  test('has its programmes by name, and their months in order', async () => {
    const history = await historyOf({ rows });
    expect(history.programmes).toEqual(['JOB', 'UGA']);
    expect(history.monthsWithRows('UGA').map(isoMonth)).toEqual(['2022-01', '2022-03', '2022-05']);
    expect(history.monthsWithRows('JOB').map(isoMonth)).toEqual(['2022-02']);
    expect(history.monthsWithRows('KUR')).toEqual([]);
  });

  test('is of a programme, and of no other', async () => {
    const history = await historyOf({ rows });
    expect(history.hasRegion('UGA', 'Nord')).toBe(true);
    expect(history.hasRegion('UGA', 'Syd')).toBe(false);
    expect(history.hasRegion('JOB', 'Syd')).toBe(true);
    expect(history.hasRegion('KUR', 'Nord')).toBe(false);
    expect(history.counts('KUR', month('2022-01'))).toMatchObject({ nationalRow: null, nation: null });
    expect(history.counts('KUR', month('2022-01')).month).toBe(month('2022-01'));
    expect(history.counts('KUR', month('2022-03')).month).toBe(month('2022-03'));
  });
});

describe('rows of several publications', () => {
  const rows = [
    '2022-01,104,Nord,10,1,2022-08-31',
    '2022-01,104,Nord,11,2,2022-02-28',
    '2022-01,104,Syd,20,3,2022-02-28',
    '2022-01,105,Nord,40,4,2022-02-28',
    '2022-02,104,Nord,80,5,2022-08-31',
  ];
  const published = { rows, more: ',published', programmes: ETP };

  test('count once, with the one published last, wherever it stands', async () => {
    const { regions, nation } = (await historyOf(published)).counts('ETP', month('2022-01'));
    expect([...regions].map(([region, { decisions }]) => [region, decisions])).toEqual([
      ['Nord', 50],
      ['Syd', 20],
    ]);
    expect(nation?.decisions).toBe(70);
  });

  test('count as they were known on a day, that day with it', async () => {
    const on = async (asOf: string) =>
      (await historyOf({ ...published, asOf })).counts('ETP', month('2022-01')).regions.get('Nord')?.decisions;
    expect([await on('2022-02-28'), await on('2022-08-30'), await on('2022-08-31')]).toEqual([51, 51, 50]);
    expect(await on('2022-02-27')).toBeUndefined();
  });

  test('are counted for their own code, region and month', async () => {
    const history = await historyOf(published);
    expect(rows.map((_, row) => history.publicationsOf(row))).toEqual([2, 2, 1, 1, 1]);
    const early = await historyOf({ ...published, asOf: '2022-06-30' });
    expect(early.publicationsOf(1)).toBe(1);
  });
});

describe('the count of a month', () => {
  test('has its regions by name, each the sum of its codes', async () => {
    const history = await historyOf({
      rows: ['2022-01,JOB,03,1,1', '2022-01,JOB,02,2,1', '2022-01,JOB,04,4,3', '2022-01,JOB,01,8,5'],
      regions: ['01,Nord', '02,Nord', '03,Väst', '04,Mitt'],
    });
    const { regions, nation, nationalRow } = history.counts('JOB', month('2022-01'));
    expect([...regions].map(([region, { decisions, newDecisions }]) => [region, decisions, newDecisions])).toEqual([
      ['Mitt', 4, 3],
      ['Nord', 10, 6],
      ['Väst', 1, 1],
    ]);
    expect([nationalRow, nation?.decisions, nation?.newDecisions]).toEqual([null, 15, 10]);
  });

  test('has an expenditure where every row has one', async () => {
    const rows = [
      '2022-01,104,Nord,1,0,100',
      '2022-01,105,Nord,1,0,',
      '2022-01,104,Syd,1,0,30',
      '2022-01,105,Syd,1,0,4',
    ];
    const history = await historyOf({ rows, more: ',expenditure', programmes: ETP });
    const { regions } = history.counts('ETP', month('2022-01'));
    expect([...regions.values()].map(({ expenditureSek }) => expenditureSek)).toEqual([null, 34]);
  });

  test('is of the nation’s own row where there is one', async () => {
    const history = await historyOf({ rows: ['2022-01,JOB,Riket,9,3', '2022-01,JOB,Nord,4,1'] });
    const { nation, nationalRow, regions } = history.counts('JOB', month('2022-01'));
    expect([nation?.decisions, nationalRow?.decisions, regions.size]).toEqual([9, 9, 1]);
  });
});

describe('a month', () => {
  const rows = [
    '2021-12,JOB,Old,1,0',
    '2022-01,JOB,Syd,1,0',
    '2022-02,JOB,Väst,1,0',
    '2022-03,JOB,Mitt,1,0',
    '2022-04,JOB,Riket,1,0',
    '2022-12,JOB,Nord,1,0',
    '2023-01,JOB,New,1,0',
  ];

  test('lacks the regions that its calendar year has in any other month, by name', async () => {
    const history = await historyOf({ rows });
    expect(history.missingRegions('JOB', month('2022-01'))).toEqual(['Mitt', 'Nord', 'Väst']);
    expect(history.missingRegions('JOB', month('2022-12'))).toEqual(['Mitt', 'Syd', 'Väst']);
    expect(history.missingRegions('JOB', month('2021-12'))).toEqual([]);
    expect([...history.regionsInYear('JOB', month('2022-06'))].sort()).toEqual(['Mitt', 'Nord', 'Syd', 'Väst']);
    expect([...history.regionsInYear('JOB', month('2023-06'))]).toEqual(['New']);
    expect([...history.regionsInYear('JOB', month('2021-01'))]).toEqual(['Old']);
  });

  test('is held where it lacks none, or has a national row, and never without rows', async () => {
    const history = await historyOf({ rows });
    const held = ['2021-12', '2022-01', '2022-04', '2022-05', '2023-01', '2023-02'].map((iso) =>
      history.isHeld('JOB', month(iso)),
    );
    expect(held).toEqual([true, false, true, false, true, false]);
    expect(history.isHeld('KUR', month('2022-01'))).toBe(false);
  });

  test('is warned of where it is there in part only', async () => {
    const history = await historyOf({ rows });
    const findings = new Findings();
    const held = ['2021-12', '2022-01', '2022-04', '2022-05'].map((iso) =>
      history.isHeldOrWarn('JOB', month(iso), findings),
    );
    expect(held).toEqual([true, false, true, false]);
    expect(findings.warnings.map(({ facts }) => facts)).toEqual([
      { programme: 'JOB', month: '2022-01', regions: ['Mitt', 'Nord', 'Väst'] },
    ]);
  });
});

describe('codes that a month lacks', () => {
  const missing = async (rows: readonly string[], iso = '2022-01', regions?: readonly string[]) =>
    (await historyOf({ rows, programmes: ETP, ...(regions && { regions }) })).missingCodes('ETP', month(iso));

  test('are those that other months of its year have in the regions it has, by name', async () => {
    const rows = ['2022-01,104,Nord,1,0', '2022-02,105,Nord,1,0', '2022-03,104,Syd,1,0', '2021-12,105,Nord,1,0'];
    expect(await missing(rows)).toEqual(['105 (Nord)']);
    expect(await missing(rows, '2022-03')).toEqual([]);
    expect(await missing(rows, '2021-12')).toEqual([]);
  });

  test('of the nation where it has its own row', async () => {
    expect(await missing(['2022-01,104,Riket,1,0', '2022-02,105,Riket,1,0'])).toEqual(['105 (Riket)']);
    expect(await missing(['2022-01,104,Nord,1,0', '2022-02,105,Riket,1,0'])).toEqual([]);
  });

  test('are none beside a row of the whole programme in that region', async () => {
    expect(await missing(['2022-01,ETP,Nord,1,0', '2022-02,105,Nord,1,0'])).toEqual([]);
    expect(await missing(['2022-01,ETP,Nord,1,0', '2022-01,104,Syd,1,0', '2022-02,105,Syd,1,0'])).toEqual([
      '105 (Syd)',
    ]);
  });

  test('are named by their region alone where the programme is whole', async () => {
    const rows = ['2022-01,ETP,01,1,0', '2022-02,ETP,03,1,0', '2022-03,ETP,02,1,0', '2022-03,104,04,1,0'];
    const regions = ['01,Nord', '02,Nord', '03,Nord', '04,Nord'];
    expect(await missing(rows, '2022-01', regions)).toEqual(['02', '03', '104 (04)']);
  });
});
