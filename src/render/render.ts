import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Report } from '../domain/report.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { checkView } from './check-view.ts';
import { compareView } from './compare-view.ts';
import { csv } from './csv.ts';
import { estimateView } from './estimate-view.ts';
import { explainView } from './explain-view.ts';
import { json } from './json.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { verifyView } from './verify-view.ts';
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
  /** The report's problems with their lines; only those of `check` are part of it. */
  readonly problems: readonly PlacedProblem[];
  /** What stands between a command and its options, so that it reads the same folder: `--data DIR ` or nothing. */
  readonly dataFlag: string;
}

/** Whether a format is for people to read, and so depends on the language. */
export function isForPeople(format: Format): boolean {
  return format === 'table' || format === 'markdown';
}

/** A report as text in a format. Only `table` depends on width and colour. Few runs need Markdown. */
export async function render(report: Report, format: Format, options: RenderOptions): Promise<string> {
  switch (format) {
    case 'json':
      return json(report);
    case 'csv':
    case 'csv-sv':
      return csv(report, format, options.problems);
    case 'table': {
      const { catalogue, width, paint } = options;
      return table(viewOf(report, options), { width, decimalSign: catalogue.decimalSign, paint });
    }
    case 'markdown':
      return (await import('./markdown.ts')).markdown(viewOf(report, options), options.catalogue);
  }
}

function viewOf(report: Report, { catalogue, problems, dataFlag }: RenderOptions): View {
  switch (report.kind) {
    case 'estimate':
      return estimateView(report, catalogue);
    case 'explain':
      return explainView(report, catalogue);
    case 'compare':
      return compareView(report, catalogue);
    case 'verify':
      return verifyView(report, catalogue);
    case 'check':
      return checkView(report, { catalogue, problems, dataFlag });
  }
}
