import { isoDay } from '../domain/day.ts';
import { Failure } from '../domain/failure.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { ExplainReport } from '../domain/report.ts';
import { traceOf } from '../model/trace.ts';
import type { Context } from './context.ts';
import { type Estimated, estimated } from './estimated.ts';
import { judgement, type Outcome } from './outcome.ts';
import { explainRequest, type RawOptions } from './request.ts';

/** `resurs explain`: one cell of the model, traced to the lines that it comes from. */
export async function runExplain(raw: RawOptions, context: Context): Promise<Outcome> {
  const request = explainRequest(raw);
  const result = await estimated(request, context);
  if (result.kind === 'judgement') return result;
  const { input, known, order, warnings, notes } = result;
  const { cell, row } = onlyCell(result.cells);
  const { asOf } = order;
  const { inputs } = input.tables;
  const report: ExplainReport = {
    formatVersion: 1,
    kind: 'explain',
    request: {
      month: isoMonth(request.months[0] as Month),
      programme: cell.programme,
      region: cell.region,
      asOf: asOf === null ? null : isoDay(asOf),
      scenario: input.scenarioPath,
    },
    inputs,
    rows: [row],
    trace: traceOf(cell, row, known.history),
    warnings,
    notes,
  };
  return judgement(report, warnings, inputs);
}

/** Without a region the cell must be the nation's, or the only one. */
function onlyCell(cells: Estimated['cells']): Estimated['cells'][number] {
  const [first, second] = cells;
  if (first === undefined) throw new Failure('internal', { message: 'no cell was estimated' });
  if (second === undefined) return first;
  const choices = cells.flatMap(({ row }) => row.region ?? []);
  throw new Failure('region-needed', { programme: first.row.programme, choices });
}
