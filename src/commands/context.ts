import { Failure } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import { TABLE_NAMES, type TableName } from '../domain/tables.ts';
import type { World } from '../domain/world.ts';
import type { DataFolder, NamedFile } from '../read/folder.ts';
import { nameOfFile, resolvePath } from '../read/paths.ts';
import { Readings } from '../read/readings.ts';
import type { Settings } from '../read/settings.ts';

export const SETTINGS_FILE = 'resurs.yaml';
const SCHABLON_MAX_AGE_YEARS = 5;

/** What a command works with besides its options. */
export interface Context {
  readonly world: World;
  readonly folder: DataFolder;
  /** What was read before, by this run or by others of the same batch. */
  readonly readings: Readings;
  readonly schablonMaxAgeYears: number;
  readonly language: Language;
  /** Whether some output is read by people, so that what is told to them only is worth computing. */
  readonly isForPeople: boolean;
}

/** What the command line says of files: the data folder, and tables named one by one. */
export interface FileOptions {
  /** Whether the data folder must be there, as for everything that reads tables. */
  readonly isFolderNeeded: boolean;
  readonly data: string | undefined;
  readonly tables: Readonly<Partial<Record<TableName, readonly string[]>>>;
}

export interface Surroundings {
  /** What a command works with, but for what the settings have a say in. */
  readonly context: Omit<Context, 'language' | 'isForPeople'>;
  readonly settings: Settings;
  /** The files of settings that were read, so that no output overwrites them. */
  readonly settingsPaths: readonly string[];
}

/** Finds the data folder and its settings. A flag goes before the environment, that before the settings. */
export async function surroundings(
  options: FileOptions,
  world: World,
  readings = new Readings(),
): Promise<Surroundings> {
  if (options.data === '') throw new Failure('option-lacks-value', { option: '--data' });
  const given = options.data ?? (world.env['RESURS_DATA'] || undefined);
  const start = resolvePath(world.cwd, given ?? '.');
  const { settings, settingsPaths } = await settingsIn(start, given ?? '.', options.isFolderNeeded, world);
  const path = given === undefined && settings.data !== undefined ? resolvePath(start, settings.data) : start;
  const files = Object.fromEntries(
    TABLE_NAMES.flatMap((table) => {
      const named =
        (base: string) =>
        (file: string): NamedFile => {
          if (file === '-') return { path: file, name: file };
          const absolute = resolvePath(base, file);
          return { path: absolute, name: nameOfFile(path, file, absolute) };
        };
      const flagged = options.tables[table]?.map(named(world.cwd));
      const set = settings[table] === undefined ? undefined : [settings[table]].flat().map(named(start));
      const chosen = flagged ?? set;
      return chosen === undefined ? [] : [[table, chosen]];
    }),
  );
  const folder: DataFolder = { path, name: given ?? settings.data ?? '.', files };
  const schablonMaxAgeYears = settings.schablonMaxAgeYears ?? SCHABLON_MAX_AGE_YEARS;
  return { context: { world, folder, readings, schablonMaxAgeYears }, settings, settingsPaths };
}

/** The language that the settings ask for, before they are read in earnest: for help, and for what is wrong with them. */
export async function languageOfSettings(data: string | undefined, world: World): Promise<string | undefined> {
  try {
    const folder = resolvePath(world.cwd, data ?? (world.env['RESURS_DATA'] || '.'));
    const bytes = await world.readFile(resolvePath(folder, SETTINGS_FILE));
    return /^language:\s*["']?(sv|en)\b/m.exec(new TextDecoder('utf-8').decode(bytes))?.[1];
  } catch {
    return undefined;
  }
}

async function settingsIn(
  folder: string,
  name: string,
  isNeeded: boolean,
  world: World,
): Promise<Pick<Surroundings, 'settings' | 'settingsPaths'>> {
  const names = await world.listFolder(folder).catch((error: unknown): readonly string[] => {
    const isMissing = error instanceof Failure && (error.code === 'folder-not-found' || error.code === 'not-a-folder');
    if (!isMissing) throw error;
    if (!isNeeded) return [];
    // The message names the folder as it was written.
    throw new Failure(error.code as 'folder-not-found', { path: name });
  });
  // A name is the same in capitals, as it is for the tables.
  const file = names.find((each) => each.toLowerCase() === SETTINGS_FILE);
  if (file === undefined) return { settings: {}, settingsPaths: [] };
  const path = resolvePath(folder, file);
  const bytes = await world.readFile(path);
  const { parseSettings } = await import('../read/settings.ts');
  const settings = await parseSettings(bytes, file).catch((error: unknown): Settings => {
    if (isNeeded || !(error instanceof Failure)) throw error;
    // What reads no data needs them for the language alone.
    return {};
  });
  return { settings, settingsPaths: [path] };
}
