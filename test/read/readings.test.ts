import { expect, test } from 'vitest';
import { TABLE_NAMES } from '../../src/domain/tables.ts';
import { Readings } from '../../src/read/readings.ts';
import { SMALL } from '../commands/small-folder.ts';

const sources = TABLE_NAMES.flatMap((table) => {
  const path = `${table}.csv`;
  const text = SMALL[path];
  return text === undefined ? [] : [{ table, path, location: `/data/${path}`, bytes: Buffer.from(text as string) }];
});

test('the same files are made into tables once, with and without forecasts', async () => {
  const readings = new Readings();
  const read = async (needsForecasts: boolean) =>
    (await readings.tables({ sources, problems: [] }, () => needsForecasts)).tables;
  const [without, again, whole, wholeAgain] = [
    await read(false),
    await read(false),
    await read(true),
    await read(true),
  ];
  expect(again).toBe(without);
  expect(wholeAgain).toBe(whole);
  expect([without.forecasts.length, whole.forecasts.length > 0]).toEqual([0, true]);
  const elsewhere = sources.map((source) => ({ ...source, location: `/other/${source.path}` }));
  const other = await readings.tables({ sources: elsewhere, problems: [] }, () => true);
  expect(other.tables).not.toBe(whole);
});
