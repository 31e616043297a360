import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { DecisionStatistics, InputFile, Schablon, TableName, Tables } from '../domain/tables.ts';
import { readTableFile } from './file-records.ts';
import type { TableSources } from './folder.ts';
import { Keys } from './keys.ts';
import { CodesReader } from './readers/codes.ts';
import { ForecastReader } from './readers/forecasts.ts';
import { SchablonReader } from './readers/schablons.ts';
import { StatisticsReader } from './readers/statistics.ts';
import type { TableReader } from './table-reader.ts';
import { type SourceFile, textFile } from './text-file.ts';

/** What reading the tables gave. With an error among the problems, nothing may be computed from the tables. */
export interface TablesReading {
  readonly tables: Tables;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  readonly programmes: Keys;
  readonly regions: Keys;
}

/** What is known of sound tables before the forecasts are read. */
export interface TablesSoFar {
  readonly statistics: DecisionStatistics;
  readonly schablons: readonly Schablon[];
  readonly programmes: Keys;
  readonly regions: Keys;
}

/** Every table but the forecasts, and the way to read those as well. */
export interface FirstReading {
  readonly known: TablesSoFar;
  readonly withoutForecasts: TablesReading;
  /** Reads the forecasts; it leaves what was read before as it was. */
  withForecasts(): Promise<TablesReading>;
}

/**
 * Reads every table of the folder, and gathers the problems of all of them. A command that may do without forecasts
 * says so once the others are known; forecasts that are not read can refuse nothing.
 */
export async function readTables(
  content: TableSources,
  needsForecasts: (known: TablesSoFar) => boolean = () => true,
): Promise<TablesReading> {
  const first = await readFirstTables(content);
  return needsForecasts(first.known) ? first.withForecasts() : first.withoutForecasts;
}

/** Reads every table but the forecasts. */
export async function readFirstTables(content: TableSources): Promise<FirstReading> {
  const reader = new FolderReader(content);
  const programmes = await reader.codes('programme');
  const regions = await reader.codes('region');
  const isSoFarSound = reader.problems.length === 0;
  const statistics = new StatisticsReader(programmes, regions);
  const areStatisticsSound = await reader.table('statistics', statistics);
  if (areStatisticsSound) reader.gather(statistics.problems());
  const statisticsPath = content.sources.find(({ table }) => table === 'statistics')?.path;
  // From here on a region that nobody has named is unknown; where what was read is unsound, that would be guessing.
  if (isSoFarSound && areStatisticsSound && statisticsPath !== undefined) regions.close(statisticsPath);
  const schablons = new SchablonReader(programmes, regions);
  if (await reader.table('schablons', schablons)) reader.gather(schablons.problems());
  const known = { statistics: statistics.statistics, schablons: schablons.schablons, programmes, regions };
  return {
    known,
    withoutForecasts: reader.reading(known, []),
    withForecasts: async () => {
      const more = { ...known, programmes: programmes.copy(), regions: regions.copy() };
      const rest = new FolderReader(content, reader);
      const forecasts = new ForecastReader(more.programmes, more.regions);
      await rest.table('forecasts', forecasts);
      return rest.reading(more, forecasts.forecasts);
    },
  };
}

class FolderReader {
  readonly #content: TableSources;
  readonly #files: Map<SourceFile, { readonly input: InputFile; readonly notes: readonly Note[] }>;
  readonly problems: Problem[];

  /** Reads on where another one ended. */
  constructor(content: TableSources, earlier?: FolderReader) {
    this.#content = content;
    this.#files = new Map(earlier === undefined ? [] : earlier.#files);
    this.problems = [...(earlier?.problems ?? [])];
  }

  reading({ statistics, schablons, programmes, regions }: TablesSoFar, forecasts: Tables['forecasts']): TablesReading {
    return {
      tables: { forecasts, statistics, schablons, inputs: this.#inOrder.map(({ input }) => input) },
      problems: [...this.#content.problems, ...this.problems],
      notes: this.#inOrder.flatMap(({ notes }) => notes),
      programmes,
      regions,
    };
  }

  /** The files that were read, in the order of the folder's tables, whatever was read first. */
  get #inOrder() {
    return this.#content.sources.flatMap((source) => this.#files.get(source) ?? []);
  }

  /** One by one: a hundred thousand arguments are too many for a call. */
  gather(problems: readonly Problem[]): void {
    for (const problem of problems) this.problems.push(problem);
  }

  /** The keys of a kind, from their table if there is one; from a broken table, keys that know nothing. */
  async codes(kind: 'programme' | 'region'): Promise<Keys> {
    const keys = new Keys(kind);
    const isSound = await this.table(kind === 'programme' ? 'programmes' : 'regions', new CodesReader(keys));
    return isSound ? keys : new Keys(kind);
  }

  /** Reads the files of a table; says whether they are all sound. */
  async table<Key extends string>(table: TableName, reading: TableReader<Key>): Promise<boolean> {
    let isSound = true;
    for (const source of this.#content.sources.filter((each) => each.table === table)) {
      const file = await textFile(source);
      const { rows, dialect, problems, notes } = await readTableFile(file, reading.spec, (row) => reading.take(row));
      this.#files.set(source, { input: { ...source, rows, dialect }, notes });
      this.gather(problems);
      if (problems.some(({ severity }) => severity === 'error')) isSound = false;
    }
    return isSound;
  }
}
