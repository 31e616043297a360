import type { CompareReport, Hours, VerifiedTotal, VerifyReport } from '../../src/domain/compare-report.ts';
import { type ComparedRow, type Effects, FACTORS, type Factor, type Figures } from '../../src/domain/comparison.ts';
import type { EstimateReport, EstimateRow, ExplainReport, TotalRow, Trace } from '../../src/domain/report.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import type { SpokenChange } from '../../src/messages/compare-texts.ts';
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
    forPeople: { sinceLastYear: null },
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

/** D = 1 000, n = 0.1, b = 4, s = 0.4 and c = 2.5: 100 · 4 + 40 · 2.5 = 500 hours, as in {@link row}. */
export function figures(changes: Partial<Figures> = {}): Figures {
  return {
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
    ...changes,
  };
}

/** What each factor did to base hours and to collaboration hours; nothing where it is not named. */
export function effects(named: Partial<Record<Factor, readonly [number, number]>> = {}): Effects {
  const of = (factor: Factor) => {
    const [base, collaboration] = named[factor] ?? [0, 0];
    return { base, collaboration, total: base + collaboration };
  };
  return Object.fromEntries(FACTORS.map((factor) => [factor, of(factor)])) as Effects;
}

/** 1 000 decisions become 1 200 and nothing else changes: 400 + 100 hours become 480 + 120. */
export function changedRow(changes: Partial<ComparedRow> = {}): ComparedRow {
  return {
    programme: 'JOB',
    region: 'Syd',
    from: figures(),
    to: figures({
      decisions: 1200,
      newDecisions: 120,
      collaborationCases: 48,
      baseHours: 480,
      collaborationHours: 120,
      totalHours: 600,
    }),
    change: { baseHours: 80, collaborationHours: 20, totalHours: 100 },
    changeShare: 0.2,
    effects: effects({ decisions: [80, 20] }),
    ...changes,
  };
}

/** A row of 500 hours before and so many more or less after, by its decisions alone. */
export function rowWithChange(hours: number, changes: Partial<ComparedRow> = {}): ComparedRow {
  const [base, collaboration] = [hours * 0.8, hours * 0.2];
  const to = {
    decisions: 1000 + 2 * hours,
    newDecisions: 100 + hours / 5,
    collaborationCases: 40 + hours / 12.5,
    baseHours: 400 + base,
    collaborationHours: 100 + collaboration,
    totalHours: 500 + hours,
  };
  return changedRow({
    to: figures(to),
    change: { baseHours: base, collaborationHours: collaboration, totalHours: hours },
    changeShare: hours / 500,
    effects: effects({ decisions: [base, collaboration] }),
    ...changes,
  });
}

function comparedTotal(rows: readonly ComparedRow[], programme: string | null, region: string | null): ComparedRow {
  const add = (value: (each: ComparedRow) => number): number => rows.reduce((all, each) => all + value(each), 0);
  const side = (name: 'from' | 'to'): Figures => {
    const decisions = add((each) => each[name].decisions);
    const newDecisions = add((each) => each[name].newDecisions);
    const collaborationCases = add((each) => each[name].collaborationCases);
    const baseHours = add((each) => each[name].baseHours);
    const collaborationHours = add((each) => each[name].collaborationHours);
    return {
      decisions,
      newShare: newDecisions / decisions,
      newDecisions,
      collaborationShare: collaborationCases / newDecisions,
      collaborationCases,
      baseHoursPerCase: baseHours / newDecisions,
      collaborationHoursPerCase: collaborationHours / collaborationCases,
      baseHours,
      collaborationHours,
      totalHours: baseHours + collaborationHours,
    };
  };
  const [from, to] = [side('from'), side('to')];
  const effect = (factor: Factor): readonly [number, number] => [
    add((each) => each.effects[factor].base),
    add((each) => each.effects[factor].collaboration),
  ];
  return {
    programme,
    region,
    from,
    to,
    change: {
      baseHours: to.baseHours - from.baseHours,
      collaborationHours: to.collaborationHours - from.collaborationHours,
      totalHours: to.totalHours - from.totalHours,
    },
    changeShare: from.totalHours === 0 ? null : (to.totalHours - from.totalHours) / from.totalHours,
    effects: effects(Object.fromEntries(FACTORS.map((factor) => [factor, effect(factor)]))),
  };
}

function comparedTotals(rows: readonly ComparedRow[]): ComparedRow[] {
  const programmes = [...new Set(rows.map(({ programme }) => programme))];
  const regions = [...new Set(rows.flatMap(({ region }) => region ?? []))];
  const where = (isOwn: (each: ComparedRow) => boolean) => rows.filter(isOwn);
  return [
    ...programmes.map((name) =>
      comparedTotal(
        where(({ programme }) => programme === name),
        name,
        null,
      ),
    ),
    ...regions.map((name) =>
      comparedTotal(
        where(({ region }) => region === name),
        null,
        name,
      ),
    ),
    comparedTotal(rows, null, null),
  ];
}

/** A comparison of these rows, the estimate of a month with the outcome of last year, with the totals of the rows. */
export function comparison(rows: readonly ComparedRow[], changes: Partial<CompareReport> = {}): CompareReport {
  return {
    formatVersion: 1,
    kind: 'compare',
    request: {
      month: '2023-01',
      of: null,
      with: 'last-year',
      programme: null,
      region: null,
      asOf: null,
      scenario: null,
      method: 'shapley',
    },
    inputs: [],
    sides: {
      from: { kind: 'outcome', month: '2022-01', asOf: null },
      to: { kind: 'estimate', month: '2023-01', asOf: null },
    },
    rows,
    totals: comparedTotals(rows),
    failures: [],
    warnings: [],
    notes: [],
    forPeople: { minChange: null, saved: null },
    ...changes,
  };
}

const SEALS = { saved: `5a${'0'.repeat(62)}`, now: `9e${'1'.repeat(62)}` } as const;

/** A replay of a month in which these rows changed, of a folder whose schablons were altered and whose forecasts were not. */
export function replay(rows: readonly ComparedRow[], changes: Partial<VerifyReport> = {}): VerifyReport {
  const hours = ({ newDecisions, collaborationCases, baseHours, collaborationHours, totalHours }: Figures): Hours => ({
    newDecisions,
    collaborationCases,
    baseHours,
    collaborationHours,
    totalHours,
  });
  const totals: VerifiedTotal[] = comparedTotals(rows).map((each) => ({
    ...each,
    from: hours(each.from),
    to: hours(each.to),
  }));
  return {
    formatVersion: 1,
    kind: 'verify',
    request: { saved: 'saved.json', asOf: null },
    inputs: [],
    isIdentical: false,
    differs: ['rows', 'steps', 'totals'],
    changes: [
      {
        table: 'forecasts',
        path: 'forecasts.csv',
        change: 'none',
        from: { sha256: SEALS.saved, rows: 62 },
        to: { sha256: SEALS.saved, rows: 62 },
      },
      {
        table: 'schablons',
        path: 'schablons.csv',
        change: 'altered',
        from: { sha256: SEALS.saved, rows: 31 },
        to: { sha256: SEALS.now, rows: 32 },
      },
    ],
    effects: [{ tables: ['schablons'], totalHours: totals.at(-1)?.change.totalHours ?? 0 }],
    rates: [],
    rows: rows.map((each) => ({ month: '2023-01', ...each })),
    totals,
    failures: [],
    warnings: [],
    notes: [],
    forPeople: { months: ['2023-01', '2023-01'], file: 'saved.json' },
    ...changes,
  };
}

/** `+100 +20 % over time, decisions 1000>1200 up +100`. */
function changeText({ hours, share, isZero, isOverTime, driver, also, against }: SpokenChange): string {
  const time = isOverTime ? ' over time' : '';
  const causes = [driver, also, against].flatMap((cause) => {
    if (cause === null) return [];
    const values = cause.values === null ? '' : ` ${cause.values.join('>')}`;
    return [`, ${cause.factor}${values} ${cause.isUp ? 'up' : 'down'} ${cause.hours}`];
  });
  return `${isZero ? 'zero' : hours} ${share}${time}${causes.join('')}`;
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
    headline: ({ scope, period, total, base, collaboration, newDecisions, cases, sinceLastYear, words }) =>
      `${scope === null ? '' : `${scope} `}${period}: ${[total, base, collaboration, newDecisions, cases].map((each) => words.number(each)).join(' / ')}${sinceLastYear}`,
    withScenario: (file) => `what if ${file}`,
    knownAsOf: (day) => `as of ${day}`,
    programmeTotal: 'sum',
    regionTotal: 'ALL',
    grandTotal: 'SUM',
    rangeTotal: 'Range',
    remarks: ['Remark.'],
    notesTitle: 'Notes:',
  },
  compare: {
    side: (side, isBare, words) =>
      isBare
        ? words.month(side.month)
        : Object.values(side)
            .filter((value) => value !== null)
            .join(' '),
    sideLabel: (side) => [side.kind, side.month],
    rate: ({ programme, step, from, to, regions }) => `${programme} ${step ?? 's'} ${from}>${to} in ${regions.length}`,
    headline: ({ from, to, fromHours, toHours, change, scope }) =>
      `${scope ?? 'all'}: ${to} / ${from}: ${fromHours}>${toHours}, ${changeText(change)}`,
    leftOut: (programmes) => `without ${programmes.join()}`,
    programmes: (changes) => changes.map(({ programme, hours }) => `${programme} ${hours}`).join('; '),
    largest: ({ cell, change }) => `most in ${cell}: ${changeText(change)}`,
    sinceLastYear: ({ from, change }) => ` since ${from ?? 'last year'}: ${changeText(change)}`,
    cell: (programme, region) => [programme, region].filter((name) => name !== null).join('@'),
    titles: { hours: 'Hours', base: 'Base', collaboration: 'Coll' },
    columns: {
      change: ['', 'Diff'],
      changeShare: ['', '%'],
      factors: {
        decisions: ['', 'D'],
        newShare: ['', 'n'],
        baseHoursPerCase: ['', 'b'],
        collaborationShare: ['', 's'],
        collaborationHoursPerCase: ['', 'c'],
      },
      sum: ['', 'Sum'],
    },
    hidden: (count, limit) => `${count} ${limit === null ? 'unmoved' : `below ${limit.value} ${limit.unit}`}`,
    remarks: ['Fair.'],
    lmdi: 'Logarithms.',
  },
  verify: {
    identical: ({ file, period, hours, files }) => `${file} same: ${period}, ${hours} from ${files}`,
    different: ({ file, changed, files, fromHours, toHours, change, parts }) =>
      `${file}: ${changed}/${files} files, ${fromHours}>${toHours}, ${parts.length === 0 ? 'same' : changeText(change)}`,
    titles: { files: 'Files', totals: 'Totals' },
    columns: {
      file: ['', 'File'],
      what: ['', ''],
      rowsBefore: ['Rows', 'then'],
      rowsNow: ['Rows', 'now'],
      sealBefore: ['Seal', 'then'],
      sealNow: ['Seal', 'now'],
      before: ['', 'Then'],
      now: ['', 'Now'],
    },
    changes: { none: '=', altered: '~', added: '+', removed: '-' },
    effect: (tables, hours) => `${tables.join('+')}: ${hours}`,
    moreRates: (count) => `+${count} rates`,
    tables: {
      forecasts: 'F',
      statistics: 'S',
      schablons: 'H',
      programmes: 'P',
      regions: 'R',
      scenario: 'W',
      saved: 'V',
      plan: 'L',
    },
    cells: (count) => `${count} cells`,
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
    'outcome-missing': ({ month, programmes }) => ({
      message: `no ${programmes.join(' ')} in ${month}`,
      hint: 'to mend it:',
      steps: ['first', 'second, with so many words that one line is too short for all of them and they need two'],
    }),
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
