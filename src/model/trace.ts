import { isoDay } from '../domain/day.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import { isoPeriod } from '../domain/period.ts';
import type { EstimateRow, Reason, Trace, Unit } from '../domain/report.ts';
import type { DecisionStatistics, ExpenditureForecast, Origin, Schablon } from '../domain/tables.ts';
import type { Cell } from './cells.ts';
import type { Count } from './count.ts';
import type { DecisionHistory } from './history.ts';
import type { MonthForecast } from './month-forecast.ts';
import type { VolumePart } from './volume.ts';

/** How the hours of a cell come from the lines of the files, and why those lines: T down to every cell that was read. */
export function traceOf(cell: Cell, row: EstimateRow, history: DecisionHistory): Trace {
  const newDecisions = product('newDecisions', row.newDecisions, 'decisions', [
    decisionsTrace(cell, row, history),
    newShareTrace(cell, row, history),
  ]);
  const { share, baseSteps, collaborationSteps } = cell.workload;
  const cases = product('collaborationCases', row.collaborationCases, 'cases', [
    newDecisions,
    schablonTrace('collaborationShare', share, 'share'),
  ]);
  return sum('totalHours', row.totalHours, 'hours', [
    product('baseHours', row.baseHours, 'hours', [
      newDecisions,
      stepsTrace('baseHoursPerCase', row.baseHoursPerCase, baseSteps),
    ]),
    product('collaborationHours', row.collaborationHours, 'hours', [
      cases,
      stepsTrace('collaborationHoursPerCase', row.collaborationHoursPerCase, collaborationSteps),
    ]),
  ]);
}

function decisionsTrace(cell: Cell, row: EstimateRow, history: DecisionHistory): Trace {
  const parts = cell.volume.parts.map((part) => partTrace(part, history));
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? { ...only, name: 'decisions' }
    : sum('decisions', row.decisions, 'decisions', parts);
}

function partTrace({ forecast, split }: VolumePart, history: DecisionHistory): Trace {
  const national = monthForecastTrace(forecast, history);
  if (split === null) return national;
  const { region, nation } = split;
  return product('regionalDecisions', (forecast.decisions * region.decisions) / nation.decisions, 'decisions', [
    national,
    quotient('regionalShare', region.decisions / nation.decisions, 'share', [
      countTrace('regionDecisionsInReferenceMonth', region, 'decisions', history),
      countTrace('nationDecisionsInReferenceMonth', nation, 'decisions', history),
    ]),
  ]);
}

function monthForecastTrace(forecast: MonthForecast, history: DecisionHistory): Trace {
  const ofPeriod = periodTrace(forecast, history);
  const { profile } = forecast;
  if (profile === null) return ofPeriod;
  return product('forecastDecisions', forecast.decisions, 'decisions', [
    ofPeriod,
    quotient('seasonalShare', profile.share, 'share', [
      countTrace('monthDecisionsInReferenceYear', profile.month, 'decisions', history),
      sumOfCounts('periodDecisionsInReferenceYear', profile.period, 'decisions', history),
    ]),
  ]);
}

function periodTrace({ row, cost, periodDecisions }: MonthForecast, history: DecisionHistory): Trace {
  if (row.measure === 'decisionsPerMonth') {
    const perMonth = forecastTrace('decisionsPerMonth', row.quantity, 'decisions', row);
    if (row.period.months === 1) return perMonth;
    const months: Trace = {
      name: 'monthsOfPeriod',
      value: row.period.months,
      unit: 'months',
      operation: 'count',
      inputs: [],
      from: null,
    };
    return product('periodDecisions', periodDecisions, 'decisions', [perMonth, months]);
  }
  if (cost === null) return forecastTrace('decisions', row.quantity, 'decisions', row);
  const costTrace =
    cost.statistics === null
      ? read('costPerDecision', cost.sek, 'SEK per decision', row.origin, { code: 'cost-of-row' })
      : quotient('costPerDecision', cost.sek, 'SEK per decision', [
          sumOfCounts('expenditureInReferencePeriod', cost.statistics.months, 'SEK', history),
          sumOfCounts('decisionsInReferencePeriod', cost.statistics.months, 'decisions', history),
        ]);
  return quotient('periodDecisions', periodDecisions, 'decisions', [
    forecastTrace('expenditure', row.quantity, 'SEK', row),
    costTrace,
  ]);
}

function forecastTrace(name: string, value: number, unit: Unit, row: ExpenditureForecast): Trace {
  const code = row.region === null ? 'forecast-national' : 'forecast-regional';
  return read(name, value, unit, row.origin, {
    code,
    published: isoDay(row.published),
    period: isoPeriod(row.period),
  });
}

function newShareTrace(cell: Cell, row: EstimateRow, history: DecisionHistory): Trace {
  const { count } = cell.volume.newShare;
  return quotient('newShare', row.newShare, 'share', [
    countTrace('newDecisionsInReferenceMonth', count, 'newDecisions', history),
    countTrace('decisionsInReferenceMonth', count, 'decisions', history),
  ]);
}

type StatisticsColumn = 'decisions' | 'newDecisions' | 'SEK';

function countTrace(name: string, count: Count, column: StatisticsColumn, history: DecisionHistory): Trace {
  return sumOfCounts(name, [count], column, history);
}

/** The rows that were summed, one leaf each, in the order of the files. */
function sumOfCounts(
  name: string,
  counts: readonly Count[],
  column: StatisticsColumn,
  history: DecisionHistory,
): Trace {
  const { statistics } = history;
  const value = {
    decisions: statistics.decisions,
    newDecisions: statistics.newDecisions,
    SEK: statistics.expenditureSek,
  };
  const unit = column === 'SEK' ? 'SEK' : 'decisions';
  const leaves = counts
    .flatMap(({ rows }) => rows)
    .sort((left, right) => left - right)
    .map((row) => {
      const reason: Reason = {
        code: 'statistics',
        month: isoMonth(statistics.month[row] as Month),
        latestOf: history.publicationsOf(row),
      };
      const leafName = { decisions: 'decisions', newDecisions: 'newDecisions', SEK: 'expenditure' }[column];
      return read(leafName, value[column][row] as number, unit, originOf(statistics, row), reason);
    });
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return { ...only, name };
  return sum(name, totalOf(counts, column), unit, leaves);
}

function totalOf(counts: readonly Count[], column: StatisticsColumn): number {
  const values = counts.map((count) => (column === 'SEK' ? (count.expenditureSek as number) : count[column]));

  return exactSum(values);
}

function originOf(statistics: DecisionStatistics, row: number): Origin {
  return {
    table: 'statistics',
    path: statistics.paths[statistics.file[row] as number] as string,
    line: statistics.line[row] as number,
  };
}

function stepsTrace(name: string, value: number, steps: readonly Schablon[]): Trace {
  return sum(
    name,
    value,
    'hours per case',
    steps.map((step) => schablonTrace(step.step as string, step, 'hours per case')),
  );
}

function schablonTrace(name: string, schablon: Schablon, unit: Unit): Trace {
  return read(name, schablon.value, unit, schablon.origin, {
    code: 'schablon',
    regional: schablon.region !== null,
    validFrom: isoMonth(schablon.validFrom),
    source: schablon.source,
  });
}

function read(name: string, value: number, unit: Unit, { table, path, line }: Origin, why: Reason): Trace {
  return { name, value, unit, operation: 'read', inputs: [], from: { table, path, line, why } };
}

function product(name: string, value: number, unit: Unit, inputs: readonly Trace[]): Trace {
  return { name, value, unit, operation: 'product', inputs, from: null };
}

function quotient(name: string, value: number, unit: Unit, inputs: readonly [Trace, Trace]): Trace {
  return { name, value, unit, operation: 'quotient', inputs, from: null };
}

function sum(name: string, value: number, unit: Unit, inputs: readonly Trace[]): Trace {
  return { name, value, unit, operation: 'sum', inputs, from: null };
}
