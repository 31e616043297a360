import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../src/domain/day.ts';
import { isoPeriod } from '../../../src/domain/period.ts';
import { brief, problemsOf, readFiles } from '../reading.ts';

const F = 'forecasts.csv';
const file = (header: string, ...lines: string[]) => ({ [F]: [header, ...lines, ''].join('\n') });

async function rows(header: string, ...lines: string[]) {
  const { tables, problems } = await readFiles(file(header, ...lines));
  expect(problems.map(brief)).toEqual([]);
  return tables.forecasts;
}

describe('the quantity of a forecast', () => {
  test.each([
    ['decisions_per_month', '2 100,5', 'decisionsPerMonth', 2100.5],
    ['beslut_per_månad', '2100', 'decisionsPerMonth', 2100],
    ['deltagare per månad', '2100', 'decisionsPerMonth', 2100],
    ['decisions', '25200', 'decisions', 25200],
    ['beslut', '25200', 'decisions', 25200],
    ['expenditure', '1 234 567', 'expenditure', 1234567],
    ['utgift', '1234567,89', 'expenditure', 1234567.89],
    ['expenditure_tkr', '1 234,567', 'expenditure', 1234567],
    ['utgift_tkr', '0,1', 'expenditure', 100],
    ['expenditure_mkr', '8,2', 'expenditure', 8200000],
    ['utgift_mkr', '1,1', 'expenditure', 1100000],
    ['utgift_mnkr', '2.3', 'expenditure', 2300000],
    ['decisions', '0', 'decisions', 0],
  ])('in %s, %s, is %s of %d', async (column, cell, measure, quantity) => {
    const [row] = await rows(`published;programme;period;${column}`, `2022-10-24;JOB;2023;${cell}`);
    expect(row).toMatchObject({ measure, quantity });
  });

  test('stands in whichever of several columns is filled, row by row', async () => {
    const found = await rows(
      'published;programme;period;decisions_per_month;decisions;expenditure;utgift_tkr;utgift_mkr',
      '2022-10-24;JOB;2023;2100;;;;',
      '2022-10-24;JOB;2024;;25200; ;;',
      '2022-10-24;JOB;2025;;;100,5;;',
      '2022-10-24;JOB;2026;;;;100,5;',
      '2022-10-24;JOB;2027;;;;;100,5',
    );
    expect(found.map(({ measure, quantity }) => `${measure} ${quantity}`)).toEqual([
      'decisionsPerMonth 2100',
      'decisions 25200',
      'expenditure 100.5',
      'expenditure 100500',
      'expenditure 100500000',
    ]);
  });

  test('B06 is never none and never two', async () => {
    const { problems } = await readFiles(
      file(
        'published;programme;period;Beslut;Utgift',
        '2022-10-24;JOB;2023;;',
        '2022-10-24;JOB;2024;1;2',
        '2022-10-24;JOB;2025;1;',
      ),
    );
    expect(problems.map(brief)).toEqual(['quantity-count forecasts.csv:2', 'quantity-count forecasts.csv:3']);
    expect(problems.map(({ facts }) => (facts as { filled: string[] }).filled)).toEqual([[], ['Beslut', 'Utgift']]);
  });

  test.each([
    ['-5', 'number-negative'],
    ['5 %', 'share-percent-unexpected'],
    ['1000000000001', 'number-too-large'],
    ['abc', 'number-syntax'],
  ])('is never %s', async (cell, code) => {
    expect(await problemsOf(file('published;programme;period;decisions', `2022-10-24;JOB;2023;${cell}`))).toEqual([
      `${code} forecasts.csv:2 4 decisions ${JSON.stringify(cell)}`,
    ]);
  });

  test('in millions is bounded in SEK', async () => {
    const header = 'published;programme;period;utgift_mkr';
    expect((await rows(header, '2022-10-24;JOB;2023;1000000'))[0]?.quantity).toBe(1e12);
    expect(await problemsOf(file(header, '2022-10-24;JOB;2023;1000001'))).toEqual([
      'number-too-large forecasts.csv:2 4 utgift_mkr "1000001"',
    ]);
  });
});

describe('the range of a forecast', () => {
  const header = 'published;programme;period;utgift_mkr;låg;hög';

  test('is in the unit of its quantity', async () => {
    const [row] = await rows(header, '2022-10-24;JOB;2023;1,5;1,1;2,3');
    expect(row).toMatchObject({ quantity: 1500000, low: 1100000, high: 2300000 });
  });

  test('may touch its quantity, or be absent', async () => {
    const found = await rows(header, '2022-10-24;JOB;2023;1,5;1,5;1,5', '2022-10-24;JOB;2024;1,5;..;-');
    expect(found.map(({ low, high }) => [low, high])).toEqual([
      [1500000, 1500000],
      [null, null],
    ]);
  });

  test('stands around its quantity, whole', async () => {
    expect(
      await problemsOf(
        file(
          header,
          '2022-10-24;JOB;2023;1,5;1,6;2,3',
          '2022-10-24;JOB;2024;1,5;1,1;1,4',
          '2022-10-24;JOB;2025;1,5;2,3;1,1',
          '2022-10-24;JOB;2026;1,5;1,1;',
          '2022-10-24;JOB;2027;1,5;;2,3',
        ),
      ),
    ).toEqual([
      'range-order forecasts.csv:2 4 utgift_mkr "1,5"',
      'range-order forecasts.csv:3 4 utgift_mkr "1,5"',
      'range-order forecasts.csv:4 4 utgift_mkr "1,5"',
      'range-half forecasts.csv:5 6 hög ""',
      'range-half forecasts.csv:6 5 låg ""',
    ]);
  });

  test('is compared in SEK', async () => {
    const { problems } = await readFiles(file(header, '2022-10-24;JOB;2023;1,5;1,6;2,3'));
    expect(problems[0]?.facts).toEqual({ low: 1600000, value: 1500000, high: 2300000 });
  });
});

describe('the other cells of a forecast', () => {
  test('are its day, its programme, region and period, its cost and its source', async () => {
    const found = await rows(
      'source;cost_per_decision;decisions;period;region;programme;published',
      'Prognos oktober;9 500,5;100;2023-K2;Syd;JOB;20221024',
      ';;100;maj 2023;Riket;ETP;2022-07-29',
    );
    expect(
      found.map((row) => [
        isoDay(row.published),
        row.programme,
        row.region,
        isoPeriod(row.period),
        row.costPerDecisionSek,
        row.source,
        row.origin.line,
      ]),
    ).toEqual([
      ['2022-10-24', 'JOB', 'Syd', '2023-Q2', 9500.5, 'Prognos oktober', 2],
      ['2022-07-29', 'ETP', null, '2023-05', null, null, 3],
    ]);
  });

  test.each([
    ['0', 'number-not-positive'],
    ['0,00', 'number-not-positive'],
    ['-5', 'number-negative'],
    ['fri', 'number-syntax'],
  ])('have no cost of %s', async (cell, code) => {
    const header = 'published;programme;period;decisions;cost_per_decision';
    expect(await problemsOf(file(header, `2022-10-24;JOB;2023;100;${cell}`))).toEqual([
      `${code} forecasts.csv:2 5 cost_per_decision ${JSON.stringify(cell)}`,
    ]);
  });
});

describe('one vintage, period and region', () => {
  const header = 'published;programme;region;period;decisions;expenditure';

  test('stands once: the same row twice, or two that differ', async () => {
    const { problems } = await readFiles(
      file(
        header,
        '2022-10-24;JOB;;2023;100;',
        '2022-10-24;JOB;Riket;2023;100,0;',
        '2022-10-24;JOB;;2023;101;',
        '2022-10-24;JOB;;2023;;100',
      ),
    );
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-duplicate forecasts.csv:3 4 period "2023"', { otherPath: F, otherLine: 2 }],
      ['key-conflict forecasts.csv:4 4 period "2023"', { otherPath: F, otherLine: 2, hasPublications: false }],
      ['key-conflict forecasts.csv:5 4 period "2023"', { otherPath: F, otherLine: 2, hasPublications: false }],
    ]);
  });

  test('is another with another day, programme, region or period', async () => {
    const found = await rows(
      header,
      '2022-10-24;JOB;;2023;100;',
      '2022-07-29;JOB;;2023;100;',
      '2022-10-24;ETP;;2023;100;',
      '2022-10-24;JOB;Syd;2023;100;',
      '2022-10-24;JOB;;2023-01;100;',
      '2022-10-24;JOB;;2023-Q1;100;',
      '2022-10-24;JOB;;2024;100;',
    );
    expect(found.length).toBe(7);
  });

  test('is one however its month is written', async () => {
    const lines = ['2022-10-24;JOB;;2023-01;100;', '20221024;JOB;;januari 2023;100;'];
    expect(await problemsOf(file(header, ...lines))).toEqual(['key-duplicate forecasts.csv:3 4 period "januari 2023"']);
  });

  test('is told apart by the codes of one programme, which are added up later', async () => {
    const { tables, problems } = await readFiles({
      'programmes.csv': 'code;programme\n104;ETP\n105;ETP\nJOB;JOB\n',
      ...file(header, '2022-10-24;104;;2023;100;', '2022-10-24;105;;2023;50;', '2022-10-24;ETP;;2023;7;'),
    });
    expect(problems.map(brief)).toEqual([]);
    expect(tables.forecasts.map(({ code, programme }) => [code, programme])).toEqual([
      ['104', 'ETP'],
      ['105', 'ETP'],
      ['ETP', 'ETP'],
    ]);
  });
});
