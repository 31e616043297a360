import type { Catalogue, ProblemText } from '../messages/catalogue.ts';
import { numbered, problemText } from './findings.ts';
import { countOf, type LikeProblems } from './like-problems.ts';
import { lineSpans } from './line-spans.ts';
import type { Paint } from './paint.ts';
import type { ProblemKind } from './problem-kinds.ts';
import { placeText } from './problem-place.ts';
import { sourceLine } from './source-line.ts';
import { forTerminal, wrapped } from './terminal-text.ts';

export interface ProblemPage {
  readonly width: number;
  readonly paint: Paint;
}

/** However narrow the terminal says that it is. */
const NARROWEST = 40;
/** Lines longer than this tire the eye, however wide the terminal is. */
const WIDEST_PROSE = 100;
const HINT_INDENT = '  ';
const SOURCE_INDENT = '    ';
/** So many lines, or runs of them, are named. */
const MOST_SPANS = 8;

/** A problem for people: where, what was expected, the line with the cell marked, how to mend it, where it is also. */
export function problemLines({ first, otherLines }: LikeProblems, catalogue: Catalogue, page: ProblemPage): string {
  const { problem, excerpt } = first;
  const { message, hint, steps } = problemText(problem, catalogue);
  const label = catalogue.severity[problem.severity];
  const paint = problem.severity === 'error' ? page.paint.red : page.paint.yellow;
  const lines = [labelled(label, paint, placeText(first, catalogue), message, page)];
  if (excerpt !== null) {
    const { text, indent, mark } = sourceLine(excerpt, Math.max(NARROWEST, page.width) - SOURCE_INDENT.length);
    lines.push((SOURCE_INDENT + text).trimEnd(), SOURCE_INDENT + ' '.repeat(indent) + paint(mark));
  }
  const mend = [hint, ...numbered(steps)];
  lines.push(...mend.map((line, at) => indented(at < mend.length - 1 ? line : `${line} [${problem.code}]`, page)));
  if (otherLines.length > 0) {
    const spans = lineSpans(otherLines, MOST_SPANS);
    lines.push(indented(catalogue.problemsTitle.same(otherLines.length, spans), page));
  }
  return lines.join('\n');
}

/** How many more of a kind there are, and in which lines; stands below the last of them that is shown. */
export function moreOfKind(rest: ProblemKind, { problemsTitle }: Catalogue, page: ProblemPage): string {
  const named = rest.flatMap(({ first: { problem }, otherLines }) => [problem.line, ...otherLines]);
  const lines = [...new Set(named)].filter((line) => line !== null);
  return indented(problemsTitle.sameKind(countOf(rest), lines, lineSpans(lines, MOST_SPANS)), page);
}

/** A label in colour, a place, what was expected, and on the lines below how to mend it. */
export function textLines(
  label: string,
  paint: (text: string) => string,
  place: string,
  { message, hint }: ProblemText,
  page: ProblemPage,
): string {
  return [labelled(label, paint, place, message, page), indented(hint, page)].join('\n');
}

function labelled(
  label: string,
  paint: (text: string) => string,
  place: string,
  message: string,
  page: ProblemPage,
): string {
  const text = forTerminal(place === '' ? message : `${place}: ${message}`);
  return paint(label) + wrapped(`${label}: ${text}`, proseWidth(page), HINT_INDENT).slice(label.length);
}

function indented(text: string, page: ProblemPage): string {
  const lines = wrapped(forTerminal(text), proseWidth(page) - HINT_INDENT.length).split('\n');
  return lines.map((line) => HINT_INDENT + line).join('\n');
}

/** The columns that sentences take. */
export function proseWidth({ width }: ProblemPage): number {
  return Math.max(NARROWEST, Math.min(width, WIDEST_PROSE));
}
