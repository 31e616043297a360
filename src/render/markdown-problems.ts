import type { Excerpt, PlacedProblem } from '../domain/placed-problem.ts';
import type { MarkdownText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { problemText } from './findings.ts';
import { codeBlock, markdownText, md } from './markdown-text.ts';
import { placeText } from './problem-place.ts';
import { alsoTexts, type ShownProblem, shownProblems } from './shown-problems.ts';
import { sourceLine } from './source-line.ts';
import { blanks, linesOf, terminal, withoutEnd } from './terminal-text.ts';

/** Problems as items of a Markdown list, and how many more there are. */
export function problemItems(
  problems: readonly PlacedProblem[],
  catalogue: Catalogue,
  codeWidth: number,
): MarkdownText[] {
  return shownProblems(problems, catalogue).flatMap(({ shown, more }) => [
    ...shown.map((each) => problemItem(each, catalogue, codeWidth)),
    ...(more === null ? [] : [md`- ${markdownText(more)}\n`]),
  ]);
}

/** A problem: where, what was expected, the line with the cell marked, how to mend it, where it is also. */
function problemItem(shown: ShownProblem, catalogue: Catalogue, codeWidth: number): MarkdownText {
  const { first } = shown.like;
  const { problem, excerpt } = first;
  const { message, hint, steps } = problemText(problem, catalogue);
  const place = placeText(first, catalogue);
  const label = markdownText(`${catalogue.severity[problem.severity]}:`);
  const mend = [markdownText(hint), ...steps.map((step, at) => md`${at + 1}. ${markdownText(step)}`)];
  const paragraphs = [
    md`**${label}** ${markdownText(place === '' ? message : `${place}: ${message}`)}`,
    ...(excerpt === null ? [] : [marked(excerpt, codeWidth)]),
    md`${md.join(mend, '\n')} \`${markdownText(problem.code)}\``,
    ...alsoTexts(shown, catalogue).map((text) => markdownText(text)),
  ];
  const lines = linesOf(md.join(paragraphs, '\n\n'));
  const indented = lines.map((line, at) => (at === 0 || line === '' ? line : md`  ${line}`));
  return md`- ${md.join(indented, '\n')}\n`;
}

/** The line in code, with a mark below the cell. */
function marked(excerpt: Excerpt, width: number): MarkdownText {
  const { text, indent, mark } = sourceLine(excerpt, width);
  const { fence, lines } = codeBlock([withoutEnd(text), terminal`${blanks(indent)}${mark}`]);
  return withoutEnd(md.join([fence, ...lines, fence], ''));
}
