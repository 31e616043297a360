import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth } from '../domain/month.ts';
import type { Region } from '../domain/tables.ts';
import type { Situation } from './situation.ts';

/** The ratio of a national forecast to the sum of the regions that is worth a warning, below and above. */
const WATCHED_RATIO = { low: 0.67, high: 1.5 };
/** The ratio above which the statistics cannot be the whole that the forecast speaks of. */
export const REFUSED_RATIO = 2;

/**
 * A forecast far from last year's level is worth a warning: beside a sum of regions within narrow bounds, since regions
 * may be wanting; beside a whole, beyond a factor of two. `national` is null where regions have forecasts of their own.
 */
export function watchLevel(
  { programme, month, reference, nation, findings }: Situation,
  national: number | null,
  regional: ReadonlyMap<Region, number>,
): void {
  const isNational = national !== null;
  const isSumOfRegions = isNational && reference.nationalRow === null;
  const { low, high } = isSumOfRegions ? WATCHED_RATIO : { low: 1 / REFUSED_RATIO, high: REFUSED_RATIO };
  const forecast = national ?? exactSum(regional.values());
  const known = isNational
    ? nation.decisions
    : exactSum([...regional.keys()].map((region) => reference.regions.get(region ?? '')?.decisions ?? 0));
  const ratio = forecast / known;
  if (known > 0 && (ratio < low || ratio > high)) {
    const facts = { programme, month: isoMonth(month), referenceMonth: isoMonth(reference.month), ratio };
    findings.warn('forecast-far-from-last-year', facts);
  }
}
