import type { TableSpec } from './columns.ts';
import { findDialect } from './dialect.ts';
import { decodeForRecords } from './encoding.ts';
import { readHeader } from './header.ts';
import { eachRecord } from './records.ts';
import { trimmed } from './text.ts';

/** A byte that no cell holds: it joins the cells of a row to one key. */
const BETWEEN = '\0';

/**
 * The different cells of some columns of a table's file, in the order in which they come: for what is offered to somebody
 * who types, never for a result. The bytes may be the beginning of a file. What cannot be read is left out in silence.
 */
export async function differentCells<Key extends string>(
  bytes: Uint8Array,
  spec: TableSpec<Key>,
  columns: readonly Key[],
  isWhole: boolean,
): Promise<readonly (readonly string[])[]> {
  const decoded = await decodeForRecords(isWhole ? bytes : wholeLines(bytes));
  if ('fault' in decoded) return [];
  const { text } = decoded;
  const { header, delimiter, width, isFound } = findDialect(text, spec);
  if (!isFound) return [];
  const rows = new Set<string>();
  let places: readonly number[] | null = null;
  await eachRecord(text, header, delimiter, {
    width,
    record: (cells, line) => {
      if (places === null) {
        const { index } = readHeader(cells, spec, '', line).header;
        places = columns.map((column) => index[column]);
      } else rows.add(places.map((place) => cells[place] ?? '').join(BETWEEN));
      return true;
    },
    fault: () => true,
  });
  return [...rows].map((row) => row.split(BETWEEN).map(trimmed));
}

const LINE_FEED = 10;
const RETURN = 13;

/** Without the last line, which may be cut in the midst of a letter. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(RETURN));
  // In UTF-16 a line feed is two bytes.
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.subarray(0, end + (isLittleEndian ? 2 : 1));
}
