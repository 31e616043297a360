import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SMALL } from '../commands/small-folder.ts';
import { environment } from '../environment.ts';
import { ROOT } from '../harness.ts';

const PROGRAM = path.join(ROOT, 'bin/resurs.js');
const EXAMPLE = path.join(ROOT, 'fixtures/example');
const JANUARY = ['estimate', '--month', '2023-01'];
/** A range whose JSON is well above what a pipe holds. */
const YEARS = ['estimate', '--data', EXAMPLE, '--from', '2023-01', '--to', '2024-12', '--format', 'json'];
const IS_ROOT = process.getuid?.() === 0;
const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;

let folder = '';

beforeAll(() => {
  if (existsSync(path.join(ROOT, 'dist/start.cjs'))) return;
  const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-process-'));
  for (const [name, content] of Object.entries(SMALL)) writeFileSync(at(name), content);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const INPUTS = Object.keys(SMALL).sort();

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

function resurs(args: readonly string[], { cwd = folder, env = {}, input = '' }: Options = {}) {
  return outcome(
    spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd,
      input,
      env: environment(env),
      encoding: 'utf8',
      timeout: 20_000,
      maxBuffer: 2 ** 26,
    }),
  );
}

/** A line of shell in which `"$@"` is the program with its arguments. */
function shell(line: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return outcome(
    spawnSync('sh', ['-c', line, 'sh', process.execPath, PROGRAM, ...args], {
      cwd: folder,
      env: environment(env),
      encoding: 'utf8',
      timeout: 20_000,
      maxBuffer: 2 ** 26,
    }),
  );
}

function outcome({ status, stdout, stderr, error }: SpawnSyncReturns<string>) {
  if (error !== undefined) throw error;
  return { exit: status, stdout, stderr };
}

/** Node has no call for it. */
function namedPipe(name: string): void {
  expect(spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', at(name)]).status).toBe(0);
}

const asOneLine = (message: string): string => message.replaceAll(/\s+/g, ' ').trim();
const STACK = /\n\s+at /;

describe('the program as a process', () => {
  test('estimates, explains, helps and says its version', () => {
    const estimate = resurs(JANUARY);
    expect(estimate).toMatchObject({ exit: 0, stderr: '' });
    expect(estimate.stdout).toMatch(/^January 2023: 525 handling hours /);
    const explain = resurs(['explain', '--month', '2023-01', '-p', 'JOB', '-r', 'Nord', '--lang', 'sv']);
    expect(explain).toMatchObject({ exit: 0, stderr: '' });
    expect(explain.stdout).toMatch(/^JOB, Nord, januari 2023: 300 handläggningstimmar\./);
    expect(resurs([])).toMatchObject({ exit: 0, stderr: '', stdout: resurs(['--help']).stdout });
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(resurs(['--version'])).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('exits 0, 1 and 2', () => {
    expect(resurs(JANUARY).exit).toBe(0);
    writeFileSync(at('statistics.csv'), 'month,programme,region,decisions,new_decisions\n2022-01,JOB,Nord,,1\n');
    expect(resurs(JANUARY)).toMatchObject({ exit: 1, stdout: '' });
    expect(resurs(['estimate', '--mnth', '2023-01'])).toMatchObject({ exit: 2, stdout: '' });
  });

  test('finds the folder by --data and by RESURS_DATA, relative to where it stands', () => {
    const cwd = path.dirname(folder);
    const name = path.basename(folder);
    const expected = resurs(JANUARY);
    expect(resurs([...JANUARY, '--data', name], { cwd })).toEqual(expected);
    expect(resurs(JANUARY, { cwd, env: { RESURS_DATA: `./${name}/` } })).toEqual(expected);
  });

  test('reads a table from standard input', () => {
    const input = text('statistics.csv');
    rmSync(at('statistics.csv'));
    const { exit, stdout, stderr } = resurs([...JANUARY, '--statistics', '-', '-f', 'json'], { input });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const { totals, inputs } = JSON.parse(stdout);
    expect(totals.at(-1).totalHours).toBe(525);
    expect(inputs.map((each: { path: string }) => each.path)).toContain('-');
  });

  test('every part of the bundle that only some runs need is found by those that do', () => {
    // Windows-1252 with a dash and in quotation marks, settings, Swedish, colour, CSV.
    const dashed = Buffer.from(text('schablons.csv').replaceAll('invented', '"maj \x96 juni"'), 'latin1');
    writeFileSync(at('schablons.csv'), dashed);
    writeFileSync(at('resurs.yaml'), 'language: sv\n');
    const table = resurs([...JANUARY, '--color', 'always']);
    expect(table).toMatchObject({ exit: 0, stderr: '' });
    expect(table.stdout).toContain('\u001B[1mJanuari 2023');
    expect(resurs([...JANUARY, '-f', 'csv-sv'])).toMatchObject({ exit: 0, stderr: '' });
    expect(resurs(['check', '-f', 'json']).stdout).toContain('"source": "maj – juni"');
    for (const form of ['json', 'github', 'sarif']) {
      writeFileSync(at('statistics.csv'), 'x');
      const { exit, stderr } = resurs([...JANUARY, '--problems', form]);
      expect({ form, exit, isShown: stderr.includes('header-missing') }).toEqual({ form, exit: 1, isShown: true });
    }
  });

  test('compares and replays, and exits 3 where something is not as it should be', () => {
    expect(resurs([...JANUARY, '-o', 'saved.json'])).toMatchObject({ exit: 0 });
    expect(resurs(['compare', '--month', '2023-01', '--max-increase', '10%'])).toMatchObject({ exit: 0, stderr: '' });
    const identical = resurs(['verify', 'saved.json']);
    expect(identical).toMatchObject({ exit: 0, stderr: '' });
    expect(identical.stdout).toMatch(/^saved\.json is identical: /);
    expect(resurs(['compare', '--month', '2023-01', '--with', 'saved.json'])).toMatchObject({ exit: 0, stderr: '' });
    writeFileSync(at('forecasts.csv'), text('forecasts.csv').replace('JOB,2023-01,1200', 'JOB,2023-01,1500'));
    const changed = resurs(['verify', 'saved.json']);
    expect(changed).toMatchObject({ exit: 3 });
    expect(changed.stderr).toContain('[result-differs]');
    expect(resurs(['compare', '--month', '2023-01', '--max-increase', '10%'])).toMatchObject({ exit: 3 });
  });

  test('the saved estimate that is replayed is an input, which no output overwrites', () => {
    expect(resurs([...JANUARY, '-o', 'saved.json'])).toMatchObject({ exit: 0 });
    const before = text('saved.json');
    for (const args of [
      ['verify', 'saved.json'],
      ['compare', '--month', '2023-01', '--with', 'saved.json'],
    ]) {
      const { exit, stdout, stderr } = resurs([...args, '-o', 'saved.json']);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(asOneLine(stderr)).toContain('saved.json');
      expect(stderr).not.toMatch(/inside resurs/);
      expect(text('saved.json')).toBe(before);
    }
  });

  test('F21 closed standard streams crash nothing', () => {
    expect(shell('"$@" <&-', JANUARY)).toMatchObject({ exit: 0, stderr: '' });
    expect(shell('"$@" >&-', JANUARY)).toMatchObject({ exit: 0, stderr: '' });
    expect(shell('"$@" 2>&-', ['estimate', '--mnth', '2023-01'])).toEqual({ exit: 2, stdout: '', stderr: '' });
    const { exit, stderr } = shell('"$@" <&-', [...JANUARY, '--statistics', '-']);
    expect(exit).toBe(1);
    expect(stderr).toContain('[file-empty]');
  });
});

describe('output', () => {
  test('F20 passes whole through a slow pipe, however long', () => {
    const { exit, stdout, stderr } = shell('"$@" | (sleep 0.3; cat)', YEARS);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(4 * 65_536);
    expect(JSON.parse(stdout).totals.at(-1)).toMatchObject({ month: null, programme: null, region: null });
    expect(resurs([...YEARS, '-o', 'years.json'])).toMatchObject({ exit: 0, stdout: '' });
    expect(text('years.json') === stdout).toBe(true);
  });

  test('F19 a pipe that is closed early is quiet, and no fault', () => {
    const line = '{ "$@"; echo "exit $?" >&2; } | head -1';
    expect(shell(line, YEARS)).toEqual({ exit: 0, stdout: '{\n', stderr: 'exit 0\n' });
    expect(shell('{ "$@"; echo "exit $?" >&2; } | true', YEARS)).toEqual({ exit: 0, stdout: '', stderr: 'exit 0\n' });
  });

  test('F19 a pipe that is closed early takes no file with it', () => {
    const line = '{ "$@" 2>&1; echo $? > code; } | true; cat code';
    expect(shell(line, [...JANUARY, '-o', 'a.json', '-o', 'b.csv'])).toMatchObject({ exit: 0, stdout: '0\n' });
    expect(text('a.json')).toBe(resurs([...JANUARY, '-f', 'json']).stdout);
    expect(text('b.csv')).toBe(resurs([...JANUARY, '-f', 'csv']).stdout);
  });

  test.skipIf(!hasPython)('F20 passes whole through a pipe that does not wait, in short pieces (needs python3)', () => {
    const unblocked = 'import os, sys; os.set_blocking(1, False); os.execv(sys.argv[1], sys.argv[1:])';
    const { exit, stdout, stderr } = shell(`python3 -c '${unblocked}' "$@" | (sleep 0.3; cat)`, YEARS);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout === resurs(YEARS).stdout).toBe(true);
  });

  test('F19 a closed stderr pipe is quiet as well', () => {
    const line = '{ "$@" 2>&1 >/dev/null; echo $? > code; } | true; cat code';
    expect(shell(line, ['estimate', '--mnth', '2023-01'])).toEqual({ exit: 0, stdout: '2\n', stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('F10 a full disk under stdout exits 2 and says so', () => {
    const { exit, stderr } = shell('"$@" > /dev/full', JANUARY);
    expect(exit).toBe(2);
    expect(asOneLine(stderr)).toMatch(
      /^error: stdout could not be written: the disk is full \(ENOSPC\), so the result is not whole Make room /,
    );
    expect(stderr).not.toMatch(STACK);
  });

  test.skipIf(!existsSync('/dev/full'))('F10 help on a full disk exits 2, too', () => {
    expect(shell('"$@" > /dev/full', ['--help'])).toMatchObject({ exit: 2 });
  });

  test.skipIf(!existsSync('/dev/full'))('F21 where not even the message can be written, the exit code is 2', () => {
    expect(shell('"$@" 2> /dev/full', ['estimate', '--mnth', '2023-01']).exit).toBe(2);
    expect(shell('"$@" > /dev/full 2>&1', JANUARY).exit).toBe(2);
  });

  test('A07 F22 F24 is the same bytes in any zone and any locale, whatever else the environment says', () => {
    const variations: Readonly<Record<string, string>>[] = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/Los_Angeles', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
      { TZ: 'Europe/Stockholm', LANG: 'C', LC_ALL: 'C', CI: '1', COLUMNS: '20', TERM: 'xterm-256color' },
      { TZ: 'Nowhere/Else', LC_NUMERIC: 'de_DE.UTF-8', HOME: '', NO_COLOR: '1' },
    ];
    for (const args of [
      ['--format', 'json'],
      ['--format', 'csv'],
      ['--format', 'csv-sv'],
      ['--format', 'table', '--lang', 'sv'],
      ['--format', 'table', '--lang', 'en'],
      ['--format', 'markdown', '--lang', 'sv'],
    ]) {
      const command = ['estimate', '--data', EXAMPLE, '--month', '2023-01', ...args];
      const plain = resurs(command);
      expect(plain).toMatchObject({ exit: 0, stderr: '' });
      for (const env of variations) expect(resurs(command, { env })).toEqual(plain);
    }
  });

  test('has no escape codes in a pipe', () => {
    const { stdout } = resurs(JANUARY, { env: { TERM: 'xterm-256color', COLORTERM: 'truecolor' } });
    expect(stdout).toContain('525');
    expect(stdout).not.toContain('\u001B');
  });
});

describe('files that cannot be read', () => {
  const unreadable = (args: readonly string[]) => {
    const { exit, stdout, stderr } = resurs([...JANUARY, ...args]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).not.toMatch(STACK);
    return asOneLine(stderr);
  };

  test('F01 a missing file, a missing folder, a file for a folder and a folder for a file are named', () => {
    expect(unreadable(['--forecasts', 'nope.csv'])).toMatch(/^error: there is no file nope\.csv /);
    expect(unreadable(['--forecasts', 'nope/nope.csv'])).toMatch(/^error: there is no file nope\/nope\.csv /);
    expect(unreadable(['--data', 'nope'])).toMatch(/^error: there is no folder nope /);
    expect(unreadable(['--data', 'forecasts.csv'])).toMatch(/^error: forecasts\.csv is a file, not a folder /);
    mkdirSync(at('tables'));
    expect(unreadable(['--forecasts', 'tables'])).toMatch(/^error: tables is not an ordinary file /);
    expect(unreadable(['--data', 'tables'])).toMatch(/^error: the folder tables has no statistics\.csv or /);
    expect(unreadable(['--forecasts', 'forecasts.csv/x'])).toMatch(/^error: forecasts\.csv\/x could not be read/);
  });

  test('F01 a link that leads nowhere, and one that leads in a circle', () => {
    symlinkSync('missing.csv', at('nowhere.csv'));
    symlinkSync('circle.csv', at('circle.csv'));
    expect(unreadable(['--forecasts', 'nowhere.csv'])).toMatch(/^error: there is no file nowhere\.csv /);
    expect(unreadable(['--forecasts', 'circle.csv'])).toMatch(
      /^error: circle\.csv could not be read: its links lead in a circle \(ELOOP\) /,
    );
  });

  test.skipIf(IS_ROOT)('F01 a file without the right to read it (root may read all)', () => {
    chmodSync(at('forecasts.csv'), 0o000);
    expect(unreadable([])).toMatch(/^error: forecasts\.csv could not be read: .+ \(EACCES\) /);
  });

  test.skipIf(IS_ROOT)('F01 a folder without the right to list it (root may list all)', () => {
    mkdirSync(at('closed'), 0o000);
    expect(unreadable(['--data', 'closed'])).toMatch(/^error: closed could not be read: .+ \(EACCES\) /);
  });

  test('F02 a named pipe, a folder and standard input are passed over where a line is completed', () => {
    rmSync(at('statistics.csv'));
    namedPipe('statistics.csv');
    const words = ['__complete', 'compare', '--month', ''];
    expect(resurs(words)).toEqual({ exit: 0, stdout: '2023-01\n2023-02\n', stderr: '' });
    expect(resurs(['__complete', 'estimate', '--statistics', '-', '-r', ''])).toEqual({
      exit: 0,
      stdout: '',
      stderr: '',
    });
    rmSync(at('statistics.csv'));
    mkdirSync(at('statistics.csv'));
    expect(resurs(words)).toEqual({ exit: 0, stdout: '2023-01\n2023-02\n', stderr: '' });
    rmSync(at('forecasts.csv'));
    namedPipe('resurs.yaml');
    expect(resurs(words)).toEqual({ exit: 0, stdout: '', stderr: '' });
  });

  test('of a very large table the beginning is read where a line is completed', () => {
    const row = '2022-01,JOB,Öst,800,100\n';
    const many = row.repeat(Math.ceil((4 * 1024 * 1024) / Buffer.byteLength(row)));
    writeFileSync(
      at('statistics.csv'),
      `month,programme,region,decisions,new_decisions\n${many}2022-01,JOB,Late,1,1\n`,
    );
    expect(resurs(['__complete', 'estimate', '-r', ''])).toEqual({ exit: 0, stdout: 'Öst\n', stderr: '' });
  });

  test('F02 a named pipe that nobody writes to is refused at once', () => {
    namedPipe('pipe.csv');
    const start = performance.now();
    expect(unreadable(['--forecasts', 'pipe.csv'])).toMatch(/^error: pipe\.csv is not an ordinary file /);
    expect(unreadable(['--scenario', 'pipe.csv'])).toMatch(/^error: pipe\.csv is not an ordinary file /);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test.skipIf(!hasPython)('F03 - at a terminal is a message, not a program that waits (needs python3)', () => {
    const inTerminal = 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)';
    const { exit, stdout } = shell(`python3 -c '${inTerminal}' "$@"`, [
      ...JANUARY,
      '--statistics',
      '-',
      '--color',
      'never',
    ]);
    expect(exit).toBe(2);
    expect(asOneLine(stdout)).toMatch(/error: a table was to come from standard input \(-\), but nothing is piped in /);
  });

  test('F06 F05 a file that no text can hold is refused by its size, before it is read', () => {
    for (const bytes of [600e6, 3e9]) {
      writeFileSync(at('large.csv'), '');
      truncateSync(at('large.csv'), bytes);
      expect(unreadable(['--statistics', 'large.csv'])).toMatch(
        /^error: large\.csv is larger than the 512 MB that are read Leave out months/,
      );
    }
  });

  test.skipIf(!existsSync('/proc/self/mem'))('F02 files that are none are refused', () => {
    expect(unreadable(['--forecasts', '/proc/self/mem'])).toMatch(/mem could not be read: .+ \(E[A-Z]+\) /);
    expect(unreadable(['--scenario', '/dev/null'])).toMatch(/dev\/null is not an ordinary file /);
  });

  test.skipIf(!existsSync('/dev/zero'))('F02 a device is refused at once', () => {
    expect(unreadable(['--forecasts', '/dev/zero'])).toMatch(/dev\/zero is not an ordinary file /);
  });

  test('F22 a current folder that has been deleted is a message, not a stack', () => {
    mkdirSync(at('gone'));
    const line = 'cd gone && rmdir ../gone && "$@"';
    const { exit, stdout, stderr } = shell(line, JANUARY);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(asOneLine(stderr)).toMatch(/^error: there is no folder \. /);
    expect(stderr).not.toMatch(STACK);
    mkdirSync(at('gone'));
    expect(shell(line, ['--help'])).toMatchObject({ exit: 0, stderr: '' });
  });

  test('F18 a path that would act in a terminal is shown, not obeyed', () => {
    const said = unreadable(['--forecasts', 'a\u001B[31m\nb.csv']);
    expect(said).toContain('a\\x1B[31m\\x0Ab.csv');
  });
});

describe('-o on the disk', () => {
  const left = (): string[] => readdirSync(folder).sort();

  test('writes the file, says so on stderr and nothing on stdout', () => {
    expect(resurs([...JANUARY, '-o', 'a.json'])).toEqual({ exit: 0, stdout: '', stderr: 'Wrote a.json.\n' });
    expect(text('a.json')).toBe(resurs([...JANUARY, '-f', 'json']).stdout);
    expect(left()).toEqual(['a.json', ...INPUTS].sort());
  });

  test('F14 replaces an existing file whole and keeps its mode', () => {
    writeFileSync(at('a.json'), 'x'.repeat(100_000));
    chmodSync(at('a.json'), 0o666);
    expect(shell('umask 077; "$@"', [...JANUARY, '-o', 'a.json'])).toMatchObject({ exit: 0 });
    expect(text('a.json')).toBe(resurs([...JANUARY, '-f', 'json']).stdout);
    expect(statSync(at('a.json')).mode & 0o777).toBe(0o666);
    expect(left()).toEqual(['a.json', ...INPUTS].sort());
  });

  test('F14 says where a link led, and that a link leads nowhere', () => {
    mkdirSync(at('deep'));
    writeFileSync(at('deep/real.json'), 'old');
    symlinkSync('deep/real.json', at('link.json'));
    symlinkSync('nowhere.json', at('broken.json'));
    const { stderr } = resurs([...JANUARY, '-o', 'a.csv', '-o', 'link.json']);
    expect(asOneLine(stderr)).toBe('Wrote a.csv and link.json → deep/real.json.');
    expect(JSON.parse(text('deep/real.json')).kind).toBe('estimate');
    const broken = resurs([...JANUARY, '-o', 'broken.json']);
    expect(broken.exit).toBe(2);
    expect(asOneLine(broken.stderr)).toMatch(/^error: broken\.json is a link that leads to no file Delete the link/);
    const swedish = resurs([...JANUARY, '-o', 'broken.json', '--lang', 'sv']);
    expect(asOneLine(swedish.stderr)).toMatch(/^fel: broken\.json är en länk som inte leder till någon fil /);
  });

  test('F18 a folder that is missing, or is a file, leaves nothing behind', () => {
    writeFileSync(at('a.json'), 'old');
    for (const [bad, reason] of [
      ['missing/b.json', 'there is no such folder (ENOENT)'],
      ['a.json/b.json', 'a file stands where a folder should (ENOTDIR)'],
    ] as const) {
      const { exit, stdout, stderr } = resurs([...JANUARY, '-o', 'a.json', '-o', 'c.csv', '-o', bad]);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(asOneLine(stderr)).toContain(`${bad} could not be written: ${reason}`);
      expect(stderr).not.toMatch(STACK);
      expect(text('a.json')).toBe('old');
      expect(left()).toEqual(['a.json', ...INPUTS].sort());
    }
  });

  test.skipIf(IS_ROOT)('F18 a read-only folder leaves nothing behind (root may write everywhere)', () => {
    mkdirSync(at('closed'));
    chmodSync(at('closed'), 0o555);
    const { exit, stderr } = resurs([...JANUARY, '-o', 'closed/a.json']);
    expect(exit).toBe(2);
    expect(asOneLine(stderr)).toContain('closed/a.json could not be written: the rights do not allow it (EACCES)');
    expect(readdirSync(at('closed'))).toEqual([]);
  });

  test.skipIf(!existsSync('/proc/self'))('F18 a file system that takes no files leaves nothing behind', () => {
    const { exit, stderr } = resurs([...JANUARY, '-o', 'a.csv', '-o', '/proc/a.json']);
    expect(exit).toBe(2);
    expect(asOneLine(stderr)).toMatch(/^error: \/proc\/a\.json could not be written: .+ \(E[A-Z]+\)/);
    expect(left()).toEqual(INPUTS);
  });

  test('F11 where the file may not grow so long, the old one stands and no part of the new one', () => {
    writeFileSync(at('a.json'), 'old');
    const args = ['estimate', '--data', EXAMPLE, '--month', '2023-01', '-o', 'a.json'];
    const { exit, stderr } = shell('trap "" XFSZ; ulimit -f 8; "$@"', args);
    expect(exit).toBe(2);
    expect(asOneLine(stderr)).toContain(
      'a.json could not be written: no file may be so large here (EFBIG); no file was changed',
    );
    expect(text('a.json')).toBe('old');
    expect(left()).toEqual(['a.json', ...INPUTS].sort());
  });

  test('F12 an input is never written over, by name, link or second name', () => {
    const before = text('statistics.csv');
    symlinkSync('statistics.csv', at('soft.csv'));
    linkSync(at('statistics.csv'), at('hard.csv'));
    writeFileSync(at('scenario.csv'), text('schablons.csv'));
    for (const name of ['statistics.csv', './x/../statistics.csv', at('statistics.csv'), 'soft.csv', 'hard.csv']) {
      const { exit, stdout, stderr } = resurs([...JANUARY, '-o', name]);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(asOneLine(stderr)).toContain(
        `${name} is one of the files that are read, or has the name of one; nothing was written`,
      );
      expect(text('statistics.csv')).toBe(before);
    }
    const scenario = resurs([...JANUARY, '--scenario', 'scenario.csv', '-o', 'scenario.csv']);
    expect(scenario.exit).toBe(2);
    expect(text('scenario.csv')).toBe(text('schablons.csv'));
    expect(left()).toEqual(['hard.csv', 'scenario.csv', 'soft.csv', ...INPUTS].sort());
  });

  test('F13 one path twice is refused, and so are a folder and a named pipe', () => {
    mkdirSync(at('d.json'));
    namedPipe('p.json');
    for (const [outputs, said] of [
      [['a.json', 'a.json'], 'a.json would be written twice'],
      [['a.json', './d.json/../a.json'], './d.json/../a.json would be written twice'],
      [['a.json', 'd.json'], 'd.json is a folder or a device'],
      [['a.json', 'p.json'], 'p.json is a folder or a device'],
    ] as const) {
      const { exit, stdout, stderr } = resurs([...JANUARY, ...outputs.flatMap((name) => ['-o', name])]);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(asOneLine(stderr)).toContain(said);
      expect(left()).toEqual(['d.json', 'p.json', ...INPUTS].sort());
    }
  });

  test('F17 runs that write one file at the same time leave one whole result', async () => {
    const runs = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, [PROGRAM, ...JANUARY, '-o', 'a.json'], { cwd: folder, env: environment() });
      return new Promise<number | null>((resolve) => child.on('close', resolve));
    });
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
    expect(text('a.json')).toBe(resurs([...JANUARY, '-f', 'json']).stdout);
    expect(left()).toEqual(['a.json', ...INPUTS].sort());
  });

  test('a refused run leaves an existing output as it was', () => {
    writeFileSync(at('a.json'), 'old');
    writeFileSync(at('schablons.csv'), 'nonsense\n');
    expect(resurs([...JANUARY, '-o', 'a.json'])).toMatchObject({ exit: 1, stdout: '' });
    expect(text('a.json')).toBe('old');
    expect(left()).toEqual(['a.json', ...INPUTS].sort());
  });
});

describe('init on the disk', () => {
  const contents = (name: string): Record<string, string> =>
    Object.fromEntries(readdirSync(at(name)).map((file) => [file, readFileSync(path.join(at(name), file), 'latin1')]));
  const original = (name: string): Record<string, string> => contents(path.relative(folder, path.join(ROOT, name)));

  /** What a folder holds but for the description of its tables, which must be there. */
  const tablesIn = (name: string): Record<string, string> => {
    const { 'datapackage.json': description = '', ...tables } = contents(name);
    expect(JSON.parse(description)).toMatchObject({ profile: 'tabular-data-package' });
    return tables;
  };

  test('writes the example byte for byte, and the command that it names estimates it', () => {
    const { exit, stdout, stderr } = resurs(['init', 'new/my example']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(tablesIn('new/my example')).toEqual(original('fixtures/example'));
    const [, command = ''] = /^ {2}resurs (.*)$/m.exec(stdout) ?? [];
    expect(command).toBe('estimate --data "new/my example" --month 2023-01');
    const estimate = shell(`"$@" ${command}`, []);
    expect(estimate).toMatchObject({ exit: 0, stderr: '' });
    expect(estimate.stdout).toMatch(/^January 2023: 48\u00A0433 handling hours /);
  });

  test('writes it in Swedish, with the same rows', () => {
    expect(resurs(['init', 'exempel', '--lang', 'sv'])).toMatchObject({ exit: 0, stderr: '' });
    const { 'README.md': reading, ...tables } = original('fixtures/exempel');
    expect(tablesIn('exempel')).toEqual({ ...tables, 'LÄSMIG.md': reading });
    const rowsOf = (data: string) =>
      JSON.parse(resurs(['estimate', '--data', data, '--month', '2023-01', '-f', 'json']).stdout).rows;
    expect(rowsOf('exempel')).toEqual(rowsOf(EXAMPLE));
    expect(resurs(['estimate', '--data', 'exempel', '--month', '2023-01']).stdout).toMatch(/^Januari 2023: /);
  });

  test('writes to the current folder, too', () => {
    mkdirSync(at('here'));
    expect(resurs(['init'], { cwd: at('here') })).toMatchObject({ exit: 0, stderr: '' });
    expect(tablesIn('here')).toEqual(original('fixtures/example'));
    expect(resurs(JANUARY, { cwd: at('here') }).exit).toBe(0);
  });

  test('what describes the folder is not written over a table, nor over the settings', () => {
    writeFileSync(at('resurs.yaml'), 'language: en\n');
    for (const [args, file] of [
      [['schema', 'datapackage'], 'statistics.csv'],
      [['schema', 'settings'], 'resurs.yaml'],
    ] as const) {
      const before = text(file);
      const { exit, stderr } = resurs([...args, '-o', file]);
      expect({ exit, kept: text(file) === before }).toEqual({ exit: 2, kept: true });
      expect(stderr).toContain(file);
    }
    expect(resurs(['schema', 'datapackage', '-o', 'datapackage.json'])).toMatchObject({ exit: 0, stdout: '' });
    expect(JSON.parse(text('datapackage.json')).resources).toHaveLength(3);
  });

  test('a second time changes nothing, in either language', () => {
    expect(resurs(['init', 'new']).exit).toBe(0);
    writeFileSync(at('new/statistics.csv'), 'mine');
    const before = contents('new');
    for (const lang of ['en', 'sv']) {
      const { exit, stdout, stderr } = resurs(['init', 'new', '--lang', lang]);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toContain('statistics.csv');
      expect(contents('new')).toEqual(before);
    }
  });

  test('F11 where a file cannot be written, nothing is left, and no new folder', () => {
    mkdirSync(at('old'));
    for (const name of ['new/deep', 'old', 'old/deep']) {
      const { exit, stdout, stderr } = shell('trap "" XFSZ; ulimit -f 8; "$@"', ['init', name]);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(asOneLine(stderr)).toMatch(/could not be written: .+ \(EFBIG\)/);
      expect(readdirSync(folder).sort()).toEqual(['old', ...INPUTS].sort());
      expect(readdirSync(at('old'))).toEqual([]);
    }
  });

  test('a file in the place of the folder is left alone', () => {
    const { exit, stderr } = resurs(['init', 'statistics.csv']);
    expect(exit).toBe(2);
    expect(asOneLine(stderr)).toMatch(
      /^error: the folder statistics\.csv could not be made: a file stands where a folder should \(EEXIST\) /,
    );
    expect(text('statistics.csv')).toBe(SMALL['statistics.csv']);
  });
});

describe('a fault shows its stack on request only', () => {
  test('without and with --debug', () => {
    const args = [...JANUARY, '-o', 'missing/a.json'];
    const plain = resurs(args);
    expect(plain.stderr).not.toMatch(STACK);
    expect(plain.stderr).not.toContain('Error: ENOENT');
    const debugged = resurs([...args, '--debug']);
    expect(debugged.exit).toBe(2);
    expect(debugged.stderr.startsWith(plain.stderr)).toBe(true);
    expect(debugged.stderr).toContain('Error: ENOENT: no such file or directory');
    expect(resurs(['estimate', '--debug']).stderr).toMatch(STACK);
  });
});
