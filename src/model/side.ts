import type { SideKind, SideName } from '../domain/comparison.ts';
import { type Day, isoDay } from '../domain/day.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { EstimateRow } from '../domain/report.ts';
import type { Region } from '../domain/tables.ts';
import type { Knowledge } from './cells.ts';
import type { SchablonBook } from './workload.ts';

/** What happened in a month, as far as it is known. */
export interface OutcomeSide {
  readonly kind: 'outcome';
  readonly name: SideName & { readonly kind: 'outcome' };
  readonly month: Month;
  readonly known: Knowledge;
}

/** An estimate of a month: computed now, or saved earlier. */
export interface EstimateSide {
  readonly kind: 'estimate';
  readonly name: SideName & { readonly kind: 'estimate' };
  readonly month: Month;
  readonly rows: readonly EstimateRow[];
  /** Null where it was saved. */
  readonly schablons: SchablonBook | null;
}

export type Side = OutcomeSide | EstimateSide;

/** Which cells of two sides to compare. */
export interface CompareOrder {
  readonly from: Side;
  readonly to: Side;
  /** Null is every programme that the sides speak of. */
  readonly programmes: readonly string[] | null;
  readonly regions: readonly string[] | null;
}

/** n, s, b and c of a cell. */
export const RATIOS = ['newShare', 'collaborationShare', 'baseHoursPerCase', 'collaborationHoursPerCase'] as const;
export type RatioName = (typeof RATIOS)[number];

/** A ratio of the statistics: a number, not measured at all, or open, since it is 0 of 0. */
export type Ratio = number | 'unmeasured' | 'open';

/** A cell of one side, before what its statistics lack is filled in. */
export interface SideCell {
  readonly decisions: number;
  readonly newDecisions: number;
  /** Null where they follow from the ratios. */
  readonly collaborationCases: number | null;
  readonly baseHours: number | null;
  readonly collaborationHours: number | null;
  readonly totalHours: number | null;
  readonly ratios: Readonly<Record<RatioName, Ratio>>;
}

/** The cells of one programme on one side, by region; null is the nation. */
export type SideCells = ReadonlyMap<Region, SideCell>;

export function outcomeSide(month: Month, asOf: Day | null, known: Knowledge): OutcomeSide {
  return { kind: 'outcome', name: nameOf('outcome', month, asOf), month, known };
}

/** `schablons` are null where the estimate was saved. */
export function estimateSide(
  month: Month,
  asOf: Day | null,
  rows: readonly EstimateRow[],
  schablons: SchablonBook | null,
): EstimateSide {
  return { kind: 'estimate', name: nameOf('estimate', month, asOf), month, rows, schablons };
}

function nameOf<Kind extends SideKind>(kind: Kind, month: Month, asOf: Day | null): SideName & { readonly kind: Kind } {
  return { kind, month: isoMonth(month), asOf: asOf === null ? null : isoDay(asOf) };
}

/** The cells of a programme as it was estimated. */
export function estimateCellsOf(side: EstimateSide, programme: string): SideCells {
  const rows = side.rows.filter((row) => row.programme === programme);
  return new Map(rows.map((row) => [row.region, { ...row, ratios: row }]));
}

/** Whether the statistics say of every cell what a schablon would otherwise stand for. */
export function isMeasured(cells: SideCells): boolean {
  return [...cells.values()].every(({ ratios }) => RATIOS.every((name) => ratios[name] !== 'unmeasured'));
}
