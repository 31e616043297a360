import type { FailureFacts } from '../../src/domain/failure.ts';
import type { NoteFacts } from '../../src/domain/note.ts';
import type { ProblemFacts } from '../../src/domain/problem.ts';
import type { Reason } from '../../src/domain/report.ts';
import { PLAN_PROBLEMS } from './plan-samples.ts';

/** Facts for every code, more than one where the text branches. A code that is missing here does not compile. */
type Samples<Facts> = { readonly [Code in keyof Facts]: readonly [Facts[Code], ...Facts[Code][]] };

const ETP = { programme: 'ETP', month: '2023-01' } as const;
const CELL = { ...ETP, region: 'Syd' } as const;
const NATION = { ...ETP, region: null } as const;
const OUTCOME = { kind: 'outcome', month: '2022-01', asOf: null } as const;
const RATE = { programme: 'ETP', measure: 'base_hours', step: 'bedöma', from: 1.25, to: 2, regions: ['Syd'] } as const;
const SHARE = { ...RATE, measure: 'collaboration_share', step: null, from: 0.35, to: 0.4, regions: [null] } as const;
const ESTIMATE = { kind: 'estimate', month: '2023-01', asOf: '2022-10-31' } as const;

export const PROBLEMS: Samples<ProblemFacts> = {
  ...PLAN_PROBLEMS,
  'encoding-unknown': [{ byteOffset: 1_233 }],
  'encoding-mixed': [{ byteOffset: 1_233 }],
  'encoding-foreign': [{ sample: 'mŒnad' }],
  'encoding-utf16-unmarked': [{}],
  'bom-inside': [{}],
  'nul-inside': [{}],
  'file-not-text': [{ kind: 'workbook' }, { kind: 'archive' }, { kind: 'pdf' }, { kind: 'web-page' }],
  'table-twice': [{ paths: ['forecasts.csv', 'utgiftsprognoser.csv'] }],
  'file-empty': [{}],
  'no-rows': [{}],
  'header-missing': [
    { missing: ['published', 'decisions_per_month | decisions | expenditure'], found: ['programme', '', 'period'] },
    { missing: ['code'], found: [] },
  ],
  'header-duplicate': [{ first: 'beslut', firstNumber: 3 }],
  'header-misspelt': [{ meant: 'new_decisions' }],
  'header-blank': [{}],
  'header-absent': [{ required: ['published', 'decisions_per_month | decisions | expenditure'] }],
  'header-repeated': [{}],
  'header-below-rows': [{ headerLine: 12 }],
  'header-second-row': [{}],
  'second-table': [{}],
  'delimiter-conflict': [
    { said: ',', found: ';' },
    { said: '\t', found: ',' },
    { said: '|', found: null },
  ],
  'delimiter-unknown': [{ delimiter: '|' }, { delimiter: '  ' }],
  'columns-too-many': [{ limit: 1_000, found: 16_384 }],
  'rows-too-many': [{ limit: 5_000_000 }],
  'problems-too-many': [{ limit: 50_000 }],
  'row-width': [
    { expected: 5, found: 4 },
    { expected: 5, found: 1 },
  ],
  'row-blank': [{}],
  'row-total': [{}],
  'row-footnote': [{}],
  'quote-misplaced': [{ lines: 1 }],
  'quote-unclosed': [{ lines: 1 }],
  'quote-runaway': [{ lines: 1_200 }],
  'record-too-large': [{}],
  'cell-too-large': [{}],
  'cell-missing': [{}],
  'cell-spreadsheet-error': [{}],
  'optional-cell-error': [{}],
  'row-in-one-cell': [{ delimiter: ',' }, { delimiter: '\t' }],
  'cell-line-break': [{}],
  'text-garbled': [{}],
  'hidden-character': [{ codePoint: 'U+200B' }],
  'quote-foreign': [{ character: '’' }],
  'number-syntax': [{}],
  'number-grouping': [{}],
  'number-thousands-sign': [{}],
  'number-scientific': [{}],
  'number-ambiguous': [
    { asThousands: '1 234', asDecimal: '1,234', isCount: false },
    { asThousands: '1 234', asDecimal: '1,234', isCount: true },
  ],
  'number-mixed-signs': [{ other: ',', otherLine: 1_200 }],
  'number-negative': [{}],
  'number-not-positive': [{}],
  'number-not-whole': [{}],
  'number-too-large': [{ limit: '1 000 000 000 000' }],
  'share-scale': [{}],
  'share-percent-unexpected': [{}],
  'month-syntax': [{}],
  'month-is-period': [{}],
  'date-ambiguous': [{ readings: ['2023-01'] }, { readings: ['2023-02', '2023-01'] }],
  'date-serial': [{ date: '2023-01-01', date1904: '2027-01-02' }],
  'date-outside-calendar': [{ from: 1990, to: 2100 }],
  'month-not-first-day': [{ month: '2023-01' }],
  'period-syntax': [{}],
  'day-syntax': [{}],
  'measure-unknown': [{}],
  'priority-unknown': [{}],
  'key-look-alike': [{ character: 'А', codePoint: 'U+0410' }],
  'key-variant': [{ other: 'Syd', otherPath: 'statistics.csv', otherLine: 2 }],
  'code-unknown': [
    { kind: 'programme', near: ['ETP'], from: 'programmes.csv' },
    { kind: 'region', near: ['Nord', 'Syd'], from: 'statistics.csv' },
    { kind: 'programme', near: [], from: 'programmes.csv' },
    { kind: 'region', near: [], from: 'regions.csv' },
  ],
  'name-is-nation': [{}],
  'quantity-count': [
    { filled: [], expected: ['decisions_per_month', 'decisions', 'expenditure_mkr'] },
    { filled: ['beslut', 'utgift'], expected: ['decisions_per_month', 'decisions', 'expenditure_mkr'] },
  ],
  'range-half': [{}],
  'range-order': [{ low: 0.5, value: 1 / 3, high: 2 }],
  'validity-order': [{ validFrom: '2023-01' }],
  'step-missing': [{}],
  'step-unexpected': [{}],
  'more-new-than-all': [{ decisions: 1_200 }],
  'more-collaboration-than-new': [{ newDecisions: 12 }],
  'key-duplicate': [{ otherPath: 'statistics.csv', otherLine: 2 }],
  'key-conflict': [
    { otherPath: 'statistics.csv', otherLine: 2, hasPublications: true },
    { otherPath: 'schablons.csv', otherLine: 2, hasPublications: false },
  ],
  'region-column-missing': [{ found: ['Datum', 'Insats', 'Antal'] }],
  'key-resembles': [{ other: 'Syd', otherPath: 'statistics.csv', otherLine: 2, codesFile: 'regions.csv' }],
  'codes-left-out': [{ programme: 'ETP', month: '2023-01', codes: ['105'] }],
  'only-nation-in-month': [{ programme: 'ETP', month: '2022-01' }],
  'nation-lacks-codes': [{ programme: 'ETP', month: '2022-01', codes: ['105'] }],
  'whole-beside-its-parts': [{ programme: 'ETP', month: '2022-01', whole: 'Syd', parts: ['1280', '1281'] }],
  'region-left-out': [{ programme: 'ETP', region: 'Syd', month: '2023-01' }],
  'region-blank': [{ programme: 'ETP' }],
  'hours-large': [{ median: null }, { median: 1.5 }],
  'step-resembles': [{ other: 'bedöma', otherPath: 'schablons.csv', otherLine: 12 }],
  'share-extreme': [{ isWhole: false }, { isWhole: true }],
  'figure-far-from-neighbours': [
    { ...CELL, quantity: 'decisions', value: 12_000, before: 1_200, after: 1_250 },
    { ...NATION, quantity: 'newDecisions', value: 0, before: 60, after: 1 },
  ],
  'step-only-regional': [{ programme: 'ETP', region: 'Syd' }],
  'schablons-overlap': [{ from: '2023-01', otherPath: 'schablons.csv', otherLine: 12 }],
  'no-forecast': [
    { month: '2030-01', from: '2022-01', to: '2025-12', lacking: [] },
    { month: '2030-01', from: null, to: null, lacking: [] },
    { month: '2030-01', from: '2022-01', to: '2025-12', lacking: ['JOB', 'UGA'] },
  ],
  'programme-without-schablons': [{ programme: 'ETP' }],
  'programme-without-forecast': [ETP],
  'no-reference-month': [ETP],
  'no-reference-year': [{ programme: 'ETP', period: '2023-Q1' }],
  'no-cost-per-decision': [{ programme: 'ETP', period: '2023' }],
  'no-seasonal-profile': [{ programme: 'ETP', period: '2022' }],
  'no-regional-split': [ETP],
  'forecast-regions-missing': [
    { ...ETP, published: '2022-10-28', regions: ['Syd'] },
    { ...ETP, published: '2022-10-28', regions: ['Nord', 'Syd', 'Väst'] },
  ],
  'statistics-cover-too-little': [{ ...ETP, referenceMonth: '2022-01', ratio: 2.4 }],
  'no-new-share': [
    { programme: 'ETP', region: 'Syd', referenceMonth: '2022-01' },
    { programme: 'ETP', region: null, referenceMonth: '2022-01' },
  ],
  'no-collaboration-share': [CELL, NATION],
  'no-base-hours': [CELL, NATION],
  'no-collaboration-hours': [CELL, NATION],
  'hours-absurd': [{ programme: 'JOB', region: 'Syd', month: '2023-01', hours: 2_500_000_000 }],
  'no-regions-in-statistics': [ETP],
  'regions-without-cells': [
    { regions: ['Syd'], month: '2023-01' },
    { regions: ['Nord', 'Syd'], month: '2023-01' },
  ],
  'outcome-missing': [
    { month: '2023-01', names: ['ETP'], programmes: ['ETP'], held: null, asOf: null },
    { month: '2023-01', names: ['ETP'], programmes: ['ETP'], held: null, asOf: '2022-10-31' },
    {
      month: '2023-01',
      names: ['ETP (Nord, Syd)', 'JOB', 'UGA'],
      programmes: ['ETP (Nord, Syd)', 'JOB', 'UGA'],
      held: ['2020-01', '2022-11'],
      asOf: null,
    },
  ],
  'hours-without-cases': [
    { ...CELL, measure: 'base_hours', hours: 12.5 },
    { ...NATION, measure: 'collaboration_hours', hours: 1_200 },
  ],
  'nothing-to-compare': [
    { from: OUTCOME, to: ESTIMATE, uncovered: [] },
    { from: OUTCOME, to: ESTIMATE, uncovered: ['ETP', 'JOB'] },
  ],
  'change-above-limit': [
    { direction: 'increase', limit: { value: 0.1, unit: 'share' }, hours: 1_234.4, share: 0.125 },
    { direction: 'increase', limit: { value: 0.025, unit: 'share' }, hours: 500, share: null },
    { direction: 'decrease', limit: { value: 500, unit: 'hours' }, hours: -501.2, share: -0.05 },
    { direction: 'increase', limit: { value: 0.1, unit: 'share' }, hours: 1_000.4, share: 0.10004 },
    { direction: 'increase', limit: { value: 500, unit: 'hours' }, hours: 500.2, share: null },
  ],
  'input-changed': [
    { table: 'statistics', change: 'altered', rows: [1_200, 1_200] },
    { table: 'statistics', change: 'altered', rows: [1_200, 1_201] },
    { table: 'forecasts', change: 'altered', rows: [1, 1] },
    { table: 'regions', change: 'added', rows: [null, 21] },
    { table: 'schablons', change: 'removed', rows: [31, null] },
  ],
  'result-differs': [
    { hours: 250, share: 0.05, parts: ['rows', 'steps', 'totals'], areInputsSame: false },
    { hours: -250, share: null, parts: ['totals'], areInputsSame: false },
    { hours: 0, share: 0, parts: ['steps'], areInputsSame: true },
  ],
  'part-against-nation': [{ programme: 'ETP', month: '2022-01', share: 0.5 }],
  'regions-on-one-side': [
    { ...ETP, regions: ['Syd'], otherMonth: '2022-01' },
    { ...ETP, regions: ['Nord', 'Syd'], otherMonth: '2022-01' },
  ],
  'codes-on-one-side': [
    { ...ETP, codes: ['105 (Syd)'], otherMonth: '2022-01' },
    { ...ETP, codes: ['104 (Nord)', '105 (Syd)'], otherMonth: '2022-01' },
  ],
  'programme-on-one-side': [
    { ...ETP, why: 'begins', since: '2023-03' },
    { ...ETP, why: 'ended', since: '2022-10' },
  ],
  'programme-left-out': [
    { ...ETP, lacks: 'schablons' },
    { ...ETP, lacks: 'forecast' },
  ],
  'month-incomplete': [
    { ...ETP, regions: ['Syd'] },
    { ...ETP, regions: ['Nord', 'Syd'] },
  ],
  'regions-exceed-nation': [{ ...ETP, excessShare: 0.0123 }],
  'forecast-far-from-last-year': [{ ...ETP, referenceMonth: '2022-01', ratio: 1.6 }],
  'schablon-old': [
    { programme: 'ETP', region: 'Syd', measure: 'base_hours', step: 'assess', validFrom: '2015-01', years: 8 },
    { programme: 'ETP', region: null, measure: 'collaboration_share', step: null, validFrom: '2015-01', years: 8 },
  ],
  'schablon-without-source': [
    { programme: 'ETP', count: 1 },
    { programme: 'ETP', count: 3 },
  ],
  'programme-beside-its-codes': [
    { ...ETP, codes: ['104'] },
    { ...ETP, codes: ['104', '105'] },
  ],
};

export const NOTES: Samples<NoteFacts> = {
  'reference-month-older': [{ ...ETP, referenceMonth: '2021-01' }],
  'reference-year-older': [{ programme: 'ETP', period: '2023-Q4', referencePeriod: '2021-Q4' }],
  'national-new-share': [{ programme: 'ETP', region: 'Syd', month: '2023-01', referenceMonth: '2022-01' }],
  'cost-from-statistics': [{ programme: 'ETP', period: '2023', referencePeriod: '2021', costPerDecisionSek: 7_749.6 }],
  'codes-missing': [
    { ...ETP, codes: ['105 in Syd'] },
    { ...ETP, codes: ['104 in Nord', '105 in Syd'] },
  ],
  'regions-part-of-nation': [{ ...ETP, share: 0.4 }],
  'national-forecast-differs': [{ ...ETP, national: 1_000, regional: 1_100.4 }],
  'forecast-vintages-mixed': [{ ...ETP, published: ['2022-06-30', '2022-10-28'] }],
  'region-not-estimated': [{ programme: 'ETP', region: 'Syd', month: '2023-01' }],
  'scenario-applied': [
    { file: 'what-if.csv', rows: 1, replaced: 1, newSteps: ['JOB: utreda'] },
    { file: 'what-if.csv', rows: 3, replaced: 0, newSteps: [] },
  ],
  'outcome-from-schablons': [
    { programmes: ['ETP', 'JOB'], month: '2023-01', measures: ['base_hours'] },
    {
      programmes: ['ETP', 'JOB'],
      month: '2023-01',
      measures: ['collaboration_share', 'base_hours', 'collaboration_hours'],
    },
  ],
  'schablons-of-other-month': [
    { programmes: ['ETP', 'JOB'], month: '2023-01', otherMonth: '2022-01', measures: ['collaboration_share'] },
    {
      programmes: ['ETP', 'JOB'],
      month: '2023-01',
      otherMonth: '2022-01',
      measures: ['base_hours', 'collaboration_hours'],
    },
  ],
  'cells-on-one-side': [
    { programme: 'ETP', regions: ['Syd'], on: ESTIMATE, notOn: OUTCOME },
    { programme: 'ETP', regions: ['Nord', 'Syd'], on: { ...OUTCOME, month: '2023-01' }, notOn: ESTIMATE },
  ],
  'compared-as-nation': [{ programme: 'ETP' }],
  'programmes-without-schablons': [{ programmes: ['ETP'] }, { programmes: ['ETP', 'JOB', 'UGA'] }],
  'programmes-not-estimated': [{ programmes: ['ETP'] }, { programmes: ['ETP', 'JOB', 'UGA'] }],
  'outcome-not-complete': [
    { month: '2022-12', programmes: ['ETP'], hasOthers: false },
    { month: '2022-12', programmes: ['ETP', 'JOB', 'UGA'], hasOthers: true },
  ],
  'measured-against-schablons': [
    { programmes: ['ETP'], measured: '2022-01', estimated: '2023-01' },
    { programmes: ['ETP', 'JOB'], measured: '2022-01', estimated: '2023-01' },
  ],
  'schablons-differ': [{ rates: [RATE] }, { rates: [RATE, SHARE] }],
  'scenario-without-effect': [{ file: 'what-if.csv', month: '2023-01' }],
  'compared-with-itself': [
    { month: '2023-01', kind: 'estimate' },
    { month: '2022-11', kind: 'outcome' },
  ],
  'forecast-vintages': [
    { programmes: ['ETP'], from: '2022-06-30', to: '2022-10-28' },
    { programmes: ['ETP', 'JOB'], from: '2022-10-28', to: '2022-10-28' },
  ],
  'narrowed-as-saved': [
    { file: 'saved.json', programme: ['ETP'], region: null },
    { file: 'saved.json', programme: ['ETP', 'JOB'], region: ['Syd'] },
  ],
  'saved-with-scenario': [{ file: 'saved.json', scenario: 'what-if.csv' }],
  'columns-ignored': [
    { file: 'statistics.csv', columns: ['memo'] },
    { file: 'statistics.csv', columns: ['memo', 'kommentar'] },
  ],
  'title-lines-skipped': [
    { file: 'statistics.csv', lines: 1 },
    { file: 'statistics.csv', lines: 3 },
  ],
};

const EXPECTATIONS = [
  'month',
  'day',
  'format',
  'language',
  'colour',
  'problem-form',
  'programme',
  'region',
  'side-kind',
  'side',
  'method',
  'limit',
  'schema',
  'shell',
] as const;

/** One for each reason for which the system refuses, and one that nobody has met. */
const SYSTEM_CODES =
  'EACCES EBUSY EDQUOT EEXIST EFBIG EIO ELOOP EMFILE ENAMETOOLONG ENOENT EROFS ETIMEDOUT EWHATEVER'.split(' ');

export const FAILURES: Samples<FailureFacts> = {
  'command-missing': [{}],
  'command-unknown': [
    { command: 'estmate', near: ['estimate'], choices: ['check', 'estimate'] },
    { command: 'bogus', near: [], choices: ['check', 'estimate'] },
  ],
  'option-unknown': [
    { option: '--mnth', near: ['--month'] },
    { option: '--bogus', near: [] },
  ],
  'option-of-plan': [{ option: '-r', key: 'region' }],
  'option-lacks-value': [{ option: '--month' }],
  'argument-unexpected': [{ argument: 'Gotland' }],
  'argument-missing': [{ argument: 'SAVED.json' }],
  'option-value': [
    ...EXPECTATIONS.map((expected) => ({
      option: '--option',
      value: 'x',
      expected,
      choices: ['one', 'two', 'three'],
      near: [],
    })),
    { option: '--region', value: 'Nrod', expected: 'region', choices: ['Nord', 'Syd'], near: ['Nord'] },
    { option: '--region', value: 'Syd', expected: 'region', choices: [], near: [] },
  ] as unknown as Samples<FailureFacts>['option-value'],
  'option-no-text': [{ option: 'asOf' }],
  'option-twice': [{ option: '--month' }],
  'option-missing': [{ options: ['--month'] }, { options: ['--programme'] }],
  'options-conflict': [
    { first: '--month', second: '--from' },
    { first: '--scenario', second: '--with' },
  ],
  'month-unused': [{}],
  'package-elsewhere': [
    { path: 'a.json', folder: '.' },
    { path: 'a.json', folder: 'data' },
  ],
  'months-reversed': [{ from: '2023-02', to: '2023-01' }],
  'one-cell-only': [{ option: '--region' }],
  'region-needed': [{ programme: 'ETP', choices: ['Nord', 'Syd'] }],
  'folder-not-found': [{ path: 'nope' }],
  'file-outside-package': [{ path: '../a.csv' }, { path: '-' }],
  'not-a-folder': [{ path: 'data/x' }],
  'folder-not-made': [{ path: 'example', reason: 'EEXIST' }],
  'folder-occupied': [
    { folder: '.', names: ['statistics.csv'] },
    { folder: 'data', names: ['resurs.yaml', 'statistics.csv', 'utgiftsprognoser.csv'] },
  ],
  'tables-not-found': [
    {
      folder: 'data',
      missing: [{ names: ['forecasts.csv', 'utgiftsprognoser.csv'], option: '--forecasts' }],
      near: ['prognoser.xlsx'],
    },
    {
      folder: '.',
      missing: [
        { names: ['forecasts.csv', 'utgiftsprognoser.csv'], option: '--forecasts' },
        { names: ['statistics.csv', 'beslutsstatistik.csv'], option: '--statistics' },
      ],
      near: [],
    },
  ],
  'file-not-found': [{ path: 'nope.csv' }],
  'saved-unreadable': [
    { path: 'saved.json', reason: 'not-json' },
    { path: 'saved.json', reason: 'not-a-result' },
    { path: 'saved.json', reason: 'damaged' },
  ],
  'saved-newer': [{ path: 'saved.json', formatVersion: 2 }],
  'saved-other-kind': [{ path: 'saved.json', kind: 'check' }],
  'saved-from-standard-input': [{ path: 'saved.json', table: 'statistics' }],
  'saved-input-missing': [
    { path: 'saved.json', table: 'statistics', files: ['a.csv'] },
    { path: 'saved.json', table: 'statistics', files: ['a.csv', 'hours.csv'] },
    { path: 'saved.json', table: 'scenario', files: ['a.csv'] },
  ],
  'saved-name-unknown': [
    { path: 'saved.json', kind: 'programme', value: 'UGA' },
    { path: 'saved.json', kind: 'region', value: 'Syd' },
  ],
  'saved-narrower': [
    { path: 'saved.json', names: ['Nord'], has: ['Syd'] },
    { path: 'saved.json', names: ['ETP', 'JOB'], has: ['UGA', 'XYZ'] },
  ],
  'saved-other-month': [
    { path: 'saved.json', month: '2023-02', months: ['2023-01'] },
    { path: 'saved.json', month: '2023-04', months: ['2023-01', '2023-02', '2023-03'] },
  ],
  'file-unreadable': [{ path: 'nope.csv', reason: 'EACCES' }],
  'file-changed': [{ path: 'a.csv' }],
  'file-too-large': [
    { path: 'a.csv', limit: 512_000_000 },
    { path: '-', limit: 512_000_000 },
  ],
  'not-a-file': [{ path: 'pipe.csv' }],
  'standard-input-twice': [{}],
  'standard-input-terminal': [{}],
  'settings-invalid': [
    { path: 'resurs.yaml', faults: [{ kind: 'syntax', key: 'Map keys must be unique', near: [] }] },
    {
      path: 'resurs.yaml',
      faults: [
        { kind: 'unknown', key: 'langage', near: ['language'] },
        { kind: 'unknown', key: 'bogus', line: 2, near: [], allowed: ['language', 'csv'] },
        { kind: 'value', key: 'csv', line: 3, near: [], value: 'se', allowed: ['standard', 'sv'] },
        { kind: 'value', key: 'hoursPerFte', near: [], allowed: 'number' },
        { kind: 'value', key: 'data', near: [], allowed: 'folder' },
        { kind: 'value', key: 'regions', near: [], allowed: 'files' },
      ],
    },
    { path: 'resurs.yaml', faults: [{ kind: 'shape', key: '', near: [] }] },
    { path: 'resurs.yaml', faults: [{ kind: 'encoding', key: '', near: [] }] },
  ],
  'output-format-unknown': [{ path: 'rapport', extensions: ['.txt', '.json', '.csv'] }],
  'output-format-conflict': [{ path: 'rapport.json', format: 'csv' }],
  'output-twice': [{ path: 'a.json' }],
  'output-not-a-file': [{ path: 'folder' }],
  'stream-failed': [{ stream: 'stdout', reason: 'ENOSPC' }],
  'output-is-input': [{ path: 'a.csv' }],
  'output-link-broken': [{ path: 'a.json' }],
  'write-failed': [
    { path: 'a.json', reason: 'ENOSPC' },
    ...SYSTEM_CODES.map((reason) => ({ path: 'a.json', reason })),
    { path: 'a.json', reason: 'EPERM', isHeld: true, replaced: [] },
    { path: 'c.json', reason: 'EBUSY', isHeld: true, replaced: ['a.json'] },
    { path: 'c.json', reason: 'EIO', replaced: ['a.json', 'b.json'] },
  ],
  'summary-unfit': (['--out', 'GITHUB_STEP_SUMMARY'] as const).flatMap((option) =>
    (['input', 'no-folder', 'not-a-file', 'link-broken', 'unwritable'] as const).map((why) => {
      return { option, path: 'no/summary.md', why, reason: why === 'unwritable' ? 'ENOSPC' : '' };
    }),
  ) as never,
  internal: [{ message: 'RangeError: no' }],
};

type ReasonFacts = { readonly [Code in Reason['code']]: Reason & { readonly code: Code } };

export const REASONS: Samples<ReasonFacts> = {
  'forecast-national': [{ code: 'forecast-national', published: '2022-10-28', period: '2023-Q1' }],
  'forecast-regional': [{ code: 'forecast-regional', published: '2022-10-28', period: '2023-01' }],
  'cost-of-row': [{ code: 'cost-of-row' }],
  statistics: [
    { code: 'statistics', month: '2022-01', latestOf: 1 },
    { code: 'statistics', month: '2022-01', latestOf: 2 },
  ],
  schablon: [
    { code: 'schablon', regional: true, validFrom: '2021-01', source: 'Region Syd' },
    { code: 'schablon', regional: false, validFrom: '2021-01', source: null },
  ],
};
