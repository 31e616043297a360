import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES, COMMANDS } from '../../src/cli/commands.ts';
import { argumentRule, VALUE_RULES } from '../../src/cli/completion-rules.ts';
import { FLAGS, spellingOf } from '../../src/cli/flags.ts';
import { METHODS, SIDE_KINDS } from '../../src/domain/comparison.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { SHELLS } from '../../src/domain/shell.ts';
import type { OptionName } from '../../src/messages/catalogue.ts';
import { PROBLEM_FORMS } from '../../src/render/problems.ts';
import { FORMATS } from '../../src/render/render.ts';
import { lines, SMALL, smallWith } from '../commands/small-folder.ts';
import { EXAMPLES, type RunOptions, runResurs } from '../harness.ts';

/** What is offered for the last of the words, without what it means. */
async function offered(words: readonly string[], options: RunOptions = { files: SMALL }): Promise<string[]> {
  const { exit, stdout, stderr } = await runResurs(['__complete', ...words], options);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] as string);
}

const ofExample = (...words: string[]) => offered(words, { cwd: EXAMPLES.en });
const ofSwedish = (...words: string[]) => offered(words, { cwd: EXAMPLES.sv });
const ofSmall = (...words: string[]) => offered(words);

const REGIONS = ['Nord', 'Mitt', 'Stockholm Gotland', 'Öst', 'Väst', 'Syd'];

describe('every command and option has its rule', () => {
  test.each(COMMAND_NAMES)('%s is offered, and each of its options', async (command) => {
    expect(await ofSmall('')).toContain(command);
    const options = [...COMMANDS[command].options, ...COMMANDS[command].general];
    expect(await ofSmall(command, '-')).toEqual(options.map((option) => spellingOf(option).long));
  });

  test.each(Object.keys(FLAGS) as OptionName[])(
    '%s offers values, unless it takes a limit or nothing',
    async (option) => {
      const command = COMMAND_NAMES.find((name) =>
        [...COMMANDS[name].options, ...COMMANDS[name].general].includes(option),
      );
      const { long, hasValue } = spellingOf(option);
      expect(VALUE_RULES[option]).toBeTypeOf('function');
      const values = await ofExample(command ?? 'estimate', `${long}=`);
      const isFree = FLAGS[option].endsWith('<limit>');
      expect(values.length > 0, values.join(' ')).toBe(hasValue && !isFree);
    },
  );

  test.each(COMMAND_NAMES)('the argument of %s is one of its words, a folder or a file', async (command) => {
    const { argument } = COMMANDS[command];
    if (argument === null) {
      expect(await ofSmall(command, '')).toEqual(await ofSmall(command, '--'));
      return;
    }
    // An argument that is neither a path nor lists its words would be completed with files.
    expect(argument.words !== undefined || /^(?:DIR|PLAN|.*\.json)$/.test(argument.name), argument.name).toBe(true);
    expect(argumentRule(argument)).toBeTypeOf('function');
    expect((await ofSmall(command, '')).length).toBeGreaterThan(0);
  });
});

describe('words of the program', () => {
  const LISTS: readonly (readonly [string, string, readonly string[]])[] = [
    ['estimate', '--format', Object.keys(FORMATS)],
    ['estimate', '--lang', LANGUAGES],
    ['estimate', '--problems', PROBLEM_FORMS],
    ['estimate', '--color', ['auto', 'always', 'never']],
    ['compare', '--of', SIDE_KINDS],
    ['compare', '--method', METHODS],
  ];
  test.each(LISTS)('%s %s', async (command, option, words) => {
    expect(await ofSmall(command, option, '')).toEqual(words);
    expect(await ofSmall(command, `${option}=`)).toEqual(words.map((word) => `${option}=${word}`));
    const [first = ''] = words;
    expect(await ofSmall(command, option, first.slice(0, 2).toUpperCase())).toContain(first);
  });

  test('commands, by their beginning, also behind options and after help', async () => {
    expect(await ofSmall('')).toEqual(COMMAND_NAMES);
    expect(await ofSmall('est')).toEqual(['estimate']);
    expect(await ofSmall('--data', 'x', 'est')).toEqual(['estimate']);
    expect(await ofSmall('help', 'est')).toEqual(['estimate']);
    expect(await ofSmall('frobnicate')).toEqual([]);
    expect(await ofSmall('frobnicate', '')).toEqual([]);
  });

  test('options that may be given once are not offered again; those that may be repeated are', async () => {
    const options = await ofSmall('estimate', '--month', '2023-01', '-q', '-r', 'Syd', '--');
    expect(options).not.toContain('--month');
    expect(options).not.toContain('--quiet');
    expect(options).toContain('--region');
    expect(options).toContain('--from');
    expect(await ofSmall('estimate', '--mo')).toEqual(['--month']);
    expect(await ofSmall('explain', '--fr')).toEqual([]);
    expect(await ofSmall('estimate', '-r')).toEqual(['-r']);
    expect(await ofSmall('--')).toEqual(['--version', '--help']);
  });

  test('where no word can follow, none is offered', async () => {
    expect(await ofSmall('estimate', 'x')).toEqual([]);
    expect(await ofSmall('estimate', '--max-increase', '')).toEqual([]);
    expect(await ofSmall('estimate', '--', '--mo')).toEqual([]);
    expect(await ofSmall('completion', 'bash', 'z')).toEqual([]);
    expect(await ofSmall('completion', 'z')).toEqual(['zsh']);
  });

  test('with what they mean, in the language of the line', async () => {
    const { stdout } = await runResurs(['__complete', '--lang', 'sv', 'est'], { files: SMALL });
    expect(stdout).toMatch(/^estimate\thandläggningstimmarna .+\n$/);
    const english = await runResurs(['__complete', 'est'], { files: SMALL });
    expect(english.stdout).toMatch(/^estimate\tthe handling hours .+\n$/);
  });
});

describe('files and folders are left to the shell', () => {
  test.each([
    [['estimate', '--data', ''], ':folders'],
    [['init', ''], ':folders'],
    [['verify', 'sav'], ':files'],
    [['estimate', '-o', ''], ':files'],
    [['estimate', '--scenario', ''], ':files'],
    [['estimate', '--statistics', ''], ':files'],
    [['compare', '--with', 'sav'], ':files'],
  ])('%j', async (words, directive) => {
    expect(await ofSmall(...words)).toEqual([directive]);
  });

  test('with what stands before them in the word', async () => {
    const { stdout } = await runResurs(['__complete', 'estimate', '--out=ho'], { files: SMALL });
    expect(stdout).toBe(':files\t--out=\n');
  });
});

describe('names of the data', () => {
  test('from the statistics, from a table of codes with its names, without regard to case', async () => {
    expect(await ofExample('estimate', '--region', '')).toEqual(REGIONS);
    expect(await ofExample('estimate', '--region', 'ST')).toEqual(['Stockholm Gotland']);
    expect(await ofExample('estimate', '--region', 'ö')).toEqual(['Öst']);
    expect(await ofExample('estimate', '--region', 'O\u0308')).toEqual(['Öst']);
    expect(await ofExample('estimate', '--region=v')).toEqual(['--region=Väst']);
    expect(await ofExample('estimate', '-rv')).toEqual(['-rVäst']);
    expect(await ofExample('estimate', '-qr', 'v')).toEqual(['Väst']);
    expect(await ofExample('explain', '-p', '')).toEqual(['JOB', 'UGA', 'ETP']);
    const { stdout } = await runResurs(['__complete', 'explain', '-p', 'u'], { cwd: EXAMPLES.en });
    expect(stdout).toBe('UGA\tJobbgarantin för ungdomar\n');
    expect(await ofSmall('estimate', '-p', '')).toEqual(['JOB', 'UGA']);
  });

  test('of a Swedish folder in Windows-1252 or UTF-16 as of one in UTF-8', async () => {
    expect(await ofSwedish('estimate', '--region', '')).toEqual(REGIONS);
    const table = 'månad;program;region;beslut;nya_beslut\r\n2022-01;JOB;Öst;1 000;10\r\n2022-01;JOB;Väst;1 000;10\r\n';
    for (const bytes of [Buffer.from(table, 'latin1'), Buffer.from(`\uFEFF${table}`, 'utf16le')]) {
      const files = { 'beslutsstatistik.csv': bytes };
      expect(await offered(['estimate', '--region', ''], { files })).toEqual(['Öst', 'Väst']);
    }
  });

  test('the last of a list, and none twice', async () => {
    expect(await ofExample('estimate', '--programme', 'JOB,E')).toEqual(['JOB,ETP']);
    expect(await ofExample('estimate', '--programme=JOB,')).toEqual(['--programme=JOB,UGA', '--programme=JOB,ETP']);
    expect(await ofExample('estimate', '-p', 'JOB', '-p', 'UGA, ')).toEqual(['UGA, ETP']);
    expect(await ofExample('estimate', '-r', 'Syd,stock')).toEqual(['Syd,Stockholm Gotland']);
  });

  const WHERE: readonly (readonly [string, readonly string[], RunOptions])[] = [
    ['-d', ['estimate', '-d', EXAMPLES.en, '-r', 'st'], {}],
    ['-d in one word', ['estimate', `-d${EXAMPLES.en}`, '-r', 'st'], {}],
    ['--data=', ['estimate', `--data=${EXAMPLES.en}`, '-r', 'st'], {}],
    ['--data before the command', ['--data', EXAMPLES.en, 'estimate', '-r', 'st'], {}],
    ['~', ['estimate', '--data', '~/example', '-r', 'st'], { env: { HOME: `${EXAMPLES.en}/..` } }],
    ['RESURS_DATA', ['estimate', '-r', 'st'], { env: { RESURS_DATA: EXAMPLES.en } }],
    ['--statistics', ['estimate', '--statistics', `${EXAMPLES.en}/statistics.csv`, '-r', 'st'], {}],
    ['resurs.yaml', ['estimate', '-r', 'st'], { files: { 'resurs.yaml': `data: ${EXAMPLES.en}\n` } }],
  ];
  test.each(WHERE)('where the folder is said by %s', async (_, words, options) => {
    expect(await offered(words, options)).toEqual(['Stockholm Gotland']);
  });

  test('from a table of regions, and never the nation', async () => {
    const files = smallWith({
      'regions.csv': lines(
        'code,region,name',
        '0180,Stockholm Gotland,Stockholm',
        '0980,Stockholm Gotland,Gotland',
        '01,Nord,',
      ),
    });
    expect(await offered(['estimate', '-r', ''], { files })).toEqual(['Stockholm Gotland', 'Nord']);
    const national = smallWith({
      'statistics.csv': lines(
        'month,programme,region,decisions,new_decisions',
        '2022-01,JOB,Riket,1,1',
        '2022-01,JOB,,1,1',
        '2022-01,JOB,Summa,1,1',
        '2022-01,JOB,Syd,1,1',
      ),
    });
    expect(await offered(['estimate', '-r', ''], { files: national })).toEqual(['Syd']);
  });

  test('with signs of a shell as they are; what would act on a terminal or cannot be typed is left out', async () => {
    const names = [
      '$(touch x)',
      '`id`',
      "it's",
      'a "b" c',
      'x;y|z',
      '*',
      '-rf',
      '\\n',
      ':files',
      ' \u001B[31mred',
      'a\u202Eb',
      'a\tb',
      '"one, two"',
      '"two\nlines"',
    ];
    const quoted = (name: string): string =>
      name.includes('"') && !name.startsWith('"') ? `"${name.replaceAll('"', '""')}"` : name;
    const rows = names.map((name) => `2022-01,JOB,${quoted(name)},1,1`);
    const files = { 'statistics.csv': lines('month,programme,region,decisions,new_decisions', ...rows) };
    const shown = await offered(['estimate', '-r', ''], { files });
    expect(shown).toEqual(['$(touch x)', '`id`', "it's", 'a "b" c', 'x;y|z', '*', '-rf', '\\n']);
  });
});

describe('months and days of the data', () => {
  test('estimate, explain and check: those of the forecasts, quarters and years as their months', async () => {
    for (const command of ['estimate', 'explain', 'check']) {
      expect(await ofSmall(command, '--month', ''), command).toEqual(['2023-01', '2023-02']);
    }
    const forecasts = lines(
      'published,programme,period,decisions_per_month',
      '2022-10-28,JOB,2024,1',
      '2022-10-28,JOB,2023-Q4,1',
    );
    const files = smallWith({ 'forecasts.csv': forecasts });
    const months = await offered(['estimate', '--from', ''], { files });
    expect(months).toHaveLength(15);
    expect([months[0], months.at(-1)]).toEqual(['2023-10', '2024-12']);
    expect(await offered(['estimate', '--from', '2024-11', '--to', ''], { files })).toEqual(['2024-11', '2024-12']);
  });

  test('compare: those of the statistics as well', async () => {
    expect(await ofSmall('compare', '--month', '')).toEqual(['2022-01', '2022-02', '2023-01', '2023-02']);
  });

  test('the other side: its forms, then the months or days of the form', async () => {
    expect(await ofSmall('compare', '--with', '')).toEqual([
      'last-year',
      'outcome:',
      'estimate',
      'estimate:',
      'as-of:',
      ':files',
    ]);
    expect(await ofSmall('compare', '--with', 'outcome:2022-0')).toEqual(['outcome:2022-01', 'outcome:2022-02']);
    expect(await ofSmall('compare', '--with=estimate:')).toEqual([
      '--with=estimate:2023-01',
      '--with=estimate:2023-02',
    ]);
    expect(await ofSmall('compare', '--with', 'as-of:2022-1')).toEqual(['as-of:2022-10-28']);
    expect(await ofSmall('estimate', '--as-of', '')).toEqual(['2022-06-30', '2022-10-28']);
  });
});

describe('data that cannot be read has nothing to offer, and nothing to say', () => {
  const BROKEN: readonly (readonly [string, RunOptions])[] = [
    ['no folder', { env: { RESURS_DATA: '/nowhere/at/all' } }],
    ['an empty folder', { files: {} }],
    ['settings that are none', { files: smallWith({ 'resurs.yaml': 'colour: [' }) }],
    ['an empty table', { files: smallWith({ 'statistics.csv': '', 'forecasts.csv': '' }) }],
    ['a workbook', { files: smallWith({ 'statistics.csv': 'PK\u0003\u0004x', 'forecasts.csv': 'PK\u0003\u0004x' }) }],
    ['another table', { files: smallWith({ 'statistics.csv': 'a;b\n1;2\n', 'forecasts.csv': 'a;b\n1;2\n' }) }],
  ];
  test.each(BROKEN)('%s', async (_, options) => {
    for (const option of ['--region', '--programme', '--month', '--as-of']) {
      expect(await offered(['estimate', option, ''], options), option).toEqual([]);
    }
    expect(await offered(['compare', '--with', 'outcome:'], options)).toEqual([]);
    // The program's own words need no data.
    expect(await offered(['estimate', '--lang', ''], options)).toEqual(LANGUAGES);
  });

  test('a table on standard input is not waited for', async () => {
    const stdin = SMALL['statistics.csv'] as string;
    expect(await offered(['estimate', '--statistics', '-', '-r', ''], { files: SMALL, stdin })).toEqual([]);
  });

  test('one broken table does not hide another', async () => {
    const files = smallWith({ 'forecasts.csv': 'a;b\n1;2\n' });
    expect(await offered(['compare', '--month', ''], { files })).toEqual(['2022-01', '2022-02']);
  });

  test('a row that is no row is passed over', async () => {
    const files = smallWith({ 'statistics.csv': `${SMALL['statistics.csv']}2022-02,JOB,"Väst,1,1\n` });
    expect(await offered(['estimate', '-r', ''], { files })).toEqual(['Nord', 'Syd']);
  });

  test('of a very large table only the beginning is read, up to a whole line', async () => {
    const row = '2022-01,JOB,Öst,800,100\n';
    const many = row.repeat(Math.ceil((4 * 1024 * 1024) / Buffer.byteLength(row)));
    const table = `month,programme,region,decisions,new_decisions\n${many}2022-01,JOB,Late,1,1\n`;
    expect(await offered(['estimate', '-r', ''], { files: { 'statistics.csv': table } })).toEqual(['Öst']);
    expect(await offered(['estimate', '-r', ''], { files: { 'statistics.csv': table.slice(0, 2000) } })).toEqual([
      'Öst',
    ]);
  });

  test('a line that makes no sense', async () => {
    for (const words of [
      [],
      ['--'],
      ['-', '-', '-'],
      ['--=', '='],
      ['--region'],
      ['estimate', '--nonsense=', 'x'],
      ['\0', '\uD800'],
    ]) {
      const { exit, stderr } = await runResurs(['__complete', ...words], { files: SMALL });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    }
  });
});

describe('completion SHELL', () => {
  test.each(SHELLS)('%s: a script that asks the program', async (shell) => {
    const { exit, stdout, stderr } = await runResurs(['completion', shell], { files: {} });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('resurs __complete');
    expect(stdout).not.toMatch(/\beval\b|compgen -W/);
    // The program knows the words, the script none of them.
    for (const word of [...COMMAND_NAMES, '--[a-z]+', 'json']) {
      if (word !== 'completion')
        expect(stdout.split('\n').filter((line) => !line.includes('# '))).not.toContainEqual(
          expect.stringMatching(new RegExp(`(?<![\\w-])${word}\\b`)),
        );
    }
  });

  test('another shell is refused with a suggestion', async () => {
    const near = await runResurs(['completion', 'fsh'], { files: {} });
    expect(near).toMatchObject({ exit: 2, stdout: '' });
    expect(near.stderr).toContain('there is no completion for fsh');
    expect(near.stderr).toContain('Did you mean fish?');
    const far = await runResurs(['completion', 'powershell', '--lang', 'sv'], { files: {} });
    expect(far.stderr).toContain('Välj bash, zsh eller fish.');
    expect((await runResurs(['completion', ''], { files: {} })).exit).toBe(2);
    expect((await runResurs(['completion'], { files: {} })).stderr).toContain('SHELL is missing');
  });

  test('__complete is not shown in help', async () => {
    expect((await runResurs(['--help'], { files: {} })).stdout).not.toContain('__complete');
  });
});
