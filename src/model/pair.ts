import { isoMonth, monthFromIso } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import { type Filled, type FilledCells, filledEstimate, filledOutcome, ratesFor, type SchablonUse } from './filled.ts';
import type { Findings } from './findings.ts';
import { codesOnOneSide, nationBeside, outcomeCellsOf, shareOfNation, watchOutcome } from './outcome.ts';
import { type Presence, presenceIn } from './presence.ts';
import { summedToNation } from './settled.ts';
import { type CompareOrder, estimateCellsOf, isMeasured, type Side, type SideCells } from './side.ts';
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

/** What one side has of a programme. */
interface Half {
  readonly side: Side;
  /** Null for an estimate. */
  readonly presence: Presence | null;
  readonly cells: SideCells;
}

type Halves = readonly [Half, Half];

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
  const areEstimates = halves.every(({ presence }) => presence === null);
  if (!areEstimates && halves.some(({ presence, cells }) => presence === null && cells.size === 0)) {
    return { kind: 'unestimated' };
  }
  if (order.regions !== null && halves.some((half) => isNationAlone(half, programme, findings))) {
    return { kind: 'nothing' };
  }
  const areOutcomes = halves.every(({ presence }) => presence !== null);
  const [left, right] = order.regions === null && areOutcomes ? asNations(halves, programme, findings) : halves;
  watchParts([left, right], programme, findings);
  nameAbsence([left, right], programme, findings);
  const before = filled(left, to.side, programme, findings);
  const after = filled(right, from.side, programme, findings);
  return {
    kind: 'pair',
    isMixed: halves.some(hasMeasured) && halves.some(({ presence }) => presence === null),
    uses: [...before.uses, ...after.uses],
    from: onOneLevel(before.cells, after.cells, () => ratesFor(from.side, to.side.month, programme, null)),
    to: onOneLevel(after.cells, before.cells, () => ratesFor(to.side, from.side.month, programme, null)),
  };
}

function halfOf(side: Side, programme: string, { regions }: CompareOrder): Half {
  if ('rows' in side) return { side, presence: null, cells: narrowed(estimateCellsOf(side, programme), regions) };
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
function hasMeasured({ presence, cells }: Half): boolean {
  if (presence === null) return false;
  return [...cells.values()].some(({ collaborationCases, baseHours }) => (collaborationCases ?? baseHours) !== null);
}

/** Whether schablons of either side's month, or what was measured, say how many hours a case takes. */
function isCovered(halves: readonly Half[], programme: string): boolean {
  const outcomes = halves.flatMap(({ side, cells }) => ('rows' in side ? [] : [{ side, cells }]));
  const months = halves.map(({ side }) => side.month);
  return (
    outcomes.every(({ cells }) => isMeasured(cells)) ||
    outcomes.some(({ side }) => months.some((month) => side.known.schablons.isInForce(programme, month)))
  );
}

function isNationAlone({ side, cells }: Half, programme: string, findings: Findings): boolean {
  if ('rows' in side || !cells.has(null)) return false;
  findings.refuse('no-regions-in-statistics', { programme, month: side.name.month });
  return true;
}

/** A part of the nation is said to be one; held against the whole of it, it would mislead. */
function watchParts(halves: Halves, programme: string, findings: Findings): void {
  for (const [half, other] of [halves, [halves[1], halves[0]] as const]) {
    const share = half.cells.has(null) ? 1 : partOf(half, other, programme);
    if (share === 1) continue;
    const month = half.side.name.month;
    if (other.cells.has(null)) findings.warn('part-against-nation', { programme, month, share });
    else if (half.presence !== null) findings.remark('regions-part-of-nation', { programme, month, share });
  }
}

/** The part of the nation that the regions of a side are, or those of the month that its estimate starts from. */
function partOf({ side }: Half, other: Half, programme: string): number {
  if ('known' in side) return shareOfNation(side.known.history, programme, side.month);
  const month = monthFromIso(side.rows.find((row) => row.programme === programme)?.referenceMonth ?? '');
  return month === null || !('known' in other.side) ? 1 : shareOfNation(other.side.known.history, programme, month);
}

/**
 * Where the regions of a month are only a part of the nation's own row, and the other side has more of them, that row is
 * what the month is: a region that nobody counted was not 0.
 */
function asNations(halves: Halves, programme: string, findings: Findings): Halves {
  const isShort = (half: Half, other: Half): boolean =>
    'known' in half.side &&
    [...other.cells.keys()].some((region) => !half.cells.has(region)) &&
    nationBeside(half.side, programme) !== null;
  const [from, to] = halves;
  if (!isShort(from, to) && !isShort(to, from)) return halves;
  findings.remark('compared-as-nation', { programme });
  const whole = (half: Half): Half => {
    const nation = 'known' in half.side ? nationBeside(half.side, programme) : null;
    return nation === null ? half : { ...half, cells: new Map([[null, nation]]) };
  };
  return [whole(from), whole(to)];
}

/** Cells that are on one side only are said by name: there are no decisions of them on the other. */
function nameAbsence(halves: Halves, programme: string, findings: Findings): void {
  for (const { side, presence } of halves) {
    if (presence?.kind !== 'absent') continue;
    const { why, since } = presence;
    findings.warn('programme-on-one-side', { programme, month: side.name.month, why, since: isoMonth(since) });
  }
  for (const [present, absent] of [halves, [halves[1], halves[0]] as const]) {
    if (absent.presence?.kind === 'absent' || absent.cells.has(null) || present.cells.has(null)) continue;
    const only = [...present.cells.keys()].filter((region) => !absent.cells.has(region));
    const [on, notOn] = [present.side, absent.side];
    if (only.length > 0 && 'known' in on && 'known' in notOn) {
      const months = { month: notOn.name.month, otherMonth: on.name.month };
      findings.warn('regions-on-one-side', { programme, regions: only.sort(byCodeUnit) as string[], ...months });
    } else if (only.length > 0) {
      findings.remark('cells-on-one-side', {
        programme,
        regions: only.sort(byCodeUnit),
        on: on.name,
        notOn: notOn.name,
      });
    }
    if (!('known' in on && 'known' in notOn)) continue;
    const codes = codesOnOneSide(on, notOn, programme);
    if (codes.length > 0) {
      findings.warn('codes-on-one-side', { programme, codes, month: notOn.name.month, otherMonth: on.name.month });
    }
  }
}

function filled({ side, cells }: Half, other: Side, programme: string, findings: Findings): Filled {
  if ('rows' in side) return filledEstimate(cells);
  watchOutcome(side, programme, cells, findings);
  return filledOutcome(side, other.month, programme, cells, findings);
}

/** Where one side has only the nation's cell, the other is summed to it. */
function onOneLevel(cells: FilledCells, other: FilledCells, spare: () => Rates): FilledCells {
  return other.has(null) && cells.size > 0 && !cells.has(null) ? summedToNation(cells, spare()) : cells;
}
