import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { DELIMITERS, type Delimiter, eachRecord, plainRecords, quotedRecords } from '../../src/read/records.ts';
import { anyCharacter } from '../domain/any-text.ts';

interface Records {
  readonly records: readonly (readonly [line: number, ...cells: string[]])[];
  readonly problem: Problem | null;
}

function plain(text: string, delimiter: Delimiter): Records {
  const records: [number, ...string[]][] = [];
  plainRecords(text, delimiter, (cells, line) => records.push([line, ...cells]));
  return { records, problem: null };
}

async function quoted(text: string, delimiter: Delimiter): Promise<Records> {
  const records: [number, ...string[]][] = [];
  const problem = await quotedRecords(text, delimiter, 'a.csv', (cells, line) => records.push([line, ...cells]));
  return { records, problem };
}

async function any(text: string, delimiter: Delimiter = ';'): Promise<Records> {
  const records: [number, ...string[]][] = [];
  const problem = await eachRecord(text, delimiter, 'a.csv', (cells, line) => records.push([line, ...cells]));
  return { records, problem };
}

const delimiters = fc.constantFrom(...DELIMITERS);

describe('records without a quotation mark', () => {
  test.each<[string, string, Records['records']]>([
    ['nothing', '', []],
    ['a line', 'a;b', [[1, 'a', 'b']]],
    ['a line with its end', 'a;b\n', [[1, 'a', 'b']]],
    [
      'two lines',
      'a;b\nc;d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a blank line between',
      'a\n\nb\n',
      [
        [1, 'a'],
        [2, ''],
        [3, 'b'],
      ],
    ],
    [
      'blank lines at the end',
      'a\n\n\n',
      [
        [1, 'a'],
        [2, ''],
        [3, ''],
      ],
    ],
    [
      'a blank line first',
      '\na',
      [
        [1, ''],
        [2, 'a'],
      ],
    ],
    ['a line end alone', '\n', [[1, '']]],
    [
      'a trailing delimiter',
      'a;\nb;',
      [
        [1, 'a', ''],
        [2, 'b', ''],
      ],
    ],
    [
      'delimiters alone',
      ';;\n;',
      [
        [1, '', '', ''],
        [2, '', ''],
      ],
    ],
    [
      'lines of different width',
      'a\nb;c;d\ne;f',
      [
        [1, 'a'],
        [2, 'b', 'c', 'd'],
        [3, 'e', 'f'],
      ],
    ],
    ['spaces as they are', ' a ; b\t', [[1, ' a ', ' b\t']]],
    ['other delimiters as text', 'a,b\tc;d', [[1, 'a,b\tc', 'd']]],
    ['names that every object has', '__proto__;constructor', [[1, '__proto__', 'constructor']]],
  ])('%s', async (_, text, records) => {
    expect(plain(text, ';').records).toEqual(records);
    expect(await quoted(text, ';')).toEqual({ records, problem: null });
    expect(await any(text)).toEqual({ records, problem: null });
  });

  test('have the same cells and lines in both ways of reading', async () => {
    const characters = fc.constantFrom(
      'a',
      '1',
      ' ',
      ';',
      ';',
      ',',
      '\t',
      '\n',
      '\n',
      'å',
      '\u00A0',
      '\uFEFF',
      "'",
      '\\',
      '#',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: characters, maxLength: 60 }), delimiters, async (text, delimiter) => {
        expect(await quoted(text, delimiter)).toEqual(plain(text, delimiter));
      }),
      { numRuns: 1000 },
    );
  });

  test('have the same cells and lines in both ways of reading, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyCharacter, maxLength: 80 }), delimiters, async (text, delimiter) => {
        const without = text.replaceAll(/["\r]/g, '');
        expect(await quoted(without, delimiter)).toEqual(plain(without, delimiter));
      }),
      { numRuns: 300 },
    );
  });

  test('join to the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', '\n') }), (text) => {
        const { records } = plain(text, ';');
        const joined = records.map(([, ...cells]) => cells.join(';')).join('\n');
        expect(joined).toBe(text.replace(/\n$/, ''));
        expect(records.map(([line]) => line)).toEqual(records.map((_, index) => index + 1));
      }),
    );
  });
});

describe('records with quotation marks', () => {
  test('may hold delimiters and doubled marks', async () => {
    expect(await any('"a;b";"c""d"\n"";e\n')).toEqual({
      records: [
        [1, 'a;b', 'c"d'],
        [2, '', 'e'],
      ],
      problem: null,
    });
  });

  test('are counted by the physical line where they start', async () => {
    expect(await any('a;"b\nc"\nd;e\n"f\n\n\ng";h\n\ni;j')).toEqual({
      records: [
        [1, 'a', 'b\nc'],
        [3, 'd', 'e'],
        [4, 'f\n\n\ng', 'h'],
        [8, ''],
        [9, 'i', 'j'],
      ],
      problem: null,
    });
  });

  test('come back with their cells and lines, whatever the cells', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', '""', ';', ',', '\t', '\n', ' ', 'å', "'", '\\'),
      maxLength: 8,
    });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, delimiters, async (rows, delimiter) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter)).join('\n');
        let line = 1;
        const expected = rows.map((row) => {
          const start = line;
          line += 1 + row.join('').split('\n').length - 1;
          return [start, ...row];
        });
        expect(await any(text, delimiter)).toEqual({ records: expected, problem: null });
      }),
      { numRuns: 500 },
    );
  });

  test('are the same in marks as without, cell by cell', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', ' ', 'å'), minLength: 1, maxLength: 4 });
    const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bare = rows.map((row) => row.map(([text]) => text).join(';')).join('\n');
        const marked = rows
          .map((row) => row.map(([text, isMarked]) => (isMarked ? `"${text}"` : text)).join(';'))
          .join('\n');
        expect((await any(marked)).records).toEqual(plain(bare, ';').records);
      }),
    );
  });
});

describe('quotation marks that are not sound', () => {
  const place = { severity: 'error', file: 'a.csv', column: null, columnNumber: null, value: null, facts: {} };

  test.each<[string, string, number]>([
    ['S08 in the second line', 'a;b\n1;"2\n3;4', 2],
    ['S08 in the first line', '"a;b\n1;2\n', 1],
    ['S08 in the last line', 'a;b\n1;2\n3;"', 3],
    ['S08 after cells that are closed', 'a;b\n"1";"2"\n"3\n4";"5', 4],
    ['S08 after doubled marks', 'a;b\n"1""";"2"\n3;"4""', 3],
    ['S08 with doubled marks behind it', 'a;b\n1;"2""3\n4;""5\n', 2],
  ])('%s: never closed, and the line where it opened', async (_, text, line) => {
    expect(await any(text)).toEqual({ records: [], problem: { ...place, code: 'quote-unclosed', line } });
  });

  test.each<[string, string, number]>([
    ['S10 inside a cell', 'a;b\n1;2"3\n4;5', 2],
    ['S10 behind a cell', 'a;b\n1;2\n3;"4"x', 3],
    ['S10 below a cell of two lines', 'a;b\n"x\ny";1\n2;3"4', 4],
    ['S10 a space before', 'a;b\n1; "2"', 2],
    ['S10 a space behind', 'a;b\n1;"2" ;3', 2],
    ['S11 escaped with a backslash', 'a;b\n1;"2\\"3"\n', 2],
    ['S10 in the first line', 'a"b;c', 1],
  ])('%s: misplaced, with the line', async (_, text, line) => {
    expect(await any(text)).toEqual({ records: [], problem: { ...place, code: 'quote-misplaced', line } });
  });

  test('S09 closed by a later one: the lines between become one cell', async () => {
    expect(await any('a;b\n1;"2\n3;4\n5;6"\n7;8')).toEqual({
      records: [
        [1, 'a', 'b'],
        [2, '1', '2\n3;4\n5;6'],
        [5, '7', '8'],
      ],
      problem: null,
    });
  });

  test('F05 a record of more than a million characters is refused before the end of the file', async () => {
    const { records, problem } = await any(`a;b\n1;"${'x'.repeat(1_000_001)}`);
    expect(records).toEqual([]);
    expect(problem).toEqual({ ...place, code: 'record-too-large', line: 2, facts: { limit: 1_000_000 } });
  });

  test('S11 other quotation marks and apostrophes are text', async () => {
    expect(await any("a;b\n”1”;'2'")).toEqual({
      records: [
        [1, 'a', 'b'],
        [2, '”1”', "'2'"],
      ],
      problem: null,
    });
  });
});
