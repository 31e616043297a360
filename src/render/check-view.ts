import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { CheckReport, MonthSpan } from '../domain/report.ts';
import type { Catalogue, CheckColumn } from '../messages/catalogue.ts';
import { noteTexts } from './findings.ts';
import type { Block, Column, TableBlock, View } from './view.ts';
import { wordsOf } from './words.ts';

/** More names than this are counted instead. */
const MOST_NAMES = 12;
const NOTHING = '–';

/** What a view of `check` needs besides the report. */
interface CheckSurroundings {
  readonly catalogue: Catalogue;
  readonly problems: readonly PlacedProblem[];
  readonly dataFlag: string;
}

/** The verdict and the problems, for people, then what was understood: the files, and what they speak of. */
export function checkView(report: CheckReport, { catalogue, problems, dataFlag }: CheckSurroundings): View {
  const words = wordsOf(catalogue);
  const { check } = catalogue;
  const errors = report.problems.filter(({ severity }) => severity === 'error').length;
  const month = report.month === null ? null : words.month(report.month);
  const rows = report.understood.reduce((sum, file) => sum + file.rows, 0);
  const facts = { errors, warnings: report.warnings.length, files: report.understood.length, rows, words };
  const next = report.month === null || !report.isEstimable ? [] : [check.next(`${dataFlag}--month ${report.month}`)];
  return {
    headline: check.headline(facts),
    qualifiers: [],
    blocks: [
      ...(problems.length === 0 ? [] : [{ kind: 'problems', problems, catalogue } as const]),
      filesBlock(report, catalogue),
      ...contentBlocks(report, catalogue, month),
    ],
    notesTitle: catalogue.estimate.notesTitle,
    notes: noteTexts(report.notes, catalogue),
    // A long list of problems has scrolled the verdict away.
    remarks: errors > 0 ? [check.mend(errors, words)] : next,
  };
}

function column(catalogue: Catalogue, key: CheckColumn, align: Column['align'], longest?: number): Column {
  const label = catalogue.check.columns[key];
  return longest === undefined ? { label, align } : { label, align, longest };
}

function tableOf(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
): TableBlock {
  return { kind: 'table', title, columns, rows: rows.map((cells) => ({ cells, weight: 'row', isApart: false })) };
}

function filesBlock({ understood }: CheckReport, catalogue: Catalogue): TableBlock {
  const { check } = catalogue;
  const signs: Readonly<Record<string, string>> = check.signs;
  const signOf = (sign: string | null): string => (sign === null ? NOTHING : (signs[sign] ?? sign));
  return tableOf(
    check.titles.files,
    [
      column(catalogue, 'file', 'left', 26),
      column(catalogue, 'encoding', 'left'),
      column(catalogue, 'delimiter', 'left'),
      column(catalogue, 'decimal', 'left'),
      column(catalogue, 'headerLine', 'right'),
      column(catalogue, 'rows', 'right'),
    ],
    understood.map(({ path, encoding, delimiter, decimal, headerLine, rows }) => [
      path,
      encoding?.toUpperCase().replace('WINDOWS', 'Windows') ?? NOTHING,
      signOf(delimiter),
      signOf(decimal),
      headerLine ?? NOTHING,
      rows,
    ]),
  );
}

function contentBlocks({ coverage, schablons }: CheckReport, catalogue: Catalogue, month: string | null): Block[] {
  if (coverage === null) return [];
  const { check } = catalogue;
  const words = wordsOf(catalogue);
  const spanText = (span: MonthSpan | null): string => (span === null ? NOTHING : `${span.from} – ${span.to}`);
  const programmes = tableOf(
    check.titles.programmes,
    [
      column(catalogue, 'programme', 'left', 12),
      column(catalogue, 'codes', 'left', 14),
      column(catalogue, 'statistics', 'left', 20),
      column(catalogue, 'gaps', 'right'),
      column(catalogue, 'forecasts', 'left', 20),
      column(catalogue, 'schablons', 'right'),
    ],
    coverage.programmes.map(({ programme, codes, statistics, forecasts, schablons: count }) => [
      programme,
      named(codes, ', '),
      spanText(statistics),
      statistics?.gaps.length ?? NOTHING,
      spanText(forecasts),
      count,
    ]),
  );
  const vintages = tableOf(
    check.titles.vintages,
    [
      column(catalogue, 'published', 'left'),
      column(catalogue, 'covers', 'left', 20),
      column(catalogue, 'rows', 'right'),
    ],
    coverage.vintages.map(({ published, from, to, rows }) => [published, `${from} – ${to}`, rows]),
  );
  const gaps = coverage.programmes.flatMap(({ programme, statistics }) =>
    statistics === null || statistics.gaps.length === 0 ? [] : [check.gaps(programme, named(statistics.gaps, ', '))],
  );
  const regions = coverage.regions.map(({ region }) => region);
  const sentences: Block = {
    kind: 'prose',
    lines: [...gaps, regions.length === 0 ? check.noRegions : check.regions(regions.length, named(regions, ', '))],
  };
  if (schablons === null || month === null) return [programmes, sentences, vintages];
  const inForce = tableOf(
    check.titles.schablons(month),
    [
      column(catalogue, 'programme', 'left', 10),
      column(catalogue, 'region', 'left', 11),
      column(catalogue, 'measure', 'left'),
      column(catalogue, 'step', 'left', 18),
      column(catalogue, 'value', 'right'),
      column(catalogue, 'age', 'right'),
      column(catalogue, 'source', 'left', 11),
    ],
    schablons.map(({ programme, region, measure, step, value, ageMonths, source }) => [
      programme,
      region ?? catalogue.nation,
      check.measures[measure],
      step ?? '',
      measure === 'collaboration_share' ? `${words.number(value * 100, 6)} %` : words.number(value, 6),
      check.age(ageMonths),
      source ?? NOTHING,
    ]),
  );
  return [programmes, sentences, vintages, inForce];
}

function named(names: readonly string[], between: string): string {
  const shown = names.slice(0, MOST_NAMES).join(between);
  return names.length > MOST_NAMES ? `${shown} …` : shown;
}
