import { type SinkText, vouched } from '../domain/sink-text.ts';
import { guarded } from '../domain/spreadsheet-guard.ts';
import { plainDecimal } from './rounding.ts';
import { visible } from './terminal-text.ts';

/** `csv` is RFC 4180, CRLF and a decimal point; `csv-sv` opens in a Swedish Excel: BOM, `;`, decimal comma, CRLF. */
export type CsvStyle = 'csv' | 'csv-sv';

export type Value = string | number | null;

/** Controls and marks of direction. Line breaks and tabs stay: they are of the text, and harmless between quotation marks. */
const ACTIVE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu;

/**
 * What stands between quotation marks besides what the library puts there: a lone line break, which it passes over where
 * records end with two characters (RFC 4180, section 2), and what is guarded.
 */
const QUOTED = /[\t\n]|^'/;

/**
 * Rows as a CSV file in a style. No text in it is a formula, a control character or a command of a CI runner; what this
 * project reads again is what was written.
 */
export async function csvText(
  header: readonly string[],
  rows: readonly (readonly Value[])[],
  style: CsvStyle,
): Promise<SinkText<'csv'>> {
  const { stringify } = await import('csv-stringify/sync');
  const isSwedish = style === 'csv-sv';
  const cell = (value: Value): string => {
    if (value === null) return '';
    if (typeof value === 'number') return isSwedish ? plainDecimal(value).replace('.', ',') : plainDecimal(value);
    return guarded(value.replaceAll(/\r\n?/g, '\n').replaceAll(ACTIVE, visible));
  };
  return vouched(
    stringify([[...header], ...rows.map((row) => row.map(cell))], {
      bom: isSwedish,
      delimiter: isSwedish ? ';' : ',',
      record_delimiter: 'windows',
      quoted_match: QUOTED,
    }),
  );
}
