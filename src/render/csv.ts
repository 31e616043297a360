import type { BatchReport } from '../domain/batch-report.ts';
import type { VerifyReport } from '../domain/compare-report.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { CheckReport, ExplainReport, Report, Trace } from '../domain/report.ts';
import type { SinkText } from '../domain/sink-text.ts';
import { en } from '../messages/en.ts';
import { COMPARED_COLUMNS, comparedValues } from './csv-comparison.ts';
import { type CsvStyle, csvText, type Value } from './csv-text.ts';
import { problemRecord } from './findings.ts';
import { formulaOf } from './formula.ts';
import { reasonText } from './reasons.ts';
import { wordsOf } from './words.ts';

const ESTIMATE_COLUMNS = [
  'month',
  'programme',
  'region',
  'decisions',
  'newShare',
  'newDecisions',
  'collaborationShare',
  'collaborationCases',
  'baseHoursPerCase',
  'collaborationHoursPerCase',
  'baseHours',
  'collaborationHours',
  'totalHours',
  'forecastPublished',
  'referenceMonth',
] as const;

/** Of `check` the problems are the result. */
const PROBLEM_COLUMNS = [
  'code',
  'severity',
  'file',
  'line',
  'column',
  'columnNumber',
  'value',
  'message',
  'hint',
] as const;

const TRACE_COLUMNS = ['level', 'name', 'value', 'unit', 'formula', 'table', 'path', 'line', 'why'] as const;

const JOB_COLUMNS = [
  'name',
  'command',
  'exitCode',
  'totalHours',
  'change',
  'changeShare',
  'outputs',
  'errors',
  'warnings',
  'notes',
  'failures',
  'failure',
] as const;

/** The rows of the report, unrounded, with the names of the JSON contract as header. */
export async function csv(
  report: Report,
  style: CsvStyle,
  problems: readonly PlacedProblem[] = [],
): Promise<SinkText<'csv'>> {
  switch (report.kind) {
    case 'estimate': {
      const rows = report.rows.map((row) => ESTIMATE_COLUMNS.map((key) => row[key]));
      return csvText(ESTIMATE_COLUMNS, rows, style);
    }
    case 'explain':
      return csvText(TRACE_COLUMNS, traceRows(report), style);
    case 'compare': {
      const rows = report.rows.map((row) => comparedValues(row, report.sides));
      return csvText(COMPARED_COLUMNS, rows, style);
    }
    case 'verify':
      return csvText(COMPARED_COLUMNS, verifiedRows(report), style);
    case 'batch':
      return csvText(JOB_COLUMNS, jobRows(report), style);
    case 'check':
      return csvText([...PROBLEM_COLUMNS, 'cell'], problemRows(report, problems), style);
  }
}

/** Each job in a line; of what it has several of, all in one cell. */
function jobRows({ rows }: BatchReport): Value[][] {
  return rows.map(({ name, command, exitCode, totalHours, change, changeShare, ...row }) => {
    const failures = row.failures.map(({ code }) => code);
    const lists = [row.outputs.map(({ path }) => path), row.errors, row.warnings, row.notes, failures];
    const cells = lists.map((list) => list.join(' '));
    return [name, command, exitCode, totalHours, change, changeShare, ...cells, row.failure?.code ?? null];
  });
}

/** The cells that differ: as they were saved, and as they are now. */
function verifiedRows({ rows, request }: VerifyReport): Value[][] {
  return rows.map(({ month, ...row }) => {
    const side = { kind: 'estimate', month, asOf: request.asOf } as const;
    return comparedValues(row, { from: side, to: side });
  });
}

/** Each problem, and what a spreadsheet program calls its place where that is known. */
function problemRows({ problems }: CheckReport, placed: readonly PlacedProblem[]): Value[][] {
  const addresses = new Map(placed.map(({ problem, excerpt }) => [problem, excerpt?.address]));
  return problems.map((problem) => {
    const record = problemRecord(problem, en);
    return [...PROBLEM_COLUMNS.map((key) => record[key]), addresses.get(problem) ?? null];
  });
}

function traceRows({ trace }: ExplainReport): Value[][] {
  const rows: Value[][] = [];
  const visit = (node: Trace, level: number): void => {
    const { name, value, unit, inputs, from } = node;
    const formula = formulaOf(node, (input) => input.name);
    const why = from === null ? null : reasonText(from.why, en, wordsOf(en));
    rows.push([level, name, value, unit, formula, from?.table ?? null, from?.path ?? null, from?.line ?? null, why]);
    for (const input of inputs) visit(input, level + 1);
  };
  visit(trace, 0);
  return rows;
}
