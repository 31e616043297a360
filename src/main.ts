import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { EXIT } from './cli/exit.ts';
import { removeLeftovers } from './cli/leftovers.ts';
import { run } from './cli/run.ts';
import { LARGEST_FILE, listFolder, readFile, shown } from './disk.ts';
import { Failure } from './domain/failure.ts';
import { codeOf } from './domain/system-error.ts';
import type { Outlet, World } from './domain/world.ts';

declare const RESURS_VERSION: string;

/** Runs the command line of this process, and leaves its exit code. */
export async function main(): Promise<void> {
  // Where not even the message could be written there is nobody to tell.
  process.exitCode = await run(process.argv.slice(2), realWorld(), RESURS_VERSION).catch(() => EXIT.couldNotRun);
}

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
    makeFolder: async (folder) => {
      const { makeFolder } = await import('./cli/make-folder.ts');
      cleanWhenInterrupted();
      return makeFolder(currentFolder(), folder);
    },
    checkFiles: async (paths, inputs) =>
      (await import('./cli/write-files.ts')).checkFiles(currentFolder(), paths, inputs),
    writeFiles: async (files, inputs) => {
      const { writeFiles } = await import('./cli/write-files.ts');
      cleanWhenInterrupted();
      return writeFiles(currentFolder(), files, inputs);
    },
  };
}

let isWatching = false;

/** From the first file or folder on, who is interrupted leaves nothing half done behind. */
function cleanWhenInterrupted(): void {
  if (isWatching) return;
  isWatching = true;
  for (const [signal, code] of [
    ['SIGHUP', EXIT.hungUp],
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.on(signal, () => {
      removeLeftovers();
      process.exit(code);
    });
  }
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

async function realPath(file: string): Promise<string> {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(await realPath(parent), path.basename(file));
  }
}

/** Adds all of the text or nothing: a part of a summary is worse than none. */
async function appendFile(file: string, text: string): Promise<void> {
  try {
    const isNew = !existsSync(file);
    // Without blocking: a named pipe that nobody reads must not hang the program.
    const { O_APPEND, O_CREAT, O_NONBLOCK, O_WRONLY } = constants;
    const descriptor = openSync(file, O_APPEND | O_CREAT | O_NONBLOCK | O_WRONLY, 0o666);
    const found = fstatSync(descriptor);
    try {
      writeWhole(descriptor, Buffer.from(text));
    } catch (error) {
      if (found.isFile()) ftruncateSync(descriptor, found.size);
      if (isNew) rmSync(file, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new Failure('write-failed', { path: shown(file), reason: codeOf(error) }, { cause: error });
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) throw new Failure('standard-input-terminal', {});
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    length += chunk.length;
    if (length > LARGEST_FILE) throw new Failure('file-too-large', { path: '-', limit: LARGEST_FILE });
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}
