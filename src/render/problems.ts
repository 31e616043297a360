import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { en } from '../messages/en.ts';
import { problemRecord } from './findings.ts';
import type { Paint } from './paint.ts';
import { problemLines } from './problem-lines.ts';

/** How problems are shown: to people, to programs, as annotations of a GitHub workflow, as SARIF. */
export const PROBLEM_FORMS = ['text', 'json', 'github', 'sarif'] as const;
export type ProblemForm = (typeof PROBLEM_FORMS)[number];

export interface ProblemOptions {
  readonly catalogue: Catalogue;
  readonly width: number;
  readonly paint: Paint;
  /** The sentence above the problems, for people. */
  readonly title: string;
}

/** Problems in a form. The forms for programs are whole documents, also where there is no problem. */
export async function renderProblems(
  problems: readonly PlacedProblem[],
  form: ProblemForm,
  { catalogue, width, paint, title }: ProblemOptions,
): Promise<string> {
  const found = problems.map(({ problem }) => problem);
  switch (form) {
    case 'json':
      return `${JSON.stringify({ problems: found.map((problem) => problemRecord(problem, en)) }, null, 2)}\n`;
    default:
      return `${paint.bold(title)}\n${problemLines(found, catalogue, { width, paint })}\n`;
  }
}
