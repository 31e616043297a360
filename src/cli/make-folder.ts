import { mkdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../domain/failure.ts';

/**
 * Makes a folder, with those above it, where it is missing; a {@link Failure} where it cannot be made. What it gives
 * takes away again those that were made, as far as nothing stands in them.
 */
export async function makeFolder(cwd: string, name: string): Promise<() => Promise<void>> {
  const folder = path.resolve(cwd, name);
  const topmost = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Failure('folder-not-made', { path: name, reason }, { cause: error });
  });
  return async () => {
    if (topmost === undefined) return;
    for (let made = folder; made.length >= topmost.length; made = path.dirname(made)) {
      // A folder in which somebody has put something since then is theirs.
      const isGone = await rmdir(made).then(
        () => true,
        () => false,
      );
      if (!isGone) return;
    }
  };
}
