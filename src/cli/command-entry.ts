import type { Context } from '../commands/context.ts';
import type { Outcome } from '../commands/outcome.ts';
import type { RawOptions } from '../commands/request.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { World } from '../domain/world.ts';
import type { OptionName } from '../messages/catalogue.ts';

/** The only word that a command takes after its name. */
export interface Argument {
  /** What help calls it. */
  readonly name: string;
  /** The option under which the command finds it. */
  readonly key: string;
  readonly isRequired: boolean;
  /** The words that it may be; without them it is a file or a folder. */
  readonly words?: readonly string[];
}

/** As help writes it. */
export function argumentText({ name, isRequired }: Argument): string {
  return isRequired ? `<${name}>` : `[${name}]`;
}

/** A command as the command line knows it: its own options, and those that it has in common with others. */
export interface CommandEntry {
  /** Null where it takes none. */
  readonly argument: Argument | null;
  readonly options: readonly OptionName[];
  readonly general: readonly OptionName[];
  run(options: RawOptions, context: Context): Promise<Outcome>;
  /** Whether it reads the data folder, so that this must be there and its settings sound; otherwise only the language is taken from it. */
  readsData(options: RawOptions): boolean;
  /** The folder whose settings count where none is given, absolute; else the current one. */
  usualFolder?(options: RawOptions, world: World): Promise<string>;
}

/** A command that a plan may run. */
export interface PlannedEntry extends CommandEntry {
  /** Its options that set a limit. */
  readonly gates: readonly OptionName[];
  /** Reads the options without running anything; a misuse is a {@link Failure}. */
  check(options: RawOptions): Promise<unknown>;
}

/** What every command takes, after what it takes itself. */
export const GENERAL: readonly OptionName[] = ['lang', 'quiet', 'color', 'debug', 'help'];
/** What every command takes that reads tables and gives a result. */
export const READING: readonly OptionName[] = [
  'data',
  ...TABLE_NAMES,
  'format',
  'out',
  'strict',
  'problems',
  ...GENERAL,
];
