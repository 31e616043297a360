import { describe, expect, test } from 'vitest';
import { formulaOf } from '../../src/render/formula.ts';
import { trace } from './reports.ts';

const [a, b, c] = [trace('a', 1), trace('b', 2), trace('c', 3)] as const;
const nameOf = ({ name }: { name: string }): string => name;

describe('a formula', () => {
  test.each([
    ['product', [a, b], 'a × b'],
    ['product', [a, b, c], 'a × b × c'],
    ['quotient', [a, b], 'a / b'],
    ['sum', [a, b, c], 'a + b + c'],
    ['sum', [a], 'a'],
    ['sum', [], '0'],
    ['sum', [a, a, a], 'Σ a'],
    ['product', [a, a], 'a × a'],
  ] as const)('of a %s', (operation, inputs, text) => {
    expect(formulaOf(trace('x', 0, { operation, inputs }), nameOf)).toBe(text);
  });

  test.each(['read', 'count'] as const)('there is none for what was %s', (operation) => {
    expect(formulaOf(trace('x', 0, { operation, inputs: [a] }), nameOf)).toBeNull();
  });

  test('shows each input as it is told, and many alike by their name', () => {
    const shown = ({ value }: { value: number }): string => `<${value}>`;
    expect(formulaOf(trace('x', 0, { operation: 'product', inputs: [a, b] }), nameOf, shown)).toBe('<1> × <2>');
    expect(formulaOf(trace('x', 0, { operation: 'sum', inputs: [a, a] }), nameOf, shown)).toBe('Σ a');
  });
});
