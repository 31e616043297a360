import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_YEAR,
  isoMonth,
  LAST_YEAR,
  type Month,
  monthFromIso,
  monthNumberOf,
  monthOf,
  monthsAfter,
  monthsFromTo,
  sameMonthYearsBefore,
  yearOf,
} from '../../src/domain/month.ts';

const month = (iso: string): Month => monthFromIso(iso) as Month;
const months = fc
  .record({ year: fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }), number: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, number }) => monthOf(year, number) as Month);
const steps = fc.integer({ min: -1200, max: 1200 });

describe('a month', () => {
  test.each([
    ['2023-01', 2023 * 12],
    ['2023-12', 2023 * 12 + 11],
    ['1990-01', 1990 * 12],
    ['2100-12', 2100 * 12 + 11],
  ])('%s is the integer %i', (iso, integer) => {
    expect(monthFromIso(iso)).toBe(integer);
    expect(isoMonth(integer as Month)).toBe(iso);
  });

  test.each([
    [1989, 12],
    [2101, 1],
    [2023, 0],
    [2023, 13],
    [2023, -1],
    [203, 1],
    [20023, 1],
  ])('of year %i and number %i is refused', (year, number) => {
    expect(monthOf(year, number)).toBeNull();
  });

  test.each([
    '2023-1',
    '2023-00',
    '2023-13',
    '202301',
    '2023-01-01',
    ' 2023-01',
    '2023-01\n',
    '1989-12',
    '',
    '２０２３-01',
  ])('%j is not read as one', (text) => {
    expect(monthFromIso(text)).toBeNull();
  });

  test('knows its year and its number', () => {
    expect([yearOf(month('2023-12')), monthNumberOf(month('2023-12'))]).toEqual([2023, 12]);
    expect([yearOf(month('2024-01')), monthNumberOf(month('2024-01'))]).toEqual([2024, 1]);
  });

  test.each([
    ['2022-12', 1, '2023-01'],
    ['2023-01', -1, '2022-12'],
    ['2022-11', 14, '2024-01'],
    ['2024-02', -26, '2021-12'],
    ['2023-05', 0, '2023-05'],
  ])('%s and %i months more is %s', (from, step, to) => {
    expect(isoMonth(monthsAfter(month(from), step))).toBe(to);
  });

  test.each([
    ['2023-01', 1, '2022-01'],
    ['2024-12', 3, '2021-12'],
    ['2023-02', 0, '2023-02'],
  ])('the same month as %s, %i years earlier, is %s', (from, years, to) => {
    expect(isoMonth(sameMonthYearsBefore(month(from), years))).toBe(to);
  });
});

describe('months from one to another', () => {
  test('go over the end of a year, both ends included', () => {
    expect(monthsFromTo(month('2022-11'), month('2023-02')).map(isoMonth)).toEqual([
      '2022-11',
      '2022-12',
      '2023-01',
      '2023-02',
    ]);
  });

  test('are one month where both ends are the same, and none where they are reversed', () => {
    expect(monthsFromTo(month('2023-01'), month('2023-01')).map(isoMonth)).toEqual(['2023-01']);
    expect(monthsFromTo(month('2023-01'), month('2022-12'))).toEqual([]);
  });
});

describe('laws of months', () => {
  test('a month is its year and number, and reads back from its text', () => {
    fc.assert(
      fc.property(months, (each) => {
        expect(monthOf(yearOf(each), monthNumberOf(each))).toBe(each);
        expect(monthFromIso(isoMonth(each))).toBe(each);
      }),
    );
  });

  test('steps add up and undo each other', () => {
    fc.assert(
      fc.property(months, steps, steps, (each, first, second) => {
        expect(monthsAfter(monthsAfter(each, first), second)).toBe(monthsAfter(each, first + second));
        expect(monthsAfter(monthsAfter(each, first), -first)).toBe(each);
      }),
    );
  });

  test('the same month of an earlier year keeps its number, and is twelve steps a year', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 100 }), (each, years) => {
        const earlier = sameMonthYearsBefore(each, years);
        expect(monthNumberOf(earlier)).toBe(monthNumberOf(each));
        expect(yearOf(earlier)).toBe(yearOf(each) - years);
        expect(monthsAfter(earlier, 12 * years)).toBe(each);
      }),
    );
  });

  test('texts sort as months do', () => {
    fc.assert(
      fc.property(months, months, (left, right) => {
        expect(isoMonth(left) < isoMonth(right)).toBe(left < right);
      }),
    );
  });

  test('a range has every month once, in order', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -5, max: 60 }), (from, length) => {
        const range = monthsFromTo(from, monthsAfter(from, length - 1));
        expect(range.length).toBe(Math.max(0, length));
        for (const [index, each] of range.entries()) expect(each).toBe(monthsAfter(from, index));
      }),
    );
  });
});
