import type { Delimiter } from './delimiter.ts';
import { CELL_LIMIT, RECORD_LIMIT } from './limits.ts';
import { quotedRecordEnd, type RecordFault, type Start } from './quotes.ts';

/** Who takes the records of a text, one by one. */
export interface RecordSink {
  /** How many cells a record should have; 0 while it is not known. */
  readonly width: number;
  /** A record: its cells, which are only lent, and the physical line where it starts. False ends the reading. */
  record(cells: readonly string[], line: number): boolean;
  /** A record that is none, because of a quotation mark or its size. False ends the reading. */
  fault(fault: RecordFault): boolean;
}

/** Quoted records that lie nearer than this to each other go to the library together. */
const NEAR = 4096;
/** And no more than this at once, so that not all records of a large file are in memory. */
const AT_ONCE = 262_144;

/**
 * The records of a text whose lines end with a line feed or, without quotation marks, with CRLF (RFC 4180). Where there are no quotation marks a record is a line
 * and a cell what stands between delimiters. Stretches with quotation marks are gated first, so that a stray one is named
 * where it stands, and then left to csv-parse, which this file alone knows. A test holds both ways to the same records.
 */
export async function eachRecord(text: string, start: Start, delimiter: Delimiter, sink: RecordSink): Promise<void> {
  let { at, line } = start;
  for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', at)) {
    const plainEnd = Math.max(at, text.lastIndexOf('\n', quote) + 1);
    const next = plainRecords(text, { at, line }, plainEnd, delimiter, sink);
    if (next === null) return;
    const stretch = quotedStretch(text, { at: plainEnd, line: next }, delimiter, sink.width);
    if (!(await quotedRecords(text.slice(plainEnd, stretch.end), stretch.lines, delimiter, sink))) return;
    ({ at, line } = stretch.next);
    if (stretch.fault !== null && !sink.fault(stretch.fault)) return;
  }
  plainRecords(text, { at, line }, text.length, delimiter, sink);
}

const CARRIAGE_RETURN = 13;
const TOO_LARGE = { code: 'record-too-large', value: null, lines: 1 } as const;

/** Records without quotation marks, up to `end`. Gives the line after the last; null where the sink has had enough. */
export function plainRecords(
  whole: string,
  start: Start,
  end: number,
  delimiter: Delimiter,
  sink: RecordSink,
): number | null {
  // Nothing is looked for behind the end: where delimiters are few, every stretch would be searched to the last letter.
  const text = whole.slice(0, end);
  // The same array for every record: a hundred thousand new ones would cost more than all the rest.
  const cells: string[] = [];
  const nextDelimiter = (from: number): number => {
    const found = text.indexOf(delimiter, from);
    return found < 0 ? text.length : found;
  };
  let { at, line } = start;
  let delimiterAt = nextDelimiter(at);
  for (; at < end; line += 1) {
    const found = text.indexOf('\n', at);
    const lineEnd = found < 0 ? text.length : found;
    if (lineEnd - at > RECORD_LIMIT) {
      if (!sink.fault({ ...TOO_LARGE, line, columnNumber: null })) return null;
      at = lineEnd + 1;
      delimiterAt = nextDelimiter(at);
      continue;
    }
    const isLong = lineEnd - at > CELL_LIMIT;
    cells.length = 0;
    while (delimiterAt < lineEnd) {
      cells.push(text.slice(at, delimiterAt));
      at = delimiterAt + 1;
      delimiterAt = nextDelimiter(at);
    }
    const hasReturn = lineEnd > at && text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN;
    cells.push(text.slice(at, hasReturn ? lineEnd - 1 : lineEnd));
    at = lineEnd + 1;
    const long = isLong ? cells.findIndex((cell) => cell.length > CELL_LIMIT) : -1;
    const goesOn =
      long < 0
        ? sink.record(cells, line)
        : sink.fault({ ...TOO_LARGE, code: 'cell-too-large', line, columnNumber: long + 1 });
    if (!goesOn) return null;
  }
  return line;
}

interface Stretch {
  /** The end of its last sound record, its line feed included. */
  readonly end: number;
  /** The line of each of its records. */
  readonly lines: readonly number[];
  readonly fault: RecordFault | null;
  /** Where to go on. */
  readonly next: Start;
}

/** Records that follow each other and hold quotation marks, or lie between such; up to the first that is not sound. */
function quotedStretch(text: string, start: Start, delimiter: Delimiter, width: number): Stretch {
  const lines: number[] = [];
  let { at, line } = start;
  let nextQuote = at;
  while (at < text.length && at - start.at < AT_ONCE && nextQuote >= 0 && nextQuote - at <= NEAR) {
    const record = quotedRecordEnd(text, { at, line }, delimiter, width);
    if (record.fault !== null) return { end: at, lines, ...record };
    lines.push(line);
    ({ at, line } = record.next);
    if (nextQuote < at) nextQuote = text.indexOf('"', at);
  }
  return { end: at, lines, fault: null, next: { at, line } };
}

/** Sound records through csv-parse; false where the sink has had enough. */
export async function quotedRecords(
  stretch: string,
  lines: readonly number[],
  delimiter: Delimiter,
  sink: RecordSink,
): Promise<boolean> {
  if (stretch === '') return true;
  const { parse } = await import('csv-parse/sync');
  const options = { delimiter, record_delimiter: '\n', relax_column_count: true };
  const records = parse(stretch, options) as unknown as string[][];
  return records.every((cells, index) => sink.record(cells, lines[index] as number));
}
