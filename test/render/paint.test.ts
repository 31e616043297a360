import { expect, test } from 'vitest';
import { colourPaint, NO_PAINT } from '../../src/render/paint.ts';
import { terminal } from '../../src/render/terminal-text.ts';

const NAMES = ['bold', 'dim', 'red', 'yellow'] as const;

test('without colour a text stays as it is', () => {
  for (const name of NAMES) expect(NO_PAINT[name](terminal`Syd`)).toBe('Syd');
});

test('with colour each paint has codes of its own around the text', async () => {
  const paint = await colourPaint();
  expect(NAMES.map((name) => paint[name](terminal`Syd`))).toEqual([
    '\u001B[1mSyd\u001B[22m',
    '\u001B[2mSyd\u001B[22m',
    '\u001B[31mSyd\u001B[39m',
    '\u001B[33mSyd\u001B[39m',
  ]);
});
