import { characterFault } from '../characters.ts';
import { isTotalName, PROGRAMMES, REGIONS } from '../columns.ts';
import { isNation, type Keys } from '../keys.ts';
import type { Row } from '../row.ts';
import type { TableReader } from '../table-reader.ts';

type CodesKey = 'code' | 'programme' | 'region' | 'name';

interface Seen {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

/** Reads a table of codes (programmes.csv, regions.csv) into the keys of its kind; one code with two meanings is a problem. */
export class CodesReader implements TableReader<CodesKey> {
  readonly spec;
  readonly #keys: Keys;
  readonly #meaning: 'programme' | 'region';
  readonly #seen = new Map<string, Seen>();
  /** The first row of each name. */
  readonly #users = new Map<string, Seen>();

  constructor(keys: Keys) {
    this.#keys = keys;
    this.#meaning = keys.kind;
    this.spec = (keys.kind === 'programme' ? PROGRAMMES : REGIONS) as TableReader<CodesKey>['spec'];
  }

  take(row: Row<CodesKey>): void {
    const code = this.#key(row, row.columns.code);
    const name = this.#key(row, row.columns[this.#meaning]);
    if (code === null || name === null) return;
    const other = this.#seen.get(code);
    if (other !== undefined) {
      const facts = { otherPath: other.path, otherLine: other.line };
      if (other.name === name) row.report(row.columns.code, 'key-duplicate', facts);
      else row.report(row.columns.code, 'key-conflict', { ...facts, hasPublications: false });
      return;
    }
    // A name that is itself a code of something else would mean two things.
    const chained = this.#seen.get(name);
    const user = name === code ? undefined : this.#users.get(code);
    const twice = chained !== undefined && chained.name !== name ? chained : user;
    if (twice !== undefined) {
      const facts = { otherPath: twice.path, otherLine: twice.line, hasPublications: false };
      row.report(row.columns.code, 'key-conflict', facts);
      return;
    }
    const seen = { name, path: row.path, line: row.line };
    this.#seen.set(code, seen);
    if (!this.#users.has(name)) this.#users.set(name, seen);
    this.#keys.define(code, name, row.path);
  }

  #key(row: Row<CodesKey>, column: number): string | null {
    const text = row.required(column, row.text(column));
    if (typeof text !== 'string') return null;
    if (this.#meaning === 'region' && isNation(text)) {
      row.report(column, 'name-is-nation', {});
      return null;
    }
    if (isTotalName(text)) {
      row.report(column, 'row-total', {});
      return null;
    }
    const fault = characterFault(text);
    if (fault !== null) {
      row.report(column, fault.code, fault.facts);
      return null;
    }
    const other = this.#keys.variantOf(text, row.path, row.line);
    if (other === null) return text;
    const facts = { other: other.spelling, otherPath: other.path, otherLine: other.line };
    row.report(column, 'key-variant', facts);
    return null;
  }
}
