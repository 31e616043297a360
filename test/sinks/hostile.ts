import fc from 'fast-check';
import { anyCharacter } from '../domain/any-text.ts';

/** What acts on a terminal, a spreadsheet, a page or a CI runner, whole and in parts, more often than other text. */
const unit = fc.oneof(
  fc.constantFrom(
    '\u001B',
    '[2J',
    ']0;',
    ']52;c;',
    ']8;;http://e',
    '\u0007',
    '\u009B',
    '31m',
    '\r',
    '\b',
    '\u007F',
    '\0',
  ),
  fc.constantFrom('\u202E', '\u2066', '\u2069', '\u200B', '\u200F', '\uFEFF', '\u00AD', '\uFE0F', '\u2028', '\u2029'),
  fc.constantFrom('=', '+', '-', '@', '＝', 'cmd|', '"', "'", ';', ',', '\t', '\n', '\r\n', ' ', '\u00A0'),
  fc.constantFrom(
    ':',
    '::',
    '::error::',
    '::add-mask::',
    '#',
    '##',
    '##[',
    '[',
    'error]',
    '##vso[',
    'vso[',
    '%0A',
    '%',
  ),
  fc.constantFrom('<', '>', '&', '`', '```', '*', '_', '|', '](', '![', '$', '\\', '---', '@team', '#12', '</details>'),
  fc.constantFrom('a', 'b', 'Å', '1', '2023', 'Syd', '–', '日', '😀', 'e\u0301'),
  anyCharacter,
);

/** Any text, a hostile one more often than not. */
export const hostile: fc.Arbitrary<string> = fc.string({ unit, maxLength: 16 });

/** Controls, marks of direction and other separators of lines: none of them reaches a sink, line ends apart. */
const ACTIVE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/u;

/** What of an output acts where it is shown; nothing of one that is sound. `own` are lines that the program means. */
export function actsIn(output: string, own: RegExp = /$^/): string[] {
  return output.split('\n').filter((line) => {
    const text = line.replaceAll('\t', ' ');
    return ACTIVE.test(text) || /##(?:vso)?\[/.test(text) || (/^\s*::/.test(text) && !own.test(text));
  });
}

/** Whether a spreadsheet would take any part of a cell for a formula, by whatever delimiter it parts the cell again. */
export function isFormula(cell: string): boolean {
  return cell.split(/[;,\t\n]/).some((part) => /^(?:\s|")*[=+\-@＝＋－＠]/.test(part));
}
