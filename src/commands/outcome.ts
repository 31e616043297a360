import { inPlaceOrder, type Problem } from '../domain/problem.ts';
import type { Report } from '../domain/report.ts';
import type { SchemaName } from '../domain/schema-name.ts';
import type { SinkText } from '../domain/sink-text.ts';
import type { InputFile } from '../domain/tables.ts';
import type { OutputFile } from '../domain/world.ts';

/** What came of a command. */
export type Outcome = Judgement | Written | Printed | Described | Listed;

/** A report, the problems that were found on the way, or both: of a refused input only `check` has a report. */
export interface Judgement {
  readonly kind: 'judgement';
  readonly report: Report | null;
  /** Errors, which refuse the input, and warnings; in the order of their places. */
  readonly problems: readonly Problem[];
  /** The files that were read, so that no output overwrites one, and the lines of problems can be shown. */
  readonly inputs: readonly InputFile[];
  /** Other files of the data folder that no output overwrites. */
  readonly found: readonly string[];
  /** What ran, and was not as it should be: a gate that was breached, a difference that was found. */
  readonly failures: readonly Problem[];
  /** How it ended, where that is not told by the problems and failures: of several runs the worst. */
  readonly exit: number | null;
}

/** A judgement, its problems in the order of their places. */
export function judgement(
  report: Report | null,
  problems: readonly Problem[],
  inputs: readonly InputFile[],
  { failures = [], found = [], exit = null }: Partial<Pick<Judgement, 'failures' | 'found' | 'exit'>> = {},
): Judgement {
  return { kind: 'judgement', report, problems: inPlaceOrder(problems), inputs, failures, found, exit };
}

/** A text that is the same whatever the data: for the screen, or for a file. */
export interface Printed {
  readonly kind: 'printed';
  /** With its last line end. */
  readonly text: SinkText;
}

/** A description for other programs, such as a schema, as one JSON object: for the screen, or for a file. */
export interface Described {
  readonly kind: 'described';
  readonly document: object;
  /** The files that were read, so that no output overwrites one. */
  readonly inputs: readonly InputFile[];
}

/** What `schema` can describe. */
export interface Listed {
  readonly kind: 'listed';
  readonly names: readonly SchemaName[];
}

/** A data folder of the user's own, ready to be written. */
export interface Written {
  readonly kind: 'written';
  /** As it was given. */
  readonly folder: string;
  /** Whether the commands read this folder when no `--data` is given. */
  readonly isUsual: boolean;
  /** None of them is there yet. */
  readonly files: readonly NewFile[];
}

/** Its path is named as the folder is: seen from where the command stands. */
export interface NewFile extends OutputFile {
  readonly name: string;
}
