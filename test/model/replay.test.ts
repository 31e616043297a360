import { describe, expect, test } from 'vitest';
import type { EstimateRow, StepRow } from '../../src/domain/report.ts';
import type { InputFile } from '../../src/domain/tables.ts';
import { totalRows } from '../../src/model/estimate.ts';
import { replayed } from '../../src/model/replay.ts';

type Table = InputFile['table'];

/** N = D · n, K = N · s, B = N · b, C = K · c, T = B + C; at first 800 · 0.125 = 100, 25, 200, 100 and 300. */
function row(changes: Partial<EstimateRow> = {}): EstimateRow {
  const given = {
    ...{ month: '2023-01', programme: 'JOB', region: 'Nord', decisions: 800, newShare: 0.125 },
    ...{ collaborationShare: 0.25, baseHoursPerCase: 2, collaborationHoursPerCase: 4 },
    ...{ forecastPublished: '2022-10-28', referenceMonth: '2022-01', ...changes },
  };
  const newDecisions = given.decisions * given.newShare;
  const collaborationCases = newDecisions * given.collaborationShare;
  const baseHours = newDecisions * given.baseHoursPerCase;
  const collaborationHours = collaborationCases * given.collaborationHoursPerCase;
  const hours = { baseHours, collaborationHours, totalHours: baseHours + collaborationHours };
  return { ...given, newDecisions, collaborationCases, ...hours, ...changes };
}

const resultOf = (rows: readonly EstimateRow[], steps: readonly StepRow[] = []) => ({
  rows,
  steps,
  totals: totalRows(rows, false),
});

const effects = (saved: EstimateRow[], now: EstimateRow[], ...changed: Table[]) =>
  replayed(resultOf(saved), resultOf(now), new Set(changed)).effects;

describe('which of the changed tables did it', () => {
  test.each<[string, Partial<EstimateRow>, number, Table[], Table[]]>([
    ['decisions', { decisions: 880 }, 30, ['forecasts', 'schablons'], ['forecasts']],
    ['decisions', { decisions: 880 }, 30, ['statistics', 'schablons'], ['statistics']],
    ['decisions', { decisions: 880 }, 30, ['scenario', 'schablons'], ['scenario']],
    ['decisions', { decisions: 880 }, 30, ['programmes', 'schablons'], ['programmes']],
    ['decisions', { decisions: 880 }, 30, ['regions', 'forecasts'], ['forecasts', 'regions']],
    ['new decisions', { newShare: 0.25 }, 300, ['statistics', 'forecasts', 'schablons', 'scenario'], ['statistics']],
    ['new decisions', { newShare: 0.25 }, 300, ['programmes', 'forecasts'], ['programmes']],
    ['new decisions', { newShare: 0.25 }, 300, ['regions', 'forecasts'], ['regions']],
    ['base hours', { baseHoursPerCase: 3 }, 100, ['schablons', 'forecasts', 'statistics'], ['schablons']],
    ['base hours', { baseHoursPerCase: 3 }, 100, ['scenario', 'forecasts'], ['scenario']],
    ['base hours', { baseHoursPerCase: 3 }, 100, ['programmes', 'forecasts'], ['programmes']],
    ['base hours', { baseHoursPerCase: 3 }, 100, ['regions', 'forecasts'], ['regions']],
    ['the share', { collaborationShare: 0.5 }, 100, ['schablons', 'forecasts', 'statistics'], ['schablons']],
    ['the share', { collaborationShare: 0.5 }, 100, ['scenario', 'statistics'], ['scenario']],
    ['the share', { collaborationShare: 0.5 }, 100, ['programmes', 'statistics'], ['programmes']],
    ['the share', { collaborationShare: 0.5 }, 100, ['regions', 'statistics'], ['regions']],
    ['collaboration hours', { collaborationHoursPerCase: 8 }, 100, ['schablons', 'statistics'], ['schablons']],
    ['collaboration hours', { collaborationHoursPerCase: 8 }, 100, ['scenario', 'statistics'], ['scenario']],
    ['collaboration hours', { collaborationHoursPerCase: 8 }, 100, ['programmes', 'statistics'], ['programmes']],
    ['collaboration hours', { collaborationHoursPerCase: 8 }, 100, ['regions', 'statistics'], ['regions']],
  ])('%s, %j: %d hours; of %j it is %j', (_, changes, hours, changed, tables) => {
    expect(effects([row()], [row(changes)], ...changed)).toEqual([{ tables, totalHours: hours }]);
  });

  test('all of them, where a cell is on one side only', () => {
    expect(effects([], [row()], 'schablons', 'forecasts')).toEqual([
      { tables: ['forecasts', 'schablons'], totalHours: 300 },
    ]);
    expect(effects([row()], [], 'schablons')).toEqual([{ tables: ['schablons'], totalHours: -300 }]);
  });

  test('each its own, by name, over all cells: 30 and 30 for decisions, 100 for base hours', () => {
    const saved = [row(), row({ region: 'Syd' }), row({ region: 'Väst' })];
    const now = [
      row({ decisions: 880 }),
      row({ region: 'Syd', decisions: 880 }),
      row({ region: 'Väst', baseHoursPerCase: 3 }),
    ];
    expect(effects(saved, now, 'schablons', 'forecasts')).toEqual([
      { tables: ['forecasts'], totalHours: 60 },
      { tables: ['schablons'], totalHours: 100 },
    ]);
  });

  test('none, where hours do not follow from their factors: the rest is of no table, and first', () => {
    expect(effects([row()], [row({ totalHours: 310 })], 'schablons')).toEqual([{ tables: [], totalHours: 10 }]);
    expect(effects([row()], [row({ decisions: 880, totalHours: 335 })], 'forecasts')).toEqual([
      { tables: [], totalHours: 5 },
      { tables: ['forecasts'], totalHours: 30 },
    ]);
    expect(effects([row()], [row({ decisions: 880 })])).toEqual([{ tables: [], totalHours: 30 }]);
    expect(effects([row()], [row()], 'schablons')).toEqual([]);
  });
});

describe('what differs', () => {
  const STEP = { month: '2023-01', programme: 'JOB', region: 'Nord', measure: 'base_hours', hours: 200 } as StepRow;

  test('is nothing of the same result, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(row()).reverse()) as unknown as EstimateRow;
    const { differs, rows, effects: none } = replayed(resultOf([row()], [STEP]), resultOf([turned], [STEP]), new Set());
    expect([differs, rows, none]).toEqual([[], [], []]);
  });

  test('is told by part, with the cells that differ, and the hours of each', () => {
    const saved = [row({ month: '2023-02' }), row(), row({ region: 'Syd' })];
    const now = [row({ month: '2023-02', decisions: 880 }), row({ decisions: 880 }), row({ region: 'Syd' })];
    const found = replayed(resultOf(saved, [STEP]), resultOf(now, [STEP]), new Set());
    expect(found.differs).toEqual(['rows', 'totals']);
    expect(found.rows.map(({ month, region }) => [month, region])).toEqual([
      ['2023-01', 'Nord'],
      ['2023-02', 'Nord'],
    ]);
    expect(found.totals.at(-1)).toMatchObject({
      programme: null,
      region: null,
      from: { newDecisions: 300, collaborationCases: 75, baseHours: 600, collaborationHours: 300, totalHours: 900 },
      to: { newDecisions: 320, collaborationCases: 80, baseHours: 640, collaborationHours: 320, totalHours: 960 },
      change: { totalHours: 60 },
    });
    expect(Object.keys(found.totals.at(-1)?.from ?? {})).not.toContain('decisions');
    const steps = replayed(resultOf(saved, [STEP]), resultOf(saved, [{ ...STEP, hours: 201 }]), new Set());
    expect(steps.differs).toEqual(['steps']);
  });
});
