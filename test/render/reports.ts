import type { EstimateReport, EstimateRow, ExplainReport, TotalRow, Trace } from '../../src/domain/report.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import { en } from '../../src/messages/en.ts';

/** A row of 1 000 decisions, a tenth of them new, 40 % collaboration cases, 4 and 2.5 hours a case. */
export function row(changes: Partial<EstimateRow> = {}): EstimateRow {
  return {
    month: '2023-01',
    programme: 'JOB',
    region: 'Syd',
    decisions: 1000,
    newShare: 0.1,
    newDecisions: 100,
    collaborationShare: 0.4,
    collaborationCases: 40,
    baseHoursPerCase: 4,
    collaborationHoursPerCase: 2.5,
    baseHours: 400,
    collaborationHours: 100,
    totalHours: 500,
    forecastPublished: '2022-10-24',
    referenceMonth: '2022-01',
    ...changes,
  };
}

function sum(rows: readonly EstimateRow[], key: keyof EstimateRow): number {
  return rows.reduce((total, each) => total + Number(each[key]), 0);
}

function total(
  rows: readonly EstimateRow[],
  month: string | null,
  programme: string | null,
  region: string | null,
): TotalRow {
  return {
    month,
    programme,
    region,
    decisions: month === null ? null : sum(rows, 'decisions'),
    newDecisions: sum(rows, 'newDecisions'),
    collaborationCases: sum(rows, 'collaborationCases'),
    baseHours: sum(rows, 'baseHours'),
    collaborationHours: sum(rows, 'collaborationHours'),
    totalHours: sum(rows, 'totalHours'),
  };
}

/** An estimate of these rows, with the totals that belong to them. */
export function estimate(rows: readonly EstimateRow[], changes: Partial<EstimateReport> = {}): EstimateReport {
  const months = [...new Set(rows.map(({ month }) => month))];
  const programmes = [...new Set(rows.map(({ programme }) => programme))];
  const regions = [...new Set(rows.map(({ region }) => region))];
  const totals = [...months, ...(months.length > 1 ? [null] : [])].flatMap((month) => {
    const own = rows.filter((each) => month === null || each.month === month);
    return [
      ...programmes.map((name) =>
        total(
          own.filter(({ programme }) => programme === name),
          month,
          name,
          null,
        ),
      ),
      ...regions.map((name) =>
        total(
          own.filter(({ region }) => region === name),
          month,
          null,
          name,
        ),
      ),
      total(own, month, null, null),
    ];
  });
  return {
    formatVersion: 1,
    kind: 'estimate',
    request: { month: '2023-01', from: null, to: null, programme: null, region: null, asOf: null, scenario: null },
    inputs: [],
    rows,
    steps: [],
    totals,
    warnings: [],
    notes: [],
    ...changes,
  };
}

export function trace(name: string, value: number, changes: Partial<Trace> = {}): Trace {
  return { name, value, unit: 'hours', operation: 'read', inputs: [], from: null, ...changes };
}

export function explanation(root: Trace, changes: Partial<ExplainReport> = {}): ExplainReport {
  return {
    formatVersion: 1,
    kind: 'explain',
    request: { month: '2023-01', programme: 'JOB', region: 'Syd', asOf: null, scenario: null },
    inputs: [],
    rows: [row()],
    trace: root,
    warnings: [],
    notes: [],
    ...changes,
  };
}

/** The catalogue with words of the test's own, so that a better wording breaks no test of the layout. */
export const PLAIN_WORDS: Catalogue = {
  ...en,
  nation: 'nation',
  columns: {
    programme: ['', 'Prog'],
    region: ['', 'Reg'],
    newDecisions: ['New', 'N'],
    collaborationCases: ['Cases', 'K'],
    baseHours: ['Base', 'B'],
    collaborationHours: ['Coll', 'C'],
    totalHours: ['Total', 'T'],
  },
  estimate: {
    headline: ({ period, total, base, collaboration, newDecisions, cases, words }) =>
      `${period}: ${[total, base, collaboration, newDecisions, cases].map((each) => words.number(each)).join(' / ')}`,
    withScenario: (file) => `what if ${file}`,
    knownAsOf: (day) => `as of ${day}`,
    programmeTotal: 'sum',
    regionTotal: 'ALL',
    grandTotal: 'SUM',
    rangeTotal: 'Range',
    remarks: ['Remark.'],
    notesTitle: 'Notes:',
  },
  explain: {
    headline: ({ programme, region, month, row: { totalHours } }) => `${programme} ${region} ${month}: ${totalHours}`,
    sameAsAbove: 'again',
    lines: (lines, spans) => `${lines.length}@${spans}`,
    rows: (count, months) => `${count} rows of ${months}`,
  },
  problems: {
    ...en.problems,
    'row-blank': () => ({ message: 'blank row', hint: 'delete it' }),
    'schablon-old': () => ({ message: 'old', hint: 'estimate anew' }),
  },
  problemsTitle: {
    ...en.problemsTitle,
    more: (count, kinds, file) => `+${count} of ${kinds} in ${file}`,
    same: (count, spans) => `=${count} ${spans}`,
    sameKind: (count, lines, spans) => `~${count} ${lines.length}@${spans}`,
  },
  place: {
    line: (line) => `l${line}`,
    column: (name, number) => `c${number} ${name}`,
    cell: (address, name) => `@${address} ${name}`,
    row: (address) => `r${address}`,
    quoted: (value) => `<${value}>`,
  },
  notes: {
    ...en.notes,
    'title-lines-skipped': ({ file, lines }) => `${lines} lines of ${file}`,
    'columns-ignored': ({ columns }) => `ignored ${columns.join(' ')}`,
  },
  reasons: {
    ...en.reasons,
    statistics: ({ month }) => `stat ${month}`,
    schablon: ({ validFrom }) => `since ${validFrom}`,
  },
  units: { ...en.units, hours: 'h', 'hours per case': 'h/case', share: '' },
  figures: { totalHours: 'total', baseHours: 'base', newDecisions: 'new' },
};
