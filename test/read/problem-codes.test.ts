import { describe, expect, test } from 'vitest';
import type { ProblemCode, ProblemFacts, Severity } from '../../src/domain/problem.ts';
import type { PlanProblemCode } from '../../src/messages/batch-texts.ts';
import { COLUMN_LIMIT } from '../../src/read/limits.ts';
import { joined, utf16 } from './encodings.ts';
import { type Files, forecasts, readFiles, SOUND, schablons, statistics } from './reading.ts';

/** The codes that computing, comparing and replaying give, not reading; `table-twice` comes from looking for the files, before any is read. */
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
  | 'hours-absurd'
  | 'no-regions-in-statistics'
  | 'regions-without-cells'
  | 'outcome-missing'
  | 'hours-without-cases'
  | 'nothing-to-compare'
  | 'change-above-limit'
  | 'input-changed'
  | 'result-differs'
  | 'programme-on-one-side'
  | 'part-against-nation'
  | 'regions-on-one-side'
  | 'codes-on-one-side'
  | 'programme-left-out'
  | 'month-incomplete'
  | 'regions-exceed-nation'
  | 'forecast-far-from-last-year'
  | 'figure-far-from-neighbours'
  | 'codes-left-out'
  | 'only-nation-in-month'
  | 'nation-lacks-codes'
  | 'whole-beside-its-parts'
  | 'region-left-out'
  | 'schablon-old'
  | 'schablon-without-source'
  | 'programme-beside-its-codes';
/** Those of a file too large for a line here; the tests of its records have them. */
type CodeOfSize = 'rows-too-many' | 'problems-too-many';
type CodeOfReading = Exclude<ProblemCode, CodeOfModel | CodeOfSize | PlanProblemCode | 'table-twice'>;

interface Case<Code extends ProblemCode> {
  readonly files: Files;
  readonly file: string;
  readonly line: number | null;
  /** The header as written, its number, the cell as written; nothing where the problem is of a row or a file. */
  readonly at?: readonly [column: string, columnNumber: number, value: string | null];
  readonly facts?: ProblemFacts[Code];
  readonly severity?: Severity;
}

const S = 'statistics.csv';
const F = 'forecasts.csv';
const H = 'schablons.csv';
const tail = (text: string): string => text.slice(text.indexOf('\n') + 1);

/** For each code one folder that has this problem and no other. A code without a case does not compile. */
const CASES: { readonly [Code in CodeOfReading]: Case<Code> } = {
  // The file as a whole
  'encoding-unknown': {
    files: { [S]: joined('month;\n', [0xe5, 0x81]) },
    file: S,
    line: 2,
    facts: { byteOffset: 8 },
  },
  'encoding-mixed': {
    files: { [S]: joined('månad;\r\n', [0xe5], 'ngbo;\r\n') },
    file: S,
    line: 2,
    facts: { byteOffset: 9 },
  },
  'encoding-foreign': {
    files: { [S]: joined('m', [0x8c], 'nad;program\n') },
    file: S,
    line: 1,
    facts: { sample: 'mŒnad' },
  },
  'encoding-utf16-unmarked': { files: { [S]: utf16(SOUND[S], true) }, file: S, line: null },
  'bom-inside': { files: { [S]: `${SOUND[S]}\uFEFF${SOUND[S]}` }, file: S, line: 4 },
  'nul-inside': { files: { [S]: SOUND[S].replace('800', '80\0') }, file: S, line: 3 },
  'file-not-text': {
    files: { [S]: joined('PK', [3, 4, 20, 0]) },
    file: S,
    line: null,
    facts: { kind: 'workbook' },
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
    files: { [S]: 'month;programme; ;decisions;new_decisions\n2022-01;JOB;Nord;1200;120\n' },
    file: S,
    line: 2,
    at: ['', 3, 'Nord'],
  },
  'header-absent': {
    files: { [S]: tail(SOUND[S]) },
    file: S,
    line: 1,
    facts: { required: ['month', 'programme', 'decisions', 'new_decisions'] },
  },
  'header-repeated': {
    files: { [S]: `${SOUND[S]}${SOUND[S].replaceAll('2022-01', '2022-02')}` },
    file: S,
    line: 4,
  },
  'header-below-rows': {
    files: { [S]: `Titel\n2022-02;JOB;Nord;1;1\n${SOUND[S]}` },
    file: S,
    line: 2,
    facts: { headerLine: 3 },
  },
  'header-second-row': {
    files: { [S]: SOUND[S].replace('\n', '\n;;;antal;antal\n') },
    file: S,
    line: 2,
  },
  'second-table': {
    files: { [S]: `${SOUND[S]}\nkod;region;namn;;\n0680;Nord;Jönköping;;\n` },
    file: S,
    line: 5,
  },
  'delimiter-conflict': {
    files: { [S]: `sep=,\r\n${SOUND[S]}` },
    file: S,
    line: 1,
    facts: { said: ',', found: ';' },
  },
  'delimiter-unknown': {
    files: { [S]: SOUND[S].replaceAll(';', '|') },
    file: S,
    line: 1,
    facts: { delimiter: '|' },
  },
  'columns-too-many': {
    files: { [S]: SOUND[S].replace('\n', `;${Array.from({ length: COLUMN_LIMIT }, (_, at) => `x${at}`).join(';')}\n`) },
    file: S,
    line: 1,
    facts: { limit: 1000, found: 1005 },
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
  'row-footnote': {
    files: { [S]: `${SOUND[S]}Källa: Arbetsförmedlingen, uttag 2023-01-12;;;;\n` },
    file: S,
    line: 4,
  },
  'quote-misplaced': {
    files: statistics('2022-01;JOB;Nord;12"0;120'),
    file: S,
    line: 2,
    at: ['decisions', 4, '12"0'],
    facts: { lines: 1 },
  },
  'quote-unclosed': {
    files: statistics('2022-01;JOB;Nord;1200;120', '2022-01;JOB;"Syd;800;100'),
    file: S,
    line: 3,
    at: ['region', 3, '"Syd;800;100'],
    facts: { lines: 1 },
  },
  'quote-runaway': {
    files: statistics('2022-01;JOB;"Nord;1200;120', '2022-01;JOB;Syd";800;100', '2022-02;JOB;Syd;800;100'),
    file: S,
    line: 2,
    at: ['region', 3, '"Nord;1200;120'],
    facts: { lines: 2 },
  },
  'record-too-large': {
    files: statistics('2022-01;JOB;Nord;1200;120', 'x'.repeat(5_000_000)),
    file: S,
    line: 3,
  },
  'cell-too-large': {
    files: statistics(`2022-01;JOB;${'x'.repeat(2_000_000)};1200;120`, '2022-01;JOB;Syd;1200;120'),
    file: S,
    line: 2,
    at: ['region', 3, null],
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
    files: statistics('2022-01;JOB;"No\nrd";1200;120'),
    file: S,
    line: 2,
    at: ['region', 3, 'No\nrd'],
  },
  'text-garbled': {
    files: statistics('2022-01;JOB;VÃ¤st;1200;120'),
    file: S,
    line: 2,
    at: ['region', 3, 'VÃ¤st'],
  },
  'quote-foreign': {
    files: statistics('2022-01;JOB;”Nord”;1200;120'),
    file: S,
    line: 2,
    at: ['region', 3, '”Nord”'],
    facts: { character: '”' },
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
  'number-thousands-sign': {
    files: forecasts('2022-10-24;JOB;;2023;1.234,5;;'),
    file: F,
    line: 2,
    at: ['decisions_per_month', 5, '1.234,5'],
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
    facts: { asThousands: '2 100', asDecimal: '2,100', isCount: false },
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
  'month-syntax': { files: statistics('2022-1;JOB;Nord;1200;120'), file: S, line: 2, at: ['month', 1, '2022-1'] },
  'month-is-period': {
    files: statistics('2022-Q1;JOB;Nord;1200;120'),
    file: S,
    line: 2,
    at: ['month', 1, '2022-Q1'],
  },
  'date-ambiguous': {
    files: statistics('01/02/2022;JOB;Nord;1200;120'),
    file: S,
    line: 2,
    at: ['month', 1, '01/02/2022'],
    facts: { readings: ['2022-02', '2022-01'] },
  },
  'date-serial': {
    files: statistics('44562;JOB;Nord;1200;120'),
    file: S,
    line: 2,
    at: ['month', 1, '44562'],
    facts: { date: '2022-01-01', date1904: '2026-01-02' },
  },
  'date-outside-calendar': {
    files: forecasts('2022-02-29;JOB;;2023;2100;;'),
    file: F,
    line: 2,
    at: ['published', 1, '2022-02-29'],
    facts: { from: 1990, to: 2100 },
  },
  'month-not-first-day': {
    files: statistics('2022-01-15;JOB;Nord;1200;120'),
    file: S,
    line: 2,
    at: ['month', 1, '2022-01-15'],
    facts: { month: '2022-01' },
  },
  'period-syntax': {
    files: forecasts('2022-10-24;JOB;;Q1 2023;2100;;'),
    file: F,
    line: 2,
    at: ['period', 4, 'Q1 2023'],
  },
  'day-syntax': {
    files: forecasts('28 oktober 2022;JOB;;2023;2100;;'),
    file: F,
    line: 2,
    at: ['published', 1, '28 oktober 2022'],
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
        'month;programme;Enhet;decisions;new_decisions\n2022-01;JOB;Nord;10;1\n2022-01;JOB;Syd;20;2\n2022-01;JOB;Mitt;30;3\n',
    },
    file: S,
    line: 3,
    facts: { found: ['month', 'programme', 'Enhet', 'decisions', 'new_decisions'] },
  },
  'key-resembles': {
    files: statistics('2022-01;JOB;Norrland;1200;120', '2022-02;JOB;Norrland;800;100', '2022-03;JOB;Norland;800;100'),
    file: S,
    line: 4,
    at: ['region', 3, 'Norland'],
    facts: { other: 'Norrland', otherPath: S, otherLine: 2, codesFile: 'regions.csv' },
  },
  // Warnings
  'region-blank': {
    files: statistics('2022-01;JOB;Nord;1200;120', '2022-02;JOB;;1300;130', '2022-01;JOB;Syd;800;100'),
    file: S,
    line: 3,
    at: ['region', 3, ''],
    facts: { programme: 'JOB' },
    severity: 'warning',
  },
  'optional-cell-error': {
    files: schablons('JOB;;2022-01;#REF!;base_hours;bedöma;1;;;'),
    file: H,
    line: 2,
    at: ['valid_to', 4, '#REF!'],
    severity: 'warning',
  },
  'row-in-one-cell': {
    files: statistics('2022-01;JOB;Nord;1200;120', '"2022-01;JOB;Syd;800;100"'),
    file: S,
    line: 3,
    facts: { delimiter: ';' },
  },
  'step-only-regional': {
    files: schablons(
      'JOB;;2022-01;;base_hours;bedöma;1;;;',
      'JOB;Nord;2022-01;;base_hours;bedöma;2;;;',
      'JOB;Nord;2022-01;;base_hours;utreda;2;;;',
    ),
    file: H,
    line: 4,
    at: ['step', 6, 'utreda'],
    facts: { programme: 'JOB', region: 'Nord' },
    severity: 'warning',
  },
  'hours-large': {
    files: schablons('JOB;;2022-01;;base_hours;bedöma;90;;;'),
    file: H,
    line: 2,
    at: ['value', 7, '90'],
    facts: { median: null },
    severity: 'warning',
  },
  'step-resembles': {
    files: schablons('JOB;;2022-01;;base_hours;bedöma;1;;;', 'JOB;;2022-01;;base_hours;bedömma;2;;;'),
    file: H,
    line: 3,
    at: ['step', 6, 'bedömma'],
    facts: { other: 'bedöma', otherPath: H, otherLine: 2 },
    severity: 'warning',
  },
  'share-extreme': {
    files: schablons('JOB;;2022-01;;collaboration_share;;0,35 %;;;'),
    file: H,
    line: 2,
    at: ['value', 7, '0,35 %'],
    facts: { isWhole: false },
    severity: 'warning',
  },
  'schablons-overlap': {
    files: schablons('JOB;;2022-01;2022-12;base_hours;bedöma;1;;;', 'JOB;;2022-07;;base_hours;bedöma;2;;;'),
    file: H,
    line: 2,
    at: ['valid_to', 4, '2022-12'],
    facts: { from: '2022-07', otherPath: H, otherLine: 3 },
    severity: 'warning',
  },
};

describe('every problem of reading, alone and in its place', () => {
  test.each(Object.entries(CASES))('%s', async (code, { files, file, line, at, facts = {}, severity = 'error' }) => {
    const [column = null, columnNumber = null, value = null] = at ?? [];
    const { problems } = await readFiles(files);
    expect(problems).toEqual([{ code, severity, file, line, column, columnNumber, value, facts }]);
  });

  test('none stands in the sound folder', async () => {
    const { problems, notes } = await readFiles();
    expect({ problems, notes }).toEqual({ problems: [], notes: [] });
  });
});
