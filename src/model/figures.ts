import type { Figures } from '../domain/comparison.ts';
import { exactSum } from '../domain/exact-sum.ts';

/** Several cells together: their counts and hours added up, and the ratios of the sums; null for 0 of 0. */
export function sumOfFigures(cells: readonly Figures[]): Figures {
  const sum = (value: (figures: Figures) => number): number => exactSum(cells.map(value));
  const decisions = sum((cell) => cell.decisions);
  const newDecisions = sum((cell) => cell.newDecisions);
  const collaborationCases = sum((cell) => cell.collaborationCases);
  const baseHours = sum((cell) => cell.baseHours);
  const collaborationHours = sum((cell) => cell.collaborationHours);
  return {
    decisions,
    newShare: quotient(newDecisions, decisions),
    newDecisions,
    collaborationShare: quotient(collaborationCases, newDecisions),
    collaborationCases,
    baseHoursPerCase: quotient(baseHours, newDecisions),
    collaborationHoursPerCase: quotient(collaborationHours, collaborationCases),
    baseHours,
    collaborationHours,
    totalHours: sum((cell) => cell.totalHours),
  };
}

function quotient(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
