import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedProblem } from '../../src/domain/placed-problem.ts';
import { NO_PAINT } from '../../src/render/paint.ts';
import type { ProblemPage } from '../../src/render/problem-lines.ts';
import { problemList } from '../../src/render/problem-list.ts';
import { terminal } from '../../src/render/terminal-text.ts';
import { inCell, withoutLine } from './placed.ts';
import { PLAIN_WORDS } from './reports.ts';

const PAGE: ProblemPage = { width: 80, paint: { ...NO_PAINT, bold: (text) => terminal`<b>${text}</b>` } };
const lines = (problems: readonly PlacedProblem[], title = ''): string[] =>
  problemList(problems, PLAIN_WORDS, PAGE, { opening: title, closing: title }).split('\n').slice(0, -1);
const blank = (file: string | null, line: number | null, value: string | null = null): PlacedProblem =>
  withoutLine('row-blank', {}, { file, line, value });
/** Each of a kind of its own. */
const many = (file: string | null, count: number): PlacedProblem[] =>
  Array.from({ length: count }, (_, index) => ofColumn(file, index + 1, `c${index}`));
const ofColumn = (file: string | null, line: number | null, column: string, value = ''): PlacedProblem =>
  withoutLine('row-blank', {}, { file, line, column, columnNumber: 4, value });
const headings = (found: readonly string[]): string[] => found.filter((line) => /^(?:error|warning)/.test(line));

describe('problems for people', () => {
  test('stand together by file, in the order of the files, those without a file last', () => {
    const found = lines([blank(null, null), blank('b', 2, 'x'), blank('a', null), blank('b', 1)]);
    expect(found.filter((line) => line.startsWith('error'))).toEqual([
      'error: a: blank row',
      'error: b, l2 <x>: blank row',
      'error: b, l1: blank row',
      'error: blank row',
    ]);
  });

  test('that differ in nothing but the line are shown once, with the other lines', () => {
    expect(lines([blank('a', 3), blank('b', 4), blank('a', 5), blank('a', 9)])).toEqual([
      'error: a, l3: blank row',
      '  delete it [row-blank]',
      '  =2 5, 9',
      'error: b, l4: blank row',
      '  delete it [row-blank]',
    ]);
  });

  test.each<[string, PlacedProblem]>([
    ['value', inCell('number-syntax', {}, 'x;«z»', { line: 9 })],
    ['column', inCell('number-syntax', {}, 'x;«y»', { line: 9, column: 'new_decisions' })],
    ['code', inCell('number-grouping', {}, 'x;«y»', { line: 9 })],
    ['severity', inCell('number-syntax', {}, 'x;«y»', { line: 9, severity: 'warning' })],
    ['text', inCell('number-mixed-signs', { other: ',', otherLine: 3 }, 'x;«y»', { line: 9 })],
  ])('that differ in their %s are not', (_, other) => {
    const first = inCell('number-syntax', {}, 'x;«y»');
    const second = inCell('number-mixed-signs', { other: ',', otherLine: 2 }, 'x;«y»');
    const found = lines([first, second, other]);
    expect(found.filter((line) => /^(?:error|warning)/.test(line)).length).toBe(3);
    expect(found.filter((line) => line.startsWith('  ='))).toEqual([]);
  });

  test('that are told twice of the same line name it once', () => {
    expect(lines([blank('a', 3), blank('a', 3)])).toEqual(['error: a, l3: blank row', '  delete it [row-blank]']);
    expect(lines([blank('a', 3), blank('a', 4), blank('a', 4)]).at(-1)).toBe('  =1 4');
  });

  test('that differ in value or facts are shown three of a kind, then counted with their lines', () => {
    const cells = Array.from({ length: 900 }, (_, at) => ofColumn('a', at + 2, 'x', `${7582 + at} st`));
    const found = lines(cells);
    expect(headings(found)).toEqual([
      'error: a, l2, c4 x <7582 st>: blank row',
      'error: a, l3, c4 x <7583 st>: blank row',
      'error: a, l4, c4 x <7584 st>: blank row',
    ]);
    expect(found.filter((line) => /^ {2}[=~+]/.test(line))).toEqual(['  ~897 897@5–901']);
    expect(found.at(-1)).toBe('  ~897 897@5–901');
    expect(lines(cells.slice(0, 3)).some((line) => line.startsWith('  ~'))).toBe(false);
    expect(lines(cells.slice(0, 4)).at(-1)).toBe('  ~1 1@5');
    const facts = [1, 2, 3, 4, 4].map((found, at) =>
      withoutLine('row-width', { expected: 9, found }, { file: 'a', line: 10 + at }),
    );
    expect(headings(lines(facts)).length).toBe(3);
    expect(lines(facts).at(-1)).toBe('  ~2 2@13–14');
  });

  test('of a kind stand together, at the place of the first', () => {
    const found = lines([
      ofColumn('a', 1, 'x', 'p'),
      ofColumn('a', 2, 'y', 'p'),
      ofColumn('a', 3, 'x', 'q'),
      ofColumn('a', 4, 'x', 'p'),
      ofColumn('a', 5, 'x', 'r'),
      ofColumn('a', 6, 'x', 's'),
      ofColumn('a', 9, 'x', 's'),
    ]);
    expect(found.filter((line) => !line.endsWith('[row-blank]'))).toEqual([
      'error: a, l1, c4 x <p>: blank row',
      '  =1 4',
      'error: a, l3, c4 x <q>: blank row',
      'error: a, l5, c4 x <r>: blank row',
      '  ~2 2@6, 9',
      'error: a, l2, c4 y <p>: blank row',
    ]);
  });

  test('name eight runs of lines at most', () => {
    const cells = Array.from({ length: 40 }, (_, at) => ofColumn('a', 2 * at, 'x', `v${at}`));
    expect(lines(cells).at(-1)).toBe('  ~37 37@6, 8, 10, 12, 14, 16, 18, 20 …');
    const alike = Array.from({ length: 70 }, (_, at) => blank('a.csv', at + 1));
    expect(lines(alike).at(-1)).toBe('  =69 2–70');
  });

  test('of the model are told by their facts alone, so all of a kind are shown', () => {
    const lacking = Array.from({ length: 60 }, (_, at) =>
      withoutLine('programme-without-schablons', { programme: `P${at}` }),
    );
    expect(headings(lines(lacking.slice(0, 50))).length).toBe(50);
    expect(lines(lacking).at(-1)).toBe('  ~10 0@');
  });

  test('are fifty a file, then counted with their kinds', () => {
    const found = lines([...many('a.csv', 50), ...many('b.csv', 51), ...many('c.csv', 1050)]);
    expect(found.filter((line) => line.startsWith('error: a.csv')).length).toBe(50);
    expect(found.filter((line) => line.startsWith('error: b.csv')).length).toBe(50);
    expect(found.filter((line) => line.startsWith('error: c.csv')).length).toBe(50);
    expect(found[200]).toBe('+1 of 1 in b.csv');
    expect(found.at(-1)).toBe('+1000 of 1000 in c.csv');
    expect(lines(many(null, 52)).at(-1)).toBe('+2 of 2 in null');
    expect(lines([...many('a', 51), ...many('a', 51)]).at(-1)).toBe('+2 of 1 in a');
  });

  test('show the first of every kind before the second of any, and lose none', () => {
    const kinds = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(kinds, (sizes) => {
        const problems = sizes.flatMap((size, kind) =>
          Array.from({ length: size }, (_, at) => ofColumn('a', kind + 1, `c${kind}`, `v${at}`)),
        );
        const found = lines(problems);
        const shown = headings(found).map((line) => /c4 (c\d+)/.exec(line)?.[1]);
        const counted = found.flatMap((line) => /^(?: {2}~|\+)(\d+)/.exec(line)?.[1] ?? []);
        expect(shown.length).toBe(
          Math.min(
            50,
            sizes.reduce((sum, size) => sum + Math.min(size, 3), 0),
          ),
        );
        expect(new Set(shown).size).toBe(Math.min(50, sizes.length));
        expect(counted.reduce((sum, count) => sum + Number(count), shown.length)).toBe(problems.length);
      }),
    );
  });

  test('X01 name an inert file in the count, too', () => {
    expect(lines(many('a\u001B.csv', 51)).at(-1)).toBe('+1 of 1 in a\\x1B.csv');
  });

  test('are set apart where lines of files are shown', () => {
    expect(lines([inCell('row-blank', {}, 'x;«y»'), blank('b', 1)], 'Title.')).toEqual([
      '<b>Title.</b>',
      '',
      'error: a.csv, l57, @D57 decisions: blank row',
      '    x;y',
      '      ^',
      '  delete it [row-blank]',
      '',
      'error: b, l1: blank row',
      '  delete it [row-blank]',
    ]);
  });
});

describe('the title of problems', () => {
  test('stands first', () => {
    expect(lines([blank('a', 3)], 'Title.')).toEqual([
      '<b>Title.</b>',
      'error: a, l3: blank row',
      '  delete it [row-blank]',
    ]);
  });

  test('that is empty takes no line', () => {
    expect(lines([blank('a', 3)])).toEqual(['error: a, l3: blank row', '  delete it [row-blank]']);
    expect(problemList([], PLAIN_WORDS, PAGE, { opening: '', closing: '' })).toBe('');
  });

  test('stands alone where there is no problem', () => {
    expect(lines([], 'Title.')).toEqual(['<b>Title.</b>']);
  });

  test('is broken at the width', () => {
    expect(lines([], 'word '.repeat(20).trim())[0]).toBe(`<b>${'word '.repeat(16).trim()}`);
  });

  test('ends a list of more than twenty lines as well', () => {
    expect(lines(many('a', 10), 'Title.').filter((line) => line === '<b>Title.</b>').length).toBe(1);
    const long = lines(many('a', 11), 'Title.');
    expect(long.filter((line) => line === '<b>Title.</b>').length).toBe(2);
    expect([long[0], long.at(-1)]).toEqual(['<b>Title.</b>', '<b>Title.</b>']);
    expect(lines(many('a', 11)).at(-1)).toBe('  delete it [row-blank]');
  });

  test('has a form of its own below a long list', () => {
    const title = { opening: '11 warnings:', closing: '11 warnings.' };
    const long = problemList(many('a', 11), PLAIN_WORDS, PAGE, title).trimEnd().split('\n');
    expect([long[0], long.at(-1)]).toEqual(['<b>11 warnings:</b>', '<b>11 warnings.</b>']);
  });
});
