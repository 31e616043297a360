import { describe, expect, test } from 'vitest';
import { REFUSED, SMALL, smallWith, WARNED } from '../commands/small-folder.ts';
import { type Files, type RunOptions, runResurs } from '../harness.ts';

const JANUARY = ['estimate', '--month', '2023-01'];

type Env = Readonly<Record<string, string>>;

async function languageOf(args: readonly string[], env: Env, files: Files = SMALL): Promise<'en' | 'sv'> {
  const { exit, stdout } = await runResurs([...JANUARY, ...args], { env, files });
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^(January|Januari) 2023: /);
  return stdout.startsWith('January') ? 'en' : 'sv';
}

describe('the language', () => {
  const setting = (language: string): Files => smallWith({ 'resurs.yaml': `language: ${language}\n` });

  test('is English where nothing says anything', async () => {
    expect(await languageOf([], {})).toBe('en');
  });

  test('comes from the flag, then RESURS_LANG, then the settings, then the locale', async () => {
    const sv = { RESURS_LANG: 'sv', LANG: 'sv_SE.UTF-8' };
    const en = { RESURS_LANG: 'en', LANG: 'sv_SE.UTF-8' };
    expect(await languageOf(['--lang', 'en'], sv, setting('sv'))).toBe('en');
    expect(await languageOf(['--lang=sv'], en, setting('en'))).toBe('sv');
    expect(await languageOf([], sv, setting('en'))).toBe('sv');
    expect(await languageOf([], en, setting('sv'))).toBe('en');
    expect(await languageOf([], { LANG: 'sv_SE.UTF-8' }, setting('en'))).toBe('en');
    expect(await languageOf([], { LANG: 'en_GB.UTF-8' }, setting('sv'))).toBe('sv');
    expect(await languageOf([], { LANG: 'sv_SE.UTF-8' })).toBe('sv');
    expect(await languageOf([], { RESURS_LANG: '', LANG: 'sv' })).toBe('sv');
  });

  test('of the locale is LC_ALL, then LC_MESSAGES, then LANG, where it begins with sv', async () => {
    expect(await languageOf([], { LC_ALL: 'sv_SE.UTF-8', LC_MESSAGES: 'C', LANG: 'C' })).toBe('sv');
    expect(await languageOf([], { LC_ALL: 'C', LC_MESSAGES: 'sv_SE', LANG: 'sv_SE' })).toBe('en');
    expect(await languageOf([], { LC_ALL: '', LC_MESSAGES: 'sv_FI', LANG: 'C' })).toBe('sv');
    expect(await languageOf([], { LC_MESSAGES: 'en_US.UTF-8', LANG: 'sv_SE.UTF-8' })).toBe('en');
    expect(await languageOf([], { LC_MESSAGES: '', LANG: 'sv_SE.ISO-8859-1' })).toBe('sv');
    for (const locale of ['C', 'POSIX', 'C.UTF-8', 'tr_TR.UTF-8', 'de_DE', 'en_SE', ' sv']) {
      expect(await languageOf([], { LC_ALL: locale })).toBe('en');
    }
  });

  test('of other variables is nobody’s', async () => {
    const env = { LC_CTYPE: 'sv_SE.UTF-8', LC_NUMERIC: 'sv_SE.UTF-8', LANGUAGE: 'sv', LC_TIME: 'sv_SE' };
    expect(await languageOf([], env)).toBe('en');
  });

  test('goes for warnings, refusals, failures and help as well', async () => {
    for (const [args, env] of [
      [['--lang', 'sv'], {}],
      [[], { RESURS_LANG: 'sv' }],
      [[], { LC_ALL: 'sv_SE.UTF-8' }],
    ] as const) {
      expect((await runResurs([...JANUARY, ...args], { env, files: WARNED })).stderr).toMatch(/^En varning:/);
      expect((await runResurs([...JANUARY, '--strict', ...args], { env, files: WARNED })).stderr).toMatch(
        /^Inget resultat visas: --strict släpper inte igenom varningar/,
      );
      expect((await runResurs(['estimate', ...args], { env, files: SMALL })).stderr).toMatch(/^fel: --month behövs/);
      expect((await runResurs(['estimate', '--help', ...args], { env, files: SMALL })).stdout).toContain('Användning');
    }
  });

  test('of the settings goes for refusals and for failures that come after them', async () => {
    const files = { ...WARNED, 'resurs.yaml': 'language: sv\n' };
    expect((await runResurs([...JANUARY, '--strict'], { files })).stderr).toMatch(/^Inget resultat visas/);
    const refused = { ...REFUSED, 'resurs.yaml': 'language: sv\n' };
    expect((await runResurs(JANUARY, { files: refused })).stderr).toMatch(
      /^Inget har beräknats: 2 problem i 2 filer\./,
    );
    expect((await runResurs(['estimate'], { files })).stderr).toMatch(/^fel: --month behövs/);
    expect((await runResurs([...JANUARY, '-o', 'x'], { files })).stderr).toMatch(/^fel: det framgår inte/);
  });
});

describe('RESURS_DATA', () => {
  const files = {
    ...Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`one/${name}`, text])),
    ...Object.fromEntries(
      Object.entries(SMALL).map(([name, text]) => [
        `two/${name}`,
        String(text).replace('28,JOB,2023-01,1200', '28,JOB,2023-01,2400'),
      ]),
    ),
  };
  const hours = async (args: readonly string[], env: Env): Promise<number> => {
    const { exit, stdout } = await runResurs([...JANUARY, '-p', 'JOB', '-f', 'json', ...args], { env, files });
    expect(exit).toBe(0);
    return JSON.parse(stdout).totals.at(-1).totalHours;
  };

  test('names the folder; the flag goes before it', async () => {
    expect(await hours([], { RESURS_DATA: 'one' })).toBe(375);
    expect(await hours([], { RESURS_DATA: 'two' })).toBe(750);
    expect(await hours(['--data', 'one'], { RESURS_DATA: 'two' })).toBe(375);
    expect(await hours(['-d', 'two'], { RESURS_DATA: 'one' })).toBe(750);
    expect(await hours(['-d', 'two'], { RESURS_DATA: 'nowhere' })).toBe(750);
    expect(await hours([], { RESURS_DATA: '/data/two' })).toBe(750);
  });

  test('empty is not there', async () => {
    const { exit } = await runResurs(JANUARY, { env: { RESURS_DATA: '' }, files: SMALL });
    expect(exit).toBe(0);
  });
});

describe('other variables', () => {
  test('that begin with RESURS_ are ignored, and so is everything else', async () => {
    const env = {
      RESURS_MONTH: '2023-02',
      RESURS_OUT: 'stolen.json',
      RESURS_STRICT: '1',
      RESURS_QUIET: '1',
      RESURS_REGION: 'Syd',
      RESURS_AS_OF: '2022-07-01',
      RESURS_FORECASTS: 'nope.csv',
      RESURS_NONSENSE: 'x',
      resurs_lang: 'sv',
      CI: '1',
      COLUMNS: '20',
      TZ: 'Pacific/Kiritimati',
    };
    const plain = await runResurs(JANUARY, { files: WARNED });
    expect(plain.exit).toBe(0);
    expect(await runResurs(JANUARY, { files: WARNED, env })).toEqual(plain);
  });
});

describe('colour', () => {
  const ESCAPE = '\u001B[';
  const coloured = async (args: readonly string[], options: RunOptions): Promise<{ out: boolean; err: boolean }> => {
    const { exit, stdout, stderr } = await runResurs([...JANUARY, ...args], { files: WARNED, ...options });
    expect(exit).toBe(0);
    expect(stderr).not.toBe('');
    return { out: stdout.includes(ESCAPE), err: stderr.includes(ESCAPE) };
  };
  const NONE = { out: false, err: false };
  const BOTH = { out: true, err: true };

  test('is for terminals, not for pipes', async () => {
    expect(await coloured([], {})).toEqual(NONE);
    expect(await coloured([], { isTerminal: true })).toEqual(BOTH);
  });

  test('TERM=dumb has none', async () => {
    expect(await coloured([], { isTerminal: true, env: { TERM: 'dumb' } })).toEqual(NONE);
    expect(await coloured([], { isTerminal: true, env: { TERM: 'xterm' } })).toEqual(BOTH);
  });

  test('NO_COLOR takes it away unless it is empty, and goes before FORCE_COLOR', async () => {
    expect(await coloured([], { isTerminal: true, env: { NO_COLOR: '1' } })).toEqual(NONE);
    expect(await coloured([], { isTerminal: true, env: { NO_COLOR: '0' } })).toEqual(NONE);
    expect(await coloured([], { isTerminal: true, env: { NO_COLOR: '' } })).toEqual(BOTH);
    expect(await coloured([], { isTerminal: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } })).toEqual(NONE);
  });

  test('FORCE_COLOR gives it to a pipe; 0 takes it from a terminal', async () => {
    expect(await coloured([], { env: { FORCE_COLOR: '1' } })).toEqual(BOTH);
    expect(await coloured([], { env: { FORCE_COLOR: '1', TERM: 'dumb' } })).toEqual(BOTH);
    expect(await coloured([], { isTerminal: true, env: { FORCE_COLOR: '0' } })).toEqual(NONE);
  });

  test('--color goes before RESURS_COLOR, that before all the rest', async () => {
    expect(await coloured(['--color', 'always'], { env: { NO_COLOR: '1', RESURS_COLOR: 'never' } })).toEqual(BOTH);
    expect(await coloured(['--color', 'never'], { isTerminal: true, env: { FORCE_COLOR: '1' } })).toEqual(NONE);
    expect(await coloured(['--color=never'], { isTerminal: true, env: { RESURS_COLOR: 'always' } })).toEqual(NONE);
    expect(await coloured(['--color', 'auto'], { isTerminal: true, env: { RESURS_COLOR: 'never' } })).toEqual(BOTH);
    expect(await coloured(['--color', 'auto'], {})).toEqual(NONE);
    expect(await coloured([], { env: { RESURS_COLOR: 'always', NO_COLOR: '1' } })).toEqual(BOTH);
    expect(await coloured([], { isTerminal: true, env: { RESURS_COLOR: 'never' } })).toEqual(NONE);
    expect(await coloured([], { isTerminal: true, env: { RESURS_COLOR: '' } })).toEqual(BOTH);
  });

  test('goes for failures and refusals in the same way', async () => {
    const misuse = [['estimate', '--mnth', '2023-01'], ['estimate'], ['estmate'], [...JANUARY, '--strict']];
    for (const args of misuse) {
      const on = async (more: readonly string[], options: RunOptions): Promise<boolean> =>
        (await runResurs([...args, ...more], { files: WARNED, ...options })).stderr.includes(ESCAPE);
      expect(await on([], {})).toBe(false);
      expect(await on([], { isTerminal: true })).toBe(true);
      expect(await on(['--color', 'never'], { isTerminal: true })).toBe(false);
      expect(await on(['--color=never'], { isTerminal: true, env: { FORCE_COLOR: '1' } })).toBe(false);
      expect(await on(['--color', 'always'], {})).toBe(true);
      expect(await on([], { isTerminal: true, env: { RESURS_COLOR: 'never' } })).toBe(false);
    }
  });

  test('never reaches a file or a machine format', async () => {
    const options = { files: WARNED, isTerminal: true, env: { FORCE_COLOR: '3' } };
    const saved = await runResurs(
      [...JANUARY, '--color', 'always', '-o', 'a.txt', '-o', 'b.json', '-o', 'c.csv', '-o', 'd.md'],
      options,
    );
    expect(Object.keys(saved.written)).toHaveLength(4);
    for (const content of Object.values(saved.written)) expect(content).not.toContain('\u001B');
    const plain = await runResurs(JANUARY, { files: WARNED });
    expect(saved.written['a.txt']).toBe(plain.stdout);
    for (const format of ['markdown', 'json', 'csv', 'csv-sv']) {
      const { stdout } = await runResurs([...JANUARY, '--color', 'always', '-f', format], options);
      expect(stdout).not.toContain('\u001B');
    }
  });

  test('changes nothing but the escape codes', async () => {
    const strip = (text: string): string => text.replaceAll(/\u001B\[[0-9;]*m/g, '');
    const plain = await runResurs(JANUARY, { files: WARNED });
    const painted = await runResurs([...JANUARY, '--color', 'always'], { files: WARNED });
    expect(strip(painted.stdout)).toBe(plain.stdout);
    expect(strip(painted.stderr)).toBe(plain.stderr);
  });
});
