import type { Row } from './row.ts';

/** A three-point range (*trepunktsskattning*) stands around its value: low ≤ value ≤ high, both or none. */
export function checkRange(
  row: Row<'low' | 'high'>,
  column: number,
  low: number | null,
  value: number,
  high: number | null,
): void {
  if (low === null && high === null) return;
  if (low === null) row.report(row.columns.low, 'range-half', {});
  else if (high === null) row.report(row.columns.high, 'range-half', {});
  else if (!(low <= value && value <= high)) row.report(column, 'range-order', { low, value, high });
}
