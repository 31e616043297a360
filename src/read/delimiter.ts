/** The delimiters that a table may have (*avgränsare*). */
export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
