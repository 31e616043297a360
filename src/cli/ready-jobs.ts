import type { Context } from '../commands/context.ts';
import { filesRead, type PlanFile, type PlannedFile, plannedFile, requireFiles } from '../commands/plan.ts';
import type { PlanPlaces } from '../commands/plan-places.ts';
import type { RawOptions } from '../commands/request.ts';
import { Failure, type FailureFacts, type FailureRecord } from '../domain/failure.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import { readingOnce } from '../domain/reading-once.ts';
import type { World } from '../domain/world.ts';
import type { Format } from '../render/render.ts';
import type { PlannedJob } from './plan-jobs.ts';
import { PLANNED } from './planned-commands.ts';
import { type Prepared, prepared } from './prepared.ts';

/** A job that can run: its options are sound, its data folder is there, and its files are its own. */
export interface ReadyJob extends PlannedJob {
  readonly options: RawOptions;
  readonly context: Prepared['context'];
  readonly files: readonly (PlannedFile & { readonly format: Format })[];
}

/** The jobs of a plan, or what keeps them from running. */
export interface ReadyJobs {
  readonly jobs: readonly ReadyJob[];
  /** Every file that some job reads, the plan and the settings too: none of them is written. */
  readonly inputs: readonly string[];
  /** Where the summary goes, as it was given. */
  readonly summaries: readonly SummaryFile[];
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
): Promise<ReadyJobs> {
  const { places } = file;
  const world = readingOnce(outer, places.folder);
  // A folder that the command line names is not the plan's fault.
  if (typeof raw['data'] === 'string') await outer.listFolder(places.given(raw['data']));
  const problems = new Map<string, Problem>();
  const unfit = (job: PlannedJob, error: unknown): void => {
    if (!(error instanceof Failure)) throw error;
    const { record }: Failure = error;
    const found = problem('plan-job-unfit', { job: job.name, failure: record }, placeInPlan(job, record, file));
    // What is wrong with an option is wrong with it in every job of a matrix.
    const key = JSON.stringify([record.code, { ...record.facts, path: null }, found.line]);
    if (!problems.has(key)) problems.set(key, found);
  };
  const inputs = new Set([file.input.location]);
  const jobs: ReadyJob[] = [];
  for (const job of planned) {
    try {
      const options = optionsOf(job, file, raw, outer);
      await PLANNED[job.command].check(options);
      const { context, outputs, settingsPaths } = await prepared(PLANNED[job.command], options, world, readings);
      for (const path of [...settingsPaths, ...(await filesRead(options, context))]) inputs.add(path);
      const files = outputs.flatMap(({ path, format }) => (path === null ? [] : [{ path, format }]));
      const named = files.map(async ({ path, format }) => ({
        ...(await plannedFile(path, places.folder, world)),
        format,
      }));
      jobs.push({ ...job, options, context, files: await Promise.all(named) });
    } catch (error) {
      unfit(job, error);
    }
  }
  const kept = { inputs: await keysOf(inputs, places.folder, world), summaries: new Set<string>() };
  const summaries = summariesOf(raw, outer);
  for (const summary of summaries) {
    const { key } = await plannedFile(places.given(summary.path), places.folder, world);
    if (kept.inputs.has(key)) throw new Failure('summary-unfit', { ...summary, why: 'input', reason: '' });
    if (kept.summaries.has(key)) throw new Failure('output-twice', { path: summary.path });
    kept.summaries.add(key);
    await checkSummary(summary, jobs, [...inputs], places, outer);
  }
  const faults = problems.size > 0 ? [] : outputFaults(jobs, kept, raw['allowOutside'] === true, file);
  // A file that another job would write is better told as that.
  if (faults.length === 0)
    for (const job of jobs) await requireFiles(job.options, job.context).catch((error: unknown) => unfit(job, error));
  const refused = problems.size + faults.length > 0 ? [] : await unwritable(jobs, [...inputs], file, outer);
  return { jobs, inputs: [...inputs], summaries, world, problems: [...problems.values(), ...faults, ...refused] };
}

type SummaryFile = Pick<FailureFacts['summary-unfit'], 'option' | 'path'>;

/** Every file to which the summary goes, as it was given. */
function summariesOf(raw: RawOptions, { env }: World): SummaryFile[] {
  const out = (raw['out'] as readonly string[] | undefined) ?? [];
  const step = env['GITHUB_STEP_SUMMARY'] || null;
  return [
    ...out.map((path) => ({ option: '--out', path }) as const),
    ...(step === null ? [] : [{ option: 'GITHUB_STEP_SUMMARY', path: step } as const]),
  ];
}

/** Whether the summary could be written, as far as the disk tells before anything has run; a {@link Failure} where it could not. */
async function checkSummary(
  { option, path }: SummaryFile,
  jobs: readonly ReadyJob[],
  inputs: readonly string[],
  places: PlanPlaces,
  world: World,
): Promise<void> {
  const refuse = (why: FailureFacts['summary-unfit']['why'], reason: string): never => {
    throw new Failure('summary-unfit', { option, path, why, reason });
  };
  const failureOf = (act: Promise<unknown>): Promise<FailureRecord | null> =>
    act.then(
      () => null,
      (error: unknown) => {
        if (error instanceof Failure) return (error as Failure).record;
        throw error;
      },
    );
  const folder = await failureOf(world.listFolder(places.folderOfGiven(path)));
  const isMade = jobs.some(({ files }) => files.some(({ location }) => places.isBeside(path, location)));
  if (folder !== null && !(folder.code === 'folder-not-found' && isMade)) refuse('no-folder', '');
  const file = await failureOf(world.checkFiles([path], inputs));
  if (file?.code === 'output-is-input') refuse('input', '');
  // A text can be added to a device, such as /dev/stdout.
  const isDevice = option === 'GITHUB_STEP_SUMMARY' && (await failureOf(world.listFolder(places.given(path)))) !== null;
  if (file?.code === 'output-not-a-file' && !isDevice) refuse('not-a-file', '');
  if (file?.code === 'output-link-broken') refuse('link-broken', '');
  if (file?.code === 'write-failed') refuse('unwritable', file.facts.reason);
}

/** What the plan and the command line say for all jobs, where the job itself says nothing. */
function optionsOf(
  { options, out }: PlannedJob,
  { plan, places }: PlanFile,
  raw: RawOptions,
  outer: World,
): RawOptions {
  const given = [raw['data'], plan?.data ?? undefined, outer.env['RESURS_DATA'] || undefined] as const;
  const [flag, ofPlan, variable] = given.map((each) => (each === undefined ? undefined : String(each)));
  // The plan's folder is seen from the plan, the others from where the command stands.
  const data = [flag, ofPlan ?? variable].find((each) => each !== undefined);
  const isOfPlan = flag === undefined && ofPlan !== undefined;
  return {
    ...(data === undefined ? {} : { data: isOfPlan ? data : places.given(data) }),
    ...(raw['lang'] === undefined ? {} : { lang: raw['lang'] }),
    ...(raw['strict'] === true ? { strict: true } : {}),
    ...options,
    ...(out.length === 0 ? {} : { out }),
  };
}

/** Where the option stands in the plan that a failure speaks of, or the file or folder; else the job as a whole. */
export function placeInPlan({ at, out }: PlannedJob, { facts }: FailureRecord, file: PlanFile): Place {
  const path = 'path' in facts ? facts.path : undefined;
  const option = 'option' in facts ? String(facts.option).replace(/^--/, '') : undefined;
  const job = file.plan?.jobs[at];
  const isIt = ([key, value]: readonly [string, unknown]): boolean =>
    key === option || (path !== undefined && [value].flat().some((each) => String(each).trim() === path));
  for (const part of ['matrix', 'gates', 'with'] as const) {
    const [key] = Object.entries(job?.[part] ?? {}).find(isIt) ?? [];
    if (key !== undefined) return file.placeOf(['jobs', at, part, key]);
  }
  if (path !== undefined && path === file.plan?.data) return file.placeOf(['data']);
  const output = out.indexOf(String(path));
  if (output < 0) return file.placeOf(['jobs', at]);
  return file.placeOf(['jobs', at, 'out', ...(out.length > 1 ? [output] : [])]);
}

/** The keys of files, by which two names of one file are one. */
async function keysOf(paths: Iterable<string>, folder: string, world: World): Promise<ReadonlySet<string>> {
  const files = await Promise.all([...paths].map((path) => plannedFile(path, folder, world)));
  return new Set(files.map(({ key }) => key));
}

/** Files that two jobs would write, that stand outside the plan's folder, that some job reads, or where the summary goes. */
function outputFaults(
  jobs: readonly ReadyJob[],
  kept: Readonly<Record<'inputs' | 'summaries', ReadonlySet<string>>>,
  mayBeOutside: boolean,
  { placeOf }: PlanFile,
): Problem[] {
  const writers = new Map<string, string>();
  const known = new Set([...kept.inputs, ...kept.summaries, ...jobs.flatMap((job) => job.files.map(({ key }) => key))]);
  return jobs.flatMap(({ name: job, at, files }) =>
    files.flatMap(({ name: path, isOutside, key }): Problem[] => {
      const place = placeOf(['jobs', at, 'out']);
      const otherJob = writers.get(key);
      writers.set(key, job);
      if (otherJob !== undefined) return [problem('plan-output-twice', { path, job, otherJob }, place)];
      if (kept.inputs.has(key)) return [problem('plan-output-is-input', { path, job }, place)];
      if (kept.summaries.has(key)) return [problem('plan-output-is-summary', { path, job }, place)];
      if (foldersAbove(key).some((folder) => known.has(folder))) {
        return [problem('plan-output-below-file', { path, job }, place)];
      }
      return isOutside && !mayBeOutside ? [problem('plan-output-outside', { path, job }, place)] : [];
    }),
  );
}

/** Outputs that the disk would refuse: a folder, a way through a file, another name of a file that is read. */
async function unwritable(
  jobs: readonly ReadyJob[],
  inputs: readonly string[],
  file: PlanFile,
  { checkFiles }: World,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const job of jobs) {
    for (const { location, name } of job.files) {
      try {
        await checkFiles([file.places.toWrite(location)], inputs);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const { record }: Failure = error;
        const failure = { ...record, facts: { ...record.facts, path: name } } as FailureRecord;
        problems.push(problem('plan-job-unfit', { job: job.name, failure }, file.placeOf(['jobs', job.at, 'out'])));
      }
    }
  }
  return problems;
}

/** Every folder that a file would stand in, by their keys. */
function foldersAbove(key: string): string[] {
  const parts = key.split(/[\\/]/);
  return parts.slice(1, -1).map((_, at) => key.slice(0, parts.slice(0, at + 2).join('/').length));
}
