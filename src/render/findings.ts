import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { Catalogue, ProblemText, Words } from '../messages/catalogue.ts';
import { wordsOf } from './words.ts';

// A problem's code and its facts belong together, which the types of two parallel unions cannot say.
type Write<Text> = (facts: unknown, words: Words) => Text;

/** What was expected and how to mend it, in the catalogue's language. */
export function problemText(problem: Problem, catalogue: Catalogue): ProblemText {
  return (catalogue.problems[problem.code] as Write<ProblemText>)(problem.facts, wordsOf(catalogue));
}

export function noteText(note: Note, catalogue: Catalogue): string {
  return (catalogue.notes[note.code] as Write<string>)(note.facts, wordsOf(catalogue));
}

export function noteTexts(notes: readonly Note[], catalogue: Catalogue): string[] {
  return [...new Set(notes.map((note) => noteText(note, catalogue)))];
}

/** The problem as the JSON contract has it. */
export function problemRecord(problem: Problem, catalogue: Catalogue): object {
  const { code, severity, file, line, column, columnNumber, value } = problem;
  return { code, severity, file, line, column, columnNumber, value, ...problemText(problem, catalogue) };
}

/** The note as the JSON contract has it: its code, its sentence, and what it is about. */
export function noteRecord(note: Note, catalogue: Catalogue): object {
  return { code: note.code, message: noteText(note, catalogue), ...note.facts };
}
