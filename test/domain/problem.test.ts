import { expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { note } from '../../src/domain/note.ts';
import { inPlaceOrder, NOWHERE, problem } from '../../src/domain/problem.ts';

test('a problem has its place flat beside its code, severity and facts', () => {
  const place = { file: 'a.csv', line: 3, column: 'low', columnNumber: 4, value: ' 7' };
  expect(problem('range-half', {}, place, 'warning')).toEqual({
    code: 'range-half',
    severity: 'warning',
    file: 'a.csv',
    line: 3,
    column: 'low',
    columnNumber: 4,
    value: ' 7',
    facts: {},
  });
});

test('a problem is an error without a place where nothing else is said', () => {
  expect(problem('row-width', { expected: 3, found: 2 })).toEqual({
    code: 'row-width',
    severity: 'error',
    file: null,
    line: null,
    column: null,
    columnNumber: null,
    value: null,
    facts: { expected: 3, found: 2 },
  });
  expect(Object.values(NOWHERE)).toEqual([null, null, null, null, null]);
});

test('a problem copies nothing of its place but what a place has', () => {
  const place = { ...NOWHERE, file: 'a.csv', secret: 'x' };
  expect(Object.keys(problem('file-empty', {}, place))).not.toContain('secret');
});

test('a note is its code and its facts', () => {
  expect(note('title-lines-skipped', { file: 'a.csv', lines: 2 })).toEqual({
    code: 'title-lines-skipped',
    facts: { file: 'a.csv', lines: 2 },
  });
});

test('a failure is an error that carries its code, its facts and its cause', () => {
  const cause = new Error('EACCES');
  const failure = new Failure('file-unreadable', { path: 'a.csv', reason: 'EACCES' }, { cause });
  expect(failure).toBeInstanceOf(Error);
  expect(failure).toMatchObject({
    name: 'Failure',
    message: 'file-unreadable',
    code: 'file-unreadable',
    facts: { path: 'a.csv', reason: 'EACCES' },
    cause,
  });
  expect(failure.record).toEqual({ code: 'file-unreadable', facts: { path: 'a.csv', reason: 'EACCES' } });
});

test('problems stand by file, line and column, those of the model last, and at one place as they came', () => {
  const at = (value: string, file: string | null, line: number | null, columnNumber: number | null) =>
    problem('file-empty', {}, { file, line, column: null, columnNumber, value });
  const problems = [
    at('of none', null, null, null),
    at('later file', 'b.csv', 1, 1),
    at('of line 10', 'a.csv', 10, 1),
    at('in column 10', 'a.csv', 2, 10),
    at('in column 3', 'a.csv', 2, 3),
    at('in column 3 too', 'a.csv', 2, 3),
    at('of line 2', 'a.csv', 2, null),
    at('of none either', null, null, null),
    at('of the file', 'a.csv', null, null),
  ];
  const order = (some: typeof problems) => inPlaceOrder(some).map(({ value }) => value);
  const before = ['of the file', 'of line 2'];
  const after = ['in column 10', 'of line 10', 'later file'];
  expect(order(problems)).toEqual([
    ...before,
    ...['in column 3', 'in column 3 too'],
    ...after,
    ...['of none', 'of none either'],
  ]);
  expect(order(problems.toReversed())).toEqual([
    ...before,
    ...['in column 3 too', 'in column 3'],
    ...after,
    ...['of none either', 'of none'],
  ]);
});
