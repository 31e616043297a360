import { isoMonth } from '../../domain/month.ts';
import type { Schablon } from '../../domain/tables.ts';
import { MEASURE_WORDS, PRIORITY_WORDS, SCHABLONS } from '../columns.ts';
import { type Keys, nameOf, variantKey } from '../keys.ts';
import { checkRange } from '../range.ts';
import { FAULTY, type Row } from '../row.ts';
import type { TableReader } from '../table-reader.ts';
import { folded } from '../text.ts';

export type SchablonKey = keyof typeof SCHABLONS.columns;

/** More hours than this for one step of one case are probably minutes. */
const MANY_HOURS = 40;

/** Reads schablons; two of one programme, region, measure, step and first month are a problem. */
export class SchablonReader implements TableReader<SchablonKey> {
  readonly spec = SCHABLONS;
  readonly schablons: Schablon[] = [];
  readonly #seen = new Map<string, Schablon>();
  /** The first spelling of each work step: another one would count beside it. */
  readonly #steps = new Map<string, Schablon>();
  readonly #programmes: Keys;
  readonly #regions: Keys;

  /** `known` are the schablons that a scenario's rows stand beside. */
  constructor(programmes: Keys, regions: Keys, known: readonly Schablon[] = []) {
    this.#programmes = programmes;
    this.#regions = regions;
    for (const schablon of known) if (schablon.step !== null) this.#steps.set(variantKey(schablon.step), schablon);
  }

  take(row: Row<SchablonKey>): void {
    const programme = row.code(row.columns.programme, this.#programmes);
    const region = row.region(row.columns.region, this.#regions);
    const validFrom = row.required(row.columns.valid_from, row.month(row.columns.valid_from));
    const validTo = row.month(row.columns.valid_to);
    const measure = wordOf(row, row.columns.measure, MEASURE_WORDS, 'measure-unknown');
    const priority = wordOf(row, row.columns.priority, PRIORITY_WORDS, 'priority-unknown');
    const step = withPlainSpaces(row.label(row.columns.step));
    const published = row.day(row.columns.published);
    if (measure === null) row.report(row.columns.measure, 'cell-missing', {});
    if (measure === null || measure === FAULTY) return;
    const figure = measure === 'collaboration_share' ? 'share' : 'rate';
    const value = row.required(row.columns.value, row.number(row.columns.value, figure));
    const low = row.number(row.columns.low, figure);
    const high = row.number(row.columns.high, figure);
    if (figure === 'share' && step !== null) row.report(row.columns.step, 'step-unexpected', {});
    if (figure === 'rate' && step === null) row.report(row.columns.step, 'step-missing', {});
    if (validFrom !== FAULTY && validTo !== FAULTY && validTo !== null && validTo < validFrom) {
      row.report(row.columns.valid_to, 'validity-order', { validFrom: isoMonth(validFrom) });
    }
    if (figure === 'rate' && value !== FAULTY && value > MANY_HOURS) row.warn(row.columns.value, 'hours-large', {});
    if (value !== FAULTY && low !== FAULTY && high !== FAULTY) checkRange(row, row.columns.value, low, value, high);
    if (programme === FAULTY || region === FAULTY || validFrom === FAULTY || validTo === FAULTY) return;
    if (priority === FAULTY || step === FAULTY || published === FAULTY) return;
    if (value === FAULTY || low === FAULTY || high === FAULTY) return;
    this.#add(row, {
      programme: programme.name,
      region: nameOf(region),
      validFrom,
      validTo,
      measure,
      step,
      value,
      low,
      high,
      priority: priority ?? (measure === 'base_hours' ? 'must' : 'can'),
      source: row.text(row.columns.source),
      published,
      origin: { table: 'schablons', path: row.path, line: row.line },
    });
  }

  #add(row: Row<SchablonKey>, schablon: Schablon): void {
    const { programme, region, measure, step, validFrom } = schablon;
    if (step !== null) this.#watchSpelling(row, step, schablon);
    const key = JSON.stringify([programme, region, measure, step, validFrom]);
    const other = this.#seen.get(key);
    if (other === undefined) this.#seen.set(key, schablon);
    else {
      const otherPlace = { otherPath: other.origin.path, otherLine: other.origin.line };
      const same = ['value', 'validTo', 'low', 'high', 'priority'] as const;
      if (same.every((key) => other[key] === schablon[key]))
        row.report(row.columns.valid_from, 'key-duplicate', otherPlace);
      else row.report(row.columns.valid_from, 'key-conflict', { ...otherPlace, hasPublications: false });
    }
    this.schablons.push(schablon);
  }

  #watchSpelling(row: Row<SchablonKey>, step: string, schablon: Schablon): void {
    const first = this.#steps.get(variantKey(step));
    if (first === undefined) this.#steps.set(variantKey(step), schablon);
    else if (first.step !== null && first.step !== step) {
      const facts = { other: first.step, otherPath: first.origin.path, otherLine: first.origin.line };
      row.report(row.columns.step, 'key-variant', facts);
    }
  }
}

/** A hard space looks like a space, and is one. */
function withPlainSpaces(step: string | null | typeof FAULTY): string | null | typeof FAULTY {
  return typeof step === 'string' ? step.replaceAll(/[\u00A0\u202F]/g, ' ') : step;
}

/** A cell that holds one of a few words, each in English or Swedish; null where blank. */
function wordOf<Word extends string>(
  row: Row<SchablonKey>,
  column: number,
  words: Readonly<Record<Word, readonly string[]>>,
  fault: 'measure-unknown' | 'priority-unknown',
): Word | null | typeof FAULTY {
  const text = row.text(column);
  if (text === null) return null;
  const found = (Object.keys(words) as Word[]).find((word) =>
    words[word].some((each) => folded(each) === folded(text)),
  );
  return found ?? row.report(column, fault, {});
}
