/**
 * The sum of doubles, rounded once: the double nearest to the exact sum, ties to even, so that the order of the terms
 * cannot change a byte. Finite terms only; the empty sum is 0.
 *
 * Shewchuk 1997, «Adaptive Precision Floating-Point Arithmetic», section 2: the running sum is kept as partials that do
 * not overlap. The closing step decides ties as CPython's `math.fsum` does.
 */
export function exactSum(terms: Iterable<number>): number {
  const values = [...terms];
  const whole = wholeSum(values);
  if (whole !== null) return whole;
  const partials: number[] = [];
  for (const value of values) addTo(partials, value);
  return roundedOnce(partials);
}

/** Counts add up exactly as they are; null where a term is no whole number, or the sum too large to be sure. */
function wholeSum(values: readonly number[]): number | null {
  let sum = 0;
  for (const value of values) {
    sum += value;
    if (!Number.isInteger(value) || sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) return null;
  }
  return sum;
}

/** Grows the expansion by one term, without any loss. */
function addTo(partials: number[], term: number): void {
  let carried = term;
  let kept = 0;
  for (const partial of partials) {
    const isLess = Math.abs(carried) < Math.abs(partial);
    const large = isLess ? partial : carried;
    const small = isLess ? carried : partial;
    const high = large + small;
    const low = small - (high - large);
    if (low !== 0) partials[kept++] = low;
    carried = high;
  }
  partials.length = kept;
  partials.push(carried);
}

function roundedOnce(partials: readonly number[]): number {
  let index = partials.length - 1;
  let high = partials[index] ?? 0;
  let low = 0;
  while (index > 0) {
    index -= 1;
    const large = high;
    const small = partials[index] as number;
    high = large + small;
    low = small - (high - large);
    if (low !== 0) break;
  }
  // Half-way between two doubles, the partials below decide on which side the exact sum lies.
  const below = index > 0 ? (partials[index - 1] as number) : 0;
  if ((low < 0 && below < 0) || (low > 0 && below > 0)) {
    const doubled = low * 2;
    const candidate = high + doubled;
    if (candidate - high === doubled) high = candidate;
  }
  return high;
}
