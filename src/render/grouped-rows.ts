import type { Catalogue } from '../messages/catalogue.ts';
import type { TableRow } from './view.ts';
import { wordsOf } from './words.ts';

/** A cell of a result, or a total of cells: of a programme, of a region, or of all. */
interface Named {
  readonly programme: string | null;
  readonly region: string | null;
}

interface Grouped<Row extends Named, Total extends Named> {
  readonly rows: readonly Row[];
  readonly totals: readonly Total[];
  /** Whether rows are left out, so that each total says what the shown ones do not. */
  readonly isCut?: boolean;
  /** Whether the result has but one programme, of which the total of all is the same. */
  readonly isOneProgramme?: boolean;
  /** The figures of a row or a total, without the names. */
  figures(of: Row | Total): readonly (string | number)[];
}

/**
 * The lines of a table by programme and region: each programme with its total, the totals of the regions where there
 * are several programmes, and the total of all.
 */
export function groupedRows<Row extends Named, Total extends Named>(
  { rows, totals, isCut = false, isOneProgramme, figures }: Grouped<Row, Total>,
  catalogue: Catalogue,
): TableRow[] {
  const words = wordsOf(catalogue);
  const { programmeTotal, regionTotal, grandTotal } = catalogue.estimate;
  const line = (names: readonly string[], of: Row | Total, weight: TableRow['weight'], isApart: boolean): TableRow => ({
    cells: [...names, ...figures(of)],
    weight,
    isApart,
  });
  const named = isCut ? totals.filter(({ programme }) => programme !== null) : rows;
  const programmes = [...new Set(named.map(({ programme }) => programme))];
  // Programmes of one row each need no space between them.
  const isGrouped = rows.length > programmes.length;
  const body = programmes.flatMap((programme, index) => {
    const own = rows.filter((row) => row.programme === programme);
    const lines = own.map((row, at) =>
      line([programme ?? '', words.region(row.region)], row, 'row', isGrouped && index > 0 && at === 0),
    );
    const total = totals.find((each) => each.programme === programme);
    return (own.length > 1 || isCut) && total !== undefined
      ? [...lines, line([programme ?? '', programmeTotal], total, 'total', false)]
      : lines;
  });
  const all = totals.at(-1);
  if (isOneProgramme ?? programmes.length < 2) return body;
  const regions = totals.filter(({ region }) => region !== null);
  const perRegion =
    regions.length > 1
      ? regions.map((total, at) => line([regionTotal, total.region ?? ''], total, 'row', at === 0))
      : [];
  const grand = all === undefined ? [] : [line([grandTotal, ''], all, 'total', perRegion.length === 0)];
  return [...body, ...perRegion, ...grand];
}

/** The lines of totals alone: of each programme, each region and of all. */
export function totalLines<Total extends Named>(
  totals: readonly Total[],
  figures: (of: Total) => readonly (string | number)[],
  { estimate }: Catalogue,
): TableRow[] {
  return totals.map((total, at) => {
    const { programme, region } = total;
    const isAll = programme === null && region === null;
    const names = isAll
      ? [estimate.grandTotal, '']
      : [programme ?? estimate.regionTotal, programme === null ? (region ?? '') : estimate.programmeTotal];
    const isFirstRegion = region !== null && totals[at - 1]?.programme != null;
    return { cells: [...names, ...figures(total)], weight: isAll ? 'total' : 'row', isApart: isFirstRegion };
  });
}
