import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { proseOf } from './findings.ts';
import { placeText } from './problem-place.ts';

/** What was expected and how to mend it, for a program that shows the place by itself unless there is no path to it. */
export function problemRemark(placed: PlacedProblem, catalogue: Catalogue): string {
  const { message, hint } = proseOf(placed.problem, catalogue);
  const place = placed.path === null ? placeText({ ...placed, excerpt: null }, catalogue) : '';
  return `${place === '' ? '' : `${place}: `}${message}. ${hint}`;
}
