/** What keeps a command from running at all: flags, settings, files, a bug. Not the data's fault. */
export interface FailureFacts {
  'command-missing': object;
  'command-unknown': {
    readonly command: string;
    readonly near: readonly string[];
    readonly choices: readonly string[];
  };
  'option-unknown': { readonly option: string; readonly near: readonly string[] };
  'option-lacks-value': { readonly option: string };
  'argument-unexpected': { readonly argument: string };
  'option-value': {
    readonly option: string;
    readonly value: string;
    readonly expected: 'month' | 'day' | 'format' | 'language' | 'colour' | 'problem-form' | 'programme' | 'region';
    readonly choices: readonly string[];
    readonly near: readonly string[];
  };
  'option-twice': { readonly option: string };
  'option-missing': { readonly options: readonly string[] };
  'options-conflict': { readonly first: string; readonly second: string };
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
  'file-not-found': { readonly path: string };
  'file-unreadable': { readonly path: string; readonly reason: string };
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
  'write-failed': { readonly path: string; readonly reason: string };
  internal: { readonly message: string };
}

export interface SettingsFault {
  readonly kind: 'encoding' | 'syntax' | 'shape' | 'unknown' | 'value';
  /** The key; for a fault of syntax what the parser said; nothing for the file as a whole. */
  readonly key: string;
  readonly near: readonly string[];
}

export type FailureCode = keyof FailureFacts;

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
}
