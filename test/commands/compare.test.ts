import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { EXAMPLES, type Files, type RunOptions, runResurs } from '../harness.ts';
import { lines, SMALL, smallWith } from './small-folder.ts';

const FACTORS = [
  'decisions',
  'newShare',
  'baseHoursPerCase',
  'collaborationShare',
  'collaborationHoursPerCase',
] as const;
const FIGURES = [
  'decisions',
  'newShare',
  'newDecisions',
  'collaborationShare',
  'collaborationCases',
  'baseHoursPerCase',
  'collaborationHoursPerCase',
  'baseHours',
  'collaborationHours',
  'totalHours',
] as const;
/** What adds up over cells. */
const SUMS = ['decisions', 'newDecisions', 'collaborationCases', 'baseHours', 'collaborationHours', 'totalHours'];
/** An effect on each kind of hours, and the change that the effects add up to. */
const PARTS = [
  ['base', 'baseHours'],
  ['collaboration', 'collaborationHours'],
  ['total', 'totalHours'],
] as const;

type Numbers = Readonly<Record<string, number>>;

interface Row {
  readonly programme: string | null;
  readonly region: string | null;
  readonly from: Numbers;
  readonly to: Numbers;
  readonly change: { readonly baseHours: number; readonly collaborationHours: number; readonly totalHours: number };
  readonly changeShare: number | null;
  readonly effects: Readonly<Record<string, { base: number; collaboration: number; total: number }>>;
}

interface Side {
  readonly kind: string;
  readonly month: string;
  readonly asOf: string | null;
}

interface Report {
  readonly request: Readonly<Record<string, unknown>>;
  readonly inputs: readonly { readonly table: string; readonly path: string; readonly sha256: string }[];
  readonly sides: { readonly from: Side; readonly to: Side };
  readonly rows: readonly Row[];
  readonly totals: readonly Row[];
  readonly failures: readonly { readonly code: string; readonly message: string }[];
  readonly warnings: readonly { readonly code: string }[];
  readonly notes: readonly { readonly code: string }[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Data folders

/** The example as files in memory, to be changed. */
const EXAMPLE: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(EXAMPLES.en)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [name, readFileSync(path.join(EXAMPLES.en, name), 'utf8')]),
);

const MEASURED =
  'month,programme,region,decisions,new_decisions,collaboration_cases,base_hours,collaboration_hours,published';
const SCHABLONS = 'programme,region,valid_from,measure,step,value,source';

/**
 * Two programmes, two regions; January is there in two years, all measured, February in one. By hand, for January:
 * JOB Nord 220 → 264 hours, all by its decisions; JOB Syd 280 → 276; UGA Nord 60 → 50; UGA Syd 60 → 72.
 */
const TWO_YEARS: Readonly<Record<string, string>> = {
  'forecasts.csv': lines(
    'published,programme,period,decisions_per_month',
    '2022-06-30,JOB,2023-01,1500',
    '2022-10-28,JOB,2023-01,1200',
    '2022-10-28,JOB,2023-02,1200',
    '2022-06-30,UGA,2023-01,330',
    '2022-10-28,UGA,2023-02,300',
  ),
  'statistics.csv': lines(
    MEASURED,
    '2022-01,JOB,Nord,800,50,10,200,20,',
    '2022-01,JOB,Syd,400,50,20,250,30,',
    '2022-01,UGA,Nord,200,25,5,50,10,',
    '2022-01,UGA,Syd,100,25,10,50,10,',
    '2022-02,JOB,Nord,800,50,10,200,20,',
    '2022-02,JOB,Syd,400,50,20,250,30,',
    '2022-02,UGA,Nord,200,25,5,50,10,',
    '2022-02,UGA,Syd,100,25,10,50,10,',
    '2023-01,JOB,Nord,960,60,12,240,24,',
    '2023-01,JOB,Syd,400,48,24,240,36,',
    '2023-01,UGA,Nord,200,20,5,40,10,',
    '2023-01,UGA,Syd,120,30,12,60,12,',
  ),
  'schablons.csv': lines(
    SCHABLONS,
    'JOB,,2022-01,collaboration_share,,0.25,invented',
    'JOB,,2022-01,base_hours,assess,1.5,invented',
    'JOB,,2022-01,base_hours,decide,2.5,invented',
    'JOB,,2022-01,collaboration_hours,three-party talk,2,invented',
    'UGA,,2022-01,collaboration_share,,0.5,invented',
    'UGA,,2022-01,base_hours,assess,2,invented',
    'UGA,,2022-01,collaboration_hours,three-party talk,1,invented',
  ),
};

/** The statistics as they are when UGA's January is late. */
const WITHOUT_UGA = (TWO_YEARS['statistics.csv'] as string)
  .replaceAll(/^2023-01,UGA.*\n/gm, '')
  .concat(lines('2022-12,UGA,Nord,200,25,5,50,10,', '2022-12,UGA,Syd,100,25,10,50,10,'));

function twoYearsWith(changes: Readonly<Record<string, string | null>>): Files {
  return Object.fromEntries(
    Object.entries({ ...TWO_YEARS, ...changes }).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  );
}

/** Each row that is there, without those that `isKept` refuses. */
function filtered(text: string, isKept: (row: Readonly<Record<string, string>>) => boolean): string {
  const [header = '', ...rows] = text.trim().split('\n');
  const names = header.split(',');
  const record = (line: string) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell]));
  return lines(header, ...rows.filter((line) => isKept(record(line))));
}

const isStatistics = (name: string): boolean => name === 'statistics.csv';

/** The rows below the header, the last first. */
function reversed(text: string): string {
  const [header = '', ...rows] = text.trim().split('\n');
  return lines(header, ...rows.reverse());
}

// ---------------------------------------------------------------------------------------------------------------------
// Runs

const JANUARY = ['--month', '2023-01'];

const compare = (args: readonly string[], files: Files = TWO_YEARS, options: RunOptions = {}) =>
  runResurs(['compare', ...args], { files, ...options });

async function reportOf(args: readonly string[], files: Files = TWO_YEARS): Promise<Report> {
  const { exit, stdout, stderr } = await compare([...args, '-f', 'json'], files);
  expect([0, 3], stderr).toContain(exit);
  return JSON.parse(stdout) as Report;
}

async function refusalOf(args: readonly string[], files: Files = TWO_YEARS) {
  const { exit, stdout, stderr } = await compare(args, files);
  expect(stdout).toBe('');
  return { exit, stderr };
}

async function savedEstimate(args: readonly string[], files: Files = TWO_YEARS): Promise<string> {
  const { exit, stdout, stderr } = await runResurs(['estimate', ...args, '-f', 'json'], { files });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout;
}

const codes = (findings: readonly { readonly code: string }[]): string[] => findings.map(({ code }) => code);
const namesOf = (records: readonly Row[]) => records.map(({ programme, region }) => [programme, region]);
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const scaleOf = ({ from, to }: Row): number => Math.max(from['totalHours'] ?? 0, to['totalHours'] ?? 0);
const numberIn = (numbers: Numbers | undefined, key: string): number => numbers?.[key] ?? Number.NaN;

function expectNear(found: number, expected: number, scale: number, what: string): void {
  expect(Math.abs(found - expected), `${what} is ${found}, not ${expected}`).toBeLessThanOrEqual(1e-9 * scale);
}

/** The effects of a record add up to its change, and those of the cells to those of the totals. */
function expectToAddUp({ rows, totals }: Report): void {
  for (const record of [...rows, ...totals]) {
    const name = `${record.programme} ${record.region}`;
    for (const [part, hours] of PARTS) {
      const effects = FACTORS.map((factor) => numberIn(record.effects[factor], part));
      const change = numberIn(record.to, hours) - numberIn(record.from, hours);
      expectNear(sumOf(effects), numberIn(record.change, hours), scaleOf(record), `${name}: the effects on ${part}`);
      expectNear(numberIn(record.change, hours), change, scaleOf(record), `${name}: the change of ${hours}`);
    }
  }
  for (const total of totals) {
    const cells = rows.filter(
      (row) =>
        (total.programme === null || row.programme === total.programme) &&
        (total.region === null || row.region === total.region),
    );
    const name = `total ${total.programme} ${total.region}`;
    for (const factor of FACTORS) {
      for (const [part] of PARTS) {
        const sum = sumOf(cells.map((row) => numberIn(row.effects[factor], part)));
        expectNear(numberIn(total.effects[factor], part), sum, scaleOf(total), `${name}: ${factor} on ${part}`);
      }
    }
    for (const side of ['from', 'to'] as const) {
      for (const key of SUMS) {
        const sum = sumOf(cells.map((row) => numberIn(row[side], key)));
        expectNear(numberIn(total[side], key), sum, sum, `${name}: ${key} ${side}`);
      }
    }
  }
}

/** Every number of a change and of its effects is 0, and the two sides are the same to the last digit. */
function expectNothing({ rows, totals }: Report): void {
  for (const { from, to, change, changeShare, effects } of [...rows, ...totals]) {
    expect(to).toEqual(from);
    expect(change).toEqual({ baseHours: 0, collaborationHours: 0, totalHours: 0 });
    expect(changeShare).toBe(from['totalHours'] === 0 ? null : 0);
    const none = { base: 0, collaboration: 0, total: 0 };
    expect(effects).toEqual(Object.fromEntries(FACTORS.map((factor) => [factor, none])));
  }
}

// ---------------------------------------------------------------------------------------------------------------------

describe('compare as JSON', () => {
  test('has the frame, in order, and what was asked', async () => {
    const report = await reportOf(JANUARY);
    expect(Object.keys(report)).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'sides',
      'rows',
      'totals',
      'failures',
      'warnings',
      'notes',
    ]);
    expect(report).toMatchObject({ formatVersion: 1, kind: 'compare' });
    expect(report.request).toEqual({
      month: '2023-01',
      of: null,
      with: 'last-year',
      programme: null,
      region: null,
      asOf: null,
      scenario: null,
      method: 'shapley',
    });
    const sealed = createHash('sha256')
      .update(TWO_YEARS['statistics.csv'] as string)
      .digest('hex');
    expect(report.inputs).toContainEqual({ table: 'statistics', path: 'statistics.csv', sha256: sealed, rows: 12 });
  });

  test('has every figure of both sides, the change and the effects, with the keys in order', async () => {
    const { rows, totals } = await reportOf(JANUARY);
    for (const record of [...rows, ...totals]) {
      const keys = ['programme', 'region', 'from', 'to', 'change', 'changeShare', 'effects'];
      expect(Object.keys(record)).toEqual(keys);
      expect(Object.keys(record.from)).toEqual(FIGURES);
      expect(Object.keys(record.to)).toEqual(FIGURES);
      expect(Object.keys(record.change)).toEqual(['baseHours', 'collaborationHours', 'totalHours']);
      expect(Object.keys(record.effects)).toEqual(FACTORS);
      for (const factor of FACTORS) {
        expect(Object.keys(record.effects[factor] as Numbers)).toEqual(['base', 'collaboration', 'total']);
      }
    }
    expect(rows.map(({ from, to }) => [from['totalHours'], to['totalHours']])).toEqual([
      [220, 264],
      [280, 276],
      [60, 50],
      [60, 72],
    ]);
    expect(totals.at(-1)?.change).toEqual({ baseHours: 30, collaborationHours: 12, totalHours: 42 });
  });

  test('says where everything stands, and never where the machine keeps it', async () => {
    const saved = await savedEstimate(JANUARY);
    const files = { ...TWO_YEARS, 'kept/saved.json': saved };
    const { exit, stdout } = await compare([...JANUARY, '--with', '/data/kept/saved.json', '-f', 'json'], files);
    expect(exit).toBe(0);
    expect(stdout).not.toContain('/data');
    expect((JSON.parse(stdout) as Report).request['with']).toBe('kept/saved.json');
  });
});

describe('compare as a table', () => {
  /** What stands below the header of each table; a title is nothing to hold on to. */
  const tablesIn = (text: string): string[][] =>
    text
      .split(/^─.*\n/m)
      .slice(1)
      .map((part) => part.split('\n'));

  test.each([
    ['en', 'Not in these figures: JOB.'],
    ['sv', 'Inte med i siffrorna: JOB.'],
  ])('says below its first sentence which programme it leaves out, %s', async (lang, sentence) => {
    const statistics = (TWO_YEARS['statistics.csv'] as string).replace(/^2022-01,JOB,Syd.*\n/m, '');
    const files = { ...TWO_YEARS, 'statistics.csv': statistics };
    const { exit, stdout } = await compare([...JANUARY, '--of', 'outcome', '--lang', lang], files);
    expect(exit).toBe(0);
    const [head = ''] = stdout.split('\n\n');
    expect(head).toContain(sentence);
    expect(stdout).not.toMatch(/^JOB /m);
  });

  for (const lang of LANGUAGES) {
    test(`says in one sentence what changed, then cell by cell, ${lang}`, async () => {
      const { exit, stdout, stderr } = await compare([...JANUARY, '--lang', lang]);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      const [sentence = ''] = stdout.split('\n\n');
      for (const part of ['2023', '2022', '+42', '620', '662']) expect(sentence).toContain(part);
      const total = lang === 'en' ? 'In all' : 'Totalt';
      const found = tablesIn(stdout.replaceAll('\u00A0', ' ')).map((table) =>
        table.find((line) => line.startsWith(total))?.split(/ {2,}/),
      );
      expect(found).toEqual([
        [total, '620', '662', '+42', lang === 'en' ? '+6.8 %' : '+6,8 %'],
        expect.arrayContaining([total, '+30']),
        expect.arrayContaining([total, '+12']),
      ]);
    });

    for (const args of [
      ['--month', '2022-11'],
      ['--month', '2022-11', '--with', 'estimate'],
      ['--month', '2023-01', '--with', 'as-of:2022-07-31', '--method', 'lmdi'],
      ['--month', '2021-06', '--min-change', '10%'],
      ['--month', '2022-11', '-p', 'ETP', '-r', 'Stockholm Gotland'],
    ]) {
      test(`keeps within 80 columns: ${args.join(' ')}, ${lang}`, async () => {
        const { exit, stdout, stderr } = await compare([...args, '--lang', lang], EXAMPLE);
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
        const all = stdout.split('\n');
        expect(all.filter((line) => [...line].length > 80)).toEqual([]);
        expect(all.filter((line) => /\s$/.test(line))).toEqual([]);
      });
    }
  }

  test('says that the results are estimates, and names LMDI where it was used', async () => {
    const shapley = await compare(JANUARY);
    const lmdi = await compare([...JANUARY, '--method', 'lmdi']);
    expect(shapley.stdout).toContain('These are estimates');
    expect(shapley.stdout).not.toContain('LMDI');
    expect(lmdi.stdout).toContain('LMDI');
  });
});

describe('compare as CSV', () => {
  /** Names and numbers of the rows, as CSV has them. */
  function flat(record: object, prefix = ''): [string, unknown][] {
    return Object.entries(record).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null ? flat(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
    );
  }

  test('has the numbers of the JSON, unrounded, each under its way there, and what the sides are', async () => {
    const { sides, rows } = await reportOf(JANUARY);
    const { stdout } = await compare([...JANUARY, '-f', 'csv']);
    const [header = '', ...records] = stdout.split('\r\n').slice(0, -1);
    const expected = rows.map((row) =>
      flat({ month: sides.to.month, ...row, from: { ...sides.from, ...row.from }, to: { ...sides.to, ...row.to } }),
    );
    expect(header.split(',')).toEqual(expected[0]?.map(([name]) => name));
    expect(header).toContain(',effects.collaborationHoursPerCase.total');
    expect(records.map((record) => record.split(','))).toEqual(
      expected.map((entries) => entries.map(([, value]) => (value === null ? '' : String(value)))),
    );
  });

  test('opens in a Swedish Excel as csv-sv: the same numbers', async () => {
    const plain = await compare([...JANUARY, '-f', 'csv']);
    const swedish = await compare([...JANUARY, '-f', 'csv-sv']);
    expect(swedish.stdout.startsWith('\uFEFFmonth;programme;region;from.')).toBe(true);
    expect(swedish.stdout.slice(1).replaceAll(',', '.').replaceAll(';', ',')).toBe(plain.stdout);
  });

  test('leaves what there is none of blank', async () => {
    const statistics = lines(MEASURED, '2022-01,JOB,Nord,0,0,0,0,0,', '2023-01,JOB,Nord,960,60,12,240,24,');
    const { stdout } = await compare([...JANUARY, '-f', 'csv'], { 'statistics.csv': statistics });
    const [header = '', row = ''] = stdout.split('\r\n');
    const cells = Object.fromEntries(header.split(',').map((name, at) => [name, row.split(',')[at]]));
    expect(cells['changeShare']).toBe('');
    expect(cells['change.totalHours']).toBe('264');
  });
});

describe('machine formats of compare are the same bytes', () => {
  for (const format of ['json', 'csv', 'csv-sv']) {
    test(`as ${format} in any language, on any terminal, however quiet`, async () => {
      const plain = await compare([...JANUARY, '-f', format]);
      expect(plain.exit).toBe(0);
      for (const [more, options] of [
        [['--lang', 'sv'], {}],
        [['-q'], {}],
        [['--color', 'always'], { isTerminal: true, columns: 20 }],
        [[], { env: { LC_ALL: 'sv_SE.UTF-8' } }],
      ] as const) {
        const { stdout } = await compare([...JANUARY, '-f', format, ...more], TWO_YEARS, options);
        expect(stdout === plain.stdout, `${more.join(' ')} ${JSON.stringify(options)}`).toBe(true);
      }
    });
  }
});

// ---------------------------------------------------------------------------------------------------------------------

const outcome = (month: string, asOf: string | null = null) => ({ kind: 'outcome', month, asOf });
const estimate = (month: string, asOf: string | null = null) => ({ kind: 'estimate', month, asOf });

describe('the two sides', () => {
  const bothSides = async (args: readonly string[], files: Files = TWO_YEARS) => (await reportOf(args, files)).sides;

  test('are the month and the same month last year', async () => {
    const sides = { from: outcome('2022-01'), to: outcome('2023-01') };
    expect(await bothSides(JANUARY)).toEqual(sides);
    expect(await bothSides([...JANUARY, '--with', 'last-year'])).toEqual(sides);
    expect(await bothSides([...JANUARY, '--of', 'outcome'])).toEqual(sides);
  });

  test('the month is its estimate where the statistics do not hold it, or where that was asked for', async () => {
    expect((await bothSides(['--month', '2023-02'])).to).toEqual(estimate('2023-02'));
    expect((await bothSides([...JANUARY, '--of', 'estimate'])).to).toEqual(estimate('2023-01'));
    const { exit, stderr } = await refusalOf(['--month', '2023-02', '--of', 'outcome']);
    expect(exit).toBe(1);
    expect(stderr).toContain('[outcome-missing]');
  });

  test.each([
    ['outcome:2022-02', outcome('2022-02'), 'outcome:2022-02'],
    ['outcome:februari 2022', outcome('2022-02'), 'outcome:2022-02'],
    ['outcome: 202202', outcome('2022-02'), 'outcome:2022-02'],
    ['estimate', estimate('2023-01'), 'estimate'],
    ['estimate:2023M02', estimate('2023-02'), 'estimate:2023-02'],
    ['as-of:2022-07-31', estimate('2023-01', '2022-07-31'), 'as-of:2022-07-31'],
    ['saved.json', estimate('2023-01'), 'saved.json'],
    ['SAVED.JSON', estimate('2023-01'), 'SAVED.JSON'],
  ])('--with %s', async (side, from, asked) => {
    const saved = await savedEstimate(JANUARY);
    const files = { ...TWO_YEARS, 'saved.json': saved, 'SAVED.JSON': saved };
    const { request, sides, rows } = await reportOf([...JANUARY, '--with', side], files);
    expect(sides).toEqual({ from, to: outcome('2023-01') });
    expect(request['with']).toBe(asked);
    expect(rows).toHaveLength(4);
  });

  test.each([
    '',
    'last-years',
    'outcome',
    'outcome:',
    'outcome:2022',
    'estimate:2022-13',
    'as-of:2022',
    'saved',
    'x.csv',
  ])('--with %j is no side', async (side) => {
    const { exit, stderr } = await refusalOf([...JANUARY, '--with', side]);
    expect(exit).toBe(2);
    expect(stderr).toContain('--with');
  });

  test.each([
    ['--of', 'outcom', 'outcome'],
    ['--method', 'LMDI', 'lmdi'],
    ['--with', 'last-years', 'last-year'],
    ['--with', 'outcom:2022-01', 'outcome'],
  ])('%s %s suggests %s', async (option, value, near) => {
    const { exit, stderr } = await refusalOf([...JANUARY, option, value]);
    expect(exit).toBe(2);
    expect(stderr).toContain(near);
  });

  test('a side is never suggested as it was written', async () => {
    for (const side of ['outcome', 'outcome:2022', 'estimate:2022-13', 'as-of:2022-02-30']) {
      const { stderr } = await refusalOf([...JANUARY, '--with', side]);
      const [word = ''] = side.split(':');
      expect(stderr, side).not.toContain(`Did you mean ${word}?`);
    }
  });

  test('a month is needed, and a scenario needs no other side', async () => {
    const files = { ...TWO_YEARS, 'what-if.csv': lines(SCHABLONS, 'JOB,,2022-01,base_hours,assess,3.5,what if') };
    for (const args of [
      [],
      [...JANUARY, '--scenario', 'what-if.csv', '--with', 'estimate'],
      [...JANUARY, '--scenario', 'what-if.csv', '--of', 'outcome'],
      [...JANUARY, '--with', 'estimate', '--with', 'last-year'],
    ]) {
      expect((await refusalOf(args, files)).exit, args.join(' ')).toBe(2);
    }
    const { sides, request } = await reportOf([...JANUARY, '--scenario', 'what-if.csv'], files);
    expect(sides).toEqual({ from: estimate('2023-01'), to: estimate('2023-01') });
    expect(request).toMatchObject({ with: null, scenario: 'what-if.csv' });
  });

  test('an estimate of another month is the estimate of that month', async () => {
    const { rows } = await reportOf([...JANUARY, '--with', 'estimate:2023-02']);
    const saved = JSON.parse(await savedEstimate(['--month', '2023-02']));
    expect(rows.map(({ from }) => from['totalHours'])).toEqual(
      saved.rows.map(({ totalHours }: { totalHours: number }) => totalHours),
    );
  });
});

describe('what is compared with itself changes exactly 0', () => {
  const MINUS_ZERO = /(^|[^\d.])-0(?![.\d])|\u22120(?![.,\d])/m;

  test.each([
    ['--month', '2022-11', '--with', 'outcome:2022-11'],
    ['--month', '2022-11', '--of', 'estimate', '--with', 'estimate'],
    ['--month', '2023-01', '--with', 'estimate'],
    ['--month', '2023-01', '--with', 'estimate:2023-01', '--method', 'lmdi'],
    ['--month', '2022-11', '--with', 'outcome:2022-11', '--method', 'lmdi'],
    ['--month', '2023-01', '--with', 'as-of:2099-12-31'],
    ['--month', '2022-11', '--with', 'outcome:2022-11', '--as-of', '2022-12-15'],
  ])('%s %s %s %s %s %s', async (...args) => {
    const asked = args.filter((word) => word !== undefined);
    expectNothing(await reportOf(asked, EXAMPLE));
    for (const format of ['table', 'markdown', 'json', 'csv', 'csv-sv']) {
      const { exit, stdout } = await compare([...asked, '-f', format], EXAMPLE);
      expect(exit).toBe(0);
      expect(MINUS_ZERO.test(stdout), format).toBe(false);
    }
  });

  test('and is said to be the same: the outcome as outcome, the estimate as estimate', async () => {
    for (const [args, word, other] of [
      [[...JANUARY, '--with', 'outcome:2023-01'], 'outcome', 'estimate'],
      [[...JANUARY, '--of', 'estimate', '--with', 'estimate'], 'estimate', 'outcome'],
    ] as const) {
      const { notes } = await reportOf(args);
      const said = notes.filter(({ code }) => code === 'compared-with-itself') as { code: string; message: string }[];
      expect(said).toHaveLength(1);
      expect(said[0]?.message).toContain(word);
      expect(said[0]?.message).not.toContain(`same ${other}`);
    }
  });

  test('a saved estimate of the same data', async () => {
    const saved = await savedEstimate(['--month', '2023-01'], EXAMPLE);
    const files = { ...EXAMPLE, 'saved.json': saved };
    expectNothing(await reportOf(['--month', '2023-01', '--with', 'saved.json'], files));
  });

  test('an empty scenario, and one of rows that the tables hold already', async () => {
    const [header = '', ...rows] = (EXAMPLE['schablons.csv'] as string).trim().split('\n');
    for (const scenario of [lines(header, ...rows.slice(0, 5)), lines(header, ...rows)]) {
      const files = { ...EXAMPLE, 'what-if.csv': scenario };
      expectNothing(await reportOf(['--month', '2023-01', '--scenario', 'what-if.csv'], files));
    }
  });

  test('a fall where every other factor is 0 is 0, and no less', async () => {
    const statistics = lines(MEASURED, '2022-01,JOB,Nord,800,0,0,0,0,', '2023-01,JOB,Nord,400,0,0,0,0,');
    const files = { ...TWO_YEARS, 'statistics.csv': statistics };
    for (const method of ['shapley', 'lmdi']) {
      const report = await reportOf([...JANUARY, '--method', method], files);
      expect(report.totals.at(-1)?.change).toEqual({ baseHours: 0, collaborationHours: 0, totalHours: 0 });
      for (const format of ['table', 'json', 'csv']) {
        const { stdout } = await compare([...JANUARY, '--method', method, '-f', format], files);
        expect(MINUS_ZERO.test(stdout), format).toBe(false);
      }
    }
  });

  test('the other way round changes the other way', async () => {
    const there = await reportOf([...JANUARY, '--with', 'outcome:2022-01']);
    const back = await reportOf(['--month', '2022-01', '--with', 'outcome:2023-01']);
    for (const [at, row] of there.rows.entries()) {
      const other = back.rows[at] as Row;
      expect([other.from, other.to]).toEqual([row.to, row.from]);
      for (const factor of FACTORS) {
        for (const [part] of PARTS) {
          const effect = numberIn(row.effects[factor], part);
          expectNear(numberIn(other.effects[factor], part), -effect, scaleOf(row), `${factor} on ${part}`);
        }
      }
    }
  });
});

// ---------------------------------------------------------------------------------------------------------------------

describe('effects add up on the example', () => {
  const months = [2021, 2022].flatMap((year) =>
    Array.from({ length: year === 2021 ? 12 : 11 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
  );

  for (const method of ['shapley', 'lmdi']) {
    test(`to the totals and to the change, month by month, ${method}`, async () => {
      for (const month of months) {
        const report = await reportOf(['--month', month, '--method', method], EXAMPLE);
        expect(report.sides.to).toEqual(outcome(month));
        expect(report.rows).toHaveLength(18);
        expectToAddUp(report);
      }
    });
  }

  test.each([
    ['--month', '2023-01'],
    ['--month', '2022-11', '--with', 'estimate'],
    ['--month', '2023-01', '--with', 'as-of:2022-07-31'],
    ['--month', '2024-06', '--with', 'estimate:2023-06'],
    ['--month', '2022-05', '--as-of', '2022-06-30', '--method', 'lmdi'],
  ])('%s %s %s %s', async (...args) => {
    expectToAddUp(
      await reportOf(
        args.filter((word) => word !== undefined),
        EXAMPLE,
      ),
    );
  });

  test('the totals are those of each programme, then of each region, then of all', async () => {
    const { rows, totals } = await reportOf(['--month', '2022-11'], EXAMPLE);
    const programmes = ['ETP', 'JOB', 'UGA'];
    const regions = ['Mitt', 'Nord', 'Stockholm Gotland', 'Syd', 'Väst', 'Öst'];
    expect(namesOf(rows)).toEqual(programmes.flatMap((programme) => regions.map((region) => [programme, region])));
    expect(namesOf(totals)).toEqual([
      ...programmes.map((programme) => [programme, null]),
      ...regions.map((region) => [null, region]),
      [null, null],
    ]);
  });
});

describe('what is not needed is not read', () => {
  const OUTCOMES = ['--month', '2022-11'];

  test('forecasts that are missing, broken or another table, where both sides are outcomes', async () => {
    const whole = await reportOf(OUTCOMES, EXAMPLE);
    expect(whole.inputs.map(({ table }) => table)).toEqual(['programmes', 'statistics', 'schablons']);
    const { 'forecasts.csv': _, ...without } = EXAMPLE;
    for (const files of [
      without,
      { ...EXAMPLE, 'forecasts.csv': 'nothing,of,the,kind\n1,2' },
      { ...EXAMPLE, 'forecasts.csv': '' },
      { ...EXAMPLE, 'forecasts.csv': EXAMPLE['schablons.csv'] as string },
      { ...EXAMPLE, 'forecasts.csv': `${EXAMPLE['forecasts.csv']}2022-10-21,JOB,2023,..,,,,,\n` },
    ]) {
      for (const args of [OUTCOMES, [...OUTCOMES, '--with', 'outcome:2022-10'], [...OUTCOMES, '--of', 'outcome']]) {
        const { exit, stdout, stderr } = await compare([...args, '-f', 'json'], files);
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
        if (args === OUTCOMES) expect(JSON.parse(stdout)).toEqual(whole);
      }
    }
  });

  test('forecasts are needed where a side is estimated', async () => {
    const { 'forecasts.csv': _, ...without } = EXAMPLE;
    const broken = { ...EXAMPLE, 'forecasts.csv': `${EXAMPLE['forecasts.csv']}2022-10-21,JOB,2023,..,,,,,\n` };
    for (const args of [
      ['--month', '2023-01'],
      [...OUTCOMES, '--with', 'estimate'],
      [...OUTCOMES, '--with', 'as-of:2022-07-31'],
      [...OUTCOMES, '--of', 'estimate'],
    ]) {
      expect((await refusalOf(args, without)).exit, args.join(' ')).toBe(2);
      expect((await refusalOf(args, broken)).exit, args.join(' ')).toBe(1);
    }
  });

  test('schablons, where all is measured on both sides', async () => {
    const { exit, stderr } = await compare(JANUARY, twoYearsWith({ 'schablons.csv': null, 'forecasts.csv': null }));
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  });

  test('statistics are always needed', async () => {
    const { exit, stderr } = await refusalOf(JANUARY, twoYearsWith({ 'statistics.csv': null }));
    expect(exit).toBe(2);
    expect(stderr).toContain('statistics.csv');
  });
});

describe('--min-change', () => {
  test('hides rows from people only', async () => {
    for (const limit of ['20%', '20 %', '12h', '12,5h', '1000h']) {
      for (const format of ['json', 'csv', 'csv-sv']) {
        const plain = await compare([...JANUARY, '-f', format]);
        const narrowed = await compare([...JANUARY, '--min-change', limit, '-f', format]);
        expect(narrowed.stdout).toBe(plain.stdout);
      }
    }
  });

  test.each([
    // 44 hours are 20 % of 220, −4 are 1.4 % of 280, −10 are 16.7 % and 12 are 20 % of 60.
    ['0h', 4],
    ['4h', 4],
    ['4.5h', 3],
    ['12h', 2],
    ['20%', 2],
    ['16 %', 3],
    ['13h', 1],
    ['44,5h', 0],
  ])('shows people what changed at least %s: %i rows of 4', async (limit, count) => {
    for (const lang of LANGUAGES) {
      const { exit, stdout } = await compare([...JANUARY, '--min-change', limit, '--lang', lang]);
      expect(exit).toBe(0);
      const [, hours = ''] = stdout.split(/^─.*\n/m);
      expect(hours.split('\n').filter((line) => /^(JOB|UGA) +(Nord|Syd) /.test(line))).toHaveLength(count);
      // The totals are those of all rows.
      expect(stdout).toMatch(lang === 'en' ? /^In all +620 +662 +\+42/m : /^Totalt +620 +662 +\+42/m);
      expect(stdout.includes(lang === 'en' ? 'not shown' : 'visas inte')).toBe(count < 4);
    }
  });
});

describe('--max-increase and --max-decrease', () => {
  // From 620 to 662 hours: 42 more, 6.77 %; back again 6.34 % less.
  const BACK = ['--month', '2022-01', '--with', 'outcome:2023-01'];

  test.each([
    [JANUARY, '--max-increase', '42h', 0],
    [JANUARY, '--max-increase', '41.9h', 3],
    [JANUARY, '--max-increase', '41,9 h', 3],
    [JANUARY, '--max-increase', '6.8%', 0],
    [JANUARY, '--max-increase', '6,7 %', 3],
    [JANUARY, '--max-decrease', '0h', 0],
    [BACK, '--max-decrease', '42h', 0],
    [BACK, '--max-decrease', '41h', 3],
    [BACK, '--max-decrease', '6.4%', 0],
    [BACK, '--max-decrease', '6.3%', 3],
    [BACK, '--max-increase', '0%', 0],
  ])('%s %s %s: exit %i', async (args, option, limit, exit) => {
    const result = await compare([...args, option, limit, '-f', 'json']);
    expect(result.exit).toBe(exit);
    const report = JSON.parse(result.stdout) as Report;
    expect(codes(report.failures)).toEqual(exit === 0 ? [] : ['change-above-limit']);
    expect(result.stderr.includes('[change-above-limit]')).toBe(exit === 3);
    // A gate changes no number.
    const { failures: _, ...rest } = report;
    const { failures: __, ...plain } = await reportOf(args);
    expect(rest).toEqual(plain);
  });

  // What is exactly 10 % on paper is a digit more or less in binary fractions.
  test.each([
    ['1000', '1100', '--max-increase', '10%'],
    ['1000', '900', '--max-decrease', '10%'],
  ])('a forecast from %s to %s is no more than %s %s', async (before, after, option, limit) => {
    const schablons = lines(
      SCHABLONS,
      'JOB,,2022-01,collaboration_share,,0.3,invented',
      'JOB,,2022-01,base_hours,assess,1.1,invented',
      'JOB,,2022-01,base_hours,decide,2.6,invented',
      'JOB,,2022-01,collaboration_hours,three-party talk,1.9,invented',
    );
    const forecasts = lines(
      'published,programme,period,decisions_per_month',
      `2022-06-30,JOB,2023-01,${before}`,
      `2022-10-28,JOB,2023-01,${after}`,
    );
    const args = [...JANUARY, '--with', 'as-of:2022-07-31', option, limit];
    const breached: number[] = [];
    for (let cases = 31; cases < 61; cases++) {
      const statistics = lines(
        'month,programme,region,decisions,new_decisions',
        `2022-01,JOB,Nord,700,${cases}`,
        `2022-01,JOB,Syd,300,${cases - 13}`,
      );
      const files = { 'forecasts.csv': forecasts, 'statistics.csv': statistics, 'schablons.csv': schablons };
      if ((await compare(args, files)).exit !== 0) breached.push(cases);
    }
    expect(breached).toEqual([]);
  });

  test('from 0 hours any increase is above every share, and none is none', async () => {
    const rows = (hours: number) =>
      twoYearsWith({
        'statistics.csv': lines(MEASURED, '2022-01,JOB,Nord,10,1,0,0,0,', `2023-01,JOB,Nord,10,1,0,${hours},0,`),
      });
    expect((await compare([...JANUARY, '--max-increase', '999%'], rows(1))).exit).toBe(3);
    expect((await compare([...JANUARY, '--max-increase', '0%'], rows(0))).exit).toBe(0);
    expect((await compare([...JANUARY, '--max-decrease', '0%'], rows(0))).exit).toBe(0);
  });

  test('a breach is said however quiet, in the language asked for, and the result is given all the same', async () => {
    const args = [...JANUARY, '--max-increase', '1%'];
    for (const lang of LANGUAGES) {
      const plain = await compare([...JANUARY, '--lang', lang]);
      const { exit, stdout, stderr } = await compare([...args, '-q', '--lang', lang]);
      expect(exit).toBe(3);
      expect(stdout).toBe(plain.stdout);
      expect(stderr).toContain('[change-above-limit]');
      expect(stderr).toContain('+42');
    }
    const { exit, written } = await compare([...args, '-o', 'x.json', '-o', 'x.csv']);
    expect(exit).toBe(3);
    expect(codes(JSON.parse(written['x.json'] as string).failures)).toEqual(['change-above-limit']);
    const document = await compare([...args, '--problems', 'json']);
    expect(codes(JSON.parse(document.stderr).problems)).toEqual(['change-above-limit']);
  });

  test('a refused input goes before a breach', async () => {
    const files = twoYearsWith({ 'schablons.csv': (TWO_YEARS['schablons.csv'] as string).replaceAll('invented', '') });
    const args = [...JANUARY, '--of', 'estimate', '--max-increase', '0h', '--max-decrease', '0h'];
    expect((await compare(args, files)).exit).toBe(3);
    const { exit, stderr } = await refusalOf([...args, '--strict'], files);
    expect(exit).toBe(1);
    expect(stderr).not.toContain('change-above-limit');
  });

  test.each(['10', '-5%', '5 pct', '1e3h', 'h', '%', '', '10%%', 'NaN%'])('%j is no limit', async (limit) => {
    for (const option of ['--max-increase', '--max-decrease', '--min-change']) {
      expect((await refusalOf([...JANUARY, `${option}=${limit}`])).exit).toBe(2);
    }
  });
});

// ---------------------------------------------------------------------------------------------------------------------

describe('--as-of', () => {
  /** The example without what was published later; a statistics row without a date is known on its month's last day. */
  function knownBy(day: string): Files {
    const lastDayOf = (month: string): string =>
      new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
    return Object.fromEntries(
      Object.entries(EXAMPLE).map(([name, text]) => [
        name,
        name === 'programmes.csv'
          ? text
          : filtered(text, ({ published = '', month = '' }) => {
              const known = published === '' && isStatistics(name) ? lastDayOf(month) : published;
              return known <= day;
            }),
      ]),
    );
  }

  test.each([
    ['2022-06-30', '--month', '2022-05'],
    ['2022-06-30', '--month', '2023-01'],
    ['2022-06-30', '--month', '2022-05', '--with', 'estimate'],
    ['2022-11-30', '--month', '2022-10', '--with', 'outcome:2022-09'],
    ['2022-11-30', '--month', '2022-12', '--with', 'as-of:2022-07-31'],
    ['2021-12-31', '--month', '2021-11', '--method', 'lmdi'],
  ])('%s: nothing that was published later has a part: %s %s %s %s', async (day, ...rest) => {
    const args = rest.filter((word) => word !== undefined);
    const seen = await reportOf([...args, '--as-of', day], EXAMPLE);
    const known = await reportOf(args, knownBy(day));
    expect(seen.rows).toEqual(known.rows);
    expect(seen.totals).toEqual(known.totals);
    expect(seen.request['asOf']).toBe(day);
    expect(seen.sides.to).toEqual({ ...known.sides.to, asOf: day });
  });

  test('the preliminary figures before the definitive ones', async () => {
    const statistics = lines(
      MEASURED,
      '2022-01,JOB,Nord,800,50,10,200,20,2022-02-15',
      '2023-01,JOB,Nord,900,54,12,216,24,2023-02-15',
      '2023-01,JOB,Nord,960,60,12,240,24,2023-04-15',
    );
    const files = twoYearsWith({ 'statistics.csv': statistics });
    const hoursOn = async (day: string) => (await reportOf([...JANUARY, '--as-of', day], files)).totals.at(-1)?.to;
    expect(await hoursOn('2023-03-31')).toMatchObject({ decisions: 900, totalHours: 240 });
    expect(await hoursOn('2023-04-15')).toMatchObject({ decisions: 960, totalHours: 264 });
  });

  test('goes before the day of the other side where it is earlier', async () => {
    const late = await reportOf(['--month', '2023-01', '--as-of', '2022-06-30', '--with', 'as-of:2022-12-31'], EXAMPLE);
    const [from, to] = [late.rows.map((row) => row.from), late.rows.map((row) => row.to)];
    expect(from).toEqual(to);
  });

  test('the note names the forecasts that the two estimates rest on', async () => {
    const { notes } = await reportOf(['--month', '2023-01', '--with', 'as-of:2022-07-31'], EXAMPLE);
    expect(notes).toContainEqual(
      expect.objectContaining({
        code: 'forecast-vintages',
        programmes: ['ETP', 'JOB', 'UGA'],
        from: '2022-07-27',
        to: '2022-10-24',
      }),
    );
  });
});

describe('a narrowed comparison', () => {
  const SIDES = [
    ['--month', '2022-11'],
    ['--month', '2022-11', '--with', 'estimate'],
    ['--month', '2023-01'],
    ['--month', '2023-01', '--with', 'as-of:2022-07-31'],
    ['--month', '2023-01', '--with', 'estimate:2022-12', '--method', 'lmdi'],
  ];

  test.each(SIDES)('has the rows of the whole: %s %s %s %s', async (...words) => {
    const args = words.filter((word) => word !== undefined);
    const whole = await reportOf(args, EXAMPLE);
    for (const programme of ['ETP', 'JOB', null]) {
      for (const region of ['Öst', 'Stockholm Gotland', null]) {
        const narrowing = [
          ...(programme === null ? [] : ['--programme', programme]),
          ...(region === null ? [] : ['--region', region]),
        ];
        const narrowed = await reportOf([...args, ...narrowing], EXAMPLE);
        expect(narrowed.rows).toEqual(
          whole.rows.filter(
            (row) => (programme === null || row.programme === programme) && (region === null || row.region === region),
          ),
        );
        expectToAddUp(narrowed);
        expect(narrowed.request).toMatchObject({
          programme: programme === null ? null : [programme],
          region: region === null ? null : [region],
        });
      }
    }
  });

  test('takes codes, and lists in any order, once each', async () => {
    const args = ['--month', '2022-11'];
    const plain = await reportOf([...args, '-p', 'ETP,JOB', '-r', 'Syd,Nord'], EXAMPLE);
    const other = await reportOf([...args, '-p', '70', '-p', 'ETP,105', '-r', 'Nord', '-r', 'Syd,Nord'], EXAMPLE);
    expect(namesOf(plain.rows)).toEqual([
      ['ETP', 'Nord'],
      ['ETP', 'Syd'],
      ['JOB', 'Nord'],
      ['JOB', 'Syd'],
    ]);
    expect([other.rows, other.totals]).toEqual([plain.rows, plain.totals]);
  });

  test('refuses what it does not know, and what it cannot compare', async () => {
    expect((await refusalOf([...JANUARY, '-p', 'ABC'])).exit).toBe(2);
    expect((await refusalOf([...JANUARY, '-r', 'Norr'])).exit).toBe(2);
    const files = twoYearsWith({ 'statistics.csv': WITHOUT_UGA });
    const { exit, stderr } = await refusalOf([...JANUARY, '-p', 'UGA', '--of', 'outcome'], files);
    expect(exit).toBe(1);
    expect(stderr).toContain('[outcome-missing]');
  });

  test('says that schablons are wanting where the statistics hold both months', async () => {
    const { exit, stderr } = await refusalOf(['--month', '2020-12'], EXAMPLE);
    expect(exit).toBe(1);
    expect(stderr).toContain('schablon');
    expect(stderr.replaceAll(/\s+/g, ' ')).not.toContain('no programme has figures both for December 2019');
  });

  test('a region asked for refuses where one side has only the nation', async () => {
    const files = twoYearsWith({
      'statistics.csv': lines(MEASURED, '2022-01,JOB,,1200,100,30,450,50,', '2023-01,JOB,Nord,960,60,12,240,24,'),
    });
    const { exit, stderr } = await refusalOf([...JANUARY, '-r', 'Nord'], files);
    expect(exit).toBe(1);
    expect(stderr).toContain('[no-regions-in-statistics]');
  });
});

describe('rows in another order', () => {
  const changed = (change: (text: string) => string): Files =>
    Object.fromEntries(Object.entries(EXAMPLE).map(([name, text]) => [name, change(text)]));

  test.each([
    ['--month', '2022-11'],
    ['--month', '2022-11', '--with', 'estimate', '--method', 'lmdi'],
    ['--month', '2023-01', '--with', 'as-of:2022-07-31'],
  ])('give the same bytes: %s %s %s %s %s %s', async (...words) => {
    const args = words.filter((word) => word !== undefined);
    for (const format of ['csv', 'table']) {
      const plain = await compare([...args, '-f', format], EXAMPLE);
      const other = await compare([...args, '-f', format], changed(reversed));
      expect(other.stdout === plain.stdout).toBe(true);
    }
    const { rows, totals } = await reportOf(args, EXAMPLE);
    const other = await reportOf(args, changed(reversed));
    expect(JSON.stringify([other.rows, other.totals])).toBe(JSON.stringify([rows, totals]));
  });

  test('and split over files', async () => {
    const [header = '', ...rows] = (EXAMPLE['statistics.csv'] as string).trim().split('\n');
    const { 'statistics.csv': _, ...others } = EXAMPLE;
    const files = {
      ...others,
      'a.csv': lines(header, ...rows.filter((__, at) => at % 3 === 0)),
      'b.csv': lines(header, ...rows.filter((__, at) => at % 3 !== 0)),
    };
    const args = ['--month', '2022-11', '-f', 'csv'];
    const plain = await compare(args, EXAMPLE);
    const split = await compare([...args, '--statistics', 'b.csv', '--statistics', 'a.csv'], files);
    expect(split.stdout === plain.stdout).toBe(true);
  });
});

// ---------------------------------------------------------------------------------------------------------------------

describe('a saved estimate as the other side', () => {
  const withSaved = (saved: string, files: Files = TWO_YEARS): Files => ({ ...files, 'saved.json': saved });

  test('is what the estimate is today, as long as the data are', async () => {
    const files = withSaved(await savedEstimate(JANUARY));
    const saved = await reportOf([...JANUARY, '--with', 'saved.json'], files);
    const today = await reportOf([...JANUARY, '--with', 'estimate']);
    expect([saved.rows, saved.totals, saved.sides]).toEqual([today.rows, today.totals, today.sides]);
    const seal = createHash('sha256')
      .update(files['saved.json'] as string)
      .digest('hex');
    expect(saved.inputs.at(-1)).toEqual({ table: 'saved', path: 'saved.json', sha256: seal, rows: 4 });
    expect(codes(saved.notes)).not.toContain('narrowed-as-saved');
  });

  test('stays as it was, whatever happens to forecasts and schablons since', async () => {
    const saved = await savedEstimate(JANUARY);
    const files = withSaved(saved, twoYearsWith({ 'forecasts.csv': null, 'schablons.csv': null }));
    const { rows } = await reportOf([...JANUARY, '--with', 'saved.json'], files);
    const today = await reportOf([...JANUARY, '--with', 'estimate']);
    expect(rows).toEqual(today.rows);
  });

  test('against the estimate of today: what a new forecast changed', async () => {
    const saved = await savedEstimate([...JANUARY, '--as-of', '2022-07-31']);
    const { rows, sides, notes } = await reportOf(
      [...JANUARY, '--of', 'estimate', '--with', 'saved.json'],
      withSaved(saved),
    );
    const today = await reportOf([...JANUARY, '--of', 'estimate', '--with', 'as-of:2022-07-31']);
    expect(rows).toEqual(today.rows);
    expect(sides).toEqual(today.sides);
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'forecast-vintages', programmes: ['JOB'], from: '2022-06-30', to: '2022-10-28' }),
    );
  });

  test('of a range: its month counts, and another is refused by name', async () => {
    const files = withSaved(await savedEstimate(['--from', '2023-01', '--to', '2023-02']));
    const { rows } = await reportOf([...JANUARY, '--with', 'saved.json'], files);
    expect(rows).toEqual((await reportOf([...JANUARY, '--with', 'estimate'])).rows);
    const { exit, stderr } = await refusalOf(['--month', '2022-02', '--with', 'saved.json'], files);
    expect(exit).toBe(2);
    expect(stderr).toContain('saved.json');
    expect(stderr).toContain('2023-01');
  });

  test('of one programme or region: the same of the other side, with a note', async () => {
    const whole = await reportOf([...JANUARY, '--with', 'estimate']);
    for (const [args, isKept] of [
      [['-p', 'UGA'], ({ programme }: Row) => programme === 'UGA'],
      [['-r', 'Syd'], ({ region }: Row) => region === 'Syd'],
      [['-p', 'JOB', '-r', 'Nord'], ({ programme, region }: Row) => programme === 'JOB' && region === 'Nord'],
    ] as const) {
      const files = withSaved(await savedEstimate([...JANUARY, ...args]));
      const { rows, notes } = await reportOf([...JANUARY, '--with', 'saved.json'], files);
      expect(rows).toEqual(whole.rows.filter(isKept));
      expect(codes(notes)).toContain('narrowed-as-saved');
    }
  });

  test('narrowed further by what is asked for', async () => {
    const files = withSaved(await savedEstimate(JANUARY));
    const { rows, notes } = await reportOf([...JANUARY, '--with', 'saved.json', '-p', 'JOB', '-r', 'Syd'], files);
    expect(namesOf(rows)).toEqual([['JOB', 'Syd']]);
    // It was not the saved estimate that narrowed it.
    expect(codes(notes)).not.toContain('narrowed-as-saved');
  });

  test('of a region that is gone: the file is named, and no flag that nobody gave', async () => {
    const saved = await savedEstimate([...JANUARY, '-r', 'Syd']);
    const statistics = (TWO_YEARS['statistics.csv'] as string).replaceAll(/^.*Syd.*\n/gm, '');
    const files = withSaved(saved, twoYearsWith({ 'statistics.csv': statistics }));
    const { exit, stderr } = await refusalOf([...JANUARY, '--with', 'saved.json'], files);
    expect(exit).toBeGreaterThan(0);
    expect(stderr).toContain('saved.json');
    expect(stderr).not.toContain('--region');
  });

  test('with more programmes than the statistics have outcomes of: those are named, not guessed', async () => {
    const saved = await savedEstimate(JANUARY);
    const args = [...JANUARY, '--of', 'outcome', '--with', 'saved.json'];
    const report = await reportOf(args, withSaved(saved, twoYearsWith({ 'statistics.csv': WITHOUT_UGA })));
    expect(report.rows.map(({ programme }) => programme)).toEqual(['JOB', 'JOB']);
    expect(codes(report.warnings)).toEqual(['outcome-missing']);
  });

  test('stands anywhere, in any encoding that a shell may write', async () => {
    const saved = await savedEstimate(JANUARY);
    const files: Files = {
      ...Object.fromEntries(Object.entries(TWO_YEARS).map(([name, text]) => [`tables/${name}`, text])),
      'kept/saved.json': saved,
      'kept/powershell.json': new Uint8Array(Buffer.from(`\uFEFF${saved.replaceAll('\n', '\r\n')}`, 'utf16le')),
      'kept/bom.json': `\uFEFF${saved}`,
    };
    const { rows } = await reportOf([...JANUARY, '--with', 'estimate']);
    for (const name of ['kept/saved.json', './kept/powershell.json', '/data/kept/bom.json']) {
      const report = await reportOf([...JANUARY, '--data', 'tables', '--with', name], files);
      expect(report.rows).toEqual(rows);
    }
  });

  test.each([
    ['no JSON at all', () => 'month,programme\n', 'not JSON'],
    ['JSON of something else', () => '{"name": "resurs"}', 'no result of resurs'],
    ['a list', () => '[]', 'no result of resurs'],
    ['a newer format', (text: string) => text.replace('"formatVersion": 1', '"formatVersion": 2'), 'newer version'],
    ['another kind', (text: string) => text.replace('"kind": "estimate"', '"kind": "compare"'), 'compare'],
    ['a row without its hours', (text: string) => text.replace(/"baseHours": [\d.]+,/, ''), 'wanting'],
    ['a number as text', (text: string) => text.replace(/"newShare": ([\d.]+)/, '"newShare": "$1"'), 'wanting'],
  ])('%s is refused by name', async (_title, change, words) => {
    const files = withSaved(change(await savedEstimate(JANUARY)));
    const { exit, stderr } = await refusalOf([...JANUARY, '--with', 'saved.json'], files);
    expect(exit).toBe(2);
    expect(stderr).toContain('saved.json');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(words);
  });

  test('a file that is not there', async () => {
    const { exit, stderr } = await refusalOf([...JANUARY, '--with', 'gone.json']);
    expect(exit).toBe(2);
    expect(stderr).toContain('gone.json');
  });
});

describe('the order of programmes and regions', () => {
  const NAMES = ['Zeta', 'alfa', 'Öppen', 'Ärlig', '10', '9', 'Beta'];

  test('is that of their code units, whatever the locale and the order asked for', async () => {
    const rows = ['2022-01', '2023-01'].flatMap((month, year) =>
      NAMES.flatMap((programme, at) =>
        NAMES.map((region) => `${month},${programme},R ${region},${100 + at},${10 + year},5,50,10,`),
      ),
    );
    const files = { 'statistics.csv': lines(MEASURED, ...rows) };
    const inOrder = ['10', '9', 'Beta', 'Zeta', 'alfa', 'Ärlig', 'Öppen'];
    for (const args of [[], ['-p', NAMES.join()], ['-p', [...NAMES].reverse().join(), '-r', 'R Öppen,R 9']]) {
      const { rows: found, totals } = await reportOf([...JANUARY, ...args], files);
      const regions = args.includes('-r') ? ['R 9', 'R Öppen'] : inOrder.map((name) => `R ${name}`);
      expect(namesOf(found)).toEqual(inOrder.flatMap((name) => regions.map((region) => [name, region])));
      expect(namesOf(totals)).toEqual([
        ...inOrder.map((name) => [name, null]),
        ...regions.map((name) => [null, name]),
        [null, null],
      ]);
    }
  });
});

// ---------------------------------------------------------------------------------------------------------------------
// The small folder of the other commands

// Every new decision of JOB takes 2 + 0.25 · 4 = 3 hours and of UGA 1 + 0.5 · 2 = 2. January 2022 had 125 of JOB (375
// hours) and 75 of UGA (150), February 75 of JOB (225) and 75 of UGA (150). January 2023 is estimated from 1 200 and 300
// decisions to the same 525 hours, from June's forecast of 1 500 and 300 to 468.75 + 150.

async function soundReport(args: readonly string[], files: Files = SMALL): Promise<Report> {
  const { exit, stdout, stderr } = await runResurs(['compare', ...args, '-f', 'json'], { files });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout) as Report;
}

const said = ({ kind, month, asOf }: Side): string => [kind, month, ...(asOf === null ? [] : [asOf])].join(' ');
const sidesOf = ({ sides: { from, to } }: Report): string[] => [said(from), said(to)];
/** The grand total before and after, and what each factor that did anything did. */
function totalOf({ totals }: Report): object {
  const { from, to, effects } = totals.at(-1) as Row;
  const did = Object.entries(effects).filter(([, { total }]) => Math.abs(total) > 1e-9);
  return {
    from: from['totalHours'],
    to: to['totalHours'],
    ...Object.fromEntries(did.map(([factor, { total }]) => [factor, Number(total.toFixed(9))])),
  };
}

describe('the sides of a comparison', () => {
  test.each<[string, readonly string[], readonly string[], object]>([
    ['a month to come, with last year', JANUARY, ['outcome 2022-01', 'estimate 2023-01'], { from: 525, to: 525 }],
    [
      'a month that is held, with another that is',
      ['--month', '2022-02', '--with', 'outcome:2022-01'],
      ['outcome 2022-01', 'outcome 2022-02'],
      // In Nord 50 of 800 are new, not 100.
      { from: 525, to: 375, newShare: -150 },
    ],
    [
      'a month with the same as it was known',
      [...JANUARY, '--with', 'as-of:2022-06-30'],
      ['estimate 2023-01 2022-06-30', 'estimate 2023-01'],
      { from: 618.75, to: 525, decisions: -93.75 },
    ],
    [
      'two months that are estimated',
      [...JANUARY, '--with', 'estimate:2023-02'],
      ['estimate 2023-02', 'estimate 2023-01'],
      { from: 375, to: 525, newShare: 150 },
    ],
    [
      'all as it was known on a day',
      [...JANUARY, '--as-of', '2022-06-30'],
      ['outcome 2022-01 2022-06-30', 'estimate 2023-01 2022-06-30'],
      { from: 525, to: 618.75, decisions: 93.75 },
    ],
  ])('of %s', async (_, args, sides, total) => {
    const report = await soundReport(args);
    expect(sidesOf(report)).toEqual(sides);
    expect(totalOf(report)).toEqual(total);
  });

  test('are an outcome against its own estimate, which fine-tunes the averages', async () => {
    // 1 000 decisions of JOB were forecast for February 2022, and 1 200 came. In February 2021 75 of 1 200 were new, so
    // the estimate made 62.5 of them, which take 187.5 hours; UGA's 75 take 150 in both.
    const files = smallWith({
      'forecasts.csv': `${SMALL['forecasts.csv']}2021-10-28,JOB,2022-02,1000\n2021-10-28,UGA,2022-02,300\n`,
      'statistics.csv': `${SMALL['statistics.csv']}${(SMALL['statistics.csv'] as string)
        .split('\n')
        .filter((line) => line.startsWith('2022-02'))
        .map((line) => line.replace('2022', '2021'))
        .join('\n')}\n`,
    });
    const report = await soundReport(['--month', '2022-02', '--with', 'estimate'], files);
    expect(sidesOf(report)).toEqual(['estimate 2022-02', 'outcome 2022-02']);
    expect(totalOf(report)).toEqual({ from: 337.5, to: 375, decisions: 37.5 });
  });

  test('are a saved estimate and the one of today', async () => {
    const saved = await runResurs(['estimate', ...JANUARY, '-f', 'json'], { files: SMALL });
    const risen = (SMALL['schablons.csv'] as string).replace('assess,1.5', 'assess,2.5');
    const files = smallWith({ 'schablons.csv': risen, 'kept/saved.json': saved.stdout });
    const report = await soundReport([...JANUARY, '--with', 'kept/saved.json'], files);
    expect(sidesOf(report)).toEqual(['estimate 2023-01', 'estimate 2023-01']);
    // An hour more for each of 125 new decisions.
    expect(totalOf(report)).toEqual({ from: 525, to: 650, baseHoursPerCase: 125 });
    expect(report.request['with']).toBe('kept/saved.json');
    expect(report.inputs.at(-1)).toMatchObject({ table: 'saved', path: 'kept/saved.json', rows: 4 });
  });

  test('are a month without a scenario and with it', async () => {
    const scenario = lines(
      'programme,valid_from,measure,step,value,source',
      'JOB,2022-01,base_hours,assess,2.5,what if',
    );
    const files = { ...SMALL, 'whatif.csv': scenario };
    const report = await soundReport([...JANUARY, '--scenario', 'whatif.csv'], files);
    expect(totalOf(report)).toEqual({ from: 525, to: 650, baseHoursPerCase: 125 });
    expect(report.request).toMatchObject({ with: null, scenario: 'whatif.csv' });
    const same = { ...SMALL, 'whatif.csv': scenario.replace('2.5', '1.5') };
    const unchanged = await soundReport([...JANUARY, '--scenario', 'whatif.csv'], same);
    for (const row of [...unchanged.rows, ...unchanged.totals]) {
      expect(row.change.totalHours).toBe(0);
      for (const { total } of Object.values(row.effects)) expect(total).toBe(0);
    }
  });
});

describe('the request of a comparison', () => {
  test('stands in the result in one way of writing it', async () => {
    const args = ['--month', 'januari 2023', '--with', 'outcome: januari 2022', '-p', 'JOB', '-r', 'Nord'];
    const { request } = await soundReport([
      ...args,
      '--as-of',
      '20221231',
      '--method',
      'lmdi',
      '--max-increase',
      '500 %',
    ]);
    expect(request).toEqual({
      month: '2023-01',
      of: null,
      with: 'outcome:2022-01',
      programme: ['JOB'],
      region: ['Nord'],
      asOf: '2022-12-31',
      scenario: null,
      method: 'lmdi',
    });
  });

  test('narrows rows and totals', async () => {
    const { rows, totals } = await soundReport([...JANUARY, '-p', 'JOB', '-r', 'Nord']);
    expect(rows.map(({ programme, region }) => [programme, region])).toEqual([['JOB', 'Nord']]);
    expect(totals.map(({ programme, region }) => [programme, region])).toEqual([
      ['JOB', null],
      [null, 'Nord'],
      [null, null],
    ]);
    expect(rows[0]?.to).toMatchObject({ decisions: 800, newDecisions: 100, baseHours: 200, totalHours: 300 });
  });

  test('of a saved estimate of one programme compares that one, and says so', async () => {
    const { stdout } = await runResurs(['estimate', ...JANUARY, '-p', 'UGA', '-f', 'json'], { files: SMALL });
    const report = await soundReport([...JANUARY, '--with', 'saved.json'], { ...SMALL, 'saved.json': stdout });
    expect(totalOf(report)).toEqual({ from: 150, to: 150 });
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'narrowed-as-saved', programme: ['UGA'] }));
  });
});

describe('what a comparison reads', () => {
  test('needs no forecasts for two outcomes, sound or not', async () => {
    const args = ['--month', '2022-02', '--with', 'outcome:2022-01'];
    const whole = await soundReport(args);
    expect(whole.inputs.map(({ table }) => table)).toEqual(['statistics', 'schablons']);
    expect(await soundReport(args, smallWith({ 'forecasts.csv': null }))).toEqual(whole);
    expect(await soundReport(args, smallWith({ 'forecasts.csv': 'nonsense\n' }))).toEqual(whole);
  });

  test('needs them for an estimate, and names what is nowhere', async () => {
    const { exit, stderr } = await runResurs(['compare', ...JANUARY], { files: smallWith({ 'forecasts.csv': null }) });
    expect(exit).toBe(2);
    expect(stderr).toContain('forecasts.csv');
  });
});

describe('a month that the statistics lack', () => {
  test('is refused with the steps that mend it', async () => {
    const args = ['compare', ...JANUARY, '--with', 'outcome:2021-01'];
    const { exit, stdout, stderr } = await runResurs(args, { files: SMALL });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('the statistics do not hold January 2021 for JOB and UGA');
    for (const step of ['  1. ', '  2. Run resurs check.', '  3. ']) expect(stderr).toContain(step);
    expect(stderr).toContain('[outcome-missing]');
  });

  test('is refused as an outcome by --of, and estimated without it', async () => {
    const { exit, stderr } = await runResurs(['compare', ...JANUARY, '--of', 'outcome'], { files: SMALL });
    expect(exit).toBe(1);
    expect(stderr).toContain('[outcome-missing]');
    expect(sidesOf(await soundReport([...JANUARY, '--of', 'estimate']))[1]).toBe('estimate 2023-01');
  });
});

describe('what the factors did', () => {
  test.each(['shapley', 'lmdi'])(
    'adds up to the change in every row and total of the example, by %s',
    async (method) => {
      const example = ['compare', '--data', EXAMPLES.en, '--month', '2022-11', '-f', 'json', '--method', method];
      const { stdout } = await runResurs(example);
      const { rows, totals } = JSON.parse(stdout) as Report;
      expect([rows.length, totals.length]).toEqual([18, 10]);
      for (const { from, to, change, effects } of [...rows, ...totals]) {
        const sum = Object.values(effects).reduce((all, { total }) => all + total, 0);
        const scale = Math.max(from['totalHours'] as number, to['totalHours'] as number);
        expect(Math.abs(sum - change.totalHours)).toBeLessThan(1e-9 * scale);
      }
    },
  );

  test('is told to be by logarithms where that was asked for', async () => {
    const { stdout } = await runResurs(['compare', ...JANUARY, '--method', 'lmdi'], { files: SMALL });
    expect(stdout).toContain('LMDI');
    expect((await runResurs(['compare', ...JANUARY], { files: SMALL })).stdout).not.toContain('LMDI');
  });
});

describe('the sentence of an estimate', () => {
  test('ends with the change since last year, where the statistics hold it', async () => {
    const rising = (SMALL['forecasts.csv'] as string).replace('JOB,2023-01,1200', 'JOB,2023-01,1500');
    const { stdout } = await runResurs(['estimate', ...JANUARY], { files: smallWith({ 'forecasts.csv': rising }) });
    const [sentence] = stdout.replaceAll(/\s+/g, ' ').split('. ');
    // 1 200 decisions of JOB become 1 500, which is a quarter more of its 375 hours; UGA's stay 300.
    expect(sentence).toMatch(/; against .*January 2022 \+94 hours \(\+18 %\), .*decisions.* \(\+94 hours\)/);
  });

  test('says nothing of a last year that is held for one programme only', async () => {
    const lacking = (SMALL['statistics.csv'] as string).replaceAll(/^2022-01,UGA.*\n/gm, '');
    const files = smallWith({
      'statistics.csv': `${lacking}2021-01,UGA,Nord,200,50\n2021-01,UGA,Syd,100,25\n`,
    });
    const { exit, stdout } = await runResurs(['estimate', ...JANUARY], { files });
    expect(exit).toBe(0);
    expect(stdout).not.toContain('against');
  });

  test('of a range says the change since the same months', async () => {
    const { stdout } = await runResurs(['estimate', '--from', '2023-01', '--to', '2023-02'], { files: SMALL });
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/; against .*the same months last year no change\./);
  });
});
