import { composed } from '../domain/composed.ts';
import { unguarded } from '../domain/spreadsheet-guard.ts';

/** Nothing, or printable ASCII with neither end blank: most cells, which need no care. */
const PLAIN = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/** A cell without the space around it, in the composed form (NFC) of its letters. */
export function trimmed(cell: string): string {
  return PLAIN.test(cell) ? cell : composed(cell.trim());
}

/** A cell that holds words: without the apostrophes that keep a spreadsheet from taking them for a formula. */
export function words(cell: string): string {
  const text = trimmed(cell);
  return text.includes("'") ? trimmed(unguarded(text)) : text;
}

/** A name for comparison: without regard to case, and with every run of `_`, `-` and space as one space. */
export function folded(name: string): string {
  return trimmed(name)
    .toLowerCase()
    .replaceAll(/[\s\u00A0\u202F_-]+/g, ' ');
}
