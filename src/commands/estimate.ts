import { isoDay } from '../domain/day.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { EstimateReport } from '../domain/report.ts';
import { estimateCells } from '../model/cells.ts';
import { estimateRow, stepRows, totalRows } from '../model/estimate.ts';
import { Findings } from '../model/findings.ts';
import { modelInput } from './model-input.ts';
import type { Context, Outcome } from './outcome.ts';
import { estimateRequest, type RawOptions } from './request.ts';

/** `resurs estimate`: the model for one month, or for a range. */
export async function runEstimate(raw: RawOptions, context: Context): Promise<Outcome> {
  const request = estimateRequest(raw);
  const input = await modelInput(request, context);
  if ('problems' in input) return { kind: 'refused', problems: input.problems };
  const findings = new Findings();
  const cells = estimateCells(input.known, input.order, findings);
  if (findings.errors.length > 0)
    return { kind: 'refused', problems: [...findings.errors, ...input.warnings, ...findings.warnings] };
  const estimated = cells.map((cell) => ({ cell, row: estimateRow(cell) }));
  const rows = estimated.map(({ row }) => row);
  const { order } = input;
  const [first, last] = [isoMonth(order.months[0] as Month), isoMonth(order.months.at(-1) as Month)];
  const report: EstimateReport = {
    formatVersion: 1,
    kind: 'estimate',
    request: {
      month: request.isRange ? null : first,
      from: request.isRange ? first : null,
      to: request.isRange ? last : null,
      programme: order.programmes,
      region: order.regions,
      asOf: order.asOf === null ? null : isoDay(order.asOf),
      scenario: input.scenarioPath,
    },
    inputs: input.tables.inputs,
    rows,
    steps: estimated.flatMap(({ cell, row }) => stepRows(cell, row)),
    totals: totalRows(rows, request.isRange),
    warnings: [...input.warnings, ...findings.warnings],
    notes: [...input.notes, ...findings.notes],
  };
  return { kind: 'report', report, inputPaths: input.inputPaths };
}
