import type { ComparedRow, Figures, Method } from '../domain/comparison.ts';
import { groupedBy } from '../domain/grouping.ts';
import { isoMonth } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import { changeOf } from './compared-totals.ts';
import { effectsOf } from './effects.ts';
import { nameUses, type SchablonUse } from './filled.ts';
import type { Findings } from './findings.ts';
import { type OutcomeLack, pairOf } from './pair.ts';
import { lackText, spanHeld } from './presence.ts';
import { settled } from './settled.ts';
import type { CompareOrder, Side } from './side.ts';

/**
 * What changed from one side to the other (*förändring*), and which factor changed it: every cell, sorted by programme
 * and region. Where the findings hold errors, some are wanting.
 */
export function comparedRows(order: CompareOrder, method: Method, findings: Findings): ComparedRow[] {
  const lacks: OutcomeLack[] = [];
  const uncovered: string[] = [];
  const unestimated: string[] = [];
  const mixed: string[] = [];
  const uses: SchablonUse[] = [];
  const rows: ComparedRow[] = [];
  for (const programme of programmesOf(order)) {
    const pair = pairOf(order, programme, findings);
    if (pair.kind === 'lacking') lacks.push(...pair.lacks);
    else if (pair.kind === 'uncovered') uncovered.push(programme);
    else if (pair.kind === 'unestimated') unestimated.push(programme);
    else if (pair.kind === 'pair') {
      const { from, to } = pair;
      if (pair.isMixed) mixed.push(programme);
      uses.push(...pair.uses);
      for (const region of [...new Set([...from.keys(), ...to.keys()])].sort(byCodeUnit)) {
        const [before, after] = [from.get(region), to.get(region)];
        const figures = { from: settled(before, after), to: settled(after, before) };
        rows.push({ programme, region, ...changeOf(figures), effects: effectsOf(figures.from, figures.to, method) });
      }
    }
  }
  nameUses(uses, findings);
  if (mixed.length > 0) {
    const [outcome, estimate] = order.from.name.kind === 'outcome' ? [order.from, order.to] : [order.to, order.from];
    const months = { measured: outcome.name.month, estimated: estimate.name.month };
    findings.remark('measured-against-schablons', { programmes: mixed, ...months });
  }
  nameWanting(order, { rows, lacks, uncovered, unestimated }, findings);
  return rows;
}

/** The programmes asked for, else all that either side speaks of. */
function programmesOf({ programmes, from, to }: CompareOrder): readonly string[] {
  const spoken = [from, to].flatMap((side) =>
    side.kind === 'estimate'
      ? side.rows.map(({ programme }) => programme)
      : [...side.known.history.programmes, ...side.known.schablons.programmes],
  );
  return [...new Set(programmes ?? spoken)].sort(byCodeUnit);
}

/** What came of the programmes one by one. */
interface Wanting {
  readonly rows: readonly ComparedRow[];
  readonly lacks: readonly OutcomeLack[];
  readonly uncovered: readonly string[];
  readonly unestimated: readonly string[];
}

/** What could not be compared is named; it refuses where it was asked for, or where nothing else is left. */
function nameWanting(
  { programmes, regions, from, to }: CompareOrder,
  { rows, lacks, uncovered, unestimated }: Wanting,
  findings: Findings,
): void {
  for (const [month, ofMonth] of groupedBy(lacks, (lack) => lack.month)) {
    const facts = {
      month,
      names: ofMonth.map((lack) => lack.programme),
      programmes: ofMonth.map((lack) => lackText(lack.programme, lack.regions)),
      held: heldBy(
        [from, to],
        ofMonth.map((lack) => lack.programme),
      ),
      asOf: (from.name.month === month ? from : to).name.asOf,
    };
    if (rows.length === 0 || programmes !== null) findings.refuse('outcome-missing', facts);
    else findings.warn('outcome-missing', facts);
  }
  if (programmes !== null) {
    for (const programme of uncovered) findings.refuse('programme-without-schablons', { programme });
    const { month } = (from.name.kind === 'estimate' ? from : to).name;
    for (const programme of unestimated) findings.refuse('programme-without-forecast', { programme, month });
  } else {
    if (uncovered.length > 0) findings.remark('programmes-without-schablons', { programmes: uncovered });
    if (unestimated.length > 0) findings.remark('programmes-not-estimated', { programmes: unestimated });
  }
  if (rows.length > 0 || findings.errors.length > 0) return;
  if (regions === null) findings.refuse('nothing-to-compare', { from: from.name, to: to.name, uncovered });
  else findings.refuse('regions-without-cells', { regions, month: to.name.month });
}

/** The first and the last month that the statistics hold for all of the programmes. */
function heldBy(sides: readonly Side[], programmes: readonly string[]): readonly [string, string] | null {
  const [span] = sides.flatMap((side) => (side.kind === 'estimate' ? [] : [spanHeld(side.known.history, programmes)]));
  return span == null ? null : [isoMonth(span[0]), isoMonth(span[1])];
}

/** Whether both sides have the same figures, to the last digit. */
export function isUnchanged({ from, to }: ComparedRow): boolean {
  return (Object.keys(from) as (keyof Figures)[]).every((key) => from[key] === to[key]);
}
