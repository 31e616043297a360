import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guarded, unguarded } from '../../src/domain/spreadsheet-guard.ts';

/** What acts, what is passed over before it, and what makes another cell or line of what follows. */
const PARTS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '::',
  '##',
  '[',
  'vso[',
  ...'\'" \u00A0\u2002\u3000;,\t\n:#a1',
];
const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(...PARTS), fc.string()), maxLength: 14 });

/** Whether anything of a text would act: as a cell, as one of the cells that another delimiter makes of it, as a line. */
function acts(text: string): boolean {
  const cells = text.split(/[;,\t\n]/).map((cell) => cell.replace(/^(?:\s|")+/, ''));
  return cells.some((cell) => /^(?:[=+\-@＝＋－＠]|::)/.test(cell)) || /##(?:vso)?\[/.test(text);
}

describe('a text for a spreadsheet', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['-12,5', "'-12,5"],
    ['  =1', "'  =1"],
    ['"=1"', '\'"=1"'],
    ['\t=1', "'\t'=1"],
    ['\tSyd', "'\tSyd"],
    [';=1', ";'=1"],
    ['Syd;  +1,-2', "Syd;'  +1,'-2"],
    ['Syd\n@SUM(A1)', "Syd\n'@SUM(A1)"],
    ['::error::x', "'::error::x"],
    ['Syd\n::error::x', "Syd\n'::error::x"],
    ['a ##[error]x', "a ##'[error]x"],
    ['##vso[task]', "##'vso[task]"],
    ['\u3000=1', "'\u3000=1"],
    ['Syd\n\u2002::error::x', "Syd\n'\u2002::error::x"],
    ["'=1", "''=1"],
    ["##'[x]", "##''[x]"],
  ])('X03 X10 %j is guarded as %j', (text, shown) => {
    expect(guarded(text)).toBe(shown);
    expect(unguarded(shown)).toBe(text);
  });

  test.each(['', 'Syd', 'a=b', 'a-b', 'a::b', '#[x]', "'Syd'", 'Syd, Nord', '(=1)', '\u22125', '#SAKNAS!'])(
    '%j needs no guard',
    (text) => {
      expect(guarded(text)).toBe(text);
      expect(unguarded(text)).toBe(text);
    },
  );

  test('X03 never acts, and is the same without its guards, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(acts(guarded(text))).toBe(false);
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('has no guard that it does not need', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!acts(text) && !/^(?:[^\S\t\n]|['"])*[\t\n]/.test(text) && !text.includes("'"));
        expect(guarded(text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
