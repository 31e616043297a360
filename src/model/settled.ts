import type { Figures } from '../domain/comparison.ts';
import { sumOfFigures } from './figures.ts';
import { type FilledCell, type FilledCells, NO_RATES } from './filled.ts';
import type { RatioName } from './side.ts';
import type { Rates } from './workload.ts';

/** A side on which a cell is not: no decisions, and the ratios of the other side. */
const ABSENT: FilledCell = {
  decisions: 0,
  newDecisions: 0,
  collaborationCases: null,
  baseHours: null,
  collaborationHours: null,
  totalHours: null,
  ratios: {
    newShare: 'open',
    collaborationShare: 'open',
    baseHoursPerCase: 'open',
    collaborationHoursPerCase: 'open',
  },
  spare: NO_RATES,
};

/** The figures of a cell on both sides: 0 of 0 takes the other side's value, else the schablons', else it stays null. */
export function settled(cell: FilledCell = ABSENT, other: FilledCell = ABSENT): Figures {
  const ratio = (name: RatioName): number | null => {
    if (cell.ratios[name] !== 'open') return cell.ratios[name];
    if (other.ratios[name] !== 'open') return other.ratios[name];
    return name === 'newShare' ? null : (cell.spare[name] ?? other.spare[name]);
  };
  const newShare = ratio('newShare');
  const collaborationShare = ratio('collaborationShare');
  const baseHoursPerCase = ratio('baseHoursPerCase');
  const collaborationHoursPerCase = ratio('collaborationHoursPerCase');
  const { decisions, newDecisions } = cell;
  const collaborationCases = cell.collaborationCases ?? newDecisions * (collaborationShare ?? 0);
  const baseHours = cell.baseHours ?? newDecisions * (baseHoursPerCase ?? 0);
  const collaborationHours = cell.collaborationHours ?? collaborationCases * (collaborationHoursPerCase ?? 0);
  return {
    decisions,
    newShare,
    newDecisions,
    collaborationShare,
    collaborationCases,
    baseHoursPerCase,
    collaborationHoursPerCase,
    baseHours,
    collaborationHours,
    totalHours: cell.totalHours ?? baseHours + collaborationHours,
  };
}

/** The cells of one side summed to the nation's, for another side that has nothing else. */
export function summedToNation(cells: FilledCells, spare: Rates): FilledCells {
  const nation = sumOfFigures([...cells.values()].map((cell) => settled(cell)));
  const open = (value: number | null): number | 'open' => value ?? 'open';
  const ratios = {
    newShare: open(nation.newShare),
    collaborationShare: open(nation.collaborationShare),
    baseHoursPerCase: open(nation.baseHoursPerCase),
    collaborationHoursPerCase: open(nation.collaborationHoursPerCase),
  };
  return new Map([[null, { ...nation, ratios, spare }]]);
}
