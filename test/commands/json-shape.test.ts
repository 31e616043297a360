import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, ROOT, runResurs } from '../harness.ts';
import { SMALL, smallWith, WARNED } from './small-folder.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const ROW_KEYS = [
  'month',
  'programme',
  'region',
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
  'forecastPublished',
  'referenceMonth',
];
const STEP_KEYS = ['month', 'programme', 'region', 'measure', 'step', 'priority', 'hoursPerCase', 'cases', 'hours'];
const TOTAL_KEYS = [
  'month',
  'programme',
  'region',
  'decisions',
  'newDecisions',
  'collaborationCases',
  'baseHours',
  'collaborationHours',
  'totalHours',
];
const PROBLEM_KEYS = ['code', 'severity', 'file', 'line', 'column', 'columnNumber', 'value', 'message', 'hint'];
const INPUT_KEYS = ['table', 'path', 'sha256', 'rows'];
const TRACE_KEYS = ['name', 'value', 'unit', 'formula', 'inputs', 'from'];

async function textOf(args: readonly string[], files?: Files): Promise<string> {
  const { exit, stdout } = await runResurs([...args, '-f', 'json'], files === undefined ? {} : { files });
  expect(exit).toBe(0);
  return stdout;
}

const reportOf = async (args: readonly string[], files?: Files): Promise<JsonObject> =>
  JSON.parse(await textOf(args, files)) as JsonObject;

const EXAMPLE = ['--data', 'fixtures/example'];
const YEAR = ['estimate', ...EXAMPLE, '--from', '2023-01', '--to', '2023-12'];
const EXPLAIN = ['explain', ...EXAMPLE, '--month', '2023-01', '-p', 'ETP', '-r', 'Syd'];

const list = (report: JsonObject, key: string): JsonObject[] => report[key] as JsonObject[];

function expectKeys(records: readonly JsonObject[], keys: readonly string[]): void {
  expect(records.length).toBeGreaterThan(0);
  for (const record of records) expect(Object.keys(record)).toEqual(keys);
}

describe('estimate as JSON', () => {
  test('has the frame, in order', async () => {
    const report = await reportOf(YEAR);
    expect(Object.keys(report)).toEqual([
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
    expect(report).toMatchObject({ formatVersion: 1, kind: 'estimate' });
    expect(report['request']).toEqual({
      month: null,
      from: '2023-01',
      to: '2023-12',
      programme: null,
      region: null,
      asOf: null,
      scenario: null,
    });
    expect(Object.keys(report['request'] as JsonObject)).toEqual([
      'month',
      'from',
      'to',
      'programme',
      'region',
      'asOf',
      'scenario',
    ]);
  });

  test('has exactly its keys in rows, steps, totals and inputs, in order', async () => {
    const report = await reportOf(YEAR);
    expectKeys(list(report, 'rows'), ROW_KEYS);
    expectKeys(list(report, 'steps'), STEP_KEYS);
    expectKeys(list(report, 'totals'), TOTAL_KEYS);
    expectKeys(list(report, 'inputs'), INPUT_KEYS);
  });

  test('has numbers for figures and texts for names', async () => {
    const report = await reportOf(YEAR);
    const texts = [
      'month',
      'programme',
      'region',
      'forecastPublished',
      'referenceMonth',
      'measure',
      'step',
      'priority',
    ];
    for (const record of [...list(report, 'rows'), ...list(report, 'steps')]) {
      for (const [key, value] of Object.entries(record)) {
        expect(typeof value, key).toBe(texts.includes(key) ? 'string' : 'number');
      }
      expect(record['month']).toMatch(/^2023-(0[1-9]|1[0-2])$/);
    }
    for (const row of list(report, 'rows')) {
      expect(row['forecastPublished']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row['referenceMonth']).toMatch(/^\d{4}-\d{2}$/);
    }
  });

  test('is unrounded: the figures are those of the model, to the last bit', async () => {
    const report = await reportOf(YEAR);
    for (const row of list(report, 'rows') as unknown as Record<string, number>[]) {
      const [decisions, newShare, newDecisions] = [row['decisions'], row['newShare'], row['newDecisions']] as number[];
      expect(newDecisions).toBe((decisions as number) * (newShare as number));
      expect(row['collaborationCases']).toBe((newDecisions as number) * (row['collaborationShare'] as number));
      expect(row['totalHours']).toBe((row['baseHours'] as number) + (row['collaborationHours'] as number));
    }
  });

  test('is sorted by month, programme and region, steps then by measure and step, by code unit', async () => {
    const report = await reportOf(YEAR);
    const sorted = (records: JsonObject[], keys: string[]): void => {
      const texts = records.map((record) => keys.map((key) => record[key]).join('\u0000'));
      expect(texts).toEqual([...texts].sort());
      expect(new Set(texts).size).toBe(texts.length);
    };
    sorted(list(report, 'rows'), ['month', 'programme', 'region']);
    sorted(list(report, 'steps'), ['month', 'programme', 'region', 'measure', 'step']);
    const regions = [...new Set(list(report, 'rows').map(({ region }) => region))];
    expect(regions).toEqual(['Mitt', 'Nord', 'Stockholm Gotland', 'Syd', 'Väst', 'Öst']);
  });

  test('has null for the region of a national cell, and no total per region', async () => {
    const files = smallWith({
      'statistics.csv': 'month,programme,decisions,new_decisions\n2022-01,JOB,1200,150\n2022-01,UGA,300,75\n',
    });
    const report = await reportOf(['estimate', '--month', '2023-01'], files);
    expect(list(report, 'rows').map(({ programme, region }) => [programme, region])).toEqual([
      ['JOB', null],
      ['UGA', null],
    ]);
    expect(list(report, 'totals').map(({ programme, region }) => [programme, region])).toEqual([
      ['JOB', null],
      ['UGA', null],
      [null, null],
    ]);
  });

  test('seals every input by its SHA-256, with paths from the data folder', async () => {
    const report = await reportOf(YEAR);
    expect(list(report, 'inputs').map(({ table, path }) => [table, path])).toEqual([
      ['programmes', 'programmes.csv'],
      ['statistics', 'statistics.csv'],
      ['forecasts', 'forecasts.csv'],
      ['schablons', 'schablons.csv'],
    ]);
    for (const input of list(report, 'inputs')) {
      const bytes = readFileSync(path.join(ROOT, 'fixtures/example', input['path'] as string));
      expect(input['sha256']).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(input['rows']).toBe(bytes.toString('utf8').trimEnd().split('\n').length - 1);
    }
  });

  test('F24 has no clock, no host and no absolute path, and is the same twice', async () => {
    const args = ['estimate', '--data', path.join(ROOT, 'fixtures/example'), '--month', '2023-01'];
    const text = await textOf(args);
    expect(text).not.toContain(ROOT);
    expect(text).not.toContain(process.cwd());
    expect(text).not.toContain(`"${hostname()}"`);
    expect(text).not.toContain(new Date().toISOString().slice(0, 10));
    expect(text).not.toMatch(/\d{2}:\d{2}:\d{2}/);
    expect(await textOf(args)).toBe(text);
    expect(text).toBe(await textOf(['estimate', ...EXAMPLE, '--month', '2023-01']));
  });

  test('echoes what was asked for', async () => {
    const args = ['--month', '2023-01', '-p', 'UGA', '-p', 'JOB', '-r', 'Syd', '--as-of', '2022-12-31'];
    const report = await reportOf(['estimate', ...args], SMALL);
    expect(report['request']).toEqual({
      month: '2023-01',
      from: null,
      to: null,
      programme: ['UGA', 'JOB'],
      region: ['Syd'],
      asOf: '2022-12-31',
      scenario: null,
    });
  });
});

describe('warnings and notes as JSON', () => {
  test('a warning has exactly its keys, its place among them', async () => {
    const report = await reportOf(['estimate', '--month', '2023-01'], WARNED);
    expectKeys(list(report, 'warnings'), PROBLEM_KEYS);
    expect(list(report, 'warnings')[0]).toMatchObject({
      code: 'schablon-without-source',
      severity: 'warning',
      file: 'schablons.csv',
      line: 7,
      column: null,
      columnNumber: null,
      value: null,
    });
  });

  test('a note has its code, its sentence, and what it is about', async () => {
    const files = smallWith({
      'schablons.csv': (SMALL['schablons.csv'] as string)
        .replaceAll('source\n', 'source,memo\n')
        .replaceAll('ed\n', 'ed,x\n'),
      'forecasts.csv': `Some title\n\n${SMALL['forecasts.csv']}`,
    });
    const notes = list(await reportOf(['estimate', '--month', '2023-01'], files), 'notes');
    expect(notes.map((note) => Object.keys(note))).toEqual([
      ['code', 'message', 'file', 'lines'],
      ['code', 'message', 'file', 'columns'],
    ]);
    expect(notes[0]).toEqual({
      code: 'title-lines-skipped',
      message: 'forecasts.csv: 2 lines of title before the header were skipped.',
      file: 'forecasts.csv',
      lines: 2,
    });
    expect(notes[1]).toMatchObject({ code: 'columns-ignored', file: 'schablons.csv', columns: ['memo'] });
  });

  test('of the model, too, begin with code and message', async () => {
    const notes = list(await reportOf(YEAR), 'notes');
    expect(new Set(notes.map(({ code }) => code))).toEqual(new Set(['reference-month-older', 'reference-year-older']));
    for (const note of notes) expect(Object.keys(note).slice(0, 3)).toEqual(['code', 'message', 'programme']);
  });
});

describe('explain as JSON', () => {
  const nodes = (trace: JsonObject): JsonObject[] => [trace, ...(trace['inputs'] as JsonObject[]).flatMap(nodes)];

  test('has the frame, in order, and the one row', async () => {
    const report = await reportOf(EXPLAIN);
    expect(Object.keys(report)).toEqual([
      'formatVersion',
      'kind',
      'request',
      'inputs',
      'rows',
      'trace',
      'warnings',
      'notes',
    ]);
    expect(report).toMatchObject({ formatVersion: 1, kind: 'explain' });
    expect(Object.entries(report['request'] as JsonObject)).toEqual([
      ['month', '2023-01'],
      ['programme', 'ETP'],
      ['region', 'Syd'],
      ['asOf', null],
      ['scenario', null],
    ]);
    expectKeys(list(report, 'rows'), ROW_KEYS);
    expectKeys(list(report, 'inputs'), INPUT_KEYS);
    const estimate = await reportOf(['estimate', ...EXAMPLE, '--month', '2023-01', '-p', 'ETP', '-r', 'Syd']);
    expect(report['rows']).toEqual(estimate['rows']);
    expect(report['inputs']).toEqual(estimate['inputs']);
  });

  test('has a trace whose every figure has exactly its keys', async () => {
    const trace = (await reportOf(EXPLAIN))['trace'] as JsonObject;
    const all = nodes(trace);
    expectKeys(all, TRACE_KEYS);
    expect(all.length).toBeGreaterThan(40);
    for (const { name, value, unit, formula, inputs, from } of all) {
      expect([typeof name, typeof value, typeof unit]).toEqual(['string', 'number', 'string']);
      const isLeaf = (inputs as Json[]).length === 0;
      if (from !== null) {
        expect(Object.keys(from as JsonObject)).toEqual(['table', 'path', 'line', 'why']);
        expect(isLeaf).toBe(true);
      }
      expect(formula === null).toBe(isLeaf);
      // A leaf stands in a file, or in the calendar.
      expect(isLeaf && from === null).toBe(name === 'monthsOfPeriod');
    }
  });

  test('has in the trace the figures of the row', async () => {
    const report = await reportOf(EXPLAIN);
    const row = list(report, 'rows')[0] as JsonObject;
    const all = nodes(report['trace'] as JsonObject);
    for (const name of ROW_KEYS.slice(3, 13)) {
      expect(all.filter((node) => node['name'] === name).map(({ value }) => value)).toContain(row[name]);
    }
    expect((report['trace'] as JsonObject)['value']).toBe(row['totalHours']);
  });

  test('points at lines that hold what it says', async () => {
    const trace = (await reportOf(EXPLAIN))['trace'] as JsonObject;
    let checked = 0;
    for (const { value, from } of nodes(trace)) {
      if (from === null) continue;
      const { path: file, line } = from as { path: string; line: number };
      const text = readFileSync(path.join(ROOT, 'fixtures/example', file), 'utf8').split('\n')[line - 1] as string;
      expect(text.split(',').map(Number), `${file}:${line}`).toContain(value);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(20);
  });
});
