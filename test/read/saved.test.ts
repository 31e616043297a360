import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { parseSaved } from '../../src/read/saved.ts';
import { SMALL } from '../commands/small-folder.ts';
import { runResurs } from '../harness.ts';
import { utf16 } from './encodings.ts';

type Json = Record<string, unknown>;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parsed = (content: string | Uint8Array) =>
  parseSaved(typeof content === 'string' ? bytesOf(content) : content, 'kept.json');

/** What is wrong with the file: the code and its facts. */
async function failureOf(content: string | Uint8Array): Promise<object> {
  const error = await parsed(content).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error, String(content).slice(0, 80)).toBeInstanceOf(Failure);
  const { code, facts } = error as Failure;
  return { code, ...facts };
}

const unreadable = (reason: string) => ({ code: 'saved-unreadable', path: 'kept.json', reason });

/** An estimate as the program saves it. */
async function saved(...args: string[]): Promise<string> {
  const months = args.length > 0 ? args : ['--month', '2023-01'];
  const { exit, stdout } = await runResurs(['estimate', ...months, '-f', 'json'], { files: SMALL });
  expect(exit).toBe(0);
  return stdout;
}

/** The saved estimate with something else in it. */
async function changed(change: (report: Json) => void): Promise<string> {
  const report = JSON.parse(await saved()) as Json;
  change(report);
  return JSON.stringify(report);
}

const first = (report: Json, key: string): Json => (report[key] as Json[])[0] as Json;

describe('a saved estimate', () => {
  test('is read as it was written', async () => {
    const text = await saved();
    const report = JSON.parse(text) as Json;
    const { request, inputs, rows, steps, totals } = await parsed(text);
    expect({ request, inputs, rows, steps, totals }).toEqual({
      request: report['request'],
      inputs: report['inputs'],
      rows: report['rows'],
      steps: report['steps'],
      totals: report['totals'],
    });
  });

  test('of a range is read with its totals over the months', async () => {
    const { request, totals } = await parsed(await saved('--from', '2023-01', '--to', '2023-02'));
    expect(request).toMatchObject({ month: null, from: '2023-01', to: '2023-02' });
    expect(totals.at(-1)).toMatchObject({ month: null, decisions: null, totalHours: 900 });
  });

  test('is read with a byte order mark, in UTF-16 and on one line, as other programs save it', async () => {
    const text = await saved();
    const plain = await parsed(text);
    expect(await parsed(`\uFEFF${text}`)).toEqual(plain);
    expect(await parsed(text.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(await parsed(JSON.stringify(JSON.parse(text)))).toEqual(plain);
    expect(await parsed(utf16(`\uFEFF${text}`, true))).toEqual(plain);
  });

  test('may hold more than this version knows', async () => {
    const text = await changed((report) => {
      report['interval'] = { level: 90 };
      first(report, 'rows')['interval'] = null;
    });
    expect((await parsed(text)).rows).toHaveLength(4);
  });
});

describe('a file that is no saved estimate', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['a table', SMALL['statistics.csv'] as string],
    ['cut short', '{"formatVersion": 1, "kind": "estimate", "rows": ['],
    ['JSON with a comma too many', '{"formatVersion": 1, "kind": "estimate",}'],
    ['two results', '{"formatVersion": 1}{"formatVersion": 1}'],
  ])('is told to be no JSON where it is %s', async (_, content) => {
    expect(await failureOf(content)).toEqual(unreadable('not-json'));
  });

  test('is told to be no JSON where its bytes are no text', async () => {
    expect(await failureOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0x81, 0x8d))).toEqual(unreadable('not-json'));
  });

  test.each(['{}', '[]', '[1, 2]', '{"a": 1}', '{"formatVersion": "1", "kind": "estimate"}', '{"formatVersion": 1}'])(
    'is told to be other JSON: %s',
    async (content) => {
      expect(await failureOf(content)).toEqual(unreadable('not-a-result'));
    },
  );

  test.each(['null', '5', 'true', '"estimate"'])('is told to be other JSON, which %s is as well', async (content) => {
    expect(await failureOf(content)).toEqual(unreadable('not-a-result'));
  });

  test('of a newer format is told so, whatever its kind', async () => {
    const newer = { code: 'saved-newer', path: 'kept.json', formatVersion: 2 };
    expect(await failureOf('{"formatVersion": 2, "kind": "estimate"}')).toEqual(newer);
    expect(await failureOf('{"formatVersion": 2, "kind": "forecast"}')).toEqual(newer);
    expect(await failureOf(await changed((report) => Object.assign(report, { formatVersion: 2 })))).toEqual(newer);
  });

  test.each(['check', 'explain', 'compare', 'verify', 'problems'])('of the kind %s is told so', async (kind) => {
    const other = { code: 'saved-other-kind', path: 'kept.json', kind };
    expect(await failureOf(JSON.stringify({ formatVersion: 1, kind }))).toEqual(other);
  });
});

describe('a saved estimate that was damaged', () => {
  const damages: readonly (readonly [string, (report: Json) => void])[] = [
    ...['request', 'inputs', 'rows', 'steps', 'totals'].map(
      (key) => [`without ${key}`, (report: Json) => delete report[key]] as const,
    ),
    ...['rows', 'totals'].map(
      (key) => [`with no ${key}`, (report: Json) => Object.assign(report, { [key]: [] })] as const,
    ),
    ...['month', 'programme', 'region', 'decisions', 'newShare', 'totalHours', 'forecastPublished'].map(
      (key) => [`with a row without ${key}`, (report: Json) => delete first(report, 'rows')[key]] as const,
    ),
    ...['measure', 'step', 'priority', 'hours'].map(
      (key) => [`with a step without ${key}`, (report: Json) => delete first(report, 'steps')[key]] as const,
    ),
    ['with hours that are a text', (report) => Object.assign(first(report, 'rows'), { totalHours: '500' })],
    ['with hours that are missing', (report) => Object.assign(first(report, 'rows'), { totalHours: null })],
    ['with a month that is none', (report) => Object.assign(first(report, 'rows'), { month: 'januari' })],
    ['with a seal that is none', (report) => Object.assign(first(report, 'inputs'), { sha256: 'abc' })],
    ['with a table that nobody knows', (report) => Object.assign(first(report, 'inputs'), { table: 'capacities' })],
    ['with a measure that nobody knows', (report) => Object.assign(first(report, 'steps'), { measure: 'hours' })],
    ['with a request of one programme', (report) => Object.assign(report['request'] as Json, { programme: 'JOB' })],
  ];

  test.each(damages)('%s is told so', async (_, damage) => {
    expect(await failureOf(await changed(damage))).toEqual(unreadable('damaged'));
  });

  test.each<[string, Json]>([
    ['a month outside the calendar', { month: '2023-13' }],
    ['a range whose end is outside the calendar', { month: null, from: '2023-01', to: '2023-00' }],
    ['neither a month nor a range', { month: null }],
    ['a range without its end', { month: null, from: '2023-01' }],
    ['a day outside the calendar', { asOf: '2022-02-30' }],
  ])('with a request for %s is told so', async (_, request) => {
    const text = await changed((report) => Object.assign(report['request'] as Json, request));
    expect(await failureOf(text)).toEqual(unreadable('damaged'));
  });

  test('with a row of a month outside the calendar is told so', async () => {
    const text = await changed((report) => Object.assign(first(report, 'rows'), { month: '2023-99' }));
    expect(await failureOf(text)).toEqual(unreadable('damaged'));
  });
});

describe('the months of a saved estimate', () => {
  const withMonths = (month: string | null, from: string | null, to: string | null) =>
    changed((report) => Object.assign(report['request'] as Json, { month, from, to }));

  test.each([
    ['2023-01', null, null],
    [null, '2023-01', '2023-02'],
    [null, '2023-01', '2023-01'],
  ])('may be %s, %s to %s', async (month, from, to) => {
    expect((await parsed(await withMonths(month, from, to))).request).toMatchObject({ month, from, to });
  });

  test.each([
    ['2023-01', '2023-01', null],
    ['2023-01', null, '2023-01'],
    ['2023-01', '2023-01', '2023-02'],
    [null, '2023-01', null],
    [null, null, '2023-01'],
    [null, null, null],
    [null, '2023-02', '2023-01'],
  ])('may not be %s, %s to %s', async (month, from, to) => {
    expect(await failureOf(await withMonths(month, from, to))).toEqual(unreadable('damaged'));
  });

  test('of a format before the first are of no result', async () => {
    const text = await changed((report) => Object.assign(report, { formatVersion: 0 }));
    expect(await failureOf(text)).toEqual(unreadable('not-a-result'));
  });
});
