import { groupedBy } from '../domain/grouping.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Problem } from '../domain/problem.ts';
import { type LikeProblems, likeProblems } from './like-problems.ts';

/** The problems of a kind in a file, those that differ in nothing but the line together. */
export type ProblemKind = readonly LikeProblems[];

/** So many of a kind tell what it is about, where lines tell the rest. What has no line is told by its facts alone. */
const MOST_OF_KIND = 3;

/** What the problems of a kind have in common within a file: the same is to be mended in cells of the same column. */
export function kindOf({ severity, code, column, columnNumber, line }: Problem): string {
  return JSON.stringify([severity, code, column, columnNumber, line === null]);
}

/** The problems of a file by their kinds, in the order of the first of each. */
export function problemKinds(problems: readonly PlacedProblem[]): readonly ProblemKind[] {
  return [...groupedBy(likeProblems(problems), ({ first }) => kindOf(first.problem)).values()];
}

/** How many of each kind are shown where there is so much room: the first of every kind before the second of any. */
export function sharesOf(kinds: readonly ProblemKind[], room: number): readonly number[] {
  const shares = kinds.map(() => 0);
  const wanted = kinds.map((kind) => (kind[0]?.first.problem.line === null ? kind.length : MOST_OF_KIND));
  for (let left = room, round = 0; left > 0 && round < room; round += 1) {
    for (const [at, kind] of kinds.entries()) {
      if (left === 0 || round >= Math.min(kind.length, wanted[at] ?? 0)) continue;
      shares[at] = round + 1;
      left -= 1;
    }
  }
  return shares;
}
