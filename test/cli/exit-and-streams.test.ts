import { describe, expect, test } from 'vitest';
import { REFUSED, SMALL, WARNED } from '../commands/small-folder.ts';
import { runResurs } from '../harness.ts';

const JANUARY = ['estimate', '--month', '2023-01'];
const COMMANDS = [
  ['estimate', JANUARY],
  ['explain', ['explain', '--month', '2023-01', '--programme', 'JOB', '--region', 'Nord']],
  // In February 2022 JOB in Nord took 150 hours, and 300 in January.
  ['compare', ['compare', '--month', '2022-02', '--with', 'outcome:2022-01']],
] as const;
const FORMATS = ['table', 'markdown', 'json', 'csv', 'csv-sv'];

describe('exit codes and streams', () => {
  for (const [command, args] of COMMANDS) {
    for (const format of FORMATS) {
      test(`${command} as ${format}: a sound run exits 0, its result on stdout and nothing else anywhere`, async () => {
        const { exit, stdout, stderr, written } = await runResurs([...args, '--format', format], { files: SMALL });
        expect({ exit, stderr, written }).toEqual({ exit: 0, stderr: '', written: {} });
        expect(stdout).toContain('300');
        expect(stdout).toMatch(/[^\n]\n$/);
      });

      test(`${command} as ${format}: a refused run exits 1 and prints no result`, async () => {
        const { exit, stdout, stderr } = await runResurs([...args, '--format', format], { files: REFUSED });
        expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
        expect(stderr).toContain('2 problems in 2 files');
        expect(stderr).toContain('[cell-missing]');
        expect(stderr).toContain('[share-scale]');
      });
    }

    test(`${command}: a refused run writes no file and does not say that it did`, async () => {
      const { exit, stdout, stderr, written } = await runResurs([...args, '-o', 'a.json', '-o', 'b.csv'], {
        files: REFUSED,
      });
      expect({ exit, stdout, written }).toEqual({ exit: 1, stdout: '', written: {} });
      expect(stderr).not.toContain('a.json');
    });

    test(`${command}: what could not run exits 2, with the message on stderr only`, async () => {
      const { exit, stdout, stderr } = await runResurs([...args, '--lang', 'xx'], { files: SMALL });
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toMatch(/^error: --lang xx: /);
    });
  }

  test('a warning is shown on stderr and leaves result and exit code as they are', async () => {
    const sound = await runResurs(JANUARY, { files: SMALL });
    const warned = await runResurs(JANUARY, { files: WARNED });
    expect(warned.exit).toBe(0);
    expect(warned.stdout).toBe(sound.stdout);
    expect(warned.stderr).toMatch(/^One warning:\n+warning: schablons\.csv, line 7: UGA: a schablon has no source\n/);
  });

  test('problems of the model, which no file has, refuse as well', async () => {
    const { exit, stdout, stderr } = await runResurs(['estimate', '--month', '2030-01'], { files: SMALL });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('[no-forecast]');
    expect(stderr).toContain('2023-01 to 2023-02');
  });

  test('all problems of all files are told at once, file by file and line by line', async () => {
    const files = {
      ...REFUSED,
      'forecasts.csv': 'published,programme,period,decisions\n2022-13-01,JOB,2023-01,1\n2022-10-28,JOB,2023-99,1,5\n',
    };
    const { exit, stderr } = await runResurs(JANUARY, { files });
    expect(exit).toBe(1);
    const places = [...stderr.matchAll(/^error: ([a-z]+\.csv), line (\d+)/gm)].map(([, file, line]) => [file, line]);
    expect(places).toEqual([
      ['forecasts.csv', '2'],
      ['forecasts.csv', '3'],
      ['schablons.csv', '2'],
      ['statistics.csv', '2'],
    ]);
  });

  test('of many problems of one kind the first are shown, and the others counted', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `2022-01,P${at},Nord,x${at},1`).join('\n');
    const files = { ...SMALL, 'statistics.csv': `month,programme,region,decisions,new_decisions\n${rows}\n` };
    const { exit, stderr } = await runResurs(JANUARY, { files });
    expect(exit).toBe(1);
    expect(stderr.match(/\[number-syntax\]/g)).toHaveLength(3);
    expect(stderr).toContain('57 more');
  });
});

describe('--problems', () => {
  const shown = (form: string, files: typeof SMALL) => runResurs([...JANUARY, '--problems', form], { files });

  test('json and sarif are whole documents on stderr, also of a sound input', async () => {
    const [json, sarif] = [await shown('json', REFUSED), await shown('sarif', REFUSED)];
    expect([json.exit, sarif.exit]).toEqual([1, 1]);
    expect(JSON.parse(json.stderr)).toMatchObject({ formatVersion: 1, kind: 'problems' });
    expect(JSON.parse(json.stderr).problems.length).toBe(JSON.parse(sarif.stderr).runs[0].results.length);
    expect(JSON.parse((await shown('json', SMALL)).stderr).problems).toEqual([]);
    expect(JSON.parse((await shown('sarif', SMALL)).stderr).runs[0].results).toEqual([]);
  });

  test('github is a command a problem, and nothing of a sound input', async () => {
    const { exit, stderr } = await shown('github', REFUSED);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^(?:::error file=[a-z]+\.csv,line=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::.+\n)+$/);
    expect((await shown('github', SMALL)).stderr).toBe('');
  });

  const FAILURES = [
    [['batch', 'none.yaml'], 'file-not-found'],
    [[...JANUARY, '--data', 'nowhere'], 'folder-not-found'],
    [[...JANUARY, '--regoin', 'Nord'], 'option-unknown'],
    [['batch', 'none.yaml', '--month', 'x'], 'option-value'],
    [[...JANUARY, '--data', 'broken'], 'settings-invalid'],
  ] as const;

  test.each(FAILURES)('%j that cannot run says so in the form, once', async (args, code) => {
    const files = { ...SMALL, 'broken/resurs.yaml': 'x: [1' };
    const failed = (form: string) => runResurs([...args, '--problems', form], { files });
    const [json, sarif, github] = [await failed('json'), await failed('sarif'), await failed('github')];
    for (const { exit, stdout } of [json, sarif, github]) expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    const { problems, ...frame } = JSON.parse(json.stderr);
    expect(frame).toEqual({ formatVersion: 1, kind: 'problems' });
    expect(problems).toMatchObject([{ code, severity: 'error', file: null, message: expect.stringMatching(/./) }]);
    const [run] = JSON.parse(sarif.stderr).runs;
    expect(run.tool.driver.rules).toMatchObject([{ id: code }]);
    expect(run.results).toMatchObject([{ ruleId: code, ruleIndex: 0, level: 'error' }]);
    expect(github.stderr).toMatch(new RegExp(`^::error title=${code}::.+\\n$`));
  });

  test('of check, what keeps it from running stands where its problems would', async () => {
    const args = ['check', '--data', 'nowhere', '--problems', 'json'];
    const { exit, stdout, stderr } = await runResurs(args, { files: SMALL });
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: '' });
    expect(JSON.parse(stdout).problems).toMatchObject([{ code: 'folder-not-found' }]);
    const written = await runResurs([...args, '-o', 'a.json'], { files: SMALL });
    expect(written.stdout).toBe('');
    expect(JSON.parse(written.stderr).problems).toHaveLength(1);
  });

  test('is text where it is not said', async () => {
    expect((await shown('text', REFUSED)).stderr).toBe((await runResurs(JANUARY, { files: REFUSED })).stderr);
  });
});

describe('-o', () => {
  test('leaves stdout empty and names the file on stderr', async () => {
    const { exit, stdout, stderr, written } = await runResurs([...JANUARY, '-o', 'hours.json'], { files: SMALL });
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: 'Wrote hours.json.\n' });
    expect(Object.keys(written)).toEqual(['hours.json']);
  });

  test('writes what would have stood on stdout', async () => {
    for (const [name, format] of [
      ['a.txt', 'table'],
      ['a.json', 'json'],
      ['a.csv', 'csv'],
    ] as const) {
      const shown = await runResurs([...JANUARY, '-f', format], { files: SMALL });
      const saved = await runResurs([...JANUARY, '-o', name], { files: SMALL });
      expect(saved.written).toEqual({ [name]: shown.stdout });
    }
  });

  test('several outputs are all written and all named', async () => {
    const args = [...JANUARY, '-o', 'a.json', '-o', 'b.csv', '--out', 'c.txt'];
    const { exit, stdout, stderr, written } = await runResurs(args, { files: SMALL });
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: 'Wrote a.json, b.csv and c.txt.\n' });
    expect(Object.keys(written)).toEqual(['a.json', 'b.csv', 'c.txt']);
  });

  test('F18 with a name that would act in a terminal, the name is made inert on stderr', async () => {
    const { stderr } = await runResurs([...JANUARY, '-o', '\u001B[2J\n.json'], { files: SMALL });
    expect(stderr).toBe('Wrote \\x1B[2J\\x0A.json.\n');
  });
});

describe('--quiet', () => {
  for (const flag of ['-q', '--quiet']) {
    test(`${flag}: no warnings and no word of what was written, but the result all the same`, async () => {
      const shown = await runResurs([...JANUARY, flag], { files: WARNED });
      expect(shown).toMatchObject({ exit: 0, stderr: '' });
      expect(shown.stdout).toBe((await runResurs(JANUARY, { files: WARNED })).stdout);
      const saved = await runResurs([...JANUARY, flag, '-o', 'a.json'], { files: WARNED });
      expect(saved).toMatchObject({ exit: 0, stdout: '', stderr: '' });
      expect(JSON.parse(saved.written['a.json'] as string).warnings).toHaveLength(1);
    });
  }

  test('errors are told all the same', async () => {
    const refused = await runResurs([...JANUARY, '-q'], { files: REFUSED });
    expect(refused.exit).toBe(1);
    expect(refused.stderr).toContain('[cell-missing]');
    const failed = await runResurs(['estimate', '-q'], { files: SMALL });
    expect(failed.exit).toBe(2);
    expect(failed.stderr).toContain('--month');
  });
});

describe('--strict', () => {
  test('turns warnings into a refusal without a result', async () => {
    const { exit, stdout, stderr, written } = await runResurs([...JANUARY, '--strict', '-o', 'a.json'], {
      files: WARNED,
    });
    expect({ exit, stdout, written }).toEqual({ exit: 1, stdout: '', written: {} });
    expect(stderr).toMatch(/^No result is given: --strict lets no warning through, and there is one\./);
    expect(stderr).toContain('[schablon-without-source]');
    expect(stderr).not.toContain('Wrote');
  });

  test('is not silenced by --quiet', async () => {
    const { exit, stderr } = await runResurs([...JANUARY, '--strict', '--quiet'], { files: WARNED });
    expect(exit).toBe(1);
    expect(stderr).toContain('[schablon-without-source]');
  });

  test('changes nothing where there is no warning; notes do not count', async () => {
    const files = {
      ...SMALL,
      'schablons.csv': `Some title\n${SMALL['schablons.csv']}`,
    };
    const plain = await runResurs([...JANUARY, '-f', 'json'], { files });
    const strict = await runResurs([...JANUARY, '-f', 'json', '--strict'], { files });
    expect(JSON.parse(plain.stdout).notes).toHaveLength(1);
    expect(strict).toEqual(plain);
    expect(strict.exit).toBe(0);
  });
});

describe('--debug', () => {
  const failing = ['estimate', '--month', 'sometime'];

  test('without it no failure shows a stack', async () => {
    const { exit, stderr } = await runResurs(failing, { files: SMALL });
    expect(exit).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('with it the stack follows the message, misuse of the command line included', async () => {
    for (const args of [failing, ['estimate', '--mnth', '2023-01']]) {
      const { exit, stderr } = await runResurs([...args, '--debug'], { files: SMALL });
      expect(exit).toBe(2);
      expect(stderr).toMatch(/^error: /);
      expect(stderr).toMatch(/\n\s+at /);
    }
  });

  test('a sound run says nothing more', async () => {
    const plain = await runResurs(JANUARY, { files: SMALL });
    expect(await runResurs([...JANUARY, '--debug'], { files: SMALL })).toEqual(plain);
  });
});

test.each(['text', 'github', 'json', 'sarif'])(
  'X17 a personal number in what keeps a command from running is masked, as %s',
  async (form) => {
    for (const flags of [
      ['--region', '19811228-9874'],
      ['--scenario', '19811228-9874.csv'],
    ]) {
      const args = ['estimate', '--month', '2023-01', ...flags, '--problems', form];
      const { exit, stdout, stderr } = await runResurs(args, { files: SMALL });
      expect(exit).toBe(2);
      expect(stdout + stderr).toContain('19811228-****');
      expect(stdout + stderr).not.toContain('9874');
    }
  },
);
