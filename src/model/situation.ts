import type { Month } from '../domain/month.ts';
import type { Count } from './count.ts';
import type { Findings } from './findings.ts';
import type { DecisionHistory, MonthCounts } from './history.ts';

/** What is known when a programme's month is estimated. */
export interface Situation {
  readonly programme: string;
  readonly month: Month;
  readonly reference: MonthCounts;
  readonly nation: Count;
  readonly history: DecisionHistory;
  readonly findings: Findings;
  /** Whether only some regions are asked for. */
  readonly isNarrowed: boolean;
  readonly isRequested: (region: string) => boolean;
}
