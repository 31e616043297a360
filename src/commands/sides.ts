import type { SideKind } from '../domain/comparison.ts';
import type { Day } from '../domain/day.ts';
import { isoMonth, type Month, sameMonthYearsBefore } from '../domain/month.ts';
import type { StepRow } from '../domain/report.ts';
import { isEstimable, type Knowledge, knowledge } from '../model/cells.ts';
import { changedRates } from '../model/changed-rates.ts';
import { estimatedCells, stepRows } from '../model/estimate.ts';
import type { Findings } from '../model/findings.ts';
import { DecisionHistory } from '../model/history.ts';
import { missingIn, outcomeIn } from '../model/presence.ts';
import { type CompareOrder, type EstimateSide, estimateSide, type OutcomeSide, outcomeSide } from '../model/side.ts';
import { nameVintages } from '../model/vintages.ts';
import { SchablonBook } from '../model/workload.ts';
import type { TablesSoFar } from '../read/all-tables.ts';
import type { Keys } from '../read/keys.ts';
import type { CompareRequest } from './compare-request.ts';
import type { ModelInput } from './model-input.ts';
import type { SavedSide } from './saved-side.ts';

/** Whether a side is an estimate of today. */
export function needsEstimate(request: CompareRequest, known: TablesSoFar): boolean {
  if (request.with.kind === 'estimate' || request.with.kind === 'as-of') return true;
  if (request.of !== null || request.scenario !== null) return request.of !== 'outcome';
  const history = new DecisionHistory(known.statistics, request.asOf);
  const schablons = new SchablonBook(known.schablons, request.asOf);
  const namesIn = (keys: Keys, asked: readonly string[] | null): readonly string[] | null =>
    asked?.map((name) => keys.meaningOf(name)?.name ?? name) ?? null;
  const asked = {
    programmes: namesIn(known.programmes, request.programmes),
    regions: namesIn(known.regions, request.regions),
  };
  return kindOf(outcomeIn({ history, schablons }, asked, request.month)) === 'estimate';
}

/** The month is what happened where the statistics hold it for every programme, else what is estimated. */
function kindOf({ held, missing }: ReturnType<typeof outcomeIn>): SideKind {
  return held.length > 0 && missing.length === 0 ? 'outcome' : 'estimate';
}

/** An estimate with the work steps of its cells, by which its schablons are told. */
export interface SteppedSide extends EstimateSide {
  readonly steps: readonly StepRow[];
}

type ComparedSide = OutcomeSide | SteppedSide;

interface SteppedOrder extends CompareOrder {
  readonly from: ComparedSide;
  readonly to: ComparedSide;
}

/** Makes the two sides that a request names. */
export class Sides {
  readonly #request: CompareRequest;
  readonly #input: ModelInput;
  readonly #saved: SavedSide | null;
  readonly #maxAgeYears: number;
  readonly #findings: Findings;
  readonly #known: Knowledge;

  constructor(
    request: CompareRequest,
    input: ModelInput,
    saved: SavedSide | null,
    maxAgeYears: number,
    findings: Findings,
  ) {
    this.#request = request;
    this.#input = input;
    this.#saved = saved;
    this.#maxAgeYears = maxAgeYears;
    this.#findings = findings;
    this.#known = knowledge(input.tables, request.asOf);
  }

  /** Whether the month itself is what happened. */
  get #isOutcome(): boolean {
    const { month, of, scenario } = this.#request;
    if (of !== null || scenario !== null) return of === 'outcome';
    return kindOf(outcomeIn(this.#known, this.#input, month)) === 'outcome';
  }

  /** The months of which a side is what happened. */
  get #outcomeMonths(): readonly Month[] {
    const { month, with: other, scenario } = this.#request;
    const own = this.#isOutcome ? [month] : [];
    if (scenario !== null) return own;
    if (other.kind === 'last-year') return [...own, sameMonthYearsBefore(month, 1)];
    return other.kind === 'outcome' ? [...own, other.month] : own;
  }

  order(): SteppedOrder {
    const { programmes, regions } = this.#input;
    return { from: this.#from(), to: this.#to(), programmes, regions };
  }

  #to(): ComparedSide {
    const { month, of, scenario } = this.#request;
    const outcome = outcomeIn(this.#known, this.#input, month);
    if (this.#isOutcome) return this.#outcome(month);
    if (of === null && scenario === null && (outcome.held.length > 0 || outcome.isPartial)) {
      this.#findings.remark('outcome-not-complete', {
        month: isoMonth(month),
        programmes: outcome.missing,
        hasOthers: outcome.held.length > 0,
      });
      for (const programme of this.#input.programmes ?? this.#known.schablons.programmes) {
        this.#known.history.isHeldOrWarn(programme, month, this.#findings);
      }
    }
    return this.#estimate(month, this.#request.asOf, this.#known);
  }

  #from(): ComparedSide {
    const { month, with: other, asOf, scenario } = this.#request;
    const { plainTables } = this.#input;
    if (scenario !== null) return this.#withoutScenario(knowledge(plainTables, asOf));
    if (this.#saved !== null) return this.#saved.side;
    switch (other.kind) {
      case 'outcome':
        return this.#outcome(other.month);
      case 'estimate':
        return this.#estimate(other.month ?? month, asOf, this.#known);
      case 'as-of':
        return this.#earlierEstimate(asOf !== null && asOf < other.day ? asOf : other.day);
      default:
        return this.#outcome(sameMonthYearsBefore(month, 1));
    }
  }

  /** What the scenario brings is not there without it: nothing need be said of that. */
  #withoutScenario(known: Knowledge): SteppedSide {
    const { month, asOf } = this.#request;
    const brought = [...this.#known.schablons.programmes, ...this.#known.forecasts.programmes].filter(
      (programme) => !isEstimable(known, programme, month) && isEstimable(this.#known, programme, month),
    );
    return this.#estimate(month, asOf, known, brought);
  }

  #earlierEstimate(day: Day): SteppedSide {
    return this.#estimate(this.#request.month, day, knowledge(this.#input.tables, day));
  }

  #outcome(month: Month): OutcomeSide {
    const { asOf } = this.#request;
    return outcomeSide(month, asOf, this.#known);
  }

  #estimate(month: Month, asOf: Day | null, known: Knowledge, absent: readonly string[] = []): SteppedSide {
    const { programmes, regions } = this.#input;
    // What the other side lacks need not be estimated, and can refuse nothing.
    const lacking = missingIn(this.#known, this.#input, this.#outcomeMonths);
    const except = new Set([...lacking, ...absent]);
    const order = { months: [month], programmes, regions, asOf, except, schablonMaxAgeYears: this.#maxAgeYears };
    const cells = estimatedCells(known, order, this.#findings);
    const rows = cells.map(({ row }) => row);
    const steps = cells.flatMap(({ cell, row }) => stepRows(cell, row));
    return { ...estimateSide(month, asOf, rows, known.schablons), steps };
  }

  /** What is worth knowing of the two sides as they are. */
  remark({ from, to }: SteppedOrder): void {
    const { month, scenario } = this.#request;
    if (scenario === null && JSON.stringify(from.name) === JSON.stringify(to.name) && this.#saved === null) {
      this.#findings.remark('compared-with-itself', { month: isoMonth(month), kind: to.name.kind });
      return;
    }
    if (from.kind !== 'estimate' || to.kind !== 'estimate') return;
    if (from.month === to.month && scenario === null) nameVintages(from.rows, to.rows, this.#findings);
    const rates = changedRates(inMonth(from, to.name.month), to);
    if (rates.length > 0) this.#findings.remark('schablons-differ', { rates });
  }
}

/** An estimate as if it were of another month, to hold its schablons against those of that month. */
function inMonth({ rows, steps }: SteppedSide, month: string): Pick<SteppedSide, 'rows' | 'steps'> {
  return { rows: rows.map((row) => ({ ...row, month })), steps: steps.map((step) => ({ ...step, month })) };
}
