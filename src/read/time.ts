import { type Day, dayOf, isoDay } from '../domain/day.ts';
import { FIRST_YEAR, isoMonth, LAST_YEAR, type Month, monthNumberOf, monthOf, yearOf } from '../domain/month.ts';
import type { Period } from '../domain/period.ts';
import type { ProblemFacts } from '../domain/problem.ts';

/** Month names and their abbreviations, Swedish and English where they differ, by their first three or more letters. */
const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  [
    ['januari', 'january', 'jan'],
    ['februari', 'february', 'feb'],
    ['mars', 'march', 'mar'],
    ['april', 'apr'],
    ['maj', 'may'],
    ['juni', 'june', 'jun'],
    ['juli', 'july', 'jul'],
    ['augusti', 'august', 'aug'],
    ['september', 'sep', 'sept'],
    ['oktober', 'october', 'okt', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/**
 * A month: `2023-01`, `202301`, `2023M01`, `2023-01-01`, `januari 2023`, `jan 2023`. A day that is not the first is
 * `not-first-day`; anything else is null.
 */
export function readMonth(text: string): Month | 'not-first-day' | null {
  const numeric = /^(\d{4})(?:-|M)?(\d{2})$/i.exec(text);
  if (numeric !== null) return monthOf(Number(numeric[1]), Number(numeric[2]));
  const day = readDay(text);
  if (day !== null && text.includes('-')) {
    return day % 100 === 1 ? monthOf(Math.floor(day / 10000), Math.floor(day / 100) % 100) : 'not-first-day';
  }
  const named = /^(\p{L}{3,9})\.? (\d{4})$/u.exec(text);
  const monthNumber = named === null ? undefined : MONTH_NAMES.get((named[1] as string).toLowerCase());
  return monthNumber === undefined ? null : monthOf(Number(named?.[2]), monthNumber);
}

/** A period: a month, `2023-Q1` (`2023Q1`, `2023K1`) or `2023`. */
export function readPeriod(text: string): Period | 'not-first-day' | null {
  const quarter = /^(\d{4})-?[QK]([1-4])$/i.exec(text);
  if (quarter !== null) return periodFrom(monthOf(Number(quarter[1]), 3 * Number(quarter[2]) - 2), 3);
  if (/^\d{4}$/.test(text)) return periodFrom(monthOf(Number(text), 1), 12);
  const month = readMonth(text);
  return month === 'not-first-day' ? month : periodFrom(month, 1);
}

function periodFrom(first: Month | null, months: 1 | 3 | 12): Period | null {
  return first === null ? null : { first, months };
}

/** A day: `2022-10-28` or `20221028`. */
export function readDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

type MomentFaultCode =
  | 'month-not-first-day'
  | 'month-is-period'
  | 'date-ambiguous'
  | 'date-serial'
  | 'date-outside-calendar'
  | 'month-syntax'
  | 'period-syntax'
  | 'day-syntax';

export type MomentFault = {
  [Code in MomentFaultCode]: { readonly code: Code; readonly facts: ProblemFacts[Code] };
}[MomentFaultCode];

/** What a text is that is not the month, period or day that was expected. */
export function momentFault(text: string, expected: 'month' | 'period' | 'day'): MomentFault {
  const serial = /^(\d{5})(?:[.,]0+)?$/.exec(text)?.[1];
  const dates = serial === undefined ? null : serialDates(Number(serial));
  if (dates !== null) return { code: 'date-serial', facts: dates };
  const readings = ambiguousReadings(text, expected);
  if (readings.length > 0) return { code: 'date-ambiguous', facts: { readings } };
  if (expected === 'month' && (readPeriod(text) !== null || /^(?:v|vecka|week)\.? ?\d{1,2}/i.test(text))) {
    return readPeriod(text) === 'not-first-day' ? notFirstDay(text) : { code: 'month-is-period', facts: {} };
  }
  if (expected === 'period' && readMonth(text) === 'not-first-day') return notFirstDay(text);
  // What is a month, a period or a day, though another was expected, is in the calendar. A year of five digits is a slip.
  const isMoment = readPeriod(text) !== null || readDay(text) !== null;
  const looksLikeOne =
    /^\d{4,5}-?M?\d{2}(?:-?\d{2})?$/i.test(text) || (expected === 'period' && /^\d{4,5}(?:-?[QK]\d)?$/i.test(text));
  if (looksLikeOne && !isMoment) {
    return { code: 'date-outside-calendar', facts: { from: FIRST_YEAR, to: LAST_YEAR } };
  }
  return { code: `${expected}-syntax`, facts: {} };
}

function notFirstDay(text: string): MomentFault {
  return { code: 'month-not-first-day', facts: { month: text.slice(0, 'yyyy-mm'.length) } };
}

/** What `jan-23` or `01/02/2023` may mean: one of two months, or a day of one. */
function ambiguousReadings(text: string, expected: 'month' | 'period' | 'day'): string[] {
  const named = /^(?:(\d{1,2})[-. ])?(\p{L}{3,9})\.?[-. ](\d{2})$/u.exec(text);
  const monthNumber = named === null ? undefined : MONTH_NAMES.get((named[2] as string).toLowerCase());
  const month = monthNumber === undefined ? null : monthOf(2000 + Number(named?.[3]), monthNumber);
  if (month !== null && expected !== 'day') return [isoMonth(month)];
  const day = month === null ? null : dayOf(yearOf(month), monthNumberOf(month), Number(named?.[1] ?? 1));
  if (day !== null) return [isoDay(day)];
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (slashed === null) return [];
  const [first, second, year] = slashed.slice(1).map(Number) as [number, number, number];
  const days = [dayOf(year, second, first), dayOf(year, first, second)].flatMap((day) =>
    day === null ? [] : [isoDay(day)],
  );
  return [...new Set(days.map((day) => (expected === 'day' ? day : day.slice(0, 7))))];
}

/** The days from 1900-01-01 to the first day that counts as a date here, and to that after the last. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_416;
/** In a workbook that counts from 1904, the same number is this many days later. */
const FROM_1904 = 1462;

/** The date that a spreadsheet program means by a number of days, from 1900 and from 1904; null outside the calendar. */
function serialDates(serial: number): { date: string; date1904: string } | null {
  if (serial < FIRST_SERIAL || serial >= LAST_SERIAL) return null;
  return { date: dateOfSerial(serial), date1904: dateOfSerial(serial + FROM_1904) };
}

/** Days since 1899-12-30 to year, month and day, in integers (Howard Hinnant, «chrono-compatible low-level date algorithms»). */
function dateOfSerial(serial: number): string {
  const days = serial + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
