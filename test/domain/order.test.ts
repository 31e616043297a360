import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCodeUnit } from '../../src/domain/order.ts';

const texts = fc.oneof(fc.constant(null), fc.string({ unit: 'grapheme' }));

describe('the order by code unit', () => {
  test('puts the nation first, capitals before small letters, and å, ä, ö by their codes', () => {
    const names = ['Örebro', 'a', 'Ärlan', null, 'Åre', 'Z', '10', '2', ''];
    expect(names.sort(byCodeUnit)).toEqual([null, '', '10', '2', 'Z', 'a', 'Ärlan', 'Åre', 'Örebro']);
  });

  test('is 0 only between equals and reverses with its arguments', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        expect(byCodeUnit(left, right) === 0).toBe(left === right);
        expect(byCodeUnit(right, left)).toBe(0 - byCodeUnit(left, right));
      }),
    );
  });

  test('is transitive', () => {
    fc.assert(
      fc.property(texts, texts, texts, (first, second, third) => {
        const [a, b, c] = [first, second, third].sort(byCodeUnit) as [string | null, string | null, string | null];
        expect(byCodeUnit(a, b)).toBeLessThanOrEqual(0);
        expect(byCodeUnit(b, c)).toBeLessThanOrEqual(0);
        expect(byCodeUnit(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
