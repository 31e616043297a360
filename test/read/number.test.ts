import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isMissingMark,
  isSpreadsheetError,
  type NumberFault,
  type NumberReading,
  readNumber,
} from '../../src/read/number.ts';

const NBSP = '\u00A0';
const NARROW = '\u202F';
const MINUS = '\u2212';

function reading(text: string, power = 0): NumberReading {
  const found = readNumber(text, power);
  if (typeof found === 'string') throw new Error(`${JSON.stringify(text)} was refused: ${found}`);
  return found;
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('a number is accepted', () => {
  test.each<[string, string, number, NumberReading['sign']]>([
    ['a digit', '0', 0, null],
    ['a count', '1234', 1234, null],
    ['N01 a space between thousands', '1 234', 1234, null],
    ['N01 a no-break space between thousands', `1${NBSP}234`, 1234, null],
    ['N01 a narrow no-break space between thousands', `1${NARROW}234`, 1234, null],
    ['N01 several groups', '12 345 678', 12345678, null],
    ['N01 groups with different spaces', `1 234${NBSP}567`, 1234567, null],
    ['N01 three digits before the first group', '123 456', 123456, null],
    ['N03 a decimal comma', '1,5', 1.5, ','],
    ['N03 two decimals, nothing lost', '2523,00', 2523, ','],
    ['N04 a decimal point', '1.5', 1.5, '.'],
    ['N06 groups and a decimal comma', '1 234,56', 1234.56, ','],
    ['N06 groups and a decimal point', '1 234.56', 1234.56, '.'],
    ['N11 a hyphen as minus', '-5', -5, null],
    ['N11 a true minus', `${MINUS}5`, -5, null],
    ['N11 our own output', `${MINUS}1${NBSP}234,5`, -1234.5, ','],
    ['N12 a plus', '+5', 5, null],
    ['N21 leading zeros', '007', 7, null],
    ['a leading zero with decimals', '00,50', 0.5, ','],
    ['zero with decimals', '0,0', 0, ','],
    ['N17 more decimals than a double holds', '0,1000000000000000000001', 0.1, ','],
    ['the largest whole double', '9007199254740992', 9007199254740992, null],
  ])('%s: %j', (_, text, value, sign) => {
    expect(reading(text)).toMatchObject({ value, sign, isPercent: false });
  });

  test('a negative zero is 0', () => {
    expect(Object.is(reading('-0').value, 0)).toBe(true);
    expect(Object.is(reading(`${MINUS}0,00`).value, 0)).toBe(true);
    expect(Object.is(reading('-0 %').value, 0)).toBe(true);
  });

  test.each([
    ['35 %', 0.35],
    ['35%', 0.35],
    ['35,0 %', 0.35],
    [`35${NBSP}%`, 0.35],
    [`35${NARROW}%`, 0.35],
    ['0 %', 0],
    ['100 %', 1],
    ['100,1 %', 1.001],
    ['12.5%', 0.125],
    ['1 000 %', 10],
    ['-5 %', -0.05],
  ])('N07 per cent: %j', (text, value) => {
    expect(reading(text)).toMatchObject({ value, isPercent: true });
  });

  test('N16 forty digits are read, for the bounds to refuse', () => {
    expect(reading('1234567890123456789012345678901234567890').value).toBe(1.2345678901234568e39);
    expect(reading('9'.repeat(400)).value).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a number is refused', () => {
  test.each<[string, string, NumberFault]>([
    ['N01 an apostrophe between thousands', "1'234", 'number-thousands-sign'],
    ['N01 a thin space between thousands', '1\u2009234', 'number-thousands-sign'],
    ['N01 a tab between thousands', '1\t234', 'number-syntax'],
    ['N02 a group of two', '12 34', 'number-grouping'],
    ['N02 a group of four', '1 2345', 'number-grouping'],
    ['N02 a short last group', '1 23', 'number-grouping'],
    ['N02 a short last group after a sound one', '1 234 56', 'number-grouping'],
    ['N02 four digits before a group', '1234 567', 'number-grouping'],
    ['N02 two spaces', '1  234', 'number-grouping'],
    ['N02 a short group before decimals', '1 23,5', 'number-grouping'],
    ['N02 a short group before per cent', '1 23 %', 'number-grouping'],
    ['N02 groups among the decimals', '0,123 456', 'number-grouping'],
    ['N06 a point between thousands', '1.234,56', 'number-thousands-sign'],
    ['N06 a comma between thousands', '1,234.56', 'number-thousands-sign'],
    ['N06 points between thousands', '1.234.567', 'number-thousands-sign'],
    ['N01 a typographic apostrophe between thousands', '1’234’567', 'number-thousands-sign'],
    ['N01 an apostrophe between thousands, and decimals', "12'345,5", 'number-thousands-sign'],
    ['N06 commas between thousands, below zero', '-1,234,567', 'number-thousands-sign'],
    ['N06 a point and a comma between thousands', '1.234,567.8', 'number-syntax'],
    ['N06 points between groups of two', '1.23.45', 'number-syntax'],
    ['N11 brackets for below zero', '(5)', 'number-syntax'],
    ['N11 a minus behind', '5-', 'number-syntax'],
    ['N11 an en dash for a minus', '\u20135', 'number-syntax'],
    ['N11 a minus and a space', '- 5', 'number-syntax'],
    ['N12 NaN', 'NaN', 'number-syntax'],
    ['N12 Infinity', 'Infinity', 'number-syntax'],
    ['N12 -inf', '-inf', 'number-syntax'],
    ['N12 hexadecimal', '0x10', 'number-syntax'],
    ['N12 binary', '0b1', 'number-syntax'],
    ['N12 an underscore', '1_000', 'number-syntax'],
    ['N12 full-width digits', '１２', 'number-syntax'],
    ['N12 Arabic digits', '٣', 'number-syntax'],
    ['N12 a fraction sign', '½', 'number-syntax'],
    ['N12 two commas', '1,2,3', 'number-syntax'],
    ['N12 no digit before the comma', ',5', 'number-syntax'],
    ['N12 no digit after the comma', '5,', 'number-syntax'],
    ['N12 no digit after the point', '5.', 'number-syntax'],
    ['N12 two signs', '--5', 'number-syntax'],
    ['N12 plus and minus', '+-5', 'number-syntax'],
    ['N12 a sign alone', '+', 'number-syntax'],
    ['N12 a backtick', '` 5', 'number-syntax'],
    ['N12 a unit apart', '5 st', 'number-syntax'],
    ['N12 a unit', '5kr', 'number-syntax'],
    ['N12 per cent twice', '5 %%', 'number-syntax'],
    ['N12 per cent before', '%5', 'number-syntax'],
    ['N12 per thousand', '5 ‰', 'number-syntax'],
    ['N13 nothing', '', 'cell-missing'],
    ['N13 a hyphen', '-', 'cell-missing'],
    ['N13 an en dash', '–', 'cell-missing'],
    ['N13 two points', '..', 'cell-missing'],
    ['N13 a point', '.', 'cell-missing'],
    ['N13 three points', '...', 'cell-missing'],
    ['N13 an ellipsis', '…', 'cell-missing'],
    ['N13 x', 'x', 'cell-missing'],
    ['N13 X', 'X', 'cell-missing'],
    ['N13 saknas', 'Saknas', 'cell-missing'],
    ['N13 NA', 'NA', 'cell-missing'],
    ['N13 n/a', 'n/a', 'cell-missing'],
    ['N18 hours', '1,5 h', 'number-syntax'],
    ['N18 hours and minutes', '1:30', 'number-syntax'],
    ['N18 hours, minutes, seconds', '01:30:00', 'number-syntax'],
    ['N18 minutes', '90 min', 'number-syntax'],
    ['N12 1e3', '1e3', 'number-scientific'],
    ['N12 1e999', '1e999', 'number-scientific'],
    ['N20 as a Swedish Excel shortens it', '1,2E+05', 'number-scientific'],
    ['N20 with a point', '1.2e-5', 'number-scientific'],
    ['N20 below zero', '-1,2E+05', 'number-scientific'],
    ['N20 no digits in the exponent', '1e', 'number-syntax'],
    ['N22 a zero-width space', '5\u200B', 'number-syntax'],
    ['N22 a soft hyphen', '1\u00AD234', 'number-syntax'],
    ['N22 a NUL', '12\u0000', 'number-syntax'],
    ['a line break', '1\n234', 'number-syntax'],
    ['a word', 'abc', 'number-syntax'],
  ])('%s: %j', (_, text, fault) => {
    expect(readNumber(text)).toBe(fault);
  });

  test.each([
    '#DIV/0!',
    '#N/A',
    '#REF!',
    '#VALUE!',
    '#NAME?',
    '#NUM!',
    '#NULL!',
    '#SPILL!',
    '#DIVISION/0!',
    '#SAKNAS!',
    '#REFERENS!',
    '#VÄRDEFEL!',
    '#NAMN?',
    '#OGILTIGT!',
    '####',
    '##########',
    `#${'A'.repeat(18)}`,
  ])('N14 an error of a spreadsheet: %s', (text) => {
    expect(readNumber(text)).toBe('cell-spreadsheet-error');
    expect(isSpreadsheetError(text)).toBe(true);
  });

  test.each(['#', '# preliminär', '#12 kr', `#${'A'.repeat(19)}`, 'N/A!'])('but %j is no such error', (text) => {
    expect(isSpreadsheetError(text)).toBe(false);
    expect(readNumber(text)).toBe('number-syntax');
  });

  test('a mark for missing is never a number, and no number is such a mark', () => {
    for (const mark of ['', '-', '–', '..', '.', '...', '…', 'x', 'na', 'n/a', 'saknas', 'NA', 'SAKNAS']) {
      expect(isMissingMark(mark)).toBe(true);
    }
    for (const text of ['0', '-0', '--', '....', 'nan', 'null', ' ']) expect(isMissingMark(text)).toBe(false);
  });
});

describe('N05 one thousand, or one and some', () => {
  test.each(['1,234', '1.234', '12,345', '999.999', '-1,234', '+1.234', '1,000', '1,234 %'])(
    '%s is ambiguous',
    (text) => {
      expect(reading(text).isAmbiguous).toBe(true);
    },
  );

  test.each(['0,234', '0.234', '1,23', '1,2345', '1234,567', '1 234,567', '1234', '1 234', '012,345', '1,5'])(
    '%s is not',
    (text) => {
      expect(reading(text).isAmbiguous).toBe(false);
    },
  );
});

describe('a unit of thousands or millions', () => {
  test.each([
    ['1,1', 6, 1_100_000],
    ['0,1', 3, 100],
    ['2,3', 6, 2_300_000],
    ['4,35', 3, 4_350],
    ['1 234,567', 3, 1_234_567],
    ['8,2', 6, 8_200_000],
    ['0,000001', 6, 1],
    ['12', 3, 12_000],
    ['-1,005', 3, -1_005],
  ])('%s with power %i is %i, without a rounding of its own', (text, power, value) => {
    expect(reading(text, power).value).toBe(value);
  });

  test('shifts the decimal sign of any decimal number', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 999_999_999 }),
        fc.nat({ max: 9 }),
        fc.constantFrom(0, 3, 6),
        (digits, places, power) => {
          const padded = String(digits).padStart(places + 1, '0');
          const whole = padded.slice(0, padded.length - places);
          const text = places === 0 ? whole : `${whole},${padded.slice(padded.length - places)}`;
          expect(reading(text, power).value).toBe(Number(`${digits}e${power - places}`));
        },
      ),
    );
  });
});

describe('whatever is written', () => {
  const grouped = fc
    .tuple(fc.nat({ max: 999_999_999 }), fc.constantFrom('', ' ', NBSP, NARROW), fc.constantFrom('', '-', '+', MINUS))
    .map(([value, space, sign]) => ({
      value: sign === '-' || sign === MINUS ? 0 - value : value,
      text: sign + String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, space),
    }));

  test('whole numbers read back with any sign and any allowed space', () => {
    fc.assert(
      fc.property(grouped, ({ value, text }) => {
        expect(reading(text).value).toBe(value);
      }),
    );
  });

  test('shortest decimals read back to the same double', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), fc.constantFrom(',', '.'), (value, sign) => {
        expect(reading(String(value).replace('.', sign)).value).toBe(value);
      }),
    );
  });

  test('the answer is a finite or overflowed number, or a fault, and never NaN', () => {
    const characters = fc.constantFrom(...`0123456789 ,.-+%e#x'${NBSP}${NARROW}${MINUS}åk\n`);
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        const found = readNumber(text);
        if (typeof found === 'string') expect(found).toMatch(/^(?:cell|number)-[a-z-]+$/);
        else expect(Number.isNaN(found.value)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('a letter anywhere is never part of a number', () => {
    fc.assert(
      fc.property(
        grouped,
        fc.constantFrom('a', 'o', 'O', 'l', 'h', 'å', '£', '€', '_'),
        fc.nat(),
        ({ text }, letter, at) => {
          const place = at % (text.length + 1);
          expect(typeof readNumber(text.slice(0, place) + letter + text.slice(place))).toBe('string');
        },
      ),
    );
  });
});

describe('hostile cells', () => {
  test.each<[string, string, NumberFault | 'read']>([
    ['fifty thousand spaces', `1${' '.repeat(50_000)}1`, 'number-grouping'],
    ['fifty thousand spaces and a letter', `1${' '.repeat(50_000)}x`, 'number-syntax'],
    ['a hundred thousand digits', '1'.repeat(100_000), 'read'],
    ['a hundred thousand digits and a letter', `${'1'.repeat(100_000)}x`, 'number-syntax'],
    ['a hundred thousand decimals', `0,${'1'.repeat(100_000)}`, 'read'],
    ['a hundred thousand decimals and an e', `0,${'1'.repeat(100_000)}e`, 'number-syntax'],
    ['fifty thousand groups', `1${' 111'.repeat(50_000)}`, 'read'],
    ['fifty thousand groups and a letter', `1${' 111'.repeat(50_000)}x`, 'number-syntax'],
    ['fifty thousand lone digits', '1 '.repeat(50_000), 'number-grouping'],
    ['a hundred thousand per cent', '%'.repeat(100_000), 'number-syntax'],
    ['a hundred thousand brackets', '('.repeat(100_000), 'number-syntax'],
    ['a hundred thousand number signs', '#'.repeat(100_000), 'number-syntax'],
    ['a hundred thousand commas', `1${',1'.repeat(50_000)}`, 'number-syntax'],
  ])('%s take no time', (_, text, expected) => {
    let found: ReturnType<typeof readNumber> = 'number-syntax';
    expect(
      milliseconds(() => {
        found = readNumber(text);
      }),
    ).toBeLessThan(1000);
    expect(typeof found === 'string' ? found : 'read').toBe(expected);
  });
});

describe('what stands beside a number is not overlooked', () => {
  test.each<[string, NumberFault]>([
    ['1 x23', 'number-syntax'],
    ['1 2x3', 'number-syntax'],
    ['1 23x', 'number-syntax'],
    ['1 23', 'number-grouping'],
    ['1 2345', 'number-grouping'],
    ['1 234 5', 'number-grouping'],
    ['1 2345,5', 'number-grouping'],
    ['-1 23', 'number-grouping'],
    ['+1 23', 'number-grouping'],
    ['x1 23', 'number-syntax'],
    ['12e5', 'number-scientific'],
    ['12,25e5', 'number-scientific'],
    ['-1e-5', 'number-scientific'],
    ['x1e5', 'number-syntax'],
    ['1e5x', 'number-syntax'],
    ['#REF!', 'cell-spreadsheet-error'],
    ['#REF! 1', 'number-syntax'],
    ['1#REF!', 'number-syntax'],
    [`123${'.000'.repeat(9)}`, 'number-thousands-sign'],
    [`-123${'.000'.repeat(9)}`, 'number-syntax'],
  ])('%s is %s', (text, fault) => {
    expect(readNumber(text)).toBe(fault);
  });
});

test.each([
  ['#REF!', true],
  ['#####', true],
  ['#N/A', true],
  ['x#REF!', false],
  ['#REF! x', false],
  ['##a', false],
  ['#', false],
])('%j being the error value of a spreadsheet is %s', (text, isError) => {
  expect(isSpreadsheetError(text)).toBe(isError);
});
