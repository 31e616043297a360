import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { note } from '../../src/domain/note.ts';
import { NOWHERE, problem } from '../../src/domain/problem.ts';
import { json } from '../../src/render/json.ts';
import { anyCharacter } from '../domain/any-text.ts';
import { changedRow, comparison, estimate, explanation, replay, row, trace } from './reports.ts';

const keys = (record: object): string[] => Object.keys(record);

describe('a report as JSON', () => {
  test('has its frame first, then its rows, then what is to be known of them', async () => {
    const report = JSON.parse(await json(estimate([row()])));
    expect(keys(report)).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'rows',
      'steps',
      'totals',
      'warnings',
      'notes',
    ]);
    expect(keys(JSON.parse(await json(explanation(trace('totalHours', 1)))))).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'rows',
      'trace',
      'warnings',
      'notes',
    ]);
  });

  test('has its rows as they are, in their order', async () => {
    const rows = [row({ region: null }), row({ programme: 'ETP', totalHours: 0.1 + 0.2 })];
    const text = await json(estimate(rows));
    expect(JSON.parse(text).rows).toEqual(rows);
    expect(keys(JSON.parse(text).rows[0])).toEqual(keys(row()));
    expect(text).toContain('0.30000000000000004');
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('names its inputs with what seals them', async () => {
    const bytes = new TextEncoder().encode('month;år\r\n');
    const { inputs } = JSON.parse(
      await json(
        estimate([row()], {
          inputs: [{ table: 'statistics', path: 'a.csv', location: '/data/a.csv', bytes, rows: 3, dialect: null }],
        }),
      ),
    );
    expect(inputs).toEqual([
      { table: 'statistics', path: 'a.csv', sha256: createHash('sha256').update(bytes).digest('hex'), rows: 3 },
    ]);
    const abc = {
      table: 'forecasts',
      path: '-',
      location: '-',
      bytes: new TextEncoder().encode('abc'),
      rows: 0,
      dialect: null,
    } as const;
    expect(JSON.parse(await json(estimate([row()], { inputs: [abc] }))).inputs[0].sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('has a warning flat, with its texts and without its facts', async () => {
    const place = { file: 'a.csv', line: 3, column: 'low', columnNumber: 4, value: '7' };
    const warnings = [
      problem('month-incomplete', { programme: 'JOB', month: '2022-01', regions: ['Syd'] }, NOWHERE, 'warning'),
      problem('range-half', {}, place, 'warning'),
    ];
    const report = JSON.parse(await json(estimate([row()], { warnings })));
    expect(keys(report.warnings[0])).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'columnNumber',
      'value',
      'message',
      'hint',
    ]);
    expect(report.warnings[0]).toMatchObject({ code: 'month-incomplete', severity: 'warning', file: null, line: null });
    expect(report.warnings[0].message).toContain('Syd');
    expect(report.warnings[1]).toMatchObject({ code: 'range-half', ...place });
  });

  test('has warnings without personal numbers', async () => {
    const place = { ...NOWHERE, file: 'a.csv', line: 4, column: 'region', columnNumber: 2, value: '8112289874' };
    const facts = { other: '811228-9874', otherPath: 'a.csv', otherLine: 2 };
    const text = await json(estimate([row()], { warnings: [problem('key-variant', facts, place, 'warning')] }));
    expect(JSON.parse(text).warnings[0].value).toBe('811228****');
    expect(JSON.parse(text).warnings[0].message).toContain('811228-****');
    expect(text).not.toContain('9874');
  });

  test('has a note with its sentence and what it is about', async () => {
    const notes = [note('title-lines-skipped', { file: 'a.csv', lines: 2 })];
    const report = JSON.parse(await json(estimate([row()], { notes })));
    expect(keys(report.notes[0])).toEqual(['code', 'message', 'file', 'lines']);
    expect(report.notes[0]).toMatchObject({ code: 'title-lines-skipped', file: 'a.csv', lines: 2 });
    expect(report.notes[0].message).toContain('a.csv');
  });

  test('has the trace with its formulas and its reasons in words', async () => {
    const root = trace('baseHours', 400, {
      operation: 'product',
      inputs: [
        trace('newDecisions', 100, { unit: 'decisions', operation: 'count' }),
        trace('bedöma', 4, {
          unit: 'hours per case',
          from: {
            table: 'schablons',
            path: 's.csv',
            line: 7,
            why: { code: 'schablon', regional: false, validFrom: '2022-01', source: 'enkät' },
          },
        }),
      ],
    });
    const { trace: found } = JSON.parse(await json(explanation(root)));
    expect(keys(found)).toEqual(['name', 'value', 'unit', 'formula', 'inputs', 'from']);
    expect(found).toMatchObject({
      name: 'baseHours',
      value: 400,
      unit: 'hours',
      formula: 'newDecisions × bedöma',
      from: null,
    });
    expect(found.inputs[0]).toEqual({
      name: 'newDecisions',
      value: 100,
      unit: 'decisions',
      formula: null,
      inputs: [],
      from: null,
    });
    expect(found.inputs[1].from).toMatchObject({ table: 'schablons', path: 's.csv', line: 7 });
    expect(found.inputs[1].from.why).toMatch(/2022-01.*enkät/);
  });
});

const FIGURES = [
  'decisions',
  'newShare',
  'newDecisions',
  'collaborationShare',
  'collaborationCases',
  'baseHoursPerCase',
  'collaborationHoursPerCase',
  'baseHours',
  'collaborationHours',
  'totalHours',
];
const CHANGE = ['baseHours', 'collaborationHours', 'totalHours'];
const EFFECTS = ['decisions', 'newShare', 'baseHoursPerCase', 'collaborationShare', 'collaborationHoursPerCase'];
const BREACH = problem('change-above-limit', {
  direction: 'increase',
  limit: { value: 0.1, unit: 'share' },
  hours: 100,
  share: 0.2,
});

describe('a comparison as JSON', () => {
  test('has its frame first, then the sides, the rows, the totals and the gates that were breached', async () => {
    const report = JSON.parse(await json(comparison([changedRow()])));
    expect(keys(report)).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'sides',
      'rows',
      'totals',
      'failures',
      'warnings',
      'notes',
    ]);
    expect([report.formatVersion, report.kind, report.failures]).toEqual([1, 'compare', []]);
    expect(keys(report.request)).toEqual(['month', 'of', 'with', 'programme', 'region', 'asOf', 'scenario', 'method']);
    expect(keys(report.sides)).toEqual(['from', 'to']);
    for (const side of [report.sides.from, report.sides.to]) expect(keys(side)).toEqual(['kind', 'month', 'asOf']);
  });

  test('has in rows and totals the figures of both sides, the change and what each factor did', async () => {
    const { rows, totals } = JSON.parse(await json(comparison([changedRow()])));
    expect(totals).toHaveLength(3);
    for (const each of [...rows, ...totals]) {
      expect(keys(each)).toEqual(['programme', 'region', 'from', 'to', 'change', 'changeShare', 'effects']);
      expect([keys(each.from), keys(each.to)]).toEqual([FIGURES, FIGURES]);
      expect(keys(each.change)).toEqual(CHANGE);
      expect(keys(each.effects)).toEqual(EFFECTS);
      for (const effect of Object.values<object>(each.effects)) {
        expect(keys(effect)).toEqual(['base', 'collaboration', 'total']);
      }
    }
    expect(rows).toEqual([changedRow()]);
  });

  test('has a breached gate as a problem', async () => {
    const { failures } = JSON.parse(await json(comparison([changedRow()], { failures: [BREACH] })));
    expect(failures).toHaveLength(1);
    expect(keys(failures[0])).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'columnNumber',
      'value',
      'message',
      'hint',
    ]);
    expect(failures[0]).toMatchObject({ code: 'change-above-limit', severity: 'error', file: null, line: null });
    expect(failures[0].message).toContain('+100\u00A0hours');
    expect(failures[0].hint).toContain('--max-increase');
  });

  test('has nothing of what is told to people only', async () => {
    const forPeople = { minChange: { value: 50, unit: 'hours' }, saved: 'kept.json' } as const;
    const total = changedRow({ programme: null, region: null });
    const since = { sinceLastYear: { month: '2022-01', total, isOneCell: true, notes: [] } };
    expect(await json(comparison([changedRow()], { forPeople }))).toBe(await json(comparison([changedRow()])));
    expect(await json(estimate([row()], { forPeople: since }))).toBe(await json(estimate([row()])));
    for (const report of [comparison([changedRow()]), estimate([row()]), replay([changedRow()])]) {
      expect(keys(JSON.parse(await json(report)))).not.toContain('forPeople');
    }
  });
});

describe('a replay as JSON', () => {
  test('has its frame first, then whether it is identical, the files, what they did, the schablons, the rows and the totals', async () => {
    const report = JSON.parse(await json(replay([changedRow()], { failures: [BREACH] })));
    expect(keys(report)).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'isIdentical',
      'differs',
      'changes',
      'effects',
      'rates',
      'rows',
      'totals',
      'failures',
      'warnings',
      'notes',
    ]);
    expect([report.kind, report.request, report.isIdentical]).toEqual([
      'verify',
      { saved: 'saved.json', asOf: null },
      false,
    ]);
    expect(keys(report.changes[0])).toEqual(['table', 'path', 'change', 'from', 'to']);
    expect(keys(report.changes[0].from)).toEqual(['sha256', 'rows']);
    expect(report.effects).toEqual([{ tables: ['schablons'], totalHours: 100 }]);
    expect(keys(report.rows[0])).toEqual([
      'month',
      'programme',
      'region',
      'from',
      'to',
      'change',
      'changeShare',
      'effects',
    ]);
    expect(keys(report.totals[0].from)).toEqual([
      'newDecisions',
      'collaborationCases',
      'baseHours',
      'collaborationHours',
      'totalHours',
    ]);
    expect(report.failures[0]).toMatchObject({ code: 'change-above-limit', severity: 'error' });
  });
});

describe('numbers in JSON', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('X07 are never %d', async (value) => {
    await expect(json(estimate([row({ totalHours: value })]))).rejects.toThrow(RangeError);
    await expect(json(explanation(trace('totalHours', value)))).rejects.toThrow(RangeError);
    const notes = [note('regions-part-of-nation', { programme: 'JOB', month: '2022-01', share: value })];
    await expect(json(estimate([row()], { notes }))).rejects.toThrow(RangeError);
  });

  test('are 0 where they are −0', async () => {
    const text = await json(estimate([row({ totalHours: -0 })]));
    expect(text).toContain('"totalHours": 0,');
    expect(text).not.toContain(': -0');
  });

  test('read back to the same doubles', async () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(double, async (totalHours) => {
        expect(JSON.parse(await json(estimate([row({ totalHours })]))).rows[0].totalHours).toBe(
          totalHours === 0 ? 0 : totalHours,
        );
      }),
    );
  });
});

test('names in JSON come back whole, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: anyCharacter }), async (programme) => {
      const text = await json(estimate([row({ programme })]));
      expect(JSON.parse(text).rows[0].programme).toBe(programme);
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    }),
  );
  expect(JSON.parse(await json(estimate([row({ programme: '__proto__' })]))).rows[0].programme).toBe('__proto__');
});
