import { describe, expect, test } from 'vitest';
import { isoMonth } from '../../src/domain/month.ts';
import type { Knowledge } from '../../src/model/cells.ts';
import { missingIn, outcomeIn, presenceIn, spanHeld } from '../../src/model/presence.ts';
import { historyOf, month } from './history-of.ts';

/** JOB all along, UGA from February to March, KUR from March on, of which Syd is in April only. */
const ROWS = [
  ...[1, 2, 3, 4, 5].map((number) => `2022-0${number},JOB,Nord,1,0`),
  ...['2022-02', '2022-03'].map((iso) => `${iso},UGA,Nord,1,0`),
  ...['2022-03', '2022-04', '2022-05'].map((iso) => `${iso},KUR,Nord,1,0`),
  '2022-04,KUR,Syd,1,0',
];

async function known(schablons: readonly string[] = [], forecasts: readonly string[] = [], rows = ROWS) {
  const history = await historyOf({ rows });
  const named = (names: readonly string[]) => ({ programmes: names, has: (name: string) => names.includes(name) });
  return { history, schablons: named(schablons), forecasts: named(forecasts) } as unknown as Knowledge;
}

describe('whether a programme is there in a month', () => {
  const presence = async (programme: string, iso: string, regions: readonly string[] | null = null) => {
    const found = presenceIn((await known()).history, programme, month(iso), regions);
    if (found.kind === 'held') return 'held';
    return found.kind === 'missing' ? found.regions : `${found.why} ${isoMonth(found.since)}`;
  };

  test('it is held, or had not begun, or had ended two months ago', async () => {
    expect(await presence('UGA', '2022-01')).toBe('begins 2022-02');
    expect(await presence('UGA', '2022-02')).toBe('held');
    expect(await presence('UGA', '2022-03')).toBe('held');
    expect(await presence('UGA', '2022-04')).toBe('ended 2022-03');
    expect(await presence('UGA', '2022-05')).toBe('ended 2022-03');
  });

  test('it is missing outside the months that the statistics have, or where only the newest lacks it', async () => {
    expect(await presence('UGA', '2021-12')).toEqual([]);
    expect(await presence('UGA', '2022-06')).toEqual([]);
    expect(await presence('JOB', '2021-12')).toEqual([]);
    expect(await presence('OLD', '2022-02')).toEqual([]);
    const { history } = await known([], [], [...ROWS.slice(0, 5), '2022-04,UGA,Nord,1,0']);
    expect(presenceIn(history, 'UGA', month('2022-05'), null)).toEqual({ kind: 'missing', regions: [] });
  });

  test('regions are wanting, as far as they were asked for', async () => {
    expect(await presence('KUR', '2022-03')).toEqual(['Syd']);
    expect(await presence('KUR', '2022-03', ['Syd', 'Väst'])).toEqual(['Syd']);
    expect(await presence('KUR', '2022-03', ['Nord'])).toBe('held');
    expect(await presence('KUR', '2022-04')).toBe('held');
  });
});

test('programmes that are missing in any of the months: those asked for, else all with schablons or forecasts', async () => {
  const all = await known(['JOB', 'UGA'], ['KUR', 'OLD']);
  const months = [month('2022-03'), month('2022-04')];
  const asked = (programmes: readonly string[] | null, regions: readonly string[] | null = null) =>
    [...missingIn(all, { programmes, regions }, months)].sort();
  expect(asked(null)).toEqual(['KUR', 'OLD']);
  expect(asked(null, ['Nord'])).toEqual(['OLD']);
  expect(asked(['JOB', 'KUR'])).toEqual(['KUR']);
  expect([...missingIn(all, { programmes: null, regions: null }, [])]).toEqual([]);
});

test('the months that are held for all of the programmes, from the first to the last', async () => {
  const { history } = await known();
  const span = (...programmes: string[]) => spanHeld(history, programmes)?.map(isoMonth) ?? null;
  expect(span('JOB')).toEqual(['2022-01', '2022-05']);
  expect(span('JOB', 'UGA')).toEqual(['2022-02', '2022-03']);
  expect(span('UGA', 'JOB')).toEqual(['2022-02', '2022-03']);
  expect(span('JOB', 'KUR')).toEqual(['2022-04', '2022-04']);
  expect(span('UGA', 'KUR')).toBeNull();
  expect(span('OLD')).toBeNull();
  expect(span()).toBeNull();
});

describe('what happened in a month', () => {
  const outcome = async (schablons: readonly string[], programmes: readonly string[] | null, iso = '2022-03') =>
    outcomeIn(await known(schablons), { programmes, regions: null }, month(iso));

  test('is of the programmes asked for, else of those with schablons, else of all', async () => {
    expect((await outcome(['JOB', 'OLD'], null)).held).toEqual(['JOB']);
    expect((await outcome(['JOB'], ['UGA'])).held).toEqual(['UGA']);
    expect((await outcome([], null)).held).toEqual(['JOB', 'UGA']);
    expect((await outcome(['OLD'], null)).held).toEqual(['JOB', 'UGA']);
  });

  test('is partial where a programme has some of its regions, which are named', async () => {
    expect(await outcome([], null)).toEqual({ held: ['JOB', 'UGA'], missing: ['KUR (Syd)'], isPartial: true });
    expect(await outcome([], ['OLD', 'JOB'])).toEqual({ held: ['JOB'], missing: ['OLD'], isPartial: false });
    expect(await outcome([], null, '2022-04')).toEqual({ held: ['JOB', 'KUR'], missing: [], isPartial: false });
  });
});
