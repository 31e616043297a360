import type { FailureRecord } from './failure.ts';

/** What is wrong with a plan, before anything of it has run. */
export interface PlanProblemFacts {
  'plan-too-long': { readonly limit: string };
  /** What the reader of YAML said, for what has no words of ours. */
  'plan-syntax': { readonly kind: PlanSyntax; readonly said: string };
  'plan-key-unknown': {
    readonly key: string;
    readonly near: readonly string[];
    readonly known: readonly string[];
    /** Whether it is a key of a job that stands too deep. */
    readonly isOfJob: boolean;
  };
  'plan-value': {
    readonly key: string;
    readonly expected:
      | 'plan'
      | 'version'
      | 'file'
      | 'jobs'
      | 'name'
      | 'command'
      | 'options'
      | 'matrix'
      | 'gates'
      | 'months'
      | 'value'
      | 'one-value'
      | 'yes-or-no'
      | 'list'
      | 'distinct'
      | 'list-filled'
      | 'value-filled'
      | 'slashes';
  };
  /** A quotation mark of running text, which YAML takes for a letter. */
  'plan-quote': { readonly character: string };
  'plan-month-missing': { readonly job: string };
  'plan-gates-unfit': { readonly command: string };
  'plan-name-twice': { readonly name: string; readonly otherLine: number | null };
  /** An option that two parts of a job give. */
  'plan-option-twice': { readonly key: string };
  /** A job that could not run as it is written; in the words of the command. */
  'plan-job-unfit': { readonly job: string; readonly failure: FailureRecord };
  'plan-placeholder-unknown': {
    readonly name: string;
    readonly near: readonly string[];
    readonly known: readonly string[];
  };
  'plan-jobs-too-many': { readonly count: number; readonly limit: number };
  'plan-output-twice': { readonly path: string; readonly job: string; readonly otherJob: string };
  /** The file to which the summary of all jobs goes. */
  'plan-output-is-summary': { readonly path: string; readonly job: string };
  /** A file stands where a folder would have to be. */
  'plan-output-below-file': { readonly path: string; readonly job: string };
  'plan-output-outside': { readonly path: string; readonly job: string };
  'plan-output-is-input': { readonly path: string; readonly job: string };
}

/** What keeps a file from being YAML. */
export type PlanSyntax =
  | 'tab'
  | 'indent'
  | 'colon'
  | 'after-value'
  | 'key-twice'
  | 'escape'
  | 'unclosed'
  | 'alias'
  | 'documents'
  | 'tag'
  | 'plain-key'
  | 'other';
