import { FIRST_YEAR, LAST_YEAR, type Month, monthNumberOf, yearOf } from './month.ts';

/** A calendar day (*dag*), as the integer yyyymmdd: days compare as numbers, and no time zone can reach them. */
declare const dayBrand: unique symbol;
export type Day = number & { readonly [dayBrand]: true };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, monthNumber: number): number {
  return monthNumber === 2 && isLeapYear(year) ? 29 : (DAYS[monthNumber - 1] ?? 0);
}

/** The day of a year, a month 1–12 and a day of the month; null where the calendar has no such day. */
export function dayOf(year: number, monthNumber: number, dayNumber: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  // A month that there is not has no day.
  if (dayNumber < 1 || dayNumber > daysInMonth(year, monthNumber)) return null;
  return (year * 10000 + monthNumber * 100 + dayNumber) as Day;
}

/** The day on which a statistics row without a date of publication counts as published. */
export function lastDayOf(month: Month): Day {
  const year = yearOf(month);
  const monthNumber = monthNumberOf(month);
  return (year * 10000 + monthNumber * 100 + daysInMonth(year, monthNumber)) as Day;
}

/** `2022-10-28`. */
export function isoDay(day: Day): string {
  const digits = String(day);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Reads `2022-10-28` and nothing else; null for any other text or a day that the calendar lacks. */
export function dayFromIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}
