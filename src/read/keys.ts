import { nearest } from '../domain/nearness.ts';
import type { ProblemCode, ProblemFacts } from '../domain/problem.ts';
import type { CodeMeaning, Region } from '../domain/tables.ts';
import { characterFault } from './characters.ts';
import { isTotalName, NATION_NAMES } from './columns.ts';
import { LONGEST_NAME } from './limits.ts';
import { isMissingMark, isSpreadsheetError } from './number.ts';
import { folded, words } from './text.ts';

export type KeyFault = {
  [Code in ProblemCode]: { readonly code: Code; readonly facts: ProblemFacts[Code] };
}[ProblemCode];
/** Null is the nation. */
export type KeyReading = { readonly key: CodeMeaning<string> | null } | { readonly fault: KeyFault };

/**
 * Two spellings of one key differ only in case or in space, as which `-`, `/`, `&` and `_` count too; between two digits
 * those tell codes apart, as in `1-11` and `11-1`.
 */
export function variantKey(text: string): string {
  return text.toLowerCase().replaceAll(/\s|(?<!\d)[-/&_]|[-/&_](?!\d)/g, '');
}

/** What was meant by an unknown code is looked for among so many known ones, over all unknown ones. */
const MOST_COMPARED = 500_000;

interface Seen {
  readonly spelling: string;
  readonly path: string;
  readonly line: number;
}

/**
 * The codes of one kind, programmes or regions, over all tables: what each stands for, and whether one is written in
 * two ways. With a table of codes (programmes.csv, regions.csv) anything else is unknown.
 */
export class Keys {
  readonly kind: 'programme' | 'region';
  /** Where the codes are defined, for messages. */
  #definedIn: string | null = null;
  #isClosed = false;
  readonly #defined = new Set<string>();
  readonly #meaning = new Map<string, CodeMeaning<string>>();
  readonly #spellings = new Map<string, Seen>();
  /** Known codes that unknown ones were compared with. */
  #compared = 0;
  #lastCell: string | null = null;
  #lastReading: KeyReading = { key: null };
  readonly #readings = new Map<string, KeyReading>();

  constructor(kind: 'programme' | 'region') {
    this.kind = kind;
  }

  /** Another spelling of the same key, seen before; else null, and this one is remembered. */
  variantOf(key: string, path: string, line: number): Seen | null {
    const variant = variantKey(key);
    const seen = this.#spellings.get(variant);
    if (seen === undefined) this.#spellings.set(variant, { spelling: key, path, line });
    return seen === undefined || seen.spelling === key ? null : seen;
  }

  /** A row of the table of codes: the code, and the name for itself. */
  define(code: string, name: string, path: string): void {
    this.#definedIn = path;
    this.#isClosed = true;
    this.#meaning.set(code, { code, name });
    this.#defined.add(code).add(name);
    if (!this.#meaning.has(name)) this.#meaning.set(name, { code: name, name });
  }

  /** The same keys for another reading, which may come to know more of them. */
  copy(): Keys {
    const copy = new Keys(this.kind);
    copy.#definedIn = this.#definedIn;
    copy.#isClosed = this.#isClosed;
    copy.#compared = this.#compared;
    for (const code of this.#defined) copy.#defined.add(code);
    for (const [code, meaning] of this.#meaning) copy.#meaning.set(code, meaning);
    for (const [variant, seen] of this.#spellings) copy.#spellings.set(variant, seen);
    return copy;
  }

  meaningOf(code: string): CodeMeaning<string> | undefined {
    return this.#meaning.get(code);
  }

  /** From here on a code that no table has had yet is unknown. */
  close(path: string): void {
    this.#definedIn ??= path;
    this.#isClosed = true;
    this.#readings.clear();
    this.#lastCell = null;
  }

  /** Whether a table of codes defines it, so that somebody has said that it is what it is. */
  isDefined(code: string): boolean {
    return this.#defined.has(code);
  }

  /** The names that codes stand for. */
  get names(): Set<string> {
    return new Set([...this.#meaning.values()].map(({ name }) => name));
  }

  /** Reads the cell of a code. Each spelling is judged once; `path` and `line` tell where it was seen first. */
  read(cell: string, path: string, line: number): KeyReading {
    // Rows that follow each other are often of one programme.
    if (cell === this.#lastCell) return this.#lastReading;
    const known = this.#readings.get(cell);
    if (known !== undefined) return this.#remember(cell, known);
    // A hard space looks like a space, and is one.
    const reading = this.#judge(words(cell).replaceAll(/[\u00A0\u202F]/g, ' '), path, line);
    this.#readings.set(cell, reading);
    return this.#remember(cell, reading);
  }

  #remember(cell: string, reading: KeyReading): KeyReading {
    this.#lastCell = cell;
    this.#lastReading = reading;
    return reading;
  }

  /** Reads the cell of a region, where a blank and the nation's names are the nation. */
  readRegion(cell: string, path: string, line: number): KeyReading {
    const known = this.#readings.get(cell);
    if (known !== undefined) return known;
    if (!isNation(cell)) return this.read(cell, path, line);
    const nation = { key: null };
    this.#readings.set(cell, nation);
    return nation;
  }

  #judge(code: string, path: string, line: number): KeyReading {
    if (code === '' || isMissingMark(code)) return { fault: { code: 'cell-missing', facts: {} } };
    if (isSpreadsheetError(code)) return { fault: { code: 'cell-spreadsheet-error', facts: {} } };
    const fault = characterFault(code);
    if (fault !== null) return { fault };
    if (isTotalName(code)) return { fault: { code: 'row-total', facts: {} } };
    const known = this.#meaning.get(code);
    const other = this.variantOf(code, path, line);
    if (other !== null) {
      const facts = { other: other.spelling, otherPath: other.path, otherLine: other.line };
      return { fault: { code: 'key-variant', facts } };
    }
    if (known === undefined && this.#isClosed) {
      this.#spellings.delete(variantKey(code));
      this.#compared += this.#meaning.size;
      const isGuessed = code.length <= LONGEST_NAME && this.#compared <= MOST_COMPARED;
      const near = isGuessed ? nearest(code, this.#meaning.keys(), 1) : [];
      return { fault: { code: 'code-unknown', facts: { kind: this.kind, near, from: this.#definedIn ?? path } } };
    }
    const key = known ?? { code, name: code };
    this.#meaning.set(code, key);
    return { key };
  }
}

/** Whether a region cell says the nation: blank, `Riket`, `Hela riket`, `00 Riket`, `SE`, `00`. */
export function isNation(cell: string): boolean {
  const name = folded(cell);
  return name === '' || NATION_NAMES.includes(name);
}

export function nameOf(key: CodeMeaning<string> | null): Region {
  return key === null ? null : key.name;
}
