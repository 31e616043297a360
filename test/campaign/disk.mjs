#!/usr/bin/env node
// What becomes of files on a disk that is full, read-only or locked, and under kill -9, with the built program.
//   npm run disk      KILLS=1000 SIGNALS=200 SEED=… as environment variables
// Needs root and Linux: it mounts small file systems in a folder of its own, and takes them away again.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentOf, dice, EXAMPLE, need, resurs, started } from './program.mjs';

need(process.platform === 'linux', 'Linux');
need(process.getuid() === 0, 'root: it mounts file systems (try sudo)');

const KILLS = Number(process.env.KILLS ?? 1000);
const SIGNALS = Number(process.env.SIGNALS ?? 200);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 32);
const PAGE = 4096;

const work = mkdtempSync(path.join(tmpdir(), 'resurs-disk-'));
const mountPoint = path.join(work, 'disk');
mkdirSync(mountPoint);
need(mounted('size=64k'), 'the right to mount a tmpfs, which a container may lack');
unmount();

let faults = 0;
function check(isRight, what) {
  if (isRight) return;
  faults += 1;
  process.stdout.write(`FAULT: ${what}\n`);
}

function mounted(options) {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', mountPoint]).status === 0;
}

function unmount() {
  spawnSync('umount', [mountPoint]);
}

const on = (name) => path.join(mountPoint, name);
const pages = (bytes) => Math.ceil(bytes / PAGE) * (PAGE / 1024);
const say = (text) => process.stdout.write(`${text}\n`);

const OUTPUTS = ['a.json', 'b.csv', 'c.md'];
const JANUARY = ['estimate', '--data', EXAMPLE, '--month', '2023-01'];
const toOutputs = OUTPUTS.flatMap((name) => ['-o', name]);

/** What the outputs hold where there is room, and their size in KiB. */
function wholeOutputs() {
  const folder = path.join(work, 'whole');
  mkdirSync(folder);
  const { exit } = resurs([...JANUARY, ...toOutputs], { cwd: folder });
  check(exit === 0, 'the run itself');
  const size = OUTPUTS.reduce((sum, name) => sum + pages(statSync(path.join(folder, name)).size), 0);
  return { content: new Map(OUTPUTS.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])), size };
}

/** One disk for each size in steps of 4 KiB; gives how many runs had room and how many had not. */
function sweep(from, to, run) {
  const count = { fitted: 0, refused: 0 };
  for (let size = from; size <= to; size += PAGE / 1024) {
    mounted(`size=${size}k`);
    try {
      count[run(size) ? 'fitted' : 'refused'] += 1;
    } finally {
      unmount();
    }
  }
  check(count.fitted > 0 && count.refused > 0, 'the sweep did not reach both sides');
  return `${count.refused} sizes too small, ${count.fitted} with room`;
}

function saysFull({ exit, stderr }, what) {
  check(exit === 2, `${what}: exit ${exit}`);
  check(stderr.includes('the disk is full (ENOSPC)'), `${what}: says ${stderr}`);
}

function sweepOutputs({ content, size: need }) {
  const old = new Map(OUTPUTS.map((name) => [name, `old ${name}\n`.repeat(500)]));
  const oldSize = [...old.values()].reduce((sum, text) => sum + pages(text.length), 0);
  const result = sweep(oldSize, oldSize + need + 16, (size) => {
    for (const [name, text] of old) writeFileSync(on(name), text);
    const ended = resurs([...JANUARY, ...toOutputs], { cwd: mountPoint });
    const isDone = ended.exit === 0;
    if (!isDone) saysFull(ended, `${size} KiB`);
    for (const name of OUTPUTS) {
      const expected = (isDone ? content : old).get(name);
      check(readFileSync(on(name), 'utf8') === expected, `${size} KiB: ${name} is neither old nor new`);
    }
    check(readdirSync(mountPoint).length === OUTPUTS.length, `${size} KiB: ${readdirSync(mountPoint)}`);
    return isDone;
  });
  say(`F09 three outputs over old ones: ${result}; every file old or new, all of them together, nothing left beside`);
}

function sweepInit() {
  const result = sweep(4, 120, (size) => {
    const ended = resurs(['init', 'new/folder'], { cwd: mountPoint });
    const isDone = ended.exit === 0;
    if (!isDone) saysFull(ended, `init, ${size} KiB`);
    check(readdirSync(mountPoint).length === (isDone ? 1 : 0), `init, ${size} KiB: ${readdirSync(mountPoint)}`);
    if (isDone) check(resurs(['estimate', '--month', '2023-01'], { cwd: on('new/folder') }).exit === 0, 'init runs');
    return isDone;
  });
  say(`F09 init: ${result}; the whole folder or none`);
}

function sweepStandardOutput({ content }) {
  const expected = content.get('a.json');
  const result = sweep(4, pages(expected.length) + 8, (size) => {
    const descriptor = openSync(on('out.json'), 'w');
    const stdio = ['ignore', descriptor, 'pipe'];
    const ended = resurs([...JANUARY, '-f', 'json'], { stdio });
    closeSync(descriptor);
    const isWhole = readFileSync(on('out.json'), 'utf8') === expected;
    check(isWhole === (ended.exit === 0), `standard output, ${size} KiB: exit ${ended.exit}`);
    if (!isWhole) saysFull(ended, `standard output, ${size} KiB`);
    return isWhole;
  });
  say(`F10 standard output into a file: ${result}; whole, or exit code 2`);
}

function sweepSummary() {
  const before = 'x'.repeat(3 * PAGE - 100);
  const plan = path.join(work, 'plan.yaml');
  const jobs = Array.from(
    { length: 30 },
    (_, n) => `  - {name: j${n}, command: estimate, with: {month: 2023-01}, out: ut/${n}.csv}`,
  );
  writeFileSync(plan, `version: 1\ndata: ${JSON.stringify(EXAMPLE)}\njobs:\n${jobs.join('\n')}\n`);
  const result = sweep(12, 24, (size) => {
    writeFileSync(on('summary.md'), before);
    const ended = resurs(['batch', plan, '-q'], { env: { GITHUB_STEP_SUMMARY: on('summary.md') } });
    const after = readFileSync(on('summary.md'), 'utf8');
    const isDone = ended.exit === 0;
    if (!isDone) saysFull(ended, `summary, ${size} KiB`);
    check(isDone ? after.length > before.length : after === before, `summary, ${size} KiB: cut`);
    return isDone;
  });
  say(`F09 the summary of a step, added to: ${result}; all of it or nothing`);
}

/** A disk that is only read, a file that cannot be taken away, and one that is a disk of its own. */
function refusals({ content }) {
  const cases = {
    'F18 a read-only disk': {
      lock: () => spawnSync('mount', ['-o', 'remount,ro', mountPoint]).status,
      says: 'the disk can only be read (EROFS)',
      unlock: () => spawnSync('mount', ['-o', 'remount,rw', mountPoint]),
    },
    'F30 a file that may not be replaced': {
      lock: () => spawnSync('chattr', ['+i', on('c.md')]).status,
      says: 'another program has it open (EPERM)',
      unlock: () => spawnSync('chattr', ['-i', on('c.md')]),
    },
    'F18 F30 a file that is mounted': {
      lock: () => spawnSync('mount', ['--bind', path.join(work, 'whole/c.md'), on('c.md')]).status,
      says: 'another program has it open (EBUSY)',
      unlock: () => spawnSync('umount', [on('c.md')]),
    },
  };
  for (const [title, { lock, says, unlock }] of Object.entries(cases)) {
    mounted('size=1m');
    try {
      for (const name of OUTPUTS) writeFileSync(on(name), 'old');
      if (lock() !== 0) {
        say(`${title}: left out, this system cannot make one`);
        continue;
      }
      const { exit, stderr } = resurs([...JANUARY, ...toOutputs], { cwd: mountPoint });
      check(exit === 2 && stderr.includes(says), `${title}: exit ${exit}, ${stderr}`);
      const left = readdirSync(mountPoint);
      const isWhole = (name) => ['old', content.get(name)].includes(readFileSync(on(name), 'utf8'));
      const isOld = (name) => readFileSync(on(name), 'utf8') === 'old';
      check(left.length === OUTPUTS.length, `${title}: ${left}`);
      check(OUTPUTS.every(isWhole) && isOld('a.json') && isOld('b.csv'), `${title}: not as it was`);
      say(`${title}: exit 2, «${says}», all as it was`);
    } finally {
      unlock();
      unmount();
    }
  }
}

/** A folder whose plan writes three files a job, and the contents that each of its data folders gives them. */
function drillGround(name) {
  const folder = on(name);
  mkdirSync(folder);
  for (const data of ['one', 'two']) {
    cpSync(EXAMPLE, path.join(folder, data), { recursive: true });
    // One programme of three, so that a run is short beside its writing.
    keepRows(path.join(folder, data, 'statistics.csv'), /^20(?:19|2[0-2])-\d\d,70,/);
    for (const table of ['forecasts.csv', 'schablons.csv', 'programmes.csv']) {
      keepRows(path.join(folder, data, table), /(?:^|,)JOB,/);
    }
    const file = path.join(folder, data, 'schablons.csv');
    // Other hours for one step are another figure in each file.
    const hours = (text) => text.replaceAll(/,besluta,\d+\.(\d+),,/g, ',besluta,19.$1,,');
    if (data === 'two') writeFileSync(file, hours(readFileSync(file, 'utf8')));
  }
  const plan = `version: 1
data: one
jobs:
  - name: hours
    command: estimate
    matrix: {month: {from: 2023-01, to: 2023-04}}
    out: ["ut/{month}.json", "ut/{month}.csv", "ut/{month}.md"]
`;
  writeFileSync(path.join(folder, 'plan.yaml'), plan);
  const contents = ['two', 'one'].map((data) => {
    const { exit, stderr } = resurs(['batch', 'plan.yaml', '--data', data, '-q'], { cwd: folder });
    check(exit === 0, `the plan itself: ${stderr}`);
    return contentOf(path.join(folder, 'ut'));
  });
  const [two, one] = contents;
  check(one.size === 12 && [...one].every(([file, hash]) => two.get(file) !== hash), 'the two contents are too alike');
  return { folder, out: path.join(folder, 'ut'), contents };
}

function keepRows(file, which) {
  const [header, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  writeFileSync(file, `${[header, ...rows.filter((row) => which.test(row))].join('\n')}\n`);
}

const isLitter = (file) => path.basename(file).startsWith('.resurs-');

/** Starts a batch and sends it a signal once the disk has told of so many changes; gives how it ended, and all changes. */
async function interrupted({ folder, out }, data, signal, after) {
  const { child, ended } = started(['batch', 'plan.yaml', '--data', data, '-q'], { cwd: folder });
  let changes = 0;
  const watcher = watch(out, () => {
    changes += 1;
    if (changes === after) child.kill(signal);
  });
  const end = await ended;
  await new Promise((resolve) => setTimeout(resolve, 1));
  watcher.close();
  return { ...end, changes };
}

/** How many changes the disk tells of in a whole run. */
async function changesOfRun(ground) {
  await interrupted(ground, 'two', 'SIGTERM', -1);
  const { changes } = await interrupted(ground, 'one', 'SIGTERM', -1);
  check(changes > 24, `a run makes ${changes} changes`);
  return changes;
}

/** Kills a batch again and again, each time at another moment of its writing. */
async function killed(ground, roll, count) {
  const seen = { killed: 0, finished: 0, files: 0, replaced: 0, mixed: 0, litter: 0 };
  const changes = await changesOfRun(ground);
  let before = contentOf(ground.out);
  for (let n = 0; n < count; n += 1) {
    const data = n % 2 === 0 ? 'two' : 'one';
    const { signal } = await interrupted(ground, data, 'SIGKILL', 1 + Math.floor(roll() * changes));
    seen[signal === 'SIGKILL' ? 'killed' : 'finished'] += 1;
    const after = contentOf(ground.out);
    const states = new Map();
    for (const file of ground.contents[0].keys()) {
      const hash = after.get(file);
      seen.files += 1;
      check(
        ground.contents.some((content) => content.get(file) === hash),
        `${file} is neither old nor new`,
      );
      if (hash !== before.get(file)) seen.replaced += 1;
      const [two, one] = ground.contents.map((content) => content.get(file));
      const state = two === one ? 'either' : hash === two ? 'two' : 'one';
      const month = file.split('.')[0];
      states.set(month, new Set([...(states.get(month) ?? []), state]));
    }
    for (const each of states.values()) if (each.has('one') && each.has('two')) seen.mixed += 1;
    for (const file of after.keys()) {
      if (ground.contents[0].has(file)) continue;
      check(isLitter(file), `${file} is nobody’s`);
      seen.litter += 1;
      rmSync(path.join(ground.out, file));
    }
    before = contentOf(ground.out);
  }
  const { exit } = resurs(['batch', 'plan.yaml', '--data', 'one', '-q'], { cwd: ground.folder });
  const last = contentOf(ground.out);
  check(
    exit === 0 && [...last].every(([file, hash]) => ground.contents[1].get(file) === hash),
    'a last run is not whole',
  );
  return seen;
}

/** So many at the same time, each in a folder of its own: most of a run is waiting for it to start. */
const LANES = 4;

async function kills() {
  const lanes = await Promise.all(
    Array.from({ length: LANES }, (_, lane) =>
      killed(drillGround(`kill-${lane}`), dice(SEED + lane), Math.ceil(KILLS / LANES)),
    ),
  );
  const sum = (key) => lanes.reduce((total, each) => total + each[key], 0);
  say(
    `F15 kill -9 while 12 files are written: ${sum('killed')} killed, ${sum('finished')} were done before; of ${sum('files')} files seen afterwards each was the old or the new whole one (${sum('replaced')} had been replaced); ` +
      `of ${(sum('files') / 3).toFixed(0)} sets of three ${sum('mixed')} were partly new; ${sum('litter')} hidden files .resurs-….tmp stayed`,
  );
}

async function signals() {
  const ground = drillGround('signal');
  const roll = dice(SEED + 100);
  const changes = await changesOfRun(ground);
  const codes = new Map();
  for (let n = 0; n < SIGNALS; n += 1) {
    const signal = n % 2 === 0 ? 'SIGTERM' : 'SIGINT';
    const { code } = await interrupted(ground, n % 4 < 2 ? 'two' : 'one', signal, 1 + Math.floor(roll() * changes));
    codes.set(code, (codes.get(code) ?? 0) + 1);
    // Node hears no signal any more when it ends, and one that comes then ends it.
    check([null, 0, signal === 'SIGINT' ? 130 : 143].includes(code), `${signal}: exit ${code}`);
    const after = contentOf(ground.out);
    check(after.size === ground.contents[0].size, `${signal}: ${[...after.keys()].filter(isLitter)}`);
    for (const [file, hash] of after) {
      check(
        ground.contents.some((content) => content.get(file) === hash),
        `${file} is neither old nor new`,
      );
    }
  }
  const told = [...codes]
    .sort()
    .map(([code, count]) => `${count} × ${code === null ? 'at its very end' : `exit ${code}`}`);
  say(`F16 SIGTERM and SIGINT while 12 files are written: ${told.join(', ')}; every file whole, nothing left beside`);
}

/** From nothing, so that whoever interrupts must find nothing, or all. */
async function interruptedInit() {
  const folder = on('init');
  mkdirSync(folder);
  const roll = dice(SEED + 101);
  const seen = { none: 0, all: 0 };
  let longest = 0;
  for (let n = -4; n < SIGNALS; n += 1) {
    const { child, ended } = started(['init', 'new/deep'], { cwd: folder });
    while (!existsSync(path.join(folder, 'new')) && child.exitCode === null) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const begin = performance.now();
    if (n < 0) {
      await ended;
      longest = Math.max(longest, performance.now() - begin);
      rmSync(path.join(folder, 'new'), { recursive: true });
      continue;
    }
    const end = begin + roll() * longest;
    while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGINT');
    const { code } = await ended;
    const left = readdirSync(folder, { recursive: true });
    const isAll = code === 0 || left.length > 0;
    seen[isAll ? 'all' : 'none'] += 1;
    check([null, 0, 130].includes(code), `init: exit ${code}`);
    check(left.length === (isAll ? 9 : 0), `init, exit ${code}: ${left}`);
    rmSync(path.join(folder, 'new'), { recursive: true, force: true });
  }
  say(`F16 SIGINT during init: ${seen.none} × nothing there, no folder either, ${seen.all} × all of it`);
}

const start = performance.now();
say(`seed ${SEED}, Node ${process.version}`);
try {
  const whole = wholeOutputs();
  sweepOutputs(whole);
  sweepInit();
  sweepStandardOutput(whole);
  sweepSummary();
  refusals(whole);
  // What a killed process leaves is the same on every disk, and in memory a thousand of them take minutes.
  mounted('size=256m');
  await interruptedInit();
  await signals();
  await kills();
} finally {
  unmount();
  rmSync(work, { recursive: true, force: true });
}
say(`${faults === 0 ? 'no fault' : `${faults} FAULTS`}, ${((performance.now() - start) / 1000).toFixed(0)} seconds`);
process.exitCode = faults === 0 ? 0 : 1;
