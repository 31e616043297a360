import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, runResurs } from '../harness.ts';
import { makeDice } from './dice.ts';
import { ENCODINGS, encode } from './sheet.ts';

/** The ways in which one content can be written. Set `ALL` for every combination of them. */
const DIMENSIONS = {
  encoding: ENCODINGS,
  delimiter: [';', ',', '\t'],
  lineEnd: ['\n', '\r\n', '\r', 'mixed'],
  decimal: [',', '.'],
  thousands: ['', ' ', '\u00A0', '\u202F'],
  language: ['en', 'sv', 'loud'],
  quoting: ['needed', 'all'],
  separator: ['none', 'sep'],
  title: ['none', 'title'],
} as const;
type Form = { readonly [Dimension in keyof typeof DIMENSIONS]: (typeof DIMENSIONS)[Dimension][number] };
const NAMES = Object.keys(DIMENSIONS) as (keyof Form)[];
/** How many combinations are tried without `ALL`. */
const SAMPLE = 150;

/** Cells with `#` are numbers: their point becomes the decimal sign, their thousands are set apart. */
const TABLES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  statistics: [
    ['month', 'programme', 'region', 'decisions', 'new_decisions', 'expenditure'],
    ...['Öst', 'Väst', 'Malmö; sydväst'].flatMap((region, at) =>
      ['104', '70'].map((code) => [
        '2022-01',
        code,
        region,
        `#${1200 + 411 * at}`,
        `#${90 + at}`,
        `#${9000123 + at}.75`,
      ]),
    ),
  ],
  forecasts: [
    ['published', 'programme', 'region', 'period', 'expenditure_mkr', 'cost_per_decision', 'low', 'high', 'source'],
    ['2022-10-24', 'JOB', '', '2023-01', '#38.25', '#7700.50', '#37.5', '#1038.75', 'Prognos, oktober'],
    ['2022-10-24', 'ETP', 'Öst', '2023-01', '#12.50', '#7710.25', '', '', 'Prognos; "oktober"'],
    ['2022-10-24', 'ETP', 'Väst', '2023-01', '#12.25', '#7710.25', '', '', ''],
    ['2022-10-24', 'ETP', 'Malmö; sydväst', '2023-01', '#13', '#7710.25', '', '', ''],
  ],
  schablons: [
    ['programme', 'region', 'valid_from', 'measure', 'step', 'value', 'source'],
    ...['JOB', 'ETP'].flatMap((programme) => [
      [programme, '', '2022-01', 'collaboration_share', '', '#35.5 %', 'invented'],
      [programme, '', '2022-01', 'base_hours', 'bedöma', '#2.25', 'invented, "maj"'],
      [programme, 'Väst', '2022-01', 'base_hours', 'bedöma', '#2.50', 'invented'],
      [programme, '', '2022-01', 'collaboration_hours', 'samråd på plats', '#0.75', 'invented'],
    ]),
  ],
  programmes: [
    ['code', 'programme', 'name'],
    ['70', 'JOB', 'Jobb- och utvecklingsgarantin'],
    ['104', 'ETP', 'Etableringsprogrammet'],
  ],
};

const SWEDISH: Readonly<Record<string, string>> = {
  month: 'månad',
  programme: 'program',
  decisions: 'beslut',
  new_decisions: 'nya_beslut',
  expenditure: 'utgift',
  published: 'publicerad',
  expenditure_mkr: 'utgift_mnkr',
  cost_per_decision: 'kostnad_per_beslut',
  low: 'låg',
  high: 'hög',
  source: 'källa',
  valid_from: 'giltig_från',
  measure: 'mått',
  step: 'arbetsmoment',
  value: 'värde',
  code: 'kod',
  name: 'namn',
};

const PLAIN: Form = {
  encoding: 'utf-8',
  delimiter: ';',
  lineEnd: '\n',
  decimal: ',',
  thousands: '',
  language: 'en',
  quoting: 'needed',
  separator: 'none',
  title: 'none',
};

function headerIn(name: string, language: Form['language']): string {
  const swedish = SWEDISH[name] ?? name;
  if (language === 'en') return name;
  return language === 'sv' ? swedish : ` ${swedish.toUpperCase().replaceAll('_', ' ').normalize('NFD')} `;
}

function cellIn(cell: string, { decimal, thousands }: Form): string {
  const number = /^#(\d+)(?:\.(\d+))?( %)?$/.exec(cell);
  if (number === null) return cell;
  const [, whole = '', fraction, percent = ''] = number;
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, thousands);
  return `${grouped}${fraction === undefined ? '' : decimal + fraction}${percent}`;
}

function fileIn(rows: readonly (readonly string[])[], form: Form): Uint8Array {
  const { delimiter, quoting, lineEnd } = form;
  const written = (cell: string): string =>
    quoting === 'all' || /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const [header = [], ...body] = rows;
  const grid = [
    header.map((name) => headerIn(name, form.language)),
    ...body.map((row) => row.map((cell) => cellIn(cell, form))),
  ];
  const lines = [
    ...(form.separator === 'sep' ? [`sep=${delimiter}`] : []),
    ...(form.title === 'title' ? ['Uppgifter för öst och väst', ''] : []),
    ...grid.map((cells) => cells.map(written).join(delimiter)),
  ];
  const ends = lineEnd === 'mixed' ? ['\r\n', '\n', '\r'] : [lineEnd];
  return encode(lines.map((line, at) => line + ends[at % ends.length]).join(''), form.encoding);
}

/** The result as JSON, without what must differ: the hashes of the files, and that titles were skipped. */
async function resultOf(form: Form): Promise<unknown> {
  const files = Object.fromEntries(Object.entries(TABLES).map(([table, rows]) => [`${table}.csv`, fileIn(rows, form)]));
  const { exit, stdout, stderr } = await runResurs(['estimate', '--month', '2023-01', '--format', 'json'], { files });
  expect({ form, exit, stderr }).toEqual({ form, exit: 0, stderr: '' });
  const { inputs, notes, ...result } = JSON.parse(stdout);
  return {
    ...result,
    inputs: inputs.map(({ sha256: _, ...input }: { sha256: string }) => input),
    notes: notes.filter(({ code }: { code: string }) => code !== 'title-lines-skipped'),
  };
}

function* everyForm(names: readonly (keyof Form)[] = NAMES): Iterable<Form> {
  const [name, ...others] = names;
  if (name === undefined) {
    yield PLAIN;
    return;
  }
  for (const form of everyForm(others)) {
    for (const value of DIMENSIONS[name]) yield { ...form, [name]: value };
  }
}

function* someForms(): Iterable<Form> {
  const dice = makeDice(1);
  for (const name of NAMES) for (const value of DIMENSIONS[name]) yield { ...PLAIN, [name]: value };
  for (let at = 0; at < SAMPLE; at += 1) {
    yield Object.fromEntries(NAMES.map((name) => [name, dice.pick<string>(DIMENSIONS[name])])) as unknown as Form;
  }
}

test('one content gives one result, however it is written', async () => {
  const expected = await resultOf(PLAIN);
  let count = 0;
  for (const form of process.env['ALL'] === undefined ? someForms() : everyForm()) {
    expect({ form, result: await resultOf(form) }).toEqual({ form, result: expected });
    count += 1;
  }
  expect(count).toBeGreaterThan(SAMPLE);
}, 900_000);

describe('standard input in pieces', () => {
  let folder = '';

  beforeAll(() => {
    if (!existsSync(path.join(ROOT, 'dist/start.cjs'))) spawnSync('npm', ['run', 'build'], { cwd: ROOT });
    folder = mkdtempSync(path.join(tmpdir(), 'resurs-pieces-'));
    for (const [table, rows] of Object.entries(TABLES)) {
      if (table !== 'statistics') writeFileSync(path.join(folder, `${table}.csv`), fileIn(rows, PLAIN));
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(bytes: Uint8Array, piece: number): Promise<{ status: number | null; stdout: string; stderr: string }> {
    const args = ['estimate', '--month', '2023-01', '--format', 'json', '--statistics', '-', '--data', folder];
    const child = spawn(process.execPath, [path.join(ROOT, 'bin/resurs.js'), ...args], { stdio: 'pipe' });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      out.stderr += text;
    });
    const feed = async (): Promise<void> => {
      for (let at = 0; at < bytes.length; at += piece) {
        await new Promise<void>((resolve) => child.stdin.write(bytes.subarray(at, at + piece), () => resolve()));
      }
      child.stdin.end();
    };
    return new Promise((resolve, reject) => {
      child.on('close', (status) => resolve({ status, ...out })).on('error', reject);
      feed().catch(reject);
    });
  }

  test('of 1, 2 and 7 bytes is what it is in one', async () => {
    const bytes = fileIn(TABLES['statistics'] ?? [], PLAIN);
    const whole = await run(bytes, bytes.length);
    expect({ status: whole.status, stderr: whole.stderr }).toEqual({ status: 0, stderr: '' });
    for (const piece of [1, 2, 7]) expect({ piece, ...(await run(bytes, piece)) }).toEqual({ piece, ...whole });
  });

  test('of 64 KiB may cut a letter', async () => {
    const piece = 65_536;
    const [header = [], ...rows] = TABLES['statistics'] ?? [];
    const start = fileIn([[...header, 'remark']], PLAIN);
    const body = fileIn([header, ...rows.map((row) => [...row, ''])], PLAIN).subarray(fileIn([header], PLAIN).length);
    // Text in a column that nobody reads, with an Ö whose two bytes lie on both sides of the cut.
    const filler = ['2021-01;104;Öst;10;1;;', 'Ö', '\n'];
    const before = start.length + body.length + new TextEncoder().encode(filler[0]).length;
    const text = `${filler[0]}${'x'.repeat(piece - 1 - before)}ÖÖ${filler[2]}`;
    const bytes = Buffer.concat([start, body, new TextEncoder().encode(text)]);
    expect([...bytes.subarray(piece - 1, piece + 1)]).toEqual([...new TextEncoder().encode('Ö')]);
    const whole = await run(bytes, bytes.length);
    expect({ status: whole.status, stderr: whole.stderr }).toEqual({ status: 0, stderr: '' });
    expect(await run(bytes, piece)).toEqual(whole);
  });
});
