/**
 * An independent second implementation of the resource estimation model, used only as a test oracle.
 *
 * It shares no line with the program it checks: exact fractions instead of doubles, one straight pass instead of
 * stages, no imports. It reads only a plain dialect (comma, decimal point, LF, English headers, no quotes) and trusts
 * that the tables are sound; what it judges is the model. Where the model's text leaves a choice open, the choice
 * taken stands in a comment that begins with «Reading:».
 */

/** What is asked for: months as `YYYY-MM`, `asOf` as `YYYY-MM-DD`; null means no limit. */
export interface OracleRequest {
  from: string;
  to: string;
  programmes: string[] | null;
  regions: string[] | null;
  asOf: string | null;
}

export interface OracleRow {
  month: string;
  programme: string;
  region: string | null;
  decisions: number;
  newShare: number;
  newDecisions: number;
  collaborationShare: number;
  collaborationCases: number;
  baseHoursPerCase: number;
  collaborationHoursPerCase: number;
  baseHours: number;
  collaborationHours: number;
  totalHours: number;
  forecastPublished: string;
  referenceMonth: string;
}

export interface OracleStep {
  month: string;
  programme: string;
  region: string | null;
  measure: 'base_hours' | 'collaboration_hours';
  step: string;
  priority: 'must' | 'can';
  hoursPerCase: number;
  cases: number;
  hours: number;
}

export interface OracleTotal {
  month: string | null;
  programme: string | null;
  region: string | null;
  decisions: number | null;
  newDecisions: number;
  collaborationCases: number;
  baseHours: number;
  collaborationHours: number;
  totalHours: number;
}

/** A refusal's `reason` is a kebab-case kind, a colon, and what it is about. */
export type OracleResult =
  | { refused: true; reason: string }
  | { refused: false; rows: OracleRow[]; steps: OracleStep[]; totals: OracleTotal[] };

// ---------------------------------------------------------------------------------------------------------------------
// Exact arithmetic

/** A reduced fraction; the denominator is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new Error('A denominator of 0 must be refused before it is divided by.');
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n, d * sign);
  return { n: (n * sign) / common, d: (d * sign) / common };
}

const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n });
export const isZero = (a: Fraction): boolean => a.n === 0n;
export const isGreater = (a: Fraction, b: Fraction): boolean => a.n * b.d > b.n * a.d;
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

export function plus(a: Fraction, b: Fraction): Fraction {
  // Most sums are of whole counts, for which the general form would only waste a greatest common divisor.
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export const sum = (parts: Iterable<Fraction>): Fraction => {
  let total = ZERO;
  for (const part of parts) total = plus(total, part);
  return total;
};

/** The decimal text of a cell, exactly: `12.5` is 25/2. */
function parseDecimal(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error(`Not a plain decimal number: «${text}»`);
  const decimals = match[3] ?? '';
  const digits = BigInt((match[2] ?? '') + decimals);
  return fraction(match[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
}

const bitLength = (positive: bigint): number => positive.toString(2).length;

/**
 * The double nearest to the fraction. Numerator and denominator may both be beyond 2^53, so dividing their doubles
 * would round three times. Instead the quotient is taken as an integer of at least 64 bits whose last bit also stands
 * for a remainder; the one conversion that follows rounds once, and the scaling by a power of two is exact.
 */
export function toDouble({ n, d }: Fraction): number {
  if (n === 0n) return 0;
  const size = n < 0n ? -n : n;
  const shift = Math.max(0, 64 + bitLength(d) - bitLength(size));
  const scaled = size << BigInt(shift);
  const quotient = scaled / d;
  const sticky = scaled % d === 0n ? quotient : quotient | 1n;
  return (n < 0n ? -1 : 1) * Number(sticky) * 2 ** -shift;
}

// ---------------------------------------------------------------------------------------------------------------------
// Refusals, text, months

/** Thrown where the model refuses; caught once, at the top. */
export class Refusal extends Error {}

export function refuse(kind: string, about: string): never {
  throw new Refusal(`${kind}: ${about}`);
}

type TableRow = Record<string, string>;

/** A trivial splitter: the folders that the oracle is given have no quotes. */
function splitTable(text: string | undefined): TableRow[] {
  const lines = (text ?? '').split('\n').filter((line) => line !== '');
  const header = (lines[0] ?? '').split(',');
  return lines.slice(1).map((line) => {
    const cells = line.split(',');
    const row: TableRow = {};
    header.forEach((name, index) => {
      row[name] = cells[index] ?? '';
    });
    return row;
  });
}

const cellOf = (row: TableRow, column: string): string => row[column] ?? '';

/** Months are whole numbers, year · 12 + month − 1, so that the same month last year is «minus twelve». */
export const parseMonth = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const yearOf = (month: number): number => Math.floor(month / 12);
export const formatMonth = (month: number): string => `${pad(yearOf(month), 4)}-${pad((month % 12) + 1, 2)}`;

function lastDayOf(month: number): string {
  const year = yearOf(month);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month % 12];
  return `${formatMonth(month)}-${days}`;
}

export const NATION = '';
const NATIONAL_NAMES = new Set(['', 'Riket', 'Hela riket', '00 Riket', 'SE', '00']);

/** The region as written, with every name of the nation made one. */
const writtenRegion = (row: TableRow): string => {
  const text = cellOf(row, 'region');
  return NATIONAL_NAMES.has(text) ? NATION : text;
};

/** Code-unit order, which is the order of `<` on strings. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Mapping = (code: string) => string;

/** Codes to names by an optional table; a name counts as its own code, and with the table anything else is refused. */
function mappingFrom(text: string | undefined, column: 'programme' | 'region'): Mapping {
  if (text === undefined) return (code) => code;
  const names = new Map<string, string>();
  const rows = splitTable(text);
  for (const row of rows) names.set(cellOf(row, column), cellOf(row, column));
  for (const row of rows) names.set(cellOf(row, 'code'), cellOf(row, column));
  return (code) => names.get(code) ?? refuse('unknown-code', `${column} ${code}`);
}

/** The value of a key, or a new one put there: the maps of maps below are filled through this. */
function fetchOrPut<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}

// ---------------------------------------------------------------------------------------------------------------------
// Statistics

export interface Count {
  readonly decisions: Fraction;
  readonly newDecisions: Fraction;
  /** Null where some part lacks it: an optional outcome exists only where all parts have it. So are the next three. */
  readonly expenditure: Fraction | null;
  readonly cases: Fraction | null;
  readonly baseHours: Fraction | null;
  readonly collaborationHours: Fraction | null;
}

/** One programme's visible statistics: month to region (`''` is the nation's own row) to counts. */
export type ProgrammeStatistics = Map<number, Map<string, Count>>;

/** The row that counts of those with one key as written: the latest that is visible. */
function latestRows(rows: TableRow[], asOf: string | null): TableRow[] {
  const latest = new Map<string, { row: TableRow; published: string }>();
  for (const row of rows) {
    const stated = cellOf(row, 'published');
    const published = stated === '' ? lastDayOf(parseMonth(cellOf(row, 'month'))) : stated;
    if (asOf !== null && published > asOf) continue;
    const key = `${cellOf(row, 'month')}|${cellOf(row, 'programme')}|${writtenRegion(row)}`;
    const other = latest.get(key);
    if (other !== undefined && other.published === published) refuse('duplicate-key', `statistics ${key}`);
    if (other === undefined || published > other.published) latest.set(key, { row, published });
  }
  return [...latest.values()].map(({ row }) => row);
}

const plusWhereBoth = (a: Fraction | null, b: Fraction | null): Fraction | null =>
  a === null || b === null ? null : plus(a, b);

const addCounts = (a: Count, b: Count): Count => ({
  decisions: plus(a.decisions, b.decisions),
  newDecisions: plus(a.newDecisions, b.newDecisions),
  expenditure: plusWhereBoth(a.expenditure, b.expenditure),
  cases: plusWhereBoth(a.cases, b.cases),
  baseHours: plusWhereBoth(a.baseHours, b.baseHours),
  collaborationHours: plusWhereBoth(a.collaborationHours, b.collaborationHours),
});

function readCount(row: TableRow): Count {
  const optional = (column: string): Fraction | null =>
    cellOf(row, column) === '' ? null : parseDecimal(cellOf(row, column));
  return {
    decisions: parseDecimal(cellOf(row, 'decisions')),
    newDecisions: parseDecimal(cellOf(row, 'new_decisions')),
    expenditure: optional('expenditure'),
    cases: optional('collaboration_cases'),
    baseHours: optional('base_hours'),
    collaborationHours: optional('collaboration_hours'),
  };
}

/**
 * Reading: the «parts» of a cell are the rows that are there. A code that has no row for a month adds nothing and is
 * not missed; completeness is judged on programmes and regions after mapping only.
 */
function readStatistics(
  rows: TableRow[],
  asOf: string | null,
  programmeOf: Mapping,
  regionOf: Mapping,
): Map<string, ProgrammeStatistics> {
  const all = new Map<string, ProgrammeStatistics>();
  for (const row of latestRows(rows, asOf)) {
    const statistics = fetchOrPut(all, programmeOf(cellOf(row, 'programme')), (): ProgrammeStatistics => new Map());
    const cells = fetchOrPut(statistics, parseMonth(cellOf(row, 'month')), () => new Map<string, Count>());
    const written = writtenRegion(row);
    const region = written === NATION ? NATION : regionOf(written);
    const count = readCount(row);
    const before = cells.get(region);
    cells.set(region, before === undefined ? count : addCounts(before, count));
  }
  return all;
}

/** The regions with a row in one month; the nation's own row is a control, never a region. */
export const regionsIn = (cells: Map<string, Count> | undefined): string[] =>
  [...(cells?.keys() ?? [])].filter((region) => region !== NATION);

/** Every region that the programme has anywhere in a calendar year. */
export function regionsOfYear(statistics: ProgrammeStatistics, year: number): Set<string> {
  const regions = new Set<string>();
  for (let month = year * 12; month < year * 12 + 12; month++) {
    for (const region of regionsIn(statistics.get(month))) regions.add(region);
  }
  return regions;
}

/** A row for every region that the programme has in that calendar year. */
function hasEveryRegion(statistics: ProgrammeStatistics, month: number): boolean {
  const regions = regionsOfYear(statistics, yearOf(month));
  if (regions.size === 0) return false;
  const cells = statistics.get(month);
  return [...regions].every((region) => cells?.has(region) === true);
}

export const isHeld = (statistics: ProgrammeStatistics, month: number): boolean =>
  statistics.get(month)?.has(NATION) === true || hasEveryRegion(statistics, month);

const sumOfRegions = (cells: Map<string, Count>): Count =>
  regionsIn(cells).reduce<Count>((total, region) => addCounts(total, cells.get(region) as Count), {
    decisions: ZERO,
    newDecisions: ZERO,
    expenditure: ZERO,
    cases: ZERO,
    baseHours: ZERO,
    collaborationHours: ZERO,
  });

/** The nation's counts of a held month: its own row if there is one, else the sum of the regions. */
function nationalCount(statistics: ProgrammeStatistics, month: number): Count {
  const cells = statistics.get(month) as Map<string, Count>;
  return cells.get(NATION) ?? sumOfRegions(cells);
}

/** The years back, k = 1, 2, …, as far as the statistics reach. */
function yearsBack(statistics: ProgrammeStatistics, month: number): number[] {
  const earliest = Math.min(...statistics.keys());
  const years: number[] = [];
  for (let k = 1; month - 12 * k >= earliest; k++) years.push(k);
  return years;
}

/** The latest held same month before `month`. */
function referenceMonth(programme: string, statistics: ProgrammeStatistics, month: number): number {
  for (const k of yearsBack(statistics, month)) {
    if (isHeld(statistics, month - 12 * k)) return month - 12 * k;
  }
  return refuse('no-reference-month', `${programme} ${formatMonth(month)}`);
}

// ---------------------------------------------------------------------------------------------------------------------
// Forecasts

interface ForecastRow {
  readonly published: string;
  readonly region: string;
  readonly months: readonly number[];
  readonly period: string;
  readonly measure: 'perMonth' | 'decisions' | 'expenditure';
  /** In decisions, or in SEK. */
  readonly quantity: Fraction;
  readonly costPerDecision: Fraction | null;
}

/** `2023-01`, `2023-Q1` or `2023`. */
function monthsOfPeriod(period: string): number[] {
  const january = Number(period.slice(0, 4)) * 12;
  const quarter = /Q([1-4])$/.exec(period);
  if (quarter !== null) return [0, 1, 2].map((i) => january + (Number(quarter[1]) - 1) * 3 + i);
  if (period.length === 4) return Array.from({ length: 12 }, (_, i) => january + i);
  return [parseMonth(period)];
}

function readQuantity(row: TableRow): Pick<ForecastRow, 'measure' | 'quantity'> {
  const cell = (column: string, factor: number): Fraction | null =>
    cellOf(row, column) === '' ? null : times(parseDecimal(cellOf(row, column)), whole(factor));
  const perMonth = cell('decisions_per_month', 1);
  if (perMonth !== null) return { measure: 'perMonth', quantity: perMonth };
  const decisions = cell('decisions', 1);
  if (decisions !== null) return { measure: 'decisions', quantity: decisions };
  const sek = cell('expenditure', 1) ?? cell('expenditure_tkr', 1_000) ?? cell('expenditure_mkr', 1_000_000);
  if (sek === null) throw new Error('A forecast row without a quantity');
  return { measure: 'expenditure', quantity: sek };
}

/** Rows per programme code as written: the winning vintage is chosen per code, before mapping. */
type ForecastsByCode = Map<string, ForecastRow[]>;

function readForecasts(rows: TableRow[], asOf: string | null): ForecastsByCode {
  const byCode: ForecastsByCode = new Map();
  for (const row of rows) {
    const published = cellOf(row, 'published');
    if (asOf !== null && published > asOf) continue;
    const cost = cellOf(row, 'cost_per_decision');
    fetchOrPut(byCode, cellOf(row, 'programme'), (): ForecastRow[] => []).push({
      published,
      region: writtenRegion(row),
      months: monthsOfPeriod(cellOf(row, 'period')),
      period: cellOf(row, 'period'),
      ...readQuantity(row),
      costPerDecision: cost === '' ? null : parseDecimal(cost),
    });
  }
  return byCode;
}

/**
 * The rows that speak of a month: the latest vintage that covers it, and in it the narrowest period of each region.
 *
 * Reading: the narrowest period is taken per region code as written, like the vintage per programme code as written,
 * so a month row of one municipality does not push aside a quarter row of its neighbour in the same region.
 */
function winningRows(rows: ForecastRow[], month: number): ForecastRow[] {
  const covering = rows.filter((row) => row.months.includes(month));
  const vintage = covering.reduce((latest, row) => (row.published > latest ? row.published : latest), '');
  const perRegion = new Map<string, ForecastRow>();
  for (const row of covering) {
    if (row.published !== vintage) continue;
    const other = perRegion.get(row.region);
    if (other !== undefined && other.months.length === row.months.length) {
      refuse('duplicate-key', `forecasts ${vintage} ${row.period}`);
    }
    if (other === undefined || row.months.length < other.months.length) perRegion.set(row.region, row);
  }
  return [...perRegion.values()];
}

interface ExpenditureAndDecisions {
  readonly expenditure: Fraction;
  readonly decisions: Fraction;
}

/**
 * What one month says about the cost of a decision, or null where it does not hold both numbers.
 *
 * Reading: a national row without expenditure does not hide regions that all have it; then decisions are summed over
 * the same regions, so that both sides of the ratio speak of the same customers.
 */
function costBasis(statistics: ProgrammeStatistics, month: number): ExpenditureAndDecisions | null {
  const cells = statistics.get(month);
  if (cells === undefined) return null;
  const nation = cells.get(NATION);
  if (nation !== undefined && nation.expenditure !== null) {
    return { expenditure: nation.expenditure, decisions: nation.decisions };
  }
  if (!hasEveryRegion(statistics, month)) return null;
  const { expenditure, decisions } = sumOfRegions(cells);
  return expenditure === null ? null : { expenditure, decisions };
}

/**
 * SEK per decision and month from the latest year that holds both for every month of the period.
 *
 * Reading: «the latest year» is a year before the period, k ≥ 1, as for the reference year, even where the statistics
 * already hold the period itself. Reading: an older year does not stand in where the latest one sums to 0 decisions or
 * 0 expenditure.
 */
function costFromStatistics(programme: string, statistics: ProgrammeStatistics, row: ForecastRow): Fraction {
  for (const k of yearsBack(statistics, Math.max(...row.months))) {
    const parts = row.months.map((month) => costBasis(statistics, month - 12 * k));
    if (!parts.every((part) => part !== null)) continue;
    const decisions = sum(parts.map((part) => part.decisions));
    const expenditure = sum(parts.map((part) => part.expenditure));
    if (isZero(decisions)) refuse('zero-decisions', `${programme} ${row.period}: cost per decision`);
    if (isZero(expenditure)) refuse('zero-cost', `${programme} ${row.period}: cost per decision`);
    return over(expenditure, decisions);
  }
  return refuse('no-cost', `${programme} ${row.period}`);
}

/** The sum of the period's monthly counts. */
function decisionsOfPeriod(programme: string, statistics: ProgrammeStatistics, row: ForecastRow): Fraction {
  if (row.measure === 'perMonth') return times(row.quantity, whole(row.months.length));
  if (row.measure === 'decisions') return row.quantity;
  return over(row.quantity, row.costPerDecision ?? costFromStatistics(programme, statistics, row));
}

/** The share of the period that falls on `month`, by the programme's national profile of the reference year. */
function shareOfPeriod(programme: string, statistics: ProgrammeStatistics, row: ForecastRow, month: number): Fraction {
  for (const k of yearsBack(statistics, Math.max(...row.months))) {
    if (!row.months.every((each) => isHeld(statistics, each - 12 * k))) continue;
    const ofPeriod = sum(row.months.map((each) => nationalCount(statistics, each - 12 * k).decisions));
    if (isZero(ofPeriod)) refuse('zero-decisions', `${programme} ${row.period}: reference year`);
    return over(nationalCount(statistics, month - 12 * k).decisions, ofPeriod);
  }
  return refuse('no-reference-year', `${programme} ${row.period}`);
}

/**
 * A row's decisions in one of its months. A regional row of a longer period follows the programme's national profile
 * too. A row that fills one month needs no profile, and so no reference year.
 */
function decisionsOfRow(programme: string, statistics: ProgrammeStatistics, row: ForecastRow, month: number): Fraction {
  const period = decisionsOfPeriod(programme, statistics, row);
  return row.months.length === 1 ? period : times(period, shareOfPeriod(programme, statistics, row, month));
}

// ---------------------------------------------------------------------------------------------------------------------
// Decisions per region

/** What the winning vintages say of one programme and month, one entry for each code as written that covers it. */
interface Vintage {
  readonly published: string;
  readonly rows: readonly ForecastRow[];
}

interface ProgrammeMonth {
  readonly programme: string;
  readonly month: number;
  readonly reference: number;
  readonly statistics: ProgrammeStatistics;
  readonly vintages: readonly Vintage[];
}

/** The national decisions that some vintages forecast, added up over the codes. */
const nationalForecast = (at: ProgrammeMonth, vintages: readonly Vintage[]): Fraction =>
  sum(vintages.flatMap(({ rows }) => rows.map((row) => decisionsOfRow(at.programme, at.statistics, row, at.month))));

/** Without a national row in the statistics, a forecast above twice the regions' sum cannot be about the same count. */
function guardLevel(at: ProgrammeMonth, decisions: Fraction, cells: Map<string, Count>): void {
  if (cells.has(NATION)) return;
  if (isGreater(decisions, times(whole(2), sumOfRegions(cells).decisions))) {
    refuse('forecast-above-statistics', `${at.programme} ${formatMonth(at.month)}`);
  }
}

/** National decisions to regions, by each region's share of the national decisions in the reference month. */
function apportion(at: ProgrammeMonth, national: Fraction, regions: string[]): Map<string, Fraction> {
  const cells = at.statistics.get(at.reference) as Map<string, Count>;
  const nation = nationalCount(at.statistics, at.reference).decisions;
  if (isZero(nation)) refuse('zero-decisions', `${at.programme} ${formatMonth(at.reference)}: reference month`);
  guardLevel(at, national, cells);
  return new Map(
    regions.map((region) => {
      const part = cells.get(region)?.decisions ?? ZERO;
      return [region, times(national, over(part, nation))];
    }),
  );
}

/** Regional forecast rows as they stand, summed over codes; null where the region has none. */
function ownForecast(at: ProgrammeMonth, vintages: Vintage[], region: string, regionOf: Mapping): Fraction | null {
  const rows = vintages.flatMap((vintage) =>
    vintage.rows.filter((row) => row.region !== NATION && regionOf(row.region) === region),
  );
  if (rows.length === 0) return null;
  return sum(rows.map((row) => decisionsOfRow(at.programme, at.statistics, row, at.month)));
}

/**
 * The decisions of every estimated cell of one programme and month; the key `''` is a national cell.
 *
 * Reading: where the codes of one programme differ in form, those with regional rows are used as they stand and the
 * national rows of the others are apportioned and added; whether a region lacks a forecast row is judged on all codes
 * together, since the reference month is known per programme only.
 * Reading: what no requested cell needs is not computed and so refuses nothing: a national row that is only a control
 * of regional rows, regional rows of regions not asked for, and the guard where no requested region has a cell.
 */
function decisionsByRegion(at: ProgrammeMonth, asked: string[] | null, regionOf: Mapping): Map<string, Fraction> {
  const regional = at.vintages.filter(({ rows }) => rows.some((row) => row.region !== NATION));
  const national = at.vintages.filter(({ rows }) => rows.every((row) => row.region === NATION));
  const cells = at.statistics.get(at.reference) as Map<string, Count>;
  const listed = regionsIn(cells);
  if (listed.length === 0 && national.length > 0) {
    // Reading: a region asked for cannot be told from a nation, and leaving the programme out in silence would be
    // wrong.
    const about = `${at.programme} ${formatMonth(at.reference)}`;
    if (asked !== null || regional.length > 0) refuse('no-region-in-reference-month', about);
    return new Map([[NATION, nationalForecast(at, national)]]);
  }
  const forecast = regional.flatMap(({ rows }) => rows.map((row) => row.region)).filter((code) => code !== NATION);
  const regions = [...new Set([...listed, ...forecast.map(regionOf)])]
    .filter((region) => asked === null || asked.includes(region))
    .sort(byCodeUnit);
  if (regions.length === 0) return new Map();
  const apportioned =
    national.length === 0 ? new Map<string, Fraction>() : apportion(at, nationalForecast(at, national), regions);
  if (regional.length === 0) return apportioned;
  return new Map(
    regions.map((region) => {
      const own = ownForecast(at, regional, region, regionOf);
      if (own === null && !isZero(cells.get(region)?.decisions ?? ZERO)) {
        refuse('region-without-forecast', `${at.programme} ${region} ${formatMonth(at.month)}`);
      }
      return [region, plus(own ?? ZERO, apportioned.get(region) ?? ZERO)];
    }),
  );
}

/** New decisions over decisions of the reference month; the programme's national share where the region has none. */
function newShare(at: ProgrammeMonth, region: string): Fraction {
  const own = at.statistics.get(at.reference)?.get(region);
  if (region !== NATION && own !== undefined && !isZero(own.decisions)) return over(own.newDecisions, own.decisions);
  const nation = nationalCount(at.statistics, at.reference);
  if (isZero(nation.decisions)) refuse('zero-decisions', `${at.programme} ${formatMonth(at.reference)}: new share`);
  return over(nation.newDecisions, nation.decisions);
}

// ---------------------------------------------------------------------------------------------------------------------
// Schablons

export type Measure = 'collaboration_share' | 'base_hours' | 'collaboration_hours';

interface Schablon {
  readonly region: string;
  readonly measure: Measure;
  readonly step: string;
  readonly validFrom: number;
  readonly validTo: number;
  readonly value: Fraction;
  readonly priority: 'must' | 'can';
}

/** A schablon without `published` is never hidden. A blank priority is the default of its measure, never inherited. */
function readSchablons(
  rows: TableRow[],
  asOf: string | null,
  programmeOf: Mapping,
  regionOf: Mapping,
): Map<string, Schablon[]> {
  const all = new Map<string, Schablon[]>();
  for (const row of rows) {
    const published = cellOf(row, 'published');
    if (asOf !== null && published !== '' && published > asOf) continue;
    const written = writtenRegion(row);
    const measure = cellOf(row, 'measure') as Measure;
    const validTo = cellOf(row, 'valid_to');
    const priority = cellOf(row, 'priority');
    fetchOrPut(all, programmeOf(cellOf(row, 'programme')), (): Schablon[] => []).push({
      region: written === NATION ? NATION : regionOf(written),
      measure,
      step: cellOf(row, 'step'),
      validFrom: parseMonth(cellOf(row, 'valid_from')),
      validTo: validTo === '' ? Number.POSITIVE_INFINITY : parseMonth(validTo),
      value: parseDecimal(cellOf(row, 'value')),
      priority: priority === '' ? (measure === 'base_hours' ? 'must' : 'can') : (priority as 'must' | 'can'),
    });
  }
  return all;
}

/** The schablons in force of one measure, by step: the latest begun of each key, a region's before the nation's. */
export function inForce(schablons: Schablon[], region: string, measure: Measure, month: number): Schablon[] {
  const byStep = new Map<string, Schablon>();
  for (const level of region === NATION ? [NATION] : [NATION, region]) {
    const ofLevel = new Map<string, Schablon>();
    for (const row of schablons) {
      if (row.region !== level || row.measure !== measure || row.validFrom > month || row.validTo < month) continue;
      const other = ofLevel.get(row.step);
      if (other?.validFrom === row.validFrom) refuse('duplicate-key', `schablons ${measure} ${row.step}`);
      if (other === undefined || row.validFrom > other.validFrom) ofLevel.set(row.step, row);
    }
    for (const [step, row] of ofLevel) byStep.set(step, row);
  }
  return [...byStep.values()].sort((a, b) => byCodeUnit(a.step, b.step));
}

interface Rates {
  readonly share: Fraction;
  readonly base: Schablon[];
  readonly collaboration: Schablon[];
}

/** A rate that is missing is refused, never 0 hours. */
function ratesOf(schablons: Schablon[], programme: string, region: string, month: number): Rates {
  const about = `${programme} ${region === NATION ? 'nation' : region} ${formatMonth(month)}`;
  const share = inForce(schablons, region, 'collaboration_share', month)[0]?.value;
  if (share === undefined) refuse('no-collaboration-share', about);
  const base = inForce(schablons, region, 'base_hours', month);
  if (base.length === 0) refuse('no-base-step', about);
  const collaboration = inForce(schablons, region, 'collaboration_hours', month);
  if (collaboration.length === 0 && !isZero(share)) refuse('no-collaboration-step', about);
  return { share, base, collaboration };
}

// ---------------------------------------------------------------------------------------------------------------------
// Cells

/** One estimated cell, exact. */
interface Cell {
  readonly month: number;
  readonly programme: string;
  readonly region: string;
  readonly decisions: Fraction;
  readonly newShare: Fraction;
  readonly newDecisions: Fraction;
  readonly cases: Fraction;
  readonly baseHoursPerCase: Fraction;
  readonly collaborationHoursPerCase: Fraction;
  readonly baseHours: Fraction;
  readonly collaborationHours: Fraction;
  readonly rates: Rates;
  readonly published: string;
  readonly reference: number;
}

export const sumOfValues = (schablons: Schablon[]): Fraction => sum(schablons.map(({ value }) => value));

/** N = D·n, B = N·b, K = N·s, C = K·c. */
function estimateCell(at: ProgrammeMonth, region: string, decisions: Fraction, schablons: Schablon[]): Cell {
  const rates = ratesOf(schablons, at.programme, region, at.month);
  const share = newShare(at, region);
  const newDecisions = times(decisions, share);
  const cases = times(newDecisions, rates.share);
  const baseHoursPerCase = sumOfValues(rates.base);
  const collaborationHoursPerCase = sumOfValues(rates.collaboration);
  return {
    month: at.month,
    programme: at.programme,
    region,
    decisions,
    newShare: share,
    newDecisions,
    cases,
    baseHoursPerCase,
    collaborationHoursPerCase,
    baseHours: times(newDecisions, baseHoursPerCase),
    collaborationHours: times(cases, collaborationHoursPerCase),
    rates,
    // Reading: where codes of one programme come from different vintages, the latest of them is the row's date.
    published: at.vintages.reduce((latest, { published }) => (published > latest ? published : latest), ''),
    reference: at.reference,
  };
}

/** The winning vintage of each code of a programme that covers the month; codes that do not cover it add nothing. */
function vintagesOf(forecasts: ForecastsByCode, programmeOf: Mapping, programme: string, month: number): Vintage[] {
  const vintages: Vintage[] = [];
  for (const [code, all] of forecasts) {
    if (programmeOf(code) !== programme) continue;
    const rows = winningRows(all, month);
    const first = rows[0];
    if (first !== undefined) vintages.push({ published: first.published, rows });
  }
  return vintages;
}

export interface Tables {
  readonly programmeOf: Mapping;
  readonly regionOf: Mapping;
  readonly statistics: Map<string, ProgrammeStatistics>;
  readonly forecasts: ForecastsByCode;
  readonly schablons: Map<string, Schablon[]>;
  readonly knownRegions: Set<string>;
}

export function readTables(files: Record<string, string>, asOf: string | null): Tables {
  const programmeOf = mappingFrom(files['programmes.csv'], 'programme');
  const regionOf = mappingFrom(files['regions.csv'], 'region');
  const statisticsRows = splitTable(files['statistics.csv']);
  // Reading: a region is known by any row of the statistics, also by one that `asOf` hides.
  const written = statisticsRows.map(writtenRegion).filter((region) => region !== NATION);
  const mapped = splitTable(files['regions.csv']).map((row) => cellOf(row, 'region'));
  return {
    programmeOf,
    regionOf,
    statistics: readStatistics(statisticsRows, asOf, programmeOf, regionOf),
    forecasts: readForecasts(splitTable(files['forecasts.csv']), asOf),
    schablons: readSchablons(splitTable(files['schablons.csv']), asOf, programmeOf, regionOf),
    knownRegions: new Set([...new Set(written)].map(regionOf).concat(mapped)),
  };
}

/**
 * Reading: `--programme` and `--region` take a code of the mapping tables as well as the name.
 * Reading: «no schablon at all» means no visible one; one that is visible and not in force is a missing rate instead.
 */
function programmesToEstimate(tables: Tables, asked: string[] | null): string[] {
  if (asked === null) return [...tables.schablons.keys()].sort(byCodeUnit);
  const programmes = [...new Set(asked.map(tables.programmeOf))].sort(byCodeUnit);
  for (const programme of programmes) {
    if (!tables.schablons.has(programme)) refuse('programme-without-schablons', programme);
  }
  return programmes;
}

export function regionsToEstimate(tables: Tables, asked: string[] | null): string[] | null {
  if (asked === null) return null;
  const regions = [...new Set(asked.map(tables.regionOf))];
  for (const region of regions) if (!tables.knownRegions.has(region)) refuse('unknown-region', region);
  return regions;
}

/** Whether a known forecast of the programme covers the month. */
export const hasForecast = (tables: Tables, programme: string, month: number): boolean =>
  vintagesOf(tables.forecasts, tables.programmeOf, programme, month).length > 0;

/** The cells of one programme that has a forecast and schablons in one month, by region; `''` is a national cell. */
export function estimateProgramme(
  tables: Tables,
  programme: string,
  asked: string[] | null,
  month: number,
): Map<string, Cell> {
  const vintages = vintagesOf(tables.forecasts, tables.programmeOf, programme, month);
  const statistics = tables.statistics.get(programme);
  if (statistics === undefined) refuse('no-reference-month', `${programme} ${formatMonth(month)}`);
  const at = { programme, month, reference: referenceMonth(programme, statistics, month), statistics, vintages };
  const schablons = tables.schablons.get(programme) as Schablon[];
  const cells = new Map<string, Cell>();
  for (const [region, decisions] of decisionsByRegion(at, asked, tables.regionOf)) {
    cells.set(region, estimateCell(at, region, decisions, schablons));
  }
  return cells;
}

/** The cells of one month, sorted by programme and region. */
function estimateMonth(tables: Tables, request: OracleRequest, month: number): Cell[] {
  const cells: Cell[] = [];
  const asked = regionsToEstimate(tables, request.regions);
  let estimated = 0;
  for (const programme of programmesToEstimate(tables, request.programmes)) {
    if (!hasForecast(tables, programme, month)) {
      // Reading: a programme asked for must be covered in every month of the range.
      if (request.programmes !== null) refuse('programme-without-forecast', `${programme} ${formatMonth(month)}`);
      continue;
    }
    estimated++;
    cells.push(...estimateProgramme(tables, programme, asked, month).values());
  }
  if (estimated === 0) refuse('no-forecast', formatMonth(month));
  // Reading: a month in which no region asked for has a cell in any programme is refused; it is not 0 hours.
  if (cells.length === 0) refuse('no-cell', formatMonth(month));
  return cells;
}

// ---------------------------------------------------------------------------------------------------------------------
// The result

export const outputRegion = (region: string): string | null => (region === NATION ? null : region);

const toRow = (cell: Cell): OracleRow => ({
  month: formatMonth(cell.month),
  programme: cell.programme,
  region: outputRegion(cell.region),
  decisions: toDouble(cell.decisions),
  newShare: toDouble(cell.newShare),
  newDecisions: toDouble(cell.newDecisions),
  collaborationShare: toDouble(cell.rates.share),
  collaborationCases: toDouble(cell.cases),
  baseHoursPerCase: toDouble(cell.baseHoursPerCase),
  collaborationHoursPerCase: toDouble(cell.collaborationHoursPerCase),
  baseHours: toDouble(cell.baseHours),
  collaborationHours: toDouble(cell.collaborationHours),
  totalHours: toDouble(plus(cell.baseHours, cell.collaborationHours)),
  forecastPublished: cell.published,
  referenceMonth: formatMonth(cell.reference),
});

/**
 * Reading: every step in force has its row, also those of a collaboration share of 0 (0 cases, 0 hours), and the
 * measure is written as in the table of schablons.
 */
function toSteps(cell: Cell): OracleStep[] {
  const step = (measure: OracleStep['measure'], row: Schablon, cases: Fraction): OracleStep => ({
    month: formatMonth(cell.month),
    programme: cell.programme,
    region: outputRegion(cell.region),
    measure,
    step: row.step,
    priority: row.priority,
    hoursPerCase: toDouble(row.value),
    cases: toDouble(cases),
    hours: toDouble(times(cases, row.value)),
  });
  return [
    ...cell.rates.base.map((row) => step('base_hours', row, cell.newDecisions)),
    ...cell.rates.collaboration.map((row) => step('collaboration_hours', row, cell.cases)),
  ];
}

/** Sums over months have no decisions: the same customers would be counted once a month. */
function totalOf(cells: Cell[], month: number | null, programme: string | null, region: string | null): OracleTotal {
  const baseHours = sum(cells.map((cell) => cell.baseHours));
  const collaborationHours = sum(cells.map((cell) => cell.collaborationHours));
  return {
    month: month === null ? null : formatMonth(month),
    programme,
    region,
    decisions: month === null ? null : toDouble(sum(cells.map((cell) => cell.decisions))),
    newDecisions: toDouble(sum(cells.map((cell) => cell.newDecisions))),
    collaborationCases: toDouble(sum(cells.map((cell) => cell.cases))),
    baseHours: toDouble(baseHours),
    collaborationHours: toDouble(collaborationHours),
    totalHours: toDouble(plus(baseHours, collaborationHours)),
  };
}

/**
 * Reading: within a month, programmes come first, then regions, each in code-unit order, then the total of all.
 * Reading: national cells have no total per region of their own, since with both names null it would look like the
 * total of all.
 */
function totalsOf(cells: Cell[], month: number | null): OracleTotal[] {
  const programmes = [...new Set(cells.map((cell) => cell.programme))].sort(byCodeUnit);
  const regions = [...new Set(cells.map((cell) => cell.region))].filter((region) => region !== NATION).sort(byCodeUnit);
  const ofProgramme = (name: string): Cell[] => cells.filter((cell) => cell.programme === name);
  const ofRegion = (name: string): Cell[] => cells.filter((cell) => cell.region === name);
  return [
    ...programmes.map((programme) => totalOf(ofProgramme(programme), month, programme, null)),
    ...regions.map((region) => totalOf(ofRegion(region), month, null, region)),
    totalOf(cells, month, null, null),
  ];
}

function estimateRange(files: Record<string, string>, request: OracleRequest): OracleResult {
  const tables = readTables(files, request.asOf);
  const from = parseMonth(request.from);
  const to = parseMonth(request.to);
  const cells: Cell[] = [];
  const totals: OracleTotal[] = [];
  for (let month = from; month <= to; month++) {
    const ofMonth = estimateMonth(tables, request, month);
    cells.push(...ofMonth);
    totals.push(...totalsOf(ofMonth, month));
  }
  if (to > from) totals.push(...totalsOf(cells, null));
  return { refused: false, rows: cells.map(toRow), steps: cells.flatMap(toSteps), totals };
}

/** The estimate of a folder's files by the model, or the first reason for which the model refuses it. */
export function oracleEstimate(files: Record<string, string>, request: OracleRequest): OracleResult {
  try {
    return estimateRange(files, request);
  } catch (error) {
    if (error instanceof Refusal) return { refused: true, reason: error.message };
    throw error;
  }
}
