import { expect, test } from 'vitest';
import { NOWHERE, problem } from '../../src/domain/problem.ts';
import { FileProblems } from '../../src/read/file-problems.ts';
import { PROBLEM_LIMIT } from '../../src/read/limits.ts';

test('F07 the problems of a file are cut where a list of them helps nobody, and that is the last', () => {
  const problems = new FileProblems('a.csv');
  const at = (line: number) => problem('cell-missing', {}, { ...NOWHERE, file: 'a.csv', line });
  for (let line = 1; line < PROBLEM_LIMIT; line += 1) problems.add(at(line));
  expect([problems.isFull, problems.all.length]).toEqual([false, PROBLEM_LIMIT - 1]);
  problems.add(at(PROBLEM_LIMIT));
  expect(problems.isFull).toBe(true);
  problems.add(problem('row-blank', {}, { ...NOWHERE, file: 'a.csv', line: 1 }));
  expect(problems.all.length).toBe(PROBLEM_LIMIT + 1);
  expect(problems.all.slice(-2)).toEqual([
    at(PROBLEM_LIMIT),
    problem('problems-too-many', { limit: PROBLEM_LIMIT }, { ...NOWHERE, file: 'a.csv', line: PROBLEM_LIMIT }),
  ]);
  expect([problems.has('cell-missing'), problems.has('row-blank')]).toEqual([true, false]);
});
