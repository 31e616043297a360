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

export type Block = TableBlock | TreeBlock;

export interface Column {
  /** Two lines. */
  readonly label: readonly [string, string];
  readonly align: 'left' | 'right';
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
