import type { Paint } from './paint.ts';
import { problemList } from './problem-list.ts';
import { forPeople } from './rounding.ts';
import { cut, forTerminal, wrapped } from './terminal-text.ts';
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
export async function table(view: View, page: Page): Promise<string> {
  const { paint } = page;
  const width = Math.min(page.width, WIDEST_PROSE);
  const lead = [paint.bold(wrapped(forTerminal(view.headline), width))];
  lead.push(...view.qualifiers.map((qualifier) => wrapped(forTerminal(qualifier), width)));
  const parts = [lead.join('\n')];
  for (const block of view.blocks) {
    parts.push(await blockText(block, page));
  }
  if (view.notes.length > 0) {
    const notes = view.notes.map((note, index) => wrapped(`${index + 1}. ${forTerminal(note)}`, width, '   '));
    parts.push([paint.bold(view.notesTitle), ...notes].join('\n'));
  }
  parts.push(...view.remarks.map((remark) => paint.dim(wrapped(remark, width))));
  return `${parts.join('\n\n')}\n`;
}

async function blockText(block: Block, page: Page): Promise<string> {
  switch (block.kind) {
    case 'table':
      return tableText(block, page);
    case 'tree':
      return treeLines(block.root, page.width, page.paint).join('\n');
    case 'problems':
      return problemList(block.problems, block.catalogue, page, { opening: '', closing: '' }).trimEnd();
    case 'prose':
      return block.lines.map((line) => wrapped(forTerminal(line), Math.min(page.width, WIDEST_PROSE))).join('\n');
  }
}

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

/** The library looks anew at a whole cell for each of its lines, and long at one that is wider than this. */
const QUICK_WIDTH = 10;
const LINES_AT_ONCE = 64;
const ROWS_AT_ONCE = 16;

async function tableText({ title, columns, rows }: TableBlock, { decimalSign, paint }: Page): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const cells = rows.map((row) =>
    row.cells.map((cell, index) => cellText(cell, decimalSign, columns[index]?.longest ?? LONGEST_NAME)),
  );
  // A first line of labels that is blank all over would only be a gap.
  const firstLabel = columns.some(({ label }) => label[0] !== '') ? 0 : 1;
  // Column by column, since that is how the library is quick.
  const laidOut = columns.map(({ label: bothLabels, align }, index) => {
    const label = bothLabels.slice(firstLabel);
    const width = [...label, ...cells.map((row) => row[index] ?? '')].reduce(
      (most, text) => Math.max(most, widthOf(text)),
      0,
    );
    const body = rows.flatMap(({ weight, isApart }, at) => {
      const cell = cells[at]?.[index] ?? '';
      const line = weight === 'total' ? paint.bold(cell) : cell;
      return isApart ? ['', line] : [line];
    });
    const lines = [...label.map((line) => paint.bold(line)), paint.dim('─'.repeat(width)), ...body];
    const isQuick = width <= QUICK_WIDTH;
    return inChunks(lines, isQuick ? LINES_AT_ONCE : ROWS_AT_ONCE).flatMap((chunk) => {
      const grid = new Table({
        chars: NO_LINES,
        style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
        colAligns: [align],
        colWidths: [width],
      });
      grid.push(...(isQuick ? [[chunk.join('\n')]] : chunk.map((line) => [line])));
      return grid.toString().split('\n');
    });
  });
  const [first = []] = laidOut;
  const text = first
    .map((_, at) =>
      laidOut
        .map((lines) => lines[at] ?? '')
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
  return title === null ? text : `${paint.bold(title)}\n${text}`;
}

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

function cellText(cell: string | number, decimalSign: ',' | '.', longest: number): string {
  return typeof cell === 'number' ? forPeople(cell, 0, decimalSign) : cut(forTerminal(cell), longest);
}
