import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BatchReport, JobRow } from '../../src/domain/batch-report.ts';
import { problem } from '../../src/domain/problem.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { en } from '../../src/messages/en.ts';
import { csv } from '../../src/render/csv.ts';
import type { CsvStyle } from '../../src/render/csv-text.ts';
import { problemText } from '../../src/render/findings.ts';
import { inCell, withoutLine } from './placed.ts';
import { changedRow, comparison, effects, estimate, explanation, figures, replay, row, trace } from './reports.ts';

const HEADER = [
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
const STYLES = ['csv', 'csv-sv'] as const;

/** Reads as a stranger would: by the standard, or as a Swedish spreadsheet. */
function records(text: string, style: CsvStyle): string[][] {
  const options =
    style === 'csv'
      ? { delimiter: ',', record_delimiter: '\r\n' }
      : { delimiter: ';', record_delimiter: '\r\n', bom: true };
  return parse(text, { ...options, relax_column_count: false }) as unknown as string[][];
}

const written = async (programme: string, style: CsvStyle): Promise<string> =>
  records(await csv(estimate([row({ programme })]), style), style)[1]?.[1] as string;

describe('an estimate as CSV', () => {
  test('has its header and its rows, unrounded', async () => {
    const rows = [row({ totalHours: 0.1 + 0.2, region: null }), row({ programme: 'Övrigt', decisions: 1e21 })];
    expect(await csv(estimate(rows), 'csv')).toBe(
      [
        HEADER.join(','),
        '2023-01,JOB,,1000,0.1,100,0.4,40,4,2.5,400,100,0.30000000000000004,2022-10-24,2022-01',
        '2023-01,Övrigt,Syd,1000000000000000000000,0.1,100,0.4,40,4,2.5,400,100,500,2022-10-24,2022-01',
        '',
      ].join('\r\n'),
    );
  });

  test('for a Swedish spreadsheet has a byte order mark, semicolons, decimal commas and CRLF', async () => {
    expect(await csv(estimate([row({ programme: 'a,b', newShare: 1e-7, baseHours: -1.5 })]), 'csv-sv')).toBe(
      `\uFEFF${HEADER.join(';')}\r\n2023-01;a,b;Syd;1000;0,0000001;100;0,4;40;4;2,5;-1,5;100;500;2022-10-24;2022-01\r\n`,
    );
  });

  test.each(STYLES)('as %s has the same English names whatever the rows', async (style) => {
    expect(records(await csv(estimate([]), style), style)).toEqual([HEADER]);
  });

  test.each(STYLES)('as %s leaves numbers alone, below zero, too', async (style) => {
    const sign = style === 'csv' ? '.' : ',';
    const numbers = [-0, -5, -0.25, 1e-7, 1e21, 5e-324, Number.MAX_SAFE_INTEGER];
    const found = records(await csv(estimate(numbers.map((totalHours) => row({ totalHours }))), style), style);
    expect(found.slice(1).map((cells) => cells[12])).toEqual([
      '0',
      '-5',
      `-0${sign}25`,
      `0${sign}0000001`,
      '1000000000000000000000',
      `0${sign}${'0'.repeat(323)}5`,
      '9007199254740991',
    ]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'X07 is never written with %d',
    async (totalHours) => {
      for (const style of STYLES) await expect(csv(estimate([row({ totalHours })]), style)).rejects.toThrow(RangeError);
    },
  );

  test('reads back to the same doubles', async () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(double, fc.constantFrom(...STYLES), async (totalHours, style) => {
        const cell = records(await csv(estimate([row({ totalHours })]), style), style)[1]?.[12] as string;
        expect(cell).not.toMatch(/e/i);
        expect(Number(cell.replace(style === 'csv' ? /$^/ : ',', '.'))).toBe(totalHours === 0 ? 0 : totalHours);
      }),
      { numRuns: 300 },
    );
  });
});

describe('texts in CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['-1.5', "'-1.5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\ttab', "'\ttab"],
    ['\rcr', "'\ncr"],
    [' =1', "' =1"],
    ['"=1', '\'"=1'],
    [';=1', ";'=1"],
    ['\u00A0=1', "'\u00A0=1"],
    ['\uFEFF=1', '\\u{FEFF}=1'],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM', "'＠SUM"],
    ['=HYPERLINK("http://e";"x")', '\'=HYPERLINK("http://e";"x")'],
  ])('X03 %j is no formula', async (text, neutral) => {
    for (const style of STYLES) expect(await written(text, style)).toBe(neutral);
  });

  test.each(['JOB', '104', 'a=b', 'a-b', '1+1', '−5', '(=1)', '', ' Syd ', '#SAKNAS!'])(
    'but %j stays as it is',
    async (text) => {
      for (const style of STYLES) expect(await written(text, style)).toBe(text);
    },
  );

  test.each(['a\nb', '"', '""', 'a"b', 'a,b', 'a;b', 'a\tb', 'å', '😀', '__proto__', "'", '\u200D'])(
    'X05 X06 %j comes back whole',
    async (text) => {
      for (const style of STYLES) expect(await written(text, style)).toBe(text);
    },
  );

  test('X05 a line break of any kind is one, between quotation marks', async () => {
    for (const text of ['a\rb', 'a\r\nb', 'a\nb']) {
      expect(await csv(estimate([row({ programme: text })]), 'csv')).toContain(',"a\nb",');
    }
  });

  test('X03 a guard stands between quotation marks, and an apostrophe elsewhere needs none', async () => {
    expect(await csv(estimate([row({ programme: '=1' })]), 'csv')).toContain(`2023-01,"'=1",Syd`);
    expect(await csv(estimate([row({ programme: "a'b" })]), 'csv')).toContain("2023-01,a'b,Syd");
  });

  test.each([
    ['\u001B[2J', '\\x1B[2J'],
    ['\u009B31m', '\\x9B31m'],
    ['a\u0000', 'a\\x00'],
    ['\u202Edys', '\\u{202E}dys'],
    ['a\u2028b', 'a\\u{2028}b'],
  ])('X01 X02 %j does not act', async (text, shown) => {
    for (const style of STYLES) expect(await written(text, style)).toBe(shown);
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
const FACTORS = ['decisions', 'newShare', 'baseHoursPerCase', 'collaborationShare', 'collaborationHoursPerCase'];
const CHANGE_HEADER = [
  'month',
  'programme',
  'region',
  ...['kind', 'month', 'asOf', ...FIGURES].map((name) => `from.${name}`),
  ...['kind', 'month', 'asOf', ...FIGURES].map((name) => `to.${name}`),
  'change.baseHours',
  'change.collaborationHours',
  'change.totalHours',
  'changeShare',
  ...FACTORS.flatMap((factor) => ['base', 'collaboration', 'total'].map((part) => `effects.${factor}.${part}`)),
];

describe('a comparison as CSV', () => {
  const changed = changedRow({
    region: null,
    from: figures({ newShare: null, totalHours: 0.1 + 0.2 }),
    change: { baseHours: -0.25, collaborationHours: 20, totalHours: 19.75 },
    changeShare: null,
    effects: effects({ decisions: [80, 20], collaborationShare: [0, -1.5] }),
  });
  const CELLS = [
    ...['2023-01', 'JOB', ''],
    ...['outcome', '2022-01', ''],
    ...['1000', '', '100', '0.4', '40', '4', '2.5', '400', '100', '0.30000000000000004'],
    ...['estimate', '2023-01', '2022-10-31'],
    ...['1200', '0.1', '120', '0.4', '48', '4', '2.5', '480', '120', '600'],
    ...['-0.25', '20', '19.75', ''],
    ...['80', '20', '100', '0', '0', '0', '0', '0', '0', '0', '-1.5', '-1.5', '0', '0', '0'],
  ];

  const sides = {
    from: { kind: 'outcome', month: '2022-01', asOf: null },
    to: { kind: 'estimate', month: '2023-01', asOf: '2022-10-31' },
  } as const;

  test('has a row for each cell, unrounded, its values named by their way in the JSON, and what each side is', async () => {
    expect(CHANGE_HEADER).toHaveLength(48);
    expect(await csv(comparison([changed, changedRow({ programme: 'a,b' })], { sides }), 'csv')).toBe(
      [
        CHANGE_HEADER.join(','),
        CELLS.join(','),
        '2023-01,"a,b",Syd,outcome,2022-01,,1000,0.1,100,0.4,40,4,2.5,400,100,500,estimate,2023-01,2022-10-31,1200,0.1,120,0.4,48,4,2.5,480,120,600,80,20,100,0.2,80,20,100,0,0,0,0,0,0,0,0,0,0,0,0',
        '',
      ].join('\r\n'),
    );
  });

  test('for a Swedish spreadsheet has a byte order mark, semicolons and decimal commas', async () => {
    const text = await csv(comparison([changed], { sides }), 'csv-sv');
    const cells = CELLS.map((cell) => cell.replace('.', ','));
    expect(text).toBe(`\uFEFF${CHANGE_HEADER.join(';')}\r\n${cells.join(';')}\r\n`);
  });

  test.each(STYLES)('X03 as %s has no name that a spreadsheet would take for a formula', async (style) => {
    const report = comparison([changedRow({ programme: '=1+1', region: '@Syd' })]);
    expect(records(await csv(report, style), style)[1]?.slice(1, 3)).toEqual(["'=1+1", "'@Syd"]);
  });

  test('hides no row, whatever is hidden from people', async () => {
    const report = comparison([changedRow()], { forPeople: { minChange: { value: 1e6, unit: 'hours' }, saved: null } });
    expect(records(await csv(report, 'csv'), 'csv')).toHaveLength(2);
  });
});

describe('a replay as CSV', () => {
  test('has the cells that differ, as they were saved and as they are now', async () => {
    const request = { saved: 'saved.json', asOf: '2022-10-31' };
    const [header, first] = records(await csv(replay([changedRow()], { request }), 'csv'), 'csv');
    expect(header).toEqual(CHANGE_HEADER);
    const named = Object.fromEntries((header ?? []).map((name, at) => [name, first?.[at]]));
    expect(named).toMatchObject({
      month: '2023-01',
      programme: 'JOB',
      region: 'Syd',
      'from.kind': 'estimate',
      'from.month': '2023-01',
      'from.asOf': '2022-10-31',
      'from.totalHours': '500',
      'to.month': '2023-01',
      'to.totalHours': '600',
    });
  });

  test.each(STYLES)('and a comparison as %s have the same English names where there is no row', async (style) => {
    expect(records(await csv(replay([changedRow()], { rows: [] }), style), style)).toEqual([CHANGE_HEADER]);
    expect(records(await csv(comparison([]), style), style)).toEqual([CHANGE_HEADER]);
  });
});

describe('an explanation as CSV', () => {
  test('has a row for every figure, from the answer down to the lines of the files', async () => {
    const root = trace('totalHours', 500, {
      operation: 'sum',
      inputs: [
        trace('baseHours', 400.25, {
          operation: 'product',
          inputs: [trace('newDecisions', 100, { unit: 'decisions' }), trace('=bedöma', 4, { unit: 'hours per case' })],
        }),
        trace('collaborationHours', 100, {
          from: {
            table: 'schablons',
            path: 'a,b.csv',
            line: 7,
            why: { code: 'schablon', regional: true, validFrom: '2022-01', source: null },
          },
        }),
      ],
    });
    const found = records(await csv(explanation(root), 'csv'), 'csv');
    expect(found[0]).toEqual(['level', 'name', 'value', 'unit', 'formula', 'table', 'path', 'line', 'why']);
    expect(found.slice(1).map((cells) => cells.slice(0, 8))).toEqual([
      ['0', 'totalHours', '500', 'hours', 'baseHours + collaborationHours', '', '', ''],
      ['1', 'baseHours', '400.25', 'hours', 'newDecisions × =bedöma', '', '', ''],
      ['2', 'newDecisions', '100', 'decisions', '', '', '', ''],
      ['2', "'=bedöma", '4', 'hours per case', '', '', '', ''],
      ['1', 'collaborationHours', '100', 'hours', '', 'schablons', 'a,b.csv', '7'],
    ]);
    expect(found.slice(1, 5).map((cells) => cells[8])).toEqual(['', '', '', '']);
    expect(found[5]?.[8]).toContain('2022-01');
  });
});

describe('a plan that was run, as CSV', () => {
  const job: JobRow = {
    name: 'change',
    command: 'compare',
    with: {},
    exitCode: 1,
    totalHours: 40950.5,
    change: -4138,
    changeShare: -0.1124,
    outputs: [
      { path: 'results/change.md', format: 'markdown' },
      { path: 'results/change.json', format: 'json' },
    ],
    errors: ['row-blank', 'row-width'],
    warnings: ['schablon-old', 'share-extreme'],
    notes: ['reference-year-older', 'months-missing'],
    failures: [problem('row-blank', {}), problem('row-width', { expected: 5, found: 4 })],
    failure: null,
  };
  const reportOf = (rows: readonly JobRow[]): BatchReport => ({
    formatVersion: 1,
    kind: 'batch',
    request: { plan: 'plan.yaml', month: null, data: null, strict: false, allowOutside: false, dryRun: false },
    inputs: [],
    exitCode: 1,
    rows,
    failures: [],
    problems: [],
    warnings: [],
    notes: [],
  });

  test('has a row for each job, and in one cell what a job has several of', async () => {
    const failed: JobRow = {
      ...job,
      name: '=1',
      exitCode: 2,
      totalHours: null,
      change: null,
      changeShare: null,
      outputs: [],
      errors: [],
      warnings: [],
      notes: [],
      failures: [],
      failure: { code: 'option-twice', facts: { option: '--month' } },
    };
    expect(records(await csv(reportOf([job, failed]), 'csv'), 'csv')).toEqual([
      [
        ...['name', 'command', 'exitCode', 'totalHours', 'change', 'changeShare', 'outputs'],
        ...['errors', 'warnings', 'notes', 'failures', 'failure'],
      ],
      [
        ...['change', 'compare', '1', '40950.5', '-4138', '-0.1124', 'results/change.md results/change.json'],
        ...['row-blank row-width', 'schablon-old share-extreme', 'reference-year-older months-missing'],
        ...['row-blank row-width', ''],
      ],
      ["'=1", 'compare', '2', '', '', '', '', '', '', '', '', 'option-twice'],
    ]);
  });
});

describe('problems as CSV', () => {
  const reportOf = (problems: CheckReport['problems']): CheckReport =>
    ({ formatVersion: 1, kind: 'check', problems, understood: [], warnings: [], notes: [] }) as never;

  test('have a row each, with what a spreadsheet calls the place where that is known', async () => {
    const placed = [
      inCell('number-syntax', {}, 'x;«=1200 st»'),
      withoutLine('row-blank', {}, { file: 'a.csv', line: 3 }),
      withoutLine('row-width', { expected: 5, found: 4 }, { file: 'a.csv', line: 4 }),
    ];
    const problems = placed.map((each) => each.problem);
    const [number, blank, width] = problems.map((each) => problemText(each, en));
    const found = records(await csv(reportOf(problems), 'csv', placed.slice(0, 2)), 'csv');
    expect(found).toEqual([
      ['code', 'severity', 'file', 'line', 'column', 'columnNumber', 'value', 'message', 'hint', 'cell'],
      [
        ...['number-syntax', 'error', 'a.csv', '57', 'decisions', '4', "'=1200 st"],
        ...[number?.message, number?.hint, 'D57'],
      ],
      ['row-blank', 'error', 'a.csv', '3', '', '', '', blank?.message, blank?.hint, ''],
      ['row-width', 'error', 'a.csv', '4', '', '', '', width?.message, width?.hint, ''],
    ]);
    const unplaced = records(await csv(reportOf(problems), 'csv'), 'csv');
    expect(unplaced.map((cells) => cells.at(-1))).toEqual(['cell', '', '', '']);
  });
});
