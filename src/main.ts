import {
  appendFileSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { EXIT } from './cli/exit.ts';
import { run } from './cli/run.ts';
import { Failure } from './domain/failure.ts';
import type { Outlet, World } from './domain/world.ts';

declare const RESURS_VERSION: string;

void run(process.argv.slice(2), realWorld(), RESURS_VERSION)
  // Where not even the message could be written there is nobody to tell.
  .catch(() => EXIT.couldNotRun)
  .then((code) => {
    process.exitCode = code;
  });

/** The world as it is: the only place that names `process`. */
function realWorld(): World {
  return {
    env: process.env,
    get cwd() {
      return currentFolder();
    },
    stdout: outlet('stdout'),
    stderr: outlet('stderr'),
    examples: { en: path.join(__dirname, 'example'), sv: path.join(__dirname, 'exempel') },
    listFolder,
    readFile,
    readStandardInput,
    realPath,
    appendFile,
    milliseconds: () => performance.now(),
    makeFolder: async (folder) => (await import('./cli/make-folder.ts')).makeFolder(currentFolder(), folder),
    writeFiles: async (files, inputs) =>
      (await import('./cli/write-files.ts')).writeFiles(currentFolder(), files, inputs),
  };
}

/** The folder that the command stands in may have been deleted under its feet. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new Failure('folder-not-found', { path: '.' });
  }
}

/** Only a device can be a terminal; to ask Node of anything else would load its sockets, 3 ms of every start. */
function isTerminalAt(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    return false;
  }
}

/**
 * A terminal is written to by Node's own stream, which knows its code page; a file or a pipe directly, which is whole
 * when it returns, and spares every start the loading of streams.
 */
function outlet(name: 'stdout' | 'stderr'): Outlet {
  const descriptor = name === 'stdout' ? 1 : 2;
  const isTerminal = isTerminalAt(descriptor);
  return {
    isTerminal,
    get columns() {
      return (isTerminal && process[name].columns) || 80;
    },
    write: async (text) => {
      try {
        if (isTerminal) await writeToTerminal(process[name], text);
        else writeWhole(descriptor, Buffer.from(text));
      } catch (error) {
        // A reader that has seen enough closes the pipe.
        if (codeOf(error) === 'EPIPE') return;
        throw new Failure('stream-failed', { stream: name, reason: codeOf(error) }, { cause: error });
      }
    },
  };
}

function writeToTerminal(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error == null ? resolve() : reject(error)));
  });
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      // A pipe that does not wait is full: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

// Nothing else goes on while files are read, and to wait for them in another thread would cost the start 10 ms.

async function listFolder(folder: string): Promise<string[]> {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTDIR') throw new Failure('not-a-folder', { path: shown(folder) });
    if (code === 'ENOENT') throw new Failure('folder-not-found', { path: shown(folder) });
    throw new Failure('file-unreadable', { path: shown(folder), reason: code }, { cause: error });
  }
}

async function readFile(file: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
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

async function realPath(file: string): Promise<string> {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(await realPath(parent), path.basename(file));
  }
}

async function appendFile(file: string, text: string): Promise<void> {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new Failure('write-failed', { path: shown(file), reason: codeOf(error) }, { cause: error });
  }
}

function readBeginning(descriptor: number, most: number): Uint8Array {
  const bytes = Buffer.alloc(most);
  let length = 0;
  for (let read = -1; read !== 0 && length < most; length += read)
    read = readSync(descriptor, bytes, length, most - length, length);
  return bytes.subarray(0, length);
}

async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) throw new Failure('standard-input-terminal', {});
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** As a user would name it, seen from where they stand. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === '' ? '.' : relative;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
