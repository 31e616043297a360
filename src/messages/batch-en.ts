import type { BatchTexts, InnerTexts, PlanProblemTexts } from './batch-texts.ts';

const EXPECTED = {
  plan: ['a plan with version, data and jobs was expected', 'Begin with version: 1 and jobs:, as in docs/ci.md.'],
  version: ['version: 1 was expected', 'Write version: 1 as the first line.'],
  file: ['the name of a file or folder was expected', 'Write it in quotation marks if it has signs of YAML in it.'],
  jobs: ['a list of jobs was expected, each with a name and a command', 'Begin each job with - name: below jobs:.'],
  name: ['a name was expected', 'Give the job a name of its own, such as hours.'],
  command: ['estimate or compare was expected', 'Those are the commands that a plan runs.'],
  options: ['options were expected, each with a value', 'Write them as month: 2023-01 below with:.'],
  matrix: [
    'options were expected, each with a list of values',
    'Write region: [Nord, Syd], or month: {from: 2023-01, to: 2023-12}.',
  ],
  gates: ['a limit was expected', 'Write max-increase: 10% or max-decrease: 500h.'],
  months: [
    'two months in their order were expected',
    'Write month: {from: 2023-01, to: 2023-12}; other options have a list of values.',
  ],
  'one-value': ['one value was expected', 'Put a list into matrix: to have a job for each of its values.'],
  'yes-or-no': ['true or false was expected', 'Write true, or leave the line out.'],
} as const;

export function planProblemsEn(inner: InnerTexts): PlanProblemTexts {
  return {
    'plan-too-long': ({ limit }) => ({
      message: `the plan is larger than ${limit}`,
      hint: 'Use matrix: for runs that differ only in an option, or make several plans.',
    }),
    'plan-syntax': ({ said }) => ({
      message: `the plan is not sound YAML (${said})`,
      hint: 'Look at indents, colons and quotation marks on this line and the one above.',
    }),
    'plan-key-unknown': ({ key, near, known }, words) => ({
      message: `${key} is not known here${near.length === 0 ? '' : ` (${words.choice(near)}?)`}`,
      hint: `Known are ${words.list(known)}.`,
    }),
    'plan-value': ({ key, expected }) => {
      const [message, hint] = EXPECTED[expected];
      return { message: key === '' ? message : `${key}: ${message}`, hint };
    },
    'plan-name-twice': ({ name, otherLine }) => ({
      message: `the job name ${name} is used already${otherLine === null ? '' : `, in line ${otherLine}`}`,
      hint: 'Give each job a name of its own.',
    }),
    'plan-option-twice': ({ key }) => ({
      message: `${key} is given twice: in two of with, gates and matrix`,
      hint: 'Keep one of them.',
    }),
    'plan-job-unfit': ({ job, failure }, words) => {
      const { message, hint } = inner.failure(failure, words);
      return { message: `job ${job}: ${message}`, hint };
    },
    'plan-placeholder-unknown': ({ name, near, known }, words) => ({
      message: `{${name}} is none of the job’s options${near.length === 0 ? '' : ` ({${near.join('} or {')}}?)`}`,
      hint: `Here stand for something ${words.list(known.map((each) => `{${each}}`))}.`,
    }),
    'plan-jobs-too-many': ({ count, limit }, words) => ({
      message: `the plan has ${words.number(count)} jobs, more than ${words.number(limit)}`,
      hint: 'Make several plans, or let an estimate cover a range with from: and to:.',
    }),
    'plan-output-twice': ({ path, job, otherJob }) => ({
      message:
        job === otherJob
          ? `job ${job} would write ${path} twice`
          : `${path} would be written by two jobs, ${otherJob} and ${job}`,
      hint: 'Put what tells the jobs apart into the name, such as {month} or {region}.',
    }),
    'plan-output-outside': ({ path, job }) => ({
      message: `job ${job} would write ${path}, which is not in the plan’s folder`,
      hint: 'Name a file in the plan’s folder, or allow it with --allow-outside.',
    }),
    'plan-output-is-input': ({ path, job }) => ({
      message: `job ${job} would write ${path}, which the plan reads`,
      hint: 'Choose another name for the output.',
    }),
    'job-could-not-run': ({ job, failure }, words) => {
      const { message, hint, steps = [] } = inner.failure(failure, words);
      return { message: `job ${job} could not run: ${message}`, hint, steps };
    },
    'job-breached': ({ job, problem }, words) => {
      const { message, hint, steps = [] } = inner.problem(problem, words);
      return { message: `job ${job}: ${message}`, hint, steps };
    },
  };
}

export const batchEn: BatchTexts = {
  headline: ({ jobs, fine, breached, refused, couldNotRun, files }, words) => {
    const counts = [
      [fine, 'fine'],
      [breached, breached === 1 ? 'with a limit breached' : 'with limits breached'],
      [refused, 'refused'],
      [couldNotRun, couldNotRun === 1 ? 'that could not run' : 'that could not run'],
    ] as const;
    const ended = counts.filter(([count]) => count > 0).map(([count, text]) => `${words.number(count)} ${text}`);
    return `${jobs === 1 ? 'One job' : `${words.number(jobs)} jobs`}: ${words.list(ended)}; ${files === 1 ? 'one file' : `${words.number(files)} files`} written.`;
  },
  dryRun: (jobs, files, words) =>
    `Nothing was run or written. The plan has ${jobs === 1 ? 'one job' : `${words.number(jobs)} jobs`} and would write ${files === 1 ? 'one file' : `${words.number(files)} files`}.`,
  columns: {
    job: ['', 'Job'],
    hours: ['', 'Hours'],
    change: ['', 'Change'],
    notes: ['', 'Notes'],
    exit: ['Exit', 'code'],
    files: ['', 'Files'],
  },
  problems: 'What the jobs found in their inputs, each thing once:',
  failures: 'Jobs that did not end well:',
  legend: 'Exit codes: 0 fine, 1 input refused, 2 could not run, 3 a limit breached.',
  remark: 'Notes and warnings stand in each result. The results are estimates: every case is unique.',
  progress: (done, jobs) => `${done} of ${jobs} jobs`,
};
