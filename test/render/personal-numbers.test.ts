import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masked, maskedPart } from '../../src/render/personal-numbers.ts';

describe('a personal number', () => {
  test.each([
    ['with a century', '19811228-9874', '19811228-****'],
    ['without one', '811228-9874', '811228-****'],
    ['of somebody above a hundred', '191228+9874', '191228+****'],
    ['of twelve digits', '198112289874', '19811228****'],
    ['of ten digits', '8112289874', '811228****'],
    ['of coordination', '701063-2391', '701063-****'],
    ['of coordination, of twelve digits', '197010632391', '19701063****'],
    ['with a sign whose check digit is wrong', '811228-9875', '811228-****'],
    ['with a dash', '811228–9874', '811228–****'],
    ['among cells', 'JOB;811228-9874;8112289874;1', 'JOB;811228-****;811228****;1'],
    ['among letters', 'nr811228-9874x', 'nr811228-****x'],
    ['twice', '811228-9874 701063-2391', '811228-**** 701063-****'],
    ['before decimals or the next cell', '8112289874,5', '811228****,5'],
  ])('X17 %s is masked', (_, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test.each([
    ['nothing', ''],
    ['an amount of ten digits', '8112289875'],
    ['an amount of twelve digits', '198112289875'],
    ['a date', '1981-12-28'],
    ['a date of digits', '19811228'],
    ['a month that is none', '811328-9874'],
    ['a day that is none', '811232-9874'],
    ['a day of coordination that is none', '811292-9874'],
    ['a day 0', '811200-9874'],
    ['another century', '17811228-9874'],
    ['digits before it', '9811228-9874'],
    ['digits after it', '811228-98745'],
    ['a span of months', '2023-01–2023-12'],
    ['a span of years', '2022-2023'],
    ['five digits', '81122-9874'],
  ])('is not %s', (_, text) => {
    expect(masked(text)).toBe(text);
  });

  test('keeps the length of the text, and none of its last digits', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    const number = fc
      .record({ day: fc.integer({ min: 1, max: 28 }), isOf: fc.boolean(), year: digits(2), last: digits(4) })
      .map(({ day, isOf, year, last }) => `${year}07${String(day + (isOf ? 60 : 0)).padStart(2, '0')}-${last}`);
    const around = fc.stringMatching(/^[a-z;, ]{0,5}$/);
    fc.assert(
      fc.property(around, number, around, (before, own, after) => {
        expect(masked(before + own + after)).toBe(`${before}${own.slice(0, 7)}****${after}`);
      }),
    );
  });

  test('without a sign has one check digit of ten, by the table of doubled digits', () => {
    const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
    fc.assert(
      fc.property(fc.stringMatching(/^\d\d(?:0[1-9])(?:1[0-9])$/), fc.stringMatching(/^\d{3}$/), (date, birth) => {
        const sum = [...(date + birth)].reduce(
          (total, digit, at) => total + (at % 2 === 0 ? (DOUBLED[Number(digit)] as number) : Number(digit)),
          0,
        );
        const check = (10 - (sum % 10)) % 10;
        for (let last = 0; last < 10; last += 1) {
          const number = `${date}${birth}${last}`;
          expect(masked(number)).toBe(last === check ? `${date}****` : number);
        }
      }),
    );
  });

  test('is masked in a part of a text as in the whole', () => {
    const unit = fc.constantFrom('811228-9874', '8112289874', '197010632391', '1', '12', '-', ';', 'a', '811228');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), fc.nat(60), fc.nat(60), (parts, from, length) => {
        const text = parts.join('');
        expect(maskedPart(text, from, from + length)).toBe(masked(text).slice(from, from + length));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['digits', '1'],
    ['beginnings', '811228-'],
    ['numbers', '811228-9874;'],
    ['dates', '811228'],
  ])('is sought in a megabyte of %s in no time', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const start = performance.now();
    expect(masked(text)).toHaveLength(text.length);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
