import { describe, expect, test } from 'vitest';
import { REFUSED, SMALL, smallWith } from '../commands/small-folder.ts';
import { type Files, runResurs } from '../harness.ts';

/**
 * January 2022 took 525 hours. With 1 500 decisions of JOB, not 1 200, January 2023 takes a quarter more of JOB's 375:
 * 618.75 hours, 93.75 or 17.9 % more; with 900 a quarter less.
 */
const FORECASTS = SMALL['forecasts.csv'] as string;
const RISEN = smallWith({ 'forecasts.csv': FORECASTS.replace('JOB,2023-01,1200', 'JOB,2023-01,1500') });
const FALLEN = smallWith({ 'forecasts.csv': FORECASTS.replace('JOB,2023-01,1200', 'JOB,2023-01,900') });
const withoutSource = (files: Files): Files => ({
  ...files,
  'schablons.csv': (SMALL['schablons.csv'] as string).replace('assess,1,invented', 'assess,1,'),
});

const COMPARE = ['compare', '--month', '2023-01'];
const GATED = [...COMPARE, '--max-increase', '10%'];
const compare = (args: readonly string[], files: Files = RISEN) => runResurs(args, { files });
/** Lines are wrapped: a sentence is compared as one line. */
const asOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const plainSpaces = (text: string): string => text.replaceAll('\u00A0', ' ');
const REASON = '+94 hours (+18 %) is a larger increase than 10 %';

describe('a gate of compare', () => {
  test.each([
    [['--max-increase', '93.75h'], RISEN, 0],
    [['--max-increase', '93,74h'], RISEN, 3],
    [['--max-increase', '18%'], RISEN, 0],
    [['--max-increase', '17,8 %'], RISEN, 3],
    [['--max-decrease', '0%'], RISEN, 0],
    [['--max-decrease', '93.75h'], FALLEN, 0],
    [['--max-decrease', '93.7h'], FALLEN, 3],
    [['--max-decrease', '10%'], FALLEN, 3],
    [['--max-increase', '0h'], FALLEN, 0],
    [['--max-increase', '0h', '--max-decrease', '0h'], SMALL, 0],
  ] as const)('exits 3 only above its limit: %j', async (limits, files, code) => {
    const { exit, stderr } = await compare([...COMPARE, ...limits], files);
    expect({ exit, isSaid: stderr.includes('[change-above-limit]') }).toEqual({ exit: code, isSaid: code === 3 });
  });

  test('judges the grand total of what was asked for, not its parts', async () => {
    // UGA did not change; JOB in Nord has 75 hours more, which no limit is about.
    expect((await compare([...COMPARE, '--max-increase', '50h', '-p', 'UGA'])).exit).toBe(0);
    expect((await compare([...COMPARE, '--max-increase', '75h', '-r', 'Nord'])).exit).toBe(0);
    expect((await compare([...COMPARE, '--max-increase', '74h', '-r', 'Nord'])).exit).toBe(3);
  });

  test('is no limit of what is shown, and --min-change is no gate', async () => {
    expect((await compare([...COMPARE, '--min-change', '1%'])).exit).toBe(0);
    const { exit } = await compare([...GATED, '--min-change', '1000h']);
    expect(exit).toBe(3);
  });

  for (const format of ['table', 'markdown', 'csv', 'csv-sv']) {
    test(`that is breached gives the result as ${format} all the same, and the reason on stderr`, async () => {
      const plain = await compare([...COMPARE, '-f', format]);
      const gated = await compare([...GATED, '-f', format]);
      expect(plain).toMatchObject({ exit: 0, stderr: '' });
      expect(gated).toMatchObject({ exit: 3, stdout: plain.stdout });
      expect(gated.stderr).toMatch(/^\S.*:\nerror: /);
      expect(asOneLine(gated.stderr)).toMatch(/ \[change-above-limit\]$/);
      expect(asOneLine(gated.stderr)).toContain(
        `error: ${REASON} Look at what changed, or raise --max-increase. [change-above-limit]`,
      );
    });
  }

  test('that is breached stands in the JSON as a problem, and one that is not does not', async () => {
    const plain = JSON.parse((await compare([...COMPARE, '-f', 'json'])).stdout);
    const gated = JSON.parse(plainSpaces((await compare([...GATED, '-f', 'json'])).stdout));
    expect(plain.failures).toEqual([]);
    expect(gated.failures).toEqual([
      {
        code: 'change-above-limit',
        severity: 'error',
        file: null,
        line: null,
        column: null,
        columnNumber: null,
        value: null,
        message: REASON,
        hint: 'Look at what changed, or raise --max-increase.',
      },
    ]);
    expect({ ...gated, failures: [] }).toEqual(plain);
  });

  test('that is breached is told in the language of the run', async () => {
    const { exit, stderr } = await compare([...GATED, '--lang', 'sv']);
    expect(exit).toBe(3);
    expect(asOneLine(stderr)).toContain('fel: +94 timmar (+18 %) är en större ökning än 10 procent');
  });

  for (const flag of ['-q', '--quiet']) {
    test(`that is breached says so with ${flag} as well`, async () => {
      const loud = await compare(GATED);
      expect(await compare([...GATED, flag])).toEqual(loud);
      expect(loud.stderr).toContain('[change-above-limit]');
    });
  }

  test('that is breached writes the files that were asked for', async () => {
    const { exit, stdout, stderr, written } = await compare([...GATED, '-o', 'a.json', '-o', 'b.csv']);
    expect({ exit, stdout, names: Object.keys(written) }).toEqual({ exit: 3, stdout: '', names: ['a.json', 'b.csv'] });
    expect(JSON.parse(written['a.json'] as string).failures).toHaveLength(1);
    expect(stderr).toContain('Wrote a.json and b.csv.');
    expect(asOneLine(stderr)).toContain(REASON);
    const quiet = await compare([...GATED, '-o', 'a.json', '-q']);
    expect(quiet.exit).toBe(3);
    expect(quiet.stderr).not.toContain('Wrote');
    expect(asOneLine(quiet.stderr)).toContain(REASON);
  });
});

describe('the worst exit code', () => {
  test('is that of a refusal by --strict, which gives no result to be judged', async () => {
    const args = [...GATED, '--strict', '-o', 'a.json'];
    const { exit, stdout, stderr, written } = await compare(args, withoutSource(RISEN));
    expect({ exit, stdout, written }).toEqual({ exit: 1, stdout: '', written: {} });
    expect(stderr).toContain('[schablon-without-source]');
    expect(stderr).not.toContain('[change-above-limit]');
  });

  test('is that of the gate where a warning refuses nothing; both are told', async () => {
    const { exit, stderr } = await compare(GATED, withoutSource(RISEN));
    expect(exit).toBe(3);
    expect(stderr.indexOf('[schablon-without-source]')).toBeGreaterThanOrEqual(0);
    expect(stderr.indexOf('[change-above-limit]')).toBeGreaterThan(stderr.indexOf('[schablon-without-source]'));
    const quiet = await compare([...GATED, '-q'], withoutSource(RISEN));
    expect(quiet.exit).toBe(3);
    expect(quiet.stderr).not.toContain('[schablon-without-source]');
    expect(quiet.stderr).toContain('[change-above-limit]');
  });

  test('is that of the gate with --strict where there is no warning', async () => {
    expect((await compare([...GATED, '--strict'])).exit).toBe(3);
  });

  test('is that of refused data, whatever the limits', async () => {
    const { exit, stdout, stderr } = await compare([...COMPARE, '--max-increase', '0%'], REFUSED);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).not.toContain('[change-above-limit]');
  });

  test('is that of misuse, whatever the data', async () => {
    expect((await compare([...GATED, '--lang', 'xx'], REFUSED)).exit).toBe(2);
  });
});

describe('--problems of a gate that is breached', () => {
  const shown = (form: string, files = RISEN, args = GATED) => compare([...args, '--problems', form], files);

  test('json is one document with the warnings and the breach, also with -q', async () => {
    const { exit, stdout, stderr } = await shown('json', withoutSource(RISEN));
    expect(exit).toBe(3);
    expect(stdout).toMatch(/^January 2023/);
    const document = JSON.parse(stderr);
    expect(document).toMatchObject({ formatVersion: 1, kind: 'problems' });
    expect(document.problems.map(({ code, severity }: { code: string; severity: string }) => [code, severity])).toEqual(
      [
        ['schablon-without-source', 'warning'],
        ['change-above-limit', 'error'],
      ],
    );
    expect(plainSpaces(document.problems[1].message)).toBe(REASON);
    expect((await shown('json', withoutSource(RISEN), [...GATED, '-q'])).stderr).toBe(stderr);
  });

  test('json and sarif of a gate that is kept have nothing of it', async () => {
    const [json, sarif] = [await shown('json', SMALL), await shown('sarif', SMALL)];
    expect([json.exit, sarif.exit]).toEqual([0, 0]);
    expect(JSON.parse(json.stderr).problems).toEqual([]);
    expect(JSON.parse(sarif.stderr).runs[0].results).toEqual([]);
  });

  test('json of a refusal by --strict has the warnings alone', async () => {
    const { exit, stderr } = await shown('json', withoutSource(RISEN), [...GATED, '--strict']);
    expect(exit).toBe(1);
    expect(JSON.parse(stderr).problems.map(({ code }: { code: string }) => code)).toEqual(['schablon-without-source']);
  });

  test('github is one command', async () => {
    const { exit, stderr } = await shown('github');
    expect(exit).toBe(3);
    expect(plainSpaces(stderr)).toBe(
      `::error title=change-above-limit::${REASON.replaceAll('%', '%25')}. Look at what changed, or raise --max-increase.\n`,
    );
  });

  test('sarif is one result, at the first file that was read, since it is of none', async () => {
    const { exit, stderr } = await shown('sarif');
    expect(exit).toBe(3);
    const [run] = JSON.parse(stderr).runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['change-above-limit']);
    expect(run.results).toHaveLength(1);
    expect(run.results[0]).toMatchObject({ ruleId: 'change-above-limit', level: 'error' });
    expect(plainSpaces(run.results[0].message.text)).toContain(`${REASON}. Look at what changed`);
    expect(run.results[0].locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'statistics.csv' } } }]);
  });
});

describe('a replay that finds a difference', () => {
  const VERIFY = ['verify', 'saved.json'];

  /** The estimate of the small folder beside another folder. */
  async function beside(files: Files): Promise<Files> {
    const { stdout } = await runResurs(['estimate', '--month', '2023-01', '-f', 'json'], { files: SMALL });
    return { ...files, 'saved.json': stdout };
  }

  test('exits 0 where there is none', async () => {
    const { exit, stdout, stderr } = await compare(VERIFY, await beside(SMALL));
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('saved.json is identical');
  });

  test('exits 3 with the result on stdout and each reason on stderr, also with -q', async () => {
    const files = await beside(RISEN);
    const { exit, stdout, stderr } = await compare(VERIFY, files);
    expect(exit).toBe(3);
    expect(stdout).toContain('saved.json');
    expect(stdout).toContain('+94');
    const said = asOneLine(stderr);
    expect(said).toMatch(/^[^:]+: error: forecasts\.csv: /);
    expect(said).toContain('[input-changed]');
    expect(said).toMatch(/error: the result differs[^:]*: \+94 hours \(\+18 %\)/);
    expect(said).toMatch(/\[result-differs\]$/);
    expect(await compare([...VERIFY, '-q'], files)).toEqual({ exit, stdout, stderr, written: {} });
  });

  test('exits 1 with --strict where there is a warning', async () => {
    const { exit, stdout, stderr } = await compare([...VERIFY, '--strict'], withoutSource(await beside(RISEN)));
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).not.toContain('[result-differs]');
  });

  test.each(['json', 'github', 'sarif'])('tells both reasons as %s', async (form) => {
    const { exit, stderr } = await compare([...VERIFY, '--problems', form], await beside(RISEN));
    expect(exit).toBe(3);
    expect(stderr).toContain('input-changed');
    expect(stderr).toContain('result-differs');
    if (form === 'github') expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    else expect(() => JSON.parse(stderr)).not.toThrow();
  });
});
