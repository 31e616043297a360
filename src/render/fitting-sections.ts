import type { MarkdownText } from '../domain/sink-text.ts';
import { md } from './markdown-text.ts';
import { withoutEnd } from './terminal-text.ts';

/** A part of a document: items, of which those in the middle may be left out, between an opening and a closing. */
export interface Section {
  readonly opening: MarkdownText;
  /** Whole lines, each with its end. */
  readonly items: readonly MarkdownText[];
  readonly closing: MarkdownText;
  /** What is said of so many items that are left out. */
  leftOut(count: number): MarkdownText;
  /** The same, written as an item. */
  asItem(sentence: MarkdownText): MarkdownText;
}

/** A section with the bytes of its parts. */
interface Measured {
  readonly section: Section;
  readonly sizes: readonly number[];
  /** The bytes of all items. */
  readonly whole: number;
  /** The bytes of the first and the last item, and of what is said between them. */
  readonly least: number;
  /** The bytes of what is never left out. */
  readonly frame: number;
}

/** The blank line between sections. */
const BETWEEN = '\n\n';

/**
 * The sections as one text of at most so many bytes. Of the longest ones the items in the middle are left out and counted,
 * so that each keeps its beginning and its end; where even that is too much, whole sections in the middle are.
 */
export function fittingSections(sections: readonly Section[], most: number): MarkdownText {
  const all = sections.map(measured);
  const kept = sum(all.map(({ frame, least }) => frame + least)) <= most ? all : endsOf(all, most);
  const room = roomFor(kept, most);
  return md`${md.join(
    kept.map((each) => textOf(each, room)),
    BETWEEN,
  )}\n`;
}

function measured(section: Section): Measured {
  const sizes = section.items.map((item) => Buffer.byteLength(item));
  const whole = sum(sizes);
  const frame = Buffer.byteLength(section.opening) + Buffer.byteLength(section.closing) + BETWEEN.length;
  const ends = (sizes[0] ?? 0) + (sizes.at(-1) ?? 0);
  return { section, sizes, whole, least: Math.min(whole, ends + lineSize(section)), frame };
}

/** The bytes of what is said of items that are left out, however many of them. */
function lineSize({ items, leftOut, asItem }: Section): number {
  return longest([1, items.length].map((count) => asItem(leftOut(count))));
}

/** Sections from both ends as far as they fit, and between them how many items the others have. */
function endsOf(all: readonly Measured[], most: number): Measured[] {
  const [front, back] = [[] as Measured[], [] as Measured[]];
  for (let used = BETWEEN.length + sentenceSize(all); ; ) {
    const isFront = front.length <= back.length;
    const next = isFront ? all[front.length] : all[all.length - 1 - back.length];
    if (next === undefined || used + next.frame + next.least > most) break;
    used += next.frame + next.least;
    if (isFront) front.push(next);
    else back.unshift(next);
  }
  return [...front, ...gap(all.slice(front.length, all.length - back.length)), ...back];
}

/** The bytes of what is said of sections that are left out, whichever they are. */
function sentenceSize(all: readonly Measured[]): number {
  const count = sum(all.map(({ sizes }) => sizes.length));
  return longest(all.flatMap(({ section: { leftOut } }) => [leftOut(1), leftOut(count)]));
}

/** How many items sections have that are left out, in the words of the one with most. */
function gap(sections: readonly Measured[]): Measured[] {
  const [main] = [...sections].sort((left, right) => right.sizes.length - left.sizes.length);
  if (main === undefined) return [];
  const opening = main.section.leftOut(sum(sections.map(({ sizes }) => sizes.length)));
  return [measured({ ...main.section, opening, items: [], closing: md`` })];
}

/** How many bytes the items of a section may take, so that all of them fit: short sections stay whole. */
function roomFor(sections: readonly Measured[], most: number): number {
  const isFitting = (room: number): boolean =>
    sum(sections.map(({ frame, least, whole }) => frame + Math.max(least, Math.min(whole, room)))) <= most;
  let [fits, beyond] = [0, most + 1];
  while (beyond - fits > 1) {
    const middle = Math.floor((fits + beyond) / 2);
    if (isFitting(middle)) fits = middle;
    else beyond = middle;
  }
  return fits;
}

function textOf({ section, sizes, whole, least }: Measured, room: number): MarkdownText {
  const { opening, items, closing, leftOut, asItem } = section;
  const page = (shown: readonly MarkdownText[]): MarkdownText => withoutEnd(md.join([opening, ...shown, closing], ''));
  if (whole <= Math.max(least, room)) return page(items);
  const [head, tail] = endsWithin(sizes, room - lineSize(section));
  const line = asItem(leftOut(items.length - head - tail));
  return page([...items.slice(0, head), line, ...items.slice(items.length - tail)]);
}

/** How many items fit from the beginning and from the end, as many bytes at either; at least one each. */
function endsWithin(sizes: readonly number[], room: number): readonly [head: number, tail: number] {
  let [head, tail] = [1, 1];
  let [before, after] = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  while (head + tail < sizes.length) {
    const isHead = before <= after;
    const next = (isHead ? sizes[head] : sizes[sizes.length - 1 - tail]) ?? 0;
    if (before + after + next > room) break;
    if (isHead) [head, before] = [head + 1, before + next];
    else [tail, after] = [tail + 1, after + next];
  }
  return [head, tail];
}

/** The bytes of the longest of some texts. */
function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, Buffer.byteLength(text)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
