import type { ComparedRow, Figures } from '../domain/comparison.ts';
import { groupedBy } from '../domain/grouping.ts';
import { byCodeUnit } from '../domain/order.ts';
import { sumOfEffects } from './effects.ts';
import { sumOfFigures } from './figures.ts';

/** One for each programme, one for each region, one of all; effects add over cells. */
export function totalsOf(rows: readonly ComparedRow[]): ComparedRow[] {
  const regional = rows.filter(({ region }) => region !== null);
  return [
    ...[...groupedBy(rows, ({ programme }) => programme)]
      .sort(([left], [right]) => byCodeUnit(left, right))
      .map(([programme, cells]) => totalOf(cells, programme, null)),
    ...[...groupedBy(regional, ({ region }) => region)]
      .sort(([left], [right]) => byCodeUnit(left, right))
      .map(([region, cells]) => totalOf(cells, null, region)),
    totalOf(rows, null, null),
  ];
}

/** Several cells as one: their figures summed, and their effects added. */
export function totalOf(cells: readonly ComparedRow[], programme: string | null, region: string | null): ComparedRow {
  const figures = { from: sumOfFigures(cells.map((row) => row.from)), to: sumOfFigures(cells.map((row) => row.to)) };
  return { programme, region, ...changeOf(figures), effects: sumOfEffects(cells.map(({ effects }) => effects)) };
}

/** Both sides, and the difference in hours. */
export function changeOf({ from, to }: { readonly from: Figures; readonly to: Figures }) {
  const totalHours = to.totalHours - from.totalHours;
  return {
    from,
    to,
    change: {
      baseHours: to.baseHours - from.baseHours,
      collaborationHours: to.collaborationHours - from.collaborationHours,
      totalHours,
    },
    changeShare: from.totalHours === 0 ? null : totalHours / from.totalHours,
  };
}
