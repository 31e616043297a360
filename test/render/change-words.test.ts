import { describe, expect, test } from 'vitest';
import type { ComparedRow } from '../../src/domain/comparison.ts';
import { lastYearClause, spokenChange } from '../../src/render/change-words.ts';
import { wordsOf } from '../../src/render/words.ts';
import { changedRow, effects, figures, PLAIN_WORDS, rowWithChange } from './reports.ts';

const NBSP = '\u00A0';
const MINUS = '\u2212';
const words = wordsOf(PLAIN_WORDS);

type Named = NonNullable<Parameters<typeof effects>[0]>;

/** A row of 500 hours in which the factors did this. */
function rowWith(totalHours: number, named: Named, changes: Partial<ComparedRow> = {}): ComparedRow {
  const change = { baseHours: totalHours, collaborationHours: 0, totalHours };
  return changedRow({ change, changeShare: totalHours / 500, effects: effects(named), ...changes });
}

const spoken = (row: ComparedRow, isOneCell = true) => spokenChange(row, { isOverTime: true, isOneCell, words });

describe('a change in words', () => {
  test('has its hours and its share with their signs', () => {
    expect(spoken(rowWithChange(1500))).toMatchObject({
      hours: `+1${NBSP}500`,
      share: `+300${NBSP}%`,
      isZero: false,
    });
    expect(spoken(rowWithChange(-12.4))).toMatchObject({
      hours: `${MINUS}12`,
      share: `${MINUS}2.5${NBSP}%`,
      isZero: false,
    });
  });

  test('has no share where there was nothing before', () => {
    expect(spoken(changedRow({ changeShare: null })).share).toBeNull();
  });

  test('is over time only between two months', () => {
    for (const isOverTime of [true, false]) {
      expect(spokenChange(changedRow(), { isOverTime, isOneCell: true, words }).isOverTime).toBe(isOverTime);
    }
  });

  test('of nothing has neither a main factor nor one against it, whatever the factors did', () => {
    expect(spoken(rowWith(0, { decisions: [50, 0], newShare: [-50, 0] }))).toEqual({
      hours: '0',
      share: `0.0${NBSP}%`,
      isZero: true,
      isOverTime: true,
      driver: null,
      isSole: false,
      also: null,
      against: null,
    });
  });
});

describe('the main factor', () => {
  test('is the one that did most in the direction of the change, base and collaboration together', () => {
    // 40 + 30 is more than 60 + 0, and −200 is of the other direction.
    const rise = rowWith(30, { decisions: [60, 0], collaborationShare: [40, 30], newShare: [-100, 0] });
    expect(spoken(rise).driver).toMatchObject({ factor: 'collaborationShare', isUp: true, hours: '+70' });
    const fall = rowWith(-30, { decisions: [60, 0], newShare: [-50, -10], baseHoursPerCase: [-30, 0] });
    expect(spoken(fall).driver).toMatchObject({ factor: 'newShare', isUp: false, hours: `${MINUS}60` });
  });

  test('of several that did the same is the first in the order of the model', () => {
    const row = rowWith(100, { collaborationHoursPerCase: [0, 50], newShare: [50, 0] });
    expect(spoken(row).driver?.factor).toBe('newShare');
  });

  test('is none where no factor went in the direction of the change', () => {
    expect(spoken(rowWith(10, {}))).toMatchObject({ driver: null, also: null, against: null, isZero: false });
  });
});

describe('the only factor', () => {
  test('is one that did all of the change', () => {
    expect(spoken(changedRow()).isSole).toBe(true);
    expect(spoken(rowWithChange(-100)).isSole).toBe(true);
  });

  test('is not one beside which another did a part, in either direction', () => {
    expect(spoken(rowWith(110, { decisions: [100, 0], newShare: [10, 0] })).isSole).toBe(false);
    expect(spoken(rowWith(90, { decisions: [100, 0], newShare: [-10, 0] })).isSole).toBe(false);
    expect(spoken(rowWith(100, { decisions: [100, 0], newShare: [50, 0], collaborationShare: [-50, 0] })).isSole).toBe(
      false,
    );
  });
});

describe('a second factor of the same direction', () => {
  test.each([
    [50, '+50'],
    [51, '+51'],
    [49.9, null],
    [0, null],
    [-60, null],
  ])('that did %d beside +100 is worth a word from a half on', (effect, hours) => {
    const { driver, also } = spoken(rowWith(100 + effect, { decisions: [100, 0], collaborationShare: [0, effect] }));
    expect(driver).toMatchObject({ factor: 'decisions', hours: '+100' });
    expect(also?.hours ?? null).toBe(hours);
    if (hours !== null) expect(also).toMatchObject({ factor: 'collaborationShare', isUp: true });
  });

  test('of a fall is a fall, and stands beside one against it', () => {
    const row = rowWith(-130, { decisions: [-100, 0], newShare: [-60, 0], baseHoursPerCase: [30, 0] });
    expect(spoken(row)).toMatchObject({
      driver: { factor: 'decisions', isUp: false },
      also: { factor: 'newShare', isUp: false, hours: `${MINUS}60` },
      against: { factor: 'baseHoursPerCase', isUp: true, hours: '+30' },
    });
  });
});

describe('a factor against it', () => {
  test.each([
    [-25, `${MINUS}25`],
    [-26, `${MINUS}26`],
    [-24.9, null],
    [-1, null],
  ])('that did %d beside +100 is worth a word from a quarter on', (effect, hours) => {
    const { driver, against } = spoken(rowWith(100 + effect, { decisions: [100, 0], baseHoursPerCase: [effect, 0] }));
    expect(driver).toMatchObject({ factor: 'decisions', hours: '+100' });
    expect(against?.hours ?? null).toBe(hours);
    if (hours !== null) expect(against).toMatchObject({ factor: 'baseHoursPerCase', isUp: false });
  });

  test('of a fall is the largest rise', () => {
    const row = rowWith(-40, { decisions: [-100, 0], newShare: [20, 5], collaborationShare: [0, 35] });
    expect(spoken(row).against).toMatchObject({ factor: 'collaborationShare', isUp: true, hours: '+35' });
  });

  test('is never one of the same direction, however large', () => {
    expect(spoken(rowWith(190, { decisions: [100, 0], newShare: [90, 0] })).against).toBeNull();
  });
});

describe('the values of a factor', () => {
  const valuesOf = (named: Named, from: ComparedRow['from'], to: ComparedRow['to']) =>
    spoken(rowWith(10, named, { from, to })).driver?.values;

  test('are whole decisions, hours with two decimals, and shares in per cent with one', () => {
    expect(valuesOf({ decisions: [10, 0] }, figures(), figures({ decisions: 1250.4 }))).toEqual([
      `1${NBSP}000`,
      `1${NBSP}250`,
    ]);
    expect(valuesOf({ baseHoursPerCase: [10, 0] }, figures(), figures({ baseHoursPerCase: 4.5 }))).toEqual([
      '4.00',
      '4.50',
    ]);
    const hours = figures({ collaborationHoursPerCase: 3.125 });
    expect(valuesOf({ collaborationHoursPerCase: [0, 10] }, figures(), hours)).toEqual(['2.50', '3.13']);
    expect(valuesOf({ newShare: [10, 0] }, figures(), figures({ newShare: 0.125 }))).toEqual(['10.0', '12.5']);
    const share = figures({ collaborationShare: 0.48 });
    expect(valuesOf({ collaborationShare: [0, 10] }, figures(), share)).toEqual(['40.0', '48.0']);
  });

  test('have more decimals where they would look alike', () => {
    expect(valuesOf({ newShare: [10, 0] }, figures(), figures({ newShare: 0.1002 }))).toEqual(['10.00', '10.02']);
    expect(valuesOf({ decisions: [10, 0] }, figures(), figures({ decisions: 1000.25 }))).toEqual([
      `1${NBSP}000.0`,
      `1${NBSP}000.3`,
    ]);
  });

  test('are not told of several cells, since the mix of those moves them, too', () => {
    // In each cell fewer of the decisions are new; the cells with many new decisions have grown.
    const row = rowWith(-10, { newShare: [-10, 0] }, { from: figures(), to: figures({ newShare: 0.12 }) });
    expect(spoken(row, false).driver).toEqual({ factor: 'newShare', values: null, isUp: false, hours: `${MINUS}10` });
    expect(spoken(changedRow(), false).driver?.values).toBeNull();
    expect(spoken(changedRow(), true).driver?.values).toEqual([`1${NBSP}000`, `1${NBSP}200`]);
  });

  test('are not told where both are the same', () => {
    expect(valuesOf({ newShare: [10, 0] }, figures(), figures())).toBeNull();
  });

  test('are not told where one side has none', () => {
    expect(valuesOf({ newShare: [10, 0] }, figures({ newShare: null }), figures())).toBeNull();
    expect(valuesOf({ newShare: [10, 0] }, figures(), figures({ newShare: null }))).toBeNull();
  });

  test('are not told where the sides tell only hours, as those of a replay do', () => {
    const { change, changeShare, effects: shared } = changedRow();
    const hoursOnly = { from: { totalHours: 500 }, to: { totalHours: 600 }, change, changeShare, effects: shared };
    expect(spokenChange(hoursOnly, { isOverTime: false, isOneCell: true, words }).driver).toEqual({
      factor: 'decisions',
      values: null,
      isUp: true,
      hours: '+100',
    });
  });
});

describe('the change since last year at the end of an estimate’s sentence', () => {
  const since = { month: '2022-01', total: changedRow(), isOneCell: true, notes: [] };

  test('names the month where there is but one', () => {
    expect(lastYearClause(since, true, PLAIN_WORDS)).toBe(
      ` since January 2022: +100 +20${NBSP}%, decisions 1${NBSP}000>1${NBSP}200 up +100`,
    );
  });

  test('tells no values of several cells', () => {
    expect(lastYearClause({ ...since, isOneCell: false }, true, PLAIN_WORDS)).toBe(
      ` since January 2022: +100 +20${NBSP}%, decisions up +100`,
    );
  });

  test('names no month of several', () => {
    expect(lastYearClause(since, false, PLAIN_WORDS)).toMatch(/^ since last year: \+100 /);
  });

  test('is nothing where last year is not known', () => {
    expect(lastYearClause(null, true, PLAIN_WORDS)).toBe('');
  });
});
