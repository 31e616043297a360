import type { Context } from '../commands/context.ts';
import { type Judgement, judgement } from '../commands/outcome.ts';
import { type PlanFile, planFile } from '../commands/plan.ts';
import { monthOption, type RawOptions } from '../commands/request.ts';
import type { BatchReport, JobRow } from '../domain/batch-report.ts';
import { groupedBy } from '../domain/grouping.ts';
import type { Note } from '../domain/note.ts';
import { inPlaceOrder, type Problem, problem } from '../domain/problem.ts';
import type { InputFile } from '../domain/tables.ts';
import { linesForTerminal } from '../render/terminal-text.ts';
import { EXIT, worstOf } from './exit.ts';
import { type Computed, computed, JobWriter, type Met } from './job-runner.ts';
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
  // A month that is none is not the plan's fault.
  monthOption(raw, 'month');
  const file = await planFile(raw, context.world);
  if (file.plan === null) return unfit(file, file.problems);
  const { plan, places } = file;
  const month = typeof raw['month'] === 'string' ? raw['month'] : null;
  // What the command line names has its name before what the plan does.
  const given = typeof raw['data'] === 'string' ? places.nameOf(places.given(raw['data'])) : null;
  const planned = plannedJobs(plan, month, file.placeOf, places);
  if (planned.problems.length > 0) return unfit(file, planned.problems);
  const { jobs, inputs, summaries, world, problems } = await readyJobs(planned.jobs, file, raw, context);
  if (problems.length > 0) return unfit(file, problems);
  for (const { path } of summaries) await context.world.makeFolder(places.folderOfGiven(path));
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
      month,
      data: given ?? (plan.data === null ? null : places.shown(plan.data)),
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
  const debug = async (error: unknown): Promise<void> => {
    if (raw['debug'] !== true || !(error instanceof Error)) return;
    const { stack } = error.cause instanceof Error ? error.cause : error;
    await stderr.write(linesForTerminal(`${stack}\n`));
  };
  const written = async (done: Computed): Promise<JobRow> => {
    if (raw['dryRun'] === true) return done.row;
    const { row, error } = await writer.write(done);
    await debug(error);
    return row;
  };
  const progress = await Progress.of(jobs.length, raw['quiet'] === true, world, context.language);
  const writer = new JobWriter(world, inputs, places);
  const rows: Promise<JobRow>[] = [];
  const all: Met[] = [];
  for (const job of jobs) {
    const done = await computed(job, places);
    all.push(done.met);
    await debug(done.met.error);
    rows.push(written(done));
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
      ({ table, location }) => JSON.stringify([table, location]),
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
