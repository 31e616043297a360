import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isoMonth, type Month } from '../../src/domain/month.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { readTables } from '../../src/read/all-tables.ts';
import { problemText } from '../../src/render/findings.ts';
import { ROOT } from '../harness.ts';
import { sourceOf } from '../read/reading.ts';
import { brief } from './injection.ts';

const FOLDER = path.join(ROOT, 'fixtures/real-shapes');
const seen = new Set<string>();

async function reading(shape: string) {
  seen.add(shape);
  const bytes = readFileSync(path.join(FOLDER, `${shape}.statistics.csv`));
  return readTables({ sources: [sourceOf('statistics.csv', bytes)], problems: [] });
}

/** Each row as `month programme region decisions new expenditure`; a blank is the nation, a dash an expenditure unknown. */
async function rowsOf(shape: string): Promise<string[]> {
  const { tables, problems } = await reading(shape);
  expect(problems).toEqual([]);
  const { length, month, programmeCode, programmeCodes, regionCode, regionCodes, ...columns } = tables.statistics;
  return Array.from({ length }, (_, row) => {
    const programme = programmeCodes[programmeCode[row] as number]?.code;
    const region = regionCodes[regionCode[row] as number]?.code ?? '';
    const expenditure = columns.expenditureSek[row] as number;
    const counts = [columns.decisions[row], columns.newDecisions[row], Number.isNaN(expenditure) ? '-' : expenditure];
    return [isoMonth(month[row] as Month), programme, region, ...counts].join('|');
  });
}

async function problemsOf(shape: string): Promise<string[]> {
  const { problems } = await reading(shape);
  return problems.map((each) => brief(each.code, each.file, each.line, each.columnNumber, each.value));
}

describe('read as they stand', () => {
  test('a database with a title, quoted text, 2022M01, .. and ISO 8859-1', async () => {
    expect(await rowsOf('pxweb')).toEqual([
      '2022-01|Etableringsprogrammet|Öst|1240|71|9548000.5',
      '2022-01|Etableringsprogrammet|Väst|980|52|-',
      '2022-01|Jobb- och utvecklingsgarantin|Öst|8410|445|64757000',
      '2022-01|Jobb- och utvecklingsgarantin|Väst|7055|388|-',
    ]);
    const { tables, notes } = await reading('pxweb');
    expect(tables.inputs[0]?.dialect).toEqual({
      encoding: 'windows-1252',
      delimiter: ',',
      decimal: '.',
      headerLine: 3,
    });
    expect(notes.map(({ code }) => code)).toEqual(['title-lines-skipped']);
  });

  test('the state’s outturn by rows: a byte order mark, eight decimals, codes with leading zeros', async () => {
    expect(await rowsOf('state-outturn-long')).toEqual([
      '2022-12|0070||8410|445|64757012.12345678',
      '2022-12|0104||1240|71|9548000.5',
      '2023-01|0070||8402|431|64758000',
    ]);
  });

  test('a web table without its sums and stars, hard spaces between thousands', async () => {
    expect(await rowsOf('web-table-tidied')).toEqual(['2022-01|JOB|Öst|9052|445|-', '2022-01|JOB|Väst|8055|458|-']);
    const { notes } = await reading('web-table-tidied');
    expect(notes).toMatchObject([{ code: 'columns-ignored', facts: { columns: ['Förändring'] } }]);
  });

  test('an agency’s sheet: the header on row 9, months by name, national rows', async () => {
    expect(await rowsOf('agency-export')).toEqual([
      '1992-01|JOB||8055|388|-',
      '1992-01|JOB|Nord|3020|131|-',
      '1992-01|JOB|Syd|5035|257|-',
      '2020-01|JOB||9100|402|-',
      '2020-01|JOB|Nord|4000|190|-',
      '2020-01|JOB|Syd|5100|212|-',
    ]);
    const { tables, notes } = await reading('agency-export');
    expect(tables.inputs[0]?.dialect?.headerLine).toBe(9);
    expect(notes).toMatchObject([{ code: 'title-lines-skipped', facts: { lines: 8 } }]);
  });
});

describe('refused, and said why', () => {
  test.each([
    ['pxweb-wide', 3, ['program', 'region', '2022M01', '2022M02', '2022M03']],
    ['state-outturn-wide', 1, ['Utgiftsområde', 'Anslag', 'Januari', 'December']],
  ])(
    '%s has its months as columns: the message names what is missing and the hint what there is',
    async (shape, line, found) => {
      const { problems } = await reading(shape);
      expect(problems).toMatchObject([{ code: 'header-missing', file: 'statistics.csv', line, columnNumber: null }]);
      const wanted = { en: ['month', 'decisions', 'new_decisions'], sv: ['månad', 'beslut', 'nya_beslut'] };
      for (const catalogue of [en, sv]) {
        const texts = problems.map((each) => problemText(each, catalogue));
        for (const missing of wanted[catalogue.language]) expect(texts[0]?.message).toContain(missing);
        for (const name of found) expect(texts[0]?.hint).toContain(name);
      }
    },
  );

  test('.. in a column that is needed is missing, not 0', async () => {
    expect(await problemsOf('pxweb-with-gaps')).toEqual([
      'cell-missing statistics.csv:3:5 ".."',
      'cell-missing statistics.csv:4:4 ".."',
    ]);
  });

  test('a total that stands first', async () => {
    expect(await problemsOf('web-table')).toEqual(['row-total statistics.csv:2:1 "Totalt"']);
  });

  test('a star behind a number, and the footnote that it speaks of', async () => {
    expect(await problemsOf('web-table-with-stars')).toEqual([
      'number-syntax statistics.csv:3:4 "8 055*"',
      'row-footnote statistics.csv:4:- null',
    ]);
  });

  test('stars behind the name of a column: it is said which is meant', async () => {
    const { problems } = await reading('web-table-with-starred-header');
    const misspelt = problems.find(({ code }) => code === 'header-misspelt');
    expect(misspelt).toMatchObject({ line: 1, columnNumber: 5, value: 'Nya beslut**', facts: { meant: 'nya_beslut' } });
  });

  test('months that Excel has changed', async () => {
    expect(await problemsOf('agency-export-with-dates')).toEqual([
      'date-ambiguous statistics.csv:4:1 "jan-20"',
      'date-serial statistics.csv:5:1 "43831"',
    ]);
  });
});

test('every shape is looked at', () => {
  const shapes = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
  expect(shapes.map((name) => name.split('.')[0]).sort()).toEqual([...seen].sort());
});
