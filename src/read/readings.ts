import type { Problem } from '../domain/problem.ts';
import { type FirstReading, readFirstTables, type TablesReading, type TablesSoFar } from './all-tables.ts';
import type { TableSources } from './folder.ts';

interface Remembered {
  readonly first: Promise<FirstReading>;
  /** Null until somebody needs the forecasts. */
  whole: Promise<TablesReading> | null;
}

/** What was read, by the files that it came from: several runs on the same data read it once. */
export class Readings {
  readonly #remembered = new Map<string, Remembered>();

  /** The tables of these files; the forecasts only where they are needed, which is asked once the others are known. */
  async tables(
    { sources, problems }: TableSources,
    needsForecasts: (known: TablesSoFar) => boolean,
  ): Promise<TablesReading> {
    const key = JSON.stringify(sources.map(({ table, path, location }) => [table, path, location]));
    const remembered = this.#remembered.get(key) ?? { first: readFirstTables({ sources, problems: [] }), whole: null };
    this.#remembered.set(key, remembered);
    const first = await remembered.first;
    if (!needsForecasts(first.known)) return withProblems(first.withoutForecasts, problems);
    remembered.whole ??= first.withForecasts();
    return withProblems(await remembered.whole, problems);
  }
}

/** Problems of how the files were found come first; they are not of the files. */
function withProblems(reading: TablesReading, problems: readonly Problem[]): TablesReading {
  return { ...reading, problems: [...problems, ...reading.problems] };
}
