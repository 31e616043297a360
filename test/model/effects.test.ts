import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Effects, FACTORS, type Factor, type Figures, METHODS } from '../../src/domain/comparison.ts';
import { effectsOf, sumOfEffects } from '../../src/model/effects.ts';
import { expectClose, expectSumOfChange } from './decomposition.ts';

const NUM_RUNS = 10_000;
const FEWER_RUNS = 1000;
const PARTS = ['base', 'collaboration', 'total'] as const;

/** A cell by its five factors, none of them open: D, n, b, s, c. */
function figuresOf(decisions: number, n: number, b: number, s: number, c: number): Figures {
  const newDecisions = decisions * n;
  const collaborationCases = newDecisions * s;
  const [baseHours, collaborationHours] = [newDecisions * b, collaborationCases * c];
  return {
    decisions,
    newShare: n,
    newDecisions,
    collaborationShare: s,
    collaborationCases,
    baseHoursPerCase: b,
    collaborationHoursPerCase: c,
    baseHours,
    collaborationHours,
    totalHours: baseHours + collaborationHours,
  };
}

/** The same as statistics have it: of 0 decisions or cases there is no ratio. */
function openFigures(full: Figures): Figures {
  const isNone = full.newDecisions === 0;
  return {
    ...full,
    newShare: full.decisions === 0 ? null : full.newShare,
    collaborationShare: isNone ? null : full.collaborationShare,
    baseHoursPerCase: isNone ? null : full.baseHoursPerCase,
    collaborationHoursPerCase: full.collaborationCases === 0 ? null : full.collaborationHoursPerCase,
  };
}

const orZero = (value: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: value });
const counts = orZero(fc.integer({ min: 1, max: 10_000 }));
const shares = orZero(fc.integer({ min: 1, max: 100 }).map((hundredth) => hundredth / 100));
const rates = orZero(fc.integer({ min: 5, max: 400 }).map((tenth) => tenth / 10));

/** Zeros among them, and often open ratios where there is nothing that they would be shares of. */
const anyFigures = fc
  .tuple(counts, shares, rates, shares, rates, fc.boolean())
  .map(([decisions, n, b, s, c, isOpen]) => {
    const full = figuresOf(decisions, n, b, s, c);
    return isOpen ? openFigures(full) : full;
  });

const valuesOf = (effects: Effects, part: (typeof PARTS)[number]): number[] =>
  FACTORS.map((factor) => effects[factor][part]);

function expectEffects(actual: Effects, expected: Partial<Record<Factor, readonly [number, number]>>): void {
  expect(Object.keys(actual)).toEqual(FACTORS);
  for (const factor of FACTORS) {
    const [base, collaboration] = expected[factor] ?? [0, 0];
    for (const [part, effect] of [
      ['base', base],
      ['collaboration', collaboration],
      ['total', base + collaboration],
    ] as const) {
      if (effect === 0) expect(actual[factor][part], `${factor} ${part}`).toBe(0);
      else expect(actual[factor][part], `${factor} ${part}`).toBeCloseTo(effect, 9);
    }
  }
}

/** N = 100 · 0.2 = 20, 20 · 0.5 = 10 collaboration cases: B = 20 · 3 = 60 and C = 10 · 4 = 40 hours. */
const BEFORE = figuresOf(100, 0.2, 3, 0.5, 4);

describe.each(METHODS)('the effects by %s', (method) => {
  test.each<[Factor, Figures, readonly [number, number]]>([
    // D 100 → 150: 50 · 0.2 · 3 = 30 and 50 · 0.2 · 0.5 · 4 = 20.
    ['decisions', figuresOf(150, 0.2, 3, 0.5, 4), [30, 20]],
    // n 0.2 → 0.1: −0.1 · 100 · 3 = −30 and −0.1 · 100 · 0.5 · 4 = −20.
    ['newShare', figuresOf(100, 0.1, 3, 0.5, 4), [-30, -20]],
    // b 3 → 5: 2 · 20 = 40 base hours alone.
    ['baseHoursPerCase', figuresOf(100, 0.2, 5, 0.5, 4), [40, 0]],
    // s 0.5 → 0.75: 0.25 · 20 · 4 = 20 collaboration hours alone.
    ['collaborationShare', figuresOf(100, 0.2, 3, 0.75, 4), [0, 20]],
    // c 4 → 1: −3 · 10 = −30 collaboration hours alone.
    ['collaborationHoursPerCase', figuresOf(100, 0.2, 3, 0.5, 1), [0, -30]],
  ])('are whole with %s where it changes alone', (factor, after, effect) => {
    expectEffects(effectsOf(BEFORE, after, method), { [factor]: effect });
  });

  test('are shared equally by two factors that both double', () => {
    // D 100 → 200 and n 0.2 → 0.4: B 60 → 240 and C 40 → 160, so half of 180 and half of 120 each.
    const effects = effectsOf(BEFORE, figuresOf(200, 0.4, 3, 0.5, 4), method);
    expectEffects(effects, { decisions: [90, 60], newShare: [90, 60] });
  });

  test('add up to the change of the hours', () => {
    fc.assert(
      fc.property(anyFigures, anyFigures, (from, to) => {
        const effects = effectsOf(from, to, method);
        expectSumOfChange(valuesOf(effects, 'base'), from.baseHours, to.baseHours);
        expectSumOfChange(valuesOf(effects, 'collaboration'), from.collaborationHours, to.collaborationHours);
        expectSumOfChange(valuesOf(effects, 'total'), from.totalHours, to.totalHours);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test('keep base hours and collaboration hours apart', () => {
    fc.assert(
      fc.property(anyFigures, anyFigures, (from, to) => {
        const effects = effectsOf(from, to, method);
        expect(effects.baseHoursPerCase.collaboration).toBe(0);
        expect(effects.collaborationShare.base).toBe(0);
        expect(effects.collaborationHoursPerCase.base).toBe(0);
        for (const factor of FACTORS) {
          const { base, collaboration, total } = effects[factor];
          expect(total).toBe(base + collaboration);
        }
        // What is of one kind only does not touch the effects on the other.
        const { baseHoursPerCase, collaborationShare, collaborationHoursPerCase } = from;
        const withOwnBase = effectsOf(from, { ...to, baseHoursPerCase }, method);
        expect(valuesOf(withOwnBase, 'collaboration')).toEqual(valuesOf(effects, 'collaboration'));
        const withOwnShare = effectsOf(from, { ...to, collaborationShare, collaborationHoursPerCase }, method);
        expect(valuesOf(withOwnShare, 'base')).toEqual(valuesOf(effects, 'base'));
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('are exactly 0 of a cell compared with itself', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        expectEffects(effectsOf(figures, { ...figures }, method), {});
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('are all with the decisions where a cell is on one side only', () => {
    // D 0 → 100 with n, b, s and c the same: all of B = 60 and C = 40.
    const nowhere = figuresOf(0, 0.2, 3, 0.5, 4);
    expectEffects(effectsOf(nowhere, BEFORE, method), { decisions: [60, 40] });
    expectEffects(effectsOf(BEFORE, nowhere, method), { decisions: [-60, -40] });
  });

  test('are all with the decisions of any cell that is on one side only', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const none = { decisions: 0, newDecisions: 0, collaborationCases: 0 };
        const nowhere = { ...figures, ...none, baseHours: 0, collaborationHours: 0, totalHours: 0 };
        for (const [from, to] of [
          [nowhere, figures],
          [figures, nowhere],
        ] as const) {
          const { decisions, ...others } = effectsOf(from, to, method);
          expectClose(decisions.base, to.baseHours - from.baseHours, 1e-12);
          expectClose(decisions.collaboration, to.collaborationHours - from.collaborationHours, 1e-12);
          for (const effect of Object.values(others)) expect(effect).toEqual({ base: 0, collaboration: 0, total: 0 });
        }
      }),
      { numRuns: FEWER_RUNS },
    );
  });

  test('are 0 where neither side has decisions or ratios', () => {
    const nothing = openFigures(figuresOf(0, 0, 0, 0, 0));
    expect(nothing.newShare).toBeNull();
    expectEffects(effectsOf(nothing, nothing, method), {});
  });

  test('are 0 of what has a ratio that neither side has', () => {
    // No collaboration case on either side, so no c; n 0 → 0.2 and s 0.5 → 0: 100 · 0.2 · 3 = 60 base hours alone.
    const before = { ...figuresOf(100, 0, 3, 0.5, 0), collaborationHoursPerCase: null };
    const after = { ...figuresOf(100, 0.2, 3, 0, 0), collaborationHoursPerCase: null };
    const effects = effectsOf(before, after, method);
    expect(effects.newShare.base).toBeCloseTo(60, 9);
    for (const effect of valuesOf(effects, 'collaboration')) expect(Math.abs(effect)).toBe(0);
  });

  test('of many cells add up to the change of all their hours', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyFigures, anyFigures), { maxLength: 20 }), (cells) => {
        const effects = sumOfEffects(cells.map(([from, to]) => effectsOf(from, to, method)));
        const hours = (side: 0 | 1) => cells.reduce((sum, cell) => sum + cell[side].totalHours, 0);
        expectSumOfChange(valuesOf(effects, 'total'), hours(0), hours(1));
      }),
      { numRuns: FEWER_RUNS },
    );
  });
});

describe('the two methods', () => {
  // D 100 → 200 and b 3 → 1.5: B 60 → 60 and C 40 → 80. D takes the 40 of C either way.
  const after = figuresOf(200, 0.2, 1.5, 0.5, 4);

  test('Shapley takes the mean of the orders', () => {
    // 100 · 0.2 · (3 + 1.5) / 2 = 45 and −1.5 · 0.2 · (100 + 200) / 2 = −45.
    expectEffects(effectsOf(BEFORE, after, 'shapley'), { decisions: [45, 40], baseHoursPerCase: [-45, 0] });
  });

  test('LMDI takes the logarithms', () => {
    // L(60, 60) = 60: 60 · ln 2 and 60 · ln ½.
    const base = 60 * Math.LN2;
    expectEffects(effectsOf(BEFORE, after, 'lmdi'), { decisions: [base, 40], baseHoursPerCase: [-base, 0] });
  });
});

describe('the sum of effects', () => {
  /** Effects that all differ, so that none can stand in for another. */
  const effectsFrom = (first: number): Effects =>
    Object.fromEntries(
      FACTORS.map((factor, index) => {
        const [base, collaboration] = [first + index, 10 * (first + index)];
        return [factor, { base, collaboration, total: base + collaboration }];
      }),
    ) as Effects;

  test('adds each effect over the cells', () => {
    // 1 + 100, 2 + 101 … of base hours, ten times as many of collaboration hours.
    expectEffects(sumOfEffects([effectsFrom(1), effectsFrom(100)]), {
      decisions: [101, 1010],
      newShare: [103, 1030],
      baseHoursPerCase: [105, 1050],
      collaborationShare: [107, 1070],
      collaborationHoursPerCase: [109, 1090],
    });
  });

  test('of one cell is that cell’s, of none 0', () => {
    expect(sumOfEffects([effectsFrom(1)])).toEqual(effectsFrom(1));
    expectEffects(sumOfEffects([]), {});
  });

  test('has the same bits in every order', () => {
    const cells = fc.array(fc.tuple(anyFigures, anyFigures, fc.constantFrom(...METHODS)), { maxLength: 20 });
    const orders = cells
      .map((each) => each.map(([from, to, method]) => effectsOf(from, to, method)))
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
      );
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(sumOfEffects(shuffled)).toEqual(sumOfEffects(all));
      }),
      { numRuns: FEWER_RUNS },
    );
  });
});
