/**
 * A seeded generator of small, sound data folders and requests for the oracle and the program to be compared on.
 *
 * Each rule of the model is reached by some seeds, and so is each of its refusals; the tables themselves are always
 * valid input, so that a refusal speaks of the model and never of the reading. All names of codes and steps are the
 * field's, all numbers are invented.
 */

import type { OracleRequest } from './oracle.ts';

export interface RandomFolder {
  files: Record<string, string>;
  request: OracleRequest;
}

// ---------------------------------------------------------------------------------------------------------------------
// Dice

/** Everything random comes from here, so that a seed gives the same folder on every machine. */
export interface Dice {
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** A whole number in [low, high]. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** `count` of the choices, in their order. */
  some<T>(choices: readonly T[], count: number): T[];
}

/** mulberry32: 32 bits of state are plenty for folders of a few hundred rows. */
export function makeDice(seed: number): Dice {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const dice: Dice = {
    between: (low, high) => low + next() * (high - low),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => choices[Math.floor(next() * choices.length)] as (typeof choices)[number],
    some: (choices, count) => {
      const left = choices.map((choice, index) => ({ choice, index, weight: next() }));
      const chosen = left.sort((a, b) => a.weight - b.weight).slice(0, count);
      return chosen.sort((a, b) => a.index - b.index).map(({ choice }) => choice);
    },
  };
  return dice;
}

// ---------------------------------------------------------------------------------------------------------------------
// Months, dates, tables

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
export const formatMonth = (month: number): string => `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
/** Days up to the 28th only, so that every date exists. */
export const formatDate = (month: number, day: number): string => `${formatMonth(month)}-${pad(day, 2)}`;

const quarterOf = (month: number): string => `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`;
const yearText = (month: number): string => String(Math.floor(month / 12));
const monthsBetween = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** At most two decimals: three would read as a thousands separator. */
const decimal = (value: number, digits: 0 | 1 | 2): string => value.toFixed(digits);

type Column =
  | 'published'
  | 'programme'
  | 'region'
  | 'period'
  | Measure
  | 'cost_per_decision'
  | 'low'
  | 'high'
  | 'month'
  | 'new_decisions'
  | 'valid_from'
  | 'valid_to'
  | 'measure'
  | 'step'
  | 'value'
  | 'priority'
  | 'code'
  | 'name';

type Row = Partial<Record<Column, string>>;

/** A table as text; columns without a single value are left out unless they are required. */
function tableText(required: readonly Column[], optional: readonly Column[], rows: readonly Row[]): string {
  const columns = [...required, ...optional.filter((column) => rows.some((row) => (row[column] ?? '') !== ''))];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

// ---------------------------------------------------------------------------------------------------------------------
// The world of one folder

/** What one programme is like; its codes are what the tables write. */
interface Programme {
  readonly name: string;
  readonly codes: readonly string[];
  /** Decisions a month in the whole nation, and the swing over the year. */
  readonly level: number;
  readonly season: number;
  readonly seasonPeak: number;
  readonly newShare: number;
  readonly costPerDecision: number;
  /** Regions that have it in the statistics; none: only the nation's row. */
  readonly regions: readonly string[];
  /** A region that always counts 0, which a regional forecast need not speak of. */
  readonly emptyRegion: string | null;
  /** A region that joins or leaves during the statistics: the months in which it is there. */
  readonly guest: { readonly region: string; readonly from: number; readonly to: number } | null;
  readonly control: 'none' | 'equal' | 'larger' | 'mixed';
  readonly expenditure: 'none' | 'all' | 'some' | 'nation' | 'zero';
  readonly neverAnyDecision: boolean;
}

interface World {
  readonly dice: Dice;
  readonly programmes: readonly Programme[];
  readonly regions: readonly string[];
  /** A region that only regions.csv knows. */
  readonly spareRegion: string | null;
  /** Codes that stand for a region in the statistics; its own name where there is no regions.csv. */
  readonly regionCodes: ReadonlyMap<string, readonly string[]>;
  readonly nationName: string;
  readonly programmesTable: string | null;
  readonly regionsTable: string | null;
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly gapRate: number;
  readonly zeroRate: number;
  readonly publishing: 'never' | 'once' | 'twice';
  readonly from: number;
  readonly to: number;
}

const PROGRAMMES = [
  { name: 'AUB', code: '56', title: 'Arbetsmarknadsutbildning' },
  { name: 'ETP', code: '104', title: 'Etableringsprogrammet' },
  { name: 'JOB', code: '70', title: 'Jobb- och utvecklingsgarantin' },
  { name: 'UGA', code: '81', title: 'Jobbgarantin för ungdomar' },
] as const;

/** With letters beyond ASCII, where code-unit order differs from the habits of a locale, and with a space in one. */
const REGIONS = [
  { name: 'Mitt', codes: ['1880', '1980'] },
  { name: 'Nord', codes: ['2380', '2580', '2480'] },
  { name: 'Stockholm Gotland', codes: ['0180', '0980'] },
  { name: 'Syd', codes: ['1280', '1281'] },
  { name: 'Väst', codes: ['1480', '1487'] },
  { name: 'Öst', codes: ['0580', '0680'] },
] as const;

const BASE_STEPS = ['bedöma', 'besluta', 'koordinera till insats', 'följa upp'] as const;
const COLLABORATION_STEPS = ['gemensam planering', 'samråd', 'trepartssamtal'] as const;

/** Mostly at the turn of a year, so that whole years are held with and without the region. */
function drawGuest(dice: Dice, region: string, firstMonth: number): Programme['guest'] {
  const january = 12 * Math.ceil((firstMonth + 1) / 12);
  const turn = january + (dice.chance(0.7) ? 12 * dice.integer(0, 1) : dice.integer(1, 14));
  return dice.chance(0.5) ? { region, from: turn, to: 12 * 9999 } : { region, from: 0, to: turn - 1 };
}

function drawProgramme(
  dice: Dice,
  name: string,
  codes: readonly string[],
  regions: readonly string[],
  firstMonth: number,
): Programme {
  const nationOnly = regions.length === 0 || dice.chance(0.06);
  const missing = regions.length > 1 && dice.chance(0.15) ? 1 : 0;
  const own = nationOnly ? [] : dice.some(regions, regions.length - missing);
  return {
    name,
    codes,
    level: dice.integer(60, 400) * Math.max(1, regions.length),
    season: dice.between(0, 0.3),
    seasonPeak: dice.integer(0, 11),
    newShare: dice.between(0.03, 0.4),
    costPerDecision: dice.between(4000, 9000),
    regions: own,
    emptyRegion: own.length > 1 && dice.chance(0.12) ? dice.pick(own) : null,
    guest: own.length > 1 && dice.chance(0.12) ? drawGuest(dice, dice.pick(own), firstMonth) : null,
    control: dice.pick(['none', 'none', 'none', 'equal', 'larger', 'mixed'] as const),
    expenditure: dice.chance(0.02) ? 'zero' : dice.pick(['none', 'all', 'all', 'some', 'nation'] as const),
    neverAnyDecision: dice.chance(0.01),
  };
}

/** ETP as its codes 104 and 105, the others by their number or their own name; with the table every code is in it. */
function drawProgrammeCodes(dice: Dice, names: readonly string[]): { codes: string[][]; table: string | null } {
  const useTable = dice.chance(names.includes('ETP') ? 0.45 : 0.1);
  if (!useTable) return { codes: names.map((name) => [name]), table: null };
  const rows: Row[] = [];
  const codes = names.map((name) => {
    const known = PROGRAMMES.find((programme) => programme.name === name) as (typeof PROGRAMMES)[number];
    const all = name === 'ETP' ? ['104', '105'] : [known.code];
    for (const code of all) rows.push({ code, programme: name, name: known.title });
    if (name === 'ETP') return all;
    return [dice.pick([name, known.code])];
  });
  return { codes, table: tableText(['code', 'programme', 'name'], [], rows) };
}

interface RegionCodes {
  readonly codes: Map<string, string[]>;
  readonly table: string | null;
  readonly spare: string | null;
}

/** Municipality codes for some regions, sometimes; a region may then also be written by its own name. */
function drawRegionCodes(dice: Dice, regions: readonly string[]): RegionCodes {
  const codes = new Map<string, string[]>();
  const useTable = regions.length > 0 && regions.length <= 3 && dice.chance(0.3);
  if (!useTable) {
    for (const region of regions) codes.set(region, [region]);
    return { codes, table: null, spare: null };
  }
  const others = REGIONS.map(({ name }) => name).filter((name) => !regions.includes(name));
  const spare = dice.chance(0.3) ? dice.pick(others) : null;
  const rows: Row[] = [];
  for (const region of spare === null ? regions : [...regions, spare]) {
    const known = REGIONS.find(({ name }) => name === region) as (typeof REGIONS)[number];
    for (const code of known.codes) rows.push({ code, region, name: `Kommun ${code}` });
    codes.set(region, dice.chance(0.25) ? [region] : dice.some(known.codes, dice.integer(1, 2)));
  }
  return { codes, table: tableText(['code', 'region', 'name'], [], rows), spare };
}

function drawWorld(dice: Dice, ahead: readonly number[]): World {
  const names = dice.some(PROGRAMMES, dice.pick([1, 1, 2, 2, 3, 4])).map(({ name }) => name);
  const regions = dice.some(REGIONS, dice.pick([0, 1, 2, 2, 3, 3, 4, 5])).map(({ name }) => name);
  const programmeCodes = drawProgrammeCodes(dice, names);
  const regionCodes = drawRegionCodes(dice, regions);
  const firstMonth = 12 * dice.integer(2018, 2020) + dice.pick([0, 0, 0, 3, 6, 10]);
  const lastMonth = firstMonth + dice.pick([23, 24, 26, 30, 35, 41, 47]);
  const from = lastMonth + dice.pick(ahead);
  return {
    dice,
    programmes: names.map((name, i) =>
      drawProgramme(dice, name, programmeCodes.codes[i] ?? [name], regions, firstMonth),
    ),
    regions,
    spareRegion: regionCodes.spare,
    regionCodes: regionCodes.codes,
    nationName: dice.pick(['', '', 'Riket']),
    programmesTable: programmeCodes.table,
    regionsTable: regionCodes.table,
    firstMonth,
    lastMonth,
    gapRate: dice.pick([0, 0, 0, 0.003, 0.01, 0.03]),
    zeroRate: dice.pick([0, 0, 0, 0.02, 0.1]),
    publishing: dice.pick(['never', 'never', 'once', 'twice'] as const),
    from,
    to: from + (dice.chance(0.5) ? 0 : dice.integer(1, 4)),
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// Statistics

/** One of the at most two publications of a month's figures. */
interface Edition {
  readonly published: string;
  /** Definitive figures may differ from preliminary ones, or speak of fewer cells. */
  readonly factor: number;
  readonly keep: number;
}

function drawEditions(world: World, month: number): Edition[] {
  const { dice, publishing } = world;
  const first = { published: formatDate(month + 1, dice.integer(5, 20)), factor: 1, keep: 1 };
  if (publishing === 'never') return [{ ...first, published: '' }];
  if (publishing === 'once') return [first];
  // A preliminary row without a date counts as published on its month's last day, and a definitive one replaces it.
  const preliminary = dice.chance(0.3) ? { ...first, published: '' } : first;
  if (dice.chance(0.3)) return [preliminary];
  const definitive = {
    published: formatDate(month + 3, 10),
    factor: dice.between(0.9, 1.1),
    keep: dice.pick([1, 1, 0.5]),
  };
  return [preliminary, definitive];
}

function seasonalLevel(programme: Programme, month: number): number {
  if (programme.neverAnyDecision) return 0;
  const phase = (2 * Math.PI * ((month % 12) - programme.seasonPeak)) / 12;
  return programme.level * (1 + programme.season * Math.cos(phase));
}

/** The part of the nation that a programme's i-th region has: regions differ in size, by a factor of up to three. */
function sizeOf(programme: Programme, index: number): number {
  const weights = programme.regions.map((_, i) => 0.6 + 0.3 * i);
  return (weights[index] ?? 0) / weights.reduce((all, weight) => all + weight, 0);
}

const isThere = ({ guest }: Programme, region: string, month: number): boolean =>
  guest === null || guest.region !== region || (month >= guest.from && month <= guest.to);

interface Cell {
  readonly region: string;
  readonly decisions: number;
  readonly newDecisions: number;
}

function drawCell(world: World, programme: Programme, region: string, mean: number): Cell {
  const { dice } = world;
  const decisions =
    region === programme.emptyRegion || dice.chance(world.zeroRate) ? 0 : Math.round(mean * dice.between(0.85, 1.15));
  const newDecisions = Math.min(decisions, Math.round(decisions * programme.newShare * dice.between(0.7, 1.3)));
  return { region, decisions, newDecisions };
}

/** The nation's own row beside regions: their sum, or more where the folder holds only a part of the nation. */
function controlCell(world: World, cells: readonly Cell[], factor: number): Cell {
  const total = (of: (cell: Cell) => number): number =>
    Math.round(factor * cells.reduce((all, cell) => all + of(cell), 0));
  return { region: world.nationName, decisions: total((c) => c.decisions), newDecisions: total((c) => c.newDecisions) };
}

/** A cell as rows of its codes, each with a part of the counts that never breaks new ≤ decisions. */
function cellRows(world: World, programme: Programme, cell: Cell, month: number, edition: Edition): Row[] {
  const { dice } = world;
  const regional = cell.region !== world.nationName;
  const absence = edition.keep < 1 ? 0.3 : 0.01;
  const regions = regional ? (world.regionCodes.get(cell.region) ?? [cell.region]) : [cell.region];
  const keys = regions.flatMap((region) => programme.codes.map((code) => ({ region, code })));
  const withExpenditure =
    programme.expenditure === 'all' ||
    (programme.expenditure === 'some' && dice.chance(0.97)) ||
    (programme.expenditure === 'nation' && !regional) ||
    programme.expenditure === 'zero';
  let decisionsLeft = cell.decisions;
  let newLeft = cell.newDecisions;
  const rows: Row[] = [];
  keys.forEach((key, index) => {
    const last = index === keys.length - 1;
    const newDecisions = last ? newLeft : Math.floor(newLeft * dice.between(0.3, 0.7));
    // The rest must still hold the new decisions that are left to it.
    const spare = decisionsLeft - newLeft;
    const decisions = last ? decisionsLeft : newDecisions + Math.floor(spare * dice.between(0.3, 0.7));
    decisionsLeft -= decisions;
    newLeft -= newDecisions;
    // A fine-grained cell may be absent, in a month or in its revision, where the region still has another one.
    if (regional && !last && dice.chance(absence)) return;
    const cost = programme.expenditure === 'zero' ? 0 : programme.costPerDecision;
    const expenditure = decisions * cost * dice.between(0.9, 1.1);
    rows.push({
      month: formatMonth(month),
      programme: key.code,
      region: key.region,
      decisions: String(decisions),
      new_decisions: String(newDecisions),
      expenditure: withExpenditure ? decimal(expenditure, dice.pick([0, 0, 2])) : '',
      published: edition.published,
    });
  });
  return rows;
}

function monthRows(world: World, programme: Programme, month: number): Row[] {
  const { dice } = world;
  if (dice.chance(world.gapRate)) return [];
  const level = seasonalLevel(programme, month);
  const rows: Row[] = [];
  for (const edition of drawEditions(world, month)) {
    const { factor, keep } = edition;
    if (programme.regions.length === 0) {
      const nation = drawCell(world, programme, world.nationName, level * factor);
      rows.push(...cellRows(world, programme, nation, month, edition));
      continue;
    }
    const cells = programme.regions
      .map((region, i) => ({ region, mean: level * factor * sizeOf(programme, i) }))
      .filter(({ region }) => isThere(programme, region, month))
      .filter(() => !dice.chance(world.gapRate) && (keep === 1 || dice.chance(keep)))
      .map(({ region, mean }) => drawCell(world, programme, region, mean));
    for (const cell of cells) rows.push(...cellRows(world, programme, cell, month, edition));
    const control = programme.control === 'mixed' ? dice.pick(['none', 'equal', 'larger']) : programme.control;
    // A partial revision must not carry a national row of only its own part.
    if (control === 'none' || keep < 1 || cells.length === 0) continue;
    const share = control === 'equal' ? 1 : dice.between(1.05, 1.6);
    const nation = controlCell(world, cells, share);
    rows.push(...cellRows(world, programme, nation, month, edition));
    // The nation's row may be all that is left of a month.
    if (dice.chance(world.gapRate / 2))
      rows.splice(0, rows.length, ...rows.filter((r) => r.region === world.nationName));
  }
  return rows;
}

function drawStatistics(world: World): Row[] {
  const rows: Row[] = [];
  for (const programme of world.programmes) {
    // Some programmes begin late, or have no statistics at all.
    if (world.programmes.length > 1 && world.dice.chance(0.01)) continue;
    const first = world.dice.chance(0.05) ? world.firstMonth + world.dice.integer(1, 14) : world.firstMonth;
    for (const month of monthsBetween(first, world.lastMonth)) rows.push(...monthRows(world, programme, month));
  }
  return rows;
}

// ---------------------------------------------------------------------------------------------------------------------
// Forecasts

type Grain = 'month' | 'quarter' | 'year';
type Measure = 'decisions_per_month' | 'decisions' | 'expenditure' | 'expenditure_tkr' | 'expenditure_mkr';

const MONTHS_OF: Record<Grain, number> = { month: 1, quarter: 3, year: 12 };

/** Which rows one vintage gives one programme; a programme keeps its form over all its vintages and codes. */
type Form = 'nation' | 'regions' | 'both';

/** The periods of a grain that touch the months asked for, plus a neighbour or two. */
function periodsOf(grain: Grain, from: number, to: number): string[] {
  const name = grain === 'month' ? formatMonth : grain === 'quarter' ? quarterOf : yearText;
  return [...new Set(monthsBetween(from, to).map(name))];
}

/** The first month of a period as written, for the season of its amount. */
const firstMonthOf = (period: string): number => {
  const january = Number(period.slice(0, 4)) * 12;
  const quarter = /Q(\d)/.exec(period);
  if (quarter !== null) return january + (Number(quarter[1]) - 1) * 3;
  return period.length === 4 ? january : january + Number(period.slice(5, 7)) - 1;
};

function meanLevel(programme: Programme, grain: Grain, period: string): number {
  const first = firstMonthOf(period);
  const months = monthsBetween(first, first + MONTHS_OF[grain] - 1);
  return months.reduce((total, month) => total + seasonalLevel(programme, month), 0) / months.length;
}

/** The quantity of one row in its unit; `perMonth` is the average of decisions that the row is about. */
function quantityCells(world: World, programme: Programme, measure: Measure, grain: Grain, perMonth: number): Row {
  const { dice } = world;
  const months = MONTHS_OF[grain];
  const sek = perMonth * months * programme.costPerDecision;
  const value = {
    decisions_per_month: () => decimal(perMonth, dice.pick([0, 0, 1, 2])),
    decisions: () => decimal(perMonth * months, 0),
    expenditure: () => decimal(sek, dice.pick([0, 2])),
    expenditure_tkr: () => decimal(sek / 1000, dice.pick([0, 1])),
    expenditure_mkr: () => decimal(sek / 1_000_000, 2),
  }[measure]();
  const row: Row = { [measure]: value };
  // Mostly with a cost of its own where the statistics have none; a folder without either is refused.
  const bare = programme.expenditure === 'none' || (programme.expenditure === 'nation' && programme.control === 'none');
  if (measure.startsWith('expenditure') && dice.chance(bare ? 0.985 : 0.5)) {
    row.cost_per_decision = decimal(programme.costPerDecision * dice.between(0.9, 1.1), dice.pick([0, 1, 2]));
  }
  if (dice.chance(0.1)) {
    row.low = decimal(Math.floor(Number(value) * 0.8), 0);
    row.high = decimal(Math.ceil(Number(value) * 1.3), 0);
  }
  return row;
}

/** The regions that a vintage's regional rows speak of: all that the programme has, rarely one less or one more. */
function forecastRegions(world: World, programme: Programme, known: ReadonlySet<string>): string[] {
  const { dice } = world;
  const silent = dice.chance(0.6) ? programme.emptyRegion : null;
  const own = programme.regions.filter((region) => known.has(region) && region !== silent);
  if (own.length > 1 && dice.chance(0.1)) return dice.some(own, own.length - 1);
  if (dice.chance(0.1)) return [...known];
  return own;
}

interface VintageOfProgramme {
  readonly published: string;
  readonly programme: Programme;
  readonly form: Form;
  readonly measure: Measure;
  /** Region by region, the codes as written: one vintage must not write a region both by its name and by its codes. */
  readonly regions: readonly (readonly string[])[];
  readonly from: number;
  readonly to: number;
}

/** One row for each period, region code and programme code, with the level split over the codes. */
function periodRows(world: World, vintage: VintageOfProgramme, grain: Grain, period: string, level: number): Row[] {
  const { dice } = world;
  const { programme, form } = vintage;
  const rows: Row[] = [];
  const add = (code: string, region: string, perMonth: number): void => {
    const measure = dice.chance(0.05) ? 'decisions_per_month' : vintage.measure;
    const quantity = quantityCells(world, programme, measure, grain, perMonth);
    rows.push({ published: vintage.published, programme: code, region, period, ...quantity });
  };
  const ofCode = level / programme.codes.length;
  for (const code of programme.codes) {
    if (form !== 'regions') add(code, world.nationName, ofCode * dice.between(0.95, 1.05));
    if (form === 'nation') continue;
    for (const codes of vintage.regions) {
      const part = ofCode / vintage.regions.length / codes.length;
      for (const regionCode of codes) add(code, regionCode, part * dice.between(0.8, 1.2));
    }
  }
  return rows;
}

function vintageRows(world: World, vintage: VintageOfProgramme): Row[] {
  const { dice } = world;
  const grains = dice.pick<Grain[]>([
    ['month'],
    ['quarter'],
    ['year'],
    ['year', 'quarter'],
    ['year', 'month'],
    ['quarter', 'month'],
  ]);
  const trend = dice.chance(0.015) ? dice.between(1.8, 2.6) : dice.between(0.75, 1.35);
  const rows: Row[] = [];
  grains.forEach((grain, index) => {
    for (const period of periodsOf(grain, vintage.from, vintage.to)) {
      // A narrower period beside a wider one is given for some of the time only.
      if (index > 0 && dice.chance(0.4)) continue;
      const wholeLevel = meanLevel(vintage.programme, grain, period) * trend;
      const now = periodRows(world, vintage, grain, period, wholeLevel);
      // Beside a wider period, one region may have the narrower one alone.
      rows.push(...(index > 0 && dice.chance(0.2) ? now.filter((row) => row.region === now[0]?.region) : now));
    }
  });
  return rows;
}

/** Publication dates around the end of the statistics, at most one a month. */
function drawPublications(world: World): { month: number; date: string }[] {
  const { dice } = world;
  const months = dice.some([-14, -9, -6, -4, -2, 0, 1], dice.integer(1, 4)).map((back) => world.lastMonth + back);
  return months.map((month) => ({ month, date: formatDate(month, dice.integer(10, 28)) }));
}

function drawForecasts(world: World, known: ReadonlySet<string>): Row[] {
  const { dice } = world;
  const rows: Row[] = [];
  const publications = drawPublications(world);
  const newest = publications.length - 1;
  for (const programme of world.programmes) {
    if (dice.chance(0.03)) continue;
    const form: Form = known.size === 0 ? 'nation' : dice.pick(['nation', 'nation', 'nation', 'regions', 'both']);
    const measure = dice.pick<Measure>([
      'decisions_per_month',
      'decisions_per_month',
      'decisions',
      'expenditure',
      'expenditure_tkr',
      'expenditure_mkr',
    ]);
    // A programme may end before the months asked for do, in every vintage; then it is left out of the rest.
    const end = programme !== world.programmes[0] && dice.chance(0.05) ? dice.integer(world.from - 1, world.to) : 9e9;
    publications.forEach(({ date }, index) => {
      if (index !== newest && dice.chance(0.2)) return;
      // A vintage that ends inside the months asked for leaves the rest to an older one.
      const short = index === newest ? 0.12 : 0.02;
      const last = dice.chance(short) ? dice.integer(world.from - 1, world.to) : world.to + dice.integer(0, 2);
      const to = Math.min(last, end);
      const from = dice.chance(0.03) ? world.from + 1 : world.from - dice.integer(0, 2);
      const regions = forecastRegions(world, programme, known).map((region) =>
        dice.chance(0.5) ? [region] : (world.regionCodes.get(region) ?? [region]),
      );
      if (form === 'regions' && regions.length === 0) return;
      const vintage: VintageOfProgramme = { published: date, programme, form, measure, regions, from, to };
      // With two codes the newest figures may speak of one only; then the other keeps its older vintage.
      const one = form === 'nation' && programme.codes.length > 1 && index > 0 && dice.chance(0.25);
      const now = vintageRows(world, vintage);
      rows.push(...(one ? now.filter((row) => row.programme === programme.codes[0]) : now));
    });
  }
  return rows;
}

// ---------------------------------------------------------------------------------------------------------------------
// Schablons

/** What one schablon is of; its rows differ in time and value. */
interface SchablonKey {
  readonly programme: string;
  readonly region: string;
  readonly measure: 'collaboration_share' | 'base_hours' | 'collaboration_hours';
  readonly step: string;
}

function schablonValue(world: World, key: SchablonKey, zeroShare: boolean): Row {
  const { dice } = world;
  const share = key.measure === 'collaboration_share';
  if (share && zeroShare) return { value: '0' };
  // Shares stay within 0.05–0.6 so that low and high stay shares; hours with one or two decimals.
  const value = share ? dice.integer(10, 60) / 100 : dice.integer(10, 500) / 100;
  const row: Row = { value: decimal(value, share ? 2 : value > 1 ? dice.pick([1, 2]) : 2) };
  if (dice.chance(0.15)) {
    row.low = decimal(value * 0.5, 2);
    row.high = decimal(value * 1.5 + 0.05, 2);
  }
  return row;
}

/** One to three dated rows of a key; the first begins before every month asked for, mostly. */
function schablonRows(world: World, key: SchablonKey, zeroShare: boolean): Row[] {
  const { dice } = world;
  const tooLate = key.region === '' && dice.chance(0.006);
  const begins = [tooLate ? world.to + 1 : world.firstMonth + dice.integer(0, 12)];
  if (dice.chance(0.35)) begins.push(world.from - dice.integer(1, 8));
  if (dice.chance(0.25)) begins.push(dice.integer(world.from, world.to + 1));
  const months = [...new Set(begins)];
  return months.map((month, index) => {
    // An end may only be certain for a row that is not the first, else too many folders lack a rate.
    const ends = dice.chance(index > 0 ? 0.3 : key.region !== '' ? 0.2 : 0.006);
    const published = dice.chance(0.15) ? formatDate(world.firstMonth + dice.integer(0, 10), 15) : '';
    return {
      ...key,
      valid_from: formatMonth(month),
      valid_to: ends ? formatMonth(Math.max(month, world.from + dice.integer(-2, 1))) : '',
      ...schablonValue(world, key, zeroShare),
      priority: key.measure !== 'collaboration_share' && dice.chance(0.2) ? dice.pick(['must', 'can']) : '',
      published: dice.chance(0.03) && index > 0 ? formatDate(world.lastMonth + 1, 15) : published,
    };
  });
}

/** The keys of one programme: national steps, and overrides of some of them in some regions. */
function schablonKeys(world: World, programme: string, known: readonly string[], zeroShare: boolean): SchablonKey[] {
  const { dice } = world;
  const missing = dice.chance(0.03) ? dice.pick(['share', 'base', 'collaboration']) : null;
  const keys: SchablonKey[] = [];
  const add = (region: string, measure: SchablonKey['measure'], step: string): void => {
    keys.push({ programme, region, measure, step });
  };
  if (missing !== 'share') add('', 'collaboration_share', '');
  const base = missing === 'base' ? [] : dice.some(BASE_STEPS, dice.integer(1, 4));
  for (const step of base) add('', 'base_hours', step);
  const without = missing === 'collaboration' || (zeroShare && dice.chance(0.5));
  const collaboration = without ? [] : dice.some(COLLABORATION_STEPS, dice.integer(1, 3));
  for (const step of collaboration) add('', 'collaboration_hours', step);
  for (const region of known) {
    if (!dice.chance(0.2)) continue;
    // A region may override any step, or add one that the nation lacks.
    if (dice.chance(0.5)) add(region, 'collaboration_share', '');
    for (const step of BASE_STEPS) if (dice.chance(0.25)) add(region, 'base_hours', step);
    for (const step of COLLABORATION_STEPS) if (dice.chance(0.25)) add(region, 'collaboration_hours', step);
  }
  return keys;
}

function drawSchablons(world: World, known: ReadonlySet<string>): Row[] {
  const { dice } = world;
  const rows: Row[] = [];
  world.programmes.forEach((programme, index) => {
    // At least one programme keeps its schablons: a table without rows would not be sound.
    if (index > 0 && dice.chance(0.06)) return;
    const name = programme.codes.length === 1 && dice.chance(0.5) ? (programme.codes[0] as string) : programme.name;
    const zeroShare = dice.chance(0.12);
    for (const key of schablonKeys(world, name, [...known], zeroShare))
      rows.push(...schablonRows(world, key, zeroShare));
  });
  return rows;
}

// ---------------------------------------------------------------------------------------------------------------------
// The folder and the request

/** The order of rows must not matter, so that some folders have it mixed. */
function shuffled(dice: Dice, rows: Row[]): Row[] {
  return rows
    .map((row) => ({ row, weight: dice.between(0, 1) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ row }) => row);
}

function drawRequest(world: World, known: readonly string[], withSchablons: ReadonlySet<string>): OracleRequest {
  const { dice } = world;
  const names = world.programmes.map(({ name }) => name);
  const askable = dice.chance(0.3) ? names : names.filter((name) => withSchablons.has(name));
  const askProgrammes = askable.length > 0 && dice.chance(0.25);
  const askRegions = known.length > 0 && dice.chance(0.35);
  const asOf = formatDate(dice.pick([world.lastMonth, world.lastMonth + 1, world.lastMonth - 3]), dice.integer(1, 28));
  return {
    from: formatMonth(world.from),
    to: formatMonth(world.to),
    programmes: askProgrammes ? dice.some(askable, dice.integer(1, askable.length)) : null,
    regions: askRegions ? dice.some(known, dice.integer(1, known.length)) : null,
    asOf: dice.chance(0.35) ? asOf : null,
  };
}

/** Regions that the statistics or regions.csv know: only these may stand in the other tables. */
function knownRegions(world: World, statistics: readonly Row[]): Set<string> {
  const spare = world.spareRegion === null ? [] : [world.spareRegion];
  if (world.regionsTable !== null) return new Set([...world.regions, ...spare]);
  const written = new Set(statistics.map((row) => row.region ?? ''));
  return new Set(world.regions.filter((region) => written.has(region)));
}

/** How many months after the last of the statistics the first month asked for is. */
const AHEAD = [-5, -1, 1, 1, 2, 2, 3, 4, 6, 9, 14] as const;

/** The same folder and request for the same seed, always. */
export function randomFolder(seed: number, ahead: readonly number[] = AHEAD): RandomFolder {
  const dice = makeDice(seed);
  const world = drawWorld(dice, ahead);
  const statistics = drawStatistics(world);
  const known = knownRegions(world, statistics);
  const forecasts = drawForecasts(world, known);
  const schablons = drawSchablons(world, known);
  // A table without rows is not sound input; such a draw, rare as it is, gives way to another.
  if (statistics.length === 0 || forecasts.length === 0 || schablons.length === 0)
    return randomFolder(seed + 1_000_003, ahead);
  const named = new Set(schablons.map((row) => row.programme ?? ''));
  const withSchablons = world.programmes.filter(
    ({ name, codes }) => named.has(name) || codes.some((c) => named.has(c)),
  );
  const request = drawRequest(world, [...known], new Set(withSchablons.map(({ name }) => name)));
  const order = dice.chance(0.3) ? (rows: Row[]) => shuffled(dice, rows) : (rows: Row[]) => rows;
  const files: Record<string, string> = {
    'forecasts.csv': tableText(
      ['published', 'programme', 'period'],
      [
        'region',
        'decisions_per_month',
        'decisions',
        'expenditure',
        'expenditure_tkr',
        'expenditure_mkr',
        'cost_per_decision',
        'low',
        'high',
      ],
      order(forecasts),
    ),
    'statistics.csv': tableText(
      ['month', 'programme', 'decisions', 'new_decisions'],
      ['region', 'expenditure', 'published'],
      order(statistics),
    ),
    'schablons.csv': tableText(
      ['programme', 'valid_from', 'measure', 'step', 'value'],
      ['region', 'valid_to', 'low', 'high', 'priority', 'published'],
      order(schablons),
    ),
  };
  if (world.programmesTable !== null) files['programmes.csv'] = world.programmesTable;
  if (world.regionsTable !== null) files['regions.csv'] = world.regionsTable;
  return { files, request };
}
