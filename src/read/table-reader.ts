import type { TableSpec } from './columns.ts';
import type { Row } from './row.ts';

/** A table that is being read: its columns, and what becomes of each record. Several files may make one table. */
export interface TableReader<Key extends string> {
  readonly spec: TableSpec<Key>;
  take(row: Row<Key>): void;
}
