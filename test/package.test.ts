import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environment } from './environment.ts';
import { EXAMPLES, ROOT, runResurs } from './harness.ts';

const MALFORMED = path.join(ROOT, 'fixtures/malformed');

/** Files with a mistake and with other letters than ASCII's, each with its table. */
function mistakesBeyondAscii(): string[][] {
  const names = readdirSync(MALFORMED).filter((name) => name.endsWith('.csv'));
  return names
    .filter((name) => readFileSync(path.join(MALFORMED, name)).some((byte) => byte > 0x7f))
    .map((name) => [name, name.split('.').at(-2) ?? '']);
}

let folder = '';
let tarball = '';
let installed = '';

function run(command: string, args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: environment(),
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { exit: status, stdout, stderr };
}

const npm = (args: readonly string[], cwd?: string) =>
  run('npm', [...args, '--no-audit', '--no-fund', '--offline'], cwd);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-package-'));
  const packed = npm(['pack', '--ignore-scripts', '--pack-destination', folder], ROOT);
  expect({ exit: packed.exit, stderr: packed.exit === 0 ? '' : packed.stderr }).toEqual({ exit: 0, stderr: '' });
  tarball = path.join(folder, readdirSync(folder)[0] as string);
  const prefix = path.join(folder, 'global');
  const { exit, stderr } = npm(['install', '--global', '--prefix', prefix, tarball]);
  expect({ exit, stderr: exit === 0 ? '' : stderr }).toEqual({ exit: 0, stderr: '' });
  installed = path.join(prefix, process.platform === 'win32' ? 'resurs.cmd' : 'bin/resurs');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds what a user needs and nothing else', () => {
    const root = path.join(folder, 'global/lib/node_modules/resurs');
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    const kinds = [
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
      /^bin\/(?:resurs\.js|package\.json)$/,
      /^dist\/(?:main|start|index)\.cjs$/,
      /^dist\/(?:package\.json|LICENCES\.txt)$/,
      /^dist\/lib\/[a-z-]+\.cjs$/,
      /^dist\/types\/(?:[a-z]+\/)?[a-z-]+\.d\.ts$/,
      /^dist\/(?:example|exempel)\/[^/]+$/,
      /^docs\/(?:api|ci|model)\.md$/,
    ];
    expect(files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
    expect(kinds.filter((kind) => !files.some((file) => kind.test(file)))).toEqual([]);
  });

  test('needs no other package, and runs nothing when it is installed', () => {
    const { dependencies, scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(scripts).not.toHaveProperty(script);
    expect(existsSync(path.join(folder, 'global/lib/node_modules/resurs/node_modules'))).toBe(false);
  });

  test('hands on the licence of each library in it', () => {
    const licences = readFileSync(path.join(ROOT, 'dist/LICENCES.txt'), 'utf8');
    for (const library of ['chalk', 'cli-table3', 'commander', 'csv-parse', 'csv-stringify', 'yaml', 'zod']) {
      expect(licences).toMatch(new RegExp(`^${library} \\d`, 'm'));
    }
    expect(licences).toContain('Permission is hereby granted');
  });

  test('publint finds nothing', () => {
    const { exit, stdout } = run(process.execPath, [
      path.join(ROOT, 'node_modules/publint/src/cli.js'),
      'run',
      tarball,
      '--strict',
    ]);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('All good!') });
  });

  test('are-the-types-wrong finds nothing', () => {
    const cli = path.join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { exit, stdout } = run(process.execPath, [cli, tarball, '--format', 'json']);
    const { problems } = JSON.parse(stdout) as { problems: object };
    expect({ exit, problems }).toEqual({ exit: 0, problems: {} });
  });
});

describe('the installed command', () => {
  test('F29 installed without a network says its version, makes the example and computes it', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(run(installed, ['--version'])).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
    for (const [name, lang] of [
      ['exempel', 'sv'],
      ['example', 'en'],
    ] as const) {
      expect(run(installed, ['init', name, '--lang', lang]).exit).toBe(0);
      const { exit, stdout } = run(installed, ['estimate', '--data', name, '--month', '2023-01', '--lang', lang]);
      expect({ exit, start: stdout.slice(0, 12) }).toEqual({
        exit: 0,
        start: lang === 'sv' ? 'Januari 2023' : 'January 2023',
      });
    }
  });

  test.each([
    ['compare', '--month', '2022-11', '-f', 'markdown'],
    ['explain', '--month', '2023-01', '-p', 'JOB', '-r', 'Nord'],
    ['check', '-f', 'csv-sv'],
    ['estimate', '--from', '2023-01', '--to', '2023-03', '-f', 'json', '--problems', 'sarif'],
  ])('%s gives what the sources give', async (...args) => {
    const { stdout } = await runResurs([...args, '--data', EXAMPLES.sv]);
    expect(run(installed, [...args, '--data', EXAMPLES.sv]).stdout).toBe(stdout);
  });

  // Patterns of the sources have letters in them that a bundle may hold otherwise.
  test.each(mistakesBeyondAscii())('finds the mistake of %s as the sources do', async (name, table) => {
    const args = ['check', '--data', EXAMPLES.en, `--${table}`, path.join(MALFORMED, name), '-f', 'json'];
    const { stdout, exit } = await runResurs(args);
    expect(run(installed, args)).toMatchObject({ stdout, exit });
  });

  test.each(['settings', 'plan', 'estimate', 'explain', 'compare', 'check', 'verify', 'batch', 'statistics'])(
    'schema %s gives what the sources give',
    async (name) => {
      const { stdout } = await runResurs(['schema', name], { files: {} });
      expect(run(installed, ['schema', name])).toEqual({ exit: 0, stdout, stderr: '' });
    },
  );

  test('a clone that is installed without its development packages runs what is built', () => {
    const clone = path.join(folder, 'clone');
    for (const name of ['package.json', 'package-lock.json', 'bin', 'dist', 'test/tools']) {
      cpSync(path.join(ROOT, name), path.join(clone, name), { recursive: true });
    }
    const { exit, stderr } = npm(['ci', '--omit=dev'], clone);
    expect({ exit, stderr: exit === 0 ? '' : stderr }).toEqual({ exit: 0, stderr: '' });
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const said = run(process.execPath, ['bin/resurs.js', '--version'], clone);
    expect(said).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('a command that is not built says how to build it', () => {
    mkdirSync(path.join(folder, 'bare/bin'), { recursive: true });
    for (const name of ['resurs.js', 'package.json']) {
      writeFileSync(path.join(folder, 'bare/bin', name), readFileSync(path.join(ROOT, 'bin', name)));
    }
    const { exit, stdout, stderr } = run(process.execPath, [path.join(folder, 'bare/bin/resurs.js'), '--version']);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('npm run build');
    expect(stderr).not.toContain('at ');
  });
});

describe('the example of docs/api.md', () => {
  const text = readFileSync(path.join(ROOT, 'docs/api.md'), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

  beforeAll(() => {
    const { exit } = npm(['install', '--prefix', folder, '--install-links', tarball]);
    expect(exit).toBe(0);
    rmSync(path.join(folder, 'example'), { recursive: true, force: true });
    expect(run(installed, ['init', 'example', '--lang', 'en']).exit).toBe(0);
  });

  test('runs, and prints the figures of the command', async () => {
    writeFileSync(path.join(folder, 'example.mjs'), example);
    const { exit, stdout, stderr } = run(process.execPath, ['example.mjs']);
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: 'option-value --month 2023-13: a month was expected Write it as 2023-01.\n',
    });
    const args = ['--data', EXAMPLES.en, '--lang', 'sv'];
    const markdown = await runResurs(['estimate', '--month', '2023-01', '-r', 'Nord,Syd', '-f', 'markdown', ...args]);
    expect(stdout).toContain(markdown.stdout);
    expect(stdout).toMatch(/^JOB Nord 2362\.2$/m);
    const change = await runResurs(['compare', '--month', '2022-11', '-f', 'json', ...args]);
    const { totals } = JSON.parse(change.stdout) as { totals: { change: { totalHours: number } }[] };
    expect(stdout.trim().split('\n').at(-1)).toBe(`${totals.at(-1)?.change.totalHours} 1`);
  });

  test('has types that a strict program accepts, and that refuse what is wrong', () => {
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      '--typeRoots',
      path.join(ROOT, 'node_modules/@types'),
    ];
    writeFileSync(path.join(folder, 'example.mts'), example);
    writeFileSync(
      path.join(folder, 'common.cts'),
      "import resurs = require('resurs');\nvoid resurs.read('example');\n",
    );
    expect(run(process.execPath, [tsc, ...options, 'example.mts', 'common.cts'])).toEqual({
      exit: 0,
      stdout: '',
      stderr: '',
    });
    writeFileSync(path.join(folder, 'wrong.mts'), example.replace("region: ['Nord', 'Syd']", 'regoin: 1'));
    expect(run(process.execPath, [tsc, ...options, 'wrong.mts']).stdout).toContain('regoin');
  });

  test('names every function and option that there is', async () => {
    const { exports } = (await import(path.join(ROOT, 'dist/index.cjs'))) as { exports?: object };
    const names = Object.keys(exports ?? (await import(path.join(ROOT, 'dist/index.cjs'))).default);
    expect(names.sort()).toEqual(['ResursError', 'compare', 'estimate', 'read', 'render']);
    for (const name of names) expect(text).toContain(`\`${name}`);
    const types = readFileSync(path.join(ROOT, 'dist/types/index.d.ts'), 'utf8');
    const optionsOf = (name: string): string[] => {
      const [, body = ''] = new RegExp(`interface ${name}Options [^{]*\\{([^}]*)\\}`).exec(types) ?? [];
      return [...body.matchAll(/readonly (\w+)\??:/g)].map(([, option]) => option as string);
    };
    const estimated = optionsOf('Estimate');
    const compared = estimated.filter((option) => option !== 'from' && option !== 'to');
    const described = [...text.matchAll(/^\| (`[^|]*`) \| ([a-z, ]+) \|/gm)].flatMap(
      ([, options = '', functions = '']) =>
        [...options.matchAll(/`(\w+)`/g)].flatMap(([, option]) =>
          functions.split(', ').map((name) => `${name} ${option}`),
        ),
    );
    const taken = {
      read: optionsOf('Read'),
      estimate: estimated,
      compare: [...new Set([...compared, ...optionsOf('Compare')])],
      render: optionsOf('Render'),
    };
    expect(described.sort()).toEqual(
      Object.entries(taken)
        .flatMap(([name, options]) => options.map((option) => `${name} ${option}`))
        .sort(),
    );
  });
});

describe('what other programs import', () => {
  test('files in memory, in Swedish, with what is wrong in them', async () => {
    const { read, estimate } = (await import(path.join(ROOT, 'dist/index.cjs'))).default;
    const files = Object.fromEntries(
      readdirSync(EXAMPLES.en)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => [name, readFileSync(path.join(EXAMPLES.en, name))]),
    );
    const sound = await read(files);
    expect(sound).toMatchObject({ isSound: true, problems: [] });
    const { report } = await estimate(sound, { month: '2023-01', programme: 'JOB', region: 'Nord' });
    expect(report.totals.at(-1).totalHours).toBeCloseTo(2362.22, 2);
    const broken = await read({ ...files, 'schablons.csv': 'programme;region\nJOB;\n' }, { language: 'sv' });
    expect(broken.isSound).toBe(false);
    expect(broken.problems[0]).toMatchObject({
      severity: 'error',
      file: 'schablons.csv',
      line: 1,
      code: 'header-missing',
    });
    expect(broken.problems[0].message).toMatch(/kolumn/);
    const refused = await estimate(broken, { month: '2023-01' });
    expect(refused.report).toBeNull();
    expect(refused.problems.length).toBeGreaterThan(0);
    await expect(read({}, { language: 'sv' })).rejects.toMatchObject({ name: 'ResursError', code: 'tables-not-found' });
    await expect(read('/no/such/folder')).rejects.toMatchObject({ code: 'folder-not-found' });
    await expect(estimate({}, { month: '2023-01' })).rejects.toThrow(TypeError);
  });

  test('an option that is misspelt or no text is refused, never left aside', async () => {
    const { read, estimate, compare, render, ResursError } = (await import(path.join(ROOT, 'dist/index.cjs'))).default;
    const data = await read(EXAMPLES.en);
    const month = '2023-01';
    const misuses: [() => Promise<unknown>, string][] = [
      [() => estimate(data, { month, regions: ['Nord'] }), 'option-unknown'],
      [() => estimate(data, { month, 'as-of': '2022-10-31' }), 'option-unknown'],
      [() => estimate(data, { month, asOf: new Date(0) }), 'option-no-text'],
      [() => estimate(data, { month, region: [1] }), 'option-no-text'],
      [() => estimate(data), 'option-missing'],
      [() => compare(data, { month: '2022-11', maxIncrease: 0.1 }), 'option-no-text'],
      [() => compare(data, { month: '2022-11', from: '2022-01' }), 'option-unknown'],
      [() => read(EXAMPLES.en, { language: 'de' }), 'option-value'],
      [() => read(EXAMPLES.en, { lang: 'sv' }), 'option-unknown'],
    ];
    for (const [misuse, code] of misuses) {
      const error = await misuse().then(
        () => null,
        (found: unknown) => found,
      );
      expect(error).toBeInstanceOf(ResursError);
      expect(error).toMatchObject({ code });
    }
    const { report } = await estimate(data, { month });
    await expect(render(report, 'xml')).rejects.toMatchObject({ name: 'ResursError', code: 'option-value' });
    await expect(render(report, 'table', { colour: true })).rejects.toMatchObject({ code: 'option-unknown' });
    await expect(render(report, 'table', { language: 'de' })).rejects.toMatchObject({ code: 'option-value' });
  });

  test('a report is what the JSON holds, and neither it nor the tables can be changed', async () => {
    const { read, estimate, compare, render } = (await import(path.join(ROOT, 'dist/index.cjs'))).default;
    const data = await read(EXAMPLES.en);
    for (const run of [() => estimate(data, { month: '2023-01' }), () => compare(data, { month: '2022-11' })]) {
      const { report, problems } = await run();
      const written = await render(report, 'json');
      expect(JSON.stringify(report)).toBe(JSON.stringify(JSON.parse(written)));
      expect(report.inputs).toContainEqual({
        table: 'statistics',
        path: 'statistics.csv',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        rows: expect.any(Number),
      });
      expect(() => report.rows.pop()).toThrow(TypeError);
      expect(() => {
        report.totals.at(-1).programme = 'X';
      }).toThrow(TypeError);
      expect(() => problems.push(null)).toThrow(TypeError);
    }
    const before = JSON.stringify((await estimate(data, { month: '2023-01' })).report);
    expect(JSON.stringify(data.tables)).not.toMatch(/"bytes"|"location"/);
    expect(data.tables).toBe(data.tables);
    expect(data.tables.inputs).toEqual(JSON.parse(before).inputs);
    expect(data.tables.statistics.paths).toEqual(['statistics.csv']);
    data.tables.statistics.decisions.fill(0);
    data.tables.statistics.newDecisions.fill(0);
    for (const change of [
      () => data.tables.schablons.pop(),
      () => Object.assign(data.tables.schablons[0], { value: 9 }),
      () => Object.assign(data, { tables: null }),
    ]) {
      expect(change).toThrow(TypeError);
    }
    expect(JSON.stringify((await estimate(data, { month: '2023-01' })).report)).toBe(before);
  });

  test('what is no argument at all is a TypeError in words', async () => {
    const { read, estimate, render } = (await import(path.join(ROOT, 'dist/index.cjs'))).default;
    const data = await read(EXAMPLES.en);
    const { report } = await estimate(data, { month: '2023-01', region: 'Nord' });
    const misuses: [() => Promise<unknown>, string][] = [
      [() => render(null, 'table'), 'a report that estimate() or compare() gave was expected'],
      [() => render({ ...report }, 'table'), 'a report that estimate() or compare() gave was expected'],
      [() => render(report, 'table', null), 'options as an object were expected'],
      [() => render(report, 'table', { width: Number.NaN }), 'width: a number of characters was expected'],
      [() => render(report, 'table', { width: '80' }), 'width: a number of characters was expected'],
      [() => read(EXAMPLES.en, null), 'options as an object were expected'],
      [() => read(EXAMPLES.en, 'sv'), 'options as an object were expected'],
      [() => estimate(data, null), 'options as an object were expected'],
      [() => estimate(data, '2023-01'), 'options as an object were expected'],
      [() => estimate(null, {}), 'data that read() gave were expected'],
    ];
    for (const [misuse, message] of misuses) {
      const error = await misuse().then(
        () => null,
        (found: unknown) => found,
      );
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toBe(message);
    }
    expect(await render(report, 'table', { width: Number.POSITIVE_INFINITY })).toContain('2\u00A0362');
  });

  test('an error that nobody catches is told by its name, in a few short lines', () => {
    const program = `require(${JSON.stringify(path.join(ROOT, 'dist/index.cjs'))}).read('/no/such/folder')`;
    const { exit, stderr } = run(process.execPath, ['--eval', program]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^ResursError: /m);
    expect(stderr).not.toMatch(/\w \[\w*(?:Error|Failure)\]/);
    expect(stderr.length).toBeLessThan(4000);
    expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThan(500);
  });

  test('data stay as they were read, whatever becomes of the files', async () => {
    const { read, estimate, render } = (await import(path.join(ROOT, 'dist/index.cjs'))).default;
    const home = path.join(folder, 'changing');
    mkdirSync(home);
    for (const name of readdirSync(EXAMPLES.en))
      writeFileSync(path.join(home, name), readFileSync(path.join(EXAMPLES.en, name)));
    const data = await read(home);
    const before = await render((await estimate(data, { month: '2023-01' })).report, 'json');
    writeFileSync(path.join(home, 'regions.csv'), 'nonsense\n');
    rmSync(path.join(home, 'statistics.csv'));
    expect(await render((await estimate(data, { month: '2023-01' })).report, 'json')).toBe(before);
    rmSync(home, { recursive: true });
    expect(await render((await estimate(data, { month: '2023-01' })).report, 'json')).toBe(before);
    for (const source of [5, null, undefined, new URL('file:///x'), Buffer.from('x'), { 'statistics.csv': 5 }]) {
      await expect(read(source)).rejects.toThrow(TypeError);
    }
    await expect(estimate(data, { month: '2023-01', scenario: '-' })).rejects.toMatchObject({ code: 'file-not-found' });
  });
});
