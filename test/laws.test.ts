import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Files, ROOT, runResurs } from './harness.ts';
import type { OracleRequest } from './oracle/oracle.ts';
import { randomFolder } from './oracle/random-folder.ts';

type Folder = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, string>>;

interface Report {
  readonly rows: readonly Record<string, number | string | null>[];
  readonly steps: readonly Record<string, number | string | null>[];
  readonly totals: readonly Record<string, number | string | null>[];
}

const HOURS = ['newDecisions', 'collaborationCases', 'baseHours', 'collaborationHours', 'totalHours'] as const;

/** Enough for every rule of the generator to be met; more of them with RUNS=10000. */
const RUNS = Number(process.env['RUNS'] ?? 150);

const seeds = fc.integer({ min: 1, max: 1_000_000 });

function tableOf(text: string): { header: string[]; rows: Row[] } {
  const [first = '', ...lines] = text.trim().split('\n');
  const header = first.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  });
  return { header, rows };
}

function textOf(header: readonly string[], rows: readonly Row[]): string {
  return `${[header.join(','), ...rows.map((row) => header.map((name) => row[name] ?? '').join(','))].join('\n')}\n`;
}

/** The folder with each row of each table changed. */
function mapped(folder: Folder, change: (table: string, row: Row) => Row | Row[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(folder).map(([name, text]) => {
      const { header, rows } = tableOf(text);
      return [
        name,
        textOf(
          header,
          rows.flatMap((row) => change(name, row)),
        ),
      ];
    }),
  );
}

async function estimate(files: Files, request: OracleRequest, extra: readonly string[] = []): Promise<Report | null> {
  const args = [
    ...['estimate', '--from', request.from, '--to', request.to, '--format', 'json', ...extra],
    ...(request.programmes ?? []).flatMap((programme) => ['--programme', programme]),
    ...(request.regions ?? []).flatMap((region) => ['--region', region]),
    ...(request.asOf === null ? [] : ['--as-of', request.asOf]),
  ];
  const result = await runResurs(args, { files });
  return result.exit === 0 ? (JSON.parse(result.stdout) as Report) : null;
}

const figures = (report: Report | null): string => JSON.stringify(report && [report.rows, report.steps, report.totals]);

function expectClose(actual: unknown, expected: number, what: string): void {
  expect(Math.abs((actual as number) - expected), `${what}: ${actual}, not ${expected}`).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(expected)),
  );
}

/** Runs a law on random folders that can be estimated; those that are refused say nothing of it. */
async function law(check: (folder: Folder, request: OracleRequest, report: Report, random: number) => Promise<void>) {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer({ min: 0, max: 2 ** 31 }), async (seed, random) => {
      const { files, request } = randomFolder(seed);
      const report = await estimate(files, request);
      if (report === null) return;
      held += 1;
      await check(files, request, report, random);
    }),
    { numRuns: RUNS, seed: 20221028 },
  );
  expect(held).toBeGreaterThan(RUNS / 3);
}

/** The same items in an order that depends on the seed alone. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed || 1;
  return items
    .map((item) => {
      state = (Math.imul(state, 48271) >>> 0) % 2147483647 || 1;
      return { item, state };
    })
    .sort((left, right) => left.state - right.state)
    .map(({ item }) => item);
}

describe('laws of the model', () => {
  test('doubling every volume doubles the hours and leaves the shares', async () => {
    const doubled = new Set([
      'decisions',
      'new_decisions',
      'decisions_per_month',
      'expenditure',
      'expenditure_tkr',
      'expenditure_mkr',
    ]);
    await law(async (folder, request, report) => {
      const twice = mapped(folder, (_, row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [
            name,
            doubled.has(name) && cell !== '' ? `${2 * Number(cell)}` : cell,
          ]),
        ),
      );
      const other = await estimate(withoutRanges(twice), request);
      expect(other?.rows.length).toBe(report.rows.length);
      for (const [index, row] of report.rows.entries()) {
        const found = other?.rows[index] ?? {};
        for (const key of [...HOURS, 'decisions']) expectClose(found[key], 2 * (row[key] as number), key);
        expectClose(found['newShare'], row['newShare'] as number, 'newShare');
      }
    });
  });

  test('A01 permuting rows and columns changes no byte of rows, steps and totals', async () => {
    await law(async (folder, request, report, random) => {
      const permuted = Object.fromEntries(
        Object.entries(folder).map(([name, text]) => {
          const { header, rows } = tableOf(text);
          return [name, textOf(shuffled(header, random), shuffled(rows, random + 1))];
        }),
      );
      expect(figures(await estimate(permuted, request))).toBe(figures(report));
    });
  });

  test('splitting a table over files changes no byte of rows, steps and totals', async () => {
    await law(async (folder, request, report, random) => {
      const { header, rows } = tableOf(folder['statistics.csv'] as string);
      const at = 1 + (random % Math.max(1, rows.length - 1));
      const files: Record<string, string> = {
        ...folder,
        'later.csv': textOf(header, rows.slice(0, at)),
        'earlier.csv': textOf(header, rows.slice(at)),
      };
      if (rows.length - at === 0) return;
      const split = await estimate(files, request, ['--statistics', 'later.csv', '--statistics', 'earlier.csv']);
      expect(figures(split)).toBe(figures(report));
    });
  });

  test('shifting everything by a year shifts the result', async () => {
    const later = (text: string): string => text.replaceAll(/\b(20\d\d)(?=-|\b)/g, (year) => String(Number(year) + 1));
    const dates = new Set(['month', 'published', 'period', 'valid_from', 'valid_to']);
    await law(async (folder, request, report) => {
      // The end of February moves when the calendar does.
      if (Object.values(folder).join().includes('-02-29') || request.asOf?.includes('-02-2')) return;
      const shifted = mapped(folder, (_, row) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, dates.has(name) ? later(cell) : cell])),
      );
      const { from, to, asOf } = request;
      const moved = { ...request, from: later(from), to: later(to), asOf: asOf && later(asOf) };
      const other = await estimate(shifted, moved);
      const back = figures(other).replaceAll(/"(20\d\d)-/g, (_, year) => `"${Number(year) - 1}-`);
      expect(JSON.parse(back)).toEqual([report.rows, report.steps, report.totals]);
    });
  });

  test('the regions sum to the programme, the programmes and the regions to all', async () => {
    await law(async (_folder, _request, { rows, totals }) => {
      for (const total of totals) {
        const parts = rows.filter(
          (row) =>
            (total['month'] === null || row['month'] === total['month']) &&
            (total['programme'] === null || row['programme'] === total['programme']) &&
            (total['region'] === null || row['region'] === total['region']),
        );
        expect(parts.length).toBeGreaterThan(0);
        for (const key of HOURS) {
          expectClose(
            total[key],
            parts.reduce((sum, row) => sum + (row[key] as number), 0),
            key,
          );
        }
      }
    });
  });

  test('the steps of a cell sum to its base and its collaboration hours', async () => {
    await law(async (_folder, _request, { rows, steps }) => {
      for (const row of rows) {
        for (const [measure, key] of [
          ['base_hours', 'baseHours'],
          ['collaboration_hours', 'collaborationHours'],
        ] as const) {
          const own = steps.filter(
            (step) =>
              step['measure'] === measure &&
              step['month'] === row['month'] &&
              step['programme'] === row['programme'] &&
              step['region'] === row['region'],
          );
          expectClose(
            own.reduce((sum, step) => sum + (step['hours'] as number), 0),
            row[key] as number,
            key,
          );
        }
      }
    });
  });

  test('a region split in two sums to the whole', async () => {
    const folder = exampleFolder();
    const request = { from: '2023-01', to: '2023-03', programmes: null, regions: null, asOf: null };
    const whole = (await estimate(folder, request)) as Report;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 99 }), async (percent) => {
        const split = mapped(folder, (name, row) => {
          if (row['region'] !== 'Väst') return row;
          const [one, other] = [
            { ...row, region: 'Väst A' },
            { ...row, region: 'Väst B' },
          ];
          if (name !== 'statistics.csv') return [one, other];
          return [one, other].map((part, index) => ({
            ...part,
            ...shareOf(row, index === 0 ? percent : null, percent),
          }));
        });
        const report = (await estimate(split, request)) as Report;
        for (const row of whole.rows.filter(({ region }) => region === 'Väst')) {
          const parts = report.rows.filter(
            (part) =>
              part['month'] === row['month'] &&
              part['programme'] === row['programme'] &&
              String(part['region']).startsWith('Väst'),
          );
          expect(parts.length).toBe(2);
          for (const key of HOURS)
            expectClose((parts[0]?.[key] as number) + (parts[1]?.[key] as number), row[key] as number, key);
        }
      }),
      { numRuns: 25, seed: 1 },
    );
  });
});

/** A part of a row's counts: so many per cent, or, with null, the rest. New decisions first, so that none exceed theirs. */
function shareOf(row: Row, percent: number | null, first: number): Record<string, string> {
  const part = (name: string): string => {
    if (row[name] === '' || row[name] === undefined) return '';
    const whole = Number(row[name]);
    const head = Math.floor((whole * first) / 100);
    return String(percent === null ? whole - head : head);
  };
  const fresh = Number(part('new_decisions'));
  const decisions = Math.max(Number(part('decisions')), fresh);
  return {
    decisions: String(decisions),
    new_decisions: String(fresh),
    expenditure: part('expenditure'),
    collaboration_cases: '',
    base_hours: '',
    collaboration_hours: '',
  };
}

/** Ranges around a value do not matter to the estimate, and doubled values would leave them. */
function withoutRanges(folder: Folder): Record<string, string> {
  return mapped(folder, (_, row) => ('low' in row ? { ...row, low: '', high: '' } : row));
}

function exampleFolder(): Record<string, string> {
  const folder = path.join(ROOT, 'fixtures/example');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}
