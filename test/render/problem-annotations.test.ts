import { describe, expect, test } from 'vitest';
import type { PlacedProblem } from '../../src/domain/placed-problem.ts';
import { sv } from '../../src/messages/sv.ts';
import { problemText } from '../../src/render/findings.ts';
import { failureAnnotation, problemAnnotations } from '../../src/render/problem-annotations.ts';
import { inCell, inRow, withoutLine } from './placed.ts';
import { PLAIN_WORDS } from './reports.ts';

const lines = (problems: readonly PlacedProblem[]): string[] =>
  problemAnnotations(problems, PLAIN_WORDS).split('\n').slice(0, -1);

describe('a problem as a command of a workflow', () => {
  test('that takes steps to mend has them numbered behind the hint', () => {
    const facts = { month: '2022-01', names: ['JOB'], programmes: ['JOB'], held: null, asOf: null };
    expect(lines([withoutLine('outcome-missing', facts)])).toEqual([
      '::error title=outcome-missing::no JOB in 2022-01. to mend it: 1. first 2. second, with so many words that one line is too short for all of them and they need two',
    ]);
  });

  test.each<[string, PlacedProblem, string]>([
    [
      'of a cell',
      inCell('row-blank', {}, 'x;«1200 st»;y'),
      '::error file=data/a.csv,line=57,col=3,endColumn=9,title=row-blank::blank row. delete it',
    ],
    [
      'of a blank cell',
      inCell('row-blank', {}, '«»;y'),
      '::error file=data/a.csv,line=57,col=1,endColumn=1,title=row-blank::blank row. delete it',
    ],
    [
      'that is a warning',
      inCell('row-blank', {}, '«x»;y', { severity: 'warning' }),
      '::warning file=data/a.csv,line=57,col=1,endColumn=1,title=row-blank::blank row. delete it',
    ],
    [
      'of a row',
      inRow('row-blank', {}, 'x;y'),
      '::error file=data/a.csv,line=3,col=1,endColumn=3,title=row-blank::blank row. delete it',
    ],
    [
      'of a line that is not shown',
      withoutLine('row-blank', {}, { file: 'a.csv', line: 3, column: 'x', columnNumber: 2 }),
      '::error file=data/a.csv,line=3,title=row-blank::blank row. delete it',
    ],
    [
      'of a file',
      withoutLine('row-blank', {}, { file: 'a.csv' }),
      '::error file=data/a.csv,title=row-blank::blank row. delete it',
    ],
    ['of no file', withoutLine('row-blank', {}), '::error title=row-blank::blank row. delete it'],
    [
      'of standard input says where it is',
      withoutLine('row-blank', {}, { file: '-', line: 3, column: 'x', columnNumber: 2, value: '811228-9874' }),
      '::error title=row-blank::-, l3, c2 x <811228-****>: blank row. delete it',
    ],
  ])('%s', (_, placed, expected) => {
    expect(lines([placed])).toEqual([expected]);
  });

  test('has its path encoded', () => {
    const placed = { ...inRow('row-blank', {}, ''), path: 'å 100 %,\r\n::x::/a,b:c.csv' };
    expect(lines([placed])[0]).toBe(
      '::error file=å 100 %25%2C\\x0D\\x0A%3A\\x3Ax%3A\\x3A/a%2Cb%3Ac.csv,line=3,col=1,endColumn=1,title=row-blank::blank row. delete it',
    );
  });

  test('has its text encoded, and nothing of it begins a line', () => {
    const facts = { other: '100 %\r\n::error::x\u001B[2J', otherPath: 'a.csv', otherLine: 2 };
    const [line = '', ...rest] = lines([inCell('key-variant', facts, 'x;«y»')]);
    expect(rest).toEqual([]);
    expect(line).toContain('100 %25\\x0D\\x0A:\\x3Aerror:\\x3Ax\\x1B[2J');
    expect(line.split('::').length).toBe(3);
  });

  test('is in the language that was chosen, without personal numbers', () => {
    const facts = { other: '811228-9874', otherPath: 'a.csv', otherLine: 2 };
    const placed = inCell('key-variant', facts, 'x;«y»');
    const { message, hint } = problemText(placed.problem, sv);
    expect(problemAnnotations([placed], sv)).toContain(`::${message}. ${hint}\n`);
    expect(message).toContain('811228-****');
  });
});

describe('problems as commands of a workflow', () => {
  const many = (file: string | null, count: number): PlacedProblem[] =>
    Array.from({ length: count }, () => withoutLine('row-blank', {}, { file, line: 3 }));

  test('are nothing where there are none', () => {
    expect(problemAnnotations([], PLAIN_WORDS)).toBe('');
  });

  test('are fifty a file, then counted', () => {
    const found = lines([...many('b.csv', 50), ...many('c.csv', 53), ...many('a.csv', 51), ...many(null, 1)]);
    expect(found.length).toBe(50 + 50 + 1 + 50 + 1 + 1);
    expect(found.filter((line) => line.includes('+'))).toEqual([
      '::error::+1 of 0 in a.csv',
      '::error::+3 of 0 in c.csv',
    ]);
    expect(found.at(-1)).toBe('::error title=row-blank::blank row. delete it');
  });

  test('are the first of every kind, then the others in their order', () => {
    const places = Array.from({ length: 60 }, (_, line) => ({ line, severity: 'warning' }) as const);
    const last = inCell('number-grouping', {}, '«1 00»', { line: 60 });
    const found = lines([...places.map((place) => inCell('row-blank', {}, `«v${place.line}»`, place)), last]);
    expect(found.slice(0, 4).map((line) => /line=(\d+)/.exec(line)?.[1])).toEqual(['0', '60', '1', '2']);
    expect(found.length).toBe(51);
    expect(found.at(-1)).toBe('::warning::+11 of 0 in a.csv');
  });

  test('count the kinds that are not shown', () => {
    const columns = Array.from({ length: 53 }, (_, at) => inCell('row-blank', {}, '«x»', { column: `c${at}` }));
    expect(lines([...columns, ...columns]).at(-1)).toBe('::error::+56 of 3 in a.csv');
  });

  test('are counted in a warning where the rest are warnings', () => {
    const warnings = Array.from({ length: 52 }, (_, line) =>
      inCell('row-blank', {}, '«x»', { line, severity: 'warning' }),
    );
    expect(lines(warnings).at(-1)).toBe('::warning::+2 of 0 in a.csv');
  });

  test('are counted in an error where one of the rest is an error', () => {
    const ofColumn = (at: number, severity: 'error' | 'warning') =>
      inCell('row-blank', {}, '«x»', { column: `c${at}`, severity });
    const warnings = Array.from({ length: 51 }, (_, at) => ofColumn(at, 'warning'));
    expect(lines([...warnings, ofColumn(51, 'error')]).at(-1)).toBe('::error::+2 of 2 in a.csv');
  });
});

test('what kept a command from running is one error, encoded', () => {
  const texts = { message: 'no file “100 %\n::x”', hint: 'name it' };
  expect(failureAnnotation('folder:a,b', texts)).toBe(
    '::error title=folder%3Aa%2Cb::no file “100 %25\\x0A:\\x3Ax”. name it\n',
  );
});
