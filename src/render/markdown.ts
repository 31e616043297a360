import type { MarkdownText } from '../domain/sink-text.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Words } from '../messages/words.ts';
import { fittingSections, type Section } from './fitting-sections.ts';
import { problemItems } from './markdown-problems.ts';
import { codeBlock, htmlText, markdownText, md } from './markdown-text.ts';
import { NO_PAINT } from './paint.ts';
import { forPeople } from './rounding.ts';
import { cut } from './terminal-text.ts';
import { treeLines } from './tree-lines.ts';
import type { Block, Column, ProblemsBlock, TableBlock, TreeBlock, View } from './view.ts';
import { wordsOf } from './words.ts';

/** GitHub takes 65 536 characters in a comment, which may hold more than this text. */
const MOST_BYTES = 60_000;
/** Three programmes in six regions, with their totals, stand open. */
const MOST_OPEN_ROWS = 30;
const MOST_OPEN_SENTENCES = 3;
const MOST_OPEN_PROBLEMS = 10;
/** Bytes of a cell: a name, or the source of a schablon. */
const LONGEST_CELL = 240;
const CODE_WIDTH = 100;
const LONGEST_CODE_LINE = 400;

/** The view as Markdown for a comment or a summary at GitHub: the answer and one table open, the rest to unfold. */
export function markdown(view: View, catalogue: Catalogue): MarkdownText {
  const renderer = new MarkdownRenderer(catalogue);
  return fittingSections(renderer.sections(view), MOST_BYTES);
}

class MarkdownRenderer {
  readonly #catalogue: Catalogue;
  readonly #words: Words;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.#words = wordsOf(catalogue);
  }

  sections({ headline, qualifiers, blocks, notesTitle, notes, remarks }: View): Section[] {
    const firstTable = blocks.find(({ kind }) => kind === 'table');
    return [
      this.#paragraph(md`**${markdownText(headline)}**`),
      ...(qualifiers.length === 0 ? [] : [this.#sentences(qualifiers)]),
      ...blocks.map((block) => this.#block(block, block === firstTable)),
      ...(notes.length === 0 ? [] : [this.#folded(`${notesTitle}: ${notes.length}`, this.#notes(notes))]),
      ...remarks.map((remark) => this.#paragraph(markdownText(remark))),
    ];
  }

  #block(block: Block, isFirstTable: boolean): Section {
    switch (block.kind) {
      case 'table':
        return this.#table(block, isFirstTable && block.rows.length <= MOST_OPEN_ROWS);
      case 'tree':
        return this.#folded(this.#catalogue.parts.trace, this.#tree(block));
      case 'problems':
        return this.#problems(block);
      case 'prose': {
        const sentences = this.#sentences(block.lines);
        const { length } = block.lines;
        return length > MOST_OPEN_SENTENCES ? this.#folded(this.#counted('details', length), sentences) : sentences;
      }
    }
  }

  #table({ title, columns, rows }: TableBlock, isOpen: boolean): Section {
    const row = (cells: readonly MarkdownText[]): MarkdownText => md`| ${md.join(cells, ' | ')} |\n`;
    const blank = columns.slice(1).map(() => md``);
    const table: Section = {
      opening: md.join(
        [
          row(columns.map(({ label }) => markdownText(labelOf(label), LONGEST_CELL))),
          row(columns.map(({ align }) => (align === 'right' ? md`---:` : md`---`))),
        ],
        '',
      ),
      items: rows.map(({ cells, weight }) => {
        const texts = cells.map((cell) => this.#cell(cell));
        return row(weight === 'total' ? texts.map((text) => (text === '' ? text : md`**${text}**`)) : texts);
      }),
      closing: md``,
      leftOut: (count) => markdownText(this.#catalogue.parts.rowsLeftOut(count, this.#words)),
      asItem: (sentence) => row([sentence, ...blank]),
    };
    const { parts } = this.#catalogue;
    if (!isOpen) return this.#folded(`${title ?? parts.table}: ${parts.rows(rows.length, this.#words)}`, table);
    return title === null ? table : { ...table, opening: md`**${markdownText(title)}**\n\n${table.opening}` };
  }

  #cell(cell: string | number): MarkdownText {
    const text = typeof cell === 'number' ? forPeople(cell, 0, this.#catalogue.decimalSign) : cell;
    return markdownText(text, LONGEST_CELL);
  }

  /** A tree keeps its shape in code. */
  #tree({ root }: TreeBlock): Section {
    const { fence, lines } = codeBlock(
      treeLines(root, CODE_WIDTH, NO_PAINT).map((line) => cut(line, LONGEST_CODE_LINE)),
    );
    return {
      opening: fence,
      items: lines,
      closing: fence,
      leftOut: (count) => markdownText(this.#catalogue.parts.linesLeftOut(count, this.#words)),
      asItem: (sentence) => md`${sentence}\n`,
    };
  }

  #problems({ problems, catalogue }: ProblemsBlock): Section {
    const items = problemItems(problems, catalogue, CODE_WIDTH);
    const list = this.#list(items);
    return items.length > MOST_OPEN_PROBLEMS ? this.#folded(this.#counted('problems', problems.length), list) : list;
  }

  #sentences(lines: readonly string[]): Section {
    const [only = '', ...others] = lines;
    if (others.length === 0) return this.#paragraph(markdownText(only));
    return this.#list(lines.map((line) => md`- ${markdownText(line)}\n`));
  }

  #list(items: readonly MarkdownText[]): Section {
    return { ...this.#paragraph(md``), items, asItem: (sentence) => md`- ${sentence}\n` };
  }

  /** Numbered; what stands between two parts of the list keeps their numbers. */
  #notes(notes: readonly string[]): Section {
    const items = notes.map((note, index) => md`${index + 1}. ${markdownText(note)}\n`);
    return { ...this.#paragraph(md``), items, asItem: (sentence) => md`\n${sentence}\n\n` };
  }

  #paragraph(text: MarkdownText): Section {
    return {
      opening: text,
      items: [],
      closing: md``,
      leftOut: (count) => markdownText(this.#catalogue.parts.entriesLeftOut(count, this.#words)),
      asItem: (sentence) => sentence,
    };
  }

  /** GitHub reads Markdown inside HTML below a blank line. */
  #folded(summary: string, section: Section): Section {
    const { opening, closing } = section;
    return {
      ...section,
      opening: md`<details>\n<summary>${htmlText(summary)}</summary>\n\n${opening}`,
      closing: md`${closing}\n</details>\n`,
    };
  }

  #counted(part: 'details' | 'problems', count: number): string {
    return `${this.#catalogue.parts[part]}: ${this.#words.number(count)}`;
  }
}

/** Both lines of a label on one; a word that is parted over them is whole again. */
function labelOf([first, second]: Column['label']): string {
  if (/\p{L}-$/u.test(first)) return first.slice(0, -1) + second;
  return /-$/.test(first) || second.startsWith('/') ? first + second : `${first} ${second}`;
}
