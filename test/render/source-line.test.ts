import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceLine } from '../../src/render/source-line.ts';
import { widthOf } from '../../src/render/width.ts';
import { anyCharacter } from '../domain/any-text.ts';

const MARKS = '\u0301'.repeat(100);

/** The line and its mark, as they stand below each other. The cell stands between «». */
function shown(marked: string, room = 76): string[] {
  const [before = '', cell = '', after = ''] = marked.split(/[«»]/);
  const line = { text: before + cell + after, start: before.length, length: cell.length, address: 'D57' };
  const { text, indent, mark } = sourceLine(line, room);
  return [text, ' '.repeat(indent) + mark];
}

describe('the line of a problem', () => {
  test.each<[string, string, string, string]>([
    ['a number', '2022-01;JOB;«1200 st»;120', '2022-01;JOB;1200 st;120', '            ^~~~~~~'],
    ['the first cell', '«x»;y', 'x;y', '^'],
    ['the last cell', 'x;«yy»', 'x;yy', '  ^~'],
    ['a blank cell', 'x;«»;y', 'x;;y', '  ^'],
    ['a blank last cell', 'x;«»', 'x;', '  ^'],
    ['a blank line', '«»', '', '^'],
    ['the whole row', '«x;y;z»', 'x;y;z', '^~~~~'],
    ['spaces', '« »;x', ' ;x', '^'],
    ['å', 'Västra Götaland;«åäö»;x', 'Västra Götaland;åäö;x', '                ^~~'],
    ['wide characters before', '日本;«150»;x', '日本;150;x', '     ^~~'],
    ['wide characters', 'x;«日本»;x', 'x;日本;x', '  ^~~~'],
    ['a combining mark before', 'cafe\u0301;«150»', 'cafe\u0301;150', '     ^~~'],
    ['a combining mark', 'x;«e\u0301»;y', 'x;e\u0301;y', '  ^'],
    ['nothing but a combining mark', 'x;«\u0301»;y', 'x;\u0301;y', '  ^'],
    ['tabs', 'JOB\tSyd\t«x»\t1', 'JOB→Syd→x→1', '        ^'],
    ['a tab inside', 'JOB;«x\ty»;1', 'JOB;x→y;1', '    ^~~'],
    ['an escape before', 'a\u001B[2J;«x»', 'a\\x1B[2J;x', '         ^'],
    ['an escape', 'a;«\u001B»;x', 'a;\\x1B;x', '  ^~~~'],
    ['an override', '\u202Ea;«x»', '\\u{202E}a;x', '          ^'],
    ['a command of a workflow', '«::error::x»;y', ':\\x3Aerror:\\x3Ax;y', '^~~~~~~~~~~~~~~~'],
    ['a command across the cell', ':«:error::x»', ':\\x3Aerror:\\x3Ax', ' ^~~~~~~~~~~~~~~'],
    ['a personal number', 'x;«811228-9874»;y', 'x;811228-****;y', '  ^~~~~~~~~~~'],
    ['a personal number before', '8112289874;«x»;y', '811228****;x;y', '           ^'],
  ])('with %s has its mark below the cell', (_, marked, text, mark) => {
    expect(shown(marked)).toEqual([text, mark]);
  });

  test.each<[string, string, number, string, string]>([
    ['nowhere where it just fits', 'aaaa;«bb»;cccc', 12, 'aaaa;bb;cccc', '     ^~'],
    ['on both sides', 'aaaaaaa;«bb»;ccccccc', 12, '…aaa;bb;ccc…', '     ^~'],
    ['at the end', '«bb»;cccccccccccc', 12, 'bb;ccccccc…', '^~'],
    ['at the beginning', 'aaaaaaaaaaaa;«bb»', 12, '…aaaaaaa;bb', '         ^~'],
    ['at the end, with a short beginning', 'a;«bb»;ccccccccccc', 12, 'a;bb;ccccc…', '  ^~'],
    ['within a long cell', 'aaaaaa;«bbbbbbbbbbbbbbbb»;c', 12, '…a;bbbbbbbb…', '   ^~~~~~~~'],
    ['within a long first cell', '«bbbbbbbbbbbbbbbb»;c', 12, 'bbbbbbbbbb…', '^~~~~~~~~~'],
    ['between wide characters', '日日日日日;«日»;日日日日', 12, '…日;日;日日…', '    ^~'],
    ['within a long last cell', 'a;«bbbbbbbbbbbbbbbb»', 12, 'a;bbbbbbbb…', '  ^~~~~~~~'],
    ['far before it', `${'å;'.repeat(50)}«xx»;y`, 12, '…å;å;å;xx;y', '       ^~'],
    ['far behind it', `aa;«xx»${';y'.repeat(50)}`, 12, 'aa;xx;y;y;…', '   ^~'],
    ['before marks that take no column', `${MARKS}«x»`, 12, `…${'\u0301'.repeat(48)}x`, ' ^'],
    ['behind marks that take no column', `«x»${MARKS}`, 12, `x${'\u0301'.repeat(47)}…`, '^'],
    ['by the room, marks before it', `${MARKS}aaaaaaaaaaa«x»`, 12, '…aaaaaaaaax', '          ^'],
    ['by the room, marks behind it', `«x»aaaaaaaaaaa${MARKS}`, 12, 'xaaaaaaaaa…', '^'],
    ['before half a character', `😀${'\u0301'.repeat(47)}«x»`, 12, `…${'\u0301'.repeat(47)}x`, ' ^'],
    ['nowhere in its last character', `«x»${'\u0301'.repeat(46)}😀`, 12, `x${'\u0301'.repeat(46)}😀`, '^'],
    ['around a blank cell', 'aaaaaaaaa;«»;ccccccccc', 12, '…aaaa;;cccc…', '      ^'],
  ])('is cut %s', (_, marked, room, text, mark) => {
    expect(shown(marked, room)).toEqual([text, mark]);
  });

  test('is never cut through a personal number so that its end shows', () => {
    for (let length = 0; length < 40; length += 1) {
      const [text = ''] = shown(`${'a'.repeat(200)};19811228-9874;${'b'.repeat(length)};«x»;${'c'.repeat(200)}`, 40);
      expect(text).not.toContain('9874');
      expect(text).toContain('x');
    }
  });

  test.each([
    ['a megabyte before', `${'å;'.repeat(500_000)}«x»;y`, '…;å;å;å;å;å;å;å;x;y'],
    ['a megabyte after', `«x»;${'y'.repeat(1_000_000)}`, `x;${'y'.repeat(16)}…`],
    ['a cell of a megabyte', `a;«${'x'.repeat(1_000_000)}»;y`, `a;${'x'.repeat(16)}…`],
    ['a megabyte of wide characters', `${'日'.repeat(300_000)}«x»`, `…${'日'.repeat(8)}x`],
    ['a megabyte of combining marks', `«x»${'\u0301'.repeat(500_000)}`, /^x\u0301*…$/],
  ])('of %s takes no time', (_, marked, expected) => {
    const start = performance.now();
    const [text] = shown(marked, 20);
    expect(performance.now() - start).toBeLessThan(500);
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });

  test('stays within the room, is inert, and has its mark within the line, whatever stands there', () => {
    const text = fc.string({ unit: fc.oneof(anyCharacter, fc.constantFrom(':', '\t', ';', '\u001B')), maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 20, max: 140 }), (before, cell, after, room) => {
        const line = { text: before + cell + after, start: before.length, length: cell.length, address: 'A1' };
        const result = sourceLine(line, room);
        expect(result.text).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
        expect(result.text).not.toContain('::');
        expect(widthOf(result.text)).toBeLessThanOrEqual(room);
        expect(result.mark).toMatch(/^\^~*$/);
        expect(result.indent + result.mark.length).toBeLessThanOrEqual(widthOf(result.text) + 1);
      }),
      { numRuns: 2000 },
    );
  });
});
