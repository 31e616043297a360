import { appendFileSync, fstatSync, realpathSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { EXIT } from './cli/exit.ts';
import { run } from './cli/run.ts';
import { codeOf, listFolder, readFile, shown } from './disk.ts';
import { Failure } from './domain/failure.ts';
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
    makeFolder: async (folder) => (await import('./cli/make-folder.ts')).makeFolder(currentFolder(), folder),
    checkFiles: async (paths, inputs) =>
      (await import('./cli/write-files.ts')).checkFiles(currentFolder(), paths, inputs),
    writeFiles: async (files, inputs) => {
      const { temporaries, writeFiles } = await import('./cli/write-files.ts');
      cleanWhenInterrupted(temporaries);
      return writeFiles(currentFolder(), files, inputs);
    },
  };
}

let isWatching = false;

/** From the first file on, who is interrupted leaves nothing half written behind. */
function cleanWhenInterrupted(temporaries: ReadonlySet<string>): void {
  if (isWatching) return;
  isWatching = true;
  for (const [signal, code] of [
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.on(signal, () => {
      for (const temporary of temporaries) rmSync(temporary, { force: true });
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

async function appendFile(file: string, text: string): Promise<void> {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new Failure('write-failed', { path: shown(file), reason: codeOf(error) }, { cause: error });
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) throw new Failure('standard-input-terminal', {});
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
