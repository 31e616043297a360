import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { environment } from './environment.ts';
import { ROOT } from './harness.ts';

let folder = '';

beforeEach(() => {
  if (!existsSync(path.join(ROOT, 'dist/start.cjs'))) {
    spawnSync(process.execPath, [path.join(ROOT, 'test/tools/build.mjs')], { cwd: ROOT });
  }
  folder = mkdtempSync(path.join(tmpdir(), 'resurs-start-'));
  cpSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Of each bundle of a run whether V8 refused the code that was compiled for it before; null where it was given none. */
function refused(): Record<string, boolean | null> {
  const program = `
    const { scripts, run } = require('./dist/start.cjs');
    process.on('exit', () => {
      const said = [...scripts].map(([file, script]) => [require('node:path').basename(file), script.cachedDataRejected ?? null]);
      console.log(JSON.stringify(Object.fromEntries(said)));
    });
    run();`;
  const args = ['--eval', program, '--', 'resurs', 'estimate', '--data', 'dist/example', '--month', '2023-01', '-q'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, env: environment(), encoding: 'utf8' });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

describe('code that was compiled when the program was built', () => {
  test('is taken by the very Node that compiled it', () => {
    expect(refused()).toEqual({ 'main.cjs': false });
  });

  // Node 20.19.0 is taken for its like by what Node 20.20.2 has compiled, does not refuse it, and ends with a fault of
  // memory: both have V8 11.3.244.8, and V8 looks at no more than that.
  test('is not shown to any other Node, whose V8 may take it for its own', () => {
    const own = `${process.version}-${process.platform}-${process.arch}`;
    const caches = readdirSync(path.join(folder, 'dist')).filter((name) => name.endsWith('.cache'));
    for (const name of caches) {
      renameSync(path.join(folder, 'dist', name), path.join(folder, 'dist', name.replace(own, `v20.19.0-other`)));
    }
    expect(caches).not.toEqual([]);
    expect(refused()).toEqual({ 'main.cjs': null });
  });
});
