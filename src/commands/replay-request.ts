import { dayFromIso } from '../domain/day.ts';
import { Failure } from '../domain/failure.ts';
import { type Month, monthFromIso, monthsFromTo } from '../domain/month.ts';
import type { EstimateRequest } from '../domain/report.ts';
import { TABLE_NAMES, type TableName } from '../domain/tables.ts';
import { type DataFolder, findFiles, MODEL_TABLES, type NamedFile } from '../read/folder.ts';
import { isOutside, isRelative, relativePath, resolvePath } from '../read/paths.ts';
import type { SavedEstimate, SavedInput } from '../read/saved.ts';
import { sha256Of } from '../read/seal.ts';
import type { Context } from './context.ts';
import type { RangeRequest, RawOptions } from './request.ts';

/** What a saved estimate was asked, and the files that answer it now. */
export interface Replay {
  readonly request: RangeRequest;
  readonly folder: DataFolder;
  /** A table that was read then and is not there now, and without which there may be a result. */
  readonly missing: Pick<SavedInput, 'table' | 'path'> | null;
}

/**
 * The saved request on the data as it is now. A table is read from the files that are found now, where a flag names them
 * or the saved ones are among them; else from the saved ones that are still there. A file outside both the data folder
 * and the current one is only opened for what it was, by its SHA-256: a saved result may come from anybody.
 */
export async function replayRequest(
  saved: SavedEstimate,
  raw: RawOptions,
  name: string,
  { world, folder }: Context,
): Promise<Replay> {
  const { request, inputs } = saved;
  const { files: found, problems } = await findFiles(folder, world);
  const files: Partial<Record<TableName, readonly NamedFile[]>> = { ...folder.files };
  let missing: Replay['missing'] = null;
  for (const table of TABLE_NAMES) {
    const before = inputs.filter((input) => input.table === table);
    const now = found.filter((file) => file.table === table).map((file) => file.name);
    const isUnclear = problems.length > 0 && now.length > 0;
    if (raw[table] !== undefined || isUnclear || before.every(({ path }) => now.includes(path))) continue;
    const still = (await Promise.all(before.map(fileOf))).filter((file) => file !== null);
    if (still.length > 0) files[table] = still;
    else if (now.length === 0) {
      if (MODEL_TABLES.includes(table))
        throw new Failure('saved-input-missing', { path: name, table, files: before.map(({ path }) => path) });
      missing ??= before[0] ?? null;
    }
  }
  const [first, last] = monthsOf(request);
  return {
    request: {
      months: monthsFromTo(first, last),
      isRange: request.month === null,
      programmes: request.programme,
      regions: request.region,
      asOf: request.asOf === null ? null : dayFromIso(request.asOf),
      scenario: request.scenario === null ? null : await scenarioOf(request.scenario),
      savedIn: { programmes: name, regions: name },
    },
    folder: { ...folder, files },
    missing,
  };

  /** The file as it is now; null where it is not there, or stands outside the data folder and is another. */
  async function fileOf({ path, sha256 }: SavedInput): Promise<NamedFile | null> {
    // No result names a file by a path that does not start from the data folder.
    if (!isRelative(path)) return null;
    const location = resolvePath(folder.path, path);
    const bytes = await world.readFile(location).catch(() => null);
    const isElsewhere = [folder.path, world.cwd].every((base) => isOutside(relativePath(base, location)));
    if (bytes === null || (isElsewhere && (await sha256Of(bytes)) !== sha256)) return null;
    return { path: location, name: path };
  }

  async function scenarioOf(path: string): Promise<NamedFile> {
    const input = inputs.find(({ table }) => table === 'scenario');
    const file = input === undefined ? null : await fileOf(input);
    if (file === null) throw new Failure('saved-input-missing', { path: name, table: 'scenario', files: [path] });
    return file;
  }
}

function monthsOf({ month, from, to }: EstimateRequest): readonly [Month, Month] {
  return [monthFromIso((month ?? from) as string) as Month, monthFromIso((month ?? to) as string) as Month];
}
