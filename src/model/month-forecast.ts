import { exactSum } from '../domain/exact-sum.ts';
import type { Month } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import { isoPeriod, monthsOf, type Period } from '../domain/period.ts';
import type { ExpenditureForecast } from '../domain/tables.ts';
import type { Count } from './count.ts';
import type { Findings } from './findings.ts';
import type { DecisionHistory } from './history.ts';
import { type ExpenditurePeriod, expenditurePeriodOf, referencePeriodOf } from './reference.ts';

/** SEK per decision and month: the row's own, or that of the statistics over the period in an earlier year. */
export interface CostPerDecision {
  readonly sek: number;
  readonly statistics: ExpenditurePeriod | null;
}

/** The programme's national decisions over a period in its reference year, and in the month that stands for t. */
export interface SeasonalProfile {
  readonly reference: Period;
  readonly month: Count;
  readonly period: readonly Count[];
  readonly share: number;
}

/** What one forecast row says of one month (*beslut per månad ur utgiftsprognosen*), with every choice on the way. */
export interface MonthForecast {
  readonly row: ExpenditureForecast;
  readonly cost: CostPerDecision | null;
  /** The sum of the months' counts over the row's period. */
  readonly periodDecisions: number;
  /** Null for a month row, which needs none. */
  readonly profile: SeasonalProfile | null;
  readonly decisions: number;
}

/**
 * Expenditure to decisions, and period to month. Null where a cost or a reference year is wanting: then the findings
 * say so.
 */
export function monthForecast(
  row: ExpenditureForecast,
  month: Month,
  history: DecisionHistory,
  findings: Findings,
): MonthForecast | null {
  const isMonthRow = row.period.months === 1;
  const cost = row.measure === 'expenditure' ? costPerDecision(row, history, findings) : null;
  const profile = isMonthRow ? null : seasonalProfile(row, month, history, findings);
  if ((row.measure === 'expenditure' && cost === null) || (!isMonthRow && profile === null)) return null;
  const periodDecisions = decisionsOfPeriod(row, cost);
  return { row, cost, periodDecisions, profile, decisions: periodDecisions * (profile?.share ?? 1) };
}

function decisionsOfPeriod(row: ExpenditureForecast, cost: CostPerDecision | null): number {
  if (row.measure === 'decisionsPerMonth') return row.quantity * row.period.months;
  return cost === null ? row.quantity : row.quantity / cost.sek;
}

function costPerDecision(
  row: ExpenditureForecast,
  history: DecisionHistory,
  findings: Findings,
): CostPerDecision | null {
  if (row.costPerDecisionSek !== null) return { sek: row.costPerDecisionSek, statistics: null };
  const { programme } = row;
  const period = isoPeriod(row.period);
  const statistics = expenditurePeriodOf(history, programme, row.period);
  const sek =
    statistics === null
      ? 0
      : exactSum(statistics.months.map((count) => count.expenditureSek as number)) /
        exactSum(statistics.months.map((count) => count.decisions));
  if (statistics === null || !Number.isFinite(sek) || sek === 0) {
    findings.refuse('no-cost-per-decision', { programme, period });
    return null;
  }
  findings.remark('cost-from-statistics', {
    programme,
    period,
    referencePeriod: isoPeriod(statistics.period),
    costPerDecisionSek: sek,
  });
  return { sek, statistics };
}

function seasonalProfile(
  row: ExpenditureForecast,
  month: Month,
  history: DecisionHistory,
  findings: Findings,
): SeasonalProfile | null {
  const { programme } = row;
  const period = isoPeriod(row.period);
  const reference = referencePeriodOf(history, programme, row.period, findings);
  if (reference === null) {
    findings.refuse('no-reference-year', { programme, period });
    return null;
  }
  // A held month has a nation.
  const counts = monthsOf(reference).map((each) => history.counts(programme, each).nation as Count);
  const sum = exactSum(counts.map((count) => count.decisions));
  if (sum === 0) {
    findings.refuse('no-seasonal-profile', { programme, period: isoPeriod(reference) });
    return null;
  }
  if (row.period.first - reference.first > 12) {
    findings.remark('reference-year-older', { programme, period, referencePeriod: isoPeriod(reference) });
  }
  const codes = [...new Set(monthsOf(reference).flatMap((each) => history.missingCodes(programme, each)))].sort(
    byCodeUnit,
  );
  if (codes.length > 0) findings.remark('codes-missing', { programme, month: isoPeriod(reference), codes });
  const ofMonth = counts[month - row.period.first] as Count;
  return { reference, month: ofMonth, period: counts, share: ofMonth.decisions / sum };
}
