/**
 * Swedish personal identity numbers and coordination numbers (whose day is 60 more): a date of six or eight digits,
 * perhaps a sign, four digits. No part of it may be read two ways, so that a search takes linear time.
 */
const NUMBER =
  /(?<!\d)((?:18|19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))([-+ \u00A0\u2010-\u2015\u2212]?)(\d{4})(?!\d)/g;

/** So far from a character one has to look to tell whether it stands in such a number, and that no digit adjoins it. */
const REACH = 14;

/**
 * The text with four asterisks for the last four digits of each personal number, so that its length stays. Without a
 * sign before them, or with a space, they also have to hold the check digit: an amount may have as many digits.
 */
export function masked(text: string): string {
  // Most texts have no four digits in a row.
  if (!/\d{4}/.test(text)) return text;
  return text.replaceAll(NUMBER, (number, date: string, sign: string, last: string) =>
    /[^ \u00A0]/.test(sign) || hasCheckDigit(date.slice(-6) + last) ? `${date}${sign}****` : number,
  );
}

/** A part of the masked text. It takes no longer where the text around it is long. */
export function maskedPart(text: string, from: number, to: number): string {
  const begin = Math.max(0, from - REACH);
  return masked(text.slice(begin, to + REACH)).slice(from - begin, to - begin);
}

/** Luhn: every other digit is doubled, and the sum of all digits ends with 0. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (const [at, digit] of [...digits].entries()) {
    const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
