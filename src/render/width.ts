import stringWidth from 'fast-string-width';

/** The columns that a text takes in a terminal: none for a combining mark, two for a wide character. */
export function widthOf(text: string): number {
  return stringWidth(text);
}
