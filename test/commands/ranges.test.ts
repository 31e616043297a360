import { describe, expect, test } from 'vitest';
import { type Files, runResurs } from '../harness.ts';
import { SMALL, SMALL_HOURS, smallWith } from './small-folder.ts';

interface Total {
  readonly month: string | null;
  readonly programme: string | null;
  readonly region: string | null;
  readonly decisions: number | null;
  readonly newDecisions: number;
  readonly collaborationCases: number;
  readonly baseHours: number;
  readonly collaborationHours: number;
  readonly totalHours: number;
}

interface Report {
  readonly request: Record<string, unknown>;
  readonly rows: readonly { month: string; programme: string; region: string; totalHours: number }[];
  readonly steps: readonly { month: string }[];
  readonly totals: readonly Total[];
  readonly warnings: readonly { code: string }[];
}

async function estimate(args: readonly string[], files: Files = SMALL): Promise<Report> {
  const { exit, stdout } = await runResurs(['estimate', '-f', 'json', ...args], { files });
  expect(exit).toBe(0);
  return JSON.parse(stdout) as Report;
}

const keyOf = ({ month, programme, region }: Total) => [month, programme, region];

describe('--from and --to', () => {
  const RANGE = ['--from', '2023-01', '--to', '2023-02'];

  test('have a row for every month, and totals of each month before those of the range', async () => {
    const { rows, totals, request } = await estimate(RANGE);
    expect(request).toMatchObject({ month: null, from: '2023-01', to: '2023-02' });
    expect(rows.map(({ month, programme, region }) => `${month} ${programme} ${region}`)).toEqual([
      '2023-01 JOB Nord',
      '2023-01 JOB Syd',
      '2023-01 UGA Nord',
      '2023-01 UGA Syd',
      '2023-02 JOB Nord',
      '2023-02 JOB Syd',
      '2023-02 UGA Nord',
      '2023-02 UGA Syd',
    ]);
    const keys = (month: string | null) => [
      [month, 'JOB', null],
      [month, 'UGA', null],
      [month, null, 'Nord'],
      [month, null, 'Syd'],
      [month, null, null],
    ];
    expect(totals.map(keyOf)).toEqual([...keys('2023-01'), ...keys('2023-02'), ...keys(null)]);
  });

  test('sum what has a sum over months; decisions, a stock, has none', async () => {
    const { totals } = await estimate(RANGE);
    const of = (month: string | null, programme: string | null, region: string | null = null) =>
      totals.find((total) => total.month === month && total.programme === programme && total.region === region);
    expect(of(null, null)).toEqual({
      month: null,
      programme: null,
      region: null,
      decisions: null,
      newDecisions: 350,
      collaborationCases: 125,
      baseHours: 550,
      collaborationHours: 350,
      totalHours: SMALL_HOURS.both,
    });
    expect(of(null, 'JOB')).toMatchObject({ decisions: null, newDecisions: 200, totalHours: 600 });
    expect(of(null, null, 'Syd')).toMatchObject({ decisions: null, newDecisions: 100, totalHours: 250 });
    expect(of('2023-01', null)).toMatchObject({ decisions: 1500, totalHours: SMALL_HOURS.january });
    expect(of('2023-02', null)).toMatchObject({ decisions: 1500, totalHours: SMALL_HOURS.february });
  });

  test('of one month are a range of one month: its figures, and the totals over it', async () => {
    const one = await estimate(['--month', '2023-01']);
    const range = await estimate(['--from', '2023-01', '--to', '2023-01']);
    expect(one.request).toMatchObject({ month: '2023-01', from: null, to: null });
    expect(range.request).toMatchObject({ month: null, from: '2023-01', to: '2023-01' });
    expect({ rows: range.rows, steps: range.steps }).toEqual({ rows: one.rows, steps: one.steps });
    expect(one.totals).toHaveLength(5);
    expect(range.totals.slice(0, 5)).toEqual(one.totals);
    expect(range.totals.slice(5)).toEqual(one.totals.map((total) => ({ ...total, month: null, decisions: null })));
  });

  test('have the rows of the months one by one, in the example too', async () => {
    const run = async (...args: string[]): Promise<Report> => {
      const { exit, stdout } = await runResurs(['estimate', '--data', 'fixtures/example', '-f', 'json', ...args]);
      expect(exit).toBe(0);
      return JSON.parse(stdout) as Report;
    };
    const range = await run('--from', '2022-11', '--to', '2023-02');
    const months = [];
    for (const month of ['2022-11', '2022-12', '2023-01', '2023-02']) months.push(await run('--month', month));
    expect(range.rows).toEqual(months.flatMap(({ rows }) => rows));
    expect(range.steps).toEqual(months.flatMap(({ steps }) => steps));
    const count = months.flatMap(({ totals }) => totals).length;
    expect(range.totals.slice(0, count)).toEqual(months.flatMap(({ totals }) => totals));
    const sum = months.reduce((hours, { totals }) => hours + (totals.at(-1)?.totalHours ?? 0), 0);
    expect(range.totals.at(-1)?.totalHours).toBeCloseTo(sum, 6);
  });

  test('are shown month by month, then over all, with the whole in the sentence', async () => {
    const { stdout } = await runResurs(['estimate', ...RANGE], { files: SMALL });
    expect(stdout).toMatch(/^January 2023 – February 2023: 900 handling hours for 350 new decisions/);
    const titles = stdout.split('\n').filter((line) => /^(January 2023|February 2023|All months)$/.test(line));
    expect(titles).toEqual(['January 2023', 'February 2023', 'All months']);
    const swedish = await runResurs(['estimate', ...RANGE, '--lang', 'sv'], { files: SMALL });
    expect(swedish.stdout).toMatch(/^Januari 2023 – februari 2023: 900 handläggningstimmar för 350 nya beslut/);
    expect(swedish.stdout).toMatch(/^Alla månader$/m);
  });

  test('are refused whole where one month cannot be estimated', async () => {
    const { exit, stdout, stderr } = await runResurs(['estimate', '--from', '2023-01', '--to', '2023-03'], {
      files: SMALL,
    });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('March 2023');
  });

  test('cross the end of a year', async () => {
    const { exit, stdout } = await runResurs([
      'estimate',
      '--data',
      'fixtures/example',
      '--from',
      '2022-12',
      '--to',
      '2023-01',
      '-f',
      'csv',
    ]);
    expect(exit).toBe(0);
    expect(new Set(stdout.split('\n').map((line) => line.slice(0, 7)))).toEqual(
      new Set(['month,p', '2022-12', '2023-01', '']),
    );
  });
});

describe('totals of what is shown', () => {
  test('narrowed to a region and a programme they are those of the rows', async () => {
    const { rows, totals, request } = await estimate(['--month', '2023-01', '-p', 'JOB', '-r', 'Syd']);
    expect(request).toMatchObject({ programme: ['JOB'], region: ['Syd'] });
    expect(rows).toHaveLength(1);
    expect(totals.map(({ totalHours }) => totalHours)).toEqual([75, 75, 75]);
  });

  test('narrowing changes no figure of the rows that stay', async () => {
    const all = await estimate(['--from', '2023-01', '--to', '2023-02']);
    for (const region of ['Nord', 'Syd']) {
      for (const programme of ['JOB', 'UGA']) {
        const some = await estimate(['--from', '2023-01', '--to', '2023-02', '-r', region, '-p', programme]);
        expect(some.rows).toEqual(all.rows.filter((row) => row.region === region && row.programme === programme));
      }
    }
  });
});

describe('--as-of', () => {
  const args = ['--month', '2023-01', '-p', 'JOB'];

  test('takes the forecast that was the latest that day, the day itself included', async () => {
    const hours = async (...more: string[]) => (await estimate([...args, ...more])).totals.at(-1)?.totalHours;
    expect(await hours()).toBe(375);
    expect(await hours('--as-of', '2022-10-28')).toBe(375);
    expect(await hours('--as-of', '2022-10-27')).toBe(468.75);
    expect(await hours('--as-of', '2022-06-30')).toBe(468.75);
    expect((await estimate([...args, '--as-of', '2022-10-27'])).request).toMatchObject({ asOf: '2022-10-27' });
    expect((await estimate(args)).request).toMatchObject({ asOf: null });
  });

  test('before the first forecast there is none', async () => {
    const { exit, stdout, stderr } = await runResurs(['estimate', ...args, '--as-of', '2022-06-29'], { files: SMALL });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('[programme-without-forecast]');
  });

  test('a programme that was not forecast yet is left out with a warning', async () => {
    const files = smallWith({
      'forecasts.csv': (SMALL['forecasts.csv'] as string).replace('2022-06-30,UGA', '2022-10-28,UGA'),
    });
    const { rows, warnings } = await estimate(['--month', '2023-01', '--as-of', '2022-07-31'], files);
    expect(new Set(rows.map(({ programme }) => programme))).toEqual(new Set(['JOB']));
    expect(warnings.map(({ code }) => code)).toEqual(['programme-left-out']);
  });

  test('hides schablons and statistics that were published later', async () => {
    const files = smallWith({
      'schablons.csv': `${(SMALL['schablons.csv'] as string)
        .replace('source\n', 'source,published\n')
        .replaceAll('invented\n', 'invented,\n')}JOB,,2023-01,base_hours,assess,3.5,invented,2022-11-25\n`,
      'statistics.csv': `${(SMALL['statistics.csv'] as string)
        .replace('new_decisions\n', 'new_decisions,published\n')
        .replaceAll(/(\d)\n(?=2022|$)/g, '$1,2022-03-01\n')}2022-01,JOB,Syd,400,50,2022-12-01\n`,
    });
    const hours = async (day: string) => (await estimate([...args, '--as-of', day], files)).totals.at(-1)?.totalHours;
    expect(await hours('2022-11-24')).toBe(375);
    // Two hours more for each of 125 new decisions.
    expect(await hours('2022-11-25')).toBe(625);
    // In Syd 50 new decisions instead of 25, at 5 hours.
    expect(await hours('2022-12-01')).toBe(625 + 125);
  });
});
