import { describe, expect, test } from 'vitest';
import { resemblingPairs } from '../../src/read/resemblance.ts';

const pairs = (...names: string[]) => resemblingPairs(names, 'region');

describe('names that resemble each other', () => {
  test('B05 differ by a slip of the pen', () => {
    expect(pairs('Norrland', 'Syd', 'Norland', 'Sydd')).toEqual([
      ['Norrland', 'Norland'],
      ['Syd', 'Sydd'],
    ]);
    expect(pairs('Västmanland', 'Västermanland')).toEqual([['Västmanland', 'Västermanland']]);
  });

  test('are not those that differ in a number, or are numbers', () => {
    expect(pairs('Region 1', 'Region 2')).toEqual([]);
    expect(pairs('0180', '0181', '1280')).toEqual([]);
    expect(pairs('Nord 1', 'Nord 2')).toEqual([]);
    expect(pairs('Region', 'Region 1', 'och')).toEqual([]);
  });

  test.each([
    ['Öst', 'Ost'],
    ['Håbo', 'HABO'],
    ['Stockholm och Gotland', 'Stockholm Gotland'],
    ['Stockholm, Gotland', 'Stockholm & Gotland'],
    ['Nord', 'Region Nord'],
    ['Regionen Nord', 'Nord'],
    ['Nord', '01 Nord'],
    ['01 Region Nord', 'Nord'],
    ['1', 'Region 1'],
  ])('B05 are %s and %s, the same name in another form', (one, other) => {
    expect(pairs(one, other)).toHaveLength(1);
    expect(pairs(other, one)).toHaveLength(1);
    expect(resemblingPairs([one, other], 'programme')).toHaveLength(1);
  });

  test('B05 may be as short as three letters where they are regions', () => {
    expect(pairs('Syd', 'Nord', 'Sud')).toEqual([['Syd', 'Sud']]);
    expect(pairs('Syd', 'Väst', 'Öst', 'AB', 'AC')).toEqual([]);
    expect(resemblingPairs(['ETP', 'ETA'], 'programme')).toEqual([]);
  });

  test('F28 are not looked for among very many or very long ones', () => {
    const start = performance.now();
    expect(pairs(...Array.from({ length: 501 }, (_, at) => `${'Norrland'.slice(at % 2)}x${at}`))).toEqual([]);
    expect(pairs(`a${'x'.repeat(200_000)}`, `b${'x'.repeat(200_000)}`)).toEqual([]);
    const many = Array.from({ length: 20_000 }, (_, at) => [`${at} Nord`, `Region ${at} Nord`]).flat();
    expect(pairs(...many)).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('pairs of names', () => {
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, at) => `${1000 + at}`);
  const letters = [...'abcdefgh'];
  const threes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)));

  test('F28 are looked for among five hundred, of two hundred letters', () => {
    const slip = ['Norrland', 'Norland'];
    expect(pairs(...numbers(498), ...slip)).toEqual([slip]);
    expect(pairs(...numbers(499), ...slip)).toEqual([]);
    const long = 'x'.repeat(199);
    expect(pairs(`${long}y`, `${long}z`)).toHaveLength(1);
    expect(pairs(`${long}yy`, `${long}zz`, `${long}yz`)).toEqual([]);
    expect(pairs(...threes.slice(0, 500)).length).toBeGreaterThan(500);
    expect(pairs(...threes.slice(0, 501))).toEqual([]);
  });

  test('are told once, however many reasons there are', () => {
    expect(pairs('1Norrbotten', 'Norrbott\u00E9n').map((pair) => [...pair].sort())).toEqual([
      ['1Norrbotten', 'Norrbott\u00E9n'],
    ]);
  });

  test('are none of a number and a name, or of three signs', () => {
    expect(pairs('018a', '0180')).toEqual([]);
    expect(pairs('Syd', '1yd')).toEqual([]);
    expect(pairs('S-d', 'Syd')).toEqual([]);
  });
});
