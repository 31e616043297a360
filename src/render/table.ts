import { type TerminalText, vouched } from '../domain/sink-text.ts';
import type { Paint } from './paint.ts';
import { problemList } from './problem-list.ts';
import { forPeople } from './rounding.ts';
import { cut, forTerminal, terminal, withoutEnd, wrapped } from './terminal-text.ts';
import { treeLines } from './tree-lines.ts';
import type { Block, TableBlock, View } from './view.ts';
import { widthOf } from './width.ts';

export interface Page {
  /** Characters in a line. */
  readonly width: number;
  readonly decimalSign: ',' | '.';
  readonly paint: Paint;
}

/** Lines longer than this tire the eye, however wide the terminal is. */
const WIDEST_PROSE = 100;
/** A name longer than this is cut, so that a table keeps within 80 columns. */
const LONGEST_NAME = 18;

/** The view as text for a terminal or a pipe. */
export async function table(view: View, page: Page): Promise<TerminalText> {
  const { paint } = page;
  const width = Math.min(page.width, WIDEST_PROSE);
  const lead = [paint.bold(wrapped(forTerminal(view.headline), width))];
  lead.push(...view.qualifiers.map((qualifier) => wrapped(forTerminal(qualifier), width)));
  const parts = [terminal.join(lead, '\n')];
  for (const block of view.blocks) {
    parts.push(await blockText(block, page));
  }
  if (view.notes.length > 0) {
    const notes = view.notes.map((note, index) => wrapped(terminal`${index + 1}. ${forTerminal(note)}`, width, '   '));
    parts.push(terminal.join([paint.bold(forTerminal(view.notesTitle)), ...notes], '\n'));
  }
  parts.push(...view.remarks.map((remark) => paint.dim(wrapped(forTerminal(remark), width))));
  return terminal`${terminal.join(parts, '\n\n')}\n`;
}

async function blockText(block: Block, page: Page): Promise<TerminalText> {
  switch (block.kind) {
    case 'table':
      return tableText(block, page);
    case 'tree':
      return terminal.join(treeLines(block.root, page.width, page.paint), '\n');
    case 'problems':
      return withoutEnd(problemList(block.problems, block.catalogue, page, { opening: '', closing: '' }));
    case 'prose':
      return terminal.join(
        block.lines.map((line) => wrapped(forTerminal(line), Math.min(page.width, WIDEST_PROSE))),
        '\n',
      );
  }
}

/** A grid has one column, so that no lines meet between columns. */
const NO_LINES = {
  top: '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  right: '',
  'right-mid': '',
};

/** The library looks anew at a whole cell for each of its lines, and long at one that is wider than this. */
const QUICK_WIDTH = 10;
const LINES_AT_ONCE = 64;
const ROWS_AT_ONCE = 16;

async function tableText({ title, columns, rows }: TableBlock, { decimalSign, paint }: Page): Promise<TerminalText> {
  const { default: Table } = await import('cli-table3');
  const cells = rows.map((row) =>
    row.cells.map((cell, index) => cellText(cell, decimalSign, columns[index]?.longest ?? LONGEST_NAME)),
  );
  // A first line of labels that is blank all over would only be a gap.
  const firstLabel = columns.some(({ label }) => label[0] !== '') ? 0 : 1;
  // Column by column, since that is how the library is quick.
  const laidOut = columns.map(({ label: bothLabels, align }, index) => {
    const label = bothLabels.slice(firstLabel).map(forTerminal);
    const width = [...label, ...cells.map((row) => row[index] ?? '')].reduce(
      (most, text) => Math.max(most, widthOf(text)),
      0,
    );
    const body = rows.flatMap(({ weight, isApart }, at) => {
      const cell = cells[at]?.[index] ?? terminal``;
      const line = weight === 'total' ? paint.bold(cell) : cell;
      return isApart ? [terminal``, line] : [line];
    });
    const lines = [...label.map((line) => paint.bold(line)), paint.dim(forTerminal('─'.repeat(width))), ...body];
    const isQuick = width <= QUICK_WIDTH;
    return inChunks(lines, isQuick ? LINES_AT_ONCE : ROWS_AT_ONCE).flatMap((chunk) => {
      const grid = new Table({
        chars: NO_LINES,
        style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
        colAligns: [align],
        colWidths: [width],
      });
      grid.push(...(isQuick ? [[chunk.join('\n')]] : chunk.map((line) => [line])));
      // What the library lays out are these cells, and blanks.
      return grid
        .toString()
        .split('\n')
        .map(vouched<'terminal'>);
    });
  });
  const [first = []] = laidOut;
  const lines = first.map((_, at) =>
    withoutEnd(
      terminal.join(
        laidOut.map((column) => column[at] ?? terminal``),
        '  ',
      ),
    ),
  );
  return terminal.join(title === null ? lines : [paint.bold(forTerminal(title)), ...lines], '\n');
}

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

function cellText(cell: string | number, decimalSign: ',' | '.', longest: number): TerminalText {
  return typeof cell === 'number' ? forTerminal(forPeople(cell, 0, decimalSign)) : cut(forTerminal(cell), longest);
}
