import type { JobRow } from '../domain/batch-report.ts';
import type { JobRecord, SealedInput, TraceRecord } from '../domain/document.ts';
import type { Report, Trace } from '../domain/report.ts';
import type { SinkText } from '../domain/sink-text.ts';
import type { InputFile } from '../domain/tables.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { en } from '../messages/en.ts';
import { noteRecord, problemRecord } from './findings.ts';
import { formulaOf } from './formula.ts';
import { inertJson } from './inert-json.ts';
import { reasonText } from './reasons.ts';
import { wordsOf } from './words.ts';

/** The report as the JSON contract has it: unrounded, its texts in English whatever the language. */
export async function json(report: Report): Promise<SinkText<'json'>> {
  const { formatVersion, kind, request, inputs, warnings, notes, ...others } = report;
  const rest = withoutTalk(others);
  const record = {
    formatVersion,
    kind,
    request,
    inputs: await sealed(inputs),
    ...rest,
    ...(report.kind === 'batch' ? { rows: await jobRecords(report.rows) } : {}),
    ...('trace' in report ? { trace: traceRecord(report.trace, en) } : {}),
    ...('failures' in report ? { failures: report.failures.map((failure) => problemRecord(failure, en)) } : {}),
    ...('problems' in report ? { problems: report.problems.map((problem) => problemRecord(problem, en)) } : {}),
    warnings: warnings.map((warning) => problemRecord(warning, en)),
    notes: notes.map((note) => noteRecord(note, en)),
  };
  return inertJson(record);
}

/** Few runs have jobs. */
async function jobRecords(rows: readonly JobRow[]): Promise<JobRecord[]> {
  const { jobRecord } = await import('./batch-record.ts');
  return rows.map((row) => jobRecord(row, en));
}

/** Without what is told to people only. */
function withoutTalk({ forPeople: _, ...rest }: object & { readonly forPeople?: unknown }): object {
  return rest;
}

/** The seals of files that were read: many results may come from the same ones. */
const SEALS = new WeakMap<Uint8Array, string>();

/** The files that were read, each sealed by its SHA-256. */
export async function sealed(inputs: readonly InputFile[]): Promise<SealedInput[]> {
  // Loading it would cost every start 3 ms.
  const { createHash } = await import('node:crypto');
  return inputs.map(({ table, path, bytes, rows }) => {
    const sha256 = SEALS.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
    SEALS.set(bytes, sha256);
    return { table, path, sha256, rows };
  });
}

function traceRecord(trace: Trace, catalogue: Catalogue): TraceRecord {
  const { name, value, unit, inputs, from } = trace;
  return {
    name,
    value,
    unit,
    formula: formulaOf(trace, (input) => input.name),
    inputs: inputs.map((input) => traceRecord(input, catalogue)),
    from: from === null ? null : { ...from, why: reasonText(from.why, catalogue, wordsOf(catalogue)) },
  };
}
