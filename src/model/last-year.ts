import { groupedBy } from '../domain/grouping.ts';
import { isoMonth, type Month, monthFromIso, sameMonthYearsBefore } from '../domain/month.ts';
import type { ChangeSince, EstimateRow } from '../domain/report.ts';
import type { EstimateOrder, Knowledge } from './cells.ts';
import { comparedRows } from './compare.ts';
import { totalOf } from './compared-totals.ts';
import { Findings } from './findings.ts';
import { estimateSide, outcomeSide } from './side.ts';

/**
 * What changed since the same months last year (*samma månad föregående år*), all cells together. Null where the
 * statistics lack some of it: half a comparison would mislead.
 */
export function sinceLastYear(
  rows: readonly EstimateRow[],
  order: EstimateOrder,
  known: Knowledge,
): ChangeSince | null {
  const findings = new Findings();
  const programmes = [...new Set(rows.map(({ programme }) => programme))];
  const comparisons = [...groupedBy(rows, (row) => row.month)].map(([iso, ofMonth]) => {
    const month = monthFromIso(iso) as Month;
    const from = outcomeSide(sameMonthYearsBefore(month, 1), order.asOf, known);
    const to = estimateSide(month, order.asOf, ofMonth, known.schablons);
    return comparedRows({ from, to, programmes, regions: order.regions }, 'shapley', findings);
  });
  const isGuessed = findings.warnings.some(({ code }) => code === 'programme-on-one-side');
  if (findings.errors.length > 0 || isGuessed) return null;
  const cells = comparisons.flat();
  const total = totalOf(cells, null, null);
  const first = sameMonthYearsBefore(order.months[0] as Month, 1);
  return { month: isoMonth(first), total, isOneCell: cells.length === 1, notes: findings.notes };
}
