import { LONGEST_NAME } from './limits.ts';
import { joinedWords, numbersOf, plainWords } from './plain-name.ts';

/** More work steps than this are not written by hand. */
const MOST_STEPS = 2000;
/** One slip in a shorter word makes another word: `boka in`, `boka om`. */
const SHORTEST = 4;

/**
 * Work steps that are one slip of the pen from an earlier one, accents and signs aside, with that one: `bedöma` and
 * `bedömma`. More slips make other words of the field (`besluta`, `avsluta`). Steps that differ in a number do not
 * resemble.
 */
export function resemblingSteps(steps: readonly string[]): (readonly [earlier: string, later: string])[] {
  if (steps.length > MOST_STEPS) return [];
  const seen = new Map<string, Plain[]>();
  return steps.flatMap((name) => {
    if (name.length > LONGEST_NAME) return [];
    const plain = plainOf(name);
    const traces = [...tracesOf(plain.joined)];
    let near: Plain | undefined;
    for (const trace of traces) near ??= seen.get(trace)?.find((other) => isSlip(plain, other));
    for (const trace of traces) {
      const others = seen.get(trace);
      if (others === undefined) seen.set(trace, [plain]);
      else others.push(plain);
    }
    return near === undefined ? [] : [[near.name, name] as const];
  });
}

interface Plain {
  readonly name: string;
  readonly words: readonly string[];
  readonly joined: string;
  readonly numbers: string;
}

function plainOf(name: string): Plain {
  const words = plainWords(name);
  return { name, words, joined: joinedWords(words), numbers: numbersOf(name) };
}

/** A word, and all that it becomes with one letter less: two words that are one slip apart have one of those in common. */
function tracesOf(word: string): Set<string> {
  const letters = [...word];
  return new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))]);
}

function isSlip(left: Plain, right: Plain): boolean {
  if (left.numbers !== right.numbers || left.joined === '') return false;
  if (left.joined === right.joined) return true;
  return hasSlipInLongWord(left.words, right.words) && isOneSlipApart(left.joined, right.joined);
}

/** Not where a short word differs or a word is added, as in `del a` and `del b`, or `möte` and `möte b`. */
function hasSlipInLongWord(left: readonly string[], right: readonly string[]): boolean {
  const [own, others] = [left.filter((word) => !right.includes(word)), right.filter((word) => !left.includes(word))];
  return own.length > 0 && others.length > 0 && [...own, ...others].some((word) => word.length >= SHORTEST);
}

/** One letter more, one less, another one, or two neighbours swapped: what is left between the same beginning and end. */
function isOneSlipApart(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const [own, other] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (own.length <= 1 && other.length <= 1) return true;
  return own.length === 2 && other.length === 2 && own[0] === other[1] && own[1] === other[0];
}
