/**
 * An independent second implementation of the comparison of two months, used only as a test oracle.
 *
 * It stands on the oracle of the estimate and shares no line with the program either. Effects by Shapley are found by
 * brute force, all 120 orders of the five factors in exact fractions; those by LMDI by the formula and its limits.
 * Where the model's text leaves a choice open, the choice taken stands in a comment that begins with «Reading:».
 */

import {
  byCodeUnit,
  type Count,
  estimateProgramme,
  type Fraction,
  formatMonth,
  fraction,
  hasForecast,
  inForce,
  isGreater,
  isHeld,
  isZero,
  type Measure,
  NATION,
  outputRegion,
  over,
  type ProgrammeStatistics,
  parseMonth,
  plus,
  Refusal,
  readTables,
  refuse,
  regionsIn,
  regionsOfYear,
  regionsToEstimate,
  sum,
  sumOfValues,
  type Tables,
  times,
  toDouble,
  ZERO,
} from './oracle.ts';

/** What is asked for, as on the command line; null is what is not said. */
export interface CompareRequest {
  month: string;
  of: 'outcome' | 'estimate' | null;
  /** `last-year`, `outcome:YYYY-MM`, `estimate`, `estimate:YYYY-MM` or `as-of:YYYY-MM-DD`. */
  with: string;
  programmes: string[] | null;
  regions: string[] | null;
  asOf: string | null;
  method: 'shapley' | 'lmdi';
}

interface OracleFigures {
  decisions: number;
  newShare: number | null;
  newDecisions: number;
  collaborationShare: number | null;
  collaborationCases: number;
  baseHoursPerCase: number | null;
  collaborationHoursPerCase: number | null;
  baseHours: number;
  collaborationHours: number;
  totalHours: number;
}

interface OracleHours {
  baseHours: number;
  collaborationHours: number;
  totalHours: number;
}

interface OracleEffect {
  base: number;
  collaboration: number;
  total: number;
}

/** In the order of the report. */
const FACTORS = [
  'decisions',
  'newShare',
  'baseHoursPerCase',
  'collaborationShare',
  'collaborationHoursPerCase',
] as const;
type Factor = (typeof FACTORS)[number];
type OracleEffects = Record<Factor, OracleEffect>;

export interface OracleComparison {
  programme: string | null;
  region: string | null;
  from: OracleFigures;
  to: OracleFigures;
  change: OracleHours;
  changeShare: number | null;
  effects: OracleEffects;
}

interface OracleSide {
  kind: 'outcome' | 'estimate';
  month: string;
  asOf: string | null;
}

export type CompareResult =
  | { refused: true; reason: string }
  | {
      refused: false;
      sides: { from: OracleSide; to: OracleSide };
      rows: OracleComparison[];
      totals: OracleComparison[];
    };

// ---------------------------------------------------------------------------------------------------------------------
// The two sides

interface Side {
  readonly kind: 'outcome' | 'estimate';
  readonly month: number;
  readonly asOf: string | null;
  /** The tables as this side knows them. */
  readonly tables: Tables;
}

/** Held: it is in the statistics. Absent: it is known not to have been there. Unknown: the statistics do not tell. */
type Presence = 'held' | 'absent' | 'unknown';

/**
 * A programme is known to be absent in a month before its first row, where the statistics of others had begun, and in
 * one after its last row where the statistics of others have since gone on for two months.
 */
function presenceOf(tables: Tables, programme: string, month: number, regions: string[] | null): Presence {
  const statistics = tables.statistics.get(programme);
  if (statistics === undefined) return 'unknown';
  if (isHeld(statistics, month)) return 'held';
  const inMonth = regionsIn(statistics.get(month));
  const missing = [...regionsOfYear(statistics, Math.floor(month / 12))].filter((region) => !inMonth.includes(region));
  // Reading: of the regions asked for, those that are not are not needed.
  if (regions !== null && inMonth.length > 0 && !missing.some((region) => regions.includes(region))) return 'held';
  const lastOf = (months: ProgrammeStatistics): number => Math.max(...months.keys());
  const lastOfAll = Math.max(...[...tables.statistics.values()].map(lastOf));
  const firstOf = (months: ProgrammeStatistics): number => Math.min(...months.keys());
  const firstOfAll = Math.min(...[...tables.statistics.values()].map(firstOf));
  if (month < firstOf(statistics)) return month >= firstOfAll ? 'absent' : 'unknown';
  const isWithin = month > lastOf(statistics) && month <= lastOfAll;
  return isWithin && lastOfAll >= lastOf(statistics) + 2 ? 'absent' : 'unknown';
}

/**
 * What side B is where nobody says it: the outcome, if no programme's figures of the month are still awaited.
 *
 * Reading: the programmes are those asked for, else those with schablons, else all; one of them at least is held.
 */
function kindOfMonth(tables: Tables, { programmes: asked, regions }: Asked, month: number): Side['kind'] {
  const withSchablons = [...tables.schablons.keys()].filter((programme) => tables.statistics.has(programme));
  const considered = asked ?? (withSchablons.length > 0 ? withSchablons : [...tables.statistics.keys()]);
  const someHeld = considered.some((programme) => presenceOf(tables, programme, month, regions) === 'held');
  const settled = considered.every((programme) => presenceOf(tables, programme, month, regions) !== 'unknown');
  return someHeld && settled ? 'outcome' : 'estimate';
}

/**
 * Reading: `asOf` limits the whole comparison, so that a day after it adds nothing to what an `as-of` side knows.
 * Reading: the outcome of a side is what the request knows, also beside an estimate as of an earlier day.
 */
function sideWith(files: Record<string, string>, request: CompareRequest, tables: Tables): Side {
  const month = parseMonth(request.month);
  const [kind = '', argument] = request.with.split(/:(.*)/);
  if (kind === 'as-of') {
    const day = argument ?? '';
    const asOf = request.asOf !== null && request.asOf < day ? request.asOf : day;
    return { kind: 'estimate', month, asOf, tables: readTables(files, asOf) };
  }
  const known = { asOf: request.asOf, tables };
  if (kind === 'last-year') return { kind: 'outcome', month: month - 12, ...known };
  if (kind === 'outcome') return { kind, month: parseMonth(argument ?? ''), ...known };
  if (kind !== 'estimate') throw new Error(`No such side: «${request.with}»`);
  return { kind, month: argument === undefined ? month : parseMonth(argument), ...known };
}

// ---------------------------------------------------------------------------------------------------------------------
// Which programmes

/** What is asked for, with codes made names, sorted. */
interface Asked {
  readonly programmes: string[] | null;
  readonly regions: string[] | null;
}

/**
 * A programme on one side: present, absent (the side counts as 0), or a reason to leave it out of both.
 *
 * Reading: without schablons or forecast an estimate that is asked for by name is refused, whatever the other side is.
 */
function standingOf(side: Side, other: Side, programme: string, asked: Asked): 'present' | 'absent' | 'out' {
  if (side.kind === 'outcome') {
    const presence = presenceOf(side.tables, programme, side.month, asked.regions);
    if (presence === 'held') return 'present';
    if (presence === 'absent') return 'absent';
  } else {
    if (side.tables.schablons.has(programme) && hasForecast(side.tables, programme, side.month)) return 'present';
    if (other.kind === 'estimate' && asked.programmes === null) return 'absent';
  }
  if (asked.programmes !== null) refuse(`not-in-${side.kind}`, `${programme} ${formatMonth(side.month)}`);
  return 'out';
}

const isAsked = (asked: Asked, region: string): boolean => asked.regions === null || asked.regions.includes(region);

/** The cells of a held month: the regional rows, else the nation's. */
function outcomeCounts(side: Side, programme: string, asked: Asked): Map<string, Count> {
  const counts = side.tables.statistics.get(programme)?.get(side.month) as Map<string, Count>;
  const regions = regionsIn(counts);
  if (regions.length === 0) return counts;
  return new Map(
    regions.filter((region) => isAsked(asked, region)).map((region) => [region, counts.get(region) as Count]),
  );
}

const isMeasured = (count: Count): boolean =>
  count.cases !== null && count.baseHours !== null && count.collaborationHours !== null;

function hasSchablonInForce(tables: Tables, programme: string, month: number): boolean {
  const schablons = tables.schablons.get(programme) ?? [];
  return schablons.some(({ validFrom, validTo }) => validFrom <= month && month <= validTo);
}

/**
 * Reading: «all its cells» are those asked for. Reading: a count of 0 is measured too, although its ratio is 0/0.
 * Reading: where both sides are estimates there is nothing to cover.
 */
function isCovered(sides: readonly Side[], present: readonly Side[], programme: string, asked: Asked): boolean {
  const outcomes = sides.filter(({ kind }) => kind === 'outcome');
  if (outcomes.length === 0) return true;
  const inForceSomewhere = outcomes.some(({ tables }) =>
    sides.some(({ month }) => hasSchablonInForce(tables, programme, month)),
  );
  if (inForceSomewhere) return true;
  return present
    .filter(({ kind }) => kind === 'outcome')
    .every((side) => [...outcomeCounts(side, programme, asked).values()].every(isMeasured));
}

interface Compared {
  readonly programme: string;
  readonly inFrom: boolean;
  readonly inTo: boolean;
}

/**
 * Reading: a programme that is known to be absent on both sides is not compared, and refuses nothing by itself.
 * Reading: an estimate that estimates no programme at all is refused, as the estimate alone would be, also where the
 * other side is an estimate that does.
 */
function programmesToCompare(from: Side, to: Side, asked: Asked): Compared[] {
  const all = [from, to].flatMap(({ tables }) => [...tables.statistics.keys(), ...tables.schablons.keys()]);
  const candidates = asked.programmes ?? [...new Set(all)].sort(byCodeUnit);
  const compared: Compared[] = [];
  for (const programme of candidates) {
    const standings = { from: standingOf(from, to, programme, asked), to: standingOf(to, from, programme, asked) };
    if (standings.from === 'out' || standings.to === 'out') continue;
    const inFrom = standings.from === 'present';
    const inTo = standings.to === 'present';
    if (!inFrom && !inTo) continue;
    const present = [...(inFrom ? [from] : []), ...(inTo ? [to] : [])];
    if (isCovered([from, to], present, programme, asked)) compared.push({ programme, inFrom, inTo });
    else if (asked.programmes !== null || present.some(({ kind }) => kind === 'estimate')) {
      // Reading: an estimate of a programme with nothing in force is refused, as the estimate alone would be.
      refuse('programme-not-covered', programme);
    }
  }
  if (compared.length === 0) refuse('no-programme', `${formatMonth(from.month)} ${formatMonth(to.month)}`);
  if (from.kind === 'estimate' && !compared.some(({ inFrom }) => inFrom)) refuse('no-forecast', 'from');
  if (to.kind === 'estimate' && !compared.some(({ inTo }) => inTo)) refuse('no-forecast', 'to');
  return compared;
}

// ---------------------------------------------------------------------------------------------------------------------
// One side of a cell

/** Counts and hours, and the ratios between them: null while, or where, a ratio is 0/0. */
interface Figures {
  readonly decisions: Fraction;
  readonly newDecisions: Fraction;
  readonly cases: Fraction;
  readonly baseHours: Fraction;
  readonly collaborationHours: Fraction;
  readonly newShare: Fraction | null;
  readonly collaborationShare: Fraction | null;
  readonly baseHoursPerCase: Fraction | null;
  readonly collaborationHoursPerCase: Fraction | null;
}

const ratio = (part: Fraction, whole: Fraction): Fraction | null => (isZero(whole) ? null : over(part, whole));

/** What the schablons say of one cell on one side: in force in the side's month, else in the other side's. */
type Rate = (measure: Measure) => Fraction | null;

function rateOf(side: Side, other: Side, programme: string, region: string): Rate {
  const schablons = side.tables.schablons.get(programme) ?? [];
  return (measure) => {
    for (const month of [side.month, other.month]) {
      const rows = inForce(schablons, region, measure, month);
      if (rows.length > 0) return sumOfValues(rows);
    }
    return null;
  };
}

/**
 * Hours of collaboration for each case where they are not measured.
 *
 * Reading: as in an estimate, a share of 0 needs no step of collaboration; hours per case are then 0. Where the share
 * itself is 0/0, or where no cases were counted, they are open.
 */
function unmeasuredCollaboration(
  rate: Rate,
  share: Fraction | null,
  isCounted: boolean,
  about: string,
): Fraction | null {
  const hours = rate('collaboration_hours');
  if (hours !== null || share === null) return hours;
  if (!isZero(share)) return refuse('no-collaboration-step', about);
  return isCounted ? null : ZERO;
}

/** The measured figures of a cell, and those of the schablons where something is not measured. */
function outcomeFigures(count: Count, rate: Rate, about: string): Figures {
  const { decisions, newDecisions, cases: measuredCases } = count;
  if (isZero(newDecisions) && count.baseHours !== null && !isZero(count.baseHours)) {
    refuse('hours-without-cases', about);
  }
  const measuredHours = measuredCases === null ? null : count.collaborationHours;
  if (measuredCases !== null && isZero(measuredCases) && measuredHours !== null && !isZero(measuredHours)) {
    refuse('hours-without-cases', about);
  }
  const schablonShare = (): Fraction => rate('collaboration_share') ?? refuse('no-collaboration-share', about);
  const schablonBase = (): Fraction => rate('base_hours') ?? refuse('no-base-step', about);
  const share = measuredCases === null ? schablonShare() : ratio(measuredCases, newDecisions);
  const base = count.baseHours === null ? schablonBase() : ratio(count.baseHours, newDecisions);
  // Measured counts are taken as they are; a ratio that is 0/0 has nothing to count.
  const cases = measuredCases ?? times(newDecisions, share ?? ZERO);
  const collaboration =
    measuredCases === null || measuredHours === null
      ? unmeasuredCollaboration(rate, share, measuredCases !== null, about)
      : ratio(measuredHours, measuredCases);
  return {
    decisions,
    newDecisions,
    cases,
    baseHours: count.baseHours ?? times(newDecisions, base ?? ZERO),
    collaborationHours: measuredHours ?? times(cases, collaboration ?? ZERO),
    newShare: ratio(newDecisions, decisions),
    collaborationShare: share,
    baseHoursPerCase: base,
    collaborationHoursPerCase: collaboration,
  };
}

type Cells = ReadonlyMap<string, Figures>;

/** The cells of one programme on one side; the key `''` is a national cell. */
function cellsOf(side: Side, other: Side, programme: string, asked: Asked, nation: Count | null = null): Cells {
  const cells = new Map<string, Figures>();
  if (side.kind === 'estimate') {
    for (const [region, cell] of estimateProgramme(side.tables, programme, asked.regions, side.month)) {
      cells.set(region, { ...cell, collaborationShare: cell.rates.share });
    }
    return cells;
  }
  const counts = nation === null ? outcomeCounts(side, programme, asked) : new Map([[NATION, nation]]);
  for (const [region, count] of counts) {
    const about = `${programme} ${region === NATION ? 'nation' : region} ${formatMonth(side.month)}`;
    if (region === NATION && asked.regions !== null) refuse('no-regions-in-statistics', about);
    cells.set(region, outcomeFigures(count, rateOf(side, other, programme, region), about));
  }
  return cells;
}

/** Sums and the ratios of the sums. */
function summed(parts: readonly Figures[]): Figures {
  const total = (of: 'decisions' | 'newDecisions' | 'cases' | 'baseHours' | 'collaborationHours'): Fraction =>
    sum(parts.map((part) => part[of]));
  const [decisions, newDecisions, cases] = [total('decisions'), total('newDecisions'), total('cases')];
  const [baseHours, collaborationHours] = [total('baseHours'), total('collaborationHours')];
  return {
    decisions,
    newDecisions,
    cases,
    baseHours,
    collaborationHours,
    newShare: ratio(newDecisions, decisions),
    collaborationShare: ratio(cases, newDecisions),
    baseHoursPerCase: ratio(baseHours, newDecisions),
    collaborationHoursPerCase: ratio(collaborationHours, cases),
  };
}

/**
 * A national cell can only be held against a national one.
 *
 * Reading: a region whose ratio is 0/0 has nothing to weigh it by, so that what it is settled to changes no sum; the
 * sum's own 0/0 is settled as that of any other cell.
 */
const asDetailedAs = (cells: Cells, other: Cells): Cells =>
  other.has(NATION) && cells.size > 0 && !cells.has(NATION) ? new Map([[NATION, summed([...cells.values()])]]) : cells;

/** What is 0/0 takes the other side's value; where that has none, the schablons'; else it stays null. */
function settle(own: Figures, other: Figures | undefined, rate: Rate): Figures {
  return {
    ...own,
    newShare: own.newShare ?? other?.newShare ?? null,
    collaborationShare: own.collaborationShare ?? other?.collaborationShare ?? rate('collaboration_share'),
    baseHoursPerCase: own.baseHoursPerCase ?? other?.baseHoursPerCase ?? rate('base_hours'),
    collaborationHoursPerCase:
      own.collaborationHoursPerCase ?? other?.collaborationHoursPerCase ?? rate('collaboration_hours'),
  };
}

/** The side on which a cell is not: no decisions, and the same ratios. */
const absent = (other: Figures): Figures => ({
  ...other,
  decisions: ZERO,
  newDecisions: ZERO,
  cases: ZERO,
  baseHours: ZERO,
  collaborationHours: ZERO,
});

interface Pair {
  readonly programme: string;
  readonly region: string;
  readonly from: Figures;
  readonly to: Figures;
}

/** The nation's own row of an outcome whose regions are not all of it. */
function nationBeside(side: Side, programme: string): Count | null {
  if (side.kind === 'estimate') return null;
  const counts = side.tables.statistics.get(programme)?.get(side.month);
  const nation = counts?.get(NATION);
  const regions = regionsIn(counts);
  if (counts === undefined || nation === undefined || regions.length === 0) return null;
  const sumOfRegions = sum(regions.map((region) => (counts.get(region) as Count).decisions));
  const limit = times(nation.decisions, { n: 995n, d: 1000n });
  return isGreater(limit, sumOfRegions) ? nation : null;
}

/** Reading: where one of two outcomes has only some regions beside its national row, and the other more, it is the nation. */
function nationsOf(before: Cells, after: Cells, from: Side, to: Side, programme: string): [Count | null, Count | null] {
  const own = [nationBeside(from, programme), nationBeside(to, programme)] as [Count | null, Count | null];
  const isShort = (cells: Cells, other: Cells): boolean => [...other.keys()].some((region) => !cells.has(region));
  const isAny = (own[0] !== null && isShort(before, after)) || (own[1] !== null && isShort(after, before));
  return isAny ? own : [null, null];
}

function pairsOf({ programme, inFrom, inTo }: Compared, from: Side, to: Side, asked: Asked): Pair[] {
  const areOutcomes = from.kind === 'outcome' && to.kind === 'outcome';
  const names = (side: Side): Cells =>
    side.kind === 'estimate'
      ? cellsOf(side, side, programme, asked)
      : (new Map([...outcomeCounts(side, programme, asked)].map(([region]) => [region, null])) as unknown as Cells);
  const [left0, right0] = [inFrom ? names(from) : new Map(), inTo ? names(to) : new Map()];
  const nations =
    areOutcomes && asked.regions === null && inFrom && inTo
      ? nationsOf(left0, right0, from, to, programme)
      : [null, null];
  const before: Cells = inFrom ? cellsOf(from, to, programme, asked, nations[0]) : new Map();
  const after: Cells = inTo ? cellsOf(to, from, programme, asked, nations[1]) : new Map();
  const left = asDetailedAs(before, after);
  const right = asDetailedAs(after, before);
  const regions = [...new Set([...left.keys(), ...right.keys()])].sort(byCodeUnit);
  return regions.map((region) => {
    const a = left.get(region);
    const b = right.get(region);
    const settledA = a && settle(a, b, rateOf(from, to, programme, region));
    const settledB = b && settle(b, a, rateOf(to, from, programme, region));
    return {
      programme,
      region,
      from: settledA ?? absent(settledB as Figures),
      to: settledB ?? absent(settledA as Figures),
    };
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Effects

/** Positions in FACTORS of the factors of base hours, D·n·b, and of collaboration hours, D·n·s·c. */
const OF_BASE = [0, 1, 2] as const;
const OF_COLLABORATION = [0, 1, 3, 4] as const;

const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

const ORDERS = ordersOf(FACTORS.map((_, index) => index));

/** One number for each factor, for one of the two products. */
type Decomposition = (from: readonly Fraction[], to: readonly Fraction[], product: readonly number[]) => number[];

/**
 * The mean change at each factor's turn over all 120 orders. All products have one denominator, so that the orders are
 * walked in whole numbers.
 */
function shapleyFractions(
  from: readonly Fraction[],
  to: readonly Fraction[],
  product: readonly number[],
): readonly Fraction[] {
  let denominator = 1n;
  // The numerators of the product, by which factors have changed: bit i of the index stands for factor i.
  const values: bigint[] = Array.from({ length: 2 ** FACTORS.length }, () => 1n);
  for (const factor of product) {
    const [a, b] = [from[factor] as Fraction, to[factor] as Fraction];
    denominator *= a.d * b.d;
    for (const changed of values.keys()) {
      const numerator = changed & (1 << factor) ? b.n * a.d : a.n * b.d;
      values[changed] = (values[changed] as bigint) * numerator;
    }
  }
  const sums = FACTORS.map(() => 0n);
  for (const order of ORDERS) {
    let changed = 0;
    for (const factor of order) {
      const next = changed | (1 << factor);
      sums[factor] = (sums[factor] as bigint) + (values[next] as bigint) - (values[changed] as bigint);
      changed = next;
    }
  }
  return sums.map((all) => fraction(all, BigInt(ORDERS.length) * denominator));
}

const shapley: Decomposition = (from, to, product) => shapleyFractions(from, to, product).map(toDouble);

/** ln(b/a) of two numbers above 0, also where they are nearly equal. */
function logOfQuotient(a: Fraction, b: Fraction): number {
  const rise = minus(b, a);
  return rise.n < 0n ? -Math.log1p(-toDouble(over(rise, b))) : Math.log1p(toDouble(over(rise, a)));
}

/**
 * Additive LMDI-I: the logarithmic mean of the product's two values, times the logarithm of the factor's quotient. As a
 * factor goes to 0 on one side, the whole change goes to it, in equal parts to several; where the product is 0 on both
 * sides, the logarithmic mean goes to 0 faster than any logarithm grows.
 */
const lmdi: Decomposition = (from, to, product) => {
  const productOf = (factors: readonly Fraction[]): Fraction =>
    product.map((factor) => factors[factor] as Fraction).reduce(times);
  const [before, after] = [productOf(from), productOf(to)];
  const effects = FACTORS.map(() => 0);
  if (isZero(before) && isZero(after)) return effects;
  const change = toDouble(minus(after, before));
  if (isZero(before) || isZero(after)) {
    const factors = isZero(before) ? from : to;
    const zeros = product.filter((factor) => isZero(factors[factor] as Fraction));
    for (const factor of zeros) effects[factor] = change / zeros.length;
    return effects;
  }
  const mean = change === 0 ? toDouble(before) : change / logOfQuotient(before, after);
  for (const factor of product) {
    effects[factor] = mean * logOfQuotient(from[factor] as Fraction, to[factor] as Fraction);
  }
  return effects;
};

/** A ratio that is null belongs to a product that is 0 on both sides, in whatever order it changes. */
const factorsOf = (figures: Figures): Fraction[] => FACTORS.map((factor) => figures[factor] ?? ZERO);

function effectsOf({ from, to }: Pair, decomposition: Decomposition): OracleEffects {
  const base = decomposition(factorsOf(from), factorsOf(to), OF_BASE);
  const collaboration = decomposition(factorsOf(from), factorsOf(to), OF_COLLABORATION);
  const effectOf = (index: number): OracleEffect => {
    const parts = { base: base[index] as number, collaboration: collaboration[index] as number };
    return { ...parts, total: parts.base + parts.collaboration };
  };
  return Object.fromEntries(FACTORS.map((factor, index) => [factor, effectOf(index)])) as OracleEffects;
}

/** Effects add over cells; they are summed in doubles, since the fractions of many cells share no denominator. */
function summedEffects(all: readonly OracleEffects[]): OracleEffects {
  const total = (factor: Factor, part: keyof OracleEffect): number =>
    all.reduce((before, effects) => before + effects[factor][part], 0);
  const effectOf = (factor: Factor): OracleEffect => ({
    base: total(factor, 'base'),
    collaboration: total(factor, 'collaboration'),
    total: total(factor, 'total'),
  });
  return Object.fromEntries(FACTORS.map((factor) => [factor, effectOf(factor)])) as OracleEffects;
}

// ---------------------------------------------------------------------------------------------------------------------
// The result

const numberOrNull = (value: Fraction | null): number | null => (value === null ? null : toDouble(value));
const totalHours = (figures: Figures): Fraction => plus(figures.baseHours, figures.collaborationHours);

const toFigures = (figures: Figures): OracleFigures => ({
  decisions: toDouble(figures.decisions),
  newShare: numberOrNull(figures.newShare),
  newDecisions: toDouble(figures.newDecisions),
  collaborationShare: numberOrNull(figures.collaborationShare),
  collaborationCases: toDouble(figures.cases),
  baseHoursPerCase: numberOrNull(figures.baseHoursPerCase),
  collaborationHoursPerCase: numberOrNull(figures.collaborationHoursPerCase),
  baseHours: toDouble(figures.baseHours),
  collaborationHours: toDouble(figures.collaborationHours),
  totalHours: toDouble(totalHours(figures)),
});

function toComparison(
  programme: string | null,
  region: string | null,
  from: Figures,
  to: Figures,
  effects: OracleEffects,
): OracleComparison {
  const change = minus(totalHours(to), totalHours(from));
  return {
    programme,
    region,
    from: toFigures(from),
    to: toFigures(to),
    change: {
      baseHours: toDouble(minus(to.baseHours, from.baseHours)),
      collaborationHours: toDouble(minus(to.collaborationHours, from.collaborationHours)),
      totalHours: toDouble(change),
    },
    changeShare: numberOrNull(ratio(change, totalHours(from))),
    effects,
  };
}

type PairWithEffects = Pair & { readonly effects: OracleEffects };

function totalOf(pairs: PairWithEffects[], programme: string | null, region: string | null): OracleComparison {
  const from = summed(pairs.map((pair) => pair.from));
  const to = summed(pairs.map((pair) => pair.to));
  return toComparison(programme, region, from, to, summedEffects(pairs.map(({ effects }) => effects)));
}

/** As the totals of an estimate: per programme, per region (a national cell has none of its own), and of all. */
function totalsOf(pairs: PairWithEffects[]): OracleComparison[] {
  const programmes = [...new Set(pairs.map(({ programme }) => programme))].sort(byCodeUnit);
  const regions = [...new Set(pairs.map(({ region }) => region))].filter((name) => name !== NATION).sort(byCodeUnit);
  const ofProgramme = (name: string): PairWithEffects[] => pairs.filter(({ programme }) => programme === name);
  const ofRegion = (name: string): PairWithEffects[] => pairs.filter(({ region }) => region === name);
  return [
    ...programmes.map((name) => totalOf(ofProgramme(name), name, null)),
    ...regions.map((name) => totalOf(ofRegion(name), null, name)),
    totalOf(pairs, null, null),
  ];
}

const toSide = ({ kind, month, asOf }: Side): OracleSide => ({ kind, month: formatMonth(month), asOf });

function compare(files: Record<string, string>, request: CompareRequest): CompareResult {
  const tables = readTables(files, request.asOf);
  const asked: Asked = {
    programmes:
      request.programmes === null ? null : [...new Set(request.programmes.map(tables.programmeOf))].sort(byCodeUnit),
    regions: regionsToEstimate(tables, request.regions),
  };
  const month = parseMonth(request.month);
  const kind = request.of ?? kindOfMonth(tables, asked, month);
  const from = sideWith(files, request, tables);
  const to: Side = { kind, month, asOf: request.asOf, tables };
  const programmes = programmesToCompare(from, to, asked);
  const pairs = programmes.flatMap((compared) => pairsOf(compared, from, to, asked));
  // Reading: an estimate that has no cell in the regions asked for is refused, as the estimate alone would be.
  for (const [side, other, isIn] of [[from, to, 'inFrom'] as const, [to, from, 'inTo'] as const]) {
    const estimated = side.kind === 'estimate' ? programmes.filter((compared) => compared[isIn]) : [];
    const cells = estimated.flatMap(({ programme }) => [...cellsOf(side, other, programme, asked)]);
    if (estimated.length > 0 && cells.length === 0) refuse('no-cell', formatMonth(side.month));
  }
  if (pairs.length === 0) refuse('no-cell', `${formatMonth(from.month)} ${formatMonth(to.month)}`);
  const decomposition = request.method === 'lmdi' ? lmdi : shapley;
  const all = pairs.map((pair) => ({ ...pair, effects: effectsOf(pair, decomposition) }));
  return {
    refused: false,
    sides: { from: toSide(from), to: toSide(to) },
    rows: all.map((pair) => toComparison(pair.programme, outputRegion(pair.region), pair.from, pair.to, pair.effects)),
    totals: totalsOf(all),
  };
}

/** The comparison of a folder's files by the model, or the first reason for which the model refuses it. */
export function oracleCompare(files: Record<string, string>, request: CompareRequest): CompareResult {
  try {
    return compare(files, request);
  } catch (error) {
    if (error instanceof Refusal) return { refused: true, reason: error.message };
    throw error;
  }
}
