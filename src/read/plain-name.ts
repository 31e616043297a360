/** A name as words of small letters and digits, without accents: `01 Öst-Väst` is `01`, `ost`, `vast`. */
export function plainWords(name: string): string[] {
  const letters = name
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
  return letters.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Plain words as one, so that space is of no account; two numbers stay two. */
export function joinedWords(words: readonly string[]): string {
  return words.join(' ').replaceAll(/(?<!\p{N}) | (?!\p{N})/gu, '');
}

/** The numbers of a name, by which things are told apart: `Region 1`, `möte 2`. */
export function numbersOf(name: string): string {
  return name.match(/\p{N}+/gu)?.join(' ') ?? '';
}
