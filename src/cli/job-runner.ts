import type { Judgement } from '../commands/outcome.ts';
import { folderOfFile, nameFrom } from '../commands/plan.ts';
import type { JobRow } from '../domain/batch-report.ts';
import { Failure } from '../domain/failure.ts';
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

interface Surroundings {
  readonly world: World;
  /** Where the command stands: the world writes from there. */
  readonly cwd: string;
  /** The plan's folder. */
  readonly folder: string;
  readonly inputs: readonly string[];
}

/** Runs jobs as single commands would run, and gathers what they met, each thing once. */
export class JobRunner {
  readonly #surroundings: Surroundings;
  readonly #problems = new Map<string, Problem>();
  readonly #notes = new Map<string, Note>();
  readonly #inputs = new Map<string, InputFile>();
  /** Settled when the job that began last waits only for the disk. */
  computed: Promise<unknown> = Promise.resolve();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  get gathered() {
    return {
      problems: [...this.#problems.values()],
      notes: [...this.#notes.values()],
      inputs: [...this.#inputs.values()],
    };
  }

  /** One job to its end; whatever happens to it stays with it. */
  async run(job: ReadyJob): Promise<JobRow> {
    const computing = this.#compute(job);
    this.computed = computing.catch(() => undefined);
    try {
      const { row, files } = await computing;
      await this.#write(files);
      return row;
    } catch (error) {
      const failure: Failure =
        error instanceof Failure ? error : new Failure('internal', { message: String(error) }, { cause: error });
      return { ...emptyRow(job), exitCode: EXIT.couldNotRun, failure: failure.record };
    }
  }

  async #compute(job: ReadyJob): Promise<{ row: JobRow; files: readonly OutputFile[] }> {
    const outcome = await PLANNED[job.command].run(job.options, job.context);
    if (outcome.kind !== 'judgement') throw new Failure('internal', { message: `${job.command} gave no report` });
    const { isRefused, breached, exit } = verdictOf(outcome, job.options['strict'] === true);
    const problems = this.#gather(outcome);
    const report = isRefused ? null : outcome.report;
    const codes = (severity: Problem['severity']) => codesOf(problems.filter((each) => each.severity === severity));
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
    return { row, files: report === null ? [] : await this.#rendered(job, report) };
  }

  async #rendered({ context, files }: ReadyJob, report: Report): Promise<OutputFile[]> {
    const catalogue = await catalogueOf(context.language);
    const page = { catalogue, width: 80, paint: NO_PAINT, problems: [], dataFlag: '' };
    const { cwd } = this.#surroundings;
    return Promise.all(
      files.map(async ({ location, format }) => ({
        path: nameFrom(cwd, location),
        content: await render(report, format, page),
      })),
    );
  }

  /** Whole or not at all; what was made for files that could not be written is taken away again. */
  async #write(files: readonly OutputFile[]): Promise<void> {
    const { world, inputs } = this.#surroundings;
    if (files.length === 0) return;
    const folders = [...new Set(files.map(({ path }) => folderOfFile(path)))];
    const unmake = await Promise.all(folders.map((folder) => world.makeFolder(folder)));
    try {
      await world.writeFiles(files, inputs);
    } catch (error) {
      await Promise.all(unmake.map((each) => each()));
      throw error;
    }
  }

  /** The files that the job read and their problems, as they are seen from the plan. */
  #gather({ inputs, problems, report }: Judgement): readonly Problem[] {
    const { folder } = this.#surroundings;
    const names = new Map(
      inputs.map(({ path, location }) => [path, location === '-' ? path : nameFrom(folder, location)]),
    );
    const named = problems.map((each) => ({
      ...each,
      file: each.file === null ? null : (names.get(each.file) ?? each.file),
    }));
    for (const input of inputs) {
      const path = names.get(input.path) ?? input.path;
      this.#inputs.set(`${input.table} ${path}`, { ...input, path });
    }
    for (const each of named) this.#problems.set(JSON.stringify(each), each);
    for (const each of report?.notes ?? []) this.#notes.set(JSON.stringify(each), each);
    return named;
  }
}

/** A job that has done nothing yet. */
export function emptyRow({ name, command, with: options }: ReadyJob): JobRow {
  return {
    name,
    command,
    with: options,
    exitCode: null,
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
