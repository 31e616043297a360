import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Report } from '../domain/report.ts';
import type { MarkdownText, SinkText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { estimateView } from './estimate-view.ts';
import { json } from './json.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import type { View } from './view.ts';

/** Every format, with the endings of the files that hold it. The first format of an ending is the usual one. */
export const FORMATS = {
  table: ['.txt'],
  markdown: ['.md'],
  json: ['.json'],
  csv: ['.csv'],
  'csv-sv': ['.csv'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Format = keyof typeof FORMATS;

export interface RenderOptions {
  readonly catalogue: Catalogue;
  readonly width: number;
  readonly paint: Paint;
  /** The report's problems with their lines; only those of `check` and `batch` are part of it. */
  readonly problems: readonly PlacedProblem[];
  /** What stands between a command and its options, so that it reads the same folder: `--data DIR ` or nothing. */
  readonly dataFlag: string;
}

/** Whether a format is for people to read, and so depends on the language. */
export function isForPeople(format: Format): boolean {
  return format === 'table' || format === 'markdown';
}

/** A report as text in a format. Only `table` depends on width and colour. */
export async function render(report: Report, format: Format, options: RenderOptions): Promise<SinkText> {
  switch (format) {
    case 'json':
      return json(report);
    case 'csv':
    case 'csv-sv':
      return (await import('./csv.ts')).csv(report, format, options.problems);
    case 'table': {
      const { catalogue, width, paint } = options;
      return table(await viewOf(report, options), { width, decimalSign: catalogue.decimalSign, paint });
    }
    case 'markdown':
      return renderMarkdown(report, options);
  }
}

/** A report as a page of Markdown, which few runs need. */
export async function renderMarkdown(report: Report, options: RenderOptions): Promise<MarkdownText> {
  return (await import('./markdown.ts')).markdown(await viewOf(report, options, true), options.catalogue);
}

/** A view that is read far from where the run was tells what went wrong, too. */
async function viewOf(
  report: Report,
  { catalogue, problems, dataFlag, width }: RenderOptions,
  isFarAway = false,
): Promise<View> {
  switch (report.kind) {
    case 'estimate':
      return estimateView(report, catalogue);
    case 'explain':
      return (await import('./explain-view.ts')).explainView(report, catalogue);
    case 'compare':
      return (await import('./compare-view.ts')).compareView(report, catalogue);
    case 'verify':
      return (await import('./verify-view.ts')).verifyView(report, catalogue);
    case 'batch':
      return (await import('./batch-view.ts')).batchView(
        report,
        catalogue,
        isFarAway ? problems : [],
        isFarAway ? null : width,
      );
    case 'check':
      return (await import('./check-view.ts')).checkView(report, { catalogue, problems, dataFlag });
  }
}
