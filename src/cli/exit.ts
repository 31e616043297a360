/** How a run ended; the worst of several is `couldNotRun`, then `refused`, then `breached`. */
export const EXIT = {
  fine: 0,
  refused: 1,
  couldNotRun: 2,
  breached: 3,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

const WORST_FIRST = [EXIT.couldNotRun, EXIT.refused, EXIT.breached] as const;

/** The exit code of several runs together. */
export function worstOf(codes: readonly number[]): number {
  return WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.fine;
}
