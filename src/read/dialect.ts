import type { TableSpec } from './columns.ts';
import { DELIMITERS, type Delimiter } from './delimiter.ts';
import { missingColumns, namesOf } from './header.ts';
import type { Start } from './quotes.ts';
import { folded } from './text.ts';

/** Lines of title that may stand before the header. */
const MOST_TITLE_LINES = 20;
/** A thousand columns with names of two hundred letters. */
const LONGEST_HEADER = 200_000;
/** A header whose names are broken over lines has no more lines than this. */
const MOST_HEADER_LINES = 6;

/** Where the table starts, and how its cells are told apart. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** The header: its place in the text, and its physical line from 1. */
  readonly header: Start;
  /** The cells of the header. */
  readonly width: number;
  /** Whether all columns were found that the table cannot do without; else this is the nearest guess. */
  readonly isFound: boolean;
  /** What the first line says by which a file tells Excel its delimiter, `sep=;`; null where there is none. */
  readonly saidDelimiter: string | null;
}

interface Candidate extends Start {
  readonly text: string;
}

/**
 * Delimiter and header line are those under which the required columns are found, never the most frequent character.
 * Where none are, the guess that finds the most columns, for the message.
 */
export function findDialect(text: string, spec: TableSpec): Dialect {
  const saidDelimiter = saidDelimiterOf(text);
  const feed = text.indexOf('\n');
  const first = saidDelimiter === null ? { at: 0, line: 1 } : { at: feed < 0 ? text.length : feed + 1, line: 2 };
  const names = namesOf(spec);
  let best = { delimiter: ';' as Delimiter, header: first, width: 1, hits: 0 };
  for (const { text: line, ...header } of headerCandidates(text, first)) {
    for (const delimiter of DELIMITERS) {
      const cells = line.split(delimiter).map((cell) => folded(cell.replaceAll('"', '')));
      const present = new Set(cells.flatMap((cell) => names.get(cell) ?? []));
      const found = { delimiter, header, width: cells.length };
      if (missingColumns(spec, present).length === 0) return { ...found, isFound: true, saidDelimiter };
      if (present.size > best.hits) best = { ...found, hits: present.size };
    }
  }
  const { delimiter, header, width } = best;
  return { delimiter, header, width, isFound: false, saidDelimiter };
}

/** What the line `sep=;` at the very beginning says; null where there is none. */
export function saidDelimiterOf(text: string): string | null {
  const said = /^"?sep=(\\t|.)"?[;,\t]*\r?(?:\n|$)/i.exec(text)?.[1];
  return said === '\\t' ? '\t' : (said ?? null);
}

/** The first lines; one that a quotation mark carries on, as Excel breaks long names, first together with the next. */
function headerCandidates(text: string, first: Start): Candidate[] {
  const lines: Candidate[] = [];
  for (let { at, line } = first; lines.length <= MOST_TITLE_LINES && at < text.length; line += 1) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    // So long a line holds no header that could be read.
    lines.push({ at, line, text: end - at > LONGEST_HEADER ? '' : text.slice(at, end) });
    at = end + 1;
  }
  return lines.flatMap((start, index) => {
    if (!hasOpenQuote(start.text)) return [start];
    const lengths = Array.from({ length: MOST_HEADER_LINES - 1 }, (_, more) => index + 2 + more);
    const joined = lengths.map((end) =>
      lines
        .slice(index, end)
        .map(({ text: part }) => part)
        .join(' '),
    );
    const whole = joined.find((each) => !hasOpenQuote(each));
    return whole === undefined ? [start] : [{ ...start, text: whole }, start];
  });
}

function hasOpenQuote(line: string): boolean {
  return line.split('"').length % 2 === 0;
}
