import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { countOf, type LikeProblems } from './like-problems.ts';
import { lineSpans } from './line-spans.ts';
import { type ProblemKind, problemKinds, sharesOf } from './problem-kinds.ts';
import { MOST_PER_FILE, problemsByFile } from './problems-by-file.ts';

/** A problem that people are shown in full, and what it stands for. */
export interface ShownProblem {
  readonly like: LikeProblems;
  /** More of its kind, which are only counted: below the last of the kind that is shown. */
  readonly rest: ProblemKind;
}

/** What people are shown of the problems of a file. */
export interface FileProblems {
  readonly shown: readonly ShownProblem[];
  /** How many more there are, of kinds of which none is shown; null where all kinds are. */
  readonly more: string | null;
}

/** The kinds of problems in each file, the first of each in full, and how many more there are. */
export function shownProblems(problems: readonly PlacedProblem[], catalogue: Catalogue): readonly FileProblems[] {
  return problemsByFile(problems).map((ofFile) => {
    const kinds = problemKinds(ofFile);
    const shares = sharesOf(kinds, MOST_PER_FILE);
    const shown = kinds.flatMap((kind, at) => {
      const share = shares[at] ?? 0;
      return kind.slice(0, share).map((like, index) => ({ like, rest: index === share - 1 ? kind.slice(share) : [] }));
    });
    const hidden = kinds.filter((_, at) => shares[at] === 0);
    const file = ofFile[0]?.problem.file ?? null;
    const more = catalogue.problemsTitle.more(countOf(hidden.flat()), hidden.length, file);
    return { shown, more: hidden.length === 0 ? null : more };
  });
}

/** So many lines, or runs of them, are named. */
const MOST_SPANS = 8;

/** Below a problem: in which other lines it is also, and how many more of its kind there are. */
export function alsoTexts({ like: { otherLines }, rest }: ShownProblem, { problemsTitle }: Catalogue): string[] {
  const same =
    otherLines.length === 0 ? [] : [problemsTitle.same(otherLines.length, lineSpans(otherLines, MOST_SPANS))];
  if (rest.length === 0) return same;
  const named = rest.flatMap(({ first: { problem }, otherLines: others }) => [problem.line, ...others]);
  const lines = [...new Set(named)].filter((line) => line !== null);
  return [...same, problemsTitle.sameKind(countOf(rest), lines, lineSpans(lines, MOST_SPANS))];
}
