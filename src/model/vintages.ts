import { groupedBy } from '../domain/grouping.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { EstimateRow } from '../domain/report.ts';
import type { Findings } from './findings.ts';

/** Names the published forecasts (*prognosomgångar*) that two estimates of a month rest on, programme by programme. */
export function nameVintages(from: readonly EstimateRow[], to: readonly EstimateRow[], findings: Findings): void {
  const publishedIn = (rows: readonly EstimateRow[]): ReadonlyMap<string, string> =>
    new Map(rows.map(({ programme, forecastPublished }) => [programme, forecastPublished]));
  const [before, after] = [publishedIn(from), publishedIn(to)];
  const decisionsIn = (rows: readonly EstimateRow[], programme: string): string =>
    JSON.stringify(rows.filter((row) => row.programme === programme).map((row) => row.decisions));
  // A forecast that was changed under the date that it had is not the same, and its date says nothing.
  const isRewritten = (programme: string): boolean =>
    before.get(programme) === after.get(programme) && decisionsIn(from, programme) !== decisionsIn(to, programme);
  const both = [...before.keys()]
    .filter((programme) => after.has(programme) && !isRewritten(programme))
    .sort(byCodeUnit);
  const pairs = groupedBy(both, (programme) => `${before.get(programme)} ${after.get(programme)}`);
  for (const programmes of pairs.values()) {
    const [first] = programmes as [string];
    const facts = { from: before.get(first) as string, to: after.get(first) as string };
    findings.remark('forecast-vintages', { programmes, ...facts });
  }
}
