import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileDialect, InputFile } from '../../src/domain/tables.ts';
import { DELIMITERS, type Delimiter } from '../../src/read/delimiter.ts';
import { excerptsOf, plainExcerptsOf } from '../../src/read/excerpt.ts';
import { joined, utf16be, windows1252 } from './encodings.ts';
import { sourceOf } from './reading.ts';

function input(content: string | Uint8Array, delimiter: Delimiter | null = ';'): InputFile {
  const dialect: FileDialect | null =
    delimiter === null ? null : { encoding: 'utf-8', delimiter, decimal: null, headerLine: 1 };
  return { ...sourceOf('statistics.csv', content), rows: 0, dialect };
}

async function excerpt(
  content: string | Uint8Array,
  line: number,
  columnNumber: number | null,
  delimiter: Delimiter | null = ';',
) {
  return (await excerptsOf(input(content, delimiter), [{ line, columnNumber }]))[0];
}

async function cut(...place: Parameters<typeof excerpt>): Promise<string | null> {
  const found = await excerpt(...place);
  return found ? `${found.address} ${found.text.slice(found.start, found.start + found.length)}` : null;
}

describe('the line of a problem', () => {
  test('is shown with the place of its cell, and what a spreadsheet program calls it', async () => {
    expect(await excerpt('a;b;c\r\n1;22;333\r\n', 2, 2)).toEqual({
      text: '1;22;333',
      start: 2,
      length: 2,
      address: 'B2',
    });
  });

  test('is shown as a whole where the row is meant', async () => {
    expect(await excerpt('a;b\n1;2\n', 2, null)).toEqual({ text: '1;2', start: 0, length: 3, address: '2' });
  });

  test.each<[string, string, number, string]>([
    ['the first cell', '1;2', 1, 'A1 1'],
    ['the last cell', '1;2', 2, 'B1 2'],
    ['a blank cell', '1;;3', 2, 'B1 '],
    ['a blank cell at the end', '1;', 2, 'B1 '],
    ['a cell in marks that holds the delimiter', '"a;b";2', 1, 'A1 "a;b"'],
    ['a cell behind such a one', '"a;b";2', 2, 'B1 2'],
    ['a cell behind doubled marks', '"a"";";"b";3', 3, 'C1 3'],
    ['a mark that is never closed, and all behind it', '1;"2;3', 2, 'B1 "2;3'],
    ['a cell that is not there', '1;2', 5, 'E1 '],
    ['a stray mark', '1;2"3;4', 2, 'B1 2"3'],
    ['a mark with more behind it', '1;"2"x;4', 2, 'B1 "2"x'],
  ])('shows %s', async (_, text, columnNumber, expected) => {
    expect(await cut(text, 1, columnNumber)).toBe(expected);
  });

  test('that is none, or of no text, is null', async () => {
    expect(await excerpt('a;b\n', 3, 1)).toBeNull();
    expect(await excerpt(joined([0x81]), 1, 1)).toBeNull();
    expect(await excerpt('', 1, null)).toBeNull();
  });

  test.each<[string, Uint8Array]>([
    ['E01', joined([0xef, 0xbb, 0xbf], 'månad;Väst\r')],
    ['E04', utf16be('månad;Väst\n')],
    ['E06', windows1252('månad;Väst\r\n')],
  ])('%s is decoded as the file was', async (_, bytes) => {
    expect(await cut(bytes, 1, 2)).toBe('B1 Väst');
  });

  test.each<[string, string]>([
    ['1;2,5;3', 'B1 2,5'],
    ['1,2 5,3', 'B1 2 5'],
    ['1\t2;5\t3', 'B1 2;5'],
    ['12', 'B1 '],
  ])(
    'of a file that was not understood is cut at the delimiter that its first line has most of: %j',
    async (text, cell) => {
      expect(await cut(text, 1, 2, null)).toBe(cell);
    },
  );
});

describe('the spreadsheet address', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [1000, 'ALL'],
    [16_384, 'XFD'],
  ])('of column %i is %s', async (columnNumber, letters) => {
    expect(await cut(`${';'.repeat(columnNumber - 1)}x;y`, 1, columnNumber)).toBe(`${letters}1 x`);
  });

  test.each(['sep=;', '"sep=;"', 'SEP=;', '\uFEFFsep=;'])('S02 does not count the line %j', async (first) => {
    expect(await cut(`${first}\r\na;b\r\n1;2`, 2, 1)).toBe('A1 a');
    expect(await cut(`${first}\r\na;b\r\n1;2`, 3, 2)).toBe('B2 2');
  });

  test('counts records and not lines, blank ones and lines of title with them', async () => {
    const text = 'Titel\n\na;b\n"1\n\n1";2\n3;"4\n4"\n5;6\n';
    expect(await cut(text, 3, 1)).toBe('A3 a');
    expect(await cut(text, 4, 1)).toBe('A4 "1');
    expect(await cut(text, 7, 2)).toBe('B5 "4');
    expect(await cut(text, 9, 2)).toBe('B6 6');
  });

  test('of a cell on a later line of its record stands behind the first line', async () => {
    expect(await excerpt('a;b\n"1\n1";2\n', 2, 2)).toEqual({ text: '"1', start: 2, length: 0, address: 'B2' });
  });

  test('is given for each place in its order, one line more than once', async () => {
    const places = [
      { line: 3, columnNumber: 1 },
      { line: 1, columnNumber: 2 },
      { line: 9, columnNumber: null },
      { line: 3, columnNumber: null },
    ];
    const found = await excerptsOf(input('a;b\n1;2\n3;4'), places);
    expect(found.map((each) => each?.address ?? null)).toEqual(['A3', 'B1', null, '3']);
  });
});

describe('whatever is written', () => {
  const plain = fc.string({ unit: fc.constantFrom('a', '1', ' ', 'å', "'", '€', '😀'), maxLength: 5 });
  const quoted = fc
    .string({ unit: fc.constantFrom('a', '"', ';', ',', '\t', ' ', 'å'), maxLength: 5 })
    .map((text) => `"${text.replaceAll('"', '""')}"`);
  const record = fc.array(fc.oneof(plain, quoted), { minLength: 1, maxLength: 40 });

  test('the cell that is cut out is the cell as written, in any sound record of one line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, delimiter, lineEnd) => {
          const text = ['x', ...rows.map((cells) => cells.join(delimiter)), ''].join(lineEnd);
          const places = rows.flatMap((cells, row) =>
            cells.map((_, cell) => ({ line: row + 2, columnNumber: cell + 1 })),
          );
          const found = await excerptsOf(input(text, delimiter), places);
          expect(found.map((each) => each?.text.slice(each.start, each.start + each.length))).toEqual(rows.flat());
          expect(found.every((each, at) => each?.address.endsWith(String(places[at]?.line)))).toBe(true);
        },
      ),
    );
  });

  test('nothing is thrown, and the cell is part of its line', async () => {
    const unit = fc.constantFrom('a', '"', ';', '\n', '\r', 'å', 'sep=;\n');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit, maxLength: 40 }),
        fc.integer({ min: 0, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 12 })),
        async (text, line, columnNumber) => {
          const found = await excerpt(text, line, columnNumber);
          if (!found) return;
          expect(text.replaceAll(/\r\n?/g, '\n').split('\n')[line - 1]).toBe(found.text);
          expect(found.start + found.length).toBeLessThanOrEqual(found.text.length);
          expect(found.address).toMatch(/^[A-Z]*\d+$/);
        },
      ),
    );
  });

  test.each<[string, (size: number) => string]>([
    ['lines of marks', (size) => '"\n'.repeat(size)],
    ['a line of marks', (size) => '"'.repeat(size)],
    ['blank lines', (size) => '\n'.repeat(size)],
    ['delimiters', (size) => ';'.repeat(size)],
  ])('F28 it takes no time for %s', async (_, textOf) => {
    const text = `a;b\n${textOf(1_000_000)}`;
    const places = Array.from({ length: 50 }, (__, at) => ({ line: 2 + at, columnNumber: 900 + at }));
    const start = performance.now();
    await excerptsOf(input(text), places);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('lines beside others', () => {
  test('count a row for each line of a record that is not sound', async () => {
    const text = 'a;b\n"1\n2"x;3\n4;5\n"6\n7";8\n9;10';
    expect(await cut(text, 4, 1)).toBe('A4 4');
    expect(await cut(text, 7, 2)).toBe('B6 10');
  });

  test('are cut at their end, a blank first one, too', async () => {
    expect(await excerpt('\na;b', 1, null)).toEqual({ text: '', start: 0, length: 0, address: '1' });
    expect(await excerpt('\na;b', 2, 1)).toEqual({ text: 'a;b', start: 0, length: 1, address: 'A2' });
  });

  test.each<[string, number, string]>([
    ['a;b\n1,2,3,4', 1, 'B1 b'],
    ['a,b;', 1, 'B1 '],
    ['\na,b', 2, 'B2 '],
    ['a,b,c;d', 1, 'B1 b'],
  ])('of a file that was not understood are cut by the first: %j', async (text, line, cell) => {
    expect(await cut(text, line, 2, null)).toBe(cell);
  });
});

describe('lines of a file that is no table', () => {
  const at = (...lines: number[]) => lines.map((line) => ({ line, columnNumber: null }));

  test('are shown without their indent and what is blank behind them', async () => {
    expect(await plainExcerptsOf(input('version: 1\n  jobs: x \r\n\n'), at(2, 1, 3, 9))).toEqual([
      { text: '  jobs: x', start: 2, length: 7, address: '2' },
      { text: 'version: 1', start: 0, length: 10, address: '1' },
      { text: '', start: 0, length: 0, address: '3' },
      null,
    ]);
  });

  test('are none where it is no text', async () => {
    expect(await plainExcerptsOf(input(joined([0x81])), at(1, 2))).toEqual([null, null]);
  });
});
