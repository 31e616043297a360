/**
 * Numbers as people and programs write them in Swedish files: optional sign, thousands in groups of three with a space,
 * NBSP or narrow NBSP between, decimal comma or point, optional `%`. A point or a comma is always decimal. One pass.
 */
export interface NumberReading {
  readonly value: number;
  /** The decimal sign that the cell shows; null for a whole number. */
  readonly sign: ',' | '.' | null;
  /** `1,234` or `1.234`: one thousand or one and some? Another cell of the file must settle its decimal sign. */
  readonly isAmbiguous: boolean;
  readonly isPercent: boolean;
}

export type NumberFault =
  | 'cell-missing'
  | 'cell-spreadsheet-error'
  | 'number-syntax'
  | 'number-grouping'
  | 'number-thousands-sign'
  | 'number-scientific';

/** What statisticians write where a figure is not known. Missing is never 0. */
const MISSING_MARKS = new Set(['', '-', '–', '..', '.', '...', '…', 'x', 'na', 'n/a', 'saknas']);

/** Error values of spreadsheet programs, in English and Swedish. */
const SPREADSHEET_ERROR = /^#(?:[\p{L}/0!?.]+|#+)$/u;

export function isMissingMark(text: string): boolean {
  return MISSING_MARKS.has(text.toLowerCase());
}

export function isSpreadsheetError(text: string): boolean {
  return text.startsWith('#') && text.length < 20 && SPREADSHEET_ERROR.test(text);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isGroupSpace = (code: number): boolean => code === 32 || code === 0xa0 || code === 0x202f;

/** Reads a trimmed cell; `power` shifts the decimal sign (6 for millions), without a rounding of its own. */
export function readNumber(text: string, power = 0): NumberReading | NumberFault {
  let at = 0;
  let isNegative = false;
  const first = text.charCodeAt(0);
  if (first === 43 || first === 45 || first === 0x2212) {
    isNegative = first !== 43;
    at = 1;
  }
  const whole = readWhole(text, at);
  if (whole === null) return faultOf(text);
  at = whole.end;
  let sign: ',' | '.' | null = null;
  let decimals = '';
  const mark = text[at];
  if (mark === ',' || mark === '.') {
    const start = at + 1;
    at = start;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === start) return faultOf(text);
    sign = mark;
    decimals = text.slice(start, at);
  }
  const percentAt = isGroupSpace(text.charCodeAt(at)) ? at + 1 : at;
  const isPercent = text[percentAt] === '%';
  if (isPercent) at = percentAt + 1;
  if (at < text.length)
    return whole.isGrouped || isGroupSpace(text.charCodeAt(at)) ? groupFaultOf(text) : faultOf(text);
  const exponent = power - (isPercent ? 2 : 0);
  const magnitude = Number(`${whole.digits}.${decimals || '0'}e${exponent}`);
  return {
    value: isNegative && magnitude !== 0 ? -magnitude : magnitude,
    sign,
    isAmbiguous: decimals.length === 3 && !whole.isGrouped && whole.digits.length <= 3 && whole.digits[0] !== '0',
    isPercent,
  };
}

/** Digits, or one to three digits and then groups of a space and three; what is left over is for who called. */
function readWhole(text: string, start: number): { digits: string; end: number; isGrouped: boolean } | null {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === start) return null;
  let digits = text.slice(start, at);
  let isGrouped = false;
  while (digits.length <= 3 || isGrouped) {
    if (!isGroupSpace(text.charCodeAt(at)) || !isDigit(text.charCodeAt(at + 1))) break;
    const group = text.slice(at + 1, at + 4);
    if (!isDigit(group.charCodeAt(1)) || !isDigit(group.charCodeAt(2))) break;
    digits += group;
    isGrouped = true;
    at += 4;
  }
  return { digits, end: at, isGrouped };
}

function groupFaultOf(text: string): NumberFault {
  return /^[+\-\u2212]?[\d \u00A0\u202F.,]*%?$/.test(text) ? 'number-grouping' : faultOf(text);
}

/** Thousands set apart by a point, a comma, an apostrophe or a thin space, perhaps with decimals after. */
const OTHER_THOUSANDS = /^[+\-\u2212]?\d{1,3}(?:([.,'’\u2009])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;

function faultOf(text: string): NumberFault {
  if (isMissingMark(text)) return 'cell-missing';
  if (isSpreadsheetError(text)) return 'cell-spreadsheet-error';
  // A cell may be a megabyte, a number is not.
  if (text.length < 40 && OTHER_THOUSANDS.test(text)) return 'number-thousands-sign';
  return /^[+\-\u2212]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text) ? 'number-scientific' : 'number-syntax';
}
