import type { FailureRecord } from '../domain/failure.ts';
import type { Problem, ProblemCode, ProblemFacts } from '../domain/problem.ts';
import type { ProblemText } from './problem-text.ts';
import type { Words } from './words.ts';

/** The problems that a plan and its jobs may have. */
export type PlanProblemCode = Extract<ProblemCode, `plan-${string}` | `job-${string}`>;

export type PlanProblemTexts = {
  readonly [Code in PlanProblemCode]: (facts: ProblemFacts[Code], words: Words) => ProblemText;
};

/** The words for what a job met, which are those of the command that it runs. */
export interface InnerTexts {
  failure(failure: FailureRecord, words: Words): ProblemText;
  problem(problem: Problem, words: Words): ProblemText;
}

/** How many jobs of a plan ended in each way. */
export interface JobCounts {
  readonly jobs: number;
  readonly fine: number;
  readonly breached: number;
  readonly refused: number;
  readonly couldNotRun: number;
  readonly files: number;
}

/** The texts of `batch` in one language. */
export interface BatchTexts {
  headline(counts: JobCounts, words: Words): string;
  /** What a run that writes nothing would have done. */
  dryRun(counts: JobCounts, words: Words): string;
  readonly columns: {
    readonly [Each in 'job' | 'hours' | 'change' | 'notes' | 'exit' | 'files']: readonly [string, string];
  };
  /** Stands above what the inputs of the jobs have, and above what else they met. */
  readonly problems: string;
  readonly failures: string;
  /** Stands above warnings that refused jobs, because they were asked to. */
  readonly strict: string;
  /** What the exit codes mean. */
  readonly legend: string;
  /** What the hours are. */
  readonly remark: string;
  progress(done: number, jobs: number): string;
}
