import type { FailureRecord } from '../domain/failure.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { SinkText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { failureText } from './findings.ts';
import type { Paint } from './paint.ts';
import { textLines } from './problem-lines.ts';
import { problemList } from './problem-list.ts';
import { terminal } from './terminal-text.ts';

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

/** What kept a command from running, in the form of the problems that there would be. */
export async function renderFailure(
  failure: FailureRecord,
  form: ProblemForm,
  { catalogue, width, paint }: Pick<ProblemOptions, 'catalogue' | 'width' | 'paint'>,
): Promise<SinkText<'terminal' | 'json'>> {
  switch (form) {
    case 'text': {
      const text = failureText(failure, catalogue);
      return terminal`${textLines(catalogue.severity.error, paint.red, '', text, { width, paint })}\n`;
    }
    case 'json':
      return (await import('./problem-json.ts')).failureJson(failure);
    case 'github':
      return (await import('./problem-annotations.ts')).failureAnnotation(
        failure.code,
        failureText(failure, catalogue),
      );
    case 'sarif':
      return (await import('./problem-sarif.ts')).failureSarif(failure);
  }
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
