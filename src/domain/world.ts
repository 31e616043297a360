import type { Language } from './language.ts';
import type { MarkdownText, SinkText } from './sink-text.ts';

/** A stream for people or pipes. */
export interface Outlet {
  readonly isTerminal: boolean;
  /** The width of the terminal; 80 where there is none. */
  readonly columns: number;
  /** Resolves when the text has been handed over whole; a closed pipe is not an error. */
  write(text: SinkText): Promise<void>;
}

export interface OutputFile {
  readonly path: string;
  readonly content: SinkText;
}

/** Everything outside the program, as an argument: the real one names `process`, a test makes its own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** An absolute path. */
  readonly cwd: string;
  readonly stdout: Outlet;
  readonly stderr: Outlet;
  /** The data folder that is an example, in each language; absolute paths. */
  readonly examples: Readonly<Record<Language, string>>;
  /** The names in a folder, sorted by code unit; a {@link Failure} where there is no such folder. */
  listFolder(path: string): Promise<readonly string[]>;
  /** The bytes of a regular file, or the first `most` of them; a {@link Failure} for anything else. */
  readFile(path: string, most?: number): Promise<Uint8Array>;
  readStandardInput(): Promise<Uint8Array>;
  /** Makes a folder, with those above it, where it is missing. What it gives takes away again what was made. */
  makeFolder(path: string): Promise<() => Promise<void>>;
  /** Where a path leads when every link on the way is followed; what is not there yet is as it is written. Absolute. */
  realPath(path: string): Promise<string>;
  /** Adds a text to the end of a file; a {@link Failure} where that cannot be done. */
  appendFile(path: string, text: MarkdownText): Promise<void>;
  /** Milliseconds since some moment: to tell whether something takes long, never for a result. */
  milliseconds(): number;
  /** Whether files could be written there, as far as can be told before; a {@link Failure} where they could not. */
  checkFiles(paths: readonly string[], inputs: readonly string[]): Promise<void>;
  /**
   * Writes all files whole or none: staged, flushed, renamed. `inputs` are never overwritten. Gives the outputs that are
   * links, with the files that they lead to.
   */
  writeFiles(files: readonly OutputFile[], inputs: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
