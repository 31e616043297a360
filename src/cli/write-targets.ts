import { constants, type Stats } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../domain/failure.ts';
import { codeOf } from '../domain/system-error.ts';

/** The file that is replaced when an output is written. */
export interface Target {
  /** The output as it was named. */
  readonly name: string;
  /** Absolute, with every link followed. */
  readonly file: string;
  /** Whether the name is that of a link. */
  readonly isLink: boolean;
  /** The rights to the file that is there; null where there is none. */
  readonly mode: number | null;
  /** Its device and number there. */
  readonly identity: string | null;
}

/** Whether files could be written there, and are no inputs, as far as can be told before. */
export async function checkFiles(cwd: string, names: readonly string[], inputs: readonly string[]): Promise<void> {
  for (const name of names) {
    const { file, identity } = await targetOf(cwd, name);
    if (await isAmong(identity, inputs)) throw new Failure('output-is-input', { path: name });
    // A way through a file leads nowhere; a folder that is missing can be made.
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const found = await ifThere(stat(folder), name);
      if (found?.isDirectory() || folder === path.dirname(folder)) break;
      if (found !== null) throw new Failure('write-failed', { path: name, reason: 'ENOTDIR' });
    }
  }
}

/** Where outputs go: no two to one file, and none to an input. */
export async function targetsOf(
  cwd: string,
  names: readonly string[],
  inputs: readonly string[],
): Promise<readonly Target[]> {
  const targets = await Promise.all(names.map((name) => targetOf(cwd, name)));
  const known = new Set<string>();
  for (const { name, file, identity } of targets) {
    if (known.has(file)) throw new Failure('output-twice', { path: name });
    known.add(file);
    if (await isAmong(identity, inputs)) throw new Failure('output-is-input', { path: name });
  }
  return targets;
}

async function targetOf(cwd: string, name: string): Promise<Target> {
  const given = path.resolve(cwd, name);
  const isLink = (await ifThere(lstat(given), name))?.isSymbolicLink() === true;
  // The folder may be reached by a link, too: two names of one file are one file.
  const folder = (await ifThere(realpath(path.dirname(given)), name)) ?? path.dirname(given);
  const file = isLink ? await endOf(given, name) : path.join(folder, path.basename(given));
  const found = await ifThere(stat(file), name);
  if (found !== null && !found.isFile()) throw new Failure('output-not-a-file', { path: name });
  // A rename asks the folder alone; who has protected the file means it.
  if (found !== null) await ifThere(access(file, constants.W_OK), name);
  return {
    name,
    file,
    isLink,
    mode: found === null ? null : found.mode & 0o777,
    identity: found === null ? null : identityOf(found),
  };
}

/** What the disk says of something, null where there is nothing; where it does not say, nothing is risked. */
async function ifThere<Value>(said: Promise<Value>, name: string): Promise<Value | null> {
  try {
    return await said;
  } catch (error) {
    const reason = codeOf(error);
    if (ABSENT.has(reason)) return null;
    throw new Failure('write-failed', { path: name, reason }, { cause: error });
  }
}

/** A name that is too long is that of no file. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

/** What a link leads to; one that leads nowhere is a slip more often than a wish for a new file elsewhere. */
async function endOf(link: string, name: string): Promise<string> {
  try {
    return await realpath(link);
  } catch (error) {
    const reason = codeOf(error);
    if (reason === 'ENOENT' || reason === 'ELOOP') throw new Failure('output-link-broken', { path: name });
    throw new Failure('write-failed', { path: name, reason }, { cause: error });
  }
}

/** The inputs by device and number, so that another name of the same file is found out; a batch asks for the same ones often. */
const INPUTS = new WeakMap<readonly string[], Promise<ReadonlySet<string>>>();

async function isAmong(identity: string | null, inputs: readonly string[]): Promise<boolean> {
  if (identity === null) return false;
  const known = INPUTS.get(inputs) ?? identitiesOf(inputs);
  INPUTS.set(inputs, known);
  return (await known).has(identity);
}

async function identitiesOf(inputs: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(inputs.map((input) => ifThere(stat(input), input)));
  return new Set(found.flatMap((each) => (each === null ? [] : [identityOf(each)])));
}

function identityOf({ dev, ino }: Pick<Stats, 'dev' | 'ino'>): string {
  return `${dev} ${ino}`;
}
