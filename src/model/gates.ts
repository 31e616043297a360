import type { ComparedRow, Limit } from '../domain/comparison.ts';
import { beyondLimit } from '../domain/limit.ts';
import { type Problem, problem } from '../domain/problem.ts';

/** The largest change of all hours together that is let through; null lets everything through. */
export interface Gates {
  readonly maxIncrease: Limit | null;
  readonly maxDecrease: Limit | null;
}

/** The gates that the grand total breaches. Any increase from 0 hours is above every share. */
export function breaches(total: ComparedRow, { maxIncrease, maxDecrease }: Gates): Problem[] {
  const { change, changeShare } = total;
  const hours = change.totalHours;
  const exceeds = (limit: Limit | null, sign: 1 | -1): limit is Limit =>
    limit !== null && beyondLimit(total, sign * hours, limit) > 0;
  const breach = (direction: 'increase' | 'decrease', limit: Limit): Problem =>
    problem('change-above-limit', { direction, limit, hours, share: changeShare });
  return [
    ...(exceeds(maxIncrease, 1) ? [breach('increase', maxIncrease)] : []),
    ...(exceeds(maxDecrease, -1) ? [breach('decrease', maxDecrease)] : []),
  ];
}
