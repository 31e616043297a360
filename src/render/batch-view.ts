import type { BatchReport, JobOutput, JobRow } from '../domain/batch-report.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { JobCounts } from '../messages/batch-texts.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Column, TableBlock, View } from './view.ts';
import { wordsOf } from './words.ts';

/** Many runs for people: how many ended in which way, each with its hours and what it wrote, and problems where they are not told elsewhere. */
export function batchView(report: BatchReport, catalogue: Catalogue, problems: readonly PlacedProblem[]): View {
  const { batch } = catalogue;
  const words = wordsOf(catalogue);
  const counts = countsOf(report.rows);
  const { dryRun } = report.request;
  return {
    headline: dryRun ? batch.dryRun(counts.jobs, counts.files, words) : batch.headline(counts, words),
    qualifiers: [],
    blocks: [
      dryRun ? plannedBlock(report, catalogue) : jobsBlock(report, catalogue),
      ...(problems.length === 0 ? [] : [{ kind: 'problems', problems, catalogue } as const]),
    ],
    notesTitle: '',
    notes: [],
    remarks: dryRun ? [] : [batch.legend, batch.remark],
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

const LONGEST_JOB = 26;
const LONGEST_FILES = 28;

function jobsBlock({ rows }: BatchReport, catalogue: Catalogue): TableBlock {
  const { columns } = catalogue.batch;
  const words = wordsOf(catalogue);
  const hasChanges = rows.some(({ change }) => change !== null);
  const column = (key: keyof typeof columns, align: Column['align'], longest?: number): Column => ({
    label: columns[key],
    align,
    ...(longest === undefined ? {} : { longest }),
  });
  return {
    kind: 'table',
    title: null,
    columns: [
      column('job', 'left', LONGEST_JOB),
      column('hours', 'right'),
      ...(hasChanges ? [column('change', 'right')] : []),
      column('notes', 'right'),
      column('exit', 'right'),
      column('files', 'left', LONGEST_FILES),
    ],
    rows: rows.map((row) => ({
      cells: [
        row.name,
        row.totalHours ?? '–',
        ...(hasChanges ? [row.change === null ? '' : words.signed(row.change)] : []),
        row.notes.length + row.warnings.length,
        row.exitCode ?? '',
        filesText(row.outputs),
      ],
      weight: row.exitCode === 0 ? 'row' : 'total',
      isApart: false,
    })),
  };
}

/** Every file that would be written. */
function plannedBlock({ rows }: BatchReport, { batch: { columns } }: Catalogue): TableBlock {
  return {
    kind: 'table',
    title: null,
    columns: [
      { label: columns.job, align: 'left', longest: LONGEST_JOB },
      { label: columns.files, align: 'left', longest: 50 },
    ],
    rows: rows.flatMap(({ name, outputs }) => {
      const files = outputs.length === 0 ? [''] : outputs.map(({ path }) => path);
      return files.map((path, at) => ({ cells: [at === 0 ? name : '', path], weight: 'row', isApart: false }) as const);
    }),
  };
}

/** Files that differ only in their ending as one: `timmar.{json,csv}`. */
function filesText(outputs: readonly JobOutput[]): string {
  const parts = outputs.map(({ path }) => /^(.*)\.([^./]+)$/.exec(path) ?? [path, path, '']);
  const stems = [...new Set(parts.map(([, stem]) => stem))];
  return stems
    .map((stem) => {
      const endings = parts.filter((part) => part[1] === stem).map((part) => part[2]);
      return endings.length > 1 ? `${stem}.{${endings.join(',')}}` : [stem, ...endings].filter(Boolean).join('.');
    })
    .join(' ');
}
