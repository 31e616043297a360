import { runEstimate } from '../commands/estimate.ts';
import type { JobOptions, PlanOptions } from '../commands/plan-schema.ts';
import { estimateRequest } from '../commands/request.ts';
import type { PlannableCommand } from '../domain/plan.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { OptionName } from '../messages/catalogue.ts';
import { type PlannedEntry, READING } from './command-entry.ts';
import { isSwitch, longName, REPEATABLE } from './flags.ts';

/** The commands that a plan runs: the main job, which is always there, and others that are loaded when they run. */
export const PLANNED: Readonly<Record<PlannableCommand, PlannedEntry>> = {
  estimate: {
    argument: null,
    options: ['month', 'from', 'to', 'programme', 'region', 'asOf', 'scenario'],
    general: READING,
    readsData: () => true,
    gates: [],
    run: runEstimate,
    check: async (options) => estimateRequest(options),
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
    readsData: () => true,
    gates: ['maxIncrease', 'maxDecrease'],
    run: async (...args) => (await import('../commands/compare.ts')).runCompare(...args),
    check: async (options) => (await import('../commands/compare-request.ts')).compareRequest(options),
  },
};

/** What a job may say besides its command's own options. */
const OF_JOBS: readonly OptionName[] = ['data', ...TABLE_NAMES, 'format', 'lang', 'strict'];

/** Every option that a job of a plan may give. */
export function optionsOfJob(command: PlannableCommand): readonly OptionName[] {
  return [...PLANNED[command].options, ...OF_JOBS];
}

/** What a plan may say of each command, for its schema. */
export function planOptions(): PlanOptions {
  const ofCommand = (command: PlannableCommand): JobOptions => ({
    options: optionsOfJob(command).map((option) => ({
      name: longName(option),
      isSwitch: isSwitch(option),
      isList: REPEATABLE.has(option),
    })),
    gates: PLANNED[command].gates.map(longName),
  });
  return { estimate: ofCommand('estimate'), compare: ofCommand('compare') };
}
