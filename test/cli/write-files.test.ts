import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFiles } from '../../src/cli/write-files.ts';
import { Failure, type FailureCode } from '../../src/domain/failure.ts';
import { vouched } from '../../src/domain/sink-text.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');

/** Writes files of these names, each with its own name as content. */
async function write(names: readonly string[], inputs: readonly string[] = []): Promise<void> {
  const files = names.map((name) => ({ path: name, content: vouched<'file'>(`new ${name}`) }));
  await writeFiles(folder, files, inputs.map(at));
}

async function failureOf(act: Promise<void>): Promise<{ code: FailureCode; facts: object }> {
  const error = await act.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  const { code, facts } = error as Failure;
  return { code, facts };
}

describe('writeFiles', () => {
  test('writes new files, relative ones beside the current folder, and leaves nothing else', async () => {
    await write(['a.json', 'b.csv', at('c.txt')]);
    expect(readdirSync(folder)).toEqual(['a.json', 'b.csv', 'c.txt']);
    expect(text('a.json')).toBe('new a.json');
    expect(text('c.txt')).toBe(`new ${at('c.txt')}`);
  });

  test('F14 replaces a file whole, a longer one too', async () => {
    writeFileSync(at('a.json'), 'old '.repeat(10_000));
    await write(['a.json']);
    expect(text('a.json')).toBe('new a.json');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test.skipIf(process.getuid?.() === 0)(
    'F18 a file that may not be written is not replaced (root may write everywhere)',
    async () => {
      writeFileSync(at('a.json'), 'old');
      chmodSync(at('a.json'), 0o444);
      expect(await failureOf(write(['a.json']))).toMatchObject({ code: 'write-failed', facts: { reason: 'EACCES' } });
      expect(text('a.json')).toBe('old');
    },
  );

  for (const mode of [0o600, 0o640, 0o666, 0o755]) {
    test(`F14 keeps the mode ${mode.toString(8)} of a file that it replaces, whatever the mask`, async () => {
      const mask = process.umask();
      writeFileSync(at('a.json'), 'old');
      chmodSync(at('a.json'), mode);
      await write(['a.json']);
      expect(text('a.json')).toBe('new a.json');
      expect(statSync(at('a.json')).mode & 0o777).toBe(mode);
      await write(['b.json']);
      expect(statSync(at('b.json')).mode & 0o777).toBe(0o666 & ~mask);
    });
  }

  test('F14 replaces the target of a link, not the link, and says which', async () => {
    mkdirSync(at('deep'));
    writeFileSync(at('deep/real.json'), 'old');
    symlinkSync('deep/real.json', at('link.json'));
    const links = await writeFiles(folder, [{ path: 'link.json', content: vouched<'file'>('new link.json') }], []);
    expect([...links]).toEqual([['link.json', path.join('deep', 'real.json')]]);
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(text('deep/real.json')).toBe('new link.json');
    expect(readdirSync(at('deep'))).toEqual(['real.json']);
  });

  test('F14 refuses a link that leads nowhere or in a circle', async () => {
    symlinkSync('missing.json', at('nowhere.json'));
    symlinkSync('two.json', at('one.json'));
    symlinkSync('one.json', at('two.json'));
    for (const name of ['nowhere.json', 'one.json']) {
      expect(await failureOf(write([name]))).toEqual({ code: 'output-link-broken', facts: { path: name } });
    }
    expect(readdirSync(folder)).toEqual(['nowhere.json', 'one.json', 'two.json']);
  });

  test('F12 never writes over an input, by any of its names', async () => {
    mkdirSync(at('data'));
    writeFileSync(at('data/in.csv'), 'input');
    symlinkSync('data/in.csv', at('soft.csv'));
    linkSync(at('data/in.csv'), at('hard.csv'));
    symlinkSync('data', at('elsewhere'));
    for (const name of ['data/in.csv', './data/../data/in.csv', 'soft.csv', 'hard.csv', 'elsewhere/in.csv']) {
      expect(await failureOf(write(['first.csv', name], ['data/in.csv']))).toEqual({
        code: 'output-is-input',
        facts: { path: name },
      });
      expect(text('data/in.csv')).toBe('input');
    }
    expect(readdirSync(folder)).toEqual(['data', 'elsewhere', 'hard.csv', 'soft.csv']);
  });

  test('F12 an input that was named through a link is found out, too', async () => {
    writeFileSync(at('in.csv'), 'input');
    symlinkSync('in.csv', at('soft.csv'));
    expect((await failureOf(write(['in.csv'], ['soft.csv']))).code).toBe('output-is-input');
    expect(text('in.csv')).toBe('input');
  });

  test('F13 refuses one path twice, however it is spelt, before anything is written', async () => {
    mkdirSync(at('sub'));
    symlinkSync('a.json', at('link.json'));
    writeFileSync(at('a.json'), 'old');
    for (const name of ['a.json', './a.json', 'sub/../a.json', at('a.json'), 'link.json']) {
      expect(await failureOf(write(['a.json', name]))).toEqual({ code: 'output-twice', facts: { path: name } });
    }
    expect(text('a.json')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.json', 'link.json', 'sub']);
  });

  test('F13 refuses a folder as an output', async () => {
    mkdirSync(at('a.json'));
    expect(await failureOf(write(['a.json']))).toEqual({ code: 'output-not-a-file', facts: { path: 'a.json' } });
    expect(readdirSync(at('a.json'))).toEqual([]);
  });

  test('F18 where one of several cannot be written, none is written and those that were there stand', async () => {
    writeFileSync(at('a.json'), 'old');
    for (const [bad, reason] of [
      ['missing/b.json', 'ENOENT'],
      ['a.json/b.json', 'ENOTDIR'],
      [`${'n'.repeat(300)}.json`, 'ENAMETOOLONG'],
    ] as const) {
      expect(await failureOf(write(['a.json', 'c.json', bad]))).toEqual({
        code: 'write-failed',
        facts: expect.objectContaining({ path: bad, reason }),
      });
      expect(text('a.json')).toBe('old');
      expect(readdirSync(folder)).toEqual(['a.json']);
    }
  });

  test('F18 a name as long as the disk takes is no fault', async () => {
    const longest = `${'n'.repeat(250)}.json`;
    await write([longest, 'b.json']);
    await write([longest, 'b.json']);
    expect(text(longest)).toBe(`new ${longest}`);
    expect(readdirSync(folder).sort()).toEqual(['b.json', longest].sort());
  });

  test('F17 two that write one file at the same time leave one of them, whole', async () => {
    const contents = Array.from({ length: 8 }, (_, number) => String(number).repeat(200_000));
    await Promise.all(
      contents.map((content) => writeFiles(folder, [{ path: 'a.json', content: vouched<'file'>(content) }], [])),
    );
    expect(contents).toContain(text('a.json'));
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});
