import { expect, test } from 'vitest';
import { knowledge, NO_EXCEPTION } from '../../src/model/cells.ts';
import { estimatedCells } from '../../src/model/estimate.ts';
import { Findings } from '../../src/model/findings.ts';
import { sinceLastYear } from '../../src/model/last-year.ts';
import { month } from './history-of.ts';
import { read } from './tables-of.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** N = 40 in Nord and 30 in Syd last year, and as many now; each takes 3 + 0.2 · 2 = 3.4 hours. */
const BEFORE = ['2022-01,JOB,Nord,400,40', '2022-01,JOB,Syd,600,30'];

async function since(rows: readonly string[], regions: readonly string[] | null = null) {
  const { tables } = await read({
    'statistics.csv': lines('month,programme,region,decisions,new_decisions', ...rows),
    'forecasts.csv': lines('published,programme,period,decisions', '2022-10-28,JOB,2023-01,1000'),
    'schablons.csv': lines(
      'programme,valid_from,measure,step,value',
      'JOB,2021-01,collaboration_share,,0.2',
      'JOB,2021-01,base_hours,assess,3',
      'JOB,2021-01,collaboration_hours,talk,2',
    ),
  });
  const known = knowledge(tables, null);
  const asked = { months: [month('2023-01')], programmes: null, regions, asOf: null };
  const order = { ...asked, except: NO_EXCEPTION, schablonMaxAgeYears: 9 };
  const cells = estimatedCells(known, order, new Findings());
  expect(cells).not.toEqual([]);
  return sinceLastYear(
    cells.map(({ row }) => row),
    order,
    known,
  );
}

test('the change since last year is of all cells, and says whether they are one', async () => {
  const all = await since(BEFORE);
  expect([all?.month, all?.isOneCell, all?.notes.map(({ code }) => code)]).toEqual([
    '2022-01',
    false,
    ['outcome-from-schablons'],
  ]);
  expect(all?.total.from.totalHours).toBeCloseTo(238, 9);
  expect(all?.total.change.totalHours).toBeCloseTo(0, 9);
  const nord = await since(BEFORE, ['Nord']);
  expect([nord?.isOneCell, nord?.total.from.totalHours.toFixed(9)]).toEqual([true, '136.000000000']);
});

test('there is none where last year is wanting, or where the programme had ended', async () => {
  const early = BEFORE.map((row) => row.replace('2022', '2021'));
  expect(await since(early)).toBeNull();
  expect(await since([...early, '2022-01,UGA,Nord,1,0', '2022-02,UGA,Nord,1,0'])).toBeNull();
});

test('a warning of another kind does not take it away', async () => {
  const exceeding = await since([...BEFORE, '2022-01,JOB,Riket,900,60']);
  expect(exceeding?.total.from.totalHours).toBeCloseTo(238, 9);
});
