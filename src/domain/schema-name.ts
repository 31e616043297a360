import { TABLE_NAMES } from './tables.ts';

/** What `schema` can describe: each table, a data folder, the settings, and the JSON of each command. */
export const SCHEMA_NAMES = [
  ...TABLE_NAMES,
  'datapackage',
  'settings',
  'plan',
  'estimate',
  'explain',
  'compare',
  'check',
  'verify',
  'batch',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];
