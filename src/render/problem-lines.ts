import type { TerminalText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { ProblemText } from '../messages/problem-text.ts';
import { numbered, problemText } from './findings.ts';
import type { Paint } from './paint.ts';
import { placeText } from './problem-place.ts';
import { alsoTexts, type ShownProblem } from './shown-problems.ts';
import { sourceLine } from './source-line.ts';
import { blanks, forTerminal, linesOf, terminal, withoutEnd, wrapped } from './terminal-text.ts';

export interface ProblemPage {
  readonly width: number;
  readonly paint: Paint;
}

/** However narrow the terminal says that it is. */
const NARROWEST = 40;
/** Lines longer than this tire the eye, however wide the terminal is. */
const WIDEST_PROSE = 100;
const HINT_INDENT = '  ';
/** The columns before a line of a file. */
const SOURCE_INDENT = 4;

/** A problem for people: where, what was expected, the line with the cell marked, how to mend it, where it is also. */
export function problemLines(shown: ShownProblem, catalogue: Catalogue, page: ProblemPage): TerminalText {
  const { first } = shown.like;
  const { problem, excerpt } = first;
  const { message, hint, steps } = problemText(problem, catalogue);
  const label = catalogue.severity[problem.severity];
  const paint = problem.severity === 'error' ? page.paint.red : page.paint.yellow;
  const lines = [labelled(label, paint, placeText(first, catalogue), message, page)];
  if (excerpt !== null) {
    const { text, indent, mark } = sourceLine(excerpt, Math.max(NARROWEST, page.width) - SOURCE_INDENT);
    lines.push(withoutEnd(terminal`    ${text}`), terminal`    ${blanks(indent)}${paint(mark)}`);
  }
  const mend = [hint, ...numbered(steps)];
  lines.push(...mend.map((line, at) => indented(at < mend.length - 1 ? line : `${line} [${problem.code}]`, page)));
  lines.push(...alsoTexts(shown, catalogue).map((text) => indented(text, page)));
  return terminal.join(lines, '\n');
}

/** A label in colour, a place, what was expected, and on the lines below how to mend it. */
export function textLines(
  label: string,
  paint: Paint['red'],
  place: string,
  { message, hint }: ProblemText,
  page: ProblemPage,
): TerminalText {
  return terminal.join([labelled(label, paint, place, message, page), indented(hint, page)], '\n');
}

function labelled(label: string, paint: Paint['red'], place: string, message: string, page: ProblemPage): TerminalText {
  const text = place === '' ? message : `${place}: ${message}`;
  const [first = terminal``, ...later] = linesOf(
    wrapped(forTerminal(`${label}: ${text}`), proseWidth(page), HINT_INDENT),
  );
  // A label is one word, so that it stands whole on the first line.
  const rest = forTerminal(first.slice(label.length));
  return terminal.join([terminal`${paint(forTerminal(label))}${rest}`, ...later], '\n');
}

function indented(text: string, page: ProblemPage): TerminalText {
  const lines = linesOf(wrapped(forTerminal(text), proseWidth(page) - HINT_INDENT.length));
  return terminal.join(
    lines.map((line) => terminal`  ${line}`),
    '\n',
  );
}

/** The columns that sentences take. */
export function proseWidth({ width }: ProblemPage): number {
  return Math.max(NARROWEST, Math.min(width, WIDEST_PROSE));
}
