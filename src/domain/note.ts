import type { ChangedRate, SideKind, SideName } from './comparison.ts';
import type { Measure, Region } from './tables.ts';

type Iso = string;

/** What each kind of note is about. */
export interface NoteFacts {
  /** An older month than t − 12 stands for the new share and the split over regions. */
  'reference-month-older': { readonly programme: string; readonly month: Iso; readonly referenceMonth: Iso };
  /** An older year than the last one gives the profile over the months of a period. */
  'reference-year-older': { readonly programme: string; readonly period: Iso; readonly referencePeriod: Iso };
  'national-new-share': {
    readonly programme: string;
    readonly region: string;
    readonly month: Iso;
    readonly referenceMonth: Iso;
  };
  'cost-from-statistics': {
    readonly programme: string;
    readonly period: Iso;
    readonly referencePeriod: Iso;
    readonly costPerDecisionSek: number;
  };
  /** Codes that other months of the year have and the reference month or period lacks, such as `105 (Syd)`. */
  'codes-missing': { readonly programme: string; readonly month: Iso; readonly codes: readonly string[] };
  'regions-part-of-nation': { readonly programme: string; readonly month: Iso; readonly share: number };
  'national-forecast-differs': {
    readonly programme: string;
    readonly month: Iso;
    readonly national: number;
    readonly regional: number;
  };
  'forecast-vintages-mixed': { readonly programme: string; readonly month: Iso; readonly published: readonly Iso[] };
  'region-not-estimated': { readonly programme: string; readonly region: string; readonly month: Iso };
  /** How many rows of the tables the scenario's rows replace; the others were added. */
  'scenario-applied': {
    readonly file: string;
    readonly rows: number;
    readonly replaced: number;
    /** Work steps that the programme has nowhere in the tables, such as `JOB: utreda`: they count on top of the others. */
    readonly newSteps: readonly string[];
  };
  /** What the statistics do not measure of an outcome is what the schablons say. */
  'outcome-from-schablons': {
    readonly programmes: readonly string[];
    readonly month: Iso;
    readonly measures: readonly Measure[];
  };
  /** Not even the month's own schablons say it. */
  'schablons-of-other-month': {
    readonly programmes: readonly string[];
    readonly month: Iso;
    readonly otherMonth: Iso;
    readonly measures: readonly Measure[];
  };
  'cells-on-one-side': {
    readonly programme: string;
    readonly regions: readonly Region[];
    readonly on: SideName;
    readonly notOn: SideName;
  };
  /** The regions are a part of the nation's own rows, which are compared instead. */
  'compared-as-nation': { readonly programme: string };
  /** Neither schablons nor measured hours and cases. */
  'programmes-without-schablons': { readonly programmes: readonly string[] };
  'programmes-not-estimated': { readonly programmes: readonly string[] };
  /** The statistics lack the month for some programmes, so that the month is compared as it is estimated. */
  'outcome-not-complete': {
    readonly month: Iso;
    readonly programmes: readonly string[];
    /** Whether they hold it for other programmes. */
    readonly hasOthers: boolean;
  };
  /** One side has measured hours, the other schablons. */
  'measured-against-schablons': {
    readonly programmes: readonly string[];
    readonly measured: Iso;
    readonly estimated: Iso;
  };
  /** The schablons that two estimates use differently. */
  'schablons-differ': { readonly rates: readonly ChangedRate[] };
  /** No row of it changes a figure of the month. */
  'scenario-without-effect': { readonly file: string; readonly month: Iso };
  'compared-with-itself': { readonly month: Iso; readonly kind: SideKind };
  /** Which published forecasts the two estimates rest on. */
  'forecast-vintages': { readonly programmes: readonly string[]; readonly from: Iso; readonly to: Iso };
  /** A saved estimate of some programmes or regions is compared with the same of the other side. */
  'narrowed-as-saved': {
    readonly file: string;
    readonly programme: readonly string[] | null;
    readonly region: readonly string[] | null;
  };
  'saved-with-scenario': { readonly file: string; readonly scenario: string };
  'columns-ignored': { readonly file: string; readonly columns: readonly string[] };
  'title-lines-skipped': { readonly file: string; readonly lines: number };
}

export type NoteCode = keyof NoteFacts;

export interface NoteOf<Code extends NoteCode> {
  readonly code: Code;
  readonly facts: NoteFacts[Code];
}

/** A fact about a sound result: a fallback, an older reference year, title lines skipped. Never touches an exit code. */
export type Note = { [Code in NoteCode]: NoteOf<Code> }[NoteCode];

export function note<Code extends NoteCode>(code: Code, facts: NoteFacts[Code]): Note {
  return { code, facts } as unknown as Note;
}
