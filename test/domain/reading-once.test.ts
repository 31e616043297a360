import { expect, test } from 'vitest';
import { readingOnce } from '../../src/domain/reading-once.ts';
import type { World } from '../../src/domain/world.ts';

/** A world that says what it was asked for. */
function asked(): { readonly world: World; readonly said: string[] } {
  const said: string[] = [];
  const bytes = (text: string): Uint8Array => {
    said.push(text);
    return new TextEncoder().encode(text);
  };
  const world = {
    cwd: '/elsewhere',
    env: { HOME: '/home' },
    readFile: async (path: string, most?: number) => bytes(most === undefined ? path : `${path} ${most}`),
    listFolder: async (path: string) => {
      bytes(`in ${path}`);
      return ['a.csv'];
    },
    realPath: async (path: string) => {
      bytes(`real ${path}`);
      return `/real${path}`;
    },
    readStandardInput: async () => bytes('input'),
  };
  return { world: world as unknown as World, said };
}

test('a file, a folder and the standard input are read once each, and give the same every time', async () => {
  const { world, said } = asked();
  const once = readingOnce(world, '/data');
  for (const path of ['a', 'b', 'a', 'b']) expect(new TextDecoder().decode(await once.readFile(path))).toBe(path);
  for (const path of ['f', 'g', 'f']) {
    expect(await once.listFolder(path)).toEqual(['a.csv']);
    expect(await once.realPath(path)).toBe(`/real${path}`);
  }
  expect(await once.readStandardInput()).toBe(await once.readStandardInput());
  expect(said).toEqual(['a', 'b', 'in f', 'real f', 'in g', 'real g', 'input']);
});

test('the beginning of a file is not taken for the whole of it', async () => {
  const { world, said } = asked();
  const once = readingOnce(world, '/data');
  expect(new TextDecoder().decode(await once.readFile('a', 4))).toBe('a 4');
  expect(new TextDecoder().decode(await once.readFile('a'))).toBe('a');
  expect(new TextDecoder().decode(await once.readFile('a', 4))).toBe('a 4');
  expect(said).toEqual(['a 4', 'a', 'a 4']);
});

test('all else is as in the world, but the folder', () => {
  const { world } = asked();
  expect(readingOnce(world, '/data')).toMatchObject({ cwd: '/data', env: { HOME: '/home' } });
});
