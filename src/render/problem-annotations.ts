import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { TerminalText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { ProblemText } from '../messages/problem-text.ts';
import { kindOf } from './problem-kinds.ts';
import { problemRemark } from './problem-remark.ts';
import { MOST_PER_FILE, problemsByFile } from './problems-by-file.ts';
import { forTerminal, terminal } from './terminal-text.ts';

/** Problems as commands of a GitHub workflow, one a line, which shows them beside the lines of the files. */
export function problemAnnotations(problems: readonly PlacedProblem[], catalogue: Catalogue): TerminalText {
  const lines = problemsByFile(problems).flatMap((ofFile) => annotationsOfFile(ofFile, catalogue));
  return terminal.join(
    lines.map((line) => terminal`${line}\n`),
    '',
  );
}

function annotationsOfFile(problems: readonly PlacedProblem[], catalogue: Catalogue): TerminalText[] {
  const { firsts, others } = firstOfKinds(problems);
  const ordered = [...firsts, ...others];
  const shown = ordered.slice(0, MOST_PER_FILE).map((placed) => annotation(placed, catalogue));
  const rest = ordered.slice(MOST_PER_FILE);
  if (rest.length === 0) return shown;
  const isError = rest.some(({ problem }) => problem.severity === 'error');
  const file = rest[0]?.problem.file ?? null;
  const kinds = Math.max(0, firsts.length - MOST_PER_FILE);
  return [...shown, terminal`::${level(isError)}::${data(catalogue.problemsTitle.more(rest.length, kinds, file))}`];
}

/** The first problem of each kind apart. They come before the others: GitHub shows ten errors and ten warnings of a step. */
function firstOfKinds(problems: readonly PlacedProblem[]): Record<'firsts' | 'others', PlacedProblem[]> {
  const seen = new Set<string>();
  const firsts: PlacedProblem[] = [];
  const others: PlacedProblem[] = [];
  for (const placed of problems) {
    const kind = kindOf(placed.problem);
    (seen.has(kind) ? others : firsts).push(placed);
    seen.add(kind);
  }
  return { firsts, others };
}

function level(isError: boolean): TerminalText {
  return isError ? terminal`error` : terminal`warning`;
}

/** What kept a command from running, as one annotation. */
export function failureAnnotation(code: string, { message, hint }: ProblemText): TerminalText {
  return terminal`::error title=${property(code)}::${data(`${message}. ${hint}`)}\n`;
}

function annotation(placed: PlacedProblem, catalogue: Catalogue): TerminalText {
  const { problem } = placed;
  const properties = terminal.join([...placeOf(placed), terminal`title=${property(problem.code)}`], ',');
  return terminal`::${level(problem.severity === 'error')} ${properties}::${data(problemRemark(placed, catalogue))}`;
}

/** Columns count from 1, and the last one belongs to the cell; a blank cell has one column, too. */
function placeOf({ problem: { line }, path, excerpt }: PlacedProblem): TerminalText[] {
  if (path === null) return [];
  const file = [terminal`file=${property(path)}`];
  if (line === null) return file;
  const atLine = [...file, terminal`line=${line}`];
  if (excerpt === null) return atLine;
  const { start, length } = excerpt;
  return [...atLine, terminal`col=${start + 1}`, terminal`endColumn=${start + Math.max(1, length)}`];
}

/** What stands after the second `::`; the runner undoes the percent signs. */
function data(text: string): TerminalText {
  return forTerminal(forTerminal(text).replaceAll('%', '%25'));
}

function property(text: string): TerminalText {
  return forTerminal(data(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}
