import type { Day } from '../domain/day.ts';
import { Failure, type FailureFacts } from '../domain/failure.ts';
import { isoMonth, type Month, monthsFromTo } from '../domain/month.ts';
import type { NamedFile } from '../read/folder.ts';
import { words } from '../read/text.ts';
import { readDay, readMonth } from '../read/time.ts';

/** Options as the command line has them: texts, and lists of texts. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** What the options of the model say, whatever the command. */
export interface ModelRequest {
  readonly months: readonly Month[];
  readonly programmes: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly asOf: Day | null;
  /** As it was given, or as an earlier run named it. */
  readonly scenario: string | NamedFile | null;
  /** The saved result that asks for the programmes, and for the regions; null where the user does. */
  readonly savedIn: { readonly programmes: string | null; readonly regions: string | null };
}

export interface RangeRequest extends ModelRequest {
  /** Whether the months were asked for as a range, which has totals over its months. */
  readonly isRange: boolean;
}

export function estimateRequest(raw: RawOptions): RangeRequest {
  const [month, from, to] = [monthOption(raw, 'month'), monthOption(raw, 'from'), monthOption(raw, 'to')];
  if (month !== null && (from !== null || to !== null)) {
    throw new Failure('options-conflict', { first: '--month', second: from === null ? '--to' : '--from' });
  }
  const [first, last] = month === null ? [from, to] : [month, month];
  if (first === null && last === null) throw new Failure('option-missing', { options: ['--month'], isRangeFit: true });
  if (first === null || last === null) {
    throw new Failure('option-missing', { options: [first === null ? '--from' : '--to'], isRangeFit: true });
  }
  if (last < first) throw new Failure('months-reversed', { from: isoMonth(first), to: isoMonth(last) });
  return { months: monthsFromTo(first, last), isRange: month === null, ...modelOptions(raw) };
}

/** What `check` is asked: the month that is planned, or null where the data shall tell. */
export function checkRequest(raw: RawOptions): { readonly month: Month | null } {
  return { month: monthOption(raw, 'month') };
}

export function explainRequest(raw: RawOptions): ModelRequest {
  const month = monthOption(raw, 'month');
  const options = modelOptions(raw);
  if (month === null) throw new Failure('option-missing', { options: ['--month'] });
  if (options.programmes === null) throw new Failure('option-missing', { options: ['--programme'] });
  if (options.programmes.length > 1) throw new Failure('one-cell-only', { option: '--programme' });
  if ((options.regions?.length ?? 0) > 1) throw new Failure('one-cell-only', { option: '--region' });
  return { months: [month], ...options };
}

export function modelOptions(raw: RawOptions): Omit<ModelRequest, 'months'> {
  return {
    programmes: listOption(raw, 'programme'),
    regions: listOption(raw, 'region'),
    asOf: readOption(raw, 'asOf', '--as-of', 'day', readDay),
    scenario: typeof raw['scenario'] === 'string' ? raw['scenario'] : null,
    savedIn: { programmes: null, regions: null },
  };
}

export function monthOption(raw: RawOptions, name: 'month' | 'from' | 'to'): Month | null {
  return readOption(raw, name, `--${name}`, 'month', monthFrom);
}

/** A month in any of the ways in which the tables write it. */
export function monthFrom(text: string): Month | null {
  const month = readMonth(text);
  return month === 'not-first-day' ? null : month;
}

/** An option whose text is read by one of the tables' own grammars; null where it is not given. */
export function readOption<Value>(
  raw: RawOptions,
  name: string,
  option: string,
  expected: FailureFacts['option-value']['expected'],
  read: (text: string) => Value | null,
): Value | null {
  const text = raw[name];
  if (typeof text !== 'string') return null;
  const value = read(text.trim());
  if (value === null) throw new Failure('option-value', { option, value: text, expected, choices: [], near: [] });
  return value;
}

/** `--region Syd,Väst --region Nord` is three regions, once each. */
function listOption(raw: RawOptions, name: 'programme' | 'region'): string[] | null {
  const values = raw[name];
  if (!Array.isArray(values)) return null;
  const items = values.flatMap((value) => String(value).split(',')).map((item) => words(item));
  const named = new Set(items.filter((item) => item !== ''));
  // `--region "$REGION"` with the variable unset asks for nothing.
  if (named.size === 0) throw new Failure('option-lacks-value', { option: `--${name}` });
  return [...named];
}
