import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import type { EstimateRequest, EstimateRow, StepRow, TotalRow } from '../domain/report.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import { EstimateRequestSchema, EstimateRowSchema, StepRowSchema, TotalRowSchema } from '../schema/estimate.ts';
import { SealedInputSchema } from '../schema/frame.ts';
import { decodeText } from './encoding.ts';

/** One month, or two in their order. */
function hasMonths(request: { month: string | null; from: string | null; to: string | null }): boolean {
  const { month, from, to } = request;
  if (month !== null) return from === null && to === null;
  return from !== null && to !== null && from <= to;
}

/** What of a saved estimate is read; a later version of the program may have written more. */
const SavedFile = z.object({
  request: z.object(EstimateRequestSchema.shape).check(z.refine(hasMonths)),
  inputs: z.array(z.object({ ...SealedInputSchema.shape, table: z.enum([...TABLE_NAMES, 'scenario']) })),
  rows: z.array(z.object(EstimateRowSchema.shape)).check(z.minLength(1)),
  steps: z.array(z.object(StepRowSchema.shape)),
  totals: z.array(z.object(TotalRowSchema.shape)).check(z.minLength(1)),
});

/** An estimate that was saved as JSON (*sparad skattning*). */
export interface SavedEstimate {
  readonly request: EstimateRequest;
  readonly inputs: readonly SavedInput[];
  readonly rows: readonly EstimateRow[];
  readonly steps: readonly StepRow[];
  readonly totals: readonly TotalRow[];
}

/** A file that a saved result was computed from, sealed by its SHA-256. */
export type SavedInput = z.infer<typeof SavedFile>['inputs'][number];

/** Reads a saved estimate; anything else is a {@link Failure} that says what it is. `name` is the file as the user named it. */
export async function parseSaved(bytes: Uint8Array, name: string): Promise<SavedEstimate> {
  const document = await jsonIn(bytes);
  if (document === undefined) throw new Failure('saved-unreadable', { path: name, reason: 'not-json' });
  const { formatVersion, kind } = (document ?? {}) as { readonly formatVersion?: unknown; readonly kind?: unknown };
  if (typeof formatVersion !== 'number' || formatVersion < 1 || typeof kind !== 'string') {
    throw new Failure('saved-unreadable', { path: name, reason: 'not-a-result' });
  }
  if (formatVersion > 1) throw new Failure('saved-newer', { path: name, formatVersion });
  if (kind !== 'estimate') throw new Failure('saved-other-kind', { path: name, kind });
  const result = SavedFile.safeParse(document);
  if (!result.success) throw new Failure('saved-unreadable', { path: name, reason: 'damaged' });
  return result.data;
}

/** The value that the bytes write; undefined where they write none. */
async function jsonIn(bytes: Uint8Array): Promise<unknown> {
  const decoded = await decodeText(bytes);
  if ('fault' in decoded) return undefined;
  try {
    return JSON.parse(decoded.text);
  } catch {
    return undefined;
  }
}
