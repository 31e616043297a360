import type { ComparedRow, Factor, Figures } from '../domain/comparison.ts';
import { FACTORS } from '../domain/comparison.ts';
import { isLevel } from '../domain/limit.ts';
import type { ChangeSince } from '../domain/report.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Driver, SpokenChange } from '../messages/compare-texts.ts';
import type { Words } from '../messages/words.ts';
import { wordsOf } from './words.ts';

/** A factor that did at least so much of what the main one did is worth a word, in either direction. */
const WORTH_A_WORD = { same: 0.5, other: 0.25 };

/** A change with what is known of its sides: without the factors their effects tell enough. */
interface Change extends Pick<ComparedRow, 'change' | 'changeShare' | 'effects'> {
  readonly from: Partial<Figures> & Pick<Figures, 'totalHours'>;
  readonly to: Partial<Figures> & Pick<Figures, 'totalHours'>;
}

/** What is left beside the only factor is rounding. */
const SOLE = 0.005;

interface Telling {
  /** Whether the sides are of different months, so that something rises or falls. */
  readonly isOverTime: boolean;
  /** Whether the change is that of one cell: over several their mix moves the ratios, too. */
  readonly isOneCell: boolean;
  readonly words: Words;
}

/** A change of hours, with the factors that did most of it. */
export function spokenChange(row: Change, telling: Telling): SpokenChange {
  const { change, changeShare, effects } = row;
  const { isOverTime, words } = telling;
  const hours = change.totalHours;
  const sign = Math.sign(hours);
  const effectOf = (factor: Factor): number => sign * effects[factor].total;
  const inOrder = [...FACTORS].sort((left, right) => effectOf(right) - effectOf(left));
  const [main, second, last] = [inOrder[0], inOrder[1], inOrder.at(-1)] as [Factor, Factor, Factor];
  const driverOf = (factor: Factor): Driver => driver(row, factor, telling);
  const isMoved = effectOf(main) > 0;
  const isShared = isMoved && effectOf(second) >= WORTH_A_WORD.same * effectOf(main);
  const isOpposed = isMoved && -effectOf(last) >= WORTH_A_WORD.other * effectOf(main);
  return {
    hours: words.signed(hours),
    share: changeShare === null ? null : words.signedPercent(changeShare),
    isZero: isLevel(row),
    isOverTime,
    driver: isMoved ? driverOf(main) : null,
    isSole: inOrder.slice(1).every((factor) => Math.abs(effectOf(factor)) < SOLE * Math.abs(hours)),
    also: isShared ? driverOf(second) : null,
    against: isOpposed ? driverOf(last) : null,
  };
}

function driver({ from, to, effects }: Change, factor: Factor, { isOneCell, words }: Telling): Driver {
  const [before, after] = [from[factor] ?? null, to[factor] ?? null];
  const isKnown = isOneCell && before !== null && after !== null && before !== after;
  const values = isKnown ? valuesOf(factor, before, after, words) : null;
  return {
    factor,
    // Values that look the same tell nothing.
    values: values !== null && values[0] !== values[1] ? values : null,
    isUp: effects[factor].total > 0,
    hours: words.signed(effects[factor].total),
  };
}

function valuesOf(factor: Factor, before: number, after: number, words: Words): readonly [string, string] {
  if (factor === 'decisions') return words.pair(before, after, 0);
  const isShare = factor === 'newShare' || factor === 'collaborationShare';
  return isShare ? words.pair(before * 100, after * 100, 1) : words.pair(before, after, 2);
}

/** The end of an estimate's first sentence; nothing where last year is not known. */
export function lastYearClause(since: ChangeSince | null, isOneMonth: boolean, catalogue: Catalogue): string {
  if (since === null) return '';
  const words = wordsOf(catalogue);
  const from = isOneMonth ? words.month(since.month) : null;
  const change = spokenChange(since.total, { isOverTime: false, isOneCell: since.isOneCell, words });
  return catalogue.compare.sinceLastYear({ from, change });
}
