import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Problem } from '../domain/problem.ts';
import type { InputFile } from '../domain/tables.ts';
import { excerptsOf, type PlaceInFile, plainExcerptsOf } from '../read/excerpt.ts';
import { relativePath } from '../read/paths.ts';

/** Gives each problem the line that it speaks of, and the path of its file as seen from the current folder. */
export async function placedProblems(
  problems: readonly Problem[],
  inputs: readonly InputFile[],
  cwd: string,
): Promise<readonly PlacedProblem[]> {
  const placed = new Map<Problem, PlacedProblem>();
  for (const input of inputs) {
    const path = pathOf(input, cwd);
    const ofFile = problems.filter(({ file }) => file === input.path);
    const withLine = ofFile.filter((problem): problem is Problem & PlaceInFile => problem.line !== null);
    const excerpt = input.table === 'plan' ? plainExcerptsOf : excerptsOf;
    const excerpts = withLine.length === 0 ? [] : await excerpt(input, withLine);
    for (const problem of ofFile) placed.set(problem, { problem, path, excerpt: null });
    for (const [at, problem] of withLine.entries()) {
      placed.set(problem, { problem, path, excerpt: excerpts[at] ?? null });
    }
  }
  return problems.map((problem) => placed.get(problem) ?? { problem, path: null, excerpt: null });
}

/** The first file that was read: for programs that take no problem without a file. Null where all was piped in. */
export function anchorOf(inputs: readonly InputFile[], cwd: string): string | null {
  return inputs.map((input) => pathOf(input, cwd)).find((path) => path !== null) ?? null;
}

function pathOf({ location }: InputFile, cwd: string): string | null {
  return location === '-' ? null : relativePath(cwd, location);
}
