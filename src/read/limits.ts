/** No sound cell of these tables is near this size (1 MiB). */
export const CELL_LIMIT = 1_048_576;
/** Nor a record near four of them. */
export const RECORD_LIMIT = 4 * CELL_LIMIT;
/** A file with more problems than this is not mended cell by cell, and a list of them helps nobody. */
export const PROBLEM_LIMIT = 50_000;
export const COLUMN_LIMIT = 1000;
/** The rows of one table: twenty years of every municipality, programme and month are a fifth of it. */
export const ROW_LIMIT = 5_000_000;
/** What is longer is no slip of the pen of another name, and to compare it would take long. */
export const LONGEST_NAME = 200;
