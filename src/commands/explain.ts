import { isoDay } from '../domain/day.ts';
import { Failure } from '../domain/failure.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { ExplainReport } from '../domain/report.ts';
import { type Cell, estimateCells } from '../model/cells.ts';
import { estimateRow } from '../model/estimate.ts';
import { Findings } from '../model/findings.ts';
import { traceOf } from '../model/trace.ts';
import { modelInput } from './model-input.ts';
import type { Context, Outcome } from './outcome.ts';
import { explainRequest, type RawOptions } from './request.ts';

/** `resurs explain`: one cell of the model, traced to the lines that it comes from. */
export async function runExplain(raw: RawOptions, context: Context): Promise<Outcome> {
  const request = explainRequest(raw);
  const input = await modelInput(request, context);
  if ('problems' in input) return { kind: 'refused', problems: input.problems };
  const findings = new Findings();
  const cells = estimateCells(input.known, input.order, findings);
  if (findings.errors.length > 0)
    return { kind: 'refused', problems: [...findings.errors, ...input.warnings, ...findings.warnings] };
  const cell = onlyCell(cells);
  const row = estimateRow(cell);
  const { asOf } = input.order;
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
    inputs: input.tables.inputs,
    rows: [row],
    trace: traceOf(cell, row, input.known.history),
    warnings: [...input.warnings, ...findings.warnings],
    notes: [...input.notes, ...findings.notes],
  };
  return { kind: 'report', report, inputPaths: input.inputPaths };
}

/** Without a region the cell must be the nation's, or the only one. */
function onlyCell(cells: readonly Cell[]): Cell {
  const [first, second] = cells;
  if (first === undefined) throw new Failure('internal', { message: 'no cell was estimated' });
  if (second === undefined) return first;
  const choices = cells.flatMap(({ region }) => region ?? []);
  throw new Failure('region-needed', { programme: first.programme, choices });
}
