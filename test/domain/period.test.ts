import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoMonth, type Month, monthFromIso, monthOf, monthsAfter } from '../../src/domain/month.ts';
import { covers, isoPeriod, monthsOf, type Period, periodYearsBefore } from '../../src/domain/period.ts';

const month = (iso: string): Month => monthFromIso(iso) as Month;
const period = (iso: string, length: 1 | 3 | 12): Period => ({ first: month(iso), months: length });

/** Months, quarters and years, each beginning where it may. */
const periods = fc
  .record({
    year: fc.integer({ min: 2000, max: 2090 }),
    length: fc.constantFrom(1 as const, 3 as const, 12 as const),
    at: fc.nat({ max: 11 }),
  })
  .map(
    ({ year, length, at }): Period => ({
      first: monthOf(year, (at % (12 / length)) * length + 1) as Month,
      months: length,
    }),
  );

describe('a period', () => {
  test.each([
    [period('2023-01', 1), '2023-01'],
    [period('2023-12', 1), '2023-12'],
    [period('2023-01', 3), '2023-Q1'],
    [period('2023-04', 3), '2023-Q2'],
    [period('2023-07', 3), '2023-Q3'],
    [period('2023-10', 3), '2023-Q4'],
    [period('2023-01', 12), '2023'],
  ])('%j is written %s', (each, iso) => {
    expect(isoPeriod(each)).toBe(iso);
  });

  test('has its months in order', () => {
    expect(monthsOf(period('2023-01', 1)).map(isoMonth)).toEqual(['2023-01']);
    expect(monthsOf(period('2022-10', 3)).map(isoMonth)).toEqual(['2022-10', '2022-11', '2022-12']);
    expect(monthsOf(period('2023-01', 12)).map(isoMonth)).toEqual([
      '2023-01',
      '2023-02',
      '2023-03',
      '2023-04',
      '2023-05',
      '2023-06',
      '2023-07',
      '2023-08',
      '2023-09',
      '2023-10',
      '2023-11',
      '2023-12',
    ]);
  });

  test.each([
    ['2022-12', false],
    ['2023-01', true],
    ['2023-02', true],
    ['2023-03', true],
    ['2023-04', false],
  ])('2023-Q1 and %s: %s', (iso, isCovered) => {
    expect(covers(period('2023-01', 3), month(iso))).toBe(isCovered);
  });

  test('a year earlier has the same months', () => {
    expect(isoPeriod(periodYearsBefore(period('2023-10', 3), 1))).toBe('2022-Q4');
    expect(isoPeriod(periodYearsBefore(period('2023-01', 12), 3))).toBe('2020');
    expect(isoPeriod(periodYearsBefore(period('2023-05', 1), 2))).toBe('2021-05');
  });

  test('covers its own months and none beside them', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -24, max: 24 }), (each, step) => {
        const other = monthsAfter(each.first, step);
        expect(covers(each, other)).toBe(monthsOf(each).includes(other));
        expect(monthsOf(each).length).toBe(each.months);
      }),
    );
  });

  test('of another year is another text, and goes back and forth', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 1, max: 10 }), (each, years) => {
        const earlier = periodYearsBefore(each, years);
        expect(periodYearsBefore(earlier, -years)).toEqual(each);
        expect(isoPeriod(earlier)).not.toBe(isoPeriod(each));
        expect(isoPeriod(earlier).slice(4)).toBe(isoPeriod(each).slice(4));
      }),
    );
  });
});
