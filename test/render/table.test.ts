import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { estimateView } from '../../src/render/estimate-view.ts';
import { colourPaint, NO_PAINT, type Paint } from '../../src/render/paint.ts';
import { table } from '../../src/render/table.ts';
import { forTerminal, terminal } from '../../src/render/terminal-text.ts';
import type { Block, Column, TableRow, TreeNode, View } from '../../src/render/view.ts';
import { widthOf } from '../../src/render/width.ts';
import { withoutLine } from './placed.ts';
import { estimate, PLAIN_WORDS, row } from './reports.ts';

const NBSP = '\u00A0';
const PAGE = { width: 80, decimalSign: ',', paint: NO_PAINT } as const;
/** Paint that can be seen. */
const MARKED: Paint = {
  bold: (text) => terminal`[b ${text} b]`,
  dim: (text) => terminal`[d ${text} d]`,
  red: (text) => terminal`[r ${text} r]`,
  yellow: (text) => terminal`[y ${text} y]`,
};
const COLUMNS: readonly Column[] = [
  { label: ['', 'Region'], align: 'left' },
  { label: ['Total', 'hours'], align: 'right' },
];

const view = (blocks: readonly Block[], changes: Partial<View> = {}): View => ({
  headline: 'Headline.',
  qualifiers: [],
  blocks,
  notesTitle: 'Notes',
  notes: [],
  remarks: [],
  ...changes,
});
const line = (cells: TableRow['cells'], changes: Partial<TableRow> = {}): TableRow => ({
  cells,
  weight: 'row',
  isApart: false,
  ...changes,
});
const tableOf = (...rows: TableRow[]): View => view([{ kind: 'table', title: null, columns: COLUMNS, rows }]);
const treeOf = (root: TreeNode): View => view([{ kind: 'tree', root }]);
const leaf = (text: string, detail: string | null = null): TreeNode => ({ text, detail, children: [] });

describe('rounding', () => {
  test('A04 A06 is of each figure by itself and once: parts may differ from their total, which says so', async () => {
    // 33.5 + 33.5 + 33.4 = 100.4: parts 34, 34 and 33 beside 100, not 101.
    const rows = [33.5, 33.5, 33.4].map((totalHours, at) => row({ region: `R${at}`, totalHours }));
    const text = await table(estimateView(estimate(rows), en), { ...PAGE, width: 80 });
    const last = text.split('\n').flatMap((line) => /^JOB.* (\d+)$/.exec(line)?.[1] ?? []);
    expect(last).toEqual(['34', '34', '33', '100']);
    expect(text.replaceAll('\n', ' ')).toContain('parts may not add up to the total');
  });
});

describe('a table', () => {
  test('has its columns under their names, figures to the right', async () => {
    const rows = [line(['Nord', 1234.5]), line(['Västra Götaland', -0.4]), line(['Syd', 1234567])];
    expect(await table(tableOf(...rows), PAGE)).toBe(
      [
        'Headline.',
        '',
        '                     Total',
        'Region               hours',
        '───────────────  ─────────',
        `Nord                 1${NBSP}235`,
        'Västra Götaland          0',
        `Syd              1${NBSP}234${NBSP}567`,
        '',
      ].join('\n'),
    );
  });

  test('has a title, a blank line above what stands apart, and totals in bold', async () => {
    const rows = [line(['Nord', 1]), line(['Sum', 2], { weight: 'total', isApart: true })];
    const text = await table(view([{ kind: 'table', title: 'January', columns: COLUMNS, rows }]), PAGE);
    expect(text.split('\n')).toEqual([
      'Headline.',
      '',
      'January',
      '        Total',
      'Region  hours',
      '──────  ─────',
      'Nord        1',
      '',
      'Sum         2',
      '',
    ]);
    const paint = await colourPaint();
    const painted = await table(view([{ kind: 'table', title: 'January', columns: COLUMNS, rows }]), {
      ...PAGE,
      paint,
    });
    for (const bold of ['Headline.', 'January', 'Sum', '2', 'hours'])
      expect(painted).toContain(paint.bold(forTerminal(bold)));
    expect(painted).not.toContain(paint.bold(terminal`Nord`));
    expect(painted.replaceAll(/\u001B\[\d+m/g, '')).toBe(text);
  });

  test('has every row, however many', async () => {
    for (const count of [1, 3, 4, 5, 8, 9, 100]) {
      const rows = Array.from({ length: count }, (_, index) =>
        line([`R${index}`, index], { isApart: index % 7 === 6 }),
      );
      const lines = (await table(tableOf(...rows), PAGE)).split('\n').slice(5, -1);
      expect(lines.filter((each) => each !== '').map((each) => each.split(/ +/))).toEqual(
        rows.map(({ cells }) => cells.map(String)),
      );
      expect(lines.filter((each) => each === '').length).toBe(Math.floor(count / 7));
    }
  });

  test('has its figures below each other, however far down, in narrow columns and in wide ones', async () => {
    for (const longest of [1_234_567, 1_234_567_890]) {
      const rows = Array.from({ length: 200 }, (_, at) =>
        line([at === 0 ? 'Västra Götaland' : 'R', at === 0 ? longest : 1]),
      );
      const lines = (await table(tableOf(...rows), PAGE)).split('\n').slice(2, -1);
      expect(lines).toHaveLength(203);
      expect(new Set(lines.map(widthOf)).size).toBe(1);
    }
  });

  test('has no blank line above the labels where none of them takes two', async () => {
    const columns: readonly Column[] = [
      { label: ['', 'Region'], align: 'left' },
      { label: ['', 'hours'], align: 'right' },
    ];
    const text = await table(view([{ kind: 'table', title: null, columns, rows: [line(['Nord', 1])] }]), PAGE);
    expect(text).toBe('Headline.\n\nRegion  hours\n──────  ─────\nNord        1\n');
  });

  test('F08 of two thousand rows takes no time', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => line([`Region ${index}`, index * 1000]));
    const start = performance.now();
    expect((await table(tableOf(...rows), PAGE)).split('\n').length).toBe(2006);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('F08 cuts a long name, and one of a megabyte takes no time', async () => {
    expect(await table(tableOf(line(['Jobb- och utvecklingsgarantin', 1])), PAGE)).toContain(
      'Jobb- och utveckl…      1',
    );
    const start = performance.now();
    const text = await table(tableOf(line(['å'.repeat(1_000_000), 1])), PAGE);
    expect(text).toContain(`${'å'.repeat(17)}…`);
    expect(text.length).toBeLessThan(200);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('stands in its columns with wide and with combining characters', async () => {
    const text = await table(tableOf(line(['日本', 1]), line(['e\u0301e\u0301', 2]), line(['Syd', 3])), PAGE);
    const rows = text.split('\n').slice(5, 8);
    expect(rows.map(widthOf)).toEqual([13, 13, 13]);
  });

  test('X01 shows what would act on the terminal', async () => {
    const text = await table(tableOf(line(['\u001B[2J\n::x', 1]), line(['a\u202Eb', 2])), PAGE);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    expect(text).toContain('\\x1B[2J\\x0A:\\x3Ax');
    expect(text).toContain('a\\u{202E}b');
  });

  test('has no line that ends with a space', async () => {
    const text = await table(tableOf(line(['a', 1]), line(['', 2])), PAGE);
    for (const each of text.split('\n')) expect(each).toBe(each.trimEnd());
  });
});

describe('what stands in the place of a table', () => {
  test('is prose, a sentence a line, no wider than people read', async () => {
    const blocks: Block[] = [{ kind: 'prose', lines: ['One\u001B.', 'word '.repeat(60).trim()] }];
    const lines = (await table(view(blocks), { ...PAGE, width: 300 })).split('\n');
    expect(lines.slice(0, 3)).toEqual(['Headline.', '', 'One\\x1B.']);
    expect(lines.slice(3, -1).map(widthOf)).toEqual([99, 99, 99]);
    const narrow = (await table(view(blocks), { ...PAGE, width: 40 })).split('\n');
    expect(Math.max(...narrow.map(widthOf))).toBe(39);
  });

  test('is problems without a title, however many', async () => {
    const of = (count: number): Block => {
      const problems = Array.from({ length: count }, (_, at) =>
        withoutLine('row-blank', {}, { file: 'a', line: at + 1, column: `c${at}`, columnNumber: at }),
      );
      return { kind: 'problems', problems, catalogue: PLAIN_WORDS };
    };
    expect(await table(view([of(1)]), PAGE)).toBe(
      'Headline.\n\nerror: a, l1, c0 c0: blank row\n  delete it [row-blank]\n',
    );
    const many = (await table(view([of(30)]), PAGE)).split('\n');
    expect(many).toHaveLength(2 + 30 * 2 + 1);
    expect(many.slice(-3)).toEqual(['error: a, l30, c29 c29: blank row', '  delete it [row-blank]', '']);
  });
});

describe('the text around a table', () => {
  const sentence = 'A sentence of words that goes on and on until it needs a second line to stand on.';

  test('is broken at the width, notes numbered and indented', async () => {
    const text = await table(view([], { headline: sentence, notes: [sentence, 'Short.'], remarks: [sentence] }), {
      ...PAGE,
      width: 40,
    });
    expect(text).toBe(
      [
        'A sentence of words that goes on and on',
        'until it needs a second line to stand',
        'on.',
        '',
        'Notes',
        '1. A sentence of words that goes on and',
        '   on until it needs a second line to',
        '   stand on.',
        '2. Short.',
        '',
        'A sentence of words that goes on and on',
        'until it needs a second line to stand',
        'on.',
        '',
      ].join('\n'),
    );
  });

  test('has what sets it apart below the headline, each on lines of its own', async () => {
    const text = await table(view([], { qualifiers: ['One\u001B.', sentence] }), { ...PAGE, width: 45 });
    expect(text.split('\n')).toEqual([
      'Headline.',
      'One\\x1B.',
      'A sentence of words that goes on and on until',
      'it needs a second line to stand on.',
      '',
    ]);
  });

  test('is no wider than people read, however wide the terminal', async () => {
    const text = await table(view([], { headline: 'word '.repeat(60).trim() }), { ...PAGE, width: 300 });
    expect(Math.max(...text.split('\n').map(widthOf))).toBe(99);
  });

  test('X01 is inert', async () => {
    const text = await table(view([], { headline: 'a\u001B[31mb', notes: ['c\u009Bd'] }), PAGE);
    expect(text).toBe('a\\x1B[31mb\n\nNotes\n1. c\\x9Bd\n');
  });

  test('is painted after it was made inert', async () => {
    const text = await table(view([], { headline: 'a', notes: ['b'], remarks: ['c'] }), { ...PAGE, paint: MARKED });
    expect(text).toBe('[b a b]\n\n[b Notes b]\n1. b\n\n[d c d]\n');
  });
});

describe('an estimate at 80 columns', () => {
  const REGIONS = ['Mitt', 'Nord', 'Stockholm Gotland', 'Syd', 'Väst', 'Öst'];
  const rows = ['ETP', 'JOB', 'UGA'].flatMap((programme) =>
    REGIONS.map((region) =>
      row({
        programme,
        region,
        newDecisions: 3000,
        collaborationCases: 1500,
        baseHours: 9000,
        collaborationHours: 6000,
        totalHours: 15000,
      }),
    ),
  );

  test.each([
    ['English', en, '.'],
    ['Swedish', sv, ','],
  ] as const)('fits in %s, with six regions and a quarter of a million hours', async (_, catalogue, decimalSign) => {
    const text = await table(estimateView(estimate(rows), catalogue), { ...PAGE, decimalSign });
    const lines = text.split('\n');
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80);
    expect(text).toContain(`270${NBSP}000`);
    expect(text).toContain('Stockholm Gotland');
    for (const each of lines) expect(each).toBe(each.trimEnd());
  });

  test('has no decimals, and rounds each figure by itself', async () => {
    const thirds = [33.35, 33.35, 33.3].map((hours, index) =>
      row({ region: `R${index}`, newDecisions: 0.5, baseHours: hours, collaborationHours: 0, totalHours: hours }),
    );
    const text = await table(estimateView(estimate(thirds), PLAIN_WORDS), PAGE);
    expect(text.split('\n').slice(5, 9)).toEqual([
      'JOB   R0     1     40    33     0     33',
      'JOB   R1     1     40    33     0     33',
      'JOB   R2     1     40    33     0     33',
      'JOB   sum    2    120   100     0    100',
    ]);
  });
});

describe('a tree', () => {
  test('has a branch a line, its details below', async () => {
    const root: TreeNode = {
      text: 'total 500 = 400 + 100',
      detail: null,
      children: [
        { text: 'base 400', detail: 'a.csv line 3', children: [leaf('new 100', 'b.csv line 2'), leaf('bedöma 4')] },
        { text: 'collaboration 100', detail: 'c.csv', children: [leaf('cases 40')] },
      ],
    };
    expect(await table(treeOf(root), PAGE)).toBe(
      [
        'Headline.',
        '',
        'total 500 = 400 + 100',
        '├ base 400',
        '│ │ a.csv line 3',
        '│ ├ new 100',
        '│ │   b.csv line 2',
        '│ └ bedöma 4',
        '└ collaboration 100',
        '  │ c.csv',
        '  └ cases 40',
        '',
      ].join('\n'),
    );
  });

  test('breaks long lines under their own beginning', async () => {
    const root: TreeNode = {
      text: 'total',
      detail: null,
      children: [
        leaf('a branch with so many words that one line is too short'),
        leaf('last', 'and a detail that is just as long as that'),
      ],
    };
    const lines = (await table(treeOf(root), { ...PAGE, width: 30 })).split('\n').slice(2, -1);
    expect(lines).toEqual([
      'total',
      '├ a branch with so many',
      '│     words that one line is',
      '│     too short',
      '└ last',
      '    and a detail that is just',
      '      as long as that',
    ]);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(30);
  });

  test('X01 is inert', async () => {
    const text = await table(treeOf(leaf('a\u001Bb', 'c\nd')), PAGE);
    expect(text).toBe('Headline.\n\na\\x1Bb\n  c\\x0Ad\n');
  });
});
