import type { Problem } from '../domain/problem.ts';
import type { Report } from '../domain/report.ts';
import type { InputFile } from '../domain/tables.ts';

/** What came of a command. */
export type Outcome = Judgement;

/** A report, the problems that were found on the way, or both: of a refused input only `check` has a report. */
export interface Judgement {
  readonly kind: 'judgement';
  readonly report: Report | null;
  /** Errors, which refuse the input, and warnings; in the order of their places. */
  readonly problems: readonly Problem[];
  /** The files that were read, so that no output overwrites one, and the lines of problems can be shown. */
  readonly inputs: readonly InputFile[];
}
