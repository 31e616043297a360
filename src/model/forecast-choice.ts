import type { Day } from '../domain/day.ts';
import type { Month } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import { covers } from '../domain/period.ts';
import type { ExpenditureForecast, Region } from '../domain/tables.ts';

/** The forecast rows that count for one code of a programme in one month: all of one vintage (*prognosomgång*). */
export interface ChosenForecast {
  readonly code: string;
  readonly published: Day;
  readonly national: ExpenditureForecast | null;
  /** One row for each region code that the vintage has, sorted. */
  readonly regional: readonly ExpenditureForecast[];
}

/** The forecasts known on a day, and which of their rows count for a month. */
export class ForecastChoice {
  readonly #byProgramme = new Map<string, Map<string, ExpenditureForecast[]>>();

  constructor(forecasts: readonly ExpenditureForecast[], asOf: Day | null) {
    for (const forecast of forecasts) {
      if (asOf !== null && forecast.published > asOf) continue;
      const byCode = this.#byProgramme.get(forecast.programme) ?? new Map<string, ExpenditureForecast[]>();
      this.#byProgramme.set(forecast.programme, byCode);
      const rows = byCode.get(forecast.code);
      if (rows === undefined) byCode.set(forecast.code, [forecast]);
      else rows.push(forecast);
    }
  }

  get programmes(): readonly string[] {
    return [...this.#byProgramme.keys()].sort(byCodeUnit);
  }

  /**
   * For each code of the programme the latest vintage that covers the month; within it, for the nation and for each
   * region, a month row beats a quarter row beats a year row. Codes that nothing covers are left out.
   */
  forMonth(programme: string, month: Month): readonly ChosenForecast[] {
    const byCode = this.#byProgramme.get(programme) ?? new Map<string, ExpenditureForecast[]>();
    return [...byCode]
      .sort(([left], [right]) => byCodeUnit(left, right))
      .flatMap(([code, rows]) => chosen(code, rows, month) ?? []);
  }

  /** The codes of the programme that some visible forecast names and none of the chosen. */
  codesWithout(programme: string, chosen: readonly ChosenForecast[]): readonly string[] {
    const codes = [...(this.#byProgramme.get(programme)?.keys() ?? [])];
    // A forecast for the programme as a whole stands for all its codes.
    if (chosen.some(({ code }) => code === programme)) return [];
    return codes.filter((code) => !chosen.some((each) => each.code === code)).sort(byCodeUnit);
  }

  /** The first and last month that any visible row of these programmes covers. */
  span(programmes: readonly string[]): { first: Month; last: Month } | null {
    const periods = programmes
      .flatMap((programme) => [...(this.#byProgramme.get(programme)?.values() ?? [])].flat())
      .map(({ period }) => period);
    if (periods.length === 0) return null;
    return {
      first: periods.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY) as Month,
      last: periods.reduce((most, { first, months }) => Math.max(most, first + months - 1), 0) as Month,
    };
  }
}

function chosen(code: string, rows: readonly ExpenditureForecast[], month: Month): ChosenForecast | null {
  const covering = rows.filter((row) => covers(row.period, month));
  if (covering.length === 0) return null;
  const published = covering.reduce((latest, row) => (row.published > latest ? row.published : latest), 0 as Day);
  const finest = new Map<Region, ExpenditureForecast>();
  for (const row of covering) {
    if (row.published !== published) continue;
    const other = finest.get(row.regionCode);
    if (other === undefined || row.period.months < other.period.months) finest.set(row.regionCode, row);
  }
  return {
    code,
    published,
    national: finest.get(null) ?? null,
    regional: [...finest.values()]
      .filter((row) => row.regionCode !== null)
      .sort((left, right) => byCodeUnit(left.regionCode, right.regionCode)),
  };
}
