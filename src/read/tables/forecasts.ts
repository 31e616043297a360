import { isoPeriod } from '../../domain/period.ts';
import { problem } from '../../domain/problem.ts';
import type { ExpenditureForecast, ForecastMeasure } from '../../domain/tables.ts';
import { FORECASTS } from '../columns.ts';
import { type Keys, nameOf } from '../keys.ts';
import { checkRange } from '../range.ts';
import { FAULTY, type Row } from '../row.ts';
import type { TableReading } from '../table.ts';

export type ForecastKey = keyof typeof FORECASTS.columns;

/** The columns of which a row fills exactly one: what they measure, and the power of ten of their unit. */
const QUANTITIES = [
  ['decisions_per_month', 'decisionsPerMonth', 0],
  ['decisions', 'decisions', 0],
  ['expenditure', 'expenditure', 0],
  ['expenditure_tkr', 'expenditure', 3],
  ['expenditure_mkr', 'expenditure', 6],
] as const satisfies readonly (readonly [ForecastKey, ForecastMeasure, number])[];

/** Reads rows of expenditure forecasts; one vintage, period and region given twice is a problem. */
export class ForecastReader implements TableReading<ForecastKey> {
  readonly spec = FORECASTS;
  readonly forecasts: ExpenditureForecast[] = [];
  readonly #seen = new Map<string, ExpenditureForecast>();
  readonly #programmes: Keys;
  readonly #regions: Keys;

  constructor(programmes: Keys, regions: Keys) {
    this.#programmes = programmes;
    this.#regions = regions;
  }

  take(row: Row<ForecastKey>): void {
    const published = row.required('published', row.day('published'));
    const programme = row.code('programme', this.#programmes);
    const region = row.region('region', this.#regions);
    const period = row.required('period', row.period('period'));
    const quantity = quantityOf(row);
    const costPerDecisionSek = row.number('cost_per_decision', 'amount');
    if (costPerDecisionSek === 0) row.report('cost_per_decision', 'number-not-positive', {});
    if (published === FAULTY || programme === FAULTY || region === FAULTY || period === FAULTY) return;
    if (quantity === FAULTY || costPerDecisionSek === FAULTY) return;
    const forecast: ExpenditureForecast = {
      published,
      code: programme.code,
      programme: programme.name,
      regionCode: region === null ? null : region.code,
      region: nameOf(region),
      period,
      ...quantity,
      costPerDecisionSek,
      source: row.text('source'),
      origin: { table: 'forecasts', path: row.path, line: row.line },
    };
    const key = JSON.stringify([published, forecast.code, forecast.regionCode, isoPeriod(period)]);
    const other = this.#seen.get(key);
    if (other === undefined) this.#seen.set(key, forecast);
    else {
      const isSame = other.measure === forecast.measure && other.quantity === forecast.quantity;
      const facts = { otherPath: other.origin.path, otherLine: other.origin.line };
      row.problems.push(problem(isSame ? 'key-duplicate' : 'key-conflict', facts, row.place('period')));
    }
    this.forecasts.push(forecast);
  }
}

type Quantity = Pick<ExpenditureForecast, 'measure' | 'quantity' | 'low' | 'high'>;

function quantityOf(row: Row<ForecastKey>): Quantity | typeof FAULTY {
  const filled = QUANTITIES.filter(([key]) => row.has(key) && row.text(key) !== null);
  const [only] = filled;
  if (only === undefined || filled.length > 1) {
    const facts = { filled: filled.map(([key]) => row.headerOf(key)), expected: QUANTITIES.map(([key]) => key) };
    return row.report(null, 'quantity-count', facts);
  }
  const [key, measure, power] = only;
  const value = row.required(key, row.number(key, 'amount', power));
  const low = row.number('low', 'amount', power);
  const high = row.number('high', 'amount', power);
  if (value === FAULTY || low === FAULTY || high === FAULTY) return FAULTY;
  checkRange(row, key, low, value, high);
  return { measure, quantity: value, low, high };
}
