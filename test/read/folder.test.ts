import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import type { World } from '../../src/domain/world.ts';
import { type DataFolder, type FolderContent, type NamedFile, readFolder } from '../../src/read/folder.ts';

const REQUIRED = ['forecasts.csv', 'schablons.csv', 'statistics.csv'];
const outlet: World['stdout'] = { isTerminal: false, columns: 80, write: async () => {} };

/** A world in which every file holds its own path. */
function worldWith(names: readonly string[]): World {
  const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    env: {},
    cwd: '/data',
    stdout: outlet,
    stderr: outlet,
    examples: { en: '/examples/en', sv: '/examples/sv' },
    listFolder: async () => [...names].sort(),
    readFile: async (path) => asBytes(path),
    readStandardInput: async () => asBytes('standard input'),
    realPath: async (path) => path,
    milliseconds: () => 0,
    checkFiles: async () => undefined,
    appendFile: async () => {
      throw new Error('nothing is written');
    },
    makeFolder: async () => {
      throw new Error('no folder is made');
    },
    writeFiles: async () => {
      throw new Error('nothing is written');
    },
  };
}

function content(names: readonly string[], files: DataFolder['files'] = {}): Promise<FolderContent> {
  return readFolder({ path: '/data', name: 'data', files }, worldWith(names));
}

const named = (path: string, name = path): NamedFile => ({ path, name });

const sources = ({ sources }: FolderContent): string[] =>
  sources.map(({ table, path, bytes }) => `${table} ${path} ${new TextDecoder().decode(bytes)}`);

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Failure)) throw new Error(`no failure: ${thrown}`);
  return thrown;
}

describe('the files of a data folder', () => {
  test('are found by their English names', async () => {
    const found = await content([...REQUIRED, 'programmes.csv', 'regions.csv', 'notes.txt', 'statistics.csv.bak']);
    expect(sources(found)).toEqual([
      'programmes programmes.csv /data/programmes.csv',
      'regions regions.csv /data/regions.csv',
      'statistics statistics.csv /data/statistics.csv',
      'forecasts forecasts.csv /data/forecasts.csv',
      'schablons schablons.csv /data/schablons.csv',
    ]);
    expect(found.problems).toEqual([]);
  });

  test('are found by their Swedish names, in capitals, too', async () => {
    const found = await content([
      'Beslutsstatistik.CSV',
      'utgiftsprognoser.csv',
      'schabloner.csv',
      'program.csv',
      'regioner.csv',
    ]);
    expect(found.sources.map(({ table, path }) => `${table} ${path}`)).toEqual([
      'programmes program.csv',
      'regions regioner.csv',
      'statistics Beslutsstatistik.CSV',
      'forecasts utgiftsprognoser.csv',
      'schablons schabloner.csv',
    ]);
  });

  test('are those that were read, so that no output overwrites one', async () => {
    const found = await content(REQUIRED, { statistics: [named('/other/b.csv', 'b.csv'), named('-')] });
    expect(found.sources.map(({ location }) => location)).toEqual([
      '-',
      '/other/b.csv',
      '/data/forecasts.csv',
      '/data/schablons.csv',
    ]);
  });

  test('under both names of a table are a problem that names them', async () => {
    const { problems, sources: read } = await content([...REQUIRED, 'beslutsstatistik.csv']);
    expect(read.filter(({ table }) => table === 'statistics').map(({ path }) => path)).toEqual([
      'beslutsstatistik.csv',
    ]);
    expect(problems).toEqual([
      {
        code: 'table-twice',
        severity: 'error',
        file: 'beslutsstatistik.csv',
        line: null,
        column: null,
        columnNumber: null,
        value: null,
        facts: { paths: ['beslutsstatistik.csv', 'statistics.csv'] },
      },
    ]);
  });

  test('may lack the tables of codes, and no other', async () => {
    expect((await content(REQUIRED)).sources.length).toBe(3);
    for (const name of REQUIRED) {
      const failure = await failureOf(content(REQUIRED.filter((each) => each !== name)));
      expect(failure.code).toBe('tables-not-found');
      expect(failure.facts).toMatchObject({ folder: 'data', missing: [{ option: `--${name.slice(0, -4)}` }] });
    }
  });
});

describe('files that were named one by one', () => {
  test('stand for the folder’s own, and both names there are no problem', async () => {
    const found = await content([...REQUIRED, 'beslutsstatistik.csv'], {
      statistics: [named('/data/2022/a.csv', '2022/a.csv')],
    });
    expect(sources(found)[0]).toBe('statistics 2022/a.csv /data/2022/a.csv');
    expect(found.problems).toEqual([]);
    expect(found.sources.filter(({ table }) => table === 'statistics').length).toBe(1);
  });

  test('F23 make one table in the order of their names, each once', async () => {
    const files = ['b.csv', 'a.csv', 'Ö.csv', 'b.csv', 'B.csv'].map((name) => named(`/data/${name}`, name));
    const found = await content(REQUIRED, { statistics: files });
    expect(found.sources.slice(0, 4).map(({ path }) => path)).toEqual(['B.csv', 'a.csv', 'b.csv', 'Ö.csv']);
  });

  test('F03 may be standard input, once', async () => {
    const found = await content(REQUIRED, { forecasts: [named('-')] });
    expect(sources(found)).toContain('forecasts - standard input');
    expect((await failureOf(content(REQUIRED, { forecasts: [named('-')], statistics: [named('-')] }))).code).toBe(
      'standard-input-twice',
    );
  });
});

describe('tables that are nowhere', () => {
  const near = async (...names: string[]) => {
    const { facts } = await failureOf(content(['forecasts.csv', 'schablons.csv', ...names]));
    return (facts as { readonly near: readonly string[] }).near;
  };

  test.each<[string, string[]]>([
    ['a workbook', ['statistics.xlsx']],
    ['another ending in capitals', ['Statistics.CSV.txt']],
    ['its Swedish name with a year', ['beslutsstatistik 2022.csv']],
    ['a slip', ['statistcs.csv']],
    ['a slip in the Swedish name', ['beslutstatistik.csv']],
  ])('are told with the files that look as if they were them: %s', async (_, names) => {
    expect(await near(...names)).toEqual(names);
  });

  test('are told without those that do not, such as of a table that is there', async () => {
    const names = ['notes.txt', '2022.csv', '2022 statistics.csv', 'forecast.csv', '.statistics', 's.csv', 'ö.csv'];
    expect(await near(...names)).toEqual([]);
  });

  test('are told with five of them at most', async () => {
    const names = [1, 2, 3, 4, 5, 6].map((number) => `statistics ${number}.csv`);
    expect(await near(...names)).toEqual(names.slice(0, 5));
  });

  test('are all told, with their names and what would name them', async () => {
    const { facts } = await failureOf(content(['schablons.csv', 'regions.csv']));
    expect(facts).toEqual({
      folder: 'data',
      missing: [
        { names: ['statistics.csv', 'beslutsstatistik.csv'], option: '--statistics' },
        { names: ['forecasts.csv', 'utgiftsprognoser.csv'], option: '--forecasts' },
      ],
      near: [],
    });
  });
});

test('files of one name are told apart by their folders, and only those', async () => {
  const found = await content(REQUIRED, {
    statistics: [named('/other/a.csv', 'a.csv'), named('/data/2022/a.csv', 'a.csv'), named('/other/b.csv', 'b.csv')],
    forecasts: [named('/else/forecasts.csv', 'f.csv')],
  });
  expect(found.sources.map(({ path }) => path)).toEqual([
    '../other/a.csv',
    '2022/a.csv',
    'b.csv',
    'f.csv',
    'schablons.csv',
  ]);
});
