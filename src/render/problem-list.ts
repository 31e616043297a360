import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { countOf } from './like-problems.ts';
import { problemKinds, sharesOf } from './problem-kinds.ts';
import { moreOfKind, type ProblemPage, problemLines, proseWidth } from './problem-lines.ts';
import { MOST_PER_FILE, problemsByFile } from './problems-by-file.ts';
import { forTerminal, wrapped } from './terminal-text.ts';

/** A list longer than this has scrolled its title away. */
const LONGEST_AT_A_GLANCE = 20;

/** What is said above problems, and once more below many of them. */
export interface ProblemTitle {
  readonly opening: string;
  readonly closing: string;
}

/** Problems for people, below a title that says how it ended; a long list ends with it as well. */
export function problemList(
  problems: readonly PlacedProblem[],
  catalogue: Catalogue,
  page: ProblemPage,
  { opening, closing }: ProblemTitle,
): string {
  const titled = (text: string): string[] => (text === '' ? [] : [page.paint.bold(sentence(text, page))]);
  const list = problemsByFile(problems).flatMap((ofFile) => listOfFile(ofFile, catalogue, page));
  // Lines of files among the sentences are hard to tell apart without a blank line.
  const apart = problems.some(({ excerpt }) => excerpt !== null) ? '\n\n' : '\n';
  const isLong = list.join(apart).split('\n').length > LONGEST_AT_A_GLANCE;
  const parts = [...titled(opening), ...list, ...(isLong ? titled(closing) : [])];
  return parts.length === 0 ? '' : `${parts.join(apart)}\n`;
}

/** The kinds of problems in a file, the first of each in full, and how many more there are. */
function listOfFile(problems: readonly PlacedProblem[], catalogue: Catalogue, page: ProblemPage): string[] {
  const kinds = problemKinds(problems);
  const shares = sharesOf(kinds, MOST_PER_FILE);
  const blocks = kinds.flatMap((kind, at) => {
    const share = shares[at] ?? 0;
    const shown = kind.slice(0, share).map((like) => problemLines(like, catalogue, page));
    const rest = kind.slice(share);
    const last = shown.pop();
    if (last === undefined) return [];
    return [...shown, rest.length === 0 ? last : `${last}\n${moreOfKind(rest, catalogue, page)}`];
  });
  const hidden = kinds.filter((_, at) => shares[at] === 0);
  if (hidden.length === 0) return blocks;
  const file = problems[0]?.problem.file ?? null;
  return [...blocks, sentence(catalogue.problemsTitle.more(countOf(hidden.flat()), hidden.length, file), page)];
}

function sentence(text: string, page: ProblemPage): string {
  return wrapped(forTerminal(text), proseWidth(page));
}
