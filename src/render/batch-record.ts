import type { JobRow } from '../domain/batch-report.ts';
import type { FailureRecord } from '../domain/plan-problem.ts';
import type { Catalogue, ProblemText } from '../messages/catalogue.ts';
import type { Words } from '../messages/words.ts';
import { problemRecord } from './findings.ts';
import { masked } from './personal-numbers.ts';
import { wordsOf } from './words.ts';

/** A job as the JSON contract has it. */
export function jobRecord({ failures, failure, ...row }: JobRow, catalogue: Catalogue): object {
  return {
    ...row,
    failures: failures.map((each) => problemRecord(each, catalogue)),
    failure: failure === null ? null : failureRecord(failure, catalogue),
  };
}

function failureRecord({ code, facts }: FailureRecord, catalogue: Catalogue): object {
  // A failure's code and its facts belong together, which the types of two parallel unions cannot say.
  const write = catalogue.failures[code] as (facts: unknown, words: Words) => ProblemText;
  const { message, hint } = write(facts, wordsOf(catalogue));
  return { code, message: masked(message), hint: masked(hint) };
}
