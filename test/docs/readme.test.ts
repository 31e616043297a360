import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/commands.ts';
import { EXIT } from '../../src/cli/exit.ts';
import type { ComparedRow } from '../../src/domain/comparison.ts';
import { SCHEMA_NAMES } from '../../src/domain/schema-name.ts';
import { en } from '../../src/messages/en.ts';
import { type ColumnSpec, TABLES } from '../../src/read/columns.ts';
import { parseSettings } from '../../src/read/settings.ts';
import { FORMATS } from '../../src/render/render.ts';
import { type Files, ROOT, type RunResult, runResurs } from '../harness.ts';

// README and the other documents are held to the program: what they name exists, and what exists is named.

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesIn('docs', '.md')];
const EXAMPLE = 'fixtures/example';
const SWEDISH = '## Vad har ändrats, och varför? (på svenska)';
const readme = read('README.md');
const model = read('docs/model.md');

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .sort();
}

/** What stands below a heading, up to the next heading of any level. */
function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  expect(start, `the heading «${heading}»`).toBeGreaterThanOrEqual(0);
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** The rows of the tables in a text, without header and rule; each cell trimmed. */
function tableRows(text: string): string[][] {
  const lines = text.split('\n');
  return lines
    .filter(
      (line, at) => line.startsWith('|') && !/^\|[-:| ]+\|$/.test(line) && !/^\|[-:| ]+\|$/.test(lines[at + 1] ?? ''),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string);
}

function fenced(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, content]) =>
    of === language ? [content as string] : [],
  );
}

/** A command of this program and its arguments, which stand apart by a space: none here has a quotation mark. */
const COMMAND = /^(?:npx resurs|node bin\/resurs\.js|resurs) (.+)$/;

function commandsOf(text: string): string[] {
  return fenced(text, 'sh').flatMap((block) => block.split('\n').filter((line) => COMMAND.test(line)));
}

/** A command that names no folder stands in that of the example, with what an earlier command wrote. */
function runCommand(command: string, beside: Files = {}): Promise<RunResult> {
  const args = command.replace(COMMAND, '$1').split(' ');
  // The folder that init has made is one of the fixtures.
  if (args[0] === 'batch') return runResurs(['batch', `fixtures/${args[1]}`, ...args.slice(2)]);
  return runResurs(args, { cwd: args.includes('--data') ? ROOT : path.join(ROOT, EXAMPLE), beside });
}

/** `8 058.37` as people write it. */
function numberOf(text: string): { value: number; decimals: number } {
  const plain = text.replaceAll(/[ \u00A0]/g, '');
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

describe('the tables of README', () => {
  for (const { table, fileNames, columns } of TABLES) {
    test(`${table}: every column with its Swedish names and its need, and no other`, () => {
      const rows = tableRows(section(readme, `### \`${fileNames[0]}\` or \`${fileNames[1]}\``));
      const specs: Readonly<Record<string, ColumnSpec>> = columns;
      const described = rows.flatMap(([names = '']) => quoted(names));
      expect([...described].sort()).toEqual(Object.keys(specs).sort());
      for (const [names = '', swedish = '', need = '', meaning = ''] of rows) {
        const keys = quoted(names);
        const aliases = keys.flatMap((key) => specs[key]?.aliases ?? []);
        expect(quoted(swedish).sort(), names).toEqual([...aliases].sort());
        if (aliases.length === 0) expect(swedish, names).toBe('same');
        for (const key of keys) expect(need.replace(' ', '-'), key).toBe(specs[key]?.need);
        expect(meaning, names).not.toBe('');
      }
    });
  }

  test('the Swedish columns and files of «Kom igång» are enough for an estimate', async () => {
    const text = section(readme, '## Kom igång (på svenska)');
    const columnsOf = (file: string): string[] => {
      const item = text.split('\n* ').find((part) => part.startsWith(`\`${file}\``)) ?? '';
      return quoted(item.split('.').slice(0, 2).join('.')).slice(1);
    };
    const rows: Readonly<Record<string, string>> = {
      publicerad: '2022-10-28',
      program: 'ETP',
      period: '2023-01',
      deltagare_per_månad: '1 000',
      månad: '2022-01',
      region: 'Nord',
      beslut: '1 000',
      nya_beslut: '100',
      giltig_från: '2022-01',
    };
    const csv = (file: string, more: readonly Readonly<Record<string, string>>[]): string => {
      const columns = columnsOf(file);
      const lines = more.map((own) => columns.map((column) => own[column] ?? rows[column]));
      expect(lines.flat(), file).not.toContain(undefined);
      return [columns, ...lines].map((cells) => cells.join(';')).join('\n');
    };
    const [share, base, collaboration] = quoted(text.split('Måtten heter')[1] ?? '') as [string, string, string];
    const files = {
      'utgiftsprognoser.csv': csv('utgiftsprognoser.csv', [{}]),
      'beslutsstatistik.csv': csv('beslutsstatistik.csv', [{}]),
      'schabloner.csv': csv('schabloner.csv', [
        { mått: share, arbetsmoment: '', värde: '50 %' },
        { mått: base, arbetsmoment: 'bedöma', värde: '2,5' },
        { mått: collaboration, arbetsmoment: 'samråd', värde: '1' },
      ]),
    };
    const result = await runResurs(['estimate', '--month', '2023-01', '-f', 'json'], { files });
    expect(result.stderr).not.toContain('error');
    expect(JSON.parse(result.stdout).totals.at(-1).totalHours).toBe(100 * 2.5 + 50 * 1);
  });
});

describe('the small files of «Kom igång»', () => {
  const [forecasts = '', statistics = '', schablons = ''] = fenced(section(readme, '## Kom igång (på svenska)'), 'csv');
  const files = {
    'utgiftsprognoser.csv': forecasts,
    'beslutsstatistik.csv': statistics,
    'schabloner.csv': schablons,
  };

  test('give the hours that are told, without a warning or a note', async () => {
    const { stdout, stderr } = await runResurs(['estimate', '--month', '2023-01', '-f', 'json'], { files });
    const { totals, notes, warnings } = JSON.parse(stdout);
    expect({ stderr, notes, warnings }).toEqual({ stderr: '', notes: [], warnings: [] });
    const [, told] = /De ger (\d+) timmar för januari 2023/.exec(readme) ?? [];
    expect(totals.at(-1).totalHours).toBeCloseTo(Number(told), 9);
  });

  test('take a scenario of one row', async () => {
    const [header = '', , hours = ''] = schablons.split('\n');
    const scenario = `${header}\n${hours.replace('2,5', '3,5')}\n`;
    const { stdout } = await runResurs(['estimate', '--month', '2023-01', '--scenario', 'tankom.csv', '-f', 'json'], {
      files: { ...files, 'tankom.csv': scenario },
    });
    expect(JSON.parse(stdout).totals.at(-1).totalHours).toBeCloseTo(214 + 50, 9);
  });

  test('are enough for each command that is shown below them, in the folder where they stand', async () => {
    const shown = commandsOf(section(readme, '## Kom igång (på svenska)'));
    expect(shown).toHaveLength(5);
    for (const command of shown) {
      const args = command.replace(COMMAND, '$1').split(' ');
      const { exit, stderr } = await runResurs(args, { files });
      expect({ command, exit, error: stderr.includes('fel:') }).toEqual({ command, exit: EXIT.fine, error: false });
    }
  });

  test('follow a first command that runs on the example', async () => {
    const [, command = ''] =
      /`(resurs estimate --data [^`]+)`/.exec(section(readme, '## Kom igång (på svenska)')) ?? [];
    expect((await runCommand(command)).exit).toBe(EXIT.fine);
  });
});

describe('the mistakes that README names', () => {
  const forecasts = 'published,programme,region,period,decisions_per_month,cost_per_decision\n';
  const folder = {
    'forecasts.csv': `${forecasts}2022-10-28,JOB,Nord,2023-01,1000,\n`,
    'statistics.csv': 'month,programme,region,decisions,new_decisions\n2022-01,JOB,Nord,1000,100\n',
    'schablons.csv':
      'programme,valid_from,measure,step,value\nJOB,2022-01,collaboration_share,,35 %\nJOB,2022-01,base_hours,bedöma,2\nJOB,2022-01,collaboration_hours,samråd,1\n',
  };
  const statistics = folder['statistics.csv'];
  const mistakes: readonly (readonly [string, keyof typeof folder, string | Uint8Array, string])[] = [
    ['a blank', 'statistics.csv', statistics.replace(',1000', ','), 'cell-missing'],
    ['`..`', 'statistics.csv', statistics.replace(',1000', ',..'), 'cell-missing'],
    ['`-`', 'statistics.csv', statistics.replace(',1000', ',-'), 'cell-missing'],
    ['`#SAKNAS!`', 'statistics.csv', statistics.replace(',1000', ',#SAKNAS!'), 'cell-spreadsheet-error'],
    ['`1.234`', 'statistics.csv', statistics.replace(',1000', ',1.234'), 'number-ambiguous'],
    ['`1,234`', 'statistics.csv', statistics.replace(',1000', ',"1,234"'), 'number-ambiguous'],
    ['a share of `35`', 'schablons.csv', folder['schablons.csv'].replace('35 %', '35'), 'share-scale'],
    ['a day in the middle', 'statistics.csv', statistics.replace('2022-01', '2022-01-15'), 'month-not-first-day'],
    ['an unknown region', 'forecasts.csv', folder['forecasts.csv'].replace('Nord', 'Nrod'), 'code-unknown'],
    ['a name in two ways', 'forecasts.csv', folder['forecasts.csv'].replace('JOB', 'Job'), 'key-variant'],
    ['a row twice', 'statistics.csv', `${statistics}2022-01,JOB,Nord,1000,100\n`, 'key-duplicate'],
    ['a row of sums', 'statistics.csv', `${statistics}2022-01,JOB,Summa,1000,100\n`, 'row-total'],
    ['a blank row', 'statistics.csv', statistics.replace('\n2022', '\n\n2022'), 'row-blank'],
    [
      'a nearly known column',
      'forecasts.csv',
      folder['forecasts.csv'].replace('cost_per', 'costs_per'),
      'header-misspelt',
    ],
  ];

  test('the folder without a mistake is sound', async () => {
    const { exit } = await runResurs(['estimate', '--month', '2023-01'], { files: folder });
    expect(exit).toBe(EXIT.fine);
  });

  const encodings: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-16', Buffer.from(`\uFEFF${folder['schablons.csv']}`, 'utf16le')],
    ['Windows-1252', Buffer.from(folder['schablons.csv'], 'latin1')],
    ['a line sep=,', Buffer.from(`sep=,\r\n${folder['schablons.csv']}`)],
  ];

  test.each(encodings)('%s is read as it is', async (_, content) => {
    const args = ['estimate', '--month', '2023-01', '-f', 'csv'];
    const { exit, stdout } = await runResurs(args, { files: { ...folder, 'schablons.csv': content } });
    expect(stdout).toBe((await runResurs(args, { files: folder })).stdout);
    expect(exit).toBe(EXIT.fine);
  });

  test('the problem shown is shown so', async () => {
    const [shown = ''] = fenced(section(readme, '## What is understood, and what is refused'), 'text');
    const files = { ...folder, 'statistics.csv': statistics.replace(',1000', ',1000 st') };
    const { stderr } = await runResurs(['estimate', '--month', '2023-01'], { files });
    expect(shown).toContain('[number-syntax]');
    expect(stderr.split('\n\n').map((part) => `${part.trimEnd()}\n`)).toContain(shown);
  });

  for (const [name, file, content, code] of mistakes) {
    test(`${name} is refused`, async () => {
      const { exit, stderr } = await runResurs(['estimate', '--month', '2023-01'], {
        files: { ...folder, [file]: content },
      });
      expect(exit).toBe(EXIT.refused);
      expect(stderr).toContain(`[${code}]`);
      expect(stderr).toContain(file);
    });
  }
});

describe('the commands of README', () => {
  for (const document of DOCUMENTS) {
    const written: Record<string, string> = {};
    for (const command of commandsOf(read(document))) {
      test(`${document}: ${command}`, async () => {
        const { exit, stderr, ...result } = await runCommand(command, written);
        Object.assign(written, result.written);
        expect({ exit, stderr }).toEqual({ exit: EXIT.fine, stderr: command.includes(' -o ') ? stderr : '' });
      });
    }
  }

  test('there are some, of every command', () => {
    for (const command of COMMAND_NAMES) {
      expect(
        commandsOf(readme).some((line) => line.includes(`resurs ${command} `)),
        command,
      ).toBe(true);
    }
  });

  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const [comparison = ''] = commandsOf(section(readme, '## What changed, and why'));
  const [swedish = ''] = commandsOf(section(readme, SWEDISH));
  test.each([
    ['## Try it', scripts['start'] as string],
    ['## What changed, and why', comparison],
    [SWEDISH, swedish],
  ])('the output shown below «%s» is that of %s, line for line', async (heading, command) => {
    const { stdout } = await runCommand(command);
    const plain = (text: string): string[] => text.replaceAll('\u00A0', ' ').trimEnd().split('\n');
    const [shown = ''] = fenced(section(readme, heading), 'text');
    let rest = plain(stdout);
    for (const part of shown.split('…\n')) {
      const lines = plain(part);
      const at = rest.findIndex((_, start) => lines.every((line, index) => rest[start + index] === line));
      expect(at, part).toBeGreaterThanOrEqual(0);
      rest = rest.slice(at + lines.length);
    }
  });

  test('what was learnt from the comparisons stands in them', async () => {
    const text = section(readme, '## What changed, and why');
    const [lastYear = '', estimated = ''] = commandsOf(text);
    const rowsOf = async (command: string): Promise<ComparedRow[]> =>
      JSON.parse((await runCommand(`${command} --format json`)).stdout).rows;
    const [etp, job] = (await rowsOf(lastYear)) as [ComparedRow, ComparedRow];
    expect(etp.effects.decisions.total).toBeGreaterThan(0);
    expect(etp.effects.newShare.total).toBeGreaterThan(0);
    expect(job.effects.decisions.total).toBeLessThan(0);
    expect(job.effects.baseHoursPerCase.total).toBeGreaterThan(job.change.totalHours / 2);
    const [row] = (await rowsOf(estimated)) as [ComparedRow];
    const told = [row.change.totalHours, row.effects.baseHoursPerCase.total].map(Math.round);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`JOB took ${told[0]} hours more than estimated, ${told[1]} of them`);
    for (const side of [row.to, row.from]) {
      const hours = side.baseHoursPerCase?.toFixed(2) ?? '';
      expect(text).toContain(hours);
      expect(section(readme, SWEDISH)).toContain(hours.replace('.', ','));
    }
  });

  test('the scenario shown in Swedish is read, and changes the hours', async () => {
    const [scenario = ''] = fenced(section(readme, SWEDISH), 'csv');
    const args = ['compare', '--data', EXAMPLE, '--month', '2023-01', '--scenario', 'tankom.csv', '-f', 'json'];
    const { exit, stderr, stdout } = await runResurs(args, { beside: { 'tankom.csv': scenario } });
    expect({ exit, stderr }).toEqual({ exit: EXIT.fine, stderr: '' });
    expect(JSON.parse(stdout).totals.at(-1).change.totalHours).toBeGreaterThan(0);
  });

  test('every flag is named, and no other', async () => {
    const flagsIn = (text: string): string[] => [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag);
    const helps = await Promise.all(COMMAND_NAMES.map((command) => runResurs([command, '--help'])));
    const known = new Set([...helps.flatMap(({ stdout }) => flagsIn(stdout)), '--version']);
    const text = section(readme, '## Commands, flags and formats');
    const rows = tableRows(text);
    const usage = text.slice(0, text.indexOf('\n|'));
    const described = new Set([...flagsIn(usage), ...rows.flatMap(([names = '']) => flagsIn(names))]);
    expect([...described].sort()).toEqual([...known].sort());
    for (const flag of flagsIn(readme)) expect([...known]).toContain(flag);
    for (const flag of flagsIn(model)) expect([...known]).toContain(flag);
  });

  test('every format is named', () => {
    const row = tableRows(section(readme, '## Commands, flags and formats')).find(([name]) =>
      name?.includes('--format'),
    );
    expect(quoted(row?.[1] ?? '').sort()).toEqual(Object.keys(FORMATS).sort());
  });

  test('everything that schema describes is named, and nothing else', () => {
    const rows = tableRows(section(readme, '### For other programs'));
    expect(rows.flatMap(([names = '']) => quoted(names))).toEqual([...SCHEMA_NAMES]);
  });

  test('the exit codes are those of the program', () => {
    const sentence = readme.slice(readme.indexOf('Exit codes: ')).split('\n\n')[0] ?? '';
    expect(quoted(sentence).map(Number)).toEqual(Object.values(EXIT));
  });

  test('the settings shown are sound', async () => {
    const yaml = fenced(readme, 'yaml').find((block) => block.startsWith('language:')) ?? '';
    await expect(parseSettings(new TextEncoder().encode(yaml), 'README.md')).resolves.not.toEqual({});
  });

  test('the npm scripts named exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const own = new Set(['ci', 'link', 'pack', 'install']);
    for (const document of DOCUMENTS) {
      for (const [, run, name] of read(document).matchAll(/\bnpm (run )?([a-z]+)/g)) {
        if (run !== undefined || !own.has(name as string)) expect(Object.keys(scripts), document).toContain(name);
      }
    }
  });
});

interface Trace {
  readonly value: number;
  readonly inputs: readonly Trace[];
  readonly from: { readonly path: string; readonly line: number } | null;
}

describe('the figure worked by hand', () => {
  const text = section(readme, '## One figure by hand');
  const rows = tableRows(text);
  const [command = ''] = commandsOf(text);
  const flagOf = (name: string): string => command.split(`--${name} `)[1]?.split(' ')[0] ?? '';

  /** `forecasts.csv` line 49, `schablons.csv` lines 10, 4, 6, 30: each file and line that the text cites. */
  function citations(cited: string): string[] {
    return [...cited.matchAll(/`(\w+\.csv)`\s+lines?\s+(\d+(?:–\d+)?(?:,\s+\d+(?:–\d+)?)*)/g)].flatMap(
      ([, file, spans]) =>
        (spans as string).split(/,\s+/).flatMap((span) => {
          const [first, last = first] = span.split('–').map(Number) as [number, number?];
          return Array.from({ length: (last as number) - first + 1 }, (_, index) => `${file}:${first + index}`);
        }),
    );
  }

  test('has the numbers of the estimate', async () => {
    const args = ['--data', EXAMPLE, '--month', flagOf('month'), '--format', 'json'];
    const cell = ['--programme', flagOf('programme'), '--region', flagOf('region')];
    const { stdout } = await runResurs(['estimate', ...args, ...cell]);
    const [row] = JSON.parse(stdout).rows as Record<string, number>[];
    const names = {
      D: 'decisions',
      n: 'newShare',
      N: 'newDecisions',
      b: 'baseHoursPerCase',
      B: 'baseHours',
      s: 'collaborationShare',
      K: 'collaborationCases',
      c: 'collaborationHoursPerCase',
      C: 'collaborationHours',
      T: 'totalHours',
    } as const;
    expect(rows.map(([symbol]) => symbol)).toEqual(Object.keys(names));
    for (const [symbol = '', , shown = ''] of rows) {
      const { value, decimals } = numberOf(shown);
      const exact = row?.[names[symbol as keyof typeof names]] as number;
      expect(Math.abs(value - exact), `${symbol} is ${exact}`).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
    }
  });

  test('cites the lines of its explanation, and figures that stand in it', async () => {
    const { stdout } = await runCommand(`${command} --format json`);
    const nodes: Trace[] = [];
    const visit = (node: Trace): void => {
      nodes.push(node);
      for (const input of node.inputs) visit(input);
    };
    visit(JSON.parse(stdout).trace as Trace);
    const lines = new Set(nodes.flatMap(({ from }) => (from === null ? [] : [`${from.path}:${from.line}`])));
    expect([...new Set(citations(text))].sort()).toEqual([...lines].sort());
    const values = nodes.map(({ value }) => value);
    for (const [symbol, , , from = ''] of rows) {
      const formula = from.replaceAll(/\(`[^)]*\)/g, '');
      for (const [figure] of formula.matchAll(/\d[\d. ]*\d|\d/g)) {
        const { value } = numberOf(figure);
        expect(
          values.some((known) => Math.abs(known - value) < 1e-9),
          `${symbol}: ${figure}`,
        ).toBe(true);
      }
    }
  });
});

test('no line of README but those of tables and blocks is longer than 120 characters', () => {
  const prose = readme.replaceAll(/^```[\s\S]*?^```$/gm, '').split('\n');
  expect(prose.filter((line) => line.length > 120 && !line.startsWith('|'))).toEqual([]);
});

test('README advises the format of months that the message on jan-23 does', () => {
  const advised = (text: string): string[] =>
    [...text.matchAll(/format(?:et)? (Text|ÅÅÅÅ-MM)\b/g)].map(([, format]) => format ?? '');
  expect(new Set(advised(readme))).toEqual(new Set(advised(read('src/messages/sv.ts'))));
});

describe('the links', () => {
  for (const document of DOCUMENTS) {
    test(`${document}: every relative link leads somewhere`, () => {
      for (const [, target] of read(document).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target as string)) continue;
        const [file = ''] = (target as string).split('#');
        expect(existsSync(path.join(ROOT, path.dirname(document), file)), target).toBe(true);
      }
    });

    test(`${document}: every file of the project that is named exists`, () => {
      for (const name of quoted(read(document))) {
        if (!/^(?:src|test|docs|bin|fixtures)\/[\w./-]+$/.test(name)) continue;
        expect(existsSync(path.join(ROOT, name)), name).toBe(true);
      }
    });
  }
});

describe('the codes of docs/model.md', () => {
  const named = (heading: string): string[] =>
    tableRows(section(model, heading)).flatMap(([codes = '']) => quoted(codes));
  const found = (method: 'warn' | 'refuse'): string[] => {
    const calls = new RegExp(`\\.${method}\\(\\s*'([a-z-]+)'`, 'g');
    const sources = filesIn('src/model', '.ts').map(read).join('\n');
    return [...new Set([...sources.matchAll(calls)].map(([, code]) => code as string))];
  };

  test('every note is listed, and no other', () => {
    expect(named('## Notes').sort()).toEqual(Object.keys(en.notes).sort());
  });

  test('every warning is listed, and no other', () => {
    // Those of the model, and those that reading finds.
    const ofReading = [
      'optional-cell-error',
      'step-only-regional',
      'hours-large',
      'region-blank',
      'schablons-overlap',
      'share-extreme',
      'step-resembles',
    ];
    expect(named('## Warnings').sort()).toEqual([...found('warn'), ...ofReading].sort());
  });

  test('every problem of the model is listed, and no other', () => {
    expect(named('## Problems of the model').sort()).toEqual(found('refuse').sort());
  });

  test('every code in the text exists', () => {
    const codes = new Set([...Object.keys(en.notes), ...Object.keys(en.problems)]);
    const words = quoted(model).filter((word) => /^[a-z]+(?:-[a-z]+)+$/.test(word));
    expect(words.length).toBeGreaterThan(30);
    for (const word of words) expect([...codes]).toContain(word);
  });
});
