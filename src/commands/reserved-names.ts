import { composed } from '../domain/composed.ts';
import { TABLES } from '../read/columns.ts';
import { resolvePath } from '../read/paths.ts';
import { type Context, SETTINGS_FILE } from './context.ts';

/** What files of a data folder are called, also those of tables that no command reads yet. */
const RESERVED: readonly string[] = [
  ...TABLES.flatMap(({ fileNames }) => fileNames),
  ...['capacity.csv', 'kapacitet.csv', 'agreements.csv', 'överenskommelser.csv'],
  SETTINGS_FILE,
  'datapackage.json',
];

/** The files of a data folder that no result may be written to, whether they are there or not: absolute paths. */
export function reservedIn(folder: string): readonly string[] {
  return RESERVED.map((name) => resolvePath(folder, name));
}

/** Whether a result would go where a table or the settings of the data folder are looked for. */
export function isReserved(output: string, { folder, world }: Context): boolean {
  const file = nameOnDisk(resolvePath(world.cwd, output));
  return reservedIn(folder.path).some((reserved) => nameOnDisk(reserved) === file);
}

/** One name for all that a disk may take for the same: without regard to case, and å as one letter. */
export function nameOnDisk(name: string): string {
  return composed(name).toLowerCase();
}
