import type { Report, Trace } from '../domain/report.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { en } from '../messages/en.ts';
import { noteRecord, problemRecord } from './findings.ts';
import { formulaOf } from './formula.ts';
import { reasonText } from './reasons.ts';
import { wordsOf } from './words.ts';

/** The report as the JSON contract has it: unrounded, its texts in English whatever the language. */
export function json(report: Report): string {
  const { warnings, notes, ...rest } = report;
  const record = {
    ...rest,
    ...('trace' in report ? { trace: traceRecord(report.trace, en) } : {}),
    warnings: warnings.map((warning) => problemRecord(warning, en)),
    notes: notes.map((note) => noteRecord(note, en)),
  };
  return `${JSON.stringify(record, onlyFinite, 2)}\n`;
}

/** `JSON.stringify` would turn what is no number into null without a word. */
function onlyFinite(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  return Object.is(value, -0) ? 0 : value;
}

function traceRecord(trace: Trace, catalogue: Catalogue): object {
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
