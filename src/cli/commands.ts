import { SCHEMA_NAMES } from '../domain/schema-name.ts';
import { SHELLS } from '../domain/shell.ts';
import type { CommandName } from '../messages/catalogue.ts';
import { type CommandEntry, GENERAL, READING } from './command-entry.ts';
import { PLANNED, planOptions } from './planned-commands.ts';

/** Every command, in the order in which a newcomer needs them. Few are needed in a run: each is loaded when it runs. */
export const COMMANDS: Readonly<Record<CommandName, CommandEntry>> = {
  init: {
    argument: { name: 'DIR', key: 'folder', isRequired: false },
    options: [],
    general: GENERAL,
    readsData: () => false,
    run: async (...args) => (await import('../commands/init.ts')).runInit(...args),
  },
  check: {
    argument: null,
    options: ['month'],
    general: READING,
    readsData: () => true,
    run: async (...args) => (await import('../commands/check.ts')).runCheck(...args),
  },
  estimate: PLANNED.estimate,
  explain: {
    argument: null,
    options: ['month', 'programme', 'region', 'asOf', 'scenario'],
    general: READING,
    readsData: () => true,
    run: async (...args) => (await import('../commands/explain.ts')).runExplain(...args),
  },
  compare: PLANNED.compare,
  verify: {
    argument: { name: 'SAVED.json', key: 'saved', isRequired: true },
    options: [],
    general: READING,
    readsData: () => true,
    run: async (...args) => (await import('../commands/verify.ts')).runVerify(...args),
  },
  batch: {
    argument: { name: 'PLAN', key: 'plan', isRequired: true },
    options: ['month', 'dryRun', 'allowOutside', 'data'],
    general: ['format', 'out', 'strict', 'problems', ...GENERAL],
    readsData: () => false,
    run: async (...args) => (await import('./batch.ts')).runBatch(...args),
    usualFolder: async (options, world) => (await import('../commands/plan.ts')).folderOfPlan(options, world),
  },
  schema: {
    argument: { name: 'NAME', key: 'schema', isRequired: false, words: SCHEMA_NAMES },
    options: [],
    general: ['data', 'out', ...GENERAL],
    readsData: ({ schema }) => schema === 'datapackage',
    run: async (...args) => (await import('../commands/schema.ts')).runSchema(...args, planOptions()),
  },
  completion: {
    argument: { name: 'SHELL', key: 'shell', isRequired: true, words: SHELLS },
    options: [],
    general: GENERAL,
    readsData: () => false,
    run: async (options) => (await import('../commands/completion.ts')).runCompletion(options),
  },
};

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
