import { parse } from 'csv-parse/sync';

/** What the specification says of a field, as far as these schemas use it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly decimalChar?: string;
  readonly groupChar?: string;
  readonly description?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly pattern?: string;
    readonly enum?: readonly string[];
  };
}

export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly encoding: string;
  readonly dialect: { readonly delimiter: string; readonly headerRows?: readonly number[] };
  readonly schema: {
    readonly fields: readonly Field[];
    readonly missingValues: readonly string[];
    readonly primaryKey?: readonly string[];
  };
}

export interface Package {
  readonly name: string;
  readonly resources: readonly Resource[];
}

/**
 * What a program that knows the specification, and nothing of ours, finds wrong with a file: its header is the fields
 * in their order, and each cell is of its field's type and within its constraints.
 */
export function faultsOf(bytes: Uint8Array, { encoding, dialect, schema }: Resource): string[] {
  const text = new TextDecoder(encoding).decode(bytes);
  const records: string[][] = parse(text, { delimiter: dialect.delimiter, relax_column_count: true });
  const [header = [], ...rows] = records.slice((dialect.headerRows?.[0] ?? 1) - 1);
  const names = schema.fields.map(({ name }) => name);
  if (JSON.stringify(header) !== JSON.stringify(names)) return [`header ${header}`];
  const faults: string[] = [];
  const keys = new Set<string>();
  for (const [index, cells] of rows.entries()) {
    for (const [at, field] of schema.fields.entries()) {
      const cell = cells[at] ?? '';
      const fault = schema.missingValues.includes(cell) ? isWanting(field) : faultOf(cell, field);
      if (fault !== null) faults.push(`row ${index + 1}, ${field.name}: ${fault} (${cell})`);
    }
    if (schema.primaryKey === undefined) continue;
    const key = JSON.stringify(schema.primaryKey.map((name) => cells[names.indexOf(name)]));
    if (keys.has(key)) faults.push(`row ${index + 1}: key ${key} twice`);
    keys.add(key);
  }
  return faults;
}

function isWanting({ constraints }: Field): string | null {
  return constraints?.required === true ? 'required' : null;
}

function faultOf(cell: string, field: Field): string | null {
  const { type, constraints = {}, decimalChar = '.', groupChar } = field;
  const plain = groupChar === undefined ? cell : cell.replaceAll(groupChar, '');
  const [whole = '', ...decimals] = type === 'number' ? plain.split(decimalChar) : [plain];
  const isOfType =
    type === 'string' ||
    (type === 'yearmonth' && /^\d{4}-(0[1-9]|1[0-2])$/.test(cell)) ||
    (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(cell) && new Date(`${cell}T00:00Z`).toISOString().startsWith(cell)) ||
    (type === 'integer' && /^[+-]?\d+$/.test(cell)) ||
    (type === 'number' && decimals.length < 2 && [whole, ...decimals].every((digits) => /^-?\d+$/.test(digits)));
  if (!isOfType) return type;
  const { minimum, pattern } = constraints;
  if (minimum !== undefined && Number([whole, ...decimals].join('.')) < minimum) return 'minimum';
  if (pattern !== undefined && !new RegExp(pattern).test(cell)) return 'pattern';
  return constraints.enum !== undefined && !constraints.enum.includes(cell) ? 'enum' : null;
}
