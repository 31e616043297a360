import type { FailureCode, FailureFacts } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import type { NoteCode, NoteFacts } from '../domain/note.ts';
import type { ProblemCode, ProblemFacts } from '../domain/problem.ts';
import type { EstimateRow, Reason, Unit } from '../domain/report.ts';
import type { SchemaName } from '../domain/schema-name.ts';
import type { Measure } from '../domain/tables.ts';
import type { BatchTexts } from './batch-texts.ts';
import type { CompareTexts, VerifyTexts } from './compare-texts.ts';
import type { ProblemText } from './problem-text.ts';
import type { Words } from './words.ts';

/** The columns of the estimate's table. */
export type ColumnLabel =
  | 'programme'
  | 'region'
  | 'newDecisions'
  | 'collaborationCases'
  | 'baseHours'
  | 'collaborationHours'
  | 'totalHours';

/** The columns of what `check` understood. */
export type CheckColumn =
  | 'file'
  | 'encoding'
  | 'delimiter'
  | 'decimal'
  | 'headerLine'
  | 'rows'
  | 'programme'
  | 'codes'
  | 'statistics'
  | 'gaps'
  | 'forecasts'
  | 'schablons'
  | 'published'
  | 'covers'
  | 'region'
  | 'measure'
  | 'step'
  | 'value'
  | 'age'
  | 'source';

/** The reason of a code; `Extract` would lose those that share their facts. */
type ReasonOf<Code extends Reason['code']> = Reason & { readonly code: Code };

/** Every text that a person reads, in one language. A missing key does not compile. */
export interface Catalogue {
  readonly language: Language;
  readonly decimalSign: ',' | '.';
  readonly monthNames: readonly string[];
  readonly and: string;
  readonly or: string;
  readonly nation: string;
  readonly problems: { readonly [Code in ProblemCode]: (facts: ProblemFacts[Code], words: Words) => ProblemText };
  readonly notes: { readonly [Code in NoteCode]: (facts: NoteFacts[Code], words: Words) => string };
  readonly failures: { readonly [Code in FailureCode]: (facts: FailureFacts[Code], words: Words) => ProblemText };
  readonly reasons: {
    readonly [Code in Reason['code']]: (reason: ReasonOf<Code>, words: Words) => string;
  };
  readonly units: { readonly [Each in Unit]: string };
  /** The names of figures in a trace; a work step is its own name. */
  readonly figures: Readonly<Record<string, string>>;
  readonly columns: { readonly [Each in ColumnLabel]: readonly [string, string] };
  readonly check: {
    headline(facts: { errors: number; warnings: number; files: number; rows: number; words: Words }): string;
    readonly titles: {
      readonly files: string;
      readonly programmes: string;
      readonly vintages: string;
      schablons(month: string): string;
    };
    readonly columns: { readonly [Each in CheckColumn]: readonly [string, string] };
    /** Delimiters and decimal signs in words. */
    readonly signs: Readonly<Record<';' | ',' | '\t' | '.', string>>;
    readonly measures: { readonly [Each in Measure]: string };
    age(months: number): string;
    gaps(programme: string, months: string): string;
    regions(count: number, names: string): string;
    readonly noRegions: string;
    /** The options of the command to type next. */
    next(options: string): string;
    /** What to do where there are errors. */
    mend(errors: number, words: Words): string;
    /** Warnings that refuse, because they were asked to. */
    strict(warnings: number): string;
  };
  readonly estimate: {
    headline(facts: {
      /** The programmes and regions asked for; null for all. */
      scope: string | null;
      period: string;
      total: number;
      base: number;
      collaboration: number;
      newDecisions: number;
      cases: number;
      /** The change since last year, as the end of the sentence; nothing where it is not known. */
      sinceLastYear: string;
      words: Words;
    }): string;
    withScenario(file: string): string;
    knownAsOf(day: string): string;
    readonly programmeTotal: string;
    readonly regionTotal: string;
    readonly grandTotal: string;
    readonly rangeTotal: string;
    readonly remarks: readonly string[];
    readonly notesTitle: string;
  };
  readonly batch: BatchTexts;
  readonly compare: CompareTexts;
  readonly verify: VerifyTexts;
  readonly explain: {
    headline(facts: { programme: string; region: string; month: string; row: EstimateRow; words: Words }): string;
    readonly sameAsAbove: string;
    /** «line 12», «lines 3, 5–8». */
    lines(lines: readonly number[], spans: string): string;
    /** So many rows of statistics, of these months. */
    rows(count: number, months: string): string;
  };
  /** What a document calls its own parts, which the reader unfolds, and says of what it leaves out for want of room. */
  readonly parts: {
    /** A table without a title. */
    readonly table: string;
    readonly details: string;
    readonly problems: string;
    /** The tree of one figure. */
    readonly trace: string;
    rows(count: number, words: Words): string;
    rowsLeftOut(count: number, words: Words): string;
    linesLeftOut(count: number, words: Words): string;
    entriesLeftOut(count: number, words: Words): string;
  };
  /** Further columns of the jobs of a plan. */
  readonly jobColumns: { readonly [Each in 'changeShare' | 'limit' | 'warnings']: readonly [string, string] };
  readonly problemsTitle: {
    refused(errors: number, files: number): string;
    /** Stands above the warnings. */
    warnings(count: number): string;
    /** Stands below them. */
    warningsInAll(count: number): string;
    /** Warnings that refuse, because they were asked to. */
    strict(count: number): string;
    /** What ran, and was not as it should be. */
    breached(): string;
    /** So many more are not shown; of so many kinds none is. */
    more(count: number, kinds: number, file: string | null): string;
    /** So many lines more have it: «3, 5–8». */
    same(count: number, spans: string): string;
    /** So many more say the same of other cells, in these lines, if they are of lines. */
    sameKind(count: number, lines: readonly number[], spans: string): string;
  };
  readonly place: {
    line(line: number): string;
    column(name: string, number: number): string;
    /** `D57` of a spreadsheet; the column's name may be blank. */
    cell(address: string, name: string): string;
    /** A row of a spreadsheet, where it is not the line of the same number. */
    row(address: string): string;
    quoted(value: string): string;
  };
  readonly severity: { readonly error: string; readonly warning: string };
  /** What is said of the example, once it is a folder of the user's own. */
  readonly example: {
    /** `.` is the current folder. */
    written(folder: string, names: readonly string[], words: Words): string;
    /** Stands before the command to type next. */
    readonly next: string;
  };
  /** What `resurs schema` says of each thing that it can describe. */
  readonly schemas: {
    /** Stands above the names. */
    readonly title: string;
    readonly names: { readonly [Name in SchemaName]: string };
  };
  readonly wrote: (paths: readonly string[], words: Words) => string;
  readonly help: Help;
}

export interface Help {
  readonly tagline: string;
  readonly examples: string;
  readonly usage: string;
  readonly commands: string;
  readonly options: string;
  readonly generalOptions: string;
  readonly moreHelp: string;
  readonly commandSummaries: { readonly [Command in CommandName]: string };
  readonly commandExamples: {
    readonly [Command in 'resurs' | CommandName]: readonly (readonly [string, string])[];
  };
  /** What `--month` is for `batch`. */
  readonly batchMonth: string;
  readonly optionTexts: { readonly [Option in OptionName]: string };
}

export type CommandName =
  | 'init'
  | 'check'
  | 'estimate'
  | 'explain'
  | 'compare'
  | 'verify'
  | 'batch'
  | 'schema'
  | 'completion';

export type OptionName =
  | 'month'
  | 'from'
  | 'to'
  | 'programme'
  | 'region'
  | 'asOf'
  | 'scenario'
  | 'of'
  | 'with'
  | 'method'
  | 'maxIncrease'
  | 'maxDecrease'
  | 'minChange'
  | 'dryRun'
  | 'allowOutside'
  | 'data'
  | 'forecasts'
  | 'statistics'
  | 'schablons'
  | 'programmes'
  | 'regions'
  | 'format'
  | 'out'
  | 'lang'
  | 'strict'
  | 'problems'
  | 'quiet'
  | 'color'
  | 'debug'
  | 'version'
  | 'help';
