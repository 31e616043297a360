import type { BatchReport } from './batch-report.ts';
import type { CompareReport, VerifyReport } from './compare-report.ts';
import type { ComparedRow } from './comparison.ts';
import type { Found, Frame } from './frame.ts';
import type { Note } from './note.ts';
import type { Problem } from './problem.ts';
import type { FileDialect, InputFile, Measure, Priority, Region, TableName } from './tables.ts';

/** What was asked for; null where nothing was said. */
export interface EstimateRequest {
  readonly month: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly programme: readonly string[] | null;
  readonly region: readonly string[] | null;
  readonly asOf: string | null;
  readonly scenario: string | null;
}

/** One estimated cell: a programme in a region in a month, with the names of the model. */
export interface EstimateRow {
  readonly month: string;
  readonly programme: string;
  readonly region: Region;
  /** D, customers with a decision in force. */
  readonly decisions: number;
  /** n, 0–1. */
  readonly newShare: number;
  /** N = D · n. */
  readonly newDecisions: number;
  /** s, 0–1. */
  readonly collaborationShare: number;
  /** K = N · s. */
  readonly collaborationCases: number;
  /** b, hours per new decision. */
  readonly baseHoursPerCase: number;
  /** c, hours per collaboration case, on top of b. */
  readonly collaborationHoursPerCase: number;
  /** B = N · b. */
  readonly baseHours: number;
  /** C = K · c. */
  readonly collaborationHours: number;
  /** T = B + C. */
  readonly totalHours: number;
  readonly forecastPublished: string;
  readonly referenceMonth: string;
}

/** The hours of one work step in one cell. */
export interface StepRow {
  readonly month: string;
  readonly programme: string;
  readonly region: Region;
  readonly measure: Exclude<Measure, 'collaboration_share'>;
  readonly step: string;
  readonly priority: Priority;
  readonly hoursPerCase: number;
  readonly cases: number;
  readonly hours: number;
}

/** Sums of the rows shown: per programme, per region and of all; over the months of a range with `month` null. */
export interface TotalRow {
  readonly month: string | null;
  readonly programme: string | null;
  readonly region: string | null;
  readonly decisions: number | null;
  readonly newDecisions: number;
  readonly collaborationCases: number;
  readonly baseHours: number;
  readonly collaborationHours: number;
  readonly totalHours: number;
}

export interface EstimateReport extends Frame<'estimate', EstimateRequest>, Found {
  readonly rows: readonly EstimateRow[];
  readonly steps: readonly StepRow[];
  readonly totals: readonly TotalRow[];
  /** What is told to people only. */
  readonly forPeople: {
    /** The same months last year against these, where the statistics hold them. */
    readonly sinceLastYear: ChangeSince | null;
  };
}

/** A change of everything together since another side. */
export interface ChangeSince {
  /** The first month of the other side. */
  readonly month: string;
  readonly total: ComparedRow;
  /** Whether it is of one cell in one month. */
  readonly isOneCell: boolean;
  /** What is to be known of the comparison. */
  readonly notes: readonly Note[];
}

export type Unit = 'hours' | 'decisions' | 'cases' | 'share' | 'hours per case' | 'SEK' | 'SEK per decision' | 'months';

/** Why a row of the input was the one that counted. */
export type Reason =
  | { readonly code: 'forecast-national' | 'forecast-regional'; readonly published: string; readonly period: string }
  | { readonly code: 'cost-of-row' }
  | { readonly code: 'statistics'; readonly month: string; readonly latestOf: number }
  | {
      readonly code: 'schablon';
      readonly regional: boolean;
      readonly validFrom: string;
      readonly source: string | null;
    };

export interface TraceOrigin {
  readonly table: TableName;
  readonly path: string;
  readonly line: number;
  readonly why: Reason;
}

/** How a figure comes from its inputs; `read` is the leaf, a figure that stands in a file; `count` one that stands in the calendar. */
export type Operation = 'read' | 'count' | 'product' | 'quotient' | 'sum';

/** A figure and where it comes from, all the way down to the lines of the files. */
export interface Trace {
  /** A name of the model, or the work step of a schablon. */
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly operation: Operation;
  readonly inputs: readonly Trace[];
  readonly from: TraceOrigin | null;
}

export interface ExplainRequest {
  readonly month: string;
  readonly programme: string;
  readonly region: Region;
  readonly asOf: string | null;
  readonly scenario: string | null;
}

export interface ExplainReport extends Frame<'explain', ExplainRequest>, Found {
  readonly rows: readonly EstimateRow[];
  readonly trace: Trace;
}

/** What was asked of `check`: the month that is planned; null where it was left to the data. */
export interface CheckRequest {
  readonly month: string | null;
}

/** A file and how it was understood; everything is null where it was not. */
export interface UnderstoodFile {
  readonly table: InputFile['table'];
  readonly path: string;
  readonly encoding: FileDialect['encoding'] | null;
  readonly delimiter: FileDialect['delimiter'] | null;
  readonly decimal: FileDialect['decimal'];
  readonly headerLine: number | null;
  readonly rows: number;
}

/** Months `2023-01` from the first to the last, and those between that are missing. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
  readonly gaps: readonly string[];
}

export interface ProgrammeCoverage {
  readonly programme: string;
  /** As statistics and forecasts have them. */
  readonly codes: readonly string[];
  readonly statistics: MonthSpan | null;
  readonly forecasts: MonthSpan | null;
  readonly schablons: number;
}

/** One published forecast (*prognosomgång*). */
export interface Vintage {
  readonly published: string;
  readonly rows: number;
  readonly from: string;
  readonly to: string;
}

/** What the tables speak of. */
export interface Coverage {
  readonly statistics: MonthSpan | null;
  readonly programmes: readonly ProgrammeCoverage[];
  readonly regions: readonly { readonly region: string; readonly codes: readonly string[] }[];
  readonly vintages: readonly Vintage[];
}

/** A schablon in force in the planned month. */
export interface SchablonInForce {
  readonly programme: string;
  readonly region: Region;
  readonly measure: Measure;
  readonly step: string | null;
  readonly value: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Whole months since `validFrom`. */
  readonly ageMonths: number;
  readonly source: string | null;
  readonly path: string;
  readonly line: number;
}

/** Every problem, and what was understood. */
export interface CheckReport extends Frame<'check', CheckRequest>, Found {
  /** Errors and warnings in the order of their places. */
  readonly problems: readonly Problem[];
  readonly understood: readonly UnderstoodFile[];
  /** The month that is planned: the one asked for, else the next; null, as all below it, where the input was refused. */
  readonly month: string | null;
  /** Whether that month can be estimated. */
  readonly isEstimable: boolean;
  readonly coverage: Coverage | null;
  readonly schablons: readonly SchablonInForce[] | null;
}

export type Report = EstimateReport | ExplainReport | CheckReport | CompareReport | VerifyReport | BatchReport;
