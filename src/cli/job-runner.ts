import type { Judgement } from '../commands/outcome.ts';
import type { PlanPlaces } from '../commands/plan-places.ts';
import type { JobRow } from '../domain/batch-report.ts';
import { Failure, type FailureRecord } from '../domain/failure.ts';
import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { Report } from '../domain/report.ts';
import type { InputFile } from '../domain/tables.ts';
import type { OutputFile, World } from '../domain/world.ts';
import { catalogueOf } from '../messages/catalogue-of.ts';
import { NO_PAINT } from '../render/paint.ts';
import { render } from '../render/render.ts';
import { EXIT } from './exit.ts';
import { PLANNED } from './planned-commands.ts';
import type { ReadyJob } from './ready-jobs.ts';
import { verdictOf } from './verdict.ts';

/** What came of a job before anything of it is written. */
export interface Computed {
  readonly job: ReadyJob;
  readonly row: JobRow;
  readonly files: readonly OutputFile[];
  readonly met: Met;
  /** Every file that it read or found, absolute: it writes over none. */
  readonly read: readonly string[];
}

/** What a job read, and what it found in that, named as seen from the plan. */
export interface Met {
  readonly inputs: readonly InputFile[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  /** What was thrown, for who looks for a fault in the program. */
  readonly error: unknown;
}

/** How a job ended, and what was thrown when it was to be written. */
export interface Ended {
  readonly row: JobRow;
  readonly error: unknown;
}

/** One job as the single command would run it, but for the writing; whatever happens to it stays with it. */
export async function computed(job: ReadyJob, places: PlanPlaces): Promise<Computed> {
  try {
    const outcome = await PLANNED[job.command].run(job.options, job.context);
    if (outcome.kind !== 'judgement') throw new Failure('internal', { message: `${job.command} gave no report` });
    const { isRefused, breached, exit } = verdictOf(outcome, job.options['strict'] === true);
    const report = isRefused ? null : outcome.report;
    const met = metBy(job, outcome, places);
    const codes = (severity: Problem['severity']) => codesOf(met.problems.filter((each) => each.severity === severity));
    const row: JobRow = {
      ...emptyRow(job),
      exitCode: exit,
      ...(report === null ? {} : hoursOf(report)),
      outputs: report === null ? [] : job.files.map(({ name, format }) => ({ path: name, format })),
      errors: codes('error'),
      warnings: codes('warning'),
      notes: codesOf(report?.notes ?? []),
      failures: breached,
    };
    const read = [...outcome.inputs.map(({ location }) => location), ...outcome.found];
    return { job, row, files: report === null ? [] : await rendered(job, report, places), met, read };
  } catch (error) {
    return {
      job,
      row: failedRow(job, error),
      files: [],
      met: { inputs: [], problems: [], notes: [], error },
      read: [],
    };
  }
}

/** Writes what jobs have computed, and afterwards takes away the folders that it made for nothing. */
export class JobWriter {
  readonly #world: World;
  readonly #places: PlanPlaces;
  readonly #inputs: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #unmake: (() => Promise<void>)[] = [];

  constructor(world: World, inputs: readonly string[], places: PlanPlaces) {
    this.#world = world;
    this.#places = places;
    this.#inputs = inputs;
    this.#known = new Set(inputs);
  }

  /** The files of a job, whole or not at all; a job whose files cannot be written has failed, whatever it found. */
  async write({ job, row, files, read }: Computed): Promise<Ended> {
    if (files.length === 0) return { row, error: null };
    try {
      for (const folder of new Set(job.files.map(({ location }) => this.#places.folderToWrite(location)))) {
        this.#unmake.push(await this.#world.makeFolder(folder));
      }
      const more = read.filter((path) => !this.#known.has(path));
      await this.#world.writeFiles(files, more.length === 0 ? this.#inputs : [...this.#inputs, ...more]);
      return { row, error: null };
    } catch (error) {
      const { errors, warnings, notes, failures } = row;
      const failed = failedRow(job, seenFromPlan(error, job, this.#places));
      return { row: { ...failed, errors, warnings, notes, failures }, error };
    }
  }

  /** When no job writes any more: a folder in which nothing stands is taken away, the deepest first. */
  async end(): Promise<void> {
    for (const unmake of this.#unmake.reverse()) await unmake();
  }
}

async function rendered({ context, files }: ReadyJob, report: Report, places: PlanPlaces): Promise<OutputFile[]> {
  const catalogue = await catalogueOf(context.language);
  const page = { catalogue, width: 80, paint: NO_PAINT, problems: [], dataFlag: '' };
  return Promise.all(
    files.map(async ({ location, format }) => ({
      path: places.toWrite(location),
      content: await render(report, format, page),
    })),
  );
}

function failedRow(job: ReadyJob, error: unknown): JobRow {
  const failure: Failure =
    error instanceof Failure ? error : new Failure('internal', { message: String(error) }, { cause: error });
  return { ...emptyRow(job), exitCode: EXIT.couldNotRun, failure: withFolder(failure.record, job) };
}

/** What a job could not write, named as the plan names it, wherever the command stands. */
function seenFromPlan(error: unknown, { files }: ReadyJob, places: PlanPlaces): unknown {
  if (!(error instanceof Failure) || !('path' in error.facts)) return error;
  const { code, facts, cause }: Failure = error;
  const names = new Map(
    files.flatMap(({ location, name }) => [
      [places.folderToWrite(location), places.folderNamed(location)] as const,
      [places.toWrite(location), name] as const,
    ]),
  );
  const seen = (path: string): string => names.get(path) ?? path;
  const replaced = 'replaced' in error.facts ? { replaced: error.facts.replaced?.map(seen) } : {};
  return new Failure(code, { ...facts, ...replaced, path: seen(error.facts.path) }, { cause });
}

/** «This folder» would be the one that the command stands in, not the plan's. */
function withFolder(failure: FailureRecord, { context }: ReadyJob): FailureRecord {
  if (failure.code !== 'tables-not-found' || failure.facts.folder !== '.') return failure;
  const folder = context.folder.path.split(/[\\/]/).at(-1) || '.';
  return { ...failure, facts: { ...failure.facts, folder } };
}

/** Facts that name a file. */
const FILE_FACTS = ['otherPath', 'codesFile', 'from', 'file', 'path'];

/** What a job met, its files named from the plan: two data folders may have files of the same names. */
function metBy({ options, context }: ReadyJob, { inputs, problems, report }: Judgement, places: PlanPlaces): Met {
  const named = new Map(
    inputs.map((input) => [input.path, places.nameOfInput(input, String(options['data'] ?? '.'), context.folder.path)]),
  );
  const renamed = <Value>(value: Value): Value => (named.get(String(value)) as Value | undefined) ?? value;
  const inFacts = <Found extends { readonly facts: object }>(found: Found): Found => ({
    ...found,
    facts: Object.fromEntries(
      Object.entries(found.facts).map(([key, fact]) => [key, FILE_FACTS.includes(key) ? renamed(fact) : fact]),
    ),
  });
  return {
    inputs: inputs.map((input) => ({ ...input, path: renamed(input.path) })),
    problems: problems.map((each) => ({ ...inFacts(each), file: renamed(each.file) })),
    notes: (report?.notes ?? []).map(inFacts),
    error: null,
  };
}

/** A job that has done nothing yet, which counts as fine. */
function emptyRow({ name, command, with: options }: ReadyJob): JobRow {
  return {
    name,
    command,
    with: options,
    exitCode: EXIT.fine,
    totalHours: null,
    change: null,
    changeShare: null,
    outputs: [],
    errors: [],
    warnings: [],
    notes: [],
    failures: [],
    failure: null,
  };
}

/** The hours of all that a result covers, and what they changed by. */
function hoursOf(report: Report): Pick<JobRow, 'totalHours' | 'change' | 'changeShare'> {
  if (report.kind === 'estimate') {
    return { totalHours: report.totals.at(-1)?.totalHours ?? null, change: null, changeShare: null };
  }
  const total = report.kind === 'compare' ? report.totals.at(-1) : undefined;
  if (total === undefined) return { totalHours: null, change: null, changeShare: null };
  return { totalHours: total.to.totalHours, change: total.change.totalHours, changeShare: total.changeShare };
}

function codesOf(findings: readonly { readonly code: string }[]): string[] {
  return [...new Set(findings.map(({ code }) => code))].sort();
}
