import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blanks,
  cut,
  forTerminal,
  type Indent,
  linesForTerminal,
  withoutEnd,
  wrapped,
} from '../../src/render/terminal-text.ts';
import { anyCharacter } from '../domain/any-text.ts';

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** Characters that act on a terminal, or that nobody sees, block by block. */
const ACTIVE = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  '\u00AD',
  '\u034F',
  '\u061C',
  '\u180E',
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x206f),
  '\u3164',
  ...range(0xfe00, 0xfe0f),
  '\uFEFF',
  ...range(0xfff9, 0xfffb),
  '\u{E0001}',
  ...range(0xe0020, 0xe007f),
  '\u{E0100}',
];
const active = new Set(ACTIVE);

describe('text on its way to a terminal', () => {
  test.each<[string, string, string]>([
    ['X01 a title', '\u001B]0;pwn\u0007', '\\x1B]0;pwn\\x07'],
    ['X01 a cleared screen', '\u001B[2J', '\\x1B[2J'],
    ['X01 the clipboard', '\u001B]52;c;eA==\u0007', '\\x1B]52;c;eA==\\x07'],
    ['X01 a link', '\u001B]8;;http://e\u001B\\', '\\x1B]8;;http://e\\x1B\\'],
    ['X01 a C1 sequence', '\u009B31m', '\\x9B31m'],
    ['X01 a carriage return', 'Syd\rNord', 'Syd\\x0DNord'],
    ['X01 a backspace', 'Syd\b\b', 'Syd\\x08\\x08'],
    ['X01 a delete', 'Syd\u007F', 'Syd\\x7F'],
    ['X10 a command of another runner', '##[error]x ##vso[task]', '#\\x23[error]x #\\x23vso[task]'],
    ['X10 a line of its own', 'Syd\n::error::x', 'Syd\\x0A:\\x3Aerror:\\x3Ax'],
    ['E12 a NUL', '12\u0000', '12\\x00'],
    ['X02 an override', '\u202Edys', '\\u{202E}dys'],
    ['X02 an isolate', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['X02 an Arabic letter mark', 'a\u061Cb', 'a\\u{61C}b'],
    ['X02 a zero-width space', 'Syd\u200B', 'Syd\\u{200B}'],
    ['X02 a byte order mark', '\uFEFFSyd', '\\u{FEFF}Syd'],
    ['X02 a variation selector', 'a\uFE0F', 'a\\u{FE0F}'],
    ['X02 a soft hyphen', 'Nor\u00ADd', 'Nor\\xADd'],
    ['X02 a tag', 'a\u{E0041}', 'a\\u{E0041}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
  ])('%s is shown', (_, text, shown) => {
    expect(forTerminal(text)).toBe(shown);
  });

  test.each(['', 'Västra Götaland', '1\u00A0234,5', '\u22125', '„a“ – b…', '日本', 'e\u0301', '😀', '50 % \\ "x" :'])(
    '%j stays as it is',
    (text) => {
      expect(forTerminal(text)).toBe(text);
    },
  );

  test('has no character left that acts or hides', () => {
    const unit = fc.oneof(fc.constantFrom(...ACTIVE), fc.constantFrom('a', 'å', ' ', '\\', '日', '😀'));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        for (const character of forTerminal(text)) expect(active.has(character)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('has no control, no direction mark and nothing ignorable left, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 30 }), (text) => {
        const shown = forTerminal(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
        expect(forTerminal(shown)).toBe(shown);
      }),
      { numRuns: 1000 },
    );
  });

  test('shows each of them, one by one', () => {
    for (const character of ACTIVE) {
      expect(forTerminal(`a${character}b`)).toMatch(/^a\\(?:x[0-9A-F]{2}|u\{[0-9A-F]{3,5}\})b$/);
    }
  });
});

describe('a text of several lines', () => {
  test('keeps its own line ends, and no other character that acts', () => {
    expect(linesForTerminal('usage:\n\n  resurs\u001B[2J\r\n')).toBe('usage:\n\n  resurs\\x1B[2J\\x0D\n');
  });

  test('is without the space at its end, and with that before it', () => {
    expect(withoutEnd(forTerminal('  a b  '))).toBe('  a b');
    expect(blanks(0)).toBe('');
    expect(blanks(3)).toBe('   ');
  });
});

describe('a text that is cut', () => {
  test.each<[string, number, string]>([
    ['', 5, ''],
    ['abcde', 5, 'abcde'],
    ['abcdef', 5, 'abcd…'],
    ['åäö', 2, 'å…'],
    ['😀😀😀', 3, '😀😀😀'],
    ['😀😀😀😀', 3, '😀😀…'],
    ['abc', 1, '…'],
    ['abc', 0, '…'],
    ['', 0, ''],
    ['a😀😀', 2, 'a…'],
    ['😀😀a', 3, '😀😀a'],
  ])('%j to %i is %j', (text, most, expected) => {
    expect(cut(text, most)).toBe(expected);
  });

  test('F08 of a megabyte takes no time', () => {
    const start = performance.now();
    expect(cut('å'.repeat(1_000_000), 80)).toBe(`${'å'.repeat(79)}…`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('is never longer, and begins as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = cut(text, most);
        expect([...short].length).toBeLessThanOrEqual(Math.max(most, 0));
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
        expect(short === text || short.endsWith('…')).toBe(true);
      }),
    );
  });
});

describe('wrapped text', () => {
  test.each<[string, number, Indent, string]>([
    ['', 10, '', ''],
    ['one', 10, '', 'one'],
    ['one two', 7, '', 'one two'],
    ['one two', 6, '', 'one\ntwo'],
    ['one two three', 7, '  ', 'one two\n  three'],
    ['unbreakable', 5, '', 'unbreakable'],
    ['a unbreakable b', 5, '', 'a\nunbreakable\nb'],
    ['1\u00A0234 timmar', 5, '', '1\u00A0234\ntimmar'],
    ['a b c d', 3, '', 'a b\nc d'],
    ['a b c d', 3, ' ', 'a b\n c\n d'],
  ])('%j in %i, indented by %j, is %j', (text, width, indent, lines) => {
    expect(wrapped(text, width, indent)).toBe(lines);
  });

  const INDENTS: readonly Indent[] = ['', ' ', '  ', '   ', '    '];
  const word = fc.string({ unit: fc.constantFrom('a', 'å', '\u00A0', '1'), minLength: 1, maxLength: 14 });

  test('has no line over the width, unless one word is', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 4 }),
        (words, width, depth) => {
          const indent = INDENTS[depth] as Indent;
          const lines = wrapped(words.join(' '), width, indent).split('\n');
          for (const [index, line] of lines.entries()) {
            if (index > 0) expect(line.startsWith(indent)).toBe(true);
            const own = index === 0 ? line : line.slice(depth);
            if (own.includes(' ')) expect(line.length).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });

  test('has the same words in the same order, and as few lines as there can be', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 30 }), (words, width) => {
        const lines = wrapped(words.join(' '), width).split('\n');
        expect(lines.flatMap((line) => line.split(' '))).toEqual(words);
        for (const [index, line] of lines.slice(1).entries()) {
          const before = lines[index] as string;
          expect(before.length + 1 + (line.split(' ')[0] as string).length).toBeGreaterThan(width);
        }
      }),
    );
  });

  test('F28 of a hundred thousand words takes no time', () => {
    const start = performance.now();
    expect(wrapped('a '.repeat(100_000).trim(), 80).split('\n').length).toBe(2500);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
