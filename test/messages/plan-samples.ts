import type { ProblemFacts } from '../../src/domain/problem.ts';
import type { PlanProblemCode } from '../../src/messages/batch-texts.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import type { Words } from '../../src/messages/words.ts';

const MONTH = {
  code: 'option-value',
  facts: { option: '--month', value: 'x', expected: 'month', choices: [], near: [] },
} as const;
const EXPECTED = [
  'plan',
  'version',
  'file',
  'jobs',
  'name',
  'command',
  'options',
  'matrix',
  'gates',
  'months',
  'one-value',
  'yes-or-no',
] as const;

/** Facts for every problem of a plan and of its jobs. */
export const PLAN_PROBLEMS: {
  readonly [Code in PlanProblemCode]: readonly [ProblemFacts[Code], ...ProblemFacts[Code][]];
} = {
  'plan-too-long': [{ limit: '1 MB' }],
  'plan-syntax': [{ said: 'Map keys must be unique' }],
  'plan-key-unknown': [
    { key: 'jbos', near: ['jobs'], known: ['version', 'data', 'jobs'] },
    { key: 'x', near: [], known: ['version', 'data', 'jobs'] },
  ],
  'plan-value': [{ key: '', expected: 'plan' }, ...EXPECTED.map((expected) => ({ key: 'out', expected }))],
  'plan-name-twice': [
    { name: 'a', otherLine: 4 },
    { name: 'a', otherLine: null },
  ],
  'plan-option-twice': [{ key: 'region' }],
  'plan-job-unfit': [{ job: 'a (Syd)', failure: MONTH }],
  'plan-placeholder-unknown': [
    { name: 'regoin', near: ['region'], known: ['region', 'name', 'command'] },
    { name: 'x', near: [], known: ['name', 'command'] },
  ],
  'plan-jobs-too-many': [{ count: 24_000, limit: 10_000 }],
  'plan-output-twice': [
    { path: 'ut/a.json', job: 'b', otherJob: 'a' },
    { path: 'ut/a.json', job: 'a', otherJob: 'a' },
  ],
  'plan-output-outside': [{ path: '/tmp/a.json', job: 'a' }],
  'plan-output-is-input': [{ path: 'statistics.csv', job: 'a' }],
  'job-could-not-run': [{ job: 'a', failure: { code: 'write-failed', facts: { path: 'a.json', reason: 'ENOSPC' } } }],
  'job-breached': [
    {
      job: 'a',
      problem: {
        code: 'change-above-limit',
        severity: 'error',
        facts: { direction: 'increase', limit: { value: 0.1, unit: 'share' }, hours: 1_234.4, share: 0.125 },
        file: null,
        line: null,
        column: null,
        columnNumber: null,
        value: null,
      },
    },
  ],
};

/** Every text of `batch`, for every way in which it branches. */
export function batchTexts(
  { batch }: Catalogue,
  words: Words,
): { sentences: Record<string, string>; labels: Record<string, string> } {
  const counts = { jobs: 144, fine: 140, breached: 2, refused: 1, couldNotRun: 1, files: 420 };
  const one = { jobs: 1, fine: 1, breached: 0, refused: 0, couldNotRun: 0, files: 1 };
  return {
    sentences: {
      'batch headline': batch.headline(counts, words),
      'batch headline, one': batch.headline(one, words),
      'batch headline, one breached': batch.headline({ ...one, fine: 0, breached: 1 }, words),
      'batch dry run': batch.dryRun(144, 432, words),
      'batch dry run, one': batch.dryRun(1, 1, words),
      'batch legend': batch.legend,
      'batch remark': batch.remark,
    },
    labels: {
      'batch problems': batch.problems,
      'batch failures': batch.failures,
      'batch progress': batch.progress(12, 144),
    },
  };
}
