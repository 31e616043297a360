/**
 * A seeded generator of data folders and requests for the comparison: a random folder of the estimate, whose tables
 * are then changed around the two months that are compared.
 *
 * What is added: measured outcomes, wholly, in part or not at all; months with a national row only; programmes that
 * begin or end; regions on one side only; counts of 0; schablons that begin between the months or are gone; forecasts
 * for the year before. The tables stay valid input.
 */

import type { CompareRequest } from './compare-oracle.ts';
import { type Dice, formatDate, formatMonth, makeDice, randomFolder } from './random-folder.ts';

export interface RandomComparison {
  files: Record<string, string>;
  request: CompareRequest;
}

type Row = Record<string, string>;

interface Table {
  columns: string[];
  rows: Row[];
}

/** The tables of the one folder and what is compared in it; the changes below are made in place. */
interface Scene {
  readonly dice: Dice;
  readonly statistics: Table;
  readonly forecasts: Table;
  readonly schablons: Table;
  readonly programmeOf: (code: string) => string;
  readonly regionOf: (code: string) => string;
  /** Names, after mapping, in the order of their first rows. */
  readonly programmes: readonly string[];
  /** Both as `YYYY-MM`, which sort as text; the same month where one is compared with itself. */
  readonly from: string;
  readonly to: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// Tables

function readTable(text: string): Table {
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const columns = header.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
  return { columns, rows };
}

/** A column that no row fills is left out, unless it was there before. */
function tableText({ columns, rows }: Table, added: readonly string[] = []): string {
  const filled = added.filter((column) => !columns.includes(column) && rows.some((row) => (row[column] ?? '') !== ''));
  const all = [...columns, ...filled];
  return `${[all, ...rows.map((row) => all.map((column) => row[column] ?? ''))].map((cells) => cells.join(',')).join('\n')}\n`;
}

const cell = (row: Row, column: string): string => row[column] ?? '';
const count = (row: Row, column: string): number => Number(cell(row, column));

const NATIONAL_NAMES = ['', 'Riket'];
const isNational = (row: Row): boolean => NATIONAL_NAMES.includes(cell(row, 'region'));

function namesOf(text: string | undefined, column: 'programme' | 'region'): (code: string) => string {
  if (text === undefined) return (code) => code;
  const names = new Map(readTable(text).rows.map((row) => [cell(row, 'code'), cell(row, column)]));
  return (code) => names.get(code) ?? code;
}

const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const shifted = (month: string, by: number): string => formatMonth(monthNumber(month) + by);

// ---------------------------------------------------------------------------------------------------------------------
// What is compared

function drawWith(dice: Dice, month: string, forecasts: Table): string {
  const published = [...new Set(forecasts.rows.map((row) => cell(row, 'published')))].sort();
  const day = dice.chance(0.7) ? dice.pick(published) : formatDate(monthNumber(month) - dice.integer(0, 6), 15);
  return dice.pick([
    () => 'last-year',
    () => 'last-year',
    () => 'last-year',
    () => `outcome:${shifted(month, dice.pick([-24, -13, -12, -3, -1, -1, 1, 0]))}`,
    () => 'estimate',
    () => 'estimate',
    () => 'estimate',
    () => `estimate:${shifted(month, dice.pick([-12, -12, -2, -1, 1, 1, 2]))}`,
    () => `as-of:${day}`,
    () => `as-of:${day}`,
  ])();
}

/** The month of side A. */
function monthWith(month: string, text: string): string {
  if (text === 'last-year') return shifted(month, -12);
  return /^(?:outcome|estimate):(.*)$/.exec(text)?.[1] ?? month;
}

// ---------------------------------------------------------------------------------------------------------------------
// Statistics: who is there

const isOf = (scene: Scene, row: Row, programme: string): boolean =>
  scene.programmeOf(cell(row, 'programme')) === programme;

function keepStatistics({ statistics }: Scene, keep: (row: Row) => boolean): void {
  const left = statistics.rows.filter(keep);
  if (left.length > 0) statistics.rows = left;
}

/** A programme that begins after the earlier month, or ends before the later one. */
function beginOrEnd(scene: Scene, programme: string): void {
  const { dice, from, to } = scene;
  const [early, late] = from < to ? [from, to] : [to, from];
  if (dice.chance(0.5)) {
    const last = shifted(late, -dice.pick([1, 2, 3, 6]));
    keepStatistics(scene, (row) => !isOf(scene, row, programme) || cell(row, 'month') <= last);
  } else {
    const first = shifted(early, dice.pick([1, 2, 5]));
    keepStatistics(scene, (row) => !isOf(scene, row, programme) || cell(row, 'month') >= first);
  }
}

/** A region that a programme does not have in the calendar year of one of the months, which stays whole without it. */
function leaveOutRegion(scene: Scene, programme: string): void {
  const { dice, statistics, from, to, regionOf } = scene;
  const regions = statistics.rows.filter((row) => isOf(scene, row, programme) && !isNational(row));
  const names = [...new Set(regions.map((row) => regionOf(cell(row, 'region'))))];
  if (names.length < 2) return;
  const region = dice.pick(names);
  const year = dice.pick([from, to]).slice(0, 4);
  const isLeftOut = (row: Row): boolean =>
    isOf(scene, row, programme) &&
    !isNational(row) &&
    regionOf(cell(row, 'region')) === region &&
    cell(row, 'month').startsWith(year);
  keepStatistics(scene, (row) => !isLeftOut(row));
}

/** A month with the nation's rows only: those that are there, else the sums of the regions of each publication. */
function makeNational(scene: Scene, programme: string, month: string): void {
  const { statistics } = scene;
  const isHere = (row: Row): boolean => isOf(scene, row, programme) && cell(row, 'month') === month;
  const here = statistics.rows.filter(isHere);
  const nation = here.filter(isNational);
  const sums = new Map<string, Row>();
  for (const row of here) {
    const key = `${cell(row, 'programme')}|${cell(row, 'published')}`;
    const before = sums.get(key);
    const total = (column: string): string =>
      String((before === undefined ? 0 : count(before, column)) + count(row, column));
    const sum = { ...row, region: 'Riket', expenditure: '' };
    sums.set(key, { ...sum, decisions: total('decisions'), new_decisions: total('new_decisions') });
  }
  const rows = nation.length > 0 ? nation : [...sums.values()];
  // A table without regions anywhere has no column for them.
  if (!statistics.columns.includes('region')) return;
  statistics.rows = [...statistics.rows.filter((row) => !isHere(row)), ...rows];
}

/** Counts of 0 in the two months: no decisions at all, or none that is new. */
function emptyCells({ dice, statistics, from, to }: Scene, rate: number): void {
  for (const row of statistics.rows) {
    if (![from, to].includes(cell(row, 'month')) || !dice.chance(rate)) continue;
    row['new_decisions'] = '0';
    if (dice.chance(0.5)) row['decisions'] = '0';
    if (dice.chance(0.5) && cell(row, 'expenditure') !== '') row['expenditure'] = '';
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Statistics: what is measured

const OUTCOMES = ['collaboration_cases', 'base_hours', 'collaboration_hours'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Which rows have an outcome. */
type Measured = (row: Row) => boolean;

function drawMeasured(scene: Scene): Measured {
  const { dice, from, to, programmes, programmeOf } = scene;
  const month = dice.pick([from, to]);
  const programme = dice.pick(programmes);
  return dice.pick<Measured>([
    () => false,
    () => true,
    () => true,
    () => dice.chance(0.8),
    (row) => cell(row, 'month') === month,
    (row) => programmeOf(cell(row, 'programme')) === programme,
    (row) => !isNational(row),
  ]);
}

/** Measured figures of one row; hours follow the cases of which they are. */
function outcomesOf(dice: Dice, row: Row, measured: Record<Outcome, Measured>): Row {
  const newDecisions = count(row, 'new_decisions');
  const share = dice.chance(0.06) ? 0 : dice.between(0.05, 0.7);
  const cases = Math.round(newDecisions * share);
  const values: Record<Outcome, string> = {
    collaboration_cases: String(cases),
    base_hours: (newDecisions * dice.between(1, 9)).toFixed(2),
    collaboration_hours: (cases * dice.between(0.5, 6)).toFixed(2),
  };
  return Object.fromEntries(OUTCOMES.filter((outcome) => measured[outcome](row)).map((name) => [name, values[name]]));
}

function measure(scene: Scene): void {
  const { dice, statistics } = scene;
  const together = drawMeasured(scene);
  const drawOne = (): Measured => (dice.chance(0.5) ? together : drawMeasured(scene));
  const measured = { collaboration_cases: drawOne(), base_hours: drawOne(), collaboration_hours: drawOne() };
  for (const row of statistics.rows) Object.assign(row, outcomesOf(dice, row, measured));
}

/** Hours in a cell of one of the months that has no cases for them; the comparison refuses them where it needs them. */
function measureWithoutCases({ dice, statistics, from, to }: Scene): void {
  const candidates = statistics.rows.filter((row) => [from, to].includes(cell(row, 'month')));
  if (candidates.length === 0) return;
  const row = dice.pick(candidates);
  if (dice.chance(0.5)) Object.assign(row, { new_decisions: '0', collaboration_cases: '', base_hours: '1.5' });
  else Object.assign(row, { collaboration_cases: '0', collaboration_hours: '2.5' });
  if (cell(row, 'new_decisions') === '0') row['collaboration_hours'] = '';
}

// ---------------------------------------------------------------------------------------------------------------------
// Schablons and forecasts

const schablonKey = (row: Row): string =>
  ['programme', 'region', 'measure', 'step', 'valid_from'].map((column) => cell(row, column)).join('|');

/** No schablon of a programme, or none of one measure, is valid before a month between the two, or after both. */
function beginLater(scene: Scene, programme: string): void {
  const { dice, schablons, from, to } = scene;
  const [early, late] = from < to ? [from, to] : [to, from];
  const distance = monthNumber(late) - monthNumber(early);
  const begin = dice.chance(0.1) ? shifted(late, 1) : shifted(early, dice.integer(1, Math.max(1, distance)));
  const only = dice.chance(0.5) ? dice.pick(['collaboration_share', 'base_hours', 'collaboration_hours']) : null;
  const keys = new Set(schablons.rows.map(schablonKey));
  schablons.rows = schablons.rows.flatMap((row) => {
    const isMoved = isOf(scene, row, programme) && (only === null || cell(row, 'measure') === only);
    if (!isMoved || cell(row, 'valid_from') >= begin) return [row];
    const moved = { ...row, valid_from: begin };
    const ended = cell(row, 'valid_to') !== '' && cell(row, 'valid_to') < begin;
    if (ended || keys.has(schablonKey(moved))) return [];
    keys.add(schablonKey(moved));
    return [moved];
  });
}

function removeSchablons(scene: Scene, programme: string): void {
  const { dice, schablons } = scene;
  const only = dice.chance(0.5) ? dice.pick(['collaboration_share', 'base_hours', 'collaboration_hours']) : null;
  schablons.rows = schablons.rows.filter(
    (row) => !isOf(scene, row, programme) || (only !== null && cell(row, 'measure') !== only),
  );
}

/** The same forecasts a year earlier, so that the month of last year can be estimated too. */
function forecastLastYear({ forecasts }: Scene): void {
  const aYearBefore = (text: string): string => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`;
  const published = new Set(forecasts.rows.map((row) => cell(row, 'published')));
  const earlier = forecasts.rows.map((row) => ({
    ...row,
    published: aYearBefore(cell(row, 'published')),
    period: aYearBefore(cell(row, 'period')),
  }));
  forecasts.rows.push(...earlier.filter((row) => !published.has(row.published)));
}

// ---------------------------------------------------------------------------------------------------------------------
// The folder and the request

function changeTables(scene: Scene): void {
  const { dice, programmes, from, to } = scene;
  if (dice.chance(0.6)) forecastLastYear(scene);
  for (const programme of programmes) {
    if (dice.chance(0.1)) beginOrEnd(scene, programme);
    if (dice.chance(0.12)) leaveOutRegion(scene, programme);
    for (const month of new Set([from, to])) if (dice.chance(0.07)) makeNational(scene, programme, month);
    if (dice.chance(0.08)) beginLater(scene, programme);
    if (dice.chance(0.06)) removeSchablons(scene, programme);
  }
  const emptyRate = dice.pick([0, 0, 0, 0, 0.1, 0.4]);
  if (emptyRate > 0) emptyCells(scene, emptyRate);
  measure(scene);
  if (dice.chance(0.02)) measureWithoutCases(scene);
}

/** Every region of the other tables must stay known to the statistics, or be in regions.csv, and no table be empty. */
function isSound(scene: Scene, hasRegionsTable: boolean, asked: readonly string[]): boolean {
  const { statistics, forecasts, schablons } = scene;
  if ([statistics, forecasts, schablons].some(({ rows }) => rows.length === 0)) return false;
  if (hasRegionsTable) return true;
  const known = new Set(statistics.rows.map((row) => cell(row, 'region')));
  const regional = [...forecasts.rows, ...schablons.rows].filter((row) => !isNational(row));
  return [...regional.map((row) => cell(row, 'region')), ...asked].every((region) => known.has(region));
}

/** An earlier estimate is not asked for as of a day that is hidden itself: the contract does not say what that is. */
const isAfter = (compareWith: string, asOf: string): boolean =>
  compareWith.startsWith('as-of:') && compareWith > `as-of:${asOf}`;

/** Side B is mostly a month that the statistics have. */
const AHEAD = [-11, -8, -5, -4, -3, -2, -1, -1, 0, 0, 1, 2] as const;

/** The same folder and request for the same seed, always. */
export function randomComparison(seed: number): RandomComparison {
  const { files, request } = randomFolder(seed, AHEAD);
  const dice = makeDice(seed + 500_000_009);
  const tableOf = (name: string): Table => readTable(files[name] ?? '');
  const [statistics, forecasts, schablons] = [
    tableOf('statistics.csv'),
    tableOf('forecasts.csv'),
    tableOf('schablons.csv'),
  ];
  const programmeOf = namesOf(files['programmes.csv'], 'programme');
  const month = request.from;
  const compareWith = drawWith(dice, month, forecasts);
  const scene: Scene = {
    dice,
    statistics,
    forecasts,
    schablons,
    programmeOf,
    regionOf: namesOf(files['regions.csv'], 'region'),
    programmes: [...new Set(statistics.rows.map((row) => programmeOf(cell(row, 'programme'))))],
    from: monthWith(month, compareWith),
    to: month,
  };
  changeTables(scene);
  const regions = dice.chance(0.6) ? request.regions : null;
  if (!isSound(scene, files['regions.csv'] !== undefined, regions ?? [])) return randomComparison(seed + 1_000_003);
  const asOf = dice.chance(0.5) ? request.asOf : null;
  return {
    files: {
      ...files,
      'statistics.csv': tableText(statistics, OUTCOMES),
      'forecasts.csv': tableText(forecasts),
      'schablons.csv': tableText(schablons),
    },
    request: {
      month,
      of: dice.pick([null, null, null, 'outcome', 'estimate']),
      with: compareWith,
      programmes: dice.chance(0.6) ? request.programmes : null,
      regions,
      asOf: asOf !== null && isAfter(compareWith, asOf) ? null : asOf,
      method: dice.chance(0.25) ? 'lmdi' : 'shapley',
    },
  };
}
