import type { Problem } from './problem.ts';

/** The line of a file that a problem speaks of, as it stands there. */
export interface Excerpt {
  /** The physical line, without its end. */
  readonly text: string;
  /** Where the cell, or the row as a whole, begins in it, and how long it is there; in UTF-16 code units, from 0. */
  readonly start: number;
  readonly length: number;
  /** What a spreadsheet program calls the place: `D57`, or `57` for a row as a whole. */
  readonly address: string;
}

/** A problem with what is needed to show its place to a person or to another program. */
export interface PlacedProblem {
  readonly problem: Problem;
  /** The file as seen from the current folder, with `/` between; null where it is of no file, or of standard input. */
  readonly path: string | null;
  readonly excerpt: Excerpt | null;
}
