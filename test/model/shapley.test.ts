import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapleyEffects } from '../../src/model/shapley.ts';
import { expectClose, expectPublished, expectSumOfChange, product } from './decomposition.ts';

const NUM_RUNS = 10_000;
const FEWER_RUNS = 1000;

/** Often 0, else one of the values. */
const orZero = (value: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: value });

/** Whole numbers, so that the products of five of them, and sums of 120 such products, are exact. */
const wholes = orZero(fc.integer({ min: 1, max: 100 }));
/** Of one size, so that no product on the way is so large that its rounding shows beside the two sides. */
const tenths = orZero(fc.integer({ min: 5, max: 50 }).map((tenth) => tenth / 10));

/** Three to five factors, before and after. */
const pairsOf = (value: fc.Arbitrary<number>): fc.Arbitrary<[number[], number[]]> =>
  fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 5 }).map((factors) => {
    return [factors.map(([before]) => before), factors.map(([, after]) => after)];
  });

/** The definition itself: in each order one factor after the other gets its new value; the mean of what its turn does. */
function overAllOrders(from: readonly number[], to: readonly number[]): number[] {
  const orders = ordersOf([...from.keys()]);
  const sums = from.map(() => 0);
  for (const order of orders) {
    const now = [...from];
    for (const index of order) {
      const before = product(now);
      now[index] = to[index] as number;
      sums[index] = (sums[index] as number) + product(now) - before;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

describe('Shapley effects', () => {
  test.each<[string, number[], number[], number[]]>([
    ['no factors', [], [], []],
    // 5 − 3.
    ['one factor', [3], [5], [2]],
    // 6 → 20: (4 − 2) · (3 + 5) / 2 = 8 and (5 − 3) · (2 + 4) / 2 = 6.
    ['two factors', [2, 3], [4, 5], [8, 6]],
    // 1 → 24. The others stand at 1 · 1 twice (this turn first), once with either replaced, twice with both (this turn last):
    // 1 · (1 + 1 + 3 + 4 + 12 + 12) / 6 = 5.5, 2 · (1 + 1 + 2 + 4 + 8 + 8) / 6 = 8, 3 · (1 + 1 + 2 + 3 + 6 + 6) / 6 = 9.5.
    ['three factors', [1, 1, 1], [2, 3, 4], [5.5, 8, 9.5]],
    // (4 − 1) · 2 · 5 = 30.
    ['one factor that changes alone', [1, 2, 5], [4, 2, 5], [30, 0, 0]],
    // 0 → 24: only the last turn does anything, and each has it in two of six orders: 24 · 2 / 6 = 8.
    ['three factors from 0', [0, 0, 0], [2, 3, 4], [8, 8, 8]],
    // 0 → 0, but 2 · 3 = 6 where the first comes before the second goes: 2 · (3 + 0) / 2 = 3 and −3 · (0 + 2) / 2 = −3.
    ['a 0 that moves', [0, 3], [2, 0], [3, -3]],
  ])('of %s', (_, from, to, effects) => {
    const actual = shapleyEffects(from, to);
    expect(actual).toHaveLength(effects.length);
    for (const [index, effect] of effects.entries()) expect(actual[index]).toBeCloseTo(effect, 12);
  });

  // Das Gupta 1993, «Standardization and Decomposition of Rates: A User's Manual», as replicated by the R package DasGuptR
  // 2.1.0 (King and Matthews 2025, README): the digits are those that the package prints.
  test.each<[string, number[], number[], string[], string]>([
    ['2.1, mean earnings', [10930, 0.717892], [16591, 0.825974], ['4369.913', '1487.262'], '5857.175'],
    [
      '2.2, crude birth rates',
      [51.78746, 0.45919, 0.52638],
      [84.90502, 0.75756, 0.51065],
      ['10.4340333', '10.5608476', '-0.6670084'],
      '20.3278726',
    ],
    [
      '2.3, nonmarital live births',
      [25.3, 0.214, 0.279, 0.949],
      [32.7, 0.29, 0.473, 0.986],
      ['0.6889411', '0.8125381', '1.3829055', '0.1047547'],
      '2.9891394',
    ],
    [
      '2.4, total fertility rates',
      [0.58, 0.76, 0.84, 0.66, 16.573],
      [0.72, 0.97, 0.97, 0.56, 16.158],
      ['1.0909785', '1.2298438', '0.7278399', '-0.8398707', '-0.1290187'],
      '2.0797729',
    ],
  ])('are those of Das Gupta 1993, example %s, as replicated by DasGuptR', (_, from, to, effects, change) => {
    const actual = shapleyEffects(from, to);
    expectPublished(actual, effects);
    expectPublished([actual.reduce((sum, effect) => sum + effect, 0)], [change]);
  });

  test('are the mean over all orders', () => {
    fc.assert(
      fc.property(pairsOf(wholes), ([from, to]) => {
        const effects = shapleyEffects(from, to);
        const expected = overAllOrders(from, to);
        expect(effects).toHaveLength(expected.length);
        for (const [index, effect] of effects.entries()) expectClose(effect, expected[index] as number, 1e-12);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test('add up to the change of the product', () => {
    fc.assert(
      fc.property(pairsOf(tenths), ([from, to]) => {
        expectSumOfChange(shapleyEffects(from, to), product(from), product(to));
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test('are exactly 0 where nothing changed, and of a factor that did not change', () => {
    fc.assert(
      fc.property(pairsOf(tenths), fc.nat({ max: 2 }), ([from, to], still) => {
        for (const effect of shapleyEffects(from, [...from])) expect(effect).toBe(0);
        expect(shapleyEffects(from, to.with(still, from[still] as number))[still]).toBe(0);
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('are the opposite the other way round', () => {
    fc.assert(
      fc.property(pairsOf(tenths), ([from, to]) => {
        const back = shapleyEffects(to, from);
        for (const [index, effect] of shapleyEffects(from, to).entries()) {
          expectClose(back[index] as number, -effect, 1e-12);
        }
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('follow their factors into another order', () => {
    fc.assert(
      fc.property(pairsOf(tenths), ([from, to]) => {
        const turned = shapleyEffects([...from].reverse(), [...to].reverse()).reverse();
        for (const [index, effect] of shapleyEffects(from, to).entries()) {
          expectClose(turned[index] as number, effect, 1e-12);
        }
      }),
      { numRuns: FEWER_RUNS },
    );
  });
});
