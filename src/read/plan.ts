import * as z from 'zod/mini';
import { nearest } from '../domain/nearness.ts';
import { PLANNABLE, type Plan, type PlanJob } from '../domain/plan.ts';
import { NOWHERE, type Place, type Problem, type ProblemFacts, problem } from '../domain/problem.ts';
import { described, Text } from '../schema/values.ts';
import { decodeText } from './encoding.ts';
import { readYaml, type YamlPath } from './yaml.ts';

/** A plan of more bytes than this is none that a person wrote. */
const LONGEST_PLAN = 1_000_000;

const Name = Text.check(z.minLength(1));
const File = z.string().check(
  z.minLength(1),
  z.refine((path) => !/\p{Cc}/u.test(path)),
);
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Value = z.union([Scalar, z.array(Scalar).check(z.minLength(1))]);
/** A number with its unit, such as `10%` or `2,5 h`; what it is exactly the command says. */
const Limit = z.string().check(z.regex(/^\s*\d[\d\s\u00A0\u202F.,]*(?:%|h)\s*$/));
const Range = z.strictObject({ from: z.string(), to: z.string() });

const Job = z.strictObject({
  name: described(Name, 'A name of its own, for the summary and as {name} in out.'),
  command: described(z.enum(PLANNABLE), 'The command to run.'),
  with: z.optional(described(z.record(z.string(), Value), 'Its options by their long names, such as month: 2023-01.')),
  matrix: z.optional(
    described(
      z.record(z.string(), z.union([z.array(Scalar).check(z.minLength(1)), Range])),
      'A list of values for an option, or a range for month: one run for each combination.',
    ),
  ),
  out: z.optional(
    described(
      z.union([File, z.array(File).check(z.minLength(1))]),
      'Files to write; the ending tells the format, and {month} and the like stand for options.',
    ),
  ),
  gates: z.optional(
    described(
      z.strictObject({
        'max-increase': z.optional(described(Limit, 'Exit code 3 if the total rises by more, such as 10% or 500h.')),
        'max-decrease': z.optional(described(Limit, 'Exit code 3 if the total falls by more.')),
      }),
      'Limits of compare.',
    ),
  ),
});

/** A plan as a person writes it (*körplan*): nothing unknown. */
export const PlanFile = z
  .strictObject({
    version: described(z.literal(1), 'The version of the form of plans.'),
    data: z.optional(described(File, 'The data folder of jobs that name none, as seen from the plan.')),
    jobs: described(z.array(Job).check(z.minLength(1)), 'The runs, in their order.'),
  })
  .check(z.meta({ title: 'A plan of resurs batch', description: 'Many runs, all finished, with one summary.' }));

/** What reading a plan gave: a plan, or problems; and where its values stand. */
export interface PlanReading {
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
  /** Where a value stands in the file, or what it would be part of. */
  placeOf(path: YamlPath): Place;
}

/** Reads a plan; everything that is wrong with its form is a problem with its line. `file` is its name in messages. */
export async function readPlan(bytes: Uint8Array, file: string): Promise<PlanReading> {
  const place: Place = { ...NOWHERE, file };
  const refused = (found: Problem): PlanReading => ({ plan: null, problems: [found], placeOf: () => place });
  if (bytes.length > LONGEST_PLAN) return refused(problem('plan-too-long', { limit: '1 MB' }, place));
  const decoded = await decodeText(bytes);
  if ('fault' in decoded) {
    const { code, facts, line } = decoded.fault;
    if (code === 'file-empty') return refused(problem('plan-value', { key: '', expected: 'plan' }, place));
    return refused(problem(code, facts, { ...place, line }));
  }
  const yaml = await readYaml(decoded.text, 'asWritten');
  if ('fault' in yaml) {
    const { kind, said, line } = yaml.fault;
    return refused(problem('plan-syntax', { kind, said }, { ...place, line }));
  }
  const placeOf = (path: YamlPath): Place => ({ ...place, line: yaml.lineOf(path) });
  const strange = strangeParts(yaml.value, [], placeOf);
  if (strange.length > 0) return { plan: null, problems: strange, placeOf };
  const result = PlanFile.safeParse(withVersion(yaml.value));
  if (!result.success) {
    const issues = withoutMisspelt(result.error.issues);
    return { plan: null, problems: issues.flatMap((issue) => problemsOf(issue, placeOf)), placeOf };
  }
  const { data = null, jobs } = result.data;
  return { plan: { data, jobs: jobs.map(jobOf) }, problems: [], placeOf };
}

/** Quotation marks of running text around a value, as a word processor makes them. */
const FOREIGN_QUOTE = /^[\u201C-\u201F\u2018-\u201B\u00AB\u00BB]|[\u201C-\u201F\u00AB\u00BB]$/u;

/** Every value that begins or ends with such a mark, which would be a part of it, that is empty, and a key that no object can hold. */
function strangeParts(value: unknown, path: YamlPath, placeOf: PlanReading['placeOf']): Problem[] {
  if (typeof value === 'string') {
    const [character] = FOREIGN_QUOTE.exec(value) ?? [];
    return character === undefined ? [] : [problem('plan-quote', { character }, placeOf(path))];
  }
  // Of an option, or of the files.
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  if (value === null && path.length > 3 && path[2] !== 'gates') {
    const empty = path[2] === 'matrix' ? 'list' : 'value';
    const expected = typeof path.at(-1) === 'number' ? 'value-filled' : empty;
    return [problem('plan-value', { key, expected }, placeOf(path))];
  }
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  if (isList && value.length === 0 && path.length > 2) {
    return [problem('plan-value', { key, expected: 'list-filled' }, placeOf(path))];
  }
  return Object.entries(value).flatMap(([key, each]) => {
    const at = [...path, isList ? Number(key) : key];
    // It would be lost in an object.
    if (key === '__proto__')
      return [problem('plan-key-unknown', { key, near: [], known: [], isOfJob: false }, placeOf(at))];
    return strangeParts(each, at, placeOf);
  });
}

/** Of all that is written in digits only the version is a number. */
function withVersion(value: unknown): unknown {
  const isNumbered = typeof value === 'object' && value !== null && 'version' in value && value.version === '1';
  return isNumbered ? { ...value, version: 1 } : value;
}

/** The plan as the program uses it; where the file leaves something out there is nothing. */
function jobOf({ name, command, with: options, matrix, out = [], gates }: z.infer<typeof Job>): PlanJob {
  const job = { name, command, with: options ?? {}, gates: gates ?? {}, matrix: matrix ?? {}, out: [out].flat() };
  return job as PlanJob;
}

/** What the keys of a plan hold, for messages. */
const EXPECTED: Readonly<Record<string, ProblemFacts['plan-value']['expected']>> = {
  version: 'version',
  data: 'file',
  jobs: 'jobs',
  name: 'name',
  command: 'command',
  with: 'options',
  matrix: 'matrix',
  out: 'file',
  gates: 'gates',
};

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  plan: Object.keys(PlanFile.shape),
  job: Object.keys(Job.shape),
  gates: Object.keys(Job.shape.gates.def.innerType.shape),
};

function knownAt(path: readonly unknown[]): readonly string[] {
  return KNOWN[path.length === 0 ? 'plan' : path.length === 2 ? 'job' : 'gates'] ?? [];
}

/** What is wanting because its key is misspelt is one fault, not two. */
function withoutMisspelt(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const near = issue.keys.flatMap((key) => nearest(key, knownAt(issue.path)));
    return near.map((key) => JSON.stringify([...issue.path, key]));
  });
  return issues.filter(({ path }) => !meant.includes(JSON.stringify(path)));
}

function problemsOf(issue: z.core.$ZodIssue, placeOf: PlanReading['placeOf']): Problem[] {
  const path = issue.path as YamlPath;
  if (issue.code === 'unrecognized_keys') {
    const known = knownAt(path);
    return issue.keys.map((key) =>
      problem('plan-key-unknown', { key, near: nearest(key, known), known, isOfJob: false }, placeOf([...path, key])),
    );
  }
  const [, , part, option] = path;
  if (isJobPart(part) && typeof option === 'string' && isJobKey(option)) {
    return [problem('plan-key-unknown', { key: option, near: [], known: [], isOfJob: true }, placeOf(path))];
  }
  if (part === 'matrix' && typeof option === 'string') {
    return [problem('plan-value', { key: option, expected: 'list' }, placeOf(path))];
  }
  // What is wrong is the part of the plan that has a name, whichever of its values it is.
  const at = path.findIndex((step, index) => index > 0 && typeof step === 'string' && step in EXPECTED);
  const key = String(at < 0 ? (path[0] ?? '') : path[at]);
  const expected = path.length === 2 ? 'jobs' : (EXPECTED[key] ?? 'plan');
  const place = placeOf(path);
  return [problem('plan-value', { key, expected }, { ...place, line: place.line ?? 1 })];
}

function isJobPart(part: string | number | undefined): boolean {
  return part === 'with' || part === 'matrix' || part === 'gates';
}

/** Whether a key is one of a job, and of no option: `with` is both. */
function isJobKey(key: string): boolean {
  return key !== 'with' && Object.hasOwn(Job.shape, key);
}
