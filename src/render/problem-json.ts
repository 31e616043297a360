import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { SinkText } from '../domain/sink-text.ts';
import { en } from '../messages/en.ts';
import { problemRecord } from './findings.ts';
import { inertJsonOfMany } from './inert-json.ts';

/** Problems for programs: all of them, their texts in English whatever the language. */
export function problemJson(problems: readonly PlacedProblem[]): SinkText<'json'> {
  const document = { formatVersion: 1, kind: 'problems', problems: [] };
  return inertJsonOfMany(document, problems, ({ problem }) => problemRecord(problem, en));
}
