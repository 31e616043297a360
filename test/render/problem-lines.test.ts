import { describe, expect, test } from 'vitest';
import type { PlacedProblem } from '../../src/domain/placed-problem.ts';
import type { Place } from '../../src/domain/problem.ts';
import { NO_PAINT, type Paint } from '../../src/render/paint.ts';
import { problemLines, textLines } from '../../src/render/problem-lines.ts';
import { terminal } from '../../src/render/terminal-text.ts';
import { inCell, inRow, withoutLine } from './placed.ts';
import { PLAIN_WORDS } from './reports.ts';

const PAGE = { width: 80, paint: NO_PAINT };
const MARKED: Paint = {
  ...NO_PAINT,
  red: (text) => terminal`<r>${text}</r>`,
  yellow: (text) => terminal`<y>${text}</y>`,
};
const lines = (first: PlacedProblem, page = PAGE, otherLines: readonly number[] = []): string[] =>
  problemLines({ like: { first, otherLines, count: otherLines.length + 1 }, rest: [] }, PLAIN_WORDS, page).split('\n');
const blank = (place: Partial<Place>): PlacedProblem => withoutLine('row-blank', {}, place);

describe('a problem for people', () => {
  test('says where it is, what was expected, what stands there, and how to mend it', () => {
    expect(lines(inCell('row-blank', {}, '2022-01;JOB;Nord;«1200 st»;120'))).toEqual([
      'error: a.csv, l57, @D57 decisions: blank row',
      '    2022-01;JOB;Nord;1200 st;120',
      '                     ^~~~~~~',
      '  delete it [row-blank]',
    ]);
  });

  test('of a row as a whole names no cell', () => {
    expect(lines(inRow('row-blank', {}, ';;'))).toEqual([
      'error: a.csv, l3: blank row',
      '    ;;',
      '    ^~',
      '  delete it [row-blank]',
    ]);
  });

  test('of a row that a spreadsheet counts otherwise names it', () => {
    const { excerpt, ...rest } = inRow('row-blank', {}, ';;');
    const [first] = lines({ ...rest, excerpt: { text: ';;', start: 0, length: 2, address: '2' } });
    expect(excerpt?.address).toBe('3');
    expect(first).toBe('error: a.csv, l3, r2: blank row');
  });

  test('leaves no loose spaces behind a blank line', () => {
    expect(lines(inRow('row-blank', {}, ''))).toEqual([
      'error: a.csv, l3: blank row',
      '',
      '    ^',
      '  delete it [row-blank]',
    ]);
  });

  test('without its line shows the value', () => {
    const place = { file: 'a.csv', line: 3, column: 'låg', columnNumber: 4, value: ' 7' };
    expect(lines(blank(place))).toEqual(['error: a.csv, l3, c4 låg < 7>: blank row', '  delete it [row-blank]']);
  });

  test('shows the value as well where the line has only a part of it', () => {
    const { problem, ...rest } = inCell('row-blank', {}, 'x;«"a»');
    expect(lines({ ...rest, problem: { ...problem, value: 'a\nb' } })[0]).toBe(
      'error: a.csv, l57, @D57 decisions <a\\x0Ab>: blank row',
    );
  });

  test.each<[string, Partial<Place>, string]>([
    ['a file', { file: 'a.csv' }, 'error: a.csv: blank row'],
    ['a line', { file: 'a.csv', line: 3 }, 'error: a.csv, l3: blank row'],
    [
      'a blank cell',
      { file: 'a.csv', line: 3, column: 'x', columnNumber: 1, value: '' },
      'error: a.csv, l3, c1 x: blank row',
    ],
    ['nowhere', {}, 'error: blank row'],
  ])('of %s says no more than it knows', (_, place, line) => {
    expect(lines(blank(place))[0]).toBe(line);
  });

  test('names the other lines that have it', () => {
    expect(lines(blank({ file: 'a.csv', line: 3 }), PAGE, [5]).at(-1)).toBe('  =1 5');
    expect(lines(blank({ file: 'a.csv', line: 3 }), PAGE, [5, 9, 13, 20, 31, 40, 41, 42]).at(-1)).toBe(
      '  =8 5, 9, 13, 20, 31, 40–42',
    );
    expect(lines(blank({ file: 'a.csv', line: 3 }), PAGE, [5, 9, 13, 20, 31, 40, 42, 44, 46]).at(-1)).toBe(
      '  =9 5, 9, 13, 20, 31, 40, 42, 44 …',
    );
  });

  test('that takes steps to mend has them one by one, and its code behind the last', () => {
    const placed = withoutLine('outcome-missing', {
      month: '2022-01',
      names: ['JOB'],
      programmes: ['JOB'],
      held: null,
      asOf: null,
    });
    expect(lines(placed)).toEqual([
      'error: no JOB in 2022-01',
      '  to mend it:',
      '  1. first',
      '  2. second, with so many words that one line is too short for all of them and',
      '  they need two [outcome-missing]',
    ]);
  });

  test('has its severity and its mark in colour, and nothing else', () => {
    const page = { ...PAGE, paint: MARKED };
    expect(lines(inCell('row-blank', {}, 'x;«yy»;z'), page)).toEqual([
      '<r>error</r>: a.csv, l57, @D57 decisions: blank row',
      '    x;yy;z',
      '      <r>^~</r>',
      '  delete it [row-blank]',
    ]);
    expect(lines(inCell('row-blank', {}, 'x;«y»;z', { severity: 'warning' }), page)).toEqual([
      '<y>warning</y>: a.csv, l57, @D57 decisions: blank row',
      '    x;y;z',
      '      <y>^</y>',
      '  delete it [row-blank]',
    ]);
  });

  test('cuts a long value and a long name at eighty characters', () => {
    const long = 'å'.repeat(1_000_000);
    const start = performance.now();
    const text = lines(blank({ file: 'a.csv', line: 3, column: long, columnNumber: 1, value: long })).join('');
    expect(text).toContain(` ${'å'.repeat(79)}…  <${'å'.repeat(79)}…>:`);
    expect(text.length).toBeLessThan(300);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('masks personal numbers in the value, the name of the column and the line', () => {
    const place = { file: 'a.csv', line: 3, column: '8112289874', columnNumber: 1, value: '811228-9874' };
    expect(lines(blank(place))[0]).toBe('error: a.csv, l3, c1 811228**** <811228-****>: blank row');
    expect(lines(inCell('row-blank', {}, '701063-2391;«811228-9874»')).slice(1, 3)).toEqual([
      '    701063-****;811228-****',
      '                ^~~~~~~~~~~',
    ]);
  });

  test('X01 X10 has nothing in it that acts on the terminal, or begins a line', () => {
    const place = {
      file: 'a\n::error::.csv',
      line: 3,
      column: '\u001B]0;x\u0007',
      columnNumber: 1,
      value: '\u202E\u009B31m\n::set-output',
    };
    const text = lines(blank(place)).join('\n');
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text.replaceAll('\n  ', ' ')).toContain('\\u{202E}\\x9B31m\\x0A:\\x3Aset-output');
  });

  test('has its line as wide as the page, its sentences no wider than people read', () => {
    const placed = inCell('row-blank', {}, `${'a'.repeat(300)};«x»;${'b'.repeat(300)}`, { column: 'word '.repeat(15) });
    const widths = (width: number): number[] => lines(placed, { ...PAGE, width }).map((line) => line.length);
    const at140 = widths(140);
    expect(at140).toContain(140);
    expect(at140.filter((length) => length > 100)).toEqual([140]);
    expect(Math.max(...widths(80))).toBe(80);
    expect(Math.max(...widths(10))).toBe(40);
  });
});

describe('a text for people', () => {
  test('is broken at the width, later lines indented', () => {
    const texts = {
      message: 'a message of many words that needs two lines',
      hint: 'a hint that needs two lines as well',
    };
    expect(textLines('error', (text) => text, 'place', texts, { ...PAGE, width: 40 }).split('\n')).toEqual([
      'error: place: a message of many words',
      '  that needs two lines',
      '  a hint that needs two lines as well',
    ]);
    expect(textLines('error', (text) => text, '', { ...texts, message: 'm' }, { ...PAGE, width: 10 })).toBe(
      'error: m\n  a hint that needs two lines as well',
    );
  });

  test('is no wider than people read', () => {
    const message = 'word '.repeat(60).trim();
    const text = textLines('error', (each) => each, '', { message, hint: message }, { ...PAGE, width: 300 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
