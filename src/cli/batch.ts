import type { Context } from '../commands/context.ts';
import { type Judgement, judgement } from '../commands/outcome.ts';
import { type PlanFile, planFile } from '../commands/plan.ts';
import type { RawOptions } from '../commands/request.ts';
import type { BatchReport, JobRow } from '../domain/batch-report.ts';
import type { Note } from '../domain/note.ts';
import { inPlaceOrder, NOWHERE, type Problem, problem } from '../domain/problem.ts';
import type { InputFile } from '../domain/tables.ts';
import { EXIT, worstOf } from './exit.ts';
import { emptyRow, JobRunner } from './job-runner.ts';
import { plannedJobs } from './plan-jobs.ts';
import { Progress } from './progress.ts';
import { type ReadyJob, readyJobs } from './ready-jobs.ts';

/** So many jobs may wait for the disk while the next one is computed. */
const JOBS_AT_ONCE = 16;

/**
 * `resurs batch`: many runs from one plan. The plan, its options and its paths are checked before anything runs; then all
 * jobs run, whatever comes of the others, and the worst exit code is that of the whole.
 */
export async function runBatch(raw: RawOptions, context: Context): Promise<Judgement> {
  const file = await planFile(String(raw['plan'] ?? ''), context.world);
  if (file.plan === null) return unfit(file, file.problems);
  const planned = plannedJobs(file.plan, typeof raw['month'] === 'string' ? raw['month'] : null, file.placeOf);
  if (planned.problems.length > 0) return unfit(file, planned.problems);
  const { jobs, inputs, world, problems } = await readyJobs(planned.jobs, file, raw, context);
  if (problems.length > 0) return unfit(file, problems);
  const isDryRun = raw['dryRun'] === true;
  const results = isDryRun ? { rows: jobs.map(rowOf), ...NOTHING } : await ran(jobs, inputs, file, world, context);
  const exit = worstOf(results.rows.map(({ exitCode }) => exitCode ?? EXIT.fine));
  const failures = results.rows.flatMap(failuresOf);
  const found = inPlaceOrder(results.problems);
  const read = [file.input, ...results.inputs];
  const report: BatchReport = {
    formatVersion: 1,
    kind: 'batch',
    request: {
      plan: file.input.path,
      month: typeof raw['month'] === 'string' ? raw['month'] : null,
      data: typeof raw['data'] === 'string' ? raw['data'] : file.plan.data,
      strict: raw['strict'] === true,
      allowOutside: raw['allowOutside'] === true,
      dryRun: isDryRun,
    },
    inputs: read,
    exitCode: exit,
    rows: results.rows,
    failures,
    problems: found,
    warnings: found.filter(({ severity }) => severity === 'warning'),
    notes: results.notes,
  };
  return judgement(report, found, read, { failures, found: inputs, exit });
}

/** A plan that cannot be run as it is: nothing of it has. */
function unfit({ input }: PlanFile, problems: readonly Problem[]): Judgement {
  return judgement(null, problems, [input], { exit: EXIT.couldNotRun });
}

interface Results {
  readonly rows: readonly JobRow[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  readonly inputs: readonly InputFile[];
}

const NOTHING = { problems: [], notes: [], inputs: [] } as const;

async function ran(
  jobs: readonly ReadyJob[],
  inputs: readonly string[],
  { folder }: PlanFile,
  world: Context['world'],
  context: Context,
): Promise<Results> {
  const progress = await Progress.of(jobs.length, world, context.language);
  const runner = new JobRunner({ world, cwd: context.world.cwd, folder, inputs });
  const rows: Promise<JobRow>[] = [];
  for (const job of jobs) {
    rows.push(runner.run(job));
    await runner.computed;
    await rows.at(-JOBS_AT_ONCE);
    await progress.done();
  }
  const all = await Promise.all(rows);
  await progress.end();
  return { rows: all, ...runner.gathered };
}

/** A job that has not run: what it would write. */
function rowOf(job: ReadyJob): JobRow {
  return { ...emptyRow(job), outputs: job.files.map(({ name: path, format }) => ({ path, format })) };
}

/** What a job met that is not of the data, in its name. */
function failuresOf({ name: job, failures, failure }: JobRow): Problem[] {
  const breached = failures.map((inner) => problem('job-breached', { job, problem: inner }, NOWHERE));
  return failure === null ? breached : [...breached, problem('job-could-not-run', { job, failure }, NOWHERE)];
}
