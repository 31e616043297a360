import type { BatchTexts, InnerTexts, JobCounts, PlanProblemTexts } from './batch-texts.ts';
import type { Words } from './words.ts';

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
  value: ['a value was expected', 'Write it after the colon, such as month: 2023-01.'],
  'one-value': ['one value was expected', 'Put a list into matrix: to have a job for each of its values.'],
  'yes-or-no': ['true or false was expected', 'Write true, or leave the line out.'],
  list: [
    'a list of values was expected',
    'Put brackets around it: [Nord, Syd]; a month may be {from: 2023-01, to: 2023-12}.',
  ],
  distinct: ['a value stands twice in the list', 'Keep each value once.'],
  'list-filled': ['the list is empty', 'Put values into it, or take the line out.'],
  'value-filled': ['a value of the list is empty', 'Write it, or take its comma or its line out.'],
  slashes: ['folders are parted with /', 'Write / instead of \\, also on Windows.'],
} as const;

const SYNTAX = {
  tab: ['a tab stands where spaces must', 'Indent with spaces, two for each level.'],
  indent: [
    'the indent of this line and of those around it do not fit together',
    'Keys of one part begin in the same column; the keys of a job stand below its name, not below its hyphen.',
  ],
  colon: [
    'a colon is wanting on this line or the one above',
    'Write a key, a colon and a space, as in command: estimate.',
  ],
  'after-value': [
    'something stands after the end of the value',
    'A value that begins with { or [ ends where that closes: put all of it into "…", as in "{month}.csv".',
  ],
  'key-twice': ['the same key stands twice', 'Keep one of them.'],
  escape: [
    'a backslash has a meaning of its own between these quotation marks',
    'Write / between folders, also on Windows.',
  ],
  unclosed: ['a bracket or a quotation mark is not closed', 'Close it on its line, or put the value into "…".'],
  alias: ['an alias of YAML stands here, which a plan does not need', 'Write the value out.'],
  tag: [
    'a word that begins with ! is a tag of YAML, which a plan does not need',
    'Take it out, or put the value into "…".',
  ],
  'plain-key': ['a key is wanting, or is not a plain word', 'Write a word, a colon and a space, as in month: 2023-01.'],
  documents: ['the file holds two documents, parted by ---', 'Make a plan of each.'],
} as const;

function keyHint(key: string, known: readonly string[], isOfJob: boolean, words: Words): string {
  if (isOfJob) return 'It belongs to the job: move it to the left, below name.';
  if (/^\d/.test(key)) return 'A comma parts values here: write a point instead, or put the value into "…".';
  if (key.includes(':')) return 'Write a space after the colon.';
  return known.length === 0 ? 'Take it out.' : `Known are ${words.list(known)}.`;
}

/** Words of the command line, where there is none: limits stand apart, and options are keys. */
function inPlan(text: string): string {
  return text
    .replaceAll(/--(max-(?:in|de)crease)(?! \S+:)/g, '$1 below gates')
    .replaceAll(/--([a-z][a-z-]*)(?= )/g, '$1:')
    .replaceAll(/--(?=[a-z])/g, '');
}

export function planProblemsEn(inner: InnerTexts): PlanProblemTexts {
  return {
    'plan-too-long': ({ limit }) => ({
      message: `the plan is larger than ${limit}`,
      hint: 'Use matrix: for runs that differ only in an option, or make several plans.',
    }),
    'plan-syntax': ({ kind, said }) => {
      if (kind !== 'other') return { message: SYNTAX[kind][0], hint: SYNTAX[kind][1] };
      const hint = 'Look at indents, colons and quotation marks on this line and those around it.';
      return { message: `the plan is not sound YAML (${said})`, hint };
    },
    'plan-quote': ({ character }) => ({
      message: `${character} is a quotation mark of running text, and would be a part of the value`,
      hint: 'Put "…" around the value instead, or nothing.',
    }),
    'plan-month-missing': ({ job }) => ({
      message: `job ${job} names no month`,
      hint: 'Give it with --month 2023-01, or write month: below with: or matrix:.',
    }),
    'plan-gates-unfit': ({ command }) => ({
      message: `${command} has no limits`,
      hint: 'Limits belong to a job with command: compare.',
    }),
    'plan-key-unknown': ({ key, near, known, isOfJob }, words) => ({
      message: `${key} is not known here${near.length === 0 ? '' : ` (${words.choice(near)}?)`}`,
      hint: keyHint(key, known, isOfJob, words),
    }),
    'plan-value': ({ key, expected }) => {
      const [message, hint] = EXPECTED[expected];
      return { message: key === '' || key === 'version' ? message : `${key}: ${message}`, hint };
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
      return { message: `job ${job}: ${inPlan(message)}`, hint: inPlan(hint) };
    },
    'plan-placeholder-unknown': ({ name, near, known }, words) => ({
      message: `{${name}} is none of the job’s options${near.length === 0 ? '' : ` ({${near.join('} or {')}}?)`}`,
      hint: `Use one of ${words.choice(known.map((each) => `{${each}}`))}.`,
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
    'plan-output-is-summary': ({ path, job }) => ({
      message: `job ${job} would write ${path}, where the summary goes`,
      hint: 'Choose another name for one of them.',
    }),
    'plan-output-below-file': ({ path, job }) => ({
      message: `job ${job} would write ${path}, but a part of that path is a file of the plan`,
      hint: 'A file cannot be a folder as well: choose another name.',
    }),
    'plan-output-outside': ({ path, job }) => ({
      message: `job ${job} would write ${path}, which is not in the plan’s folder`,
      hint: 'Name a file in the plan’s folder, or allow it with --allow-outside.',
    }),
    'plan-output-is-input': ({ path, job }) => ({
      message: `job ${job} would write ${path}, which is an input or has the name of one`,
      hint: 'Choose another name for the output.',
    }),
    'job-could-not-run': ({ job, others, failure }, words) => {
      const { message, hint, steps = [] } = inner.failure(failure, words);
      const who = others === 0 ? job : `${job} and ${others === 1 ? 'one more' : `${words.number(others)} more`}`;
      return { message: `job ${who} could not run: ${inPlan(message)}`, hint: inPlan(hint), steps: steps.map(inPlan) };
    },
    'job-breached': ({ job, problem }, words) => {
      const { message, hint, steps = [] } = inner.problem(problem, words);
      return { message: `job ${job}: ${message}`, hint: inPlan(hint), steps: steps.map(inPlan) };
    },
  };
}

/** «7 jobs: 6 fine and 1 refused». */
function ended({ jobs, fine, breached, refused, couldNotRun }: JobCounts, words: Words): string {
  const counts = [
    [fine, 'fine'],
    [breached, breached === 1 ? 'with a limit breached' : 'with limits breached'],
    [refused, 'refused'],
    [couldNotRun, 'that could not run'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, text]) => `${words.number(count)} ${text}`);
  return `${jobs === 1 ? 'One job' : `${words.number(jobs)} jobs`}: ${words.list(parts)}`;
}

export const batchEn: BatchTexts = {
  headline: (counts, words) => {
    const { files } = counts;
    return `${ended(counts, words)}; ${files === 1 ? 'one file' : `${words.number(files)} files`} written.`;
  },
  dryRun: (counts, words) => {
    const { files } = counts;
    return `Nothing was written. ${ended(counts, words)}; ${files === 1 ? 'one file' : `${words.number(files)} files`} to write.`;
  },
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
  strict: 'Jobs are refused, since strict lets no warning through:',
  legend: 'Exit codes: 0 fine, 1 input refused, 2 could not run, 3 a limit breached.',
  remark: 'The results are estimates: every case is unique.',
  progress: (done, jobs) => `${done} of ${jobs} jobs`,
};
