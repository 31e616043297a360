import { type Place, type Problem, problem } from '../domain/problem.ts';
import { PROBLEM_LIMIT } from './limits.ts';

export type Sign = ',' | '.';

/** Places that are remembered of each sign; a file with more cells of the wrong one is not mended cell by cell. */
const MOST_PLACES = 1000;

interface Unsettled {
  readonly place: Place;
  readonly text: string;
  readonly isCount: boolean;
}

/**
 * The decimal sign of one file (*decimaltecken*): the one that most of its numbers show. Any cell with the other one is
 * a problem, and so is a cell such as `1,234` that no other cell settles. A count of `1,234` is never settled: nobody
 * means one and some decisions.
 */
export class DecimalSign {
  readonly #seen: Readonly<Record<Sign, { count: number; readonly places: Place[] }>> = {
    ',': { count: 0, places: [] },
    '.': { count: 0, places: [] },
  };
  /** The sign that was seen first. */
  #first: Sign | null = null;
  readonly #unsettled: Unsettled[] = [];

  /** A number that shows its sign beyond doubt. */
  saw(sign: Sign, place: () => Place): void {
    this.#first ??= sign;
    const seen = this.#seen[sign];
    seen.count += 1;
    if (seen.places.length < MOST_PLACES) seen.places.push(place());
  }

  /** A number that another cell of the file must settle: one thousand or one and some? */
  doubts(unsettled: Unsettled): void {
    if (this.#unsettled.length < PROBLEM_LIMIT) this.#unsettled.push(unsettled);
  }

  /** The file's sign; null where no cell shows it. */
  get sign(): Sign | null {
    const [comma, point] = [this.#seen[','].count, this.#seen['.'].count];
    if (comma === point) return this.#first;
    return comma > point ? ',' : '.';
  }

  /** After the last record: cells of the other sign, and those that nothing settles. */
  problems(): Problem[] {
    const { sign } = this;
    if (sign === null) return this.#unsettled.map(ambiguous);
    const other = sign === ',' ? '.' : ',';
    const facts = { other: sign, otherLine: this.#seen[sign].places[0]?.line ?? 0 };
    const mixed = this.#seen[other].places.map((place) => problem('number-mixed-signs', facts, place));
    // With the other sign it probably is thousands: to change the sign would make one and some of them.
    const doubtful = this.#unsettled.filter(({ isCount, text }) => isCount || text.includes(other));
    return [...mixed, ...doubtful.map(ambiguous)];
  }
}

function ambiguous({ place, text, isCount }: Unsettled): Problem {
  const sign = text.includes(',') ? ',' : '.';
  return problem('number-ambiguous', { asThousands: text.replace(sign, ' '), asDecimal: text, isCount }, place);
}
