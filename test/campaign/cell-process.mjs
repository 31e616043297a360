// The commands of a cell in one process of the Node that is tried: the built program anew for each, without its start.
// Gives of each its exit code and what it wrote to either stream.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const START = fileURLToPath(new URL('../../dist/start.cjs', import.meta.url));
const commands = JSON.parse(fs.readFileSync(0, 'utf8'));
const { writeSync } = fs;

const streams = { 1: [], 2: [] };
/** The program writes to what is no terminal with this alone. */
fs.writeSync = (descriptor, bytes, at = 0, ...rest) => {
  const stream = streams[descriptor];
  if (stream === undefined) return writeSync(descriptor, bytes, at, ...rest);
  stream.push(Buffer.from(bytes.subarray(at)));
  return bytes.length - at;
};

// Each run listens for what would interrupt it.
process.setMaxListeners(0);
const results = [];
for (const args of commands) {
  streams[1].length = 0;
  streams[2].length = 0;
  delete require.cache[START];
  process.argv = [process.execPath, 'resurs', ...args];
  process.exitCode = 0;
  await require(START).run();
  const [stdout, stderr] = [streams[1], streams[2]].map((chunks) => Buffer.concat(chunks).toString('latin1'));
  results.push({ exit: process.exitCode, stdout, stderr });
}
process.exitCode = 0;
const said = Buffer.from(JSON.stringify(results));
for (let at = 0; at < said.length; ) at += writeSync(1, said, at);
