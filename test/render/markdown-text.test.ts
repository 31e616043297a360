import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeBlock, htmlText, markdownText } from '../../src/render/markdown-text.ts';
import { forTerminal } from '../../src/render/terminal-text.ts';
import { anyCharacter } from '../domain/any-text.ts';
import { asHtml, elementsOf, filtersOf, madeVisible, shownBy } from './as-github.ts';

const J = '\u2060';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** What acts in Markdown, in HTML or at GitHub, whole and in parts, more often than other text. */
const hostile = fc.oneof(
  fc.constantFrom(...'\\`*_{}[]()#+-.!|~<>&@:$^="\'/;% \t\n\r\u00A0'),
  fc.constantFrom(
    'http://',
    'https://e.se',
    'www.',
    'a@b.se',
    '@team',
    '#12',
    'GH-12',
    ':tada:',
    'ftp://',
    'mailto:',
    COMMIT,
  ),
  fc.constantFrom('](', '![', '<b>', '&lt;', '&#35;', '---', '- ', '1. ', '1) ', '# ', '```', '~~~', '> ', '| - |'),
  fc.constantFrom('::error::', '##[', '[^1]', '[ ] ', '<!--', '-->', '</details>', '$$', '    ', '\\\\', '__', '**'),
  fc.constantFrom('a', 'b', 'Å', '1', '2023', 'Syd', '–', '日', '😀', '\u202E', '\u200B', 'e\u0301'),
  anyCharacter,
);
const anyText = fc.string({ unit: hostile, maxLength: 24 });

describe('text from data as Markdown', () => {
  test.each([
    'Jobb- och utvecklingsgarantin (JOB), 35 % av 1\u00A0234,5 – «låg»',
    'Västra Götaland',
    '2023-01',
    '2023-01 – 2023-12',
    '+4\u00A0138',
    '\u2212783',
    '-5',
    '1.5',
    'collaboration_share',
    'forecasts.csv rad 49: rikets prognos för 2023-Q1',
    'resurs estimate --data fixtures/example --month 2023-01',
    'C:\\data\\fil.csv',
    '#SAKNAS!',
    'a/b; c = d, "e" \'f\' ^ {g} !',
    'kl. 12:30',
    '日本 e\u0301 😀',
    `${COMMIT}0`,
    COMMIT.slice(1),
  ])('%j stays as it is', (text) => {
    expect(markdownText(text)).toBe(text);
  });

  test.each<[string, string, string]>([
    ['X09 a bar', 'a|b', 'a&#124;b'],
    ['X09 code', '`a`', '\\`a\\`'],
    ['X09 a link', '[x](javascript:alert)', '\\[x\\](javascript:alert)'],
    ['X09 a picture', '![](http://t)', `!\\[\\](http:${J}//t)`],
    ['X09 an element', '<b>', '&lt;b&gt;'],
    ['X09 an entity', '&lt;', '&amp;lt;'],
    ['X09 an escape', '\\*', '\\\\\\*'],
    ['X09 a call', '@team', `@${J}team`],
    ['X09 an address', 'a@b.se', `a@${J}b.se`],
    ['X09 an issue', '#12', `\\#${J}12`],
    ['X09 an issue elsewhere', 'ab/c#12', `ab/c#${J}12`],
    ['X09 an issue by letters', 'GH-12', `GH-${J}12`],
    ['X09 a bare link', 'https://e.se', `https:${J}//e.se`],
    ['X09 a bare name of a site', 'www.e.se', `www${J}.e.se`],
    ['X09 a commit', `till ${COMMIT}.`, `till 0${J}${COMMIT.slice(1)}.`],
    ['X09 a commit in capitals', COMMIT.toUpperCase(), `0${J}${COMMIT.slice(1).toUpperCase()}`],
    ['X09 a line of text', 'a\nb\r\nc', 'a b c'],
    ['X09 a rule', '---', '\\---'],
    ['X09 a rule of equals signs', '===', '\\==='],
    ['X09 a heading', '# a', '\\# a'],
    ['X09 an item', '- a', '\\- a'],
    ['X09 an item with a plus', '+ a', '\\+ a'],
    ['X09 an item with a star', '* a', '\\* a'],
    ['X09 a number of an item', '1. a', '1\\. a'],
    ['X09 a number with a parenthesis', '12) a', '12\\) a'],
    ['X09 a quotation', '> a', '&gt; a'],
    ['X09 emphasis', '*a* _b_ __c__ ~d~', '\\*a\\* \\_b\\_ \\_\\_c\\_\\_ \\~d\\~'],
    ['X09 the rule of a table', ':- | -', '\\:- &#124; -'],
    ['X09 a footnote', '[^1]', '\\[^1\\]'],
    ['X09 a formula', '$x$', '<span>$</span>x<span>$</span>'],
    ['X09 a picture by its name', 'a :tada: b', `a :${J}tada: b`],
    ['X09 indented code', '    a', 'a'],
    ['X10 a command of a runner', '::error::x', '\\:\\x3Aerror:\\x3Ax'],
    ['X10 a command of a runner on a line of its own', 'a\n::set-output', 'a :\\x3Aset-output'],
    ['X10 a command of another runner', '##[error]x', '\\#\\x23\\[error\\]x'],
    ['X02 an override', 'a\u202Eb', 'a\\u{202E}b'],
    ['X02 an invisible joiner', `a${J}b`, 'a\\u{2060}b'],
    ['X01 an escape sequence', '\u001B[31m', '\\x1B\\[31m'],
    ['a backslash at the end', 'a\\', 'a\\\\'],
    ['spaces around', ' \u00A0a ', 'a'],
    ['nothing', '', ''],
  ])('%s is inert: %j', (_, text, written) => {
    expect(markdownText(text)).toBe(written);
    expect(shownBy(asHtml(written))).toBe(madeVisible(text) === '' ? '' : `<p>${madeVisible(text)}</p>`);
  });

  test('X09 X11 shows itself and does nothing, in a paragraph, in an item, in bold, and in a cell', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = markdownText(text, 100_000);
        const shown = madeVisible(text);
        fc.pre(shown !== '');
        const places: [string, string, readonly string[]][] = [
          [written, '<p>§</p>', ['p']],
          [`- ${written}\n`, '<ul>\n<li>§</li>\n</ul>\n', ['li', 'ul']],
          [`1. ${written}\n`, '<ol>\n<li>§</li>\n</ol>\n', ['li', 'ol']],
          [`**${written}**`, '<p><strong>§</strong></p>', ['p', 'strong']],
          [`before\n${written}\n`, '<p>before\n§</p>\n', ['p']],
        ];
        for (const [markdown, html, elements] of places) {
          const made = asHtml(markdown);
          expect(elementsOf(made.replaceAll('<span>$</span>', ''))).toEqual(elements);
          expect(shownBy(made)).toBe(html.replace('§', () => shown));
          expect(filtersOf(made)).toEqual([]);
        }
        const table = asHtml(`| a | b |\n| --- | ---: |\n| ${written} | ${written} |\n| **${written}** | c |\n`);
        const cells = [...table.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => shownBy(cell as string));
        expect(cells).toEqual([shown, shown, `<strong>${shown}</strong>`, 'c']);
        expect(filtersOf(table)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('X09 X10 is one line, which begins with nothing that acts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = markdownText(text, 100_000);
        expect(written).not.toMatch(/[\r\n]/);
        expect(written).not.toMatch(/^(?:::|##\[|#{1,6}(?:\s|$)|[-+*=](?:\s|$)|[-=*_]{2}|\d{1,9}[.)](?:\s|$)|>|\s)/);
        expect(written).not.toMatch(/##\[|##vso\[|::/);
      }),
      { numRuns: 3000 },
    );
  });

  test('F08 is cut where it is very long, however much each character takes', () => {
    for (const unit of ['a', 'å', '😀', '$', '|', '\u202E', '\u{E0100}', '@', '\\', '<b>']) {
      const written = markdownText(unit.repeat(1_000_000), 300);
      expect(Buffer.byteLength(written)).toBeLessThanOrEqual(300);
      expect(Buffer.byteLength(written)).toBeGreaterThan(250);
      expect(written.endsWith('…')).toBe(true);
      const whole = markdownText(unit.repeat(1_000_000), 3_000);
      expect(whole.startsWith(written.slice(0, -1))).toBe(true);
    }
  });

  test('F08 that is cut is never longer than it may be, and inert', () => {
    fc.assert(
      fc.property(fc.string({ unit: hostile, maxLength: 300 }), fc.integer({ min: 40, max: 300 }), (text, most) => {
        const written = markdownText(text, most);
        expect(Buffer.byteLength(written)).toBeLessThanOrEqual(most);
        const html = asHtml(`- ${written}\n`);
        expect(elementsOf(html.replaceAll('<span>$</span>', ''))).toEqual(['li', 'ul']);
        expect(filtersOf(html)).toEqual([]);
      }),
      // Without its spans the example would call up a picture by its name, `:http:`.
      { numRuns: 1000, examples: [['mailto:$$http://', 43]] },
    );
  });
});

describe('text from data inside HTML', () => {
  test.each<[string, string]>([
    ['Timmar (januari 2023): 28 rader', 'Timmar (januari 2023): 28 rader'],
    ['<script>&amp;', '&lt;script&gt;&amp;amp;'],
    ['@team #12 *a*', `@${J}team #${J}12 *a*`],
    ['a\n\nb', 'a  b'],
  ])('%j is %j', (text, written) => {
    expect(htmlText(text)).toBe(written);
  });

  test('X09 shows itself and does nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = asHtml(`<details>\n<summary>${htmlText(text, 100_000)}</summary>\n\na\n\n</details>\n`);
        const [, summary = ''] = /<summary>(.*)<\/summary>/.exec(html) ?? [];
        expect(shownBy(summary)).toBe(madeVisible(text));
        expect(elementsOf(html.replaceAll('<span>$</span>', ''))).toEqual(['details', 'p', 'summary']);
        expect(filtersOf(html)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a fence', () => {
  test('is longer than any in its lines', () => {
    const blockOf = (...lines: string[]) => codeBlock(lines.map(forTerminal));
    expect(blockOf()).toEqual({ fence: '```\n', lines: [] });
    expect(blockOf('a', 'b')).toEqual({ fence: '```\n', lines: ['a\n', 'b\n'] });
    expect(blockOf('a `b` c')).toEqual({ fence: '```\n', lines: ['a `b` c\n'] });
    expect(blockOf('```', 'a ````` b').fence).toBe('``````\n');
  });
});
