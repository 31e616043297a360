import { describe, expect, test } from 'vitest';
import type { Trace } from '../../src/domain/report.ts';
import { knowledge, NO_EXCEPTION } from '../../src/model/cells.ts';
import { estimatedCells } from '../../src/model/estimate.ts';
import { Findings } from '../../src/model/findings.ts';
import { traceOf } from '../../src/model/trace.ts';
import { month } from './history-of.ts';
import { type Files, read } from './tables-of.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** b = 1 + 2 in Nord, c = 2, s = 0.2. */
const SCHABLONS = lines(
  'programme,region,valid_from,measure,step,value,source',
  'JOB,,2021-01,collaboration_share,,0.2,first',
  'JOB,,2021-02,base_hours,decide,2,',
  'JOB,Nord,2021-03,base_hours,assess,1,third',
  'JOB,,2021-01,base_hours,assess,9,fourth',
  'JOB,,2021-01,collaboration_hours,talk,2,fifth',
);

/** Each figure on a line of its own, deeper where it goes into the one above: name, value, unit and how, or from where. */
function shown(trace: Trace, depth = 0): string[] {
  const { name, value, unit, operation, from, inputs } = trace;
  const where = from === null ? operation : `${operation} ${from.table} ${from.path}:${from.line} ${facts(from.why)}`;
  const own = `${'. '.repeat(depth)}${name} ${Number(value.toFixed(9))} ${unit}, ${where}`;
  return [own, ...inputs.flatMap((input) => shown(input, depth + 1))];
}

const facts = (why: object): string => Object.values(why).map(String).join(' ');

async function traceIn(region: string | null, files: Files, asOf = null): Promise<string[]> {
  const { tables, problems } = await read({ 'schablons.csv': SCHABLONS, ...files });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const known = knowledge(tables, asOf);
  const order = { months: [month('2023-01')], programmes: null, regions: null, asOf, except: NO_EXCEPTION };
  const cells = estimatedCells(known, { ...order, schablonMaxAgeYears: 9 }, new Findings());
  const found = cells.find((each) => each.cell.region === region);
  if (found === undefined) throw new Error(`there is no cell of ${region}`);
  return shown(traceOf(found.cell, found.row, known.history));
}

/** The part of a trace below the first figure of a name, without what its figures go into. */
function below(trace: readonly string[], name: string): string[] {
  const start = trace.findIndex((line) => line.replaceAll('. ', '').startsWith(`${name} `));
  const depth = (line: string): number => (line.match(/^(?:\. )*/)?.[0].length ?? 0) / 2;
  const own = depth(trace[start] as string);
  const end = trace.findIndex((line, at) => at > start && depth(line) <= own);
  return trace.slice(start, end < 0 ? undefined : end).map((line) => line.slice(2 * own));
}

const STATISTICS = lines(
  'month,programme,region,decisions,new_decisions,expenditure',
  ...[1, 2, 3].flatMap((number) => [`2022-0${number},JOB,Syd,300,30,3000`, `2022-0${number},JOB,Nord,100,10,1000`]),
);

describe('where the hours of a cell come from', () => {
  test('down to every line: 12 000 SEK at 10 SEK, a third of the quarter, a quarter of the nation', async () => {
    const trace = await traceIn('Nord', {
      'statistics.csv': STATISTICS,
      'forecasts.csv': lines('published,programme,period,expenditure', '2022-10-28,JOB,2023-Q1,12000'),
    });
    const decisionsIn = (line: number, value: number, iso: string) =>
      `decisions ${value} decisions, read statistics statistics.csv:${line} statistics ${iso} 1`;
    const quarter = [1, 2, 3].flatMap((number) => [
      `. ${decisionsIn(2 * number, 300, `2022-0${number}`)}`,
      `. ${decisionsIn(2 * number + 1, 100, `2022-0${number}`)}`,
    ]);
    const spent = quarter.map((line) =>
      line.replace(/decisions (\d+) decisions/, (_, value) => `expenditure ${value}0 SEK`),
    );
    const decisions = [
      'decisions 100 decisions, product',
      '. forecastDecisions 400 decisions, product',
      '. . periodDecisions 1200 decisions, quotient',
      '. . . expenditure 12000 SEK, read forecasts forecasts.csv:2 forecast-national 2022-10-28 2023-Q1',
      '. . . costPerDecision 10 SEK per decision, quotient',
      '. . . . expenditureInReferencePeriod 12000 SEK, sum',
      ...spent.map((line) => `. . . . ${line}`),
      '. . . . decisionsInReferencePeriod 1200 decisions, sum',
      ...quarter.map((line) => `. . . . ${line}`),
      '. . seasonalShare 0.333333333 share, quotient',
      '. . . monthDecisionsInReferenceYear 400 decisions, sum',
      ...quarter.slice(0, 2).map((line) => `. . . ${line}`),
      '. . . periodDecisionsInReferenceYear 1200 decisions, sum',
      ...quarter.map((line) => `. . . ${line}`),
      '. regionalShare 0.25 share, quotient',
      '. . regionDecisionsInReferenceMonth 100 decisions, read statistics statistics.csv:3 statistics 2022-01 1',
      '. . nationDecisionsInReferenceMonth 400 decisions, sum',
      ...quarter.slice(0, 2).map((line) => `. . ${line}`),
    ];
    const newDecisions = [
      'newDecisions 10 decisions, product',
      ...decisions.map((line) => `. ${line}`),
      '. newShare 0.1 share, quotient',
      '. . newDecisionsInReferenceMonth 10 decisions, read statistics statistics.csv:3 statistics 2022-01 1',
      '. . decisionsInReferenceMonth 100 decisions, read statistics statistics.csv:3 statistics 2022-01 1',
    ];
    expect(trace).toEqual([
      'totalHours 34 hours, sum',
      '. baseHours 30 hours, product',
      ...newDecisions.map((line) => `. . ${line}`),
      '. . baseHoursPerCase 3 hours per case, sum',
      '. . . assess 1 hours per case, read schablons schablons.csv:4 schablon true 2021-03 third',
      '. . . decide 2 hours per case, read schablons schablons.csv:3 schablon false 2021-02 null',
      '. collaborationHours 4 hours, product',
      '. . collaborationCases 2 cases, product',
      ...newDecisions.map((line) => `. . . ${line}`),
      '. . . collaborationShare 0.2 share, read schablons schablons.csv:2 schablon false 2021-01 first',
      '. . collaborationHoursPerCase 2 hours per case, sum',
      '. . . talk 2 hours per case, read schablons schablons.csv:6 schablon false 2021-01 fifth',
    ]);
  });

  const REGIONAL = 'published,programme,region,period';

  test.each([
    [
      'decisions of a region, as they stand',
      lines(`${REGIONAL},decisions`, '2022-10-28,JOB,Nord,2023-01,90', '2022-10-28,JOB,Syd,2023-01,300'),
      ['decisions 90 decisions, read forecasts forecasts.csv:2 forecast-regional 2022-10-28 2023-01'],
    ],
    [
      'decisions a month',
      lines(`${REGIONAL},decisions_per_month`, '2022-10-28,JOB,Nord,2023-01,90', '2022-10-28,JOB,Syd,2023-01,300'),
      ['decisions 90 decisions, read forecasts forecasts.csv:2 forecast-regional 2022-10-28 2023-01'],
    ],
    [
      'an amount and its own cost',
      lines(
        `${REGIONAL},expenditure,cost_per_decision`,
        '2022-10-28,JOB,Nord,2023-01,900,10',
        '2022-10-28,JOB,Syd,2023-01,3000,10',
      ),
      [
        'decisions 90 decisions, quotient',
        '. expenditure 900 SEK, read forecasts forecasts.csv:2 forecast-regional 2022-10-28 2023-01',
        '. costPerDecision 10 SEK per decision, read forecasts forecasts.csv:2 cost-of-row',
      ],
    ],
    [
      'decisions a month of a quarter',
      lines(`${REGIONAL},decisions_per_month`, '2022-10-28,JOB,,2023-Q1,400'),
      [
        'decisions 100 decisions, product',
        '. forecastDecisions 400 decisions, product',
        '. . periodDecisions 1200 decisions, product',
        '. . . decisionsPerMonth 400 decisions, read forecasts forecasts.csv:2 forecast-national 2022-10-28 2023-Q1',
        '. . . monthsOfPeriod 3 months, count',
      ],
    ],
  ])('%s', async (_, forecasts, expected) => {
    const trace = await traceIn('Nord', { 'statistics.csv': STATISTICS, 'forecasts.csv': forecasts });
    expect(below(trace, 'decisions').slice(0, expected.length)).toEqual(expected);
  });

  test('two codes, and figures that were published twice', async () => {
    const trace = await traceIn('Nord', {
      'programmes.csv': lines('code,programme', '104,JOB', '105,JOB'),
      'statistics.csv': lines(
        'month,programme,region,decisions,new_decisions,published',
        '2022-01,105,Nord,60,6,2022-02-28',
        '2022-01,104,Nord,50,5,2022-02-28',
        '2022-01,104,Nord,40,4,2022-08-31',
      ),
      'forecasts.csv': lines(
        `${REGIONAL},decisions`,
        '2022-10-28,105,Nord,2023-01,60',
        '2022-10-28,104,Nord,2023-01,40',
      ),
    });
    expect(below(trace, 'decisions')).toEqual([
      'decisions 100 decisions, sum',
      '. decisions 40 decisions, read forecasts forecasts.csv:3 forecast-regional 2022-10-28 2023-01',
      '. decisions 60 decisions, read forecasts forecasts.csv:2 forecast-regional 2022-10-28 2023-01',
    ]);
    expect(below(trace, 'newShare')).toEqual([
      'newShare 0.1 share, quotient',
      '. newDecisionsInReferenceMonth 10 decisions, sum',
      '. . newDecisions 6 decisions, read statistics statistics.csv:2 statistics 2022-01 1',
      '. . newDecisions 4 decisions, read statistics statistics.csv:4 statistics 2022-01 2',
      '. decisionsInReferenceMonth 100 decisions, sum',
      '. . decisions 60 decisions, read statistics statistics.csv:2 statistics 2022-01 1',
      '. . decisions 40 decisions, read statistics statistics.csv:4 statistics 2022-01 2',
    ]);
  });
});
