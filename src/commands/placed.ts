import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Problem } from '../domain/problem.ts';
import type { InputFile } from '../domain/tables.ts';
import { relativePath } from '../read/paths.ts';

/** Gives each problem the line that it speaks of, and the path of its file as seen from the current folder. */
export function placedProblems(
  problems: readonly Problem[],
  inputs: readonly InputFile[],
  cwd: string,
): readonly PlacedProblem[] {
  const files = new Map(inputs.map((input) => [input.path, input]));
  return problems.map((problem) => {
    const file = problem.file === null ? undefined : files.get(problem.file);
    const path = file === undefined || file.location === '-' ? null : relativePath(cwd, file.location);
    return { problem, path, excerpt: null };
  });
}
