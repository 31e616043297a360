import { describe, expect, test } from 'vitest';
import { STATISTICS } from '../../src/read/columns.ts';
import { FileProblems } from '../../src/read/file-problems.ts';
import { readHeader } from '../../src/read/header.ts';
import { FAULTY, Row } from '../../src/read/row.ts';
import { brief, forecasts, problemsOf, readFiles, schablons, statistics } from './reading.ts';

/** The quantities of a file of forecasts, one a year. */
async function quantities(...cells: string[]): Promise<number[]> {
  const lines = cells.map((cell, index) => `2022-10-24;JOB;;${2023 + index};${cell};;`);
  const { tables, problems } = await readFiles(forecasts(...lines));
  expect(problems.map(brief)).toEqual([]);
  return tables.forecasts.map(({ quantity }) => quantity);
}

const amounts = (...cells: string[]): Promise<string[]> =>
  problemsOf(forecasts(...cells.map((cell, index) => `2022-10-24;JOB;;${2023 + index};${cell};;`)));

describe('N05 a lone 1,234 in an amount', () => {
  test.each(['1,234', '1.234', '12,345', '100.000'])('%s is refused where no other cell settles it', async (cell) => {
    expect(await amounts(cell)).toEqual([`number-ambiguous forecasts.csv:2 5 decisions_per_month "${cell}"`]);
  });

  test.each(['1234', '1 234', '0', '2 000 000'])('is not settled by a whole number such as %s', async (other) => {
    expect(await amounts('1,234', other)).toEqual(['number-ambiguous forecasts.csv:2 5 decisions_per_month "1,234"']);
  });

  test('is not settled by another of its kind', async () => {
    expect(await amounts('1,234', '5,678')).toEqual([
      'number-ambiguous forecasts.csv:2 5 decisions_per_month "1,234"',
      'number-ambiguous forecasts.csv:3 5 decisions_per_month "5,678"',
    ]);
    expect((await amounts('1,234', '5.678')).length).toBe(2);
  });

  test.each(['12,5', '0,5', '0,125', '1 234,567', '1234,567', '1,2345'])(
    'is a decimal number beside %s',
    async (other) => {
      expect((await quantities('1,234', other))[0]).toBe(1.234);
      expect((await quantities(other, '1,234'))[1]).toBe(1.234);
    },
  );

  test.each(['1,234;1000;2000', '1000;900;1,234'])('is what is wrong with a range: %s', async (cells) => {
    const problems = await problemsOf(forecasts(`2022-10-24;JOB;;2023;${cells}`));
    expect(problems.map((each) => each.split(' ')[0])).toEqual(['number-ambiguous']);
  });

  test('is settled by a cell of another column of the file', async () => {
    const { tables, problems } = await readFiles(forecasts('2022-10-24;JOB;;2023;1,234;1,0;1,5'));
    expect(problems).toEqual([]);
    expect(tables.forecasts[0]).toMatchObject({ low: 1, quantity: 1.234, high: 1.5 });
  });

  test('is not settled by another file', async () => {
    const header = 'published;programme;period;decisions_per_month\n';
    const files = {
      'forecasts.csv': `${header}2022-10-24;JOB;2023;12,5\n`,
      'forecasts-2.csv': `${header}2022-10-24;JOB;2024;1,234\n`,
    };
    expect(await problemsOf(files)).toEqual(['number-ambiguous forecasts-2.csv:2 4 decisions_per_month "1,234"']);
  });

  test('is ambiguous beside the other sign, too: to change its sign would make one and some of thousands', async () => {
    expect(await amounts('1,234', '12.5')).toEqual(['number-ambiguous forecasts.csv:2 5 decisions_per_month "1,234"']);
    expect(await amounts('12.5', '1,234')).toEqual(['number-ambiguous forecasts.csv:3 5 decisions_per_month "1,234"']);
  });

  test('can be read both ways, which the problem says', async () => {
    const { problems } = await readFiles(forecasts('2022-10-24;JOB;;2023;12.345;;'));
    expect(problems[0]?.facts).toEqual({ asThousands: '12 345', asDecimal: '12.345', isCount: false });
  });

  test('is a decimal number among hours per case', async () => {
    const { tables, problems } = await readFiles(schablons('JOB;;2022-01;;base_hours;bedöma;1,234;;;'));
    expect(problems).toEqual([]);
    expect(tables.schablons[0]?.value).toBe(1.234);
  });
});

describe('N15 a count', () => {
  test.each([
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    [' 1234 ', 1234],
    ['007', 7],
    ['0', 0],
    ['+12', 12],
    ['12,0', 12],
    ['1000000000000', 1e12],
  ])('%j is %i', async (cell, count) => {
    const { tables, problems } = await readFiles(statistics(`2022-01;JOB;;${cell};0`));
    expect(problems.map(brief)).toEqual([]);
    expect(tables.statistics.decisions[0]).toBe(count);
  });

  test.each([
    ['', 'cell-missing'],
    [' ', 'cell-missing'],
    ['-', 'cell-missing'],
    ['#SAKNAS!', 'cell-spreadsheet-error'],
    ['12,5', 'number-not-whole'],
    ['1,234', 'number-ambiguous'],
    ['-5', 'number-negative'],
    ['35 %', 'share-percent-unexpected'],
    ['1 000 000 000 001', 'number-too-large'],
    ['9007199254740993', 'number-too-large'],
    ['9'.repeat(400), 'number-too-large'],
    ['5\u200B', 'hidden-character'],
    ["1'234", 'number-thousands-sign'],
    ['1.234,5', 'number-thousands-sign'],
    ['12 34', 'number-grouping'],
    ['1e3', 'number-scientific'],
    ['5 st', 'number-syntax'],
    ['"5\n6"', 'cell-line-break'],
  ])('%j is refused: %s', async (cell, code) => {
    const { problems } = await readFiles(statistics(`2022-01;JOB;;${cell};0`));
    expect(problems.map((each) => [each.code, each.line, each.column])).toEqual([[code, 2, 'decisions']]);
  });

  test.each(['1,234', '1.000', '+12.500'])(
    'N05 of %s is refused where another cell settles the sign, too',
    async (cell) => {
      const header = 'month;programme;decisions;new_decisions;base_hours\n';
      const files = { 'statistics.csv': `${header}2022-01;JOB;${cell};0;\n2022-02;JOB;1200;0;12,5\n` };
      const { problems } = await readFiles(files);
      expect(problems.map(brief)).toEqual([`number-ambiguous statistics.csv:2 3 decisions "${cell}"`]);
      expect(problems[0]?.facts).toMatchObject({ asThousands: cell.replace(/[.,]/, ' '), isCount: true });
    },
  );
});

describe('an optional amount', () => {
  const header = 'month;programme;decisions;new_decisions;expenditure\n';
  const read = (cell: string) => readFiles({ 'statistics.csv': `${header}2022-01;JOB;1200;120;${cell}\n` });

  test.each(['', ' ', '-', '–', '..', '.', 'x', 'saknas', 'NA', '\u00A0'])('%j is missing, not 0', async (cell) => {
    const { tables, problems } = await read(cell);
    expect(problems).toEqual([]);
    expect(tables.statistics.expenditureSek[0]).toBeNaN();
  });

  test.each([
    ['0', 0],
    ['-0', 0],
    ['1 234,56', 1234.56],
    ['12.5', 12.5],
    ['1000000000000', 1e12],
  ])('%j is %d', async (cell, value) => {
    const { tables, problems } = await read(cell);
    expect(problems).toEqual([]);
    expect(tables.statistics.expenditureSek[0]).toBe(value);
  });

  test.each([
    ['-1', 'number-negative'],
    ['\u22121', 'number-negative'],
    ['1000000000000,5', 'number-too-large'],
    ['5 %', 'share-percent-unexpected'],
    ['5 kr', 'number-syntax'],
  ])('%j is refused: %s', async (cell, code) => {
    const { problems } = await read(cell);
    expect(problems.map((each) => [each.code, each.line, each.column, each.value])).toEqual([
      [code, 2, 'expenditure', cell],
    ]);
  });

  test.each([
    ['..', []],
    ['-', []],
    ['saknas', []],
    ['#DIVISION/0!', ['optional-cell-error']],
    ['#SAKNAS!', ['optional-cell-error']],
  ])('N13 N14 %j is missing, not 0; an error value not without a warning', async (cell, codes) => {
    const { tables, problems } = await read(cell);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(tables.statistics.expenditureSek[0]).toBeNaN();
  });
});

describe('N07 N08 N09 a share', () => {
  const value = async (cell: string): Promise<number | undefined> => {
    const { tables, problems } = await readFiles(schablons(`JOB;;2022-01;;collaboration_share;;${cell};;;`));
    expect(problems.map(brief)).toEqual([]);
    return tables.schablons[0]?.value;
  };

  test.each([
    ['0,35', 0.35],
    ['0.35', 0.35],
    ['35 %', 0.35],
    ['35%', 0.35],
    ['35,0 %', 0.35],
    ['0', 0],
    ['1 %', 0.01],
    ['0,01', 0.01],
    ['0 %', 0],
    ['100 %', 1],
    ['100,0\u00A0%', 1],
    ['0,123', 0.123],
  ])('%s is %d', async (cell, share) => {
    expect(await value(cell)).toBe(share);
  });

  test.each([
    ['N08', '35', 'share-scale'],
    ['N09', '1,01', 'share-scale'],
    ['N09', '100,1 %', 'share-scale'],
    ['N09', '1,0000000001', 'share-scale'],
    ['N09', '-0,1', 'number-negative'],
    ['', '', 'cell-missing'],
    ['', '..', 'cell-missing'],
    ['', '3/8', 'number-syntax'],
    ['', '0,35 %', 'share-extreme'],
    ['', '0,0035', 'share-extreme'],
    ['', '1', 'share-extreme'],
    ['', '1,000', 'share-extreme'],
  ])('%s %j is told of: %s', async (_, cell, code) => {
    const problems = await problemsOf(schablons(`JOB;;2022-01;;collaboration_share;;${cell};;;`));
    expect(problems).toEqual([`${code} schablons.csv:2 7 value ${JSON.stringify(cell)}`]);
  });

  test('N08 of 35 beside one of 0,35 is refused, and only that one', async () => {
    const files = schablons('JOB;;2022-01;;collaboration_share;;0,35;;;', 'ETP;;2022-01;;collaboration_share;;35;;;');
    expect(await problemsOf(files)).toEqual(['share-scale schablons.csv:3 7 value "35"']);
  });
});

describe('two decimal signs in one file', () => {
  test('N04 N06 are refused at each cell that differs from most, or from the first where there are as many', async () => {
    expect(await amounts('12,5', '12.5', '13,5', '13.5')).toEqual([
      'number-mixed-signs forecasts.csv:3 5 decisions_per_month "12.5"',
      'number-mixed-signs forecasts.csv:5 5 decisions_per_month "13.5"',
    ]);
  });

  test('are refused in different columns and in different kinds of cells', async () => {
    const files = schablons('JOB;;2022-01;;collaboration_share;;35,5 %;;;', 'JOB;;2022-01;;base_hours;bedöma;1.5;;;');
    const { problems } = await readFiles(files);
    expect(problems.map(brief)).toEqual(['number-mixed-signs schablons.csv:3 7 value "1.5"']);
    expect(problems[0]?.facts).toEqual({ other: ',', otherLine: 2 });
  });

  test('may stand in different files', async () => {
    const { problems } = await readFiles({
      ...forecasts('2022-10-24;JOB;;2023;2100,5;;'),
      ...schablons('JOB;;2022-01;;base_hours;bedöma;1.5;;;'),
    });
    expect(problems).toEqual([]);
  });
});

describe('months and days in a cell', () => {
  test.each([
    ['', 'cell-missing'],
    ['..', 'cell-missing'],
    ['#VÄRDEFEL!', 'cell-spreadsheet-error'],
    ['2022-13', 'date-outside-calendar'],
    ['2022-01-15', 'month-not-first-day'],
    ['44562', 'date-serial'],
    ['2022-Q1', 'month-is-period'],
    ['2022', 'month-is-period'],
    ['jan-22', 'date-ambiguous'],
    ['20220101', 'month-syntax'],
    ['2022-01\u200B', 'hidden-character'],
    ['"2022\n-01"', 'cell-line-break'],
  ])('the month %j is refused: %s', async (cell, code) => {
    const { problems } = await readFiles(statistics(`${cell};JOB;Nord;1200;120`));
    expect(problems.map((each) => [each.code, each.line, each.column])).toEqual([[code, 2, 'month']]);
  });

  test.each([
    ['', 'cell-missing'],
    ['..', 'cell-missing'],
    ['#REF!', 'cell-spreadsheet-error'],
    ['2022-02-29', 'date-outside-calendar'],
    ['2022-10', 'day-syntax'],
    ['28/10/2022', 'date-ambiguous'],
    ['44862', 'date-serial'],
  ])('the day %j is refused: %s', async (cell, code) => {
    expect(await problemsOf(forecasts(`${cell};JOB;;2023;2100;;`))).toEqual([
      `${code} forecasts.csv:2 1 published ${JSON.stringify(cell)}`,
    ]);
  });

  test.each([
    ['', 'cell-missing'],
    ['2023-Q5', 'date-outside-calendar'],
    ['Q1 2023', 'period-syntax'],
    ['vecka 5', 'period-syntax'],
    ['2023-01-15', 'month-not-first-day'],
    ['#NAMN?', 'cell-spreadsheet-error'],
  ])('the period %j is refused: %s', async (cell, code) => {
    expect(await problemsOf(forecasts(`2022-10-24;JOB;;${cell};2100;;`))).toEqual([
      `${code} forecasts.csv:2 4 period ${JSON.stringify(cell)}`,
    ]);
  });

  test('are refused in every row where they stand, as often as they are written', async () => {
    const files = statistics('2022-13;JOB;Nord;1;1', '2022-01;JOB;Nord;1;1', '2022-13;JOB;Syd;1;1');
    expect(await problemsOf(files)).toEqual([
      'date-outside-calendar statistics.csv:2 1 month "2022-13"',
      'date-outside-calendar statistics.csv:4 1 month "2022-13"',
    ]);
  });
});

describe('a row with several faults', () => {
  test('has them all, in the order of its columns, and its sound cells none', async () => {
    expect(await problemsOf(statistics('jan-22;;Nord;x;1,2,3'))).toEqual([
      'date-ambiguous statistics.csv:2 1 month "jan-22"',
      'cell-missing statistics.csv:2 2 programme ""',
      'cell-missing statistics.csv:2 4 decisions "x"',
      'number-syntax statistics.csv:2 5 new_decisions "1,2,3"',
    ]);
  });

  test('N13 is never compared with what it lacks', async () => {
    expect(await problemsOf(statistics('2022-01;JOB;Nord;;120'))).toEqual([
      'cell-missing statistics.csv:2 4 decisions ""',
    ]);
    expect(await problemsOf(forecasts('2022-10-24;JOB;;2023;2100;abc;5'))).toEqual([
      'number-syntax forecasts.csv:2 6 low "abc"',
    ]);
  });

  test.each([
    ...['fel', 'Summa', 'Summa', 'fel', 'fel', 'fel', 'fel', 'fel', 'fel', 'fel'].map(
      (cell, at) => ['statistics', at, cell] as const,
    ),
    ...['fel', 'Summa', 'Summa', 'fel', 'fel', 'fel', 'fel', 'fel'].map((cell, at) => ['forecasts', at, cell] as const),
    ...['Summa', 'Summa', 'fel', 'fel', 'fel', 'a\u200B', 'fel', 'fel', 'fel', 'fel', 'fel'].map(
      (cell, at) => ['schablons', at, cell] as const,
    ),
  ])('is no row of %s: cell %i being %j', async (table, at, cell) => {
    const tables = {
      statistics: [
        'month;programme;region;decisions;new_decisions;expenditure;collaboration_cases;base_hours;collaboration_hours;published',
        '2022-01;JOB;Syd;1200;120;5,5;40;400;100;2022-02-09',
      ],
      forecasts: [
        'published;programme;region;period;cost_per_decision;decisions;low;high',
        '2022-10-24;JOB;Syd;2023;9500;2100;2000;2200',
      ],
      schablons: [
        'programme;region;valid_from;valid_to;measure;step;value;low;high;priority;published',
        'JOB;Syd;2022-01;2022-12;base_hours;bedöma;1,5;1;2;must;2021-12-01',
      ],
    };
    const [header = '', line = ''] = tables[table];
    const faulty = line
      .split(';')
      .map((each, index) => (index === at ? cell : each))
      .join(';');
    const sound = await readFiles({ [`${table}.csv`]: `${header}\n${line}\n` });
    expect(sound.problems.map(brief)).toEqual([]);
    expect(sound.tables[table].length).toBe(1);
    const { tables: found, problems } = await readFiles({ [`${table}.csv`]: `${header}\n${faulty}\n` });
    expect(problems.map((each) => [each.line, each.columnNumber, each.value])).toEqual([[2, at + 1, cell]]);
    expect(found[table].length).toBe(0);
  });
});

describe('a cell that is looked at more than once', () => {
  const NAMES = ['month', 'programme', 'decisions', 'new_decisions', 'expenditure', 'base_hours', 'published'];
  const rowOf = () => {
    const problems = new FileProblems('a.csv');
    const row = new Row('a.csv', readHeader(NAMES, STATISTICS, 'a.csv', 1).header, problems);
    const at = (line: number, ...cells: string[]) => Object.assign(row, { line, cells });
    return { at, row, found: () => problems.all.map(brief) };
  };

  test('N14 has one warning of an error value, and each cell of each line its own', () => {
    const { at, row, found } = rowOf();
    at(2, '2022-01', 'JOB', '1', '1', '#REF!', '#REF!', '#REF!');
    expect([row.number(4, 'amount'), row.number(4, 'amount'), row.number(5, 'amount'), row.text(4)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(row.day(6)).toBeNull();
    at(3, '2022-01', 'JOB', '1', '1', '#REF!');
    expect(row.number(4, 'amount')).toBeNull();
    expect(found()).toEqual([
      'optional-cell-error a.csv:2 5 expenditure "#REF!"',
      'optional-cell-error a.csv:2 6 base_hours "#REF!"',
      'optional-cell-error a.csv:2 7 published "#REF!"',
      'optional-cell-error a.csv:3 5 expenditure "#REF!"',
    ]);
  });

  test('means the same again, also beside others, and a faulty one is told of each time', () => {
    const { at, row, found } = rowOf();
    const months = ['2022-01', '2022-01', '2022-01', '2022-02', '', '2022-01', '2022-02', '2022-13', '2022-13'];
    const read = months.map((month, index) => {
      at(index + 2, month);
      return row.month(0);
    });
    expect(read.map((month) => typeof month)).toEqual([
      ...['number', 'number', 'number', 'number', 'object', 'number', 'number', 'symbol', 'symbol'],
    ]);
    expect([read[1], read[2], read[5], read[6], read[4], read[7]]).toEqual([
      ...[read[0], read[0], read[0], read[3], null, FAULTY],
    ]);
    expect(read[3]).not.toBe(read[0]);
    const days = ['2022-01-09', '2022-01-09', '2022-01-10', '', '2022-02-30', '2022-02-30'].map((day, index) => {
      at(index + 20, '', '', '', '', '', '', day);
      return row.day(6);
    });
    expect([days[1], days[3], days[4], days[5]]).toEqual([days[0], null, FAULTY, FAULTY]);
    expect(days[2]).not.toBe(days[0]);
    expect(found()).toEqual([
      'date-outside-calendar a.csv:9 1 month "2022-13"',
      'date-outside-calendar a.csv:10 1 month "2022-13"',
      'date-outside-calendar a.csv:24 7 published "2022-02-30"',
      'date-outside-calendar a.csv:25 7 published "2022-02-30"',
    ]);
  });

  test('of a column that the file lacks holds nothing, and as a place is the whole row', () => {
    const { at, row } = rowOf();
    at(5, '2022-01');
    expect([row.raw(-1), row.raw(3), row.text(-1), row.label(-1), row.number(-1, 'count')]).toEqual([
      ...['', '', null, null, null],
    ]);
    expect(row.place(-1)).toEqual({ file: 'a.csv', line: 5, column: null, columnNumber: null, value: null });
    expect(row.place(3)).toEqual({ file: 'a.csv', line: 5, column: 'new_decisions', columnNumber: 4, value: '' });
    expect(row.place(9)).toMatchObject({ column: '', columnNumber: 10, value: '' });
    expect(row.isUncertain).toBe(false);
  });

  test('a number of digits is the number that it says, whichever way it is read', () => {
    const { at, row, found } = rowOf();
    for (const digits of ['0', '9', '10', '19', '90', '099', '123456789012', '999999999999']) {
      at(2, '', '', digits, '', digits);
      const expected = Number(digits);
      expect([row.count(2), row.number(4, 'amount'), row.number(4, 'count')]).toEqual([expected, expected, expected]);
    }
    at(3, '', '', '12', '', '12');
    expect([row.number(4, 'amount', 3), row.number(4, 'rate', 6), row.number(4, 'share')]).toEqual([
      12_000,
      12_000_000,
      FAULTY,
    ]);
    expect(found()).toEqual(['share-scale a.csv:3 5 expenditure "12"']);
  });
});

describe('a mark for missing', () => {
  test.each(['..', '-', 'saknas'])('N14 %s as the end of a schablon is not missing in silence', async (mark) => {
    const { tables, problems } = await readFiles(schablons(`JOB;;2022-01;${mark};base_hours;bedöma;1,5;;;`));
    expect(problems.map((each) => [brief(each), each.severity])).toEqual([
      [`optional-cell-error schablons.csv:2 4 valid_to "${mark}"`, 'warning'],
    ]);
    expect(tables.schablons[0]?.validTo).toBeNull();
  });

  test('as its lowest value is missing in silence', async () => {
    expect(await problemsOf(schablons('JOB;;2022-01;;base_hours;bedöma;1,5;..;-;'))).toEqual([]);
  });
});
