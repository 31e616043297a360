import type { OptionName } from '../messages/catalogue.ts';
import { FLAGS, type Spelling, spellingOf } from './flags.ts';

/** A line that is being typed, as far as the cursor. */
export interface TypedLine {
  /** The words that are no options: first the command, then its argument. */
  readonly operands: readonly string[];
  /** The options that stand before the last word, each with its values. */
  readonly given: ReadonlyMap<OptionName, readonly string[]>;
  /** The word at the cursor. */
  readonly last: TypedWord;
}

/** What a word is, and how much of it is there. */
export type TypedWord =
  | {
      readonly kind: 'value';
      readonly option: OptionName;
      /** What stands before the value in the word: `--region=`, or `-r`. */
      readonly before: string;
      readonly text: string;
    }
  | { readonly kind: 'option' | 'operand'; readonly text: string };

const SPELLINGS = (Object.keys(FLAGS) as OptionName[]).map(spellingOf);

/** Reads the words of a line after `resurs`, the last of which is not complete; nothing in them is a fault. */
export function typedLine(words: readonly string[]): TypedLine {
  const operands: string[] = [];
  const given = new Map<OptionName, string[]>();
  /** The option whose value the next word is. */
  let awaiting: Spelling | null = null;
  let areOptionsOver = false;
  for (const word of words.slice(0, -1)) {
    if (awaiting !== null) {
      given.get(awaiting.option)?.push(word);
      awaiting = null;
    } else if (areOptionsOver || !isOption(word)) operands.push(word);
    else if (word === '--') areOptionsOver = true;
    else {
      for (const { spelling, value } of optionsIn(word)) {
        const values = given.get(spelling.option) ?? [];
        given.set(spelling.option, value === null ? values : [...values, value]);
        if (spelling.hasValue && value === null) awaiting = spelling;
      }
    }
  }
  // `resurs help estimate` says the same as `resurs estimate --help`.
  if (operands[0] === 'help') operands.shift();
  const text = words.at(-1) ?? '';
  return { operands, given, last: lastWord(text, awaiting, areOptionsOver) };
}

function lastWord(text: string, awaiting: Spelling | null, areOptionsOver: boolean): TypedWord {
  if (awaiting !== null) return { kind: 'value', option: awaiting.option, before: '', text };
  if (areOptionsOver || !text.startsWith('-')) return { kind: 'operand', text };
  const { spelling, value } = optionsIn(text).at(-1) ?? {};
  if (spelling === undefined || value === undefined || value === null) return { kind: 'option', text };
  return { kind: 'value', option: spelling.option, before: text.slice(0, text.length - value.length), text: value };
}

/** `-` alone is standard input. */
function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

interface WrittenOption {
  readonly spelling: Spelling;
  /** Null where it is not in the same word. */
  readonly value: string | null;
}

/** The options of one word: `--region=Syd`, `-rSyd`, and `-qr` for two. What is not known is none. */
function optionsIn(word: string): WrittenOption[] {
  if (word.startsWith('--')) {
    const [name = ''] = word.split('=', 1);
    const spelling = SPELLINGS.find(({ long }) => long === name);
    return spelling === undefined ? [] : [{ spelling, value: name === word ? null : word.slice(name.length + 1) }];
  }
  const written: WrittenOption[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const spelling = SPELLINGS.find(({ short }) => short === `-${word[at]}`);
    if (spelling === undefined) break;
    const rest = word.slice(at + 1);
    const isLast = spelling.hasValue;
    written.push({ spelling, value: isLast && rest !== '' ? rest : null });
    if (isLast) break;
  }
  return written;
}
