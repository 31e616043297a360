import { describe, expect, test } from 'vitest';
import { NOWHERE, type Problem, problem } from '../../src/domain/problem.ts';
import { NO_PAINT } from '../../src/render/paint.ts';
import { problemLines, textLines } from '../../src/render/problem-lines.ts';
import { PLAIN_WORDS } from './reports.ts';

const PAGE = { width: 80, paint: NO_PAINT };
const MARKED = { ...NO_PAINT, red: (text: string) => `<r>${text}</r>`, yellow: (text: string) => `<y>${text}</y>` };
const lines = (problems: readonly Problem[], page = PAGE): string[] =>
  problemLines(problems, PLAIN_WORDS, page).split('\n');
const blank = (place: Partial<Problem>): Problem => problem('row-blank', {}, { ...NOWHERE, ...place });

describe('a problem for people', () => {
  test('says where it is, what stands there, what was expected and how to mend it', () => {
    const place = { file: 'a.csv', line: 3, column: 'låg', columnNumber: 4, value: ' 7' };
    expect(lines([blank(place)])).toEqual(['error: a.csv, l3, c4 låg < 7>: blank row', '  delete it [row-blank]']);
  });

  test.each<[string, Partial<Problem>, string]>([
    ['a file', { file: 'a.csv' }, 'error: a.csv: blank row'],
    ['a line', { file: 'a.csv', line: 3 }, 'error: a.csv, l3: blank row'],
    [
      'a blank cell',
      { file: 'a.csv', line: 3, column: 'x', columnNumber: 1, value: '' },
      'error: a.csv, l3, c1 x: blank row',
    ],
    ['nowhere', {}, 'error: blank row'],
  ])('of %s says no more than it knows', (_, place, line) => {
    expect(lines([blank(place)])[0]).toBe(line);
  });

  test('has its severity in colour, and nothing else', () => {
    const facts = {
      programme: 'JOB',
      region: null,
      measure: 'base_hours',
      step: 'a',
      validFrom: '2015-01',
      years: 8,
    } as const;
    const problems = [
      blank({ file: 'a.csv' }),
      problem('schablon-old', facts, { ...NOWHERE, file: 'b.csv' }, 'warning'),
    ];
    expect(lines(problems, { ...PAGE, paint: MARKED })).toEqual([
      '<r>error</r>: a.csv: blank row',
      '  delete it [row-blank]',
      '<y>warning</y>: b.csv: old',
      '  estimate anew [schablon-old]',
    ]);
  });

  test('cuts a long value at eighty characters', () => {
    const place = { file: 'a.csv', line: 3, column: 'x', columnNumber: 1, value: 'å'.repeat(1_000_000) };
    const start = performance.now();
    expect(lines([blank(place)]).join(' ')).toContain(`<${'å'.repeat(79)}…>`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('X01 X10 has nothing in it that acts on the terminal, or begins a line', () => {
    const place = {
      file: 'a\n::error::.csv',
      line: 3,
      column: '\u001B]0;x\u0007',
      columnNumber: 1,
      value: '\u202E\u009B31m\n::set-output',
    };
    const text = lines([blank(place)]).join('\n');
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text.replaceAll('\n  ', ' ')).toContain('\\u{202E}\\x9B31m\\x0A:\\x3Aset-output');
  });

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

describe('problems for people', () => {
  const many = (file: string | null, count: number): Problem[] =>
    Array.from({ length: count }, (_, index) => blank({ file, line: index + 1 }));

  test('are shown fifty a file, then counted', () => {
    const found = lines([...many('a.csv', 50), ...many('b.csv', 51), ...many('c.csv', 1050)]);
    expect(found.filter((line) => line.startsWith('error: a.csv')).length).toBe(50);
    expect(found.filter((line) => line.startsWith('error: b.csv')).length).toBe(50);
    expect(found.filter((line) => line.startsWith('error: c.csv')).length).toBe(50);
    expect(found.filter((line) => line.startsWith('+'))).toEqual(['+1 in b.csv', '+1000 in c.csv']);
    expect(found[200]).toBe('+1 in b.csv');
    expect(found.at(-1)).toBe('+1000 in c.csv');
  });

  test('without a file are counted, too', () => {
    expect(lines(many(null, 52)).at(-1)).toBe('+2 in ');
  });

  test('stand together by file, in the order of the files, those without a file last', () => {
    const found = lines([
      blank({}),
      blank({ file: 'b', line: 2 }),
      blank({ file: 'a' }),
      blank({ file: 'b', line: 1 }),
    ]);
    expect(found.filter((line) => line.startsWith('error'))).toEqual([
      'error: a: blank row',
      'error: b, l2: blank row',
      'error: b, l1: blank row',
      'error: blank row',
    ]);
  });

  test('X01 name an inert file in the count, too', () => {
    expect(lines(many('a\u001B.csv', 51)).at(-1)).toBe('+1 in a\\x1B.csv');
  });

  test('are nothing where there are none', () => {
    expect(problemLines([], PLAIN_WORDS, PAGE)).toBe('');
  });
});
