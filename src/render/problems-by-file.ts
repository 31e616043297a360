import { byCodeUnit } from '../domain/order.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';

/** So many are shown of a file, where people look; the others are counted. */
export const MOST_PER_FILE = 50;

/** The problems of each file, in the order of the files' names; last those that no file has. */
export function problemsByFile(problems: readonly PlacedProblem[]): readonly (readonly PlacedProblem[])[] {
  const files = new Map<string | null, PlacedProblem[]>();
  for (const placed of problems) {
    const { file } = placed.problem;
    const known = files.get(file);
    if (known === undefined) files.set(file, [placed]);
    else known.push(placed);
  }
  return [...files.entries()]
    .sort(([left], [right]) => Number(left === null) - Number(right === null) || byCodeUnit(left, right))
    .map(([, ofFile]) => ofFile);
}
