import * as z from 'zod/mini';
import { dayFromIso } from '../domain/day.ts';
import { Failure } from '../domain/failure.ts';
import { monthFromIso } from '../domain/month.ts';
import type { EstimateRequest, EstimateRow, StepRow, TotalRow } from '../domain/report.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import { decodeText } from './encoding.ts';

/** More than any count or sum of hours can be. */
const LARGEST = 1e12;
/** A name that does nothing where it is shown, as in the tables. */
const Text = z.string().check(z.regex(/^[^\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]*$/u));
const Name = z.nullable(Text);
const Month = z.string().check(z.refine((text) => monthFromIso(text) !== null));
const Day = z.string().check(z.refine((text) => dayFromIso(text) !== null));
const Names = z.nullable(z.array(Text.check(z.minLength(1))).check(z.minLength(1)));
const Figure = z.number().check(z.gte(0), z.lte(LARGEST));

const Row = z.object({
  month: Month,
  programme: Text,
  region: Name,
  decisions: Figure,
  newShare: Figure,
  newDecisions: Figure,
  collaborationShare: Figure,
  collaborationCases: Figure,
  baseHoursPerCase: Figure,
  collaborationHoursPerCase: Figure,
  baseHours: Figure,
  collaborationHours: Figure,
  totalHours: Figure,
  forecastPublished: Day,
  referenceMonth: Month,
});

const Step = z.object({
  month: Month,
  programme: Text,
  region: Name,
  measure: z.enum(['base_hours', 'collaboration_hours']),
  step: Text,
  priority: z.enum(['must', 'can']),
  hoursPerCase: Figure,
  cases: Figure,
  hours: Figure,
});

const Total = z.object({
  month: z.nullable(Month),
  programme: Name,
  region: Name,
  decisions: z.nullable(Figure),
  newDecisions: Figure,
  collaborationCases: Figure,
  baseHours: Figure,
  collaborationHours: Figure,
  totalHours: Figure,
});

/** One month, or two in their order. */
function hasMonths(request: { month: string | null; from: string | null; to: string | null }): boolean {
  const { month, from, to } = request;
  if (month !== null) return from === null && to === null;
  return from !== null && to !== null && from <= to;
}

const SavedFile = z.object({
  request: z
    .object({
      month: z.nullable(Month),
      from: z.nullable(Month),
      to: z.nullable(Month),
      programme: Names,
      region: Names,
      asOf: z.nullable(Day),
      scenario: z.nullable(z.string()),
    })
    .check(z.refine(hasMonths)),
  inputs: z.array(
    z.object({
      table: z.enum([...TABLE_NAMES, 'scenario']),
      path: z.string(),
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      rows: Figure,
    }),
  ),
  rows: z.array(Row).check(z.minLength(1)),
  steps: z.array(Step),
  totals: z.array(Total).check(z.minLength(1)),
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
