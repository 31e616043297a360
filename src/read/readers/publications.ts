import type { CodeMeaning } from '../../domain/tables.ts';
import type { Row } from '../row.ts';
import type { RegionFigures } from '../sums-of-regions.ts';
import type { StatisticsColumns } from './statistics-columns.ts';

const MONTHS = 32_768;

/** Where the other of two rows stands. */
interface OtherPlace {
  readonly otherPath: string;
  readonly otherLine: number;
}

/** The publications of each month, programme code and region; two rows of one publication are a problem. */
export class Publications {
  readonly #columns: StatisticsColumns;
  /** For each month and programme code, its rows by region code: chains through `#earlier`. */
  readonly #latest = new Map<number, Map<number, number>>();
  #last = { key: -1, rows: new Map<number, number>() };
  /** For each row the one before it of the same month, programme code and region, or −1. */
  readonly #earlier: number[] = [];

  constructor(columns: StatisticsColumns) {
    this.#columns = columns;
  }

  /** Every row of the columns, in their order. */
  saw(row: Row<'month' | 'region'>, at: number): void {
    const { regionCode, published } = this.#columns;
    const region = regionCode[at] as number;
    const rows = this.#rowsOf(this.#keyOf(at));
    this.#earlier.push(rows.get(region) ?? -1);
    rows.set(region, at);
    for (let other = this.#earlier[at] as number; other >= 0; other = this.#earlier[other] as number) {
      if (published[other] !== published[at]) continue;
      this.#reportTwice(row, at, other);
      return;
    }
  }

  #keyOf(row: number): number {
    const { month, programmeCode } = this.#columns;
    return (programmeCode[row] as number) * MONTHS + (month[row] as number);
  }

  /** The rows of a month and programme code, by region code. Rows that follow each other are often of the same. */
  #rowsOf(key: number): Map<number, number> {
    if (key === this.#last.key) return this.#last.rows;
    const rows = this.#latest.get(key) ?? new Map<number, number>();
    this.#latest.set(key, rows);
    this.#last = { key, rows };
    return rows;
  }

  /** Two rows of one key. Where no column tells regions apart, or its cell is blank, that is what is wrong. */
  #reportTwice(row: Row<'month' | 'region'>, at: number, other: number): void {
    const { month, region } = row.columns;
    if (this.#columns.isSame(at, other)) row.report(month, 'key-duplicate', this.#otherPlace(other));
    else if (region >= 0 && row.text(region) === null) {
      const { programmes, programmeCode } = this.#columns;
      const { name } = programmes.codes[programmeCode[at] as number] as CodeMeaning<string>;
      row.report(region, 'region-blank', { programme: name });
    } else if (region >= 0) row.report(month, 'key-conflict', { ...this.#otherPlace(other), hasPublications: true });
    else if (!row.problems.has('region-column-missing')) {
      row.report(-1, 'region-column-missing', { found: row.names });
    }
  }

  #otherPlace(row: number): OtherPlace {
    const { file, line } = this.#columns.lineOf(row);
    return { otherPath: file, otherLine: line };
  }

  /** The programme codes with a month that has regions and none of these rows. */
  programmesWithRegionsBut(rows: readonly number[]): ReadonlySet<number> {
    const excepted = new Set(rows.map((row) => this.#keyOf(row)));
    const regional = [...this.#latest].filter(
      ([key, byRegion]) => !excepted.has(key) && [...byRegion.keys()].some((code) => code >= 0),
    );
    return new Set(regional.map(([key]) => Math.floor(key / MONTHS)));
  }

  /** The regions of each month and programme code; of several publications of a row the latest. */
  *regionsOfMonths(): Iterable<readonly RegionFigures[]> {
    const { decisions, newDecisions } = this.#columns;
    for (const rows of this.#latest.values()) {
      const figures: RegionFigures[] = [];
      for (const [region, last] of rows) {
        if (region < 0) continue;
        const row = this.#latestPublication(last);
        figures.push({
          region,
          decisions: decisions[row] as number,
          newDecisions: newDecisions[row] as number,
          row,
        });
      }
      yield figures;
    }
  }

  /** Of the rows of a chain, the one that was published last. */
  #latestPublication(last: number): number {
    const { published } = this.#columns;
    let row = last;
    for (let other = this.#earlier[last] as number; other >= 0; other = this.#earlier[other] as number) {
      if ((published[other] as number) > (published[row] as number)) row = other;
    }
    return row;
  }
}
