import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { InputFile, ScenarioRows } from '../domain/tables.ts';
import type { TablesReading } from './all-tables.ts';
import { FORECASTS } from './columns.ts';
import { findDialect } from './dialect.ts';
import { type FileReading, readTableFile } from './file-records.ts';
import { ForecastReader } from './readers/forecasts.ts';
import { SchablonReader } from './readers/schablons.ts';
import { type SourceFile, textFile } from './text-file.ts';

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
  const file = await textFile(source);
  const found = (scenario: ScenarioRows, { rows, dialect, problems, notes }: FileReading): ScenarioReading => ({
    scenario,
    input: { ...source, rows, dialect },
    problems,
    notes,
  });
  if (file.text !== null && findDialect(file.text, FORECASTS).isFound) {
    const reader = new ForecastReader(programmes, regions);
    const reading = await readTableFile(file, FORECASTS, (row) => reader.take(row));
    return found({ table: 'forecasts', rows: reader.forecasts }, reading);
  }
  const reader = new SchablonReader(programmes, regions, tables.schablons);
  const reading = await readTableFile(file, reader.spec, (row) => reader.take(row));
  const problems = [...reading.problems, ...reader.problems()];
  return found({ table: 'schablons', rows: reader.schablons }, { ...reading, problems });
}
