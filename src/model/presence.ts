import type { Month } from '../domain/month.ts';
import type { Knowledge } from './cells.ts';
import type { DecisionHistory } from './history.ts';

/** Whether the statistics say what happened to a programme in a month. */
export type Presence =
  | { readonly kind: 'held' }
  /** It began later, or ended before: it had no decisions. */
  | { readonly kind: 'absent'; readonly why: 'begins' | 'ended'; readonly since: Month }
  /** Rows are wanting: all of the month's, or those of some regions. */
  | { readonly kind: 'missing'; readonly regions: readonly string[] };

/**
 * Whether the statistics hold the month for the programme, as far as regions were asked for. Where they have no row of
 * it, it had not begun, or had ended, when all its rows are after the month, though the statistics began by then, or
 * before it, and the statistics go on for two months without it: the newest month alone may only be late.
 */
export function presenceIn(
  history: DecisionHistory,
  programme: string,
  month: Month,
  regions: readonly string[] | null,
): Presence {
  const months = history.monthsWithRows(programme);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || history.latest === null) return { kind: 'missing', regions: [] };
  if (month < first && history.earliest !== null && month >= history.earliest)
    return { kind: 'absent', why: 'begins', since: first };
  if (month > last && month <= history.latest && history.latest - last >= 2)
    return { kind: 'absent', why: 'ended', since: last };
  if (history.counts(programme, month).nation === null) return { kind: 'missing', regions: [] };
  const isAsked = (region: string): boolean => regions === null || regions.includes(region);
  const missing = history.missingRegions(programme, month).filter(isAsked);
  return missing.length === 0 ? { kind: 'held' } : { kind: 'missing', regions: missing };
}

/** What was asked for; null is all. */
export interface Asked {
  readonly programmes: readonly string[] | null;
  readonly regions: readonly string[] | null;
}

/** The programmes of an estimate that could not be held against what happened in one of the months. */
export function missingIn(
  { history, schablons, forecasts }: Knowledge,
  asked: Asked,
  months: readonly Month[],
): ReadonlySet<string> {
  const programmes = asked.programmes ?? [...schablons.programmes, ...forecasts.programmes];
  const isMissing = (programme: string): boolean =>
    months.some((month) => presenceIn(history, programme, month, asked.regions).kind === 'missing');
  return new Set(programmes.filter(isMissing));
}

/** What happened in a month, as far as the statistics have it. */
export interface Outcome {
  readonly held: readonly string[];
  /** `JOB`, or `JOB (Nord, Syd)` where only these regions are wanting. */
  readonly missing: readonly string[];
  /** Whether some programme has a part of its regions. */
  readonly isPartial: boolean;
}

/** A programme, and the regions of it that are wanting. */
export function lackText(programme: string, regions: readonly string[]): string {
  return regions.length === 0 ? programme : `${programme} (${regions.join(', ')})`;
}

/** The first and the last month that the statistics hold for all of the programmes; null where there is none. */
export function spanHeld(history: DecisionHistory, programmes: readonly string[]): readonly [Month, Month] | null {
  const [first = '', ...others] = programmes;
  const held = history
    .monthsWithRows(first)
    .filter((month) => [first, ...others].every((programme) => history.isHeld(programme, month)));
  const [from, to] = [held[0], held.at(-1)];
  return from === undefined || to === undefined ? null : [from, to];
}

/**
 * Of the programmes asked for, else of those with schablons, the ones that the statistics hold in the month and the ones
 * that they lack.
 */
export function outcomeIn(
  { history, schablons }: Pick<Knowledge, 'history' | 'schablons'>,
  asked: Asked,
  month: Month,
): Outcome {
  const known = history.programmes.filter((programme) => schablons.has(programme));
  const programmes = asked.programmes ?? (known.length > 0 ? known : history.programmes);
  const presences = programmes.map(
    (programme) => [programme, presenceIn(history, programme, month, asked.regions)] as const,
  );
  return {
    held: presences.filter(([, { kind }]) => kind === 'held').map(([programme]) => programme),
    missing: presences.flatMap(([programme, presence]) =>
      presence.kind === 'missing' ? [lackText(programme, presence.regions)] : [],
    ),
    isPartial: presences.some(([, presence]) => presence.kind === 'missing' && presence.regions.length > 0),
  };
}
