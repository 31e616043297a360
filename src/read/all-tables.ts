import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { InputFile, TableName, Tables } from '../domain/tables.ts';
import { readTableFile } from './file-records.ts';
import type { FolderContent } from './folder.ts';
import { Keys } from './keys.ts';
import { CodesReader } from './readers/codes.ts';
import { ForecastReader } from './readers/forecasts.ts';
import { SchablonReader } from './readers/schablons.ts';
import { StatisticsReader } from './readers/statistics.ts';
import type { TableReader } from './table-reader.ts';
import { textFile } from './text-file.ts';

/** What reading the tables gave. With an error among the problems, nothing may be computed from the tables. */
export interface TablesReading {
  readonly tables: Tables;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  readonly programmes: Keys;
  readonly regions: Keys;
}

/** Reads every table of the folder, and gathers the problems of all of them. */
export async function readTables(content: FolderContent): Promise<TablesReading> {
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
  const forecasts = new ForecastReader(programmes, regions);
  await reader.table('forecasts', forecasts);
  const schablons = new SchablonReader(programmes, regions);
  if (await reader.table('schablons', schablons)) reader.gather(schablons.problems());
  return {
    tables: {
      forecasts: forecasts.forecasts,
      statistics: statistics.statistics,
      schablons: schablons.schablons,
      inputs: reader.inputs,
    },
    problems: [...content.problems, ...reader.problems],
    notes: reader.notes,
    programmes,
    regions,
  };
}

class FolderReader {
  readonly #content: FolderContent;
  readonly inputs: InputFile[] = [];
  readonly problems: Problem[] = [];
  readonly notes: Note[] = [];

  constructor(content: FolderContent) {
    this.#content = content;
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
      this.inputs.push({ ...source, rows, dialect });
      this.gather(problems);
      this.notes.push(...notes);
      if (problems.some(({ severity }) => severity === 'error')) isSound = false;
    }
    return isSound;
  }
}
