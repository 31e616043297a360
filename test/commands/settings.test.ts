import { describe, expect, test } from 'vitest';
import { type Files, runResurs } from '../harness.ts';
import { lines, SMALL, smallWith } from './small-folder.ts';

const JANUARY = ['estimate', '--month', '2023-01'];

const withSettings = (yaml: string | Uint8Array, more: Files = {}): Files => ({
  ...SMALL,
  ...more,
  'resurs.yaml': yaml,
});

async function refusalOf(yaml: string | Uint8Array): Promise<string> {
  const { exit, stdout, stderr } = await runResurs(JANUARY, { files: withSettings(yaml) });
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  const said = stderr.replaceAll(/\s+/g, ' ');
  expect(said).toMatch(/^error: the settings in resurs\.yaml cannot be used: .* Correct or delete the lines\. $/);
  return said;
}

async function hoursOf(files: Files, args: readonly string[] = []): Promise<number> {
  const { exit, stdout, stderr } = await runResurs([...JANUARY, '-f', 'json', ...args], { files });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout).totals.at(-1).totalHours;
}

describe('resurs.yaml', () => {
  for (const [title, yaml] of [
    ['empty', ''],
    ['nothing but a comment', '# language: sv\n'],
    ['a document without content', '---\n'],
    ['an empty record', '{}\n'],
    ['a BOM', '\uFEFFhoursPerFte: 120\n'],
    ['Windows line ends', 'hoursPerFte: 120\r\nschablonMaxAgeYears: 5\r\n'],
    ['JSON, which is YAML', '{ "hoursPerFte": 120.5, "csv": "standard" }'],
    [
      'everything that there is',
      'language: en\ncsv: standard\nhoursPerFte: 120\nschablonMaxAgeYears: 5\nforecasts: forecasts.csv\n' +
        'statistics: [statistics.csv]\nschablons: schablons.csv\n',
    ],
  ] as const) {
    test(`may be ${title}`, async () => {
      const plain = await runResurs(JANUARY, { files: SMALL });
      expect(await runResurs(JANUARY, { files: withSettings(yaml) })).toEqual(plain);
      expect(plain.exit).toBe(0);
    });
  }

  test('all unknown keys and all wrong values are named at once, the keys with suggestions', async () => {
    const said = await refusalOf(
      'langage: sv\nschablonsMaxAgeYear: 3\nhoursPerFte: many\ncsv: svensk\nfrobnicate: 1\n',
    );
    expect(said).toContain('line 1: langage is not known (did you mean language?)');
    expect(said).toContain('line 2: schablonsMaxAgeYear is not known (did you mean schablonMaxAgeYears?)');
    expect(said).toContain('line 5: frobnicate is not known; known are language, csv, ');
    expect(said).toContain('line 3: hoursPerFte takes a number above 0, not many');
    expect(said).toContain('line 4: csv takes standard or sv, not svensk');
  });

  for (const [yaml, key] of [
    ['language: SV', 'language'],
    ['language: no', 'language'],
    ['language:', 'language'],
    ['csv: true', 'csv'],
    ['hoursPerFte: 0', 'hoursPerFte'],
    ['hoursPerFte: -1', 'hoursPerFte'],
    ['hoursPerFte: .nan', 'hoursPerFte'],
    ['hoursPerFte: .inf', 'hoursPerFte'],
    ['hoursPerFte: "120"', 'hoursPerFte'],
    ['hoursPerFte: 1 200', 'hoursPerFte'],
    ['hoursPerFte: 1,5', 'hoursPerFte'],
    ['schablonMaxAgeYears: five', 'schablonMaxAgeYears'],
    ['data: [a, b]', 'data'],
    ['data: ""', 'data'],
    ['forecasts: []', 'forecasts'],
    ['statistics: {a: b}', 'statistics'],
    ['schablons: [a.csv, 3]', 'schablons'],
  ] as const) {
    test(`«${yaml}» is refused by name`, async () => {
      expect(await refusalOf(`${yaml}\n`)).toContain(`: line 1: ${key} takes `);
    });
  }

  for (const [title, yaml, said] of [
    ['broken YAML', 'language: [sv\n', 'not sound YAML'],
    ['a tab as indent', 'forecasts:\n\t- a.csv\n', 'not sound YAML'],
    ['a key given twice', 'csv: sv\ncsv: standard\n', 'not sound YAML (Map keys must be unique, line 2'],
    ['two documents', 'csv: sv\n---\ncsv: standard\n', 'not sound YAML'],
    ['an alias', 'forecasts: &a [forecasts.csv]\nstatistics: *a\n', 'not sound YAML'],
    ['a list', '- language\n- sv\n', 'each line should be a name, a colon and a value'],
    ['a word', 'sv\n', 'each line should be a name, a colon and a value'],
    ['a number', '12\n', 'each line should be a name, a colon and a value'],
    ['a merge key', '<<: {language: sv}\n', '<< is not known'],
    ['a key of every object', 'constructor: 1\ntoString: 2\n', 'line 2: toString is not known; known are language'],
    ['the prototype', '__proto__: {language: sv}\n', '__proto__ is not known'],
  ] as const) {
    test(`F26 ${title} is refused`, async () => {
      expect(await refusalOf(yaml)).toContain(said);
      expect(Object.prototype).not.toHaveProperty('language');
    });
  }

  test('F26 aliases that multiply are refused at once', async () => {
    const levels = Array.from({ length: 30 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1},`.repeat(9)}]`);
    levels[0] = 'l0: &l0 [x]';
    const start = performance.now();
    expect(await refusalOf(`${levels.join('\n')}\n`)).toContain('not sound YAML');
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('is read from the data folder, not from where the command stands', async () => {
    const inside = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`data/${name}`, text]));
    const files = { ...inside, 'resurs.yaml': 'nonsense: 1\n', 'data/resurs.yaml': 'language: sv\n' };
    const { exit, stdout } = await runResurs([...JANUARY, '--data', 'data'], { files });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Januari 2023/);
  });

  test('`schablonMaxAgeYears` says from when a schablon is old', async () => {
    const warnings = async (years: number): Promise<string[]> => {
      const { stdout } = await runResurs([...JANUARY, '-f', 'json'], {
        files: withSettings(`schablonMaxAgeYears: ${years}\n`),
      });
      return JSON.parse(stdout).warnings.map(({ code }: { code: string }) => code);
    };
    // January 2022 to January 2023 is one year, which is not above one.
    expect(await warnings(1)).toEqual([]);
    expect(new Set(await warnings(0.5))).toEqual(new Set(['schablon-old']));
  });
});

describe('`data` and table paths in the settings', () => {
  const elsewhere = lines('published,programme,period,decisions_per_month', '2022-10-28,JOB,2023-01,900');
  const onlyJob = ['-p', 'JOB'];

  test('a table path is seen from the folder of the settings, and stands for the folder’s own file', async () => {
    const files = withSettings('forecasts: other/mine.csv\n', { 'other/mine.csv': elsewhere });
    expect(await hoursOf(SMALL, onlyJob)).toBe(375);
    expect(await hoursOf(files, onlyJob)).toBe(281.25);
    const moved = Object.fromEntries(Object.entries(files).map(([name, text]) => [`deep/${name}`, text]));
    expect(await hoursOf(moved, [...onlyJob, '--data', 'deep'])).toBe(281.25);
  });

  test('several files make one table', async () => {
    const more = lines('published,programme,period,decisions_per_month', '2022-10-28,UGA,2023-01,375');
    const files = withSettings('forecasts: [other/mine.csv, more.csv]\n', {
      'other/mine.csv': elsewhere,
      'more.csv': more,
    });
    expect(await hoursOf(files)).toBe(281.25 + 187.5);
  });

  test('the flag goes before them', async () => {
    const files = withSettings('forecasts: other/mine.csv\n', { 'other/mine.csv': elsewhere });
    expect(await hoursOf(files, [...onlyJob, '--forecasts', 'forecasts.csv'])).toBe(375);
  });

  test('a table that is nowhere else but in the settings is enough', async () => {
    const files: Files = {
      ...smallWith({ 'forecasts.csv': null }),
      'resurs.yaml': 'forecasts: mine.csv\n',
      'mine.csv': elsewhere,
    };
    expect(await hoursOf(files, onlyJob)).toBe(281.25);
  });

  test('a path that leads nowhere is named', async () => {
    const { exit, stderr } = await runResurs(JANUARY, { files: withSettings('schablons: nope.csv\n') });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^error: there is no file \S*nope\.csv/);
  });

  test('`data` names the folder of the tables; flag and variable go before it', async () => {
    const inside = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`tables/${name}`, text]));
    const files: Files = { ...inside, 'resurs.yaml': 'data: tables\nlanguage: sv\n' };
    const expected = await runResurs(JANUARY, { files: SMALL, env: { RESURS_LANG: 'sv' } });
    expect(expected.exit).toBe(0);
    expect(await runResurs(JANUARY, { files })).toEqual(expected);
    const missing: Files = { ...files, 'resurs.yaml': 'data: nowhere\n' };
    expect(await runResurs(JANUARY, { files: missing })).toMatchObject({ exit: 2, stdout: '' });
    expect((await runResurs([...JANUARY, '--data', 'tables'], { files: missing })).exit).toBe(0);
    expect((await runResurs(JANUARY, { files: missing, env: { RESURS_DATA: 'tables' } })).exit).toBe(0);
    const both = withSettings('data: nowhere\n');
    expect(await hoursOf(both, ['--data', '.'])).toBe(525);
    expect((await runResurs(JANUARY, { files: both, env: { RESURS_DATA: '.' } })).exit).toBe(0);
  });

  test('`csv: sv` changes no number and no other format', async () => {
    const files = withSettings('csv: sv\n');
    for (const format of ['json', 'csv', 'csv-sv', 'table', 'markdown']) {
      const plain = await runResurs([...JANUARY, '-f', format], { files: SMALL });
      expect(await runResurs([...JANUARY, '-f', format], { files })).toEqual(plain);
    }
  });
});

test('what reads no data runs beside broken settings, and they are not written over', async () => {
  const files = { 'resurs.yaml': 'language: [sv\n' };
  for (const args of [
    ['schema', 'settings'],
    ['completion', 'bash'],
  ]) {
    const { exit, stderr } = await runResurs(args, { files });
    expect({ args, exit, stderr }).toEqual({ args, exit: 0, stderr: '' });
  }
  expect((await runResurs(['schema', 'datapackage'], { files })).exit).toBe(2);
});
