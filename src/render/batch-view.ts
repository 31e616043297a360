import type { BatchReport, JobOutput, JobRow } from '../domain/batch-report.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { JobCounts } from '../messages/batch-texts.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { cut, forTerminal } from './terminal-text.ts';
import type { Column, TableBlock, View } from './view.ts';
import { widthOf } from './width.ts';
import { wordsOf } from './words.ts';

/**
 * Many runs for people: how many ended in which way, each with its hours and what it wrote, and problems where they are
 * not told elsewhere. Without a width, for a page that is far away, cells are as wide as they need to be.
 */
export function batchView(
  report: BatchReport,
  catalogue: Catalogue,
  problems: readonly PlacedProblem[],
  width: number | null,
): View {
  const { batch } = catalogue;
  const words = wordsOf(catalogue);
  const counts = countsOf(report.rows);
  const { plan, month, dryRun } = report.request;
  const what = month === null ? plan : `${plan}, ${month}`;
  return {
    headline: `${what}: ${dryRun ? batch.dryRun(counts, words) : batch.headline(counts, words)}`,
    qualifiers: [],
    blocks: [
      ...jobsBlocks(report, catalogue, width),
      ...(problems.length === 0 ? [] : [{ kind: 'problems', problems, catalogue } as const]),
    ],
    notesTitle: '',
    notes: [],
    remarks: [batch.legend, batch.remark],
  };
}

function countsOf(rows: readonly JobRow[]): JobCounts {
  const withCode = (code: number): number => rows.filter(({ exitCode }) => exitCode === code).length;
  return {
    jobs: rows.length,
    fine: withCode(0),
    refused: withCode(1),
    couldNotRun: withCode(2),
    breached: withCode(3),
    files: rows.reduce((sum, { outputs }) => sum + outputs.length, 0),
  };
}

/** Between two columns of a table. */
const GAP = 2;
/** A cut name of a job still tells it apart. */
const SHORTEST_JOB = 12;
/** In Markdown a column of longer names than this makes the table too wide to read. */
const LONGEST_FILES = 30;
/** Cells are as long as this view makes them. */
const LONGEST = 500;

interface Columns {
  readonly columns: readonly Column[];
  /** For each job. */
  readonly cells: readonly (readonly (string | number)[])[];
}

/** The jobs; where the names of their files do not fit, these are counted and stand below. */
function jobsBlocks({ rows }: BatchReport, catalogue: Catalogue, width: number | null): TableBlock[] {
  const { columns } = catalogue.batch;
  const counted = GAP + Math.max(...columns.files.map(widthOf));
  const { figures, taken } = figuresFor(rows, catalogue, width === null ? null : width - counted - SHORTEST_JOB);
  const files = rows.map(({ outputs }) => filesText(outputs));
  const names = rows.map(({ name }) => name);
  const most = (texts: readonly string[]): number => Math.max(...texts.map((text) => widthOf(forTerminal(text))));
  const areFilesFit = width === null ? most(files) <= LONGEST_FILES : most(names) + taken + GAP + most(files) <= width;
  const room = width === null ? LONGEST : Math.max(SHORTEST_JOB, width - taken - counted);
  const table: TableBlock = {
    kind: 'table',
    title: null,
    columns: [
      { label: columns.job, align: 'left', longest: LONGEST },
      ...figures.columns,
      { label: columns.files, align: areFilesFit ? 'left' : 'right', longest: LONGEST },
    ],
    rows: rows.map(({ name, exitCode, outputs }, at) => ({
      cells: [shortened(name, room), ...(figures.cells[at] ?? []), areFilesFit ? (files[at] ?? '') : outputs.length],
      weight: exitCode === 0 ? 'row' : 'total',
      isApart: false,
    })),
  };
  return areFilesFit ? [table] : [table, namesBelow(rows, catalogue, width)];
}

/** The figures that there is room for. */
function figuresFor(rows: readonly JobRow[], catalogue: Catalogue, room: number | null): Figures {
  const widthOfAll = ({ columns, cells }: Columns): number =>
    columns.reduce((sum, column, at) => {
      const texts = cells.map((row) => row[at] ?? '');
      return sum + GAP + widthOfColumn(column, texts, catalogue);
    }, 0);
  const all = figuresOf(rows, catalogue, true);
  const taken = widthOfAll(all);
  if (room === null || taken <= room) return { figures: all, taken };
  const fewer = figuresOf(rows, catalogue, false);
  return { figures: fewer, taken: widthOfAll(fewer) };
}

interface Figures {
  readonly figures: Columns;
  /** Characters in a line. */
  readonly taken: number;
}

/** Hours, change and its limit, warnings and notes, and the exit code; of what no job has there is no column. */
function figuresOf(rows: readonly JobRow[], catalogue: Catalogue, isWide: boolean): Columns {
  const { batch, jobColumns } = catalogue;
  const words = wordsOf(catalogue);
  const hasChanges = rows.some(({ change }) => change !== null);
  const hasShares = isWide && rows.some(({ changeShare }) => changeShare !== null);
  const hasLimits = isWide && rows.some((row) => limitOf(row) !== '');
  const hasWarnings = rows.some(({ warnings }) => warnings.length > 0);
  const column = (label: Column['label']): Column => ({ label, align: 'right', longest: LONGEST });
  return {
    columns: [
      column(batch.columns.hours),
      ...(hasChanges ? [column(batch.columns.change)] : []),
      ...(hasShares ? [column(jobColumns.changeShare)] : []),
      ...(hasLimits ? [column(jobColumns.limit)] : []),
      ...(hasWarnings ? [column(jobColumns.warnings)] : []),
      column(batch.columns.notes),
      column(batch.columns.exit),
    ],
    cells: rows.map((row) => {
      const { change, changeShare } = row;
      const share = changeShare === null ? '' : words.signedPercent(changeShare, shareLimitOf(row, changeShare));
      return [
        row.totalHours ?? '–',
        ...(hasChanges ? [change === null ? '' : words.signed(change)] : []),
        ...(hasShares ? [share] : []),
        ...(hasLimits ? [limitOf(row)] : []),
        ...(hasWarnings ? [row.warnings.length] : []),
        row.notes.length,
        row.exitCode,
      ];
    }),
  };
}

function widthOfColumn({ label }: Column, cells: readonly (string | number)[], catalogue: Catalogue): number {
  const words = wordsOf(catalogue);
  const texts = cells.map((cell) => (typeof cell === 'number' ? words.number(cell) : forTerminal(cell)));
  return Math.max(...[...label, ...texts].map(widthOf));
}

/** The limit that a change is held against, as the plan has it, with the sign of the change. */
function limitOf({ with: options, change }: JobRow): string {
  const isLess = change !== null && change < 0;
  const limit = options[isLess ? 'max-decrease' : 'max-increase'];
  return typeof limit === 'string' ? `${isLess ? '\u2212' : '+'}${limit.trim().replace(/\s*(%|h)$/, '\u00A0$1')}` : '';
}

/** The same as a share. */
function shareLimitOf({ with: options }: JobRow, changeShare: number): number | undefined {
  const limit = options[changeShare < 0 ? 'max-decrease' : 'max-increase'];
  const [, percent] = (typeof limit === 'string' && /^(\d+(?:[.,]\d+)?)\s*%$/.exec(limit.trim())) || [];
  return percent === undefined ? undefined : Number(percent.replace(',', '.')) / 100;
}

/** The files of the jobs that have some; the jobs beside them, where there is room. */
function namesBelow(rows: readonly JobRow[], { batch: { columns } }: Catalogue, width: number | null): TableBlock {
  const named = rows.filter(({ outputs }) => outputs.length > 0);
  const files = named.map(({ outputs }) => filesText(outputs));
  const most = Math.max(0, ...files.map((text) => widthOf(forTerminal(text))));
  const room = width === null ? LONGEST : width - most - GAP;
  const hasJobs = room >= Math.min(SHORTEST_JOB, ...named.map(({ name }) => widthOf(name)));
  return {
    kind: 'table',
    title: columns.files.join(' ').trim(),
    columns: [
      ...(hasJobs ? [{ label: columns.job, align: 'left', longest: LONGEST } as const] : []),
      { label: columns.files, align: 'left', longest: LONGEST },
    ],
    rows: named.map(({ name }, at) => ({
      cells: [...(hasJobs ? [shortened(name, room)] : []), files[at] ?? ''],
      weight: 'row',
      isApart: false,
    })),
  };
}

/** A long name keeps the job's own, and something of each value that the matrix chose: any of them may tell jobs apart. */
function shortened(text: string, most: number): string {
  if (widthOf(forTerminal(text)) <= most) return text;
  const [, own = text, chosen = ''] = /^(.*?) \((.*)\)$/su.exec(text) ?? [];
  const values = chosen.split(', ');
  const room = most - own.length - ' ()'.length - ', '.length * (values.length - 1);
  // The longest values give way first.
  let longest = Math.max(...values.map(({ length }) => length));
  while (longest > 1 && values.reduce((sum, { length }) => sum + Math.min(length, longest), 0) > room) longest -= 1;
  if (chosen === '' || longest < 2) return cut(text, most);
  return `${own} (${values.map((value) => withoutMiddle(value, longest)).join(', ')})`;
}

/** Months differ at their ends, names as a rule at their beginnings. */
function withoutMiddle(value: string, most: number): string {
  const tail = Math.floor((most - 1) / 2);
  return value.length <= most ? value : `${value.slice(0, most - 1 - tail)}…${value.slice(value.length - tail)}`;
}

/** Files that differ only in their ending as one: `timmar.json, .csv`. */
function filesText(outputs: readonly JobOutput[]): string {
  const parts = outputs.map(({ path }) => /^(.*?)(\.[^./]+)?$/.exec(path) ?? [path, path, '']);
  const stems = [...new Set(parts.map(([, stem]) => stem))];
  return stems
    .map((stem) => {
      const endings = parts.filter((part) => part[1] === stem).map((part) => part[2] ?? '');
      return `${stem}${endings.join(', ')}`;
    })
    .join(', ');
}
