import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './domain/failure.ts';
import { codeOf } from './domain/system-error.ts';

/** So many bytes are read of one file: a text of a little more is longer than V8 can hold. */
export const LARGEST_FILE = 512_000_000;

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

/**
 * The bytes of a regular file, or so many of its first ones; a {@link Failure} for anything else, and for a file that
 * somebody writes to at the same time: half of it might be the old one.
 */
export async function readFile(file: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  try {
    // Without blocking: a named pipe that nobody writes to must not hang the program.
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile()) throw new Failure('not-a-file', { path: shown(file) });
      if (found.size > most) return readBeginning(descriptor, most);
      if (found.size > LARGEST_FILE) throw new Failure('file-too-large', { path: shown(file), limit: LARGEST_FILE });
      const bytes = readFileSync(descriptor);
      const after = fstatSync(descriptor);
      if (after.size !== found.size || after.mtimeMs !== found.mtimeMs) {
        throw new Failure('file-changed', { path: shown(file) });
      }
      return bytes;
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
