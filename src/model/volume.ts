import { type Day, isoDay } from '../domain/day.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { Region } from '../domain/tables.ts';
import { CONTROL_TOLERANCE, watchForecasts, watchStatistics } from './control.ts';
import type { Count } from './count.ts';
import { Findings } from './findings.ts';
import type { ChosenForecast } from './forecast-choice.ts';
import type { DecisionHistory } from './history.ts';
import { REFUSED_RATIO, watchLevel } from './level-watch.ts';
import { type MonthForecast, monthForecast } from './month-forecast.ts';
import { type NewShare, newShareOf } from './new-share.ts';
import { referenceMonthOf } from './reference.ts';
import type { Situation } from './situation.ts';

/** One forecast row's part in a cell: the whole of a regional row, or a region's share of a national one. */
export interface VolumePart {
  readonly forecast: MonthForecast;
  /** The region's and the nation's decisions in the reference month; null for a row that is used as it stands. */
  readonly split: { readonly region: Count; readonly nation: Count } | null;
}

/** D and n of one cell, with every choice on the way. */
export interface CellVolume {
  readonly region: Region;
  /** None where the reference month has the region with 0 decisions and the regional forecast lacks it. */
  readonly parts: readonly VolumePart[];
  readonly decisions: number;
  readonly newShare: NewShare;
}

/** D of a programme in a month, in every region that the forecast or the reference month has. */
export interface ProgrammeVolume {
  readonly referenceMonth: Month;
  readonly published: Day;
  readonly cells: readonly CellVolume[];
}

/**
 * The forecast's decisions for a programme and a month, from period to month and from nation to regions. Null where
 * something is wanting: then the findings say what.
 */
export function programmeVolume(
  programme: string,
  month: Month,
  chosen: readonly ChosenForecast[],
  requested: readonly string[] | null,
  history: DecisionHistory,
  findings: Findings,
): ProgrammeVolume | null {
  const referenceMonth = referenceMonthOf(history, programme, month, findings);
  const reference = referenceMonth === null ? null : history.counts(programme, referenceMonth);
  if (referenceMonth === null || reference === null || reference.nation === null) {
    findings.refuse('no-reference-month', { programme, month: isoMonth(month) });
    return null;
  }
  if (month - referenceMonth > 12) {
    const facts = { programme, month: isoMonth(month), referenceMonth: isoMonth(referenceMonth) };
    findings.remark('reference-month-older', facts);
  }
  const isRequested = (region: string): boolean => requested === null || requested.includes(region);
  const { nation } = reference;
  const isNarrowed = requested !== null;
  const situation = { programme, month, reference, nation, history, findings, isNarrowed, isRequested };
  watchStatistics(situation);
  watchForecasts(situation, chosen);
  const parts = cellParts(situation, chosen);
  if (parts === null) return null;
  const cells = [...parts]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .map(([region, ofCell]) => cellVolume(region, ofCell, situation));
  if (cells.includes(null)) return null;
  return { referenceMonth, published: latestPublication(situation, chosen), cells: cells as CellVolume[] };
}

function latestPublication({ programme, month, findings }: Situation, chosen: readonly ChosenForecast[]): Day {
  const published = [...new Set(chosen.map((each) => each.published))].sort((left, right) => left - right);
  if (published.length > 1) {
    const facts = { programme, month: isoMonth(month), published: published.map(isoDay) };
    findings.remark('forecast-vintages-mixed', facts);
  }
  const codes = chosen.map(({ code }) => code);
  if (codes.length > 1 && codes.includes(programme)) {
    const others = codes.filter((code) => code !== programme);
    findings.warn('programme-beside-its-codes', { programme, codes: others, month: isoMonth(month) });
  }
  return published.at(-1) as Day;
}

/** The forecast parts of every cell that is asked for; null where a part is wanting. */
function cellParts(situation: Situation, chosen: readonly ChosenForecast[]): Map<Region, VolumePart[]> | null {
  const { month, history, findings, reference } = situation;
  const cells = new Map<Region, VolumePart[]>();
  const cell = (region: Region): VolumePart[] => {
    const parts = cells.get(region) ?? [];
    cells.set(region, parts);
    return parts;
  };
  const nationalForecasts: MonthForecast[] = [];
  // What no cell asked for needs is not computed, and can refuse nothing.
  const isNationNeeded = reference.regions.size === 0 || [...reference.regions.keys()].some(situation.isRequested);
  let isWhole = true;
  for (const forecast of chosen) {
    if (forecast.regional.length === 0) {
      if (!isNationNeeded) continue;
      const national = forecast.national && monthForecast(forecast.national, month, history, findings);
      if (national === null) isWhole = false;
      else nationalForecasts.push(national);
    } else if (!addRegionalRows(situation, forecast, cell)) isWhole = false;
  }
  if (nationalForecasts.length > 0 && !addNationalRows(situation, nationalForecasts, cell)) isWhole = false;
  if (!isWhole) return null;
  const isNational = nationalForecasts.length > 0 && chosen.every(({ regional }) => regional.length === 0);
  const national = isNational ? exactSum(nationalForecasts.map(({ decisions }) => decisions)) : null;
  watchLevel(situation, national, new Map([...cells].map(([region, parts]) => [region, cellDecisions(parts)])));
  // A region that the reference month holds has its row, if only of zeros.
  for (const region of reference.regions.keys()) if (situation.isRequested(region)) cell(region);
  return cells;
}

/** Regional rows are used as they stand; a national row beside them is only checked. */
function addRegionalRows(
  situation: Situation,
  forecast: ChosenForecast,
  cell: (region: Region) => VolumePart[],
): boolean {
  const { programme, month, history, findings, isRequested } = situation;
  const { national, regional, published } = forecast;
  const uncovered = uncoveredRegions(situation, forecast);
  const missing = uncovered.filter(isRequested);
  if (missing.length > 0) {
    const facts = { programme, month: isoMonth(month), published: isoDay(published), regions: missing };
    findings.refuse('forecast-regions-missing', facts);
    return false;
  }
  const requested = regional.filter(({ region }) => region !== null && isRequested(region));
  const forecasts = requested.map((row) => monthForecast(row, month, history, findings));
  if (forecasts.includes(null)) return false;
  for (const each of forecasts as MonthForecast[]) cell(each.row.region).push({ forecast: each, split: null });
  const isAll = requested.length === regional.length && uncovered.length === 0;
  if (national !== null && isAll) {
    // A national row that is only checked refuses nothing and says nothing of its own.
    const checked = monthForecast(national, month, history, new Findings());
    const sum = exactSum((forecasts as MonthForecast[]).map(({ decisions }) => decisions));
    if (checked !== null && Math.abs(sum - checked.decisions) > CONTROL_TOLERANCE * checked.decisions) {
      const facts = { programme, month: isoMonth(month), national: checked.decisions, regional: sum };
      findings.remark('national-forecast-differs', facts);
    }
  }
  return true;
}

/**
 * The regions where the code has decisions in the reference month that its regional rows leave out: the whole region, or
 * one of the codes that make it. A code that the statistics do not know stands for all of the programme.
 */
function uncoveredRegions({ reference, history }: Situation, { code, regional }: ChosenForecast): string[] {
  const { statistics } = history;
  const covered = new Set(regional.map(({ regionCode }) => regionCode));
  const programmeId = statistics.programmeCodes.findIndex((each) => each.code === code);
  const isUncovered = (row: number): boolean => {
    const regionCode = statistics.regionCodes[statistics.regionCode[row] as number]?.code ?? null;
    const isOfCode = programmeId < 0 || statistics.programmeCode[row] === programmeId;
    return isOfCode && (statistics.decisions[row] as number) > 0 && !covered.has(regionCode);
  };
  return [...reference.regions]
    .filter(([region, { rows }]) => !covered.has(region) && rows.some(isUncovered))
    .map(([region]) => region);
}

/** National rows are split by each region's share of the nation's decisions in the reference month. */
function addNationalRows(
  situation: Situation,
  forecasts: readonly MonthForecast[],
  cell: (region: Region) => VolumePart[],
): boolean {
  const { programme, month, reference, nation, findings, isRequested } = situation;
  if (reference.regions.size === 0) {
    if (situation.isNarrowed) {
      findings.refuse('no-regions-in-statistics', { programme, month: isoMonth(reference.month) });
      return false;
    }
    cell(null).push(...forecasts.map((forecast) => ({ forecast, split: null })));
    return true;
  }
  if (nation.decisions === 0) {
    findings.refuse('no-regional-split', { programme, month: isoMonth(reference.month) });
    return false;
  }
  const regionsSum = exactSum([...reference.regions.values()].map(({ decisions }) => decisions));
  const share = regionsSum / nation.decisions;
  if (share < 1) findings.remark('regions-part-of-nation', { programme, month: isoMonth(reference.month), share });
  const decisions = exactSum(forecasts.map((forecast) => forecast.decisions));
  const ratio = decisions / nation.decisions;
  if (reference.nationalRow === null && ratio > REFUSED_RATIO) {
    const facts = { programme, month: isoMonth(month), referenceMonth: isoMonth(reference.month), ratio };
    findings.refuse('statistics-cover-too-little', facts);
    return false;
  }
  for (const [region, count] of reference.regions) {
    if (!isRequested(region)) continue;
    cell(region).push(...forecasts.map((forecast) => ({ forecast, split: { region: count, nation } })));
  }
  return true;
}

function partDecisions({ forecast, split }: VolumePart): number {
  return split === null ? forecast.decisions : (forecast.decisions * split.region.decisions) / split.nation.decisions;
}

function cellDecisions(parts: readonly VolumePart[]): number {
  return exactSum(parts.map(partDecisions));
}

function cellVolume(region: Region, parts: readonly VolumePart[], situation: Situation): CellVolume | null {
  const newShare = newShareOf(region, situation);
  if (newShare === null) return null;
  return { region, parts, decisions: cellDecisions(parts), newShare };
}
