/** How often a law is tried: `RUNS=100000 npm run laws` for a long campaign. */
export const RUNS = Number(process.env['RUNS'] ?? 1000);

/** Milliseconds that so many runs may take. */
export const PATIENCE = 60_000 + RUNS * 60;
