import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { InputFile, ScenarioRows } from '../domain/tables.ts';
import type { TablesReading } from './all-tables.ts';
import { FORECASTS, SCHABLONS } from './columns.ts';
import { readTableFile, type SourceFile } from './file-records.ts';
import { findDialect } from './header.ts';
import { ForecastReader } from './readers/forecasts.ts';
import { SchablonReader } from './readers/schablons.ts';
import { decode } from './text.ts';

export interface ScenarioReading {
  readonly scenario: ScenarioRows;
  readonly input: InputFile;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

/** Reads a scenario, recognised by its columns, in the words of the tables that it changes: their programmes and regions. */
export async function readScenario(
  source: SourceFile,
  { tables, programmes, regions }: TablesReading,
): Promise<ScenarioReading> {
  const decoded = decode(source.bytes);
  const isForecast = 'text' in decoded && findDialect(decoded.text, FORECASTS).isFound;
  if (isForecast) {
    const reader = new ForecastReader(programmes, regions);
    const { rows, problems, notes } = await readTableFile(source, FORECASTS, (row) => reader.take(row));
    return { scenario: { table: 'forecasts', rows: reader.forecasts }, input: { ...source, rows }, problems, notes };
  }
  const reader = new SchablonReader(programmes, regions, tables.schablons);
  const { rows, problems, notes } = await readTableFile(source, SCHABLONS, (row) => reader.take(row));
  return { scenario: { table: 'schablons', rows: reader.schablons }, input: { ...source, rows }, problems, notes };
}
