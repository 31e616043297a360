import { Failure } from '../domain/failure.ts';
import { type InputFile, TABLE_NAMES } from '../domain/tables.ts';
import type { World } from '../domain/world.ts';
import { findFiles } from '../read/folder.ts';
import { folderOf, isOutside, nameOfFile, relativePath, resolvePath } from '../read/paths.ts';
import { type PlanReading, readPlan } from '../read/plan.ts';
import type { Context } from './context.ts';
import { PlanPlaces } from './plan-places.ts';
import type { RawOptions } from './request.ts';
import { reservedIn } from './reserved-names.ts';

/** A plan, and the file that it stands in. */
export interface PlanFile extends PlanReading {
  readonly input: InputFile;
  readonly places: PlanPlaces;
}

/** The plans of commands: for its settings and for its jobs a plan is read once. */
const PLANS = new WeakMap<RawOptions, Promise<PlanFile>>();

/** The plan that a command names. */
export function planFile(options: RawOptions, world: World): Promise<PlanFile> {
  const known = PLANS.get(options) ?? planAt(String(options['plan'] ?? ''), world);
  PLANS.set(options, known);
  return known;
}

/** Reads a plan by the path that a user gave. */
async function planAt(given: string, world: World): Promise<PlanFile> {
  if (given === '') throw new Failure('option-lacks-value', { option: 'PLAN' });
  const location = resolvePath(world.cwd, given);
  const folder = folderOf(location);
  const bytes = await world.readFile(location);
  const path = nameOfFile(folder, given, location);
  const reading = await readPlan(bytes, path);
  const rows = reading.plan?.jobs.length ?? 0;
  return {
    ...reading,
    places: new PlanPlaces(folder, world.cwd),
    input: { table: 'plan', path, location, bytes, rows, dialect: null },
  };
}

/** The data folder of a plan, whose settings count for the summary as well; of a broken plan its own folder. */
export async function folderOfPlan(options: RawOptions, world: World): Promise<string> {
  const folder = folderOf(resolvePath(world.cwd, String(options['plan'] ?? '')));
  const { plan } = await planFile(options, world).catch(() => ({ plan: null }));
  const variable = world.env['RESURS_DATA'];
  if (plan?.data) return resolvePath(folder, plan.data);
  return variable ? resolvePath(world.cwd, variable) : folder;
}

/** Every file that a job reads or would read if it were there, absolute; a {@link Failure} where its data folder is not there. */
export async function filesRead(options: RawOptions, { folder, world }: Context): Promise<readonly string[]> {
  const { files } = await findFiles(folder, world);
  return [
    ...files.map(({ path }) => path),
    ...reservedIn(folder.path),
    ...filesNamed(options).map((file) => resolvePath(world.cwd, file)),
  ];
}

/** A {@link Failure} for a file that a job names and that is not there, named as it is written. Each is read once for all jobs. */
export async function requireFiles(options: RawOptions, { world }: Context): Promise<void> {
  const ofTables = TABLE_NAMES.flatMap((table) => (options[table] as readonly string[] | undefined) ?? []);
  for (const file of [...ofTables, ...filesNamed(options)]) {
    if (file === '-') continue;
    await world.readFile(resolvePath(world.cwd, file)).catch((error: unknown) => {
      if (!(error instanceof Failure) || !('path' in error.facts)) throw error;
      throw new Failure(error.code, { ...error.facts, path: file }, { cause: error });
    });
  }
}

/** The files of a job that are no tables: a scenario, and a saved result. */
function filesNamed(options: RawOptions): string[] {
  const { scenario, with: other } = options;
  // As the command reads it.
  const saved = typeof other === 'string' && isSaved(other.trim()) ? [other.trim()] : [];
  return [...(typeof scenario === 'string' ? [scenario] : []), ...saved];
}

function isSaved(other: string): boolean {
  return /\.json$/i.test(other);
}

/** A file of a plan: where it is, what it is called seen from the plan, and whether that is in the plan's folder. */
export interface PlannedFile {
  readonly location: string;
  readonly name: string;
  readonly isOutside: boolean;
  /** One for all that a disk may take for the same file. */
  readonly key: string;
}

/** Where a path of a plan leads, links followed. */
export async function plannedFile(file: string, folder: string, world: World): Promise<PlannedFile> {
  const location = resolvePath(folder, file);
  const [real, root] = await Promise.all([world.realPath(location), world.realPath(folder)]);
  return {
    location,
    name: relativePath(folder, location),
    isOutside: isOutside(relativePath(root, real)),
    key: real.normalize('NFC').toLowerCase(),
  };
}
