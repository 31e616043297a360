import { describe, expect, test } from 'vitest';
import { nameOfFile, resolvePath } from '../../src/read/paths.ts';

describe('the name of a file', () => {
  test.each([
    ['in the data folder', 'data/a.csv', '/folder/data/a.csv', 'a.csv'],
    ['in a folder of it', '/folder/data/2022/a.csv', '/folder/data/2022/a.csv', '2022/a.csv'],
    ['beside it', '../a.csv', '/folder/a.csv', '../a.csv'],
    ['in a folder whose name begins alike', 'database/a.csv', '/folder/database/a.csv', '../database/a.csv'],
    ['somewhere on the machine', '/home/someone/a.csv', '/home/someone/a.csv', 'a.csv'],
  ])('%s, given as %s', (_, given, file, name) => {
    expect(nameOfFile('/folder/data', given, file)).toBe(name);
  });
});

test('a path is found from its folder, an absolute one as it is', () => {
  expect(resolvePath('/data', 'a.csv')).toBe('/data/a.csv');
  expect(resolvePath('/data', '../a.csv')).toBe('/a.csv');
  expect(resolvePath('/data', '/other/a.csv')).toBe('/other/a.csv');
});
