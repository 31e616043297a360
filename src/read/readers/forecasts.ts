import { isoPeriod } from '../../domain/period.ts';
import type { ExpenditureForecast, ForecastMeasure } from '../../domain/tables.ts';
import { FORECASTS } from '../columns.ts';
import { type Keys, nameOf } from '../keys.ts';
import { checkRange } from '../range.ts';
import { FAULTY, type Row } from '../row.ts';
import type { TableReader } from '../table-reader.ts';

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
export class ForecastReader implements TableReader<ForecastKey> {
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
    const published = row.required(row.columns.published, row.day(row.columns.published));
    const programme = row.code(row.columns.programme, this.#programmes);
    const region = row.region(row.columns.region, this.#regions);
    const period = row.required(row.columns.period, row.period(row.columns.period));
    const quantity = quantityOf(row);
    const costPerDecisionSek = row.number(row.columns.cost_per_decision, 'amount');
    if (costPerDecisionSek === 0) row.report(row.columns.cost_per_decision, 'number-not-positive', {});
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
      source: row.text(row.columns.source),
      origin: { table: 'forecasts', path: row.path, line: row.line },
    };
    const key = JSON.stringify([published, forecast.code, forecast.regionCode, isoPeriod(period)]);
    const other = this.#seen.get(key);
    if (other === undefined) this.#seen.set(key, forecast);
    else {
      const same = ['measure', 'quantity', 'costPerDecisionSek', 'low', 'high'] as const;
      const isSame = same.every((key) => other[key] === forecast[key]);
      const otherPlace = { otherPath: other.origin.path, otherLine: other.origin.line };
      if (isSame) row.report(row.columns.period, 'key-duplicate', otherPlace);
      else row.report(row.columns.period, 'key-conflict', { ...otherPlace, hasPublications: false });
    }
    this.forecasts.push(forecast);
  }
}

type Quantity = Pick<ExpenditureForecast, 'measure' | 'quantity' | 'low' | 'high'>;

function quantityOf(row: Row<ForecastKey>): Quantity | typeof FAULTY {
  const filled = QUANTITIES.filter(([key]) => row.text(row.columns[key]) !== null);
  const [only] = filled;
  const broken = QUANTITIES.find(([key]) => row.isError(row.columns[key]));
  if (only === undefined && broken !== undefined)
    return row.report(row.columns[broken[0]], 'cell-spreadsheet-error', {});
  if (only === undefined || filled.length > 1) {
    const facts = {
      filled: filled.map(([key]) => row.headerOf(row.columns[key])),
      expected: QUANTITIES.map(([key]) => key),
    };
    return row.report(-1, 'quantity-count', facts);
  }
  const [key, measure, power] = only;
  const column = row.columns[key];
  const value = row.required(column, row.number(column, 'amount', power));
  const low = row.number(row.columns.low, 'amount', power);
  const high = row.number(row.columns.high, 'amount', power);
  if (value === FAULTY || low === FAULTY || high === FAULTY) return FAULTY;
  checkRange(row, column, low, value, high);
  return { measure, quantity: value, low, high };
}
