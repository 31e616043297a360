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
