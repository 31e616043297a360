import type { Effect, Effects, Factor, Figures, Method } from '../domain/comparison.ts';
import { FACTORS } from '../domain/comparison.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { lmdiEffects } from './lmdi.ts';
import { shapleyEffects } from './shapley.ts';

const EFFECTS_OF = { shapley: shapleyEffects, lmdi: lmdiEffects } as const satisfies Readonly<Record<Method, unknown>>;

/** B = D·n·b and C = D·n·s·c. */
const BASE: readonly Factor[] = ['decisions', 'newShare', 'baseHoursPerCase'];
const COLLABORATION: readonly Factor[] = ['decisions', 'newShare', 'collaborationShare', 'collaborationHoursPerCase'];

/** What each of the five factors did to a cell's base hours and collaboration hours. */
export function effectsOf(from: Figures, to: Figures, method: Method): Effects {
  const ofProduct = (factors: readonly Factor[]): ReadonlyMap<Factor, number> => {
    // A ratio that neither side has belongs to 0 decisions.
    const values = (side: Figures): number[] => factors.map((factor) => side[factor] ?? 0);
    const effects = EFFECTS_OF[method](values(from), values(to));
    return new Map(factors.map((factor, index) => [factor, effects[index] as number]));
  };
  const [base, collaboration] = [ofProduct(BASE), ofProduct(COLLABORATION)];
  return eachFactor((factor) => effect(base.get(factor) ?? 0, collaboration.get(factor) ?? 0));
}

/** Effects add over cells. */
export function sumOfEffects(all: readonly Effects[]): Effects {
  const sum = (value: (effects: Effects) => number): number => exactSum(all.map(value));
  return eachFactor((factor) =>
    effect(
      sum((effects) => effects[factor].base),
      sum((effects) => effects[factor].collaboration),
    ),
  );
}

function effect(base: number, collaboration: number): Effect {
  return { base, collaboration, total: base + collaboration };
}

function eachFactor(of: (factor: Factor) => Effect): Effects {
  return Object.fromEntries(FACTORS.map((factor) => [factor, of(factor)])) as Effects;
}
