// Changes the sources in one small way at a time, and says which changes no test notices (see docs/mutation.md).
//   npm run mutation -- model                      a room
//   npm run mutation -- model src/model/half.ts    some files of it; what stands in the last report is not run again
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { ROOMS } from './rooms.mjs';

const [room, ...files] = process.argv.slice(2);
if (ROOMS[room] === undefined) {
  console.error(`npm run mutation -- ROOM [FILE…], where ROOM is one of ${Object.keys(ROOMS).join(', ')}`);
  process.exit(2);
}

process.env.ROOM = room;
process.env.FOLDERS ??= '40';
process.env.RUNS ??= '25';
await new Stryker({
  testRunner: 'room',
  plugins: [fileURLToPath(new URL('runner.mjs', import.meta.url))],
  coverageAnalysis: 'perTest',
  mutate: files.length > 0 ? files : ROOMS[room].mutate,
  ignorePatterns: ['/dist', '/coverage'],
  // What runs once, while a module is loaded, needs a new load for each mutant: STATIC=1 takes the time.
  ignoreStatic: process.env.STATIC === undefined,
  concurrency: Number(process.env.CONCURRENCY ?? 2),
  timeoutMS: 10_000,
  timeoutFactor: 2,
  dryRunTimeoutMinutes: 20,
  incremental: true,
  force: process.env.FORCE !== undefined,
  incrementalFile: `coverage/mutation/${room}.incremental.json`,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: `coverage/mutation/${room}.json` },
  tempDirName: 'coverage/mutation/sandbox',
  // The name of no file: it would be rewritten with TypeScript's JavaScript interface, which version 7 has none of.
  tsconfigFile: 'none',
}).runMutationTest();
