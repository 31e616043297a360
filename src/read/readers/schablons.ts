import { groupedBy } from '../../domain/grouping.ts';
import { isoMonth } from '../../domain/month.ts';
import { type Place, type Problem, problem } from '../../domain/problem.ts';
import type { Schablon } from '../../domain/tables.ts';
import { isTotalName, MEASURE_WORDS, PRIORITY_WORDS, SCHABLONS } from '../columns.ts';
import { type Keys, nameOf, variantKey } from '../keys.ts';
import { checkRange } from '../range.ts';
import { FAULTY, type Row } from '../row.ts';
import type { TableReader } from '../table-reader.ts';
import { folded } from '../text.ts';
import { StepWatch } from './step-watch.ts';

export type SchablonKey = keyof typeof SCHABLONS.columns;

/** More hours than this for one step of one case, or so many times the median of all steps, are probably minutes. */
const MANY_HOURS = 40;
const MANY_TIMES = 20;
/** Of fewer hours than this no median is made. */
const FEWEST_HOURS = 4;
/** A smaller share of collaboration cases was probably turned into per cent twice. */
const SMALL_SHARE = 0.01;

/** Reads schablons; two of one programme, region, measure, step and first month are a problem. */
export class SchablonReader implements TableReader<SchablonKey> {
  readonly spec = SCHABLONS;
  readonly schablons: Schablon[] = [];
  readonly #seen = new Map<string, Schablon>();
  /** The first spelling of each work step: another one would count beside it. */
  readonly #steps = new Map<string, Schablon>();
  readonly #watch = new StepWatch();
  readonly #hours: { readonly value: number; readonly place: Place }[] = [];
  /** Where each row says that it ends; those that are open are not here. */
  readonly #ends = new Map<Schablon, Place>();
  /** The steps of regions, and where each stands. */
  readonly #regional = new Map<Schablon, Place>();
  /** The schablons that a scenario's rows stand beside. */
  readonly #known: readonly Schablon[];
  readonly #programmes: Keys;
  readonly #regions: Keys;

  /** `known` are the schablons that a scenario's rows stand beside. */
  constructor(programmes: Keys, regions: Keys, known: readonly Schablon[] = []) {
    this.#programmes = programmes;
    this.#regions = regions;
    this.#known = known;
    for (const schablon of known) {
      if (schablon.step !== null) this.#steps.set(variantKey(schablon.step), schablon);
      this.#watch.saw(schablon, () => null);
    }
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
    if (typeof step === 'string' && !step.includes(' ') && isTotalName(step))
      row.report(row.columns.step, 'row-total', {});
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
    if (figure === 'share' && value !== FAULTY) watchShare(row, value);
    if (figure === 'rate' && value !== FAULTY) this.#hours.push({ value, place: row.place(row.columns.value) });
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
    this.#watch.saw(schablon, () => row.place(row.columns.step));
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
    if (schablon.region !== null && schablon.step !== null) this.#regional.set(schablon, row.place(row.columns.step));
    if (schablon.validTo !== null) this.#ends.set(schablon, row.place(row.columns.valid_to));
  }

  /** What only all the rows together show: hours unlike the others, steps nearly alike, rows that end after a later one began. */
  problems(): Problem[] {
    return [...this.#largeHours(), ...this.#watch.problems(), ...this.#onlyRegional(), ...this.#overlaps()];
  }

  /** A region's row replaces the national one of its step; one without such a row counts on top of the others. */
  #onlyRegional(): Problem[] {
    const national = [...this.#known, ...this.schablons].filter(({ region, step }) => region === null && step !== null);
    const steps = new Set(national.map(({ programme, measure, step }) => JSON.stringify([programme, measure, step])));
    const measures = new Set(national.map(({ programme, measure }) => JSON.stringify([programme, measure])));
    const seen = new Set<string>();
    return [...this.#regional].flatMap(([{ programme, region, measure, step }, place]) => {
      const key = JSON.stringify([programme, measure, step, region]);
      const isApart = measures.has(JSON.stringify([programme, measure])) && !seen.has(key);
      if (!isApart || region === null || steps.has(JSON.stringify([programme, measure, step]))) return [];
      seen.add(key);
      return [problem('step-only-regional', { programme, region }, place, 'warning')];
    });
  }

  #largeHours(): Problem[] {
    const sorted = this.#hours.map(({ value }) => value).sort((left, right) => left - right);
    const median = sorted.length < FEWEST_HOURS ? 0 : (sorted[Math.floor(sorted.length / 2)] ?? 0);
    return this.#hours.flatMap(({ value, place }) => {
      const isUnlike = median > 0 && value > MANY_TIMES * median;
      if (!isUnlike && value <= MANY_HOURS) return [];
      return [problem('hours-large', { median: isUnlike ? median : null }, place, 'warning')];
    });
  }

  #overlaps(): Problem[] {
    const keyOf = ({ programme, region, measure, step }: Schablon): string =>
      JSON.stringify([programme, region, measure, step]);
    const byKey = groupedBy(this.schablons, keyOf);
    return [...this.#ends].flatMap(([schablon, place]) => {
      const { validFrom, validTo } = schablon;
      const later = (byKey.get(keyOf(schablon)) ?? [])
        .filter((other) => other.validFrom > validFrom && other.validFrom <= (validTo ?? 0))
        .sort((left, right) => left.validFrom - right.validFrom)[0];
      if (later === undefined) return [];
      const facts = { from: isoMonth(later.validFrom), otherPath: later.origin.path, otherLine: later.origin.line };
      return [problem('schablons-overlap', facts, place, 'warning')];
    });
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

/** `0,35 %` is probably 35 %, and 1 may be 1 %; who means every case writes 100 %. */
function watchShare(row: Row<SchablonKey>, share: number): void {
  const isWhole = share === 1 && !row.raw(row.columns.value).includes('%');
  if (isWhole || (share > 0 && share < SMALL_SHARE)) row.warn(row.columns.value, 'share-extreme', { isWhole });
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
