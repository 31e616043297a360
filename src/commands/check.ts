import { isoMonth, type Month } from '../domain/month.ts';
import { inPlaceOrder, type Problem } from '../domain/problem.ts';
import type { CheckReport } from '../domain/report.ts';
import type { InputFile, Tables } from '../domain/tables.ts';
import { knowledge, NO_EXCEPTION } from '../model/cells.ts';
import { coverageOf, nextMonth, schablonsInForce, watchAllMonths } from '../model/coverage.ts';
import { estimatedCells } from '../model/estimate.ts';
import { Findings } from '../model/findings.ts';
import { readTables } from '../read/all-tables.ts';
import { readFolder } from '../read/folder.ts';
import type { Context } from './context.ts';
import { judgement, type Outcome } from './outcome.ts';
import { checkRequest, type RawOptions } from './request.ts';

/** `resurs check`: reads everything, reports every problem, and says what was understood. */
export async function runCheck(raw: RawOptions, context: Context): Promise<Outcome> {
  const request = checkRequest(raw);
  const reading = await readTables(await readFolder(context.folder, context.world));
  const { inputs } = reading.tables;
  const isRefused = reading.problems.some(({ severity }) => severity === 'error');
  const content = isRefused ? NOTHING : contentOf(reading.tables, request.month, context.schablonMaxAgeYears);
  const problems = inPlaceOrder([...reading.problems, ...content.problems]);
  const report: CheckReport = {
    formatVersion: 1,
    kind: 'check',
    request: { month: request.month === null ? null : isoMonth(request.month) },
    inputs,
    problems,
    understood: inputs.map(understood),
    month: content.month,
    isEstimable: content.isEstimable,
    coverage: content.coverage,
    schablons: content.schablons,
    warnings: problems.filter(({ severity }) => severity === 'warning'),
    notes: [...reading.notes, ...content.notes],
  };
  return judgement(report, problems, inputs);
}

type Content = Pick<CheckReport, 'problems' | 'month' | 'isEstimable' | 'coverage' | 'schablons' | 'notes'>;

const NOTHING: Content = { problems: [], month: null, isEstimable: false, coverage: null, schablons: null, notes: [] };

/**
 * What sound tables speak of, and what the model finds in every month of the statistics and in the planned month. That a
 * month which nobody asked for cannot be estimated is only a warning.
 */
function contentOf(tables: Tables, asked: Month | null, schablonMaxAgeYears: number): Content {
  const known = knowledge(tables, null);
  const month = asked ?? nextMonth(known);
  const findings = new Findings();
  watchAllMonths(known, findings);
  if (month !== null) {
    const order = {
      months: [month],
      programmes: null,
      regions: null,
      asOf: null,
      except: NO_EXCEPTION,
      schablonMaxAgeYears,
    };
    estimatedCells(known, order, findings);
  }
  const severity = asked === null ? 'warning' : 'error';
  return {
    problems: [...findings.errors.map((error): Problem => ({ ...error, severity })), ...findings.warnings],
    month: month === null ? null : isoMonth(month),
    isEstimable: month !== null && findings.errors.length === 0,
    coverage: coverageOf(tables, known),
    schablons: month === null ? [] : schablonsInForce(known, month),
    notes: findings.notes,
  };
}

function understood({ table, path, dialect, rows }: InputFile): CheckReport['understood'][number] {
  const { encoding = null, delimiter = null, decimal = null, headerLine = null } = dialect ?? {};
  return { table, path, encoding, delimiter, decimal, headerLine, rows };
}
