/** More marks on one letter than any language writes (30, UAX #15, Stream-Safe Text Format). */
const TOO_MANY_MARKS = /\p{M}{31}/u;
/** In a shorter text no number of marks takes long, and to look for them would. */
const SHORT = 200;

/**
 * A text with its letters in the composed form (NFC): å is one letter, however it was typed. Marks without end are left as
 * they stand, since to put them in order takes the square of their number: a cell of 1 MB would take an hour.
 */
export function composed(text: string): string {
  return text.length > SHORT && TOO_MANY_MARKS.test(text) ? text : text.normalize('NFC');
}
