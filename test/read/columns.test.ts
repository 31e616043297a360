import { describe, expect, test } from 'vitest';
import { isTotalName, NATION_NAMES, TABLES } from '../../src/read/columns.ts';
import { folded } from '../../src/read/text.ts';

describe.each(TABLES.map((spec) => [spec.table, spec] as const))('the columns of %s', (_, spec) => {
  const names = Object.entries(spec.columns).flatMap(([key, { aliases }]) => [key, ...aliases]);

  test('have names that no two share, whatever the case and the spaces', () => {
    expect(new Set(names.map(folded)).size).toBe(names.length);
  });

  test('are named in the composed form, without space around', () => {
    for (const name of names) expect(name).toBe(name.normalize('NFC').trim());
  });

  test('are needed somewhere', () => {
    expect(Object.values(spec.columns).some(({ need }) => need === 'required')).toBe(true);
  });
});

test('no file name belongs to two tables', () => {
  const names = TABLES.flatMap(({ fileNames }) => fileNames);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-zåäö]+\.csv$/);
});

test('no word means both the nation and a row of sums, and all are written as they are compared', () => {
  for (const name of NATION_NAMES) expect(folded(name)).toBe(name);
  expect(NATION_NAMES.filter(isTotalName)).toEqual([]);
});

test.each([
  'Summa',
  ' SUMMA ',
  'Delsumma',
  'Totalsumma',
  'Totalt',
  'Total',
  'Summa Syd',
  'Syd totalt',
  'Totalt Syd',
  'Hela landet',
  'Sverige',
  'Alla program',
  'Hela Sverige',
  'Landet',
  'Samtliga regioner',
  'Alla län',
  'Summering',
  '(tom)',
  '(blank)',
  'Resultat totalt',
])('%s is a row of sums', (name) => expect(isTotalName(name)).toBe(true));

test.each([
  'Syd',
  'Nord',
  'Mitt',
  'Totalförsvaret',
  'Summerby',
  'Landskrona',
  'Norrlandet',
  'Allatorp',
  'Stockholm Gotland',
  'ETP',
  '2022-01',
  '',
])('%s is none', (name) => expect(isTotalName(name)).toBe(false));

test('a total is told with its points, and up to forty letters', () => {
  const totals = ['Summa:', 'Summa:.', 'Tot.alt', 'Totalt. Syd', 'Totalt.. Syd:;', `Totalt ${'x'.repeat(33)}`];
  expect(totals.map(isTotalName)).toEqual([true, true, false, true, true, true]);
  expect(isTotalName(`Totalt ${'x'.repeat(34)}`)).toBe(false);
});
