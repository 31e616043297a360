import { type Month, sameMonthYearsBefore } from '../domain/month.ts';
import { monthsOf, type Period, periodYearsBefore } from '../domain/period.ts';
import { type Count, totalCount } from './count.ts';
import type { Findings } from './findings.ts';
import type { DecisionHistory } from './history.ts';

/** A period in a year that has both expenditure and decisions, with each month's count. */
export interface ExpenditurePeriod {
  readonly period: Period;
  readonly months: readonly Count[];
}

/**
 * The reference month (*referensmånad*): the latest held same month, t − 12, t − 24, … Months held only in part give a
 * warning and count as not held.
 */
export function referenceMonthOf(
  history: DecisionHistory,
  programme: string,
  month: Month,
  findings: Findings,
): Month | null {
  const years = yearsBack(history, month, (candidate) => history.isHeldOrWarn(programme, candidate, findings));
  return years === null ? null : sameMonthYearsBefore(month, years);
}

/** The period in its reference year: the latest year before it of which every month of the period is held. */
export function referencePeriodOf(
  history: DecisionHistory,
  programme: string,
  period: Period,
  findings: Findings,
): Period | null {
  const years = yearsBack(history, period.first, (first) =>
    // Every month is looked at, so that all the incomplete ones are named at once.
    monthsOf({ first, months: period.months }).reduce(
      (held, month) => history.isHeldOrWarn(programme, month, findings) && held,
      true,
    ),
  );
  return years === null ? null : periodYearsBefore(period, years);
}

/**
 * The period in the latest year that holds both expenditure and decisions of the programme for every month, with each
 * month's count: the national row's, else the sum of all regions.
 */
export function expenditurePeriodOf(
  history: DecisionHistory,
  programme: string,
  period: Period,
): ExpenditurePeriod | null {
  const years = yearsBack(history, period.first, (first) =>
    monthsOf({ first, months: period.months }).every((month) => expenditureCount(history, programme, month) !== null),
  );
  if (years === null) return null;
  const reference = periodYearsBefore(period, years);
  return {
    period: reference,
    months: monthsOf(reference).map((month) => expenditureCount(history, programme, month) as Count),
  };
}

function expenditureCount(history: DecisionHistory, programme: string, month: Month): Count | null {
  if (!history.isHeld(programme, month)) return null;
  const { nationalRow, regions } = history.counts(programme, month);
  if (nationalRow?.expenditureSek != null) return nationalRow;
  const isWhole =
    regions.size > 0 && [...history.regionsInYear(programme, month)].every((region) => regions.has(region));
  const sum = isWhole ? totalCount([...regions.values()]) : null;
  return sum?.expenditureSek == null ? null : sum;
}

function yearsBack(history: DecisionHistory, month: Month, isFit: (candidate: Month) => boolean): number | null {
  const { earliest } = history;
  if (earliest === null) return null;
  for (let years = 1; sameMonthYearsBefore(month, years) >= earliest; years++) {
    if (isFit(sameMonthYearsBefore(month, years))) return years;
  }
  return null;
}
