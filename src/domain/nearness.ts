import { composed } from './composed.ts';

/** The number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
export function editDistance(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      // Before the first letters there are none, and none is no letter of the other.
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}

/** How far a word may be from what was meant: one slip in a short word, two in a longer one. */
function allowance(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/**
 * The candidates that somebody who wrote `word` may have meant, nearest first, at most three. A word that is known to be
 * wrong may be `least` slips away, however short it is.
 */
export function nearest(word: string, candidates: Iterable<string>, least = 0): string[] {
  const fold = (text: string): string => composed(text).toLowerCase();
  const wanted = fold(word);
  // A word much longer or shorter is none of them, and to measure how far it is would take long.
  return [...new Set(candidates)]
    .filter((candidate) => Math.abs(fold(candidate).length - wanted.length) <= 2)
    .map((candidate) => ({ candidate, distance: editDistance(wanted, fold(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(least, allowance(wanted), allowance(candidate)))
    .sort((left, right) => left.distance - right.distance || (left.candidate < right.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
