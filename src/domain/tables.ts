import type { Day } from './day.ts';
import type { Month } from './month.ts';
import type { Period } from './period.ts';

/** The tables of a data folder that an estimate reads. */
export const TABLE_NAMES = ['forecasts', 'statistics', 'schablons', 'programmes', 'regions'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A region's name, or null for the nation (*riket*). */
export type Region = string | null;

/** Where a row was written: the file as the user would name it, and the physical line where the record starts. */
export interface Origin {
  readonly table: TableName;
  readonly path: string;
  readonly line: number;
}

/** A file that was read. `path` is relative to the data folder; `-` is standard input. */
export interface InputFile {
  readonly table: TableName | 'scenario' | 'saved' | 'plan';
  readonly path: string;
  /** The absolute path; `-` for standard input. It stands in no result. */
  readonly location: string;
  /** As they were read; the formats that seal a result name their SHA-256. */
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly dialect: FileDialect | null;
}

/** How the text of a file was understood (*teckenkodning, avgränsare, decimaltecken*). */
export interface FileDialect {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter: ';' | ',' | '\t';
  /** Null where no cell shows it. */
  readonly decimal: ',' | '.' | null;
  /** The physical line of the header, from 1. */
  readonly headerLine: number;
}

/** What a forecast row's quantity is. Expenditure is in SEK, whatever unit the file had. */
export type ForecastMeasure = 'decisionsPerMonth' | 'decisions' | 'expenditure';

/** One row of an expenditure forecast (*utgiftsprognos*). */
export interface ExpenditureForecast {
  readonly published: Day;
  /** The code as the file has it; `programme` is what it stands for. */
  readonly code: string;
  readonly programme: string;
  readonly regionCode: Region;
  readonly region: Region;
  readonly period: Period;
  readonly measure: ForecastMeasure;
  /** Decisions per month, decisions in the period, or SEK in the period. */
  readonly quantity: number;
  /** SEK per decision and month, where the row gives it. */
  readonly costPerDecisionSek: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string | null;
  readonly origin: Origin;
}

/**
 * The monthly decision statistics (*beslutsstatistik*), as columns: at national size an object per row would cost three
 * times the memory. All arrays have `length` entries. Codes are indexes into `programmeCodes` and `regionCodes`.
 */
export interface DecisionStatistics {
  readonly length: number;
  readonly month: Int32Array;
  readonly programmeCode: Int32Array;
  /** −1 is the nation. */
  readonly regionCode: Int32Array;
  /** {@link Day}; the month's last day where the file gives none. */
  readonly published: Int32Array;
  /** Customers with a decision in force in the month, new and continuing (*nya och pågående beslut*). */
  readonly decisions: Float64Array;
  /** Those of them who were not in the programme the month before (*nya beslut*). */
  readonly newDecisions: Float64Array;
  /** SEK; NaN where the file says nothing. */
  readonly expenditureSek: Float64Array;
  /** Measured for the month's new decisions (*samverkansärenden*); NaN where the file says nothing. */
  readonly collaborationCases: Float64Array;
  /** Hours measured for the month's new decisions (*grundtimmar*); NaN where the file says nothing. */
  readonly baseHours: Float64Array;
  /** Hours measured for the month's new decisions (*samverkanstimmar*); NaN where the file says nothing. */
  readonly collaborationHours: Float64Array;
  readonly file: Int32Array;
  readonly line: Int32Array;
  /** The files that `file` counts, as the user would name them. */
  readonly paths: readonly string[];
  readonly programmeCodes: readonly CodeMeaning<string>[];
  readonly regionCodes: readonly CodeMeaning<string>[];
}

/** A code as written in a file, and what it stands for (`104` is ETP; `0680` is a municipality of a region). */
export interface CodeMeaning<Name> {
  readonly code: string;
  readonly name: Name;
}

/** What a schablon measures: the share of collaboration cases (0–1), or hours per case of a work step. */
export type Measure = 'collaboration_share' | 'base_hours' | 'collaboration_hours';

/** Bound by law or instruction (*måste*), or by assessed need (*kan*). */
export type Priority = 'must' | 'can';

/** A standard rate (*schablon*) that the regions have estimated, dated and with its source. */
export interface Schablon {
  readonly programme: string;
  readonly region: Region;
  readonly validFrom: Month;
  readonly validTo: Month | null;
  readonly measure: Measure;
  /** The work step (*arbetsmoment*); null for the share. */
  readonly step: string | null;
  /** Hours per case, or a share 0–1. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly priority: Priority;
  readonly source: string | null;
  readonly published: Day | null;
  readonly origin: Origin;
}

/** The hinge between reading and computing: everything read, sound, in the field's own words. */
export interface Tables {
  readonly forecasts: readonly ExpenditureForecast[];
  readonly statistics: DecisionStatistics;
  readonly schablons: readonly Schablon[];
  readonly inputs: readonly InputFile[];
}

/** What a scenario file holds: rows of one table that replace those of the same key and add the others. */
export type ScenarioRows =
  | { readonly table: 'forecasts'; readonly rows: readonly ExpenditureForecast[] }
  | { readonly table: 'schablons'; readonly rows: readonly Schablon[] };
