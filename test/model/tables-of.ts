import { inPlaceOrder, type Problem } from '../../src/domain/problem.ts';
import type { Tables } from '../../src/domain/tables.ts';
import { readTables } from '../../src/read/all-tables.ts';
import { type Files, sourceOf } from '../read/reading.ts';

export type { Files };

/** The tables of these files and nothing else, as a command has them. */
export async function read(files: Files): Promise<{ tables: Tables; problems: readonly Problem[] }> {
  const sources = Object.entries(files).map(([path, content]) => sourceOf(path, content));
  const { tables, problems } = await readTables({ sources, problems: [] });
  return { tables, problems: inPlaceOrder(problems) };
}
