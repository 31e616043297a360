#!/usr/bin/env node
// What becomes of inputs beyond all sense, with the built program and Node's own limit of memory: a result, or a limit by name.
//   npm run large     ROWS=10000000 as environment variable
// Needs Python 3, which measures time and peak memory, and 3 GB of disk.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLE, need, PROGRAM, ROOT } from './program.mjs';

need(spawnSync('python3', ['--version']).status === 0, 'python3');

const ROWS = Number(process.env.ROWS ?? 10_000_000);
const work = mkdtempSync(path.join(tmpdir(), 'resurs-large-'));
let faults = 0;

/** Runs the program in the folder, and says how it ended, how long it took and how much memory. */
function run(title, folder, args, expected, standardInput = '/dev/null') {
  const [stdoutFile, stderrFile] = ['stdout', 'stderr'].map((name) => path.join(work, name));
  const command = [process.execPath, PROGRAM, ...args, '--data', folder];
  const inShell = ['sh', '-c', `exec "$@" < "$0"`, standardInput, ...command];
  const measure = path.join(ROOT, 'test/bench/measure.py');
  const { stdout } = spawnSync('python3', [measure, stdoutFile, stderrFile, ...inShell], { encoding: 'utf8' });
  const { seconds, peakBytes, exitCode } = JSON.parse(stdout);
  const said = readFileSync(stderrFile, 'utf8').replaceAll(/\s+/g, ' ').trim();
  const isRight = exitCode === expected.exit && (expected.says === undefined || said.includes(expected.says));
  if (!isRight) faults += 1;
  const told = expected.says === undefined ? '' : `, «${expected.says}»`;
  const ending = isRight ? `exit ${exitCode}${told}` : `FAULT: exit ${exitCode}, ${said.slice(0, 300)}`;
  process.stdout.write(`${title}: ${ending}; ${seconds.toFixed(1)} seconds, ${(peakBytes / 1e6).toFixed(0)} MB\n`);
}

/** A folder as the example, with other statistics: rows as long as the callback gives some. */
function folderWith(name, header, rowOf) {
  const folder = path.join(work, name);
  cpSync(EXAMPLE, folder, { recursive: true });
  const offices = Array.from({ length: OFFICES }, (_, office) => `K${office},${REGIONS[office % REGIONS.length]}`);
  writeFileSync(path.join(folder, 'regions.csv'), `code,region\n${offices.join('\n')}\n`);
  const file = path.join(folder, 'statistics.csv');
  const descriptor = openSync(file, 'w');
  let chunk = `${header}\n`;
  for (let n = 0, row = rowOf(0); row !== null; n += 1, row = rowOf(n)) {
    chunk += row;
    if (chunk.length < 2 ** 20) continue;
    writeSync(descriptor, chunk);
    chunk = '';
  }
  writeSync(descriptor, chunk);
  closeSync(descriptor);
  return { folder, megabytes: statSync(file).size / 1e6 };
}

const HEADER = 'month,programme,region,decisions,new_decisions';
/** The codes of the example, with about the decisions that it has in an office and month. */
const CODES = { 70: 33, 81: 10, 104: 3, 105: 3 };
const REGIONS = ['Nord', 'Mitt', 'Stockholm Gotland', 'Öst', 'Väst', 'Syd'];
const OFFICES = 2900;

/** A row for each office, code and month of three years, and then all of them published anew. */
function soundRow(n, rows) {
  if (n >= rows) return null;
  const office = n % OFFICES;
  const [code, decisions] = Object.entries(CODES)[Math.floor(n / OFFICES) % 4];
  const month = Math.floor(n / (OFFICES * 4)) % 36;
  const anew = Math.floor(n / (OFFICES * 4 * 36));
  const day = new Date(Date.UTC(2023, 0, 1 + anew)).toISOString().slice(0, 10);
  const written = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return `${written},${code},K${office},${decisions + (n % 3)},${n % 2},${day}\n`;
}

const MONTH = ['estimate', '--month', '2023-01', '-q'];
const TOO_MANY = { exit: 1, says: 'the table has more than 5 000 000 rows' };
const TOO_LARGE = { exit: 2, says: 'is larger than the 512 MB that are read' };

const inMb = ({ megabytes }) => `${megabytes.toFixed(0)} MB`;

try {
  const columns = folderWith('columns', `${HEADER},${'x,'.repeat(5e4)}y`, (n) =>
    n === 0 ? '2022-01,70,Nord,800,1\n' : null,
  );
  run('F07 50 000 columns', columns.folder, MONTH, { exit: 1, says: 'than 1 000 are not read' });

  const field = folderWith('field', HEADER, (n) => (n === 0 ? `2022-01,70,${'x'.repeat(100e6)},800,1\n` : null));
  run('F05 a cell of 100 MB', field.folder, MONTH, { exit: 1, says: 'longer than' });

  const file = path.join(field.folder, 'statistics.csv');
  for (const bytes of [513e6, 2.1e9, 5e9]) {
    truncateSync(file, bytes);
    run(`F06 a file of ${(bytes / 1e9).toFixed(1)} GB`, field.folder, MONTH, TOO_LARGE);
  }
  run('F06 the same from standard input', EXAMPLE, [...MONTH, '--statistics', '-'], TOO_LARGE, file);
  rmSync(field.folder, { recursive: true });

  const quote = folderWith('quote', `${HEADER},published`, (n) =>
    n === 0 ? '2022-01,"70,Nord,800,1,2022-12-01\n' : soundRow(n, 11_000_000),
  );
  const unclosed = { exit: 1, says: 'a quotation mark' };
  run(`F05 a quotation mark that is never closed, ${inMb(quote)}`, quote.folder, MONTH, unclosed);
  rmSync(quote.folder, { recursive: true });

  const wide = folderWith('wide', `${HEADER},published,note`, (n) =>
    n < 1_200_000 ? `${soundRow(n, 2e6).trim()},${'x'.repeat(380)}\n` : null,
  );
  run(`F06 a long column that is not read, ${inMb(wide)}`, wide.folder, MONTH, { exit: 0 });
  rmSync(wide.folder, { recursive: true });

  const many = folderWith('many', `${HEADER},published`, (n) => soundRow(n, ROWS));
  run(`F06 ${ROWS / 1e6} million rows of statistics, ${inMb(many)}`, many.folder, MONTH, TOO_MANY);
  rmSync(many.folder, { recursive: true });

  const most = folderWith('most', `${HEADER},published`, (n) => soundRow(n, 4_999_000));
  run(`F06 5 million rows, ${inMb(most)}`, most.folder, MONTH, { exit: 0 });
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(faults === 0 ? 'no fault\n' : `${faults} FAULTS\n`);
process.exitCode = faults === 0 ? 0 : 1;
