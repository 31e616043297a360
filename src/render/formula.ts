import type { Trace } from '../domain/report.ts';

const SIGNS = { product: ' × ', quotient: ' / ', sum: ' + ' } as const;

/** How the figure comes from its inputs, by their names; null for a figure that was read. Many alike are one Σ. */
export function formulaOf({ operation, inputs }: Trace, nameOf: (input: Trace) => string): string | null {
  if (operation === 'read' || operation === 'count') return null;
  const names = inputs.map(nameOf);
  const [first] = names;
  if (operation === 'sum' && names.length > 1 && names.every((name) => name === first)) return `Σ ${first}`;
  if (operation === 'sum' && names.length === 0) return '0';
  return names.join(SIGNS[operation]);
}
