import { describe, expect, test } from 'vitest';
import { SMALL, smallWith } from '../commands/small-folder.ts';
import { type Files, runResurs } from '../harness.ts';

const JANUARY = ['estimate', '--month', '2023-01'];
const SWEDISH_CSV = smallWith({ 'resurs.yaml': 'csv: sv\n' });

type Format = 'table' | 'markdown' | 'json' | 'csv' | 'csv-sv';

/** A format is known by how it begins. */
function formatOf(text: string): Format | 'unknown' {
  if (text.startsWith('{\n  "formatVersion": 1,')) return 'json';
  if (text.startsWith('month,programme,region,')) return 'csv';
  if (text.startsWith('\uFEFFmonth;programme;region;')) return 'csv-sv';
  if (text.startsWith('**January 2023: ')) return 'markdown';
  return text.startsWith('January 2023: ') ? 'table' : 'unknown';
}

interface Case {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Files;
}

async function onStdout({ args = [], env = {}, files = SMALL }: Case): Promise<Format | 'unknown'> {
  const { exit, stdout, written } = await runResurs([...JANUARY, ...args], { env, files });
  expect({ exit, written }).toEqual({ exit: 0, written: {} });
  return formatOf(stdout);
}

async function inFiles({ args = [], env = {}, files = SMALL }: Case): Promise<Record<string, Format | 'unknown'>> {
  const { exit, stdout, written } = await runResurs([...JANUARY, ...args], { env, files });
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
  return Object.fromEntries(Object.entries(written).map(([path, text]) => [path, formatOf(text)]));
}

describe('the format of what stands on stdout', () => {
  test('is the table, on a terminal and in a pipe', async () => {
    expect(await onStdout({})).toBe('table');
    const { stdout } = await runResurs(JANUARY, { files: SMALL, isTerminal: true, env: { NO_COLOR: '1' } });
    expect(formatOf(stdout)).toBe('table');
  });

  for (const format of ['table', 'markdown', 'json', 'csv', 'csv-sv'] as const) {
    test(`is ${format} by flag, long and short, and by RESURS_FORMAT`, async () => {
      expect(await onStdout({ args: ['--format', format] })).toBe(format);
      expect(await onStdout({ args: ['-f', format] })).toBe(format);
      expect(await onStdout({ args: [`-f${format}`] })).toBe(format);
      expect(await onStdout({ env: { RESURS_FORMAT: format } })).toBe(format);
    });
  }

  test('the flag goes before the variable, whatever the variable says', async () => {
    expect(await onStdout({ args: ['-f', 'csv'], env: { RESURS_FORMAT: 'json' } })).toBe('csv');
    expect(await onStdout({ args: ['-f', 'csv'], env: { RESURS_FORMAT: 'nonsense' } })).toBe('csv');
  });

  test('an empty variable says nothing', async () => {
    expect(await onStdout({ env: { RESURS_FORMAT: '' } })).toBe('table');
  });

  test('`csv: sv` in the settings is for files; what was asked for by name stays that', async () => {
    expect(await onStdout({ files: SWEDISH_CSV })).toBe('table');
    expect(await onStdout({ files: SWEDISH_CSV, args: ['-f', 'csv'] })).toBe('csv');
  });
});

describe('the format of a file', () => {
  test('is told by its extension, without regard to case or to dots before it', async () => {
    const names = ['a.json', 'b.csv', 'c.txt', 'c.md', 'D.JSON', 'e.Csv', 'year.2023.txt', 'folder.json/f.csv'];
    expect(await inFiles({ args: names.flatMap((name) => ['-o', name]) })).toEqual({
      'a.json': 'json',
      'b.csv': 'csv',
      'c.txt': 'table',
      'c.md': 'markdown',
      'D.JSON': 'json',
      'e.Csv': 'csv',
      'year.2023.txt': 'table',
      'folder.json/f.csv': 'csv',
    });
  });

  test('among the formats of one extension the flag decides', async () => {
    expect(await inFiles({ args: ['-f', 'csv-sv', '-o', 'a.csv'] })).toEqual({ 'a.csv': 'csv-sv' });
    expect(await inFiles({ args: ['-f', 'csv', '-o', 'a.csv'] })).toEqual({ 'a.csv': 'csv' });
    expect(await inFiles({ args: ['-f', 'table', '-o', 'a.txt'] })).toEqual({ 'a.txt': 'table' });
  });

  test('the flag has only to fit one of several files; the others keep to their extension', async () => {
    expect(await inFiles({ args: ['-f', 'csv-sv', '-o', 'a.csv', '-o', 'b.json', '-o', 'c.csv'] })).toEqual({
      'a.csv': 'csv-sv',
      'b.json': 'json',
      'c.csv': 'csv-sv',
    });
  });

  test('`csv: sv` in the settings makes it the usual one, and goes after flag and variable', async () => {
    const files = SWEDISH_CSV;
    expect(await inFiles({ files, args: ['-o', 'a.csv', '-o', 'b.json'] })).toEqual({
      'a.csv': 'csv-sv',
      'b.json': 'json',
    });
    expect(await inFiles({ files, args: ['-o', 'a.csv', '-f', 'csv'] })).toEqual({ 'a.csv': 'csv' });
    expect(await inFiles({ files, args: ['-o', 'a.csv'], env: { RESURS_FORMAT: 'csv' } })).toEqual({ 'a.csv': 'csv' });
    const standard = smallWith({ 'resurs.yaml': 'csv: standard\n' });
    expect(await inFiles({ files: standard, args: ['-o', 'a.csv'] })).toEqual({ 'a.csv': 'csv' });
  });

  test('RESURS_FORMAT decides among the formats of one extension, and is no conflict elsewhere', async () => {
    const env = { RESURS_FORMAT: 'csv-sv' };
    expect(await inFiles({ env, args: ['-o', 'a.csv', '-o', 'b.json'] })).toEqual({
      'a.csv': 'csv-sv',
      'b.json': 'json',
    });
    expect(await inFiles({ env, args: ['-o', 'a.csv', '-f', 'csv'] })).toEqual({ 'a.csv': 'csv' });
    expect(await inFiles({ env: { RESURS_FORMAT: 'json' }, args: ['-o', 'a.csv'] })).toEqual({ 'a.csv': 'csv' });
  });

  for (const [name, format] of [
    ['a.json', 'csv'],
    ['a.json', 'table'],
    ['a.csv', 'json'],
    ['a.csv', 'table'],
    ['a.txt', 'json'],
    ['a.txt', 'markdown'],
    ['a.md', 'table'],
    ['a.txt', 'csv-sv'],
  ] as const) {
    test(`${name} as ${format} is a conflict, and nothing is written`, async () => {
      const { exit, stdout, stderr, written } = await runResurs([...JANUARY, '-o', name, '-f', format], {
        files: SMALL,
      });
      expect({ exit, stdout, written }).toEqual({ exit: 2, stdout: '', written: {} });
      expect(stderr).toContain(`${name} cannot be written as ${format}`);
    });
  }

  for (const name of ['hours', 'hours.', 'json', 'a.jso', 'a.json.gz', 'a.csv ', '.json/a', '']) {
    test(`«${name}» does not tell it, and nothing is written`, async () => {
      const { exit, stdout, stderr, written } = await runResurs([...JANUARY, '-o', 'good.json', '-o', name], {
        files: SMALL,
      });
      expect({ exit, stdout, written }).toEqual({ exit: 2, stdout: '', written: {} });
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
        'does not tell the format Let it end with .txt, .md, .json or .csv.',
      );
    });
  }

  test('is known before any table is read', async () => {
    const { exit, stderr } = await runResurs([...JANUARY, '-o', 'hours'], {
      files: smallWith({ 'statistics.csv': null }),
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('does not tell the format');
  });
});

describe('the name of an output', () => {
  test.each(['regions.csv', 'regioner.csv', 'Schabloner.csv', 'capacity.csv', 'överenskommelser.csv', './program.csv'])(
    '%s is none that the data folder is read by, whether it is there or not',
    async (name) => {
      const { exit, stderr, written } = await runResurs([...JANUARY, '-o', name], { files: SMALL });
      expect({ exit, written }).toEqual({ exit: 2, written: {} });
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
        `error: ${name} is one of the files that are read, or has the name of one; nothing was written`,
      );
    },
  );

  test('may be that of a table in another folder', async () => {
    expect(await inFiles({ args: ['-o', 'results/regions.csv'] })).toEqual({ 'results/regions.csv': 'csv' });
  });
});
