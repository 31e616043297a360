import type { Note } from './note.ts';
import type { Problem } from './problem.ts';
import type { InputFile } from './tables.ts';

/** The hinge between computing and rendering: plain records in the shape of the JSON contract, months as `2023-01`. */
export interface Frame<Kind extends string, Request> {
  readonly formatVersion: 1;
  readonly kind: Kind;
  /** Every option that can change a number. */
  readonly request: Request;
  readonly inputs: readonly InputFile[];
}

export interface Found {
  readonly warnings: readonly Problem[];
  readonly notes: readonly Note[];
}
