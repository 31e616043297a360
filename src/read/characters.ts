import type { ProblemFacts } from '../domain/problem.ts';

type Fault<Codes extends keyof ProblemFacts> = {
  [Code in Codes]: { readonly code: Code; readonly facts: ProblemFacts[Code] };
}[Codes];

export type HiddenFault = Fault<'cell-line-break' | 'hidden-character'>;
export type CharacterFault = HiddenFault | Fault<'text-garbled' | 'key-look-alike' | 'quote-foreign'>;

/** Characters that nobody sees: controls, line separators, soft hyphen, zero-width, direction and variation marks. */
const HIDDEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
/**
 * Letters and digits of other scripts than the Latin, and marks that stay apart from their letter. The Latin ones are
 * those of the blocks that have been full for long, and what Unicode does not have yet is foreign: each Node knows more
 * letters than the one before it, and all must say the same of a file.
 */
const FOREIGN = /[\p{L}\p{Nd}\p{M}\p{Cn}](?<![0-9A-Za-z\u00AA-\u02AF\u1E00-\u1EFF])/u;
/** Quotation marks that are none in a CSV file: straight single ones, typographic ones, accents. */
const QUOTES = /^(['’‘”“„«»`´‚]).*['’‘”“„«»`´‚]$/su;
/** Text in UTF-8 that somebody has read as Windows-1252: Ã or Â and a sign after it, â and two. */
const MOJIBAKE = /\uFFFD|[ÃÂ](?:[\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u2122]|$)|â[€‚„†‡]/u;

/** Whether letters such as å have become two signs (`Ã¥`) on their way through another program. */
export function isMojibake(text: string): boolean {
  return MOJIBAKE.test(text);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Letters of Swedish and its neighbours, digits and signs of ASCII: most texts. The classes of Unicode take long to compile. */
const PLAIN = /^[ -~À-ÖØ-öø-ÿ]*$/;

/** What nobody sees in a cell: a line break within it, a character without a shape. */
export function hiddenFault(text: string): HiddenFault | null {
  if (PLAIN.test(text)) return null;
  if (text.includes('\n')) return { code: 'cell-line-break', facts: {} };
  const hidden = HIDDEN.exec(text)?.[0];
  return hidden === undefined ? null : { code: 'hidden-character', facts: { codePoint: codePoint(hidden) } };
}

/** What is wrong with the characters of a code or name, whatever it stands for. */
export function characterFault(text: string): CharacterFault | null {
  const hidden = hiddenFault(text);
  if (hidden !== null) return hidden;
  // Codes and names of small and capital letters and digits are most of all.
  if (/^[A-Za-zåäöÅÄÖ0-9 ]*$/.test(text)) return null;
  if (isMojibake(text)) return { code: 'text-garbled', facts: {} };
  const character = PLAIN.test(text) ? undefined : (FOREIGN.exec(text)?.[0] ?? firstCompatible(text));
  if (character !== undefined) {
    return { code: 'key-look-alike', facts: { character, codePoint: codePoint(character) } };
  }
  const quote = QUOTES.exec(text)?.[1];
  return quote === undefined ? null : { code: 'quote-foreign', facts: { character: quote } };
}

/** The first letter that only stands for others, such as a full-width one or a ligature (Unicode's NFKC). */
function firstCompatible(text: string): string | undefined {
  if (text === text.normalize('NFKC')) return undefined;
  return [...text].find((character) => /\p{L}/u.test(character) && character !== character.normalize('NFKC'));
}
