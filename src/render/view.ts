import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Catalogue } from '../messages/catalogue.ts';

/** What a person is shown, whatever the format: sentences, tables and trees with the words already chosen. */
export interface View {
  readonly headline: string;
  /** What sets the result apart from an ordinary one: a scenario, an earlier day. */
  readonly qualifiers: readonly string[];
  readonly blocks: readonly Block[];
  readonly notesTitle: string;
  readonly notes: readonly string[];
  readonly remarks: readonly string[];
}

export type Block = TableBlock | TreeBlock | ProseBlock | ProblemsBlock;

export interface Column {
  /** Two lines. */
  readonly label: readonly [string, string];
  readonly align: 'left' | 'right';
  /** Names longer than this are cut, so that the table keeps within 80 columns; 18 unless said. */
  readonly longest?: number;
}

export interface TableRow {
  /** Text as it is; a number unrounded. */
  readonly cells: readonly (string | number)[];
  readonly weight: 'row' | 'total';
  /** Whether a blank line stands above. */
  readonly isApart: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** Sentences, each on a line of its own. */
export interface ProseBlock {
  readonly kind: 'prose';
  readonly lines: readonly string[];
}

/** Problems with their lines, which each sink shows in its own way. */
export interface ProblemsBlock {
  readonly kind: 'problems';
  readonly problems: readonly PlacedProblem[];
  readonly catalogue: Catalogue;
}

export interface TreeNode {
  readonly text: string;
  /** Where it comes from. */
  readonly detail: string | null;
  readonly children: readonly TreeNode[];
}

export interface TreeBlock {
  readonly kind: 'tree';
  readonly root: TreeNode;
}
