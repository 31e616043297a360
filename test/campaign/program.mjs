// The built program as campaigns run it: with the environment of a user, and nothing of the developer's.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const EXAMPLE = path.join(ROOT, 'fixtures/example');
export const PROGRAM = path.join(ROOT, 'bin/resurs.js');
const OF_OTHERS = /^(?:NODE_|npm_|GITHUB_|RESURS_|LC_)|^LANG/;
const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_OTHERS.test(name)));

/** Ends the campaign by name where the machine lacks what it needs. */
export function need(isThere, what) {
  if (isThere) return;
  process.stderr.write(`This campaign needs ${what}.\n`);
  process.exit(2);
}

export function resurs(args, { env = {}, ...options } = {}) {
  const all = { encoding: 'utf8', env: { ...own, ...env }, maxBuffer: 2 ** 28, ...options };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], all);
  return { exit: status, stdout, stderr: (stderr ?? '').replaceAll(/\s+/g, ' ').trim() };
}

/** The program as a child that can be killed; its end as a promise of code and signal. */
export function started(args, { env = {}, ...options } = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...own, ...env }, stdio: 'ignore', ...options });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  return { child, ended };
}

/** Every file below a folder, with a hash of what it holds. */
export function contentOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

/** mulberry32, as in test/faults/dice.ts: a number in 0…1. */
export function dice(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
