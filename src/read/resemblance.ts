import { editDistance, nearest } from '../domain/nearness.ts';
import { LONGEST_NAME } from './limits.ts';
import { joinedWords, plainWords } from './plain-name.ts';

/** Every pair is compared; more names than this are not written by hand. */
const MOST_NAMES = 500;

/** Words that say nothing about which region or programme a name is of. */
const FILLERS: ReadonlySet<string> = new Set(['region', 'regionen', 'och']);

type Pair = readonly [string, string];

/**
 * Pairs of names that differ by a slip of the pen, or in what is no part of a name: accents, signs, `Region`, a number
 * before it. Names that differ in a number, such as `Region 1` and `Region 2`, are no such pair. Names of regions may
 * be as short as `Syd`.
 */
export function resemblingPairs(names: readonly string[], kind: 'programme' | 'region'): Pair[] {
  const short = names.filter((name) => name.length <= LONGEST_NAME);
  const pairs = [...slips(short), ...samePlainNames(short), ...(kind === 'region' ? slipsOfThreeLetters(short) : [])];
  return [...new Map(pairs.map((pair) => [JSON.stringify([...pair].sort()), pair])).values()];
}

function slips(names: readonly string[]): Pair[] {
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
  return name.toLowerCase().replaceAll(/[\s\d!-/:-@[-`{-~\u00A0-\u00BF\u2000-\u206F\u2212]/g, '');
}

/** `Sud` and `Syd`: words so short are one slip apart from many others, but there are few regions. */
function slipsOfThreeLetters(names: readonly string[]): Pair[] {
  const short = names.filter((name) => name.length === 3 && lettersOf(name).length === 3);
  if (short.length > MOST_NAMES) return [];
  return short.flatMap((name, index) =>
    short
      .slice(index + 1)
      .filter((other) => editDistance(name.toLowerCase(), other.toLowerCase()) === 1)
      .map((other) => [name, other] as const),
  );
}

/** Each name with the first that is the same without fillers, accents and signs, or without its number where that has none. */
function samePlainNames(names: readonly string[]): Pair[] {
  const first = new Map<string, string>();
  const plain = names.map((name) => ({ name, plain: plainNameOf(name) }));
  for (const { name, plain: key } of plain) if (key !== '' && !first.has(key)) first.set(key, name);
  return plain.flatMap(({ name, plain: key }): Pair[] => {
    // A number behind the name tells it apart from the one without; one in front is a code.
    const unnumbered = key.replace(/^\d+ ?/, '');
    return [first.get(key), unnumbered === key ? undefined : first.get(unnumbered)]
      .filter((other): other is string => other !== undefined && other !== name)
      .map((other) => [other, name] as const);
  });
}

function plainNameOf(name: string): string {
  return joinedWords(plainWords(name).filter((word) => !FILLERS.has(word)));
}
