import type { PlacedProblem } from '../../src/domain/placed-problem.ts';
import { NOWHERE, type Place, type ProblemCode, type ProblemFacts, problem } from '../../src/domain/problem.ts';

interface Cell {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly severity?: 'error' | 'warning';
}

/** A problem of a cell in a line: the cell stands between «». */
export function inCell<Code extends ProblemCode>(
  code: Code,
  facts: ProblemFacts[Code],
  marked: string,
  { file = 'a.csv', line = 57, column = 'decisions', severity = 'error' }: Cell = {},
): PlacedProblem {
  const [before = '', value = '', after = ''] = marked.split(/[«»]/);
  const place = { file, line, column, columnNumber: 4, value };
  return {
    problem: problem(code, facts, place, severity),
    path: `data/${file}`,
    excerpt: { text: before + value + after, start: before.length, length: value.length, address: `D${line}` },
  };
}

/** A problem of a row as a whole. */
export function inRow<Code extends ProblemCode>(code: Code, facts: ProblemFacts[Code], text: string): PlacedProblem {
  return {
    problem: problem(code, facts, { ...NOWHERE, file: 'a.csv', line: 3 }),
    path: 'data/a.csv',
    excerpt: { text, start: 0, length: text.length, address: '3' },
  };
}

/** A problem without its line: of a file as a whole, or of no file. */
export function withoutLine<Code extends ProblemCode>(
  code: Code,
  facts: ProblemFacts[Code],
  place: Partial<Place> = {},
): PlacedProblem {
  const { file = null } = place;
  return {
    problem: problem(code, facts, { ...NOWHERE, ...place }),
    path: file === null || file === '-' ? null : `data/${file}`,
    excerpt: null,
  };
}
