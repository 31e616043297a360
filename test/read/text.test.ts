import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, trimmed, words } from '../../src/read/text.ts';

describe('a trimmed cell', () => {
  test.each([
    ['', ''],
    [' ', ''],
    ['\u00A0\u202F \t', ''],
    [' Syd ', 'Syd'],
    ['\u00A0Syd\u202F', 'Syd'],
    ['\uFEFFSyd', 'Syd'],
    ['Syd\r', 'Syd'],
    ['Norra  Norrland', 'Norra  Norrland'],
    ['a\u00A0b', 'a\u00A0b'],
    ['O\u0308rebro', 'Örebro'],
    ['\u212Bre', 'Åre'],
  ])('%j is %j', (cell, text) => {
    expect(trimmed(cell)).toBe(text);
  });

  test('has no space at its ends and stays as it is when trimmed again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(' ', '\u00A0', '\t', 'a', 'å', 'a\u030A', '\uFEFF', '\n') }),
        (cell) => {
          const text = trimmed(cell);
          expect(text).not.toMatch(/^\s|\s$/);
          expect(trimmed(text)).toBe(text);
          expect(trimmed(` ${cell}\u00A0`)).toBe(text);
        },
      ),
    );
  });

  test.each([
    ['within', `å${' '.repeat(50_000)}x`],
    ['no-break ones', `1${'\u00A0'.repeat(50_000)}1`],
    ['at both ends', `${' '.repeat(50_000)}å${' '.repeat(50_000)}`],
    ['and letters in turn', ' å'.repeat(50_000)],
  ])('F28 takes no time for fifty thousand spaces, %s', (_, cell) => {
    const start = performance.now();
    expect(trimmed(cell)).toBe(cell.replace(/^ +/, '').replace(/^(?<all>å) +$/, '$<all>'));
    expect(folded(cell).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('F28 takes no time for fifty thousand marks on one letter, in whatever order they stand', () => {
    const start = performance.now();
    const cell = `a${'\u0301\u0323'.repeat(25_000)}`;
    expect(trimmed(` ${cell} `)).toBe(cell);
    expect(folded(cell)).toBe(cell);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a folded name', () => {
  test.each([
    ['new_decisions', 'new decisions'],
    ['New-Decisions', 'new decisions'],
    [' NEW  DECISIONS ', 'new decisions'],
    ['new\u00A0decisions', 'new decisions'],
    ['new _-\u202Fdecisions', 'new decisions'],
    ['NYA_BESLUT', 'nya beslut'],
    ['MA\u030ANAD', 'månad'],
    ['MÅNAD', 'månad'],
    ['KÄLLA', 'källa'],
    ['İ', 'i\u0307'],
  ])('%j is %j', (name, expected) => {
    expect(folded(name)).toBe(expected);
  });
});

test('one letter beyond ASCII between others is put together all the same', () => {
  expect(trimmed('a\u030Ab')).toBe('\u00E5b');
  expect(trimmed('xa\u030Ab')).toBe('x\u00E5b');
});

describe('the words of a cell', () => {
  test.each([
    ["'=SUM(A1)", '=SUM(A1)'],
    [" '-1 ", '-1'],
    ["'@beslut", '@beslut'],
    ["S:t Eriks'", "S:t Eriks'"],
    ["'' ", "''"],
    ["Norr'land", "Norr'land"],
    ['=1', '=1'],
    [' a\u030A ', 'å'],
  ])('%j are %j', (cell, text) => {
    expect(words(cell)).toBe(text);
  });
});

describe('a cell of any printable letters', () => {
  const printable = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) });

  test('is what stands between the spaces at its ends', () => {
    fc.assert(
      fc.property(printable, (cell) => {
        expect(trimmed(cell)).toBe(cell.replace(/^ +/, '').replace(/ +$/, ''));
        expect(words(cell)).toBe(trimmed(words(cell)));
      }),
    );
  });

  test.each(['~', '!', '!~', '! ~', ' !', '~ ', ' ! ~ ', '!  x  ~'])('such as %j', (cell) => {
    expect(trimmed(cell)).toBe(cell.trim());
  });
});
