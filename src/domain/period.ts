import {
  isoMonth,
  type Month,
  monthNumberOf,
  monthsAfter,
  monthsFromTo,
  sameMonthYearsBefore,
  yearOf,
} from './month.ts';

/** What a forecast row speaks of (*period*): a month, a quarter or a year, as its first month and its length. */
export interface Period {
  readonly first: Month;
  readonly months: 1 | 3 | 12;
}

export function covers(period: Period, month: Month): boolean {
  return month >= period.first && month < period.first + period.months;
}

export function monthsOf(period: Period): Month[] {
  return monthsFromTo(period.first, monthsAfter(period.first, period.months - 1));
}

/** The same months `years` years earlier. */
export function periodYearsBefore(period: Period, years: number): Period {
  return { first: sameMonthYearsBefore(period.first, years), months: period.months };
}

/** `2023-01`, `2023-Q1` or `2023`. */
export function isoPeriod(period: Period): string {
  if (period.months === 1) return isoMonth(period.first);
  if (period.months === 12) return String(yearOf(period.first));
  return `${yearOf(period.first)}-Q${(monthNumberOf(period.first) + 2) / 3}`;
}
