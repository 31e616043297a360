import { outcomeCellsOf } from './outcome.ts';
import { type Presence, presenceIn } from './presence.ts';
import { type CompareOrder, estimateCellsOf, isMeasured, type Side, type SideCells } from './side.ts';

/** What one side has of a programme. */
export interface Half {
  readonly side: Side;
  /** Null for an estimate. */
  readonly presence: Presence | null;
  readonly cells: SideCells;
}

export type Halves = readonly [Half, Half];

/** A side's own cells of a programme, as far as they were asked for. */
export function halfOf(side: Side, programme: string, { regions }: CompareOrder): Half {
  if (side.kind === 'estimate')
    return { side, presence: null, cells: narrowed(estimateCellsOf(side, programme), regions) };
  const presence = presenceIn(side.known.history, programme, side.month, regions);
  const cells = presence.kind === 'held' ? outcomeCellsOf(side, programme) : NO_CELLS;
  return { side, presence, cells: narrowed(cells, regions) };
}

const NO_CELLS: SideCells = new Map();

/** Only the regions asked for; the nation stays, to be told of. */
function narrowed(cells: SideCells, regions: readonly string[] | null): SideCells {
  return new Map([...cells].filter(([region]) => regions === null || region === null || regions.includes(region)));
}

/** Whether the statistics measured any of what a schablon stands for. */
export function hasMeasured({ presence, cells }: Half): boolean {
  if (presence === null) return false;
  return [...cells.values()].some(({ collaborationCases, baseHours }) => (collaborationCases ?? baseHours) !== null);
}

/** Whether schablons of either side's month, or what was measured, say how many hours a case takes. */
export function isCovered(halves: readonly Half[], programme: string): boolean {
  const outcomes = halves.flatMap(({ side, cells }) => (side.kind === 'outcome' ? [{ side, cells }] : []));
  const months = halves.map(({ side }) => side.month);
  return (
    outcomes.every(({ cells }) => isMeasured(cells)) ||
    outcomes.some(({ side }) => months.some((month) => side.known.schablons.isInForce(programme, month)))
  );
}
