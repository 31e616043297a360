import { type Limit, METHODS, type Method, SIDE_KINDS, type SideKind } from '../domain/comparison.ts';
import type { Day } from '../domain/day.ts';
import { Failure, type FailureFacts } from '../domain/failure.ts';
import type { Month } from '../domain/month.ts';
import { nearest } from '../domain/nearness.ts';
import { readDay } from '../read/time.ts';
import { type ModelRequest, modelOptions, monthFrom, monthOption, type RawOptions, readOption } from './request.ts';

/** What a month is compared with. */
export type OtherSide =
  | { readonly kind: 'last-year' }
  | { readonly kind: 'outcome'; readonly month: Month }
  /** Null is the month itself. */
  | { readonly kind: 'estimate'; readonly month: Month | null }
  | { readonly kind: 'as-of'; readonly day: Day }
  | { readonly kind: 'saved'; readonly file: string };

export interface CompareRequest extends ModelRequest {
  readonly month: Month;
  /** Null leaves it to the statistics. */
  readonly of: SideKind | null;
  readonly with: OtherSide;
  readonly method: Method;
  readonly maxIncrease: Limit | null;
  readonly maxDecrease: Limit | null;
  /** Rows that changed less are not shown to people. */
  readonly minChange: Limit | null;
}

/** What `compare` is asked: two sides, how to share the change, and how large it may be. */
export function compareRequest(raw: RawOptions): CompareRequest {
  const month = monthOption(raw, 'month');
  if (month === null) throw new Failure('option-missing', { options: ['--month'] });
  const options = modelOptions(raw);
  const of = wordOption(raw, 'of', 'side-kind', SIDE_KINDS);
  if (options.scenario !== null) {
    // A scenario is compared with the estimate without it.
    if (raw['with'] !== undefined) throw new Failure('options-conflict', { first: '--scenario', second: '--with' });
    if (of === 'outcome') throw new Failure('options-conflict', { first: '--scenario', second: '--of outcome' });
  }
  return {
    ...options,
    months: [month],
    month,
    of,
    with: otherSide(typeof raw['with'] === 'string' ? raw['with'].trim() : 'last-year'),
    method: wordOption(raw, 'method', 'method', METHODS) ?? 'shapley',
    maxIncrease: limitOption(raw, 'maxIncrease', '--max-increase'),
    maxDecrease: limitOption(raw, 'maxDecrease', '--max-decrease'),
    minChange: limitOption(raw, 'minChange', '--min-change'),
  };
}

/** The forms of `--with`, as a user may type them. */
const FORMS = ['last-year', 'outcome:2022-01', 'estimate', 'estimate:2022-01', 'as-of:2022-10-31', 'saved.json'];
/** The same as far as they are words: after a colon follows a month or a day. */
export const SIDE_WORDS = ['last-year', 'outcome:', 'estimate', 'estimate:', 'as-of:'] as const;

function otherSide(text: string): OtherSide {
  if (text === 'last-year') return { kind: 'last-year' };
  if (text === 'estimate') return { kind: 'estimate', month: null };
  const [, word, rest = ''] = /^([\p{L}-]+):(.*)$/su.exec(text) ?? [];
  const month = monthFrom(rest.trim());
  const day = readDay(rest.trim());
  if (word === 'outcome' && month !== null) return { kind: 'outcome', month };
  if (word === 'estimate' && month !== null) return { kind: 'estimate', month };
  if (word === 'as-of' && day !== null) return { kind: 'as-of', day };
  if (/\.json$/i.test(text)) return { kind: 'saved', file: text };
  const words = SIDE_WORDS.map((each) => each.replace(':', ''));
  const near = nearest(word ?? text, words).filter((each) => each !== (word ?? text));
  throw new Failure('option-value', { option: '--with', value: text, expected: 'side', choices: FORMS, near });
}

function wordOption<Word extends string>(
  raw: RawOptions,
  name: 'of' | 'method',
  expected: FailureFacts['option-value']['expected'],
  words: readonly Word[],
): Word | null {
  const value = raw[name];
  if (typeof value !== 'string') return null;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const near = nearest(value, words);
  throw new Failure('option-value', { option: `--${name}`, value, expected, choices: words, near });
}

/** `10 %`, `2,5%` or `500h`. */
function limitOption(raw: RawOptions, name: string, option: string): Limit | null {
  return readOption(raw, name, option, 'limit', (text) => {
    const [, whole = '', fraction = '', unit] =
      /^(\d{1,3}(?:[\s\u00A0\u202F]?\d{3}){0,2}|\d{1,9})((?:[.,]\d{1,9})?)\s*(%|h)$/.exec(text) ?? [];
    if (unit === undefined) return null;
    const value = Number(whole.replaceAll(/\s/g, '') + fraction.replace(',', '.'));
    return unit === '%' ? { value: value / 100, unit: 'share' } : { value, unit: 'hours' };
  });
}
