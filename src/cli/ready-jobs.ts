import type { Context } from '../commands/context.ts';
import { absolutePath, filesRead, type PlanFile, type PlannedFile, plannedFile } from '../commands/plan.ts';
import type { RawOptions } from '../commands/request.ts';
import { Failure, type FailureRecord } from '../domain/failure.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { World } from '../domain/world.ts';
import type { Format } from '../render/render.ts';
import type { PlannedJob } from './plan-jobs.ts';
import { PLANNED } from './planned-commands.ts';
import { type Prepared, prepared } from './prepared.ts';
import { readingOnce } from './reading-once.ts';

/** A job that can run: its options are sound, its data folder is there, and its files are its own. */
export interface ReadyJob extends PlannedJob {
  readonly options: RawOptions;
  readonly context: Prepared['context'];
  readonly files: readonly (PlannedFile & { readonly format: Format })[];
}

interface Ready {
  readonly jobs: readonly ReadyJob[];
  /** Every file that some job reads, the plan and the settings too: none of them is written. */
  readonly inputs: readonly string[];
  /** The world as the jobs see it: they stand in the plan's folder, and each file is read once. */
  readonly world: World;
  readonly problems: readonly Problem[];
}

/** Checks the options and the paths of every job, before any of them runs. */
export async function readyJobs(
  planned: readonly PlannedJob[],
  file: PlanFile,
  raw: RawOptions,
  { world: outer, readings }: Context,
): Promise<Ready> {
  const world = readingOnce(outer, file.folder);
  const problems = new Map<string, Problem>();
  const inputs = new Set([file.input.location]);
  const jobs: ReadyJob[] = [];
  for (const job of planned) {
    try {
      const options = optionsOf(job, file, raw, outer.cwd);
      await PLANNED[job.command].check(options);
      const { context, outputs, settingsPaths } = await prepared(PLANNED[job.command], options, world, readings);
      for (const path of [...settingsPaths, ...(await filesRead(options, context))]) inputs.add(path);
      const files = outputs.flatMap(({ path, format }) => (path === null ? [] : [{ path, format }]));
      const named = files.map(async ({ path, format }) => ({
        ...(await plannedFile(path, file.folder, world)),
        format,
      }));
      jobs.push({ ...job, options, context, files: await Promise.all(named) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { record }: Failure = error;
      const found = problem('plan-job-unfit', { job: job.name, failure: record }, placeOf(job, record, file));
      // What is wrong with an option is wrong with it in every job of a matrix.
      const key = JSON.stringify([record, found.line]);
      if (!problems.has(key)) problems.set(key, found);
    }
  }
  const faults = problems.size > 0 ? [] : await outputFaults(jobs, inputs, raw['allowOutside'] === true, file, world);
  return { jobs, inputs: [...inputs], world, problems: [...problems.values(), ...faults] };
}

/** What the plan and the command line say for all jobs, where the job itself says nothing. */
function optionsOf(job: PlannedJob, { plan }: PlanFile, raw: RawOptions, cwd: string): RawOptions {
  const { options, out } = job;
  const data = typeof raw['data'] === 'string' ? absolutePath(raw['data'], cwd) : (plan?.data ?? undefined);
  return {
    ...(data === undefined ? {} : { data }),
    ...(raw['lang'] === undefined ? {} : { lang: raw['lang'] }),
    ...(raw['strict'] === true ? { strict: true } : {}),
    ...options,
    ...(out.length === 0 ? {} : { out }),
  };
}

/** Where the option stands in the plan that a failure speaks of; else the job as a whole. */
function placeOf({ at, with: options }: PlannedJob, { facts }: FailureRecord, file: PlanFile) {
  const named = 'option' in facts ? String(facts.option).replace(/^--/, '') : '';
  const job = file.plan?.jobs[at];
  const part = (['matrix', 'gates', 'with'] as const).find((each) => job !== undefined && named in job[each]);
  return file.placeOf(part === undefined || !(named in options) ? ['jobs', at] : ['jobs', at, part, named]);
}

/** Files that two jobs would write, that stand outside the plan's folder, or that some job reads. */
async function outputFaults(
  jobs: readonly ReadyJob[],
  inputs: ReadonlySet<string>,
  mayBeOutside: boolean,
  { folder, placeOf: placeIn }: PlanFile,
  world: World,
): Promise<Problem[]> {
  const read = new Set(
    await Promise.all([...inputs].map(async (path) => (await plannedFile(path, folder, world)).key)),
  );
  const writers = new Map<string, string>();
  const faults = jobs.flatMap(({ name: job, at, files }) =>
    files.flatMap(({ name: path, isOutside, key }): Problem[] => {
      const place = placeIn(['jobs', at, 'out']);
      const otherJob = writers.get(key);
      writers.set(key, job);
      if (otherJob !== undefined) return [problem('plan-output-twice', { path, job, otherJob }, place)];
      if (read.has(key)) return [problem('plan-output-is-input', { path, job }, place)];
      return isOutside && !mayBeOutside ? [problem('plan-output-outside', { path, job }, place)] : [];
    }),
  );
  return faults;
}
