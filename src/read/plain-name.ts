// Keys and work steps are of Latin letters, whatever else is refused: Unicode's own classes would take long to compile.

/** The marks over and under letters that decomposition (NFD) sets apart from Latin ones. */
const ACCENTS = /[\u0300-\u036F]+/g;
/** All but space and signs, those of ASCII, of Latin-1, and the dashes and quotation marks of print. */
const WORD = /[^\s!-/:-@[-`{-~\u00A0-\u00BF\u2000-\u206F\u2212]+/g;

/** A name as words of small letters and digits, without accents: `01 Öst-Väst` is `01`, `ost`, `vast`. */
export function plainWords(name: string): string[] {
  return name.normalize('NFD').replaceAll(ACCENTS, '').toLowerCase().match(WORD) ?? [];
}

/** Plain words as one, so that space is of no account; two numbers stay two. */
export function joinedWords(words: readonly string[]): string {
  return words.join(' ').replaceAll(/(?<!\d) | (?!\d)/g, '');
}

/** The numbers of a name, by which things are told apart: `Region 1`, `möte 2`. */
export function numbersOf(name: string): string {
  return name.match(/\d+/g)?.join(' ') ?? '';
}
