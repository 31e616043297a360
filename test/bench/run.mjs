#!/usr/bin/env node
// Times `resurs` as its users meet it, whole processes, and holds it to limits.
// Needs Unix and python3 (3.9 or later); build the tool first.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks.mjs';
import { makeNational } from './make-national.mjs';
import { measureInterleaved } from './measure.mjs';

const USAGE = `usage: run.mjs [--only startup|national|dialects|hostile|growth|batch] [--runs N] [--command "COMMAND"]

  --only     one benchmark instead of all
  --runs     counted runs of each command (default 15)
  --command  what to run instead of "node bin/resurs.js", split at spaces, from the project's folder

Exit codes: 0 every limit kept · 1 a limit missed · 2 could not measure`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: '15' },
      command: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: a whole number from 1 was expected`);
  if (values.only && !Object.hasOwn(BENCHMARKS, values.only)) {
    throw new Error(`--only ${values.only}: expected ${Object.keys(BENCHMARKS).join(', ')}`);
  }
  const tool = values.command?.split(' ').filter(Boolean) ?? [process.execPath, 'bin/resurs.js'];
  return { names: values.only ? [values.only] : Object.keys(BENCHMARKS), runs, tool, help: values.help };
}

async function main() {
  const { names, runs, tool, help } = readOptions();
  if (help) return console.log(USAGE);
  const scratch = mkdtempSync(join(tmpdir(), 'resurs-bench-'));
  const clean = () => rmSync(scratch, { recursive: true, force: true });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => {
      clean();
      process.exit(code);
    });
  }
  try {
    const folders = new Map();
    const nationalFolder = (scale, dialect = 'standard') => {
      const path = join(scratch, `national-${scale}-${dialect}`);
      if (!folders.has(path)) folders.set(path, { path, rows: makeNational(path, { scale, dialect }) });
      return folders.get(path);
    };
    const measure = (commands, exits, most = runs) => measureInterleaved(commands, most, scratch, exits);
    console.log(
      `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${runs} interleaved runs of each.`,
    );
    console.log('Ratios are medians of pairwise ratios; the peak is the largest of any run.');
    let missed = 0;
    for (const name of names) {
      const result = await BENCHMARKS[name]({ tool, measure, nationalFolder, scratch, runs });
      console.log(`\n## ${result.title}\n\n${result.table}\n`);
      for (const { kept, text } of result.checks) console.log(`* ${kept ? 'kept' : '**MISSED**'} – ${text}`);
      missed += result.checks.filter(({ kept }) => !kept).length;
    }
    console.log(missed ? `\n**${missed} ${missed === 1 ? 'limit' : 'limits'} missed.**` : '\nEvery limit kept.');
    process.exitCode = missed ? 1 : 0;
  } finally {
    clean();
  }
}

main().catch((error) => {
  console.error(`Could not measure: ${error.message}`);
  process.exitCode = 2;
});
