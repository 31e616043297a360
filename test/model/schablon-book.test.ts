import { describe, expect, test } from 'vitest';
import { type Day, dayFromIso } from '../../src/domain/day.ts';
import type { Schablon } from '../../src/domain/tables.ts';
import { SchablonBook } from '../../src/model/workload.ts';
import { month } from './history-of.ts';

const FROM = month('2022-01');

function schablon(changes: Partial<Schablon>): Schablon {
  return {
    programme: 'JOB',
    region: null,
    validFrom: FROM,
    validTo: null,
    measure: 'base_hours',
    step: 'assess',
    value: 1,
    low: null,
    high: null,
    priority: 'must',
    source: 'invented',
    published: null,
    origin: { table: 'schablons', path: 'schablons.csv', line: 2 },
    ...changes,
  };
}

const hours = (book: SchablonBook, region: string | null = 'Nord', iso = '2022-06') =>
  book.rates('JOB', region, month(iso)).baseHoursPerCase;

describe('the schablons known on a day', () => {
  const published = dayFromIso('2022-10-28') as Day;
  const rows = [schablon({}), schablon({ step: 'decide', value: 4, published })];

  test('are those published by then, that day with it, and those without a day', () => {
    const on = (iso: string) => hours(new SchablonBook(rows, dayFromIso(iso)));
    expect([on('2022-10-27'), on('2022-10-28'), on('2022-10-29')]).toEqual([1, 5, 5]);
    expect(hours(new SchablonBook(rows, null))).toBe(5);
  });

  test('have their programmes by name', () => {
    const book = new SchablonBook([schablon({ programme: 'UGA' }), schablon({}), schablon({ programme: 'KUR' })], null);
    expect(book.programmes).toEqual(['JOB', 'KUR', 'UGA']);
    expect([book.has('KUR'), book.has('ETP')]).toEqual([true, false]);
  });
});

describe('the schablons in force', () => {
  test('are those of their months, the first and the last with them', () => {
    const book = new SchablonBook([schablon({ validTo: month('2022-03') })], null);
    const months = ['2021-12', '2022-01', '2022-03', '2022-04'];
    expect(months.map((iso) => hours(book, 'Nord', iso))).toEqual([null, 1, 1, null]);
    expect(months.map((iso) => book.isInForce('JOB', month(iso)))).toEqual([false, true, true, false]);
    expect(book.isInForce('KUR', FROM)).toBe(false);
  });

  test('are there where any of a programme is valid', () => {
    const book = new SchablonBook([schablon({ validTo: FROM }), schablon({ step: 'decide' })], null);
    expect(book.isInForce('JOB', month('2022-02'))).toBe(true);
  });

  test('are of a region before those of the nation, whatever their dates and order', () => {
    const own = schablon({ region: 'Nord', value: 8 });
    const national = schablon({ value: 2, validFrom: month('2022-05') });
    for (const rows of [
      [own, national],
      [national, own],
    ]) {
      const book = new SchablonBook(rows, null);
      expect([hours(book, 'Nord'), hours(book, 'Syd'), hours(book, null)]).toEqual([8, 2, 2]);
    }
  });

  test('are the latest of one key, whatever their order', () => {
    const [old, late] = [schablon({ value: 2 }), schablon({ value: 3, validFrom: month('2022-04') })];
    for (const rows of [
      [old, late],
      [late, old],
    ]) {
      const book = new SchablonBook(rows, null);
      expect([hours(book, 'Nord', '2022-03'), hours(book, 'Nord', '2022-04')]).toEqual([2, 3]);
    }
  });

  test('are listed for a month once for each region, measure and step, without those of other months', () => {
    const rows = [
      schablon({}),
      schablon({ value: 3, validFrom: month('2022-04') }),
      schablon({ region: 'Nord', value: 4 }),
      schablon({ step: 'decide', value: 5, validTo: month('2022-02') }),
      schablon({ programme: 'UGA', value: 6 }),
      schablon({ measure: 'collaboration_hours', value: 7 }),
    ];
    const inForce = (iso: string) => new SchablonBook(rows, null).inForceIn(month(iso)).map(({ value }) => value);
    expect(inForce('2022-02').sort()).toEqual([1, 4, 5, 6, 7]);
    expect(inForce('2022-04').sort()).toEqual([3, 4, 6, 7]);
    expect(inForce('2021-12')).toEqual([]);
  });
});
