import { composer, type MarkdownText, type TerminalText, vouched } from '../domain/sink-text.ts';
import { cut, forTerminal } from './terminal-text.ts';

/** Bytes of a sentence at most: what is longer nobody reads, and the whole has a limit. */
const LONGEST_SENTENCE = 2000;

/** An invisible character, which no text has left once it is made visible; GitHub takes what it parts for two words. */
const JOINER = '\u2060';

/**
 * What GitHub acts on in the finished text, where no backslash helps: calls for somebody and addresses, numbers of issues,
 * links that are bare, pictures by their names, and commits by their 40 digits.
 */
const FOR_GITHUB = String.raw`@(?=\S)|#(?=\d)|:(?=\/\/|[\w+-]+:)|(?<![a-z\d])(?:www(?=\.)|gh-(?=\d)|[a-f\d](?=[a-f\d]{39}(?![a-z\d])))`;

/** What acts on a reader of HTML, and what begins a formula at GitHub. */
const IN_HTML = '[&<>$]';

/**
 * What acts within a line of Markdown. A backslash acts before a mark alone, and an underscore only where no word goes on
 * at both its sides; parentheses and exclamation marks act only beside brackets.
 */
const IN_MARKDOWN = String.raw`[*~[\]|\x60]|\\(?=[!-\/:-@[-\x60{-~]|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])`;

/** What a line of Markdown may begin with, and then be a list, a heading or a rule. */
const FIRST = /^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:#](?![\p{L}\p{N}])))/u;

const HTML_MARKS = new RegExp(`${IN_HTML}|${FOR_GITHUB}`, 'giu');
const MARKDOWN_MARKS = new RegExp(`${IN_HTML}|${IN_MARKDOWN}|${FOR_GITHUB}`, 'giu');

const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Readers differ on a backslash before it in a table.
  '|': '&#124;',
  // As GitHub advises.
  $: '<span>$</span>',
};

/** A sentence or a cell as Markdown on one line: it shows itself and does nothing. Cut where it is very long. */
export function markdownText(text: string, mostBytes = LONGEST_SENTENCE): MarkdownText {
  return fitted(text, mostBytes, (shown) => shown.replaceAll(MARKDOWN_MARKS, written).replace(FIRST, '$1\\'));
}

/** The same inside an HTML element, where a backslash would be seen. */
export function htmlText(text: string, mostBytes = LONGEST_SENTENCE): MarkdownText {
  return fitted(text, mostBytes, (shown) => shown.replaceAll(HTML_MARKS, written));
}

function written(mark: string): string {
  return WRITTEN[mark] ?? (/[@#:a-z\d]/i.test(mark) ? mark + JOINER : `\\${mark}`);
}

function fitted(text: string, mostBytes: number, write: (shown: string) => string): MarkdownText {
  const shown: string = forTerminal(cut(text, mostBytes).replaceAll(/\r\n|[\r\n]/g, ' ')).trim();
  let result = write(shown);
  for (let most = shown.length, size = Buffer.byteLength(result); size > mostBytes; size = Buffer.byteLength(result)) {
    most = Math.floor((most * mostBytes) / size);
    result = write(cut(shown, most));
  }
  return vouched(result);
}

/** Lines as code between fences that none of them ends: as they are in a terminal. Each with its line end. */
export function codeBlock(lines: readonly TerminalText[]): Code {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length + 1), 3));
  const asLine = (text: string): MarkdownText => vouched(`${text}\n`);
  return { fence: asLine(fence), lines: lines.map(asLine) };
}

/** What stands above and below lines of code, and the lines. */
interface Code {
  readonly fence: MarkdownText;
  readonly lines: readonly MarkdownText[];
}

/** Puts together a page of Markdown. */
export const md = composer<'markdown'>();
