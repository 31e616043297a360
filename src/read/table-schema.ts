import type { TableName } from '../domain/tables.ts';
import { MEANINGS } from './column-meanings.ts';
import { type CellKind, type ColumnSpec, MEASURE_WORDS, PRIORITY_WORDS, TABLES, type TableSpec } from './columns.ts';

/** A column as Frictionless Table Schema has it. */
export interface Field {
  readonly name: string;
  readonly title?: string;
  readonly type: 'string' | 'yearmonth' | 'date' | 'integer' | 'number';
  readonly decimalChar?: ',';
  readonly groupChar?: string;
  readonly description: string;
  readonly constraints?: Constraints;
}

interface Constraints {
  readonly required?: true;
  readonly minimum?: 0;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** A table as Frictionless Table Schema has it (https://specs.frictionlessdata.io/table-schema/). */
export interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
}

/** A period in the forms that README names. */
export const PERIOD_PATTERN = String.raw`^\d{4}(-(0[1-9]|1[0-2])|-?[QK][1-4])?$`;

/** The type of the cells of a kind, as they are written without need of our own grammar, and what holds of each. */
const TYPES: Readonly<Record<CellKind, { readonly type: Field['type']; readonly constraints?: Constraints }>> = {
  programme: { type: 'string' },
  region: { type: 'string' },
  code: { type: 'string' },
  text: { type: 'string' },
  month: { type: 'yearmonth' },
  period: { type: 'string', constraints: { pattern: PERIOD_PATTERN } },
  day: { type: 'date' },
  count: { type: 'integer', constraints: { minimum: 0 } },
  amount: { type: 'number', constraints: { minimum: 0 } },
  rate: { type: 'number', constraints: { minimum: 0 } },
  measure: { type: 'string', constraints: { enum: Object.values(MEASURE_WORDS).flat() } },
  priority: { type: 'string', constraints: { enum: Object.values(PRIORITY_WORDS).flat() } },
};

/** The schema of a table, its columns under their English names. */
export function tableSchemaOf(table: TableName): TableSchema {
  const spec = specOf(table);
  return schemaOf(
    spec,
    Object.keys(spec.columns).map((key) => fieldOf(spec, key)),
  );
}

export function specOf(table: TableName): TableSpec {
  return TABLES.find((spec) => spec.table === table) as TableSpec;
}

/** The fields as a schema; `keys` are the columns that they are, where they go by other names. */
export function schemaOf(
  spec: TableSpec,
  fields: readonly Field[],
  keys: readonly (string | null)[] = fields.map(({ name }) => name),
): TableSchema {
  // Of the other tables a part of the key may be blank, which no primary key may.
  const key = spec.columns['code'] === undefined ? undefined : fields[keys.indexOf('code')];
  return { fields, missingValues: [''], ...(key === undefined ? {} : { primaryKey: [key.name] }) };
}

/** A column, under its English name. */
export function fieldOf(spec: TableSpec, key: string): Field {
  const column = spec.columns[key] as ColumnSpec;
  const { type, constraints: ofKind } = TYPES[column.kind];
  const isRequired = column.need === 'required' && column.isBlankInSome === undefined;
  const constraints: Constraints = { ...(isRequired ? { required: true } : {}), ...ofKind };
  return {
    name: key,
    title: titleOf(key, column),
    type,
    description: descriptionOf(spec, key),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** «New decisions (nya beslut)». */
function titleOf(key: string, { aliases }: ColumnSpec): string {
  const words = (name: string): string => name.replaceAll('_', ' ');
  const english = words(key.charAt(0).toUpperCase() + key.slice(1));
  return aliases.length === 0 ? english : `${english} (${aliases.map(words).join(', ')})`;
}

/** What the column says, its Swedish names, and which others stand for it. */
function descriptionOf(spec: TableSpec, key: string): string {
  const { aliases, need } = spec.columns[key] as ColumnSpec;
  const meanings: Readonly<Record<string, string>> = MEANINGS[spec.table].columns;
  const parts = [meanings[key] as string];
  if (need === 'one-of') {
    const all = Object.keys(spec.columns).filter((each) => spec.columns[each]?.need === 'one-of');
    parts.push(`A row fills exactly one of ${all.join(', ')}.`);
  }
  if (aliases.length > 0) parts.push(`In Swedish: ${aliases.join(', ')}.`);
  return parts.join(' ');
}
