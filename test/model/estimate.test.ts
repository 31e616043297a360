import { describe, expect, test } from 'vitest';
import type { EstimateRow } from '../../src/domain/report.ts';
import { areWhole, totalRows } from '../../src/model/estimate.ts';

/** N = 800 · 0.125 = 100, K = 100 · 0.25 = 25, B = 100 · 2 = 200, C = 25 · 4 = 100, T = 300. */
const ROW: EstimateRow = {
  month: '2023-01',
  programme: 'JOB',
  region: 'Nord',
  decisions: 800,
  newShare: 0.125,
  newDecisions: 100,
  collaborationShare: 0.25,
  collaborationCases: 25,
  baseHoursPerCase: 2,
  collaborationHoursPerCase: 4,
  baseHours: 200,
  collaborationHours: 100,
  totalHours: 300,
  forecastPublished: '2022-10-28',
  referenceMonth: '2022-01',
};

describe('the rows of a month are whole', () => {
  test('where each cell is there once and its hours are those of its factors', () => {
    expect(areWhole([])).toBe(true);
    expect(areWhole([ROW])).toBe(true);
    expect(areWhole([ROW, { ...ROW, region: 'Syd' }, { ...ROW, programme: 'UGA' }, { ...ROW, region: null }])).toBe(
      true,
    );
    expect(areWhole([{ ...ROW, totalHours: 300 * (1 + 9e-10) }])).toBe(true);
  });

  test('not where a cell is there twice', () => {
    expect(areWhole([ROW, ROW])).toBe(false);
  });

  test.each(['newDecisions', 'collaborationCases', 'baseHours', 'collaborationHours', 'totalHours'] as const)(
    'not where %s follow from nothing, in any row',
    (key) => {
      for (const factor of [0.99, 1.01, 1 + 1e-8, 1 - 1e-8]) {
        expect(
          areWhole([
            { ...ROW, region: 'Syd' },
            { ...ROW, [key]: ROW[key] * factor },
          ]),
        ).toBe(false);
      }
    },
  );
});

describe('totals', () => {
  const rows = [
    { ...ROW, month: '2023-02', programme: 'UGA', region: 'Väst' },
    { ...ROW, month: '2023-02', programme: 'UGA', region: 'Mitt' },
    { ...ROW, month: '2023-01', programme: 'JOB', region: 'Syd' },
    { ...ROW, month: '2023-02', programme: 'JOB', region: null },
  ];
  const named = (isRange: boolean) =>
    totalRows(rows, isRange).map(({ month, programme, region, totalHours }) =>
      [month, programme, region, totalHours].join(' ').trim(),
    );
  const ofMonths = [
    ...['2023-01 JOB  300', '2023-01  Syd 300', '2023-01   300'],
    ...['2023-02 JOB  300', '2023-02 UGA  600', '2023-02  Mitt 300', '2023-02  Väst 300', '2023-02   900'],
  ];

  test('are of programmes, of regions and of all, by month and name', () => {
    expect(named(false)).toEqual(ofMonths);
  });

  test('of a range are those of its months, and of all of them, without decisions', () => {
    expect(named(true)).toEqual([...ofMonths, ...['JOB  600', 'UGA  600', 'Mitt 300', 'Syd 300', 'Väst 300', '1200']]);
    expect(totalRows(rows, true).map(({ decisions }) => decisions)).toEqual([
      ...[800, 800, 800, 800, 1600, 800, 800, 2400],
      ...[null, null, null, null, null, null],
    ]);
  });
});
