/** How often a law is tried: `RUNS=100000 npm run laws` for a long campaign. */
export const RUNS = Number(process.env['RUNS'] ?? 1000);
