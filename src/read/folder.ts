import { Failure } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import { byCodeUnit } from '../domain/order.ts';
import { NOWHERE, type Problem, problem } from '../domain/problem.ts';
import type { TableName } from '../domain/tables.ts';
import type { World } from '../domain/world.ts';
import { FORECASTS, PROGRAMMES, REGIONS, SCHABLONS, STATISTICS, type TableSpec } from './columns.ts';
import { relativePath, resolvePath } from './paths.ts';
import type { SourceFile } from './text-file.ts';

/** Where the tables are: a folder, and files that were named one by one. */
export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** As it was given, for messages. */
  readonly name: string;
  /** Files named by flag or setting; they stand for the folder's own file of that table. */
  readonly files: Readonly<Partial<Record<TableName, readonly NamedFile[]>>>;
}

/** A file to read: where it is (absolute, or `-` for standard input), and what it is called in results. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** The files of the tables, as bytes. */
export interface TableSources {
  readonly sources: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

export interface FolderContent extends TableSources {
  /** A {@link Failure} that names those of the tables that are nowhere. */
  require(tables: readonly TableName[]): void;
}

const SPECS: readonly TableSpec[] = [PROGRAMMES, REGIONS, STATISTICS, FORECASTS, SCHABLONS];
/** More files than this are not listed. */
const MOST_NEAR = 5;
/** The tables that the model needs. */
export const MODEL_TABLES: readonly TableName[] = ['statistics', 'forecasts', 'schablons'];

/** Finds and reads the files of every table. Required tables that are nowhere are a {@link Failure} that names them all. */
export async function readFolder(
  folder: DataFolder,
  world: World,
  required: readonly TableName[] = MODEL_TABLES,
): Promise<FolderContent> {
  const { files, problems, require } = await findFiles(folder, world);
  require(required);
  if (files.filter(({ path }) => path === '-').length > 1) throw new Failure('standard-input-twice', {});
  const sources = await Promise.all(
    files.map(async ({ table, path, name }) => ({
      table,
      path: name,
      location: path,
      bytes: await (path === '-' ? world.readStandardInput() : world.readFile(path)),
    })),
  );
  return { sources, problems, require };
}

interface FoundFiles extends Omit<FolderContent, 'sources'> {
  readonly files: readonly (NamedFile & { readonly table: TableName })[];
}

/** Finds the files of every table without reading them, in the order of the tables and of their names. */
export async function findFiles(folder: DataFolder, world: World): Promise<FoundFiles> {
  const problems: Problem[] = [];
  const present = await world.listFolder(folder.path);
  const found = SPECS.flatMap((spec) => {
    const files = folder.files[spec.table] ?? filesInFolder(spec, folder, present, problems);
    const byPath = new Map(files.map((file) => [file.path, file]));
    return [...byPath.values()].map((file) => ({ table: spec.table, ...file }));
  });
  const tables = new Set(found.map(({ table }) => table));
  const require = (wanted: readonly TableName[]): void => {
    nameMissing(
      folder,
      present,
      wanted.filter((table) => !tables.has(table)),
    );
  };
  // Two files of one name are told apart by their folders, whatever that shows of the machine.
  const isUnique = (name: string): boolean => found.filter((file) => file.name === name).length === 1;
  const order = (table: TableName): number => SPECS.findIndex((spec) => spec.table === table);
  const chosen = found
    .map((file) => (isUnique(file.name) ? file : { ...file, name: relativePath(folder.path, file.path) }))
    .sort((left, right) => order(left.table) - order(right.table) || byCodeUnit(left.name, right.name));
  return { files: chosen, problems, require };
}

function filesInFolder(
  spec: TableSpec,
  folder: DataFolder,
  present: readonly string[],
  problems: Problem[],
): readonly NamedFile[] {
  // A Mac writes å as a and a ring: names are compared in their composed form.
  const found = present.filter((name) => spec.fileNames.includes(name.normalize('NFC').toLowerCase()));
  if (found.length > 1) problems.push(problem('table-twice', { paths: found }, { ...NOWHERE, file: found[0] ?? null }));
  // Of two files one is enough to look for further problems in.
  return found.slice(0, 1).map((name) => ({ path: resolvePath(folder.path, name), name }));
}

/** A required table that is nowhere; files that look as if they were it are a workbook, or a name with a slip. */
function nameMissing(folder: DataFolder, present: readonly string[], wanting: readonly TableName[]): void {
  const missing = SPECS.filter(({ table }) => wanting.includes(table));
  if (missing.length === 0) return;
  const stemOf = (name: string): string => /^[\p{L}_-]+/u.exec(name.normalize('NFC').toLowerCase())?.[0] ?? '';
  const stems = missing.flatMap(({ fileNames }) => fileNames.map(stemOf));
  const near = present.filter((name) => stems.includes(stemOf(name)) || nearest(stemOf(name), stems).length > 0);
  throw new Failure('tables-not-found', {
    folder: folder.name,
    missing: missing.map(({ table, fileNames }) => ({ names: fileNames, option: `--${table}` })),
    near: near.slice(0, MOST_NEAR),
  });
}
