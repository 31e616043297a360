import type { Delimiter } from './delimiter.ts';
import { CELL_LIMIT, RECORD_LIMIT } from './limits.ts';

/** A place in a text, and the physical line, from 1, that it is in. */
export interface Start {
  readonly at: number;
  readonly line: number;
}

/** A record that is none: a quotation mark that does not stand around a whole cell, or a size beyond all sense. */
export interface RecordFault {
  readonly code: 'quote-misplaced' | 'quote-unclosed' | 'quote-runaway' | 'cell-too-large' | 'record-too-large';
  /** Where the cell, or the record, opened. */
  readonly line: number;
  /** From 1; null where it is the record. */
  readonly columnNumber: number | null;
  /** What stands there, at most to the end of its line; null where it is too much to show. */
  readonly value: string | null;
  /** The lines that the cell spans. */
  readonly lines: number;
}

interface RecordEnd {
  readonly fault: RecordFault | null;
  /** Where to go on: behind the record, or behind the line where its fault was seen. */
  readonly next: Start;
}

const QUOTE = 34;
const LINE_FEED = 10;
/** Of a broken cell, more than this need not be shown. */
const LONGEST_VALUE = 200;

/**
 * Where the record that begins at `start` ends, in one pass, or which of its cells is not sound (RFC 4180, section 2). A
 * cell of several lines with as many delimiters in it as a record of `width` cells has taken in the rows below.
 */
export function quotedRecordEnd(text: string, start: Start, delimiter: Delimiter, width: number): RecordEnd {
  const separator = delimiter.charCodeAt(0);
  let { at, line } = start;
  /** The first cell of several lines with delimiters in it: is the record too wide, it has taken in another. */
  let suspect: RecordEnd | null = null;
  for (let columnNumber = 1; ; columnNumber += 1) {
    const opened = { at, line };
    const faulty = (code: RecordFault['code'], seen: Start): RecordEnd => {
      const shown = lineOf(text, opened.at);
      // On a line below, what is seen is behind all that is shown.
      const cellEnd = code === 'quote-misplaced' ? shown.indexOf(delimiter, seen.at - opened.at) : -1;
      const value = code === 'cell-too-large' ? null : shown.slice(0, cellEnd < 0 ? shown.length : cellEnd);
      const lines = seen.line - opened.line + 1;
      return { fault: { code, line: opened.line, columnNumber, value, lines }, next: lineAfter(text, seen) };
    };
    if (text.charCodeAt(at) === QUOTE) {
      const closed = closingQuote(text, at);
      if (closed < 0) return faulty('quote-unclosed', opened);
      const inside = text.slice(at, closed);
      const feeds = count(inside, '\n');
      line += feeds;
      at = closed + 1;
      const next = text.charCodeAt(at);
      if (at < text.length && next !== separator && next !== LINE_FEED) return faulty('quote-misplaced', { at, line });
      // In prose a space follows the sign, in rows it does not.
      const delimiters = feeds > 0 && width > 1 ? count(inside, delimiter) - count(inside, `${delimiter} `) : 0;
      if (delimiters >= width - 1 && delimiters > 0) return faulty('quote-runaway', { at, line });
      if (delimiters > 1) suspect ??= faulty('quote-runaway', { at, line });
    } else {
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === separator || code === LINE_FEED) break;
        if (code === QUOTE) return faulty('quote-misplaced', { at, line });
      }
    }
    if (at - opened.at > CELL_LIMIT) return faulty('cell-too-large', { at, line });
    if (at - start.at > RECORD_LIMIT) {
      const fault = { code: 'record-too-large', line: start.line, columnNumber: null, value: null, lines: 1 } as const;
      return { fault, next: lineAfter(text, { at, line }) };
    }
    if (at >= text.length || text.charCodeAt(at) === LINE_FEED) {
      if (suspect !== null && columnNumber !== width) return suspect;
      return { fault: null, next: { at: Math.min(at + 1, text.length), line: line + 1 } };
    }
    at += 1;
  }
}

/** The quotation mark that closes the one at `opened`: the next that is not doubled; −1 where none does. */
function closingQuote(text: string, opened: number): number {
  let found = text.indexOf('"', opened + 1);
  while (found >= 0 && text.charCodeAt(found + 1) === QUOTE) found = text.indexOf('"', found + 2);
  return found;
}

/** From a cell to the end of its line; of a long one, its beginning. */
function lineOf(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, Math.min(end < 0 ? text.length : end, at + LONGEST_VALUE));
}

/** The beginning of the line below. */
export function lineAfter(text: string, { at, line }: Start): Start {
  const end = text.indexOf('\n', at);
  return { at: end < 0 ? text.length : end + 1, line: line + 1 };
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
