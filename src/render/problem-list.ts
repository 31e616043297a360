import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { TerminalText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { type ProblemPage, problemLines, proseWidth } from './problem-lines.ts';
import { shownProblems } from './shown-problems.ts';
import { forTerminal, linesOf, terminal, wrapped } from './terminal-text.ts';

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
): TerminalText {
  const titled = (text: string): TerminalText[] => (text === '' ? [] : [page.paint.bold(sentence(text, page))]);
  const list = shownProblems(problems, catalogue).flatMap(({ shown, more }) => [
    ...shown.map((each) => problemLines(each, catalogue, page)),
    ...(more === null ? [] : [sentence(more, page)]),
  ]);
  // Lines of files among the sentences are hard to tell apart without a blank line.
  const apart = problems.some(({ excerpt }) => excerpt !== null) ? terminal`\n\n` : terminal`\n`;
  const isLong = linesOf(terminal.join(list, apart)).length > LONGEST_AT_A_GLANCE;
  const parts = [...titled(opening), ...list, ...(isLong ? titled(closing) : [])];
  return parts.length === 0 ? terminal`` : terminal`${terminal.join(parts, apart)}\n`;
}

function sentence(text: string, page: ProblemPage): TerminalText {
  return wrapped(forTerminal(text), proseWidth(page));
}
