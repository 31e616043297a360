import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsync, openSync, renameSync, writeFile } from 'node:fs';
import { lstat, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../domain/failure.ts';
import type { OutputFile } from '../domain/world.ts';

/** The files beside their targets that are being written at this moment; whoever is interrupted takes them away. */
export const temporaries = new Set<string>();

const writeTo = promisify(writeFile);
const flush = promisify(fsync);

interface Staged {
  readonly name: string;
  readonly target: string;
  readonly temporary: string;
}

/** Whether files could be written there, and are no inputs, as far as can be told before. */
export async function checkFiles(cwd: string, names: readonly string[], inputs: readonly string[]): Promise<void> {
  for (const name of names) {
    const target = await targetOf(cwd, name);
    if (await isAmong(target, inputs)) throw new Failure('output-is-input', { path: name });
    // A way through a file leads nowhere; a folder that is missing can be made.
    for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
      const found = await stat(folder).catch(() => null);
      if (found?.isDirectory() || folder === path.dirname(folder)) break;
      if (found !== null) throw new Failure('write-failed', { path: name, reason: 'ENOTDIR' });
    }
  }
}

/**
 * Writes every file whole or none: each is staged beside its target and flushed to the disk, and only when all are
 * there are they renamed. A link's target is replaced, not the link. No input is ever overwritten.
 */
export async function writeFiles(cwd: string, files: readonly OutputFile[], inputs: readonly string[]): Promise<void> {
  const targets = await Promise.all(files.map((file) => targetOf(cwd, file.path)));
  for (const [index, target] of targets.entries()) {
    const name = files[index]?.path ?? target;
    if (targets.indexOf(target) !== index) throw new Failure('output-twice', { path: name });
    if (await isAmong(target, inputs)) throw new Failure('output-is-input', { path: name });
  }
  const staged: Staged[] = [];
  try {
    for (const [index, file] of files.entries()) {
      const target = targets[index] as string;
      const temporary = path.join(
        path.dirname(target),
        `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
      );
      staged.push({ name: file.path, target, temporary });
      temporaries.add(temporary);
      await stage(temporary, target, file);
    }
    // All of them in one go: nobody interrupts between the files of one result.
    for (const each of staged) await failing(each.name, async () => renameSync(each.temporary, each.target));
  } finally {
    // What could not be staged cannot be removed either, and that must not hide why.
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)));
    for (const { temporary } of staged) temporaries.delete(temporary);
  }
}

async function targetOf(cwd: string, name: string): Promise<string> {
  const target = path.resolve(cwd, name);
  const isLink = await lstat(target).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  // The folder may be reached by a link, too: two names of one file are one file.
  const folder = await realpath(path.dirname(target)).catch(() => path.dirname(target));
  const resolved = isLink ? await failing(name, () => realpath(target)) : path.join(folder, path.basename(target));
  const found = await stat(resolved).catch(() => null);
  if (found !== null && !found.isFile()) throw new Failure('output-not-a-file', { path: name });
  return resolved;
}

/** The inputs by device and number, so that another name of the same file is found out; a batch asks for the same ones often. */
const INPUTS = new WeakMap<readonly string[], Promise<ReadonlySet<string>>>();

async function isAmong(target: string, inputs: readonly string[]): Promise<boolean> {
  const found = await stat(target).catch(() => null);
  if (found === null) return false;
  const known = INPUTS.get(inputs) ?? identitiesOf(inputs);
  INPUTS.set(inputs, known);
  return (await known).has(`${found.dev} ${found.ino}`);
}

async function identitiesOf(inputs: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(inputs.map((input) => stat(input).catch(() => null)));
  return new Set(found.flatMap((each) => (each === null ? [] : [`${each.dev} ${each.ino}`])));
}

/** Writes a file beside its target. It is made at once, so that who is interrupted knows of every one that there is. */
async function stage(temporary: string, target: string, { path: name, content }: OutputFile): Promise<void> {
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => null,
  );
  let descriptor: number | null = null;
  try {
    descriptor = openSync(temporary, 'wx', mode ?? 0o666);
    // The mode of a new file is cut by the process's mask; that of a file which was there is kept whole.
    if (mode !== null) fchmodSync(descriptor, mode);
    await writeTo(descriptor, content);
    await flush(descriptor);
  } catch (error) {
    throw writeFailure(name, error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

async function failing<Value>(name: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    throw writeFailure(name, error);
  }
}

function writeFailure(name: string, error: unknown): Failure {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new Failure('write-failed', { path: name, reason }, { cause: error });
}
