import { describe, expect, test } from 'vitest';
import {
  folderOf,
  isOutside,
  isRelative,
  joinedPath,
  nameOfFile,
  pathIn,
  relativePath,
  resolvePath,
} from '../../src/read/paths.ts';

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

test('a name starts from a folder unless any system takes it for an absolute one', () => {
  const names = ['a.csv', '../a.csv', 'a/b.csv', '', '/a.csv', 'C:\\a.csv', 'C:/a.csv', 'a\\b.csv', '\\\\host\\a.csv'];
  expect(names.filter(isRelative)).toEqual(['a.csv', '../a.csv', 'a/b.csv', '']);
});

test('a name leads out of its folder by going up, or by being absolute', () => {
  const names = ['..', '../a.csv', '/a.csv', '.', 'a.csv', '..a.csv', '...', 'a/../b.csv', ''];
  expect(names.filter(isOutside)).toEqual(['..', '../a.csv', '/a.csv']);
});

test('the way to a file starts from the data folder; standard input has none', () => {
  expect(relativePath('/data', '/data/2022/a.csv')).toBe('2022/a.csv');
  expect(relativePath('/data', '/a.csv')).toBe('../a.csv');
  expect(relativePath('/data', '-')).toBe('-');
  expect(relativePath('/data', '/data')).toBe('');
});

test('names are put together with the folder before them', () => {
  expect(pathIn('/data', 'a.csv')).toBe('/data/a.csv');
  expect(pathIn('data', '../a.csv')).toBe('a.csv');
  expect(joinedPath('plans', '../a.csv')).toBe('a.csv');
  expect(joinedPath('.', 'b/a.csv')).toBe('b/a.csv');
  expect(folderOf('/data/2022/a.csv')).toBe('/data/2022');
  expect(folderOf('a.csv')).toBe('.');
});
