import { runEstimate } from '../commands/estimate.ts';
import { estimateRequest } from '../commands/request.ts';
import type { PlannableCommand } from '../domain/plan.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { OptionName } from '../messages/catalogue.ts';
import { type PlannedEntry, READING } from './command-entry.ts';

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
