import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsync, linkSync, openSync, renameSync, rmSync, writeFile } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../domain/failure.ts';
import { codeOf } from '../domain/system-error.ts';
import type { OutputFile } from '../domain/world.ts';
import { leftovers } from './leftovers.ts';
import { type Target, targetsOf } from './write-targets.ts';

export { checkFiles } from './write-targets.ts';

const writeTo = promisify(writeFile);
const flush = promisify(fsync);

/** A file that lies ready beside its target. */
interface Staged extends Target {
  readonly temporary: string;
}

/**
 * Writes all files or none, each whole: each is staged beside its target and flushed to the disk, and only when all are
 * there are they renamed. A link's target is replaced, not the link: what it gives are the outputs that are links, with
 * the files that they lead to. No input is ever overwritten.
 */
export async function writeFiles(
  cwd: string,
  files: readonly OutputFile[],
  inputs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = files.map((file) => file.path);
  const targets = await targetsOf(cwd, names, inputs);
  const mine: string[] = [];
  const beside = (target: Target): string => {
    const file = temporaryBeside(target.file);
    mine.push(file);
    leftovers.files.add(file);
    return file;
  };
  try {
    const staged: Staged[] = [];
    for (const [index, target] of targets.entries()) {
      const temporary = beside(target);
      await stage(temporary, target.mode, files[index] as OutputFile);
      staged.push({ ...target, temporary });
    }
    replaceAll(staged, beside);
  } finally {
    // What could not be staged cannot be removed either, and that must not hide why.
    await Promise.all(mine.map((file) => rm(file, { force: true }).catch(() => undefined)));
    for (const file of mine) leftovers.files.delete(file);
  }
  return new Map(targets.flatMap(({ name, file, isLink }) => (isLink ? [[name, path.relative(cwd, file)]] : [])));
}

/** Short, whatever the target is called: a name as long as the disk takes has no room for more. */
function temporaryBeside(target: string): string {
  return path.join(path.dirname(target), `.resurs-${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes a file beside its target. It is made at once, so that who is interrupted knows of every one that there is. */
async function stage(temporary: string, mode: number | null, { path: name, content }: OutputFile): Promise<void> {
  try {
    const descriptor = openSync(temporary, 'wx', mode ?? 0o666);
    try {
      // The mode of a new file is cut by the process's mask; that of a file which was there is kept whole.
      if (mode !== null) fchmodSync(descriptor, mode);
      await writeTo(descriptor, content);
      await flush(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new Failure('write-failed', { path: name, reason: codeOf(error) }, { cause: error });
  }
}

/**
 * Renames all of them in one go: nobody interrupts between the files of one result. Where one cannot be replaced, those
 * before it become again what they were ([why](../../docs/adr/0011-all-files-or-none.md)).
 */
function replaceAll(staged: readonly Staged[], beside: (target: Target) => string): void {
  // Of a single file nothing has to be put back.
  const kept = staged.length > 1 ? staged.map((each) => keep(each.file, beside(each))) : [];
  for (const [index, { name, file, temporary }] of staged.entries()) {
    try {
      renameSync(temporary, file);
    } catch (error) {
      const before = staged.slice(0, index);
      const replaced = before.filter((each, at) => !isPutBack(each.file, kept[at] ?? null)).map((each) => each.name);
      // Beside it a file could be made: not the folder refuses, but who holds the file.
      const isHeld = HELD.has(codeOf(error));
      throw new Failure('write-failed', { path: name, reason: codeOf(error), isHeld, replaced }, { cause: error });
    }
  }
}

const HELD: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM']);

/** What was there before: a second name of it, nothing, or null where the disk knows no second names. */
type Kept = { readonly old: string } | 'nothing' | null;

function keep(file: string, beside: string): Kept {
  try {
    linkSync(file, beside);
    return { old: beside };
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'nothing' : null;
  }
}

function isPutBack(file: string, kept: Kept): boolean {
  try {
    if (kept === null) return false;
    if (kept === 'nothing') rmSync(file);
    else renameSync(kept.old, file);
    return true;
  } catch {
    return false;
  }
}
