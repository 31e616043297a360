import type { Context } from '../commands/context.ts';
import { type Judgement, judgement } from '../commands/outcome.ts';
import { type PlanFile, planFile } from '../commands/plan.ts';
import type { RawOptions } from '../commands/request.ts';
import type { BatchReport, JobRow } from '../domain/batch-report.ts';
import { groupedBy } from '../domain/grouping.ts';
import type { Note } from '../domain/note.ts';
import { inPlaceOrder, type Problem, problem } from '../domain/problem.ts';
import type { InputFile } from '../domain/tables.ts';
import { linesForTerminal } from '../render/terminal-text.ts';
import { EXIT, worstOf } from './exit.ts';
import { computed, JobWriter, type Met } from './job-runner.ts';
import { plannedJobs } from './plan-jobs.ts';
import { Progress } from './progress.ts';
import { placeInPlan, type ReadyJob, type ReadyJobs, readyJobs } from './ready-jobs.ts';

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
  const results = await ran(jobs, { inputs, file, world, raw, context });
  const exit = worstOf(results.rows.map(({ exitCode }) => exitCode));
  const failures = failuresOf(results.rows, jobs, file);
  const found = inPlaceOrder(results.problems);
  const read = [file.input, ...results.inputs];
  const report: BatchReport = {
    formatVersion: 1,
    kind: 'batch',
    request: {
      plan: file.input.path,
      month: typeof raw['month'] === 'string' ? raw['month'] : null,
      data: typeof raw['data'] === 'string' ? file.places.nameOf(file.places.given(raw['data'])) : file.plan.data,
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

interface Run extends Pick<ReadyJobs, 'inputs' | 'world'> {
  readonly file: PlanFile;
  readonly raw: RawOptions;
  readonly context: Context;
}

/** Every job to its end: while one is computed, those before it may wait for the disk. */
async function ran(
  jobs: readonly ReadyJob[],
  { inputs, world, file: { places }, raw, context }: Run,
): Promise<Results> {
  const { stderr } = context.world;
  const progress = await Progress.of(jobs.length, raw['quiet'] === true, world, context.language);
  const writer = new JobWriter(world, inputs, places);
  const rows: Promise<JobRow>[] = [];
  const all: Met[] = [];
  for (const job of jobs) {
    const done = await computed(job, places);
    all.push(done.met);
    if (raw['debug'] === true && done.met.error instanceof Error)
      await stderr.write(linesForTerminal(`${done.met.error.stack}\n`));
    rows.push(raw['dryRun'] === true ? Promise.resolve(done.row) : writer.write(done));
    await rows.at(-JOBS_AT_ONCE);
    await progress.done();
  }
  const ended = await Promise.all(rows);
  await writer.end();
  await progress.end();
  return {
    rows: ended,
    inputs: onceEach(
      all.flatMap((met) => met.inputs),
      ({ table, path }) => `${table} ${path}`,
    ),
    problems: onceEach(
      all.flatMap((met) => met.problems),
      (found) => JSON.stringify(found),
    ),
    notes: onceEach(
      all.flatMap((met) => met.notes),
      (found) => JSON.stringify(found),
    ),
  };
}

function onceEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** What jobs met that is not of the data, in their names and where it stands in the plan; what many met, once. */
function failuresOf(rows: readonly JobRow[], jobs: readonly ReadyJob[], file: PlanFile): Problem[] {
  const breached = rows.flatMap(({ name: job, failures }, i) =>
    failures.map((inner) => {
      const place = file.placeOf(['jobs', jobs[i]?.at ?? 0, 'gates']);
      return problem('job-breached', { job, problem: inner }, place);
    }),
  );
  const failed = rows.flatMap(({ name: job, failure }, i) => {
    const ready = jobs[i];
    return failure === null || ready === undefined ? [] : [{ job, failure, place: placeInPlan(ready, failure, file) }];
  });
  const alike = groupedBy(failed, ({ failure, place }) => JSON.stringify([failure, place.line]));
  const unable = [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [problem('job-could-not-run', { job: first.job, others: others.length, failure: first.failure }, first.place)],
  );
  return [...breached, ...unable];
}
