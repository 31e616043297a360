import type { TableName } from '../domain/tables.ts';
import { folded } from './text.ts';

/** What a column's cells are. It decides the grammar; `amount` and `count` are the kinds where `1,234` is ambiguous. */
export type CellKind =
  | 'programme'
  | 'region'
  | 'code'
  | 'text'
  | 'month'
  | 'period'
  | 'day'
  | 'count'
  | 'amount'
  | 'rate'
  | 'measure'
  | 'priority';

export interface ColumnSpec {
  readonly kind: CellKind;
  /** Every name of the column after the first, its English one: Swedish names and variants. */
  readonly aliases: readonly string[];
  /** The table cannot do without the column; `one-of` are the columns of which it needs at least one. */
  readonly need: 'required' | 'optional' | 'one-of';
  /** The column must be there, and yet a cell of it may be blank. */
  readonly isBlankInSome?: true;
}

/** A table as it stands in a file. Keys are the English names of the columns. */
export interface TableSpec<Key extends string = string> {
  readonly table: TableName;
  /** The names of its file in a data folder, English and Swedish. */
  readonly fileNames: readonly [string, string];
  readonly columns: Readonly<Record<Key, ColumnSpec>>;
}

function column(kind: CellKind, need: ColumnSpec['need'], ...aliases: string[]): ColumnSpec {
  return { kind, aliases, need };
}

/** Expenditure forecasts (*utgiftsprognoser*). */
export const FORECASTS = {
  table: 'forecasts',
  fileNames: ['forecasts.csv', 'utgiftsprognoser.csv'],
  columns: {
    published: column('day', 'required', 'publicerad'),
    programme: column('programme', 'required', 'program'),
    region: column('region', 'optional'),
    period: column('period', 'required', 'månad', 'kvartal', 'år'),
    decisions_per_month: column('amount', 'one-of', 'beslut_per_månad', 'deltagare_per_månad'),
    decisions: column('amount', 'one-of', 'beslut'),
    expenditure: column('amount', 'one-of', 'utgift'),
    expenditure_tkr: column('amount', 'one-of', 'utgift_tkr'),
    expenditure_mkr: column('amount', 'one-of', 'utgift_mkr', 'utgift_mnkr'),
    cost_per_decision: column('amount', 'optional', 'kostnad_per_beslut'),
    low: column('amount', 'optional', 'låg'),
    high: column('amount', 'optional', 'hög'),
    source: column('text', 'optional', 'källa'),
  },
} as const satisfies TableSpec;

/** Monthly decision statistics (*beslutsstatistik*). */
export const STATISTICS = {
  table: 'statistics',
  fileNames: ['statistics.csv', 'beslutsstatistik.csv'],
  columns: {
    month: column('month', 'required', 'månad'),
    programme: column('programme', 'required', 'program'),
    region: column('region', 'optional'),
    decisions: column('count', 'required', 'beslut'),
    new_decisions: column('count', 'required', 'nya_beslut'),
    expenditure: column('amount', 'optional', 'utgift'),
    collaboration_cases: column('count', 'optional', 'samverkansärenden'),
    base_hours: column('amount', 'optional', 'grundtimmar'),
    collaboration_hours: column('amount', 'optional', 'samverkanstimmar'),
    published: column('day', 'optional', 'publicerad'),
  },
} as const satisfies TableSpec;

/** Standard rates (*schabloner*). */
export const SCHABLONS = {
  table: 'schablons',
  fileNames: ['schablons.csv', 'schabloner.csv'],
  columns: {
    programme: column('programme', 'required', 'program'),
    region: column('region', 'optional'),
    valid_from: column('month', 'required', 'giltig_från'),
    valid_to: column('month', 'optional', 'giltig_till'),
    measure: column('measure', 'required', 'mått'),
    // The share has no work step.
    step: { ...column('text', 'required', 'arbetsmoment'), isBlankInSome: true },
    value: column('rate', 'required', 'värde'),
    low: column('rate', 'optional', 'låg'),
    high: column('rate', 'optional', 'hög'),
    priority: column('priority', 'optional', 'prioritet'),
    source: column('text', 'optional', 'källa'),
    published: column('day', 'optional', 'publicerad'),
  },
} as const satisfies TableSpec;

/** Programme codes (*program*): several codes may make one programme. */
export const PROGRAMMES = {
  table: 'programmes',
  fileNames: ['programmes.csv', 'program.csv'],
  columns: {
    code: column('code', 'required', 'kod'),
    programme: column('code', 'required', 'program'),
    name: column('text', 'optional', 'namn'),
  },
} as const satisfies TableSpec;

/** Office or municipality codes to regions (*regioner*). */
export const REGIONS = {
  table: 'regions',
  fileNames: ['regions.csv', 'regioner.csv'],
  columns: {
    code: column('code', 'required', 'kod'),
    region: column('code', 'required'),
    name: column('text', 'optional', 'namn'),
  },
} as const satisfies TableSpec;

export const TABLES: readonly TableSpec[] = [FORECASTS, STATISTICS, SCHABLONS, PROGRAMMES, REGIONS];

/** Words, without points, that are no name of a column and probably mean it: to leave such a column aside could change a number. */
export const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  region: ['område', 'län', 'kontor', 'regionnamn', 'arbetsmarknadsregion', 'area', 'county'],
  programme: ['insats', 'insatskod', 'programkod', 'program code'],
  decisions: ['antal', 'antal beslut', 'deltagare', 'antal deltagare'],
  new_decisions: ['antal nya beslut', 'nya deltagare', 'nya'],
  published: ['publiceringsdatum', 'publiceringsdag', 'publication date'],
  valid_from: ['from', 'fr o m', 'från', 'från och med', 'gäller från', 'gäller from', 'giltig from', 'startmånad'],
  valid_to: [
    'tom',
    't o m',
    'till',
    'till och med',
    'gäller till',
    'gäller tom',
    'gäller t o m',
    'giltig tom',
    'giltig t o m',
    'giltig till och med',
    'slutmånad',
    'sista månad',
    'upphör',
    'to',
    'until',
    'valid until',
  ],
  step: ['moment', 'arbetssteg', 'work step'],
  value: ['timmar', 'timmar per ärende', 'hours', 'hours per case'],
};

/** The words of the measure column, English and Swedish. */
export const MEASURE_WORDS = {
  collaboration_share: ['collaboration_share', 'samverkansandel'],
  base_hours: ['base_hours', 'grundtimmar'],
  collaboration_hours: ['collaboration_hours', 'samverkanstimmar'],
} as const;

/** The words of the priority column, English and Swedish. */
export const PRIORITY_WORDS = { must: ['must', 'måste'], can: ['can', 'kan'] } as const;

/** A region cell that says the nation (*riket*), a blank one aside. */
export const NATION_NAMES: readonly string[] = ['riket', 'hela riket', '00 riket', 'se', '00'];

/** A cell that marks a row of sums, or one of the whole under a name that is not among those of the nation. */
const TOTAL_NAMES: ReadonlySet<string> = new Set([
  '(blank)',
  '(tom)',
  'alla',
  'alla län',
  'alla program',
  'alla regioner',
  'grand total',
  'hela landet',
  'hela sverige',
  'landet',
  'nationellt',
  'samtliga',
  'samtliga regioner',
  'sum',
  'summering',
  'sverige',
]);

/** `Summa`, `Delsumma`, `Totalt Syd`, `Syd totalt` and the like: a row of sums (*summarad*). */
const TOTAL_WORDS = /^(?:del|total)?summa(?: |$)|^totalt?(?: |$)|(?:^| )(?:(?:del|total)?summa|totalt?)$/;

export function isTotalName(cell: string): boolean {
  // Most cells are told apart by their first or last letter.
  if (cell.length > 40 || !/^\s*[(adghlnst]|[aelt][.:;]*\s*$/i.test(cell)) return false;
  const name = folded(cell.replaceAll(/[.:;]+(?=\s|$)/g, ''));
  return TOTAL_NAMES.has(name) || TOTAL_WORDS.test(name);
}
