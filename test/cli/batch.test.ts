import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plannedJobs } from '../../src/cli/plan-jobs.ts';
import { PlanPlaces } from '../../src/commands/plan-places.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { readPlan } from '../../src/read/plan.ts';
import { SMALL, WARNED } from '../commands/small-folder.ts';
import { EXAMPLES, type RunOptions, type RunResult, runResurs } from '../harness.ts';
import { complaints, validatorOf } from '../schema/validator.ts';

const STATISTICS = SMALL['statistics.csv'] as string;
const asOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Runs a plan that stands beside the small folder. */
function batch(plan: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  return runResurs(['batch', 'plan.yaml', ...args], {
    ...options,
    files: { ...SMALL, 'plan.yaml': plan, ...options.files },
  });
}

const jobs = (...lines: string[]): string => `version: 1\njobs:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

interface Summary {
  readonly kind: string;
  readonly exitCode: number;
  readonly request: Readonly<Record<string, unknown>>;
  readonly inputs: readonly { readonly table: string; readonly path: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly exitCode: number | null;
    readonly totalHours: number | null;
    readonly change: number | null;
    readonly outputs: readonly { readonly path: string; readonly format: string }[];
    readonly errors: readonly string[];
    readonly notes: readonly string[];
    readonly failures: readonly { readonly code: string }[];
    readonly failure: { readonly code: string; readonly message: string } | null;
    readonly with: Readonly<Record<string, unknown>>;
  }[];
  readonly failures: readonly { readonly code: string; readonly message: string }[];
  readonly problems: readonly { readonly code: string; readonly file: string | null }[];
}

let ofPlans: ReturnType<typeof validatorOf> | null = null;
/** What the published schema of plans finds wrong with one. */
async function schemaComplaints(plan: string): Promise<string[]> {
  ofPlans ??= validatorOf('plan');
  return complaints(await ofPlans, parse(plan));
}

/** The summary of a plan that runs, so that the schema must take it as well. */
async function summaryOf(plan: string, args: readonly string[] = [], options: RunOptions = {}) {
  expect(await schemaComplaints(plan)).toEqual([]);
  const { stdout, ...result } = await batch(plan, [...args, '-f', 'json'], options);
  return { ...result, stdout, summary: JSON.parse(stdout) as Summary };
}

/** What a schema can see of a plan, and what of that it cannot: the order of months, signs, a value in other words, what JSON has no word for. */
const SEEN_BY_SCHEMA = ['plan-key-unknown', 'plan-value', 'plan-gates-unfit'];
const UNSEEN_BY_SCHEMA = [
  'a range the wrong way',
  'F25 a backslash',
  'F25 a NUL',
  'a value twice in a matrix, in other',
  'F26 the prototype',
];

const HOURS = '{name: hours, command: estimate, with: {month: 2023-01}, out: [ut/hours.json, ut/hours.csv]}';

describe('batch', () => {
  test('writes what the single command writes, byte for byte', async () => {
    const plan = jobs(
      HOURS,
      '{name: table, command: estimate, with: {month: 2023-01, region: [Nord, Syd], lang: sv}, out: ut/table.txt}',
      '{name: excel, command: estimate, with: {from: 2023-01, to: 2023-02, format: csv-sv}, out: ut/excel.csv}',
      '{name: change, command: compare, with: {month: 2022-01, with: "outcome:2022-02"}, out: ut/change.json}',
    );
    const { exit, written } = await batch(plan);
    expect(exit).toBe(0);
    const files = { ...SMALL };
    const single = async (...args: string[]) => (await runResurs(args, { files })).written;
    expect(written).toEqual({
      ...(await single('estimate', '--month', '2023-01', '-o', 'ut/hours.json', '-o', 'ut/hours.csv')),
      ...(await single('estimate', '--month', '2023-01', '-r', 'Nord,Syd', '--lang', 'sv', '-o', 'ut/table.txt')),
      ...(await single('estimate', '--from', '2023-01', '--to', '2023-02', '-f', 'csv-sv', '-o', 'ut/excel.csv')),
      ...(await single('compare', '--month', '2022-01', '--with', 'outcome:2022-02', '-o', 'ut/change.json')),
    });
    expect(Object.keys(written)).toHaveLength(5);
  });

  test('says of each job its hours, its notes, what it wrote and how it ended', async () => {
    const { exit, summary, stderr } = await summaryOf(
      jobs(HOURS, '{name: syd, command: estimate, with: {month: 2023-01, region: Syd}}'),
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(summary).toMatchObject({ formatVersion: 1, kind: 'batch', exitCode: 0, failures: [], problems: [] });
    expect(summary.request).toEqual({
      plan: 'plan.yaml',
      month: null,
      data: null,
      strict: false,
      allowOutside: false,
      dryRun: false,
    });
    expect(summary.inputs.map(({ table, path }) => `${table} ${path}`)).toEqual([
      'plan plan.yaml',
      'statistics statistics.csv',
      'forecasts forecasts.csv',
      'schablons schablons.csv',
    ]);
    expect(summary.rows[0]).toMatchObject({
      name: 'hours',
      command: 'estimate',
      with: { month: '2023-01' },
      exitCode: 0,
      change: null,
      outputs: [
        { path: 'ut/hours.json', format: 'json' },
        { path: 'ut/hours.csv', format: 'csv' },
      ],
    });
    const whole = await runResurs(['estimate', '--month', '2023-01', '-f', 'json'], { files: SMALL });
    const part = await runResurs(['estimate', '--month', '2023-01', '-r', 'Syd', '-f', 'json'], { files: SMALL });
    const total = ({ stdout }: RunResult) =>
      (JSON.parse(stdout) as { totals: { totalHours: number }[] }).totals.at(-1)?.totalHours;
    expect(summary.rows.map(({ totalHours }) => totalHours)).toEqual([total(whole), total(part)]);
    expect(summary.rows[1]?.outputs).toEqual([]);
  });

  test('shows a table of 80 columns to people, in their language', async () => {
    const { stdout } = await batch(jobs(HOURS), ['--lang', 'sv']);
    expect(stdout).toMatch(/^plan\.yaml: Ett jobb: 1 utan anmärkning; 2 filer skrivna\.\n/);
    expect(stdout).toMatch(/^hours +525 +\d +0 +ut\/hours\.json, \.csv$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await batch(jobs(HOURS), ['--lang', 'en'])).stdout).toMatch(
      /^plan\.yaml: One job: 1 fine; 2 files written\.\n/,
    );
  });

  test('the summary goes to a file as any result does', async () => {
    const { written, stdout } = await batch(jobs(HOURS), ['-o', 'summary.csv', '-o', 'summary.json']);
    expect(stdout).toBe('');
    expect(Object.keys(written)).toEqual(['ut/hours.json', 'ut/hours.csv', 'summary.csv', 'summary.json']);
    expect(written['summary.csv']?.split('\r\n')).toEqual([
      'name,command,exitCode,totalHours,change,changeShare,outputs,errors,warnings,notes,failures,failure',
      expect.stringMatching(/^hours,estimate,0,525,,,ut\/hours\.json ut\/hours\.csv,,/),
      '',
    ]);
  });
});

describe('a matrix', () => {
  test('is a job for each combination, the first option changing last', async () => {
    const { summary, written } = await summaryOf(
      jobs(
        '{name: hours, command: estimate, matrix: {month: {from: 2023-01, to: 2023-02}, region: [Nord, Syd]}, out: "{name}/{region}-{month}.csv"}',
      ),
    );
    expect(summary.rows.map(({ name }) => name)).toEqual([
      'hours (2023-01, Nord)',
      'hours (2023-01, Syd)',
      'hours (2023-02, Nord)',
      'hours (2023-02, Syd)',
    ]);
    expect(summary.rows[2]?.with).toEqual({ month: '2023-02', region: 'Nord' });
    expect(Object.keys(written)).toEqual([
      'hours/Nord-2023-01.csv',
      'hours/Syd-2023-01.csv',
      'hours/Nord-2023-02.csv',
      'hours/Syd-2023-02.csv',
    ]);
  });

  test('has a name of its own for each job, whatever commas its values have', async () => {
    const { summary } = await summaryOf(
      jobs(
        '{name: a, command: estimate, with: {month: 2023-01}, matrix: {programme: ["JOB, UGA", JOB], region: [Nord, "UGA, Nord"]}}',
      ),
    );
    expect(summary.rows.map(({ name }) => name)).toEqual([
      'a ("JOB, UGA", Nord)',
      'a ("JOB, UGA", "UGA, Nord")',
      'a (JOB, Nord)',
      'a (JOB, "UGA, Nord")',
    ]);
  });

  const outsOf = async (plan: string): Promise<string[]> => {
    const reading = await readPlan(new TextEncoder().encode(plan), 'plan.yaml');
    return plannedJobs(reading.plan as Plan, null, reading.placeOf, new PlanPlaces('/data', '/data')).jobs.flatMap(
      ({ out }) => out,
    );
  };

  test('what stands in a file name makes no folder of its own', async () => {
    const line =
      '{name: a, command: estimate, with: {month: 2023-01}, matrix: {region: [a/b, "..", "C:\\\\x"]}, out: "ut/{region}/x.csv"}';
    expect(await outsOf(jobs(line))).toEqual(['ut/a-b/x.csv', 'ut/--/x.csv', 'ut/C--x/x.csv']);
  });

  test('a number is taken as it is written, and a month has one name', async () => {
    const region =
      '{name: a, command: estimate, with: {month: januari 2023}, matrix: {region: [01, 1e3]}, out: "{region} {month}.csv"}';
    expect(await outsOf(jobs(region))).toEqual(['01 2023-01.csv', '1e3 2023-01.csv']);
  });
});

describe('--month', () => {
  const PLAN = jobs(
    '{name: own, command: estimate, with: {month: 2023-01}}',
    '{name: given, command: estimate, matrix: {region: [Nord, Syd]}, out: "{region}-{month}.csv"}',
  );

  test('is the month of the jobs that name none', async () => {
    const { summary, written } = await summaryOf(PLAN, ['--month', '2023-02']);
    expect(summary.rows.map(({ with: options }) => options['month'])).toEqual(['2023-01', '2023-02', '2023-02']);
    expect(Object.keys(written)).toEqual(['Nord-2023-02.csv', 'Syd-2023-02.csv']);
    expect(summary.request['month']).toBe('2023-02');
  });

  test('is refused where it is none, or of use to no job', async () => {
    const wrong = await batch(PLAN, ['--month', 'x']);
    expect(wrong).toMatchObject({ exit: 2, stdout: '' });
    expect(asOneLine(wrong.stderr)).toMatch(/^error: --month x: a month was expected/);
    expect(wrong.stderr).not.toContain('plan.yaml');
    const unused = await batch(jobs(HOURS), ['--month', '2023-02']);
    expect(unused).toMatchObject({ exit: 2, stdout: '' });
    expect(unused.stderr).toContain('--month is of use to no job');
  });
});

describe('exit codes', () => {
  const FINE = '{name: fine, command: estimate, with: {month: 2023-01}, out: fine.json}';
  const REFUSED = '{name: refused, command: estimate, with: {month: 2099-01}, out: refused.json}';
  const UNABLE = '{name: unable, command: estimate, with: {month: 2023-01, region: Nrod}, out: unable.json}';
  const BREACHED =
    '{name: breached, command: compare, with: {month: 2022-01, with: "outcome:2022-02"}, gates: {max-increase: 10%}, out: breached.json}';

  test.each([
    [[FINE], 0],
    [[FINE, BREACHED], 3],
    [[BREACHED, REFUSED, FINE], 1],
    [[REFUSED, UNABLE, BREACHED, FINE], 2],
    [[UNABLE, FINE], 2],
    [[REFUSED, BREACHED], 1],
  ])('%# the worst of 2, 1, 3 and 0', async (lines, worst) => {
    const { exit, summary } = await summaryOf(jobs(...lines));
    expect(exit).toBe(worst);
    expect(summary.exitCode).toBe(worst);
    const each = { fine: 0, refused: 1, unable: 2, breached: 3 } as const;
    expect(summary.rows.map(({ name, exitCode }) => exitCode === each[name as keyof typeof each])).not.toContain(false);
  });

  test('one bad job among fifty: the others are done, and it writes nothing', async () => {
    const lines = Array.from({ length: 50 }, (_, at) =>
      at === 25 ? REFUSED : `{name: job-${at}, command: estimate, with: {month: 2023-01}, out: "ut/{name}.json"}`,
    );
    const { exit, summary, written, stderr } = await summaryOf(jobs(...lines));
    expect(exit).toBe(1);
    expect(summary.rows.filter(({ exitCode }) => exitCode === 0)).toHaveLength(49);
    expect(Object.keys(written)).toHaveLength(49);
    expect(Object.keys(written)).not.toContain('refused.json');
    expect(summary.rows[25]).toMatchObject({ exitCode: 1, totalHours: null, outputs: [], errors: ['no-forecast'] });
    expect(stderr).toContain('[no-forecast]');
  });

  test('a breached gate is told and its result written, as by the single command', async () => {
    const { summary, written, stderr } = await summaryOf(jobs(BREACHED));
    expect(Object.keys(written)).toEqual(['breached.json']);
    expect(summary.rows[0]?.failures.map(({ code }) => code)).toEqual(['change-above-limit']);
    expect(summary.failures.map(({ code }) => code)).toEqual(['job-breached']);
    expect(asOneLine(stderr)).toMatch(
      /^Jobs that did not end well: error: plan\.yaml, line 3: job breached: \+[\d\u00A0]+ hours/,
    );
    expect(asOneLine(stderr)).toContain('raise max-increase below gates.');
  });

  test('a job that cannot run says why, in its own name', async () => {
    const { summary, stderr } = await summaryOf(jobs(UNABLE));
    expect(summary.rows[0]).toMatchObject({ exitCode: 2, failure: { code: 'option-value' } });
    expect(asOneLine(stderr)).toContain(
      'error: plan.yaml, line 3: job unable could not run: region: Nrod: the data knows no such region',
    );
  });

  test('a fault that many jobs meet is told once', async () => {
    const { stderr } = await batch(
      jobs('{name: all, command: estimate, matrix: {month: {from: 2023-01, to: 2023-02}, region: [Nord, Syd]}}'),
      [],
      {
        files: { 'statistics.csv': `${STATISTICS.trimEnd()}\n2022-03,JOB,Nord,,1\n` },
      },
    );
    expect(stderr.match(/\[cell-missing\]/g)).toHaveLength(1);
    expect(asOneLine(stderr)).toMatch(
      /^What the jobs found in their inputs, each thing once: error: statistics\.csv, line \d+/,
    );
  });

  test('what many jobs of a matrix meet is told once, where it stands in the plan', async () => {
    const { summary, stderr } = await summaryOf(
      jobs('{name: a, command: estimate, matrix: {month: {from: 2023-01, to: 2023-02}, region: [Nrod, Nord]}}'),
    );
    expect(summary.rows.map(({ exitCode }) => exitCode)).toEqual([2, 0, 2, 0]);
    expect(summary.failures).toHaveLength(1);
    expect(asOneLine(stderr)).toContain('plan.yaml, line 3: job a (2023-01, Nrod) and one more could not run');
  });

  test('a job that says no to strict is let be', async () => {
    const plan = jobs('{name: a, command: estimate, with: {month: 2023-01, strict: false}}');
    expect((await batch(plan, ['--strict'], { files: WARNED })).exit).toBe(0);
  });

  test('warnings that refuse nothing are not shown in a quiet run, of whatever command', async () => {
    const broken = { ...WARNED, 'statistics.csv': `${STATISTICS.trimEnd()}\n2022-03,JOB,Nord,,1\n` };
    for (const args of [
      ['estimate', '--month', '2023-01'],
      ['batch', 'plan.yaml'],
    ]) {
      const plan = jobs('{name: a, command: estimate, with: {month: 2023-01}}');
      const { exit, stderr } = await runResurs([...args, '-q'], { files: { ...broken, 'plan.yaml': plan } });
      expect({ args, exit, warnings: stderr.includes('warning:') }).toEqual({ args, exit: 1, warnings: false });
      expect(stderr).toContain('[cell-missing]');
    }
  });

  test('warnings that refuse are shown however quiet the run is', async () => {
    const plan = jobs('{name: a, command: estimate, with: {month: 2023-01, strict: true}}');
    const mixed = `${plan}  - {name: b, command: estimate, with: {month: 2023-01, region: Nrod}}\n`;
    expect((await batch(mixed, ['-q'], { files: WARNED })).stderr).toContain('warning: ');
    for (const args of [['-q'], []]) {
      const { exit, stderr } = await batch(plan, args, { files: WARNED });
      expect(exit).toBe(1);
      expect(asOneLine(stderr)).toMatch(/^Jobs are refused, since strict lets no warning through: warning: /);
    }
    const single = await runResurs(['estimate', '--month', '2023-01', '--strict', '-q'], { files: WARNED });
    expect(single.exit).toBe(1);
    expect(single.stderr).toContain('warning: ');
  });

  test('notes change no exit code, also with --strict; warnings do with it', async () => {
    const plan = jobs('{name: a, command: estimate, with: {month: 2023-01}}');
    const noted = { files: { 'statistics.csv': STATISTICS.replace(/^/, 'Title\n') } };
    const { exit, summary } = await summaryOf(plan, ['--strict'], noted);
    expect(summary.rows[0]?.notes).toContain('title-lines-skipped');
    expect(exit).toBe(0);
    const warned = { files: WARNED };
    expect((await batch(plan, [], warned)).exit).toBe(0);
    expect((await batch(plan, ['--strict'], warned)).exit).toBe(1);
    expect(
      (await batch(jobs('{name: a, command: estimate, with: {month: 2023-01, strict: true}}'), [], warned)).exit,
    ).toBe(1);
  });

  test('--problems json is a document of all problems and breached gates', async () => {
    const { stderr } = await batch(jobs(REFUSED, UNABLE, BREACHED), ['--problems', 'json']);
    const { problems } = JSON.parse(stderr) as { problems: { code: string }[] };
    expect(problems.map(({ code }) => code).sort()).toEqual(['job-breached', 'job-could-not-run', 'no-forecast']);
  });
});

describe('a plan is refused before anything runs', () => {
  const refused = async (plan: string, args: readonly string[] = [], options: RunOptions = {}) => {
    const { exit, stdout, stderr, written } = await batch(plan, args, options);
    expect({ exit, stdout, written }).toEqual({ exit: 2, stdout: '', written: {} });
    return asOneLine(stderr);
  };
  const job = (rest: string): string => jobs(`{name: a, command: estimate, with: {month: 2023-01}, ${rest}}`);

  test.each([
    [
      'F26 an alias',
      'version: 1\njobs: &a\n  - {name: a, command: estimate}\nmore: *a\n',
      'plan.yaml, line 4',
      'plan-syntax',
    ],
    ['F26 a key twice', 'version: 1\nversion: 1\n', 'plan.yaml, line 2', 'plan-syntax'],
    ['F26 broken YAML', 'version: 1\njobs: [\n', 'plan.yaml, line', 'plan-syntax'],
    ['F26 two documents', 'version: 1\n---\nversion: 1\n', 'plan.yaml, line', 'plan-syntax'],
    [
      'F26 the prototype',
      'version: 1\n__proto__: {}\njobs: []\n',
      'line 2: __proto__ is not known',
      'plan-key-unknown',
    ],
    ['an empty file', '', 'a plan with version, data and jobs was expected', 'plan-value'],
    ['a list', '- version: 1\n', 'a plan with version, data and jobs was expected', 'plan-value'],
    ['no version', 'jobs: [{name: a, command: estimate}]\n', 'version: 1 was expected', 'plan-value'],
    [
      'another version',
      'version: 2\njobs: [{name: a, command: estimate}]\n',
      'line 1: version: 1 was expected',
      'plan-value',
    ],
    ['no jobs', 'version: 1\njobs: []\n', 'line 2: jobs: a list of jobs was expected', 'plan-value'],
    [
      'an unknown key',
      jobs('{name: a, command: estimate, outs: x.json}'),
      'line 3: outs is not known here (out?)',
      'plan-key-unknown',
    ],
    ['an empty list', job('matrix: {region: []}'), 'region: the list is empty', 'plan-value'],
    [
      'an empty list below with',
      jobs('{name: a, command: estimate, with: {month: 2023-01, region: []}}'),
      'region: the list is empty',
      'plan-value',
    ],
    [
      'an empty value in a list',
      job('matrix: {region: [Nord, ~]}'),
      'region: a value of the list is empty',
      'plan-value',
    ],
    [
      'an option without a value',
      jobs('{name: a, command: estimate, with: {month: }}'),
      'month: a value was expected',
      'plan-value',
    ],
    ['F26 a tag', job('out: !foo a.json'), 'line 3: a word that begins with ! is a tag of YAML', 'plan-syntax'],
    [
      'F26 a key of several parts',
      job('? [a, b] : c'),
      'line 3: a key is wanting, or is not a plain word',
      'plan-syntax',
    ],
    ['F26 no key', job(': c'), 'line 3: a key is wanting, or is not a plain word', 'plan-syntax'],
    [
      'a limit without its unit',
      job('gates: {max-increase: 10}').replace('estimate', 'compare'),
      'gates: a limit was expected',
      'plan-value',
    ],
    [
      'an unknown command',
      jobs('{name: a, command: estimates}'),
      'command: estimate or compare was expected',
      'plan-value',
    ],
    ['a job without a name', jobs('{command: estimate}'), 'line 3: name: a name was expected', 'plan-value'],
    [
      'a name twice',
      jobs(
        '{name: a, command: estimate, with: {month: 2023-01}}',
        '{name: a, command: estimate, with: {month: 2023-01}}',
      ),
      'line 4: the job name a is used already, in line 3',
      'plan-name-twice',
    ],
    [
      'an unknown option',
      jobs('{name: a, command: estimate, with: {mnth: 2023-01}}'),
      'mnth is not known here (month?)',
      'plan-key-unknown',
    ],
    [
      'an option of another command',
      jobs('{name: a, command: estimate, with: {month: 2023-01, method: lmdi}}'),
      'method is not known here',
      'plan-key-unknown',
    ],
    ['a gate where there is none', job('gates: {max-increase: 10%}'), 'estimate has no limits', 'plan-gates-unfit'],
    ['an option twice', job('matrix: {month: [2023-02]}'), 'month is given twice', 'plan-option-twice'],
    [
      'a list for one value',
      jobs('{name: a, command: estimate, with: {month: [2023-01, 2023-02]}}'),
      'month: one value was expected',
      'plan-value',
    ],
    ['a text for a switch', job('matrix: {strict: [yes]}'), 'strict: true or false was expected', 'plan-value'],
    [
      'a switch for a text',
      jobs('{name: a, command: estimate, with: {month: true}}'),
      'month: a value was expected',
      'plan-value',
    ],
    [
      'a range of regions',
      job('matrix: {region: {from: a, to: b}}'),
      'region: two months in their order were expected',
      'plan-value',
    ],
    [
      'a range the wrong way',
      jobs('{name: a, command: estimate, matrix: {month: {from: 2023-02, to: 2023-01}}}'),
      'two months in their order',
      'plan-value',
    ],
    ['no month at all', jobs('{name: a, command: estimate}'), 'job a names no month', 'plan-month-missing'],
    [
      'a month that is none',
      jobs('{name: a, command: estimate, with: {month: x}}'),
      'line 3: job a: month: x: a month was expected',
      'plan-job-unfit',
    ],
    [
      'F25 a missing saved estimate, of the same name as an output',
      jobs('name: a\n    command: compare\n    with: {month: 2023-01, with: base.json}\n    out: results/base.json'),
      'line 5: job a: there is no file base.json',
      'plan-job-unfit',
    ],
    [
      'F25 a missing scenario of a matrix',
      jobs(
        'name: a\n    command: estimate\n    with: {month: 2023-01}\n    matrix: {scenario: [statistics.csv, no.csv]}',
      ),
      'line 6: job a (no.csv): there is no file no.csv',
      'plan-job-unfit',
    ],
    [
      'F25 a missing table of several',
      jobs(
        'name: a\n    command: estimate\n    with:\n      month: 2023-01\n      statistics: [statistics.csv, no.csv]',
      ),
      'line 7: job a: there is no file no.csv',
      'plan-job-unfit',
    ],
    ['F25 a missing folder', `version: 1\ndata: nowhere\n${job('out: a.json').slice(11)}`, 'nowhere', 'plan-job-unfit'],
    ['an ending that tells no format', job('out: a.xyz'), 'the name a.xyz does not tell the format', 'plan-job-unfit'],
    [
      'an unknown placeholder',
      job('out: "{mnth}.json"'),
      '{mnth} is none of the job’s options ({month}?)',
      'plan-placeholder-unknown',
    ],
    [
      'F27 one file by two jobs',
      jobs(
        '{name: a, command: estimate, with: {month: 2023-01}, out: x.json}',
        '{name: b, command: estimate, with: {month: 2023-01}, out: ./ut/../X.json}',
      ),
      'line 4: X.json would be written by two jobs, a and b',
      'plan-output-twice',
    ],
    ['F27 one file by one job', job('out: [x.json, x.json]'), 'job a would write x.json twice', 'plan-output-twice'],
    [
      'a matrix that its outputs do not tell apart',
      jobs('{name: a, command: estimate, matrix: {month: [2023-01, 2023-02]}, out: x.json}'),
      'would be written by two jobs, a (2023-01) and a (2023-02)',
      'plan-output-twice',
    ],
    [
      'F27 an output that is an input',
      job('out: statistics.csv'),
      'job a would write statistics.csv, which is an input',
      'plan-output-is-input',
    ],
    [
      'F27 an output that another job reads',
      jobs(
        '{name: a, command: estimate, with: {month: 2023-01}, out: ut/what.csv}',
        '{name: b, command: estimate, with: {month: 2023-01, scenario: ut/what.csv}}',
      ),
      'job a would write ut/what.csv, which is an input',
      'plan-output-is-input',
    ],
    [
      'F27 a saved estimate that another job reads',
      jobs(
        '{name: a, command: estimate, with: {month: 2023-01}, out: s.json}',
        '{name: b, command: compare, with: {month: 2023-01, with: s.json}}',
      ),
      'job a would write s.json, which is an input',
      'plan-output-is-input',
    ],
    [
      'F25 an output above the plan',
      job('out: ../a.json'),
      'job a would write ../a.json, which is not in the plan’s folder',
      'plan-output-outside',
    ],
    ['F25 an absolute output', job('out: /tmp/a.json'), 'which is not in the plan’s folder', 'plan-output-outside'],
    ['quotation marks of running text', job('out: ”a.json”'), '” is a quotation mark of running text', 'plan-quote'],
    ['a tab', 'version: 1\njobs:\n\t- name: a\n', 'line 3: a tab stands where spaces must', 'plan-syntax'],
    [
      'a comma in a number',
      job('gates: {max-increase: 12,5%}').replace('estimate', 'compare'),
      'write a point instead',
      'plan-key-unknown',
    ],
    [
      'one value in a matrix',
      jobs('{name: a, command: estimate, matrix: {month: 2023-01}}'),
      'month: a list of values was expected',
      'plan-value',
    ],
    [
      'a value twice in a matrix',
      job('matrix: {region: [Nord, Nord]}'),
      'region: a value stands twice in the list',
      'plan-value',
    ],
    [
      'a value twice in a matrix, in other words',
      jobs('{name: a, command: estimate, matrix: {month: [2023-01, January 2023]}}'),
      'matrix: a value stands twice in the list',
      'plan-value',
    ],
    ['F25 a backslash in an output', job("out: 'ut\\a.json'"), 'out: folders are parted with /', 'plan-value'],
    [
      'F27 an output under the name of a table',
      job('out: regions.csv'),
      'job a would write regions.csv, which is an input',
      'plan-output-is-input',
    ],
    [
      'F27 an output under the name of the settings',
      job('out: ./resurs.yaml.txt/../program.csv'),
      'which is an input',
      'plan-output-is-input',
    ],
    ['F25 a NUL in an output', job('out: "a\\0.json"'), 'out: the name of a file or folder was expected', 'plan-value'],
  ])('%s', async (title, plan, said, code) => {
    const stderr = await refused(plan);
    expect(stderr).toContain(said);
    expect(stderr).toContain(`[${code}]`);
    const isSeen = SEEN_BY_SCHEMA.includes(code) && !UNSEEN_BY_SCHEMA.some((each) => title.startsWith(each));
    if (isSeen) expect(await schemaComplaints(plan)).not.toEqual([]);
  });

  test.each(Object.values(EXAMPLES))('the plan in %s is one by the published schema', async (folder) => {
    expect(await schemaComplaints(readFileSync(path.join(folder, 'plan.yaml'), 'utf8'))).toEqual([]);
  });

  test.each(['capacity.csv', 'Kapacitet.csv', 'agreements.csv', 'överenskommelser.csv', 'x/../datapackage.json'])(
    'F27 an output under the name %s, which files of a data folder have',
    async (name) => {
      expect(await refused(job(`out: ${name}`))).toContain('which is an input or has the name of one');
    },
  );

  test.each(['~/a.json', '$HOME/a.json', 'file:a.json'])('F25 nothing is made of %s but a name', async (out) => {
    const { summary } = await summaryOf(job(`out: '${out}'`), ['--dry-run']);
    expect(summary.rows[0]?.outputs[0]?.path).toBe(out);
  });

  test('everything that is wrong at once, each with its line', async () => {
    const stderr = await refused(
      jobs(
        '{name: a, command: estimate, with: {mnth: 2023-01}}',
        '{name: b, command: compare, with: {mehtod: lmdi}}',
        '{name: b, command: estimate, with: {month: 2023-01}}',
      ),
    );
    expect(stderr).toMatch(/^Nothing was computed: 3 problems in one file\./);
    expect([...stderr.matchAll(/plan\.yaml, line (\d)/g)].map(([, line]) => line)).toEqual(['3', '4', '5']);
  });

  test('a key that is misspelt once, and not as wanting too', async () => {
    const stderr = await refused(jobs('{nmae: a, comand: estimate, with: {month: 2023-01}}'));
    expect(stderr).toContain('2 problems in one file');
    expect(stderr).toContain('comand is not known here (command?)');
  });

  test('an option of jobs on the command line says that it belongs to the plan', async () => {
    for (const args of [['--region', 'Nord'], ['-r', 'Nord'], ['--region=Nord']]) {
      const stderr = await refused(job('out: a.json'), args);
      expect(stderr).toContain(`error: ${args[0]} belongs to the jobs of the plan Write region: below with:`);
    }
    expect(await refused(job('out: a.json'), ['--regoin', 'x'])).toContain('there is no option --regoin');
  });

  test('a wrong option of a matrix once, not for each of its jobs', async () => {
    const stderr = await refused(
      jobs('{name: a, command: estimate, with: {as-of: x}, matrix: {month: {from: 2023-01, to: 2023-12}}}'),
    );
    expect(stderr.match(/\[plan-job-unfit\]/g)).toHaveLength(1);
  });

  test('F26 a plan of too many jobs, without making them', async () => {
    const months = '{from: 2000-01, to: 2099-12}';
    const stderr = await refused(
      jobs(
        `{name: a, command: estimate, matrix: {month: ${months}, from: [${'x,'.repeat(9)}x], to: [${'x,'.repeat(9)}x]}}`,
      ),
    );
    expect(stderr).toMatch(/the plan has 120.000 jobs, more than 10.000/);
  });

  test('F26 a plan of more combinations than can be counted, and of very many keys', async () => {
    const keys = Array.from({ length: 1100 }, (_, n) => `k${n}: [a, b]`).join(', ');
    expect(await refused(jobs(`{name: a, command: estimate, matrix: {${keys}}}`))).toContain('[plan-jobs-too-many]');
    const many = Array.from({ length: 20_000 }, (_, n) => `k${n}: a`).join(', ');
    expect(await refused(jobs(`{name: a, command: estimate, with: {${many}}}`))).toContain('[plan-key-unknown]');
  });

  test('F26 the prototype in a part of a job', async () => {
    expect(await refused(jobs('{name: a, command: estimate, with: {month: 2023-01, __proto__: [x]}}'))).toContain(
      '__proto__ is not known here',
    );
  });

  test('a name that a matrix makes and another job has', async () => {
    const plan = jobs(
      '{name: a, command: estimate, matrix: {month: [2023-01]}}',
      '{name: a (2023-01), command: estimate, with: {month: 2023-01}}',
    );
    expect(await refused(plan)).toContain('line 4: the job name a (2023-01) is used already, in line 3');
  });

  test('F26 a plan that is no text of a person', async () => {
    expect(await refused(`version: 1 # ${'x'.repeat(1_000_000)}`)).toContain('the plan is larger than 1 MB');
  });

  test('a plan that is not there, or not named', async () => {
    const missing = await runResurs(['batch', 'none.yaml'], { files: SMALL });
    expect(missing).toMatchObject({ exit: 2, stdout: '' });
    expect(missing.stderr).toContain('none.yaml');
    expect(await runResurs(['batch'], { files: SMALL })).toMatchObject({ exit: 2, stdout: '' });
    expect(await runResurs(['batch', ''], { files: SMALL })).toMatchObject({ exit: 2, stdout: '' });
  });

  test('F27 an output where the summary goes, of the screen or of a step', async () => {
    const plan = job('out: summary.md');
    expect(await refused(plan, ['-o', 'summary.md'])).toContain('[plan-output-is-summary]');
    const env = { GITHUB_STEP_SUMMARY: '/data/summary.md' };
    expect(await refused(plan, [], { env })).toContain('job a would write summary.md, where the summary goes');
  });

  test('--allow-outside allows it', async () => {
    const { exit, written } = await batch(job('out: ../a.json'), ['--allow-outside']);
    expect(exit).toBe(0);
    expect(Object.keys(written)).toEqual(['../a.json']);
  });
});

test('the settings beside the plan’s tables count for the summary, wherever the command stands', async () => {
  const files = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`plans/data/${name}`, text]));
  const plan = `data: data\n${jobs(HOURS)}`;
  const { stdout, written } = await runResurs(['batch', 'plans/plan.yaml', '-o', 's.csv', '-o', 's.txt'], {
    files: { ...files, 'plans/plan.yaml': plan, 'plans/data/resurs.yaml': 'language: sv\ncsv: sv\n' },
  });
  expect(stdout).toBe('');
  expect(written['s.txt']).toMatch(/^plan\.yaml: Ett jobb/);
  expect(written['s.csv']).toMatch(/^\uFEFFname;command;/);
});

describe('paths', () => {
  const PLAN = jobs(HOURS);

  test('start from the plan, wherever the command stands', async () => {
    const files = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`plans/${name}`, text]));
    const { exit, written, stdout } = await runResurs(['batch', 'plans/plan.yaml', '-f', 'json'], {
      files: { ...files, 'plans/plan.yaml': PLAN },
    });
    expect(exit).toBe(0);
    expect(Object.keys(written)).toEqual(['plans/ut/hours.json', 'plans/ut/hours.csv']);
    const summary = JSON.parse(stdout) as Summary;
    expect(summary.rows[0]?.outputs[0]?.path).toBe('ut/hours.json');
    expect(summary.inputs.map(({ path }) => path)).not.toContain('plans/statistics.csv');
  });

  test('what a job could not read or write is named as the plan names it, and nothing else is', async () => {
    const files = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`plans/data/${name}`, text]));
    const line = '{name: a, command: estimate, with: {month: 2023-01}, out: [a/x.json, x.json, b/y.json]}';
    const failureOf = async (plan: string, options: RunOptions) => {
      const { stdout } = await runResurs(['batch', 'plans/plan.yaml', '-f', 'json'], {
        ...options,
        files: { ...files, 'plans/plan.yaml': plan },
      });
      return (JSON.parse(stdout) as Summary).rows[0]?.failure?.message;
    };
    const within = `data: data\n${jobs(line)}`;
    for (const name of ['a/x.json', 'x.json', 'b/y.json'])
      expect(await failureOf(within, { unwritable: `plans/${name}` })).toMatch(
        new RegExp(`^${name} could not be written`),
      );
    expect(await failureOf(within, { unmakable: 'plans/b' })).toMatch(/^the folder b could not be made/);
    expect(await failureOf(jobs(line), {})).toMatch(/^the folder plans has no /);
  });

  test('a job that could not write keeps what it found, and --debug shows where each failed', async () => {
    const plan = jobs(
      '{name: a, command: compare, with: {month: 2022-01, with: "outcome:2022-02"}, gates: {max-increase: 10%}, out: a.json}',
      '{name: b, command: estimate, with: {month: 2023-01, region: Nrod}}',
    );
    const files = { 'statistics.csv': STATISTICS.replace(/^/, 'Title\n') };
    const { summary, stderr } = await summaryOf(plan, [], { files, unwritable: 'a.json' });
    expect(summary.rows[0]).toMatchObject({
      exitCode: 2,
      totalHours: null,
      outputs: [],
      notes: expect.arrayContaining(['title-lines-skipped']),
      failures: [{ code: 'change-above-limit' }],
      failure: { code: 'write-failed' },
    });
    expect(stderr).not.toMatch(/^ +at /m);
    const traced = await batch(plan, ['--debug'], { files, unwritable: 'a.json' });
    expect(traced.stderr).toMatch(/^Failure: write-failed\n +at /m);
    expect(traced.stderr).toMatch(/^Failure: option-value\n +at /m);
  });

  test('--data stands for the plan’s folder of data, and starts from where the command stands', async () => {
    const { summary } = await summaryOf(`data: nowhere\n${PLAN}`, ['--data', EXAMPLES.en]);
    expect(summary.rows[0]?.exitCode).toBe(0);
    expect(summary.request['data']).toBe('example');
    expect(summary.inputs.map(({ path }) => path).slice(1)).toContain('example/statistics.csv');
  });

  test('two data folders: each problem names its own file', async () => {
    const broken = {
      ...SMALL,
      'statistics.csv': `Title\n${STATISTICS}2022-01,JOB,Nord,800,100\n2022-03,JOB,Nord,,1\n`,
    };
    const within = (folder: string, files: object) =>
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text as string]));
    const { summary, stderr } = await summaryOf(
      jobs('{name: all, command: estimate, with: {month: 2023-01}, matrix: {data: [one, two]}}'),
      [],
      { files: { ...within('one', SMALL), ...within('two', broken) } },
    );
    expect(summary.rows.map(({ exitCode }) => exitCode)).toEqual([0, 1]);
    expect(summary.problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'two/statistics.csv key-duplicate',
      'two/statistics.csv cell-missing',
    ]);
    expect(asOneLine(stderr)).toContain('in two/statistics.csv, line 3');
    expect(stderr).toContain('two/statistics.csv, line');
    expect(stderr).toContain('2022-03,JOB,Nord,,1');
  });

  test('no path of the summary starts from the root', async () => {
    const within = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`/x/d/${name}`, text]));
    const plan = `data: /x/d\n${jobs(
      '{name: own, command: estimate, with: {month: 2023-01, statistics: [/y/s.csv]}}',
      '{name: all, command: estimate, with: {month: 2023-01}, matrix: {data: [/x/d]}}',
      '{name: side, command: compare, with: {month: 2023-01, with: "outcome:2022-01", region: /z}}',
    )}`;
    const { summary, stdout } = await summaryOf(plan, [], { files: { ...within, '/y/s.csv': STATISTICS } });
    expect(summary.request['data']).toBe('d');
    expect(summary.rows.map(({ name }) => name)).toEqual(['own', 'all (d)', 'side']);
    expect(summary.rows.map((row) => row.with)).toEqual([
      { month: '2023-01', statistics: ['s.csv'] },
      { month: '2023-01', data: 'd' },
      { month: '2023-01', with: 'outcome:2022-01', region: '/z' },
    ]);
    expect(stdout).not.toMatch(/\/[xy]\//);
  });

  test('two data folders elsewhere with one name are two, each with its seal and its problems', async () => {
    const faulty = { ...SMALL, 'statistics.csv': `${STATISTICS}2022-03,JOB,Nord,,1\n` };
    const within = (folder: string, files: object) =>
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text as string]));
    const plan = jobs(
      '{name: all, command: estimate, with: {month: 2023-01}, matrix: {data: [/x/A/d, /x/B/d]}}',
      '{name: own, command: estimate, with: {month: 2023-01, statistics: /y/statistics.csv}}',
    );
    const { summary } = await summaryOf(plan, [], {
      files: {
        ...within('/x/A/d', faulty),
        ...within('/x/B/d', faulty),
        '/y/statistics.csv': STATISTICS,
      },
    });
    expect(summary.inputs.slice(1).filter(({ table }) => table === 'statistics')).toMatchObject([
      { path: 'd/statistics.csv' },
      { path: '../x/B/d/statistics.csv' },
      { path: 'statistics.csv' },
    ]);
    expect(summary.problems.map(({ file }) => file)).toEqual(['../x/B/d/statistics.csv', 'd/statistics.csv']);
  });
});

describe('on its way', () => {
  const MANY = jobs(
    '{name: all, command: estimate, matrix: {month: {from: 2023-01, to: 2023-02}, region: [Nord, Syd]}, out: "{region}-{month}.json"}',
    '{name: change, command: compare, with: {month: 2022-01, with: "outcome:2022-02"}, out: change.json}',
  );

  test('each file is read once', async () => {
    const reads: string[] = [];
    const { exit } = await batch(MANY, [], { onRead: (path) => reads.push(path) });
    expect(exit).toBe(0);
    const tables = reads.filter((name) => name.endsWith('.csv'));
    expect(reads.filter((name) => name.endsWith('plan.yaml'))).toHaveLength(1);
    expect(tables.sort()).toEqual(['forecasts.csv', 'schablons.csv', 'statistics.csv'].map((name) => `/data/${name}`));
  });

  test('standard input is read once, too', async () => {
    const { 'statistics.csv': stdin, ...files } = SMALL;
    const plan = jobs(
      '{name: all, command: estimate, with: {month: 2023-01, statistics: "-"}, matrix: {region: [Nord, Syd]}}',
    );
    const { exit, stdout } = await runResurs(['batch', 'plan.yaml', '-f', 'csv'], {
      files: { ...files, 'plan.yaml': plan },
      stdin: stdin as string,
    });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^all \(Nord\),estimate,0,/m);
  });

  test('a long run tells how far it is, on a terminal only, and leaves nothing of that', async () => {
    const { stderr } = await batch(MANY, [], { isTerminal: true, pace: 600, env: { NO_COLOR: '1' } });
    expect(stderr).toBe(
      ['2 of 5 jobs', '3 of 5 jobs', '4 of 5 jobs', '5 of 5 jobs']
        .map((text) => `\r${text}\u001b[K`)
        .join('')
        .concat('\r\u001b[K'),
    );
    expect((await batch(MANY, ['-q'], { isTerminal: true, pace: 600, env: { NO_COLOR: '1' } })).stderr).toBe('');
    expect((await batch(MANY, [], { isTerminal: true, pace: 1, env: { NO_COLOR: '1' } })).stderr).toBe('');
    expect((await batch(MANY, [], { pace: 600 })).stderr).toBe('');
  });
});

describe('the summary of a workflow’s step', () => {
  test('F13 is no file that the summary goes to already', async () => {
    const { exit, stderr, written } = await batch(jobs(HOURS), ['-o', 'ut/../s.json'], {
      env: { GITHUB_STEP_SUMMARY: 's.json' },
    });
    expect({ exit, written }).toEqual({ exit: 2, written: {} });
    expect(stderr).toContain('s.json would be written twice');
  });

  const PLAN = jobs(
    '{name: "a|b ::error::", command: estimate, with: {month: 2023-01}}',
    '{name: c, command: estimate, with: {month: 2099-01}}',
  );
  const env = { GITHUB_STEP_SUMMARY: '/summary.md' };

  test('is added where a workflow has one, in Markdown, with what went wrong', async () => {
    const { written, stdout } = await batch(PLAN, [], { env });
    const summary = written['/summary.md'] ?? '';
    expect(summary).toMatch(/^\n\n\*\*plan\.yaml: 2 jobs: 1 fine and 1 refused; 0 files written\.\*\*\n/);
    expect(summary).toContain('`no-forecast`');
    expect(summary).not.toMatch(/^::/m);
    expect(summary).not.toContain('a|b');
    expect(stdout).not.toContain('::error::');
  });

  test('nothing is untold where it cannot be written after all', async () => {
    const lost = await batch(PLAN, ['-o', 's.md'], { env, unwritable: 's.md' });
    expect(lost.exit).toBe(2);
    expect(lost.stdout).toMatch(/^plan\.yaml: 2 jobs/);
    expect(lost.stderr).toContain('[no-forecast]');
    expect(lost.stderr).toContain('error: s.md could not be written: the rights do not allow it (EACCES)');
    expect(Object.keys(lost.written)).toEqual(['/summary.md']);
    const step = await batch(PLAN, [], { env, unwritable: '/summary.md' });
    expect(step.exit).toBe(2);
    expect(step.stdout).toMatch(/^plan\.yaml: 2 jobs/);
    expect(asOneLine(step.stderr)).toContain(
      'error: GITHUB_STEP_SUMMARY /summary.md: the summary cannot go there: it could not be written: the rights do not allow it (EACCES)',
    );
  });

  test('is of batch alone, and nowhere else', async () => {
    expect((await batch(PLAN)).written).toEqual({});
    expect((await runResurs(['estimate', '--month', '2023-01'], { files: SMALL, env })).written).toEqual({});
  });
});

describe('--dry-run', () => {
  test('says what would run and be written, and does nothing', async () => {
    const { exit, stdout, written } = await batch(
      jobs(HOURS, '{name: gate, command: compare, with: {month: 2022-01, with: "outcome:2022-02"}}'),
      ['--dry-run'],
    );
    expect({ exit, written }).toEqual({ exit: 0, written: {} });
    expect(stdout).toMatch(/^plan\.yaml: Nothing was written\. 2 jobs: 2 fine; 2 files to write\.\n/);
    expect(stdout).toMatch(/^hours +525 +\d +0 +ut\/hours\.json, \.csv$/m);
    expect(stdout).toMatch(/^gate +525 +\+150 +\+40.% +\d +0$/m);
  });

  test('adds nothing to the summary of a workflow’s step', async () => {
    const env = { GITHUB_STEP_SUMMARY: '/summary.md' };
    expect((await batch(jobs(HOURS), ['--dry-run'], { env })).written).toEqual({});
    expect(Object.keys((await batch(jobs(HOURS), [], { env })).written)).toContain('/summary.md');
  });

  test('finds what is wrong with the plan', async () => {
    expect(await batch(jobs('{name: a, command: estimate}'), ['--dry-run'])).toMatchObject({ exit: 2, stdout: '' });
  });
});
