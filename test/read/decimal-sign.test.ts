import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOWHERE, type Place } from '../../src/domain/problem.ts';
import { DecimalSign } from '../../src/read/decimal-sign.ts';
import { readNumber } from '../../src/read/number.ts';

const at = (line: number, value: string): Place => ({
  ...NOWHERE,
  file: 'a.csv',
  line,
  column: 'x',
  columnNumber: 1,
  value,
});

/** The sign of a column of cells, one a line from the first. */
function signOf(cells: readonly string[], isCount = false): DecimalSign {
  const decimal = new DecimalSign();
  for (const [index, text] of cells.entries()) {
    const reading = readNumber(text);
    if (typeof reading === 'string') throw new Error(text);
    const place = at(index + 1, text);
    if (reading.sign === null) continue;
    if (reading.isAmbiguous) decimal.doubts({ place, text, isCount });
    else decimal.saw(reading.sign, () => place);
  }
  return decimal;
}
const told = (cells: readonly string[], isCount = false): string[] =>
  signOf(cells, isCount)
    .problems()
    .map(({ code, line }) => `${code} ${line}`);

describe('the decimal sign of a file', () => {
  test('N03 N04 is that of its numbers, and null where none shows it', () => {
    expect(signOf(['1,5', '2']).sign).toBe(',');
    expect(signOf(['1.5', '2']).sign).toBe('.');
    expect(signOf(['1', '1 234']).sign).toBeNull();
    expect(signOf(['1,234']).sign).toBeNull();
    expect(told(['1,5', '2,25', '7'])).toEqual([]);
  });

  test('N04 is the one that most show; each other is named, with the first of those', () => {
    const decimal = signOf(['1.5', '2,5', '3', '4,5', '5.5', '6,5']);
    expect(decimal.sign).toBe(',');
    expect(decimal.problems().map(({ code, line, value, facts }) => [code, line, value, facts])).toEqual([
      ['number-mixed-signs', 1, '1.5', { other: ',', otherLine: 2 }],
      ['number-mixed-signs', 5, '5.5', { other: ',', otherLine: 2 }],
    ]);
  });

  test('N04 is the first where both are as many', () => {
    expect(told(['1,5', '2.5'])).toEqual(['number-mixed-signs 2']);
    expect(told(['2.5', '1,5'])).toEqual(['number-mixed-signs 2']);
  });

  test('N05 nothing settles a lone 1,234, wherever it stands and however many there are', () => {
    const [problem] = signOf(['1,234']).problems();
    expect(problem).toMatchObject({
      code: 'number-ambiguous',
      line: 1,
      facts: { asThousands: '1 234', asDecimal: '1,234', isCount: false },
    });
    expect(told(['1,234', '5,678', '7'])).toEqual(['number-ambiguous 1', 'number-ambiguous 2']);
    expect(told(['1,234', '5.678'])).toEqual(['number-ambiguous 1', 'number-ambiguous 2']);
  });

  test('N05 another cell settles it, before or after', () => {
    expect(told(['1,234', '0,5'])).toEqual([]);
    expect(told(['0.5', '1.234'])).toEqual([]);
    expect(told(['1.234', '0,5'])).toEqual(['number-ambiguous 1']);
  });

  test('N05 N15 a count is never settled, whichever sign other cells show', () => {
    for (const text of ['1,234', '1.234']) {
      const decimal = new DecimalSign();
      decimal.doubts({ place: at(1, text), text, isCount: true });
      decimal.saw(',', () => at(2, '1,5'));
      expect(decimal.problems()).toMatchObject([
        { code: 'number-ambiguous', line: 1, facts: { asThousands: '1 234', asDecimal: text, isCount: true } },
      ]);
    }
  });

  test('N06 of both signs in one cell is not asked for', () => {
    expect([readNumber('1.234,56'), readNumber('1,234.56')]).toEqual([
      'number-thousands-sign',
      'number-thousands-sign',
    ]);
  });

  test('does not depend on the order of rows', () => {
    const cell = fc.constantFrom('1,5', '2,25', '1.5', '2.25', '1,234', '1.234', '7', '0,125');
    const cells = fc.array(cell, { maxLength: 12 });
    const turned = cells.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(turned, ([some, others]) => {
        const counted = (sign: string): number =>
          some.filter((each) => each.includes(sign) && !/^1[.,]234$/.test(each)).length;
        const [left, right] = [signOf(some), signOf(others)];
        const values = (decimal: DecimalSign) =>
          decimal
            .problems()
            .map(({ code, value }) => `${code} ${value}`)
            .sort();
        if (counted(',') === counted('.') && counted(',') > 0) {
          // As many of each are refused in any order, though not the same ones.
          expect(left.problems().length * right.problems().length).toBeGreaterThan(0);
        } else {
          expect(right.sign).toBe(left.sign);
          expect(values(right)).toEqual(values(left));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('remembers a thousand places of each sign, however many cells there are', () => {
    const decimal = new DecimalSign();
    let places = 0;
    for (let line = 1; line <= 50_000; line += 1) {
      decimal.saw(line % 3 === 0 ? '.' : ',', () => {
        places += 1;
        return at(line, 'x');
      });
    }
    expect(decimal.problems().length).toBe(1000);
    expect(places).toBe(2000);
  });
});
