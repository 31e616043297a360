import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SMALL } from '../commands/small-folder.ts';
import { environment } from '../environment.ts';
import { EXAMPLES, ROOT } from '../harness.ts';

const PROGRAM = path.join(ROOT, 'bin/resurs.js');
const REGIONS = ['Nord', 'Mitt', 'Stockholm Gotland', 'Öst', 'Väst', 'Syd'];
const IS_ROOT = process.getuid?.() === 0;

let folder = '';
const at = (...names: string[]): string => path.join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-batch-'));
  for (const [name, content] of Object.entries(SMALL)) writeFileSync(at(name), content);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function resurs(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const options = { cwd: folder, env: environment(env), encoding: 'utf8', timeout: 60_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], options);
  return { exit: status, stdout, stderr: stderr.replaceAll(/\s+/g, ' ') };
}

const plan = (text: string): void => writeFileSync(at('plan.yaml'), text);
const job = (out: string): string =>
  `version: 1\njobs:\n  - {name: a, command: estimate, with: {month: 2023-01}, out: ${JSON.stringify(out)}}\n`;

/** Every file below a folder, with a hash of what it holds. */
function contentOf(...names: string[]): Record<string, string> {
  const root = at(...names);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(root, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** Six regions, two years and three formats of the example. */
function examplePlan(last = '2024-12'): string {
  return `version: 1
data: ${JSON.stringify(EXAMPLES.en)}
jobs:
  - name: hours
    command: estimate
    matrix:
      month: {from: 2023-01, to: ${last}}
      region: [${REGIONS.join(', ')}]
    out: ["ut/{region}/{month}.json", "ut/{region}/{month}.csv", "ut/{region}/{month}.md"]
`;
}

describe('a batch on the disk', () => {
  test('six regions and some months in three formats: each file as the single command writes it', () => {
    plan(examplePlan('2023-03'));
    expect(resurs(['batch', 'plan.yaml'])).toMatchObject({ exit: 0, stderr: '' });
    const months = ['2023-01', '2023-02', '2023-03'];
    for (const region of REGIONS) {
      mkdirSync(at('one', region), { recursive: true });
      for (const month of months) {
        const outs = ['json', 'csv', 'md'].flatMap((ending) => ['-o', `one/${region}/${month}.${ending}`]);
        const single = resurs(['estimate', '--data', EXAMPLES.en, '--month', month, '--region', region, ...outs]);
        expect(single.exit).toBe(0);
      }
    }
    expect(Object.keys(contentOf('ut'))).toHaveLength(REGIONS.length * months.length * 3);
    expect(contentOf('ut')).toEqual(contentOf('one'));
  });

  const ENDS = {
    fine: 'command: estimate, with: {month: 2023-01}',
    breached: 'command: compare, with: {month: 2022-01, with: "outcome:2022-02"}, gates: {max-increase: 10%}',
    refused: 'command: estimate, with: {month: 2099-01}',
    unable: 'command: estimate, with: {month: 2023-01, region: Nrod}',
  } as const;

  test.each<[number, (keyof typeof ENDS)[]]>([
    [0, ['fine']],
    [3, ['fine', 'breached']],
    [1, ['breached', 'refused', 'fine']],
    [2, ['fine', 'unable', 'refused', 'breached']],
  ])('exit code %i of jobs that are %s, and of each command alone', (worst, kinds) => {
    const single: Readonly<Record<keyof typeof ENDS, readonly [number, ...string[]]>> = {
      fine: [0, 'estimate', '--month', '2023-01'],
      breached: [3, 'compare', '--month', '2022-01', '--with', 'outcome:2022-02', '--max-increase', '10%'],
      refused: [1, 'estimate', '--month', '2099-01'],
      unable: [2, 'estimate', '--month', '2023-01', '--region', 'Nrod'],
    };
    plan(
      `version: 1\njobs:\n${kinds.map((kind) => `  - {name: ${kind}, ${ENDS[kind]}, out: ${kind}.json}\n`).join('')}`,
    );
    expect(resurs(['batch', 'plan.yaml']).exit).toBe(worst);
    for (const kind of kinds) {
      const [exit, ...args] = single[kind];
      expect({ kind, exit: resurs(args).exit }).toEqual({ kind, exit });
      // What ran has its file, also where a limit was breached; what failed has none.
      expect({ kind, isThere: existsSync(at(`${kind}.json`)) }).toEqual({ kind, isThere: exit === 0 || exit === 3 });
    }
  });

  test('folders for outputs are made, and nothing else is left', () => {
    plan(job('new/deep/a.json'));
    expect(resurs(['batch', 'plan.yaml']).exit).toBe(0);
    expect(readdirSync(at('new/deep'))).toEqual(['a.json']);
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(SMALL), 'new', 'plan.yaml'].sort());
  });

  test('F15 killed in the middle, every file is whole; run again, all is as if it had not been', async () => {
    plan(examplePlan());
    expect(resurs(['batch', 'plan.yaml']).exit).toBe(0);
    const whole = contentOf('ut');
    expect(Object.keys(whole)).toHaveLength(432);
    rmSync(at('ut'), { recursive: true });
    await killedAfter(30, 'SIGKILL');
    const some = contentOf('ut');
    const finished = Object.entries(some).filter(([name]) => !name.endsWith('.tmp'));
    expect(finished.length).toBeGreaterThan(0);
    expect(finished.length).toBeLessThan(432);
    for (const [name, hash] of finished) expect({ name, hash }).toEqual({ name, hash: whole[name] });
    expect(resurs(['batch', 'plan.yaml']).exit).toBe(0);
    expect(Object.fromEntries(Object.entries(contentOf('ut')).filter(([name]) => !name.endsWith('.tmp')))).toEqual(
      whole,
    );
  });

  test.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('F16 %s in the middle leaves whole files and nothing else', async (signal, code) => {
    plan(examplePlan());
    expect(await killedAfter(30, signal)).toBe(code);
    const names = Object.keys(contentOf('ut'));
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(432);
    expect(names.filter((name) => !/\.(?:json|csv|md)$/.test(name))).toEqual([]);
    for (const region of readdirSync(at('ut'))) expect(readdirSync(at('ut', region))).not.toEqual([]);
    for (const name of names.filter((each) => each.endsWith('.json'))) JSON.parse(readFileSync(at('ut', name), 'utf8'));
  });

  test('F25 an output by a link out of the plan’s folder is refused, by a link within it is not', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'resurs-outside-'));
    try {
      symlinkSync(outside, at('out'));
      plan(job('out/a.json'));
      expect(resurs(['batch', 'plan.yaml'])).toMatchObject({ exit: 2, stdout: '' });
      expect(readdirSync(outside)).toEqual([]);
      expect(resurs(['batch', 'plan.yaml', '--allow-outside']).exit).toBe(0);
      expect(readdirSync(outside)).toEqual(['a.json']);
      mkdirSync(at('inside'));
      symlinkSync(at('inside'), at('link'));
      plan(job('link/a.json'));
      expect(resurs(['batch', 'plan.yaml']).exit).toBe(0);
      expect(readdirSync(at('inside'))).toEqual(['a.json']);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  test('F12 F27 an output that is an input by another name is refused, and the input stays', () => {
    const before = readFileSync(at('statistics.csv'));
    symlinkSync('statistics.csv', at('linked.csv'));
    linkSync(at('statistics.csv'), at('twin.csv'));
    for (const out of ['linked.csv', 'twin.csv', './ut/../statistics.csv', 'plan.yaml.csv/../statistics.csv']) {
      plan(job(out));
      expect(resurs(['batch', 'plan.yaml']).exit, out).toBe(2);
      expect(readFileSync(at('statistics.csv')).equals(before), out).toBe(true);
    }
  });

  test('a job whose file cannot be written fails alone', () => {
    // Longer than any disk takes, which only the writing shows.
    const long = `${'x'.repeat(300)}.json`;
    plan(
      `version: 1\njobs:\n${[long, 'fine.json', 'other/x.csv']
        .map((out, n) => `  - {name: j${n}, command: estimate, with: {month: 2023-01}, out: [${out}]}\n`)
        .join('')}`,
    );
    const { exit, stdout, stderr } = resurs(['batch', 'plan.yaml', '-f', 'json']);
    expect(exit).toBe(2);
    expect((JSON.parse(stdout) as { rows: { exitCode: number }[] }).rows.map(({ exitCode }) => exitCode)).toEqual([
      2, 0, 0,
    ]);
    expect(stderr).toContain('job j0 could not run');
    expect(existsSync(at('fine.json'))).toBe(true);
  });

  test('a job that fails takes no folder from under the others, and leaves none of its own', () => {
    const long = `${'x'.repeat(300)}.json`;
    const line = (name: string, out: string): string =>
      `  - {name: ${name}, command: estimate, with: {month: 2023-01}, out: "${out}"}\n`;
    const folders = Array.from({ length: 40 }, (_, n) => n);
    plan(
      `version: 1\njobs:\n${folders
        .map(
          (n) =>
            line(`bad${n}`, `ut/f${n}/${long}`) + line(`a${n}`, `ut/f${n}/a.json`) + line(`b${n}`, `ut/f${n}/b.json`),
        )
        .join('')}${line('alone', `none/deep/${long}`)}`,
    );
    const { exit, stdout } = resurs(['batch', 'plan.yaml', '-f', 'json']);
    expect(exit).toBe(2);
    const { rows } = JSON.parse(stdout) as { rows: { name: string; exitCode: number }[] };
    expect(rows.filter(({ name, exitCode }) => (exitCode === 0) !== /^[ab]\d/.test(name))).toEqual([]);
    expect(existsSync(at('none'))).toBe(false);
  });

  test('F27 a file where another one would need a folder is refused, whichever comes first', () => {
    for (const outs of [
      ['o.json', 'o.json/b.json'],
      ['o.json/b.json', 'o.json'],
      ['statistics.csv/b.json', 'x.json'],
    ]) {
      plan(
        `version: 1\njobs:\n${outs
          .map((out, n) => `  - {name: j${n}, command: estimate, with: {month: 2023-01}, out: ${out}}\n`)
          .join('')}`,
      );
      const { exit, stderr } = resurs(['batch', 'plan.yaml', '--dry-run']);
      expect({ outs, exit }).toEqual({ outs, exit: 2 });
      expect(stderr).toContain('[plan-output-below-file]');
    }
  });

  test('what the disk would refuse is refused before anything runs, in a dry run too', () => {
    mkdirSync(at('folder.json'));
    writeFileSync(at('note.txt'), 'mine\n');
    linkSync(at('statistics.csv'), at('twin.csv'));
    symlinkSync('nowhere/at/all.json', at('dangling.json'));
    for (const out of ['folder.json', 'note.txt/a.json', 'twin.csv', 'dangling.json']) {
      plan(
        `version: 1\njobs:\n  - {name: a, command: estimate, with: {month: 2023-01}, out: fine.json}\n${job(out).split('\n').slice(2).join('\n').replace('name: a', 'name: b')}`,
      );
      for (const args of [['--dry-run'], []]) {
        expect({ out, exit: resurs(['batch', 'plan.yaml', ...args]).exit }).toEqual({ out, exit: 2 });
        expect(existsSync(at('fine.json')), out).toBe(false);
      }
    }
  });

  test('the summary cannot go where it would be lost, and no job has run then', () => {
    plan(job('fine.json'));
    const before = readFileSync(at('statistics.csv'), 'utf8');
    expect(resurs(['batch', 'plan.yaml', '-o', 'statistics.csv']).exit).toBe(2);
    expect(resurs(['batch', 'plan.yaml'], { GITHUB_STEP_SUMMARY: at('statistics.csv') }).exit).toBe(2);
    expect(resurs(['batch', 'plan.yaml'], { GITHUB_STEP_SUMMARY: at('plan.yaml') }).exit).toBe(2);
    mkdirSync(at('folder.md'));
    symlinkSync('nowhere/at/all', at('dangling.md'));
    linkSync(at('statistics.csv'), at('other.csv'));
    symlinkSync('nowhere', at('dangling'));
    for (const [name, said] of [
      ['no/such/s.md', 'there is no such folder'],
      ['dangling/s.md', 'there is no such folder'],
      ['folder.md', 'it is a folder or a device'],
      ['dangling.md', 'it is a link that leads to no file'],
      ['other.csv', 'it is one of the files that the plan reads'],
    ] as const) {
      const flag = resurs(['batch', 'plan.yaml', '-o', name]);
      expect(flag).toMatchObject({ exit: 2, stdout: '' });
      expect(flag.stderr.replaceAll(/\n +/g, ' ')).toContain(
        `error: --out ${name}: the summary cannot go there: ${said}`,
      );
      const variable = resurs(['batch', 'plan.yaml'], { GITHUB_STEP_SUMMARY: at(name) });
      expect(variable).toMatchObject({ exit: 2, stdout: '' });
      expect(variable.stderr).toContain(`error: GITHUB_STEP_SUMMARY ${at(name)}: the summary cannot go there: ${said}`);
    }
    expect(readFileSync(at('statistics.csv'), 'utf8')).toBe(before);
    expect(existsSync(at('fine.json'))).toBe(false);
  });

  test('the summary goes into a folder that the jobs make, also where they fail, and to a device', () => {
    plan(job('out/a.json').replace('2023-01', '2099-01'));
    expect(resurs(['batch', 'plan.yaml', '-o', 'out/summary.md']).exit).toBe(1);
    expect(readdirSync(at('out'))).toEqual(['summary.md']);
    expect(resurs(['batch', 'plan.yaml', '-q'], { GITHUB_STEP_SUMMARY: '/dev/null' }).exit).toBe(1);
  });

  test('F27 a saved estimate that a job reads is not written over, however its name is spaced', () => {
    expect(resurs(['estimate', '--month', '2023-01', '-o', 'saved.json']).exit).toBe(0);
    const before = readFileSync(at('saved.json'), 'utf8');
    plan(
      "version: 1\njobs:\n  - {name: a, command: compare, with: {month: 2023-01, with: 'saved.json '}, out: saved.json}\n",
    );
    expect(resurs(['batch', 'plan.yaml']).exit).toBe(2);
    expect(readFileSync(at('saved.json'), 'utf8')).toBe(before);
  });

  test('RESURS_DATA starts from where the command stands, the plan’s data from the plan', () => {
    mkdirSync(at('plans'));
    writeFileSync(at('plans/plan.yaml'), job('a.json'));
    expect(resurs(['batch', 'plans/plan.yaml'], { RESURS_DATA: '.' }).exit).toBe(0);
    writeFileSync(at('plans/plan.yaml'), `data: ..\n${job('a.json')}`);
    expect(resurs(['batch', 'plans/plan.yaml'], { RESURS_DATA: 'nowhere' }).exit).toBe(0);
    const missing = resurs(['batch', 'plans/plan.yaml', '--data', 'nowhere']);
    expect(missing.exit).toBe(2);
    expect(missing.stderr).toMatch(/^error: (?!.*plan\.yaml).*nowhere/);
  });

  test.skipIf(IS_ROOT)('F18 a folder where nothing may be written: exit code 2, nothing left', () => {
    mkdirSync(at('locked'));
    chmodSync(at('locked'), 0o500);
    plan(job('locked/a.json'));
    expect(resurs(['batch', 'plan.yaml']).exit).toBe(2);
    expect(readdirSync(at('locked'))).toEqual([]);
  });

  test('the summary of a workflow’s step is added to what is there', () => {
    writeFileSync(at('summary.md'), '| a |\n|---|\n| no line break |');
    plan(job('a.json'));
    expect(resurs(['batch', 'plan.yaml', '-q'], { GITHUB_STEP_SUMMARY: at('summary.md') }).exit).toBe(0);
    expect(readFileSync(at('summary.md'), 'utf8')).toMatch(
      /no line break \|\n\n\*\*plan\.yaml: One job: 1 fine; one file written\.\*\*\n/,
    );
    const missing = resurs(['batch', 'plan.yaml'], { GITHUB_STEP_SUMMARY: at('no/such/summary.md') });
    expect(missing).toMatchObject({ exit: 2, stdout: '' });
    expect(missing.stderr).toContain('summary.md');
  });
});

describe('the summary of a step', () => {
  const before = `# Before\n${'x'.repeat(32_000)}\n`;

  test('F09 F11 that the disk has no room for is left out whole, and the exit code says so', () => {
    plan(job('a.json'));
    writeFileSync(at('summary.md'), before);
    const limited = ['-c', 'trap "" XFSZ; ulimit -f 63; exec "$@"', 'sh', process.execPath, PROGRAM];
    const { status, stderr } = spawnSync('sh', [...limited, 'batch', 'plan.yaml', '-q'], {
      cwd: folder,
      env: environment({ GITHUB_STEP_SUMMARY: at('summary.md') }),
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'the summary cannot go there: it could not be written: no file may be so large here (EFBIG)',
    );
    expect(readFileSync(at('summary.md'), 'utf8') === before).toBe(true);
    expect(existsSync(at('a.json'))).toBe(true);
  });

  test.skipIf(!existsSync('/dev/full'))('F10 on a device that is full exits 2', () => {
    plan(job('a.json'));
    const { exit, stderr } = resurs(['batch', 'plan.yaml', '-q'], { GITHUB_STEP_SUMMARY: '/dev/full' });
    expect(exit).toBe(2);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('the disk is full (ENOSPC)');
  });

  test('F02 a named pipe that nobody reads hangs nothing', () => {
    plan(job('a.json'));
    expect(spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', at('pipe.md')]).status).toBe(0);
    const { exit, stderr } = resurs(['batch', 'plan.yaml', '-q'], { GITHUB_STEP_SUMMARY: at('pipe.md') });
    expect(exit).toBe(2);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'it could not be written: what it stands on cannot be reached (ENXIO)',
    );
  });
});

/** Runs the plan and sends it a signal once so many outputs are there; gives the exit code, null where the signal took it. */
function killedAfter(files: number, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, [PROGRAM, 'batch', 'plan.yaml'], { cwd: folder, env: environment() });
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      const names = existsSync(at('ut')) ? readdirSync(at('ut'), { recursive: true, encoding: 'utf8' }) : [];
      const count = names.filter((name) => /\.(?:json|csv|md)$/.test(name)).length;
      if (count < files) return;
      clearInterval(watch);
      child.kill(signal);
    }, 2);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      resolve(code);
    });
  });
}
