import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayFromIso, dayOf, isoDay, lastDayOf } from '../../src/domain/day.ts';
import { isoMonth, type Month, monthFromIso, monthOf } from '../../src/domain/month.ts';

const inRange = { min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true };

describe('a day', () => {
  test.each([
    [2022, 10, 28, 20221028],
    [1990, 1, 1, 19900101],
    [2100, 12, 31, 21001231],
    [2024, 2, 29, 20240229],
    [2000, 2, 29, 20000229],
  ])('%i, %i, %i is the integer %i', (year, monthNumber, dayNumber, integer) => {
    expect(dayOf(year, monthNumber, dayNumber)).toBe(integer);
  });

  test.each([
    ['T07 no leap year', 2023, 2, 29],
    ['T07 a hundredth year is none', 2100, 2, 29],
    ['T07 1900, before all years', 1900, 2, 29],
    ['day 0', 2023, 1, 0],
    ['day 32', 2023, 1, 32],
    ['31 April', 2023, 4, 31],
    ['31 June', 2023, 6, 31],
    ['31 September', 2023, 9, 31],
    ['31 November', 2023, 11, 31],
    ['month 0', 2023, 0, 1],
    ['month 13', 2023, 13, 1],
    ['before the first year', 1989, 12, 31],
    ['after the last year', 2101, 1, 1],
  ])('%s is refused', (_, year, monthNumber, dayNumber) => {
    expect(dayOf(year, monthNumber, dayNumber)).toBeNull();
  });

  test.each(['2022-10-2', '2022-1-28', '20221028', '2022-10-28T00:00', ' 2022-10-28', '28/10/2022', '2022-02-30', ''])(
    '%j is not read as one',
    (text) => {
      expect(dayFromIso(text)).toBeNull();
    },
  );

  test('compares as a number', () => {
    const days = ['2023-01-01', '2022-12-31', '2022-10-28', '2022-02-28'].map((text) => dayFromIso(text) as Day);
    expect([...days].sort((left, right) => left - right).map(isoDay)).toEqual([
      '2022-02-28',
      '2022-10-28',
      '2022-12-31',
      '2023-01-01',
    ]);
  });

  test('is every day of the calendar, and reads back from its text', () => {
    fc.assert(
      fc.property(fc.date(inRange), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        expect(day).not.toBeNull();
        expect(isoDay(day as Day)).toBe(iso);
        expect(dayFromIso(iso)).toBe(day);
      }),
    );
  });

  test('is none that the calendar lacks', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1990, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 28, max: 32 }),
    );
    fc.assert(
      fc.property(parts, ([year, monthNumber, dayNumber]) => {
        const exists = new Date(Date.UTC(year, monthNumber - 1, dayNumber)).getUTCMonth() === monthNumber - 1;
        expect(dayOf(year, monthNumber, dayNumber) !== null).toBe(exists);
      }),
    );
  });
});

describe('the last day of a month', () => {
  test.each([
    ['2023-01', '2023-01-31'],
    ['2023-02', '2023-02-28'],
    ['2024-02', '2024-02-29'],
    ['2000-02', '2000-02-29'],
    ['2100-02', '2100-02-28'],
    ['2023-04', '2023-04-30'],
    ['2022-12', '2022-12-31'],
  ])('%s is %s', (iso, last) => {
    expect(isoDay(lastDayOf(monthFromIso(iso) as Month))).toBe(last);
  });

  test('is the day before the first of the next month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, monthNumber) => {
        const month = monthOf(year, monthNumber) as Month;
        const expected = new Date(Date.UTC(year, monthNumber, 0)).toISOString().slice(0, 10);
        expect(isoDay(lastDayOf(month))).toBe(expected);
        expect(expected.slice(0, 7)).toBe(isoMonth(month));
      }),
    );
  });
});
