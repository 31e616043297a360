import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHELLS, type Shell } from '../../src/domain/shell.ts';
import { en } from '../../src/messages/en.ts';
import { lines, SMALL } from '../commands/small-folder.ts';
import { ROOT } from '../harness.ts';

// Each shell is installed as help says, typed into in a pseudo-terminal, and what reaches the program is looked at.

const PROMPT = 'READY>';
const HEADER = 'month,programme,region,decisions,new_decisions';
const REGIONS = [
  'Nord',
  'Stockholm Gotland',
  'Öst',
  '$(touch HIT)',
  '`touch HIT`;touch HIT',
  "it's",
  'say "so"',
  'bang!x',
];
/** Left, as often as it takes to stand behind what was typed before it. */
const back = (text: string): string => '\u0002'.repeat(text.length);

interface Typed {
  readonly title: string;
  /** What is typed behind `resurs`; the tabulator key and Return follow. */
  readonly line: string;
  readonly expected: readonly string[];
  readonly not?: Shell;
}

const TYPED: readonly Typed[] = [
  { title: 'a command', line: 'est', expected: ['estimate'] },
  { title: 'an option', line: 'estimate --reg', expected: ['estimate', '--region'] },
  {
    title: 'a name with a space',
    line: 'estimate --region st',
    expected: ['estimate', '--region', 'Stockholm Gotland'],
  },
  { title: 'a name behind =', line: 'estimate --region=stock', expected: ['estimate', '--region=Stockholm Gotland'] },
  {
    title: 'a name in quotation marks',
    line: 'estimate --region "stock',
    expected: ['estimate', '--region', 'Stockholm Gotland'],
  },
  {
    title: 'half a name with a space',
    line: 'estimate -r Stockholm\\ g',
    expected: ['estimate', '-r', 'Stockholm Gotland'],
  },
  { title: 'a letter beyond ASCII', line: 'estimate --region Ös', expected: ['estimate', '--region', 'Öst'] },
  { title: 'that letter as a small one', line: 'estimate --region ös', expected: ['estimate', '--region', 'Öst'] },
  {
    title: 'a command of the shell',
    line: 'estimate --region \\$',
    expected: ['estimate', '--region', '$(touch HIT)'],
  },
  { title: "the same in '", line: "estimate --region '$", expected: ['estimate', '--region', '$(touch HIT)'] },
  { title: 'the same behind =', line: "estimate --region='$", expected: ['estimate', '--region=$(touch HIT)'] },
  { title: 'another', line: 'estimate --region \\`', expected: ['estimate', '--region', '`touch HIT`;touch HIT'] },
  { title: 'an apostrophe', line: 'estimate --region it', expected: ['estimate', '--region', "it's"] },
  { title: "an apostrophe in '", line: "estimate --region 'it", expected: ['estimate', '--region', "it's"] },
  { title: 'quotation marks', line: 'estimate --region say', expected: ['estimate', '--region', 'say "so"'] },
  { title: 'what calls up the history', line: 'estimate --region ban', expected: ['estimate', '--region', 'bang!x'] },
  { title: 'the last of a list', line: 'estimate -p JOB,u', expected: ['estimate', '-p', 'JOB,UGA'] },
  { title: 'a month', line: 'estimate --month 2023-02', expected: ['estimate', '--month', '2023-02'] },
  { title: 'a form with a colon', line: 'compare --with outc', expected: ['compare', '--with', 'outcome:'] },
  {
    title: 'a month behind a colon',
    line: 'compare --with outcome:2022-02',
    expected: ['compare', '--with', 'outcome:2022-02'],
  },
  {
    title: 'a month behind = and a colon',
    line: 'compare --with=outcome:2022-02',
    expected: ['compare', '--with=outcome:2022-02'],
  },
  { title: 'a folder', line: 'check --data oth', expected: ['check', '--data', 'other data'] },
  { title: 'a folder behind =', line: 'check --data=oth', expected: ['check', '--data=other data'] },
  { title: 'a file', line: 'verify saved', expected: ['verify', 'saved one.json'] },
  {
    title: 'a name of the folder that is given',
    line: 'check --data "other data" --region sto',
    expected: ['check', '--data', 'other data', '--region', 'Stora Å'],
  },
  {
    title: 'a name of the folder that is given behind the cursor',
    line: `check --region sto --data "other data"${back(' --data "other data"')}`,
    expected: ['check', '--region', 'Stora Å', '--data', 'other data'],
    // fish hands over the line as far as the cursor only.
    not: 'fish',
  },
  {
    title: 'nothing, where there is no data',
    line: 'check --data nowhere --region x',
    expected: ['check', '--data', 'nowhere', '--region', 'x'],
  },
];

let folder = '';
let home = '';
let environment: NodeJS.ProcessEnv = {};

beforeAll(() => {
  if (!existsSync(path.join(ROOT, 'dist/start.cjs'))) {
    const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: ROOT, encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-shells-'));
  home = path.join(folder, 'home');
  // Where fish finds no completions made from the manual pages, it makes them behind the back of the test, some of them
  // while the folder is taken away.
  const made = ['.local/share', '.cache'].map((place) => `home/${place}/fish/generated_completions`);
  for (const name of ['home/.config/fish/completions', ...made, 'bin', 'work/other data']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  const rows = REGIONS.map(
    (region) => `2022-02,JOB,${region.includes('"') ? `"${region.replaceAll('"', '""')}"` : region},1,1`,
  );
  write('work/statistics.csv', lines(HEADER, ...rows, '2022-01,UGA,Nord,1,1'));
  write('work/forecasts.csv', SMALL['forecasts.csv'] as string);
  write('work/other data/statistics.csv', lines(HEADER, '2022-01,JOB,Stora Å,1,1'));
  write('work/saved one.json', '{}');
  // Completes as the program does, and writes down what it is asked to do.
  const program = `'${process.execPath}' '${ROOT}/bin/resurs.js' "$@"`;
  const record = `for each in "$@"; do printf '%s\\037' "$each"; done >> '${folder}/record'; printf '\\036' >> '${folder}/record'`;
  write('bin/resurs', `#!/bin/sh\ncase "$1" in __complete|completion) exec ${program} ;; esac\n${record}\n`);
  chmodSync(path.join(folder, 'bin/resurs'), 0o755);
  write('home/.bashrc', `PS1='${PROMPT} '\nbind 'set bell-style none'\n`);
  write('home/.zshrc', `PROMPT='${PROMPT} '\n`);
  write('home/.config/fish/config.fish', `function fish_prompt; echo '${PROMPT} '; end\nset -g fish_greeting\n`);
  environment = {
    PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH']}`,
    HOME: home,
    TERM: 'dumb',
    LC_ALL: 'C.UTF-8',
  };
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

/** The bash of a Mac is of 2007. */
const isThere = (command: string): boolean =>
  spawnSync(command, command === 'bash' ? ['-c', '((BASH_VERSINFO[0] > 3))'] : ['--version']).status === 0;

/** Types the lines, and gives the arguments with which the program was called, and what the terminal showed. */
function typed(shell: Shell, typedLines: readonly string[]): { calls: string[][]; shown: string } {
  const record = path.join(folder, 'record');
  rmSync(record, { force: true });
  const args = [
    path.join(ROOT, 'test/tools/type-in-shell.py'),
    PROMPT,
    record,
    JSON.stringify(typedLines),
    shell,
    '-i',
  ];
  const { stdout } = spawnSync('python3', args, { cwd: path.join(folder, 'work'), env: environment, encoding: 'utf8' });
  const calls = existsSync(record) ? readFileSync(record, 'utf8').split('\u001E').slice(0, -1) : [];
  return { calls: calls.map((call) => call.split('\u001F').slice(0, -1)), shown: stdout };
}

/** Whether a folder is completed with a slash behind it is the shell's own affair. */
const withoutSlash = (call: readonly string[] = []): string[] => call.map((word) => word.replace(/\/$/, ''));

describe.each(SHELLS)('%s', (shell) => {
  const wanting = [shell, 'python3'].filter((command) => !isThere(command));
  const needs = wanting.length === 0 ? '' : ` (needs ${wanting.join(' and ')})`;
  const cases = TYPED.filter((each) => each.not !== shell);
  let result: ReturnType<typeof typed> = { calls: [], shown: '' };

  beforeAll(() => {
    if (wanting.length > 0) return;
    const install = en.help.commandExamples.completion
      .map(([line]) => line)
      .find((line) => line.includes(`completion ${shell}`));
    const { status, stderr } = spawnSync('sh', ['-c', install ?? 'false'], { env: environment, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    result = typed(
      shell,
      cases.map(({ line }) => `resurs ${line}\t\r`),
    );
  }, 120_000);

  for (const [index, { title, expected }] of cases.entries()) {
    test.skipIf(wanting.length > 0)(`${shell} completes ${title}${needs}`, () => {
      expect(withoutSlash(result.calls[index]), result.shown).toEqual(expected);
    });
  }

  test.skipIf(wanting.length > 0)(`${shell} carries nothing out, and says nothing of its own${needs}`, () => {
    expect(result.calls).toHaveLength(cases.length);
    expect(readdirSync(path.join(folder, 'work')).sort()).toEqual([
      'forecasts.csv',
      'other data',
      'saved one.json',
      'statistics.csv',
    ]);
    expect(result.shown).not.toMatch(/error|not found|Traceback|\n\s+at /);
    // A shell that still wrote would do so while the folder is taken away.
    const made = readdirSync(home, { recursive: true }).filter((name) => /generated_completions\/./.test(String(name)));
    expect(made).toEqual([]);
  });
});
