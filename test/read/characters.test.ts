import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterFault, hiddenFault, isMojibake } from '../../src/read/characters.ts';
import { seenAsWindows1252, utf8 } from './encodings.ts';

describe('the characters of a key', () => {
  test.each([
    'JOB',
    '104',
    'Stockholm Gotland',
    'Västra Götaland',
    'Öst',
    "O'Hara",
    'O’Hara',
    'A-kassa (ny)',
    '1½',
    'Łódź',
    'Škoda',
    'Größe',
    '2023–2025',
    '§ 5 – ny',
    '«halv',
    "'",
    '',
  ])('%j are sound', (text) => {
    expect(characterFault(text)).toBeNull();
  });

  test.each<[string, string, string]>([
    ['B11 a soft hyphen', 'Nor\u00ADd', 'U+00AD'],
    ['B11 a zero-width space', 'Nord\u200B', 'U+200B'],
    ['B11 a zero-width joiner', '\u200DNord', 'U+200D'],
    ['B11 a right-to-left mark', 'Nord\u200F', 'U+200F'],
    ['an Arabic letter mark', 'Nord\u061C', 'U+061C'],
    ['a right-to-left override', '\u202ENord', 'U+202E'],
    ['a direction isolate', 'No\u2066rd', 'U+2066'],
    ['a word joiner', 'No\u2060rd', 'U+2060'],
    ['a byte order mark within', 'No\uFEFFrd', 'U+FEFF'],
    ['a variation selector', 'Nord\uFE0F', 'U+FE0F'],
    ['a grapheme joiner', 'No\u034Frd', 'U+034F'],
    ['a Hangul filler', 'Nord\u3164', 'U+3164'],
    ['a tag', 'Nord\u{E0041}', 'U+E0041'],
    ['a line separator', 'No\u2028rd', 'U+2028'],
    ['E12 a NUL', 'No\u0000rd', 'U+0000'],
    ['a tab', 'No\trd', 'U+0009'],
    ['an escape', '\u001B[2J', 'U+001B'],
    ['a delete', 'No\u007Frd', 'U+007F'],
    ['a C1 control', 'No\u009Brd', 'U+009B'],
    ['N22 a zero-width space behind a number', '5\u200B', 'U+200B'],
  ])('%s is hidden', (_, text, codePoint) => {
    expect(characterFault(text)).toEqual({ code: 'hidden-character', facts: { codePoint } });
    expect(hiddenFault(text)).toEqual({ code: 'hidden-character', facts: { codePoint } });
  });

  test.each([
    ['B10 a Cyrillic A', '\u041012', '\u0410', 'U+0410'],
    ['B10 a Cyrillic a', 'Kalm\u0430r', '\u0430', 'U+0430'],
    ['B10 a Greek O', 'J\u039FB', '\u039F', 'U+039F'],
    ['B10 full-width letters', '\uFF2A\uFF2F\uFF22', '\uFF2A', 'U+FF2A'],
    ['B10 full-width digits', '1\uFF1004', '\uFF10', 'U+FF10'],
    ['B10 Arabic digits', '1\u06604', '\u0660', 'U+0660'],
    ['B10 a ligature', 'Of\uFB01s', '\uFB01', 'U+FB01'],
    ['B10 a mathematical letter', 'J\u{1D40E}B', '\u{1D40E}', 'U+1D40E'],
    ['a mark that no letter takes', 'Q\u0302', '\u0302', 'U+0302'],
    // What is no letter yet is one to the next Node, which must not tell otherwise of the same file.
    ['R6 a letter that Unicode does not have yet', 'A\u0378', '\u0378', 'U+0378'],
    ['R6 a Latin letter that not every Node knows', 'A\uA7CB', '\uA7CB', 'U+A7CB'],
  ])('%s looks like another', (_, text, character, codePoint) => {
    expect(characterFault(text)).toEqual({ code: 'key-look-alike', facts: { character, codePoint } });
    expect(hiddenFault(text)).toBeNull();
  });

  test.each([
    ["'Nord'", "'"],
    ['’Nord’', '’'],
    ['”Nord”', '”'],
    ['“Nord”', '“'],
    ['„Nord”', '„'],
    ['«Nord»', '«'],
    ['»Nord»', '»'],
    ['`Nord´', '`'],
    ["'Region; Nord'", "'"],
    ["''", "'"],
  ])('S11 %s stands within marks that are none', (text, character) => {
    expect(characterFault(text)).toEqual({ code: 'quote-foreign', facts: { character } });
  });

  test('a line break is said to be one', () => {
    expect(characterFault('No\nrd')).toEqual({ code: 'cell-line-break', facts: {} });
    expect(hiddenFault('5\n6')).toEqual({ code: 'cell-line-break', facts: {} });
  });

  test('what nobody sees is said before what looks like something else', () => {
    expect(characterFault('\u0410\u200B')).toMatchObject({ code: 'hidden-character' });
  });
});

describe('E09 text in UTF-8 that was read as Windows-1252', () => {
  test.each([
    'Ã–rebro',
    'MalmÃ¶',
    'VÃ¤st',
    'mÃ¥nad',
    'Ã…re',
    'Ã„lvdalen',
    'idÃ©',
    'SkÃ¥ne Â», Ã',
    '5 â€“ 6',
    'Oâ€™Hara',
    'Ã',
  ])('%s is garbled', (text) => {
    expect(isMojibake(text)).toBe(true);
    expect(characterFault(text.trim())).toMatchObject({ code: 'text-garbled', facts: {} });
  });

  test.each(['Örebro', 'Ängelholm', 'Éire', 'São Paulo', 'Âge', 'Ãlvaro', 'â', 'crêpe', 'Trângselskatt'])(
    '%s is not',
    (text) => {
      expect(isMojibake(text)).toBe(false);
      expect(characterFault(text)).toBeNull();
    },
  );

  test.each([...'åäöÅÄÖéÉüÜ–’“”€', '\u00A0'])('%s is known again', (letter) => {
    const text = seenAsWindows1252(utf8(`a${letter}b`));
    expect([letter, text, isMojibake(text)]).toEqual([letter, text, true]);
  });
});

describe('whatever the text', () => {
  test('a sound one has no fault however often it is repeated, and a fault stays one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'å', ' ', '1', '-', '\u0410', '\u200B', 'Ã', '¥') }),
        (text) => {
          const fault = characterFault(text);
          const twice = characterFault(`${text}${text}`);
          if (fault === null && !text.endsWith('Ã')) expect(twice).toBeNull();
          else if (fault?.code === 'hidden-character' || fault?.code === 'key-look-alike') {
            expect(twice?.code === fault.code || twice?.code === 'text-garbled').toBe(true);
          }
        },
      ),
    );
  });

  test.each<[string, string]>([
    ['letters', 'a'.repeat(1_000_000)],
    ['Ã', 'Ã'.repeat(1_000_000)],
    ['quotation marks', '”'.repeat(1_000_000)],
    ['marks', `a${'\u0301'.repeat(200_000)}`],
    ['ligatures', 'ﬁ'.repeat(1_000_000)],
  ])('F28 takes no time for a million %s', (_, text) => {
    const start = performance.now();
    characterFault(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('quotation marks at one end only', () => {
  test.each(["d'Arc'", "'tis so", "'a' b", '»a« b', 'a »b«'])('are none: %s', (text) => {
    expect(characterFault(text)).toBeNull();
  });
});

test.each(["x'a'", "'a'x", "x'a'x"])('quotation marks within a key, as in %s, are none around it', (text) => {
  expect(characterFault(text)).toBeNull();
});
