import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { run } from '../src/cli/run.ts';
import { Failure } from '../src/domain/failure.ts';
import type { World } from '../src/domain/world.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');

/** The folders that `init` writes anew; they stand on the disk in every world. */
export const EXAMPLES = { en: path.join(ROOT, 'fixtures/example'), sv: path.join(ROOT, 'fixtures/exempel') } as const;

/** A file as text or as bytes, by its path; relative ones stand in the current folder of the run. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface RunOptions {
  /** The folder that the command stands in; `/data` where the files are only in memory. */
  readonly cwd?: string;
  /** Files in memory; without them, those of the disk. */
  readonly files?: Files;
  /** Files in memory beside those of the disk, such as one that an earlier run wrote. */
  readonly beside?: Files;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** Called with the path of each file that is read. */
  readonly onRead?: (path: string) => void;
  /** A file that cannot be written, and a folder that cannot be made, by their paths as given. */
  readonly unwritable?: string;
  readonly unmakable?: string;
  /** Milliseconds that pass from one look at the clock to the next. */
  readonly pace?: number;
}

export interface RunResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What would have been written, by path as given. */
  readonly written: Readonly<Record<string, string>>;
}

/** Runs the whole program in this process, in a world of the test's own. Nothing is written to the disk. */
export async function runResurs(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { cwd = options.files === undefined ? ROOT : '/data', env = {}, isTerminal = false, columns = 80 } = options;
  const out = { stdout: '', stderr: '' };
  const written: Record<string, string> = {};
  let clock = 0;
  let stdin = options.stdin ?? '';
  const outlet = (name: 'stdout' | 'stderr') => ({
    isTerminal,
    columns,
    write: async (text: string) => {
      out[name] += text;
    },
  });
  const files = options.files === undefined ? diskFiles(options.beside, cwd) : memoryFiles(options.files, cwd);
  const world: World = {
    env,
    cwd,
    stdout: outlet('stdout'),
    stderr: outlet('stderr'),
    examples: EXAMPLES,
    ...files,
    readFile: (file) => {
      options.onRead?.(file);
      return files.readFile(file);
    },
    // A pipe is empty once it has been read.
    readStandardInput: async () => {
      const bytes = new TextEncoder().encode(stdin);
      stdin = '';
      return bytes;
    },
    realPath: async (file) => file,
    appendFile: async (file, text) => {
      if (file === options.unwritable) throw new Failure('write-failed', { path: file, reason: 'EACCES' });
      written[file] = (written[file] ?? '') + text;
    },
    milliseconds: () => {
      clock += options.pace ?? 0;
      return clock;
    },
    checkFiles: async () => undefined,
    makeFolder: async (folder) => {
      if (folder === options.unmakable) throw new Failure('folder-not-made', { path: folder, reason: 'EACCES' });
      return async () => undefined;
    },
    writeFiles: async (outputs) => {
      const unwritable = outputs.find(({ path: name }) => name === options.unwritable)?.path;
      if (unwritable !== undefined) throw new Failure('write-failed', { path: unwritable, reason: 'EACCES' });
      for (const { path: name, content } of outputs) written[name] = content;
      return new Map();
    },
  };
  const exit = await run(args, world, '0.0.0-test');
  return { exit, ...out, written };
}

type Reading = Pick<World, 'listFolder' | 'readFile'>;

function diskFiles(beside: Files = {}, cwd = ROOT): Reading {
  const byPath = byAbsolutePath(beside, cwd);
  return {
    listFolder: async (folder) => {
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
        throw new Failure('folder-not-found', { path: folder });
      return readdirSync(folder).sort();
    },
    readFile: async (file) => {
      const content = byPath.get(file);
      if (content !== undefined) return bytesOf(content);
      if (statSync(file, { throwIfNoEntry: false }) === undefined) throw new Failure('file-not-found', { path: file });
      return readFileSync(file);
    },
  };
}

function byAbsolutePath(files: Files, cwd: string): ReadonlyMap<string, string | Uint8Array> {
  return new Map(Object.entries(files).map(([name, content]) => [path.resolve(cwd, name), content]));
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function memoryFiles(files: Files, cwd: string): Reading {
  const disk = diskFiles();
  const isExample = (name: string): boolean => Object.values(EXAMPLES).some((folder) => name.startsWith(folder));
  const byPath = byAbsolutePath(files, cwd);
  return {
    listFolder: async (folder) => {
      if (isExample(folder)) return disk.listFolder(folder);
      const inside = [...byPath.keys()].filter((file) => file.startsWith(`${folder}${path.sep}`));
      // The folder that the command stands in is there, and so are those above it.
      if (inside.length === 0 && path.relative(folder, cwd).startsWith('..'))
        throw new Failure('folder-not-found', { path: folder });
      return [...new Set(inside.map((file) => path.relative(folder, file).split(path.sep)[0] as string))].sort();
    },
    readFile: async (file) => {
      if (isExample(file)) return disk.readFile(file);
      const content = byPath.get(file);
      if (content === undefined) throw new Failure('file-not-found', { path: file });
      return bytesOf(content);
    },
  };
}
