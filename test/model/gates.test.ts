import { describe, expect, test } from 'vitest';
import type { Limit } from '../../src/domain/comparison.ts';
import { breaches } from '../../src/model/gates.ts';
import { changedRow, figures } from '../render/reports.ts';

const share = (value: number): Limit => ({ value, unit: 'share' });
const hours = (value: number): Limit => ({ value, unit: 'hours' });

/** A total that goes from 500 hours to so many. */
function total(after: number) {
  const totalHours = after - 500;
  return changedRow({
    to: figures({ totalHours: after }),
    change: { baseHours: totalHours, collaborationHours: 0, totalHours },
    changeShare: totalHours / 500,
  });
}

/** A total that goes from nothing to so many hours. */
function fromNothing(after: number) {
  const change = { baseHours: after, collaborationHours: 0, totalHours: after };
  return changedRow({
    from: figures({ totalHours: 0 }),
    to: figures({ totalHours: after }),
    change,
    changeShare: null,
  });
}

const directions = (...args: Parameters<typeof breaches>) =>
  breaches(...args).map(({ facts }) => (facts as { direction: string }).direction);

describe('a limit of the increase', () => {
  test.each([
    ['below', 549, share(0.1), []],
    ['at', 550, share(0.1), []],
    ['above', 550.001, share(0.1), ['increase']],
    ['below', 599.9, hours(100), []],
    ['at', 600, hours(100), []],
    ['above', 600.1, hours(100), ['increase']],
    ['at', 512.5, share(0.025), []],
    ['above', 512.6, share(0.025), ['increase']],
  ] as const)('lets through what is %s it: 500 to %d hours', (_, after, maxIncrease, found) => {
    expect(directions(total(after), { maxIncrease, maxDecrease: null })).toEqual(found);
  });

  test.each([
    [102, 112.2, share(0.1)],
    [0.3, 0.33, share(0.1)],
    [0.1, 0.8, hours(0.7)],
  ] as const)(
    'lets through what is at it in decimals that no double holds: %d to %d hours',
    (before, after, maxIncrease) => {
      const totalHours = after - before;
      const row = changedRow({
        from: figures({ totalHours: before }),
        to: figures({ totalHours: after }),
        change: { baseHours: totalHours, collaborationHours: 0, totalHours },
        changeShare: totalHours / before,
      });
      expect(directions(row, { maxIncrease, maxDecrease: null })).toEqual([]);
    },
  );

  test.each([share(0), hours(0)])('of nothing lets through no change, and no increase', (maxIncrease) => {
    expect(directions(total(500), { maxIncrease, maxDecrease: null })).toEqual([]);
    expect(directions(total(500.5), { maxIncrease, maxDecrease: null })).toEqual(['increase']);
  });

  test('has nothing against a decrease, however large', () => {
    expect(directions(total(0), { maxIncrease: share(0.01), maxDecrease: null })).toEqual([]);
    expect(directions(total(0), { maxIncrease: hours(1), maxDecrease: null })).toEqual([]);
  });
});

describe('a limit of the decrease', () => {
  test.each([
    ['at', 450, share(0.1), []],
    ['above', 449.9, share(0.1), ['decrease']],
    ['at', 400, hours(100), []],
    ['above', 399.9, hours(100), ['decrease']],
  ] as const)('lets through what is %s it: 500 to %d hours', (_, after, maxDecrease, found) => {
    expect(directions(total(after), { maxIncrease: null, maxDecrease })).toEqual(found);
  });

  test('has nothing against an increase, however large', () => {
    expect(directions(total(5000), { maxIncrease: null, maxDecrease: share(0.01) })).toEqual([]);
    expect(directions(fromNothing(500), { maxIncrease: null, maxDecrease: share(0.01) })).toEqual([]);
  });
});

describe('from no hours', () => {
  test('any increase is above every share', () => {
    expect(directions(fromNothing(0.1), { maxIncrease: share(1000), maxDecrease: null })).toEqual(['increase']);
  });

  test('nothing is above no share', () => {
    expect(directions(fromNothing(0), { maxIncrease: share(0), maxDecrease: share(0) })).toEqual([]);
  });

  test('hours are hours', () => {
    expect(directions(fromNothing(100), { maxIncrease: hours(100), maxDecrease: null })).toEqual([]);
    expect(directions(fromNothing(101), { maxIncrease: hours(100), maxDecrease: null })).toEqual(['increase']);
  });
});

describe('a breach', () => {
  test('is an error of no file, with the limit and the change', () => {
    const limit = share(0.1);
    expect(breaches(total(600), { maxIncrease: limit, maxDecrease: hours(1) })).toEqual([
      {
        code: 'change-above-limit',
        severity: 'error',
        file: null,
        line: null,
        column: null,
        columnNumber: null,
        value: null,
        facts: { direction: 'increase', limit, hours: 100, share: 0.2 },
      },
    ]);
  });

  test('of no hours before has no share', () => {
    const [found] = breaches(fromNothing(100), { maxIncrease: share(0.1), maxDecrease: null });
    expect(found?.facts).toEqual({ direction: 'increase', limit: share(0.1), hours: 100, share: null });
  });

  test('is none without limits', () => {
    expect(breaches(total(50_000), { maxIncrease: null, maxDecrease: null })).toEqual([]);
    expect(breaches(total(0), { maxIncrease: null, maxDecrease: null })).toEqual([]);
  });
});
