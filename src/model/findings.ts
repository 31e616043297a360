import { type Note, type NoteCode, type NoteFacts, note } from '../domain/note.ts';
import { NOWHERE, type Place, type Problem, type ProblemCode, type ProblemFacts, problem } from '../domain/problem.ts';

/** What the model finds on its way, each fact once: errors that refuse the input, warnings, and notes on sound results. */
export class Findings {
  readonly #seen = new Set<string>();
  readonly #errors: Problem[] = [];
  readonly #warnings: Problem[] = [];
  readonly #notes: Note[] = [];

  refuse<Code extends ProblemCode>(code: Code, facts: ProblemFacts[Code], place: Place = NOWHERE): void {
    if (this.#isNew(code, facts)) this.#errors.push(problem(code, facts, place));
  }

  warn<Code extends ProblemCode>(code: Code, facts: ProblemFacts[Code], place: Place = NOWHERE): void {
    if (this.#isNew(code, facts)) this.#warnings.push(problem(code, facts, place, 'warning'));
  }

  remark<Code extends NoteCode>(code: Code, facts: NoteFacts[Code]): void {
    if (this.#isNew(code, facts)) this.#notes.push(note(code, facts));
  }

  get errors(): readonly Problem[] {
    return this.#errors;
  }

  get warnings(): readonly Problem[] {
    return this.#warnings;
  }

  get notes(): readonly Note[] {
    return this.#notes;
  }

  #isNew(code: string, facts: object): boolean {
    const key = `${code} ${JSON.stringify(facts)}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}
