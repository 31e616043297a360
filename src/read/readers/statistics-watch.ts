import { type Place, type Problem, problem } from '../../domain/problem.ts';
import type { CodeMeaning } from '../../domain/tables.ts';
import type { Keys } from '../keys.ts';
import { resemblingPairs } from '../resemblance.ts';
import type { Row } from '../row.ts';
import { sumsOfRegions } from '../sums-of-regions.ts';
import type { Publications } from './publications.ts';
import type { StatisticsColumns } from './statistics-columns.ts';

/** Watches for what only all the rows show: names that nearly are another one, regions forgotten, sums of the others. */
export class StatisticsWatch {
  readonly #columns: StatisticsColumns;
  readonly #publications: Publications;
  /** Where each file has its columns of keys. */
  readonly #keyPlaces: Record<Keys['kind'], Place>[] = [];
  /** National rows that a blank cell makes, which may be a region forgotten. */
  readonly #blankRegions: { row: number; place: Place }[] = [];

  constructor(columns: StatisticsColumns, publications: Publications) {
    this.#columns = columns;
    this.#publications = publications;
  }

  /** Every row of the columns, in their order. */
  saw(row: Row<Keys['kind']>, at: number): void {
    const { programme, region } = row.columns;
    if (this.#keyPlaces.length < this.#columns.paths.length) {
      this.#keyPlaces.push({ programme: row.place(programme), region: row.place(region) });
    }
    if (this.#columns.regionCode[at] === -1 && region >= 0 && row.text(region) === null) {
      this.#blankRegions.push({ row: at, place: row.place(region) });
    }
  }

  /** After the last row. */
  problems(programmes: Keys, regions: Keys): Problem[] {
    return [
      ...this.#resembling(programmes),
      ...this.#resembling(regions),
      ...this.#forgottenRegions(),
      ...this.#regionsOfSums(regions),
    ];
  }

  /** A name that nearly is another and stands beside it in no publication is probably that other one, misspelt. */
  #resembling(keys: Keys): Problem[] {
    const { kind } = keys;
    const names = this.#codesOf(kind).map(({ code }) => code);
    const pairs = resemblingPairs(
      names.filter((name) => !keys.isDefined(name)),
      kind,
    );
    if (pairs.length === 0) return [];
    const rowsOf = rowsByName(names, pairs, this.#columnOf(kind), this.#columns.length);
    const companyOf = this.#companyOf(kind);
    const companies = new Map<readonly number[], ReadonlySet<string>>();
    return pairs.flatMap((pair) => {
      const [one, two] = pair.map((name) => rowsOf.get(name) ?? []) as [number[], number[]];
      // The one with fewer rows is the slip.
      const [common, rare] = one.length >= two.length ? [one, two] : [two, one];
      const company = companies.get(common) ?? new Set(common.map(companyOf));
      companies.set(common, company);
      if (rare.some((row) => company.has(companyOf(row)))) return [];
      return [this.#resemblance(kind, rare[0] as number, common[0] as number)];
    });
  }

  #resemblance(kind: Keys['kind'], row: number, otherRow: number): Problem {
    const { file: otherPath, line: otherLine } = this.#columns.lineOf(otherRow);
    const other = this.#nameOf(kind, otherRow);
    const codesFile = kind === 'programme' ? 'programmes.csv' : 'regions.csv';
    return problem('key-resembles', { other, otherPath, otherLine, codesFile }, this.#keyPlaceOf(kind, row));
  }

  /** What a row has beside its name; two names that have the same there stand side by side in one publication. */
  #companyOf(kind: Keys['kind']): (row: number) => string {
    const { month, published } = this.#columns;
    const others = this.#columnOf(kind === 'programme' ? 'region' : 'programme');
    return (row) => `${month[row]} ${others[row]} ${published[row]}`;
  }

  #columnOf(kind: Keys['kind']): Int32Array {
    return kind === 'programme' ? this.#columns.programmeCode : this.#columns.regionCode;
  }

  #codesOf(kind: Keys['kind']): readonly CodeMeaning<string>[] {
    return kind === 'programme' ? this.#columns.programmes.codes : this.#columns.regions.codes;
  }

  /** The row's programme or region as written. */
  #nameOf(kind: Keys['kind'], row: number): string {
    return this.#codesOf(kind)[this.#columnOf(kind)[row] as number]?.code ?? '';
  }

  /** Where the row's programme or region stands. */
  #keyPlaceOf(kind: Keys['kind'], row: number): Place {
    const { [kind]: ofFile } = this.#keyPlaces[this.#columns.file[row] as number] as Record<Keys['kind'], Place>;
    return { ...ofFile, ...this.#columns.lineOf(row), value: this.#nameOf(kind, row) };
  }

  /** A blank region is the nation; in some months only, beside regions, it is probably one that was forgotten. */
  #forgottenRegions(): Problem[] {
    const { programmes, programmeCode } = this.#columns;
    const regional = this.#publications.programmesWithRegionsBut(this.#blankRegions.map(({ row }) => row));
    return this.#blankRegions.flatMap(({ row, place }) => {
      const programme = programmeCode[row] as number;
      if (!regional.has(programme)) return [];
      const { name } = programmes.codes[programme] as CodeMeaning<string>;
      return [problem('region-blank', { programme: name }, place, 'warning')];
    });
  }

  /** A region that is the sum of the others counts everything twice, whatever it is called. */
  #regionsOfSums(regions: Keys): Problem[] {
    return sumsOfRegions(this.#publications.regionsOfMonths(), this.#columns.regions.codes.length).flatMap((row) => {
      // Whoever lists a region in regions.csv says that it is one.
      if (regions.isDefined(this.#nameOf('region', row))) return [];
      return [problem('row-total', {}, this.#keyPlaceOf('region', row))];
    });
  }
}

/** The rows of each name of the pairs, in one pass. */
function rowsByName(
  names: readonly string[],
  pairs: readonly (readonly string[])[],
  column: Int32Array,
  length: number,
): ReadonlyMap<string, readonly number[]> {
  const rowsOf = new Map<string, number[]>(pairs.flat().map((name) => [name, []]));
  const rowsOfCode = names.map((name) => rowsOf.get(name));
  for (let row = 0; row < length; row++) rowsOfCode[column[row] as number]?.push(row);
  return rowsOf;
}
