import { expect } from 'vitest';

export function product(factors: readonly number[]): number {
  return factors.reduce((result, factor) => result * factor, 1);
}

/** The effects add up to the change, to 1e-9 of the largest of them and the sides: opposed effects may dwarf both sides. */
export function expectSumOfChange(effects: readonly number[], before: number, after: number): void {
  const sum = effects.reduce((total, effect) => total + effect, 0);
  const size = Math.max(before, after, ...effects.map(Math.abs));
  expect(Math.abs(sum - (after - before)), `${sum}, not ${after} − ${before}`).toBeLessThanOrEqual(1e-9 * size);
}

/** To the published precision: half a unit of the last digit as printed. A printed 0 is 0. */
export function expectPublished(actual: readonly number[], published: readonly string[]): void {
  expect(actual).toHaveLength(published.length);
  for (const [index, printed] of published.entries()) {
    const value = actual[index] as number;
    const decimals = printed.split('.')[1]?.length ?? 0;
    if (printed === '0') expect(value).toBe(0);
    else expect(value).toBeCloseTo(Number(printed), decimals);
  }
}

/** Relative to the value expected, so that what is 0 must be 0, of either sign. */
export function expectClose(actual: number, expected: number, precision: number): void {
  expect(Math.abs(actual - expected), `${actual}, not ${expected}`).toBeLessThanOrEqual(precision * Math.abs(expected));
}
