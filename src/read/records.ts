import { type Problem, problem } from '../domain/problem.ts';

/** The delimiters that a table may have. */
export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One record more is one call: its cells, which are only lent, and the physical line where it starts. */
export type TakeRecord = (cells: readonly string[], line: number) => void;

/** No sound record of these tables is near this size; a quotation mark that never closes soon is. */
const RECORD_LIMIT = 1_000_000;

/**
 * The records of a text whose lines end with a line feed. Without a quotation mark a record is a line and a cell what
 * stands between delimiters; anything else is left to csv-parse, which this file alone knows. A test holds the two to
 * the same records.
 */
export async function eachRecord(
  text: string,
  delimiter: Delimiter,
  file: string,
  take: TakeRecord,
): Promise<Problem | null> {
  if (text.includes('"')) return quotedRecords(text, delimiter, file, take);
  plainRecords(text, delimiter, take);
  return null;
}

export function plainRecords(text: string, delimiter: Delimiter, take: TakeRecord): void {
  // The same array for every record: a hundred thousand new ones would cost more than all the rest.
  const cells: string[] = [];
  const nextDelimiter = (from: number): number => {
    const found = text.indexOf(delimiter, from);
    return found < 0 ? text.length : found;
  };
  let delimiterAt = nextDelimiter(0);
  let line = 0;
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    cells.length = 0;
    while (delimiterAt < end) {
      cells.push(text.slice(start, delimiterAt));
      start = delimiterAt + 1;
      delimiterAt = nextDelimiter(start);
    }
    cells.push(text.slice(start, end));
    take(cells, line + 1);
    start = end + 1;
  }
}

export async function quotedRecords(
  text: string,
  delimiter: Delimiter,
  file: string,
  take: TakeRecord,
): Promise<Problem | null> {
  const { parse, CsvError } = await import('csv-parse/sync');
  const options = {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: RECORD_LIMIT,
  };
  let records: string[][];
  try {
    records = parse(text, options) as unknown as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    const place = { file, line, column: null, columnNumber: null, value: null };
    if (error.code === 'CSV_MAX_RECORD_SIZE') return problem('record-too-large', { limit: RECORD_LIMIT }, place);
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      return problem('quote-unclosed', {}, { ...place, line: openQuoteLine(text) });
    return problem('quote-misplaced', {}, place);
  }
  let line = 1;
  for (const cells of records) {
    take(cells, line);
    line += 1;
    for (const cell of cells) line += lineBreaksIn(cell);
  }
  return null;
}

/** The line where the quotation mark stands that nothing closes; csv-parse names the end of the file. */
function openQuoteLine(text: string): number {
  let opened = -1;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (opened < 0) opened = at;
    else if (text[at + 1] === '"') at += 1;
    else opened = -1;
  }
  return lineBreaksIn(text.slice(0, opened)) + 1;
}

function lineBreaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
