import { describe, expect, test } from 'vitest';
import { brief, problemsOf, readFiles, SOUND, statistics } from './reading.ts';

const S = 'statistics.csv';
const rowsOf = async (text: string | Uint8Array): Promise<number> => {
  const { tables, problems } = await readFiles({ [S]: text });
  expect(problems.map(brief)).toEqual([]);
  expect(tables.inputs.find(({ path }) => path === S)?.rows).toBe(tables.statistics.length);
  return tables.statistics.length;
};

describe('what cannot change a number is repaired without a word', () => {
  test.each<[string, string]>([
    ['E01 a byte order mark', `\uFEFF${SOUND[S]}`],
    ['S06 CRLF', SOUND[S].replaceAll('\n', '\r\n')],
    ['S06 CR', SOUND[S].replaceAll('\n', '\r')],
    ['S06 a CRLF header above LF rows', SOUND[S].replace('\n', '\r\n')],
    ['S06 an LF header above CRLF rows', SOUND[S].replaceAll('\n', '\r\n').replace('\r\n', '\n')],
    ['S07 no line end at the end', SOUND[S].trimEnd()],
    ['S07 blank lines at the end', `${SOUND[S]}\n\n\n`],
    ['S07 blank cells at the end', `${SOUND[S]};;;;\n;;;;\n`],
    ['S07 fewer and more blank cells at the end', `${SOUND[S]};;\n;;;;;;;;\n`],
    ['S07 spaces at the end', `${SOUND[S]} \n\t\n \u00A0\n`],
    ['S07 blank cells with spaces at the end', `${SOUND[S]} ; ;\u00A0; ; \n\u00A0;;;;\n`],
    ['S12 blank cells behind every row', SOUND[S].replaceAll('\n', ';;\n')],
    ['S12 blank cells behind one row', SOUND[S].replace('120\n', '120; ;\n')],
    ['spaces around cells', SOUND[S].replaceAll(';', ' ;\u00A0')],
    ['quotation marks around cells', SOUND[S].replaceAll(/[^;\n]+/g, '"$&"')],
    ['quotation marks around one cell', SOUND[S].replace('Nord', '"Nord"')],
  ])('%s', async (_, text) => {
    expect(await rowsOf(text)).toBe(2);
    const { tables, notes } = await readFiles({ [S]: text });
    expect(tables.statistics).toEqual((await readFiles()).tables.statistics);
    expect(notes).toEqual([]);
  });
});

describe('lines of title', () => {
  test.each([1, 5, 20])('%i are skipped, with a note, and lines stay physical', async (count) => {
    const title = 'Beslutsstatistik; uttag 2023-01-12\n'.repeat(count);
    const { tables, problems, notes } = await readFiles({ [S]: title + SOUND[S] });
    expect(problems).toEqual([]);
    expect(notes).toEqual([{ code: 'title-lines-skipped', facts: { file: S, lines: count } }]);
    expect([...tables.statistics.line]).toEqual([count + 2, count + 3]);
  });

  test('S21 more than twenty are refused', async () => {
    expect((await problemsOf({ [S]: 'Titel\n'.repeat(21) + SOUND[S] }))[0]).toMatch(/^header-missing statistics\.csv:/);
  });

  test('S02 a line that names the delimiter is skipped as one', async () => {
    const { tables, problems, notes } = await readFiles({ [S]: `sep=;\r\n${SOUND[S]}` });
    expect(problems).toEqual([]);
    expect(notes).toEqual([{ code: 'title-lines-skipped', facts: { file: S, lines: 1 } }]);
    expect([...tables.statistics.line]).toEqual([3, 4]);
  });
});

describe('S15 columns that no table knows', () => {
  test('are left aside, with a note that names them', async () => {
    const text = 'Kommentar;month;programme;decisions;handläggare;new_decisions\nx;2022-01;JOB;1200;"a;b";120\n';
    const { tables, problems, notes } = await readFiles({ [S]: text });
    expect(problems).toEqual([]);
    expect(notes).toEqual([{ code: 'columns-ignored', facts: { file: S, columns: ['Kommentar', 'handläggare'] } }]);
    expect([...tables.statistics.decisions, ...tables.statistics.newDecisions]).toEqual([1200, 120]);
  });
});

describe('S18 S19 a file that says nothing', () => {
  test.each([
    ['no bytes', ''],
    ['a byte order mark', '\uFEFF'],
    ['line ends', '\n\r\n\r'],
    ['spaces', ' \t\u00A0\n'],
  ])('of %s is empty', async (_, text) => {
    expect(await problemsOf({ [S]: text })).toEqual(['file-empty statistics.csv:null']);
  });

  test.each([
    ['a header', 'month;programme;decisions;new_decisions'],
    ['a header and blank rows', 'month;programme;decisions;new_decisions\n\n;;;\n'],
    ['a title and a header', 'Titel\nmonth;programme;decisions;new_decisions\n'],
  ])('but %s has no rows', async (_, text) => {
    expect(await problemsOf({ [S]: text })).toEqual(['no-rows statistics.csv:null']);
  });
});

describe('the structure of a file', () => {
  test('S04 S20 without a header names the columns that are missing, and judges no row', async () => {
    const { problems } = await readFiles({ [S]: '2022-01;JOB;Nord;1200;120\n2022-13;JOB;Syd;x;y\n' });
    expect(problems.map(brief)).toEqual(['header-missing statistics.csv:1']);
    expect(problems[0]?.facts).toEqual({
      missing: ['month', 'programme', 'decisions', 'new_decisions'],
      found: ['2022-01', 'JOB', 'Nord', '1200', '120'],
    });
  });

  test('S13 with a faulty header has no row judged', async () => {
    expect(await problemsOf({ [S]: 'month;programme;decisions;new_decisions;beslut\nx;y;z\n' })).toEqual([
      'header-duplicate statistics.csv:1 5 beslut "beslut"',
    ]);
  });

  test.each([
    ['a short row', '2022-02;JOB;Nord;1', 4],
    ['a long row', '2022-02;JOB;Nord;1;1;9', 6],
    ['a long row with a blank between', '2022-02;JOB;Nord;1;1;;9', 7],
    ['S24 a footnote', '* preliminära uppgifter', 1],
    ['S24 a source', 'Källa: Arbetsförmedlingen;', 2],
    ['S12 a decimal comma under commas', '2022-02;JOB', 2],
  ])('S12 %s is refused by its width', async (_, row, found) => {
    const { problems } = await readFiles(statistics('2022-01;JOB;Nord;1;1', row, '2022-03;JOB;Nord;1;1'));
    expect(problems.map((each) => [each.code, each.line, each.facts])).toEqual([
      ['row-width', 3, { expected: 5, found }],
    ]);
  });

  test('S25 has no blank row but at its end: the first of each run is named', async () => {
    const files = statistics(
      '2022-01;JOB;Nord;1;1',
      '',
      ';;',
      '2022-02;JOB;Nord;1;1',
      ' ; ; ; ; ',
      '2022-03;JOB;Nord;1;1',
      '',
    );
    expect(await problemsOf(files)).toEqual(['row-blank statistics.csv:3', 'row-blank statistics.csv:6']);
  });

  test('S25 S26 has no second header', async () => {
    const problems = await problemsOf({ [S]: SOUND[S] + SOUND[S] });
    expect(problems).toEqual([
      'month-syntax statistics.csv:4 1 month "month"',
      'number-syntax statistics.csv:4 4 decisions "decisions"',
      'number-syntax statistics.csv:4 5 new_decisions "new_decisions"',
      'key-duplicate statistics.csv:5 1 month "2022-01"',
      'key-duplicate statistics.csv:6 1 month "2022-01"',
    ]);
  });

  test.each([
    ['Summa;;;2000;220', 1, 'month', 'Summa'],
    [' TOTALT ;;;2000;220', 1, 'month', ' TOTALT '],
    ['Totalsumma;;;2000;220', 1, 'month', 'Totalsumma'],
    ['2022-01;JOB;Totalsumma;2000;220', 3, 'region', 'Totalsumma'],
    [';Summa;;2000;220', 2, 'programme', 'Summa'],
    [';;Samtliga;2000;220', 3, 'region', 'Samtliga'],
  ])('S23 has no row of sums: %j is one, and nothing else is said of it', async (row, columnNumber, column, value) => {
    expect(await problemsOf(statistics('2022-01;JOB;Nord;1;1', row))).toEqual([
      `row-total statistics.csv:3 ${columnNumber} ${column} ${JSON.stringify(value)}`,
    ]);
  });

  test('S09 does not lose rows between two quotation marks', async () => {
    const problems = await problemsOf(
      statistics('2022-01;JOB;"Nord;1;1', '2022-02;JOB;Nord";1;1', '2022-03;JOB;Nord;1;1'),
    );
    expect(problems).toEqual(['cell-line-break statistics.csv:2 3 region "Nord;1;1\\n2022-02;JOB;Nord"']);
  });

  test('counts physical lines after a cell of several', async () => {
    const text = 'month;programme;decisions;new_decisions;Kommentar\n2022-01;JOB;1;1;"a\n\nb"\n2022-02;JOB;x;1;\n';
    expect(await problemsOf({ [S]: text })).toEqual(['cell-missing statistics.csv:5 3 decisions "x"']);
  });

  test('B16 may hold the delimiter in a name', async () => {
    const { tables, problems } = await readFiles(statistics('2022-01;JOB;"Region; Norr";1200;120'));
    expect(problems).toEqual([]);
    expect(tables.statistics.regionCodes).toEqual([{ code: 'Region; Norr', name: 'Region; Norr' }]);
  });

  test('S27 knows no comments', async () => {
    expect(await problemsOf(statistics('#N/A;JOB;Nord;1;1', '# 2022-02;JOB;Nord;1;1'))).toEqual([
      'cell-spreadsheet-error statistics.csv:2 1 month "#N/A"',
      'month-syntax statistics.csv:3 1 month "# 2022-02"',
    ]);
  });
});
