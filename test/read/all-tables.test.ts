import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { monthFromIso } from '../../src/domain/month.ts';
import { inPlaceOrder, NOWHERE, problem } from '../../src/domain/problem.ts';
import type { Tables } from '../../src/domain/tables.ts';
import { readTables } from '../../src/read/all-tables.ts';
import {
  brief,
  type Files,
  forecasts,
  problemsOf,
  readFiles,
  SOUND,
  schablons,
  sourceOf,
  statistics,
} from './reading.ts';

const month = (iso: string) => monthFromIso(iso) as NonNullable<ReturnType<typeof monthFromIso>>;
const content = ({ forecasts, statistics, schablons }: Tables) => ({ forecasts, statistics, schablons });

describe('the tables of a folder', () => {
  test('are what the files say', async () => {
    const { tables } = await readFiles();
    expect(tables.forecasts).toEqual([
      {
        published: 20221024 as Day,
        code: 'JOB',
        programme: 'JOB',
        regionCode: null,
        region: null,
        period: { first: month('2023-01'), months: 12 },
        measure: 'decisionsPerMonth',
        quantity: 2100,
        costPerDecisionSek: null,
        low: null,
        high: null,
        source: null,
        origin: { table: 'forecasts', path: 'forecasts.csv', line: 2 },
      },
    ]);
    expect(tables.statistics).toEqual({
      length: 2,
      month: Int32Array.of(month('2022-01'), month('2022-01')),
      programmeCode: Int32Array.of(0, 0),
      regionCode: Int32Array.of(0, 1),
      published: Int32Array.of(20220131, 20220131),
      decisions: Float64Array.of(1200, 800),
      newDecisions: Float64Array.of(120, 100),
      expenditureSek: Float64Array.of(Number.NaN, Number.NaN),
      collaborationCases: Float64Array.of(Number.NaN, Number.NaN),
      baseHours: Float64Array.of(Number.NaN, Number.NaN),
      collaborationHours: Float64Array.of(Number.NaN, Number.NaN),
      file: Int32Array.of(0, 0),
      line: Int32Array.of(2, 3),
      paths: ['statistics.csv'],
      programmeCodes: [{ code: 'JOB', name: 'JOB' }],
      regionCodes: [
        { code: 'Nord', name: 'Nord' },
        { code: 'Syd', name: 'Syd' },
      ],
    });
    expect(tables.schablons.map(({ measure, step, value, origin }) => [measure, step, value, origin.line])).toEqual([
      ['collaboration_share', null, 0.35, 2],
      ['base_hours', 'bedöma', 1.5, 3],
      ['collaboration_hours', 'samråd', 2, 4],
    ]);
  });

  test('name their files in the order of the folder, byte for byte as they were, with their rows', async () => {
    const marked = `\uFEFF${SOUND['statistics.csv']}\n;;;;\n`;
    const { tables } = await readFiles({ 'statistics.csv': marked });
    expect(tables.inputs.map(({ table, path, rows }) => [table, path, rows])).toEqual([
      ['forecasts', 'forecasts.csv', 1],
      ['schablons', 'schablons.csv', 3],
      ['statistics', 'statistics.csv', 2],
    ]);
    expect([...(tables.inputs[2]?.bytes ?? [])]).toEqual([...new TextEncoder().encode(marked)]);
  });
});

describe('S01 one table in many dialects', () => {
  const SWEDISH: Readonly<Record<string, string>> = {
    published: 'Publicerad',
    programme: 'program',
    period: 'år',
    decisions_per_month: 'deltagare per månad',
    cost_per_decision: 'kostnad_per_beslut',
    low: 'låg',
    high: 'hög',
    source: 'källa',
    month: 'MÅNAD',
    decisions: 'beslut',
    new_decisions: 'nya-beslut',
    expenditure: 'utgift',
    valid_from: 'giltig_från',
    measure: 'mått',
    step: 'arbetsmoment',
    value: 'värde',
    priority: 'prioritet',
    base_hours: 'grundtimmar',
    collaboration_share: 'samverkansandel',
    collaboration_hours: 'samverkanstimmar',
    must: 'måste',
    can: 'kan',
  };
  /** Each table as rows of cells; decimal numbers with a point, thousands with a space. */
  const ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
    'statistics.csv': [
      ['month', 'programme', 'region', 'decisions', 'new_decisions', 'expenditure', 'published'],
      ['2022-01', 'JOB', 'Nord', '1 200', '120', '1 234 567.5', '2022-02-10'],
      ['2022-01', 'JOB', 'Stockholm Gotland', '800', '100', '', ''],
      ['2022-01', 'ETP', 'Nord', '0', '0', '0.25', ''],
    ],
    'forecasts.csv': [
      [
        'published',
        'programme',
        'region',
        'period',
        'decisions_per_month',
        'cost_per_decision',
        'low',
        'high',
        'source',
      ],
      ['2022-10-24', 'JOB', '', '2023', '2100.5', '9 500', '2000.25', '2 200', 'Prognos, oktober; "ny"'],
      ['2022-10-24', 'ETP', 'Nord', '2023-Q1', '0.5', '', '', '', ''],
    ],
    'schablons.csv': [
      ['programme', 'region', 'valid_from', 'measure', 'step', 'value', 'low', 'high', 'priority'],
      ['JOB', '', '2022-01', 'collaboration_share', '', '0.35', '0.3', '0.5', 'can'],
      ['JOB', '', '2022-01', 'base_hours', 'bedöma', '1.234', '', '', 'must'],
      ['JOB', 'Nord', '2022-01', 'collaboration_hours', 'samråd, möte', '12.125', '', '', ''],
    ],
  };

  interface Dialect {
    readonly delimiter: ';' | ',' | '\t';
    readonly decimal: ',' | '.';
    readonly isSwedish: boolean;
    readonly lineEnd: '\n' | '\r\n' | '\r';
    readonly hasMark: boolean;
    readonly isQuoted: boolean;
    readonly space: ' ' | '\u00A0' | '\u202F';
    readonly isDecomposed: boolean;
    readonly turn: number;
  }

  function written(rows: readonly (readonly string[])[], dialect: Dialect): string {
    const { delimiter, decimal, isSwedish, lineEnd, hasMark, isQuoted, space, isDecomposed, turn } = dialect;
    const lines = rows.map((row) => {
      const cells = row.map((cell) => {
        const word = isSwedish ? (SWEDISH[cell] ?? cell) : cell;
        const text = /^[\d ]+(?:\.\d+)?$/.test(word) ? word.replace('.', decimal).replaceAll(' ', space) : word;
        return isQuoted || /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      });
      // The columns in another order.
      const at = turn % cells.length;
      return [...cells.slice(at), ...cells.slice(0, at)].join(delimiter);
    });
    const text = lines.join(lineEnd) + lineEnd;
    return (hasMark ? '\uFEFF' : '') + (isDecomposed ? text.normalize('NFD') : text);
  }

  const dialects: fc.Arbitrary<Dialect> = fc.record({
    delimiter: fc.constantFrom(';', ',', '\t'),
    decimal: fc.constantFrom(',', '.'),
    isSwedish: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    hasMark: fc.boolean(),
    isQuoted: fc.boolean(),
    space: fc.constantFrom(' ', '\u00A0', '\u202F'),
    isDecomposed: fc.boolean(),
    turn: fc.nat({ max: 8 }),
  });
  const PLAIN: Dialect = {
    delimiter: ';',
    decimal: '.',
    isSwedish: false,
    lineEnd: '\n',
    hasMark: false,
    isQuoted: false,
    space: ' ',
    isDecomposed: false,
    turn: 0,
  };
  const filesIn = (choose: (path: string) => Dialect): Files =>
    Object.fromEntries(Object.entries(ROWS).map(([path, rows]) => [path, written(rows, choose(path))]));

  test('is the same table: delimiter, language, decimal sign, line ends, marks, order of columns', async () => {
    const plain = await readFiles(filesIn(() => PLAIN));
    expect(plain.problems.map(brief)).toEqual([]);
    expect(plain.tables.schablons.map(({ value }) => value)).toEqual([0.35, 1.234, 12.125]);
    await fc.assert(
      fc.asyncProperty(dialects, dialects, dialects, async (first, second, third) => {
        const chosen: Readonly<Record<string, Dialect>> = {
          'statistics.csv': first,
          'forecasts.csv': second,
          'schablons.csv': third,
        };
        const { tables, problems, notes } = await readFiles(filesIn((path) => chosen[path] as Dialect));
        expect(problems.map(brief)).toEqual([]);
        expect(notes).toEqual([]);
        expect(content(tables)).toEqual(content(plain.tables));
      }),
      { numRuns: 200 },
    );
  });
});

describe('several files', () => {
  const HEADER = 'month;programme;region;decisions;new_decisions\n';

  test('make one table, each in its own dialect', async () => {
    const { tables, problems } = await readFiles({
      'statistics.csv': `${HEADER}2022-01;JOB;Nord;1200;120\n`,
      'statistics-2.csv': 'Nya beslut,Beslut,Region,Program,Månad\n"100","1 800",Syd,JOB,januari 2022\n',
    });
    expect(problems.map(brief)).toEqual([]);
    const { statistics } = tables;
    expect([...statistics.decisions]).toEqual([1800, 1200]);
    expect([...statistics.file].map((file) => statistics.paths[file])).toEqual(['statistics-2.csv', 'statistics.csv']);
    expect([...statistics.line]).toEqual([2, 2]);
    expect(tables.inputs.filter(({ table }) => table === 'statistics').map(({ path, rows }) => [path, rows])).toEqual([
      ['statistics-2.csv', 1],
      ['statistics.csv', 1],
    ]);
  });

  test('B03 with one key in two of them are a problem that names both', async () => {
    const { problems } = await readFiles({
      'statistics-1.csv': `${HEADER}2022-01;JOB;Syd;1;1\n2022-01;JOB;Nord;1200;120\n`,
      'statistics.csv': `${HEADER}2022-01;JOB;Nord;1200;120\n`,
    });
    expect(problems.map(brief)).toEqual(['key-duplicate statistics.csv:2 1 month "2022-01"']);
    expect(problems[0]?.facts).toEqual({ otherPath: 'statistics-1.csv', otherLine: 3 });
  });

  test('of forecasts and schablons are one table, too', async () => {
    const { tables, problems } = await readFiles({
      'forecasts-2.csv': 'published;programme;period;utgift_tkr\n2022-10-24;JOB;2024;2,5\n',
      'schablons-2.csv': 'programme;valid_from;measure;step;value\nJOB;2022-01;base_hours;besluta;0.5\n',
    });
    expect(problems.map(brief)).toEqual([]);
    expect(tables.forecasts.map(({ quantity, origin }) => [quantity, origin.path])).toEqual([
      [2500, 'forecasts-2.csv'],
      [2100, 'forecasts.csv'],
    ]);
    expect(tables.schablons.length).toBe(4);
  });

  test('are each judged: one without rows is a problem though the other has some', async () => {
    expect(await problemsOf({ 'statistics-2.csv': HEADER })).toEqual(['no-rows statistics-2.csv:null']);
  });
});

describe('names', () => {
  test('B11 in composed and decomposed letters are one', async () => {
    const { tables, problems } = await readFiles({
      ...statistics('2022-01;JOB;V\u00E4st;1;1', '2022-02;JOB;Va\u0308st;1;1'),
      ...schablons('JOB;Va\u0308st;2022-01;;base_hours;bedo\u0308ma;1,5;;;'),
    });
    expect(problems).toEqual([]);
    expect(tables.statistics.regionCodes).toEqual([{ code: 'V\u00E4st', name: 'V\u00E4st' }]);
    expect(tables.schablons[0]).toMatchObject({ region: 'V\u00E4st', step: 'bed\u00F6ma' });
  });

  test('B12 that every object has are ordinary, and no object is changed', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '10', '2'];
    const { tables, problems, programmes } = await readFiles({
      ...statistics(...names.map((name) => `2022-01;${name};${name};10;1`)),
      ...forecasts(...names.map((name) => `2022-10-24;${name};${name};2023;5;;`)),
      ...schablons(...names.map((name) => `${name};${name};2022-01;;base_hours;${name};1;;;`)),
    });
    expect(problems).toEqual([]);
    expect(tables.statistics.programmeCodes.map(({ name }) => name)).toEqual(names);
    expect(tables.statistics.regionCodes.map(({ name }) => name)).toEqual(names);
    expect(tables.forecasts.map(({ programme, region }) => [programme, region])).toEqual(
      names.map((name) => [name, name]),
    );
    expect(tables.schablons.map(({ step }) => step)).toEqual(names);
    expect([...programmes.names]).toEqual(names);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(
      [
        '__defineGetter__',
        '__defineSetter__',
        '__lookupGetter__',
        '__lookupSetter__',
        '__proto__',
        'constructor',
        'hasOwnProperty',
        'isPrototypeOf',
        'propertyIsEnumerable',
        'toLocaleString',
        'toString',
        'valueOf',
      ].sort(),
    );
  });

  test('of the nation are one and the same, in every table', async () => {
    const nation = ['', 'Riket', 'Hela riket', '00 Riket', 'SE', '00', ' riket '];
    for (const name of nation) {
      const { tables, problems } = await readFiles({
        ...statistics(`2022-01;JOB;${name};1200;120`),
        ...forecasts(`2022-10-24;JOB;${name};2023;2100;;`),
        ...schablons(`JOB;${name};2022-01;;base_hours;bedöma;1,5;;;`),
      });
      expect(problems).toEqual([]);
      expect([...tables.statistics.regionCode]).toEqual([-1]);
      expect(tables.statistics.regionCodes).toEqual([]);
      expect(tables.forecasts[0]).toMatchObject({ region: null, regionCode: null });
      expect(tables.schablons[0]?.region).toBeNull();
    }
    const twice = await problemsOf(statistics(...nation.map((name) => `2022-01;JOB;${name};1200;120`)));
    expect(twice.length).toBe(nation.length - 1);
    for (const each of twice) expect(each).toMatch(/^key-duplicate /);
  });

  test('B15 that differ only in case or space are refused across tables, with the first place', async () => {
    const { problems } = await readFiles({
      ...statistics('2022-01;JOB;Syd;800;100'),
      ...forecasts('2022-10-24;job;SYD;2023;2100;;'),
      ...schablons('J OB;S yd;2022-01;;base_hours;bedöma;1,5;;;'),
    });
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-variant forecasts.csv:2 2 programme "job"', { other: 'JOB', otherPath: 'statistics.csv', otherLine: 2 }],
      ['key-variant forecasts.csv:2 3 region "SYD"', { other: 'Syd', otherPath: 'statistics.csv', otherLine: 2 }],
      ['key-variant schablons.csv:2 1 programme "J OB"', { other: 'JOB', otherPath: 'statistics.csv', otherLine: 2 }],
      ['key-variant schablons.csv:2 2 region "S yd"', { other: 'Syd', otherPath: 'statistics.csv', otherLine: 2 }],
    ]);
  });

  test('of regions must be known from the statistics; those of programmes need not', async () => {
    const files = {
      ...forecasts('2022-10-24;UGA;Väst;2023;2100;;'),
      ...schablons('UGA;Nord;2022-01;;base_hours;bedöma;1;;;'),
    };
    const { problems } = await readFiles(files);
    expect(problems.map(brief)).toEqual(['code-unknown forecasts.csv:2 3 region "Väst"']);
    expect(problems[0]?.facts).toEqual({ kind: 'region', near: [], from: 'statistics.csv' });
  });
});

describe('problems', () => {
  test('of all files are collected, and sorted by file, line and column', async () => {
    const files = {
      ...schablons('JOB;;2022;;base_hours;bedöma;x;;;', 'JOB;;2022-01;;base;;1;;;'),
      ...forecasts('2022-10-24;JOB;;2023;-1;;', '2022-13-24;JOB;;2023;2100;;'),
      ...statistics('2022-01;JOB;Nord;x;120', 'y;JOB;Nord;1200;120'),
    };
    expect(await problemsOf(files)).toEqual([
      'number-negative forecasts.csv:2 5 decisions_per_month "-1"',
      'date-outside-calendar forecasts.csv:3 1 published "2022-13-24"',
      'month-is-period schablons.csv:2 3 valid_from "2022"',
      'cell-missing schablons.csv:2 7 value "x"',
      'measure-unknown schablons.csv:3 5 measure "base"',
      'cell-missing statistics.csv:2 4 decisions "x"',
      'month-syntax statistics.csv:3 1 month "y"',
    ]);
  });

  test('of the folder stand among those of its files', async () => {
    const twice = problem('table-twice', { paths: ['a', 'b'] }, { ...NOWHERE, file: 'program.csv' });
    const { problems } = await readTables({
      sources: [sourceOf('statistics.csv', '')],
      problems: [twice],
    });
    expect(problems.map(brief)).toEqual(['table-twice program.csv:null', 'file-empty statistics.csv:null']);
  });

  test('without a file come last, and those of one place keep their order', () => {
    const at = (file: string | null, line: number | null, columnNumber: number | null, found: number) =>
      problem('row-width', { expected: 0, found }, { ...NOWHERE, file, line, columnNumber });
    const sorted = inPlaceOrder([
      at(null, null, null, 1),
      at('b', 2, 10, 2),
      at('b', 2, 9, 3),
      at('b', 2, null, 4),
      at('b', 2, 9, 5),
      at('b', 10, 1, 6),
      at('Ö', 1, 1, 7),
      at('a', 1, null, 10),
      at('a', null, null, 8),
      at('B', 3, 1, 9),
    ]);
    expect(sorted.map(({ facts }) => (facts as { found: number }).found)).toEqual([9, 8, 10, 4, 3, 5, 2, 6, 7, 1]);
  });

  test('in the statistics do not make their regions unknown to other tables', async () => {
    const files = {
      ...statistics('2022-01;JOB;Nord;x;120'),
      ...forecasts('2022-10-24;JOB;Väst;2023;2100;;'),
      ...schablons('JOB;Syd;2022-01;;base_hours;bedöma;1;;;'),
    };
    expect(await problemsOf(files)).toEqual(['cell-missing statistics.csv:2 4 decisions "x"']);
  });

  test('in the header of the statistics, or no statistics to speak of, leave other tables alone, too', async () => {
    const others = forecasts('2022-10-24;JOB;Väst;2023;2100;;');
    expect(await problemsOf({ ...others, 'statistics.csv': 'x;y\n1;2\n' })).toEqual([
      'header-missing statistics.csv:1',
    ]);
    expect(await problemsOf({ ...others, 'statistics.csv': '' })).toEqual(['file-empty statistics.csv:null']);
  });

  test('in the table of programmes do not make its codes unknown', async () => {
    const files = {
      'programmes.csv': 'code;programme\n104;ETP\n104;JOB\n',
      ...statistics('2022-01;105;Nord;1200;120'),
    };
    expect(await problemsOf(files)).toEqual(['key-conflict programmes.csv:3 1 code "104"']);
  });

  test('of one row leave the others of its table', async () => {
    const { tables, problems } = await readFiles(
      statistics('2022-01;JOB;Nord;x;120', '2022-01;JOB;Syd;800;100', '2022-02;JOB;Syd;900;90'),
    );
    expect(problems.length).toBe(1);
    expect([...tables.statistics.decisions]).toEqual([800, 900]);
  });
});

describe('the order of rows', () => {
  test('changes no row but its line', async () => {
    const lines = [
      '2022-01;JOB;Nord;1200;120',
      '2022-01;JOB;Syd;800;100',
      '2022-02;ETP;Nord;7;1',
      '2022-02;JOB;SE;5;0',
    ];
    const read = async (order: readonly string[]): Promise<string[]> => {
      const { tables, problems } = await readFiles(statistics(...order));
      expect(problems).toEqual([]);
      const { month, programmeCode, regionCode, decisions, newDecisions, programmeCodes, regionCodes } =
        tables.statistics;
      return [...month]
        .map((each, at) =>
          [
            each,
            programmeCodes[programmeCode[at] as number]?.name,
            regionCodes[regionCode[at] as number]?.name,
            decisions[at],
            newDecisions[at],
          ].join(),
        )
        .sort();
    };
    const expected = await read(lines);
    expect(expected.length).toBe(4);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (order) => {
        expect(await read(order)).toEqual(expected);
      }),
      { numRuns: 24 },
    );
  });
});
