import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lmdiEffects } from '../../src/model/lmdi.ts';
import { expectClose, expectPublished, expectSumOfChange, product } from './decomposition.ts';

const NUM_RUNS = 10_000;
const FEWER_RUNS = 1000;

const sizes = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 1, max: 1000 }).map((thousandth) => thousandth / 1000),
  fc.integer({ min: 1, max: 400 }).map((tenth) => tenth / 10),
);
/** Often 0, else of any size. */
const orZero = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: sizes });

/** Three to five factors, before and after. */
const pairs = fc
  .array(fc.tuple(orZero, orZero), { minLength: 3, maxLength: 5 })
  .map((factors): [number[], number[]] => [factors.map(([before]) => before), factors.map(([, after]) => after)]);

/** The term of each factor for each category, and their sums over the categories. */
interface Terms {
  readonly from: readonly (readonly number[])[];
  readonly to: readonly (readonly number[])[];
  readonly terms: readonly (readonly string[])[];
  readonly sums?: readonly string[];
}

describe('LMDI effects', () => {
  test.each<[string, number[], number[], number[]]>([
    ['no factors', [], [], []],
    ['one factor', [3], [5], [2]],
    // 6 → 24, L = 18 / ln 4, and ln 2 / ln 4 is a half: 9 and 9.
    ['two factors that double', [2, 3], [4, 6], [9, 9]],
    // 1 → 64, L = 63 / ln 64, ln 2 : ln 4 : ln 8 = 1 : 2 : 3 of 6.
    ['powers of 2', [1, 1, 1], [2, 4, 8], [10.5, 21, 31.5]],
    // 6 → 6, so L = 6: 6 · ln 2 and 6 · ln ½.
    ['factors that cancel', [2, 3], [4, 1.5], [6 * Math.LN2, -6 * Math.LN2]],
    // (4 − 1) · 2 · 5 = 30.
    ['one factor that changes alone', [1, 2, 5], [4, 2, 5], [30, 0, 0]],
  ])('of %s', (_, from, to, effects) => {
    const actual = lmdiEffects(from, to);
    expect(actual).toHaveLength(effects.length);
    for (const [index, effect] of effects.entries()) expect(actual[index]).toBeCloseTo(effect, 12);
  });

  // The simple example of the R package LMDIR (Heun; after Heun and Brockway 2019, Applied Energy 251, supplement S3), its
  // expected numbers in tests/testthat/test_lmdi.R and, with a zero, test_util.R: two categories of three factors.
  test.each<[string, Terms]>([
    [
      '1971 to 1972',
      {
        from: [
          [1, 10, 2],
          [4, 5, 3],
        ],
        to: [
          [4, 5, 3],
          [5, 6, 4],
        ],
        terms: [
          ['50.47438029', '-25.23719014', '14.76280986'],
          ['19.31568569', '15.78206435', '24.90224996'],
        ],
        sums: ['69.79006598', '-9.455125793', '39.66505981'],
      },
    ],
    [
      '1972 to 1973, a factor unchanged',
      {
        from: [
          [4, 5, 3],
          [5, 6, 4],
        ],
        to: [
          [8, 2, 4],
          [5, 7, 5],
        ],
        terms: [
          ['42.96021467', '-56.79031473', '17.83010006'],
          ['0', '22.47128816', '32.52871184'],
        ],
        sums: ['42.96021467', '-34.31902656', '50.3588119'],
      },
    ],
    [
      '1973 to 1974',
      {
        from: [
          [8, 2, 4],
          [5, 7, 5],
        ],
        to: [
          [10, 1, 5],
          [6, 8, 6],
        ],
        terms: [
          ['12.6549815', '-39.30996299', '12.6549815'],
          ['41.35566084', '30.28867832', '41.35566084'],
        ],
        sums: ['54.01064234', '-9.021284671', '54.01064234'],
      },
    ],
    [
      '1971 to 1972, a category that appears',
      {
        from: [
          [0, 10, 2],
          [4, 5, 3],
        ],
        to: [
          [4, 5, 3],
          [5, 6, 4],
        ],
        terms: [
          ['60', '0', '0'],
          ['19.31568569', '15.78206435', '24.90224996'],
        ],
      },
    ],
    [
      '1971 to 1972, a category that vanishes',
      {
        from: [
          [1, 10, 2],
          [4, 5, 3],
        ],
        to: [
          [4, 5, 3],
          [5, 6, 0],
        ],
        terms: [
          ['50.47438029', '-25.23719014', '14.76280986'],
          ['0', '0', '-60'],
        ],
      },
    ],
  ])('are those of LMDIR, %s', (_, { from, to, terms, sums }) => {
    const actual = from.map((category, index) => lmdiEffects(category, to[index] as readonly number[]));
    for (const [index, published] of terms.entries()) expectPublished(actual[index] as number[], published);
    if (sums === undefined) return;
    const summed = sums.map((_, factor) => actual.reduce((sum, category) => sum + (category[factor] as number), 0));
    expectPublished(summed, sums);
  });

  // World, IMAGE 3.0.1 SSP2-Baseline, base year 2020: Z. Schmidt, kaya-decomposition, tests/test_excel_validation.py, the
  // uncorrected values. Population, gross product, final energy, primary energy, fossil primary energy, carbon dioxide.
  const LEVELS = {
    2020: [7671.501953, 111762.4234, 423.030906, 594.260313, 172.325 + 152.189 + 176.650594, 36.419173241],
    2030: [8327.682617, 159294.1969, 479.422594, 676.616375, 211.995094 + 187.718906 + 165.2215, 41.178647677],
    2050: [9242.542969, 257634.7469, 601.972688, 832.276375, 263.8195 + 236.388297 + 173.017, 48.651535034],
    2100: [9103.234375, 592070.4625, 831.802187, 1151.866, 510.435313 + 215.659094 + 180.625594, 69.304621379],
  } as const;
  /** Population, and each of the others per unit of the one before it: their product is the carbon dioxide. */
  const kayaFactors = (year: keyof typeof LEVELS): number[] =>
    LEVELS[year].map((level, index) => level / (LEVELS[year][index - 1] ?? 1));

  test.each<[keyof typeof LEVELS, string[], string]>([
    [2030, ['3.180338', '10.551859', '-8.883105', '0.180180', '-0.387890', '0.118091'], '4.759474'],
    [2050, ['7.869614', '27.408336', '-20.376878', '-0.672458', '-1.761533', '-0.234719'], '12.232362'],
    [2100, ['8.745927', '76.468388', '-50.655850', '-0.732332', '-3.522648', '2.581964'], '32.885448'],
  ])('are those of the Kaya identity in kaya-decomposition, 2020 to %i', (year, effects, change) => {
    const actual = lmdiEffects(kayaFactors(2020), kayaFactors(year));
    expectPublished(actual, effects);
    expectPublished([actual.reduce((sum, effect) => sum + effect, 0)], [change]);
  });

  test('add up to the change of the product', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        expectSumOfChange(lmdiEffects(from, to), product(from), product(to));
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test('have the direction of their factors, and are as their logarithms', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sizes, sizes), { minLength: 3, maxLength: 5 }), (factors) => {
        const [from, to] = [factors.map(([before]) => before), factors.map(([, after]) => after)];
        const effects = lmdiEffects(from, to);
        const logarithms = factors.map(([before, after]) => Math.log(after / before));
        for (const [index, effect] of effects.entries()) {
          expect(Math.sign(effect)).toBe(Math.sign((to[index] as number) - (from[index] as number)));
          // The next one, so that each is held to each.
          const next = (index + 1) % effects.length;
          const [left, right] = [
            effect * (logarithms[next] as number),
            (effects[next] as number) * (logarithms[index] as number),
          ];
          expectClose(left, right, 1e-9);
        }
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('are exactly 0 where nothing changed, and of a factor that did not change', () => {
    fc.assert(
      fc.property(pairs, fc.nat({ max: 2 }), ([from, to], still) => {
        for (const effect of lmdiEffects(from, [...from])) expect(effect).toBe(0);
        expect(lmdiEffects(from, to.with(still, from[still] as number))[still]).toBe(0);
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('are the opposite the other way round', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const back = lmdiEffects(to, from);
        for (const [index, effect] of lmdiEffects(from, to).entries()) {
          expectClose(back[index] as number, -effect, 1e-12);
        }
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('follow their factors into another order', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const turned = lmdiEffects([...from].reverse(), [...to].reverse()).reverse();
        for (const [index, effect] of lmdiEffects(from, to).entries()) {
          expectClose(turned[index] as number, effect, 1e-9);
        }
      }),
      { numRuns: FEWER_RUNS },
    );
  });
});

describe('zeros in LMDI', () => {
  // Ang, Zhang and Choi 1998, Energy 23, table 2, as coded in the R package LMDIR (R/util.R): the effect of the first
  // factor; PN is any positive number, and the product 42 = 6 · 7.
  test.each<[number, string, number[], number[], number]>([
    [1, 'a factor from 0 takes the product', [0, 7], [6, 7], 42],
    [2, 'a factor to 0 takes the product away', [6, 7], [0, 7], -42],
    [3, 'the product from 0, the factor not', [6, 0], [3, 7], 0],
    [4, 'the product to 0, the factor not', [3, 7], [6, 0], 0],
    [5, 'the product 0 on both sides, the factor on neither', [6, 0], [3, 0], 0],
    [6, 'the factor 0 on both sides', [0, 7], [0, 3], 0],
    [7, 'the product 0 on both sides, the factor to 0', [6, 0], [0, 7], 0],
    [8, 'the product 0 on both sides, the factor from 0', [0, 7], [6, 0], 0],
  ])('case %i of Ang, Zhang and Choi 1998: %s', (_case, _what, from, to, effect) => {
    expect(lmdiEffects(from, to)[0]).toBe(effect);
  });

  test.each<[string, number[], number[], number[]]>([
    // 0 → 60, whole to the one from 0, though the others change as well.
    ['one from 0', [0, 10, 2], [4, 5, 3], [60, 0, 0]],
    ['one to 0', [4, 5, 3], [1, 0, 2], [0, -60, 0]],
    // 60 / 2.
    ['two from 0', [0, 10, 0], [4, 5, 3], [30, 0, 30]],
    ['two to 0', [4, 5, 3], [0, 0, 3], [-30, -30, 0]],
    // 60 / 3.
    ['all from 0', [0, 0, 0], [4, 5, 3], [20, 20, 20]],
    ['all to 0', [4, 5, 3], [0, 0, 0], [-20, -20, -20]],
    ['the same 0 on both sides', [0, 5, 2], [0, 7, 3], [0, 0, 0]],
    ['one from 0 while another goes to 0', [0, 5, 2], [4, 0, 2], [0, 0, 0]],
    ['one from 0 while another stays 0', [0, 5, 0], [4, 5, 0], [0, 0, 0]],
    ['nothing but 0', [0, 0, 0], [0, 0, 0], [0, 0, 0]],
  ])('%s', (_, from, to, effects) => {
    expect(lmdiEffects(from, to)).toEqual(effects);
  });

  test('are approached by ever smaller values, slowly', () => {
    // (x, 10, 2) → (4, 5, 3): 60 · ln(4 / x) / ln(3 / x) and so on towards 60, 0, 0.
    const effects = [1e-2, 1e-5, 1e-10, 1e-50, 1e-200].map((small) => lmdiEffects([small, 10, 2], [4, 5, 3]));
    const ruled = lmdiEffects([0, 10, 2], [4, 5, 3]);
    for (const [factor, limit] of ruled.entries()) {
      const distances = effects.map((each) => Math.abs((each[factor] as number) - limit));
      expect(distances).toEqual([...distances].sort((left, right) => right - left));
      // 60 · ln(4 / 3), 60 · ln 2 and 60 · ln 1.5 over 461.6: small numbers in place of a 0 would not do.
      expect(distances.at(-1)).toBeGreaterThan(0.01);
      expect(distances.at(-1)).toBeLessThan(0.1);
    }
  });

  test('of several factors are approached in equal parts', () => {
    const effects = [1e-2, 1e-5, 1e-10, 1e-50, 1e-100].map((small) => lmdiEffects([small, 10, small], [4, 5, 3]));
    for (const [factor, limit] of [30, 0, 30].entries()) {
      const distances = effects.map((each) => Math.abs((each[factor] as number) - limit));
      expect(distances).toEqual([...distances].sort((left, right) => right - left));
      expect(distances.at(-1)).toBeLessThan(0.1);
    }
  });
});

describe('nearly equal values in LMDI', () => {
  // 100 · 0.2 · 3 = 60; to first order 60 · 1e-12, where ln(to / from) or the two products have four right digits.
  test('a change of 1e-12 of a factor is its share of the product', () => {
    const to = [100 * (1 + 1e-12), 0.2, 3];
    const [effect, ...others] = lmdiEffects([100, 0.2, 3], to);
    expectClose(effect as number, ((to[0] as number) - 100) * 0.2 * 3, 1e-10);
    expect(others).toEqual([0, 0]);
  });

  test('so are changes of all factors', () => {
    const changes = fc.integer({ min: -3, max: 3 }).map((step) => 1 + step * 1e-12);
    fc.assert(
      fc.property(fc.array(fc.tuple(sizes, changes), { minLength: 3, maxLength: 5 }), (factors) => {
        const from = factors.map(([value]) => value);
        const to = factors.map(([value, change]) => value * change);
        for (const [index, effect] of lmdiEffects(from, to).entries()) {
          const others = product(from.filter((_, at) => at !== index));
          expectClose(effect, ((to[index] as number) - (from[index] as number)) * others, 1e-10);
        }
      }),
      { numRuns: NUM_RUNS },
    );
  });

  // The logarithm may be taken one way for a small change and another way for a large one.
  test.each([0.4, 0.5, 0.6, 0.9, 1.1, 1.4, 1.5, 1.6, 2])('there is no step at %d times a factor', (ratio) => {
    for (const nudge of [1 - 1e-15, 1, 1 + 1e-15]) {
      const to = 8 * ratio * nudge;
      // Tripled, so that the products are never nearly equal.
      const [first, second] = lmdiEffects([8, 3], [to, 9]) as [number, number];
      const weight = (to * 9 - 24) / Math.log((to * 9) / 24);
      expectClose(first, weight * Math.log(to / 8), 1e-12);
      expectClose(second, weight * Math.log(3), 1e-12);
    }
  });
});
