import { isoDay } from '../domain/day.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { EstimateRow, StepRow, TotalRow } from '../domain/report.ts';
import type { Schablon } from '../domain/tables.ts';
import { type Cell, type EstimateOrder, estimateCells, type Knowledge } from './cells.ts';
import type { Findings } from './findings.ts';

/** The model of one cell (*handläggningstimmar*): N = D·n, K = N·s, B = N·b, C = K·c, T = B + C. */
function estimateRow(cell: Cell): EstimateRow {
  const { decisions, newShare } = cell.volume;
  const { share, baseHoursPerCase, collaborationHoursPerCase } = cell.workload;
  const newDecisions = decisions * newShare.share;
  const collaborationCases = newDecisions * share.value;
  const baseHours = newDecisions * baseHoursPerCase;
  const collaborationHours = collaborationCases * collaborationHoursPerCase;
  return {
    month: isoMonth(cell.month),
    programme: cell.programme,
    region: cell.region,
    decisions,
    newShare: newShare.share,
    newDecisions,
    collaborationShare: share.value,
    collaborationCases,
    baseHoursPerCase,
    collaborationHoursPerCase,
    baseHours,
    collaborationHours,
    totalHours: baseHours + collaborationHours,
    forecastPublished: isoDay(cell.forecastPublished),
    referenceMonth: isoMonth(cell.referenceMonth),
  };
}

/** More hours in a month than all the country's people of working age could do. */
const ABSURD_HOURS = 1e9;

/** A cell of the model with its figures. */
export interface EstimatedCell {
  readonly cell: Cell;
  readonly row: EstimateRow;
}

/** Every cell of the order with its figures; hours that can only come from a wrong unit are refused. */
export function estimatedCells(known: Knowledge, order: EstimateOrder, findings: Findings): EstimatedCell[] {
  const cells = estimateCells(known, order, findings).map((cell) => ({ cell, row: estimateRow(cell) }));
  for (const { row } of cells) {
    const { programme, region, month, totalHours: hours } = row;
    if (hours > ABSURD_HOURS) findings.refuse('hours-absurd', { programme, region, month, hours });
  }
  return cells;
}

/** What doubles may differ by when they are multiplied in another order. */
const ROUNDING = 1e-9;

/** Whether the rows of a month are what the model gives: each cell once, and its hours those of its own factors. */
export function areWhole(rows: readonly EstimateRow[]): boolean {
  const cells = new Set(rows.map(({ programme, region }) => JSON.stringify([programme, region])));
  const agree = (left: number, right: number): boolean => Math.abs(left - right) <= ROUNDING * Math.max(left, right);
  return (
    cells.size === rows.length &&
    rows.every(
      (row) =>
        agree(row.newDecisions, row.decisions * row.newShare) &&
        agree(row.collaborationCases, row.newDecisions * row.collaborationShare) &&
        agree(row.baseHours, row.newDecisions * row.baseHoursPerCase) &&
        agree(row.collaborationHours, row.collaborationCases * row.collaborationHoursPerCase) &&
        agree(row.totalHours, row.baseHours + row.collaborationHours),
    )
  );
}

/** The hours of each work step (*arbetsmoment*) of a cell: base steps, then collaboration steps. */
export function stepRows(cell: Cell, row: EstimateRow): StepRow[] {
  const { month, programme, region } = row;
  const of = (measure: StepRow['measure'], cases: number, steps: readonly Schablon[]): StepRow[] =>
    steps.map(({ step, priority, value }) => ({
      month,
      programme,
      region,
      measure,
      step: step as string,
      priority,
      hoursPerCase: value,
      cases,
      hours: cases * value,
    }));
  return [
    ...of('base_hours', row.newDecisions, cell.workload.baseSteps),
    ...of('collaboration_hours', row.collaborationCases, cell.workload.collaborationSteps),
  ];
}

/**
 * The totals of the rows shown: for each month one per programme, one per region and one of all; for a range then the
 * same over its months, where decisions, a stock, has no sum.
 */
export function totalRows(rows: readonly EstimateRow[], isRange: boolean): TotalRow[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort(byCodeUnit);
  const ofMonths = months.flatMap((month) =>
    totalsOf(
      month,
      rows.filter((row) => row.month === month),
    ),
  );
  return isRange ? [...ofMonths, ...totalsOf(null, rows)] : ofMonths;
}

function totalsOf(month: string | null, rows: readonly EstimateRow[]): TotalRow[] {
  const programmes = [...new Set(rows.map(({ programme }) => programme))].sort(byCodeUnit);
  const regions = [...new Set(rows.flatMap(({ region }) => region ?? []))].sort(byCodeUnit);
  return [
    ...programmes.map((programme) =>
      totalOf(
        month,
        programme,
        null,
        rows.filter((row) => row.programme === programme),
      ),
    ),
    ...regions.map((region) =>
      totalOf(
        month,
        null,
        region,
        rows.filter((row) => row.region === region),
      ),
    ),
    totalOf(month, null, null, rows),
  ];
}

function totalOf(
  month: string | null,
  programme: string | null,
  region: string | null,
  rows: readonly EstimateRow[],
): TotalRow {
  const sum = (value: (row: EstimateRow) => number): number => exactSum(rows.map(value));
  return {
    month,
    programme,
    region,
    decisions: month === null ? null : sum((row) => row.decisions),
    newDecisions: sum((row) => row.newDecisions),
    collaborationCases: sum((row) => row.collaborationCases),
    baseHours: sum((row) => row.baseHours),
    collaborationHours: sum((row) => row.collaborationHours),
    totalHours: sum((row) => row.totalHours),
  };
}
