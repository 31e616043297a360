import { byCodeUnit } from '../domain/order.ts';
import type { Problem } from '../domain/problem.ts';
import type { Catalogue, ProblemText } from '../messages/catalogue.ts';
import { problemText } from './findings.ts';
import type { Paint } from './paint.ts';
import { cut, forTerminal, wrapped } from './terminal-text.ts';

export interface ProblemPage {
  readonly width: number;
  readonly paint: Paint;
}

const MOST_PER_FILE = 50;
const LONGEST_VALUE = 80;

/** Problems for people: where, what stands there, what was expected, how to mend it. At most 50 a file, then a count. */
export function problemLines(problems: readonly Problem[], catalogue: Catalogue, page: ProblemPage): string {
  const files = [...new Set(problems.map(({ file }) => file))].sort(
    (left, right) => Number(left === null) - Number(right === null) || byCodeUnit(left, right),
  );
  return files
    .flatMap((file) => {
      const ofFile = problems.filter((problem) => problem.file === file);
      const lines = ofFile.slice(0, MOST_PER_FILE).map((problem) => problemLine(problem, catalogue, page));
      const rest = ofFile.length - MOST_PER_FILE;
      return rest > 0 ? [...lines, catalogue.problemsTitle.more(rest, forTerminal(file ?? ''))] : lines;
    })
    .join('\n');
}

function problemLine(problem: Problem, catalogue: Catalogue, page: ProblemPage): string {
  const { severity } = problem;
  const label = catalogue.severity[severity];
  const paint = severity === 'error' ? page.paint.red : page.paint.yellow;
  const { message, hint } = problemText(problem, catalogue);
  return textLines(label, paint, placeText(problem, catalogue), { message, hint: `${hint} [${problem.code}]` }, page);
}

/** A label in colour, a place, what was expected, and on the lines below how to mend it. */
export function textLines(
  label: string,
  paint: (text: string) => string,
  place: string,
  { message, hint }: ProblemText,
  { width }: ProblemPage,
): string {
  const text = forTerminal(place === '' ? message : `${place}: ${message}`);
  const room = Math.max(40, Math.min(width, 100));
  const [first = '', ...rest] = wrapped(`${label}: ${text}`, room, '  ').split('\n');
  const hints = wrapped(forTerminal(hint), room - 2)
    .split('\n')
    .map((line) => `  ${line}`);
  return [paint(label) + first.slice(label.length), ...rest, ...hints].join('\n');
}

function placeText({ file, line, column, columnNumber, value }: Problem, { place }: Catalogue): string {
  if (file === null) return '';
  const parts = [file];
  if (line !== null) parts.push(place.line(line));
  if (column !== null && columnNumber !== null) parts.push(place.column(column, columnNumber));
  const shown = value === null || value === '' ? '' : ` ${place.quoted(cut(value, LONGEST_VALUE))}`;
  return parts.join(', ') + shown;
}
