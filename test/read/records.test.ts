import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIMITERS, type Delimiter } from '../../src/read/delimiter.ts';
import { CELL_LIMIT, RECORD_LIMIT } from '../../src/read/limits.ts';
import type { RecordFault } from '../../src/read/quotes.ts';
import { eachRecord, plainRecords, quotedRecords, type RecordSink } from '../../src/read/records.ts';
import { anyCharacter } from '../domain/any-text.ts';

interface Records {
  readonly records: readonly (readonly [line: number, ...cells: string[]])[];
  readonly faults: readonly RecordFault[];
}

const START = { at: 0, line: 1 };

/** A sink that keeps all it is given; with `most`, it has enough after so many records. */
function keeping(width = 0, most = Number.POSITIVE_INFINITY): { sink: RecordSink; kept: Records } {
  const records: [number, ...string[]][] = [];
  const faults: RecordFault[] = [];
  const sink: RecordSink = {
    width,
    record: (cells, line) => records.push([line, ...cells]) < most,
    fault: (fault) => faults.push(fault) > 0,
  };
  return { sink, kept: { records, faults } };
}

function plain(text: string, delimiter: Delimiter): Records {
  const { sink, kept } = keeping();
  const next = plainRecords(text, START, text.length, delimiter, sink);
  expect(next).toBe(1 + kept.records.length);
  return kept;
}

/** Through the library, which is told the line of each record; without quotation marks it is one a line. */
async function quoted(text: string, delimiter: Delimiter): Promise<Records> {
  const { sink, kept } = keeping();
  const lines = Array.from({ length: text.split('\n').length }, (_, at) => at + 1);
  expect(await quotedRecords(text, lines, delimiter, sink)).toBe(true);
  return kept;
}

async function any(text: string, delimiter: Delimiter = ';', width = 0): Promise<Records> {
  const { sink, kept } = keeping(width);
  await eachRecord(text, START, delimiter, sink);
  return kept;
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
    expect(await quoted(text, ';')).toEqual({ records, faults: [] });
    expect(await any(text)).toEqual({ records, faults: [] });
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
      faults: [],
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
      faults: [],
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
        expect(await any(text, delimiter)).toEqual({ records: expected, faults: [] });
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

/** What csv-parse alone makes of a whole text; its records with the line where each begins. */
function alone(text: string, delimiter: Delimiter): Records['records'] {
  const options = { delimiter, record_delimiter: '\n', relax_column_count: true, raw: true } as const;
  const parsed = parse(text, options) as unknown as { record: string[]; raw: string }[];
  let line = 1;
  return parsed.map(({ record, raw }) => {
    const start = line;
    line += raw.replace(/\n$/, '').split('\n').length;
    return [start, ...record] as const;
  });
}

describe('S29 any sound text', () => {
  const quotedCell = fc
    .string({ unit: fc.constantFrom('a', '"', ';', ',', '\t', '\n', ' ', 'å'), maxLength: 6 })
    .map((text) => `"${text.replaceAll('"', '""')}"`);
  const plainCell = fc.string({ unit: fc.constantFrom('a', '1', ' ', 'å', "'", '\\', '#'), maxLength: 6 });
  const blankLines = fc.nat({ max: 3 }).map((count) => [''.padEnd(count, '\n')]);
  const record = fc.oneof(
    { weight: 5, arbitrary: fc.array(plainCell, { minLength: 1, maxLength: 4 }) },
    { weight: 3, arbitrary: fc.array(fc.oneof(quotedCell, plainCell), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: blankLines },
    // Longer than what lies near, so that a plain stretch begins.
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 900, max: 1400 })
        .map((count) => ['abcd;', '\n'].join('').repeat(count))
        .map((text) => [text]),
    },
  );
  const table = fc.array(record, { maxLength: 12 });
  const written = (rows: readonly (readonly string[])[], delimiter: Delimiter, end: string): string =>
    rows.map((row) => row.join(delimiter)).join('\n') + end;

  test('gives the records that csv-parse alone gives, with their lines', async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiters, fc.constantFrom('', '\n', '\n\n'), async (rows, delimiter, end) => {
        const text = written(rows, delimiter, end);
        expect(await any(text, delimiter)).toEqual({ records: alone(text, delimiter), faults: [] });
      }),
      { numRuns: 200 },
    );
  });

  test('does so in CR, LF and CRLF, which are line feeds by then', async () => {
    const ends = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, ends, async (rows, marks) => {
        let turn = 0;
        const raw = written(rows, ';', '').replaceAll('\n', () => marks[turn++ % marks.length] as string);
        const text = raw.replaceAll(/\r\n?/g, '\n');
        expect(await any(text)).toEqual({ records: alone(text, ';'), faults: [] });
      }),
      { numRuns: 100 },
    );
  });

  test('does so where quoted stretches are longer than what is parsed at once, and plain ones lie between', async () => {
    const quotedRow = (at: number): string => `"a${at};""";"x\ny";${at}\n`;
    const plainRow = (at: number): string => `a${at};b;c\n`;
    const times = (row: (at: number) => string, count: number): string =>
      Array.from({ length: count }, (_, at) => row(at)).join('');
    const text = [
      times(quotedRow, 40_000),
      times(plainRow, 2000),
      quotedRow(1),
      times(plainRow, 100),
      quotedRow(2),
      times(plainRow, 5000),
      '"last"',
    ].join('');
    expect(text.length).toBeGreaterThan(3 * 262_144);
    const { records, faults } = await any(text);
    const expected = alone(text, ';');
    expect(faults).toEqual([]);
    expect(records.length).toBe(expected.length);
    expect(records.every((each, at) => each.join('\0') === expected[at]?.join('\0'))).toBe(true);
  });
});

describe('a reading', () => {
  test('begins where it is told to, with the line that it is told', async () => {
    const text = 'sep=;\na;b\n"c\nd";e\n';
    const { sink, kept } = keeping();
    await eachRecord(text, { at: 6, line: 2 }, ';', sink);
    expect(kept.records).toEqual([
      [2, 'a', 'b'],
      [3, 'c\nd', 'e'],
    ]);
  });

  test.each([1, 2, 3, 4])('ends after %i records if the sink has had enough', async (most) => {
    for (const text of ['a\nb\nc\nd\ne', '"a"\n"b"\n"c"\n"d"\n"e"', 'a\nb\n"c"\nd\n"e"']) {
      const { sink, kept } = keeping(0, most);
      await eachRecord(text, START, ';', sink);
      expect(kept.records.length).toBe(most);
    }
  });
});

describe('quotation marks that are not sound', () => {
  test('are reported in their place among the records, and the reading goes on behind them', async () => {
    expect(await any('a;b\n"x";1\n1;2"3\n"4";5\n6;7')).toEqual({
      records: [
        [1, 'a', 'b'],
        [2, 'x', '1'],
        [4, '4', '5'],
        [5, '6', '7'],
      ],
      faults: [{ code: 'quote-misplaced', line: 3, columnNumber: 2, value: '2"3', lines: 1 }],
    });
  });

  test('S08 never closed: the line where it opened, and the lines below are rows', async () => {
    expect(await any('a;b\n1;"2\n3;4')).toEqual({
      records: [
        [1, 'a', 'b'],
        [3, '3', '4'],
      ],
      faults: [{ code: 'quote-unclosed', line: 2, columnNumber: 2, value: '"2', lines: 1 }],
    });
  });

  test('S09 closed by a later one: no row between is lost without a word', async () => {
    expect(await any('a;b\n1;"2\n3;4\n5;6"\n7;8', ';', 2)).toEqual({
      records: [
        [1, 'a', 'b'],
        [5, '7', '8'],
      ],
      faults: [{ code: 'quote-runaway', line: 2, columnNumber: 2, value: '"2', lines: 3 }],
    });
  });

  test('S11 other quotation marks and apostrophes are text', async () => {
    expect(await any("a;b\n”1”;'2'")).toEqual({
      records: [
        [1, 'a', 'b'],
        [2, '”1”', "'2'"],
      ],
      faults: [],
    });
  });

  test('end the reading where the sink has had enough of them', async () => {
    const { sink, kept } = keeping();
    await eachRecord('a"\nb\nc"\n', START, ';', { ...sink, fault: (fault) => sink.fault(fault) && false });
    expect(kept).toEqual({ records: [], faults: [expect.objectContaining({ line: 1 })] });
  });

  test('are never thrown, whatever the text', async () => {
    const unit = fc.constantFrom('a', '"', '"', '"', ';', '\n', '\n', ' ', '\0', '\uFEFF', 'å', "'");
    const texts = fc.oneof(fc.string({ unit, maxLength: 80 }), fc.string({ unit: anyCharacter, maxLength: 80 }));
    await fc.assert(
      fc.asyncProperty(texts, delimiters, fc.nat({ max: 4 }), async (text, delimiter, width) => {
        const { records, faults } = await any(text, delimiter, width);
        const lines = [...records.map(([line]) => line), ...faults.map(({ line }) => line)];
        for (const line of lines) expect(line).toBeGreaterThan(0);
        expect(new Set(lines).size).toBe(lines.length);
        expect(Math.max(0, ...lines)).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('F05 sizes beyond all sense', () => {
  test('a cell of more than a mebibyte is refused, with and without marks, and the rows beside it are read', async () => {
    const long = 'x'.repeat(CELL_LIMIT + 1);
    for (const cell of [long, `"${long}"`]) {
      expect(await any(`a;b\n1;${cell};2\n3;4`)).toEqual({
        records: [
          [1, 'a', 'b'],
          [3, '3', '4'],
        ],
        faults: [{ code: 'cell-too-large', line: 2, columnNumber: 2, value: null, lines: 1 }],
      });
    }
  });

  test('a cell of a mebibyte is not', async () => {
    const cell = 'x'.repeat(CELL_LIMIT);
    expect(await any(`1;${cell}\n"2";3`)).toMatchObject({
      records: [
        [1, '1', cell],
        [2, '2', '3'],
      ],
      faults: [],
    });
  });

  test('a record of more than four of them is refused', async () => {
    const cells = Array.from({ length: 5 }, () => 'x'.repeat(CELL_LIMIT)).join(';');
    for (const record of [cells, `"a";${cells}`]) {
      expect(record.length).toBeGreaterThan(RECORD_LIMIT);
      expect(await any(`a\n${record}\nb`)).toEqual({
        records: [
          [1, 'a'],
          [3, 'b'],
        ],
        faults: [{ code: 'record-too-large', line: 2, columnNumber: null, value: null, lines: 1 }],
      });
    }
  });
});

describe('F28 hostile texts take no time', () => {
  test.each<[string, (size: number) => string]>([
    ['quotation marks', (size) => '"'.repeat(size)],
    ['stray marks and no delimiter', (size) => 'x"y\nz\n'.repeat(size / 6)],
    ['a mark that opens in every line', (size) => 'a;"b\n'.repeat(size / 5)],
    ['three marks in every line', (size) => 'a;"""b\n'.repeat(size / 7)],
    [
      'lone quoted rows far from each other, without a delimiter',
      (size) => `"a"\n${'b\n'.repeat(3000)}`.repeat(size / 6004),
    ],
    ['a mark that never closes', (size) => `a;"${'b;c\n'.repeat(size / 4)}`],
    ['blank lines', (size) => `"a"${'\n'.repeat(size)}`],
    ['delimiters', (size) => ';'.repeat(size)],
  ])('%s', async (_, textOf) => {
    const text = textOf(2_000_000);
    const sink: RecordSink = { width: 5, record: () => true, fault: () => true };
    const start = performance.now();
    await eachRecord(text, START, ';', sink);
    expect(performance.now() - start).toBeLessThan(6000);
  });
});

describe('records without a quotation mark', () => {
  const kept = (text: string, start = START, goesOn = true) => {
    const { sink, kept: found } = keeping();
    const fault = (each: RecordFault): boolean => sink.fault(each) && goesOn;
    const next = plainRecords(text, start, text.length, ';', { ...sink, fault });
    return {
      next,
      sizes: found.records.map(([line, ...cells]) => [line, ...cells.map(({ length }) => length)]),
      found,
    };
  };

  test('S06 lose the carriage return of their line end, and no other', () => {
    expect(plain('a;b\r\nc;\r\n\r\nd\re;\r\n\r', ';').records).toEqual([
      [1, 'a', 'b'],
      [2, 'c', ''],
      [3, ''],
      [4, 'd\re', ''],
      [5, ''],
    ]);
  });

  test('F05 may have cells and lines up to the limits, wherever they stand', () => {
    const cell = 'x'.repeat(CELL_LIMIT);
    const widest = `${cell};${cell};${cell};${cell.slice(3)}`;
    expect(widest.length).toBe(RECORD_LIMIT);
    expect(kept(`ab\n${widest}\nc`, { at: 3, line: 2 })).toMatchObject({
      next: 4,
      sizes: [
        [2, CELL_LIMIT, CELL_LIMIT, CELL_LIMIT, CELL_LIMIT - 3],
        [3, 1],
      ],
      found: { faults: [] },
    });
    expect(kept(`ab\n${widest}x\nc;d`, { at: 3, line: 2 })).toMatchObject({
      next: 4,
      found: { records: [[3, 'c', 'd']], faults: [{ code: 'record-too-large', line: 2, columnNumber: null }] },
    });
    expect(kept(`${cell}x;y\nc`)).toMatchObject({
      next: 3,
      found: {
        records: [[2, 'c']],
        faults: [{ code: 'cell-too-large', line: 1, columnNumber: 1, value: null, lines: 1 }],
      },
    });
    for (const text of [`${widest}x\nc`, `${cell}x;y\nc`]) {
      expect(kept(text, START, false)).toMatchObject({ next: null, sizes: [] });
    }
  });
});
