import type { Trace } from '../domain/report.ts';

const SIGNS = { product: ' × ', quotient: ' / ', sum: ' + ' } as const;

/** How the figure comes from its inputs, each as `shown` has it; null for a figure that was read. Many alike are one Σ. */
export function formulaOf(
  { operation, inputs }: Trace,
  nameOf: (input: Trace) => string,
  shown: (input: Trace) => string = nameOf,
): string | null {
  if (operation === 'read' || operation === 'count') return null;
  const [first] = inputs;
  if (first === undefined) return '0';
  const areAlike = inputs.length > 1 && inputs.every(({ name }) => name === first.name);
  return operation === 'sum' && areAlike ? `Σ ${nameOf(first)}` : inputs.map(shown).join(SIGNS[operation]);
}
