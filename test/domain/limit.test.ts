import { describe, expect, test } from 'vitest';
import { beyondLimit, isLevel } from '../../src/domain/limit.ts';

// Of a thousand million hours one hour is a thousand-millionth: as much as rounding may make.
const GREAT = { totalHours: 1e9 };
const HALF = { totalHours: 5e8 };

describe('two sides are level', () => {
  test.each([
    [GREAT, GREAT, 0, true],
    [GREAT, GREAT, 1, true],
    [GREAT, GREAT, -1, true],
    [GREAT, GREAT, 1.5, false],
    [GREAT, GREAT, -1.5, false],
    [HALF, GREAT, 1, true],
    [GREAT, HALF, 1, true],
    [HALF, HALF, 1, false],
    [{ totalHours: 0 }, { totalHours: 0 }, 0, true],
    [{ totalHours: 0 }, { totalHours: 0 }, 1e-300, false],
  ])('%j and %j with a change of %d: %s', (from, to, totalHours, isSo) => {
    expect(isLevel({ from, to, change: { totalHours } })).toBe(isSo);
  });
});

describe('hours beyond a limit', () => {
  test.each([
    ['above it, of hours', 12, { value: 10, unit: 'hours' }, 2],
    ['below it, of hours', 8, { value: 10, unit: 'hours' }, -2],
    ['at it but for rounding, from above', 11, { value: 10, unit: 'hours' }, 0],
    ['at it but for rounding, from below', 9, { value: 10, unit: 'hours' }, 0],
    ['above a share of the hours before, 5 · 10⁷', 5e7 + 7, { value: 0.1, unit: 'share' }, 7],
    ['below a share of the hours before', 5e7 - 7, { value: 0.1, unit: 'share' }, -7],
    ['at a share of the hours before', 5e7, { value: 0.1, unit: 'share' }, 0],
  ] as const)('%s', (_, hours, limit, beyond) => {
    expect(beyondLimit({ from: HALF, to: GREAT }, hours, limit)).toBe(beyond);
  });

  test('are rounding where the greater side says so, whichever it is', () => {
    const limit = { value: 10, unit: 'hours' } as const;
    expect(beyondLimit({ from: GREAT, to: HALF }, 11, limit)).toBe(0);
    expect(beyondLimit({ from: HALF, to: HALF }, 11, limit)).toBe(1);
  });
});
