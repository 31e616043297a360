import type { Measure, Region } from './tables.ts';

/** The five factors of a cell's hours: T = D·n·b + D·n·s·c, in the order of the model's symbols D, n, b, s, c. */
export const FACTORS = [
  'decisions',
  'newShare',
  'baseHoursPerCase',
  'collaborationShare',
  'collaborationHoursPerCase',
] as const;
export type Factor = (typeof FACTORS)[number];

/** How a change is shared among the factors: by their Shapley values, or by the logarithmic mean Divisia index. */
export const METHODS = ['shapley', 'lmdi'] as const;
export type Method = (typeof METHODS)[number];

/** What a month's figures are: what happened (*utfall*), or what the model says (*skattning*). */
export const SIDE_KINDS = ['outcome', 'estimate'] as const;
export type SideKind = (typeof SIDE_KINDS)[number];

/** How large a change may be: in hours, or as a share of the hours before. */
export interface Limit {
  readonly value: number;
  readonly unit: 'share' | 'hours';
}

/** One of the two sides that are compared. */
export interface SideName {
  readonly kind: SideKind;
  /** `2023-01`. */
  readonly month: string;
  /** The day after which nothing published is seen; null without limit. */
  readonly asOf: string | null;
}

/** Factors and hours of a cell, or of several together, on one side; a ratio of 0 and 0 is null. */
export interface Figures {
  readonly decisions: number;
  readonly newShare: number | null;
  readonly newDecisions: number;
  readonly collaborationShare: number | null;
  readonly collaborationCases: number;
  readonly baseHoursPerCase: number | null;
  readonly collaborationHoursPerCase: number | null;
  readonly baseHours: number;
  readonly collaborationHours: number;
  readonly totalHours: number;
}

/** What one factor did to the hours: base hours and collaboration hours, and both together. */
export interface Effect {
  readonly base: number;
  readonly collaboration: number;
  readonly total: number;
}

export type Effects = Readonly<Record<Factor, Effect>>;

/** A cell on both sides, or a total of cells: what changed, and which factor changed it. */
export interface ComparedRow {
  /** Null in a total over programmes. */
  readonly programme: string | null;
  /** Null for the nation, and in a total over regions. */
  readonly region: Region;
  readonly from: Figures;
  readonly to: Figures;
  readonly change: {
    readonly baseHours: number;
    readonly collaborationHours: number;
    readonly totalHours: number;
  };
  /** Of the total hours; null where there were none. */
  readonly changeShare: number | null;
  readonly effects: Effects;
}

/** A schablon that two estimates use differently. */
export interface ChangedRate {
  readonly programme: string;
  readonly measure: Measure;
  readonly step: string | null;
  /** A share, or hours per case; null where it was not in force. */
  readonly from: number | null;
  readonly to: number | null;
  /** Where: of the cells that have it, the regions; null is the nation. */
  readonly regions: readonly Region[];
}
