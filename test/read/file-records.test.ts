import { describe, expect, test } from 'vitest';
import { PROGRAMMES } from '../../src/read/columns.ts';
import { readTableFile } from '../../src/read/file-records.ts';
import { PROBLEM_LIMIT, ROW_LIMIT } from '../../src/read/limits.ts';
import type { TextFile } from '../../src/read/text-file.ts';
import { joined, utf16be, utf16le, windows1252 } from './encodings.ts';
import { brief, problemsOf, readFiles, SOUND, statistics } from './reading.ts';

const S = 'statistics.csv';
const NAMES = ['month', 'programme', 'region', 'decisions', 'new_decisions'];
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

  test('stand above their header only: a row among them is a header that was sorted', async () => {
    const { problems } = await readFiles({ [S]: `Titel\n2022-02;JOB;Nord;1;1\n${SOUND[S]}` });
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['header-below-rows statistics.csv:2', { headerLine: 3 }],
    ]);
  });
});

describe('S02 a line that names the delimiter', () => {
  test.each([
    ['sep=;', ';'],
    ['"sep=;"', ';'],
    ['SEP=;;;;;', ';'],
    ['\uFEFFsep=;', ';'],
    ['sep=,', ','],
    ['SEP=\\t', '\t'],
    ['sep=\t', '\t'],
  ])('%j is passed over without a word, and lines stay physical', async (first, delimiter) => {
    const { tables, problems, notes } = await readFiles({
      [S]: `${first}\r\n${SOUND[S].replaceAll(';', delimiter)}`,
    });
    expect(problems).toEqual([]);
    expect(notes).toEqual([]);
    expect([...tables.statistics.line]).toEqual([3, 4]);
    expect(tables.inputs.find(({ path }) => path === S)?.dialect).toMatchObject({ delimiter, headerLine: 2 });
  });

  test.each([
    ['S03 sep=,', 'sep=,', { said: ',', found: ';' }],
    ['S03 sep=|', 'sep=|', { said: '|', found: ';' }],
    ['S03 SEP=\\t', 'SEP=\\t', { said: '\t', found: ';' }],
  ])('%s above a table with semicolons is refused', async (_, first, facts) => {
    const { problems } = await readFiles({ [S]: `${first}\n${SOUND[S]}` });
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([['delimiter-conflict statistics.csv:1', facts]]);
  });

  test('S03 above a table whose columns are not found is refused where it names what no table may have', async () => {
    const { problems } = await readFiles({ [S]: `sep=|\n${SOUND[S].replaceAll(';', '|')}` });
    expect(problems.map(({ facts }) => facts)).toEqual([{ said: '|', found: null }]);
  });

  test('above lines of title leaves those to be noted', async () => {
    const { notes } = await readFiles({ [S]: `sep=;\nTitel\n\n${SOUND[S]}` });
    expect(notes).toEqual([{ code: 'title-lines-skipped', facts: { file: S, lines: 2 } }]);
  });

  test('alone in its file is no table', async () => {
    expect(await problemsOf({ [S]: 'sep=;' })).toEqual(['no-rows statistics.csv:null']);
  });
});

describe('how a file was understood', () => {
  test.each<[string, string | Uint8Array, object]>([
    ['E01 UTF-8', `\uFEFF${SOUND[S]}`, { encoding: 'utf-8', delimiter: ';', decimal: null, headerLine: 1 }],
    [
      'E03 UTF-16',
      utf16le(SOUND[S].replaceAll(';', '\t')),
      { encoding: 'utf-16le', delimiter: '\t', decimal: null, headerLine: 1 },
    ],
    [
      'E04 UTF-16, big end first',
      utf16be(SOUND[S]),
      { encoding: 'utf-16be', delimiter: ';', decimal: null, headerLine: 1 },
    ],
    [
      'E06 Windows-1252',
      windows1252(`År 2022 – Väst\n${SOUND[S]}`),
      { encoding: 'windows-1252', delimiter: ';', decimal: null, headerLine: 2 },
    ],
    [
      'its decimal sign',
      'month,programme,decisions,new_decisions,utgift\n2022-01,JOB,1200,120,12.5\n',
      { encoding: 'utf-8', delimiter: ',', decimal: '.', headerLine: 1 },
    ],
  ])('is said: %s', async (_, text, dialect) => {
    const { tables, problems } = await readFiles({ [S]: text });
    expect(problems).toEqual([]);
    expect(tables.inputs.find(({ path }) => path === S)?.dialect).toEqual(dialect);
  });

  test('is null where it was not', async () => {
    for (const text of ['', 'x;y\n', joined([0x81])]) {
      const { tables } = await readFiles({ [S]: text });
      expect(tables.inputs.find(({ path }) => path === S)).toMatchObject({ rows: 0, dialect: null });
    }
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
    expect(problems.map(brief)).toEqual(['header-absent statistics.csv:1']);
    expect(problems[0]?.facts).toEqual({ required: ['month', 'programme', 'decisions', 'new_decisions'] });
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

  test('S26 has its header once: files that were joined are named by that line, and their rows judged', async () => {
    const problems = await problemsOf({ [S]: SOUND[S] + SOUND[S] });
    expect(problems).toEqual([
      'header-repeated statistics.csv:4',
      'key-duplicate statistics.csv:5 1 month "2022-01"',
      'key-duplicate statistics.csv:6 1 month "2022-01"',
    ]);
  });

  test('S25 has no second table below, with or without a blank line, and nothing of it is judged', async () => {
    for (const between of ['', '\n', '\n;;;;\n']) {
      const problems = await problemsOf({ [S]: `${SOUND[S]}${between}kod;region;namn;;\nx;y;z\n` });
      expect(problems).toEqual([`second-table statistics.csv:${4 + between.split('\n').length - 1}`]);
    }
  });

  test.each([
    '* preliminära uppgifter',
    'Källa: Arbetsförmedlingen;',
    'Källa: Arbetsförmedlingen, uttag 2023-01-12;;;;',
    'Anm. Siffrorna är preliminära;;;;',
    'Preliminärt;;;;',
    ';;Uppgifter saknas för Gotland;;',
    '¹ inklusive Etableringsprogrammet',
  ])('S24 has no footnote such as %j', async (row) => {
    for (const between of [[], [''], [';;;;']]) {
      const problems = await problemsOf(statistics('2022-01;JOB;Nord;1;1', ...between, row));
      expect(problems).toEqual([`row-footnote statistics.csv:${3 + between.length}`]);
    }
  });

  test.each([';;;antal;antal', ';;;(st);(st)'])('S22 has no second row of headings such as %j', async (row) => {
    expect(await problemsOf(statistics(row, '2022-01;JOB;Nord;1;1'))).toEqual(['header-second-row statistics.csv:2']);
  });

  test('S22 may have names that are broken over lines', async () => {
    const text = SOUND[S].replace('new_decisions', '"new\ndecisions"');
    const { tables, problems } = await readFiles({ [S]: text });
    expect(problems.map(brief)).toEqual([]);
    expect([...tables.statistics.line]).toEqual([3, 4]);
  });

  test('S28 marks of what a filter hid are values that are missing', async () => {
    expect(await problemsOf(statistics('2022-01;JOB;Nord;1;1', '…;;;;', '...;...;...;...;...'))).toEqual([
      ...[1, 2, 4, 5].map((at) => `cell-missing statistics.csv:3 ${at} ${NAMES[at - 1]} ${at === 1 ? '"…"' : '""'}`),
      ...[1, 2, 3, 4, 5].map((at) => `cell-missing statistics.csv:4 ${at} ${NAMES[at - 1]} "..."`),
    ]);
  });

  test('S17 has nothing under a column without a name', async () => {
    const header = 'month;programme;;decisions;new_decisions\n';
    expect(await problemsOf({ [S]: `${header}2022-01;JOB; ;1;1\n2022-02;JOB;;1;1\n` })).toEqual([]);
    expect(await problemsOf({ [S]: `${header}2022-01;JOB;;1;1\n2022-02;JOB;x;1;1\n` })).toEqual([
      'header-blank statistics.csv:3 3  "x"',
    ]);
  });

  test('S08 S10 with a quotation mark in its header that is not sound has no row judged', async () => {
    expect(await problemsOf({ [S]: SOUND[S].replace('region', 're"gion') })).toEqual([
      'quote-misplaced statistics.csv:1 3  "re\\"gion"',
    ]);
    expect(await problemsOf({ [S]: SOUND[S].replace('new_decisions', '"new_decisions') })).toEqual([
      'quote-unclosed statistics.csv:1 5  "\\"new_decisions"',
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
    expect(problems).toEqual(['quote-runaway statistics.csv:2 3 region "\\"Nord;1;1"']);
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

describe('F06 a file of a size beyond all sense', () => {
  const file = (text: string): TextFile => ({ path: 'programmes.csv', text, encoding: 'utf-8' });

  test('is read up to the most rows', async () => {
    const text = `code;programme\n${'a;b\n'.repeat(ROW_LIMIT)}`;
    const sound = await readTableFile(file(text), PROGRAMMES, () => {});
    expect([sound.rows, sound.problems]).toEqual([ROW_LIMIT, []]);
    let taken = 0;
    const { problems } = await readTableFile(file(`${text}a;b\nc;d\n`), PROGRAMMES, () => {
      taken += 1;
    });
    expect(taken).toBe(ROW_LIMIT);
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      [`rows-too-many programmes.csv:${ROW_LIMIT + 2}`, { limit: ROW_LIMIT }],
    ]);
  });

  test('has no more problems than anybody mends', async () => {
    const { problems } = await readTableFile(
      file(`code;programme\n${'a\n'.repeat(2 * PROBLEM_LIMIT)}`),
      PROGRAMMES,
      () => {},
    );
    const last = problems.filter(({ code }) => code === 'problems-too-many');
    expect(last.map(({ facts }) => facts)).toEqual([{ limit: PROBLEM_LIMIT }]);
    expect(problems.length - PROBLEM_LIMIT).toBeLessThan(5);
  });
});

describe('what is no fault', () => {
  test('S23 S24 words of sums and of footnotes in a column that is not read', async () => {
    const rows = ['totalt;2022-01;JOB;Nord;1200;120', 'Obs: preliminärt;2022-01;JOB;Syd;800;100'];
    const text = `kön;month;programme;region;decisions;new_decisions\n${rows.join('\n')}\n`;
    expect(await problemsOf({ 'statistics.csv': text })).toEqual([]);
  });

  test('S09 B16 prose of two lines with commas in it', async () => {
    const text = 'code,programme,name\nJOB,JOB,"Jobb, utveckling,\noch, garanti"\n';
    expect(await problemsOf({ 'programmes.csv': text })).toEqual([]);
  });

  test('S21 a title of two words above a table of codes', async () => {
    const text = 'Programkoder;Arbetsförmedlingen\ncode;programme\nJOB;JOB\n';
    expect(await problemsOf({ 'programmes.csv': text })).toEqual([]);
  });

  test('S14 a name that is parted at the end of its line', async () => {
    const text = 'month;programme;region;decisions;new_decisions;"samverkans-\närenden"\n2022-01;JOB;Nord;1200;120;3\n';
    expect(await problemsOf({ 'statistics.csv': text })).toEqual([]);
  });
});

describe('a file that is read by itself', () => {
  const read = async (text: string) => {
    const taken: string[] = [];
    const file: TextFile = { path: 'a.csv', encoding: 'utf-8', text };
    const { problems, ...rest } = await readTableFile(file, PROGRAMMES, (row) => taken.push(row.cells.join('|')));
    return { ...rest, problems: problems.map(brief), taken };
  };

  test.each<[string, string]>([
    ['sep=;\ncode,programme\n1,a\n', 'delimiter-conflict a.csv:1'],
    ['104;ETP\ncode;programme\n105;ETP\n', 'header-below-rows a.csv:1'],
  ])('has nothing but what is wrong where it is not understood: %j', async (text, found) => {
    expect(await read(text)).toEqual({ rows: 0, dialect: null, problems: [found], notes: [], taken: [] });
  });

  test('goes on behind a row that is none, and takes no part of it', async () => {
    expect(await read('code;;programme\n1;x;a\n2;;b"\n3;;c\n4;d\n5;;e;f\n6;;f;\n"7\n')).toEqual({
      rows: 5,
      dialect: { encoding: 'utf-8', delimiter: ';', decimal: null, headerLine: 1 },
      problems: [
        'header-blank a.csv:2 2  "x"',
        'quote-misplaced a.csv:3 3 programme "b\\""',
        'row-width a.csv:5',
        'row-width a.csv:6',
        'quote-unclosed a.csv:8 1 code "\\"7"',
      ],
      notes: [],
      taken: ['3||c', '6||f|'],
    });
  });

  test('ends where its header is broken', async () => {
    const { problems, taken } = await read('code;"programme\n1;a\n');
    expect([problems.length, taken]).toEqual([1, []]);
  });
});
