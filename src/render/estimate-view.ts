import type { EstimateReport, EstimateRow, TotalRow } from '../domain/report.ts';
import type { Catalogue, ColumnLabel } from '../messages/catalogue.ts';
import { noteTexts } from './findings.ts';
import { qualifiers } from './qualifiers.ts';
import type { TableBlock, TableRow, View } from './view.ts';
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
    notes: noteTexts(report.notes, catalogue),
    remarks: catalogue.estimate.remarks,
  };
}

function headline({ rows, totals }: EstimateReport, catalogue: Catalogue): string {
  const words = wordsOf(catalogue);
  // The last total is that of everything.
  const all = totals.at(-1) as TotalRow;
  const [first, last] = [rows[0]?.month ?? '', rows.at(-1)?.month ?? ''];
  return catalogue.estimate.headline({
    period: first === last ? words.month(first) : `${words.month(first)} – ${words.month(last)}`,
    total: all.totalHours,
    base: all.baseHours,
    collaboration: all.collaborationHours,
    newDecisions: all.newDecisions,
    cases: all.collaborationCases,
    words,
  });
}

function monthBlock(
  rows: readonly EstimateRow[],
  totals: readonly TotalRow[],
  title: string | null,
  catalogue: Catalogue,
): TableBlock {
  const words = wordsOf(catalogue);
  // Programmes of one row each need no space between them.
  const isGrouped = rows.length > new Set(rows.map(({ programme }) => programme)).size;
  const body = [...new Set(rows.map(({ programme }) => programme))].flatMap((programme, index) => {
    const own = rows.filter((row) => row.programme === programme);
    const lines = own.map((row, at) =>
      tableRow([programme, words.region(row.region)], row, 'row', isGrouped && index > 0 && at === 0),
    );
    const total = totals.find((each) => each.programme === programme);
    return own.length > 1 && total !== undefined
      ? [...lines, tableRow([programme, catalogue.estimate.programmeTotal], total, 'total', false)]
      : lines;
  });
  return { kind: 'table', title, columns: columns(catalogue), rows: [...body, ...totalLines(rows, totals, catalogue)] };
}

/** Per region where there are several programmes, and of all where there are several rows. */
function totalLines(rows: readonly EstimateRow[], totals: readonly TotalRow[], catalogue: Catalogue): TableRow[] {
  const programmes = new Set(rows.map(({ programme }) => programme));
  const regions = totals.filter(({ region }) => region !== null);
  const perRegion =
    programmes.size > 1 && regions.length > 1
      ? regions.map((total, at) =>
          tableRow([catalogue.estimate.regionTotal, total.region ?? ''], total, 'row', at === 0),
        )
      : [];
  const all = totals.at(-1);
  return programmes.size > 1 && all !== undefined
    ? [...perRegion, tableRow([catalogue.estimate.grandTotal, ''], all, 'total', perRegion.length === 0)]
    : perRegion;
}

function rangeBlock(totals: readonly TotalRow[], catalogue: Catalogue): TableBlock {
  const { regionTotal, programmeTotal, grandTotal, rangeTotal } = catalogue.estimate;
  const rows = totals.map((total, at) => {
    const isAll = total.programme === null && total.region === null;
    const names = isAll
      ? [grandTotal, '']
      : [total.programme ?? regionTotal, total.programme === null ? (total.region ?? '') : programmeTotal];
    const isFirstRegion = total.region !== null && totals[at - 1]?.programme != null;
    return tableRow(names, total, isAll ? 'total' : 'row', isFirstRegion);
  });
  return { kind: 'table', title: rangeTotal, columns: columns(catalogue), rows };
}

function columns(catalogue: Catalogue): TableBlock['columns'] {
  return COLUMNS.map((key, index) => ({ label: catalogue.columns[key], align: index < 2 ? 'left' : 'right' }));
}

function tableRow(names: readonly string[], figures: Figures, weight: TableRow['weight'], isApart: boolean): TableRow {
  const { newDecisions, collaborationCases, baseHours, collaborationHours, totalHours } = figures;
  return {
    cells: [...names, newDecisions, collaborationCases, baseHours, collaborationHours, totalHours],
    weight,
    isApart,
  };
}
