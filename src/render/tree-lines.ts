import type { TerminalText } from '../domain/sink-text.ts';
import type { Paint } from './paint.ts';
import { forTerminal, linesOf, terminal, wrapped } from './terminal-text.ts';
import type { TreeNode } from './view.ts';

/** Lines longer than this tire the eye. */
const WIDEST = 120;
/** However deep a branch stands. */
const NARROWEST = 24;

/** A tree with a branch a line; long lines continue under their own beginning. */
export function treeLines(root: TreeNode, width: number, paint: Paint): TerminalText[] {
  const lines: TerminalText[] = [];
  const add = (text: string, first: TerminalText, later: TerminalText): void => {
    const room = Math.max(NARROWEST, Math.min(width, WIDEST) - Math.max(first.length, later.length));
    const [head = terminal``, ...rest] = linesOf(wrapped(forTerminal(text), room, '  '));
    lines.push(terminal`${paint.dim(first)}${head}`, ...rest.map((line) => terminal`${paint.dim(later)}${line}`));
  };
  const visit = (node: TreeNode, first: TerminalText, later: TerminalText): void => {
    const below = node.children.length > 0 ? terminal`${later}│ ` : terminal`${later}  `;
    add(node.text, first, below);
    if (node.detail !== null) add(node.detail, below, below);
    for (const [index, child] of node.children.entries()) {
      const isLast = index === node.children.length - 1;
      const branch = isLast ? terminal`${later}└ ` : terminal`${later}├ `;
      visit(child, branch, isLast ? terminal`${later}  ` : terminal`${later}│ `);
    }
  };
  visit(root, terminal``, terminal``);
  return lines;
}
