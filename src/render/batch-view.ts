import type { BatchReport, JobOutput, JobRow } from '../domain/batch-report.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { JobCounts } from '../messages/batch-texts.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Column, TableBlock, View } from './view.ts';
import { wordsOf } from './words.ts';

/** Many runs for people: how many ended in which way, each with its hours and what it wrote, and problems where they are not told elsewhere. */
export function batchView(
  report: BatchReport,
  catalogue: Catalogue,
  problems: readonly PlacedProblem[],
  isFarAway: boolean,
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
      jobsBlock(report, catalogue, isFarAway),
      // Of what is still to be written every file is named in full.
      ...(dryRun ? [filesBlock(report, catalogue)] : []),
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

/** So that the table keeps within 80 columns. */
const LONGEST_JOB = 30;
const LONGEST_FILES = 15;

function jobsBlock({ rows }: BatchReport, catalogue: Catalogue, isFarAway: boolean): TableBlock {
  const { columns } = catalogue.batch;
  const words = wordsOf(catalogue);
  const hasChanges = rows.some(({ change }) => change !== null);
  // A page that is far away is as wide as it needs to be.
  const cut = (text: string, most: number): string => (isFarAway ? text : withEnd(text, most));
  const column = (key: keyof typeof columns, align: Column['align']): Column => ({
    label: columns[key],
    align,
    longest: 500,
  });
  return {
    kind: 'table',
    title: null,
    columns: [
      column('job', 'left'),
      column('hours', 'right'),
      ...(hasChanges ? [column('change', 'right')] : []),
      column('notes', 'right'),
      column('exit', 'right'),
      column('files', 'left'),
    ],
    rows: rows.map((row) => ({
      cells: [
        cut(row.name, LONGEST_JOB),
        row.totalHours ?? '–',
        ...(hasChanges ? [row.change === null ? '' : words.signed(row.change)] : []),
        row.notes.length,
        row.exitCode,
        cut(filesText(row.outputs), hasChanges ? LONGEST_FILES : LONGEST_FILES + 9),
      ],
      weight: row.exitCode === 0 ? 'row' : 'total',
      isApart: false,
    })),
  };
}

/** Jobs and files differ at their end: of a long name the beginning is left out. */
function withEnd(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(text.length - most + 1)}`;
}

/** Every file that would be written. */
function filesBlock({ rows }: BatchReport, { batch: { columns } }: Catalogue): TableBlock {
  return {
    kind: 'table',
    title: null,
    columns: [
      { label: columns.job, align: 'left', longest: 500 },
      { label: columns.exit, align: 'right' },
      { label: columns.files, align: 'left', longest: 500 },
    ],
    rows: rows.flatMap(({ name, exitCode, outputs }) => {
      const files = outputs.length === 0 ? [''] : outputs.map(({ path }) => path);
      return files.map((path, at) => {
        const cells =
          at === 0
            ? [withEnd(name, LONGEST_JOB), exitCode, withEnd(path, LONGEST_PATH)]
            : ['', '', withEnd(path, LONGEST_PATH)];
        return { cells, weight: 'row', isApart: false } as const;
      });
    }),
  };
}

const LONGEST_PATH = 40;

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
