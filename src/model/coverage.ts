import { isoDay } from '../domain/day.ts';
import { groupedBy } from '../domain/grouping.ts';
import { isoMonth, type Month, monthsFromTo } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import { monthsOf } from '../domain/period.ts';
import type { Coverage, MonthSpan, ProgrammeCoverage, SchablonInForce, Vintage } from '../domain/report.ts';
import type { ExpenditureForecast, Tables } from '../domain/tables.ts';
import type { Knowledge } from './cells.ts';
import { watchStatistics } from './control.ts';
import type { Findings } from './findings.ts';
import { looseHours, outcomeCellsOf } from './outcome.ts';

/** What the tables speak of: months and their gaps, programmes, regions, published forecasts. */
export function coverageOf({ forecasts, statistics, schablons }: Tables, { history }: Knowledge): Coverage {
  const forecastsOf = groupedBy(forecasts, ({ programme }) => programme);
  const schablonsOf = groupedBy(schablons, ({ programme }) => programme);
  const codesOf = groupedBy(statistics.programmeCodes, ({ name }) => name);
  const regionsOf = groupedBy(statistics.regionCodes, ({ name }) => name);
  const programmes = [...history.programmes, ...forecastsOf.keys(), ...schablonsOf.keys()];
  return {
    statistics: span(history.programmes.flatMap((programme) => history.monthsWithRows(programme))),
    programmes: distinct(programmes).map((programme): ProgrammeCoverage => {
      const own = forecastsOf.get(programme) ?? [];
      return {
        programme,
        codes: distinct([...(codesOf.get(programme) ?? []), ...own].map(({ code }) => code)),
        statistics: span(history.monthsWithRows(programme)),
        forecasts: span(monthsCovered(own)),
        schablons: schablonsOf.get(programme)?.length ?? 0,
      };
    }),
    regions: distinct([...regionsOf.keys()]).map((region) => ({
      region,
      codes: distinct((regionsOf.get(region) ?? []).map(({ code }) => code)),
    })),
    vintages: vintagesOf(forecasts),
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort(byCodeUnit);
}

function monthsCovered(forecasts: readonly ExpenditureForecast[]): Month[] {
  const periods = new Map(forecasts.map(({ period }) => [`${period.first} ${period.months}`, period]));
  return [...periods.values()].flatMap(monthsOf);
}

function span(months: readonly Month[]): MonthSpan | null {
  const present = new Set(months);
  if (present.size === 0) return null;
  const sorted = [...present].sort((left, right) => left - right);
  const [first, last] = [sorted[0] as Month, sorted.at(-1) as Month];
  const gaps = monthsFromTo(first, last).filter((month) => !present.has(month));
  return { from: isoMonth(first), to: isoMonth(last), gaps: gaps.map(isoMonth) };
}

function vintagesOf(forecasts: readonly ExpenditureForecast[]): Vintage[] {
  return [...groupedBy(forecasts, ({ published }) => published)]
    .sort(([left], [right]) => left - right)
    .map(([published, rows]) => {
      const { from, to } = span(monthsCovered(rows)) as MonthSpan;
      return { published: isoDay(published), rows: rows.length, from, to };
    });
}

/**
 * The month that is planned next: the first after the statistics that a forecast covers for a programme with schablons,
 * else the last one that any covers; null where none does.
 */
export function nextMonth({ history, forecasts, schablons }: Knowledge): Month | null {
  const covered = forecasts.span(schablons.programmes);
  if (covered === null) return null;
  const known = schablons.programmes.flatMap((programme) => history.monthsWithRows(programme));
  const last = known.reduce((latest, month) => Math.max(latest, month), 0);
  const months = monthsFromTo(covered.first, covered.last).filter((month) =>
    schablons.programmes.some((programme) => forecasts.forMonth(programme, month).length > 0),
  );
  return months.find((month) => month > last) ?? months.at(-1) ?? null;
}

/** The schablons in force in a month, with their age, by programme, region, measure and step. */
export function schablonsInForce({ schablons }: Knowledge, month: Month): SchablonInForce[] {
  return [...schablons.inForceIn(month)]
    .sort(
      (left, right) =>
        byCodeUnit(left.programme, right.programme) ||
        byCodeUnit(left.region, right.region) ||
        byCodeUnit(left.measure, right.measure) ||
        byCodeUnit(left.step, right.step),
    )
    .map(({ programme, region, measure, step, value, validFrom, validTo, source, origin }) => ({
      programme,
      region,
      measure,
      step,
      value,
      validFrom: isoMonth(validFrom),
      validTo: validTo === null ? null : isoMonth(validTo),
      ageMonths: month - validFrom,
      source,
      path: origin.path,
      line: origin.line,
    }));
}

/** Looks at every month of the statistics: are all regions there, do wholes and parts agree? */
export function watchAllMonths(known: Knowledge, findings: Findings): void {
  const { history, schablons } = known;
  for (const programme of schablons.programmes) {
    for (const month of history.monthsWithRows(programme)) {
      const reference = history.counts(programme, month);
      const { nation } = reference;
      if (nation === null || !history.isHeldOrWarn(programme, month, findings)) continue;
      watchStatistics({ programme, reference, nation, history, findings });
      const side = { month, known };
      for (const { facts, place } of looseHours(side, programme, outcomeCellsOf(side, programme))) {
        findings.warn('hours-without-cases', facts, place);
      }
    }
  }
}
