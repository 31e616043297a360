import { type Place, type Problem, problem } from '../../domain/problem.ts';
import type { Measure, Schablon } from '../../domain/tables.ts';
import { resemblingSteps } from '../step-resemblance.ts';

/** The rows of one work step: the first of them, and how many there are. */
interface Step {
  readonly first: Schablon;
  /** Null for a step that stands in the tables beside a scenario. */
  readonly place: Place | null;
  rows: number;
}

/** Watches for work steps that nearly are another one of the same measure: both would count. */
export class StepWatch {
  readonly #steps = new Map<Measure, Map<string, Step>>();

  saw(schablon: Schablon, place: () => Place | null): void {
    const { measure, step } = schablon;
    if (step === null) return;
    const ofMeasure = this.#steps.get(measure) ?? new Map<string, Step>();
    this.#steps.set(measure, ofMeasure);
    const known = ofMeasure.get(step);
    if (known === undefined) ofMeasure.set(step, { first: schablon, place: place(), rows: 1 });
    else known.rows += 1;
  }

  /** After the last row: a warning where the rarer of two was seen first; of two as rare, the later one. */
  problems(): Problem[] {
    return [...this.#steps.values()].flatMap((ofMeasure) =>
      resemblingSteps([...ofMeasure.keys()]).flatMap((names) => {
        const [earlier, later] = names.map((name) => ofMeasure.get(name)) as [Step, Step];
        const isEarlierRare = earlier.place !== null && earlier.rows < later.rows;
        const [rare, { first: other }] = isEarlierRare ? [earlier, later] : [later, earlier];
        if (rare.place === null) return [];
        const { path: otherPath, line: otherLine } = other.origin;
        return [problem('step-resembles', { other: other.step ?? '', otherPath, otherLine }, rare.place, 'warning')];
      }),
    );
  }
}
