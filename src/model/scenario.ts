import { isoPeriod } from '../domain/period.ts';
import type { ExpenditureForecast, ScenarioRows, Schablon, Tables } from '../domain/tables.ts';

/** The tables with the scenario's rows in the place of the rows of the same key, and the others added. */
export function withScenario(tables: Tables, scenario: ScenarioRows): Tables {
  return scenario.table === 'forecasts'
    ? { ...tables, forecasts: replaced(tables.forecasts, scenario.rows, forecastKey) }
    : { ...tables, schablons: replaced(tables.schablons, scenario.rows, schablonKey) };
}

function replaced<Row>(rows: readonly Row[], others: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const keys = new Set(others.map(keyOf));
  return [...rows.filter((row) => !keys.has(keyOf(row))), ...others];
}

/** By programme and region, not by code: a scenario for ETP stands for its codes too. */
function forecastKey({ published, programme, region, period }: ExpenditureForecast): string {
  return JSON.stringify([published, programme, region, isoPeriod(period)]);
}

function schablonKey({ programme, region, measure, step, validFrom }: Schablon): string {
  return JSON.stringify([programme, region, measure, step, validFrom]);
}
