import type { Excerpt, PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { numbered, problemText } from './findings.ts';
import { fenceOf, markdownText } from './markdown-text.ts';
import { placeText } from './problem-place.ts';
import { alsoTexts, type ShownProblem, shownProblems } from './shown-problems.ts';
import { sourceLine } from './source-line.ts';

/** What belongs to an item of a list stands under its text. */
const INDENT = '  ';

/** Problems as items of a Markdown list, and how many more there are. */
export function problemItems(problems: readonly PlacedProblem[], catalogue: Catalogue, codeWidth: number): string[] {
  return shownProblems(problems, catalogue).flatMap(({ shown, more }) => [
    ...shown.map((each) => problemItem(each, catalogue, codeWidth)),
    ...(more === null ? [] : [`- ${markdownText(more)}\n`]),
  ]);
}

/** A problem: where, what was expected, the line with the cell marked, how to mend it, where it is also. */
function problemItem(shown: ShownProblem, catalogue: Catalogue, codeWidth: number): string {
  const { first } = shown.like;
  const { problem, excerpt } = first;
  const { message, hint, steps } = problemText(problem, catalogue);
  const place = placeText(first, catalogue);
  const mend = [markdownText(hint), ...numbered(steps.map((step) => markdownText(step)))].join('\n');
  const paragraphs = [
    [`**${catalogue.severity[problem.severity]}:** ${markdownText(place === '' ? message : `${place}: ${message}`)}`],
    ...(excerpt === null ? [] : [marked(excerpt, codeWidth)]),
    [`${mend} \`${problem.code}\``],
    ...alsoTexts(shown, catalogue).map((text) => [markdownText(text)]),
  ];
  const lines = paragraphs
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n')
    .split('\n');
  return `- ${lines.map((line, at) => (at === 0 || line === '' ? line : INDENT + line)).join('\n')}\n`;
}

/** The line in code, with a mark below the cell. */
function marked(excerpt: Excerpt, width: number): string[] {
  const { text, indent, mark } = sourceLine(excerpt, width);
  const fence = fenceOf([text]);
  return [fence, text.trimEnd(), ' '.repeat(indent) + mark, fence];
}
