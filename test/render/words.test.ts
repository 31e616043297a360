import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { wordsOf } from '../../src/render/words.ts';

const english = wordsOf(en);
const swedish = wordsOf(sv);
const NBSP = '\u00A0';

describe('values in sentences', () => {
  test.each<[number, number | undefined, string, string]>([
    [1234.5, undefined, `1${NBSP}235`, `1${NBSP}235`],
    [1234.5, 1, `1${NBSP}234.5`, `1${NBSP}234,5`],
    [1234.5, 6, `1${NBSP}234.5`, `1${NBSP}234,5`],
    [10, 2, '10', '10'],
    [100, 0, '100', '100'],
    [1000, 3, `1${NBSP}000`, `1${NBSP}000`],
    [0.35, 6, '0.35', '0,35'],
    [0, 2, '0', '0'],
    [-0.001, 2, '0', '0'],
    [-2.5, 2, '\u22122.5', '\u22122,5'],
    [10.05, 2, '10.05', '10,05'],
    [200.999, 2, '201', '201'],
  ])('the number %d with %j decimals', (value, decimals, inEnglish, inSwedish) => {
    expect(english.number(value, decimals)).toBe(inEnglish);
    expect(swedish.number(value, decimals)).toBe(inSwedish);
  });

  test.each([
    [0, '0.0 %'],
    [0.005, '0.5 %'],
    [0.094, '9.4 %'],
    [0.0994, '9.9 %'],
    [0.0995, '10 %'],
    [0.35, '35 %'],
    [0.355, '36 %'],
    [1, '100 %'],
    [12.3456, `1${NBSP}235 %`],
  ])('the share %d', (share, text) => {
    expect(english.percent(share).replace(/\u00A0%$/, ' %')).toBe(text);
    expect(swedish.percent(share).replace(/\u00A0%$/, ' %')).toBe(text.replace('.', ','));
  });

  test.each<[number, string]>([
    [0, '0'],
    [0.4, '0'],
    [-0.4, '0'],
    [-0, '0'],
    [0.5, '+1'],
    [-0.5, '\u22121'],
    [250, '+250'],
    [-250, '\u2212250'],
    [1234.5, `+1${NBSP}235`],
    [-1234.5, `\u22121${NBSP}235`],
    [100, '+100'],
  ])('the change %d with its sign', (value, text) => {
    expect(english.signed(value)).toBe(text);
    expect(swedish.signed(value)).toBe(text);
  });

  test.each([
    [0, '0.0 %'],
    [0.0004, '0.0 %'],
    [-0.0004, '0.0 %'],
    [0.0005, '+0.1 %'],
    [0.05, '+5.0 %'],
    [-0.05, '\u22125.0 %'],
    [0.0994, '+9.9 %'],
    [0.0995, '+10 %'],
    [-0.0994, '\u22129.9 %'],
    [-0.0995, '\u221210 %'],
    [-0.355, '\u221236 %'],
    [1, '+100 %'],
    [12.3456, `+1${NBSP}235 %`],
  ])('the change by the share %d with its sign', (share, text) => {
    const kept = text.replace(' %', `${NBSP}%`);
    expect(english.signedPercent(share)).toBe(kept);
    expect(swedish.signedPercent(share)).toBe(kept.replace('.', ','));
  });

  test.each([
    [0.18, 0.1, '+18 %'],
    [0.101, 0.1, '+10.1 %'],
    [0.10004, 0.1, '+10.004 %'],
    [-0.10004, 0.1, '\u221210.004 %'],
    [0.0251, 0.025, '+2.51 %'],
    [0.02, 0.025, '+2.0 %'],
    [0.1, 0.1, '+10 %'],
  ])('the change by the share %d beside the limit %d', (share, limit, text) => {
    expect(english.signedPercent(share, limit)).toBe(text.replace(' %', `${NBSP}%`));
  });

  test.each<[number, number, number, readonly [string, string]]>([
    [1000, 1200, 0, [`1${NBSP}000`, `1${NBSP}200`]],
    [4.94, 5.02, 1, ['4.9', '5.0']],
    [4.91, 4.93, 1, ['4.91', '4.93']],
    [4.9101, 4.9102, 1, ['4.9101', '4.9102']],
    [1000.2, 1000.6, 0, [`1${NBSP}000`, `1${NBSP}001`]],
    [1000.2, 1000.4, 0, [`1${NBSP}000.2`, `1${NBSP}000.4`]],
    [-1, 1, 0, ['\u22121', '1']],
    [5, 5, 1, ['5.0', '5.0']],
  ])('the pair of %d and %d, with %i decimals or as many as tell them apart', (from, to, decimals, texts) => {
    expect(english.pair(from, to, decimals)).toEqual(texts);
    expect(swedish.pair(from, to, decimals)).toEqual(texts.map((text) => text.replace('.', ',')));
  });

  test('months by name', () => {
    expect([english.month('2023-01'), english.month('2022-12')]).toEqual(['January 2023', 'December 2022']);
    expect(swedish.month('2023-05').toLowerCase()).toBe('maj 2023');
  });

  test('lists and choices', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => english.list(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(english.choice(['a', 'b', 'c'])).toBe('a, b or c');
    expect(swedish.list(['a', 'b', 'c'])).toBe('a, b och c');
    expect(swedish.choice(['a', 'b'])).toBe('a eller b');
  });

  test('regions by name, and the nation', () => {
    expect(english.region('Syd')).toBe('Syd');
    expect(english.region(null)).toBe(en.nation);
    expect(swedish.region(null)).toBe(sv.nation);
    expect(en.nation).not.toBe(sv.nation);
  });
});
