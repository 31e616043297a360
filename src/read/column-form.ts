import { type CellKind, MEASURE_WORDS, PRIORITY_WORDS } from './columns.ts';
import type { Sign } from './decimal-sign.ts';
import { readNumber } from './number.ts';
import { PERIOD_PATTERN } from './table-schema.ts';
import { readDay } from './time.ts';

/** How the cells of one column of a file are written, for programs that know one way of writing each kind. */
export interface ColumnForm {
  /** The first line with a cell that is written otherwise; null where there is none. */
  readonly oddLine: number | null;
  /** The decimal sign that its cells show beyond doubt. */
  readonly sign: Sign | null;
  /** What sets its thousands apart. */
  readonly group: string | null;
  /** The first cell such as `1,234`, which only another cell of the file can settle. */
  readonly doubt: { readonly sign: Sign; readonly line: number } | null;
}

const PERIOD = new RegExp(PERIOD_PATTERN);
const MEASURES: ReadonlySet<string> = new Set(Object.values(MEASURE_WORDS).flat());
const PRIORITIES: ReadonlySet<string> = new Set(Object.values(PRIORITY_WORDS).flat());

/** Whether a cell is written in the one way; a number has further ways. */
const IS_PLAIN: Readonly<Partial<Record<CellKind, (cell: string) => boolean>>> = {
  month: (cell) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(cell),
  period: (cell) => PERIOD.test(cell),
  day: (cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell) && readDay(cell) !== null,
  count: (cell) => /^\d+$/.test(cell),
  measure: (cell) => MEASURES.has(cell),
  priority: (cell) => PRIORITIES.has(cell),
};

const NUMBER = /^(?:\d+|\d{1,3}(?:([ \u00A0\u202F])\d{3})(?:\1\d{3})*)(?:([.,])\d+)?$/;

/** Watches the cells of one column go by. */
export class ColumnWatch {
  readonly #kind: CellKind;
  #oddLine: number | null = null;
  #doubt: ColumnForm['doubt'] = null;
  #sign: Sign | null = null;
  #group: string | null = null;

  constructor(kind: CellKind) {
    this.#kind = kind;
  }

  saw(cell: string, line: number): void {
    if (cell === '' || this.#oddLine !== null) return;
    const isNumber = this.#kind === 'amount' || this.#kind === 'rate';
    const isPlain = isNumber ? this.#isNumber(cell, line) : (IS_PLAIN[this.#kind]?.(cell) ?? true);
    if (!isPlain) this.#oddLine = line;
  }

  /** A number with the decimal sign and the thousands of the others. */
  #isNumber(cell: string, line: number): boolean {
    const [whole, group, mark] = NUMBER.exec(cell) ?? [];
    if (whole === undefined) return false;
    if (group !== undefined) {
      this.#group ??= group;
      if (group !== this.#group) return false;
    }
    if (mark === undefined) return true;
    const sign = mark as Sign;
    const reading = readNumber(cell);
    if (this.#kind === 'amount' && typeof reading !== 'string' && reading.isAmbiguous) {
      this.#doubt ??= { sign, line };
      return sign === this.#doubt.sign;
    }
    this.#sign ??= sign;
    return sign === this.#sign;
  }

  get form(): ColumnForm {
    return { oddLine: this.#oddLine, sign: this.#sign, group: this.#group, doubt: this.#doubt };
  }
}
