import { exactSum } from '../domain/exact-sum.ts';

/** The decisions of one programme in one month, in one region or in the nation, with the statistics rows they sum. */
export interface Count {
  readonly decisions: number;
  readonly newDecisions: number;
  /** SEK; null unless every part has it. */
  readonly expenditureSek: number | null;
  readonly rows: readonly number[];
}

/** The sum of regions; null of none. */
export function totalCount(counts: readonly Count[]): Count | null {
  if (counts.length === 0) return null;
  const expenditures = counts.map((count) => count.expenditureSek);
  return {
    decisions: exactSum(counts.map((count) => count.decisions)),
    newDecisions: exactSum(counts.map((count) => count.newDecisions)),
    expenditureSek: expenditures.includes(null) ? null : exactSum(expenditures as number[]),
    rows: counts.flatMap((count) => count.rows),
  };
}
