import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { lines, SMALL, smallWith } from '../commands/small-folder.ts';
import { type Files, runResurs } from '../harness.ts';

const JANUARY = ['estimate', '--month', '2023-01'];
const COMPARE = ['compare', '--month', '2023-01'];

const SCENARIO = 'programme,valid_from,measure,step,value,source\nJOB,2022-01,base_hours,assess,3.5,what if\n';

/** The small folder and an estimate that was saved of it; the file of a scenario is gone since. */
async function withSaved({ scenario = false }, ...args: string[]): Promise<Files> {
  const options = { files: { ...SMALL, 'what-if.csv': SCENARIO }, stdin: SMALL['statistics.csv'] as string };
  const more = scenario ? ['--scenario', 'what-if.csv'] : [];
  const { stdout } = await runResurs([...JANUARY, '-f', 'json', ...more, ...args], options);
  return { ...SMALL, 'saved.json': stdout };
}

interface Misuse {
  readonly title: string;
  readonly args: readonly string[];
  readonly files?: Files;
  readonly env?: Readonly<Record<string, string>>;
  /** What the message and the hint say, in this order. */
  readonly says: readonly string[];
}

/** Lines of a message are wrapped: a sentence is compared as one line. */
const asOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

const MISUSES: readonly Misuse[] = [
  {
    title: 'option-of-plan',
    args: ['batch', 'plan.yaml', '--region', 'Nord'],
    says: ['--region belongs to the jobs of the plan', 'Write region: below with:'],
  },
  {
    title: 'summary-unfit',
    args: ['batch', 'plan.yaml', '-o', 'no/such/s.md'],
    files: { ...SMALL, 'plan.yaml': 'version: 1\njobs: [{name: a, command: estimate, with: {month: 2023-01}}]\n' },
    says: [
      '--out no/such/s.md: the summary cannot go there: there is no such folder',
      'Choose another name with --out',
    ],
  },
  { title: 'command-unknown, near one', args: ['estmate'], says: ['no command estmate', 'Did you mean estimate?'] },
  { title: 'command-unknown, capitals', args: ['Explain'], says: ['no command Explain', 'Did you mean explain?'] },
  { title: 'command-unknown, far', args: ['frobnicate'], says: ['no command frobnicate', 'resurs --help'] },
  {
    title: 'command-unknown, with the options of a command',
    args: ['estimat', '--month', '2023-01'],
    says: ['no command estimat', 'Did you mean estimate?'],
  },
  {
    title: 'option-unknown, near one',
    args: ['estimate', '--mnth', '2023-01'],
    says: ['no option --mnth', 'Did you mean --month?'],
  },
  {
    title: 'option-unknown, cut',
    args: [...JANUARY, '--stric'],
    says: ['no option --stric', 'Did you mean --strict?'],
  },
  { title: 'option-unknown, help', args: ['estimate', '--hepl'], says: ['no option --hepl', 'Did you mean --help?'] },
  { title: 'option-unknown, far', args: [...JANUARY, '--frobnicate'], says: ['no option --frobnicate', 'Add --help'] },
  { title: 'option-unknown, a letter', args: [...JANUARY, '-x'], says: ['no option -x', 'Add --help'] },
  {
    title: 'option-unknown, of another command',
    args: ['explain', '--from', '2023-01'],
    says: ['no option --from'],
  },
  { title: 'option-unknown, without a command', args: ['--bogus'], says: ['no option --bogus'] },
  { title: 'option-lacks-value, at the end', args: ['estimate', '--month'], says: ['--month needs a value'] },
  {
    title: 'option-lacks-value, followed by another',
    args: ['estimate', '--month', '--strict'],
    says: ['--month needs a value'],
  },
  { title: 'command-missing', args: ['--month', '2023-01'], says: ['the command is missing', 'resurs estimate'] },
  { title: 'option-twice', args: [...JANUARY, '--month', '2023-02'], says: ['--month is given twice'] },
  { title: 'option-lacks-value, short', args: [...JANUARY, '-o'], says: ['--out needs a value'] },
  { title: 'option-lacks-value, no region', args: [...JANUARY, '--region', ''], says: ['--region needs a value'] },
  { title: 'option-lacks-value, no programme', args: [...JANUARY, '-p', ' , '], says: ['--programme needs a value'] },
  { title: 'option-lacks-value, no folder', args: [...JANUARY, '--data', ''], says: ['--data needs a value'] },
  {
    title: 'argument-unexpected',
    args: [...JANUARY, '--region', 'Stockholm', 'Gotland'],
    says: ['Gotland was not expected here', '--region "Stockholm Gotland"'],
  },
  { title: 'argument-unexpected, a command', args: ['explain', 'estimate'], says: ['estimate was not expected here'] },
  {
    title: 'option-value, month',
    args: ['estimate', '--month', '2023-13'],
    says: ['--month 2023-13', 'month', '2023-01'],
  },
  {
    title: 'option-value, a day for a month',
    args: ['estimate', '--month', '2023-01-15'],
    says: ['--month 2023-01-15', 'month'],
  },
  {
    title: 'option-value, quarter for a month',
    args: ['estimate', '--from', '2023-Q1', '--to', '2023-03'],
    says: ['--from 2023-Q1', 'month'],
  },
  {
    title: 'option-value, day',
    args: [...JANUARY, '--as-of', '2022-02-29'],
    says: ['--as-of 2022-02-29', 'date', '2022-10-28'],
  },
  {
    title: 'option-value, programme near one',
    args: [...JANUARY, '-p', 'JOBB'],
    says: ['--programme JOBB', 'no such programme', 'JOB'],
  },
  {
    title: 'option-value, programme far',
    args: [...JANUARY, '-p', 'XYZ'],
    says: ['--programme XYZ', 'Choose JOB or UGA.'],
  },
  {
    title: 'option-value, region near one',
    args: [...JANUARY, '-r', 'Nrod'],
    says: ['--region Nrod', 'no such region', 'Did you mean Nord?'],
  },
  {
    title: 'option-value, region far',
    args: [...JANUARY, '-r', 'Mitt'],
    says: ['--region Mitt', 'Choose Nord or Syd.'],
  },
  {
    title: 'option-value, region where there is none',
    args: [...JANUARY, '-r', 'Syd'],
    files: smallWith({
      'statistics.csv': lines('month,programme,decisions,new_decisions', '2022-01,JOB,1200,125', '2022-01,UGA,300,75'),
    }),
    says: ['--region Syd', 'The data holds no regions.'],
  },
  {
    title: 'option-value, format near one',
    args: [...JANUARY, '-f', 'jsn'],
    says: ['--format jsn', 'no such format', 'Did you mean json?'],
  },
  {
    title: 'option-value, format far',
    args: [...JANUARY, '-f', 'pdf'],
    says: ['--format pdf', 'Choose table, markdown, json, csv or csv-sv.'],
  },
  {
    title: 'option-value, language',
    args: [...JANUARY, '--lang', 'swedish'],
    says: ['--lang swedish', 'no such language', 'Choose en or sv.'],
  },
  {
    title: 'option-value, colour near one',
    args: [...JANUARY, '--color', 'allways'],
    says: ['--color allways', 'Did you mean always?'],
  },
  {
    title: 'option-value, colour where nothing is painted',
    args: [...JANUARY, '--color', 'sometimes', '-o', 'a.json'],
    says: ['--color sometimes', 'Choose auto, always or never.'],
  },
  {
    title: 'option-value, RESURS_FORMAT',
    args: JANUARY,
    env: { RESURS_FORMAT: 'jsn' },
    says: ['RESURS_FORMAT jsn', 'Did you mean json?'],
  },
  {
    title: 'option-value, RESURS_LANG',
    args: JANUARY,
    env: { RESURS_LANG: 'no' },
    says: ['RESURS_LANG no', 'en or sv'],
  },
  {
    title: 'option-value, RESURS_COLOR',
    args: [...JANUARY, '-o', 'a.json'],
    env: { RESURS_COLOR: 'nevr' },
    says: ['RESURS_COLOR nevr', 'Did you mean never?'],
  },
  { title: 'option-missing, no month', args: ['estimate'], says: ['--month is needed', '--from 2023-01'] },
  { title: 'option-missing, the end', args: ['estimate', '--from', '2023-01'], says: ['--to is needed'] },
  { title: 'option-missing, the start', args: ['estimate', '--to', '2023-01'], says: ['--from is needed'] },
  { title: 'option-missing, explain without month', args: ['explain', '-p', 'JOB'], says: ['--month is needed'] },
  {
    title: 'option-missing, explain without programme',
    args: ['explain', '--month', '2023-01'],
    says: ['--programme is needed'],
  },
  {
    title: 'options-conflict, --from',
    args: [...JANUARY, '--from', '2023-01', '--to', '2023-02'],
    says: ['--month and --from cannot go together'],
  },
  {
    title: 'options-conflict, --to',
    args: [...JANUARY, '--to', '2023-02'],
    says: ['--month and --to cannot go together'],
  },
  {
    title: 'month-unused',
    args: ['batch', 'plan.yaml', '--month', '2023-02'],
    files: { ...SMALL, 'plan.yaml': 'version: 1\njobs: [{name: a, command: estimate, with: {month: 2023-01}}]\n' },
    says: ['--month is of use to no job', 'take month: out of the plan'],
  },
  {
    title: 'package-elsewhere',
    args: ['schema', 'datapackage', '-o', 'elsewhere/datapackage.json'],
    says: ['elsewhere/datapackage.json would not stand in the data folder', 'Write it into the data folder.'],
  },
  {
    title: 'months-reversed',
    args: ['estimate', '--from', '2023-02', '--to', '2023-01'],
    says: ['--from 2023-02 is after --to 2023-01', 'Swap'],
  },
  {
    title: 'one-cell-only, programmes',
    args: ['explain', '--month', '2023-01', '-p', 'JOB,UGA', '-r', 'Nord'],
    says: ['one cell', '--programme takes one value'],
  },
  {
    title: 'one-cell-only, regions',
    args: ['explain', '--month', '2023-01', '-p', 'JOB', '-r', 'Nord', '-r', 'Syd'],
    says: ['one cell', '--region takes one value'],
  },
  {
    title: 'region-needed',
    args: ['explain', '--month', '2023-01', '-p', 'JOB'],
    says: ['JOB is estimated per region', 'Add --region with Nord or Syd.'],
  },
  {
    title: 'argument-unexpected, a folder of two words',
    args: ['init', 'my', 'folder'],
    says: ['folder was not expected here', 'quotation marks'],
  },
  { title: 'option-lacks-value, no new folder', args: ['init', ''], says: ['DIR needs a value'] },
  {
    title: 'folder-occupied',
    args: ['init'],
    says: [
      'this folder already has forecasts.csv, schablons.csv and statistics.csv; nothing was written',
      'resurs init example',
    ],
  },
  {
    title: 'option-missing, compare without month',
    args: ['compare', '--with', 'estimate'],
    says: ['--month is needed'],
  },
  {
    title: 'option-value, a side near one',
    args: [...COMPARE, '--with', 'lastyear'],
    says: ['--with lastyear', 'a side to compare with', 'Did you mean last-year?'],
  },
  {
    title: 'option-value, a side far',
    args: [...COMPARE, '--with', 'förra året'],
    says: ['--with förra året', 'last-year, outcome:2022-01,', 'or saved.json'],
  },
  {
    title: 'option-value, the kind of a side near one',
    args: [...COMPARE, '--of', 'outcom'],
    says: ['--of outcom', 'Did you mean outcome?'],
  },
  {
    title: 'option-value, the kind of a side far',
    args: [...COMPARE, '--of', 'utfall'],
    says: ['--of utfall', 'Choose outcome or estimate.'],
  },
  {
    title: 'option-value, method',
    args: [...COMPARE, '--method', 'laspeyres'],
    says: ['--method laspeyres', 'no such method', 'Choose shapley or lmdi.'],
  },
  {
    title: 'option-value, a limit without its unit',
    args: [...COMPARE, '--max-increase', '10'],
    says: ['--max-increase 10', 'a limit was expected', '10% or 500h'],
  },
  {
    title: 'option-value, a limit below nothing',
    args: [...COMPARE, '--max-decrease=-10%'],
    says: ['--max-decrease -10%', 'a limit was expected'],
  },
  {
    title: 'options-conflict, a scenario with another side',
    args: [...COMPARE, '--scenario', 'x.csv', '--with', 'estimate'],
    says: ['--scenario and --with cannot go together', 'compared with the estimate without it'],
  },
  {
    title: 'options-conflict, a scenario of an outcome',
    args: [...COMPARE, '--scenario', 'x.csv', '--of', 'outcome'],
    says: ['--scenario and --of outcome cannot go together', 'compared with the estimate without it'],
  },
  {
    title: 'option-unknown, the range of an estimate',
    args: ['compare', '--from', '2023-01', '--to', '2023-02'],
    says: ['no option --from'],
  },
  {
    title: 'option-value, a schema',
    args: ['schema', 'statistic'],
    says: ['schema statistic: there is no such schema', 'Did you mean statistics?'],
  },
  {
    title: 'option-value, a schema like no other',
    args: ['schema', 'x'],
    says: ['Choose forecasts, statistics', 'datapackage, settings, plan, estimate'],
  },
  {
    title: 'options-conflict, a schema that is the same whatever the data',
    args: ['schema', 'estimate', '--data', '.'],
    says: ['--data and schema estimate cannot go together', 'Only resurs schema datapackage reads a data folder'],
  },
  {
    title: 'options-conflict, the list of schemas',
    args: ['schema', '--data', '.'],
    says: ['--data and schema cannot go together'],
  },
  { title: 'argument-unexpected, two schemas', args: ['schema', 'check', 'verify'], says: ['verify was not expected'] },
  { title: 'option-unknown, a schema', args: ['schema', 'check', '--format', 'json'], says: ['no option --format'] },
  {
    title: 'file-outside-package',
    args: ['schema', 'datapackage', '--data', 'data'],
    files: { ...SMALL, 'data/resurs.yaml': 'statistics: ../statistics.csv\n' },
    says: ['../statistics.csv cannot be in the data package', 'Put the file into the data folder'],
  },
  { title: 'argument-missing', args: ['verify'], says: ['SAVED.json is missing', '--help'] },
  { title: 'option-lacks-value, no saved file', args: ['verify', ''], says: ['SAVED.json needs a value'] },
  {
    title: 'argument-unexpected, two saved files',
    args: ['verify', 'a.json', 'b.json'],
    says: ['b.json was not expected here'],
  },
  { title: 'file-not-found, a saved file', args: ['verify', 'nope.json'], says: ['no file', 'nope.json'] },
  {
    title: 'file-not-found, the other side',
    args: [...COMPARE, '--with', 'nope.json'],
    says: ['no file', 'nope.json'],
  },
  {
    title: 'saved-unreadable, not JSON',
    args: ['verify', 'schablons.csv'],
    says: ['schablons.csv is not JSON', 'resurs estimate -o saved.json'],
  },
  {
    title: 'saved-unreadable, other JSON',
    args: [...COMPARE, '--with', 'package.json'],
    files: smallWith({ 'package.json': '{"name": "x"}' }),
    says: ['package.json is JSON, but no result of resurs', 'resurs estimate -o saved.json'],
  },
  {
    title: 'saved-unreadable, damaged',
    args: ['verify', 'saved.json'],
    files: smallWith({ 'saved.json': '{"formatVersion": 1, "kind": "estimate", "rows": []}' }),
    says: ['saved.json is a result of resurs, but does not hold what resurs writes'],
  },
  {
    title: 'saved-newer',
    args: ['verify', 'saved.json'],
    files: smallWith({ 'saved.json': '{"formatVersion": 2, "kind": "estimate"}' }),
    says: ['saved.json was written by a newer version', 'format 2', 'Install the newer version'],
  },
  {
    title: 'saved-other-kind',
    args: [...COMPARE, '--with', 'saved.json'],
    files: smallWith({ 'saved.json': '{"formatVersion": 1, "kind": "check"}' }),
    says: ['saved.json is a result of resurs check, not an estimate'],
  },
  {
    title: 'saved-input-missing',
    args: ['verify', 'saved.json'],
    files: await withSaved({ scenario: true }),
    says: ['saved.json', 'what-if.csv', 'Put the scenario back'],
  },
  {
    title: 'saved-name-unknown',
    args: ['verify', 'saved.json'],
    files: {
      ...(await withSaved({}, '-r', 'Syd')),
      'statistics.csv': (SMALL['statistics.csv'] as string).replaceAll(/^.*Syd.*\n/gm, ''),
    },
    says: ['saved.json was asked for the region Syd', 'renamed'],
  },
  {
    title: 'saved-narrower',
    args: [...COMPARE, '--with', 'saved.json', '-p', 'UGA'],
    files: await withSaved({}, '-p', 'JOB'),
    says: ['saved.json has no estimate of UGA', 'JOB only'],
  },
  {
    title: 'saved-other-month',
    args: ['compare', '--month', '2023-02', '--with', 'saved.json'],
    files: await withSaved({}),
    says: ['saved.json has no estimate of February 2023', 'It has 2023-01.'],
  },
  {
    title: 'saved-from-standard-input',
    args: ['verify', 'saved.json'],
    files: await withSaved({}, '--statistics', '-'),
    says: ['saved.json cannot be computed anew', 'statistics', 'standard input'],
  },
  { title: 'folder-not-found', args: [...JANUARY, '--data', 'elsewhere'], says: ['no folder elsewhere', '--data'] },
  {
    title: 'folder-not-found, RESURS_DATA',
    args: JANUARY,
    env: { RESURS_DATA: 'nowhere' },
    says: ['no folder nowhere', '--data'],
  },
  {
    title: 'tables-not-found, one',
    args: JANUARY,
    files: smallWith({ 'forecasts.csv': null }),
    says: ['this folder has no forecasts.csv or utgiftsprognoser.csv', '--forecasts'],
  },
  {
    title: 'tables-not-found, all that are missing, and what was perhaps meant',
    args: JANUARY,
    files: smallWith({ 'forecasts.csv': null, 'statistics.csv': null, 'Forecasts.xlsx': 'PK', 'notes.txt': '' }),
    says: [
      'no statistics.csv or beslutsstatistik.csv, no forecasts.csv',
      'It has Forecasts.xlsx. Save the table as CSV',
    ],
  },
  {
    title: 'file-not-found, a table',
    args: [...JANUARY, '--statistics', 'nope.csv'],
    says: ['no file', 'nope.csv', 'spelling'],
  },
  { title: 'file-not-found, a scenario', args: [...JANUARY, '--scenario', 'nope.csv'], says: ['no file', 'nope.csv'] },
  {
    title: 'standard-input-twice',
    args: [...JANUARY, '--statistics', '-', '--forecasts', '-'],
    says: ['standard input (-) can be only one', 'Name a file'],
  },
  {
    title: 'settings-invalid',
    args: JANUARY,
    files: smallWith({ 'resurs.yaml': 'langage: sv\n' }),
    says: ['settings in resurs.yaml', 'line 1: langage is not known (did you mean language?)'],
  },
  {
    title: 'output-format-unknown',
    args: [...JANUARY, '-o', 'hours'],
    says: ['hours does not tell the format', '.txt, .md, .json or .csv'],
  },
  {
    title: 'output-format-conflict',
    args: [...JANUARY, '-o', 'hours.json', '-f', 'csv'],
    says: ['hours.json cannot be written as csv', '--format'],
  },
];

describe('misuse exits 2 with what was expected and how to mend it', () => {
  for (const { title, args, files = SMALL, env = {}, says } of MISUSES) {
    test(title, async () => {
      const { exit, stdout, stderr, written } = await runResurs(args, { files, env });
      expect({ exit, stdout, written }).toEqual({ exit: 2, stdout: '', written: {} });
      const said = asOneLine(stderr);
      let from = 0;
      for (const words of says) {
        const at = said.indexOf(words, from);
        expect(at, `«${words}» in «${said}»`).toBeGreaterThanOrEqual(0);
        from = at;
      }
      expect(said).toMatch(/^error: \S.*[.?] $/);
    });

    test(`${title}, in Swedish`, async () => {
      const { exit, stderr } = await runResurs(args, { files, env: { RESURS_LANG: 'sv', ...env } });
      expect(exit).toBe(2);
      // A wrong language has to be complained of in some language: the default one.
      const isLanguage = args.includes('--lang') || env['RESURS_LANG'] !== undefined;
      expect(asOneLine(stderr)).toMatch(isLanguage ? /^error: / : /^fel: \S.*[.?] $/);
    });
  }

  test('every failure is among them, except those of files that only a disk can provoke', () => {
    const onDisk = [
      'file-changed',
      'file-too-large',
      'file-unreadable',
      'folder-not-made',
      'not-a-file',
      'not-a-folder',
      'output-twice',
      'output-is-input',
      'output-link-broken',
      'output-not-a-file',
      'write-failed',
      'stream-failed',
      'standard-input-terminal',
    ];
    const provoked = MISUSES.map(({ title }) => title.split(',')[0] as string);
    // The bug is provoked below; texts are all that a command line has, other programs may give something else.
    const known = new Set([...provoked, ...onDisk, 'internal', 'option-no-text']);
    expect([...known].sort()).toEqual(Object.keys(en.failures).sort());
  });

  test('a fault that nobody foresaw says so without a stack, and asks for a report', async () => {
    const env = new Proxy<Record<string, string>>(
      {},
      {
        get: () => {
          throw new RangeError('the moon is not made of cheese');
        },
      },
    );
    const { exit, stdout, stderr } = await runResurs(JANUARY, { files: SMALL, env });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(asOneLine(stderr)).toContain(
      'something went wrong inside resurs (RangeError: the moon is not made of cheese) This is a fault in the program.',
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('where several things are wrong, what was typed is told before what is in the files', async () => {
    const broken = smallWith({ 'statistics.csv': 'nonsense\n' });
    const { exit, stderr } = await runResurs(['estimate', '--from', '2023-02', '--to', '2023-01'], { files: broken });
    expect(exit).toBe(2);
    expect(stderr).toContain('--from 2023-02');
  });

  test('values that would act in a terminal are shown, not obeyed', async () => {
    const { stderr } = await runResurs(['estimate', '--month', '\u001B]0;x\u0007\u202E2023'], { files: SMALL });
    expect(stderr).toContain('--month \\x1B]0;x\\x07\\u{202E}2023');
    expect(stderr).not.toMatch(/[\u001B\u0007\u202E]/);
  });
});

describe('what is understood', () => {
  test('options may stand before the command', async () => {
    const usual = await runResurs([...JANUARY, '--lang', 'sv', '-f', 'json'], { files: SMALL });
    expect(usual.exit).toBe(0);
    expect(await runResurs(['--lang', 'sv', ...JANUARY, '-f', 'json'], { files: SMALL })).toEqual(usual);
    expect(await runResurs(['-f', 'json', '--lang=sv', ...JANUARY], { files: SMALL })).toEqual(usual);
  });

  test('a month and a day are written as in the files', async () => {
    const usual = await runResurs([...JANUARY, '--as-of', '2022-12-31'], { files: SMALL });
    expect(usual.exit).toBe(0);
    for (const month of ['202301', '2023M01', '2023-01-01', 'januari 2023', 'Jan 2023', ' 2023-01 ']) {
      const other = await runResurs(['estimate', '--month', month, '--as-of', '20221231'], { files: SMALL });
      expect(other).toEqual(usual);
    }
  });

  test('programmes and regions are repeated or listed with commas, once each, in any order', async () => {
    const of = async (...args: string[]) =>
      (await runResurs([...JANUARY, '-f', 'csv', ...args], { files: SMALL })).stdout;
    const all = await of();
    expect(all.split('\n')).toHaveLength(6);
    expect(await of('-p', 'UGA,JOB', '-r', 'Syd', '-r', 'Nord, Syd')).toBe(all);
    expect(await of('--programme', 'UGA', '--programme', 'JOB', '--region=Nord,Syd')).toBe(all);
    expect((await of('-p', 'UGA', '-r', 'Syd')).split('\n')).toHaveLength(3);
  });

  test('a code stands for its programme', async () => {
    const files = smallWith({ 'programmes.csv': 'code,programme\n70,JOB\n81,UGA\n' });
    const byName = await runResurs([...JANUARY, '-p', 'JOB', '-f', 'json'], { files });
    const byCode = await runResurs([...JANUARY, '-p', '70', '-f', 'json'], { files });
    expect(byCode.exit).toBe(0);
    expect(byCode.stdout).toBe(byName.stdout);
    expect(JSON.parse(byCode.stdout).request.programme).toEqual(['JOB']);
  });
});
