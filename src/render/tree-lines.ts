import type { Paint } from './paint.ts';
import { forTerminal, wrapped } from './terminal-text.ts';
import type { TreeNode } from './view.ts';

/** Lines longer than this tire the eye. */
const WIDEST = 120;
/** However deep a branch stands. */
const NARROWEST = 24;

/** A tree with a branch a line; long lines continue under their own beginning. */
export function treeLines(root: TreeNode, width: number, paint: Paint): string[] {
  const lines: string[] = [];
  const add = (text: string, first: string, later: string): void => {
    const room = Math.max(NARROWEST, Math.min(width, WIDEST) - Math.max(first.length, later.length));
    const [head = '', ...rest] = wrapped(forTerminal(text), room, '  ').split('\n');
    lines.push(paint.dim(first) + head, ...rest.map((line) => paint.dim(later) + line));
  };
  const visit = (node: TreeNode, first: string, later: string): void => {
    const below = node.children.length > 0 ? `${later}│ ` : `${later}  `;
    add(node.text, first, below);
    if (node.detail !== null) add(node.detail, below, below);
    for (const [index, child] of node.children.entries()) {
      const isLast = index === node.children.length - 1;
      visit(child, `${later}${isLast ? '└ ' : '├ '}`, `${later}${isLast ? '  ' : '│ '}`);
    }
  };
  visit(root, '', '');
  return lines;
}
