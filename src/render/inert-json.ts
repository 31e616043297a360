import { type SinkText, vouched } from '../domain/sink-text.ts';
import { withoutActive } from './terminal-text.ts';

/** A character other than those that most documents are made of: only with one of these has a text to be gone through. */
const UNUSUAL = /[^\n -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2212]|::|##/;

/** So many records are written at a time. */
const PART = 1000;

/**
 * A value as JSON that does nothing where it is shown: the same value, but what acts on a terminal or on a CI runner is
 * written as `\u001B`. Its numbers are finite, and −0 is 0.
 */
export function inertJson(value: object): SinkText<'json'> {
  return vouched(`${written(value)}\n`);
}

/**
 * The same of a document that ends with an empty array, which the items' records fill. They are written a part at a
 * time, so that very many take little more memory than their text.
 */
export function inertJsonOfMany<Item>(
  document: object,
  items: readonly Item[],
  recordOf: (item: Item) => object,
): SinkText<'json'> {
  const frame = inertJson(document);
  if (items.length === 0) return frame;
  const end = frame.lastIndexOf('[]') + 1;
  const line = frame.slice(frame.lastIndexOf('\n', end) + 1, end);
  const lineBreak = `\n${' '.repeat(line.length - line.trimStart().length)}`;
  const parts = [frame.slice(0, end)];
  for (let at = 0; at < items.length; at += PART) {
    const array = written(items.slice(at, at + PART).map(recordOf));
    // Without the array's own brackets. Of strings that `replaceAll` makes, V8 keeps four times their text.
    parts.push(at === 0 ? '' : ',', array.slice(1, -2).split('\n').join(lineBreak));
  }
  return vouched([...parts, lineBreak, frame.slice(end)].join(''));
}

function written(value: object): string {
  onlyFinite(value);
  const text = JSON.stringify(value, null, 2);
  return UNUSUAL.test(text) ? withoutActive(text, escaped) : text;
}

/** `JSON.stringify` would turn what is no number into null without a word; asked for each value, it takes half as long again. */
function onlyFinite(value: object): void {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) onlyFinite(part);
    else if (typeof part === 'number' && !Number.isFinite(part)) throw new RangeError(`not a finite number: ${part}`);
  }
}

/** JSON's own line breaks stand between values, where there are no others. */
function escaped(character: string): string {
  if (character === '\n') return character;
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
