import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { markdown } from '../../src/render/markdown.ts';
import type { Block, Column, TableRow, View } from '../../src/render/view.ts';
import { asHtml, elementsOf, filtersOf, shownBy } from './as-github.ts';
import { inCell, withoutLine } from './placed.ts';
import { PLAIN_WORDS } from './reports.ts';

const NBSP = '\u00A0';
const MOST = 60_000;
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
const line = (cells: TableRow['cells'], weight: TableRow['weight'] = 'row'): TableRow => ({
  cells,
  weight,
  isApart: false,
});
const tableOf = (rows: readonly TableRow[], title: string | null = null): Block => ({
  kind: 'table',
  title,
  columns: COLUMNS,
  rows,
});
const regions = (count: number): TableRow[] => Array.from({ length: count }, (_, at) => line([`R${at}`, at]));
const prose = (count: number): Block => ({
  kind: 'prose',
  lines: Array.from({ length: count }, (_, at) => `Sentence ${at}.`),
});
const shown = (blocks: readonly Block[], changes: Partial<View> = {}): string => markdown(view(blocks, changes), en);

describe('a view as Markdown', () => {
  test('begins with its headline and what sets it apart, and ends with what to know', () => {
    expect(shown([], { qualifiers: ['One.'], notes: ['A.', 'B.'], remarks: ['Estimates.'] })).toBe(
      [
        '**Headline.**',
        '',
        'One.',
        '',
        '<details>',
        '<summary>Notes: 2</summary>',
        '',
        '1. A.',
        '2. B.',
        '',
        '</details>',
        '',
        'Estimates.',
        '',
      ].join('\n'),
    );
    expect(shown([], { qualifiers: ['One.', 'Two.'] })).toBe('**Headline.**\n\n- One.\n- Two.\n');
  });

  test('has its table open: figures to the right, labels on a line, totals in bold', () => {
    const rows = [line(['Nord', 1234.5]), line(['Syd', -0.4]), line(['In all', 1234567], 'total')];
    const table = [
      '| Region | Total hours |',
      '| --- | ---: |',
      `| Nord | 1${NBSP}235 |`,
      '| Syd | 0 |',
      `| **In all** | **1${NBSP}234${NBSP}567** |`,
      '',
    ].join('\n');
    expect(shown([tableOf(rows)])).toBe(`**Headline.**\n\n${table}`);
    expect(shown([tableOf(rows, 'January')])).toBe(`**Headline.**\n\n**January**\n\n${table}`);
  });

  test('leaves a blank cell of a total blank', () => {
    expect(shown([tableOf([line(['', 1], 'total')])])).toContain('|  | **1** |');
  });

  test.each<[Column['label'], string]>([
    [['', 'Region'], 'Region'],
    [['Nya', 'beslut'], 'Nya beslut'],
    [['Grund-', 'timmar'], 'Grundtimmar'],
    [['Samverk.-', 'ärenden'], 'Samverk.-ärenden'],
    [['Timmar', '/ärende'], 'Timmar/ärende'],
    [['Outcome', '2022-11'], 'Outcome 2022-11'],
    [['År-till-år', 'ändring'], 'År-till-år ändring'],
    [['2022-11', 'timmar'], '2022-11 timmar'],
    [['2022-', '2023'], '2022-2023'],
    [['', ''], ''],
  ])('has the label %j as %j', (label, text) => {
    const block: Block = { kind: 'table', title: null, columns: [{ label, align: 'left' }], rows: [] };
    expect(shown([block])).toContain(`\n| ${text} |\n`);
  });

  test('has one table open, if it is short, and folds the others', () => {
    const summaries = (blocks: readonly Block[]): string[] =>
      [...shown(blocks).matchAll(/<summary>(.*)<\/summary>/g)].map(([, text]) => text as string);
    expect(summaries([tableOf(regions(30)), tableOf(regions(1), 'A'), tableOf(regions(2), 'B')])).toEqual([
      'A: one row',
      'B: 2 rows',
    ]);
    expect(summaries([tableOf(regions(31)), tableOf(regions(1), 'A')])).toEqual(['Table: 31 rows', 'A: one row']);
    expect(summaries([prose(3), tableOf(regions(1))])).toEqual([]);
    expect(summaries([prose(4)])).toEqual(['Details: 4']);
  });

  test('has a tree as it stands, in code', () => {
    const leaf = { text: 'b ``` 2', detail: 'a.csv line 3', children: [] };
    const root = { text: 'a 3 = 2 + 1', detail: null, children: [leaf, { ...leaf, text: 'c <b> @x', detail: null }] };
    expect(shown([{ kind: 'tree', root }])).toBe(
      [
        '**Headline.**',
        '',
        '<details>',
        '<summary>How it is computed</summary>',
        '',
        '````',
        'a 3 = 2 + 1',
        '├ b ``` 2',
        '│   a.csv line 3',
        '└ c <b> @x',
        '````',
        '',
        '</details>',
        '',
      ].join('\n'),
    );
  });

  test('has problems as a list, each with its line in code', () => {
    const first = inCell('row-blank', {}, '2022-01;JOB;Nord;«1*200* st»;120');
    const second = withoutLine('outcome-missing', { month: '2022-01', programmes: ['JOB'], names: [] } as never);
    const problems = [first, second];
    expect(shown([{ kind: 'problems', problems, catalogue: PLAIN_WORDS }])).toBe(
      [
        '**Headline.**',
        '',
        '- **error:** a.csv, l57, @\u2060D57 decisions: blank row',
        '',
        '  ```',
        '  2022-01;JOB;Nord;1*200* st;120',
        '                   ^~~~~~~~~',
        '  ```',
        '',
        '  delete it `row-blank`',
        '- **error:** no JOB in 2022-01',
        '',
        '  to mend it:',
        '  1. first',
        '  2. second, with so many words that one line is too short for all of them and they need two `outcome-missing`',
        '',
      ].join('\n'),
    );
  });

  test('has the other places of a problem as paragraphs of its item', () => {
    const problems = [3, 5, 9].map((at) => withoutLine('row-blank', {}, { file: 'a_*b*.csv', line: at }));
    expect(shown([{ kind: 'problems', problems, catalogue: PLAIN_WORDS }])).toMatch(/`row-blank`\n\n {2}=2 5, 9\n$/);
  });

  test('folds many problems, with those that are only counted', () => {
    const of = (count: number): string => {
      const problems = Array.from({ length: count }, (_, at) =>
        withoutLine('row-blank', {}, { file: 'a', line: at + 1, column: `c${at}`, columnNumber: at }),
      );
      return shown([{ kind: 'problems', problems, catalogue: PLAIN_WORDS }]);
    };
    expect(of(10)).not.toContain('<details>');
    expect(of(11)).toContain('<summary>Problems: 11</summary>');
    expect(of(53)).toContain('\n- +3 of 3 in a\n');
  });

  test('is in Swedish where it is asked for', () => {
    const text = markdown(view([tableOf(regions(31)), prose(4)]), sv);
    expect(text).toContain('<summary>Tabell: 31 rader</summary>');
    expect(text).toContain('<summary>Detaljer: 4</summary>');
  });
});

describe('a view too long for a comment', () => {
  const rowsIn = (text: string): string[] => [...text.matchAll(/^\| (R\d+) /gm)].map(([, name]) => name as string);

  test('loses the middle of its table, says how much, and keeps the totals', () => {
    const count = 20_000;
    const text = shown([tableOf([...regions(count), line(['In all', 7], 'total')])], { remarks: ['Estimates.'] });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST);
    expect(Buffer.byteLength(text)).toBeGreaterThan(MOST - 200);
    const [, left = ''] = /^\| … ([\d\u00A0]+) rows left out \| {2}\|$/m.exec(text) ?? [];
    const names = rowsIn(text);
    expect(names.length + Number(left.replaceAll(NBSP, ''))).toBe(count);
    expect(names[0]).toBe('R0');
    expect(names.at(-1)).toBe(`R${count - 1}`);
    expect(text.endsWith('| **In all** | **7** |\n\n</details>\n\nEstimates.\n')).toBe(true);
  });

  test('loses it in one table only, if the others are short', () => {
    const text = shown([tableOf(regions(30)), tableOf(regions(9_000), 'Long'), tableOf(regions(40), 'Short')]);
    expect(text.match(/left out/g)).toEqual(['left out']);
    expect(rowsIn(text).filter((name) => name === 'R25')).toHaveLength(3);
  });

  test('says it in Swedish', () => {
    expect(markdown(view([tableOf(regions(9_000))]), sv)).toMatch(/^\| … \d\u00A0\d{3} rader visas inte \| {2}\|$/m);
  });

  test('loses the middle of a tree, inside its fence', () => {
    const children = Array.from({ length: 5_000 }, (_, at) => ({ text: `branch ${at}`, detail: null, children: [] }));
    const text = shown([{ kind: 'tree', root: { text: 'root', detail: null, children } }]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST);
    const [, code = ''] = /<pre><code>([\s\S]*)<\/code><\/pre>/.exec(asHtml(text)) ?? [];
    const lines = code.trimEnd().split('\n');
    expect([lines[0], lines[1], lines.at(-1)]).toEqual(['root', '├ branch 0', '└ branch 4999']);
    const [, left = ''] = /^… ([\d\u00A0]+) lines left out$/m.exec(code) ?? [];
    expect(lines.length - 1 + Number(left.replaceAll(NBSP, ''))).toBe(5_001);
  });

  test('loses notes in the middle, and the others keep their numbers', () => {
    const notes = Array.from({ length: 3_000 }, (_, at) => `This is the note of ${at + 1}.`);
    const html = asHtml(shown([], { notes }));
    expect(html).toMatch(/<p>… [\d\u00A0]+ entries left out<\/p>/);
    const [, start = ''] = /<ol start="(\d+)">\n<li>This is the note of (\d+)\./.exec(html) ?? [];
    expect(html).toContain(`<ol start="${start}">\n<li>This is the note of ${start}.</li>`);
    expect(html).toContain('<li>This is the note of 3000.</li>');
  });

  test('loses sentences in the middle, and says so in an item', () => {
    const text = shown([prose(5_000)]);
    const [, left = ''] = /^- … ([\d\u00A0]+) entries left out$/m.exec(text) ?? [];
    expect(text.match(/^- Sentence \d+\.$/gm)?.length).toBe(5_000 - Number(left.replaceAll(NBSP, '')));
  });

  test('loses whole tables where there are too many, and counts their rows', () => {
    const months = Array.from({ length: 2_000 }, (_, at) => tableOf(regions(2), `Month ${at}`));
    const text = shown(months);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST);
    const kept = text.match(/Month \d+/g) ?? [];
    expect(kept[0]).toBe('Month 0');
    expect(kept.at(-1)).toBe('Month 1999');
    const [, left = ''] = /^… ([\d\u00A0]+) rows left out$/m.exec(text) ?? [];
    expect(Number(left.replaceAll(NBSP, ''))).toBe((2_000 - kept.length) * 2);
  });

  test('F08 fits with texts of a megabyte everywhere', () => {
    const long = '$|\u202Eå'.repeat(250_000);
    const rows = [line([long, 1]), line([long, 2], 'total')];
    const tree = { text: long, detail: long, children: [{ text: long, detail: null, children: [] }] };
    const problems = [inCell('row-blank', {}, `${long}«${long}»${long}`), withoutLine('row-blank', {}, { file: long })];
    const blocks: Block[] = [
      { kind: 'problems', problems, catalogue: en },
      tableOf(rows, long),
      { kind: 'tree', root: tree },
      { kind: 'prose', lines: [long, long, long, long] },
      tableOf(rows, long),
    ];
    const texts = [long, long, long];
    const text = shown(blocks, { headline: long, qualifiers: texts, notesTitle: long, notes: texts, remarks: texts });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST);
    const html = asHtml(text);
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    expect(text.startsWith('**<span>$</span>')).toBe(true);
  });
});

describe('hostile data', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '</details></summary>',
    '[x](javascript:alert(1)) ![](http://t.se/p.png)',
    '@team a@b.se #12 GH-12 https://e.se www.e.se :tada: $x$',
    '| --- | --- |',
    '```\n# heading\n---\n- item\n1. item',
    '::error::x\n##[error]y ##vso[task]z',
    '**bold** _it_ ~~gone~~ `code` \\',
    '\u202Edys\u0007\u001B[2J',
  ];
  const everywhere = (text: string): View => {
    const rows = [line([text, 1]), line([text, text], 'total')];
    const excerpt = { text: `a;${text.split('\n')[0]};b`, start: 2, length: 3, address: text };
    const place = { file: text, line: 3, column: text, columnNumber: 2, value: text };
    const problems = [{ ...withoutLine('row-blank', {}, place), excerpt }, withoutLine('row-blank', {}, place)];
    const root = { text: 'root', detail: text, children: [{ text, detail: text, children: [] }] };
    return view(
      [
        { kind: 'problems', problems, catalogue: en },
        tableOf(rows, text),
        tableOf(rows, text),
        { kind: 'tree', root },
        { kind: 'prose', lines: [text, text] },
      ],
      { headline: text, qualifiers: [text, text], notesTitle: text, notes: [text], remarks: [text] },
    );
  };
  /** What the renderer itself makes. */
  const OWN = ['code', 'details', 'li', 'ol', 'p', 'pre', 'strong', 'summary', 'ul'];
  const TABLE = ['table', 'tbody', 'td', 'th', 'thead', 'tr'];
  const expectInert = (text: string): void => {
    const made = markdown(everywhere(text), en);
    const html = asHtml(made);
    expect(elementsOf(html.replaceAll('<span>$</span>', ''))).toEqual([...OWN, ...TABLE].sort());
    expect(html).not.toMatch(/<[^>]*(?:href|src|on\w+)=/);
    expect(html.match(/<details>/g)).toHaveLength(3);
    expect(html.match(/<\/details>/g)).toHaveLength(3);
    // GitHub's filters leave code as it is.
    expect(filtersOf(html.replaceAll(/<code>[\s\S]*?<\/code>/g, ''))).toEqual([]);
    expect(made).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    for (const each of made.split('\n')) expect(each).not.toMatch(/^\s*(?:::|##\[|##vso\[|#{1,6} )/);
  };

  test.each(HOSTILE)('X09 X10 X11 %j does nothing, wherever it stands', (text) => {
    expectInert(text);
  });

  test('X09 X10 X11 does nothing in any order', () => {
    const unit = fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom(...'`|<>&*_#-+=~[](){}!\\:$@\n 1.a'));
    const any = fc.string({ unit, minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
    fc.assert(fc.property(any, expectInert), { numRuns: 150 });
  });

  test('X09 is shown as it is', () => {
    for (const text of HOSTILE.slice(0, 5)) {
      const [, cell = ''] = /<td>(.*?)<\/td>/.exec(asHtml(markdown(everywhere(text), en))) ?? [];
      expect(shownBy(cell)).toBe(text);
    }
  });
});
