import { type ComparedRow, FACTORS, type SideName } from '../domain/comparison.ts';

const SIDE = ['kind', 'month', 'asOf'] as const;
const FIGURES = [
  'decisions',
  'newShare',
  'newDecisions',
  'collaborationShare',
  'collaborationCases',
  'baseHoursPerCase',
  'collaborationHoursPerCase',
  'baseHours',
  'collaborationHours',
  'totalHours',
] as const;
const CHANGES = ['baseHours', 'collaborationHours', 'totalHours'] as const;
const PARTS = ['base', 'collaboration', 'total'] as const;

/** A comparison's columns, each under the way to its value in JSON: `from.totalHours`. */
export const COMPARED_COLUMNS: readonly string[] = [
  'month',
  'programme',
  'region',
  ...['from', 'to'].flatMap((side) => [...SIDE, ...FIGURES].map((key) => `${side}.${key}`)),
  ...CHANGES.map((key) => `change.${key}`),
  'changeShare',
  ...FACTORS.flatMap((factor) => PARTS.map((part) => `effects.${factor}.${part}`)),
];

/** The values of a row in the order of the columns. */
export function comparedValues(
  { programme, region, from, to, change, changeShare, effects }: ComparedRow,
  sides: { readonly from: SideName; readonly to: SideName },
): (string | number | null)[] {
  return [
    sides.to.month,
    programme,
    region,
    ...SIDE.map((key) => sides.from[key]),
    ...FIGURES.map((key) => from[key]),
    ...SIDE.map((key) => sides.to[key]),
    ...FIGURES.map((key) => to[key]),
    ...CHANGES.map((key) => change[key]),
    changeShare,
    ...FACTORS.flatMap((factor) => PARTS.map((part) => effects[factor][part])),
  ];
}
