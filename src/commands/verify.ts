import type { InputComparison, VerifyReport } from '../domain/compare-report.ts';
import { Failure } from '../domain/failure.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import { NOWHERE, type Problem, problem } from '../domain/problem.ts';
import { changedRates } from '../model/changed-rates.ts';
import { stepRows, totalRows } from '../model/estimate.ts';
import { type Replayed, replayed } from '../model/replay.ts';
import { comparedInputs } from '../read/seal.ts';
import type { Context } from './context.ts';
import { estimated } from './estimated.ts';
import { judgement, type Outcome } from './outcome.ts';
import { replayRequest } from './replay-request.ts';
import type { RawOptions } from './request.ts';
import { savedFile } from './saved-side.ts';

/** `resurs verify`: a saved estimate computed anew on the data as it is: identical, or what changed and what that did. */
export async function runVerify(raw: RawOptions, context: Context): Promise<Outcome> {
  const file = String(raw['saved'] ?? '');
  if (file === '') throw new Failure('option-lacks-value', { option: 'SAVED.json' });
  const saved = await savedFile(file, context);
  const { estimate, input } = saved;
  const piped = estimate.inputs.find(({ path }) => path === '-');
  if (piped !== undefined) throw new Failure('saved-from-standard-input', { path: file, table: piped.table });
  const { request, folder, missing } = await replayRequest(estimate, raw, file, context);
  const result = await estimated(request, { ...context, folder });
  // What is wrong without a table that was there then is not what has to be mended.
  if (result.kind === 'judgement' && missing !== null) {
    const { table, path } = missing;
    throw new Failure('saved-input-missing', { path: file, table, files: [path] });
  }
  if (result.kind === 'judgement') return { ...result, inputs: [...result.inputs, input] };
  const inputs = [...result.input.tables.inputs, input];
  const { months } = request;
  const rows = result.cells.map(({ row }) => row);
  const now = {
    rows,
    steps: result.cells.flatMap(({ cell, row }) => stepRows(cell, row)),
    totals: totalRows(rows, request.isRange),
  };
  const changes = await comparedInputs(estimate.inputs, result.input.tables.inputs);
  const changed = changes.filter(({ change }) => change !== 'none');
  const replay = replayed(estimate, now, new Set(changed.map(({ table }) => table)));
  const failures = failuresOf(changed, replay);
  const report: VerifyReport = {
    formatVersion: 1,
    kind: 'verify',
    request: { saved: input.path, asOf: estimate.request.asOf },
    inputs,
    isIdentical: failures.length === 0,
    differs: replay.differs,
    changes,
    effects: replay.effects,
    rates: changedRates(estimate, now),
    rows: replay.rows,
    totals: replay.totals,
    failures,
    warnings: result.warnings,
    notes: result.notes,
    forPeople: { file, months: [isoMonth(months[0] as Month), isoMonth(months.at(-1) as Month)] },
  };
  return judgement(report, result.warnings, inputs, { failures });
}

function failuresOf(changed: readonly InputComparison[], { differs, totals }: Replayed): Problem[] {
  const inputs = changed.flatMap(({ table, path, change, from, to }) =>
    change === 'none'
      ? []
      : [
          problem(
            'input-changed',
            { table, change, rows: [from?.rows ?? null, to?.rows ?? null] },
            { ...NOWHERE, file: path },
          ),
        ],
  );
  if (differs.length === 0) return inputs;
  const total = differs.includes('rows') ? totals.at(-1) : undefined;
  const facts = { hours: total?.change.totalHours ?? null, share: total?.changeShare ?? null };
  return [...inputs, problem('result-differs', { ...facts, parts: differs, areInputsSame: changed.length === 0 })];
}
