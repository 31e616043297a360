import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from '../../src/cli/make-folder.ts';
import { Failure } from '../../src/domain/failure.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-make-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(folder, name);

describe('makeFolder', () => {
  test('makes a folder with those above it, and takes them all away again', async () => {
    const unmake = await makeFolder(folder, 'a/b/c/');
    expect(readdirSync(at('a/b'))).toEqual(['c']);
    await unmake();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes away only what it made', async () => {
    mkdirSync(at('a'));
    const unmake = await makeFolder(folder, at('a/b/c'));
    await unmake();
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readdirSync(at('a'))).toEqual([]);
  });

  test('leaves a folder that was there, and the current one', async () => {
    mkdirSync(at('a'));
    await (await makeFolder(folder, 'a'))();
    await (await makeFolder(folder, '.'))();
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('leaves a folder in which something has been put since', async () => {
    const unmake = await makeFolder(folder, 'a/b');
    writeFileSync(at('a/mine.txt'), 'mine');
    await unmake();
    expect(readdirSync(at('a'))).toEqual(['mine.txt']);
  });

  test('F18 where one on the way cannot be made, those above it are not left', async () => {
    mkdirSync(at('a'));
    const error = await makeFolder(folder, `a/b/c/${'n'.repeat(300)}/d`).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'folder-not-made', facts: { reason: 'ENAMETOOLONG' } });
    expect(readdirSync(at('a'))).toEqual([]);
  });

  test('a link that leads nowhere is no folder, and nothing is made where it leads', async () => {
    symlinkSync('missing', at('link'));
    for (const name of ['link', 'link/a']) {
      const error = await makeFolder(folder, name).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'folder-not-made', facts: { path: name, reason: 'EEXIST' } });
    }
    expect(readdirSync(folder)).toEqual(['link']);
  });

  test('a file in the way is a failure that names the folder as it was given', async () => {
    writeFileSync(at('file'), 'mine');
    for (const [name, reason] of [
      ['file', 'EEXIST'],
      ['file/a', 'ENOTDIR'],
    ] as const) {
      const error = await makeFolder(folder, name).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Failure);
      expect(error).toMatchObject({ code: 'folder-not-made', facts: { path: name, reason } });
    }
    expect(existsSync(at('file'))).toBe(true);
  });
});
