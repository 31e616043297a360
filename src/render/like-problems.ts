import type { PlacedProblem } from '../domain/placed-problem.ts';

/** A problem, and the other lines of its file that have the very same. */
export interface LikeProblems {
  readonly first: PlacedProblem;
  readonly otherLines: readonly number[];
  /** Of how many problems it speaks. */
  readonly count: number;
}

/**
 * The problems of a file, those that differ in nothing but the line together, in the order of the first of each. Of the
 * same facts the same is said.
 */
export function likeProblems(problems: readonly PlacedProblem[]): LikeProblems[] {
  const groups = new Map<string, { first: PlacedProblem; lines: Set<number>; count: number }>();
  for (const placed of problems) {
    const { line, ...rest } = placed.problem;
    const key = JSON.stringify(rest);
    const group = groups.get(key) ?? { first: placed, lines: new Set(), count: 0 };
    groups.set(key, group);
    group.count += 1;
    if (line !== null && line !== group.first.problem.line) group.lines.add(line);
  }
  return [...groups.values()].map(({ first, lines, count }) => ({ first, otherLines: [...lines], count }));
}

/** Of how many problems they speak together. */
export function countOf(groups: readonly LikeProblems[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}
