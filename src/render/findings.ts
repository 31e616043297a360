import type { NoteRecord, ProblemRecord } from '../domain/document.ts';
import type { FailureRecord } from '../domain/failure.ts';
import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { ProblemText } from '../messages/problem-text.ts';
import type { Words } from '../messages/words.ts';
import { masked } from './personal-numbers.ts';
import { wordsOf } from './words.ts';

// A problem's code and its facts belong together, which the types of two parallel unions cannot say.
type Write<Text> = (facts: unknown, words: Words) => Text;

/** What was expected and how to mend it, in the catalogue's language; cells that it quotes may hold personal numbers. */
export function problemText(problem: Problem, catalogue: Catalogue): Required<ProblemText> {
  const write = catalogue.problems[problem.code] as Write<ProblemText>;
  const { message, hint, steps = [] } = write(problem.facts, wordsOf(catalogue));
  return { message: masked(message), hint: masked(hint), steps: steps.map(masked) };
}

/** Why something did not run, and how to mend it; a name or a path that it quotes may hold a personal number. */
export function failureText({ code, facts }: FailureRecord, catalogue: Catalogue): ProblemText {
  const { message, hint } = (catalogue.failures[code] as Write<ProblemText>)(facts, wordsOf(catalogue));
  return { message: masked(message), hint: masked(hint) };
}

export function noteText(note: Note, catalogue: Catalogue): string {
  return masked((catalogue.notes[note.code] as Write<string>)(note.facts, wordsOf(catalogue)));
}

export function noteTexts(notes: readonly Note[], catalogue: Catalogue): string[] {
  return [...new Set(notes.map((note) => noteText(note, catalogue)))];
}

/** The same where there are no lines of their own for steps: they follow the hint. */
export function proseOf(problem: Problem, catalogue: Catalogue): Prose {
  const { message, hint, steps } = problemText(problem, catalogue);
  return { message, hint: [hint, ...numbered(steps)].join(' ') };
}

type Prose = Omit<ProblemText, 'steps'>;

/** The problem as the JSON contract has it, without personal numbers. */
export function problemRecord(problem: Problem, catalogue: Catalogue): ProblemRecord {
  const { code, severity, file, line, columnNumber } = problem;
  const shown = (text: string | null): string | null => (text === null ? null : masked(text));
  const [column, value] = [shown(problem.column), shown(problem.value)];
  return { code, severity, file, line, column, columnNumber, value, ...proseOf(problem, catalogue) };
}

/** What takes several steps, one after the other. */
export function numbered(steps: readonly string[]): string[] {
  return steps.map((step, index) => `${index + 1}. ${step}`);
}

/** The note as the JSON contract has it: its code, its sentence, and what it is about. */
export function noteRecord(note: Note, catalogue: Catalogue): NoteRecord {
  const shown = (fact: unknown): unknown => {
    if (Array.isArray(fact)) return fact.map(shown);
    return typeof fact === 'string' ? masked(fact) : fact;
  };
  const facts = Object.entries(note.facts).map(([key, fact]) => [key, shown(fact)]);
  return { code: note.code, message: noteText(note, catalogue), ...Object.fromEntries(facts) };
}
