/**
 * All rounding of the program, for people only: once, half away from zero, on the shortest decimal form of the number
 * (so 1.005 to two decimals is 1.01, as it reads, not as it is stored).
 */
export function rounded(value: number, decimals: number): string {
  const { isNegative, digits, point } = decimalForm(value);
  // Digits are the number without its point; `kept` is how many of them stay.
  const kept = point + decimals;
  // A place before the digits or behind them has no code, and does not round up.
  const isUp = digits.charCodeAt(kept) >= 53;
  const head = digits.slice(0, Math.max(0, kept)).padEnd(kept, '0');
  const units = String(BigInt(head) + (isUp ? 1n : 0n)).padStart(decimals + 1, '0');
  const whole = units.slice(0, units.length - decimals);
  const fraction = decimals === 0 ? '' : `.${units.slice(units.length - decimals)}`;
  const sign = isNegative && /[1-9]/.test(units) ? '-' : '';
  return `${sign}${whole}${fraction}`;
}

/** The number whole, as the shortest decimal that reads back to it, never with an exponent. */
export function plainDecimal(value: number): string {
  const { isNegative, digits, point } = decimalForm(value);
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = '0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point));
  return `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A number as digits, the last of which is no 0 unless it is the only one, and the place of its decimal point among them. */
function decimalForm(value: number): { isNegative: boolean; digits: string; point: number } {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return { isNegative: value < 0, digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** A no-break space, so that a number is never broken over two lines; it reads back as a separator of thousands. */
const THOUSANDS = '\u00A0';

/** For people: rounded, thousands apart, the language's decimal sign, a true minus. */
export function forPeople(value: number, decimals: number, decimalSign: ',' | '.'): string {
  const text = rounded(value, decimals);
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, THOUSANDS);
  const sign = text.startsWith('-') ? '\u2212' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `${decimalSign}${fraction}`}`;
}

/** More decimals than this tell nobody anything. */
const MOST_DECIMALS = 6;

/** Two numbers for people, with as many decimals more as it takes to tell them apart. */
export function told(from: number, to: number, decimals: number, decimalSign: ',' | '.'): readonly [string, string] {
  for (let more = decimals; more <= MOST_DECIMALS; more++) {
    const [left, right] = [forPeople(from, more, decimalSign), forPeople(to, more, decimalSign)];
    if (left !== right) return [left, right];
  }
  return [forPeople(from, decimals, decimalSign), forPeople(to, decimals, decimalSign)];
}

/** How many decimals show six digits of the number, so that a calculator agrees: none from 100 000 on, more below. */
export function decimalsForSixDigits(value: number): number {
  if (Number.isInteger(value)) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return Math.min(8, Math.max(0, 5 - magnitude));
}
