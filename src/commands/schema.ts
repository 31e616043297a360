import { Failure } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import { SCHEMA_NAMES, type SchemaName } from '../domain/schema-name.ts';
import { TABLE_NAMES, type TableName } from '../domain/tables.ts';
import { MODEL_TABLES, readFolder } from '../read/folder.ts';
import { folderOf, isOutside, relativePath, resolvePath } from '../read/paths.ts';
import type { Context } from './context.ts';
import { judgement, type Outcome } from './outcome.ts';
import type { PlanOptions } from './plan-schema.ts';
import type { RawOptions } from './request.ts';

/** The zod schema of each document that has one; to load one costs more than all that most runs do. */
const DOCUMENTS = {
  settings: async () => (await import('../read/settings.ts')).SettingsFile,
  estimate: async () => (await import('../schema/estimate.ts')).EstimateSchema,
  explain: async () => (await import('../schema/explain.ts')).ExplainSchema,
  compare: async () => (await import('../schema/compare.ts')).CompareSchema,
  check: async () => (await import('../schema/check.ts')).CheckSchema,
  verify: async () => (await import('../schema/verify.ts')).VerifySchema,
  batch: async () => (await import('../schema/batch.ts')).BatchSchema,
} as const satisfies Readonly<Record<Exclude<SchemaName, TableName | 'datapackage' | 'plan'>, () => Promise<unknown>>>;

/** `resurs schema`: what may stand in a table, in the settings or in a result, for other programs; or what there is. */
export async function runSchema(raw: RawOptions, context: Context, plan: PlanOptions): Promise<Outcome> {
  const name = nameOption(raw);
  if (name === 'datapackage') return ofFolder(raw, context);
  // What is the same whatever the data must not look as if it were of some data.
  if (raw['data'] !== undefined) {
    throw new Failure('options-conflict', { first: '--data', second: ['schema', name ?? []].flat().join(' ') });
  }
  if (name === null) return { kind: 'listed', names: SCHEMA_NAMES };
  return { kind: 'described', document: await documentOf(name, plan), inputs: [] };
}

function nameOption(raw: RawOptions): SchemaName | null {
  const value = raw['schema'];
  if (value === undefined) return null;
  const found = SCHEMA_NAMES.find((name) => name === value);
  if (found !== undefined) return found;
  const text = String(value);
  const near = nearest(text, SCHEMA_NAMES);
  throw new Failure('option-value', { option: 'schema', value: text, expected: 'schema', choices: SCHEMA_NAMES, near });
}

async function documentOf(name: Exclude<SchemaName, 'datapackage'>, plan: PlanOptions): Promise<object> {
  if (name === 'plan') return (await import('./plan-schema.ts')).planSchemaOf(plan);
  const table = TABLE_NAMES.find((each) => each === name);
  if (table !== undefined) return (await import('../read/table-schema.ts')).tableSchemaOf(table);
  const { jsonSchemaOf } = await import('../schema/json-schema.ts');
  return jsonSchemaOf(await DOCUMENTS[name as keyof typeof DOCUMENTS]());
}

/** The tables that stand in the data folder; where they are broken, what is wrong with them. */
async function ofFolder(raw: RawOptions, { folder, world }: Context): Promise<Outcome> {
  for (const path of (raw['out'] as readonly string[] | undefined) ?? []) {
    // Its paths start from where it stands.
    const isBeside = folderOf(resolvePath(world.cwd, path)) === folder.path;
    if (!isBeside) throw new Failure('package-elsewhere', { path, folder: folder.name });
  }
  const content = await readFolder(folder, world, []);
  if (content.sources.length === 0) content.require(MODEL_TABLES);
  const outside = content.sources.find(
    ({ location }) => location === '-' || isOutside(relativePath(folder.path, location)),
  );
  if (outside !== undefined) throw new Failure('file-outside-package', { path: outside.path });
  const { dataPackageOf } = await import('../read/data-package.ts');
  const called = { name: 'resurs-data', title: 'Tables for resurs' };
  const { document, problems, inputs } = await dataPackageOf(content, called);
  const isRefused = problems.some(({ severity }) => severity === 'error');
  return isRefused ? judgement(null, problems, inputs) : { kind: 'described', document, inputs };
}
