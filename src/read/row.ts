import type { Day } from '../domain/day.ts';
import type { Month } from '../domain/month.ts';
import type { Period } from '../domain/period.ts';
import { type Place, type Problem, type ProblemCode, type ProblemFacts, problem } from '../domain/problem.ts';
import type { CodeMeaning } from '../domain/tables.ts';
import { characterFault, hiddenFault } from './characters.ts';
import { DecimalSign, type Sign } from './decimal-sign.ts';
import type { FileProblems } from './file-problems.ts';
import type { Header } from './header.ts';
import type { Keys } from './keys.ts';
import { isMissingMark, isSpreadsheetError, type NumberReading, readNumber } from './number.ts';
import { trimmed, words } from './text.ts';
import { momentFault, readDay, readMonth, readPeriod } from './time.ts';

/** No count, amount or rate of the field is near this. */
const LARGEST = 1e12;

/** A value, or null where the cell is blank, or `FAULTY` where a problem was noted. */
export type Reading<Value> = Value | null | typeof FAULTY;
export const FAULTY: unique symbol = Symbol('a problem was noted');

/** What kind of figure a number cell holds. In an amount or a count a lone `1,234` is ambiguous. */
export type Figure = 'count' | 'amount' | 'rate' | 'share';

/**
 * One record of a table, read cell by cell; the same object for every record of a file, which knows the file's decimal
 * sign and gathers its problems.
 */
export class Row<Key extends string> {
  line = 0;
  cells: readonly string[] = [];
  /** Whether a number of this record may mean two things; then nothing is concluded from it. */
  isUncertain = false;
  readonly problems: FileProblems;
  readonly path: string;
  /** For each of the table's columns its place in a record, −1 where the file lacks it. */
  readonly columns: Readonly<Record<Key, number>>;
  /** The header's cells as written. */
  readonly names: readonly string[];
  /** What cells that were read before mean: months and days recur. */
  #lastMonth: { readonly raw: string | null; readonly month: Month | null } = { raw: null, month: null };
  readonly #months = new Map<string, Month>();
  readonly #days = new Map<string, Day>();
  readonly #sign = new DecimalSign();
  readonly #required: ReadonlySet<number>;
  /** The cells of a line that were warned of: one may be looked at twice. */
  #warned = { line: 0, columns: new Set<number>() };

  constructor(path: string, header: Header<Key>, problems: FileProblems) {
    this.path = path;
    this.problems = problems;
    this.columns = header.index;
    this.#required = header.required;
    this.names = header.names;
  }

  /** The header as written. */
  headerOf(column: number): string {
    return this.names[column] ?? '';
  }

  raw(column: number): string {
    return column < 0 ? '' : (this.cells[column] ?? '');
  }

  text(column: number): string | null {
    const text = words(this.raw(column));
    return this.#isMissing(column, text) ? null : text;
  }

  /**
   * Whether a cell holds nothing. In a column that may be blank an error value is missing, too, but not in silence; nor is a
   * mark for missing where a blank has a meaning of its own, as the open end of a schablon has.
   */
  #isMissing(column: number, text: string, kind?: 'month'): boolean {
    if (text === '') return true;
    const isMark = isMissingMark(text);
    if (!isMark && !isSpreadsheetError(text)) return false;
    if (isMark && kind !== 'month') return true;
    if (this.#warned.line !== this.line) this.#warned = { line: this.line, columns: new Set() };
    if (this.#required.has(column) || this.#warned.columns.has(column)) return true;
    this.#warned.columns.add(column);
    this.warn(column, 'optional-cell-error', {});
    return true;
  }

  /** Free text that becomes part of a result: hidden characters are refused. */
  label(column: number): Reading<string> {
    const text = this.text(column);
    const fault = text === null ? null : characterFault(text);
    return fault === null ? text : this.report(column, fault.code, fault.facts);
  }

  report<Code extends ProblemCode>(column: number, code: Code, facts: ProblemFacts[Code]): typeof FAULTY {
    this.problems.add(problem(code, facts, this.place(column)));
    return FAULTY;
  }

  /** What may be wrong, and refuses nothing by itself. */
  warn<Code extends ProblemCode>(column: number, code: Code, facts: ProblemFacts[Code]): void {
    this.problems.add(problem(code, facts, this.place(column), 'warning'));
  }

  /** Where the cell stands; a column of −1 is the row as a whole. */
  place(column: number): Place {
    return {
      file: this.path,
      line: this.line,
      column: column < 0 ? null : this.headerOf(column),
      columnNumber: column < 0 ? null : column + 1,
      value: column < 0 ? null : this.raw(column),
    };
  }

  /** Whether a spreadsheet's error value stands in the cell. */
  isError(column: number): boolean {
    return isSpreadsheetError(trimmed(this.raw(column)));
  }

  /** Where a cell is required, its blank is a problem, never 0; so is a mark for a value that is not known. */
  required<Value>(column: number, reading: Reading<Value>): Value | typeof FAULTY {
    if (reading !== null) return reading;
    return this.report(column, this.isError(column) ? 'cell-spreadsheet-error' : 'cell-missing', {});
  }

  code(column: number, keys: Keys): CodeMeaning<string> | typeof FAULTY {
    const reading = keys.read(this.raw(column), this.path, this.line);
    if (!('key' in reading)) return this.report(column, reading.fault.code, reading.fault.facts);
    return reading.key ?? this.report(column, 'cell-missing', {});
  }

  /** Null is the nation. */
  region(column: number, keys: Keys): Reading<CodeMeaning<string>> {
    const reading = keys.readRegion(this.raw(column), this.path, this.line);
    return 'key' in reading ? reading.key : this.report(column, reading.fault.code, reading.fault.facts);
  }

  month(column: number): Reading<Month> {
    const raw = this.raw(column);
    // Rows that follow each other are often of one month.
    if (raw === this.#lastMonth.raw) return this.#lastMonth.month;
    const known = this.#months.get(raw);
    if (known !== undefined) {
      this.#lastMonth = { raw, month: known };
      return known;
    }
    const text = trimmed(raw);
    if (this.#isMissing(column, text, 'month')) return null;
    const month = this.#moment(column, text, readMonth(text), 'month');
    if (month !== FAULTY) this.#months.set(raw, month);
    return month;
  }

  period(column: number): Reading<Period> {
    const text = this.text(column);
    return text === null ? null : this.#moment(column, text, readPeriod(text), 'period');
  }

  day(column: number): Reading<Day> {
    const raw = this.raw(column);
    const known = this.#days.get(raw);
    if (known !== undefined) return known;
    const text = trimmed(raw);
    if (this.#isMissing(column, text)) return null;
    const day = this.#moment(column, text, readDay(text), 'day');
    if (day !== FAULTY) this.#days.set(raw, day);
    return day;
  }

  #moment<Moment>(
    column: number,
    text: string,
    moment: Moment | 'not-first-day' | null,
    expected: 'month' | 'period' | 'day',
  ): Moment | typeof FAULTY {
    if (moment !== null && moment !== 'not-first-day') return moment;
    const { code, facts } = hiddenFault(text) ?? momentFault(text, expected);
    return this.report(column, code, facts);
  }

  /** A required whole count. */
  count(column: number): number | typeof FAULTY {
    const raw = this.raw(column);
    const plain = plainCount(raw);
    if (plain >= 0) return plain;
    return this.required(column, this.#number(column, trimmed(raw), 'count', 0));
  }

  /** An optional number: blank and the statisticians' marks for missing are null. `power` 6 reads millions. */
  number(column: number, figure: Figure, power = 0): Reading<number> {
    const raw = this.raw(column);
    if (raw === '') return null;
    const plain = power === 0 && figure !== 'share' ? plainCount(raw) : -1;
    if (plain >= 0) return plain;
    const text = trimmed(raw);
    return this.#isMissing(column, text) ? null : this.#number(column, text, figure, power);
  }

  #number(column: number, text: string, figure: Figure, power: number): number | typeof FAULTY {
    const reading = readNumber(text, power);
    if (typeof reading === 'string') {
      const hidden = hiddenFault(text);
      return hidden === null ? this.report(column, reading, {}) : this.report(column, hidden.code, hidden.facts);
    }
    this.#watchSign(column, text, reading, figure);
    const { value, isPercent } = reading;
    if (isPercent && figure !== 'share') return this.report(column, 'share-percent-unexpected', {});
    if (value < 0) return this.report(column, 'number-negative', {});
    if (figure === 'share') return value > 1 ? this.report(column, 'share-scale', {}) : value;
    if (value > LARGEST) return this.report(column, 'number-too-large', { limit: '1 000 000 000 000' });
    return figure === 'count' && !Number.isInteger(value) && !reading.isAmbiguous
      ? this.report(column, 'number-not-whole', {})
      : value;
  }

  #watchSign(column: number, text: string, { sign, isAmbiguous }: NumberReading, figure: Figure): void {
    if (sign === null) return;
    if (isAmbiguous && (figure === 'count' || figure === 'amount')) {
      this.isUncertain = true;
      this.#sign.doubts({ place: this.place(column), text, isCount: figure === 'count' });
    } else {
      this.#sign.saw(sign, () => this.place(column));
    }
  }

  /** The decimal sign that the file's numbers show. */
  get decimalSign(): Sign | null {
    return this.#sign.sign;
  }

  /** After the last record: the cells whose decimal sign is not the file's. */
  signProblems(): Problem[] {
    return this.#sign.problems();
  }
}

/** The usual cell of a statistics table, digits and nothing else, without a look at the grammar; −1 for any other. */
function plainCount(cell: string): number {
  const { length } = cell;
  if (length === 0 || length > 12) return -1;
  let value = 0;
  for (let at = 0; at < length; at++) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
