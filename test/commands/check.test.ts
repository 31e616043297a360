import { describe, expect, test } from 'vitest';
import { type Files, runResurs } from '../harness.ts';

/** JOB has Nord and Syd in January and March 2022, February is missing; UGA is forecast and has no schablons. */
const FOLDER = {
  'statistics.csv': [
    'month;programme;region;decisions;new_decisions',
    '2022-01;JOB;Nord;400;40',
    '2022-01;JOB;Syd;600;30',
    '2022-03;JOB;Nord;400;40',
    '2022-03;JOB;Syd;600;30',
    '',
  ].join('\n'),
  'forecasts.csv': [
    'published;programme;region;period;decisions_per_month',
    '2021-10-22;JOB;;2022;1000,5',
    '2022-10-28;JOB;;2023-01;1000',
    '2022-10-28;UGA;;2023-01;500',
    '',
  ].join('\n'),
  'schablons.csv': [
    'programme;region;valid_from;valid_to;measure;step;value;source',
    'JOB;;2021-01;;collaboration_share;;0,2;survey',
    'JOB;;2015-01;;base_hours;assess;3;survey',
    'JOB;Syd;2022-06;;base_hours;assess;3,5;survey',
    'JOB;;2021-01;2021-12;base_hours;trial;1;survey',
    'JOB;;2021-01;;collaboration_hours;talk;2;',
    '',
  ].join('\n'),
} as const;

async function check(files: Files, ...args: string[]) {
  return runResurs(['check', ...args], { files: { ...FOLDER, ...files } });
}

async function checked(files: Files, ...args: string[]) {
  const { exit, stdout, stderr } = await check(files, '-f', 'json', ...args);
  expect(stderr).toBe('');
  return { exit, ...JSON.parse(stdout) };
}

const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

describe('check', () => {
  test('says how each file was read', async () => {
    const latin1 = Buffer.from(`Schabloner för JOB\r\n${FOLDER['schablons.csv'].replace('survey', 'enkät')}`, 'latin1');
    const { understood, exit } = await checked({ 'schablons.csv': latin1 });
    expect(exit).toBe(0);
    expect(understood).toEqual([
      {
        table: 'statistics',
        path: 'statistics.csv',
        encoding: 'utf-8',
        delimiter: ';',
        decimal: null,
        headerLine: 1,
        rows: 4,
      },
      {
        table: 'forecasts',
        path: 'forecasts.csv',
        encoding: 'utf-8',
        delimiter: ';',
        decimal: ',',
        headerLine: 1,
        rows: 3,
      },
      {
        table: 'schablons',
        path: 'schablons.csv',
        encoding: 'windows-1252',
        delimiter: ';',
        decimal: ',',
        headerLine: 2,
        rows: 5,
      },
    ]);
  });

  test('has the frame of every result, and its own keys in their order', async () => {
    const { exit: _, ...report } = await checked({});
    expect(Object.keys(report)).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'problems',
      'understood',
      'month',
      'isEstimable',
      'coverage',
      'schablons',
      'warnings',
      'notes',
    ]);
    expect(Object.keys(report.problems[0])).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'columnNumber',
      'value',
      'message',
      'hint',
    ]);
  });

  test('T09 says which months, programmes, regions and published forecasts there are, and the gaps', async () => {
    const { coverage } = await checked({});
    expect(coverage).toEqual({
      statistics: { from: '2022-01', to: '2022-03', gaps: ['2022-02'] },
      programmes: [
        {
          programme: 'JOB',
          codes: ['JOB'],
          statistics: { from: '2022-01', to: '2022-03', gaps: ['2022-02'] },
          forecasts: {
            from: '2022-01',
            to: '2023-01',
            gaps: [],
          },
          schablons: 5,
        },
        {
          programme: 'UGA',
          codes: ['UGA'],
          statistics: null,
          forecasts: { from: '2023-01', to: '2023-01', gaps: [] },
          schablons: 0,
        },
      ],
      regions: [
        { region: 'Nord', codes: ['Nord'] },
        { region: 'Syd', codes: ['Syd'] },
      ],
      vintages: [
        { published: '2021-10-22', rows: 1, from: '2022-01', to: '2022-12' },
        { published: '2022-10-28', rows: 2, from: '2023-01', to: '2023-01' },
      ],
    });
  });

  test('plans the first forecast month after the statistics, and lists the schablons in force in it', async () => {
    const { month, schablons, request } = await checked({});
    expect({ month, request }).toEqual({ month: '2022-04', request: { month: null } });
    expect(schablons.map((each: { step: string }) => each.step)).toEqual(['assess', 'talk', null]);
    const asked = await checked({}, '--month', '2023-01');
    expect(asked.request).toEqual({ month: '2023-01' });
    expect(asked.schablons.map((each: { step: string; region: string }) => [each.step, each.region])).toEqual([
      ['assess', null],
      ['talk', null],
      [null, null],
      ['assess', 'Syd'],
    ]);
    expect(asked.schablons[0]).toEqual({
      programme: 'JOB',
      region: null,
      measure: 'base_hours',
      step: 'assess',
      value: 3,
      validFrom: '2015-01',
      validTo: null,
      ageMonths: 96,
      source: 'survey',
      path: 'schablons.csv',
      line: 3,
    });
  });

  test('warns of what an estimate of the month would warn of', async () => {
    const { exit, problems, warnings } = await checked({}, '--month', '2023-01');
    expect(exit).toBe(0);
    expect(codes(problems)).toEqual(['schablon-old', 'schablon-without-source', 'programme-left-out']);
    expect(warnings).toEqual(problems);
    expect((await check({}, '--month', '2023-01', '--strict')).exit).toBe(1);
  });

  test('warns of every month that is not whole, and of totals that do not agree', async () => {
    const statistics = `${FOLDER['statistics.csv']}2022-04;JOB;Nord;1;1\n2021-05;JOB;Nord;3;1\n2021-05;JOB;Riket;2;1\n`;
    const { problems } = await checked({ 'statistics.csv': statistics });
    expect(problems.map(({ code, message }: { code: string; message: string }) => `${code}: ${message}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^month-incomplete: JOB: April 2022 lacks Syd/),
        expect.stringMatching(/^regions-exceed-nation: JOB: the regions sum to 50\s% more .* May 2021/),
      ]),
    );
  });

  test('refuses a month that was asked for and cannot be estimated, and only warns of one that was not', async () => {
    const asked = await checked({}, '--month', '2024-01');
    expect({ exit: asked.exit, codes: codes(asked.problems) }).toEqual({ exit: 1, codes: ['no-forecast'] });
    // April 2022 has no reference month.
    const free = await checked({});
    expect(free.exit).toBe(0);
    expect(free.problems).toContainEqual(expect.objectContaining({ code: 'no-reference-month', severity: 'warning' }));
  });

  test('prints its result also where it refuses, with every problem of every file', async () => {
    const result = await checked({
      'statistics.csv': FOLDER['statistics.csv'].replace('400;40', '4x0;40').replace('600;30', '600;'),
      'schablons.csv': FOLDER['schablons.csv'].replace('0,2', '35'),
    });
    expect(result.exit).toBe(1);
    expect(result.problems.map(({ code, line }: { code: string; line: number }) => `${code} ${line}`)).toEqual([
      'share-scale 2',
      'number-syntax 2',
      'cell-missing 3',
    ]);
    expect(result.understood.map(({ rows }: { rows: number }) => rows)).toEqual([4, 3, 5]);
    expect([result.month, result.coverage, result.schablons]).toEqual([null, null, null]);
  });

  test('has nothing to say of a file that is no text', async () => {
    const { understood, problems } = await checked({ 'schablons.csv': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) });
    expect(codes(problems)).toEqual(['file-not-text']);
    expect(understood[2]).toMatchObject({ encoding: null, delimiter: null, decimal: null, headerLine: null, rows: 0 });
  });

  test('shows people the problems first, then what was understood, all on stdout', async () => {
    const files = { 'statistics.csv': FOLDER['statistics.csv'].replace('400;40', '4x0;40') };
    const { stdout, stderr, exit } = await check(files);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    expect(stdout).toMatch(
      /^3 files with 12 rows: one problem to mend before anything can be computed\.\n\nerror: statist/,
    );
    expect(stdout).toContain('error: statistics.csv, line 2, cell D2 decisions: a number was expected');
    expect(stdout).toContain('\n    2022-01;JOB;Nord;4x0;40\n                     ^~~\n');
    expect(stdout).toMatch(/\n\nMend the problem above, save, and run resurs check again\.\n$/);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test.each(['en', 'sv'])('keeps within 80 columns in %s, whatever it says', async (lang) => {
    const { stdout } = await check({}, '--lang', lang, '--month', '2023-01');
    expect(stdout.split('\n').filter((line) => line.length > 80 || /\s$/.test(line))).toEqual([]);
    expect(stdout).not.toMatch(/undefined|null|NaN/);
  });

  test('gives the problems as the other commands do, on stdout', async () => {
    const files = { 'statistics.csv': FOLDER['statistics.csv'].replace('400;40', '4x0;40') };
    const github = await check(files, '--problems', 'github');
    expect(github.stdout).toMatch(/^::error file=statistics\.csv,line=2,col=18,endColumn=20,/);
    const sarif = await check(files, '--problems', 'sarif');
    expect(JSON.parse(sarif.stdout).runs[0].results).toHaveLength(1);
    const json = await check(files, '--problems', 'json');
    expect(codes(JSON.parse(json.stdout).problems)).toEqual(['number-syntax']);
    expect([github.stderr, sarif.stderr, json.stderr]).toEqual(['', '', '']);
    expect([github.exit, sarif.exit, json.exit]).toEqual([1, 1, 1]);
  });

  test('as CSV is the list of problems', async () => {
    const files = { 'statistics.csv': FOLDER['statistics.csv'].replace('400;40', '=x;40') };
    const { stdout } = await check(files, '-f', 'csv');
    const [header, row] = stdout.split('\r\n');
    expect(header).toBe('code,severity,file,line,column,columnNumber,value,message,hint,cell');
    expect(row).toMatch(/^number-syntax,error,statistics\.csv,2,decisions,4,"'=x",.*,D2$/);
  });

  test('beside a file shows its problems on stderr', async () => {
    const files = { 'statistics.csv': FOLDER['statistics.csv'].replace('400;40', '4x0;40') };
    const { stdout, stderr, written, exit } = await check(files, '-o', 'check.json');
    expect({ stdout, exit }).toEqual({ stdout: '', exit: 1 });
    expect(stderr).toContain('[number-syntax]');
    expect(codes(JSON.parse(written['check.json'] ?? '').problems)).toEqual(['number-syntax']);
  });

  test('shows its problems once, whatever the forms that are asked for', async () => {
    const files = { 'statistics.csv': FOLDER['statistics.csv'].replace('400;40', '4x0;40') };
    const both = await check(files, '--problems', 'json', '-f', 'table');
    expect(both.stdout).toContain('[number-syntax]');
    expect(codes(JSON.parse(both.stderr).problems)).toEqual(['number-syntax']);
    const asked = await runResurs(['check', '--problems', 'sarif'], {
      files: { ...FOLDER, ...files },
      env: { RESURS_FORMAT: 'json' },
    });
    expect(JSON.parse(asked.stdout).kind).toBe('check');
    expect(JSON.parse(asked.stderr).runs[0].results).toHaveLength(1);
    const written = await check(files, '-o', 'check.txt', '--problems', 'json');
    expect(written.written['check.txt']).toContain('[number-syntax]');
    expect(codes(JSON.parse(written.stderr).problems)).toEqual(['number-syntax']);
  });

  test('tells what refuses it when only warnings do, and says nothing of them in a quiet run beside a file', async () => {
    const strict = await check({}, '--month', '2023-01', '--strict');
    expect(strict.stderr).toBe('Refused, since --strict lets no warning through: there are 3.\n');
    const quiet = await check({}, '--month', '2023-01', '-q', '-o', 'check.json');
    expect({ exit: quiet.exit, stderr: quiet.stderr }).toEqual({ exit: 0, stderr: '' });
  });

  test('names the command to type next, with the folder, unless it would be refused', async () => {
    const files = Object.fromEntries(Object.entries(FOLDER).map(([name, content]) => [`my data/${name}`, content]));
    const next = await runResurs(['check', '--data', 'my data', '--month', '2023-01'], { files });
    expect(next.stdout).toContain('\n\nNext: resurs estimate --data "my data" --month 2023-01\n');
    expect((await check({})).stdout).not.toContain('Next:');
  });

  test('is the same in any language where machines read it, and whatever the order of rows', async () => {
    const english = await check({}, '-f', 'json', '--lang', 'en');
    expect((await check({}, '-f', 'json', '--lang', 'sv')).stdout).toBe(english.stdout);
    const [header = '', ...rows] = FOLDER['statistics.csv'].trimEnd().split('\n');
    const turned = await checked({ 'statistics.csv': [header, ...rows.reverse(), ''].join('\n') });
    expect(turned.coverage).toEqual(JSON.parse(english.stdout).coverage);
  });
});
