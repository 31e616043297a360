import type { Day } from '../domain/day.ts';
import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth, type Month, monthNumberOf, monthsAfter, monthsFromTo } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { DecisionStatistics } from '../domain/tables.ts';
import { type Count, totalCount } from './count.ts';
import type { Findings } from './findings.ts';

/** What the statistics say of a programme and a month. */
export interface MonthCounts {
  readonly month: Month;
  /** The statistics' own national row. */
  readonly nationalRow: Count | null;
  /** Sorted by name. */
  readonly regions: ReadonlyMap<string, Count>;
  /** The national row if there is one, else the sum of the regions; null when the month has neither. */
  readonly nation: Count | null;
}

const MONTHS_KEY = 32768;
/** The region code of the nation. */
const NATION = -1;

/**
 * The decision statistics as known on a day: of several rows for one key, the latest published by then; codes summed to
 * programmes and regions. Months are summed when they are asked for.
 */
export class DecisionHistory {
  readonly statistics: DecisionStatistics;
  /** The first and the last month of any visible row. */
  readonly earliest: Month | null;
  readonly latest: Month | null;
  readonly #programmeIds = new Map<string, number>();
  readonly #buckets = new Map<number, number[]>();
  readonly #counts = new Map<number, MonthCounts>();
  readonly #cells = new Map<number, ReadonlyMap<number, number>>();
  readonly #missing = new Map<number, readonly string[]>();
  readonly #regionsOfYear = new Map<number, ReadonlySet<string>>();
  #months: ReadonlyMap<string, readonly Month[]> | null = null;

  constructor(statistics: DecisionStatistics, asOf: Day | null) {
    this.statistics = statistics;
    const limit = asOf ?? Number.POSITIVE_INFINITY;
    const idOfCode = statistics.programmeCodes.map(({ name }) => {
      const id = this.#programmeIds.get(name) ?? this.#programmeIds.size;
      this.#programmeIds.set(name, id);
      return id;
    });
    for (let row = 0; row < statistics.length; row++) {
      if ((statistics.published[row] as number) > limit) continue;
      const month = statistics.month[row] as Month;
      const key = (idOfCode[statistics.programmeCode[row] as number] as number) * MONTHS_KEY + month;
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [row]);
      else bucket.push(row);
    }
    const months = [...this.#buckets.keys()].map((key) => (key % MONTHS_KEY) as Month);
    this.earliest = months.reduce<Month | null>(
      (first, month) => (first === null || month < first ? month : first),
      null,
    );
    this.latest = months.reduce<Month | null>((last, month) => (last === null || month > last ? month : last), null);
  }

  /** The programmes that have visible rows, sorted. */
  get programmes(): readonly string[] {
    return [...this.#monthsByProgramme().keys()].sort(byCodeUnit);
  }

  /** The months in which a programme has any visible row, in their order. */
  monthsWithRows(programme: string): readonly Month[] {
    return this.#monthsByProgramme().get(programme) ?? [];
  }

  #monthsByProgramme(): ReadonlyMap<string, readonly Month[]> {
    if (this.#months !== null) return this.#months;
    const names = [...this.#programmeIds.keys()];
    const months = new Map<string, Month[]>();
    for (const key of [...this.#buckets.keys()].sort((left, right) => left - right)) {
      const programme = names[Math.floor(key / MONTHS_KEY)] as string;
      const month = (key % MONTHS_KEY) as Month;
      const known = months.get(programme);
      if (known === undefined) months.set(programme, [month]);
      else known.push(month);
    }
    this.#months = months;
    return months;
  }

  /** Whether any visible month has the region. */
  hasRegion(programme: string, region: string): boolean {
    const { programmeCode, programmeCodes, regionCode, regionCodes } = this.statistics;
    for (const bucket of this.#buckets.values()) {
      const [first] = bucket;
      if (first === undefined || programmeCodes[programmeCode[first] as number]?.name !== programme) continue;
      if (bucket.some((row) => regionCodes[regionCode[row] as number]?.name === region)) return true;
    }
    return false;
  }

  counts(programme: string, month: Month): MonthCounts {
    const key = this.#key(programme, month);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const counts = this.#sum(month, this.#buckets.get(key) ?? []);
    this.#counts.set(key, counts);
    return counts;
  }

  /** How many visible publications there are of the row's own key: its preliminary and definitive figures. */
  publicationsOf(row: number): number {
    const { programmeCodes, programmeCode, regionCode, month } = this.statistics;
    const programme = (programmeCodes[programmeCode[row] as number] as { name: string }).name;
    const bucket = this.#buckets.get(this.#key(programme, month[row] as Month)) ?? [];
    return bucket.filter(
      (other) => programmeCode[other] === programmeCode[row] && regionCode[other] === regionCode[row],
    ).length;
  }

  /**
   * The regions that a month lacks of those that the programme has anywhere in that calendar year: none, and some row,
   * and the month is held (*månaden finns i statistiken*). A national row alone holds its month.
   */
  missingRegions(programme: string, month: Month): readonly string[] {
    const key = this.#key(programme, month);
    const known = this.#missing.get(key);
    if (known !== undefined) return known;
    const { nationalRow, regions } = this.counts(programme, month);
    const ofYear = nationalRow === null ? [...this.regionsInYear(programme, month)] : [];
    const missing = ofYear.filter((region) => !regions.has(region)).sort(byCodeUnit);
    this.#missing.set(key, missing);
    return missing;
  }

  /**
   * The codes that make up the month's regions, or its nation, in some month of that calendar year and are missing in
   * this one, such as `105 (Syd)` or `0680`: the region is there, but a part of it is not.
   */
  missingCodes(programme: string, month: Month): readonly string[] {
    const { regions, nationalRow } = this.counts(programme, month);
    const { programmeCode, programmeCodes, regionCode, regionCodes } = this.statistics;
    const rows = [...regions.values(), ...(nationalRow === null ? [] : [nationalRow])].flatMap((count) => count.rows);
    const present = new Set(rows.map((row) => this.#cellOf(row)));
    const wholes = programmeCodes.findIndex(({ code }) => code === programme);
    const missing = new Map<number, string>();
    for (const row of this.#cellsOfYear(programme, month).values()) {
      const region = regionCodes[regionCode[row] as number];
      const isThere = region === undefined ? nationalRow !== null : regions.has(region.name);
      if (present.has(this.#cellOf(row)) || !isThere) continue;
      // A row for the programme as a whole stands for all its codes.
      if (present.has(this.#cellOfCode(wholes, row))) continue;
      const code = programmeCodes[programmeCode[row] as number]?.code ?? programme;
      const place = region?.code ?? 'Riket';
      missing.set(this.#cellOf(row), code === programme ? place : `${code} (${place})`);
    }
    return [...missing.values()].sort(byCodeUnit);
  }

  /** Programme code and region code as one number. */
  #cellOf(row: number): number {
    return this.#cellOfCode(this.statistics.programmeCode[row] as number, row);
  }

  /** The same for another programme code in the row's region. */
  #cellOfCode(programmeCode: number, row: number): number {
    const { regionCode, regionCodes } = this.statistics;
    return programmeCode * (regionCodes.length + 1) + (regionCode[row] as number) + 1;
  }

  /** One row of the calendar year for each programme code and region code. */
  #cellsOfYear(programme: string, month: Month): ReadonlyMap<number, number> {
    const key = this.#key(programme, monthsAfter(month, 1 - monthNumberOf(month)));
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const cells = new Map<number, number>();
    for (const row of this.#rowsOfYear(programme, month)) cells.set(this.#cellOf(row), row);
    this.#cells.set(key, cells);
    return cells;
  }

  *#rowsOfYear(programme: string, month: Month): Iterable<number> {
    const january = monthsAfter(month, 1 - monthNumberOf(month));
    for (const each of monthsFromTo(january, monthsAfter(january, 11))) {
      yield* this.#buckets.get(this.#key(programme, each)) ?? [];
    }
  }

  isHeld(programme: string, month: Month): boolean {
    return this.counts(programme, month).nation !== null && this.missingRegions(programme, month).length === 0;
  }

  /** Whether the month is held; one that is there only in part gives a warning that names what is wanting. */
  isHeldOrWarn(programme: string, month: Month, findings: Findings): boolean {
    if (this.counts(programme, month).nation === null) return false;
    const regions = this.missingRegions(programme, month);
    if (regions.length > 0) findings.warn('month-incomplete', { programme, month: isoMonth(month), regions });
    return regions.length === 0;
  }

  #key(programme: string, month: Month): number {
    const id = this.#programmeIds.get(programme);
    return id === undefined ? -1 - month : id * MONTHS_KEY + month;
  }

  /** The regions that the programme has anywhere in the calendar year of the month. */
  regionsInYear(programme: string, month: Month): ReadonlySet<string> {
    const january = monthsAfter(month, 1 - monthNumberOf(month));
    const key = this.#key(programme, january);
    const known = this.#regionsOfYear.get(key);
    if (known !== undefined) return known;
    const { regionCode, regionCodes } = this.statistics;
    const codes = new Set<number>();
    for (const row of this.#cellsOfYear(programme, month).values()) codes.add(regionCode[row] as number);
    codes.delete(NATION);
    const regions = new Set([...codes].map((code) => (regionCodes[code] as { name: string }).name));
    this.#regionsOfYear.set(key, regions);
    return regions;
  }

  #sum(month: Month, rows: readonly number[]): MonthCounts {
    const { regionCode, regionCodes } = this.statistics;
    const national: number[] = [];
    const byRegion = new Map<string, number[]>();
    for (const row of this.#latestPublished(rows)) {
      const code = regionCode[row] as number;
      if (code === NATION) {
        national.push(row);
        continue;
      }
      const region = (regionCodes[code] as { name: string }).name;
      const parts = byRegion.get(region);
      if (parts === undefined) byRegion.set(region, [row]);
      else parts.push(row);
    }
    const regions = new Map(
      [...byRegion]
        .sort(([left], [right]) => byCodeUnit(left, right))
        .map(([region, parts]) => [region, this.#countOf(parts)] as const),
    );
    const nationalRow = national.length > 0 ? this.#countOf(national) : null;
    return { month, nationalRow, regions, nation: nationalRow ?? totalCount([...regions.values()]) };
  }

  /** One row for each programme code and region code: the one published last. */
  #latestPublished(rows: readonly number[]): Iterable<number> {
    const { published } = this.statistics;
    const latest = new Map<number, number>();
    for (const row of rows) {
      const key = this.#cellOf(row);
      const other = latest.get(key);
      if (other === undefined || (published[row] as number) > (published[other] as number)) latest.set(key, row);
    }
    return latest.values();
  }

  #countOf(rows: readonly number[]): Count {
    const { decisions, newDecisions, expenditureSek } = this.statistics;
    const sum = (column: Float64Array): number => exactSum(rows.map((row) => column[row] as number));
    const isSpent = rows.every((row) => !Number.isNaN(expenditureSek[row]));
    return {
      decisions: sum(decisions),
      newDecisions: sum(newDecisions),
      expenditureSek: isSpent ? sum(expenditureSek) : null,
      rows,
    };
  }
}
