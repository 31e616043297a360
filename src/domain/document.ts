import type { BatchReport, JobRow } from './batch-report.ts';
import type { Place, Severity } from './problem.ts';
import type { Report, Unit } from './report.ts';
import type { InputFile, TableName } from './tables.ts';

/** A file that was read (*underlag*), sealed by its SHA-256. */
export interface SealedInput {
  readonly table: InputFile['table'];
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
}

/** A problem with its texts. */
export interface ProblemRecord extends Place {
  readonly code: string;
  readonly severity: Severity;
  /** What was expected. */
  readonly message: string;
  /** How to mend it. */
  readonly hint: string;
}

/** A note with its sentence, and what it is about under further keys. */
export interface NoteRecord {
  readonly code: string;
  readonly message: string;
  readonly [fact: string]: unknown;
}

/** A figure of a trace with its formula in words. */
export interface TraceRecord {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** Null for a leaf. */
  readonly formula: string | null;
  readonly inputs: readonly TraceRecord[];
  readonly from: {
    readonly table: TableName;
    readonly path: string;
    readonly line: number;
    readonly why: string;
  } | null;
}

/** The parts of a report that are written otherwise than they are computed. */
interface Written {
  readonly inputs: readonly SealedInput[];
  readonly trace: TraceRecord;
  readonly problems: readonly ProblemRecord[];
  readonly failures: readonly ProblemRecord[];
  readonly warnings: readonly ProblemRecord[];
  readonly notes: readonly NoteRecord[];
}

/** A report as its JSON document: its inputs sealed, its findings in words, without what is told to people only. */
export type DocumentOf<Any extends Report> = {
  readonly [Key in Exclude<keyof Any, 'forPeople'>]: Key extends keyof Written ? Written[Key] : Any[Key];
};

/** A job of a plan with its findings in words. */
export interface JobRecord extends Omit<JobRow, 'failures' | 'failure'> {
  readonly failures: readonly ProblemRecord[];
  readonly failure: { readonly code: string; readonly message: string; readonly hint: string } | null;
}

/** The JSON document of many runs. */
export interface BatchDocument extends Omit<DocumentOf<BatchReport>, 'rows'> {
  readonly rows: readonly JobRecord[];
}
