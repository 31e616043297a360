import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, ROOT, runResurs } from '../harness.ts';
import { lines, SMALL, smallWith } from './small-folder.ts';

const JANUARY = ['estimate', '--month', '2023-01', '-f', 'json'];

interface Input {
  readonly table: string;
  readonly path: string;
  readonly rows: number;
}

interface Report {
  readonly inputs: readonly Input[];
  readonly rows: unknown;
  readonly steps: unknown;
  readonly totals: unknown;
}

async function report(args: readonly string[], files: Files, stdin = ''): Promise<Report> {
  const { exit, stdout, stderr } = await runResurs(args, { files, stdin });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout) as Report;
}

const figures = ({ rows, steps, totals }: Report): string => JSON.stringify({ rows, steps, totals });
const named = ({ inputs }: Report): string[] => inputs.map(({ table, path, rows }) => `${table} ${path} ${rows}`);

describe('standard input as a table', () => {
  for (const table of ['forecasts', 'statistics', 'schablons'] as const) {
    test(`--${table} - reads it, and the result is that of the file`, async () => {
      const name = `${table}.csv`;
      const usual = await report(JANUARY, SMALL);
      const piped = await report([...JANUARY, `--${table}`, '-'], smallWith({ [name]: null }), String(SMALL[name]));
      expect(figures(piped)).toBe(figures(usual));
      expect(named(piped)).toEqual(named(usual).map((each) => each.replace(name, '-')));
    });
  }

  test('goes before the folder’s own file', async () => {
    const stdin = lines('published,programme,period,decisions_per_month', '2022-10-28,JOB,2023-01,900');
    const { totals } = await report([...JANUARY, '--forecasts', '-', '-p', 'JOB'], SMALL, stdin);
    expect((totals as { totalHours: number }[]).at(-1)?.totalHours).toBe(281.25);
  });

  test('may be one of several files of a table', async () => {
    const [header, ...rows] = String(SMALL['statistics.csv']).trimEnd().split('\n');
    const files = smallWith({ 'statistics.csv': null, 'one.csv': lines(header as string, ...rows.slice(0, 3)) });
    const stdin = lines(header as string, ...rows.slice(3));
    const args = [...JANUARY, '--statistics', 'one.csv', '--statistics', '-'];
    expect(figures(await report(args, files, stdin))).toBe(figures(await report(JANUARY, SMALL)));
  });

  test('that is empty is a problem, not 0 hours', async () => {
    const { exit, stdout, stderr } = await runResurs([...JANUARY, '--statistics', '-'], { files: SMALL });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(/^error: -: the file is empty/m);
  });

  test('shows its problems with the line', async () => {
    const stdin = 'month,programme,region,decisions,new_decisions\n2022-01,JOB,Nord,many,1\n';
    const { exit, stderr } = await runResurs([...JANUARY, '--statistics', '-'], { files: SMALL, stdin });
    expect(exit).toBe(1);
    expect(stderr).toContain('-, line 2, cell D2 decisions: ');
    expect(stderr).toContain('\n    2022-01,JOB,Nord,many,1\n                     ^~~~\n');
  });
});

describe('several files for one table', () => {
  const EXAMPLE: Files = Object.fromEntries(
    ['forecasts.csv', 'statistics.csv', 'schablons.csv', 'programmes.csv'].map((name) => [
      name,
      readFileSync(path.join(ROOT, 'fixtures/example', name), 'utf8'),
    ]),
  );
  const QUARTER = ['estimate', '--from', '2023-01', '--to', '2023-03', '-f', 'json'];

  /** The rows of a table dealt out to so many files, each with the header. */
  function dealt(table: string, count: number): Files {
    const [header, ...rows] = String(EXAMPLE[`${table}.csv`]).trimEnd().split('\n');
    return Object.fromEntries(
      Array.from({ length: count }, (_, hand) => [
        `${table}-${hand}.csv`,
        lines(header as string, ...rows.filter((_row, at) => at % count === hand)),
      ]),
    );
  }

  for (const table of ['forecasts', 'statistics', 'schablons', 'programmes']) {
    test(`splitting ${table} changes no byte of rows, steps and totals`, async () => {
      const whole = await report(QUARTER, EXAMPLE);
      for (const count of [2, 3]) {
        const parts = dealt(table, count);
        const rest = Object.fromEntries(Object.entries(EXAMPLE).filter(([name]) => name !== `${table}.csv`));
        const flags = Object.keys(parts).flatMap((name) => [`--${table}`, name]);
        const split = await report([...QUARTER, ...flags], { ...rest, ...parts });
        expect(figures(split) === figures(whole)).toBe(true);
        const read = split.inputs.filter((input) => input.table === table);
        expect(read.map((input) => input.path)).toEqual(Object.keys(parts));
        const rows = read.reduce((sum, input) => sum + input.rows, 0);
        expect(rows).toBe(whole.inputs.find((input) => input.table === table)?.rows);
      }
    });
  }

  test('F23 neither the order of the flags nor a file named twice changes a byte of anything', async () => {
    const { 'statistics.csv': _whole, ...rest } = EXAMPLE;
    const files = { ...rest, ...dealt('statistics', 3) } as Files;
    const run = (...numbers: number[]) =>
      runResurs([...QUARTER, ...numbers.flatMap((number) => ['--statistics', `statistics-${number}.csv`])], { files });
    const usual = await run(0, 1, 2);
    expect(usual.exit).toBe(0);
    expect(await run(2, 0, 1)).toEqual(usual);
    expect(await run(1, 2, 1, 0, 2)).toEqual(usual);
  });

  test('rows in another order change no byte of rows, steps and totals', async () => {
    const whole = await report(QUARTER, EXAMPLE);
    const mixed = Object.fromEntries(
      Object.entries(EXAMPLE).map(([name, text]) => {
        const [header, ...rows] = String(text).trimEnd().split('\n');
        return [name, lines(header as string, ...rows.toSorted((left, right) => (hash(left) < hash(right) ? -1 : 1)))];
      }),
    );
    expect(figures(await report(QUARTER, mixed)) === figures(whole)).toBe(true);
  });

  test('one key in two files is a problem that names both', async () => {
    const files = { ...SMALL, 'more.csv': lines('published,programme,period,decisions', '2022-10-28,JOB,2023-01,1') };
    const args = [...JANUARY, '--forecasts', 'forecasts.csv', '--forecasts', 'more.csv'];
    const { exit, stdout, stderr } = await runResurs(args, { files });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'more.csv, line 2, cell C2 period: forecasts.csv, line 3, says something else',
    );
  });

  test('a flag names files from where the command stands; results name them so that no machine shows', async () => {
    const inside = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`data/${name}`, text]));
    const table = String(SMALL['schablons.csv']);
    const files = { ...inside, 'mine.csv': table, 'data/deep/mine.csv': table, '../up.csv': table };
    for (const [given, name] of [
      // From the data folder, an absolute path outside of it without its folders.
      ['data/deep/mine.csv', 'deep/mine.csv'],
      ['/data/data/deep/mine.csv', 'deep/mine.csv'],
      ['./mine.csv', '../mine.csv'],
      ['../up.csv', '../../up.csv'],
      ['/data/mine.csv', 'mine.csv'],
    ] as const) {
      const read = named(await report([...JANUARY, '--data', 'data', '--schablons', given], files));
      expect(read).toEqual(['statistics statistics.csv 8', 'forecasts forecasts.csv 5', `schablons ${name} 7`]);
    }
  });

  test('tables may be in the folder under their Swedish names, but not under both', async () => {
    const swedish: Files = {
      'utgiftsprognoser.csv': SMALL['forecasts.csv'] as string,
      'Beslutsstatistik.CSV': SMALL['statistics.csv'] as string,
      'schabloner.csv': SMALL['schablons.csv'] as string,
    };
    expect(figures(await report(JANUARY, swedish))).toBe(figures(await report(JANUARY, SMALL)));
    const { exit, stdout, stderr } = await runResurs(JANUARY, { files: { ...SMALL, ...swedish } });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr.match(/\[table-twice\]/g)).toHaveLength(3);
    const chosen = ['forecasts', 'statistics', 'schablons'].flatMap((table) => [`--${table}`, `${table}.csv`]);
    expect((await runResurs([...JANUARY, ...chosen], { files: { ...SMALL, ...swedish } })).exit).toBe(0);
  });
});

/** A number for a text, to mix rows by, the same every time. */
function hash(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
