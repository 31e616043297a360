/**
 * The order of texts in every result: by UTF-16 code unit, the same on every machine and in every language
 * (`localeCompare` is not). Null, the nation, comes first.
 */
export function byCodeUnit(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}
