// One cell of the matrix: every command run by one Node in one environment, and what came of it as SHA-256.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from './matrix-commands.mjs';
import { writeFolders } from './matrix-data.mjs';

const PROGRAM = fileURLToPath(new URL('../../bin/resurs.js', import.meta.url));
const TOGETHER = fileURLToPath(new URL('./cell-process.mjs', import.meta.url));

/**
 * Of each command, and of each file that any of them has written, the SHA-256; in a folder of the cell's own. Beside
 * them the commands that could not run, of which none should be.
 */
export async function runCell({ node, env, isReversed = false, isWhole = false }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'resurs-cell-'));
  try {
    writeFolders(folder, isReversed);
    const before = new Set(filesIn(folder));
    const digests = new Map();
    const unable = [];
    const results = await (isWhole ? eachAlone : together)(node, folder, env);
    for (const [at, { exit, stdout, stderr }] of results.entries()) {
      const { name } = COMMANDS[at];
      if (![0, 1, 3].includes(exit)) unable.push(`${name}: ${exit}: ${stderr}`);
      digests.set(name, digest([String(exit), stdout, stderr]));
    }
    for (const file of filesIn(folder).filter((each) => !before.has(each))) {
      digests.set(`file ${file}`, digest([readFileSync(path.join(folder, file))]));
    }
    return { digests, unable };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All of a cell as one. */
export function digestOf(digests) {
  return digest([...digests].sort(([left], [right]) => (left < right ? -1 : 1)).flat());
}

/** A process for every command, as a user starts it. */
async function eachAlone(node, cwd, env) {
  const results = [];
  for (const { args } of COMMANDS) results.push(await run(node, [PROGRAM, ...args], cwd, env));
  return results;
}

/** One process for all of them: to start a hundred costs more than all that they do. */
async function together(node, cwd, env) {
  const input = JSON.stringify(COMMANDS.map(({ args }) => args));
  const { exit, stdout, stderr } = await run(node, [TOGETHER], cwd, env, input);
  const { length } = COMMANDS;
  return exit === 0
    ? JSON.parse(Buffer.from(stdout, 'latin1').toString())
    : Array.from({ length }, () => ({ exit, stdout: '', stderr }));
}

function run(node, args, cwd, env, input = '') {
  return new Promise((resolve) => {
    const options = { cwd, env, encoding: 'latin1', maxBuffer: 2 ** 28 };
    const child = execFile(node, args, options, (error, stdout, stderr) => {
      resolve({ exit: error === null ? 0 : (error.code ?? error.signal), stdout, stderr });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Each part with its length, so that no two lists of parts are the same bytes. */
function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
