import { nearest } from '../domain/nearness.ts';

/** Pairs of names that differ by a slip of the pen. Names that differ in a number, such as `Region 1` and `Region 2`, do not. */
export function resemblingPairs(names: readonly string[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const [index, name] of names.entries()) {
    const letters = lettersOf(name);
    if (letters === '') continue;
    const others = names
      .slice(index + 1)
      .filter((other) => Math.abs(other.length - name.length) <= 2 && lettersOf(other) !== letters);
    for (const near of nearest(name, others)) pairs.push([name, near]);
  }
  return pairs;
}

function lettersOf(name: string): string {
  return name.replaceAll(/[^\p{L}]/gu, '').toLowerCase();
}
