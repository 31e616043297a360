import type { FailureFacts } from '../../src/domain/failure.ts';
import type { NoteFacts } from '../../src/domain/note.ts';
import type { ProblemFacts } from '../../src/domain/problem.ts';
import type { Reason } from '../../src/domain/report.ts';

/** Facts for every code, more than one where the text branches. A code that is missing here does not compile. */
type Samples<Facts> = { readonly [Code in keyof Facts]: readonly [Facts[Code], ...Facts[Code][]] };

const ETP = { programme: 'ETP', month: '2023-01' } as const;
const CELL = { ...ETP, region: 'Syd' } as const;
const NATION = { ...ETP, region: null } as const;

export const PROBLEMS: Samples<ProblemFacts> = {
  'encoding-unknown': [{ byteOffset: 1_233 }],
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
  'row-width': [
    { expected: 5, found: 4 },
    { expected: 5, found: 1 },
  ],
  'row-blank': [{}],
  'row-total': [{}],
  'quote-misplaced': [{}],
  'quote-unclosed': [{}],
  'record-too-large': [{ limit: 1_000_000 }],
  'cell-missing': [{}],
  'cell-spreadsheet-error': [{}],
  'cell-line-break': [{}],
  'hidden-character': [{ codePoint: 'U+200B' }],
  'number-syntax': [{}],
  'number-grouping': [{}],
  'number-scientific': [{}],
  'number-ambiguous': [{ asThousands: '1 234', asDecimal: '1,234' }],
  'number-mixed-signs': [{ other: ',', otherLine: 1_200 }],
  'number-negative': [{}],
  'number-not-positive': [{}],
  'number-not-whole': [{}],
  'number-too-large': [{ limit: '1 000 000 000 000' }],
  'share-scale': [{}],
  'share-percent-unexpected': [{}],
  'month-syntax': [{}],
  'month-not-first-day': [{}],
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
  'hours-large': [{}],
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
  'no-regions-in-statistics': [ETP],
  'regions-without-cells': [
    { regions: ['Syd'], month: '2023-01' },
    { regions: ['Nord', 'Syd'], month: '2023-01' },
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
    { file: 'what-if.csv', rows: 1, replaced: 1 },
    { file: 'what-if.csv', rows: 3, replaced: 0 },
  ],
  'columns-ignored': [
    { file: 'statistics.csv', columns: ['memo'] },
    { file: 'statistics.csv', columns: ['memo', 'kommentar'] },
  ],
  'title-lines-skipped': [
    { file: 'statistics.csv', lines: 1 },
    { file: 'statistics.csv', lines: 3 },
  ],
};

export const FAILURES: Samples<FailureFacts> = {
  'command-missing': [{}],
  'command-unknown': [
    { command: 'estmate', near: ['estimate'] },
    { command: 'bogus', near: [] },
  ],
  'option-unknown': [
    { option: '--mnth', near: ['--month'] },
    { option: '--bogus', near: [] },
  ],
  'option-lacks-value': [{ option: '--month' }],
  'argument-unexpected': [{ argument: 'Gotland' }],
  'option-value': [
    ...(['month', 'day', 'format', 'language', 'colour', 'programme', 'region'] as const).map((expected) => ({
      option: '--option',
      value: 'x',
      expected,
      choices: ['one', 'two', 'three'],
      near: [],
    })),
    { option: '--region', value: 'Nrod', expected: 'region', choices: ['Nord', 'Syd'], near: ['Nord'] },
    { option: '--region', value: 'Syd', expected: 'region', choices: [], near: [] },
  ] as unknown as Samples<FailureFacts>['option-value'],
  'option-twice': [{ option: '--month' }],
  'option-missing': [{ options: ['--month'] }, { options: ['--programme'] }],
  'options-conflict': [{ first: '--month', second: '--from' }],
  'months-reversed': [{ from: '2023-02', to: '2023-01' }],
  'one-cell-only': [{ option: '--region' }],
  'region-needed': [{ programme: 'ETP', choices: ['Nord', 'Syd'] }],
  'folder-not-found': [{ path: 'nope' }],
  'table-not-found': [{ folder: 'data', names: ['forecasts.csv', 'utgiftsprognoser.csv'], option: '--forecasts' }],
  'file-not-found': [{ path: 'nope.csv' }],
  'file-unreadable': [{ path: 'nope.csv', reason: 'EACCES' }],
  'not-a-file': [{ path: 'pipe.csv' }],
  'standard-input-twice': [{}],
  'standard-input-terminal': [{}],
  'settings-invalid': [
    { path: 'resurs.yaml', faults: [{ kind: 'syntax', key: 'Map keys must be unique', near: [] }] },
    {
      path: 'resurs.yaml',
      faults: [
        { kind: 'unknown', key: 'langage', near: ['language'] },
        { kind: 'unknown', key: 'bogus', near: [] },
        { kind: 'value', key: 'csv', near: [] },
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
  'write-failed': [{ path: 'a.json', reason: 'ENOSPC' }],
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
