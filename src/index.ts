import path from 'node:path';
import { runCompare } from './commands/compare.ts';
import { type Context, surroundings } from './commands/context.ts';
import { runEstimate } from './commands/estimate.ts';
import type { Outcome } from './commands/outcome.ts';
import type { RawOptions } from './commands/request.ts';
import { listFolder, readFile } from './disk.ts';
import type { CompareReport as Compared } from './domain/compare-report.ts';
import type { Method, SideKind } from './domain/comparison.ts';
import type { DocumentOf, NoteRecord, ProblemRecord, SealedInput } from './domain/document.ts';
import { Failure } from './domain/failure.ts';
import { LANGUAGES, type Language } from './domain/language.ts';
import { nearest } from './domain/nearness.ts';
import { readingOnce } from './domain/reading-once.ts';
import type { EstimateReport as Estimated } from './domain/report.ts';
import type { Tables as ReadTables } from './domain/tables.ts';
import type { World } from './domain/world.ts';
import type { Catalogue } from './messages/catalogue.ts';
import { catalogueOf } from './messages/catalogue-of.ts';
import type { ProblemText } from './messages/problem-text.ts';
import { readFolder } from './read/folder.ts';
import { failureText, problemRecord } from './render/findings.ts';
import { json, sealed } from './render/json.ts';
import { NO_PAINT } from './render/paint.ts';
import { FORMATS, type Format, render as renderReport } from './render/render.ts';

export type { Format, Language, NoteRecord as Note, ProblemRecord as Problem };

/** What `resurs estimate` gives as JSON: `resurs schema estimate` describes it. */
export type EstimateReport = DocumentOf<Estimated>;

/** What `resurs compare` gives as JSON: `resurs schema compare` describes it. */
export type CompareReport = DocumentOf<Compared>;

/** What stands in the files; each file is sealed by its SHA-256. */
export interface Tables extends Omit<ReadTables, 'inputs'> {
  readonly inputs: readonly SealedInput[];
}

/** Files by name, as they would stand in a data folder: text, or bytes in any encoding that is read. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Why something cannot run: an option, a setting, a file. What is wrong in the tables is a {@link Problem} instead. */
export class ResursError extends Error {
  /** Stable, in kebab-case. */
  readonly code: string;
  /** How to mend it. */
  readonly hint: string;

  constructor(code: string, { message, hint }: ProblemText, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }

  // The bundle shortens the name of the class, and what nobody catches is told by it.
  static {
    for (const each of [ResursError, ResursError.prototype]) {
      Object.defineProperty(each, 'name', { value: 'ResursError', configurable: true });
    }
  }
}

/** A data folder that has been read once, to compute from as often as is needed. */
export interface Data {
  /** Whether nothing in the tables refuses a result. */
  readonly isSound: boolean;
  /** Errors and warnings, sorted by file, line and column; their texts in the language of {@link ReadOptions}. */
  readonly problems: readonly ProblemRecord[];
  /** What stands in the files; of use where `isSound`. A copy, which nothing is computed from. */
  readonly tables: Tables;
}

/** What data are computed from. */
const CONTEXTS = new WeakMap<Data, Context>();

/** What reports are rendered from. */
const RENDERED = new WeakMap<object, Estimated | Compared>();

export interface ReadOptions {
  /** The language of messages: `en`, or `sv`. */
  readonly language?: Language;
}

/** Which months, programmes and regions; names or codes as the tables have them. */
export interface EstimateOptions {
  /** `2023-01`; or a range, `from` and `to`. */
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
  readonly programme?: string | readonly string[];
  readonly region?: string | readonly string[];
  /** `2022-10-31`: only what was published by that day. */
  readonly asOf?: string;
  /** A file of schablon or forecast rows that replace those of the same key and add the others. */
  readonly scenario?: string;
}

export interface CompareOptions extends Omit<EstimateOptions, 'from' | 'to'> {
  readonly month: string;
  readonly of?: SideKind;
  /** `last-year`, `outcome:2021-06`, `estimate`, `estimate:2022-10`, `as-of:2022-07-31`, or a saved estimate `.json`. */
  readonly with?: string;
  readonly method?: Method;
  /** `10%` or `500h`; a breach stands in the report's `failures`. */
  readonly maxIncrease?: string;
  readonly maxDecrease?: string;
}

/** A report, or the problems that refuse one; warnings come with the report. */
export interface Result<Kind> {
  readonly report: Kind | null;
  readonly problems: readonly ProblemRecord[];
}

export interface RenderOptions {
  /** Of `table` and `markdown`; machine formats are English always. */
  readonly language?: Language;
  /** Characters in a line of `table`; 80 unless said. */
  readonly width?: number;
}

/**
 * Reads a data folder, or files that are in memory. What is wrong in the tables is in the data's `problems`; a folder or
 * a table that is not there, and unfit settings, are a {@link ResursError}. Neither clock, locale nor environment count.
 */
export async function read(source: string | Files, options: ReadOptions = {}): Promise<Data> {
  if (!isSource(source)) throw new TypeError('a folder, or files by their names as texts or bytes, were expected');
  const { language = 'en' } = objectOf(options);
  const catalogue = await catalogueIn(language);
  return spoken(catalogue, async () => {
    onlyKnown(options, ['language']);
    const world = readingOnce(
      worldOf(typeof source === 'string' ? { listFolder, readFile } : memoryOf(source)),
      path.resolve(),
    );
    const data = typeof source === 'string' ? source : undefined;
    const { context } = await surroundings({ data, tables: {}, isFolderNeeded: true }, world);
    const content = await readFolder(context.folder, world);
    const { tables, problems } = await context.readings.tables(content, () => true);
    const inputs = await sealed(tables.inputs);
    let copy: Tables | null = null;
    const read: Data = frozen({
      isSound: problems.every(({ severity }) => severity !== 'error'),
      problems: problems.map((each) => problemRecord(each, catalogue)),
      get tables() {
        // Arrays of numbers cannot be frozen, and few callers look at them.
        copy ??= frozen(structuredClone({ ...tables, inputs }));
        return copy;
      },
    });
    CONTEXTS.set(read, { ...context, language, isForPeople: true });
    return read;
  });
}

/** The model for one month or a range: `resurs estimate`. Unfit options are a {@link ResursError}. */
export function estimate(data: Data, options: EstimateOptions): Promise<Result<EstimateReport>> {
  return resultOf<EstimateReport>(data, runEstimate, options, ESTIMATE_OPTIONS);
}

/** What changed between two sides of a month, and which factor changed it: `resurs compare`. */
export function compare(data: Data, options: CompareOptions): Promise<Result<CompareReport>> {
  return resultOf<CompareReport>(data, runCompare, options, COMPARE_OPTIONS);
}

/** A line narrower than this holds no word. */
const NARROWEST = 20;

/** A report as text: the same bytes as the command writes. */
export async function render(
  report: EstimateReport | CompareReport,
  format: Format,
  options: RenderOptions = {},
): Promise<string> {
  const rendered = RENDERED.get(report);
  if (rendered === undefined) throw new TypeError('a report that estimate() or compare() gave was expected');
  const { language = 'en', width = 80 } = objectOf(options);
  if (typeof width !== 'number' || Number.isNaN(width)) {
    throw new TypeError('width: a number of characters was expected');
  }
  const catalogue = await catalogueIn(language);
  return spoken(catalogue, async () => {
    onlyKnown(options, ['language', 'width']);
    const formats = Object.keys(FORMATS);
    if (!formats.includes(format)) {
      const near = nearest(String(format), formats);
      throw new Failure('option-value', {
        option: 'format',
        value: String(format),
        expected: 'format',
        choices: formats,
        near,
      });
    }
    return renderReport(rendered, format, {
      catalogue,
      width: width >= NARROWEST ? width : NARROWEST,
      paint: NO_PAINT,
      problems: [],
      dataFlag: '',
    });
  });
}

/** The options of each function, which a program without types may misspell or give as something else. */
const ESTIMATE_OPTIONS = ['month', 'from', 'to', 'programme', 'region', 'asOf', 'scenario'] as const;
const COMPARE_OPTIONS = [
  ...['month', 'programme', 'region', 'asOf', 'scenario'],
  ...['of', 'with', 'method', 'maxIncrease', 'maxDecrease'],
] as const;
/** Those that take several names. */
const LISTS: readonly string[] = ['programme', 'region'];

/** The options as the commands have them; one that is not known, or no text, is a {@link Failure}. */
function optionsOf(options: object, known: readonly string[]): RawOptions {
  onlyKnown(options, known);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([option, value]) => {
      const isList = LISTS.includes(option);
      const isFit = isList ? [value].flat().every((name) => typeof name === 'string') : typeof value === 'string';
      if (!isFit) throw new Failure('option-no-text', { option });
      return [option, isList ? [value].flat() : value];
    }),
  );
}

/** A program without types may misspell an option, and would not see that it has no effect. */
function onlyKnown(options: object, known: readonly string[]): void {
  for (const [option, value] of Object.entries(options)) {
    if (value !== undefined && !known.includes(option))
      throw new Failure('option-unknown', { option, near: nearest(option, known) });
  }
}

/** Options as they are, if they are options at all. */
function objectOf<Options extends object>(options: Options): Options {
  if (typeof options !== 'object' || options === null) throw new TypeError('options as an object were expected');
  return options;
}

async function resultOf<Document extends object>(
  data: Data,
  run: (raw: RawOptions, context: Context) => Promise<Outcome>,
  given: object = {},
  known: readonly string[] = [],
): Promise<Result<Document>> {
  const context = CONTEXTS.get(data);
  if (context === undefined) throw new TypeError('data that read() gave were expected');
  const options = objectOf(given);
  const catalogue = await catalogueOf(context.language);
  return spoken(catalogue, async () => {
    const outcome = await run(optionsOf(options, known), context);
    if (outcome.kind !== 'judgement') throw new Failure('internal', { message: 'no report' });
    const { report } = outcome;
    const problems = frozen(outcome.problems.map((each) => problemRecord(each, catalogue)));
    if (report === null) return { report, problems };
    const document: Document = frozen(JSON.parse(await json(report)));
    RENDERED.set(document, report as Estimated | Compared);
    return { report: document, problems };
  });
}

/** A value that nobody can change, all the way down; arrays of numbers, as JavaScript has it, stay as they are. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  for (const { value: part } of Object.values(Object.getOwnPropertyDescriptors(value))) frozen(part);
  return Object.freeze(value);
}

/** The texts of a language; one that there is not is a {@link ResursError}. */
async function catalogueIn(language: Language): Promise<Catalogue> {
  return spoken(await catalogueOf('en'), () => {
    if (LANGUAGES.includes(language)) return catalogueOf(language);
    const facts = { option: 'language', value: String(language), choices: LANGUAGES, near: [] } as const;
    throw new Failure('option-value', { ...facts, expected: 'language' });
  });
}

/** A failure in the words of a language. */
async function spoken<Value>(catalogue: Catalogue, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const failure: Failure = error;
    throw new ResursError(failure.code, failureText(failure.record, catalogue), { cause: error });
  }
}

/** Whether it is a folder's path, or files in memory. */
function isSource(source: unknown): boolean {
  if (typeof source !== 'object' || source === null) return typeof source === 'string';
  const isPlain = Object.getPrototypeOf(source) === Object.prototype;
  return isPlain && Object.values(source).every((file) => typeof file === 'string' || file instanceof Uint8Array);
}

/** A world to read from, in which nothing is written. */
function worldOf(files: Pick<World, 'listFolder' | 'readFile'>): World {
  const outlet = { isTerminal: false, columns: 80, write: async () => undefined };
  const nothing = async (): Promise<never> => {
    throw new Failure('internal', { message: 'nothing is written here' });
  };
  return {
    env: {},
    cwd: path.resolve(),
    stdout: outlet,
    stderr: outlet,
    examples: { en: '', sv: '' },
    ...files,
    readStandardInput: async () => {
      throw new Failure('file-not-found', { path: '-' });
    },
    realPath: async (file) => file,
    appendFile: nothing,
    checkFiles: nothing,
    milliseconds: () => 0,
    makeFolder: nothing,
    writeFiles: nothing,
  };
}

/** Files in memory; they stand in the current folder as far as can be seen. */
function memoryOf(files: Files): Pick<World, 'listFolder' | 'readFile'> {
  const byPath = new Map(Object.entries(files).map(([name, content]) => [path.resolve(name), content]));
  return {
    listFolder: async () => Object.keys(files).sort(),
    readFile: async (file) => {
      const content = byPath.get(file);
      if (content === undefined) throw new Failure('file-not-found', { path: path.relative('', file) });
      // A copy: what becomes of the caller's own bytes changes nothing here.
      return typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
    },
  };
}
