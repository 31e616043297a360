import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkdownText, vouched } from '../../src/domain/sink-text.ts';
import { fittingSections, type Section } from '../../src/render/fitting-sections.ts';
import { md } from '../../src/render/markdown-text.ts';

const own = (words: string): MarkdownText => vouched(words);
const section = (items: readonly string[], changes: Partial<Section> = {}): Section => ({
  opening: md``,
  items: items.map(own),
  closing: md``,
  leftOut: (count) => md`…${count}`,
  asItem: (sentence) => md`${sentence}\n`,
  ...changes,
});
const lines = (count: number, name = 'x'): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${String(at).padStart(3, '0')}\n`);
const paragraph = (opening: string): Section => section([], { opening: own(opening) });

describe('sections that fit', () => {
  test('stand whole, a blank line between them', () => {
    const text = fittingSections(
      [paragraph('A'), section(lines(2), { opening: own('B\n'), closing: own('C\n') })],
      1000,
    );
    expect(text).toBe('A\n\nB\nx000\nx001\nC\n');
  });

  test('stand whole up to the last byte', () => {
    const sections = [paragraph('A'), section(lines(100))];
    const whole = fittingSections(sections, 100_000);
    // The end of the last item is the blank line that no section follows.
    expect(fittingSections(sections, Buffer.byteLength(whole) + 3)).toBe(whole);
    expect(fittingSections(sections, Buffer.byteLength(whole) - 1)).not.toBe(whole);
  });
});

describe('sections at the last byte', () => {
  test('stand whole, their items too', () => {
    expect(fittingSections([paragraph('A'), paragraph('B')], 6)).toBe('A\n\nB\n');
    expect(fittingSections([section(lines(10))], 52)).toBe(lines(10).join(''));
    expect(fittingSections([section(lines(10))], 51)).toContain('…');
  });

  test.each([
    [46, ['x000', 'x001', 'x002', '…94', 'x097', 'x098', 'x099']],
    [45, ['x000', 'x001', 'x002', '…95', 'x098', 'x099']],
    [41, ['x000', 'x001', 'x002', '…95', 'x098', 'x099']],
    [40, ['x000', 'x001', '…96', 'x098', 'x099']],
  ])('of %i have as many items from the end as from the beginning, or one less', (most, items) => {
    const sections = [paragraph('A'), section(lines(100), { opening: own('B\n'), closing: own('C\n') })];
    expect(fittingSections(sections, most)).toBe(`A\n\nB\n${items.join('\n')}\nC\n`);
  });
});

describe('a section that does not fit', () => {
  test('loses its middle, and says how much', () => {
    const text = fittingSections(
      [paragraph('A'), section(lines(100), { opening: own('B\n'), closing: own('C\n') })],
      50,
    );
    expect(text).toBe('A\n\nB\nx000\nx001\nx002\n…94\nx097\nx098\nx099\nC\n');
  });

  test('leaves shorter ones whole', () => {
    const text = fittingSections([section(lines(5, 'a')), section(lines(500, 'b')), section(lines(5, 'c'))], 200);
    for (const name of ['a', 'c']) expect(text).toContain(lines(5, name).join(''));
    expect(text).toContain('b000\n');
    expect(text).toContain('b499\n');
  });

  test('and is as long as another loses as much', () => {
    const text = fittingSections([section(lines(500, 'a')), section(lines(500, 'b'))], 400);
    const [first, second] = text.trimEnd().split('\n\n') as [string, string];
    expect(first.replaceAll('a', 'b')).toBe(second);
  });

  test('keeps its first and its last item, however long they are', () => {
    const items = [`${'a'.repeat(60)}\n`, ...lines(50), `${'b'.repeat(60)}\n`];
    expect(fittingSections([section(items)], 132)).toBe(`${'a'.repeat(60)}\n…50\n${'b'.repeat(60)}\n`);
  });
});

describe('more sections than fit', () => {
  test('keep those at both ends, and say how many items the others have', () => {
    const many = Array.from({ length: 100 }, (_, at) => section(lines(3), { opening: own(`S${at}\n`) }));
    const text = fittingSections(many, 200);
    const kept = [...text.matchAll(/^S(\d+)$/gm)].map(([, at]) => Number(at));
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(99);
    const [gap] = text.split('\n\n').filter((part) => part.startsWith('…'));
    expect(gap).toBe(`…${(100 - kept.length) * 3}`);
  });
});

describe('sections that are left out', () => {
  test.each<[number, string]>([
    [20, 'A B …0 F G'],
    [18, 'A B …0 F G'],
    [17, 'A B …0 G'],
    [15, 'A B …0 G'],
    [14, 'A …0 G'],
    [11, 'A …0'],
  ])('of %i bytes are those in the middle, and the first is kept before the last', (most, kept) => {
    expect(fittingSections([...'ABCDEFG'].map(paragraph), most)).toBe(`${kept.replaceAll(' ', '\n\n')}\n`);
  });

  test('are counted in the words of the one with most items', () => {
    const named = (name: string, count: number): Section =>
      section(lines(count), { leftOut: (left) => md`${own(name)} ${left}` });
    const middle = [named('few', 2), named('most', 9), named('some', 5)];
    expect(fittingSections([paragraph('A'), ...middle, paragraph('B')], 20)).toBe('A\n\nmost 16\n\nB\n');
  });
});

test('are never longer than they may be, and every item is there or counted', () => {
  const anySection = fc
    .tuple(fc.array(fc.string({ unit: fc.constantFrom('a', 'å', '😀'), minLength: 1, maxLength: 30 })), fc.nat(5))
    .map(([names, length]) =>
      section(
        names.map((name) => `${name}\n`),
        { opening: own(`${'o'.repeat(length)}\n`) },
      ),
    );
  fc.assert(
    fc.property(fc.array(anySection, { maxLength: 12 }), fc.integer({ min: 20, max: 900 }), (sections, most) => {
      const text = fittingSections(sections, most);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
      const counted = [...text.matchAll(/^…(\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
      const there = text.split('\n').filter((line) => /^[aå😀]/u.test(line)).length;
      expect(there + counted).toBe(sections.reduce((sum, { items }) => sum + items.length, 0));
    }),
    { numRuns: 1000 },
  );
});
