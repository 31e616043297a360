import type { Note } from '../domain/note.ts';
import { inPlaceOrder, type Problem } from '../domain/problem.ts';
import { type EstimateOrder, type Knowledge, knowledge, NO_EXCEPTION } from '../model/cells.ts';
import { type EstimatedCell, estimatedCells } from '../model/estimate.ts';
import { Findings } from '../model/findings.ts';
import type { Context } from './context.ts';
import { type ModelInput, modelInput } from './model-input.ts';
import { type Judgement, judgement } from './outcome.ts';
import type { ModelRequest } from './request.ts';

/** The cells that were asked for, what they were computed from, and what was found on the way. */
export interface Estimated {
  readonly kind: 'estimated';
  readonly input: ModelInput;
  readonly known: Knowledge;
  readonly order: EstimateOrder;
  /** Sorted by month, programme and region. */
  readonly cells: readonly EstimatedCell[];
  /** In the order of their places. */
  readonly warnings: readonly Problem[];
  readonly notes: readonly Note[];
}

/** Reads the tables and computes the cells; where anything is refused, the judgement without a report. */
export async function estimated(request: ModelRequest, context: Context): Promise<Estimated | Judgement> {
  const input = await modelInput(request, context);
  if (input.kind === 'judgement') return input;
  const { tables, programmes, regions } = input;
  const { months, asOf } = request;
  const known = knowledge(tables, asOf);
  const order = {
    months,
    programmes,
    regions,
    asOf,
    except: NO_EXCEPTION,
    schablonMaxAgeYears: context.schablonMaxAgeYears,
  };
  const findings = new Findings();
  const cells = estimatedCells(known, order, findings);
  const warnings = inPlaceOrder([...input.warnings, ...findings.warnings]);
  if (findings.errors.length > 0) return judgement(null, [...findings.errors, ...warnings], tables.inputs);
  return { kind: 'estimated', input, known, order, cells, warnings, notes: [...input.notes, ...findings.notes] };
}
