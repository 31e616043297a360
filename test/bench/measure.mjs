// Timed runs of whole processes, interleaved, and the figures made of them.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const measurePath = fileURLToPath(new URL('measure.py', import.meta.url));

const WARM_UP_ROUNDS = 2;

// What a shell may have set for Node, Python or the tool changes what is measured: NODE_EXTRA_CA_CERTS alone costs
// each start of Node 20 some 70 ms, and RESURS_FORMAT would change the work.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_|PYTHON|RESURS_)/.test(name)),
);

async function measureOnce(command, scratchFolder, expectedExit) {
  const stdoutFile = join(scratchFolder, 'stdout');
  const stderrFile = join(scratchFolder, 'stderr');
  const options = { cwd: projectFolder, env: environment };
  const { stdout } = await run('python3', [measurePath, stdoutFile, stderrFile, ...command], options);
  const { seconds, peakBytes, exitCode } = JSON.parse(stdout);
  if (exitCode !== expectedExit) {
    const said = readFileSync(stderrFile, 'utf8').trim().split('\n').slice(0, 5).join('\n  ');
    throw new Error(`exit ${exitCode} of: ${command.join(' ')}\n  ${said}`);
  }
  return { ms: seconds * 1000, peakMb: peakBytes / 1e6, output: readFileSync(stdoutFile, 'utf8') };
}

/**
 * Runs the commands in turn, A B C A B C …, so that a slow spell of the machine meets all of them.
 * Of each: `ms` and `peakMb` of every counted run, and the `output` of the last. Each ends with its exit code, 0 unless said.
 */
export async function measureInterleaved(commands, runs, scratchFolder, exits = []) {
  const results = commands.map(() => ({ ms: [], peakMb: [], output: '' }));
  for (let round = -WARM_UP_ROUNDS; round < runs; round++) {
    for (const [i, command] of commands.entries()) {
      const { ms, peakMb, output } = await measureOnce(command, scratchFolder, exits[i] ?? 0);
      if (round < 0) continue;
      results[i].ms.push(ms);
      results[i].peakMb.push(peakMb);
      results[i].output = output;
    }
  }
  return results;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of the ratios of the runs that stood side by side: steadier than the ratio of the medians. */
export const medianRatio = (ofTimes, toTimes) => median(ofTimes.map((ms, i) => ms / toTimes[i]));
