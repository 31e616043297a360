import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { kindOf } from './problem-kinds.ts';
import { problemRemark } from './problem-remark.ts';
import { MOST_PER_FILE, problemsByFile } from './problems-by-file.ts';
import { forTerminal } from './terminal-text.ts';

/** Problems as commands of a GitHub workflow, one a line, which shows them beside the lines of the files. */
export function problemAnnotations(problems: readonly PlacedProblem[], catalogue: Catalogue): string {
  return problemsByFile(problems)
    .flatMap((ofFile) => annotationsOfFile(ofFile, catalogue))
    .map((line) => `${line}\n`)
    .join('');
}

function annotationsOfFile(problems: readonly PlacedProblem[], catalogue: Catalogue): string[] {
  const { firsts, others } = firstOfKinds(problems);
  const ordered = [...firsts, ...others];
  const shown = ordered.slice(0, MOST_PER_FILE).map((placed) => annotation(placed, catalogue));
  const rest = ordered.slice(MOST_PER_FILE);
  if (rest.length === 0) return shown;
  const level = rest.some(({ problem }) => problem.severity === 'error') ? 'error' : 'warning';
  const file = rest[0]?.problem.file ?? null;
  const kinds = Math.max(0, firsts.length - MOST_PER_FILE);
  return [...shown, `::${level}::${data(catalogue.problemsTitle.more(rest.length, kinds, file))}`];
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

function annotation(placed: PlacedProblem, catalogue: Catalogue): string {
  const { problem } = placed;
  const properties = [...placeOf(placed), `title=${property(problem.code)}`].join(',');
  return `::${problem.severity} ${properties}::${data(problemRemark(placed, catalogue))}`;
}

/** Columns count from 1, and the last one belongs to the cell; a blank cell has one column, too. */
function placeOf({ problem: { line }, path, excerpt }: PlacedProblem): string[] {
  if (path === null) return [];
  const file = [`file=${property(path)}`];
  if (line === null) return file;
  const atLine = [...file, `line=${line}`];
  if (excerpt === null) return atLine;
  const { start, length } = excerpt;
  return [...atLine, `col=${start + 1}`, `endColumn=${start + Math.max(1, length)}`];
}

function data(text: string): string {
  return forTerminal(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
