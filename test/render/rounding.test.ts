import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsForSixDigits, forPeople, plainDecimal, rounded, told } from '../../src/render/rounding.ts';

const NBSP = '\u00A0';
const MINUS = '\u2212';
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const hours = fc.double({ noNaN: true, min: -1e12, max: 1e12 });
const decimals = fc.nat({ max: 8 });

/** A decimal number as a whole number of units of 10^-places. */
function inUnits(decimal: string, places: number): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (fraction.length > places) throw new Error(`${decimal} has more than ${places} decimals`);
  const sign = whole.startsWith('-') ? -1n : 1n;
  return sign * BigInt(whole.replace('-', '') + fraction.padEnd(places, '0'));
}

describe('a rounded number', () => {
  test.each<[number, number, string]>([
    [1.005, 2, '1.01'],
    [8.345, 2, '8.35'],
    [1.45, 1, '1.5'],
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [0.5, 0, '1'],
    [1.5, 0, '2'],
    [-0.5, 0, '-1'],
    [0.49999999999999994, 0, '0'],
    [-0.04, 1, '0.0'],
    [-0.04, 0, '0'],
    [-0.05, 1, '-0.1'],
    [-0, 0, '0'],
    [-0, 2, '0.00'],
    [0, 3, '0.000'],
    [33.35, 1, '33.4'],
    [33.3, 1, '33.3'],
    [1.255, 2, '1.26'],
    [10.235, 2, '10.24'],
    [9.995, 2, '10.00'],
    [999.5, 0, '1000'],
    [0.05, 0, '0'],
    [0.95, 0, '1'],
    [0.95, 1, '1.0'],
    [0.095, 1, '0.1'],
    [0.045, 1, '0.0'],
    [0.0049, 2, '0.00'],
    [0.1 + 0.2, 2, '0.30'],
    [1234567.891, 0, '1234568'],
    [12, 2, '12.00'],
    [1e21, 0, '1000000000000000000000'],
    [1e21, 2, '1000000000000000000000.00'],
    [1.5e300, 0, `15${'0'.repeat(299)}`],
    [5e-324, 0, '0'],
    [5e-324, 2, '0.00'],
    [-5e-324, 2, '0.00'],
    [1e-7, 7, '0.0000001'],
    [5e-8, 7, '0.0000001'],
    [4.9e-8, 7, '0.0000000'],
    [123456789012345680, 0, '123456789012345680'],
  ])('A02 A03 %d to %i decimals is %s', (value, places, text) => {
    expect(rounded(value, places)).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('is never %d', (value) => {
    expect(() => rounded(value, 2)).toThrow(new RangeError(`not a finite number: ${value}`));
  });

  test('is at most half a unit from its number, away from zero at the half', () => {
    fc.assert(
      fc.property(fc.oneof(hours, finite), decimals, (value, places) => {
        const exact = plainDecimal(value);
        const scale = Math.max(places, (exact.split('.')[1] ?? '').length);
        const unit = 10n ** BigInt(scale - places);
        const difference = inUnits(rounded(value, places), scale) - inUnits(exact, scale);
        const outwards = value < 0 ? -difference : difference;
        expect(2n * outwards <= unit).toBe(true);
        expect(2n * outwards > -unit).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays as it is when rounded again', () => {
    fc.assert(
      fc.property(hours, fc.nat({ max: 3 }), (value, places) => {
        const once = rounded(value, places);
        expect(rounded(Number(once), places)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('has as many decimals as were asked for, no exponent, and no sign at zero', () => {
    fc.assert(
      fc.property(fc.oneof(hours, finite), decimals, (value, places) => {
        const text = rounded(value, places);
        expect(text).toMatch(places === 0 ? /^-?(?:0|[1-9]\d*)$/ : /^-?(?:0|[1-9]\d*)\.\d+$/);
        expect((text.split('.')[1] ?? '').length).toBe(places);
        expect(text).not.toMatch(/^-[0.]+$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same on both sides of zero', () => {
    fc.assert(
      fc.property(hours, decimals, (value, places) => {
        expect(rounded(-value, places).replace('-', '')).toBe(rounded(value, places).replace('-', ''));
      }),
    );
  });

  test('never orders two numbers the other way round', () => {
    fc.assert(
      fc.property(hours, hours, fc.nat({ max: 3 }), (left, right, places) => {
        const [less, more] = left < right ? [left, right] : [right, left];
        expect(Number(rounded(less, places))).toBeLessThanOrEqual(Number(rounded(more, places)));
      }),
    );
  });
});

describe('a plain decimal', () => {
  test.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-1.5, '-1.5'],
    [0.1, '0.1'],
    [0.1 + 0.2, '0.30000000000000004'],
    [100, '100'],
    [1200, '1200'],
    [1e21, '1000000000000000000000'],
    [1.5e21, '1500000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    [Number.MAX_VALUE, `17976931348623157${'0'.repeat(292)}`],
    [2 ** 53, '9007199254740992'],
    [1 / 3, '0.3333333333333333'],
  ])('of %d is %s', (value, text) => {
    expect(plainDecimal(value)).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('is never %d', (value) => {
    expect(() => plainDecimal(value)).toThrow(new RangeError(`not a finite number: ${value}`));
  });

  test('reads back to the same number, without an exponent or a needless zero', () => {
    fc.assert(
      fc.property(fc.oneof(finite, hours), (value) => {
        const text = plainDecimal(value);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a number for people', () => {
  test.each<[number, number, ',' | '.', string]>([
    [0, 0, ',', '0'],
    [999, 0, ',', '999'],
    [1000, 0, ',', `1${NBSP}000`],
    [1234567, 0, '.', `1${NBSP}234${NBSP}567`],
    [1234.5, 2, ',', `1${NBSP}234,50`],
    [1234.5, 2, '.', `1${NBSP}234.50`],
    [0.1234567, 4, ',', '0,1235'],
    [-1234.5, 0, ',', `${MINUS}1${NBSP}235`],
    [-0.04, 1, ',', '0,0'],
    [-0.04, 0, '.', '0'],
    [-0, 0, ',', '0'],
    [-0.05, 1, ',', `${MINUS}0,1`],
    [-5.5, 1, ',', `${MINUS}5,5`],
    [999999.5, 0, ',', `1${NBSP}000${NBSP}000`],
  ])('%d with %i decimals and %s is %s', (value, places, sign, text) => {
    expect(forPeople(value, places, sign)).toBe(text);
  });

  test('A08 is its rounded number and nothing else', () => {
    fc.assert(
      fc.property(hours, fc.nat({ max: 4 }), fc.constantFrom(',' as const, '.' as const), (value, places, sign) => {
        const text = forPeople(value, places, sign);
        expect(text.replaceAll(NBSP, '').replace(MINUS, '-').replace(sign, '.')).toBe(rounded(value, places));
        expect(text).toMatch(new RegExp(`^${MINUS}?\\d{1,3}(?:${NBSP}\\d{3})*(?:[.,]\\d+)?$`));
      }),
    );
  });
});

describe('two numbers for people', () => {
  test.each<[number, number, number, readonly [string, string]]>([
    [1, 2, 2, ['1,00', '2,00']],
    [0.041, 0.049, 2, ['0,04', '0,05']],
    [0.041, 0.044, 2, ['0,041', '0,044']],
    [999.96, 1000.04, 1, ['999,96', `1${NBSP}000,04`]],
    [0.00001, 0.00002, 0, ['0,00001', '0,00002']],
    [-0.001, 0.001, 1, [`${MINUS}0,001`, '0,001']],
    [0.000001, 0.000002, 1, ['0,000001', '0,000002']],
    [0.0000001, 0.0000002, 1, ['0,0', '0,0']],
    // Nearer to each other than anybody would read.
    [1, 1.00000001, 2, ['1,00', '1,00']],
    [7, 7, 0, ['7', '7']],
  ])('%d and %d have as many decimals more than %i as it takes to tell them apart', (from, to, places, texts) => {
    expect(told(from, to, places, ',')).toEqual(texts);
  });

  test('have the decimals asked for where they differ in them, else the fewest that differ', () => {
    const few = fc.integer({ min: -100_000, max: 100_000 }).map((units) => units / 1000);
    fc.assert(
      fc.property(few, few, fc.nat({ max: 3 }), (from, to, places) => {
        const texts = told(from, to, places, '.');
        const shown = (texts[0].split('.')[1] ?? '').length;
        expect(texts).toEqual([forPeople(from, shown, '.'), forPeople(to, shown, '.')]);
        expect(texts[0] === texts[1]).toBe(from === to);
        if (shown > places) expect(forPeople(from, shown - 1, '.')).toBe(forPeople(to, shown - 1, '.'));
        else expect(shown).toBe(places);
      }),
    );
  });
});

describe('the decimals that show six digits', () => {
  test.each([
    [0, 0],
    [12, 0],
    [1234.5, 2],
    [123456.7, 0],
    [99999.9, 1],
    [999.9, 3],
    [12.345, 4],
    [1.2345, 5],
    [0.12345, 6],
    [0.012345, 7],
    [-12.5, 4],
    [1e-20, 8],
  ])('of %d are %i', (value, places) => {
    expect(decimalsForSixDigits(value)).toBe(places);
  });
});
