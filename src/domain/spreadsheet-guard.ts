/** What stands before a sign and is passed over by whoever looks for one, the guard's own apostrophes too. */
const BEFORE = String.raw`(?:[^\S\t\n]|["'])*`;
/** What begins a formula, full width as well, and what begins a command of a CI runner. */
const ACTING = '[=+\\-@＝＋－＠]|::';
/** Older commands of CI runners act anywhere in a line. */
const ANYWHERE = String.raw`'*(?:\[|vso\[)`;

/**
 * Where a guard stands: before a text that acts, or that begins with white space that programs drop; inside a text where
 * another delimiter, or a line break, makes what follows a cell or a line of its own; and between `##` and `[`.
 */
const places = (guard: '' | "'"): RegExp =>
  new RegExp(
    [
      String.raw`^${guard}(?=${BEFORE}(?:${ACTING}|[\t\n]))`,
      String.raw`(?<=[;,\t\n])${guard}(?=${BEFORE}(?:${ACTING}))`,
      `(?<=##)${guard}(?=${ANYWHERE})`,
    ].join('|'),
    'g',
  );

const UNGUARDED = places('');
const GUARDED = places("'");
/** Most texts have none of the signs, and are not gone through. */
const SUSPECT = /[=+\-@＝＋－＠\t\n]|::|##/;

/**
 * A text for a CSV file with an apostrophe before what a spreadsheet would take for a formula (CWE-1236), or a CI runner
 * for a command of its workflow. {@link unguarded} takes it away again. Numbers are no texts and need no guard.
 */
export function guarded(text: string): string {
  return SUSPECT.test(text) ? text.replaceAll(UNGUARDED, "'") : text;
}

/** The text without the guard's apostrophes: `unguarded(guarded(x))` is `x`, whatever the text. */
export function unguarded(text: string): string {
  return text.includes("'") ? text.replaceAll(GUARDED, '') : text;
}
