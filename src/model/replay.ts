import type { Hours, InputEffect, ResultPart, VerifiedTotal } from '../domain/compare-report.ts';
import type { ComparedRow, Factor, Figures } from '../domain/comparison.ts';
import { FACTORS } from '../domain/comparison.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { groupedBy } from '../domain/grouping.ts';
import { type Month, monthFromIso } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { EstimateReport, EstimateRow } from '../domain/report.ts';
import type { InputFile } from '../domain/tables.ts';
import { comparedRows, isUnchanged } from './compare.ts';
import { totalsOf } from './compared-totals.ts';
import { Findings } from './findings.ts';
import { estimateSide } from './side.ts';

type TableOfInput = InputFile['table'];

/** What an estimate gives. */
type EstimateResult = Pick<EstimateReport, 'rows' | 'steps' | 'totals'>;

/** A saved estimate beside the same computed anew. */
export interface Replayed {
  /** The parts of the result that are not the same to the last digit. */
  readonly differs: readonly ResultPart[];
  /** The cells that differ. */
  readonly rows: readonly (ComparedRow & { readonly month: string })[];
  readonly totals: readonly VerifiedTotal[];
  readonly effects: readonly InputEffect[];
}

/** What changed of a saved estimate, and which of the changed tables did it. */
export function replayed(saved: EstimateResult, now: EstimateResult, changed: ReadonlySet<TableOfInput>): Replayed {
  const rows = changesOf(saved.rows, now.rows);
  const totals = totalsOf(rows);
  return {
    differs: PARTS.filter((part) => JSON.stringify(saved[part].map(sorted)) !== JSON.stringify(now[part].map(sorted))),
    rows: rows.filter((row) => !isUnchanged(row)),
    totals: totals.map(hoursOnly),
    effects: withRest(effectsOfInputs(rows, changed), totals.at(-1)?.change.totalHours ?? 0),
  };
}

/** Hours that are left over by rounding. */
const ROUNDING = 1e-6;

const PARTS: readonly ResultPart[] = ['rows', 'steps', 'totals'];

/** What no factor explains, since the saved figures do not follow from each other, is of no table. */
function withRest(effects: readonly InputEffect[], change: number): InputEffect[] {
  const explained = effects.filter(({ tables }) => tables.length > 0);
  const rest = change - exactSum(explained.map(({ totalHours }) => totalHours));
  return Math.abs(rest) <= ROUNDING ? explained : [{ tables: [], totalHours: rest }, ...explained];
}

/** The keys in one order, whatever else a saved file holds. */
function sorted(record: object): unknown {
  return Object.entries(record).sort(([left], [right]) => byCodeUnit(left, right));
}

function changesOf(
  saved: readonly EstimateRow[],
  now: readonly EstimateRow[],
): (ComparedRow & { readonly month: string })[] {
  const [before, after] = [groupedBy(saved, ({ month }) => month), groupedBy(now, ({ month }) => month)];
  const months = [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnit);
  return months.flatMap((iso) => {
    const side = (rows: readonly EstimateRow[] = []) => estimateSide(monthFromIso(iso) as Month, null, rows, null);
    const order = { from: side(before.get(iso)), to: side(after.get(iso)), programmes: null, regions: null };
    // What one side lacks is part of the answer here.
    return comparedRows(order, 'shapley', new Findings()).map((row) => ({ month: iso, ...row }));
  });
}

function hoursOnly({ programme, region, from, to, change, changeShare, effects }: ComparedRow): VerifiedTotal {
  const hours = ({ newDecisions, collaborationCases, baseHours, collaborationHours, totalHours }: Figures): Hours => ({
    newDecisions,
    collaborationCases,
    baseHours,
    collaborationHours,
    totalHours,
  });
  return { programme, region, from: hours(from), to: hours(to), change, changeShare, effects };
}

/** The tables that each factor is computed from; the codes of both kinds have a part in all of them. */
const TABLES_OF: Readonly<Record<Factor, readonly TableOfInput[]>> = {
  decisions: ['forecasts', 'statistics', 'scenario', 'programmes', 'regions'],
  newShare: ['statistics', 'programmes', 'regions'],
  baseHoursPerCase: ['schablons', 'scenario', 'programmes', 'regions'],
  collaborationShare: ['schablons', 'scenario', 'programmes', 'regions'],
  collaborationHoursPerCase: ['schablons', 'scenario', 'programmes', 'regions'],
};

/**
 * What the changed tables did to all hours: the effects of the factors that are computed from them. Where several of
 * them have a part in a factor, or in whether a cell is there at all, they share the effect.
 */
function effectsOfInputs(rows: readonly ComparedRow[], changed: ReadonlySet<TableOfInput>): InputEffect[] {
  const parts = rows.flatMap(({ from, to, effects }) => {
    const isOneSided = (from.decisions === 0) !== (to.decisions === 0);
    return FACTORS.map((factor) => ({
      tables: [...changed].filter((table) => isOneSided || TABLES_OF[factor].includes(table)).sort(byCodeUnit),
      hours: effects[factor].total,
    }));
  });
  const groups = groupedBy(
    parts.filter(({ hours }) => hours !== 0),
    ({ tables }) => tables.join(' '),
  );
  return [...groups.values()]
    .map((group) => ({
      tables: group[0]?.tables ?? [],
      totalHours: exactSum(group.map(({ hours }) => hours)),
    }))
    .sort((left, right) => byCodeUnit(left.tables.join(' '), right.tables.join(' ')));
}
