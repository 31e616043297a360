import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactSum } from '../../src/domain/exact-sum.ts';

/** Every double is a whole number of these: 2^-1074. */
const SMALLEST_EXPONENT = 1074;

/** A double as that whole number. */
function inSmallestUnits(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  const exponent = (word >> 52n) & 0x7ffn;
  const fraction = word & 0xfffffffffffffn;
  const magnitude = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
  return word >> 63n === 1n ? -magnitude : magnitude;
}

/** The double nearest to so many of the smallest units, ties to even. */
function nearestDouble(units: bigint): number {
  const magnitude = units < 0n ? -units : units;
  const surplus = BigInt(Math.max(0, magnitude.toString(2).length - 53));
  let kept = magnitude >> surplus;
  const lost = magnitude - (kept << surplus);
  const half = surplus === 0n ? 1n : 1n << (surplus - 1n);
  if (lost > half || (lost === half && kept % 2n === 1n)) kept += 1n;
  const value = Number(kept) * 2 ** (Number(surplus) - SMALLEST_EXPONENT);
  return units < 0n ? -value : value;
}

const expectedSum = (terms: readonly number[]): number =>
  nearestDouble(terms.reduce((sum, term) => sum + inSmallestUnits(term), 0n));

/** Any double up to 2^960 in size, so that no partial sum overflows, with many of the same size and many ties. */
const wildTerm = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 960), max: 2 ** 960 }),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -1074, max: 950 }))
    .map(([digit, exponent]) => digit * 2 ** exponent),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -60, max: 60 }))
    .map(([digit, exponent]) => digit * 2 ** exponent),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
  fc.maxSafeInteger(),
);
/** Terms, some of which are taken away again: what remains is many sizes below. */
const wildTerms = fc
  .tuple(fc.array(wildTerm, { maxLength: 30 }), fc.array(fc.nat(), { maxLength: 15 }))
  .map(([terms, picks]) => [
    ...terms,
    ...(terms.length === 0 ? [] : picks.map((pick) => -(terms[pick % terms.length] as number))),
  ]);

describe('the exact sum', () => {
  test.each<[string, number[], number]>([
    ['nothing', [], 0],
    ['one term', [0.1], 0.1],
    ['a term that vanishes beside the others', [1e100, 1, -1e100], 1],
    ['the same in another order', [1, 1e100, -1e100], 1],
    ['ten times 0.1', Array(10).fill(0.1), 1],
    ['0.1 + 0.2', [0.1, 0.2], 0.30000000000000004],
    ['0.1 + 0.2 − 0.3, what the doubles leave', [0.1, 0.2, -0.3], 2.7755575615628914e-17],
    ['two large ones that cancel', [1e16, 1, 1, -1e16], 2],
    ['a chain of sizes', [1e308, 1, -1e308, 1e-300], 1],
    ['subnormals', [5e-324, 5e-324, -5e-324], 5e-324],
    ['a tie, down to even', [2 ** 53, 1], 2 ** 53],
    ['a tie, up to even', [2 ** 53 + 2, 1], 2 ** 53 + 4],
    ['a tie tipped upwards', [2 ** 53, 1, 2 ** -1074], 2 ** 53 + 2],
    ['a tie tipped downwards', [2 ** 53 + 2, 1, -(2 ** -1074)], 2 ** 53 + 2],
    ['a negative tie, to even', [-(2 ** 53), -1], -(2 ** 53)],
    ['a negative tie tipped outwards', [-(2 ** 53), -1, -(2 ** -60)], -(2 ** 53) - 2],
    ['a tie below one', [1, 2 ** -53], 1],
    ['a tie below one, tipped', [1, 2 ** -53, 2 ** -106], 1 + 2 ** -52],
    ['partials that reach over each other', [2 ** 53 - 1, 1, -(2 ** -53), 2 ** -53], 2 ** 53],
    ['what a loop would lose', [1e17, 3.5, -1e17, 0.25], 3.75],
    ['the largest double', [Number.MAX_VALUE, 1, -1], Number.MAX_VALUE],
  ])('A10 of %s', (_, terms, sum) => {
    expect(exactSum(terms)).toBe(sum);
    expect(exactSum([...terms].reverse())).toBe(sum);
    expect(expectedSum(terms)).toBe(sum);
  });

  test('is never a negative zero', () => {
    expect(Object.is(exactSum([-0]), 0)).toBe(true);
    expect(Object.is(exactSum([1, -1]), 0)).toBe(true);
    expect(Object.is(exactSum([-0, -0]), 0)).toBe(true);
  });

  test('takes anything that can be walked through, once', () => {
    function* terms(): Generator<number> {
      yield* [1e100, 1, -1e100];
    }
    expect(exactSum(terms())).toBe(1);
    expect(exactSum(new Set([0.5, 0.25]))).toBe(0.75);
    expect(exactSum(new Float64Array([1, 2, 3]))).toBe(6);
  });

  test('leaves its terms as they were', () => {
    const terms = [3, 1, 2];
    exactSum(terms);
    expect(terms).toEqual([3, 1, 2]);
  });

  test('is the sum of the fractions, rounded once, whatever the sizes', () => {
    fc.assert(
      fc.property(wildTerms, (terms) => {
        expect(exactSum(terms)).toBe(expectedSum(terms));
      }),
      { numRuns: 1000 },
    );
  });

  test('A01 has the same bits in every order', () => {
    const orders = wildTerms.chain((terms) =>
      fc.tuple(fc.constant(terms), fc.shuffledSubarray(terms, { minLength: terms.length, maxLength: terms.length })),
    );
    fc.assert(
      fc.property(orders, ([terms, shuffled]) => {
        expect(Object.is(exactSum(shuffled), exactSum(terms))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('of hours by the thousand does not depend on their order, where a loop does', () => {
    // A small generator of its own, so that the numbers are the same on every machine.
    let seed = 1;
    const random = (): number => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const hours = Array.from({ length: 2000 }, () => random() * 10_000 * (random() * 5));
    const sorted = [...hours].sort((left, right) => left - right);
    const looped = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);
    expect(looped(sorted)).not.toBe(looped(hours));
    expect(exactSum(sorted)).toBe(exactSum(hours));
    expect(exactSum(hours)).toBe(expectedSum(hours));
  });
});
