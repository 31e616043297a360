import type { EstimateReport, EstimateRow, TotalRow } from '../domain/report.ts';
import type { Catalogue, ColumnLabel } from '../messages/catalogue.ts';
import type { Words } from '../messages/words.ts';
import { lastYearClause } from './change-words.ts';
import { noteTexts } from './findings.ts';
import { groupedRows, totalLines } from './grouped-rows.ts';
import { qualifiers } from './qualifiers.ts';
import type { TableBlock, View } from './view.ts';
import { wordsOf } from './words.ts';

const COLUMNS: readonly ColumnLabel[] = [
  'programme',
  'region',
  'newDecisions',
  'collaborationCases',
  'baseHours',
  'collaborationHours',
  'totalHours',
];

type Figures = Pick<
  TotalRow,
  'newDecisions' | 'collaborationCases' | 'baseHours' | 'collaborationHours' | 'totalHours'
>;

/** The estimate for people: the answer in a sentence, a table a month, the totals, and what to know of them. */
export function estimateView(report: EstimateReport, catalogue: Catalogue): View {
  const months = [...new Set(report.rows.map(({ month }) => month))];
  const overMonths = report.totals.filter(({ month }) => month === null);
  const blocks = months.map((month) =>
    monthBlock(
      report.rows.filter((row) => row.month === month),
      report.totals.filter((total) => total.month === month),
      months.length > 1 ? wordsOf(catalogue).month(month) : null,
      catalogue,
    ),
  );
  if (overMonths.length > 0 && months.length > 1) blocks.push(rangeBlock(overMonths, catalogue));
  return {
    headline: headline(report, catalogue),
    qualifiers: qualifiers(report.request, catalogue),
    blocks,
    notesTitle: catalogue.estimate.notesTitle,
    notes: noteTexts([...report.notes, ...(report.forPeople.sinceLastYear?.notes ?? [])], catalogue),
    remarks: catalogue.estimate.remarks,
  };
}

function headline({ request, rows, totals, forPeople }: EstimateReport, catalogue: Catalogue): string {
  const words = wordsOf(catalogue);
  // The last total is that of everything.
  const all = totals.at(-1) as TotalRow;
  const [first, last] = [rows[0]?.month ?? '', rows.at(-1)?.month ?? ''];
  return catalogue.estimate.headline({
    scope: scopeOf(request, catalogue, words),
    period: first === last ? words.month(first) : `${words.month(first)} – ${words.month(last)}`,
    total: all.totalHours,
    base: all.baseHours,
    collaboration: all.collaborationHours,
    newDecisions: all.newDecisions,
    cases: all.collaborationCases,
    sinceLastYear: lastYearClause(forPeople.sinceLastYear, first === last, catalogue),
    words,
  });
}

/** «JOB in Syd»; null where all was asked for. */
function scopeOf(
  { programme, region }: EstimateReport['request'],
  { compare }: Catalogue,
  words: Words,
): string | null {
  const named = (names: readonly string[] | null): string | null => (names === null ? null : words.list(names));
  return compare.cell(named(programme), named(region)) || null;
}

function monthBlock(
  rows: readonly EstimateRow[],
  totals: readonly TotalRow[],
  title: string | null,
  catalogue: Catalogue,
): TableBlock {
  const body = groupedRows({ rows, totals, figures: cellsOf }, catalogue);
  return { kind: 'table', title, columns: columns(catalogue), rows: body };
}

function rangeBlock(totals: readonly TotalRow[], catalogue: Catalogue): TableBlock {
  const rows = totalLines(totals, cellsOf, catalogue);
  return { kind: 'table', title: catalogue.estimate.rangeTotal, columns: columns(catalogue), rows };
}

function columns(catalogue: Catalogue): TableBlock['columns'] {
  return COLUMNS.map((key, index) => ({ label: catalogue.columns[key], align: index < 2 ? 'left' : 'right' }));
}

function cellsOf({ newDecisions, collaborationCases, baseHours, collaborationHours, totalHours }: Figures): number[] {
  return [newDecisions, collaborationCases, baseHours, collaborationHours, totalHours];
}
