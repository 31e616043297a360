import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, folded, trimmed } from '../../src/read/text.ts';
import { anyCharacter } from '../domain/any-text.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

describe('bytes to text', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', bytes(), ''],
    ['Swedish letters', bytes('Örebro;Västra Götaland'), 'Örebro;Västra Götaland'],
    ['E01 with a byte order mark', bytes([0xef, 0xbb, 0xbf], 'program;år'), 'program;år'],
    ['a byte order mark alone', bytes([0xef, 0xbb, 0xbf]), ''],
    ['S06 LF', bytes('a\nb\n'), 'a\nb\n'],
    ['S06 CRLF', bytes('a\r\nb\r\n'), 'a\nb\n'],
    ['S06 CR', bytes('a\rb\r'), 'a\nb\n'],
    ['S06 a CRLF header above LF rows', bytes('a\r\nb\nc\r'), 'a\nb\nc\n'],
    ['S06 two of each', bytes('a\r\r\n\nb'), 'a\n\n\nb'],
  ])('%s', (_, encoded, text) => {
    expect(decode(encoded)).toEqual({ text });
  });

  test.each<[string, Uint8Array, number]>([
    ['E10 a Latin-1 letter at the end', bytes('Malm', [0xf6]), 4],
    ['E13 an overlong form', bytes('ab', [0xc0, 0xaf]), 2],
    ['a byte that never occurs', bytes('abc', [0xff], 'def'), 3],
    ['a continuation alone', bytes([0x80], 'abc'), 0],
    ['E10 after sound letters of two bytes', bytes('åäö', [0xff]), 6],
  ])('%s is refused where it stands', (_, encoded, byteOffset) => {
    expect(decode(encoded)).toEqual({ byteOffset });
  });

  test.each<[string, Uint8Array]>([
    ['E06 a whole file in Latin-1', bytes([0xd6], 'rebro;V', [0xe4], 'st')],
    ['E10 cut within a letter', bytes('abc', [0xe2, 0x82])],
    ['E13 a surrogate', bytes('ab', [0xed, 0xa0, 0x80])],
  ])('%s is refused', (_, encoded) => {
    expect(decode(encoded)).not.toHaveProperty('text');
  });

  test('E11 any text comes back, whatever its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        fc.pre(!text.startsWith('\uFEFF'));
        expect(decode(new TextEncoder().encode(text))).toEqual({
          text: text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
        });
      }),
    );
    const long = 'å'.repeat(70_000);
    expect(decode(bytes('x', long))).toEqual({ text: `x${long}` });
  });

  test('a faulty byte is found wherever it stands, after sound ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'å', '€', '😀', '\n') }), fc.string(), (before, after) => {
        expect(decode(bytes(before, [0xff], after))).toEqual({ byteOffset: bytes(before).length });
      }),
    );
  });
});

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
