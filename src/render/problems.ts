import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { SinkText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Paint } from './paint.ts';
import { problemList } from './problem-list.ts';

/** How problems are shown: to people, to programs, as annotations of a GitHub workflow, as SARIF. */
export const PROBLEM_FORMS = ['text', 'json', 'github', 'sarif'] as const;
export type ProblemForm = (typeof PROBLEM_FORMS)[number];

export interface ProblemOptions {
  readonly catalogue: Catalogue;
  readonly width: number;
  readonly paint: Paint;
  /** The sentence above the problems, for people; without one there is no such line. */
  readonly title: string;
  /** The same sentence where nothing follows it: below many problems. */
  readonly closing?: string;
  /** The file that a program shows what is of no file beside, as seen from the current folder: the first that was read. */
  readonly anchor?: string | null;
}

/** Problems in a form. JSON and SARIF are whole documents, also where there is no problem. Few runs need the others. */
export async function renderProblems(
  problems: readonly PlacedProblem[],
  form: ProblemForm,
  { catalogue, width, paint, title, closing = title, anchor = null }: ProblemOptions,
): Promise<SinkText<'terminal' | 'json'>> {
  switch (form) {
    case 'text':
      return problemList(problems, catalogue, { width, paint }, { opening: title, closing });
    case 'json':
      return (await import('./problem-json.ts')).problemJson(problems);
    case 'github':
      return (await import('./problem-annotations.ts')).problemAnnotations(problems, catalogue);
    case 'sarif':
      return (await import('./problem-sarif.ts')).problemSarif(problems, anchor);
  }
}
