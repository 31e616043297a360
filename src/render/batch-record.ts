import type { JobRow } from '../domain/batch-report.ts';
import type { JobRecord } from '../domain/document.ts';
import type { FailureRecord } from '../domain/failure.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { failureText, problemRecord } from './findings.ts';
import { masked } from './personal-numbers.ts';

/** A job as the JSON contract has it. */
export function jobRecord({ failures, failure, ...row }: JobRow, catalogue: Catalogue): JobRecord {
  return {
    ...row,
    failures: failures.map((each) => problemRecord(each, catalogue)),
    failure: failure === null ? null : failureRecord(failure, catalogue),
  };
}

function failureRecord(failure: FailureRecord, catalogue: Catalogue): JobRecord['failure'] {
  const { message, hint } = failureText(failure, catalogue);
  return { code: failure.code, message: masked(message), hint: masked(hint) };
}
