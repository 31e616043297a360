import { composer, type TerminalText, vouched } from '../domain/sink-text.ts';

/**
 * Text from data on its way to a terminal or a log: control characters, direction marks and other characters that act
 * instead of showing themselves become visible (CWE-150). Colour is added after this.
 */
const ACTIVE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** What a CI runner takes for a command of its workflow: `::` at the beginning of a line, `##[` and `##vso[` anywhere. */
const WORKFLOW_COMMAND = /::|##(?=\[|vso\[)/g;

/** A character's code in the place of the character. */
export function visible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}

export function forTerminal(text: string): TerminalText {
  return vouched(withoutActive(text, visible));
}

/** Puts together what a terminal or a log is shown. */
export const terminal = composer<'terminal'>();

/** A text of several lines that are the program's own, such as help: each as it is shown, the line ends kept. */
export function linesForTerminal(text: string): TerminalText {
  return terminal.join(text.split('\n').map(forTerminal), '\n');
}

/** The text with each character that acts, alone or where it stands, written in another way. */
export function withoutActive(text: string, write: (character: string) => string): string {
  return text
    .replaceAll(ACTIVE, write)
    .replaceAll(WORKFLOW_COMMAND, (mark) => mark.charAt(0) + write(mark.charAt(1)) + mark.slice(2));
}

/** At most so many characters as a person counts them, an ellipsis for the rest. */
export function cut<Text extends string>(text: Text, most: number): Text {
  // Cut roughly first: a cell may be a megabyte. A character is two units at most.
  const characters = [...text.slice(0, most * 2 + 1)];
  if (characters.length <= most) return text;
  return `${characters.slice(0, most - 1).join('')}…` as Text;
}

/** Lines of at most `width` characters, broken at spaces (not at no-break ones), the later ones indented. */
export function wrapped<Text extends string>(text: Text, width: number, indent: Indent = ''): Text {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join('\n') as Text;
}

/** Blanks before a line. */
export type Indent = '' | ' ' | '  ' | '   ' | '    ';

/** The lines of a text, each fit for the sink that the text is fit for. */
export function linesOf<Text extends string>(text: Text): Text[] {
  return text.split('\n') as Text[];
}

/** A text without the space at its end. */
export function withoutEnd<Text extends string>(text: Text): Text {
  return text.trimEnd() as Text;
}

/** So many blanks. */
export function blanks(count: number): TerminalText {
  return forTerminal(' '.repeat(count));
}
