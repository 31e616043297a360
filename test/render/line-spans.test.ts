import { expect, test } from 'vitest';
import { lineSpans } from '../../src/render/line-spans.ts';

test.each<[readonly number[], number | undefined, string]>([
  [[], undefined, ''],
  [[7], undefined, '7'],
  [[3, 5, 6, 8], undefined, '3, 5–6, 8'],
  [[9, 2, 3, 3, 4, 10], undefined, '2–4, 9–10'],
  [[1, 3, 5], 3, '1, 3, 5'],
  [[1, 3, 5, 7], 3, '1, 3, 5 …'],
  [[1, 2, 4, 5, 7, 8], 2, '1–2, 4–5 …'],
])('lines %j, at most %s parts: %s', (lines, most, spans) => {
  expect(lineSpans(lines, most)).toBe(spans);
});
