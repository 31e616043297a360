import { isoDay } from '../domain/day.ts';
import { isoMonth } from '../domain/month.ts';
import { monthsOf } from '../domain/period.ts';
import type { TableName } from '../domain/tables.ts';
import type { World } from '../domain/world.ts';
import { hiddenFault } from '../read/characters.ts';
import { FORECASTS, isTotalName, PROGRAMMES, REGIONS, STATISTICS, type TableSpec } from '../read/columns.ts';
import { findFiles } from '../read/folder.ts';
import { differentCells } from '../read/glance.ts';
import { isNation } from '../read/keys.ts';
import { LONGEST_NAME } from '../read/limits.ts';
import { isMissingMark, isSpreadsheetError } from '../read/number.ts';
import { readDay, readMonth, readPeriod } from '../read/time.ts';
import { type FileOptions, surroundings } from './context.ts';

/** A word of the data, to be typed, and what it stands for, or nothing. */
export interface DataWord {
  readonly text: string;
  readonly meaning: string;
}

/**
 * No more of a table is read, so that a press of a key is answered at once: some 100 000 rows of statistics, in which
 * every programme and region comes up; of their months the last may be missing, and can still be typed.
 */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * What the data has for a line that is being typed: a quick look at the one table that tells, without judging it.
 * Nothing is computed from it. What cannot be read has nothing to offer.
 */
export class DataGlance {
  readonly #options: FileOptions;
  readonly #world: World;
  #files: ReturnType<typeof findFiles> | null = null;

  constructor(options: FileOptions, world: World) {
    this.#options = options;
    this.#world = world;
  }

  /** From the table of programmes, with their names; without one from the statistics. */
  async programmes(): Promise<readonly DataWord[]> {
    return this.#names(PROGRAMMES, 'programme');
  }

  /** From the table of regions; without one from the statistics. The nation is no region that can be asked for. */
  async regions(): Promise<readonly DataWord[]> {
    const names = await this.#names(REGIONS, 'region');
    return names.filter(({ text }) => !isNation(text));
  }

  /** Those that forecasts speak of: `2023-01`, sorted. */
  async forecastMonths(): Promise<readonly string[]> {
    const cells = await this.#cells(FORECASTS, ['period']);
    return sorted(
      cells.flatMap(([cell = '']) => {
        const period = readPeriod(cell);
        return typeof period === 'object' && period !== null ? monthsOf(period).map(isoMonth) : [];
      }),
    );
  }

  async statisticsMonths(): Promise<readonly string[]> {
    const cells = await this.#cells(STATISTICS, ['month']);
    return sorted(
      cells.flatMap(([cell = '']) => {
        const month = readMonth(cell);
        return typeof month === 'number' ? [isoMonth(month)] : [];
      }),
    );
  }

  /** The days on which forecasts were published, `2022-10-28`, sorted. */
  async publicationDays(): Promise<readonly string[]> {
    const cells = await this.#cells(FORECASTS, ['published']);
    return sorted(
      cells.flatMap(([cell = '']) => {
        const day = readDay(cell);
        return day === null ? [] : [isoDay(day)];
      }),
    );
  }

  async #names(spec: TableSpec, column: 'programme' | 'region'): Promise<readonly DataWord[]> {
    const files = await this.#filesOf(spec.table);
    const rows =
      files.length === 0 ? await this.#cells(STATISTICS, [column]) : await this.#cells(spec, [column, 'name']);
    const meanings = new Map<string, Set<string>>();
    for (const [cell = '', meaning = ''] of rows) {
      // A hard space looks like a space, and is one.
      const name = cell.replaceAll(/[\u00A0\u202F]/g, ' ');
      if (!isName(name)) continue;
      const known = meanings.get(name) ?? new Set();
      meanings.set(name, hiddenFault(meaning) === null && meaning !== '' ? known.add(meaning) : known);
    }
    return [...meanings].map(([text, names]) => ({ text, meaning: [...names].join(', ') }));
  }

  async #cells<Key extends string>(
    spec: TableSpec<Key>,
    columns: readonly Key[],
  ): Promise<readonly (readonly string[])[]> {
    const files = await this.#filesOf(spec.table);
    const read = await Promise.all(
      files.map(async (path) => {
        const bytes = await this.#world.readFile(path, MOST_BYTES).catch(() => new Uint8Array());
        const isWhole = bytes.length < MOST_BYTES;
        return differentCells(isWhole ? bytes : bytes.subarray(0, MOST_BYTES), spec, columns, isWhole);
      }),
    );
    return read.flat();
  }

  /** Standard input is not there yet. */
  async #filesOf(table: TableName): Promise<readonly string[]> {
    this.#files ??= surroundings(this.#options, this.#world).then(({ context }) =>
      findFiles(context.folder, this.#world),
    );
    const { files } = await this.#files;
    return files.flatMap((file) => (file.table === table && file.path !== '-' ? [file.path] : []));
  }
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

/**
 * Whether a cell can be typed as a name. A control character would act on the terminal; of a list a comma parts the
 * items; and a colon in front is how the scripts are told something else.
 */
function isName(cell: string): boolean {
  if (cell === '' || isMissingMark(cell) || isSpreadsheetError(cell) || isTotalName(cell)) return false;
  return hiddenFault(cell) === null && !/^:|,/.test(cell) && cell.length <= LONGEST_NAME;
}
