import { describe, expect, test } from 'vitest';
import { type Files, runResurs } from '../harness.ts';

/** JOB in Nord and Syd: N = 40 and 30 of D = 400 and 600, b = 3, s = 0.2, c = 2, so T = 40 · 3.4 = 136 and 30 · 3.4 = 102. */
const BASE = {
  'statistics.csv': 'month,programme,region,decisions,new_decisions\n2022-01,JOB,Nord,400,40\n2022-01,JOB,Syd,600,30\n',
  'forecasts.csv': 'published,programme,region,period,decisions_per_month\n2022-10-28,JOB,,2023-01,1000\n',
  'schablons.csv': [
    'programme,region,valid_from,valid_to,measure,step,value,source',
    'JOB,,2021-01,,collaboration_share,,0.2,invented',
    'JOB,,2021-01,,base_hours,assess,3,invented',
    'JOB,,2021-01,,collaboration_hours,talk,2,invented\n',
  ].join('\n'),
};
const ETP = {
  'programmes.csv': 'code,programme\n104,ETP\n105,ETP\n',
  'schablons.csv': BASE['schablons.csv'].replaceAll('JOB', 'ETP'),
};
const STATISTICS = 'month,programme,region,decisions,new_decisions\n';
const FORECASTS = 'published,programme,region,period,decisions_per_month\n';

interface Result {
  readonly exit: number;
  readonly stderr: string;
  readonly hours: Readonly<Record<string, number>>;
  readonly decisions: Readonly<Record<string, number>>;
  readonly codes: readonly string[];
}

async function estimate(files: Files, ...args: string[]): Promise<Result> {
  const result = await runResurs(['estimate', '--month', '2023-01', '-f', 'json', ...args], { files });
  if (result.exit !== 0) return { exit: result.exit, stderr: result.stderr, hours: {}, decisions: {}, codes: [] };
  const { rows, warnings, notes } = JSON.parse(result.stdout);
  const of = (key: string) =>
    Object.fromEntries(rows.map((row: Record<string, unknown>) => [String(row['region']), row[key]]));
  const codes = [...warnings, ...notes].map(({ code }: { code: string }) => code).sort();
  return { exit: 0, stderr: result.stderr, hours: of('totalHours'), decisions: of('decisions'), codes };
}

describe('the base folder', () => {
  test('has the hours worked out above', async () => {
    const { hours, codes } = await estimate(BASE);
    expect(hours['Nord']).toBeCloseTo(136, 9);
    expect(hours['Syd']).toBeCloseTo(102, 9);
    expect(codes).toEqual([]);
  });
});

describe('nothing counts twice', () => {
  test('a scenario step in another spelling is refused', async () => {
    const scenario = 'programme,region,valid_from,measure,step,value,source\nJOB,,2021-01,base_hours,Assess,4,x\n';
    const { exit, stderr } = await estimate({ ...BASE, 'what-if.csv': scenario }, '--scenario', 'what-if.csv');
    expect(exit).toBe(1);
    expect(stderr).toContain('[key-variant]');
  });

  test('names of codes that differ only in case are refused', async () => {
    const files = { ...BASE, 'regions.csv': 'code,region\n01,Nord\n02,nord\n03,Syd\n' };
    const { exit, stderr } = await estimate(files);
    expect(exit).toBe(1);
    expect(stderr).toContain('[key-variant]');
  });

  test('a name that is itself a code of something else is refused', async () => {
    const { exit, stderr } = await estimate({ ...BASE, 'programmes.csv': 'code,programme\n104,JOB\nJOB,XYZ\n' });
    expect(exit).toBe(1);
    expect(stderr).toContain('[key-conflict]');
  });

  test('a region beside its own codes is named', async () => {
    const files = {
      ...BASE,
      'regions.csv': 'code,region\n1480,Nord\n1280,Syd\n',
      'statistics.csv': `${BASE['statistics.csv']}2022-01,JOB,1480,100,10\n`,
    };
    expect((await estimate(files)).codes).toContain('whole-beside-its-parts');
  });

  test.each(['Summa:', 'Totalt Götaland', 'Hela landet'])('a row of %s is refused', async (name) => {
    const { exit, stderr } = await estimate({
      ...BASE,
      'statistics.csv': `${BASE['statistics.csv']}2022-01,JOB,${name},1000,70\n`,
    });
    expect(exit).toBe(1);
    expect(stderr).toContain('[row-total]');
  });
});

describe('nothing is left out in silence', () => {
  test.each(['#SAKNAS!', '..', 'saknas'])('a region of %s is refused, not a region of its own', async (mark) => {
    const { exit } = await estimate({
      ...BASE,
      'statistics.csv': `${BASE['statistics.csv']}2022-01,JOB,${mark},200,20\n`,
    });
    expect(exit).toBe(1);
  });

  test('a regional forecast that has only one of a region’s codes is refused', async () => {
    const files = {
      ...BASE,
      'regions.csv': 'code,region\n1480,Nord\n1481,Nord\n1280,Syd\n',
      'statistics.csv': `${STATISTICS}2022-01,JOB,1480,100,10\n2022-01,JOB,1481,300,30\n2022-01,JOB,1280,600,30\n`,
      'forecasts.csv': `${FORECASTS}2022-10-28,JOB,1480,2023-01,100\n2022-10-28,JOB,1280,2023-01,600\n`,
    };
    const { exit, stderr } = await estimate(files);
    expect(exit).toBe(1);
    expect(stderr).toContain('Nord');
    expect(stderr).toContain('[forecast-regions-missing]');
  });

  test('a code needs regional forecasts only where it has decisions itself', async () => {
    const files = {
      ...ETP,
      'statistics.csv': `${STATISTICS}2022-01,104,Nord,400,40\n2022-01,104,Syd,500,25\n2022-01,105,Syd,100,5\n`,
      'forecasts.csv': `${FORECASTS}2022-10-28,104,Nord,2023-01,400\n2022-10-28,104,Syd,2023-01,500\n2022-10-28,105,Syd,2023-01,100\n`,
    };
    const { exit, decisions } = await estimate(files);
    expect(exit).toBe(0);
    expect(decisions).toEqual({ Nord: 400, Syd: 600 });
  });

  test('a code that is missing in months of the profile is named', async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2022-${String(at + 1).padStart(2, '0')}`);
    const lines = months.flatMap((month, at) => [
      `${month},104,Nord,500,50`,
      ...(at < 3 ? [] : [`${month},105,Nord,500,50`]),
    ]);
    const files = {
      ...ETP,
      'statistics.csv': `${STATISTICS}${lines.join('\n')}\n`,
      'forecasts.csv': `${FORECASTS}2022-10-28,ETP,,2023,700\n`,
    };
    expect((await estimate(files)).codes).toContain('codes-missing');
  });

  test('a code whose forecast ends is named', async () => {
    const files = {
      ...ETP,
      'statistics.csv': `${STATISTICS}2022-01,104,Nord,800,80\n2022-01,105,Nord,200,20\n`,
      'forecasts.csv': `${FORECASTS}2022-10-28,104,,2023-01,800\n2022-10-28,105,,2022-12,200\n`,
    };
    expect((await estimate(files)).codes).toContain('codes-left-out');
  });

  test('a reference month with its national row only is named', async () => {
    const files = {
      ...BASE,
      'statistics.csv': `${STATISTICS}2022-01,JOB,Riket,1000,70\n2022-02,JOB,Nord,400,40\n2022-02,JOB,Syd,600,30\n`,
    };
    expect((await estimate(files)).codes).toContain('only-nation-in-month');
  });

  test('a national row that lacks a code is named', async () => {
    const files = {
      ...ETP,
      'statistics.csv': `${STATISTICS}2022-01,104,Riket,700,70\n2022-01,104,Nord,700,70\n2022-01,105,Nord,300,30\n`,
      'forecasts.csv': `${FORECASTS}2022-10-28,ETP,,2023-01,1000\n`,
    };
    expect((await estimate(files)).codes).toContain('nation-lacks-codes');
  });

  test('regions that exceed the nation are named under regional forecasts, too', async () => {
    const files = {
      ...BASE,
      'statistics.csv': `${BASE['statistics.csv']}2022-01,JOB,Riket,500,40\n`,
      'forecasts.csv': `${FORECASTS}2022-10-28,JOB,Nord,2023-01,400\n2022-10-28,JOB,Syd,2023-01,600\n`,
    };
    expect((await estimate(files)).codes).toContain('regions-exceed-nation');
  });

  test('a region asked for that only this month lacks is a warning', async () => {
    const files = {
      ...BASE,
      'statistics.csv': `${BASE['statistics.csv']}2022-01,UGA,Nord,100,10\n2022-02,UGA,Syd,100,10\n2022-01,UGA,Riket,200,20\n`,
      'forecasts.csv': `${BASE['forecasts.csv']}2022-10-28,UGA,,2023-01,200\n`,
      'schablons.csv':
        BASE['schablons.csv'] + BASE['schablons.csv'].split('\n').slice(1).join('\n').replaceAll('JOB', 'UGA'),
    };
    expect((await estimate(files, '--region', 'Syd')).codes).toContain('region-left-out');
  });
});

describe('names that are also names of the language', () => {
  test.each(['constructor', 'toString', 'decisions', '__proto__'])('a work step %s keeps its name', async (step) => {
    const files = { ...BASE, 'schablons.csv': BASE['schablons.csv'].replace('assess', step) };
    const args = ['explain', '--month', '2023-01', '--programme', 'JOB', '--region', 'Nord'];
    const { stdout } = await runResurs(args, { files });
    expect(stdout).toContain(`${step} 3 h per case`);
  });
});

describe('faults that only the model sees', () => {
  const refused = async (files: Files, code: string): Promise<void> => {
    const { exit, stderr } = await estimate(files);
    expect(exit).toBe(1);
    expect(stderr).toContain(`[${code}]`);
  };

  test('B06 a programme with decisions and no base hours is refused, never 0 hours', () =>
    refused(
      { ...BASE, 'schablons.csv': BASE['schablons.csv'].replace('base_hours', 'collaboration_hours') },
      'no-base-hours',
    ));

  test('B07 schablons of a programme without a forecast give a warning', async () => {
    const more = BASE['schablons.csv'].split('\n').slice(1).join('\n').replaceAll('JOB', 'UGA');
    const { exit, codes } = await estimate({ ...BASE, 'schablons.csv': BASE['schablons.csv'] + more });
    expect({ exit, codes }).toEqual({ exit: 0, codes: ['programme-left-out'] });
  });

  test('B09 a share of nothing is no number, and refused', () =>
    refused(
      {
        ...BASE,
        'statistics.csv': `${STATISTICS}2022-01,JOB,Nord,0,0\n2022-01,JOB,Syd,0,0\n`,
        'forecasts.csv':
          'published,programme,region,period,decisions_per_month\n2022-10-28,JOB,Nord,2023-01,10\n2022-10-28,JOB,Syd,2023-01,10\n',
      },
      'no-new-share',
    ));

  test('B13 regions that sum to over 0.5 % more than the national row give a warning', async () => {
    const statistics = `${BASE['statistics.csv']}2022-01,JOB,Riket,`;
    expect((await estimate({ ...BASE, 'statistics.csv': `${statistics}996,70\n` })).codes).not.toContain(
      'regions-exceed-nation',
    );
    expect((await estimate({ ...BASE, 'statistics.csv': `${statistics}994,70\n` })).codes).toContain(
      'regions-exceed-nation',
    );
  });

  test('B14 more hours than there are in the country are refused', async () => {
    // N = 40 in Nord: 25 000 000 hours a case are 1 000 000 000, and the collaboration comes on top.
    await refused(
      { ...BASE, 'schablons.csv': BASE['schablons.csv'].replace('assess,3', 'assess,25000000') },
      'hours-absurd',
    );
    const { exit } = await estimate({
      ...BASE,
      'schablons.csv': BASE['schablons.csv'].replace('assess,3', 'assess,24000000'),
    });
    expect(exit).toBe(0);
  });
});

describe('a figure far from its neighbours', () => {
  /** JOB in Nord, from December 2021 on; the same in Syd, always 600 and 30. */
  const months = (...nord: string[]) =>
    nord.map((figures, at) => `${at === 0 ? '2021-12' : `2022-0${at}`},JOB,Nord,${figures}`);
  const syd = ['2021-12', '2022-01', '2022-02'].map((month) => `${month},JOB,Syd,600,30`);
  const found = async (lines: readonly string[], ...args: string[]) => {
    const files = { ...BASE, 'statistics.csv': `${STATISTICS}${lines.join('\n')}\n` };
    const { stdout } = await runResurs(['estimate', '--month', '2023-01', '-f', 'json', ...args], { files });
    const { warnings } = JSON.parse(stdout) as { warnings: Record<string, unknown>[] };
    return warnings.filter(({ code }) => code === 'figure-far-from-neighbours');
  };
  const message = (figures: string, before: number, after: number, where = 'Nord'): string =>
    `JOB, ${where}: ${figures} in January 2022 are far from the ${before} of the month before and the ${after} of the month after`;

  test('is a warning where it is over five times the larger, or under a fifth of the smaller', async () => {
    const [high] = await found([...months('80,8', '401,40', '70,8'), ...syd]);
    expect(high).toMatchObject({
      file: 'statistics.csv',
      line: 3,
      column: null,
      message: message('401 decisions', 80, 70),
    });
    expect(await found([...months('80,8', '400,40', '70,8'), ...syd])).toEqual([]);
    const [low] = await found([...months('400,60', '400,9', '400,50'), ...syd]);
    expect(low?.['message']).toBe(message('9 new decisions', 60, 50));
    expect(await found([...months('400,60', '400,10', '400,50'), ...syd])).toEqual([]);
    expect((await found([...months('400,60', '400,0', '400,50'), ...syd])).length).toBe(1);
  });

  test('is none among fewer than fifty, or where a month beside it is missing', async () => {
    expect(await found([...months('9,1', '49,1', '8,1'), ...syd])).toEqual([]);
    expect((await found([...months('9,1', '50,1', '8,1'), ...syd])).length).toBe(1);
    expect(await found([...months('80,8', '4000,40'), ...syd])).toEqual([]);
  });

  test('is looked for in the national row, and has no place where it is a sum of codes', async () => {
    const national = [90, 900, 80].map(
      (decisions, at) => `${months('', '', '')[at]?.slice(0, 7)},JOB,Riket,${decisions},9`,
    );
    expect(await found(national)).toMatchObject([{ line: 3, message: message('900 decisions', 90, 80, 'the nation') }]);
    const files = {
      ...BASE,
      'regions.csv': 'code,region\n01,Nord\n02,Nord\n',
      'statistics.csv': `${STATISTICS}${[45, 450, 40]
        .flatMap((decisions, at) =>
          ['01', '02'].map((code) => `${months('', '', '')[at]?.slice(0, 7)},JOB,${code},${decisions},9`),
        )
        .join('\n')}\n`,
    };
    const { stdout } = await runResurs(['check', '-f', 'json'], { files });
    const { problems } = JSON.parse(stdout) as { problems: Record<string, unknown>[] };
    expect(problems.filter(({ code }) => code === 'figure-far-from-neighbours')).toMatchObject([
      { file: null, line: null, message: message('900 decisions', 90, 80) },
    ]);
  });

  test('is looked for in every month by check', async () => {
    const figures = Array.from({ length: 9 }, (_, at) => (at === 5 ? '4000,40' : '400,40'));
    const lines = months(...figures);
    const files = { ...BASE, 'statistics.csv': `${STATISTICS}${lines.join('\n')}\n` };
    const { stdout } = await runResurs(['check', '-f', 'json'], { files });
    const { problems } = JSON.parse(stdout) as { problems: Record<string, unknown>[] };
    expect(problems.filter(({ code }) => code === 'figure-far-from-neighbours')).toMatchObject([
      { file: 'statistics.csv', line: 7, message: expect.stringContaining('in May 2022') },
    ]);
  });
});
