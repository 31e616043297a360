import type { PlanPlaces } from '../commands/plan-places.ts';
import { monthFrom } from '../commands/request.ts';
import { Failure } from '../domain/failure.ts';
import { isoMonth, type Month, monthsFromTo } from '../domain/month.ts';
import { nearest } from '../domain/nearness.ts';
import type { MonthRange, Plan, PlanJob, PlannableCommand, PlanValue } from '../domain/plan.ts';
import { type Place, type Problem, type ProblemCode, type ProblemFacts, problem } from '../domain/problem.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { OptionName } from '../messages/catalogue.ts';
import { isSwitch, longName, REPEATABLE } from './flags.ts';
import { optionsOfJob, PLANNED } from './planned-commands.ts';

/** One run of a plan (*jobb*), with what the matrix chose for it. */
export interface PlannedJob {
  /** Its name in the plan, and what the matrix chose. */
  readonly name: string;
  readonly command: PlannableCommand;
  /** Its options by their long names, as they are shown: no path starts from the root. */
  readonly with: Readonly<Record<string, PlanValue>>;
  /** Its options as the command has them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Files to write, as seen from the plan. */
  readonly out: readonly string[];
  /** Where the job stands among those of the plan. */
  readonly at: number;
}

/** Keys of a job that are no options: below `with` they stand too deep. */
const JOB_KEYS: readonly string[] = ['name', 'command', 'matrix', 'out', 'gates'];

/** More jobs than this were not meant. */
const MOST_JOBS = 10_000;
/** No combination is counted further than this. */
const FAR_TOO_MANY = 1e12;

type PlaceOf = (path: readonly (string | number)[]) => Place;

/** The options that name files or folders. */
const PATHS: ReadonlySet<string> = new Set(['data', ...TABLE_NAMES, 'scenario', 'with']);

/**
 * The jobs of a plan, one for each combination of a matrix; or everything that is wrong with them. A month is that of
 * the jobs that name none.
 */
export function plannedJobs(
  given: Plan,
  month: string | null,
  placeOf: PlaceOf,
  places: PlanPlaces,
): { jobs: PlannedJob[]; problems: Problem[] } {
  const plan = month === null ? given : withMonth(given, month);
  const count = plan.jobs.reduce((sum, { matrix }) => sum + combinationsOf(matrix), 0);
  if (count > MOST_JOBS) {
    const facts = { count, limit: MOST_JOBS };
    return { jobs: [], problems: [problem('plan-jobs-too-many', facts, placeOf(['jobs']))] };
  }
  const problems: Problem[] = [];
  const firsts = new Map<string, number>();
  const jobs = plan.jobs.flatMap((job, at) => {
    const first = firsts.get(job.name);
    if (first === undefined) firsts.set(job.name, at);
    else {
      const otherLine = placeOf(['jobs', first, 'name']).line;
      problems.push(problem('plan-name-twice', { name: job.name, otherLine }, placeOf(['jobs', at, 'name'])));
      return [];
    }
    return new JobMaker(job, at, placeOf, places, problems).jobs();
  });
  const found = [...problems, ...namesakes(jobs, placeOf)];
  // What is wrong with a job of a matrix is wrong with each of them.
  return { jobs, problems: [...new Map(found.map((each) => [JSON.stringify(each), each])).values()] };
}

/** What a matrix chose may make a name that another job has, or be the same in other words. */
function namesakes(jobs: readonly PlannedJob[], placeOf: PlaceOf): Problem[] {
  const firsts = new Map<string, PlannedJob>();
  return jobs.flatMap((job) => {
    const first = firsts.get(job.name);
    if (first === undefined) firsts.set(job.name, job);
    if (first === undefined) return [];
    if (first.at === job.at) {
      return [problem('plan-value', { key: 'matrix', expected: 'distinct' }, placeOf(['jobs', job.at, 'matrix']))];
    }
    const otherLine = placeOf(['jobs', first.at, 'name']).line;
    return [problem('plan-name-twice', { name: job.name, otherLine }, placeOf(['jobs', job.at, 'name']))];
  });
}

/** The plan with a month for the jobs that name none; where each names its own, the month is of no use. */
function withMonth(plan: Plan, month: string): Plan {
  if (plan.jobs.every(namesMonth)) throw new Failure('month-unused', {});
  return { ...plan, jobs: plan.jobs.map((job) => (namesMonth(job) ? job : { ...job, with: { ...job.with, month } })) };
}

function namesMonth({ with: options, matrix }: PlanJob): boolean {
  return ['month', 'from', 'to'].some((key) => Object.hasOwn(options, key) || Object.hasOwn(matrix, key));
}

/** How many jobs a matrix makes; a range of months is counted when it is read, and cannot be long. */
function combinationsOf(matrix: PlanJob['matrix']): number {
  return Object.values(matrix).reduce(
    (product, values) => Math.min(product * valuesOf(values).length, FAR_TOO_MANY),
    1,
  );
}

/** The values of a matrix's option; none where a range is none. */
function valuesOf(values: PlanJob['matrix'][string]): readonly (string | boolean)[] {
  if (!isRange(values)) return values;
  const [from, to] = [monthFrom(values.from), monthFrom(values.to)];
  if (from === null || to === null || to < from) return [];
  return monthsFromTo(from, to).map((month: Month) => isoMonth(month));
}

function isRange(values: PlanJob['matrix'][string]): values is MonthRange {
  return !Array.isArray(values);
}

/** Makes the jobs of one entry of a plan. */
class JobMaker {
  readonly #job: PlanJob;
  readonly #at: number;
  readonly #placeOf: PlaceOf;
  readonly #places: PlanPlaces;
  readonly #problems: Problem[];
  /** What the entry may say, by its long name. */
  readonly #known: ReadonlyMap<string, OptionName>;

  constructor(job: PlanJob, at: number, placeOf: PlaceOf, places: PlanPlaces, problems: Problem[]) {
    this.#job = job;
    this.#at = at;
    this.#placeOf = placeOf;
    this.#places = places;
    this.#problems = problems;
    this.#known = new Map(optionsOfJob(job.command).map((option) => [longName(option), option]));
  }

  jobs(): PlannedJob[] {
    const { name, command, with: options, gates, matrix, out } = this.#job;
    const before = this.#problems.length;
    this.#checkKeys();
    const areKeysKnown = this.#problems.length === before;
    if (areKeysKnown && !namesMonth(this.#job)) this.#report('plan-month-missing', { job: name });
    for (const file of out)
      if (file.includes('\\')) this.#report('plan-value', { key: 'out', expected: 'slashes' }, 'out');
    for (const [key, value] of [...Object.entries(options), ...Object.entries(gates)]) this.#checkValue(key, value);
    for (const [key, values] of Object.entries(matrix)) this.#checkMatrix(key, values);
    if (this.#problems.length > before) return [];
    const jobs = combinations(matrix).map((choice): PlannedJob => {
      const all = inOneForm({ ...options, ...gates, ...choice });
      const shown = this.#shown(all);
      const chosen = Object.keys(choice)
        .map((key) => inName(shown[key]))
        .join(', ');
      return {
        name: chosen === '' ? name : `${name} (${chosen})`,
        command,
        with: shown,
        options: this.#asOptions(all),
        out: out.map((file) => this.#filled(file, { ...all, name, command })),
        at: this.#at,
      };
    });
    return this.#problems.length > before ? [] : jobs;
  }

  #report<Code extends ProblemCode>(code: Code, facts: ProblemFacts[Code], ...path: (string | number)[]): void {
    this.#problems.push(problem(code, facts, this.#placeOf(['jobs', this.#at, ...path])));
  }

  /** Every option is one of the command's, and stands in one part only. */
  #checkKeys(): void {
    const { command, with: options, gates, matrix } = this.#job;
    const limits = PLANNED[command].gates.map(longName);
    if (limits.length === 0 && Object.keys(gates).length > 0) {
      this.#report('plan-gates-unfit', { command }, 'gates');
      return;
    }
    const known = [...this.#known.keys()];
    const seen = new Set<string>();
    for (const [part, keys, allowed] of [
      ['with', Object.keys(options), known],
      ['gates', Object.keys(gates), limits],
      ['matrix', Object.keys(matrix), known],
    ] as const) {
      for (const key of keys) {
        if (!allowed.includes(key)) {
          const isOfJob = JOB_KEYS.includes(key);
          const near = isOfJob ? [] : nearest(key, allowed);
          this.#report('plan-key-unknown', { key, near, known: allowed, isOfJob }, part, key);
        } else if (seen.has(key)) this.#report('plan-option-twice', { key }, part, key);
        seen.add(key);
      }
    }
  }

  #checkValue(key: string, value: PlanValue): void {
    const option = this.#known.get(key);
    if (option === undefined) return;
    const part = Object.hasOwn(this.#job.gates, key) ? 'gates' : 'with';
    const items = Array.isArray(value) ? value : [value];
    if (items.length > 1 && !REPEATABLE.has(option))
      this.#report('plan-value', { key, expected: 'one-value' }, part, key);
    this.#checkKind(key, option, items, part);
  }

  #checkMatrix(key: string, values: PlanJob['matrix'][string]): void {
    const option = this.#known.get(key);
    if (option === undefined) return;
    const isMonths = isRange(values);
    if (isMonths && (option !== 'month' || valuesOf(values).length === 0)) {
      this.#report('plan-value', { key, expected: 'months' }, 'matrix', key);
    } else if (!isMonths) {
      this.#checkKind(key, option, values, 'matrix');
      if (new Set(values).size < values.length)
        this.#report('plan-value', { key, expected: 'distinct' }, 'matrix', key);
    }
  }

  /** An option without a value is true or false, any other is a text. */
  #checkKind(key: string, option: OptionName, items: readonly (string | boolean)[], part: string): void {
    const isFit = items.every((item) => (typeof item === 'boolean') === isSwitch(option));
    if (!isFit) this.#report('plan-value', { key, expected: isSwitch(option) ? 'yes-or-no' : 'value' }, part, key);
  }

  /** Options as the summary shows them. */
  #shown(values: Readonly<Record<string, PlanValue>>): Record<string, PlanValue> {
    const shown = (value: string | boolean) => (typeof value === 'string' ? this.#places.shown(value.trim()) : value);
    const entries = Object.entries(values).map(([key, value]) => {
      if (!PATHS.has(key)) return [key, value] as const;
      return [key, typeof value === 'object' ? value.map(shown) : shown(value)] as const;
    });
    return Object.fromEntries(entries);
  }

  #asOptions(values: Readonly<Record<string, PlanValue>>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => {
        const option = this.#known.get(key) as OptionName;
        return [[option, REPEATABLE.has(option) ? [value].flat() : [value].flat()[0]]];
      }),
    );
  }

  /** `{month}` and the like stand for the job's options. */
  #filled(file: string, values: Readonly<Record<string, PlanValue>>): string {
    return file.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value !== undefined) return inFileName([value].flat().join('-'));
      const known = Object.keys(values);
      this.#report('plan-placeholder-unknown', { name, near: nearest(name, known), known }, 'out');
      return whole;
    });
  }
}

/** The same options with their months as `2023-01`, however they are written, so that a file of theirs has one name. */
function inOneForm(options: Readonly<Record<string, PlanValue>>): Record<string, PlanValue> {
  const entries = Object.entries(options).map(([key, value]) => {
    const month = typeof value === 'string' && ['month', 'from', 'to'].includes(key) ? monthFrom(value.trim()) : null;
    return [key, month === null ? value : isoMonth(month)] as const;
  });
  return Object.fromEntries(entries);
}

/** A value in the name of its job, which a comma of its own would make that of another one. */
function inName(value: PlanValue | undefined): string {
  const text = String(value);
  return /[",]/.test(text) ? JSON.stringify(text) : text;
}

/** What a value is as a part of a file's name, on every system: it makes no folder of its own. */
function inFileName(value: string): string {
  return value
    .trim()
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^\.+$/, (dots) => '-'.repeat(dots.length));
}

/** Every choice of a value for each option of a matrix, the first option changing last. */
function combinations(matrix: PlanJob['matrix']): Readonly<Record<string, string | boolean>>[] {
  return Object.entries(matrix).reduce<Record<string, string | boolean>[]>(
    (choices, [key, values]) =>
      choices.flatMap((choice) => valuesOf(values).map((value) => ({ ...choice, [key]: value }))),
    [{}],
  );
}
