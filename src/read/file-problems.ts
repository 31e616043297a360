import { NOWHERE, type Problem, type ProblemCode, problem } from '../domain/problem.ts';
import { PROBLEM_LIMIT } from './limits.ts';

/** The problems of one file, wherever in the reading they are found; so many that a list of them helps nobody are cut. */
export class FileProblems {
  readonly #path: string;
  readonly #problems: Problem[] = [];
  readonly #codes = new Set<ProblemCode>();

  constructor(path: string) {
    this.#path = path;
  }

  add(found: Problem): void {
    if (this.isFull) return;
    this.#problems.push(found);
    this.#codes.add(found.code);
    if (this.#problems.length < PROBLEM_LIMIT) return;
    const place = { ...NOWHERE, file: this.#path, line: found.line };
    this.#problems.push(problem('problems-too-many', { limit: PROBLEM_LIMIT }, place));
  }

  has(code: ProblemCode): boolean {
    return this.#codes.has(code);
  }

  /** Whether nothing more is gathered; then there is no use in reading on. */
  get isFull(): boolean {
    return this.#problems.length > PROBLEM_LIMIT;
  }

  get all(): readonly Problem[] {
    return this.#problems;
  }
}
