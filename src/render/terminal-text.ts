/**
 * Text from data on its way to a terminal or a log: control characters, direction marks and other characters that act
 * instead of showing themselves become visible (CWE-150). Colour is added after this.
 */
const ACTIVE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** What a CI runner takes for a command of its workflow: `::` at the beginning of a line, `##[` and `##vso[` anywhere. */
const WORKFLOW_COMMAND = /::|##(?=\[|vso\[)/g;

function visible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}

export function forTerminal(text: string): string {
  return withoutActive(text, visible);
}

/** The text with each character that acts, alone or where it stands, written in another way. */
export function withoutActive(text: string, write: (character: string) => string): string {
  return text
    .replaceAll(ACTIVE, write)
    .replaceAll(WORKFLOW_COMMAND, (mark) => mark.charAt(0) + write(mark.charAt(1)) + mark.slice(2));
}

/** At most so many characters as a person counts them, an ellipsis for the rest. */
export function cut(text: string, most: number): string {
  // Cut roughly first: a cell may be a megabyte.
  const characters = [...text.slice(0, most * 8)];
  return characters.length > most || text.length > most * 8 ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** Lines of at most `width` characters, broken at spaces (not at no-break ones), the later ones indented. */
export function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join('\n');
}
