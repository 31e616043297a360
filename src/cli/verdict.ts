import type { Judgement } from '../commands/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import { EXIT } from './exit.ts';

/** How a command ended. */
export interface Verdict {
  /** Whether the input was refused, so that there is no result. */
  readonly isRefused: boolean;
  /** What ran, and was not as it should be. */
  readonly breached: readonly Problem[];
  readonly exit: number;
}

/** What came of a command as an exit code; with `isStrict` warnings refuse as errors do. */
export function verdictOf({ report, problems, failures, exit }: Judgement, isStrict: boolean): Verdict {
  if (exit !== null) return { isRefused: report === null, breached: failures, exit };
  if (problems.some(({ severity }) => severity === 'error') || (isStrict && problems.length > 0)) {
    return { isRefused: true, breached: [], exit: EXIT.refused };
  }
  return { isRefused: false, breached: failures, exit: failures.length > 0 ? EXIT.breached : EXIT.fine };
}
