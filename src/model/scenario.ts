import { type Note, note } from '../domain/note.ts';
import { byCodeUnit } from '../domain/order.ts';
import { isoPeriod } from '../domain/period.ts';
import type { ExpenditureForecast, ScenarioRows, Schablon, Tables } from '../domain/tables.ts';

/** The tables with the scenario's rows in the place of the rows of the same key, and the others added; a note counts them. */
export function withScenario(
  tables: Tables,
  scenario: ScenarioRows,
  file: string,
): { readonly tables: Tables; readonly note: Note } {
  if (scenario.table === 'forecasts') {
    const forecasts = replaced(tables.forecasts, scenario.rows, forecastKeys);
    return { tables: { ...tables, forecasts }, note: countNote(file, tables.forecasts, scenario.rows, forecasts, []) };
  }
  const schablons = replaced(tables.schablons, scenario.rows, schablonKeys);
  const newSteps = stepsBeyond(tables.schablons, scenario.rows);
  return {
    tables: { ...tables, schablons },
    note: countNote(file, tables.schablons, scenario.rows, schablons, newSteps),
  };
}

function countNote(
  file: string,
  before: readonly unknown[],
  rows: readonly unknown[],
  after: readonly unknown[],
  newSteps: readonly string[],
): Note {
  const replacedRows = before.length + rows.length - after.length;
  return note('scenario-applied', { file, rows: rows.length, replaced: replacedRows, newSteps });
}

/** The steps of the scenario that the programme has nowhere in the tables for that measure. */
function stepsBeyond(known: readonly Schablon[], rows: readonly Schablon[]): string[] {
  const keyOf = ({ programme, measure, step }: Schablon): string => JSON.stringify([programme, measure, step]);
  const keys = new Set(known.map(keyOf));
  const beyond = rows.filter((row) => row.step !== null && !keys.has(keyOf(row)));
  return [...new Set(beyond.map(({ programme, step }) => `${programme}: ${step}`))].sort(byCodeUnit);
}

/** A row goes when one of its keys is the first key, the very own one, of a row of the scenario. */
function replaced<Row>(rows: readonly Row[], others: readonly Row[], keysOf: (row: Row) => readonly string[]): Row[] {
  const keys = new Set(others.map((row) => keysOf(row)[0]));
  return [...rows.filter((row) => !keysOf(row).some((key) => keys.has(key))), ...others];
}

/** The row as written, and what a row for the whole programme or the whole region would be: that stands for its codes. */
function forecastKeys(row: ExpenditureForecast): string[] {
  const { published, code, programme, regionCode, region, period } = row;
  const key = (ofProgramme: string, ofRegion: string | null): string =>
    JSON.stringify([published, ofProgramme, ofRegion, isoPeriod(period)]);
  return [key(code, regionCode), key(programme, regionCode), key(code, region), key(programme, region)];
}

function schablonKeys({ programme, region, measure, step, validFrom }: Schablon): string[] {
  return [JSON.stringify([programme, region, measure, step, validFrom])];
}
