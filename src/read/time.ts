import { type Day, dayOf } from '../domain/day.ts';
import { type Month, monthOf } from '../domain/month.ts';
import type { Period } from '../domain/period.ts';

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
