/**
 * What each factor of a product did to its change by the additive logarithmic mean Divisia index, LMDI-I:
 * L(after, before) · ln(to / from) (Ang 2015, Energy Policy 86, table 1).
 *
 * Zeros by the limits of Ang, Zhang and Choi 1998 (Energy 23, table 2): a factor that comes from or goes to 0 takes the
 * whole change; several such factors share it equally; where both products are 0 nothing has an effect.
 */
export function lmdiEffects(from: readonly number[], to: readonly number[]): number[] {
  const [before, after] = [product(from), product(to)];
  const [isBeforeZero, isAfterZero] = [from.includes(0), to.includes(0)];
  if (isBeforeZero && isAfterZero) return from.map(() => 0);
  if (isBeforeZero || isAfterZero) {
    const side = isBeforeZero ? from : to;
    const zeros = side.filter((value) => value === 0).length;
    return side.map((value) => (value === 0 ? (after - before) / zeros : 0));
  }
  const weight = logarithmicMean(before, after);
  return from.map((value, index) => weight * logarithmOfRatio(value, to[index] as number));
}

function product(factors: readonly number[]): number {
  return factors.reduce((result, factor) => result * factor, 1);
}

/** L(a, b) = (b − a) / (ln b − ln a), and a where they are equal. */
function logarithmicMean(a: number, b: number): number {
  const logarithm = logarithmOfRatio(a, b);
  return logarithm === 0 ? a : (b - a) / logarithm;
}

/** ln(to / from), exact also where they are nearly equal. */
function logarithmOfRatio(from: number, to: number): number {
  const growth = (to - from) / from;
  return Math.abs(growth) < 0.5 ? Math.log1p(growth) : Math.log(to / from);
}
