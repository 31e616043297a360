import { inPlaceOrder, type Problem } from '../../src/domain/problem.ts';
import { TABLE_NAMES, type TableName } from '../../src/domain/tables.ts';
import { readTables, type TablesReading } from '../../src/read/all-tables.ts';
import type { SourceFile } from '../../src/read/text-file.ts';

/** Files by name; the name begins with its table: `statistics.csv`, `statistics-2.csv`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A small data folder without a fault. */
export const SOUND = {
  'statistics.csv': [
    'month;programme;region;decisions;new_decisions',
    '2022-01;JOB;Nord;1200;120',
    '2022-01;JOB;Syd;800;100',
    '',
  ].join('\n'),
  'forecasts.csv': [
    'published;programme;region;period;decisions_per_month;low;high',
    '2022-10-24;JOB;;2023;2100;;',
    '',
  ].join('\n'),
  'schablons.csv': [
    'programme;region;valid_from;valid_to;measure;step;value;low;high;priority',
    'JOB;;2022-01;;collaboration_share;;35 %;;;',
    'JOB;;2022-01;;base_hours;bedöma;1,5;;;',
    'JOB;;2022-01;;collaboration_hours;samråd;2;;;',
    '',
  ].join('\n'),
} as const;

function tableOf(path: string): TableName {
  const table = TABLE_NAMES.find((name) => path.startsWith(name));
  if (table === undefined) throw new Error(`no table for ${path}`);
  return table;
}

export function sourceOf(path: string, content: string | Uint8Array, table = tableOf(path)): SourceFile {
  return {
    table,
    path,
    location: `/data/${path}`,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  };
}

/** Reads the sound folder with these files in it, in the order of their names; problems in the order of their places. */
export async function readFiles(files: Files = {}): Promise<TablesReading> {
  const all = Object.entries({ ...SOUND, ...files }).sort(([left], [right]) => (left < right ? -1 : 1));
  const reading = await readTables({ sources: all.map(([path, content]) => sourceOf(path, content)), problems: [] });
  return { ...reading, problems: inPlaceOrder(reading.problems) };
}

/** `statistics.csv` with these lines below the header of the sound one. */
export function statistics(...lines: string[]): Files {
  return { 'statistics.csv': ['month;programme;region;decisions;new_decisions', ...lines, ''].join('\n') };
}

export function forecasts(...lines: string[]): Files {
  return {
    'forecasts.csv': ['published;programme;region;period;decisions_per_month;low;high', ...lines, ''].join('\n'),
  };
}

export function schablons(...lines: string[]): Files {
  const header = 'programme;region;valid_from;valid_to;measure;step;value;low;high;priority';
  return { 'schablons.csv': [header, ...lines, ''].join('\n') };
}

/** What a problem says, on one line: `code file:line column number "value"`, as far as it says it. */
export function brief({ code, file, line, column, columnNumber, value }: Problem): string {
  const cell = column === null ? '' : ` ${columnNumber} ${column} ${JSON.stringify(value)}`;
  return `${code} ${file}:${line}${cell}`;
}

export async function problemsOf(files: Files): Promise<string[]> {
  return (await readFiles(files)).problems.map(brief);
}
