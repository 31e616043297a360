#!/usr/bin/env node
// The law of growth: twice the size takes at most 2.3 times as long, in what reads and in every format that is written.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { casesOf } from './growth-cases.mjs';
import { loadProgram } from './growth-program.mjs';

const USAGE = `usage: growth.mjs [--only REGEXP] [--pairs N] [--limit RATIO]

  --only   the cases whose name matches, such as ^read
  --pairs  so many interleaved pairs of a size and its double (default 7)
  --limit  the ratio that is allowed (default 2.3)

Exit codes: 0 every case kept the limit · 1 one did not · 2 something could not be run`;

/** Below this a clock and a collection of garbage say more than the program. */
const SHORTEST = 20;
/** A case that needs longer for one run is not tried with the double. */
const LONGEST = 20_000;
const FIRST_SIZE = 64;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pairs: { type: 'string', default: '7' },
    limit: { type: 'string', default: '2.3' },
    help: { type: 'boolean', short: 'h' },
  },
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/**
 * Milliseconds of processor that a run takes, the shortest of some: what else the machine does counts less than on the
 * clock of the wall, and only ever adds.
 */
async function timed(act, runs = 3) {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) shortest = Math.min(shortest, await timedOnce(act));
  return shortest;
}

async function timedOnce(act) {
  collectGarbage();
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The smallest size by doubling that takes long enough; as large as can be where none does. */
async function sizeFor({ make, most, least = FIRST_SIZE }) {
  for (let size = least; ; size *= 2) {
    const act = await make(size);
    // What runs for the first time is compiled on the way: the shortest of some runs is that of the program alone.
    let once = await timedOnce(act);
    for (let more = 0; more < 8 && once >= SHORTEST && once <= LONGEST; more += 1) {
      once = Math.min(once, await timedOnce(act));
    }
    if (once >= SHORTEST || size * 4 > most) return { size, once };
  }
}

/** The median ratio of pairs that stood side by side; where it is over the limit, that of more pairs of twice the size. */
async function measured(each, pairs, limit) {
  const { size, once } = await sizeFor(each);
  if (once < SHORTEST || once > LONGEST) return { size, once, ratio: null };
  const ratio = await ratioAt(each, size, pairs);
  const isLarge = 4 * size > each.most || 2.5 * once > LONGEST;
  if (ratio <= limit) return { size, once, ratio };
  // What takes the square of its size does so at every size; what the machine did that moment it does not do again.
  const again = isLarge ? size : 2 * size;
  return { size: again, once, ratio: await ratioAt(each, again, 3 * pairs) };
}

async function ratioAt(each, size, pairs) {
  const [single, double] = [await each.make(size), await each.make(2 * size)];
  await single();
  await double();
  const ratios = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    // By turns, so that what the one leaves behind does not always meet the other.
    const order = pair % 2 === 0 ? [single, double] : [double, single];
    const [first, second] = [await timed(order[0]), await timed(order[1])];
    ratios.push(pair % 2 === 0 ? second / first : first / second);
  }
  return ratios.sort((left, right) => left - right)[Math.floor(ratios.length / 2)];
}

async function main() {
  if (values.help) return console.log(USAGE);
  const limit = Number(values.limit);
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${values.pairs} pairs of each.\n`,
  );
  console.log('| case | size | ms | ratio of the double |\n| --- | --: | --: | --: |');
  const all = casesOf(await loadProgram()).filter(({ title }) => new RegExp(values.only).test(title));
  const results = [];
  for (const each of all) {
    const found = await measured(each, Number(values.pairs), limit).catch((error) => ({ error }));
    results.push({ ...found, title: each.title });
    const { size, once, ratio, error } = found;
    if (error) console.log(`| ${each.title} | – | – | could not be run: ${error.message} |`);
    else console.log(`| ${each.title} | ${size} | ${once.toFixed(1)} | ${said(ratio, once, limit)} |`);
  }
  const ratios = results
    .filter(({ ratio }) => typeof ratio === 'number')
    .sort((left, right) => right.ratio - left.ratio);
  const over = ratios.filter(({ ratio }) => ratio > limit);
  const broken = results.filter(({ error, once }) => error || once > LONGEST);
  const quick = results.length - ratios.length - broken.length;
  const [worst] = ratios;
  console.log(
    `\n${ratios.length} cases measured, ${quick} too quick at the largest size that is taken, ${broken.length} not.`,
  );
  if (worst) console.log(`The worst ratio is ${worst.ratio.toFixed(2)}, of «${worst.title}»; limit ${limit}.`);
  for (const { title, ratio } of over) console.log(`* **MISSED** – ${title}: ${ratio.toFixed(2)}`);
  process.exitCode = over.length > 0 ? 1 : broken.length > 0 || results.length === 0 ? 2 : 0;
}

function said(ratio, once, limit) {
  if (ratio === null) return once > LONGEST ? 'takes too long' : 'quick even so';
  return ratio > limit ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2);
}

main().catch((error) => {
  console.error(`Could not measure: ${error.message}`);
  process.exitCode = 2;
});
