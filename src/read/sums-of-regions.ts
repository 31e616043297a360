/** What a region has in one month of one programme. */
export interface RegionFigures {
  readonly region: number;
  readonly decisions: number;
  readonly newDecisions: number;
  /** The number of its row. */
  readonly row: number;
}

/** A sum beside fewer others may be chance, and so may one of fewer decisions. */
const FEWEST_OTHERS = 2;
const FEWEST_DECISIONS = 20;
/** Once may be chance, too, where the figures are round. */
const FEWEST_TIMES = 2;

/**
 * The regions that are the sum of the others, in decisions and in new ones, wherever they stand beside at least two: a
 * row of sums under a name that does not say so. Two of the groups must show it beyond chance. Gives of each the first
 * row that stands beside others. `groups` are the regions of one month and programme each; `regions` is how many there are.
 */
export function sumsOfRegions(groups: Iterable<readonly RegionFigures[]>, regions: number): number[] {
  const isNone = new Uint8Array(regions);
  let none = 0;
  const firstRow = new Map<number, number>();
  const shown = new Map<number, number>();
  for (const group of groups) {
    if (none === regions) return [];
    if (group.length <= FEWEST_OTHERS) continue;
    const decisions = group.reduce((sum, each) => sum + each.decisions, 0);
    const newDecisions = group.reduce((sum, each) => sum + each.newDecisions, 0);
    const parts = group.filter((each) => each.decisions > 0).length - 1;
    for (const each of group) {
      if (isNone[each.region] === 1) continue;
      if (2 * each.decisions !== decisions || 2 * each.newDecisions !== newDecisions) {
        isNone[each.region] = 1;
        none += 1;
        continue;
      }
      firstRow.set(each.region, Math.min(each.row, firstRow.get(each.region) ?? each.row));
      if (each.decisions >= FEWEST_DECISIONS && parts >= FEWEST_OTHERS)
        shown.set(each.region, 1 + (shown.get(each.region) ?? 0));
    }
  }
  return [...shown]
    .filter(([region, times]) => isNone[region] === 0 && times >= FEWEST_TIMES)
    .map(([region]) => firstRow.get(region) as number);
}
