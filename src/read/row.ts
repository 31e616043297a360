import type { Day } from '../domain/day.ts';
import type { Month } from '../domain/month.ts';
import type { Period } from '../domain/period.ts';
import { type Place, type Problem, type ProblemCode, type ProblemFacts, problem } from '../domain/problem.ts';
import type { CodeMeaning } from '../domain/tables.ts';
import type { Header } from './header.ts';
import { characterFault, isNation, type Keys } from './keys.ts';
import { isMissingMark, isSpreadsheetError, type NumberReading, readNumber } from './number.ts';
import { trimmed } from './text.ts';
import { readDay, readMonth, readPeriod } from './time.ts';

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
  readonly problems: Problem[] = [];
  readonly path: string;
  readonly #header: Header<Key>;
  /** What cells that were read before mean: months and days recur. */
  readonly #months = new Map<string, Month | null>();
  readonly #days = new Map<string, Day | null>();
  /** The first cell that shows the file's decimal sign. */
  #sign: { sign: ',' | '.'; line: number } | null = null;
  /** Cells that wait for another cell to show the sign. */
  readonly #ambiguous: { place: Place; text: string; isCount: boolean }[] = [];

  constructor(path: string, header: Header<Key>) {
    this.path = path;
    this.#header = header;
  }

  has(key: Key): boolean {
    return this.#header.index[key] >= 0;
  }

  /** The header as written. */
  headerOf(key: Key): string {
    return this.#header.names[this.#header.index[key]] ?? key;
  }

  raw(key: Key): string {
    return this.cells[this.#header.index[key]] ?? '';
  }

  text(key: Key): string | null {
    const text = trimmed(this.raw(key));
    return text === '' ? null : text;
  }

  /** Free text that becomes part of a result: hidden characters are refused. */
  label(key: Key): Reading<string> {
    const text = this.text(key);
    const fault = text === null ? null : characterFault(text);
    return fault === null ? text : this.report(key, fault.code, fault.facts);
  }

  report<Code extends ProblemCode>(key: Key | null, code: Code, facts: ProblemFacts[Code]): typeof FAULTY {
    this.problems.push(problem(code, facts, this.place(key)));
    return FAULTY;
  }

  place(key: Key | null): Place {
    const index = key === null ? -1 : this.#header.index[key];
    return {
      file: this.path,
      line: this.line,
      column: key === null || index < 0 ? null : this.headerOf(key),
      columnNumber: index < 0 ? null : index + 1,
      value: index < 0 ? null : (this.cells[index] ?? ''),
    };
  }

  /** Where a cell is required, its blank is a problem, never 0. */
  required<Value>(key: Key, reading: Reading<Value>): Value | typeof FAULTY {
    return reading === null ? this.report(key, 'cell-missing', {}) : reading;
  }

  code(key: Key, keys: Keys): CodeMeaning<string> | typeof FAULTY {
    const reading = keys.read(this.raw(key), this.path, this.line);
    return 'key' in reading ? reading.key : this.report(key, reading.fault.code, reading.fault.facts);
  }

  /** Null is the nation. */
  region(key: Key, keys: Keys): Reading<CodeMeaning<string>> {
    if (!this.has(key) || isNation(this.raw(key))) return null;
    return this.code(key, keys);
  }

  month(key: Key): Reading<Month> {
    const raw = this.raw(key);
    const known = this.#months.get(raw);
    if (known !== undefined) return known;
    const text = trimmed(raw);
    const month = text === '' ? null : this.#moment(key, text, readMonth(text), 'month-syntax');
    if (month !== FAULTY) this.#months.set(raw, month);
    return month;
  }

  period(key: Key): Reading<Period> {
    const text = this.text(key);
    return text === null ? null : this.#moment(key, text, readPeriod(text), 'period-syntax');
  }

  day(key: Key): Reading<Day> {
    const raw = this.raw(key);
    const known = this.#days.get(raw);
    if (known !== undefined) return known;
    const text = trimmed(raw);
    const day = text === '' ? null : this.#moment(key, text, readDay(text), 'day-syntax');
    if (day !== FAULTY) this.#days.set(raw, day);
    return day;
  }

  #moment<Moment>(
    key: Key,
    text: string,
    moment: Moment | 'not-first-day' | null,
    syntax: 'month-syntax' | 'period-syntax' | 'day-syntax',
  ): Moment | typeof FAULTY {
    if (moment === 'not-first-day') return this.report(key, 'month-not-first-day', {});
    if (moment !== null) return moment;
    if (isSpreadsheetError(text)) return this.report(key, 'cell-spreadsheet-error', {});
    if (text.includes('\n')) return this.report(key, 'cell-line-break', {});
    return this.report(key, isMissingMark(text) ? 'cell-missing' : syntax, {});
  }

  /** A required whole count. */
  count(key: Key): number | typeof FAULTY {
    const raw = this.raw(key);
    const plain = plainCount(raw);
    if (plain >= 0) return plain;
    return this.required(key, this.#number(key, trimmed(raw), 'count', 0));
  }

  /** An optional number: blank and the statisticians' marks for missing are null. `power` 6 reads millions. */
  number(key: Key, figure: Figure, power = 0): Reading<number> {
    const raw = this.raw(key);
    const plain = power === 0 && figure !== 'share' ? plainCount(raw) : -1;
    if (plain >= 0) return plain;
    const text = trimmed(raw);
    return text === '' || isMissingMark(text) ? null : this.#number(key, text, figure, power);
  }

  #number(key: Key, text: string, figure: Figure, power: number): number | typeof FAULTY {
    const reading = readNumber(text, power);
    if (typeof reading === 'string') {
      return this.report(key, text.includes('\n') ? 'cell-line-break' : reading, {});
    }
    this.#watchSign(key, text, reading, figure);
    const { value, isPercent } = reading;
    if (isPercent && figure !== 'share') return this.report(key, 'share-percent-unexpected', {});
    if (value < 0) return this.report(key, 'number-negative', {});
    if (figure === 'share') return value > 1 ? this.report(key, 'share-scale', {}) : value;
    if (value > LARGEST) return this.report(key, 'number-too-large', { limit: '1 000 000 000 000' });
    return figure === 'count' && !Number.isInteger(value) && !reading.isAmbiguous
      ? this.report(key, 'number-not-whole', {})
      : value;
  }

  #watchSign(key: Key, text: string, { sign, isAmbiguous }: NumberReading, figure: Figure): void {
    if (sign === null) return;
    if (this.#sign !== null && this.#sign.sign !== sign) {
      this.report(key, 'number-mixed-signs', { other: this.#sign.sign, otherLine: this.#sign.line });
    } else if (isAmbiguous && (figure === 'count' || figure === 'amount')) {
      this.#ambiguous.push({ place: this.place(key), text, isCount: figure === 'count' });
    } else {
      this.#sign ??= { sign, line: this.line };
    }
  }

  /** After the last record: cells that no other settled are ambiguous; a count with decimals is not whole. */
  settle(): void {
    for (const { place, text, isCount } of this.#ambiguous) {
      const sign = text.includes(',') ? ',' : '.';
      if (this.#sign === null) {
        const facts = { asThousands: text.replace(sign, ' '), asDecimal: text };
        this.problems.push(problem('number-ambiguous', facts, place));
      } else if (this.#sign.sign !== sign) {
        const facts = { other: this.#sign.sign, otherLine: this.#sign.line };
        this.problems.push(problem('number-mixed-signs', facts, place));
      } else if (isCount) {
        this.problems.push(problem('number-not-whole', {}, place));
      }
    }
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
