import type { Excerpt } from '../domain/placed-problem.ts';
import type { InputFile } from '../domain/tables.ts';
import { DELIMITERS, type Delimiter } from './delimiter.ts';
import { saidDelimiterOf } from './dialect.ts';
import { decode } from './encoding.ts';
import { lineAfter, quotedRecordEnd, type Start } from './quotes.ts';

/** Where in a file something stands: its physical line, and its column from 1; null for the row as a whole. */
export interface PlaceInFile {
  readonly line: number;
  readonly columnNumber: number | null;
}

/**
 * The lines of a file that problems speak of, each with the cell in it, in the order of the places; null where the file
 * is no text, or has no such line. The file is decoded anew, so that a sound run keeps no text in memory for it.
 */
export async function excerptsOf(file: InputFile, places: readonly PlaceInFile[]): Promise<(Excerpt | null)[]> {
  const decoded = await decode(file.bytes);
  if ('fault' in decoded) return places.map(() => null);
  const { text } = decoded;
  const delimiter = file.dialect?.delimiter ?? guessedDelimiter(text);
  const wanted = new Set(places.map(({ line }) => line));
  const lines = new Map<number, { at: number; row: number }>();
  // A spreadsheet program counts records, not lines, and leaves Excel's line sep= out.
  let row = saidDelimiterOf(text) === null ? 1 : 0;
  let quote = text.indexOf('"');
  for (let start: Start = { at: 0, line: 1 }; start.at < text.length; row += 1) {
    const lineEnd = lineAfter(text, start);
    while (quote >= 0 && quote < start.at) quote = text.indexOf('"', quote + 1);
    const isQuoted = quote >= 0 && quote < lineEnd.at;
    const record = isQuoted ? quotedRecordEnd(text, start, delimiter, 0) : null;
    const next = record === null || record.fault !== null ? lineEnd : record.next;
    for (let each = start; each.at < next.at; each = lineAfter(text, each)) {
      if (wanted.has(each.line)) lines.set(each.line, { at: each.at, row });
    }
    start = next;
  }
  return places.map(({ line, columnNumber }) => {
    const found = lines.get(line);
    return found === undefined ? null : excerptAt(text, found, delimiter, columnNumber);
  });
}

/** The lines of a file that is no table, each without its indent. */
export async function plainExcerptsOf(
  { bytes }: InputFile,
  places: readonly PlaceInFile[],
): Promise<(Excerpt | null)[]> {
  const decoded = await decode(bytes);
  if ('fault' in decoded) return places.map(() => null);
  const lines = decoded.text.split('\n');
  return places.map(({ line }) => {
    const text = lines[line - 1]?.trimEnd();
    if (text === undefined) return null;
    const start = text.length - text.trimStart().length;
    return { text, start, length: text.length - start, address: String(line) };
  });
}

function excerptAt(
  text: string,
  { at, row }: { readonly at: number; readonly row: number },
  delimiter: Delimiter,
  columnNumber: number | null,
): Excerpt {
  const found = text.indexOf('\n', at);
  const line = text.slice(at, found < 0 ? text.length : found);
  if (columnNumber === null) return { text: line, start: 0, length: line.length, address: String(row) };
  const address = `${columnLetters(columnNumber)}${row}`;
  let start = 0;
  for (let column = 1; column < columnNumber; column += 1) {
    const end = cellEnd(line, start, delimiter);
    // The cell that is meant stands on a later line of its record, or nowhere.
    if (end >= line.length) return { text: line, start: line.length, length: 0, address };
    start = end + 1;
  }
  return { text: line, start, length: cellEnd(line, start, delimiter) - start, address };
}

/** Where the cell ends that begins at `start`; one in quotation marks may hold delimiters. */
function cellEnd(line: string, start: number, delimiter: Delimiter): number {
  let from = start;
  if (line[start] === '"') {
    let closed = line.indexOf('"', start + 1);
    while (closed >= 0 && line[closed + 1] === '"') closed = line.indexOf('"', closed + 2);
    // One that is not closed on its line takes in all the rest of it.
    if (closed < 0) return line.length;
    from = closed;
  }
  const found = line.indexOf(delimiter, from);
  return found < 0 ? line.length : found;
}

/** Of a file that was not understood: the delimiter that its first line has most of. For showing, never for reading. */
function guessedDelimiter(text: string): Delimiter {
  const found = text.indexOf('\n');
  const first = text.slice(0, found < 0 ? text.length : found);
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ';';
}

/** A, B … Z, AA, AB …: the columns of a spreadsheet. */
function columnLetters(columnNumber: number): string {
  const rest = Math.floor((columnNumber - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((columnNumber - 1) % 26))}`;
}
