import type { Catalogue, ProblemText } from '../messages/catalogue.ts';
import { numbered, problemText } from './findings.ts';
import type { Paint } from './paint.ts';
import { placeText } from './problem-place.ts';
import { alsoTexts, type ShownProblem } from './shown-problems.ts';
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

/** A problem for people: where, what was expected, the line with the cell marked, how to mend it, where it is also. */
export function problemLines(shown: ShownProblem, catalogue: Catalogue, page: ProblemPage): string {
  const { first } = shown.like;
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
  lines.push(...alsoTexts(shown, catalogue).map((text) => indented(text, page)));
  return lines.join('\n');
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
