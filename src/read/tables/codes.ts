import { PROGRAMMES, REGIONS } from '../columns.ts';
import { characterFault, isNation, type Keys } from '../keys.ts';
import type { Row } from '../row.ts';
import type { TableReading } from '../table.ts';

type CodesKey = 'code' | 'programme' | 'region' | 'name';

/** Reads a table of codes (programmes.csv, regions.csv) into the keys of its kind; one code with two meanings is a problem. */
export class CodesReader implements TableReading<CodesKey> {
  readonly spec;
  readonly #keys: Keys;
  readonly #meaning: 'programme' | 'region';
  readonly #seen = new Map<string, { name: string; path: string; line: number }>();

  constructor(keys: Keys) {
    this.#keys = keys;
    this.#meaning = keys.kind;
    this.spec = (keys.kind === 'programme' ? PROGRAMMES : REGIONS) as TableReading<CodesKey>['spec'];
  }

  take(row: Row<CodesKey>): void {
    const code = this.#key(row, 'code');
    const name = this.#key(row, this.#meaning);
    if (code === null || name === null) return;
    const other = this.#seen.get(code);
    if (other !== undefined) {
      const facts = { otherPath: other.path, otherLine: other.line };
      row.report('code', other.name === name ? 'key-duplicate' : 'key-conflict', facts);
      return;
    }
    this.#seen.set(code, { name, path: row.path, line: row.line });
    this.#keys.define(code, name, row.path);
  }

  #key(row: Row<CodesKey>, key: 'code' | 'programme' | 'region'): string | null {
    const text = row.required(key, row.text(key));
    if (typeof text !== 'string') return null;
    if (this.#meaning === 'region' && isNation(text)) {
      row.report(key, 'name-is-nation', {});
      return null;
    }
    const fault = characterFault(text);
    if (fault === null) return text;
    row.report(key, fault.code, fault.facts);
    return null;
  }
}
