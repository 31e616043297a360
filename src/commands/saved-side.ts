import { dayFromIso } from '../domain/day.ts';
import { Failure } from '../domain/failure.ts';
import { isoMonth, type Month } from '../domain/month.ts';
import type { InputFile } from '../domain/tables.ts';
import { areWhole } from '../model/estimate.ts';
import { type EstimateSide, estimateSide } from '../model/side.ts';
import { nameOfFile, resolvePath } from '../read/paths.ts';
import type { SavedEstimate } from '../read/saved.ts';
import type { Context } from './context.ts';

/** A saved estimate and the file that it stands in. */
export interface SavedFile {
  readonly estimate: SavedEstimate;
  readonly input: InputFile;
}

export interface SavedSide extends SavedFile {
  readonly side: EstimateSide & Pick<SavedEstimate, 'steps'>;
}

/** Reads a saved estimate; a {@link Failure} where the file is anything else. */
export async function savedFile(file: string, { world, folder }: Context): Promise<SavedFile> {
  const location = resolvePath(world.cwd, file);
  const bytes = await world.readFile(location);
  const { parseSaved } = await import('../read/saved.ts');
  const estimate = await parseSaved(bytes, file);
  const path = nameOfFile(folder.path, file, location);
  return { estimate, input: { table: 'saved', path, location, bytes, rows: estimate.rows.length, dialect: null } };
}

/** A month of a saved estimate as a side of a comparison. */
export async function savedSide(file: string, month: Month, context: Context): Promise<SavedSide> {
  const saved = await savedFile(file, context);
  const { rows, steps, request } = saved.estimate;
  const ofMonth = rows.filter((row) => row.month === isoMonth(month));
  if (ofMonth.length === 0) {
    const months = [...new Set(rows.map((row) => row.month))];
    throw new Failure('saved-other-month', { path: file, month: isoMonth(month), months });
  }
  if (!areWhole(ofMonth)) throw new Failure('saved-unreadable', { path: file, reason: 'damaged' });
  const asOf = request.asOf === null ? null : dayFromIso(request.asOf);
  const ofMonthSteps = steps.filter((step) => step.month === isoMonth(month));
  return { ...saved, side: { ...estimateSide(month, asOf, ofMonth, null), steps: ofMonthSteps } };
}
