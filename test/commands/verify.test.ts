import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { EXAMPLES, type Files, ROOT, type RunOptions, runResurs } from '../harness.ts';
import { lines, SMALL, SMALL_HOURS, smallWith, WARNED } from './small-folder.ts';

type Numbers = Readonly<Record<string, number>>;

interface Change {
  readonly table: string;
  readonly path: string;
  readonly change: 'none' | 'altered' | 'added' | 'removed';
  readonly from: { readonly sha256: string; readonly rows: number } | null;
  readonly to: { readonly sha256: string; readonly rows: number } | null;
}

interface Row {
  readonly programme: string | null;
  readonly region: string | null;
  readonly from: Numbers;
  readonly to: Numbers;
  readonly change: Numbers;
  readonly changeShare: number | null;
  readonly effects: Readonly<Record<string, Numbers>>;
}

interface Report {
  readonly request: Readonly<Record<string, unknown>>;
  readonly inputs: readonly { readonly table: string; readonly path: string; readonly sha256: string }[];
  readonly isIdentical: boolean;
  readonly changes: readonly Change[];
  readonly effects: readonly { readonly tables: readonly string[]; readonly totalHours: number }[];
  readonly rates: readonly Readonly<Record<string, unknown>>[];
  readonly rows: readonly (Row & { readonly month: string })[];
  readonly totals: readonly Row[];
  readonly failures: readonly { readonly code: string; readonly message: string; readonly hint: string }[];
  readonly warnings: readonly { readonly code: string }[];
}

const JANUARY = ['--month', '2023-01'];
const SAVED = 'saved.json';

async function savedEstimate(args: readonly string[], files: Files, options: RunOptions = {}): Promise<string> {
  const { exit, stdout, stderr } = await runResurs(['estimate', ...args, '-f', 'json'], { files, ...options });
  expect(exit, stderr).toBe(0);
  return stdout;
}

const verify = (saved: string, files: Files, args: readonly string[] = [], options: RunOptions = {}) =>
  runResurs(['verify', SAVED, ...args], { files: { ...files, [SAVED]: saved }, ...options });

async function reportOf(saved: string, files: Files, args: readonly string[] = []): Promise<Report> {
  const { exit, stdout, stderr } = await verify(saved, files, [...args, '-f', 'json']);
  const report = JSON.parse(stdout || '{}') as Report;
  expect(exit, stderr).toBe(report.isIdentical ? 0 : 3);
  return report;
}

async function refusalOf(saved: string, files: Files = SMALL, args: readonly string[] = []) {
  const { exit, stdout, stderr } = await verify(saved, files, args);
  expect(stdout).toBe('');
  return { exit, stderr };
}

/** What was saved from the one folder, verified on the other. */
async function replayed(before: Files, after: Files, args: readonly string[] = JANUARY): Promise<Report> {
  return reportOf(await savedEstimate(args, before), after);
}

const codes = (findings: readonly { readonly code: string }[]): string[] => findings.map(({ code }) => code);
const shaOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const grandTotal = ({ totals }: Report): Row => totals.at(-1) as Row;
const changed = ({ changes }: Report) =>
  changes.filter(({ change }) => change !== 'none').map((each) => [each.table, each.path, each.change]);

/** Hours by the tables that did them. */
const effectsOf = ({ effects }: Report): Record<string, number> =>
  Object.fromEntries(effects.map(({ tables, totalHours }) => [tables.join(' '), totalHours]));

function expectIdentical(report: Report): void {
  expect(report).toMatchObject({ isIdentical: true, effects: [], rates: [], rows: [], failures: [] });
  expect(changed(report)).toEqual([]);
  expect(report.totals.length).toBeGreaterThan(0);
  for (const { from, to, change, changeShare } of report.totals) {
    expect(to).toEqual(from);
    expect(change).toEqual({ baseHours: 0, collaborationHours: 0, totalHours: 0 });
    expect(changeShare).toBe(from['totalHours'] === 0 ? null : 0);
  }
}

/** What the tables did adds up to the change of all hours, and so does what the factors did. */
function expectToAddUp(report: Report): void {
  const { change, effects, from, to } = grandTotal(report);
  const scale = 1e-9 * Math.max(from['totalHours'] ?? 0, to['totalHours'] ?? 0);
  const hours = change['totalHours'] as number;
  expect(Math.abs(sumOf(Object.values(effectsOf(report))) - hours)).toBeLessThanOrEqual(scale);
  const byFactor = Object.values(effects).map(({ total }) => total as number);
  expect(Math.abs(sumOf(byFactor) - hours)).toBeLessThanOrEqual(scale);
}

// ---------------------------------------------------------------------------------------------------------------------

const CASES = path.join(ROOT, 'fixtures/cases');

function caseFolder(name: string): { readonly args: readonly string[]; readonly exit: number; readonly files: Files } {
  const folder = path.join(CASES, name);
  const data = path.join(folder, 'data');
  const { exit } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as { exit: number };
  return {
    args: readFileSync(path.join(folder, 'args'), 'utf8').trim().split('\n'),
    exit,
    files: Object.fromEntries(readdirSync(data).map((file) => [file, readFileSync(path.join(data, file))])),
  };
}

describe('every case folder of estimate verifies', () => {
  const names = readdirSync(CASES).filter((name) => {
    const { args, exit } = caseFolder(name);
    return args[0] === 'estimate' && exit === 0;
  });

  test('there are many', () => {
    expect(names.length).toBeGreaterThan(30);
  });

  test.each(names)('%s', async (name) => {
    const { args, files } = caseFolder(name);
    const saved = await savedEstimate(args.slice(1), files);
    const report = await reportOf(saved, files);
    expectIdentical(report);
    const { inputs, totals } = JSON.parse(saved);
    expect(report.inputs.slice(0, -1)).toEqual(inputs);
    expect(report.changes.map(({ table, path: file, to }) => ({ table, path: file, ...to }))).toEqual(inputs);
    expect(grandTotal(report).from['totalHours']).toBe(totals.at(-1).totalHours);
    for (const lang of LANGUAGES) {
      const { exit, stdout } = await verify(saved, files, ['--lang', lang]);
      expect(exit).toBe(0);
      expect(stdout).toContain(lang === 'en' ? 'identical' : 'identisk');
    }
  });

  test.each(names)('%s, a byte more in any of its files', async (name) => {
    const { args, files } = caseFolder(name);
    const saved = await savedEstimate(args.slice(1), files);
    for (const [file, content] of Object.entries(files)) {
      const bytes = content as Uint8Array;
      const more = { ...files, [file]: Buffer.concat([bytes, bytes.subarray(-1)]) };
      const report = await reportOf(saved, more);
      expect(changed(report).map(([, ...rest]) => rest)).toEqual([[file, 'altered']]);
      expect(codes(report.failures)).toEqual(['input-changed']);
      expect(report).toMatchObject({ isIdentical: false, effects: [], rows: [] });
    }
  });
});

describe('an estimate verifies wherever it is computed', () => {
  const folder = (name: string, files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([file, content]) => [`${name}/${file}`, content]));

  test('the example, for a month and for years, narrowed and as of a day', async () => {
    for (const args of [
      JANUARY,
      ['--from', '2023-01', '--to', '2025-12'],
      [...JANUARY, '-p', '70,UGA', '-r', 'Öst', '-r', 'Stockholm Gotland'],
      [...JANUARY, '--as-of', '2022-05-31'],
    ]) {
      const { stdout } = await runResurs(['estimate', '--data', EXAMPLES.en, ...args, '-f', 'json']);
      const world = { files: { 'kept/saved.json': stdout } };
      const { exit } = await runResurs(['verify', 'kept/saved.json', '--data', EXAMPLES.en], world);
      expect(exit).toBe(0);
      // The Swedish folder holds the same, in other files.
      const swedish = await runResurs(['verify', 'kept/saved.json', '--data', EXAMPLES.sv, '-f', 'json'], world);
      expect(swedish.exit).toBe(3);
      const report = JSON.parse(swedish.stdout) as Report;
      expect(report.rows).toEqual([]);
      expect(codes(report.failures)).toEqual(report.failures.map(() => 'input-changed'));
    }
  });

  test('in any language and encoding of the saved file', async () => {
    const saved = await savedEstimate([...JANUARY, '--lang', 'sv'], SMALL);
    expect((await verify(saved, SMALL)).exit).toBe(0);
    const others: Files = {
      'bom.json': `\uFEFF${saved}`,
      'crlf.json': saved.replaceAll('\n', '\r\n'),
      'utf16.json': new Uint8Array(Buffer.from(`\uFEFF${saved}`, 'utf16le')),
      'compact.json': JSON.stringify(JSON.parse(saved)),
    };
    for (const name of Object.keys(others)) {
      const { exit, stderr } = await runResurs(['verify', name], { files: { ...SMALL, ...others } });
      expect({ name, exit, stderr }).toEqual({ name, exit: 0, stderr: '' });
    }
  });

  test('from another folder, and with the data folder named in any way', async () => {
    const files = { ...folder('tables', SMALL), 'resurs.yaml': 'data: tables\n' };
    const saved = await savedEstimate(JANUARY, files);
    for (const options of [[], ['--data', 'tables'], ['--data', '/data/tables'], ['--data', './tables/']]) {
      expect((await verify(saved, files, options)).exit, options.join(' ')).toBe(0);
    }
    const elsewhere = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/data/${name}`, text]));
    const { exit } = await runResurs(['verify', '/saved/x.json', '--data', '/data/tables'], {
      cwd: '/elsewhere',
      files: { ...elsewhere, '/saved/x.json': saved },
    });
    expect(exit).toBe(0);
  });

  const [header = '', ...rows] = (SMALL['forecasts.csv'] as string).trim().split('\n');
  const PARTS: Files = {
    ...folder('tables', smallWith({ 'forecasts.csv': null })),
    'other/a.csv': lines(header, ...rows.slice(0, 2)),
    'other/b.csv': lines(header, ...rows.slice(2)),
  };
  const FLAGS = ['--data', 'tables', '--forecasts', 'other/a.csv', '--forecasts', 'other/b.csv'];

  test('of files named by flags, which need not be named again', async () => {
    const saved = await savedEstimate([...JANUARY, ...FLAGS], PARTS);
    expectIdentical(await reportOf(saved, PARTS, ['--data', 'tables']));
    expectIdentical(await reportOf(saved, PARTS, FLAGS));
    const whole = { ...PARTS, 'tables/forecasts.csv': SMALL['forecasts.csv'] as string };
    expectIdentical(await reportOf(saved, whole, ['--data', 'tables']));
  });

  test('of files named by flags inside the data folder', async () => {
    const files = { ...SMALL, 'more/forecasts.csv': lines(header, '2022-11-30,JOB,2023-01,1800') };
    const args = ['--forecasts', 'forecasts.csv', '--forecasts', 'more/forecasts.csv'];
    const saved = await savedEstimate([...JANUARY, ...args], files);
    expectIdentical(await reportOf(saved, files));
    // A file that is not read any more is missed.
    const { 'more/forecasts.csv': _, ...fewer } = files;
    const report = await reportOf(saved, fewer);
    expect(changed(report)).toEqual([['forecasts', 'more/forecasts.csv', 'removed']]);
    expect(grandTotal(report).change['totalHours']).toBe(-187.5);
  });

  test('of files named by flags, of which one is gone: the others are the same', async () => {
    const saved = await savedEstimate([...JANUARY, ...FLAGS], PARTS);
    const { 'other/a.csv': _, ...fewer } = PARTS;
    const whole = { ...fewer, 'tables/forecasts.csv': SMALL['forecasts.csv'] as string };
    const report = await reportOf(saved, whole, ['--data', 'tables']);
    const changes = Object.fromEntries(report.changes.map((each) => [each.path, each.change]));
    expect(changes).toMatchObject({ '../other/a.csv': 'removed', '../other/b.csv': 'none' });
  });

  test('a flag of verify goes before the saved files', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const files = { ...SMALL, 'new.csv': lines(header, '2022-11-30,JOB,2023-01,1800', ...rows) };
    const report = await reportOf(saved, files, ['--forecasts', 'new.csv']);
    expect(changed(report)).toEqual([
      ['forecasts', 'forecasts.csv', 'removed'],
      ['forecasts', 'new.csv', 'added'],
    ]);
    expect(effectsOf(report)).toEqual({ forecasts: 187.5 });
  });

  test('of files that settings name', async () => {
    const files = {
      ...smallWith({ 'forecasts.csv': null, 'resurs.yaml': 'forecasts: old/f.csv\nschablonMaxAgeYears: 3\n' }),
      'old/f.csv': SMALL['forecasts.csv'] as string,
    };
    const saved = await savedEstimate(JANUARY, files);
    expectIdentical(await reportOf(saved, files));
  });

  test('of a file named by flag that has the name of one in the data folder', async () => {
    const files = {
      ...folder('tables', SMALL),
      'forecasts.csv': lines(header, '2022-11-30,JOB,2023-01,1800', ...rows),
    };
    const saved = await savedEstimate([...JANUARY, '--data', 'tables', '--forecasts', 'forecasts.csv'], files);
    expectIdentical(await reportOf(saved, files, ['--data', 'tables']));
  });
});

test('a file under another of its names is the same file', async () => {
  const saved = await savedEstimate(JANUARY, SMALL);
  const text = SMALL['statistics.csv'] as string;
  expectIdentical(await reportOf(saved, smallWith({ 'statistics.csv': null, 'beslutsstatistik.csv': text })));
});

test('a file outside the data folder and the current one is only looked into where it is what it was', async () => {
  const files = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`tables/${name}`, text]));
  const scenario = lines('programme,region,valid_from,measure,step,value', 'JOB,,2022-01,base_hours,assess,3.5');
  const args = ['--data', 'tables'];
  const above = { '../what-if.csv': scenario };
  const saved = await savedEstimate([...JANUARY, ...args, '--scenario', '../what-if.csv'], { ...files, ...above });
  expectIdentical(await reportOf(saved, { ...files, ...above }, args));
  const other = { '../what-if.csv': 'root:x:0:0:secret' };
  const { exit, stderr } = await refusalOf(saved, { ...files, ...other }, args);
  expect(exit).toBe(2);
  expect(stderr).toContain('what-if.csv');
  expect(stderr).not.toContain('secret');
});

describe('an estimate with a scenario', () => {
  const SCHABLONS = 'programme,region,valid_from,measure,step,value,source';
  const WHAT_IF = lines(SCHABLONS, 'JOB,,2022-01,base_hours,assess,3.5,what if');
  const OTHER = lines(SCHABLONS, 'JOB,,2022-01,base_hours,assess,2.5,what if');
  const inTables = (files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`tables/${name}`, text]));

  test.each([
    ['inside the data folder', 'tables/what-if.csv'],
    ['in a folder of the data folder', 'tables/ideas/what-if.csv'],
    ['beside the data folder', 'what-if.csv'],
    ['in another folder', 'ideas/what-if.csv'],
  ])('verifies where the scenario stands %s, and notices when it changes', async (_title, file) => {
    const files = inTables(SMALL);
    const args = ['--data', 'tables'];
    const saved = await savedEstimate([...JANUARY, ...args, '--scenario', file], { ...files, [file]: WHAT_IF });
    expectIdentical(await reportOf(saved, { ...files, [file]: WHAT_IF }, args));
    const report = await reportOf(saved, { ...files, [file]: OTHER }, args);
    expect(changed(report).map(([table, , change]) => [table, change])).toEqual([['scenario', 'altered']]);
    expect(effectsOf(report)).toEqual({ scenario: -125 });
    expect(grandTotal(report)).toMatchObject({ from: { totalHours: 775 }, to: { totalHours: 650 } });
    const { exit, stderr } = await refusalOf(saved, files, args);
    expect(exit).toBe(2);
    expect(stderr).toContain('what-if.csv');
  });

  test('the one beside the data folder is not the one inside it', async () => {
    const files = { ...inTables(SMALL), 'what-if.csv': WHAT_IF, 'tables/what-if.csv': OTHER };
    const args = ['--data', 'tables'];
    const saved = await savedEstimate([...JANUARY, ...args, '--scenario', 'what-if.csv'], files);
    expectIdentical(await reportOf(saved, files, args));
  });
});

// ---------------------------------------------------------------------------------------------------------------------

const table = (name: string): string => SMALL[name] as string;
const altered = (name: string, from: string | RegExp, to: string): Files => {
  const text = table(name).replace(from, to);
  expect(text).not.toBe(table(name));
  return smallWith({ [name]: text });
};

interface Kind {
  readonly after: Files;
  readonly changes: readonly (readonly [string, string, Change['change']])[];
  /** The hours of January now: 525 were saved. */
  readonly hours: number;
  readonly effects: Readonly<Record<string, number>>;
  /** How many of the four cells differ. */
  readonly cells: number;
}

/** New decisions of January: JOB 100 and 25, UGA 50 and 25. A case of JOB takes 3 hours, of UGA 2. */
const KINDS: Readonly<Record<string, Kind>> = {
  'a row added that counts': {
    after: smallWith({ 'forecasts.csv': `${table('forecasts.csv')}2022-11-30,JOB,2023-01,1800\n` }),
    changes: [['forecasts', 'forecasts.csv', 'altered']],
    hours: SMALL_HOURS.january + 375 / 2,
    effects: { forecasts: 375 / 2 },
    cells: 2,
  },
  'a row added that counts nowhere': {
    after: smallWith({ 'statistics.csv': `${table('statistics.csv')}2021-01,JOB,Nord,800,100\n` }),
    changes: [['statistics', 'statistics.csv', 'altered']],
    hours: SMALL_HOURS.january,
    effects: {},
    cells: 0,
  },
  'a row removed': {
    after: altered('schablons.csv', /^JOB,.*,decide,.*\n/m, ''),
    changes: [['schablons', 'schablons.csv', 'altered']],
    hours: SMALL_HOURS.january - 125 / 2,
    effects: { schablons: -125 / 2 },
    cells: 2,
  },
  'a schablon altered': {
    after: altered('schablons.csv', 'share,,0.25', 'share,,0.5'),
    changes: [['schablons', 'schablons.csv', 'altered']],
    hours: SMALL_HOURS.january + 125,
    effects: { schablons: 125 },
    cells: 2,
  },
  'new decisions altered': {
    after: altered('statistics.csv', '2022-01,JOB,Nord,800,100', '2022-01,JOB,Nord,800,200'),
    changes: [['statistics', 'statistics.csv', 'altered']],
    hours: SMALL_HOURS.january + 300,
    effects: { statistics: 300 },
    cells: 1,
  },
  'decisions altered, which split the forecast and give the new share': {
    // JOB: Nord has 1200 of 1600, 900 · 100/1200 = 75 new; Syd 300 · 25/400 = 18.75; 93.75 · 3 hours.
    after: altered('statistics.csv', '2022-01,JOB,Nord,800,100', '2022-01,JOB,Nord,1200,100'),
    changes: [['statistics', 'statistics.csv', 'altered']],
    hours: SMALL_HOURS.january - 93.75,
    effects: { statistics: -93.75 },
    cells: 2,
  },
  'a source text altered, which is no number': {
    after: altered('schablons.csv', 'assess,1.5,invented', 'assess,1.5,invented anew'),
    changes: [['schablons', 'schablons.csv', 'altered']],
    hours: SMALL_HOURS.january,
    effects: {},
    cells: 0,
  },
  'rows in another order': {
    after: smallWith({
      'schablons.csv': lines(
        ...table('schablons.csv').trim().split('\n').slice(0, 1),
        ...table('schablons.csv').trim().split('\n').slice(1).reverse(),
      ),
    }),
    changes: [['schablons', 'schablons.csv', 'altered']],
    hours: SMALL_HOURS.january,
    effects: {},
    cells: 0,
  },
  'codes added that change nothing': {
    after: smallWith({ 'programmes.csv': lines('code,programme', '70,JOB', '81,UGA') }),
    changes: [['programmes', 'programmes.csv', 'added']],
    hours: SMALL_HOURS.january,
    effects: {},
    cells: 0,
  },
  'codes added that give the regions other names': {
    after: smallWith({ 'regions.csv': lines('code,region', 'Nord,Norr', 'Syd,Söder') }),
    changes: [['regions', 'regions.csv', 'added']],
    hours: SMALL_HOURS.january,
    effects: { regions: 0 },
    cells: 8,
  },
  'a file renamed and altered': {
    after: smallWith({
      'schablons.csv': null,
      'schabloner.csv': table('schablons.csv').replace('share,,0.25', 'share,,0.5'),
    }),
    changes: [
      ['schablons', 'schablons.csv', 'removed'],
      ['schablons', 'schabloner.csv', 'added'],
    ],
    hours: SMALL_HOURS.january + 125,
    effects: { schablons: 125 },
    cells: 2,
  },
  'a programme gone': {
    after: smallWith({ 'schablons.csv': table('schablons.csv').replaceAll(/^UGA.*\n/gm, '') }),
    changes: [['schablons', 'schablons.csv', 'altered']],
    hours: SMALL_HOURS.january - 150,
    effects: { schablons: -150 },
    cells: 2,
  },
  'two files that have no factor in common': {
    // New shares double, then base hours grow from 2 to 3: N 125 → 250. Of N·b, n has 125·2.5, b 187.5·1; of N·s·c n has it all.
    after: smallWith({
      'statistics.csv': table('statistics.csv')
        .replace('JOB,Nord,800,100', 'JOB,Nord,800,200')
        .replace('JOB,Syd,400,25', 'JOB,Syd,400,50'),
      'schablons.csv': table('schablons.csv').replace('assess,1.5', 'assess,2.5'),
    }),
    changes: [
      ['statistics', 'statistics.csv', 'altered'],
      ['schablons', 'schablons.csv', 'altered'],
    ],
    hours: SMALL_HOURS.january + 312.5 + 187.5 + 125,
    effects: { statistics: 312.5 + 125, schablons: 187.5 },
    cells: 2,
  },
  'two files that have a factor in common': {
    // The forecast grows by a half. The statistics halve Nord's decisions and new decisions, so that half of the forecast is Syd's.
    after: smallWith({
      'forecasts.csv': `${table('forecasts.csv')}2022-11-30,JOB,2023-01,1600\n`,
      'statistics.csv': table('statistics.csv').replace('2022-01,JOB,Nord,800,100', '2022-01,JOB,Nord,400,50'),
    }),
    changes: [
      ['statistics', 'statistics.csv', 'altered'],
      ['forecasts', 'forecasts.csv', 'altered'],
    ],
    // Nord 800 · 1/8 = 100 new as before, Syd 800 · 1/16 = 50 rather than 25.
    hours: SMALL_HOURS.january + 75,
    effects: { 'forecasts statistics': 75 },
    cells: 1,
  },
};

describe('what changed since an estimate was saved', () => {
  for (const [title, { after, changes, hours, effects, cells }] of Object.entries(KINDS)) {
    test(title, async () => {
      const report = await replayed(SMALL, after);
      expect(report.isIdentical).toBe(false);
      expect([...changed(report)].sort()).toEqual([...changes].sort());
      for (const { path: file, table: name, from, to } of report.changes) {
        const [before, now] = [SMALL[file] as string | undefined, after[file] as string | undefined];
        const rowsOf = (text: string): number => text.trim().split('\n').length - 1;
        const seal = (text: string | undefined) =>
          text === undefined ? null : { sha256: shaOf(text), rows: rowsOf(text) };
        expect({ name, from, to }).toEqual({ name, from: seal(before), to: seal(now) });
      }
      const total = grandTotal(report);
      expect(total.from['totalHours']).toBe(SMALL_HOURS.january);
      expect(total.to['totalHours']).toBeCloseTo(hours, 9);
      expect(total.change['totalHours']).toBeCloseTo(hours - SMALL_HOURS.january, 9);
      expect(Object.keys(effectsOf(report))).toEqual(Object.keys(effects).sort());
      for (const [tables, effect] of Object.entries(effects)) {
        expect(effectsOf(report)[tables], tables).toBeCloseTo(effect, 9);
      }
      expectToAddUp(report);
      expect(report.rows).toHaveLength(cells);
      const expected = [...changes.map(() => 'input-changed'), ...(cells > 0 ? ['result-differs'] : [])];
      expect(codes(report.failures)).toEqual(expected);
    });

    for (const lang of LANGUAGES) {
      test(`${title}, for people, ${lang}`, async () => {
        const saved = await savedEstimate(JANUARY, SMALL);
        const { exit, stdout, stderr } = await verify(saved, after, ['--lang', lang, '-q']);
        expect(exit).toBe(3);
        for (const [, file] of changes) {
          expect(stdout).toContain(file);
          expect(stderr).toContain(file);
        }
        expect(stderr).toContain('[input-changed]');
        expect(stderr.includes('[result-differs]')).toBe(cells > 0);
        const same = lang === 'en' ? 'the result is the same' : 'resultatet är detsamma';
        expect(stdout.replaceAll(/\s+/g, ' ').includes(same)).toBe(cells === 0);
        const all = stdout.split('\n');
        expect(all.filter((line) => [...line].length > 80)).toEqual([]);
        expect(all.filter((line) => /\s$/.test(line))).toEqual([]);
      });
    }
  }

  test('the schablons that were used differently are told with the regions', async () => {
    const ratesAfter = async (after: Files) => (await replayed(SMALL, after)).rates;
    const step = { programme: 'JOB', measure: 'base_hours', step: 'decide' };
    expect(await ratesAfter(altered('schablons.csv', 'share,,0.25', 'share,,0.5'))).toEqual([
      { programme: 'JOB', measure: 'collaboration_share', step: null, from: 0.25, to: 0.5, regions: ['Nord', 'Syd'] },
    ]);
    expect(await ratesAfter(altered('schablons.csv', /^JOB,.*,decide,.*\n/m, ''))).toEqual([
      { ...step, from: 0.5, to: null, regions: ['Nord', 'Syd'] },
    ]);
    const ofSyd = `${table('schablons.csv')}JOB,Syd,2022-01,base_hours,decide,0.75,invented\n`;
    expect(await ratesAfter(smallWith({ 'schablons.csv': ofSyd }))).toEqual([
      { ...step, from: 0.5, to: 0.75, regions: ['Syd'] },
    ]);
    expect(await ratesAfter(altered('statistics.csv', 'Nord,800,100', 'Nord,800,200'))).toEqual([]);
  });

  test('a file is added twice under both of its names: refused, since it is unclear which one counts', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const files = smallWith({ 'beslutsstatistik.csv': table('statistics.csv') });
    const { exit, stderr } = await refusalOf(saved, files);
    expect(exit).toBe(1);
    expect(stderr).toContain('[table-twice]');
  });

  test('data that are refused now are refused', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const { exit, stderr } = await refusalOf(saved, altered('statistics.csv', 'Nord,800,100', 'Nord,..,100'));
    expect(exit).toBe(1);
    expect(stderr).toContain('statistics.csv, line 2');
  });

  test('a table that is gone is named', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const { exit, stderr } = await refusalOf(saved, smallWith({ 'schablons.csv': null }));
    expect(exit).toBe(2);
    expect(stderr).toContain('schablons.csv');
  });

  test('a region or a programme that was asked for and is gone is told of the saved estimate, not of a flag', async () => {
    for (const [args, name, after] of [
      [['-r', 'Syd'], 'Syd', smallWith({ 'statistics.csv': table('statistics.csv').replaceAll(/^.*Syd.*\n/gm, '') })],
      [
        ['-p', 'UGA'],
        'UGA',
        Object.fromEntries(
          Object.entries(SMALL).map(([file, text]) => [file, (text as string).replaceAll(/^.*UGA.*\n/gm, '')]),
        ),
      ],
    ] as const) {
      const saved = await savedEstimate([...JANUARY, ...args], SMALL);
      const { exit, stderr } = await verify(saved, after);
      expect(exit).toBeGreaterThan(0);
      expect(stderr).toContain(name);
      expect(stderr).toContain(SAVED);
      expect(stderr).not.toMatch(/--region|--programme/);
    }
  });

  test('warnings of the replay stand in it, and refuse with --strict', async () => {
    const saved = await savedEstimate(JANUARY, WARNED);
    const report = await reportOf(saved, WARNED);
    expectIdentical(report);
    expect(codes(report.warnings)).toEqual(['schablon-without-source']);
    expect((await refusalOf(saved, WARNED, ['--strict'])).exit).toBe(1);
  });
});

describe('what the inputs of the example did', () => {
  const EXAMPLE: Readonly<Record<string, string>> = Object.fromEntries(
    readdirSync(EXAMPLES.en)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(path.join(EXAMPLES.en, name), 'utf8')]),
  );

  /** Every n-th row without its last digit but one changed: any number of the table may differ. */
  const changedEvery = (name: string, step: number, change: (row: string) => string): string =>
    lines(
      ...(EXAMPLE[name] as string)
        .trim()
        .split('\n')
        .map((line, at) => (at > 0 && at % step === 0 ? change(line) : line)),
    );

  const schablons = changedEvery('schablons.csv', 2, (line) => line.replace(/,(\d+\.\d+),[\d.]*,[\d.]*,/, ',0.9,,,'));
  const statistics = changedEvery('statistics.csv', 3, (line) =>
    line.replace(/^([^,]*,[^,]*,[^,]*,)(\d+),/, (_, names, count) => `${names}${Math.round(Number(count) * 1.1)},`),
  );
  const forecasts = changedEvery('forecasts.csv', 1, (line) =>
    line.replace(/^(2022-10-24,(?:JOB|UGA),2023[^,]*,)(\d+),/, (_, names, count) => `${names}${Number(count) + 777},`),
  );

  test.each([
    ['schablons', { 'schablons.csv': schablons }],
    ['statistics', { 'statistics.csv': statistics }],
    ['forecasts', { 'forecasts.csv': forecasts }],
    ['schablons and forecasts', { 'schablons.csv': schablons, 'forecasts.csv': forecasts }],
    ['all of them', { 'schablons.csv': schablons, 'statistics.csv': statistics, 'forecasts.csv': forecasts }],
  ])('%s: the effects are those of the changed files, and add up to the change', async (_title, after) => {
    for (const args of [JANUARY, ['--from', '2023-01', '--to', '2023-12'], [...JANUARY, '-p', 'JOB', '-r', 'Syd']]) {
      const report = await replayed(EXAMPLE, { ...EXAMPLE, ...after } as Files, args);
      expect(
        report.changes
          .filter(({ change }) => change !== 'none')
          .map(({ path: file }) => file)
          .sort(),
      ).toEqual(Object.keys(after).sort());
      expect(grandTotal(report).change['totalHours']).not.toBe(0);
      expectToAddUp(report);
      const names = new Set(report.effects.flatMap(({ tables }) => tables));
      expect([...names].sort().map((name) => `${name}.csv`)).toEqual(Object.keys(after).sort());
      expect(report.effects.every(({ tables }) => tables.length > 0)).toBe(true);
    }
  });

  test('over several months the totals are those of all of them', async () => {
    const args = ['--from', '2023-01', '--to', '2023-03'];
    const saved = await savedEstimate(args, EXAMPLE);
    const { totals } = JSON.parse(saved) as { totals: (Numbers & { month: string | null })[] };
    const report = await reportOf(saved, { ...EXAMPLE, 'schablons.csv': schablons });
    const before = totals.filter(({ month }) => month === null);
    expect(report.totals).toHaveLength(before.length);
    for (const [at, { programme, region, from }] of report.totals.entries()) {
      expect(before[at]).toMatchObject({ programme, region, ...from });
    }
    expect([...new Set(report.rows.map(({ month }) => month))]).toEqual(['2023-01', '2023-02', '2023-03']);
  });
});

// ---------------------------------------------------------------------------------------------------------------------

describe('a saved file that was edited', () => {
  type Saved = {
    rows: Record<string, number | string>[];
    steps: Record<string, number>[];
    totals: Record<string, number>[];
    request: Record<string, unknown>;
    inputs: Record<string, unknown>[];
  };

  async function edited(change: (saved: Saved) => void): Promise<string> {
    const saved = JSON.parse(await savedEstimate(JANUARY, SMALL)) as Saved;
    change(saved);
    return JSON.stringify(saved, null, 2);
  }

  /** The first of a list, to be edited. */
  const first = <Item>([item]: readonly Item[]): Item => item as Item;

  const EDITS: Readonly<Record<string, (saved: Saved) => void>> = {
    'the total hours of a row': ({ rows }) => Object.assign(first(rows), { totalHours: 301 }),
    'the base hours of a row': ({ rows }) => Object.assign(first(rows), { baseHours: 201 }),
    'the decisions of a row': ({ rows }) => Object.assign(first(rows), { decisions: 801 }),
    'the last digit of a row': ({ rows }) => Object.assign(first(rows), { newShare: 0.12500000000000003 }),
    'the forecast of a row': ({ rows }) => Object.assign(first(rows), { forecastPublished: '2022-06-30' }),
    'the hours of a step': ({ steps }) => Object.assign(first(steps), { hours: 151 }),
    'the hours of a programme': ({ totals }) => Object.assign(first(totals), { totalHours: 376 }),
    'the grand total': ({ totals }) => Object.assign(totals.at(-1) as object, { totalHours: 526 }),
    'the order of the rows': ({ rows }) => rows.reverse(),
    'a row is gone': ({ rows }) => rows.pop(),
    'a row stands twice': ({ rows }) => rows.push(first(rows)),
    'a step is gone': ({ steps }) => steps.pop(),
    'a total is gone': ({ totals }) => totals.shift(),
  };

  for (const [title, edit] of Object.entries(EDITS)) {
    test(`${title}: the result differs though its files are the same`, async () => {
      const saved = await edited(edit);
      const report = await reportOf(saved, SMALL);
      expect(report.isIdentical).toBe(false);
      expect(changed(report)).toEqual([]);
      expect(codes(report.failures)).toEqual(['result-differs']);
      expect(report.failures[0]?.hint).toContain('edited');
      for (const lang of LANGUAGES) {
        const { exit, stdout } = await verify(saved, SMALL, ['--lang', lang]);
        expect(exit).toBe(3);
        const same = lang === 'en' ? 'the result is the same' : 'resultatet är detsamma';
        expect(stdout.replaceAll(/\s+/g, ' ')).not.toContain(same);
      }
    });
  }

  test('what was saved is told as it was saved', async () => {
    const saved = await edited(({ rows, totals }) => {
      Object.assign(first(rows), { baseHours: 1200, totalHours: 1300 });
      Object.assign(totals.at(-1) as object, { baseHours: 1350, totalHours: 1525 });
    });
    const report = await reportOf(saved, SMALL);
    expect(report.rows[0]).toMatchObject({ from: { baseHours: 1200, totalHours: 1300 }, to: { totalHours: 300 } });
    expect(grandTotal(report)).toMatchObject({ from: { totalHours: 1525 }, to: { totalHours: 525 } });
    expect(effectsOf(report)).toEqual({ '': -1000 });
    const hours = await reportOf(await edited(({ rows }) => Object.assign(first(rows), { totalHours: 1300 })), SMALL);
    expect(hours.rows.map(({ from }) => from['totalHours'])).toEqual([1300]);
  });

  test('the request: another question has another answer', async () => {
    const report = await reportOf(await edited(({ request }) => Object.assign(request, { programme: ['JOB'] })), SMALL);
    expect(grandTotal(report)).toMatchObject({ from: { totalHours: 525 }, to: { totalHours: 375 } });
    expect(codes(report.failures)).toEqual(['result-differs']);
  });

  test('the seal of a file: that file differs', async () => {
    const report = await reportOf(
      await edited(({ inputs }) => Object.assign(first(inputs), { sha256: '0'.repeat(64) })),
      SMALL,
    );
    expect(changed(report)).toEqual([['statistics', 'statistics.csv', 'altered']]);
    expect(report.rows).toEqual([]);
  });

  test('what no number depends on may be added', async () => {
    const saved = await edited((all) => Object.assign(all, { comment: 'Checked by Anna', checked: { by: 'Anna' } }));
    expectIdentical(await reportOf(saved, SMALL));
  });

  test.each([
    ['no month', { month: null }],
    ['a month that there is not', { month: '2023-13' }],
    ['months in reverse', { month: null, from: '2023-02', to: '2023-01' }],
    ['a day that there is not', { asOf: '2022-13-45' }],
  ])('a request with %s is refused', async (_title, request) => {
    const { exit, stdout, stderr } = await verify(
      await edited((saved) => Object.assign(saved.request, request)),
      SMALL,
    );
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(SAVED);
  });

  test.each([
    ['numbers beyond all bounds', { decisions: 1e308, newShare: 1e5 }],
    ['hours beyond all bounds', { baseHours: 1e308, collaborationHours: 1e308 }],
    ['numbers below 0', { decisions: -800, newShare: -0.125 }],
    ['a month that there is not', { month: '2023-99' }],
  ])('a row with %s is no fault of the program', async (_title, row) => {
    const saved = await edited(({ rows }) => Object.assign(first(rows), row));
    for (const args of [[], ['-f', 'json'], ['-f', 'csv'], ['--lang', 'sv']]) {
      const { exit, stdout, stderr } = await verify(saved, SMALL, args);
      expect([2, 3]).toContain(exit);
      expect(stderr).not.toMatch(/RangeError|TypeError|undefined|NaN/);
      expect(stdout).not.toMatch(/undefined|NaN|Infinity/);
    }
    for (const method of ['shapley', 'lmdi']) {
      const args = ['compare', ...JANUARY, '--of', 'estimate', '--with', SAVED, '--method', method, '-f', 'json'];
      const { exit, stderr } = await runResurs(args, { files: { ...SMALL, [SAVED]: saved } });
      expect([0, 1, 2]).toContain(exit);
      expect(stderr).not.toMatch(/RangeError|TypeError|undefined|NaN/);
    }
  });
});

describe('a file that cannot be verified is refused by name, exit code 2', () => {
  const kinds = ['explain', 'check', 'compare', 'verify'] as const;

  test('a newer format', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const { exit, stderr } = await refusalOf(saved.replace('"formatVersion": 1', '"formatVersion": 2'));
    expect(exit).toBe(2);
    expect(stderr).toContain(SAVED);
    expect(stderr).toContain('newer version');
  });

  test.each([
    ['statistics', ['--statistics', '-'], table('statistics.csv')],
    ['forecasts', ['--forecasts', '-'], table('forecasts.csv')],
    ['schablons', ['--schablons', '-'], table('schablons.csv')],
    [
      'scenario',
      ['--scenario', '-'],
      lines('programme,valid_from,measure,step,value', 'JOB,2022-01,base_hours,assess,1'),
    ],
  ])('%s came from standard input', async (name, args, stdin) => {
    const saved = await savedEstimate([...JANUARY, ...args], SMALL, { stdin });
    const { exit, stderr } = await refusalOf(saved);
    expect(exit).toBe(2);
    expect(stderr).toContain(SAVED);
    expect(stderr).toContain(name);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('standard input');
    expect((await refusalOf(saved, SMALL, ['--lang', 'sv'])).stderr).toContain('standard');
  });

  test.each(kinds)('a result of %s', async (kind) => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const args = {
      explain: ['explain', ...JANUARY, '-p', 'JOB', '-r', 'Nord'],
      check: ['check'],
      compare: ['compare', ...JANUARY, '--with', 'estimate'],
      verify: ['verify', 'estimate.json'],
    }[kind];
    const { exit: ran, stdout } = await runResurs([...args, '-f', 'json'], {
      files: { ...SMALL, 'estimate.json': saved },
    });
    expect(ran).toBe(0);
    const { exit, stderr } = await refusalOf(stdout);
    expect(exit).toBe(2);
    expect(stderr).toContain(SAVED);
    expect(stderr).toContain(kind);
  });

  test.each([
    ['nothing', ''],
    ['a table', table('statistics.csv')],
    ['half a result', '{"formatVersion": 1, "kind": "estimate", "rows": ['],
    ['a list', '[]'],
    ['a number', '1'],
    ['null', 'null'],
    ['JSON of something else', '{"name": "resurs", "version": "1.0.0"}'],
    ['a result without rows', '{"formatVersion": 1, "kind": "estimate", "rows": []}'],
    ['no version', '{"kind": "estimate"}'],
    ['a version that is none', '{"formatVersion": "1", "kind": "estimate"}'],
    ['bytes', '\u0000\u0001\u0002'],
  ])('%s', async (_title, content) => {
    for (const lang of LANGUAGES) {
      const { exit, stderr } = await refusalOf(content, SMALL, ['--lang', lang]);
      expect(exit).toBe(2);
      expect(stderr).toContain(SAVED);
      expect(stderr).toContain('resurs estimate');
    }
  });

  test('no file, a file that is not there, and two files', async () => {
    for (const [args, word] of [
      [[], 'SAVED.json'],
      [['gone.json'], 'gone.json'],
      [['a.json', 'b.json'], 'b.json'],
      [[''], 'SAVED.json'],
    ] as const) {
      const { exit, stdout, stderr } = await runResurs(['verify', ...args], { files: SMALL });
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toContain(word);
    }
  });
});

// ---------------------------------------------------------------------------------------------------------------------

describe('the forms of the answer', () => {
  const AFTER = smallWith({ 'schablons.csv': table('schablons.csv').replace('share,,0.25', 'share,,0.5') });

  test('JSON has the frame, in order, and seals the saved file too', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const report = await reportOf(saved, AFTER);
    expect(Object.keys(report)).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'isIdentical',
      'differs',
      'changes',
      'effects',
      'rates',
      'rows',
      'totals',
      'failures',
      'warnings',
      'notes',
    ]);
    expect(report).toMatchObject({ formatVersion: 1, kind: 'verify', request: { saved: SAVED } });
    expect(report.inputs.at(-1)).toEqual({ table: 'saved', path: SAVED, sha256: shaOf(saved), rows: 4 });
    for (const each of report.changes) expect(Object.keys(each)).toEqual(['table', 'path', 'change', 'from', 'to']);
    expect(
      report.totals.map(({ programme, region, from, to }) => [programme, region, from['totalHours'], to['totalHours']]),
    ).toEqual([
      ['JOB', null, 375, 500],
      ['UGA', null, 150, 150],
      [null, 'Nord', 400, 500],
      [null, 'Syd', 125, 150],
      [null, null, 525, 650],
    ]);
    expect(report.rows.map(({ month, programme, region }) => [month, programme, region])).toEqual([
      ['2023-01', 'JOB', 'Nord'],
      ['2023-01', 'JOB', 'Syd'],
    ]);
    expect(report.rows[0]).toMatchObject({
      from: { collaborationShare: 0.25, totalHours: 300 },
      to: { collaborationShare: 0.5, totalHours: 400 },
      changeShare: 1 / 3,
      effects: { collaborationShare: { base: 0, collaboration: 100, total: 100 }, decisions: { total: 0 } },
    });
  });

  test('tables say in one sentence whether it is identical, and how many hours differ', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    for (const lang of LANGUAGES) {
      const same = await verify(saved, SMALL, ['--lang', lang]);
      expect({ exit: same.exit, stderr: same.stderr }).toEqual({ exit: 0, stderr: '' });
      const sentence = (text: string): string => text.split('\n\n')[0]?.replaceAll(/\s+/g, ' ') ?? '';
      for (const part of [SAVED, lang === 'en' ? 'identical' : 'identisk', '2023', '525', '3']) {
        expect(sentence(same.stdout)).toContain(part);
      }
      const other = await verify(saved, AFTER, ['--lang', lang]);
      expect(other.exit).toBe(3);
      for (const part of [SAVED, '525', '650', '+125', '+24 %']) expect(sentence(other.stdout)).toContain(part);
      for (const file of ['statistics.csv', 'forecasts.csv', 'schablons.csv']) {
        const line = other.stdout.split('\n').find((each) => each.startsWith(file)) ?? '';
        expect(line).toContain(shaOf(SMALL[file] as string).slice(0, 8));
        expect(line).toContain(shaOf(AFTER[file] as string).slice(0, 8));
      }
      expect(other.stdout).toContain(lang === 'en' ? 'By the schablons: +125 hours' : 'Av schablonerna: +125 timmar');
      expect(other.stderr).toContain('[input-changed]');
      expect(other.stderr).toContain('[result-differs]');
    }
  });

  test('CSV has a row for each cell that differs, and its header even where there is none', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    const different = await verify(saved, AFTER, ['-f', 'csv']);
    expect(different.exit).toBe(3);
    const [header = '', ...rows] = different.stdout.split('\r\n');
    expect(header.startsWith('month,programme,region,from.kind,from.month,from.asOf,from.decisions,')).toBe(true);
    expect(rows.map((row) => row.split(',').slice(0, 3).join())).toEqual(['2023-01,JOB,Nord', '2023-01,JOB,Syd', '']);
    const same = await verify(saved, SMALL, ['-f', 'csv']);
    expect(same.exit).toBe(0);
    expect(same.stdout).toBe(`${header}\r\n`);
  });

  test('machine formats are the same in any language', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    for (const format of ['json', 'csv', 'csv-sv']) {
      const plain = await verify(saved, AFTER, ['-f', format]);
      const swedish = await verify(saved, AFTER, ['-f', format, '--lang', 'sv', '-q']);
      expect(swedish.stdout === plain.stdout, format).toBe(true);
    }
  });

  test('a difference is said however quiet, and in a document of problems too', async () => {
    const saved = await savedEstimate(JANUARY, SMALL);
    expect((await verify(saved, AFTER, ['-q'])).stderr).toContain('[result-differs]');
    const { exit, stderr } = await verify(saved, AFTER, ['--problems', 'json']);
    expect(exit).toBe(3);
    expect(codes(JSON.parse(stderr).problems)).toEqual(['input-changed', 'result-differs']);
    const { exit: code, written } = await verify(saved, AFTER, ['-o', 'x.json', '-o', 'x.txt']);
    expect(code).toBe(3);
    expect(Object.keys(written)).toEqual(['x.json', 'x.txt']);
  });
});

// ---------------------------------------------------------------------------------------------------------------------
// Step by step

// January 2023 takes 525 hours: JOB 300 in Nord and 75 in Syd, with 125 new decisions, and UGA 100 and 50, with 75.

const SCHABLONS = table('schablons.csv');

const savedSmall = (args: readonly string[] = JANUARY, files: Files = SMALL, stdin = ''): Promise<string> =>
  savedEstimate(args, files, { stdin });

async function replayOf(text: string, files: Files = SMALL, args: readonly string[] = []) {
  const { exit, stdout, stderr } = await verify(text, files, ['-f', 'json', ...args]);
  expect([0, 3], stderr).toContain(exit);
  return { exit, ...(JSON.parse(stdout) as Report) };
}

const changesOf = ({ changes }: Report): string[] =>
  changes.map(({ table, path, change }) => `${table} ${path} ${change}`);
const codesOf = ({ failures }: Report): string[] => codes(failures);
const hoursOf = (report: Report) => [grandTotal(report).from['totalHours'], grandTotal(report).to['totalHours']];

describe('a saved estimate on the same data', () => {
  test.each([
    ['of a month', JANUARY],
    ['of a range', ['--from', '2023-01', '--to', '2023-02']],
    ['of a programme and a region', [...JANUARY, '-p', 'JOB', '-r', 'Nord']],
    ['as it was known on a day', [...JANUARY, '--as-of', '2022-06-30']],
  ])('%s is identical', async (_, args) => {
    const report = await replayOf(await savedSmall(args));
    expect(report).toMatchObject({ exit: 0, isIdentical: true, effects: [], rates: [], rows: [], failures: [] });
    expect(changesOf(report)).toEqual([
      'statistics statistics.csv none',
      'forecasts forecasts.csv none',
      'schablons schablons.csv none',
    ]);
  });

  test('names each file with its seal then and now, and the saved file among what was read', async () => {
    const { changes, inputs } = await replayOf(await savedSmall());
    const seal = { sha256: shaOf(SCHABLONS), rows: 7 };
    expect(changes.at(-1)).toEqual({ table: 'schablons', path: 'schablons.csv', change: 'none', from: seal, to: seal });
    expect(inputs.at(-1)).toMatchObject({ table: 'saved', path: 'saved.json' });
  });

  test('with a scenario is identical, and needs its file', async () => {
    const scenario = lines(
      'programme,valid_from,measure,step,value,source',
      'JOB,2022-01,base_hours,assess,3.5,what if',
    );
    const files = { ...SMALL, 'whatif.csv': scenario };
    const text = await savedSmall([...JANUARY, '--scenario', 'whatif.csv'], files);
    const report = await replayOf(text, files);
    expect(report).toMatchObject({ exit: 0, isIdentical: true });
    // Two hours more for each of 125 new decisions.
    expect(hoursOf(report)).toEqual([775, 775]);
    const { exit, stderr } = await runResurs(['verify', 'saved.json'], { files: { ...SMALL, 'saved.json': text } });
    expect(exit).toBe(2);
    expect(stderr).toContain('whatif.csv');
  });

  test('in another folder, or of files that were named, is identical', async () => {
    const inside = Object.fromEntries(Object.entries(SMALL).map(([name, content]) => [`data/${name}`, content]));
    const text = await savedSmall(['--data', 'data', ...JANUARY], inside);
    expect(await replayOf(text, inside, ['--data', 'data'])).toMatchObject({ exit: 0, isIdentical: true });
    const named = smallWith({ 'statistics.csv': null, 'figures.csv': SMALL['statistics.csv'] as string });
    const other = await savedSmall([...JANUARY, '--statistics', 'figures.csv'], named);
    expect(await replayOf(other, named)).toMatchObject({ exit: 0, isIdentical: true });
  });
});

describe('a saved estimate on other data', () => {
  test('of another schablon differs by what that did, cell by cell', async () => {
    const files = smallWith({ 'schablons.csv': SCHABLONS.replace('assess,1.5', 'assess,2.5') });
    const report = await replayOf(await savedSmall(), files);
    expect(report).toMatchObject({ exit: 3, isIdentical: false });
    expect(changesOf(report)[2]).toBe('schablons schablons.csv altered');
    expect(report.changes[2]).toMatchObject({
      from: { sha256: shaOf(SCHABLONS), rows: 7 },
      to: { sha256: shaOf(files['schablons.csv'] as string), rows: 7 },
    });
    expect(hoursOf(report)).toEqual([525, 650]);
    expect(report.effects).toEqual([{ tables: ['schablons'], totalHours: 125 }]);
    expect(report.rates).toEqual([
      { programme: 'JOB', measure: 'base_hours', step: 'assess', from: 1.5, to: 2.5, regions: ['Nord', 'Syd'] },
    ]);
    expect(report.rows.map(({ month, programme, region }) => [month, programme, region])).toEqual([
      ['2023-01', 'JOB', 'Nord'],
      ['2023-01', 'JOB', 'Syd'],
    ]);
    expect(codesOf(report)).toEqual(['input-changed', 'result-differs']);
  });

  test('of another forecast and another schablon tells what each did', async () => {
    const files = smallWith({
      'schablons.csv': SCHABLONS.replace('assess,1.5', 'assess,2.5'),
      'forecasts.csv': (SMALL['forecasts.csv'] as string).replace('JOB,2023-01,1200', 'JOB,2023-01,1500'),
    });
    const report = await replayOf(await savedSmall(), files);
    // JOB's 125 · (2 + 1) hours become 156.25 · (3 + 1). Of base, 125 · 2 to 156.25 · 3, the decisions did 31.25 · 2.5 and
    // the schablon 140.625; of collaboration the decisions did 31.25.
    expect(report.effects).toEqual([
      { tables: ['forecasts'], totalHours: 78.125 + 31.25 },
      { tables: ['schablons'], totalHours: 140.625 },
    ]);
    expect(hoursOf(report)).toEqual([525, 775]);
    expect(codesOf(report)).toEqual(['input-changed', 'input-changed', 'result-differs']);
  });

  test('of a file with other bytes and the same figures has changed files, and the same result', async () => {
    const files = smallWith({ 'schablons.csv': SCHABLONS.replaceAll('\n', '\r\n') });
    const report = await replayOf(await savedSmall(), files);
    expect(report).toMatchObject({ exit: 3, isIdentical: false, effects: [], rates: [], rows: [] });
    expect(codesOf(report)).toEqual(['input-changed']);
  });

  test('of a file more, and of one less, names them', async () => {
    const programmes = 'code,programme\nJOB,JOB\nUGA,UGA\n';
    const added = await replayOf(await savedSmall(), smallWith({ 'programmes.csv': programmes }));
    expect(changesOf(added)).toContain('programmes programmes.csv added');
    expect(added.changes.find(({ change }) => change === 'added')).toMatchObject({ from: null, to: { rows: 2 } });
    const removed = await replayOf(await savedSmall(JANUARY, smallWith({ 'programmes.csv': programmes })));
    expect(changesOf(removed)).toContain('programmes programmes.csv removed');
    expect(removed.failures[0]?.message).toContain('the file is not read any more');
    expect([added.exit, removed.exit]).toEqual([3, 3]);
  });

  test('of a programme that is there no more has its hours on one side only', async () => {
    const files = smallWith({
      'schablons.csv': SCHABLONS.replaceAll(/^UGA.*\n/gm, ''),
      'forecasts.csv': (SMALL['forecasts.csv'] as string).replaceAll(/^.*UGA.*\n/gm, ''),
    });
    const report = await replayOf(await savedSmall(), files);
    expect(hoursOf(report)).toEqual([525, 375]);
    expect(report.effects).toEqual([{ tables: ['forecasts', 'schablons'], totalHours: -150 }]);
    expect(report.rows.map(({ programme }) => programme)).toEqual(['UGA', 'UGA']);
  });

  test('of a step under another name differs, and the sentence does not call it the same', async () => {
    const files = smallWith({ 'schablons.csv': SCHABLONS.replace('assess,1.5', 'appraise,1.5') });
    const text = await savedSmall();
    const report = await replayOf(text, files);
    expect(hoursOf(report)).toEqual([525, 525]);
    expect(codesOf(report)).toEqual(['input-changed', 'result-differs']);
    expect(report.rates).toEqual([
      { programme: 'JOB', measure: 'base_hours', step: 'appraise', from: null, to: 1.5, regions: ['Nord', 'Syd'] },
      { programme: 'JOB', measure: 'base_hours', step: 'assess', from: 1.5, to: null, regions: ['Nord', 'Syd'] },
    ]);
    const shown = await runResurs(['verify', 'saved.json'], { files: { ...files, 'saved.json': text } });
    expect(shown.stdout.replaceAll(/\s+/g, ' ')).not.toContain('the result is the same');
    expect(shown.stdout).toContain('appraise');
  });
});

describe('a saved estimate that was edited', () => {
  test('differs though its files are the same', async () => {
    const report = JSON.parse(await savedSmall());
    report.rows[0].totalHours += 100;
    const found = await replayOf(JSON.stringify(report));
    expect(found).toMatchObject({ exit: 3, isIdentical: false });
    expect(codesOf(found)).toEqual(['result-differs']);
    expect(found.effects.map(({ tables }) => tables)).not.toContainEqual(['schablons']);
  });

  test('in hours that follow from others differs by them, too', async () => {
    const report = JSON.parse(await savedSmall());
    report.rows[0].totalHours += 100;
    report.totals.at(-1).totalHours += 100;
    const found = await replayOf(JSON.stringify(report));
    expect(found.rows.map(({ programme, region }) => [programme, region])).toEqual([['JOB', 'Nord']]);
    expect(hoursOf(found)).toEqual([625, 525]);
  });

  test('in its totals alone differs, too', async () => {
    const report = JSON.parse(await savedSmall());
    report.totals.at(-1).totalHours += 1;
    const found = await replayOf(JSON.stringify(report));
    expect(found).toMatchObject({ exit: 3, isIdentical: false });
    expect(codesOf(found)).toEqual(['result-differs']);
  });

  test('in the order of its keys does not', async () => {
    const report = JSON.parse(await savedSmall());
    const turned = Object.fromEntries(Object.entries(report.rows[0]).reverse());
    const text = JSON.stringify({ ...report, rows: [turned, ...report.rows.slice(1)] });
    expect(await replayOf(text)).toMatchObject({ exit: 0, isIdentical: true });
  });
});

describe('a saved estimate that cannot be computed anew', () => {
  test('since a table came from standard input is told so by name', async () => {
    const text = await savedSmall([...JANUARY, '--schablons', '-'], SMALL, SCHABLONS);
    const { exit, stdout, stderr } = await runResurs(['verify', 'saved.json'], {
      files: { ...SMALL, 'saved.json': text },
    });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('schablons');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('standard input');
  });

  test('since the data are refused gives no result', async () => {
    const files = { ...smallWith({ 'schablons.csv': 'nonsense\n' }), 'saved.json': await savedSmall() };
    const { exit, stdout, stderr } = await runResurs(['verify', 'saved.json'], { files });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('schablons.csv');
  });
});

test('a replay in Swedish is the same in JSON, and speaks Swedish to people', async () => {
  const files = { ...SMALL, 'saved.json': await savedSmall() };
  const json = ['verify', 'saved.json', '-f', 'json'];
  expect(await runResurs([...json, '--lang', 'sv'], { files })).toEqual(await runResurs(json, { files }));
  const { stdout } = await runResurs(['verify', 'saved.json', '--lang', 'sv'], { files });
  expect(stdout).toMatch(/^saved\.json är identisk: januari 2023, 525 handläggningstimmar/);
});

test('a table of codes that is gone is what is wrong, not what cannot be computed without it', async () => {
  const coded = (text: unknown): string => String(text).replaceAll('JOB', '104');
  const files = {
    ...SMALL,
    'statistics.csv': coded(SMALL['statistics.csv']),
    'programmes.csv': 'code,programme\n104,JOB\nUGA,UGA\n',
  };
  const saved = await savedEstimate(JANUARY, files);
  const { 'programmes.csv': _, ...rest } = files;
  const { exit, stderr } = await refusalOf(saved, rest);
  expect(exit).toBe(2);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('was computed from programmes.csv, which is not there');
});
