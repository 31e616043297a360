import { lastDayOf } from '../../domain/day.ts';
import { type Place, type Problem, problem } from '../../domain/problem.ts';
import type { CodeMeaning, DecisionStatistics } from '../../domain/tables.ts';
import { STATISTICS } from '../columns.ts';
import type { Keys } from '../keys.ts';
import { resemblingPairs } from '../resemblance.ts';
import { FAULTY, type Row } from '../row.ts';
import { type RegionFigures, sumsOfRegions } from '../sums-of-regions.ts';
import type { TableReader } from '../table-reader.ts';
import { StatisticsColumns } from './statistics-columns.ts';

export type StatisticsKey = keyof typeof STATISTICS.columns;

/** Codes as small integers, in the order in which they were seen. */
class CodeIndex {
  readonly codes: CodeMeaning<string>[] = [];
  readonly #ids = new Map<CodeMeaning<string>, number>();

  idOf(code: CodeMeaning<string>): number {
    // Of a code there is one meaning, the same object in every row.
    const known = this.#ids.get(code);
    if (known !== undefined) return known;
    const id = this.codes.length;
    this.#ids.set(code, id);
    this.codes.push(code);
    return id;
  }
}

const MONTHS = 32_768;

/** Where the other of two rows stands. */
interface OtherPlace {
  readonly otherPath: string;
  readonly otherLine: number;
}

/** Reads decision statistics into columns; two rows of one key and publication are a problem. */
export class StatisticsReader implements TableReader<StatisticsKey> {
  readonly spec = STATISTICS;
  readonly #programmes: Keys;
  readonly #regions: Keys;
  readonly #programmeIndex = new CodeIndex();
  readonly #regionIndex = new CodeIndex();
  readonly #paths: string[] = [];
  readonly #columns = new StatisticsColumns();
  /** For each month and programme code, its rows by region code: chains through `#earlier`. */
  readonly #latest = new Map<number, Map<number, number>>();
  #last = { key: -1, rows: new Map<number, number>() };
  readonly #earlier: number[] = [];
  /** Where each file has its columns of keys. */
  readonly #keyPlaces: Record<Keys['kind'], Place>[] = [];
  /** National rows that a blank cell makes, which may be a region forgotten. */
  readonly #blankRegions: { row: number; place: Place }[] = [];

  constructor(programmes: Keys, regions: Keys) {
    this.#programmes = programmes;
    this.#regions = regions;
  }

  take(row: Row<StatisticsKey>): void {
    const month = row.required(row.columns.month, row.month(row.columns.month));
    const programme = row.code(row.columns.programme, this.#programmes);
    const region = row.region(row.columns.region, this.#regions);
    const decisions = row.count(row.columns.decisions);
    const newDecisions = row.count(row.columns.new_decisions);
    const expenditure = row.number(row.columns.expenditure, 'amount');
    const cases = row.number(row.columns.collaboration_cases, 'count');
    const baseHours = row.number(row.columns.base_hours, 'amount');
    const collaborationHours = row.number(row.columns.collaboration_hours, 'amount');
    const published = row.day(row.columns.published);
    if (decisions !== FAULTY && newDecisions !== FAULTY && newDecisions > decisions && !row.isUncertain) {
      row.report(row.columns.new_decisions, 'more-new-than-all', { decisions });
    }
    if (cases !== FAULTY && cases !== null && newDecisions !== FAULTY && cases > newDecisions && !row.isUncertain) {
      row.report(row.columns.collaboration_cases, 'more-collaboration-than-new', { newDecisions });
    }
    if (month === FAULTY || programme === FAULTY || region === FAULTY || published === FAULTY) return;
    if (decisions === FAULTY || newDecisions === FAULTY || expenditure === FAULTY) return;
    if (cases === FAULTY || baseHours === FAULTY || collaborationHours === FAULTY) return;
    const columns = this.#columns;
    if (this.#paths.at(-1) !== row.path) {
      this.#paths.push(row.path);
      const { programme, region } = row.columns;
      this.#keyPlaces.push({ programme: row.place(programme), region: row.place(region) });
    }
    const at = columns.add();
    columns.month[at] = month;
    columns.programmeCode[at] = this.#programmeIndex.idOf(programme);
    columns.regionCode[at] = region === null ? -1 : this.#regionIndex.idOf(region);
    columns.published[at] = published ?? lastDayOf(month);
    columns.decisions[at] = decisions;
    columns.newDecisions[at] = newDecisions;
    columns.expenditureSek[at] = expenditure ?? Number.NaN;
    columns.collaborationCases[at] = cases ?? Number.NaN;
    columns.baseHours[at] = baseHours ?? Number.NaN;
    columns.collaborationHours[at] = collaborationHours ?? Number.NaN;
    columns.file[at] = this.#paths.length - 1;
    columns.line[at] = row.line;
    if (region === null && row.columns.region >= 0 && row.text(row.columns.region) === null) {
      this.#blankRegions.push({ row: at, place: row.place(row.columns.region) });
    }
    this.#watchDuplicates(row, at);
  }

  #watchDuplicates(row: Row<StatisticsKey>, at: number): void {
    const { month, programmeCode, regionCode, published, file, line } = this.#columns;
    const key = (programmeCode[at] as number) * MONTHS + (month[at] as number);
    const region = regionCode[at] as number;
    const rows = this.#rowsOf(key);
    this.#earlier.push(rows.get(region) ?? -1);
    rows.set(region, at);
    for (let other = this.#earlier[at] as number; other >= 0; other = this.#earlier[other] as number) {
      if (published[other] !== published[at]) continue;
      const otherPlace = { otherPath: this.#paths[file[other] as number] as string, otherLine: line[other] as number };
      this.#reportTwice(row, at, this.#columns.isSame(at, other), otherPlace);
      return;
    }
  }

  /** The rows of a month and programme code, by region code. Rows that follow each other are often of the same. */
  #rowsOf(key: number): Map<number, number> {
    if (key === this.#last.key) return this.#last.rows;
    const rows = this.#latest.get(key) ?? new Map<number, number>();
    this.#latest.set(key, rows);
    this.#last = { key, rows };
    return rows;
  }

  /** What only all the rows together show: names that nearly are another one, regions forgotten, or sums of the others. */
  problems(): Problem[] {
    const { programmeCode, regionCode, month, published } = this.#columns;
    return [
      ...this.#resembling(
        this.#programmeIndex.codes,
        programmeCode,
        this.#programmes,
        (row) => `${month[row]} ${regionCode[row]} ${published[row]}`,
      ),
      ...this.#resembling(
        this.#regionIndex.codes,
        regionCode,
        this.#regions,
        (row) => `${month[row]} ${programmeCode[row]} ${published[row]}`,
      ),
      ...this.#forgottenRegions(),
      ...this.#regionsOfSums(),
    ];
  }

  /** A name that nearly is another and stands beside it in no publication is probably that other one, misspelt. */
  #resembling(
    codes: readonly CodeMeaning<string>[],
    column: Int32Array,
    keys: Keys,
    companyOf: (row: number) => string,
  ): Problem[] {
    const names = codes.map(({ code }) => code);
    const pairs = resemblingPairs(
      names.filter((name) => !keys.isDefined(name)),
      keys.kind,
    );
    if (pairs.length === 0) return [];
    const rowsOf = rowsByName(names, pairs, column, this.#columns.length);
    const companies = new Map<readonly number[], ReadonlySet<string>>();
    return pairs.flatMap((pair) => {
      const rows = pair.map((name) => rowsOf.get(name) ?? []) as [number[], number[]];
      // The one with fewer rows is the slip.
      const [common, rare] = rows[0].length >= rows[1].length ? rows : [rows[1], rows[0]];
      const company = companies.get(common) ?? new Set(common.map(companyOf));
      companies.set(common, company);
      if (rare.some((row) => company.has(companyOf(row)))) return [];
      const [at, other] = [rare[0] as number, common[0] as number];
      const place = { ...this.#keyPlaceOf(at, keys.kind), value: names[column[at] as number] ?? null };
      const { file: otherPath, line: otherLine } = this.#lineOf(other);
      const codesFile = keys.kind === 'programme' ? 'programmes.csv' : 'regions.csv';
      return [
        problem(
          'key-resembles',
          { other: names[column[other] as number] ?? '', otherPath, otherLine, codesFile },
          place,
        ),
      ];
    });
  }

  /** Where the row's programme or region stands, without its value. */
  #keyPlaceOf(row: number, kind: Keys['kind']): Place {
    const { [kind]: ofFile } = this.#keyPlaces[this.#columns.file[row] as number] as Record<Keys['kind'], Place>;
    return { ...ofFile, ...this.#lineOf(row) };
  }

  #lineOf(row: number): { file: string; line: number } {
    const { file, line } = this.#columns;
    return { file: this.#paths[file[row] as number] as string, line: line[row] as number };
  }

  /** A blank region is the nation; in some months only, beside regions, it is probably one that was forgotten. */
  #forgottenRegions(): Problem[] {
    const { programmeCode, month } = this.#columns;
    const keyOf = (row: number): number => (programmeCode[row] as number) * MONTHS + (month[row] as number);
    const blank = new Set(this.#blankRegions.map(({ row }) => keyOf(row)));
    // Programmes with a month that has regions and no such row.
    const regional = [...this.#latest].filter(
      ([key, rows]) => !blank.has(key) && [...rows.keys()].some((code) => code >= 0),
    );
    const programmes = new Set(regional.map(([key]) => Math.floor(key / MONTHS)));
    return this.#blankRegions.flatMap(({ row, place }) => {
      const programme = programmeCode[row] as number;
      if (!programmes.has(programme)) return [];
      const { name } = this.#programmeIndex.codes[programme] as CodeMeaning<string>;
      return [problem('region-blank', { programme: name }, place, 'warning')];
    });
  }

  /** A region that is the sum of the others counts everything twice, whatever it is called. */
  #regionsOfSums(): Problem[] {
    const { regionCode } = this.#columns;
    return sumsOfRegions(this.#regionsOfMonths(), this.#regionIndex.codes.length).flatMap((row) => {
      const value = this.#regionIndex.codes[regionCode[row] as number]?.code ?? '';
      // Whoever lists a region in regions.csv says that it is one.
      if (this.#regions.isDefined(value)) return [];
      return [problem('row-total', {}, { ...this.#keyPlaceOf(row, 'region'), value })];
    });
  }

  /** The regions of each month and programme code; of several publications of a row the latest. */
  *#regionsOfMonths(): Iterable<readonly RegionFigures[]> {
    const { decisions, newDecisions, published } = this.#columns;
    for (const rows of this.#latest.values()) {
      const figures: RegionFigures[] = [];
      for (const [region, last] of rows) {
        if (region < 0) continue;
        let row = last;
        for (let other = this.#earlier[last] as number; other >= 0; other = this.#earlier[other] as number) {
          if ((published[other] as number) > (published[row] as number)) row = other;
        }
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

  /** Two rows of one key. Where no column tells regions apart, or its cell is blank, that is what is wrong. */
  #reportTwice(row: Row<StatisticsKey>, at: number, isSame: boolean, other: OtherPlace): void {
    const { month, region } = row.columns;
    if (isSame) row.report(month, 'key-duplicate', other);
    else if (region >= 0 && row.text(region) === null) {
      const { name } = this.#programmeIndex.codes[this.#columns.programmeCode[at] as number] as CodeMeaning<string>;
      row.report(region, 'region-blank', { programme: name });
    } else if (region >= 0) row.report(month, 'key-conflict', { ...other, hasPublications: true });
    else if (!row.problems.has('region-column-missing')) {
      row.report(-1, 'region-column-missing', { found: row.names });
    }
  }

  get statistics(): DecisionStatistics {
    const columns = this.#columns;
    columns.close();
    const { length, month, programmeCode, regionCode, published, decisions, newDecisions, expenditureSek, file, line } =
      columns;
    return {
      length,
      month,
      programmeCode,
      regionCode,
      published,
      decisions,
      newDecisions,
      expenditureSek,
      file,
      line,
      paths: this.#paths,
      programmeCodes: this.#programmeIndex.codes,
      regionCodes: this.#regionIndex.codes,
    };
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
