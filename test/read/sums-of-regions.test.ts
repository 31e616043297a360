import { describe, expect, test } from 'vitest';
import { sumsOfRegions } from '../../src/read/sums-of-regions.ts';

/** The regions of a month in their order, each by its decisions and new ones; rows are numbered on. */
function sums(regions: number, ...months: (readonly (readonly [decisions: number, newDecisions: number])[])[]) {
  let row = 0;
  const groups = months.map((month) =>
    month.map(([decisions, newDecisions], region) => ({ region, decisions, newDecisions, row: row++ })),
  );
  return sumsOfRegions(groups, regions);
}

const MONTH = [
  [10, 1],
  [20, 2],
  [30, 3],
] as const;
const OTHER = [
  [11, 4],
  [12, 1],
  [23, 5],
] as const;

describe('a region that is the sum of the others', () => {
  test('is told by its first row, where two months show it', () => {
    expect(sums(3, MONTH, OTHER)).toEqual([2]);
    expect(sums(3, OTHER, MONTH, MONTH)).toEqual([2]);
    expect(sums(3, [...MONTH].reverse(), [...OTHER].reverse())).toEqual([0]);
  });

  test('is none where one month shows it, or another contradicts it', () => {
    expect(sums(3, MONTH)).toEqual([]);
    expect(
      sums(3, MONTH, OTHER, [
        [1, 1],
        [2, 2],
        [4, 3],
      ]),
    ).toEqual([]);
    expect(
      sums(
        3,
        [
          [1, 1],
          [2, 2],
          [4, 3],
        ],
        MONTH,
        OTHER,
      ),
    ).toEqual([]);
    expect(
      sums(3, MONTH, OTHER, [
        [10, 1],
        [20, 2],
        [30, 4],
      ]),
    ).toEqual([]);
  });

  test('is not looked for beside a single other', () => {
    expect(
      sums(
        2,
        [
          [30, 3],
          [30, 3],
        ],
        [
          [20, 1],
          [20, 1],
        ],
      ),
    ).toEqual([]);
    expect(
      sums(3, MONTH, OTHER, [
        [30, 3],
        [30, 3],
      ]),
    ).toEqual([2]);
  });

  test('may be chance below twenty decisions, and where only one other has any', () => {
    expect(
      sums(
        3,
        [
          [9, 1],
          [10, 1],
          [19, 2],
        ],
        OTHER,
      ),
    ).toEqual([]);
    expect(
      sums(
        3,
        [
          [10, 1],
          [10, 1],
          [20, 2],
        ],
        OTHER,
      ),
    ).toEqual([2]);
    expect(
      sums(
        3,
        [
          [0, 0],
          [30, 3],
          [30, 3],
        ],
        OTHER,
      ),
    ).toEqual([]);
    expect(
      sums(
        4,
        [
          [0, 0],
          [10, 1],
          [20, 2],
          [30, 3],
        ],
        [
          [0, 0],
          [11, 4],
          [12, 1],
          [23, 5],
        ],
      ),
    ).toEqual([3]);
  });

  test('is told by the least of its rows, in whatever order they come', () => {
    const groups = [MONTH, OTHER].map((month, at) =>
      month.map(([decisions, newDecisions], region) => ({
        region,
        decisions,
        newDecisions,
        row: 10 - 5 * at + region,
      })),
    );
    expect(sumsOfRegions(groups, 3)).toEqual([7]);
  });
});
