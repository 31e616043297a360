// The benchmarks: what each runs, the table that it gives and the limits that it is held to.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENDINGS, FIRST, LAST, REGIONS } from './batch-size.mjs';
import { makeHostile } from './make-hostile.mjs';
import { median, medianRatio } from './measure.mjs';

// Ratios are of wall time. MB are 1 000 000 bytes.
const LIMITS = {
  estimateToNode: 2.5,
  versionToNode: 1.7,
  nationalToPython: 1.5,
  peakMb: 300,
  disagreement: 1e-9,
  growth: 1,
  longCellMs: 100,
  runawayMs: 1000,
  spacesMs: 10,
  batchToSingles: 0.25,
};
const MONTH = '2023-01';
const PYTHON_SCRIPT = fileURLToPath(new URL('plain_csv.py', import.meta.url));
const ONE_BY_ONE = fileURLToPath(new URL('one-by-one.mjs', import.meta.url));
/** Of what takes many seconds each time. */
const FEW_RUNS = 5;
const QUANTITIES = ['newDecisions', 'baseHours', 'collaborationHours', 'totalHours'];

const bareNode = [process.execPath, '-e', '0'];
const estimateNational = (tool, folder) => [...tool, 'estimate', '--data', folder, '--month', MONTH, '-f', 'json'];

const check = (what, value, limit, format = (number) => number.toFixed(3)) => ({
  // A value that could not be had is NaN, and NaN keeps no limit.
  kept: value <= limit,
  text: `${what}: ${format(value)}, limit ${format(limit)}`,
});

const table = (header, rows) =>
  [header, header.map((_, i) => (i ? '--:' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const spread = (values) => `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;
const timeCells = ({ ms }) => [median(ms).toFixed(1), spread(ms)];
const peakCell = ({ peakMb }) => Math.max(...peakMb).toFixed(0);
const groups = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');

async function benchmarkStartup({ tool, measure }) {
  const commands = [
    bareNode,
    [...tool, 'estimate', '--data', 'fixtures/example', '--month', MONTH],
    [...tool, '--version'],
  ];
  const [node, estimate, version] = await measure(commands);
  const ratio = ({ ms }) => medianRatio(ms, node.ms);
  return {
    title: 'Start-up',
    table: table(
      ['command', 'median ms', 'min–max ms', 'peak MB', 'to bare Node'],
      [
        ['`node -e 0`', ...timeCells(node), peakCell(node), '1'],
        ['`resurs estimate`, the example', ...timeCells(estimate), peakCell(estimate), ratio(estimate).toFixed(2)],
        ['`resurs --version`', ...timeCells(version), peakCell(version), ratio(version).toFixed(2)],
      ],
    ),
    checks: [
      check('`estimate` on the example to bare Node', ratio(estimate), LIMITS.estimateToNode),
      check('`--version` to bare Node', ratio(version), LIMITS.versionToNode),
    ],
  };
}

async function benchmarkNational({ tool, measure, nationalFolder }) {
  const { path, rows } = nationalFolder(1);
  const python = ['python3', PYTHON_SCRIPT, path, MONTH];
  const [resurs, byName, byIndex] = await measure([estimateNational(tool, path), python, [...python, '--reader']]);
  const faster = median(byName.ms) < median(byIndex.ms) ? byName : byIndex;
  const ratio = ({ ms }) => medianRatio(resurs.ms, ms);
  return {
    title: `National size, ${groups(rows)} rows of statistics`,
    table: table(
      ['command', 'median ms', 'min–max ms', 'peak MB', '`resurs` to it'],
      [
        ['`resurs estimate -f json`', ...timeCells(resurs), peakCell(resurs), '1'],
        ['Python, `csv.DictReader`', ...timeCells(byName), peakCell(byName), ratio(byName).toFixed(2)],
        ['Python, `csv.reader`', ...timeCells(byIndex), peakCell(byIndex), ratio(byIndex).toFixed(2)],
      ],
    ),
    checks: [
      check('`estimate` to the faster of the two Python styles', ratio(faster), LIMITS.nationalToPython),
      check('peak memory of `estimate`, MB', Math.max(...resurs.peakMb), LIMITS.peakMb, (mb) => mb.toFixed(0)),
      check(
        'largest relative difference from Python, of rows and grand total',
        Math.max(disagreement(resurs.output, byName.output), disagreement(resurs.output, byIndex.output)),
        LIMITS.disagreement,
        (difference) => difference.toExponential(1),
      ),
    ],
  };
}

const DIALECT_NAMES = {
  standard: 'UTF-8, comma',
  sv: 'Windows-1252, semicolon, CRLF',
  quoted: 'UTF-8, every cell in quotation marks',
};

/** The same tables in other dialects, beside the faster Python style on the standard one. */
async function benchmarkDialects({ tool, measure, nationalFolder }) {
  const folders = Object.keys(DIALECT_NAMES).map((dialect) => nationalFolder(1, dialect));
  const python = ['python3', PYTHON_SCRIPT, folders[0].path, MONTH, '--reader'];
  const results = await measure([...folders.map(({ path }) => estimateNational(tool, path)), python]);
  const byPython = results.at(-1);
  const own = results.slice(0, -1);
  const names = Object.values(DIALECT_NAMES);
  return {
    title: `Dialects, ${groups(folders[0].rows)} rows of statistics`,
    table: table(
      ['tables', 'median ms', 'min–max ms', 'peak MB', 'to Python on the standard tables'],
      own.map((result, i) => [
        names[i],
        ...timeCells(result),
        peakCell(result),
        medianRatio(result.ms, byPython.ms).toFixed(2),
      ]),
    ),
    checks: [0, 1].flatMap((i) => [
      check(`${names[i]}: time to Python`, medianRatio(own[i].ms, byPython.ms), LIMITS.nationalToPython),
      check(`${names[i]}: peak memory, MB`, Math.max(...own[i].peakMb), LIMITS.peakMb, (mb) => mb.toFixed(0)),
    ]),
  };
}

/** What sizes beyond all sense add to the check of a small folder. */
async function benchmarkHostile({ tool, measure, scratch }) {
  const { sound, longCell, runaway, spaces } = makeHostile(scratch);
  const command = (path) => [...tool, 'check', '--data', path, '-f', 'json'];
  const results = await measure([sound, longCell, runaway, spaces].map(command), [0, 0, 1, 1]);
  const added = results.map(({ ms }) => median(ms.map((time, i) => time - results[0].ms[i])));
  const names = ['a small folder', 'a cell of 1 MB', 'a runaway quotation mark, 20 MB', '50 000 spaces in a number'];
  const show = (ms) => ms.toFixed(0);
  return {
    title: 'Hostile sizes',
    table: table(
      ['`resurs check` of', 'median ms', 'min–max ms', 'peak MB', 'added ms'],
      results.map((result, i) => [names[i], ...timeCells(result), peakCell(result), added[i].toFixed(1)]),
    ),
    checks: [
      check('a cell of 1 MB, added ms', added[1], LIMITS.longCellMs, show),
      check('a runaway quotation mark of 20 MB, added ms', added[2], LIMITS.runawayMs, show),
      check('50 000 spaces in a number, added ms', added[3], LIMITS.spacesMs, show),
    ],
  };
}

/** The largest relative difference between the tool's figures and the script's; NaN where one of them has none. */
function disagreement(toolOutput, scriptOutput) {
  let estimate;
  try {
    estimate = JSON.parse(toolOutput);
  } catch {
    return Number.NaN;
  }
  const keyOf = ({ programme, region }) => `${programme}|${region}`;
  const ours = new Map([...(estimate.rows ?? []), ...(estimate.totals ?? [])].map((row) => [keyOf(row), row]));
  const script = JSON.parse(scriptOutput);
  if (estimate.rows?.length !== script.rows.length) return Number.NaN;
  const theirs = [...script.rows, { programme: null, region: null, ...script.grandTotal }];
  const differences = theirs.flatMap((their) =>
    QUANTITIES.map((quantity) => {
      const [a, b] = [ours.get(keyOf(their))?.[quantity], their[quantity]];
      return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }),
  );
  return Math.max(...differences);
}

async function benchmarkGrowth({ tool, measure, nationalFolder }) {
  const folders = [1, 2, 4].map((scale) => nationalFolder(scale));
  const results = await measure(folders.map(({ path }) => estimateNational(tool, path)));
  const perRow = results.map(({ ms }, i) => ms.map((time) => (time * 1000) / folders[i].rows));
  const growth = perRow.map((times) => medianRatio(times, perRow[0]));
  // The start of the process weighs less per row the more rows there are, and may hide a growth that this shows.
  const perAddedRow = (i) =>
    ((median(results[i].ms) - median(results[i - 1].ms)) * 1000) / (folders[i].rows - folders[i - 1].rows);
  return {
    title: 'Growth',
    table: table(
      ['rows', 'median ms', 'min–max ms', 'peak MB', 'µs per row', 'to the first', 'µs per added row'],
      results.map((result, i) => [
        groups(folders[i].rows),
        ...timeCells(result),
        peakCell(result),
        median(perRow[i]).toFixed(2),
        growth[i].toFixed(2),
        i ? perAddedRow(i).toFixed(2) : '',
      ]),
    ),
    checks: [1, 2].map((i) =>
      check(`time per row, ${groups(folders[i].rows)} rows to the first`, growth[i], LIMITS.growth),
    ),
  };
}

/** A plan against the same runs as single commands, which leave the same files. */
async function benchmarkBatch({ tool, measure, scratch, runs }) {
  const plan = join(scratch, 'plan.yaml');
  const data = join(process.cwd(), 'fixtures/example');
  const outs = ENDINGS.map((ending) => `"batch/{month}/{region}.${ending}"`);
  writeFileSync(
    plan,
    `version: 1
data: ${data}
jobs:
  - name: hours
    command: estimate
    matrix: {month: {from: ${FIRST}, to: ${LAST}}, region: [${REGIONS.join(', ')}]}
    out: [${outs.join(', ')}]
`,
  );
  const singly = join(scratch, 'singly');
  const commands = [
    [...tool, 'batch', plan],
    [process.execPath, ONE_BY_ONE, singly, data, ...tool],
  ];
  const [batch, singles] = await measure(commands, [], Math.min(runs, FEW_RUNS));
  const files = readdirSync(singly, { recursive: true }).filter((name) => /\.[a-z]+$/.test(name));
  const differing = files.filter(
    (name) => !readFileSync(join(singly, name)).equals(readFileSync(join(scratch, 'batch', name))),
  );
  const ratio = medianRatio(batch.ms, singles.ms);
  return {
    title: `Batch, ${files.length} files of six regions and 24 months in three formats`,
    table: table(
      ['command', 'median ms', 'min–max ms', 'peak MB', '`batch` to it'],
      [
        ['`resurs batch`', ...timeCells(batch), peakCell(batch), '1'],
        ['144 times `resurs estimate`', ...timeCells(singles), peakCell(singles), ratio.toFixed(3)],
      ],
    ),
    checks: [
      check('`batch` to the same runs as single commands', ratio, LIMITS.batchToSingles),
      check('files that differ', files.length === 0 ? Number.NaN : differing.length, 0, (count) => count.toFixed(0)),
    ],
  };
}

export const BENCHMARKS = {
  startup: benchmarkStartup,
  national: benchmarkNational,
  dialects: benchmarkDialects,
  hostile: benchmarkHostile,
  growth: benchmarkGrowth,
  batch: benchmarkBatch,
};
