import { lastDayOf } from '../../domain/day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { DecisionStatistics } from '../../domain/tables.ts';
import { STATISTICS } from '../columns.ts';
import type { Keys } from '../keys.ts';
import { FAULTY, type Reading, type Row } from '../row.ts';
import type { TableReader } from '../table-reader.ts';
import { Publications } from './publications.ts';
import { StatisticsColumns } from './statistics-columns.ts';
import { StatisticsWatch } from './statistics-watch.ts';

export type StatisticsKey = keyof typeof STATISTICS.columns;

/** Reads decision statistics into columns; two rows of one key and publication are a problem. */
export class StatisticsReader implements TableReader<StatisticsKey> {
  readonly spec = STATISTICS;
  readonly #programmes: Keys;
  readonly #regions: Keys;
  readonly #columns = new StatisticsColumns();
  readonly #publications = new Publications(this.#columns);
  readonly #watch = new StatisticsWatch(this.#columns, this.#publications);

  constructor(programmes: Keys, regions: Keys) {
    this.#programmes = programmes;
    this.#regions = regions;
  }

  take(row: Row<StatisticsKey>): void {
    const month = row.required(row.columns.month, row.month(row.columns.month));
    const programme = row.code(row.columns.programme, this.#programmes);
    const region = row.region(row.columns.region, this.#regions);
    const decisions = row.count(row.columns.decisions);
    const newDecisions = row.count(row.columns.new_decisions);
    const expenditure = row.number(row.columns.expenditure, 'amount');
    const cases = row.number(row.columns.collaboration_cases, 'count');
    const baseHours = row.number(row.columns.base_hours, 'amount');
    const collaborationHours = row.number(row.columns.collaboration_hours, 'amount');
    const published = row.day(row.columns.published);
    checkParts(row, decisions, newDecisions, cases);
    if (month === FAULTY || programme === FAULTY || region === FAULTY || published === FAULTY) return;
    if (decisions === FAULTY || newDecisions === FAULTY || expenditure === FAULTY) return;
    if (cases === FAULTY || baseHours === FAULTY || collaborationHours === FAULTY) return;
    const columns = this.#columns;
    if (columns.paths.at(-1) !== row.path) columns.paths.push(row.path);
    const at = columns.add();
    columns.month[at] = month;
    columns.programmeCode[at] = columns.programmes.idOf(programme);
    columns.regionCode[at] = region === null ? -1 : columns.regions.idOf(region);
    columns.published[at] = published ?? lastDayOf(month);
    columns.decisions[at] = decisions;
    columns.newDecisions[at] = newDecisions;
    columns.expenditureSek[at] = expenditure ?? Number.NaN;
    columns.collaborationCases[at] = cases ?? Number.NaN;
    columns.baseHours[at] = baseHours ?? Number.NaN;
    columns.collaborationHours[at] = collaborationHours ?? Number.NaN;
    columns.file[at] = columns.paths.length - 1;
    columns.line[at] = row.line;
    this.#watch.saw(row, at);
    this.#publications.saw(row, at);
  }

  /** What only all the rows together show. */
  problems(): Problem[] {
    return this.#watch.problems(this.#programmes, this.#regions);
  }

  get statistics(): DecisionStatistics {
    return this.#columns.close();
  }
}

/** New decisions are part of all, and collaboration cases part of the new ones. */
function checkParts(
  row: Row<StatisticsKey>,
  decisions: number | typeof FAULTY,
  newDecisions: number | typeof FAULTY,
  cases: Reading<number>,
): void {
  if (newDecisions === FAULTY || row.isUncertain) return;
  if (decisions !== FAULTY && newDecisions > decisions) {
    row.report(row.columns.new_decisions, 'more-new-than-all', { decisions });
  }
  if (cases !== FAULTY && cases !== null && cases > newDecisions) {
    row.report(row.columns.collaboration_cases, 'more-collaboration-than-new', { newDecisions });
  }
}
