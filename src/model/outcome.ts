import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth } from '../domain/month.ts';
import type { Place } from '../domain/problem.ts';
import type { DecisionStatistics, Region } from '../domain/tables.ts';
import { CONTROL_TOLERANCE, watchStatistics } from './control.ts';
import type { Count } from './count.ts';
import type { Findings } from './findings.ts';
import type { OutcomeSide, Ratio, SideCell, SideCells } from './side.ts';

/**
 * What happened (*utfall*) in the cells of a programme: the month's regional rows, or the national one where there are
 * no others.
 */
export function outcomeCellsOf(side: OutcomeSide, programme: string): SideCells {
  const { statistics } = side.known.history;
  return new Map([...countsOf(side, programme)].map(([region, count]) => [region, cellOf(count, statistics)]));
}

/** The nation's own row, where there are regions beside it that are not all of it. */
export function nationBeside({ month, known }: OutcomeSide, programme: string): SideCell | null {
  const { regions, nationalRow } = known.history.counts(programme, month);
  if (nationalRow === null || regions.size === 0) return null;
  const sum = exactSum([...regions.values()].map(({ decisions }) => decisions));
  const isPart = sum < (1 - CONTROL_TOLERANCE) * nationalRow.decisions;
  return isPart ? cellOf(nationalRow, known.history.statistics) : null;
}

/**
 * The codes that make up regions of one outcome, or its nation, and that the other lacks in regions which it has, such as
 * `105 (Syd)` or `0680`. A row for the programme, or the region, as a whole stands for all its codes.
 */
export function codesOnOneSide(on: OutcomeSide, notOn: OutcomeSide, programme: string): string[] {
  const { programmeCodes, programmeCode, regionCodes, regionCode } = on.known.history.statistics;
  const codesOf = (side: OutcomeSide): ReadonlyMap<Region, ReadonlyMap<string, string>> =>
    new Map(
      [...countsOf(side, programme)].map(([region, { rows }]) => {
        const codes = rows.map((row) => {
          const code = programmeCodes[programmeCode[row] as number]?.code ?? programme;
          const place = regionCodes[regionCode[row] as number]?.code ?? null;
          const isWhole = code === programme && (place === null || place === region);
          const label = code === programme ? (place ?? programme) : place === null ? code : `${code} (${place})`;
          return [isWhole ? WHOLE : JSON.stringify([code, place]), label] as const;
        });
        return [region, new Map(codes)];
      }),
    );
  const others = codesOf(notOn);
  return [...codesOf(on)].flatMap(([region, codes]) => {
    const known = others.get(region);
    if (known === undefined || known.has(WHOLE) || codes.has(WHOLE)) return [];
    return [...codes].filter(([key]) => !known.has(key)).map(([, label]) => label);
  });
}

const WHOLE = '';

function countsOf({ month, known }: OutcomeSide, programme: string): ReadonlyMap<Region, Count> {
  const { regions, nation } = known.history.counts(programme, month);
  return regions.size > 0 || nation === null ? regions : new Map([[null, nation]]);
}

/** Whether the month can be what it is taken for; hours that belong to no case are refused. */
export function watchOutcome(side: OutcomeSide, programme: string, cells: SideCells, findings: Findings): void {
  const { history } = side.known;
  const reference = history.counts(programme, side.month);
  const { nation } = reference;
  if (nation !== null) watchStatistics({ programme, reference, nation, history, findings });
  const counts = countsOf(side, programme);
  for (const [region, { newDecisions, collaborationCases, baseHours, collaborationHours }] of cells) {
    const loose = [
      { measure: 'base_hours', hours: baseHours ?? 0, cases: newDecisions },
      { measure: 'collaboration_hours', hours: collaborationHours ?? 0, cases: collaborationCases },
    ] as const;
    for (const { measure, hours, cases } of loose) {
      if (hours === 0 || cases !== 0) continue;
      const place = placeOf(counts.get(region)?.rows ?? [], history.statistics);
      findings.refuse('hours-without-cases', { programme, region, month: isoMonth(side.month), measure, hours }, place);
    }
  }
}

function cellOf({ decisions, newDecisions, rows }: Count, statistics: DecisionStatistics): SideCell {
  const measured = (column: Float64Array): number | null => {
    const values = rows.map((row) => column[row] as number);
    return values.some(Number.isNaN) ? null : exactSum(values);
  };
  const collaborationCases = measured(statistics.collaborationCases);
  const baseHours = measured(statistics.baseHours);
  // Hours of cases that nobody counted say nothing of a case.
  const collaborationHours = collaborationCases === null ? null : measured(statistics.collaborationHours);
  return {
    decisions,
    newDecisions,
    collaborationCases,
    baseHours,
    collaborationHours,
    totalHours: null,
    ratios: {
      newShare: ratioOf(newDecisions, decisions),
      collaborationShare: ratioOf(collaborationCases, newDecisions),
      baseHoursPerCase: ratioOf(baseHours, newDecisions),
      collaborationHoursPerCase: ratioOf(collaborationHours, collaborationCases ?? 0),
    },
  };
}

function ratioOf(part: number | null, whole: number): Ratio {
  if (part === null) return 'unmeasured';
  return whole === 0 ? 'open' : part / whole;
}

function placeOf([row = 0]: readonly number[], { file, line, paths }: DecisionStatistics): Place {
  return {
    file: paths[file[row] as number] ?? null,
    line: line[row] as number,
    column: null,
    columnNumber: null,
    value: null,
  };
}
