import { describe, expect, test } from 'vitest';
import { textFile } from '../../src/read/text-file.ts';
import { joined, windows1252 } from './encodings.ts';
import { sourceOf } from './reading.ts';

describe('a file as text', () => {
  test('has its lines ended by line feeds, and says its encoding', async () => {
    expect(await textFile(sourceOf('statistics.csv', 'månad\r\n2022-01\r'))).toEqual({
      path: 'statistics.csv',
      text: 'månad\n2022-01\n',
      encoding: 'utf-8',
    });
  });

  test('E06 in Windows-1252 says that it is', async () => {
    expect(await textFile(sourceOf('regions.csv', windows1252('Örebro – Väst')))).toEqual({
      path: 'regions.csv',
      text: 'Örebro – Väst',
      encoding: 'windows-1252',
    });
  });

  test('E10 that is none is a problem of its line', async () => {
    expect(await textFile(sourceOf('statistics.csv', joined('å\n', [0xff])))).toEqual({
      path: 'statistics.csv',
      text: null,
      encoding: null,
      problem: {
        code: 'encoding-mixed',
        severity: 'error',
        file: 'statistics.csv',
        line: 2,
        column: null,
        columnNumber: null,
        value: null,
        facts: { byteOffset: 3 },
      },
    });
  });

  test('S18 that is empty is a problem of the file', async () => {
    const { text, ...rest } = await textFile(sourceOf('statistics.csv', '\r\n'));
    expect(text).toBeNull();
    expect(rest).toMatchObject({ problem: { code: 'file-empty', file: 'statistics.csv', line: null } });
  });
});
