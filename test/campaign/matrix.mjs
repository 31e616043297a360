#!/usr/bin/env node
// Whether every command gives the same bytes whatever runs it: versions of Node × locales × time zones, and surroundings
// that no result may depend on. Needs npx, and the network the first time, for the other versions of Node.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { digestOf, runCell } from './cell.mjs';
import { COMMANDS } from './matrix-commands.mjs';

const USAGE = `usage: matrix.mjs [--node 20.19.0,20,22,24,26] [--some] [--jobs N]

  --node  the versions of Node; 20.19.0 is the first that package.json promises
  --some  each locale with one time zone, instead of with all of them
  --jobs  so many cells at once (default: as many as there are processors)

Exit codes: 0 one and the same everywhere · 1 something differs · 2 something could not be run, by name`;

const LOCALES = ['C', 'sv_SE.UTF-8', 'tr_TR.UTF-8'];
const ZONES = ['Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Kiritimati'];

/** Each once, on the Node that runs this. Where colour is asked for, what is for people has it. */
const SURROUNDINGS = [
  { title: 'files made in the other order', isReversed: true },
  { title: 'HOME unset', without: 'HOME' },
  { title: 'COLUMNS=20', env: { COLUMNS: '20' } },
  { title: 'NO_COLOR=1', env: { NO_COLOR: '1' } },
  { title: 'FORCE_COLOR=1, machine formats', env: { FORCE_COLOR: '1' }, isMachineOnly: true },
  { title: 'CI=true', env: { CI: 'true', GITHUB_ACTIONS: 'true' } },
  { title: 'TERM=dumb', env: { TERM: 'dumb' } },
];

const { values } = parseArgs({
  options: {
    node: { type: 'string', default: '20.19.0,20,22,24,26' },
    some: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(availableParallelism()) },
    help: { type: 'boolean', short: 'h' },
  },
});

/** The zones that a locale is tried in. */
function zonesOf(locale) {
  return values.some ? [ZONES[LOCALES.indexOf(locale)]] : ZONES;
}

/** The binary of a version, and what it says it is; null, with a word on why, where it cannot be had. */
function nodeOf(version) {
  try {
    const print = ['-p', "[process.execPath, process.version, process.versions.unicode].join('\\n')"];
    const said = execFileSync('npx', ['-y', '-p', `node@${version}`, '--', 'node', ...print], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [file, exact = '', unicode] = said.trim().split('\n');
    // Where npm could not install it, npx runs whatever Node there is.
    if (!`${exact}.`.startsWith(`v${version}.`)) throw new Error(`npx ran Node ${exact} instead`);
    return { file, title: `Node ${exact} (Unicode ${unicode})` };
  } catch (error) {
    const said = String(error.stderr || error.message).split('\n');
    console.error(`not run: Node ${version}: ${said.slice(0, 2).join('; ')}`);
    return null;
  }
}

/** What every process gets: nothing of the shell that this runs in. */
function environment(more, without) {
  const env = { PATH: path.dirname(process.execPath), HOME: process.env.HOME ?? '/', ...more };
  delete env[without];
  return env;
}

async function main() {
  if (values.help) return console.log(USAGE);
  if (!existsSync(fileURLToPath(new URL('../../dist/start.cjs', import.meta.url)))) {
    throw new Error('the program is not built: npm run build');
  }
  const began = Date.now();
  const versions = values.node.split(',').map(nodeOf);
  const found = versions.filter((version) => version !== null);
  const cells = found.flatMap(({ file, title }) =>
    LOCALES.flatMap((locale) =>
      zonesOf(locale).map((zone) => ({
        title: `${title}, ${locale}, ${zone}`,
        node: file,
        env: environment({ LANG: locale, LC_ALL: locale, TZ: zone }),
      })),
    ),
  );
  for (const { title, env, without, ...rest } of SURROUNDINGS) {
    cells.push({ title, node: process.execPath, env: environment({ LANG: 'C', TZ: 'UTC', ...env }, without), ...rest });
  }
  const own = { node: process.execPath, env: environment({ LANG: 'C', TZ: 'UTC' }) };
  const { digests: reference, unable } = await runCell({ ...own, isWhole: true });
  if (unable.length > 0)
    throw new Error(`these commands do not do what they are to be tried for:\n${unable.join('\n')}`);
  console.log(
    `${digestOf(reference)}  Node ${process.version}, C, UTC, each command alone: ${reference.size} commands and files\n`,
  );
  const differing = await compared(cells, reference);
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  const missing = versions.length - found.length;
  console.log(
    `\n${cells.length} cells, ${differing} differ${missing ? `, ${missing} versions not run` : ''}; ${minutes} minutes.`,
  );
  process.exitCode = differing > 0 ? 1 : missing > 0 ? 2 : 0;
}

/** Runs the cells, some at once, and tells of each in its order; how many differ. */
async function compared(cells, reference) {
  const waiting = [...cells.entries()];
  const results = [];
  let told = 0;
  let differing = 0;
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, cell] = next;
      results[at] = (await runCell(cell)).digests;
      for (; results[told] !== undefined; told += 1) differing += tell(cells[told], results[told], reference) ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs) || 1) }, work));
  return differing;
}

/** What cells that differ have in common is said once. */
const seen = new Set();
const MOST_NAMED = 20;

/** Prints a cell's hash and whatever differs; whether anything does. */
function tell({ title, isMachineOnly = false }, digests, reference) {
  const forPeople = new Set(COMMANDS.filter(({ isForMachines }) => !isForMachines).map(({ name }) => name));
  const isHeld = (name) => !isMachineOnly || !(forPeople.has(name) || /\.(?:md|txt)$/.test(name));
  const names = [...new Set([...reference.keys(), ...digests.keys()])];
  const other = names.filter((name) => isHeld(name) && digests.get(name) !== reference.get(name));
  // What is not held counts as if it were the same.
  const held = new Map(names.map((name) => [name, (isHeld(name) ? digests : reference).get(name) ?? '']));
  const whole = digestOf(held);
  console.log(`${whole}  ${title}`);
  if (seen.has(whole)) return other.length > 0;
  seen.add(whole);
  for (const name of other.slice(0, MOST_NAMED)) console.log(`    differs: ${name}`);
  if (other.length > MOST_NAMED) console.log(`    and ${other.length - MOST_NAMED} more`);
  return other.length > 0;
}

main().catch((error) => {
  console.error(`Could not run: ${error.message}`);
  process.exitCode = 2;
});
