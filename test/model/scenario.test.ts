import { expect, test } from 'vitest';
import { dayFromIso } from '../../src/domain/day.ts';
import type { ExpenditureForecast, Schablon, Tables } from '../../src/domain/tables.ts';
import { withScenario } from '../../src/model/scenario.ts';
import { month } from './history-of.ts';

const schablon = (programme: string, measure: string, step: string | null, value: number): Schablon =>
  ({ programme, region: null, measure, step, value, validFrom: month('2022-01') }) as Schablon;
const forecast = (code: string, regionCode: string | null, quantity: number, changes = {}): ExpenditureForecast =>
  ({
    published: dayFromIso('2022-10-28'),
    ...{ code, programme: 'ETP', regionCode, region: regionCode === null ? null : 'Nord', quantity },
    period: { first: month('2023-01'), months: 1 },
    ...changes,
  }) as ExpenditureForecast;

const tables = {
  schablons: [schablon('JOB', 'collaboration_share', null, 0.2), schablon('JOB', 'base_hours', 'assess', 1)],
  forecasts: [forecast('104', '01', 1), forecast('105', null, 2), forecast('104', '02', 4)],
} as unknown as Tables;

const values = (all: readonly { readonly value: number }[]) => all.map(({ value }) => value);
const quantities = (all: readonly { readonly quantity: number }[]) => all.map(({ quantity }) => quantity);

test('schablons of the same key are replaced, the others added; steps that are new are named once, by name', () => {
  const rows = [
    schablon('JOB', 'base_hours', 'assess', 8),
    schablon('JOB', 'collaboration_hours', 'talk', 9),
    { ...schablon('JOB', 'collaboration_hours', 'talk', 10), validFrom: month('2022-02') },
    schablon('JOB', 'base_hours', 'decide', 11),
    schablon('UGA', 'collaboration_share', null, 0.5),
  ];
  const { tables: changed, note } = withScenario(tables, { table: 'schablons', rows }, 'what-if.csv');
  expect(values(changed.schablons)).toEqual([0.2, 8, 9, 10, 11, 0.5]);
  expect(changed.forecasts).toBe(tables.forecasts);
  expect(note).toEqual({
    code: 'scenario-applied',
    facts: { file: 'what-if.csv', rows: 5, replaced: 1, newSteps: ['JOB: decide', 'JOB: talk'] },
  });
});

test.each([
  ['of its own key', forecast('104', '01', 8), [2, 4, 8], 1],
  ['of the region as a whole, for all its codes', forecast('104', 'Nord', 8), [2, 8], 2],
  ['of the programme as a whole, for all its codes', forecast('ETP', null, 8), [1, 4, 8], 1],
  ['of the whole of both, for all that is in it', forecast('ETP', 'Nord', 8), [2, 8], 2],
  ['of another code', forecast('106', '01', 8), [1, 2, 4, 8], 0],
  ['of another day', forecast('104', '01', 8, { published: dayFromIso('2022-06-30') }), [1, 2, 4, 8], 0],
  ['of another period', forecast('104', '01', 8, { period: { first: month('2023-01'), months: 3 } }), [1, 2, 4, 8], 0],
])('a forecast %s', (_, row, expected, replaced) => {
  const { tables: changed, note } = withScenario(tables, { table: 'forecasts', rows: [row] }, 'what-if.csv');
  expect(quantities(changed.forecasts)).toEqual(expected);
  expect(changed.schablons).toBe(tables.schablons);
  expect(note.facts).toEqual({ file: 'what-if.csv', rows: 1, replaced, newSteps: [] });
});
