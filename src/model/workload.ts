import type { Day } from '../domain/day.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { groupedBy } from '../domain/grouping.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { Measure, Region, Schablon } from '../domain/tables.ts';
import type { Findings } from './findings.ts';

/** The schablons in force for one cell: s, the steps of b and the steps of c. */
export interface Workload {
  readonly share: Schablon;
  /** Sorted by step. */
  readonly baseSteps: readonly Schablon[];
  readonly collaborationSteps: readonly Schablon[];
  readonly baseHoursPerCase: number;
  /** 0, the empty sum, only where no case is a collaboration case. */
  readonly collaborationHoursPerCase: number;
}

/** What the schablons say of a cell: s, b and c, each null where none is in force. */
export interface Rates {
  readonly collaborationShare: number | null;
  readonly baseHoursPerCase: number | null;
  readonly collaborationHoursPerCase: number | null;
}

/** The schablons known on a day, and which of them are in force for a cell. */
export class SchablonBook {
  readonly #byProgramme: ReadonlyMap<string, readonly Schablon[]>;

  constructor(schablons: readonly Schablon[], asOf: Day | null) {
    const visible = schablons.filter(({ published }) => asOf === null || published === null || published <= asOf);
    this.#byProgramme = groupedBy(visible, ({ programme }) => programme);
  }

  get programmes(): readonly string[] {
    return [...this.#byProgramme.keys()].sort(byCodeUnit);
  }

  has(programme: string): boolean {
    return this.#byProgramme.has(programme);
  }

  /** Null where a share or steps are wanting, never 0 hours: then the findings say what. */
  workload(programme: string, region: Region, month: Month, findings: Findings): Workload | null {
    const inForce = this.#inForce(programme, region, month);
    const steps = (measure: Measure): Schablon[] =>
      inForce
        .filter((schablon) => schablon.measure === measure)
        .sort((left, right) => byCodeUnit(left.step, right.step));
    const [share] = steps('collaboration_share');
    const baseSteps = steps('base_hours');
    const collaborationSteps = steps('collaboration_hours');
    const facts = { programme, region, month: isoMonth(month) };
    if (share === undefined) findings.refuse('no-collaboration-share', facts);
    if (baseSteps.length === 0) findings.refuse('no-base-hours', facts);
    const lacksCollaboration = share !== undefined && share.value > 0 && collaborationSteps.length === 0;
    if (lacksCollaboration) findings.refuse('no-collaboration-hours', facts);
    if (share === undefined || baseSteps.length === 0 || lacksCollaboration) return null;
    return {
      share,
      baseSteps,
      collaborationSteps,
      baseHoursPerCase: exactSum(baseSteps.map(({ value }) => value)),
      collaborationHoursPerCase: exactSum(collaborationSteps.map(({ value }) => value)),
    };
  }

  /** s, b and c in force for a cell; null where no row says anything. */
  rates(programme: string, region: Region, month: Month): Rates {
    const inForce = this.#inForce(programme, region, month);
    const sumOf = (measure: Measure): number | null => {
      const values = inForce.filter((schablon) => schablon.measure === measure).map(({ value }) => value);
      return values.length === 0 ? null : exactSum(values);
    };
    return {
      collaborationShare: sumOf('collaboration_share'),
      baseHoursPerCase: sumOf('base_hours'),
      collaborationHoursPerCase: sumOf('collaboration_hours'),
    };
  }

  /** Whether any schablon of the programme is valid in the month. */
  isInForce(programme: string, month: Month): boolean {
    return (this.#byProgramme.get(programme) ?? []).some((schablon) => isValid(schablon, month));
  }

  /** Every schablon that is in force for some cell of a month: of each programme, region, measure and step the latest. */
  inForceIn(month: Month): readonly Schablon[] {
    return [...this.#byProgramme.values()].flatMap((schablons) =>
      [...groupedBy(schablons, ({ region }) => region).values()].flatMap((own) => latest(own, month)),
    );
  }

  /** For each measure and step the region's row before the national one, and of each the latest valid. */
  #inForce(programme: string, region: Region, month: Month): Schablon[] {
    const own = (this.#byProgramme.get(programme) ?? []).filter(
      (schablon) => schablon.region === null || schablon.region === region,
    );
    return latest(own, month);
  }
}

/** Of the schablons that are valid in the month, for each measure and step the one that beats the others. */
function latest(schablons: readonly Schablon[], month: Month): Schablon[] {
  const best = new Map<string, Schablon>();
  for (const schablon of schablons) {
    if (!isValid(schablon, month)) continue;
    const key = JSON.stringify([schablon.measure, schablon.step]);
    const other = best.get(key);
    if (other === undefined || beats(schablon, other)) best.set(key, schablon);
  }
  return [...best.values()];
}

function isValid({ validFrom, validTo }: Schablon, month: Month): boolean {
  return validFrom <= month && (validTo === null || month <= validTo);
}

function beats(schablon: Schablon, other: Schablon): boolean {
  if ((schablon.region === null) !== (other.region === null)) return schablon.region !== null;
  return schablon.validFrom > other.validFrom;
}
