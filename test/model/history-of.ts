import { expect } from 'vitest';
import { dayFromIso } from '../../src/domain/day.ts';
import { type Month, monthFromIso } from '../../src/domain/month.ts';
import { DecisionHistory } from '../../src/model/history.ts';
import { read } from './tables-of.ts';

export const month = (iso: string): Month => monthFromIso(iso) as Month;

interface Statistics {
  readonly rows: readonly string[];
  /** Columns after month, programme, region, decisions and new decisions. */
  readonly more?: string;
  readonly programmes?: readonly string[];
  readonly regions?: readonly string[];
  readonly asOf?: string;
}

const table = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

/** The history that the rows of a statistics file tell. */
export async function historyOf({ rows, more = '', programmes, regions, asOf }: Statistics): Promise<DecisionHistory> {
  const { tables, problems } = await read({
    'statistics.csv': table(`month,programme,region,decisions,new_decisions${more}`, rows),
    'forecasts.csv': 'published,programme,period,decisions_per_month\n2022-10-28,JOB,2023-01,1\n',
    'schablons.csv': 'programme,valid_from,measure,step,value\nJOB,2021-01,base_hours,assess,1\n',
    ...(programmes === undefined ? {} : { 'programmes.csv': table('code,programme', programmes) }),
    ...(regions === undefined ? {} : { 'regions.csv': table('code,region', regions) }),
  });
  expect(problems.filter(({ file, severity }) => file === 'statistics.csv' && severity === 'error')).toEqual([]);
  return new DecisionHistory(tables.statistics, asOf === undefined ? null : dayFromIso(asOf));
}
