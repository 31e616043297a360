import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT, runResurs } from './harness.ts';

const EXAMPLE = path.join(ROOT, 'fixtures/example');

interface Trace {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly formula: string | null;
  readonly inputs: readonly Trace[];
  readonly from: { table: string; path: string; line: number; why: string } | null;
}

/** The cell of a figure that was read, by its name, in the file's own columns; a work step stands in the column value. */
const COLUMNS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  decisionsPerMonth: [['decisions_per_month', 1]],
  expenditure: [
    ['expenditure', 1],
    ['expenditure_tkr', 1e3],
    ['expenditure_mkr', 1e6],
  ],
  costPerDecision: [['cost_per_decision', 1]],
  collaborationShare: [['value', 1]],
};

const lines = new Map<string, string[]>();

function cell(file: string, line: number, column: string): string {
  if (!lines.has(file)) lines.set(file, readFileSync(path.join(EXAMPLE, file), 'utf8').split('\n'));
  const [header = '', row = ''] = [lines.get(file)?.[0], lines.get(file)?.[line - 1]];
  return row.split(',')[header.split(',').indexOf(column)] ?? '';
}

/** Reads the figure anew from the line that the trace cites, and nothing else. */
function readAgain({ name, from }: Trace): number {
  if (from === null) throw new Error(`${name} cites no line`);
  const { table, path: file, line } = from;
  const known = COLUMNS[name];
  const candidates =
    known ?? (table === 'schablons' ? [['value', 1] as const] : ([[statisticsColumn(name), 1]] as const));
  for (const [column, factor] of candidates) {
    const text = cell(file, line, column);
    if (text !== '') return Number(text) * factor;
  }
  throw new Error(`${file}:${line} says nothing of ${name}`);
}

function statisticsColumn(name: string): string {
  if (name.startsWith('newDecisions')) return 'new_decisions';
  return name.startsWith('expenditure') ? 'expenditure' : 'decisions';
}

/** The arithmetic of a trace from its leaves up, by its formula: × and / and +, Σ, and the empty sum. */
function recomputed(trace: Trace): number {
  if (trace.from !== null) return readAgain(trace);
  const inputs = trace.inputs.map(recomputed);
  const { formula } = trace;
  if (formula === null) return monthsIn(trace);
  if (formula.includes(' / ')) return (inputs[0] as number) / (inputs[1] as number);
  if (formula.includes(' × ')) return inputs.reduce((product, input) => product * input, 1);
  return inputs.reduce((sum, input) => sum + input, 0);
}

function monthsIn({ name, value }: Trace): number {
  if (name !== 'monthsOfPeriod' || ![3, 12].includes(value)) throw new Error(`${name} has no formula`);
  return value;
}

interface Row {
  readonly month: string;
  readonly programme: string;
  readonly region: string;
  readonly totalHours: number;
}

async function json(args: readonly string[]): Promise<{ rows: Row[]; trace: Trace }> {
  const result = await runResurs([...args, '--format', 'json'], { cwd: EXAMPLE });
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout);
}

describe('explain', () => {
  let rows: Row[] = [];
  beforeAll(async () => {
    rows = (await json(['estimate', '--from', '2022-11', '--to', '2023-12'])).rows;
  });

  test('every row of the example is recomputed from the cited lines alone', async () => {
    expect(rows.length).toBe(14 * 3 * 6);
    for (const { month, programme, region, totalHours } of rows) {
      const { trace } = await json(['explain', '--month', month, '--programme', programme, '--region', region]);
      expect(trace.value).toBe(totalHours);
      const again = recomputed(trace);
      expect(Math.abs(again - totalHours), `${month} ${programme} ${region}: ${again}`).toBeLessThanOrEqual(
        1e-9 * totalHours,
      );
    }
  });

  test('the same as of a day, from a vintage in expenditure with a cost from the statistics', async () => {
    const asOf = ['--as-of', '2022-05-31'];
    const early = (await json(['estimate', '--month', '2023-01', ...asOf])).rows;
    expect(early.length).toBe(18);
    for (const { programme, region, totalHours } of early) {
      const { trace } = await json([
        'explain',
        '--month',
        '2023-01',
        '--programme',
        programme,
        '--region',
        region,
        ...asOf,
      ]);
      expect(JSON.stringify(trace)).toContain('costPerDecision');
      expect(Math.abs(recomputed(trace) - totalHours)).toBeLessThanOrEqual(1e-9 * totalHours);
    }
  });

  test('says in words which schablon won', async () => {
    const result = await runResurs(['explain', '--month', '2023-01', '--programme', 'ETP', '--region', 'Syd'], {
      cwd: EXAMPLE,
    });
    expect(result.exit).toBe(0);
    expect(result.stdout).toContain('the region’s own schablon since 2021-01');
    expect(result.stdout).toContain('national schablon since 2021-01');
  });
});
