import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import { type Cell, estimateCells } from '../model/cells.ts';
import { Findings } from '../model/findings.ts';
import type { Context } from './context.ts';
import { type ModelInput, modelInput } from './model-input.ts';
import type { Judgement } from './outcome.ts';
import type { ModelRequest } from './request.ts';

/** The cells that were asked for, what they were computed from, and what was found on the way. */
export interface Estimated {
  readonly input: ModelInput;
  readonly cells: readonly Cell[];
  readonly warnings: readonly Problem[];
  readonly notes: readonly Note[];
}

/** Reads the tables and computes the cells; where anything is refused, the judgement without a report. */
export async function estimated(request: ModelRequest, context: Context): Promise<Estimated | Judgement> {
  const input = await modelInput(request, context);
  if ('problems' in input) return { kind: 'judgement', report: null, ...input };
  const findings = new Findings();
  const cells = estimateCells(input.known, input.order, findings);
  const warnings = [...input.warnings, ...findings.warnings];
  if (findings.errors.length > 0) {
    const problems = [...findings.errors, ...warnings];
    return { kind: 'judgement', report: null, problems, inputs: input.tables.inputs };
  }
  return { input, cells, warnings, notes: [...input.notes, ...findings.notes] };
}
