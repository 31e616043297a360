import type { InputFile } from './tables.ts';

/** What keeps a command from running at all: flags, settings, files, a bug. Not the data's fault. */
export interface FailureFacts {
  'command-missing': object;
  'command-unknown': {
    readonly command: string;
    readonly near: readonly string[];
    readonly choices: readonly string[];
  };
  'option-unknown': { readonly option: string; readonly near: readonly string[] };
  /** An option of jobs that was given to the command that runs them. */
  'option-of-plan': { readonly option: string; readonly key: string };
  'option-lacks-value': { readonly option: string };
  'argument-unexpected': { readonly argument: string };
  'argument-missing': { readonly argument: string };
  'option-value': {
    readonly option: string;
    readonly value: string;
    readonly expected:
      | 'month'
      | 'day'
      | 'format'
      | 'language'
      | 'colour'
      | 'problem-form'
      | 'programme'
      | 'region'
      | 'side-kind'
      | 'side'
      | 'method'
      | 'limit'
      | 'schema'
      | 'shell';
    readonly choices: readonly string[];
    readonly near: readonly string[];
  };
  /** An option of the programming interface that is no text. */
  'option-no-text': { readonly option: string };
  'option-twice': { readonly option: string };
  /** One of these options is wanting; where it is the month, a range may do as well. */
  'option-missing': { readonly options: readonly string[]; readonly isRangeFit?: boolean };
  'options-conflict': { readonly first: string; readonly second: string };
  /** A month for jobs that name none, where all name one. */
  'month-unused': object;
  'months-reversed': { readonly from: string; readonly to: string };
  'one-cell-only': { readonly option: string };
  'region-needed': { readonly programme: string; readonly choices: readonly string[] };
  'folder-not-found': { readonly path: string };
  'not-a-folder': { readonly path: string };
  'folder-not-made': { readonly path: string; readonly reason: string };
  /** A data folder was to be made where files stand that it would write over, or be read with. */
  'folder-occupied': { readonly folder: string; readonly names: readonly string[] };
  'tables-not-found': {
    readonly folder: string;
    /** The names that each file may have, and the option that names it. */
    readonly missing: readonly { readonly names: readonly string[]; readonly option: string }[];
    /** Files of the folder that look as if they were meant. */
    readonly near: readonly string[];
  };
  /** A file that a data package should name, outside the folder that it stands in. */
  'file-outside-package': { readonly path: string };
  'file-not-found': { readonly path: string };
  /** A file that should hold a saved result, and what it is instead: not JSON at all, another's, or a result with parts wanting. */
  'saved-unreadable': { readonly path: string; readonly reason: 'not-json' | 'not-a-result' | 'damaged' };
  'saved-newer': { readonly path: string; readonly formatVersion: number };
  'saved-other-kind': { readonly path: string; readonly kind: string };
  'saved-from-standard-input': { readonly path: string; readonly table: InputFile['table'] };
  /** What a saved result was computed from and that is not there any more. */
  'saved-input-missing': { readonly path: string; readonly table: string; readonly files: readonly string[] };
  /** A programme or region that a saved result was asked for, and that the data does not know now. */
  'saved-name-unknown': { readonly path: string; readonly kind: 'programme' | 'region'; readonly value: string };
  /** Programmes or regions that are asked for and that a saved result does not have. */
  'saved-narrower': { readonly path: string; readonly names: readonly string[]; readonly has: readonly string[] };
  'saved-other-month': { readonly path: string; readonly month: string; readonly months: readonly string[] };
  'file-unreadable': { readonly path: string; readonly reason: string };
  /** A file was written while it was read, so that a part of each version may have been seen. */
  'file-changed': { readonly path: string };
  /** The limit in bytes; `-` is standard input. */
  'file-too-large': { readonly path: string; readonly limit: number };
  'not-a-file': { readonly path: string };
  'standard-input-twice': object;
  'standard-input-terminal': object;
  'settings-invalid': { readonly path: string; readonly faults: readonly SettingsFault[] };
  'output-format-unknown': { readonly path: string; readonly extensions: readonly string[] };
  'output-format-conflict': { readonly path: string; readonly format: string };
  'output-twice': { readonly path: string };
  'output-not-a-file': { readonly path: string };
  'stream-failed': { readonly stream: string; readonly reason: string };
  'output-is-input': { readonly path: string };
  /** Where the summary of many runs cannot go, which is found before any of them runs, if it can be. */
  'summary-unfit': {
    /** What names the file: a flag, or a variable. */
    readonly option: '--out' | 'GITHUB_STEP_SUMMARY';
    readonly path: string;
    readonly why: 'input' | 'no-folder' | 'not-a-file' | 'link-broken' | 'unwritable';
    /** What the system says. */
    readonly reason: string;
  };
  /** What describes a folder was to be written where its paths would not lead to the tables. */
  'package-elsewhere': { readonly path: string; readonly folder: string };
  /** A link to write to that leads nowhere, or in a circle. */
  'output-link-broken': { readonly path: string };
  'write-failed': {
    readonly path: string;
    readonly reason: string;
    /** Its folder may be written to, so that the file itself is what cannot be replaced. */
    readonly isHeld?: boolean;
    /** Outputs of the same run that were replaced before it, and could not be put back. */
    readonly replaced?: readonly string[];
  };
  internal: { readonly message: string };
}

export interface SettingsFault {
  readonly kind: 'encoding' | 'syntax' | 'shape' | 'unknown' | 'value';
  /** The key; for a fault of syntax what the parser said; nothing for the file as a whole. */
  readonly key: string;
  readonly line?: number;
  readonly near: readonly string[];
  /** What stands there, where it is one word or number. */
  readonly value?: string;
  /** What a value may be: one of these words, or a number, a folder or files; of an unknown key, the known ones. */
  readonly allowed?: readonly string[] | 'number' | 'folder' | 'files';
}

export type FailureCode = keyof FailureFacts;

/** A failure as a value: why something did not run, without the trace. */
export type FailureRecord = {
  [Code in FailureCode]: { readonly code: Code; readonly facts: FailureFacts[Code] };
}[FailureCode];

/** Thrown where a command cannot go on; the words are formed last. Exit code 2. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  readonly code: Code;
  readonly facts: FailureFacts[Code];

  constructor(code: Code, facts: FailureFacts[Code], options?: ErrorOptions) {
    super(code, options);
    this.name = 'Failure';
    this.code = code;
    this.facts = facts;
  }

  /** What it says, without the trace. */
  get record(): FailureRecord {
    return { code: this.code, facts: this.facts } as unknown as FailureRecord;
  }
}
