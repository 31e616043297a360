import type { Row } from './row.ts';

/**
 * A three-point range (*trepunktsskattning*) stands around its value: low ≤ value ≤ high, both or none. Where a number of
 * the row may mean two things, that is the problem, and the range is not judged.
 */
export function checkRange(
  row: Row<'low' | 'high'>,
  column: number,
  low: number | null,
  value: number,
  high: number | null,
): void {
  if (row.isUncertain || (low === null && high === null)) return;
  if (low === null) row.report(row.columns.low, 'range-half', {});
  else if (high === null) row.report(row.columns.high, 'range-half', {});
  else if (!(low <= value && value <= high)) row.report(column, 'range-order', { low, value, high });
}
