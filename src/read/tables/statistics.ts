import { lastDayOf } from '../../domain/day.ts';
import type { CodeMeaning, DecisionStatistics } from '../../domain/tables.ts';
import { STATISTICS } from '../columns.ts';
import type { Keys } from '../keys.ts';
import { FAULTY, type Row } from '../row.ts';
import type { TableReading } from '../table.ts';

export type StatisticsKey = keyof typeof STATISTICS.columns;

/** Codes as small integers, in the order in which they were seen. */
class CodeIndex {
  readonly codes: CodeMeaning<string>[] = [];
  readonly #ids = new Map<string, number>();

  idOf(code: CodeMeaning<string>): number {
    const known = this.#ids.get(code.code);
    if (known !== undefined) return known;
    const id = this.codes.length;
    this.#ids.set(code.code, id);
    this.codes.push(code);
    return id;
  }
}

/** A column that grows. Plain arrays of numbers are as compact as typed ones while they grow. */
interface Columns {
  readonly month: number[];
  readonly programmeCode: number[];
  readonly regionCode: number[];
  readonly published: number[];
  readonly decisions: number[];
  readonly newDecisions: number[];
  readonly expenditureSek: number[];
  readonly file: number[];
  readonly line: number[];
}

const MONTHS = 32_768;

/** Reads decision statistics into columns; two rows of one key and publication are a problem. */
export class StatisticsReader implements TableReading<StatisticsKey> {
  readonly spec = STATISTICS;
  readonly #programmes: Keys;
  readonly #regions: Keys;
  readonly #programmeIndex = new CodeIndex();
  readonly #regionIndex = new CodeIndex();
  readonly #paths: string[] = [];
  readonly #columns: Columns = {
    month: [],
    programmeCode: [],
    regionCode: [],
    published: [],
    decisions: [],
    newDecisions: [],
    expenditureSek: [],
    file: [],
    line: [],
  };
  /** For each month and programme code, its rows by region code: chains through `#earlier`. */
  readonly #latest = new Map<number, Map<number, number>>();
  readonly #earlier: number[] = [];

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
    if (decisions !== FAULTY && newDecisions !== FAULTY && newDecisions > decisions) {
      row.report(row.columns.new_decisions, 'more-new-than-all', { decisions });
    }
    if (cases !== FAULTY && cases !== null && newDecisions !== FAULTY && cases > newDecisions) {
      row.report(row.columns.collaboration_cases, 'more-collaboration-than-new', { newDecisions });
    }
    if (month === FAULTY || programme === FAULTY || region === FAULTY || published === FAULTY) return;
    if (decisions === FAULTY || newDecisions === FAULTY || expenditure === FAULTY) return;
    if (cases === FAULTY || baseHours === FAULTY || collaborationHours === FAULTY) return;
    const columns = this.#columns;
    if (this.#paths.at(-1) !== row.path) this.#paths.push(row.path);
    columns.month.push(month);
    columns.programmeCode.push(this.#programmeIndex.idOf(programme));
    columns.regionCode.push(region === null ? -1 : this.#regionIndex.idOf(region));
    columns.published.push(published ?? lastDayOf(month));
    columns.decisions.push(decisions);
    columns.newDecisions.push(newDecisions);
    columns.expenditureSek.push(expenditure ?? Number.NaN);
    columns.file.push(this.#paths.length - 1);
    columns.line.push(row.line);
    this.#watchDuplicates(row, columns.month.length - 1);
  }

  #watchDuplicates(row: Row<StatisticsKey>, at: number): void {
    const { month, programmeCode, regionCode, published, decisions, newDecisions, file, line } = this.#columns;
    const key = (programmeCode[at] as number) * MONTHS + (month[at] as number);
    const region = regionCode[at] as number;
    let rows = this.#latest.get(key);
    if (rows === undefined) {
      rows = new Map();
      this.#latest.set(key, rows);
    }
    this.#earlier.push(rows.get(region) ?? -1);
    rows.set(region, at);
    for (let other = this.#earlier[at] as number; other >= 0; other = this.#earlier[other] as number) {
      if (published[other] !== published[at]) continue;
      const isSame = decisions[other] === decisions[at] && newDecisions[other] === newDecisions[at];
      const facts = { otherPath: this.#paths[file[other] as number] as string, otherLine: line[other] as number };
      row.report(row.columns.month, isSame ? 'key-duplicate' : 'key-conflict', facts);
      return;
    }
  }

  get statistics(): DecisionStatistics {
    const columns = this.#columns;
    return {
      length: columns.month.length,
      month: new Int32Array(columns.month),
      programmeCode: new Int32Array(columns.programmeCode),
      regionCode: new Int32Array(columns.regionCode),
      published: new Int32Array(columns.published),
      decisions: new Float64Array(columns.decisions),
      newDecisions: new Float64Array(columns.newDecisions),
      expenditureSek: new Float64Array(columns.expenditureSek),
      file: new Int32Array(columns.file),
      line: new Int32Array(columns.line),
      paths: this.#paths,
      programmeCodes: this.#programmeIndex.codes,
      regionCodes: this.#regionIndex.codes,
    };
  }
}
