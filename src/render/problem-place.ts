import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { masked } from './personal-numbers.ts';
import { cut } from './terminal-text.ts';

const LONGEST_VALUE = 80;

/** Where a problem is, as far as it is known, and what stands there unless its line shows that. */
export function placeText({ problem, excerpt }: PlacedProblem, { place }: Catalogue): string {
  const { file, line, column, columnNumber, value } = problem;
  if (file === null) return '';
  const parts = [file];
  if (line !== null) parts.push(place.line(line));
  const name = column === null ? null : cut(masked(column), LONGEST_VALUE);
  if (excerpt !== null && columnNumber !== null) parts.push(place.cell(excerpt.address, name ?? ''));
  else if (name !== null && columnNumber !== null) parts.push(place.column(name, columnNumber));
  else if (excerpt !== null && excerpt.address !== String(line)) parts.push(place.row(excerpt.address));
  const isShown = value === null || value === '' || cellOf(excerpt).includes(value);
  return parts.join(', ') + (isShown ? '' : ` ${place.quoted(cut(masked(value), LONGEST_VALUE))}`);
}

function cellOf(excerpt: PlacedProblem['excerpt']): string {
  return excerpt === null ? '' : excerpt.text.slice(excerpt.start, excerpt.start + excerpt.length);
}
