import { runCheck } from '../commands/check.ts';
import { runCompare } from '../commands/compare.ts';
import type { Context } from '../commands/context.ts';
import { runEstimate } from '../commands/estimate.ts';
import { runExplain } from '../commands/explain.ts';
import { runInit } from '../commands/init.ts';
import type { Outcome } from '../commands/outcome.ts';
import type { RawOptions } from '../commands/request.ts';
import { runSchema } from '../commands/schema.ts';
import { runVerify } from '../commands/verify.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { CommandName, OptionName } from '../messages/catalogue.ts';

/** The only word that a command takes after its name. */
export interface Argument {
  /** What help calls it. */
  readonly name: string;
  /** The option under which the command finds it. */
  readonly key: string;
  readonly isRequired: boolean;
}

/** As help writes it. */
export function argumentText({ name, isRequired }: Argument): string {
  return isRequired ? `<${name}>` : `[${name}]`;
}

/** A command as the command line knows it: its own options, and those that it has in common with others. */
interface CommandEntry {
  /** Null where it takes none. */
  readonly argument: Argument | null;
  readonly options: readonly OptionName[];
  readonly general: readonly OptionName[];
  run(options: RawOptions, context: Context): Promise<Outcome>;
}

/** What every command takes, after what it takes itself. */
const GENERAL: readonly OptionName[] = ['lang', 'quiet', 'color', 'debug', 'help'];
/** What every command takes that reads tables and gives a result. */
const READING: readonly OptionName[] = ['data', ...TABLE_NAMES, 'format', 'out', 'strict', 'problems', ...GENERAL];

/** Every command, in the order in which a newcomer needs them. */
export const COMMANDS: Readonly<Record<CommandName, CommandEntry>> = {
  init: { argument: { name: 'DIR', key: 'folder', isRequired: false }, options: [], general: GENERAL, run: runInit },
  check: { argument: null, options: ['month'], general: READING, run: runCheck },
  estimate: {
    argument: null,
    options: ['month', 'from', 'to', 'programme', 'region', 'asOf', 'scenario'],
    general: READING,
    run: runEstimate,
  },
  explain: {
    argument: null,
    options: ['month', 'programme', 'region', 'asOf', 'scenario'],
    general: READING,
    run: runExplain,
  },
  compare: {
    argument: null,
    options: [
      'month',
      'of',
      'with',
      'programme',
      'region',
      'asOf',
      'scenario',
      'method',
      'maxIncrease',
      'maxDecrease',
      'minChange',
    ],
    general: READING,
    run: runCompare,
  },
  verify: {
    argument: { name: 'SAVED.json', key: 'saved', isRequired: true },
    options: [],
    general: READING,
    run: runVerify,
  },
  schema: {
    argument: { name: 'NAME', key: 'schema', isRequired: false },
    options: [],
    general: ['data', 'out', ...GENERAL],
    run: runSchema,
  },
};

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
