import type { Limit, SideName } from './comparison.ts';
import type { FailureRecord } from './failure.ts';
import { byCodeUnit } from './order.ts';
import type { PlanProblemFacts } from './plan-problem.ts';
import type { InputFile, Measure, Region } from './tables.ts';

/** A month `2023-01`, a day `2022-10-28` or a period `2023-Q1`, as text: messages show them as they are written in files. */
type Iso = string;

/** What each kind of problem is about. The words are formed last, from the catalogue of messages. */
export interface ProblemFacts extends PlanProblemFacts {
  // The file as a whole
  'encoding-unknown': { readonly byteOffset: number };
  'encoding-mixed': { readonly byteOffset: number };
  'encoding-foreign': { readonly sample: string };
  'encoding-utf16-unmarked': object;
  'bom-inside': object;
  'nul-inside': object;
  'file-not-text': { readonly kind: 'workbook' | 'archive' | 'pdf' | 'json' | 'web-page' };
  'table-twice': { readonly paths: readonly string[] };
  'file-empty': object;
  'no-rows': object;
  // Structure
  'header-missing': { readonly missing: readonly string[]; readonly found: readonly string[] };
  'header-duplicate': { readonly first: string; readonly firstNumber: number };
  'header-misspelt': { readonly meant: string };
  'header-blank': object;
  'header-absent': { readonly required: readonly string[] };
  'header-repeated': object;
  'header-below-rows': { readonly headerLine: number };
  'header-second-row': object;
  'second-table': object;
  'delimiter-conflict': { readonly said: string; readonly found: string | null };
  'delimiter-unknown': { readonly delimiter: string };
  'columns-too-many': { readonly limit: number; readonly found: number };
  'rows-too-many': { readonly limit: number };
  'problems-too-many': { readonly limit: number };
  'row-width': { readonly expected: number; readonly found: number };
  'row-blank': object;
  'row-total': object;
  'row-footnote': object;
  'quote-misplaced': { readonly lines: number };
  'quote-unclosed': { readonly lines: number };
  'quote-runaway': { readonly lines: number };
  'record-too-large': object;
  'cell-too-large': object;
  // Cells
  'cell-missing': object;
  'cell-spreadsheet-error': object;
  /** In a cell that may be blank: it counts as blank. */
  'optional-cell-error': object;
  'row-in-one-cell': { readonly delimiter: string };
  'cell-line-break': object;
  'text-garbled': object;
  'hidden-character': { readonly codePoint: string };
  'quote-foreign': { readonly character: string };
  'number-syntax': object;
  'number-grouping': object;
  'number-thousands-sign': object;
  'number-scientific': object;
  'number-ambiguous': { readonly asThousands: string; readonly asDecimal: string; readonly isCount: boolean };
  'number-mixed-signs': { readonly other: string; readonly otherLine: number };
  'number-negative': object;
  'number-not-positive': object;
  'number-not-whole': object;
  'number-too-large': { readonly limit: string };
  'share-scale': object;
  'share-percent-unexpected': object;
  'month-syntax': object;
  'month-is-period': object;
  'date-ambiguous': { readonly readings: readonly string[] };
  'date-serial': { readonly date: Iso; readonly date1904: Iso };
  'date-outside-calendar': { readonly from: number; readonly to: number };
  'month-not-first-day': { readonly month: Iso };
  'period-syntax': object;
  'day-syntax': object;
  'measure-unknown': object;
  'priority-unknown': object;
  'key-look-alike': { readonly character: string; readonly codePoint: string };
  'key-variant': { readonly other: string; readonly otherPath: string; readonly otherLine: number };
  /** Nearly another key, and never seen beside it. */
  'key-resembles': {
    readonly other: string;
    readonly otherPath: string;
    readonly otherLine: number;
    readonly codesFile: string;
  };
  'code-unknown': { readonly kind: 'programme' | 'region'; readonly near: readonly string[]; readonly from: string };
  'name-is-nation': object;
  // Rows
  'quantity-count': { readonly filled: readonly string[]; readonly expected: readonly string[] };
  'range-half': object;
  'range-order': { readonly low: number; readonly value: number; readonly high: number };
  'validity-order': { readonly validFrom: Iso };
  'step-missing': object;
  'step-unexpected': object;
  'more-new-than-all': { readonly decisions: number };
  'more-collaboration-than-new': { readonly newDecisions: number };
  // Across rows
  'key-duplicate': { readonly otherPath: string; readonly otherLine: number };
  'key-conflict': { readonly otherPath: string; readonly otherLine: number; readonly hasPublications: boolean };
  'region-column-missing': { readonly found: readonly string[] };
  // The model
  'no-forecast': {
    readonly month: Iso;
    readonly from: Iso | null;
    readonly to: Iso | null;
    /** Programmes that the forecasts cover and that lack schablons. */
    readonly lacking: readonly string[];
  };
  'programme-without-schablons': { readonly programme: string };
  'programme-without-forecast': { readonly programme: string; readonly month: Iso };
  'no-reference-month': { readonly programme: string; readonly month: Iso };
  'no-reference-year': { readonly programme: string; readonly period: Iso };
  'no-cost-per-decision': { readonly programme: string; readonly period: Iso };
  'no-seasonal-profile': { readonly programme: string; readonly period: Iso };
  'no-regional-split': { readonly programme: string; readonly month: Iso };
  'forecast-regions-missing': {
    readonly programme: string;
    readonly month: Iso;
    readonly published: Iso;
    readonly regions: readonly string[];
  };
  'statistics-cover-too-little': {
    readonly programme: string;
    readonly month: Iso;
    readonly referenceMonth: Iso;
    readonly ratio: number;
  };
  'no-new-share': { readonly programme: string; readonly region: Region; readonly referenceMonth: Iso };
  'no-collaboration-share': { readonly programme: string; readonly region: Region; readonly month: Iso };
  'no-base-hours': { readonly programme: string; readonly region: Region; readonly month: Iso };
  'no-collaboration-hours': { readonly programme: string; readonly region: Region; readonly month: Iso };
  'hours-absurd': { readonly programme: string; readonly region: Region; readonly month: Iso; readonly hours: number };
  'no-regions-in-statistics': { readonly programme: string; readonly month: Iso };
  'regions-without-cells': { readonly regions: readonly string[]; readonly month: Iso };
  /** The statistics lack the month, or some regions of it, for these programmes: `JOB (Nord, Syd)`. */
  'outcome-missing': {
    readonly month: Iso;
    /** The programmes without their regions. */
    readonly names: readonly string[];
    readonly programmes: readonly string[];
    /** The first and the last month that they hold for all of these; null where there is none. */
    readonly held: readonly [Iso, Iso] | null;
    /** The day after which nothing published is seen. */
    readonly asOf: Iso | null;
  };
  'hours-without-cases': {
    readonly programme: string;
    readonly region: Region;
    readonly month: Iso;
    readonly measure: 'base_hours' | 'collaboration_hours';
    readonly hours: number;
  };
  'nothing-to-compare': {
    readonly from: SideName;
    readonly to: SideName;
    /** Programmes whose hours per case nothing tells. */
    readonly uncovered: readonly string[];
  };
  // Gates and replays: what ran, and was not as it should be
  'change-above-limit': {
    readonly direction: 'increase' | 'decrease';
    readonly limit: Limit;
    readonly hours: number;
    readonly share: number | null;
  };
  'input-changed': {
    readonly table: InputFile['table'];
    readonly change: 'altered' | 'added' | 'removed';
    readonly rows: readonly [number | null, number | null];
  };
  'result-differs': {
    /** What all hours together changed by; null where the rows are the same. */
    readonly hours: number | null;
    readonly share: number | null;
    readonly parts: readonly ('rows' | 'steps' | 'totals')[];
    readonly areInputsSame: boolean;
  };
  // Jobs of a plan that ran, and were not as they should be
  'job-could-not-run': {
    readonly job: string;
    /** So many more jobs met the same. */
    readonly others: number;
    readonly failure: FailureRecord;
  };
  'job-breached': { readonly job: string; readonly problem: Problem };
  // Warnings
  /** A part of the nation on one side, and the whole of it on the other. */
  'part-against-nation': { readonly programme: string; readonly month: Iso; readonly share: number };
  /** Regions of one outcome that have no row in the other. */
  'regions-on-one-side': {
    readonly programme: string;
    readonly regions: readonly string[];
    readonly month: Iso;
    readonly otherMonth: Iso;
  };
  /** Codes that make up the regions of one outcome and not of the other, such as `105 (Syd)`. */
  'codes-on-one-side': {
    readonly programme: string;
    readonly codes: readonly string[];
    readonly month: Iso;
    readonly otherMonth: Iso;
  };
  /** A programme that had not begun in a month, or that had ended, as far as the statistics tell. */
  'programme-on-one-side': {
    readonly programme: string;
    readonly month: Iso;
    readonly why: 'begins' | 'ended';
    /** Its first month, or its last. */
    readonly since: Iso;
  };
  'programme-left-out': { readonly programme: string; readonly month: Iso; readonly lacks: 'schablons' | 'forecast' };
  'month-incomplete': { readonly programme: string; readonly month: Iso; readonly regions: readonly string[] };
  'regions-exceed-nation': { readonly programme: string; readonly month: Iso; readonly excessShare: number };
  'forecast-far-from-last-year': {
    readonly programme: string;
    readonly month: Iso;
    readonly referenceMonth: Iso;
    readonly ratio: number;
  };
  'figure-far-from-neighbours': {
    readonly programme: string;
    readonly region: Region;
    readonly month: Iso;
    readonly quantity: 'decisions' | 'newDecisions';
    readonly value: number;
    /** The same figure in the month before and in the month after. */
    readonly before: number;
    readonly after: number;
  };
  'codes-left-out': { readonly programme: string; readonly month: Iso; readonly codes: readonly string[] };
  'only-nation-in-month': { readonly programme: string; readonly month: Iso };
  'nation-lacks-codes': { readonly programme: string; readonly month: Iso; readonly codes: readonly string[] };
  'whole-beside-its-parts': {
    readonly programme: string;
    readonly month: Iso;
    readonly whole: string;
    readonly parts: readonly string[];
  };
  'region-left-out': { readonly programme: string; readonly region: string; readonly month: Iso };
  'region-blank': { readonly programme: string };
  'hours-large': { readonly median: number | null };
  'step-resembles': { readonly other: string; readonly otherPath: string; readonly otherLine: number };
  'share-extreme': { readonly isWhole: boolean };
  'step-only-regional': { readonly programme: string; readonly region: string };
  'schablons-overlap': { readonly from: Iso; readonly otherPath: string; readonly otherLine: number };
  'schablon-old': {
    readonly programme: string;
    readonly region: Region;
    readonly measure: Measure;
    readonly step: string | null;
    readonly validFrom: Iso;
    readonly years: number;
  };
  'schablon-without-source': { readonly programme: string; readonly count: number };
  'programme-beside-its-codes': { readonly programme: string; readonly codes: readonly string[]; readonly month: Iso };
}

export type ProblemCode = keyof ProblemFacts;
export type Severity = 'error' | 'warning';

/** Where in the input a problem stands. A problem of the model as a whole has no place. */
export interface Place {
  readonly file: string | null;
  /** The physical line where the record starts, from 1. */
  readonly line: number | null;
  /** The header as written. */
  readonly column: string | null;
  /** From 1. */
  readonly columnNumber: number | null;
  /** The cell as written. */
  readonly value: string | null;
}

/** By file, line and column; what has no file comes last. Sorting keeps the order of those at one place. */
export function inPlaceOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (left, right) =>
      Number(left.file === null) - Number(right.file === null) ||
      byCodeUnit(left.file, right.file) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      (left.columnNumber ?? 0) - (right.columnNumber ?? 0),
  );
}

export const NOWHERE: Place = { file: null, line: null, column: null, columnNumber: null, value: null };

export interface ProblemOf<Code extends ProblemCode> extends Place {
  readonly code: Code;
  readonly severity: Severity;
  readonly facts: ProblemFacts[Code];
}

/** What is wrong with the input, as a value: an error refuses it, a warning is shown and stands in the result. */
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

export function problem<Code extends ProblemCode>(
  code: Code,
  facts: ProblemFacts[Code],
  place: Place = NOWHERE,
  severity: Severity = 'error',
): Problem {
  const { file, line, column, columnNumber, value } = place;
  return { code, severity, file, line, column, columnNumber, value, facts } as unknown as Problem;
}
