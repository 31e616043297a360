import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { Place, ProblemFacts } from '../domain/problem.ts';
import type { DecisionStatistics, Region } from '../domain/tables.ts';
import { CONTROL_TOLERANCE, watchStatistics } from './control.ts';
import type { Count } from './count.ts';
import type { Findings } from './findings.ts';
import type { DecisionHistory } from './history.ts';
import type { OutcomeSide, Ratio, SideCell, SideCells } from './side.ts';

/** A month, and what is known of it. */
type MonthKnown = Pick<OutcomeSide, 'month' | 'known'>;

/**
 * What happened (*utfall*) in the cells of a programme: the month's regional rows, or the national one where there are
 * no others.
 */
export function outcomeCellsOf(side: MonthKnown, programme: string): SideCells {
  const { statistics } = side.known.history;
  return new Map([...countsOf(side, programme)].map(([region, count]) => [region, cellOf(count, statistics)]));
}

/** The nation's own row, where there are regions beside it that are not all of it. */
export function nationBeside({ month, known }: OutcomeSide, programme: string): SideCell | null {
  const { nationalRow } = known.history.counts(programme, month);
  if (nationalRow === null || shareOfNation(known.history, programme, month) === 1) return null;
  return cellOf(nationalRow, known.history.statistics);
}

/** The part of the nation's own row that the regions of a month sum to; 1 where they are all of it, or it has no row. */
export function shareOfNation(history: DecisionHistory, programme: string, month: Month): number {
  const { regions, nationalRow } = history.counts(programme, month);
  if (nationalRow === null || regions.size === 0) return 1;
  const share = exactSum([...regions.values()].map(({ decisions }) => decisions)) / nationalRow.decisions;
  return share < 1 - CONTROL_TOLERANCE ? share : 1;
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

function countsOf({ month, known }: MonthKnown, programme: string): ReadonlyMap<Region, Count> {
  const { regions, nation } = known.history.counts(programme, month);
  return regions.size > 0 || nation === null ? regions : new Map([[null, nation]]);
}

/** Whether the month can be what it is taken for; hours that belong to no case are refused. */
export function watchOutcome(side: OutcomeSide, programme: string, cells: SideCells, findings: Findings): void {
  const { history } = side.known;
  const reference = history.counts(programme, side.month);
  const { nation } = reference;
  if (nation !== null) watchStatistics({ programme, reference, nation, history, findings });
  for (const { facts, place } of looseHours(side, programme, cells)) {
    findings.refuse('hours-without-cases', facts, place);
  }
}

/** Hours that belong to no case. */
export function looseHours(side: MonthKnown, programme: string, cells: SideCells): LooseHours[] {
  const { statistics } = side.known.history;
  const { regions, nation } = side.known.history.counts(programme, side.month);
  return [...cells].flatMap(([region, { newDecisions, collaborationCases, baseHours, collaborationHours }]) =>
    [
      { measure: 'base_hours' as const, hours: baseHours ?? 0, cases: newDecisions },
      { measure: 'collaboration_hours' as const, hours: collaborationHours ?? 0, cases: collaborationCases },
    ].flatMap(({ measure, hours, cases }) => {
      if (hours === 0 || cases !== 0) return [];
      const facts = { programme, region, month: isoMonth(side.month), measure, hours };
      const count = region === null ? nation : regions.get(region);
      return [{ facts, place: placeOf(count as Count, statistics) }];
    }),
  );
}

interface LooseHours {
  readonly facts: ProblemFacts['hours-without-cases'];
  readonly place: Place;
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

function placeOf({ rows }: Count, { file, line, paths }: DecisionStatistics): Place {
  const row = rows[0] as number;
  return {
    file: paths[file[row] as number] ?? null,
    line: line[row] as number,
    column: null,
    columnNumber: null,
    value: null,
  };
}
