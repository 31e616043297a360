import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { ROOT, type RunResult, runResurs } from '../harness.ts';
import { type Dice, makeDice } from './dice.ts';
import { folderOf, MISTAKES } from './malformed.ts';

/** How long to go on, and from which seed. */
const SECONDS = Number(process.env['SECONDS'] ?? (process.env['npm_lifecycle_event'] === 'fuzz' ? 60 : 4));
const SEED = Number(process.env['SEED'] ?? 1);
const MOST_MILLISECONDS = 2000;

type Folder = Readonly<Record<string, Uint8Array>>;

const FIXTURES = path.join(ROOT, 'fixtures');

function readFolder(folder: string): Folder {
  const names = readdirSync(folder).filter((name) => /\.(?:csv|yaml)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

const SOUND: readonly Folder[] = [
  readFolder(path.join(FIXTURES, 'example')),
  readFolder(path.join(FIXTURES, 'exempel')),
  ...readdirSync(path.join(FIXTURES, 'cases')).map((name) => readFolder(path.join(FIXTURES, 'cases', name, 'data'))),
  folderOf(null),
];
const FOLDERS: readonly Folder[] = [...SOUND, ...Object.keys(MISTAKES).map(folderOf)];
/** Pieces that mean something to some reader of such files. */
const TOKENS = [
  ...[
    '"',
    '""',
    ';',
    ',',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\uFEFF',
    '-',
    '−',
    '..',
    '0',
    '1e999',
    'NaN',
    '1,234',
    '35 %',
  ],
  ...[
    '#N/A',
    'Summa',
    'Riket',
    'sep=;\n',
    '2022-13',
    '44927',
    'jan-23',
    '=1+1',
    '\u001b[2J',
    '\u001b]0;x\u0007',
    '\u202E',
  ],
  ...[
    '\u200B',
    '\u2028',
    '::error::x',
    '##[error]',
    '__proto__',
    'constructor',
    'Ã¥',
    'å',
    '\u{1F600}',
    '9'.repeat(400),
  ],
  ...['19900101-1234', '../../x', '%s', '*', '\u009b31m', '\u0085', 'month;programme;region;decisions;new_decisions\n'],
].map((text) => new TextEncoder().encode(text));

type Mutation = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array;

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip: (bytes, dice) => {
    const changed = Uint8Array.from(bytes);
    const at = dice.integer(0, bytes.length - 1);
    changed[at] = (changed[at] ?? 0) ^ (1 << dice.integer(0, 7));
    return changed;
  },
  replace: (bytes, dice) => {
    const changed = Uint8Array.from(bytes);
    changed[dice.integer(0, bytes.length - 1)] = dice.integer(0, 255);
    return changed;
  },
  token: (bytes, dice) => {
    const at = dice.integer(0, bytes.length);
    return join(bytes.subarray(0, at), dice.pick(TOKENS), bytes.subarray(at + dice.integer(0, 1) * dice.integer(0, 6)));
  },
  remove: (bytes, dice) => {
    const at = dice.integer(0, bytes.length);
    return join(bytes.subarray(0, at), bytes.subarray(at + dice.integer(1, 40)));
  },
  repeat: (bytes, dice) => {
    const from = dice.integer(0, bytes.length);
    const to = Math.min(bytes.length, from + dice.integer(1, 200));
    return join(bytes.subarray(0, to), bytes.subarray(from));
  },
  splice: (bytes, dice, other) =>
    join(bytes.subarray(0, dice.integer(0, bytes.length)), other.subarray(dice.integer(0, other.length))),
  truncate: (bytes, dice) => bytes.subarray(0, dice.integer(0, bytes.length)),
};

const COMMANDS: readonly (readonly string[])[] = [
  ['estimate', '--month', '2023-01'],
  ['estimate', '--month', '2023-01'],
  ['check'],
  ['estimate', '--from', '2022-12', '--to', '2023-03'],
  ['explain', '--month', '2023-01', '--programme', 'ETP', '--region', 'Syd'],
];

/** How the program says that it is at fault itself. */
const INTERNAL = [en, sv].map(
  ({ failures }) => failures.internal({ message: '§' }, {} as never).message.split('§')[0] ?? '',
);

interface Trial {
  readonly files: Folder;
  readonly args: readonly string[];
  readonly how: string;
}

function trialOf(seed: number): Trial {
  const dice = makeDice(seed);
  const folder = dice.pick(dice.chance(0.7) ? SOUND : FOLDERS);
  const name = dice.pick(Object.keys(folder));
  const others = Object.values(dice.pick(FOLDERS));
  let bytes = folder[name] as Uint8Array;
  const kinds = Array.from({ length: dice.pick([1, 1, 1, 2, 4]) }, () => dice.pick(Object.keys(MUTATIONS)));
  for (const kind of kinds) bytes = MUTATIONS[kind]?.(bytes, dice, dice.pick(others)) ?? bytes;
  const args = [
    ...dice.pick(COMMANDS),
    ...['--format', dice.pick(['table', 'markdown', 'json', 'csv', 'csv-sv'])],
    ...['--problems', dice.pick(['text', 'json', 'github', 'sarif'])],
    ...['--lang', dice.pick(['en', 'sv'])],
    ...(dice.chance(0.2) ? ['--strict'] : []),
  ];
  // Explaining has no rows for the formats of a sheet.
  if (args[0] === 'explain') args.splice(args.indexOf('--format'), 2);
  return { files: { ...folder, [name]: bytes }, args, how: `${name}: ${kinds.join(', ')}` };
}

/** What is wrong with how the program ended; null where it ended well. Of a check the problems are the result. */
function complaint({ exit, stdout, stderr }: RunResult, isCheck: boolean, milliseconds: number): string | null {
  if (exit !== 0 && exit !== 1 && exit !== 2) return `exit code ${exit}`;
  if (INTERNAL.some((start) => stderr.includes(start))) return stderr;
  if (/^\s+at .+:\d+:\d+\)?$/m.test(stdout + stderr)) return 'a stack trace';
  if (/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test((stdout + stderr).replaceAll('\r\n', '\n')))
    return 'a control character';
  if (exit !== 0 && stdout !== '' && !isCheck) return 'a result of refused input';
  return milliseconds > MOST_MILLISECONDS ? `${Math.round(milliseconds)} ms` : null;
}

/** The folder of a trial on the disk, for a look at it. */
function keep({ files, args }: Trial, seed: number, said: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `resurs-fuzz-${seed}-`));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
  writeFileSync(path.join(folder, 'why.txt'), `${args.join(' ')}\n${said}\n`);
  return folder;
}

test(
  `whatever is done to the bytes of a file, the program ends in order (seeds from ${SEED}, ${SECONDS} s)`,
  async () => {
    const failures: string[] = [];
    const ends = new Map<number, number>();
    const until = performance.now() + 1000 * SECONDS;
    let seed = SEED;
    for (; performance.now() < until && failures.length < 10; seed += 1) {
      const trial = trialOf(seed);
      const start = performance.now();
      const said = await runResurs(trial.args, { files: trial.files }).then(
        (result) => {
          ends.set(result.exit, (ends.get(result.exit) ?? 0) + 1);
          return complaint(result, trial.args[0] === 'check', performance.now() - start);
        },
        (error: unknown) => `thrown: ${error instanceof Error ? error.stack : String(error)}`,
      );
      if (said !== null) failures.push(`seed ${seed} (${trial.how}): ${said}\n  kept in ${keep(trial, seed, said)}`);
    }
    if (SECONDS > 4) {
      const counts = [...ends].sort().map(([exit, count]) => `${count} ended ${exit}`);
      console.log(`${seed - SEED} runs from seed ${SEED}: ${counts.join(', ')}`);
    }
    expect(failures).toEqual([]);
  },
  1000 * SECONDS + 60_000,
);
