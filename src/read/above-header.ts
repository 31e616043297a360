import { type CellKind, TABLES, type TableSpec } from './columns.ts';
import { DELIMITERS, type Delimiter } from './delimiter.ts';
import type { Dialect } from './dialect.ts';
import { missingColumns, namesOf } from './header.ts';
import type { Start } from './quotes.ts';
import { eachRecord } from './records.ts';
import { folded, trimmed } from './text.ts';
import { readDay, readMonth, readPeriod } from './time.ts';

const MOMENTS: Readonly<Partial<Record<CellKind, (text: string) => unknown>>> = {
  month: readMonth,
  period: readPeriod,
  day: readDay,
};

/**
 * The line of the first row that stands above the header, where only titles are skipped; null where there is none. A row
 * has something in every column that the table cannot do without, and a month or a date where there should be one. The
 * header of another table is no title either, nor is a line of several cells with digits.
 */
export async function rowAboveHeader(
  text: string,
  { delimiter, header, isFound }: Dialect,
  spec: TableSpec,
): Promise<number | null> {
  if (!isFound || header.at === 0) return null;
  // So much text is no title.
  if (header.at > LONGEST_TITLES) return 1;
  let keys: (string | undefined)[] = [];
  let found: number | null = null;
  const each = (part: string, start: Start, record: (cells: readonly string[], line: number) => boolean) =>
    eachRecord(part, start, delimiter, { width: 0, record, fault: () => true });
  await each(text, header, (cells) => {
    keys = cells.map((cell) => namesOf(spec).get(folded(cell)));
    return false;
  });
  // A work step is blank where the row is of a share.
  const needed = Object.entries(spec.columns).filter(([, { kind, need }]) => need === 'required' && kind !== 'text');
  const hasMoments = needed.some(([, { kind }]) => kind in MOMENTS);
  await each(text.slice(0, header.at), { at: 0, line: 1 }, (cells, line) => {
    const isRow = needed.every(([key, { kind }]) => {
      const cell = trimmed(cells[keys.indexOf(key)] ?? '');
      return cell !== '' && MOMENTS[kind]?.(cell) !== null;
    });
    // In a table of words two words may be a title.
    if (isRow && (hasMoments || cells.some((cell) => /^\s*\d/.test(cell)))) found = line;
    return found === null;
  });
  return found ?? tableLineAbove(text.slice(0, header.at), delimiter);
}

/** A few lines of title are not longer than this. */
const LONGEST_TITLES = 100_000;
/** Fewer cells may be a title: a word, a colon, a date. */
const FEWEST_CELLS = 4;
/** Under another delimiter than the header's, prose is parted as well: but not into numbers. */
const FEWEST_NUMBERS = 2;

/** The line of the first that looks like a row, under any delimiter, or that is the header of any table. */
function tableLineAbove(titles: string, own: Delimiter): number | null {
  const lines = titles.replaceAll('"', '').split('\n');
  const index = lines.findIndex((line) =>
    DELIMITERS.some((delimiter) => {
      const cells = line.split(delimiter).map(trimmed);
      const filled = cells.filter((cell) => cell !== '');
      const isWide = filled.length >= FEWEST_CELLS;
      const isRow =
        delimiter === own
          ? filled.some((cell) => /\d/.test(cell))
          : filled.filter((cell) => /^[\d .,-]+$/.test(cell)).length >= FEWEST_NUMBERS;
      return isHeader(filled) || (isWide && isRow);
    }),
  );
  return index < 0 ? null : index + 1;
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.map(folded);
  return TABLES.some((spec) => {
    const known = namesOf(spec);
    return missingColumns(spec, new Set(names.flatMap((name) => known.get(name) ?? []))).length === 0;
  });
}
