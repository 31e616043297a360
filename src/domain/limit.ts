import type { Limit } from './comparison.ts';

interface Hours {
  readonly totalHours: number;
}

interface Sides {
  readonly from: Hours;
  readonly to: Hours;
}

/** Hours that differ by less of the larger side than this differ by rounding alone. */
const ROUNDING = 1e-9;

/** Whether both sides have the same hours, but for rounding. */
export function isLevel({ from, to, change }: Sides & { readonly change: Hours }): boolean {
  return Math.abs(change.totalHours) <= ROUNDING * Math.max(from.totalHours, to.totalHours);
}

/** How many hours a change is beyond a limit, or below 0 within it; 0 where it is at it, but for rounding. */
export function beyondLimit({ from, to }: Sides, hours: number, limit: Limit): number {
  const beyond = hours - (limit.unit === 'hours' ? limit.value : limit.value * from.totalHours);
  return Math.abs(beyond) <= ROUNDING * Math.max(from.totalHours, to.totalHours) ? 0 : beyond;
}
