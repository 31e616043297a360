import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { FILES, MISTAKES, mistakeOf, placeOf, problemsIn, runMistake } from './malformed.ts';

const NAMES = Object.keys(MISTAKES).filter((name) => MISTAKES[name]?.limits === undefined);

describe('a mistake in a folder that is sound otherwise', () => {
  test.each(NAMES)('%s', async (name) => {
    const mistake = MISTAKES[name] as (typeof MISTAKES)[string];
    const result = await runMistake(name);
    const problems = problemsIn(result);
    expect(problems[0]).toEqual(placeOf(mistake));
    const codes = new Set(problems.map(({ code }) => code));
    expect(codes).toEqual(new Set([mistake.code, ...(mistake.also ?? [])]));
    expect(result.exit).toBe(mistake.severity === 'error' ? 1 : 0);
    expect(result.stdout === '').toBe(mistake.severity === 'error');
  });

  test.each(NAMES)('%s refuses with --strict, and then nothing is printed or written', async (name) => {
    const { exit, stdout, written } = await runMistake(name, '--strict', '--out', 'result.json');
    expect({ exit, stdout, written }).toEqual({ exit: 1, stdout: '', written: {} });
  });
});

test('a refused run writes no file without --strict either; one with warnings does', async () => {
  for (const name of NAMES) {
    const { written, stdout } = await runMistake(name, '--out', 'result.json', '--out', 'result.csv');
    const names = MISTAKES[name]?.severity === 'error' ? [] : ['result.json', 'result.csv'];
    expect({ name, written: Object.keys(written), stdout }).toEqual({ name, written: names, stdout: '' });
  }
});

test('the sound folder has no problem', async () => {
  const result = await runMistake(null);
  expect({ exit: result.exit, problems: problemsIn(result) }).toEqual({ exit: 0, problems: [] });
});

test('every code of problem has a file', () => {
  // These are no fault of a table: a limit that the user set, files that are sound but not those of a saved result, plans.
  const ofNoFile = [
    'change-above-limit',
    'input-changed',
    'result-differs',
    ...Object.keys(en.problems).filter((code) => /^(?:plan|job)-/.test(code)),
  ];
  const codes = new Set([...Object.values(MISTAKES).map(({ code }) => code), ...ofNoFile]);
  expect(Object.keys(en.problems).filter((code) => !codes.has(code))).toEqual([]);
  expect([...codes].filter((code) => !(code in en.problems))).toEqual([]);
});

test('every mistake has a file, and every file its mistake', () => {
  expect([...new Set(FILES.map(mistakeOf))].sort()).toEqual(Object.keys(MISTAKES).sort());
});
