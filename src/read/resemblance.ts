import { nearest } from '../domain/nearness.ts';

/** Every pair is compared; more names than this are not written by hand. */
const MOST_NAMES = 500;

/** Pairs of names that differ by a slip of the pen. Names that differ in a number, such as `Region 1` and `Region 2`, do not. */
export function resemblingPairs(names: readonly string[]): (readonly [string, string])[] {
  if (names.length > MOST_NAMES) return [];
  const lettered = names.map((name) => ({ name, letters: lettersOf(name) })).filter(({ letters }) => letters !== '');
  return lettered.flatMap(({ name, letters }, index) => {
    const others = lettered.slice(index + 1).filter((other) => other.letters !== letters);
    return nearest(
      name,
      others.map((other) => other.name),
    ).map((near) => [name, near] as const);
  });
}

function lettersOf(name: string): string {
  return name.replaceAll(/[^\p{L}]/gu, '').toLowerCase();
}
