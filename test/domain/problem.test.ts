import { expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { note } from '../../src/domain/note.ts';
import { NOWHERE, problem } from '../../src/domain/problem.ts';

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
});
