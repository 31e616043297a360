import type { CompareReport } from '../domain/compare-report.ts';
import { type ComparedRow, FACTORS, type Factor, type Limit, type SideName } from '../domain/comparison.ts';
import { beyondLimit, isLevel } from '../domain/limit.ts';
import type { Note } from '../domain/note.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { SpokenSide } from '../messages/compare-texts.ts';
import type { Words } from '../messages/words.ts';
import { spokenChange } from './change-words.ts';
import { noteTexts } from './findings.ts';
import { groupedRows } from './grouped-rows.ts';
import { qualifiers } from './qualifiers.ts';
import type { Block, Column, TableBlock, View } from './view.ts';
import { wordsOf } from './words.ts';

/** A comparison for people: what changed and why in words, then cell by cell, base and collaboration apart. */
export function compareView(report: CompareReport, catalogue: Catalogue): View {
  const words = wordsOf(catalogue);
  const { compare } = catalogue;
  const { minChange } = report.forPeople;
  // Rows in which nothing happened only stand in the way of the others.
  const shown = report.rows.filter((row) => hasMoved(row) && isAtLeast(row, minChange));
  const hidden = report.rows.length - shown.length;
  const notShown: Block[] = hidden === 0 ? [] : [{ kind: 'prose', lines: [compare.hidden(hidden, minChange, words)] }];
  return {
    headline: headline(report, catalogue, words),
    qualifiers: [
      ...leftOut(report, catalogue, words),
      ...noteTexts(report.notes.filter(isFirst), catalogue),
      ...programmes(report, catalogue, words),
      ...largest(report, catalogue, words),
      ...qualifiers(report.request, catalogue),
    ],
    blocks: [
      ...(report.rows.some(hasMoved) ? [hoursBlock(report, shown, catalogue, words)] : []),
      ...(shown.length === 0
        ? []
        : [
            effectsBlock('base', report, shown, catalogue, words),
            effectsBlock('collaboration', report, shown, catalogue, words),
          ]),
      ...notShown,
    ],
    notesTitle: catalogue.estimate.notesTitle,
    notes: noteTexts(
      report.notes.filter((note) => !isFirst(note)),
      catalogue,
    ),
    remarks: [...compare.remarks, ...(report.request.method === 'lmdi' ? [compare.lmdi] : [])],
  };
}

function headline(report: CompareReport, { compare }: Catalogue, words: Words): string {
  const { sides, rows, totals } = report;
  const total = totals.at(-1) as ComparedRow;
  const [from, to] = spokenSides(report);
  // What needs no word: two outcomes are what happened in two months.
  const isBare = from.kind === 'outcome' && to.kind === 'outcome';
  return compare.headline({
    from: compare.side(from, isBare, words),
    to: compare.side(to, isBare, words),
    fromHours: words.number(total.from.totalHours),
    toHours: words.number(total.to.totalHours),
    change: spokenChange(total, { isOverTime: isOverTime(sides), isOneCell: rows.length === 1, words }),
    scope: compare.cell(onlyOf(rows.map((row) => row.programme)), onlyOf(rows.map((row) => row.region))) || null,
  });
}

/** The name that all of them are; null where they are several, or the nation. */
function onlyOf(names: readonly (string | null)[]): string | null {
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}

/** What sets a comparison apart from the one that was expected is said at once. */
function isFirst({ code }: Note): boolean {
  return code === 'compared-with-itself' || code === 'outcome-not-complete';
}

/** Programmes that the figures do not hold, since a side lacks them. */
function leftOut({ warnings }: CompareReport, { compare }: Catalogue, words: Words): string[] {
  const names = warnings.flatMap((warning) => {
    if (warning.code === 'outcome-missing') return warning.facts.names;
    return warning.code === 'programme-left-out' ? [warning.facts.programme] : [];
  });
  return names.length === 0 ? [] : [compare.leftOut([...new Set(names)], words)];
}

/** More programmes than this nobody reads. */
const MOST_PROGRAMMES = 6;

/** What each programme changed, the largest first, where there are several. */
function programmes({ totals }: CompareReport, { compare }: Catalogue, words: Words): string[] {
  const own = totals.flatMap(({ programme, change }) => (programme === null ? [] : [{ programme, ...change }]));
  if (own.length < 2 || own.every(({ totalHours }) => totalHours === 0)) return [];
  const inOrder = own.sort((left, right) => Math.abs(right.totalHours) - Math.abs(left.totalHours));
  const shown = inOrder.slice(0, MOST_PROGRAMMES);
  return [
    compare.programmes(shown.map(({ programme, totalHours }) => ({ programme, hours: words.signed(totalHours) }))),
  ];
}

/** Whether something rose or fell: a measured figure beside an estimated one only differs from it. */
function isOverTime({ from, to }: CompareReport['sides']): boolean {
  return from.month !== to.month && from.kind === to.kind;
}

/** The cell that changed most, where there are several. */
function largest({ rows, sides }: CompareReport, { compare }: Catalogue, words: Words): string[] {
  const [first, second] = [...rows].sort(
    (left, right) => Math.abs(right.change.totalHours) - Math.abs(left.change.totalHours),
  );
  if (first === undefined || second === undefined || first.change.totalHours === 0) return [];
  const change = spokenChange(first, { isOverTime: isOverTime(sides), isOneCell: true, words });
  return [compare.largest({ cell: compare.cell(first.programme, first.region), change })];
}

function spokenSides({ sides, request, forPeople }: CompareReport): readonly [SpokenSide, SpokenSide] {
  const { from, to } = sides;
  if (request.scenario !== null) {
    return [
      { kind: 'scenario', month: from.month, isWith: false },
      { kind: 'scenario', month: to.month, isWith: true },
    ];
  }
  const saved = forPeople.saved;
  return [saved === null ? spoken(from) : { kind: 'saved', month: from.month, file: saved }, spoken(to)];
}

function spoken({ kind, month, asOf }: SideName): SpokenSide {
  return { kind, month, asOf };
}

function hasMoved({ effects, ...row }: ComparedRow): boolean {
  return !isLevel(row) || FACTORS.some((factor) => effects[factor].total !== 0);
}

function isAtLeast(row: ComparedRow, limit: Limit | null): boolean {
  return limit === null || beyondLimit(row, Math.abs(row.change.totalHours), limit) >= 0;
}

function namesOf(catalogue: Catalogue): Column[] {
  return [
    { label: catalogue.columns.programme, align: 'left', longest: 12 },
    { label: catalogue.columns.region, align: 'left', longest: 17 },
  ];
}

/** Of a table that is cut also the totals in which nothing happened are left out, but for that of all. */
function shownTotals({ rows: all, totals }: CompareReport, rows: readonly ComparedRow[]) {
  const isCut = rows.length < all.length;
  const moved = totals.filter((total) => hasMoved(total) || total === totals.at(-1));
  const isOneProgramme = totals.filter(({ programme }) => programme !== null).length < 2;
  return { isCut, isOneProgramme, totals: isCut ? moved : totals };
}

function hoursBlock(
  report: CompareReport,
  rows: readonly ComparedRow[],
  catalogue: Catalogue,
  words: Words,
): TableBlock {
  const { compare } = catalogue;
  const [from, to] = spokenSides(report).map((side) => compare.sideLabel(side));
  const { change, changeShare } = compare.columns;
  const labels = [from, to, change, changeShare] as readonly Column['label'][];
  return {
    kind: 'table',
    title: compare.titles.hours,
    columns: [...namesOf(catalogue), ...labels.map((label) => ({ label, align: 'right' as const }))],
    rows: groupedRows(
      {
        rows,
        ...shownTotals(report, rows),
        figures: (row: ComparedRow) => [
          row.from.totalHours,
          row.to.totalHours,
          words.signed(row.change.totalHours),
          row.changeShare === null ? '' : words.signedPercent(row.changeShare),
        ],
      },
      catalogue,
    ),
  };
}

const FACTORS_OF = {
  base: ['decisions', 'newShare', 'baseHoursPerCase'],
  collaboration: ['decisions', 'newShare', 'collaborationShare', 'collaborationHoursPerCase'],
} as const satisfies Readonly<Record<string, readonly Factor[]>>;

function effectsBlock(
  part: 'base' | 'collaboration',
  report: CompareReport,
  rows: readonly ComparedRow[],
  catalogue: Catalogue,
  words: Words,
): TableBlock {
  const { titles, columns } = catalogue.compare;
  const factors: readonly Factor[] = FACTORS_OF[part];
  const labels = [...factors.map((factor) => columns.factors[factor]), columns.sum];
  const sum = ({ change }: ComparedRow): number => (part === 'base' ? change.baseHours : change.collaborationHours);
  return {
    kind: 'table',
    title: titles[part],
    columns: [...namesOf(catalogue), ...labels.map((label) => ({ label, align: 'right' as const }))],
    rows: groupedRows(
      {
        rows,
        ...shownTotals(report, rows),
        figures: (row: ComparedRow) => [
          ...factors.map((factor) => words.signed(row.effects[factor][part])),
          words.signed(sum(row)),
        ],
      },
      catalogue,
    ),
  };
}
