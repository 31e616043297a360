import {
  chmodSync,
  existsSync,
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
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Computed, JobWriter } from '../../src/cli/job-runner.ts';
import { makeFolder } from '../../src/cli/make-folder.ts';
import { writeFiles } from '../../src/cli/write-files.ts';
import { writeFolder } from '../../src/cli/write-folder.ts';
import { PlanPlaces } from '../../src/commands/plan-places.ts';
import { Failure, type FailureFacts } from '../../src/domain/failure.ts';
import { vouched } from '../../src/domain/sink-text.ts';
import type { World } from '../../src/domain/world.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { failureText } from '../../src/render/findings.ts';
import type { FailingDisk } from './failing-disk.ts';

const { disk } = await vi.hoisted(async () => {
  const { FailingDisk } = await import('./failing-disk.ts');
  return { disk: new FailingDisk() as FailingDisk };
});
vi.mock('node:fs', async (original) => disk.wrapped(await original<typeof import('node:fs')>(), 'sync'));
vi.mock('node:fs/promises', async (original) =>
  disk.wrapped(await original<typeof import('node:fs/promises')>(), 'promise'),
);

let folder = '';
const at = (name: string): string => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-failing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Something that writes several files, and the folder as it is before and after. */
interface Case {
  readonly title: string;
  prepare(): void;
  write(): Promise<void>;
  /** The files that it writes, with what they hold before; null where they are not there. */
  readonly old: Readonly<Record<string, string | null>>;
  readonly others: readonly string[];
}

const NEW = vouched<'file'>('new '.repeat(2000));

const world = (): World =>
  ({
    makeFolder: (name: string) => makeFolder(folder, name),
    writeFiles: (files, inputs) => writeFiles(folder, files, inputs),
    stdout: { columns: 80 },
  }) as Partial<World> as World;

const CASES: readonly Case[] = [
  {
    title: 'several files, some of them new, one by a link',
    prepare() {
      for (const name of ['a.json', 'c.txt', 'deep/d.csv']) {
        mkdirSync(path.dirname(at(name)), { recursive: true });
        writeFileSync(at(name), `old ${name}`);
      }
      chmodSync(at('c.txt'), 0o600);
      symlinkSync('deep/d.csv', at('link.csv'));
      writeFileSync(at('input.csv'), 'input');
    },
    write: async () => {
      const files = ['a.json', 'b.csv', 'c.txt', 'link.csv'].map((name) => ({ path: name, content: NEW }));
      await writeFiles(folder, files, [at('input.csv')]);
    },
    old: { 'a.json': 'old a.json', 'b.csv': null, 'c.txt': 'old c.txt', 'link.csv': 'old deep/d.csv' },
    others: ['deep', 'deep/d.csv', 'input.csv'],
  },
  {
    title: 'a data folder below folders that are made',
    prepare() {},
    write: async () => {
      const files = ['x.csv', 'y.csv'].map((name) => ({ name, path: `new/deep/${name}`, content: NEW }));
      await writeFolder({ kind: 'written', folder: 'new/deep', isUsual: false, files }, world(), en);
    },
    old: { 'new/deep/x.csv': null, 'new/deep/y.csv': null },
    others: [],
  },
  {
    title: 'the files of a job of a batch',
    prepare() {
      mkdirSync(at('ut'));
      writeFileSync(at('ut/a.json'), 'old');
    },
    write: async () => {
      const writer = new JobWriter(world(), [], new PlanPlaces(folder, folder));
      const names = ['ut/a.json', 'ut/Nord/a.csv'];
      const files = names.map((name) => ({ path: name, content: NEW }));
      const job = { name: 'j', command: 'estimate', with: {}, context: { folder: { path: folder } } };
      const planned = names.map((name) => ({ name, location: at(name) }));
      const computed = { job: { ...job, files: planned }, row: { failure: null }, files, read: [], met: {} };
      const { row } = await writer.write(computed as unknown as Computed);
      await writer.end();
      if (row.failure !== null) throw new Failure(row.failure.code, row.failure.facts);
    },
    old: { 'ut/a.json': 'old', 'ut/Nord/a.csv': null },
    others: ['ut'],
  },
];

/** What stands in a file, null where it is not there. */
const contentOf = (name: string): string | null => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : null);

function expectWords(failure: Failure): void {
  for (const catalogue of [en, sv]) {
    const { message, hint } = failureText(failure.record, catalogue);
    expect(message).toMatch(/: \p{L}+ .*\(E[A-Z]+\)/u);
    expect(`${message} ${hint}`).not.toMatch(/undefined|\[object/);
    expect(hint.length).toBeGreaterThan(10);
  }
}

async function failureOf(act: () => Promise<void>): Promise<Failure | null> {
  try {
    await act();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return error as Failure;
  }
}

/** Runs the case once for every call that it makes to the disk, which fails there; gives how often that was. */
async function everyCall(
  { prepare, write }: Case,
  { code, isLasting }: { readonly code: string; readonly isLasting: boolean },
  look: (failure: Failure | null, call: string) => void,
): Promise<number> {
  for (let n = 1; ; n += 1) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    prepare();
    let failure: Failure | null = null;
    const isDue = (_: string, nth: number): boolean => (isLasting ? nth >= n : nth === n);
    const calls = await disk.during({ code, isDue }, async () => {
      failure = await failureOf(write);
    });
    if (calls.length < n) return n - 1;
    look(failure, calls[n - 1] ?? '');
  }
}

const isRemoval = (call: string): boolean => /^(?:rm|rmdir|unlink)/.test(call);

describe.each(CASES)('F09 F18 $title, on a disk that fails at the n-th call', (each) => {
  const names = Object.keys(each.old);
  const litter = (): string[] => {
    const known = new Set([...names, ...each.others]);
    const isAbove = (name: string) => names.some((file) => existsSync(at(file)) && file.startsWith(`${name}/`));
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !known.has(name) && !isAbove(name),
    );
  };

  test.each(['ENOSPC', 'EACCES', 'EIO'])('once, with %s: all files are old or all are new', async (code) => {
    const count = await everyCall(each, { code, isLasting: false }, (failure, call) => {
      const found = Object.fromEntries(names.map((name) => [name, contentOf(name)]));
      const expected = failure === null ? Object.fromEntries(names.map((name) => [name, NEW])) : each.old;
      expect({ call, found }).toEqual({ call, found: expected });
      if (!isRemoval(call)) expect({ call, litter: litter() }).toEqual({ call, litter: [] });
      if (failure !== null) expectWords(failure);
      if (existsSync(at('c.txt'))) expect(statSync(at('c.txt')).mode & 0o777).toBe(0o600);
      if (each.others.includes('input.csv')) expect(lstatSync(at('link.csv')).isSymbolicLink()).toBe(true);
    });
    expect(count).toBeGreaterThan(10);
  });

  test('and at every one after it: each file is old or new, and those that are new are named', async () => {
    let named = 0;
    const count = await everyCall(each, { code: 'EIO', isLasting: true }, (failure, call) => {
      const isNew = names.filter((name) => contentOf(name) === NEW);
      for (const name of names) expect([each.old[name], NEW]).toContain(contentOf(name));
      if (failure === null) expect({ call, isNew }).toEqual({ call, isNew: names });
      else {
        const { replaced = [] } = failure.facts as FailureFacts['write-failed'];
        expect({ call, replaced }).toEqual({ call, replaced: isNew });
        if (replaced.length > 0) named += 1;
        expectWords(failure);
      }
    });
    expect(count).toBeGreaterThan(10);
    expect(named).toBeGreaterThan(0);
  });
});

test('F09 F18 on a disk that knows no second names, those that are new already are named', async () => {
  const [{ prepare, write, old }] = CASES as [Case];
  prepare();
  let renamed = 0;
  const isDue = (call: string): boolean => {
    if (call === 'renameSync') renamed += 1;
    return call === 'linkSync' || (call === 'renameSync' && renamed === 3);
  };
  let failure: Failure | null = null;
  await disk.during({ code: 'EPERM', isDue }, async () => {
    failure = await failureOf(write);
  });
  expect(failure).toMatchObject({ facts: { path: 'c.txt', replaced: ['a.json', 'b.csv'] } });
  expect(failureText((failure as unknown as Failure).record, en).message).toBe(
    'c.txt could not be written: another program has it open (EPERM); a.json and b.csv had been replaced before, and could not be put back',
  );
  const isNew = Object.keys(old).filter((name) => contentOf(name) === NEW);
  expect(isNew).toEqual(['a.json', 'b.csv']);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

describe('a file that is open in another program', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'F30 %s at its renaming: «close the file in Excel», nothing lost',
    async (code) => {
      const [several] = CASES as [Case];
      let seen = 0;
      await everyCall(several, { code, isLasting: false }, (failure, call) => {
        if (call !== 'renameSync') return;
        seen += 1;
        expect(failure?.facts).toMatchObject({ isHeld: true, reason: code, replaced: [] });
        const [english, swedish] = [en, sv].map((catalogue) => failureText((failure as Failure).record, catalogue));
        expect(english?.hint).toMatch(/^Close the file in Excel/);
        expect(swedish?.hint).toMatch(/^Stäng filen i Excel/);
        for (const [name, content] of Object.entries(several.old)) expect(contentOf(name)).toBe(content);
      });
      expect(seen).toBe(4);
    },
  );
});
