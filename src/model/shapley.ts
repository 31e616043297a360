/**
 * What each factor of a product did to its change: its Shapley value, the mean of the change at its turn over all orders
 * in which the values of `from` are replaced by those of `to`. The effects add up to the change, and survive zeros.
 *
 * For a product this is Das Gupta's symmetric standardisation (1993, «Standardization and Decomposition of Rates»,
 * chapter 2); as a principle of decomposition Shorrocks 2013, Journal of Economic Inequality 11.
 */
export function shapleyEffects(from: readonly number[], to: readonly number[]): number[] {
  return from.map((value, index) => {
    const before = from.filter((_, at) => at !== index);
    const after = to.filter((_, at) => at !== index);
    return ((to[index] as number) - value) * meanOfOthers(before, after);
  });
}

/** The product of the other factors, those replaced before this one's turn from `after`, as a mean over all orders. */
function meanOfOthers(before: readonly number[], after: readonly number[]): number {
  const count = before.length;
  // For each number of replaced factors, the sum of the products with that many of them.
  let sums = [1];
  for (const [index, value] of before.entries()) {
    const replaced = after[index] as number;
    const grown = Array.from({ length: sums.length + 1 }, () => 0);
    for (const [at, sum] of sums.entries()) {
      grown[at] = (grown[at] as number) + sum * value;
      grown[at + 1] = (grown[at + 1] as number) + sum * replaced;
    }
    sums = grown;
  }
  // Each number of predecessors is equally likely, and so is each set of that size.
  return sums.reduce((mean, sum, size) => mean + sum / binomial(count, size) / (count + 1), 0);
}

function binomial(count: number, size: number): number {
  let ways = 1;
  for (let at = 1; at <= size; at++) ways = (ways * (count - size + at)) / at;
  return ways;
}
