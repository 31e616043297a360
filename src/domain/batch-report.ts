import type { FailureRecord } from './failure.ts';
import type { Found, Frame } from './frame.ts';
import type { PlannableCommand, PlanValue } from './plan.ts';
import type { Problem } from './problem.ts';

/** What was asked of `batch`. */
export interface BatchRequestRecord {
  readonly plan: string;
  /** Of the jobs that name none. */
  readonly month: string | null;
  readonly data: string | null;
  readonly strict: boolean;
  readonly allowOutside: boolean;
  readonly dryRun: boolean;
}

/** A file (*resultatfil*) that a job wrote, or would write. */
export interface JobOutput {
  /** As seen from the plan. */
  readonly path: string;
  readonly format: string;
}

/** One run (*jobb*) of a plan and how it ended. */
export interface JobRow {
  /** With what the matrix chose for it. */
  readonly name: string;
  readonly command: PlannableCommand;
  /** Its options by their long names. */
  readonly with: Readonly<Record<string, PlanValue>>;
  readonly exitCode: number;
  /** Of all that it covers, of the month itself where it compares; null where there is no result. */
  readonly totalHours: number | null;
  /** What all hours together changed by; null where it does not compare. */
  readonly change: number | null;
  readonly changeShare: number | null;
  /** What it wrote, or would have written; nothing where it failed. */
  readonly outputs: readonly JobOutput[];
  /** Codes, each once. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  /** The gates that were breached. */
  readonly failures: readonly Problem[];
  /** Why it could not run. */
  readonly failure: FailureRecord | null;
}

/** Many runs (*en körd plan*): what each wrote and how it ended. */
export interface BatchReport extends Frame<'batch', BatchRequestRecord>, Found {
  /** Of the worst job. */
  readonly exitCode: number;
  readonly rows: readonly JobRow[];
  /** The gates that were breached and the jobs that could not run. */
  readonly failures: readonly Problem[];
  /** What the inputs of all jobs have, each once. */
  readonly problems: readonly Problem[];
}
