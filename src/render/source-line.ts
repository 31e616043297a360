import type { Excerpt } from '../domain/placed-problem.ts';
import type { TerminalText } from '../domain/sink-text.ts';
import { maskedPart } from './personal-numbers.ts';
import { forTerminal } from './terminal-text.ts';
import { widthOf } from './width.ts';

/** A line of a file as it is shown, and what stands below it. */
export interface SourceLine {
  readonly text: TerminalText;
  /** The columns before the mark. */
  readonly indent: number;
  /** `^~~~` below the cell; `^` below a blank one. */
  readonly mark: TerminalText;
}

/** A character takes a column as a rule, some take none: so many of them for a column are looked at. */
const MOST_PER_COLUMN = 4;
const CUT = '…';

/** The line with its cell marked, cut around the cell where it is wider than the room, however long it is. */
export function sourceLine({ text, start, length }: Excerpt, room: number): SourceLine {
  const reach = room * MOST_PER_COLUMN;
  const from = wholeCharacter(text, Math.max(0, start - reach));
  const to = wholeCharacter(text, Math.min(text.length, start + reach));
  const part = maskedPart(text, from, to);
  const shown = visible(part);
  // What is made visible grows longer, so its place is the length of what is shown before it.
  const begin = visible(part.slice(0, start - from)).length;
  const end = visible(part.slice(0, start + length - from)).length;
  const sides = [shown.slice(0, begin), shown.slice(begin, end), shown.slice(end)] as const;
  const isWhole = from === 0 && to === text.length && widthOf(shown) <= room;
  const [before, cell, after] = isWhole ? sides : fitted(sides, room - 2 * CUT.length);
  const lead = (from > 0 || before !== sides[0] ? CUT : '') + before;
  const tail = after + (to < text.length || cell !== sides[1] || after !== sides[2] ? CUT : '');
  const mark = forTerminal('^'.padEnd(widthOf(cell), '~'));
  return { text: forTerminal(lead + cell + tail), indent: widthOf(lead), mark };
}

/** A tab becomes an arrow: it would take any number of columns. */
function visible(text: string): string {
  return forTerminal(text.replaceAll('\t', '→'));
}

/** A place that is not between the two halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

type Sides = readonly [before: string, cell: string, after: string];

/** The cell with as much of both its sides as there is room for; of a long cell the beginning. */
function fitted([before, cell, after]: Sides, room: number): Sides {
  const context = Math.min(widthOf(before), Math.floor(room / 4));
  const middle = beginning(cell, room - context);
  if (middle !== cell) return [ending(before, room - widthOf(middle)), middle, ''];
  const free = room - widthOf(cell);
  const left = ending(before, free - Math.min(widthOf(after), Math.floor(free / 2)));
  return [left, cell, beginning(after, free - widthOf(left))];
}

function beginning(text: string, room: number): string {
  return fitting([...text], room).join('');
}

function ending(text: string, room: number): string {
  return fitting([...text].reverse(), room)
    .reverse()
    .join('');
}

/** The first characters that fit into so many columns. */
function fitting(characters: readonly string[], room: number): string[] {
  let width = 0;
  const beyond = characters.findIndex((character) => {
    width += widthOf(character);
    return width > room;
  });
  return characters.slice(0, beyond < 0 ? characters.length : beyond);
}
