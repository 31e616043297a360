import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leftovers, removeLeftovers } from '../../src/cli/leftovers.ts';
import { makeFolder } from '../../src/cli/make-folder.ts';
import { writeFiles } from '../../src/cli/write-files.ts';
import { Failure } from '../../src/domain/failure.ts';
import { vouched } from '../../src/domain/sink-text.ts';

let folder = '';
const at = (name: string): string => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-leftovers-'));
});
afterEach(() => {
  leftovers.folders.clear();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets a few more turns of the event loop pass: that far the writing gets until somebody interrupts. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('F16 who is interrupted', () => {
  test.each([0, 1, 2, 4, 8, 16, 32])(
    'after %i turns of writing leaves files whole, and no folder without any',
    async (count) => {
      writeFileSync(at('a.json'), 'old');
      await makeFolder(folder, 'new/deep');
      const content = vouched<'file'>('new '.repeat(100_000));
      const names = ['a.json', 'new/deep/b.csv', 'new/deep/c.csv'];
      const files = names.map((name) => ({ path: name, content }));
      const writing = writeFiles(folder, files, []).catch((error: unknown): unknown => error);
      await turns(count);
      removeLeftovers();
      const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
      const isDone = found.includes('new/deep/b.csv');
      expect(found).toEqual(isDone ? ['a.json', 'new', 'new/deep', 'new/deep/b.csv', 'new/deep/c.csv'] : ['a.json']);
      expect(readFileSync(at('a.json'), 'utf8') === (isDone ? content : 'old')).toBe(true);
      // In earnest the process ends here; what is under way does not find its files again.
      if (isDone) expect(await writing).toBeInstanceOf(Map);
      else expect(await writing).toBeInstanceOf(Failure);
    },
  );

  test('leaves a folder in which somebody has put something', async () => {
    await makeFolder(folder, 'new/deep');
    writeFileSync(at('new/mine.txt'), 'mine');
    removeLeftovers();
    expect(readdirSync(at('new'))).toEqual(['mine.txt']);
  });

  test('is done with nothing, once everything is written or taken away', async () => {
    const unmake = await makeFolder(folder, 'a/b');
    await unmake();
    await writeFiles(folder, [{ path: 'a.json', content: vouched<'file'>('new') }], []);
    expect([leftovers.files.size, leftovers.folders.size]).toEqual([0, 0]);
  });
});
