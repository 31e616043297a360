import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, ROOT, runResurs } from '../harness.ts';
import { lines, SMALL, smallWith } from './small-folder.ts';

const JANUARY = ['estimate', '--month', '2023-01'];
const SCHABLON_HEADER = 'programme,region,valid_from,measure,step,value,source';
const FORECAST_HEADER = 'published,programme,period,decisions_per_month';

interface Total {
  readonly month: string | null;
  readonly programme: string | null;
  readonly region: string | null;
  readonly totalHours: number;
}

async function reportOf(
  scenario: string | null,
  { files = SMALL, args = JANUARY }: { files?: Files; args?: string[] } = {},
) {
  const more = scenario === null ? [] : ['--scenario', 'what-if.csv'];
  const { exit, stdout, stderr } = await runResurs([...args, '-f', 'json', ...more], {
    files: scenario === null ? files : { ...files, 'what-if.csv': scenario },
  });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout);
}

const hoursOf = ({ totals }: { totals: readonly Total[] }, programme: string | null = null): number | undefined =>
  totals.find((total) => total.programme === programme && total.region === null)?.totalHours;

/** What must not change, to the byte. */
const figures = ({ rows, steps, totals }: Record<string, unknown>): string => JSON.stringify({ rows, steps, totals });

describe('a scenario of schablons', () => {
  test('replaces the rows of the same key', async () => {
    const report = await reportOf(lines(SCHABLON_HEADER, 'JOB,,2022-01,base_hours,assess,3.5,what if'));
    // 125 new decisions take 2 hours more each.
    expect(hoursOf(report, 'JOB')).toBe(375 + 250);
    expect(hoursOf(report, 'UGA')).toBe(150);
    expect(report.steps.filter(({ step }: { step: string }) => step === 'assess')).toHaveLength(4);
  });

  test('adds the others: a later date, a region, a step', async () => {
    const later = await reportOf(lines(SCHABLON_HEADER, 'JOB,,2023-01,base_hours,assess,3.5,what if'));
    expect(hoursOf(later, 'JOB')).toBe(625);
    const region = await reportOf(lines(SCHABLON_HEADER, 'JOB,Syd,2022-01,base_hours,assess,3.5,what if'));
    expect(hoursOf(region, 'JOB')).toBe(375 + 50);
    const step = await reportOf(lines(SCHABLON_HEADER, 'UGA,,2022-01,base_hours,follow up,0.5,what if'));
    expect(hoursOf(step, 'UGA')).toBe(150 + 37.5);
    const share = await reportOf(lines(SCHABLON_HEADER, 'UGA,,2022-01,collaboration_share,,0,what if'));
    expect(hoursOf(share, 'UGA')).toBe(75);
  });

  test('names the steps that it adds, since another wording counts on top', async () => {
    const rows = ['JOB,,2022-01,base_hours,assessment,3.5,what if', 'JOB,,2022-01,base_hours,assess,3.5,what if'];
    const { notes } = await reportOf(lines(SCHABLON_HEADER, ...rows));
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'scenario-applied', rows: 2, replaced: 1, newSteps: ['JOB: assessment'] }),
    );
  });

  test('may bring a programme that had no schablons', async () => {
    const files = smallWith({
      'schablons.csv': (SMALL['schablons.csv'] as string).replaceAll(/^UGA.*\n/gm, ''),
    });
    const scenario = (SMALL['schablons.csv'] as string).replaceAll(/^JOB.*\n/gm, '');
    const { exit, stdout } = await runResurs([...JANUARY, '-f', 'json', '--scenario', 'what-if.csv'], {
      files: { ...files, 'what-if.csv': scenario },
    });
    expect(exit).toBe(0);
    expect(hoursOf(JSON.parse(stdout))).toBe(525);
    expect(JSON.parse(stdout).warnings).toEqual([]);
  });

  test('is read in Swedish as well', async () => {
    const scenario = lines(
      'program;region;giltig_från;mått;arbetsmoment;värde;källa',
      'JOB;Riket;januari 2022;grundtimmar;assess;3,5;tänk om',
    );
    expect(hoursOf(await reportOf(scenario), 'JOB')).toBe(625);
  });
});

describe('a scenario of forecasts', () => {
  test('is known by its columns, and replaces the rows of the same key', async () => {
    const report = await reportOf(lines(FORECAST_HEADER, '2022-10-28,JOB,2023-01,900'));
    expect(hoursOf(report, 'JOB')).toBe(281.25);
    expect(hoursOf(report, 'UGA')).toBe(150);
  });

  test('adds the others: a later publication wins, an earlier one does not', async () => {
    expect(hoursOf(await reportOf(lines(FORECAST_HEADER, '2022-12-01,JOB,2023-01,900')), 'JOB')).toBe(281.25);
    expect(hoursOf(await reportOf(lines(FORECAST_HEADER, '2022-01-01,JOB,2023-01,900')), 'JOB')).toBe(375);
  });

  test('is hidden by --as-of like any other row', async () => {
    const scenario = lines(FORECAST_HEADER, '2022-12-01,JOB,2023-01,900');
    const args = [...JANUARY, '--as-of', '2022-11-30', '-p', 'JOB'];
    expect(hoursOf(await reportOf(scenario, { args }), 'JOB')).toBe(375);
    expect(hoursOf(await reportOf(scenario, { args: [...JANUARY, '--as-of', '2022-12-01', '-p', 'JOB'] }), 'JOB')).toBe(
      281.25,
    );
  });

  test('may bring a month that no forecast covers', async () => {
    const files = smallWith({
      'statistics.csv': `${SMALL['statistics.csv']}2022-03,JOB,Nord,800,100\n2022-03,JOB,Syd,400,25\n`,
    });
    const args = ['estimate', '--month', '2023-03', '-p', 'JOB'];
    expect((await runResurs(args, { files })).exit).toBe(1);
    const report = await reportOf(lines(FORECAST_HEADER, '2022-10-28,JOB,2023-03,1200'), { files, args });
    expect(hoursOf(report, 'JOB')).toBe(375);
  });
});

describe('a scenario that replaces nothing changes no byte of rows, steps and totals', () => {
  const example: Files = Object.fromEntries(
    ['forecasts.csv', 'statistics.csv', 'schablons.csv', 'programmes.csv'].map((name) => [
      name,
      readFileSync(path.join(ROOT, 'fixtures/example', name), 'utf8'),
    ]),
  );
  const quarter = ['estimate', '--from', '2023-01', '--to', '2023-03'];

  for (const [title, scenario] of [
    ['the schablons as they are', example['schablons.csv'] as string],
    ['the schablons in another order', reversed(example['schablons.csv'] as string)],
    ['the forecasts as they are', example['forecasts.csv'] as string],
    ['the forecasts in another order', reversed(example['forecasts.csv'] as string)],
    ['one row as it is', 'programme,valid_from,measure,step,value,source\nETP,2021-01,base_hours,besluta,0.70,same\n'],
    ['a schablon that ended', lines(`${SCHABLON_HEADER},valid_to`, 'JOB,,2019-01,base_hours,bedöma,9,old,2020-12')],
    ['a schablon still to come', lines(SCHABLON_HEADER, 'JOB,,2023-04,base_hours,bedöma,9,later')],
    ['a forecast of another year', lines(FORECAST_HEADER, '2022-12-01,JOB,2031,50000')],
    ['a forecast published long ago', lines(FORECAST_HEADER, '2020-01-01,ETP,2023,1')],
  ] as const) {
    test(title, async () => {
      const plain = await reportOf(null, { files: example, args: quarter });
      const report = await reportOf(scenario, { files: example, args: quarter });
      expect(plain.rows).toHaveLength(54);
      expect(figures(report) === figures(plain)).toBe(true);
      expect(report.request).toEqual({ ...plain.request, scenario: 'what-if.csv' });
      expect(report.inputs.slice(0, -1)).toEqual(plain.inputs);
    });
  }
});

describe('a scenario file', () => {
  test('is named in the request as seen from the data folder, and sealed among the inputs', async () => {
    const scenario = lines(SCHABLON_HEADER, 'JOB,,2022-01,base_hours,assess,3.5,what if');
    const inside = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`data/${name}`, text]));
    const args = [...JANUARY, '-f', 'json', '--data', 'data', '--scenario', 'what-if.csv'];
    const { stdout } = await runResurs(args, { files: { ...inside, 'what-if.csv': scenario } });
    const { request, inputs } = JSON.parse(stdout);
    expect(request.scenario).toBe('../what-if.csv');
    const sha256 = createHash('sha256').update(scenario).digest('hex');
    expect(inputs.at(-1)).toEqual({ table: 'scenario', path: '../what-if.csv', sha256, rows: 1 });
  });

  test('goes for explain, which names its lines', async () => {
    const scenario = lines(SCHABLON_HEADER, '', 'JOB,,2022-01,base_hours,assess,3.5,what if').replace('\n\n', '\n');
    const args = ['explain', '--month', '2023-01', '-p', 'JOB', '-r', 'Nord', '--scenario', 'what-if.csv'];
    const { exit, stdout } = await runResurs(args, { files: { ...SMALL, 'what-if.csv': scenario } });
    expect(exit).toBe(0);
    expect(stdout).toContain('500 handling hours');
    expect(stdout).toContain('what-if.csv line 2: national schablon since 2022-01: what if');
  });

  for (const [title, scenario, code, place] of [
    ['is neither table', 'a,b\n1,2\n', 'header-missing', 'what-if.csv, line 1'],
    ['is empty', '', 'file-empty', 'what-if.csv'],
    ['is a header alone', `${SCHABLON_HEADER}\n`, 'no-rows', 'what-if.csv'],
    [
      'has a value that is none',
      lines(SCHABLON_HEADER, 'JOB,,2022-01,base_hours,assess,much,x'),
      'number-syntax',
      'what-if.csv, line 2, cell F2 value: ',
    ],
    [
      'has a region that nobody knows',
      lines(SCHABLON_HEADER, 'JOB,Nrod,2022-01,base_hours,assess,1,x'),
      'code-unknown',
      'what-if.csv, line 2, cell B2 region: ',
    ],
    [
      'has one key twice',
      lines(FORECAST_HEADER, '2022-10-28,JOB,2023-01,900', '2022-10-28,JOB,2023-01,700'),
      'key-conflict',
      'what-if.csv, line 3',
    ],
  ] as const) {
    test(`that ${title} is refused with its place`, async () => {
      const { exit, stdout, stderr } = await runResurs([...JANUARY, '--scenario', 'what-if.csv'], {
        files: { ...SMALL, 'what-if.csv': scenario },
      });
      expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
      expect(stderr).toContain(place);
      expect(stderr).toContain(`[${code}]`);
    });
  }

  test('and the tables are refused together', async () => {
    const files = { ...smallWith({ 'schablons.csv': 'nonsense\n' }), 'what-if.csv': '' };
    const { exit, stderr } = await runResurs([...JANUARY, '--scenario', 'what-if.csv'], { files });
    expect(exit).toBe(1);
    expect(stderr).toContain('2 problems in 2 files');
  });
});

function reversed(table: string): string {
  const [header, ...rows] = table.trimEnd().split('\n');
  return lines(header as string, ...rows.toReversed());
}

describe('a scenario of forecasts by code', () => {
  const files = {
    'programmes.csv': 'code,programme\n104,ETP\n105,ETP\n',
    'forecasts.csv':
      'published,programme,period,decisions_per_month\n2022-10-28,104,2023-01,1000\n2022-10-28,105,2023-01,500\n',
    'statistics.csv': 'month,programme,decisions,new_decisions\n2022-01,104,1000,50\n2022-01,105,500,25\n',
    'schablons.csv':
      'programme,valid_from,measure,step,value,source\nETP,2022-01,collaboration_share,,0.5,x\nETP,2022-01,base_hours,a,2,x\nETP,2022-01,collaboration_hours,b,1,x\n',
  };
  const header = 'published,programme,period,decisions_per_month\n';
  const total = async (scenario: string): Promise<number> => {
    const args = ['estimate', '--month', '2023-01', '-f', 'json', '--scenario', 'what-if.csv'];
    const result = await runResurs(args, { files: { ...files, 'what-if.csv': scenario } });
    return JSON.parse(result.stdout).totals.at(-1).totalHours;
  };

  // N = 1500 · 0.05 = 75; b = 2; K = 37.5; c = 1: 150 + 37.5.
  test('with the same row changes nothing, its sister code included', async () => {
    expect(await total(`${header}2022-10-28,104,2023-01,1000\n`)).toBe(187.5);
  });

  // N = 2500 · 0.05 = 125: 250 + 62.5.
  test('with another row replaces that code alone', async () => {
    expect(await total(`${header}2022-10-28,104,2023-01,2000\n`)).toBe(312.5);
  });

  // N = 1000 · 0.05 = 50: 100 + 25.
  test('for the whole programme replaces all its codes', async () => {
    expect(await total(`${header}2022-10-28,ETP,2023-01,1000\n`)).toBe(125);
  });
});
