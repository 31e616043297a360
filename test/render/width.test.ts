import { expect, test } from 'vitest';
import { widthOf } from '../../src/render/width.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['Västra Götaland', 15],
  ['1\u00A0234', 5],
  ['\u22125', 2],
  ['────', 4],
  ['…', 1],
  ['«a» – “b”', 9],
  ['e\u0301', 1],
  ['日本', 4],
  ['Ａ', 2],
])('%j takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width);
});
