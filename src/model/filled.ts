import { groupedBy } from '../domain/grouping.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { Measure, Region } from '../domain/tables.ts';
import type { Findings } from './findings.ts';
import type { OutcomeSide, Ratio, RatioName, Side, SideCell, SideCells } from './side.ts';
import type { Rates } from './workload.ts';

/** The ratios that a schablon can stand for. */
export type RateName = keyof Rates;
/** The measure of each, as the tables name it. */
const RATES = {
  collaborationShare: 'collaboration_share',
  baseHoursPerCase: 'base_hours',
  collaborationHoursPerCase: 'collaboration_hours',
} as const satisfies Readonly<Record<RateName, Measure>>;
const RATE_NAMES = Object.keys(RATES) as RateName[];

const REFUSALS = {
  collaborationShare: 'no-collaboration-share',
  baseHoursPerCase: 'no-base-hours',
  collaborationHoursPerCase: 'no-collaboration-hours',
} as const satisfies Readonly<Record<RateName, unknown>>;

/** A ratio after the schablons; 0 of 0 is still open. */
type FilledRatio = Exclude<Ratio, 'unmeasured'>;

/** A cell of which every ratio that was not measured has its schablon; 0 of 0 is still open. */
export interface FilledCell extends SideCell {
  readonly ratios: Readonly<Record<RatioName, FilledRatio>>;
  /** What the schablons say, should the other side not settle what is open. */
  readonly spare: Rates;
}

export type FilledCells = ReadonlyMap<Region, FilledCell>;

/** What schablons stand for in the outcome of a programme. */
export interface SchablonUse {
  readonly programme: string;
  readonly month: string;
  /** The month whose schablons they are; null where it is the outcome's own. */
  readonly otherMonth: string | null;
  readonly measures: readonly Measure[];
}

export interface Filled {
  readonly cells: FilledCells;
  readonly uses: readonly SchablonUse[];
}

export const NO_RATES: Rates = { collaborationShare: null, baseHoursPerCase: null, collaborationHoursPerCase: null };

/** What the schablons that a side knows say of a cell: those in force in its month, else in the other side's. */
export function ratesFor(side: Side, otherMonth: Month, programme: string, region: Region): Rates {
  const schablons = side.kind === 'estimate' ? side.schablons : side.known.schablons;
  if (schablons === null) return NO_RATES;
  const [own, other] = [side.month, otherMonth].map((each) => schablons.rates(programme, region, each));
  return Object.fromEntries(RATE_NAMES.map((name) => [name, own?.[name] ?? other?.[name] ?? null])) as unknown as Rates;
}

/**
 * An outcome's cells, where what was not measured is what the schablons in force say: those of the month, else those of
 * the other side's month. A cell for which neither says anything is refused.
 */
export function filledOutcome(
  side: OutcomeSide,
  otherMonth: Month,
  programme: string,
  cells: SideCells,
  findings: Findings,
): Filled {
  const { month, known } = side;
  const ofMonth = new Set<RateName>();
  const ofOtherMonth = new Set<RateName>();
  const filled = [...cells].map(([region, cell]): [Region, FilledCell] => {
    const own = known.schablons.rates(programme, region, month);
    const spare = ratesFor(side, otherMonth, programme, region);
    const fill = (name: RateName, otherwise: number | 'open' | null): FilledRatio => {
      const ratio = cell.ratios[name];
      if (ratio !== 'unmeasured') return ratio;
      const value = spare[name] ?? otherwise;
      if (value === null) {
        findings.refuse(REFUSALS[name], { programme, region, month: isoMonth(month) });
        return 'open';
      }
      if (own[name] !== null) ofMonth.add(name);
      else if (spare[name] !== null) ofOtherMonth.add(name);
      return value;
    };
    const share = fill('collaborationShare', null);
    const ratios = {
      newShare: cell.ratios.newShare as FilledRatio,
      collaborationShare: share,
      baseHoursPerCase: fill('baseHoursPerCase', null),
      collaborationHoursPerCase: fill('collaborationHoursPerCase', withoutCases(share, cell)),
    };
    return [region, { ...cell, ratios, spare }];
  });
  const iso = isoMonth(month);
  const uses: SchablonUse[] = [
    { programme, month: iso, otherMonth: null, measures: measuresOf(ofMonth) },
    { programme, month: iso, otherMonth: isoMonth(otherMonth), measures: measuresOf(ofOtherMonth) },
  ];
  return { cells: new Map(filled), uses: uses.filter(({ measures }) => measures.length > 0) };
}

/** Without collaboration cases there is nothing that a step could be done for; where none were counted, it is 0 of 0. */
function withoutCases(share: FilledRatio, { collaborationCases }: SideCell): 0 | 'open' | null {
  if (share === 'open' || (share === 0 && collaborationCases !== null)) return 'open';
  return share === 0 ? 0 : null;
}

/** Says which schablons stand for what was not measured, all programmes of which the same is true together. */
export function nameUses(uses: readonly SchablonUse[], findings: Findings): void {
  const groups = groupedBy(uses, ({ month, otherMonth, measures }) => JSON.stringify([month, otherMonth, measures]));
  for (const group of groups.values()) {
    const { month, otherMonth, measures } = group[0] as SchablonUse;
    const programmes = group.map(({ programme }) => programme);
    if (otherMonth === null) findings.remark('outcome-from-schablons', { programmes, month, measures });
    else findings.remark('schablons-of-other-month', { programmes, month, otherMonth, measures });
  }
}

/** An estimate's cells, which lack nothing. */
export function filledEstimate(cells: SideCells): Filled {
  // What was estimated has all its ratios.
  const filled = [...cells].map(([region, cell]) => [region, { ...(cell as FilledCell), spare: NO_RATES }] as const);
  return { cells: new Map(filled), uses: [] };
}

function measuresOf(names: ReadonlySet<RateName>): Measure[] {
  return RATE_NAMES.filter((name) => names.has(name)).map((name) => RATES[name]);
}
