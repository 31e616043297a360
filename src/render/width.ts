import stringWidth from 'fast-string-width';

/** Latin text and the signs of our own tables: a column for each character. The library is slow to warm up. */
const NARROW = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2212\u2500]*$/;

/** The columns that a text takes in a terminal: none for a combining mark, two for a wide character. */
export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}
