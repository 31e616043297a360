/** The commands that a plan (*körplan*) may run. */
export const PLANNABLE = ['estimate', 'compare'] as const;
export type PlannableCommand = (typeof PLANNABLE)[number];

/** A value of an option as a plan writes it; `true` is an option without a value. */
export type PlanValue = string | boolean | readonly (string | boolean)[];

/** The months (*månader*) from one to another, both included. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

/** Jobs (*jobb*): one, or one for each combination of the matrix. */
export interface PlanJob {
  readonly name: string;
  readonly command: PlannableCommand;
  /** Options by their long names. */
  readonly with: Readonly<Record<string, PlanValue>>;
  readonly gates: Readonly<Record<string, PlanValue>>;
  readonly matrix: Readonly<Record<string, readonly (string | boolean)[] | MonthRange>>;
  /** Files to write, in which `{month}` and the like stand for the job's options. */
  readonly out: readonly string[];
}

/** Many runs (*körplan*). Paths are relative to the file that it stands in. */
export interface Plan {
  /** The data folder; null where the settings or the environment say it. */
  readonly data: string | null;
  readonly jobs: readonly PlanJob[];
}
