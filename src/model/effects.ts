import type { Effect, Effects, Factor, Figures, Method } from '../domain/comparison.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { lmdiEffects } from './lmdi.ts';
import { shapleyEffects } from './shapley.ts';

const EFFECTS_OF = { shapley: shapleyEffects, lmdi: lmdiEffects } as const satisfies Readonly<Record<Method, unknown>>;

/** What each of the five factors did to a cell's base hours, B = D·n·b, and collaboration hours, C = D·n·s·c. */
export function effectsOf(from: Figures, to: Figures, method: Method): Effects {
  const share = EFFECTS_OF[method];
  const [decisionsOfBase = 0, newShareOfBase = 0, baseHoursPerCase = 0] = share(baseFactors(from), baseFactors(to));
  const [decisions = 0, newShare = 0, collaborationShare = 0, collaborationHoursPerCase = 0] = share(
    collaborationFactors(from),
    collaborationFactors(to),
  );
  return {
    decisions: effect(decisionsOfBase, decisions),
    newShare: effect(newShareOfBase, newShare),
    baseHoursPerCase: effect(baseHoursPerCase, 0),
    collaborationShare: effect(0, collaborationShare),
    collaborationHoursPerCase: effect(0, collaborationHoursPerCase),
  };
}

// A ratio that neither side has belongs to 0 decisions.

function baseFactors({ decisions, newShare, baseHoursPerCase }: Figures): number[] {
  return [decisions, newShare ?? 0, baseHoursPerCase ?? 0];
}

function collaborationFactors(figures: Figures): number[] {
  const { decisions, newShare, collaborationShare, collaborationHoursPerCase } = figures;
  return [decisions, newShare ?? 0, collaborationShare ?? 0, collaborationHoursPerCase ?? 0];
}

/** Effects add over cells. */
export function sumOfEffects(all: readonly Effects[]): Effects {
  const sum = (factor: Factor): Effect =>
    effect(
      exactSum(all.map((effects) => effects[factor].base)),
      exactSum(all.map((effects) => effects[factor].collaboration)),
    );
  return {
    decisions: sum('decisions'),
    newShare: sum('newShare'),
    baseHoursPerCase: sum('baseHoursPerCase'),
    collaborationShare: sum('collaborationShare'),
    collaborationHoursPerCase: sum('collaborationHoursPerCase'),
  };
}

function effect(base: number, collaboration: number): Effect {
  return { base, collaboration, total: base + collaboration };
}
