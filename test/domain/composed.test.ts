import { expect, test } from 'vitest';
import { composed } from '../../src/domain/composed.ts';

const RING = '\u030A';

test.each<[string, string, string]>([
  ['nothing', '', ''],
  ['a letter that is composed already', 'å', 'å'],
  ['a letter typed in two', `a${RING}`, 'å'],
  ['a letter typed in two in a long text', `${'x'.repeat(300)}a${RING}`, `${'x'.repeat(300)}å`],
  ['a short text of marks alone', `a${RING.repeat(199)}`, `å${RING.repeat(198)}`],
  [
    'as many marks as a language writes',
    `${'x'.repeat(300)}a${RING.repeat(30)}`,
    `${'x'.repeat(300)}å${RING.repeat(29)}`,
  ],
])('%s is in the composed form', (_, text, written) => {
  expect(composed(text)).toBe(written);
});

test('a long text with more marks on a letter stays as it is', () => {
  const [marks, text] = [`a${RING.repeat(31)}`, 'x'.repeat(200)];
  expect(composed(marks + text)).toBe(marks + text);
  const shortest = `a${RING.repeat(200)}`;
  expect(composed(shortest)).toBe(shortest);
});
