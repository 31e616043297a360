import type { ProblemFacts } from '../domain/problem.ts';
import { isTotalName, type TableSpec } from './columns.ts';
import { DELIMITERS } from './delimiter.ts';
import { columnNames, namesOf } from './header.ts';
import { LONGEST_NAME } from './limits.ts';
import { folded } from './text.ts';

type OddityCode =
  | 'row-in-one-cell'
  | 'row-total'
  | 'header-repeated'
  | 'second-table'
  | 'header-second-row'
  | 'row-footnote';

/** What a record is that is no row of the table; the cell that shows it, from 0, or −1 for the whole. */
export type Oddity = {
  [Code in OddityCode]: { readonly code: Code; readonly facts: ProblemFacts[Code]; readonly column: number };
}[OddityCode];

/** Words that begin a footnote (*fotnot*): a source, a remark. */
const FOOTNOTE = /^(?:[*†¹²³]|(?:källa|not|anm|anmärkning|obs|kommentar|uttag|source|notes?|remarks?)\b[^;,\t]*[:.])/iu;

/** No value that stands alone is longer than `september 2022`. */
const LONGEST_VALUE = 14;

/** Kinds of cell that hold a digit in every row; a table without any of them may have rows of words alone. */
const WITH_DIGITS: ReadonlySet<string> = new Set(['month', 'period', 'day', 'count', 'amount']);

/** So many first cells are remembered. */
const MOST_ORDINARY = 2000;

/** Tells records that are no rows: sums, footnotes, the header once more, a second line of it, another table. */
export class OddityWatch {
  readonly #header: readonly string[];
  readonly #hasDigits: boolean;
  /** First cells of ordinary rows: the same month, programme or region begins many. */
  readonly #ordinary = new Set<string>();
  /** The first cell of the last row. */
  #last: string | null = null;
  /** The first column that the table knows: what an ignored one holds is nobody's business. */
  readonly #start: number;

  constructor(names: readonly string[], spec: TableSpec) {
    this.#header = names.map(compared);
    const known = namesOf(spec);
    this.#start = Math.max(
      0,
      this.#header.findIndex((name) => known.has(name)),
    );
    this.#hasDigits = Object.values(spec.columns).some(
      ({ kind, need }) => need === 'required' && WITH_DIGITS.has(kind),
    );
  }

  /** Null for an ordinary row. `isFirst` is the record right below the header. */
  look(cells: readonly string[], isFirst: boolean): Oddity | null {
    const first = cells[this.#start] || (cells.find((cell) => cell !== '') ?? '');
    // Rows that follow each other often begin alike.
    const isOrdinary = first === this.#last || this.#ordinary.has(first);
    this.#last = first;
    if (isOrdinary && cells.length >= this.#header.length) return null;
    const oddity = this.#judge(cells, first.trim(), isFirst);
    if (oddity !== null) {
      this.#last = null;
      return oddity;
    }
    if (this.#ordinary.size >= MOST_ORDINARY) this.#ordinary.clear();
    this.#ordinary.add(first);
    return null;
  }

  #judge(cells: readonly string[], first: string, isFirst: boolean): Oddity | null {
    const delimiter = cells.length === 1 ? this.#delimiterIn(first) : undefined;
    if (delimiter !== undefined) return { code: 'row-in-one-cell', facts: { delimiter }, column: -1 };
    if (isTotalName(first)) {
      const isAtStart = cells[this.#start]?.trim() === first;
      const column = isAtStart ? this.#start : cells.findIndex((cell) => cell.trim() === first);
      return { code: 'row-total', facts: {}, column };
    }
    const filled = cells.filter((cell) => cell.trim() !== '');
    const isAlone = filled.length === 1 && this.#header.length > 1;
    const isNote = isFootnote(first) || (isAlone && this.#isProse(first));
    if (isNote) return { code: 'row-footnote', facts: {}, column: -1 };
    const isWordsAlone = this.#hasDigits && !filled.some((cell) => /\d/.test(cell));
    // Right below the header no other table begins.
    if (isWordsAlone && isFirst && filled.length > 1) return { code: 'header-second-row', facts: {}, column: -1 };
    return this.#namesOfColumns(filled, !isWordsAlone);
  }

  /** A delimiter that would part a single cell into as many as the header has. */
  #delimiterIn(cell: string): string | undefined {
    const width = this.#header.length;
    return width < 2 ? undefined : DELIMITERS.find((delimiter) => cell.split(delimiter).length === width);
  }

  /** Words, not a value. In a table of words a single one may be a code whose meaning is missing. */
  #isProse(text: string): boolean {
    const isWords = text.length > LONGEST_VALUE || (/\p{L}/u.test(text) && !/\d/.test(text));
    return isWords && (this.#hasDigits || text.includes(' '));
  }

  /** The header again, or that of another table. In a table of words two cells may be names of columns by chance. */
  #namesOfColumns(filled: readonly string[], isSure: boolean): Oddity | null {
    const names = filled.map(compared);
    if (names.length > 1 && names.every((name) => this.#header.includes(name))) {
      return { code: 'header-repeated', facts: {}, column: -1 };
    }
    const known = columnNames();
    return names.filter((name) => known.has(name)).length >= (isSure ? 3 : 2)
      ? { code: 'second-table', facts: {}, column: -1 }
      : null;
  }
}

/** Most first cells are months and codes; the pattern takes long to compile. */
function isFootnote(text: string): boolean {
  return /[:.*†¹²³]/.test(text) && FOOTNOTE.test(text);
}

/** A cell as a name of a column is compared; a long one is none that a table knows, and to fold it would take long. */
function compared(cell: string): string {
  return cell.length > LONGEST_NAME ? cell : folded(cell);
}
