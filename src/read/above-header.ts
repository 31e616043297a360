import { type CellKind, TABLES, type TableSpec } from './columns.ts';
import { DELIMITERS } from './delimiter.ts';
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
 * has something in every column that the table cannot do without, and a month or a date where there should be one. So
 * may look the header of another table, and any line of as many cells, one of them with a digit in front.
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
  await each(text.slice(0, header.at), { at: 0, line: 1 }, (cells, line) => {
    const isRow = needed.every(([key, { kind }]) => {
      const cell = trimmed(cells[keys.indexOf(key)] ?? '');
      return cell !== '' && MOMENTS[kind]?.(cell) !== null;
    });
    if (isRow) found = line;
    return !isRow;
  });
  return found ?? tableLineAbove(text.slice(0, header.at), Math.max(FEWEST_CELLS, needed.length));
}

/** A few lines of title are not longer than this. */
const LONGEST_TITLES = 100_000;
/** So few cells may be a title: a word, a colon, a date. */
const FEWEST_CELLS = 3;

/** The line of the first that is parted into so many cells, under any delimiter, or that is the header of any table. */
function tableLineAbove(titles: string, fewest: number): number | null {
  const lines = titles.split('\n');
  const index = lines.findIndex((line) =>
    DELIMITERS.some((delimiter) => {
      const filled = line
        .split(delimiter)
        .map(trimmed)
        .filter((cell) => cell !== '');
      return isHeader(filled) || (filled.length >= fewest && filled.some((cell) => /^\d/.test(cell)));
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
