import { isoDay } from '../domain/day.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { EstimateReport } from '../domain/report.ts';
import type { EstimateOrder, Knowledge } from '../model/cells.ts';
import { stepRows, totalRows } from '../model/estimate.ts';
import { sinceLastYear } from '../model/last-year.ts';
import { SchablonBook } from '../model/workload.ts';
import type { Context } from './context.ts';
import { estimated } from './estimated.ts';
import type { ModelInput } from './model-input.ts';
import { judgement, type Outcome } from './outcome.ts';
import { estimateRequest, type RawOptions } from './request.ts';

/** `resurs estimate`: the model for one month, or for a range. */
export async function runEstimate(raw: RawOptions, context: Context): Promise<Outcome> {
  const request = estimateRequest(raw);
  const result = await estimated(request, context);
  if (result.kind === 'judgement') return result;
  const { input, known, order, cells, warnings, notes } = result;
  const rows = cells.map(({ row }) => row);
  const { inputs } = input.tables;
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
    inputs,
    rows,
    steps: cells.flatMap(({ cell, row }) => stepRows(cell, row)),
    totals: totalRows(rows, request.isRange),
    warnings,
    notes,
    forPeople: {
      sinceLastYear: context.isForPeople ? sinceLastYear(rows, order, asItHappened(known, input, order)) : null,
    },
  };
  return judgement(report, warnings, inputs);
}

/** A scenario changes what is estimated, not what happened. */
function asItHappened(known: Knowledge, { scenarioPath, plainTables }: ModelInput, { asOf }: EstimateOrder): Knowledge {
  return scenarioPath === null ? known : { ...known, schablons: new SchablonBook(plainTables.schablons, asOf) };
}
