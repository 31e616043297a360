import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './domain/failure.ts';

// Nothing else goes on while files are read, and to wait for them in another thread would cost the start 10 ms.

/** The names in a folder, sorted by code unit; a {@link Failure} where there is no such folder. */
export async function listFolder(folder: string): Promise<string[]> {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTDIR') throw new Failure('not-a-folder', { path: shown(folder) });
    if (code === 'ENOENT') throw new Failure('folder-not-found', { path: shown(folder) });
    throw new Failure('file-unreadable', { path: shown(folder), reason: code }, { cause: error });
  }
}

/** The bytes of a regular file, or so many of its first ones; a {@link Failure} for anything else. */
export async function readFile(file: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  try {
    // Without blocking: a named pipe that nobody writes to must not hang the program.
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile()) throw new Failure('not-a-file', { path: shown(file) });
      return found.size > most ? readBeginning(descriptor, most) : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT') throw new Failure('file-not-found', { path: shown(file) });
    throw new Failure('file-unreadable', { path: shown(file), reason: code }, { cause: error });
  }
}

function readBeginning(descriptor: number, most: number): Uint8Array {
  const bytes = Buffer.alloc(most);
  let length = 0;
  for (let read = -1; read !== 0 && length < most; length += read)
    read = readSync(descriptor, bytes, length, most - length, length);
  return bytes.subarray(0, length);
}

/** As a user would name it, seen from where they stand. */
export function shown(file: string): string {
  const relative = path.relative('', file);
  return relative === '' ? '.' : relative;
}

/** What the system calls an error, such as ENOENT. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
