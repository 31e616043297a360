import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readFile } from '../src/disk.ts';

/** What somebody else does to a file while the program reads it. */
const meanwhile = vi.hoisted(() => ({ act: (): void => undefined }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readFileSync = (...args: Parameters<typeof fs.readFileSync>) => {
    const bytes = fs.readFileSync(...args);
    if (typeof args[0] === 'number') meanwhile.act();
    return bytes;
  };
  return { ...fs, readFileSync };
});

let folder = '';
const file = (): string => path.join(folder, 'a.csv');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-disk-'));
  writeFileSync(file(), 'month\n2022-01\n');
  utimesSync(file(), 1_600_000_000, 1_600_000_000);
});
afterEach(() => {
  meanwhile.act = () => undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe('F04 a file that is written while it is read', () => {
  test.each<[string, () => void]>([
    ['grows', () => appendFileSync(file(), '2022-02\n')],
    ['is cut', () => truncateSync(file(), 3)],
    ['gets another content of the same length', () => writeFileSync(file(), 'month\n2022-12\n')],
  ])('is refused where it %s', async (_, act) => {
    meanwhile.act = act;
    await expect(readFile(file())).rejects.toMatchObject({ code: 'file-changed' });
    meanwhile.act = () => undefined;
    expect(Buffer.from(await readFile(file())).equals(readFileSync(file()))).toBe(true);
  });

  test('is read where it is replaced whole: what was opened stays as it was', async () => {
    meanwhile.act = () => {
      rmSync(file());
      writeFileSync(file(), 'another');
    };
    expect(Buffer.from(await readFile(file())).toString()).toBe('month\n2022-01\n');
  });
});
