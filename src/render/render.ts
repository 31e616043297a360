import type { Report } from '../domain/report.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { csv } from './csv.ts';
import { estimateView } from './estimate-view.ts';
import { explainView } from './explain-view.ts';
import { json } from './json.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';

/** Every format, with the endings of the files that hold it. The first format of an ending is the usual one. */
export const FORMATS = {
  table: ['.txt'],
  json: ['.json'],
  csv: ['.csv'],
  'csv-sv': ['.csv'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Format = keyof typeof FORMATS;

export interface RenderOptions {
  readonly catalogue: Catalogue;
  readonly width: number;
  readonly paint: Paint;
}

/** A report as text in a format. Only `table` depends on language, width and colour. */
export async function render(report: Report, format: Format, options: RenderOptions): Promise<string> {
  switch (format) {
    case 'json':
      return json(report);
    case 'csv':
    case 'csv-sv':
      return csv(report, format);
    case 'table': {
      const { catalogue, width, paint } = options;
      const view = report.kind === 'estimate' ? estimateView(report, catalogue) : explainView(report, catalogue);
      return table(view, { width, decimalSign: catalogue.decimalSign, paint });
    }
  }
}
