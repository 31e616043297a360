import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { type ColumnSpec, MEASURE_WORDS, PRIORITY_WORDS, TABLES } from '../../src/read/columns.ts';
import { EXAMPLES, type Files, type RunOptions, type RunResult, runResurs } from '../harness.ts';
import { SMALL } from './small-folder.ts';

const EMPTY: RunOptions = { files: {} };
/** Made anew by `init`, from the tables that it writes. */
const PACKAGE = 'datapackage.json';
const SWEDISH = ['LÄSMIG.md', 'beslutsstatistik.csv', PACKAGE, 'program.csv', 'resurs.yaml', 'schabloner.csv'];
const SWEDISH_NAMES = [...SWEDISH, 'plan.yaml', 'utgiftsprognoser.csv'];

function init(args: readonly string[], options: RunOptions = EMPTY): Promise<RunResult> {
  return runResurs(['init', ...args], options);
}

/** The last line of what is printed is the command to type next. */
const nextCommand = ({ stdout }: RunResult): string => stdout.trimEnd().split('\n').at(-1)?.trim() ?? '';

const asOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('in English', () => {
  test('the files are those of the example, byte for byte, and what describes them', async () => {
    const { exit, stderr, written } = await init(['example']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const names = readdirSync(EXAMPLES.en);
    expect(Object.keys(written).sort()).toEqual([...names, PACKAGE].map((name) => `example/${name}`).sort());
    expect(names).toEqual([
      'README.md',
      'forecasts.csv',
      'plan.yaml',
      'programmes.csv',
      'schablons.csv',
      'statistics.csv',
    ]);
    for (const name of names) {
      const bytes = readFileSync(path.join(EXAMPLES.en, name));
      expect(Buffer.from(written[`example/${name}`] ?? '').equals(bytes), name).toBe(true);
    }
  });

  test('without a folder they are written to the current one', async () => {
    const { exit, written } = await init([]);
    expect(exit).toBe(0);
    expect(Object.keys(written).sort()).toEqual([...readdirSync(EXAMPLES.en), PACKAGE].sort());
    expect((await init(['.'])).written).toEqual(written);
    expect((await init(['./'])).written).toEqual(written);
  });
});

describe('in Swedish', () => {
  test('the files have Swedish names, the mark of UTF-8, semicolons and CRLF', async () => {
    const { exit, stderr, written } = await init(['--lang', 'sv']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(Object.keys(written).sort()).toEqual([...SWEDISH_NAMES].sort());
    expect(written['resurs.yaml']).toBe('language: sv\ncsv: sv\n');
    for (const name of SWEDISH_NAMES.filter((each) => each.endsWith('.csv'))) {
      const text = written[name] ?? '';
      expect(text.startsWith('\uFEFF'), name).toBe(true);
      expect(
        text.match(/\r\n|\n|\r/g)?.every((end) => end === '\r\n'),
        name,
      ).toBe(true);
      expect(text.endsWith('\r\n'), name).toBe(true);
      expect(text.split('\r\n')[0], name).toContain(';');
    }
  });

  for (const { table, fileNames, columns } of TABLES.filter((spec) => spec.table !== 'regions')) {
    test(`${table}: cell by cell the example, with Swedish columns and words and a decimal comma`, async () => {
      const specs: Readonly<Record<string, ColumnSpec>> = columns;
      const english = plainCells((await init([])).written[fileNames[0]] ?? '', ',', '\n');
      const swedish = plainCells((await init(['--lang', 'sv'])).written[fileNames[1]] ?? '', ';', '\r\n');
      const [header = [], ...rows] = english;
      const inSwedish = (column: string, cell: string): string => {
        const kind = specs[column]?.kind;
        if (kind === 'count' || kind === 'amount' || kind === 'rate') return cell.replace('.', ',');
        if (kind !== 'measure' && kind !== 'priority') return cell;
        const words = Object.values(kind === 'measure' ? MEASURE_WORDS : PRIORITY_WORDS);
        return words.find(([word]) => word === cell)?.[1] ?? cell;
      };
      // The Swedish names of a period are narrower than it is; it is called the same in Swedish.
      const names = header.map((column) => (column === 'period' ? column : (specs[column]?.aliases[0] ?? column)));
      expect(swedish[0]).toEqual(names);
      expect(swedish.slice(1)).toEqual(rows.map((row) => row.map((cell, at) => inSwedish(header[at] ?? '', cell))));
      expect(rows.length).toBeGreaterThan(3);
    });
  }

  test('every month is estimated as from the English files, to the last digit', async () => {
    const english = (await init([])).written;
    const swedish = (await init(['--lang', 'sv'])).written;
    for (const range of [
      ['--month', '2023-01'],
      ['--from', '2022-12', '--to', '2023-12'],
      ['--month', '2023-01', '--as-of', '2022-05-31'],
    ]) {
      const of = async (files: Files) => {
        const { exit, stdout, stderr } = await runResurs(['estimate', ...range, '-f', 'json'], { files });
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
        const { rows, totals } = JSON.parse(stdout);
        return { rows, totals };
      };
      const expected = await of(english);
      expect(expected.rows.length).toBeGreaterThan(17);
      expect(await of(swedish)).toEqual(expected);
    }
  });

  test('is chosen by flag, variable, settings and locale, as everywhere', async () => {
    const settings: Files = { 'resurs.yaml': 'language: sv\n' };
    const swedish = (await init(['x', '--lang', 'sv'])).written;
    expect(Object.keys(swedish)).toContain('x/schabloner.csv');
    expect((await init(['x'], { files: {}, env: { RESURS_LANG: 'sv' } })).written).toEqual(swedish);
    expect((await init(['x'], { files: {}, env: { LANG: 'sv_SE.UTF-8' } })).written).toEqual(swedish);
    expect((await init(['x'], { files: settings })).written).toEqual(swedish);
    const english = (await init(['x'])).written;
    expect((await init(['x', '--lang', 'en'], { files: settings })).written).toEqual(english);
  });
});

/** The cells of a text without quotation marks, which an example has no need of. */
function plainCells(text: string, delimiter: string, lineEnd: string): string[][] {
  expect(text).not.toContain('"');
  const lines = text.replace(/^\uFEFF/, '').split(lineEnd);
  expect(lines.pop()).toBe('');
  return lines.map((line) => line.split(delimiter));
}

describe('the README of the example', () => {
  const text = (language: Language): string => readFileSync(path.join(EXAMPLES[language], 'README.md'), 'utf8');
  const commandsIn = (language: Language): string[] => text(language).match(/^ {4}resurs .*$/gm) ?? [];

  for (const language of ['en', 'sv'] as const) {
    test(`in ${language} names the files of its own folder, all of them`, async () => {
      const { written } = await init(['--lang', language]);
      const named = new Set([...text(language).matchAll(/`([a-z]+\.(?:csv|yaml|json))`/g)].map(([, name]) => name));
      expect([...named].sort()).toEqual(
        Object.keys(written)
          .filter((name) => !name.endsWith('.md'))
          .sort(),
      );
    });

    test(`in ${language} has commands that can be run in the folder`, async () => {
      const { written } = await init(['--lang', language]);
      expect(commandsIn(language).length).toBeGreaterThanOrEqual(3);
      for (const command of commandsIn(language)) {
        const { exit, stderr } = await runResurs(command.trim().split(' ').slice(1), { files: written });
        expect({ command, exit, stderr }).toEqual({ command, exit: 0, stderr: '' });
      }
    });
  }

  test('says the same in both languages', () => {
    expect(commandsIn('sv')).toEqual(commandsIn('en'));
    const shape = (language: Language): number[] =>
      [/^#+ /gm, /^\* /gm, /`--as-of [\d-]+`/g, /\b\d\d \d\d\d\b/g].map(
        (mark) => text(language).match(mark)?.length ?? 0,
      );
    expect(shape('sv')).toEqual(shape('en'));
  });
});

describe('a folder where something stands', () => {
  const refused = async (
    args: readonly string[],
    present: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) => {
    const files = Object.fromEntries(present.map((name) => [name, 'old\n']));
    const { exit, stdout, stderr, written } = await init(args, { files, env });
    expect({ exit, stdout, written }).toEqual({ exit: 2, stdout: '', written: {} });
    return asOneLine(stderr);
  };

  for (const name of [
    'forecasts.csv',
    'Statistics.CSV',
    'README.md',
    'readme.MD',
    'beslutsstatistik.csv',
    'SCHABLONER.csv',
    'regions.csv',
    'regioner.csv',
  ]) {
    test(`is refused for ${name}, which is named`, async () => {
      expect(await refused(['new'], [`new/${name}`])).toContain(
        `the folder new already has ${name}; nothing was written`,
      );
    });
  }

  test('is refused in Swedish for the English names, too, and for å in two characters', async () => {
    const reading = 'LÄSMIG.md'.normalize('NFD');
    const said = await refused(['--lang', 'sv', 'ny'], ['ny/statistics.csv', `ny/${reading}`]);
    expect(said).toMatch(/^fel: mappen ny har redan L.+SMIG\.md och statistics\.csv; inget har sparats /);
    expect(said).toContain('resurs init ny-2');
  });

  test('is refused for settings, which would change what the example says', async () => {
    expect(await refused(['new'], ['new/resurs.yaml'])).toContain('already has resurs.yaml');
  });

  test('names everything that is in the way, and how to go on', async () => {
    const said = await refused([], ['a.txt', 'forecasts.csv', 'program.csv']);
    expect(said).toBe(
      'error: this folder already has forecasts.csv and program.csv; nothing was written Name a new folder, such as resurs init example.',
    );
  });

  test('a second time is refused and changes nothing', async () => {
    const first = await init(['--lang', 'sv']);
    const second = await init(['--lang', 'sv'], { files: first.written });
    expect({ exit: second.exit, written: second.written }).toEqual({ exit: 2, written: {} });
    expect((await init([], { files: first.written })).exit).toBe(2);
  });

  test('is used where nothing of it is in the way', async () => {
    const { exit, written } = await init([], {
      files: { 'notes.txt': 'mine', 'LÄSMIG.md': 'mine', 'old/statistics.csv': '' },
    });
    expect(exit).toBe(0);
    expect(Object.keys(written)).toContain('statistics.csv');
  });
});

describe('what is printed', () => {
  test('are the files and the next command, as a result', async () => {
    const { stdout, stderr } = await init(['example']);
    expect(stderr).toBe('');
    expect(asOneLine(stdout)).toBe(
      'The folder example now holds README.md, datapackage.json, forecasts.csv, plan.yaml, programmes.csv, schablons.csv and statistics.csv. Their figures are invented. Estimate January 2023 with: resurs estimate --data example --month 2023-01',
    );
    const swedish = await init(['exempel', '--lang', 'sv']);
    expect(asOneLine(swedish.stdout)).toBe(
      'Mappen exempel innehåller nu LÄSMIG.md, beslutsstatistik.csv, datapackage.json, plan.yaml, program.csv, resurs.yaml, schabloner.csv och utgiftsprognoser.csv. Siffrorna är påhittade. Beräkna januari 2023 så här: resurs estimate --data exempel --month 2023-01',
    );
    for (const line of (stdout + swedish.stdout).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('is nothing with --quiet, and the files are written all the same', async () => {
    const { exit, stdout, stderr, written } = await init(['example', '-q']);
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(written).toEqual((await init(['example'])).written);
  });

  test('the next command names the folder only where it has to', async () => {
    expect(nextCommand(await init([]))).toBe('resurs estimate --month 2023-01');
    expect(nextCommand(await init(['./']))).toBe('resurs estimate --month 2023-01');
    expect(nextCommand(await init(['years/2023/']))).toBe('resurs estimate --data years/2023/ --month 2023-01');
    expect(nextCommand(await init(['underlag för åren']))).toBe(
      'resurs estimate --data "underlag för åren" --month 2023-01',
    );
    expect(nextCommand(await init(['a$b"c']))).toBe('resurs estimate --data "a\\$b\\"c" --month 2023-01');
  });

  test('the next command names the current folder where the variable or the settings name another', async () => {
    const env = { RESURS_DATA: 'data' };
    const files = { 'data/notes.txt': '' };
    expect(nextCommand(await init([], { files, env }))).toBe('resurs estimate --data . --month 2023-01');
    expect(nextCommand(await init(['data'], { files, env }))).toBe('resurs estimate --month 2023-01');
    const settings = { 'resurs.yaml': 'data: data\n' };
    expect(nextCommand(await init(['data'], { files: settings }))).toBe('resurs estimate --month 2023-01');
    expect(nextCommand(await init(['other'], { files: settings }))).toBe(
      'resurs estimate --data other --month 2023-01',
    );
  });

  test('a name that would act in a terminal is shown, not obeyed', async () => {
    const { stdout } = await init(['a\u001B[31m\u202Eb']);
    expect(stdout).toContain('--data "a\\x1B[31m\\u{202E}b"');
    expect(stdout).not.toMatch(/[\u001B\u202E]/);
  });
});

test('a data folder that the variable names need not be there yet', async () => {
  const { exit, written } = await init(['data'], { files: {}, env: { RESURS_DATA: 'data' } });
  expect(exit).toBe(0);
  expect(Object.keys(written)).toContain('data/statistics.csv');
});

test('options may stand before the command and the folder', async () => {
  const usual = await init(['ny', '--lang', 'sv']);
  expect(await runResurs(['--lang', 'sv', 'init', 'ny'], EMPTY)).toEqual(usual);
  expect(await runResurs(['init', '--lang', 'sv', 'ny'], EMPTY)).toEqual(usual);
});

test('what init does not take is refused', async () => {
  for (const option of ['--data', '--month', '--format', '--out']) {
    const { exit, stderr } = await init([option, 'x'], { files: SMALL });
    expect(exit).toBe(2);
    expect(stderr).toContain(`there is no option ${option}`);
  }
});

test('help shows the folder as an argument that may be left out', async () => {
  const { stdout } = await init(['--help']);
  expect(stdout).toContain('  resurs init [DIR] [OPTIONS]\n');
  expect(stdout).not.toContain('undefined');
});
