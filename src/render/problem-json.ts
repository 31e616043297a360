import type { ProblemRecord } from '../domain/document.ts';
import type { FailureRecord } from '../domain/failure.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import { NOWHERE } from '../domain/problem.ts';
import type { SinkText } from '../domain/sink-text.ts';
import { en } from '../messages/en.ts';
import { failureText, problemRecord } from './findings.ts';
import { inertJson, inertJsonOfMany } from './inert-json.ts';

const FRAME = { formatVersion: 1, kind: 'problems' } as const;

/** Problems for programs: all of them, their texts in English whatever the language. */
export function problemJson(problems: readonly PlacedProblem[]): SinkText<'json'> {
  return inertJsonOfMany({ ...FRAME, problems: [] }, problems, ({ problem }) => problemRecord(problem, en));
}

/** What kept a command from running, as a document of one problem, which stands nowhere. */
export function failureJson(failure: FailureRecord): SinkText<'json'> {
  const { file, line, column, columnNumber, value } = NOWHERE;
  const { message, hint } = failureText(failure, en);
  const record: ProblemRecord = {
    code: failure.code,
    severity: 'error',
    ...{ file, line, column, columnNumber, value },
    message,
    hint,
  };
  return inertJson({ ...FRAME, problems: [record] });
}
