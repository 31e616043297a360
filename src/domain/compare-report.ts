import type { ChangedRate, ComparedRow, Effects, Limit, Method, SideKind, SideName } from './comparison.ts';
import type { Found, Frame } from './frame.ts';
import type { Problem } from './problem.ts';
import type { InputFile } from './tables.ts';

/** What was asked of `compare`; null where nothing was said. */
export interface CompareRequestRecord {
  readonly month: string;
  readonly of: SideKind | null;
  /** The other side, such as `last-year` or `as-of:2022-10-31`; null where a scenario is compared. */
  readonly with: string | null;
  readonly programme: readonly string[] | null;
  readonly region: readonly string[] | null;
  readonly asOf: string | null;
  readonly scenario: string | null;
  readonly method: Method;
}

/** Two sides, cell by cell: what changed, and why. */
export interface CompareReport extends Frame<'compare', CompareRequestRecord>, Found {
  readonly sides: { readonly from: SideName; readonly to: SideName };
  readonly rows: readonly ComparedRow[];
  readonly totals: readonly ComparedRow[];
  /** The gates that the change breached. */
  readonly failures: readonly Problem[];
  /** What is told to people only. */
  readonly forPeople: {
    /** Rows that changed less are not shown. */
    readonly minChange: Limit | null;
    readonly saved: string | null;
  };
}

/** An input of a saved result and what it is now. */
export interface InputComparison {
  readonly table: InputFile['table'];
  readonly path: string;
  readonly change: 'none' | 'altered' | 'added' | 'removed';
  readonly from: { readonly sha256: string; readonly rows: number } | null;
  readonly to: { readonly sha256: string; readonly rows: number } | null;
}

/** Hours that flow, over one month or several. */
export interface Hours {
  readonly newDecisions: number;
  readonly collaborationCases: number;
  readonly baseHours: number;
  readonly collaborationHours: number;
  readonly totalHours: number;
}

/** What changed of a total since it was saved. */
export interface VerifiedTotal {
  readonly programme: string | null;
  readonly region: string | null;
  readonly from: Hours;
  readonly to: Hours;
  readonly change: ComparedRow['change'];
  readonly changeShare: number | null;
  readonly effects: Effects;
}

/** What the changed inputs of these tables did to all hours together. */
export interface InputEffect {
  readonly tables: readonly InputFile['table'][];
  readonly totalHours: number;
}

/** What was asked of `verify`. */
export interface VerifyRequestRecord {
  readonly saved: string;
  /** As the saved estimate had it. */
  readonly asOf: string | null;
}

/** A part of a saved result. */
export type ResultPart = 'rows' | 'steps' | 'totals';

/** A saved estimate against the same computed anew. */
export interface VerifyReport extends Frame<'verify', VerifyRequestRecord>, Found {
  readonly isIdentical: boolean;
  /** What of the result is not the same to the last digit. */
  readonly differs: readonly ResultPart[];
  readonly changes: readonly InputComparison[];
  readonly effects: readonly InputEffect[];
  readonly rates: readonly ChangedRate[];
  /** The cells that differ. */
  readonly rows: readonly (ComparedRow & { readonly month: string })[];
  /** One for each programme, one for each region, one of all. */
  readonly totals: readonly VerifiedTotal[];
  readonly failures: readonly Problem[];
  readonly forPeople: {
    /** The first and the last month. */
    readonly months: readonly [string, string];
    /** The saved file as it was named. */
    readonly file: string;
  };
}
