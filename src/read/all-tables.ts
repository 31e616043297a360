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

/**
 * Reads every table of the folder, and gathers the problems of all of them. A command that may do without forecasts
 * says so once the others are known; forecasts that are not read can refuse nothing.
 */
export async function readTables(
  content: TableSources,
  needsForecasts: (known: TablesSoFar) => boolean = () => true,
): Promise<TablesReading> {
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
  const forecasts = new ForecastReader(programmes, regions);
  if (needsForecasts(known)) await reader.table('forecasts', forecasts);
  return {
    tables: {
      forecasts: forecasts.forecasts,
      statistics: known.statistics,
      schablons: known.schablons,
      inputs: reader.inputs,
    },
    problems: [...content.problems, ...reader.problems],
    notes: reader.notes,
    programmes,
    regions,
  };
}

class FolderReader {
  readonly #content: TableSources;
  readonly #files = new Map<SourceFile, { readonly input: InputFile; readonly notes: readonly Note[] }>();
  readonly problems: Problem[] = [];

  constructor(content: TableSources) {
    this.#content = content;
  }

  /** The files that were read, in the order of the folder's tables, whatever was read first. */
  get #inOrder() {
    return this.#content.sources.flatMap((source) => this.#files.get(source) ?? []);
  }

  get inputs(): InputFile[] {
    return this.#inOrder.map(({ input }) => input);
  }

  get notes(): Note[] {
    return this.#inOrder.flatMap(({ notes }) => notes);
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
