import { expect, test, vi } from 'vitest';
import { MISTAKES, placeOf, problemsIn, runMistake } from './malformed.ts';

// As in earnest, only so small that a small file breaks them.
vi.mock('../../src/read/limits.ts', async (original) => ({
  ...(await original<object>()),
  CELL_LIMIT: 200,
  RECORD_LIMIT: 800,
  ROW_LIMIT: 50,
  PROBLEM_LIMIT: 10,
}));

const NAMES = Object.keys(MISTAKES).filter((name) => MISTAKES[name]?.limits === 'small');

test.each(NAMES)('%s', async (name) => {
  const mistake = MISTAKES[name] as (typeof MISTAKES)[string];
  const result = await runMistake(name);
  const problems = problemsIn(result);
  expect(problems).toContainEqual(placeOf(mistake));
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set([mistake.code, ...(mistake.also ?? [])]));
  expect({ exit: result.exit, stdout: result.stdout }).toEqual({ exit: 1, stdout: '' });
});

test('the sound folder is within these limits', async () => {
  expect(problemsIn(await runMistake(null))).toEqual([]);
});
