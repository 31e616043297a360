import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../domain/failure.ts';
import { codeOf } from '../domain/system-error.ts';
import { leftovers } from './leftovers.ts';

/**
 * Makes a folder, with those above it, where it is missing; a {@link Failure} where it cannot be made, and then none of
 * them is. What it gives takes away again those that were made, as far as nothing stands in them.
 */
export async function makeFolder(cwd: string, name: string): Promise<() => Promise<void>> {
  const made: string[] = [];
  const unmake = () => {
    // A folder in which somebody has put something since then is theirs, and those above it hold it.
    for (const folder of made.splice(0)) {
      if (!wasRemoved(folder)) return;
      leftovers.folders.delete(folder);
    }
  };
  try {
    make(path.resolve(cwd, name), made);
  } catch (error) {
    unmake();
    throw new Failure('folder-not-made', { path: name, reason: codeOf(error) }, { cause: error });
  }
  return async () => unmake();
}

/** One by one and at once, so that who is interrupted knows of every one that there is; the deepest comes first. */
function make(folder: string, made: string[]): void {
  try {
    mkdirSync(folder);
    made.unshift(folder);
    leftovers.folders.add(folder);
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    const above = path.dirname(folder);
    const isAboveMissing = codeOf(error) === 'ENOENT' && statSync(above, { throwIfNoEntry: false }) === undefined;
    if (!isAboveMissing || above === folder) throw error;
    make(above, made);
    make(folder, made);
  }
}

function wasRemoved(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
