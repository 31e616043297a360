/**
 * A calendar month (*månad*) as one integer, year · 12 + (month − 1), so that «the same month last year» is a
 * subtraction and no time zone can reach it.
 */
declare const monthBrand: unique symbol;
export type Month = number & { readonly [monthBrand]: true };

/** Years outside these are taken for typing mistakes. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/** The month of a year and a month number 1–12; null outside the calendar or outside {@link FIRST_YEAR}–{@link LAST_YEAR}. */
export function monthOf(year: number, monthNumber: number): Month | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || monthNumber < 1 || monthNumber > 12) return null;
  return (year * 12 + monthNumber - 1) as Month;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** 1 for January to 12 for December. */
export function monthNumberOf(month: Month): number {
  return (month % 12) + 1;
}

/** The month `months` after (or, negative, before) this one. */
export function monthsAfter(month: Month, months: number): Month {
  return (month + months) as Month;
}

/** The same month `years` years earlier: t − 12k. */
export function sameMonthYearsBefore(month: Month, years: number): Month {
  return (month - 12 * years) as Month;
}

/** Every month from `from` to `to`, both included; empty when `to` is before `from`. */
export function monthsFromTo(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => monthsAfter(from, index));
}

/** `2023-01`. */
export function isoMonth(month: Month): string {
  return `${yearOf(month)}-${String(monthNumberOf(month)).padStart(2, '0')}`;
}

/** Reads `2023-01` and nothing else; null for any other text. */
export function monthFromIso(text: string): Month | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match === null ? null : monthOf(Number(match[1]), Number(match[2]));
}
