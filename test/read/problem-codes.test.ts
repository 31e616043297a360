import { describe, expect, test } from 'vitest';
import type { ProblemCode, ProblemFacts } from '../../src/domain/problem.ts';
import { type Files, forecasts, readFiles, SOUND, schablons, statistics } from './reading.ts';

/** The codes that computing gives, not reading; `table-twice` comes from looking for the files, before any is read. */
type CodeOfModel =
  | 'no-forecast'
  | 'programme-without-schablons'
  | 'programme-without-forecast'
  | 'no-reference-month'
  | 'no-reference-year'
  | 'no-cost-per-decision'
  | 'no-seasonal-profile'
  | 'no-regional-split'
  | 'forecast-regions-missing'
  | 'statistics-cover-too-little'
  | 'no-new-share'
  | 'no-collaboration-share'
  | 'no-base-hours'
  | 'no-collaboration-hours'
  | 'no-regions-in-statistics'
  | 'regions-without-cells'
  | 'programme-left-out'
  | 'month-incomplete'
  | 'regions-exceed-nation'
  | 'forecast-far-from-last-year'
  | 'schablon-old'
  | 'schablon-without-source'
  | 'programme-beside-its-codes';
type Warning =
  | 'codes-left-out'
  | 'only-nation-in-month'
  | 'nation-lacks-codes'
  | 'whole-beside-its-parts'
  | 'region-left-out'
  | 'region-blank'
  | 'hours-large';
type CodeOfReading = Exclude<ProblemCode, CodeOfModel | Warning | 'table-twice'>;

interface Case<Code extends ProblemCode> {
  readonly files: Files;
  readonly file: string;
  readonly line: number | null;
  /** The header as written, its number, the cell as written; nothing where the problem is of a row or a file. */
  readonly at?: readonly [column: string, columnNumber: number, value: string];
  readonly facts?: ProblemFacts[Code];
}

const S = 'statistics.csv';
const F = 'forecasts.csv';
const H = 'schablons.csv';
const tail = (text: string): string => text.slice(text.indexOf('\n') + 1);

/** For each code one folder that has this problem and no other. A code without a case does not compile. */
const CASES: { readonly [Code in CodeOfReading]: Case<Code> } = {
  // The file as a whole
  'encoding-unknown': {
    files: { [S]: Uint8Array.from([...new TextEncoder().encode('month;'), 0xff]) },
    file: S,
    line: null,
    facts: { byteOffset: 6 },
  },
  'file-empty': { files: { [S]: '\uFEFF \n\n' }, file: S, line: null },
  'no-rows': { files: { [S]: 'month;programme;decisions;new_decisions\n\n;;;\n' }, file: S, line: null },
  // Structure
  'header-missing': {
    files: { [S]: SOUND[S].replace('new_decisions', 'antal') },
    file: S,
    line: 1,
    facts: { missing: ['new_decisions'], found: ['month', 'programme', 'region', 'decisions', 'antal'] },
  },
  'header-duplicate': {
    files: { [S]: 'månad;programme;decisions;new_decisions;Month\n2022-01;JOB;1200;120;2022-01\n' },
    file: S,
    line: 1,
    at: ['Month', 5, 'Month'],
    facts: { first: 'månad', firstNumber: 1 },
  },
  'header-misspelt': {
    files: { [S]: SOUND[S].replace(';region;', ';Regoin;') },
    file: S,
    line: 1,
    at: ['Regoin', 3, 'Regoin'],
    facts: { meant: 'region' },
  },
  'header-blank': {
    files: { [S]: 'month;programme; ;decisions;new_decisions\n2022-01;JOB;;1200;120\n' },
    file: S,
    line: 1,
    at: ['', 3, ''],
  },
  'row-width': {
    files: statistics('2022-01;JOB;Nord;1200;120', '2022-01;JOB;Syd;800'),
    file: S,
    line: 3,
    facts: { expected: 5, found: 4 },
  },
  'row-blank': {
    files: statistics('2022-01;JOB;Nord;1200;120', ';;;;', '', '2022-01;JOB;Syd;800;100'),
    file: S,
    line: 3,
  },
  'row-total': {
    files: statistics('2022-01;JOB;Nord;1200;120', '2022-01;JOB; Summa ;1200;120'),
    file: S,
    line: 3,
    at: ['region', 3, ' Summa '],
  },
  'quote-misplaced': { files: statistics('2022-01;JOB;Nord;1200;12"0'), file: S, line: 2 },
  'quote-unclosed': { files: statistics('2022-01;JOB;Nord;1200;120', '2022-01;JOB;"Syd;800;100'), file: S, line: 3 },
  'record-too-large': {
    files: statistics(`2022-01;JOB;"${'x'.repeat(1_000_001)}";1200;120`),
    file: S,
    line: 2,
    facts: { limit: 1_000_000 },
  },
  // Cells
  'cell-missing': { files: statistics('2022-01;JOB;Nord;..;120'), file: S, line: 2, at: ['decisions', 4, '..'] },
  'cell-spreadsheet-error': {
    files: statistics('2022-01;JOB;Nord;#DIVISION/0!;120'),
    file: S,
    line: 2,
    at: ['decisions', 4, '#DIVISION/0!'],
  },
  'cell-line-break': {
    files: statistics('2022-01;JOB;Nord;"1200', '2022-01;JOB;Syd;800";100'),
    file: S,
    line: 2,
    at: ['decisions', 4, '1200\n2022-01;JOB;Syd;800'],
  },
  'hidden-character': {
    files: statistics('2022-01;JOB;Nord\u200B;1200;120'),
    file: S,
    line: 2,
    at: ['region', 3, 'Nord\u200B'],
    facts: { codePoint: 'U+200B' },
  },
  'number-syntax': {
    files: statistics('2022-01;JOB;Nord;1200 st;120'),
    file: S,
    line: 2,
    at: ['decisions', 4, '1200 st'],
  },
  'number-grouping': {
    files: statistics('2022-01;JOB;Nord;12 00;120'),
    file: S,
    line: 2,
    at: ['decisions', 4, '12 00'],
  },
  'number-scientific': {
    files: statistics('2022-01;JOB;Nord;1,2E+05;120'),
    file: S,
    line: 2,
    at: ['decisions', 4, '1,2E+05'],
  },
  'number-ambiguous': {
    files: forecasts('2022-10-24;JOB;;2023; 2,100;;'),
    file: F,
    line: 2,
    at: ['decisions_per_month', 5, ' 2,100'],
    facts: { asThousands: '2 100', asDecimal: '2,100' },
  },
  'number-mixed-signs': {
    files: forecasts('2022-10-24;JOB;;2023;2100,5;;', '2022-10-24;JOB;;2024;2100.5;;'),
    file: F,
    line: 3,
    at: ['decisions_per_month', 5, '2100.5'],
    facts: { other: ',', otherLine: 2 },
  },
  'number-negative': {
    files: statistics('2022-01;JOB;Nord;1200;−5'),
    file: S,
    line: 2,
    at: ['new_decisions', 5, '−5'],
  },
  'number-not-positive': {
    files: { [F]: 'published;programme;period;expenditure;cost_per_decision\n2022-10-24;JOB;2023;2100;0\n' },
    file: F,
    line: 2,
    at: ['cost_per_decision', 5, '0'],
  },
  'number-not-whole': {
    files: statistics('2022-01;JOB;Nord;1200;12,5'),
    file: S,
    line: 2,
    at: ['new_decisions', 5, '12,5'],
  },
  'number-too-large': {
    files: statistics('2022-01;JOB;Nord;9007199254740993;120'),
    file: S,
    line: 2,
    at: ['decisions', 4, '9007199254740993'],
    facts: { limit: '1 000 000 000 000' },
  },
  'share-scale': {
    files: schablons('JOB;;2022-01;;collaboration_share;;35;;;'),
    file: H,
    line: 2,
    at: ['value', 7, '35'],
  },
  'share-percent-unexpected': {
    files: schablons('JOB;;2022-01;;base_hours;bedöma;35 %;;;'),
    file: H,
    line: 2,
    at: ['value', 7, '35 %'],
  },
  'month-syntax': { files: statistics('jan-22;JOB;Nord;1200;120'), file: S, line: 2, at: ['month', 1, 'jan-22'] },
  'month-not-first-day': {
    files: statistics('2022-01-15;JOB;Nord;1200;120'),
    file: S,
    line: 2,
    at: ['month', 1, '2022-01-15'],
  },
  'period-syntax': {
    files: forecasts('2022-10-24;JOB;;2023-Q5;2100;;'),
    file: F,
    line: 2,
    at: ['period', 4, '2023-Q5'],
  },
  'day-syntax': {
    files: forecasts('2022-02-29;JOB;;2023;2100;;'),
    file: F,
    line: 2,
    at: ['published', 1, '2022-02-29'],
  },
  'measure-unknown': {
    files: schablons('JOB;;2022-01;;hours;bedöma;2;;;'),
    file: H,
    line: 2,
    at: ['measure', 5, 'hours'],
  },
  'priority-unknown': {
    files: schablons('JOB;;2022-01;;base_hours;bedöma;2;;;should'),
    file: H,
    line: 2,
    at: ['priority', 10, 'should'],
  },
  'key-look-alike': {
    files: statistics('2022-01;J\u041EB;Nord;1200;120'),
    file: S,
    line: 2,
    at: ['programme', 2, 'J\u041EB'],
    facts: { character: '\u041E', codePoint: 'U+041E' },
  },
  'key-variant': {
    files: schablons(...tail(SOUND[H]).trim().split('\n'), 'JOB;SYD;2022-01;;base_hours;bedöma;2;;;'),
    file: H,
    line: 5,
    at: ['region', 2, 'SYD'],
    facts: { other: 'Syd', otherPath: S, otherLine: 3 },
  },
  'code-unknown': {
    files: forecasts('2022-10-24;JOB;Sydd;2023;2100;;'),
    file: F,
    line: 2,
    at: ['region', 3, 'Sydd'],
    facts: { kind: 'region', near: ['Syd'], from: S },
  },
  'name-is-nation': {
    files: { 'regions.csv': 'code;region\n0680;Nord\n1280;Syd\n00;Nord\n', ...statistics('2022-01;JOB;0680;1200;120') },
    file: 'regions.csv',
    line: 4,
    at: ['code', 1, '00'],
  },
  // Rows
  'quantity-count': {
    files: { [F]: 'published;programme;period;Beslut;utgift_mkr\n2022-10-24;JOB;2023;2100;12,5\n' },
    file: F,
    line: 2,
    facts: {
      filled: ['Beslut', 'utgift_mkr'],
      expected: ['decisions_per_month', 'decisions', 'expenditure', 'expenditure_tkr', 'expenditure_mkr'],
    },
  },
  'range-half': { files: forecasts('2022-10-24;JOB;;2023;2100;2000;'), file: F, line: 2, at: ['high', 7, ''] },
  'range-order': {
    files: forecasts('2022-10-24;JOB;;2023;2100;2000;2050'),
    file: F,
    line: 2,
    at: ['decisions_per_month', 5, '2100'],
    facts: { low: 2000, value: 2100, high: 2050 },
  },
  'validity-order': {
    files: schablons('JOB;;2022-01;2021-12;base_hours;bedöma;2;;;'),
    file: H,
    line: 2,
    at: ['valid_to', 4, '2021-12'],
    facts: { validFrom: '2022-01' },
  },
  'step-missing': { files: schablons('JOB;;2022-01;;base_hours;;2;;;'), file: H, line: 2, at: ['step', 6, ''] },
  'step-unexpected': {
    files: schablons('JOB;;2022-01;;collaboration_share;bedöma;0,35;;;'),
    file: H,
    line: 2,
    at: ['step', 6, 'bedöma'],
  },
  'more-new-than-all': {
    files: statistics('2022-01;JOB;Nord;120;1200'),
    file: S,
    line: 2,
    at: ['new_decisions', 5, '1200'],
    facts: { decisions: 120 },
  },
  'more-collaboration-than-new': {
    files: { [S]: 'month;programme;decisions;new_decisions;samverkansärenden\n2022-01;JOB;1200;120;121\n' },
    file: S,
    line: 2,
    at: ['samverkansärenden', 5, '121'],
    facts: { newDecisions: 120 },
  },
  // Across rows
  'key-duplicate': {
    files: statistics('2022-01;JOB;Nord;1200;120', '2022-01;JOB;Syd;800;100', '2022M01;JOB; Nord;1 200;120'),
    file: S,
    line: 4,
    at: ['month', 1, '2022M01'],
    facts: { otherPath: S, otherLine: 2 },
  },
  'key-conflict': {
    files: statistics('2022-01;JOB;Nord;1200;120', '2022-01;JOB;Nord;1200;121'),
    file: S,
    line: 3,
    at: ['month', 1, '2022-01'],
    facts: { otherPath: S, otherLine: 2, hasPublications: true },
  },
  'region-column-missing': {
    files: {
      'statistics.csv':
        'month;programme;Regionnamn;decisions;new_decisions\n2022-01;JOB;Nord;10;1\n2022-01;JOB;Syd;20;2\n2022-01;JOB;Mitt;30;3\n',
    },
    file: S,
    line: 3,
    facts: { found: ['month', 'programme', 'Regionnamn', 'decisions', 'new_decisions'] },
  },
  'key-resembles': {
    files: statistics('2022-01;JOB;Norrland;1200;120', '2022-02;JOB;Norrland;800;100', '2022-03;JOB;Norland;800;100'),
    file: S,
    line: 4,
    at: ['region', 3, 'Norland'],
    facts: { other: 'Norrland', otherPath: S, otherLine: 2, codesFile: 'regions.csv' },
  },
};

describe('every problem of reading, alone and in its place', () => {
  test.each(Object.entries(CASES))('%s', async (code, { files, file, line, at, facts = {} }) => {
    const [column = null, columnNumber = null, value = null] = at ?? [];
    const { problems } = await readFiles(files);
    expect(problems).toEqual([{ code, severity: 'error', file, line, column, columnNumber, value, facts }]);
  });

  test('none stands in the sound folder', async () => {
    const { problems, notes } = await readFiles();
    expect({ problems, notes }).toEqual({ problems: [], notes: [] });
  });
});
