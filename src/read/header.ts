import { nearest } from '../domain/nearness.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import type { TableSpec } from './columns.ts';
import { DELIMITERS, type Delimiter } from './records.ts';
import { folded, trimmed } from './text.ts';

/** Lines of title that may stand before the header. */
const MOST_TITLE_LINES = 20;

/** Where the table starts, and how its cells are told apart. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** The physical line of the header, from 1. */
  readonly headerLine: number;
}

/** The columns of one file: for each of the table's columns its place in a record, −1 where the file lacks it. */
export interface Header<Key extends string> {
  readonly index: Readonly<Record<Key, number>>;
  /** As written, trimmed. */
  readonly names: readonly string[];
  readonly ignored: readonly string[];
}

/** Each name that a column goes by, folded, to its key. */
function namesOf(spec: TableSpec): Map<string, string> {
  return new Map(
    Object.entries(spec.columns).flatMap(([key, { aliases }]) => [key, ...aliases].map((name) => [folded(name), key])),
  );
}

function missingColumns(spec: TableSpec, present: ReadonlySet<string>): string[] {
  const columns = Object.entries(spec.columns);
  const missing = columns.filter(([key, { need }]) => need === 'required' && !present.has(key)).map(([key]) => key);
  const oneOf = columns.filter(([, { need }]) => need === 'one-of').map(([key]) => key);
  if (oneOf.length > 0 && !oneOf.some((key) => present.has(key))) missing.push(oneOf.join(' | '));
  return missing;
}

/**
 * Delimiter and header line are those under which the required columns are found, never the most frequent character.
 * Where none are, the guess that finds the most columns, for the message.
 */
export function findDialect(text: string, spec: TableSpec): Dialect & { isFound: boolean } {
  const names = namesOf(spec);
  let best = { delimiter: ';' as Delimiter, headerLine: 1, hits: 0 };
  const lines = firstLines(text, MOST_TITLE_LINES + 1);
  for (const [index, line] of lines.entries()) {
    for (const delimiter of DELIMITERS) {
      const cells = line.split(delimiter).map((cell) => folded(cell.replaceAll('"', '')));
      const present = new Set(cells.flatMap((cell) => names.get(cell) ?? []));
      if (missingColumns(spec, present).length === 0) return { delimiter, headerLine: index + 1, isFound: true };
      if (present.size > best.hits) best = { delimiter, headerLine: index + 1, hits: present.size };
    }
  }
  return { delimiter: best.delimiter, headerLine: best.headerLine, isFound: false };
}

function firstLines(text: string, count: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < count && start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  return lines;
}

/** Matches the header's cells with the table's columns; what is wanting, given twice or nearly known is a problem. */
export function readHeader<Key extends string>(
  cells: readonly string[],
  spec: TableSpec<Key>,
  file: string,
  line: number,
): { header: Header<Key>; problems: Problem[] } {
  const known = namesOf(spec);
  const names = cells.map(trimmed);
  while (names.at(-1) === '') names.pop();
  const at = (index: number): Place => ({
    file,
    line,
    column: names[index] ?? '',
    columnNumber: index + 1,
    value: names[index] ?? '',
  });
  const index: Record<string, number> = Object.fromEntries(Object.keys(spec.columns).map((key) => [key, -1]));
  const problems: Problem[] = [];
  const unknown: number[] = [];
  for (const [number, name] of names.entries()) {
    const key = known.get(folded(name));
    const earlier = key === undefined ? -1 : (index[key] ?? -1);
    if (name === '') problems.push(problem('header-blank', {}, at(number)));
    else if (key === undefined) unknown.push(number);
    else if (earlier >= 0) {
      const facts = { first: names[earlier] ?? '', firstNumber: earlier + 1 };
      problems.push(problem('header-duplicate', facts, at(number)));
    } else index[key] = number;
  }
  const ignored: string[] = [];
  for (const number of unknown) {
    const name = names[number] ?? '';
    const meant = nearest(folded(name), known.keys()).find((candidate) => index[known.get(candidate) ?? ''] === -1);
    if (meant === undefined) ignored.push(name);
    else problems.push(problem('header-misspelt', { meant: meant.replaceAll(' ', '_') }, at(number)));
  }
  const present = new Set(Object.keys(index).filter((key) => (index[key] ?? -1) >= 0));
  const missing = missingColumns(spec, present);
  if (missing.length > 0) {
    const place = { file, line, column: null, columnNumber: null, value: null };
    problems.push(problem('header-missing', { missing, found: names }, place));
  }
  return { header: { index: index as Record<Key, number>, names, ignored }, problems };
}
