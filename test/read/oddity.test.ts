import { describe, expect, test } from 'vitest';
import { FORECASTS, PROGRAMMES, REGIONS, SCHABLONS, STATISTICS, type TableSpec } from '../../src/read/columns.ts';
import { OddityWatch } from '../../src/read/oddity.ts';

const COLUMNS = {
  statistics: ['Månad', 'program', 'region', 'beslut', 'nya_beslut'],
  schablons: ['programme', 'region', 'valid_from', 'valid_to', 'measure', 'step', 'value'],
  forecasts: ['published', 'programme', 'period', 'decisions'],
  programmes: ['code', 'programme', 'name'],
  regions: ['code', 'region'],
};
const SPECS: Readonly<Record<keyof typeof COLUMNS, TableSpec>> = {
  statistics: STATISTICS,
  schablons: SCHABLONS,
  forecasts: FORECASTS,
  programmes: PROGRAMMES,
  regions: REGIONS,
};

function judged(table: keyof typeof COLUMNS, row: string, isFirst = false): string | null {
  const oddity = new OddityWatch(COLUMNS[table], SPECS[table]).look(row.split(';'), isFirst);
  return oddity === null ? null : `${oddity.code} ${oddity.column}`;
}

describe('an ordinary row', () => {
  test.each<[keyof typeof COLUMNS, string]>([
    ['statistics', '2022-01;JOB;Nord;1200;120'],
    ['statistics', '2022-01;JOB;;1200;120'],
    ['statistics', '2022-01;;;;'],
    ['statistics', 'september 2022;;;;'],
    ['statistics', ';;;1200;120'],
    ['statistics', '…;;;;'],
    ['statistics', '#N/A;JOB;Nord;1;1'],
    ['statistics', 'Nottingham;JOB;Nord;1;1'],
    ['statistics', 'Källa;JOB;Nord;1;1'],
    ['statistics', 'x;Summa;Nord;1;1'],
    ['schablons', 'JOB;;2022-01;;grundtimmar;beslut;1,5'],
    ['schablons', 'JOB;;2022-01;;base_hours;expenditure;1,5'],
    ['forecasts', '2022-10-24;JOB;2023;5'],
    ['programmes', 'JOB;ETP;Etableringsprogrammet'],
    ['programmes', 'kod;program;Ett namn'],
    ['programmes', ';ETP;'],
    ['programmes', 'JOB;;'],
    ['regions', 'Syd;Syd'],
    ['regions', 'code;Syd'],
  ])('of %s is none of the others: %s', (table, row) => {
    expect(judged(table, row)).toBeNull();
  });
});

describe('S23 a row of sums', () => {
  test.each([
    ['Summa;;;2000;220', 0],
    [' totalt ;;;2000;220', 0],
    [';Summa JOB;;2000;220', 1],
    [';;Syd totalt;2000;220', 2],
    ['Delsumma:;;;2000;220', 0],
  ])('is told by its first cell that holds something: %s', (row, column) => {
    expect(judged('statistics', row)).toBe(`row-total ${column}`);
  });
});

describe('S24 a footnote', () => {
  test.each<[keyof typeof COLUMNS, string]>([
    ['statistics', '* preliminära uppgifter'],
    ['statistics', '¹ utan Gotland;;;;'],
    ['statistics', '† avlidna borträknade;;;;'],
    ['statistics', 'Källa: Arbetsförmedlingen 2023;;;;'],
    ['statistics', 'KÄLLA: A;B;C;1;2'],
    ['statistics', 'Not 1. Utan Gotland;;;;'],
    ['statistics', 'Anm. preliminärt;;;;'],
    ['statistics', 'Source: 2023;;;;'],
    ['statistics', 'Preliminärt;;;;'],
    ['statistics', ';;Uppgift saknas;;'],
    ['statistics', 'Uttaget 2023-01-12 kl. 10;;;;'],
    ['programmes', 'Programmen enligt 2023 års beslut;;'],
    ['programmes', '* nytt program;;'],
    ['regions', 'Källa: SCB;'],
  ])('of %s is prose alone in its row, or begins as one: %s', (table, row) => {
    expect(judged(table, row)).toBe('row-footnote -1');
  });
});

describe('S26 a header once more', () => {
  test.each<[keyof typeof COLUMNS, string]>([
    ['statistics', 'Månad;program;region;beslut;nya_beslut'],
    ['statistics', 'MÅNAD;Program; Region ;Beslut;nya beslut'],
    ['statistics', 'månad;program;;beslut;nya_beslut'],
    ['programmes', 'code;programme;name'],
    ['regions', 'code;region'],
  ])('of %s: %s', (table, row) => {
    expect(judged(table, row)).toBe('header-repeated -1');
  });
});

describe('S25 the header of another table', () => {
  test.each<[keyof typeof COLUMNS, string]>([
    ['statistics', 'kod;region;namn'],
    ['statistics', 'kod;region'],
    ['statistics', 'month;programme;decisions;new_decisions'],
    ['statistics', 'program;giltig_från;mått;arbetsmoment;värde'],
    ['statistics', 'program;giltig_från;mått;värde 2023'],
    ['programmes', 'månad;program;beslut'],
    ['programmes', 'kod;region;namn'],
  ])('below %s: %s', (table, row) => {
    expect(judged(table, row)).toBe('second-table -1');
  });
});

describe('S22 a second row of the header', () => {
  test.each(['(antal);(antal);(namn);(st);(st)', ';;;antal;varav nya', 'text;text;;;'])(
    'is words only, right below the first: %s',
    (row) => {
      expect(judged('statistics', row, true)).toBe('header-second-row -1');
      expect(judged('statistics', row, false)).toBeNull();
    },
  );

  test('is not looked for in a table of words', () => {
    expect(judged('programmes', '(text);(text);(text)', true)).toBeNull();
  });
});

describe('rows that follow each other', () => {
  test('are judged anew when their first cell differs, or their width', () => {
    const watch = new OddityWatch(COLUMNS.statistics, STATISTICS);
    const look = (row: string) => watch.look(row.split(';'), false)?.code ?? null;
    expect(look('2022-01;JOB;Nord;1;1')).toBeNull();
    expect(look('2022-01;JOB;Syd;1;1')).toBeNull();
    expect(look('Summa;;;2;2')).toBe('row-total');
    expect(look('Summa;;;2;2')).toBe('row-total');
    expect(look('2022-02;JOB;Syd;1;1')).toBeNull();
    expect(look('* 2022')).toBe('row-footnote');
  });

  test('F28 take no time, whatever their first cell', () => {
    const watch = new OddityWatch(COLUMNS.statistics, STATISTICS);
    const start = performance.now();
    for (let at = 0; at < 100_000; at += 1) watch.look([`R${at}`, 'JOB', 'Nord', '1', '1'], false);
    watch.look([`Not${' '.repeat(1_000_000)}`, '', '', '', ''], false);
    watch.look(['x'.repeat(1_000_000), '', '', '', ''], false);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('a record that is no row, beside rows that look like it', () => {
  const watch = (header: readonly string[], table: keyof typeof SPECS = 'statistics') =>
    new OddityWatch(header, SPECS[table]);

  test('a row of one cell is a footnote also where rows begin with its words', () => {
    const rows = watch(['program', 'region', 'Månad', 'beslut', 'nya_beslut']);
    const row = ['JOB', 'Nord', '2022-01', '5', '1'];
    expect([rows.look(row, true), rows.look(row, false), rows.look([...row, '9'], false)]).toEqual([null, null, null]);
    expect(rows.look(['JOB'], false)?.code).toBe('row-footnote');
    expect(rows.look(row, false)).toBeNull();
    expect(rows.look(['JOB'], false)?.code).toBe('row-footnote');
  });

  test('a total is seen in the first column that the table knows', () => {
    const rows = watch(['anteckning', 'program', 'Månad', 'beslut']);
    expect(rows.look(['Totalt', ' Totalt ', '', '9'], false)).toMatchObject({ code: 'row-total', column: 1 });
    expect(rows.look(['Totalt'], false)).toMatchObject({ code: 'row-total', column: 0 });
    expect(rows.look(['', '', ' Totalt ', '9'], false)).toMatchObject({ code: 'row-total', column: 2 });
  });

  test.each<[keyof typeof COLUMNS, string, string | null]>([
    ['statistics', 'Siffrorna är preliminära; ;;;', 'row-footnote -1'],
    ['regions', '1480;Nord', null],
    ['statistics', '*;;;;', 'row-footnote -1'],
    ['statistics', 'Min källa: SCB;JOB;Nord;1;1', null],
    ['statistics', 'Nord*;JOB;Nord;1;1', null],
    ['statistics', 'note: x;JOB;Nord;1;1', 'row-footnote -1'],
    ['statistics', 'Remark: x;JOB;Nord;1;1', 'row-footnote -1'],
    ['statistics', 'Källa SCB: x;JOB;Nord;1;1', 'row-footnote -1'],
    ['statistics', 'Källa SCB;JOB;Nord;1;1', null],
    ['programmes', 'kod;;', null],
    ['programmes', 'code;;', null],
    ['regions', ';region', null],
  ])('in %s, of %s', (table, row, expected) => {
    expect(judged(table, row)).toBe(expected);
  });

  test('a row of codes that stands in one cell is told from a code', () => {
    const rows = watch(COLUMNS.regions, 'regions');
    expect(rows.look(['1480;Nord'], false)).toMatchObject({ code: 'row-in-one-cell', facts: { delimiter: ';' } });
    expect(rows.look(['1480'], false)).toBeNull();
  });

  test.each(['…;;;;', ';;;;', '1 200;;;;'])(
    'right below the header, one with no two words is no second of it: %s',
    (row) => {
      expect(judged('statistics', row, true)).toBeNull();
    },
  );

  test('in a table of one column a row of words, or a code, is a row', () => {
    const rows = watch(['code'], 'regions');
    expect([rows.look(['Norra länet'], false), rows.look(['1480'], false)]).toEqual([null, null]);
    const months = watch(['month']);
    expect([months.look(['Preliminärt'], false), months.look(['september'], true)]).toEqual([null, null]);
  });

  test('a row that is none is not taken for an ordinary one the next time', () => {
    const rows = watch(COLUMNS.statistics);
    const codes = (...lines: string[]) => lines.map((line) => rows.look(line.split(';'), false)?.code ?? null);
    expect(codes('* x;;;;', '* x;;;;', '2022-01;JOB;;1;1', '* x;;;;')).toEqual([
      ...['row-footnote', 'row-footnote', null, 'row-footnote'],
    ]);
  });
});
