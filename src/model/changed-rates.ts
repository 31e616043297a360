import type { ChangedRate } from '../domain/comparison.ts';
import { groupedBy } from '../domain/grouping.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { EstimateReport } from '../domain/report.ts';
import type { Measure, Region } from '../domain/tables.ts';

type EstimateResult = Pick<EstimateReport, 'rows' | 'steps'>;

interface Rate {
  readonly programme: string;
  readonly measure: Measure;
  readonly step: string | null;
  readonly value: number;
}

/**
 * The schablons that two estimates used differently in the cells that both have: altered, added (from null) or removed
 * (to null), and in which regions.
 */
export function changedRates(from: EstimateResult, to: EstimateResult): ChangedRate[] {
  const [before, after] = [ratesByCell(from), ratesByCell(to)];
  const changes = [...before.keys()].flatMap((cell) => {
    const [old, now] = [before.get(cell), after.get(cell)];
    if (old === undefined || now === undefined) return [];
    const { region } = JSON.parse(cell) as { region: Region };
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
      const [left, right] = [old.get(key), now.get(key)];
      const { programme, measure, step } = (left ?? right) as Rate;
      const values = { from: left?.value ?? null, to: right?.value ?? null };
      return values.from === values.to ? [] : [{ change: { programme, measure, step, ...values }, region }];
    });
  });
  return [...groupedBy(changes, ({ change }) => JSON.stringify(change)).values()]
    .map((group) => ({
      ...(group[0] as (typeof changes)[number]).change,
      regions: [...new Set(group.map(({ region }) => region))].sort(byCodeUnit),
    }))
    .sort(
      (left, right) =>
        byCodeUnit(left.programme, right.programme) ||
        byCodeUnit(left.measure, right.measure) ||
        byCodeUnit(left.step, right.step) ||
        right.regions.length - left.regions.length,
    );
}

/** The share and the steps of each cell, under their measure and step. */
function ratesByCell({ rows, steps }: EstimateResult): ReadonlyMap<string, ReadonlyMap<string, Rate>> {
  const cells = new Map<string, Map<string, Rate>>();
  const cellKey = (month: string, programme: string, region: Region): string =>
    JSON.stringify({ month, programme, region });
  for (const { month, programme, region, collaborationShare } of rows) {
    const share = { programme, measure: 'collaboration_share', step: null, value: collaborationShare } as const;
    cells.set(cellKey(month, programme, region), new Map([[share.measure, share]]));
  }
  for (const { month, programme, region, measure, step, hoursPerCase } of steps) {
    const rate = { programme, measure, step, value: hoursPerCase };
    cells.get(cellKey(month, programme, region))?.set(`${measure} ${step}`, rate);
  }
  return cells;
}
