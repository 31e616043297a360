import { groupedBy } from '../domain/grouping.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';

/** So many are shown of a file, where people look; the others are counted. */
export const MOST_PER_FILE = 50;

/** The problems of each file, in the order of the files' names; last those that no file has. */
export function problemsByFile(problems: readonly PlacedProblem[]): readonly (readonly PlacedProblem[])[] {
  return [...groupedBy(problems, ({ problem }) => problem.file)]
    .sort(([left], [right]) => Number(left === null) - Number(right === null) || byCodeUnit(left, right))
    .map(([, ofFile]) => ofFile);
}
