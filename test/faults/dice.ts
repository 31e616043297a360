/** Everything random comes from here, so that a seed gives the same on every machine. */
export interface Dice {
  /** A whole number in [low, high]. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  shuffled<T>(choices: readonly T[]): T[];
}

/** mulberry32: 32 bits of state are plenty for a small folder. */
export function makeDice(seed: number): Dice {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => {
      if (choices.length === 0) throw new Error('nothing to pick from');
      return choices[Math.floor(next() * choices.length)] as (typeof choices)[number];
    },
    shuffled: (choices) =>
      choices
        .map((choice) => ({ choice, weight: next() }))
        .sort((left, right) => left.weight - right.weight)
        .map(({ choice }) => choice),
  };
}
