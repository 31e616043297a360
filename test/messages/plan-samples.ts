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
  'value',
  'one-value',
  'yes-or-no',
  'list',
  'distinct',
  'list-filled',
  'value-filled',
  'slashes',
] as const;

/** Facts for every problem of a plan and of its jobs. */
export const PLAN_PROBLEMS: {
  readonly [Code in PlanProblemCode]: readonly [ProblemFacts[Code], ...ProblemFacts[Code][]];
} = {
  'plan-too-long': [{ limit: '1 MB' }],
  'plan-syntax': [
    { kind: 'other', said: 'Unresolved tag' },
    ...(
      [
        'tab',
        'indent',
        'colon',
        'after-value',
        'key-twice',
        'escape',
        'unclosed',
        'alias',
        'documents',
        'tag',
        'plain-key',
      ] as const
    ).map((kind) => ({
      kind,
      said: '',
    })),
  ],
  'plan-quote': [{ character: '„' }],
  'plan-month-missing': [{ job: 'a' }],
  'plan-gates-unfit': [{ command: 'estimate' }],
  'plan-key-unknown': [
    { key: 'jbos', near: ['jobs'], known: ['version', 'data', 'jobs'], isOfJob: false },
    { key: 'x', near: [], known: ['version', 'data', 'jobs'], isOfJob: false },
    { key: '5%', near: [], known: ['max-increase', 'max-decrease'], isOfJob: false },
    { key: 'max-increase:5%', near: [], known: ['max-increase'], isOfJob: false },
    { key: '__proto__', near: [], known: [], isOfJob: false },
    { key: 'out', near: [], known: [], isOfJob: true },
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
  'plan-output-is-summary': [{ path: 'summary.md', job: 'a' }],
  'plan-output-below-file': [{ path: 'a.json/b.json', job: 'b' }],
  'plan-output-outside': [{ path: '/tmp/a.json', job: 'a' }],
  'plan-output-is-input': [{ path: 'statistics.csv', job: 'a' }],
  'job-could-not-run': [0, 1, 12].map((others) => ({
    job: 'a',
    others,
    failure: { code: 'write-failed', facts: { path: 'a.json', reason: 'ENOSPC' } },
  })) as never,
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
      'batch dry run': batch.dryRun(counts, words),
      'batch dry run, one': batch.dryRun(one, words),
      'batch legend': batch.legend,
      'batch remark': batch.remark,
    },
    labels: {
      'batch problems': batch.problems,
      'batch strict': batch.strict,
      'batch failures': batch.failures,
      'batch progress': batch.progress(12, 144),
    },
  };
}
