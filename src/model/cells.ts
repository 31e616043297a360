import type { Day } from '../domain/day.ts';
import { isoMonth, type Month, yearOf } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { ProblemFacts } from '../domain/problem.ts';
import type { Region, Schablon, Tables } from '../domain/tables.ts';
import type { Findings } from './findings.ts';
import { ForecastChoice } from './forecast-choice.ts';
import { DecisionHistory } from './history.ts';
import { type CellVolume, programmeVolume } from './volume.ts';
import { SchablonBook, type Workload } from './workload.ts';

/** Which cells to estimate, and what is known. */
export interface EstimateOrder {
  readonly months: readonly Month[];
  /** Null is every programme that has schablons. */
  readonly programmes: readonly string[] | null;
  /** Null is every region that the forecast or the reference month has. */
  readonly regions: readonly string[] | null;
  readonly asOf: Day | null;
  /** Programmes that are not needed, whatever was asked for: nothing about them is said or refused. */
  readonly except: ReadonlySet<string>;
  /** A schablon in force for longer than this is worth a warning. */
  readonly schablonMaxAgeYears: number;
}

export const NO_EXCEPTION: ReadonlySet<string> = new Set();

/** One cell of the model: a programme in a region in a month, with its volume and its workload. */
export interface Cell {
  readonly month: Month;
  readonly programme: string;
  readonly region: Region;
  readonly forecastPublished: Day;
  readonly referenceMonth: Month;
  readonly volume: CellVolume;
  readonly workload: Workload;
}

/** What the data folder says, as known on the day of the order. */
export interface Knowledge {
  readonly history: DecisionHistory;
  readonly forecasts: ForecastChoice;
  readonly schablons: SchablonBook;
}

export function knowledge(tables: Tables, asOf: Day | null): Knowledge {
  return {
    history: new DecisionHistory(tables.statistics, asOf),
    forecasts: new ForecastChoice(tables.forecasts, asOf),
    schablons: new SchablonBook(tables.schablons, asOf),
  };
}

/** Every cell of the order, sorted by month, programme and region. Where the findings hold errors, some are wanting. */
export function estimateCells(known: Knowledge, order: EstimateOrder, findings: Findings): readonly Cell[] {
  const cells = order.months.flatMap((month) => cellsOfMonth(known, order, month, findings));
  warnOfSchablons(cells, order.schablonMaxAgeYears, findings);
  return cells;
}

function cellsOfMonth(known: Knowledge, order: EstimateOrder, month: Month, findings: Findings): Cell[] {
  const programmes = estimatedProgrammes(known, order, month, findings);
  const cells = programmes.flatMap((programme) => cellsOfProgramme(known, order, month, programme, findings) ?? []);
  if (order.regions !== null && findings.errors.length === 0)
    nameEmptyRegions(order.regions, programmes, cells, month, known.history, findings);
  return cells;
}

/** A region asked for that a programme has no cell for is named; a month without any cell is refused. */
function nameEmptyRegions(
  regions: readonly string[],
  programmes: readonly string[],
  cells: readonly Cell[],
  month: Month,
  history: DecisionHistory,
  findings: Findings,
): void {
  if (cells.length === 0) findings.refuse('regions-without-cells', { regions, month: isoMonth(month) });
  for (const region of regions) {
    const having = new Set(cells.filter((cell) => cell.region === region).map(({ programme }) => programme));
    const lacking = programmes.filter((programme) => !having.has(programme));
    for (const programme of lacking) {
      const facts = { programme, region, month: isoMonth(month) };
      // Where other months have the region, it is this one's row that is wanting.
      if (history.hasRegion(programme, region)) findings.warn('region-left-out', facts);
      else findings.remark('region-not-estimated', facts);
    }
  }
}

/** Whether a programme has what an estimate of the month takes: schablons, and a forecast that covers it. */
export function isEstimable({ forecasts, schablons }: Knowledge, programme: string, month: Month): boolean {
  return schablons.has(programme) && forecasts.forMonth(programme, month).length > 0;
}

/** The programmes asked for, else all that have schablons; those that lack schablons or a forecast are named. */
function estimatedProgrammes(known: Knowledge, order: EstimateOrder, month: Month, findings: Findings): string[] {
  const { forecasts, schablons } = known;
  const iso = isoMonth(month);
  const spoken = order.programmes ?? [...schablons.programmes, ...forecasts.programmes];
  const candidates = [...new Set(spoken)].filter((programme) => !order.except.has(programme));
  const complete: string[] = [];
  const leftOut: ProblemFacts['programme-left-out'][] = [];
  let isRefused = false;
  for (const programme of candidates.sort(byCodeUnit)) {
    const isForecast = forecasts.forMonth(programme, month).length > 0;
    if (isForecast && schablons.has(programme)) complete.push(programme);
    else if (order.programmes !== null) {
      isRefused = true;
      if (!schablons.has(programme)) findings.refuse('programme-without-schablons', { programme });
      if (!isForecast) findings.refuse('programme-without-forecast', { programme, month: iso });
    } else if (isForecast || schablons.has(programme)) {
      leftOut.push({ programme, month: iso, lacks: isForecast ? 'schablons' : 'forecast' });
    }
  }
  // Where no programme is left, that is the problem, and what each of them lacks would only hide it.
  for (const facts of complete.length > 0 ? leftOut : []) findings.warn('programme-left-out', facts);
  const isExcepted = candidates.length < new Set(spoken).size;
  if (complete.length === 0 && !isRefused && !isExcepted) {
    const span = forecasts.span(schablons.programmes);
    const [from, to] = span === null ? [null, null] : [isoMonth(span.first), isoMonth(span.last)];
    const lacking = leftOut.filter(({ lacks }) => lacks === 'schablons').map(({ programme }) => programme);
    findings.refuse('no-forecast', { month: iso, from, to, lacking });
  }
  return complete;
}

function cellsOfProgramme(
  known: Knowledge,
  order: EstimateOrder,
  month: Month,
  programme: string,
  findings: Findings,
): Cell[] | null {
  const chosen = known.forecasts.forMonth(programme, month);
  const codes = known.forecasts.codesWithout(programme, chosen);
  if (codes.length > 0) findings.warn('codes-left-out', { programme, month: isoMonth(month), codes });
  const volume = programmeVolume(programme, month, chosen, order.regions, known.history, findings);
  if (volume === null) return null;
  const { published: forecastPublished, referenceMonth } = volume;
  return volume.cells.flatMap((cell) => {
    const { region } = cell;
    const workload = known.schablons.workload(programme, region, month, findings);
    if (workload === null) return [];
    return [{ month, programme, region, forecastPublished, referenceMonth, volume: cell, workload }];
  });
}

/** Names the schablons that counted and are old, and for each programme how many have no source. */
function warnOfSchablons(cells: readonly Cell[], maxAgeYears: number, findings: Findings): void {
  const firstUse = new Map<Schablon, Month>();
  for (const { month, workload } of cells) {
    for (const schablon of [workload.share, ...workload.baseSteps, ...workload.collaborationSteps]) {
      if (!firstUse.has(schablon)) firstUse.set(schablon, month);
    }
  }
  const used = [...firstUse].sort(([left], [right]) => byOrigin(left, right));
  const sourceless = new Map<string, Schablon[]>();
  for (const [schablon, month] of used) {
    const { programme, region, measure, step, validFrom } = schablon;
    const place = placeOf(schablon);
    if (month - validFrom > 12 * maxAgeYears) {
      const years = yearOf((month - validFrom) as Month);
      findings.warn('schablon-old', { programme, region, measure, step, validFrom: isoMonth(validFrom), years }, place);
    }
    if (schablon.source === null) sourceless.set(programme, [...(sourceless.get(programme) ?? []), schablon]);
  }
  for (const [programme, rows] of sourceless) {
    const [first] = rows;
    if (first !== undefined)
      findings.warn('schablon-without-source', { programme, count: rows.length }, placeOf(first));
  }
}

function placeOf({ origin }: Schablon) {
  return { file: origin.path, line: origin.line, column: null, columnNumber: null, value: null };
}

function byOrigin(left: Schablon, right: Schablon): number {
  return byCodeUnit(left.origin.path, right.origin.path) || left.origin.line - right.origin.line;
}
