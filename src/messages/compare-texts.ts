import type { InputComparison, ResultPart } from '../domain/compare-report.ts';
import type { ChangedRate, Factor, Limit } from '../domain/comparison.ts';
import type { InputFile } from '../domain/tables.ts';
import type { Words } from './words.ts';

/** A side of a comparison as it is spoken of. */
export type SpokenSide =
  | { readonly kind: 'outcome' | 'estimate'; readonly month: string; readonly asOf: string | null }
  | { readonly kind: 'saved'; readonly month: string; readonly file: string }
  | { readonly kind: 'scenario'; readonly month: string; readonly isWith: boolean };

/** The factor that did most, or most against that. */
export interface Driver {
  readonly factor: Factor;
  /** Before and after, as numbers without their unit; null over several cells, where their mix has a part in it. */
  readonly values: readonly [string, string] | null;
  readonly isUp: boolean;
  /** What it did, with its sign. */
  readonly hours: string;
}

/** A change in words. */
export interface SpokenChange {
  /** With their sign; the share is null where there was nothing before. */
  readonly hours: string;
  readonly share: string | null;
  readonly isZero: boolean;
  /** Whether the two sides are of different months, so that something rises or falls. */
  readonly isOverTime: boolean;
  readonly driver: Driver | null;
  /** Whether it did all of it, as far as can be told. */
  readonly isSole: boolean;
  /** Another factor that did nearly as much in the same direction. */
  readonly also: Driver | null;
  /** Another factor that did much in the other direction. */
  readonly against: Driver | null;
}

/** The texts of `compare` in one language. */
export interface CompareTexts {
  /** «January 2022», with what it is where the sides differ in that. */
  side(side: SpokenSide, isBare: boolean, words: Words): string;
  /** A schablon and its two values, and where. */
  rate(rate: ChangedRate, words: Words): string;
  /** The same as the label of a column. */
  sideLabel(side: SpokenSide): readonly [string, string];
  headline(facts: {
    from: string;
    to: string;
    fromHours: string;
    toHours: string;
    change: SpokenChange;
    /** The only programme, the only region, or both; null where there are several of each. */
    scope: string | null;
  }): string;
  /** Programmes that the figures do not hold. */
  leftOut(programmes: readonly string[], words: Words): string;
  /** The programmes, each with its change. */
  programmes(changes: readonly { readonly programme: string; readonly hours: string }[]): string;
  /** The cell that changed most. */
  largest(facts: { cell: string; change: SpokenChange }): string;
  /** The end of the first sentence of an estimate: the change since the same months last year. */
  sinceLastYear(facts: { from: string | null; change: SpokenChange }): string;
  /** «JOB in Väst», «JOB», «Väst». */
  cell(programme: string | null, region: string | null): string;
  readonly titles: {
    readonly hours: string;
    readonly base: string;
    readonly collaboration: string;
  };
  readonly columns: {
    readonly change: readonly [string, string];
    readonly changeShare: readonly [string, string];
    readonly factors: { readonly [Each in Factor]: readonly [string, string] };
    readonly sum: readonly [string, string];
  };
  /** So many rows changed less than the limit, or not at all. */
  hidden(count: number, limit: Limit | null, words: Words): string;
  readonly remarks: readonly string[];
  readonly lmdi: string;
}

/** The texts of `verify` in one language. */
export interface VerifyTexts {
  identical(facts: { file: string; period: string; hours: string; files: number }): string;
  different(facts: {
    file: string;
    changed: number;
    files: number;
    fromHours: string;
    toHours: string;
    change: SpokenChange;
    /** The parts of the result that differ; none where only files do. */
    parts: readonly ResultPart[];
    words: Words;
  }): string;
  readonly titles: { readonly files: string; readonly totals: string };
  readonly columns: {
    readonly file: readonly [string, string];
    readonly what: readonly [string, string];
    readonly rowsBefore: readonly [string, string];
    readonly rowsNow: readonly [string, string];
    readonly sealBefore: readonly [string, string];
    readonly sealNow: readonly [string, string];
    readonly before: readonly [string, string];
    readonly now: readonly [string, string];
  };
  readonly changes: { readonly [Each in InputComparison['change']]: string };
  /** What the changed tables did to the hours. */
  effect(tables: readonly string[], hours: string, words: Words): string;
  /** So many more schablons changed. */
  moreRates(count: number): string;
  readonly tables: { readonly [Each in InputFile['table']]: string };
  /** So many cells of the result differ. */
  cells(count: number, words: Words): string;
}
