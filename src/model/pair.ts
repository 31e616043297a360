import { type Filled, type FilledCells, filledEstimate, filledOutcome, ratesFor, type SchablonUse } from './filled.ts';
import type { Findings } from './findings.ts';
import { type Half, type Halves, halfOf, hasMeasured, isCovered } from './half.ts';
import { nationBeside, watchOutcome } from './outcome.ts';
import { nameAbsence, watchParts } from './pair-watch.ts';
import { summedToNation } from './settled.ts';
import type { CompareOrder, Side } from './side.ts';
import type { Rates } from './workload.ts';

/** A programme of which an outcome side lacks the month, or some of its regions. */
export interface OutcomeLack {
  readonly programme: string;
  readonly month: string;
  readonly regions: readonly string[];
}

/** The cells of a programme on both sides, or why it cannot be compared. */
export type Pair =
  | {
      readonly kind: 'pair';
      readonly from: FilledCells;
      readonly to: FilledCells;
      /** Whether measured figures of one side stand against an estimate. */
      readonly isMixed: boolean;
      /** Where schablons stand for what was not measured. */
      readonly uses: readonly SchablonUse[];
    }
  | { readonly kind: 'lacking'; readonly lacks: readonly OutcomeLack[] }
  /** Neither schablons nor measured hours and cases. */
  | { readonly kind: 'uncovered' }
  /** There is an outcome, and no estimate that could be held against it. */
  | { readonly kind: 'unestimated' }
  /** Neither side has anything of it, or the findings say what is wrong. */
  | { readonly kind: 'nothing' };

/** Brings a programme's cells on both sides together, each with all its ratios. */
export function pairOf(order: CompareOrder, programme: string, findings: Findings): Pair {
  const halves = [halfOf(order.from, programme, order), halfOf(order.to, programme, order)] as const;
  const [from, to] = halves;
  const hasCells = halves.some(({ cells }) => cells.size > 0);
  if (!isCovered(halves, programme)) return { kind: hasCells ? 'uncovered' : 'nothing' };
  const lacks = halves.flatMap(({ side, presence }) =>
    presence?.kind === 'missing' ? [{ programme, month: side.name.month, regions: presence.regions }] : [],
  );
  if (lacks.length > 0) return { kind: 'lacking', lacks };
  if (!hasCells) return { kind: 'nothing' };
  const areEstimates = halves.every(({ side }) => side.kind === 'estimate');
  if (!areEstimates && halves.some(({ side, cells }) => side.kind === 'estimate' && cells.size === 0)) {
    return { kind: 'unestimated' };
  }
  if (order.regions !== null && halves.some((half) => isNationAlone(half, programme, findings))) {
    return { kind: 'nothing' };
  }
  const areOutcomes = halves.every(({ side }) => side.kind === 'outcome');
  const [left, right] = order.regions === null && areOutcomes ? asNations(halves, programme, findings) : halves;
  watchParts([left, right], programme, findings);
  nameAbsence([left, right], programme, findings);
  const before = filled(left, to.side, programme, findings);
  const after = filled(right, from.side, programme, findings);
  return {
    kind: 'pair',
    isMixed: halves.some(hasMeasured) && halves.some(({ side }) => side.kind === 'estimate'),
    uses: [...before.uses, ...after.uses],
    from: onOneLevel(before.cells, after.cells, () => ratesFor(from.side, to.side.month, programme, null)),
    to: onOneLevel(after.cells, before.cells, () => ratesFor(to.side, from.side.month, programme, null)),
  };
}

function isNationAlone({ side, cells }: Half, programme: string, findings: Findings): boolean {
  if (side.kind === 'estimate' || !cells.has(null)) return false;
  findings.refuse('no-regions-in-statistics', { programme, month: side.name.month });
  return true;
}

/**
 * Where the regions of a month are only a part of the nation's own row, and the other side has more of them, that row is
 * what the month is: a region that nobody counted was not 0.
 */
function asNations(halves: Halves, programme: string, findings: Findings): Halves {
  const isShort = (half: Half, other: Half): boolean =>
    half.side.kind === 'outcome' &&
    [...other.cells.keys()].some((region) => !half.cells.has(region)) &&
    nationBeside(half.side, programme) !== null;
  const [from, to] = halves;
  if (!isShort(from, to) && !isShort(to, from)) return halves;
  findings.remark('compared-as-nation', { programme });
  const whole = (half: Half): Half => {
    const nation = half.side.kind === 'outcome' ? nationBeside(half.side, programme) : null;
    return nation === null ? half : { ...half, cells: new Map([[null, nation]]) };
  };
  return [whole(from), whole(to)];
}

function filled({ side, cells }: Half, other: Side, programme: string, findings: Findings): Filled {
  if (side.kind === 'estimate') return filledEstimate(cells);
  watchOutcome(side, programme, cells, findings);
  return filledOutcome(side, other.month, programme, cells, findings);
}

/** Where one side has only the nation's cell, the other is summed to it. */
function onOneLevel(cells: FilledCells, other: FilledCells, spare: () => Rates): FilledCells {
  return other.has(null) && cells.size > 0 && !cells.has(null) ? summedToNation(cells, spare()) : cells;
}
