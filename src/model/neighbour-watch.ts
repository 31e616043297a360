import { isoMonth, monthsAfter } from '../domain/month.ts';
import { NOWHERE, type Place } from '../domain/problem.ts';
import type { DecisionStatistics, Region } from '../domain/tables.ts';
import type { Count } from './count.ts';
import type { Findings } from './findings.ts';
import type { DecisionHistory, MonthCounts } from './history.ts';

/** So many times its neighbours is no season; below so many people it may be chance. */
const FAR_TIMES = 5;
const FEWEST = 50;

/** Whether a figure of the month is far from those of the same region in the month before and in the month after. */
export function watchNeighbours(
  programme: string,
  reference: MonthCounts,
  history: DecisionHistory,
  findings: Findings,
): void {
  const before = history.counts(programme, monthsAfter(reference.month, -1));
  const after = history.counts(programme, monthsAfter(reference.month, 1));
  for (const [region, count] of countsOf(reference)) {
    const [left, right] = [countIn(before, region), countIn(after, region)];
    if (left === null || right === null) continue;
    for (const quantity of ['decisions', 'newDecisions'] as const) {
      const figures = { value: count[quantity], before: left[quantity], after: right[quantity] };
      if (!isFar(figures)) continue;
      const facts = { programme, region, month: isoMonth(reference.month), quantity, ...figures };
      findings.warn('figure-far-from-neighbours', facts, placeOf(count, history.statistics));
    }
  }
}

function* countsOf({ nationalRow, regions }: MonthCounts): Iterable<readonly [Region, Count]> {
  if (nationalRow !== null) yield [null, nationalRow];
  yield* regions;
}

function countIn({ nationalRow, regions }: MonthCounts, region: Region): Count | null {
  return region === null ? nationalRow : (regions.get(region) ?? null);
}

function isFar({ value, before, after }: { value: number; before: number; after: number }): boolean {
  if (Math.max(value, before, after) < FEWEST) return false;
  return value > FAR_TIMES * Math.max(before, after) || FAR_TIMES * value < Math.min(before, after);
}

/** The row that the count is made of; a sum of several has no place. */
function placeOf({ rows }: Count, { file, line, paths }: DecisionStatistics): Place {
  const [row] = rows;
  if (row === undefined || rows.length > 1) return NOWHERE;
  return { ...NOWHERE, file: paths[file[row] as number] ?? null, line: line[row] ?? null };
}
