import { expect, test } from 'vitest';
import { readSheets } from './planted.ts';
import { soundFolder } from './sound-folder.ts';

test('folders that faults are planted in have none of their own', async () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const { sheets } = soundFolder(seed);
    const { problems } = await readSheets(sheets);
    expect({ seed, problems }).toEqual({ seed, problems: [] });
  }
});

test('a seed gives the same folder, and many seeds give many', () => {
  const textOf = (seed: number): string =>
    soundFolder(seed)
      .sheets.map((sheet) => sheet.text)
      .join();
  expect(textOf(7)).toBe(textOf(7));
  expect(new Set(Array.from({ length: 50 }, (_, seed) => textOf(seed))).size).toBe(50);
});
