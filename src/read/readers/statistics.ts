import { lastDayOf } from '../../domain/day.ts';
import { NOWHERE, type Place, type Problem, problem } from '../../domain/problem.ts';
import type { CodeMeaning, DecisionStatistics } from '../../domain/tables.ts';
import { STATISTICS } from '../columns.ts';
import type { Keys } from '../keys.ts';
import { resemblingPairs } from '../resemblance.ts';
import { FAULTY, type Row } from '../row.ts';
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
  /** National rows that a blank cell makes, which may be a region forgotten. */
  readonly #keyPlaces = new Map<Keys['kind'], Place>();
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
      this.#keyPlaces.set('programme', row.place(row.columns.programme)).set('region', row.place(row.columns.region));
    }
    const at = columns.add();
    columns.month[at] = month;
    columns.programmeCode[at] = this.#programmeIndex.idOf(programme);
    columns.regionCode[at] = region === null ? -1 : this.#regionIndex.idOf(region);
    columns.published[at] = published ?? lastDayOf(month);
    columns.decisions[at] = decisions;
    columns.newDecisions[at] = newDecisions;
    columns.expenditureSek[at] = expenditure ?? Number.NaN;
    columns.file[at] = this.#paths.length - 1;
    columns.line[at] = row.line;
    if (region === null && row.columns.region >= 0 && row.text(row.columns.region) === null) {
      this.#blankRegions.push({ row: at, place: row.place(row.columns.region) });
    }
    this.#watchDuplicates(row, at);
  }

  #watchDuplicates(row: Row<StatisticsKey>, at: number): void {
    const { month, programmeCode, regionCode, published, decisions, newDecisions, expenditureSek, file, line } =
      this.#columns;
    const key = (programmeCode[at] as number) * MONTHS + (month[at] as number);
    const region = regionCode[at] as number;
    const rows = this.#rowsOf(key);
    this.#earlier.push(rows.get(region) ?? -1);
    rows.set(region, at);
    for (let other = this.#earlier[at] as number; other >= 0; other = this.#earlier[other] as number) {
      if (published[other] !== published[at]) continue;
      const isSame =
        decisions[other] === decisions[at] &&
        newDecisions[other] === newDecisions[at] &&
        Object.is(expenditureSek[other], expenditureSek[at]);
      const otherPlace = { otherPath: this.#paths[file[other] as number] as string, otherLine: line[other] as number };
      this.#reportTwice(row, isSame, otherPlace);
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

  /** What only all the rows together show: names that nearly are another one, regions perhaps forgotten. */
  problems(): Problem[] {
    const { programmeCode, regionCode, month } = this.#columns;
    return [
      ...this.#resembling(
        this.#programmeIndex.codes,
        programmeCode,
        this.#programmes,
        (row) => `${month[row]} ${regionCode[row]}`,
      ),
      ...this.#resembling(
        this.#regionIndex.codes,
        regionCode,
        this.#regions,
        (row) => `${month[row]} ${programmeCode[row]}`,
      ),
      ...this.#forgottenRegions(),
    ];
  }

  /** A name that nearly is another and never stands beside it is probably that other one, misspelt. */
  #resembling(
    codes: readonly CodeMeaning<string>[],
    column: Int32Array,
    keys: Keys,
    companyOf: (row: number) => string,
  ): Problem[] {
    const names = codes.map(({ code }) => code);
    return resemblingPairs(names.filter((name) => !keys.isDefined(name))).flatMap((pair) => {
      const rows = pair.map((name) => rowsOf(column, this.#columns.length, names.indexOf(name))) as [
        number[],
        number[],
      ];
      const company = new Set(rows[0].map(companyOf));
      if (rows[1].some((row) => company.has(companyOf(row)))) return [];
      // The one with fewer rows is the slip.
      const [common, rare] = rows[0].length >= rows[1].length ? rows : [rows[1], rows[0]];
      const [at, other] = [rare[0] as number, common[0] as number];
      const place = { ...this.#placeOf(keys.kind), ...this.#lineOf(at), value: names[column[at] as number] ?? null };
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

  /** The column of a kind of key, as the header of the file that was read last has it. */
  #placeOf(kind: Keys['kind']): Place {
    return this.#keyPlaces.get(kind) ?? NOWHERE;
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

  /** Two rows of one key. Where no column tells regions apart, that is what is wrong, and it is said once. */
  #reportTwice(row: Row<StatisticsKey>, isSame: boolean, other: { otherPath: string; otherLine: number }): void {
    const { month, region } = row.columns;
    if (isSame) row.report(month, 'key-duplicate', other);
    else if (region >= 0) row.report(month, 'key-conflict', { ...other, hasPublications: true });
    else if (!row.problems.some(({ code }) => code === 'region-column-missing')) {
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

function rowsOf(column: Int32Array, length: number, code: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (column[row] === code) rows.push(row);
  return rows;
}
