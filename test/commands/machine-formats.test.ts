import { describe, expect, test } from 'vitest';
import { type RunOptions, runResurs } from '../harness.ts';
import { SMALL, smallWith } from './small-folder.ts';

const COMMANDS = [
  ['estimate', ['estimate', '--data', 'fixtures/example', '--from', '2022-12', '--to', '2023-01']],
  ['explain', ['explain', '--data', 'fixtures/example', '--month', '2023-01', '-p', 'UGA', '-r', 'Öst']],
] as const;

const VARIATIONS: Readonly<Record<string, { args?: readonly string[]; options?: RunOptions }>> = {
  'in Swedish': { args: ['--lang', 'sv'] },
  'in English': { args: ['--lang', 'en'] },
  'in a Swedish locale': { options: { env: { LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' } } },
  'in a Turkish locale': { options: { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } } },
  'with RESURS_LANG': { options: { env: { RESURS_LANG: 'sv' } } },
  'with colour forced': { args: ['--color', 'always'], options: { env: { FORCE_COLOR: '3' } } },
  'on a narrow terminal': { options: { isTerminal: true, columns: 20, env: { TERM: 'xterm-256color' } } },
  'on a wide terminal': { options: { isTerminal: true, columns: 400 } },
  quietly: { args: ['-q'] },
};

describe('machine formats are the same bytes', () => {
  for (const [command, args] of COMMANDS) {
    for (const format of ['json', 'csv', 'csv-sv']) {
      for (const [title, { args: more = [], options = {} }] of Object.entries(VARIATIONS)) {
        test(`${command} as ${format} ${title}`, async () => {
          const plain = await runResurs([...args, '-f', format]);
          const varied = await runResurs([...args, '-f', format, ...more], options);
          expect(plain.exit).toBe(0);
          expect(plain.stdout.length).toBeGreaterThan(1_000);
          expect(varied.stdout === plain.stdout).toBe(true);
        });
      }
    }

    test(`${command} as a table is not: it speaks Swedish`, async () => {
      const english = await runResurs(args);
      const swedish = await runResurs([...args, '--lang', 'sv']);
      expect(swedish.stdout).not.toBe(english.stdout);
      expect(swedish.stdout).toContain('handläggningstimmar');
      expect(english.stdout).toContain('handling hours');
    });
  }

  test('warnings and notes within JSON are English in any language', async () => {
    const files = smallWith({
      'schablons.csv':
        'A title\nprogramme,valid_from,measure,step,value\nJOB,2022-01,collaboration_share,,0\nJOB,2022-01,base_hours,a,1\n',
    });
    const args = ['estimate', '--month', '2023-01', '-f', 'json'];
    const english = await runResurs(args, { files });
    const swedish = await runResurs([...args, '--lang', 'sv'], { files });
    const { warnings, notes } = JSON.parse(swedish.stdout);
    expect([warnings.length, notes.length]).toEqual([2, 1]);
    expect(swedish.stdout).toBe(english.stdout);
    expect(swedish.stderr).toMatch(/^2 varningar:/);
  });
});

describe('csv', () => {
  const ESTIMATE_HEADER = [
    'month',
    'programme',
    'region',
    'decisions',
    'newShare',
    'newDecisions',
    'collaborationShare',
    'collaborationCases',
    'baseHoursPerCase',
    'collaborationHoursPerCase',
    'baseHours',
    'collaborationHours',
    'totalHours',
    'forecastPublished',
    'referenceMonth',
  ];
  const EXPLAIN_HEADER = ['level', 'name', 'value', 'unit', 'formula', 'table', 'path', 'line', 'why'];

  for (const [[command, args], header] of [
    [COMMANDS[0], ESTIMATE_HEADER],
    [COMMANDS[1], EXPLAIN_HEADER],
  ] as const) {
    test(`of ${command} has the names of the JSON as header`, async () => {
      const point = (await runResurs([...args, '-f', 'csv'])).stdout;
      const comma = (await runResurs([...args, '-f', 'csv-sv'])).stdout;
      expect(point.split('\r\n')[0]).toBe(header.join(','));
      expect(comma.split('\r\n')[0]).toBe(`\uFEFF${header.join(';')}`);
    });
  }

  test('of estimate has the rows of the JSON, figure by figure', async () => {
    const [, args] = COMMANDS[0];
    const { rows } = JSON.parse((await runResurs([...args, '-f', 'json'])).stdout);
    const read = (text: string, delimiter: string, end: string): unknown[] =>
      text
        .trimEnd()
        .split(end)
        .slice(1)
        .map((line) => {
          const cells = line.split(delimiter);
          return Object.fromEntries(
            ESTIMATE_HEADER.map((key, at) => {
              const cell = cells[at] as string;
              const isText = ['month', 'programme', 'region', 'forecastPublished', 'referenceMonth'].includes(key);
              return [key, isText ? cell : Number(delimiter === ';' ? cell.replace(',', '.') : cell)];
            }),
          );
        });
    expect(read((await runResurs([...args, '-f', 'csv'])).stdout, ',', '\r\n')).toEqual(rows);
    expect(read((await runResurs([...args, '-f', 'csv-sv'])).stdout, ';', '\r\n')).toEqual(rows);
  });

  test('of a national cell leaves the region blank', async () => {
    const files = smallWith({ 'statistics.csv': 'month,programme,decisions,new_decisions\n2022-01,JOB,1200,150\n' });
    const { stdout } = await runResurs(['estimate', '--month', '2023-01', '-p', 'JOB', '-f', 'csv'], { files });
    expect(stdout.split('\r\n')[1]).toMatch(/^2023-01,JOB,,1200,0\.125,150,/);
  });
});

test('X03 a region that a spreadsheet would take for a formula is asked for as the table or as the CSV has it', async () => {
  const files = { ...SMALL, 'statistics.csv': String(SMALL['statistics.csv']).replaceAll('Syd', '=Syd') };
  const args = ['estimate', '--month', '2023-01', '-f', 'csv'];
  const all = await runResurs(args, { files });
  expect(all.stdout).toContain(`"'=Syd"`);
  for (const region of ['=Syd', "'=Syd"]) {
    const { exit, stdout } = await runResurs([...args, '--region', region], { files });
    expect({ exit, rows: stdout.split('\r\n').length }).toEqual({ exit: 0, rows: 4 });
  }
});
