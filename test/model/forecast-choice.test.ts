import { describe, expect, test } from 'vitest';
import { type Day, dayFromIso } from '../../src/domain/day.ts';
import type { ExpenditureForecast } from '../../src/domain/tables.ts';
import { ForecastChoice } from '../../src/model/forecast-choice.ts';
import { month } from './history-of.ts';

const day = (iso: string): Day => dayFromIso(iso) as Day;

function forecast(changes: Partial<ExpenditureForecast>): ExpenditureForecast {
  return {
    published: day('2022-10-28'),
    code: 'JOB',
    programme: 'JOB',
    regionCode: null,
    region: null,
    period: { first: month('2023-01'), months: 1 },
    measure: 'decisions',
    quantity: 1,
    costPerDecisionSek: null,
    origin: { table: 'forecasts', path: 'forecasts.csv', line: 2 },
    ...changes,
  } as ExpenditureForecast;
}

const JANUARY = month('2023-01');
const year = { first: JANUARY, months: 12 } as const;
const quarter = { first: JANUARY, months: 3 } as const;
const of = (code: string, programme = 'ETP'): Partial<ExpenditureForecast> => ({ code, programme });
const inRegion = (regionCode: string): Partial<ExpenditureForecast> => ({ regionCode, region: regionCode });

describe('the forecasts known on a day', () => {
  test('have their programmes by name', () => {
    const choice = new ForecastChoice(
      ['UGA', 'JOB', 'KUR'].map((name) => forecast(of(name, name))),
      null,
    );
    expect(choice.programmes).toEqual(['JOB', 'KUR', 'UGA']);
  });

  test('are those published by then, that day with it', () => {
    const on = (iso: string) => new ForecastChoice([forecast({})], day(iso)).forMonth('JOB', JANUARY).length;
    expect([on('2022-10-27'), on('2022-10-28'), on('2022-10-29')]).toEqual([0, 1, 1]);
  });

  test('reach from the first month of any period to the last, also of another code', () => {
    const rows = [
      forecast({ period: quarter }),
      forecast({ ...of('104', 'JOB'), period: { first: month('2022-11'), months: 1 } }),
    ];
    const choice = new ForecastChoice(rows, null);
    expect(choice.span(['JOB'])).toEqual({ first: month('2022-11'), last: month('2023-03') });
    expect(choice.span(['KUR'])).toBeNull();
    expect(choice.span([])).toBeNull();
  });
});

describe('the rows that count for a month', () => {
  const quantities = (rows: readonly ExpenditureForecast[]) =>
    new ForecastChoice(rows, null)
      .forMonth('JOB', JANUARY)
      .map(({ national, regional }) => [national?.quantity ?? null, ...regional.map(({ quantity }) => quantity)]);

  test('are of the shortest period, whatever their order', () => {
    const rows = [
      forecast({ period: quarter, quantity: 3 }),
      forecast({ quantity: 1 }),
      forecast({ period: year, quantity: 12 }),
    ];
    for (const some of [rows, rows.toReversed(), rows.slice(0, 2), rows.slice(1)])
      expect(quantities(some)).toEqual([[1]]);
    expect(quantities([rows[0] as ExpenditureForecast, rows[2] as ExpenditureForecast])).toEqual([[3]]);
  });

  test('are of the latest day that covers the month, whatever their order', () => {
    const rows = [
      forecast({ published: day('2022-06-30'), quantity: 6 }),
      forecast({ published: day('2022-10-28'), period: year, quantity: 10 }),
      forecast({ published: day('2022-12-01'), period: { first: month('2023-02'), months: 1 }, quantity: 12 }),
    ];
    for (const some of [rows, rows.toReversed()]) expect(quantities(some)).toEqual([[10]]);
  });

  test('are one for each region code, by code', () => {
    const rows = [
      forecast({ ...inRegion('Syd'), quantity: 3 }),
      forecast({ ...inRegion('Mitt'), quantity: 1 }),
      forecast({ ...inRegion('Nord'), period: year, quantity: 2 }),
      forecast({ quantity: 9 }),
    ];
    expect(quantities(rows)).toEqual([[9, 1, 2, 3]]);
    expect(quantities(rows.slice(0, 3))).toEqual([[null, 1, 2, 3]]);
  });

  test('are apart for each code, by code', () => {
    const choice = new ForecastChoice([forecast(of('105')), forecast(of('104')), forecast({})], null);
    expect(choice.forMonth('ETP', JANUARY).map(({ code }) => code)).toEqual(['104', '105']);
    expect(choice.forMonth('ETP', month('2023-02'))).toEqual([]);
    expect(choice.forMonth('KUR', JANUARY)).toEqual([]);
  });
});

describe('codes whose forecasts do not cover the month', () => {
  const ended = { period: { first: month('2022-12'), months: 1 } } as const;
  const without = (rows: readonly ExpenditureForecast[]) => {
    const choice = new ForecastChoice(rows, null);
    return choice.codesWithout('ETP', choice.forMonth('ETP', JANUARY));
  };

  test('are named, by code', () => {
    const rows = [forecast({ ...of('106'), ...ended }), forecast({ ...of('105'), ...ended }), forecast(of('104'))];
    expect(without(rows)).toEqual(['105', '106']);
    expect(without([])).toEqual([]);
  });

  test('are none beside a forecast of the whole programme', () => {
    const rows = [forecast({ ...of('105'), ...ended }), forecast(of('104')), forecast(of('ETP'))];
    expect(without(rows)).toEqual([]);
  });
});
