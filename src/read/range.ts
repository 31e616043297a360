import type { Row } from './row.ts';

/** A three-point range (*trepunktsskattning*) stands around its value: low ≤ value ≤ high, both or none. */
export function checkRange<Key extends string>(
  row: Row<Key | 'low' | 'high'>,
  key: Key,
  low: number | null,
  value: number,
  high: number | null,
): void {
  if (low === null && high === null) return;
  if (low === null) row.report('low', 'range-half', {});
  else if (high === null) row.report('high', 'range-half', {});
  else if (!(low <= value && value <= high)) row.report(key, 'range-order', { low, value, high });
}
