/** How a run ended; the worst of several is `couldNotRun`, then `refused`, then `breached`. */
export const EXIT = { fine: 0, refused: 1, couldNotRun: 2, breached: 3 } as const;
