import { readTables, type TablesReading } from '../../src/read/all-tables.ts';
import { sourceOf } from '../read/reading.ts';
import type { Dice } from './dice.ts';
import type { Kind, Sheet } from './sheet.ts';
import type { Folder } from './sound-folder.ts';

/** What must be found first where a fault was planted; any of the codes will do. */
export interface Expected {
  readonly codes: readonly string[];
  readonly file: string;
  /** Null where the fault is of the file as a whole. */
  readonly line: number | null;
  /** Null where it is of a row or of the header as a whole. */
  readonly columnNumber: number | null;
  /** The cell as written; undefined where it is for the message to say how much of it is shown. */
  readonly value: string | null | undefined;
}

/** Plants one fault of a kind in a sound folder; null where the folder has no place for it. */
export interface Operator {
  /** The class of faults, such as `N05`: E encoding, S structure, N numbers, T time, B keys and rows. */
  readonly fault: string;
  readonly name: string;
  /** Whether the input is to be refused; else a warning at that place is all that can be asked. */
  readonly isWarning?: true;
  plant(folder: Folder, dice: Dice): Expected | null;
}

export interface Cell {
  readonly sheet: Sheet;
  readonly record: number;
  readonly column: number;
}

/** Reads the files as they stand, in their order. */
export function readSheets(sheets: readonly Sheet[]): Promise<TablesReading> {
  const sources = sheets.map((sheet) => sourceOf(sheet.path, sheet.encoded(), sheet.table));
  return readTables({ sources, problems: [] });
}

export function atCell({ sheet, record, column }: Cell, ...codes: string[]): Expected {
  const value = sheet.cell(record, column);
  return { codes, file: sheet.path, line: sheet.line(record), columnNumber: column + 1, value };
}

export function atRow(sheet: Sheet, record: number, ...codes: string[]): Expected {
  return { codes, file: sheet.path, line: sheet.line(record), columnNumber: null, value: null };
}

export function atFile(sheet: Sheet, line: number | null, ...codes: string[]): Expected {
  return { codes, file: sheet.path, line, columnNumber: null, value: null };
}

type Table = Sheet['table'];

export function anySheet({ sheets }: Folder, dice: Dice, ...tables: Table[]): Sheet {
  return dice.pick(tables.length === 0 ? sheets : sheets.filter(({ table }) => tables.includes(table)));
}

export interface CellWish {
  readonly tables?: readonly Table[];
  readonly kinds?: readonly Kind[];
  readonly keys?: readonly string[];
  readonly isRequired?: true;
  /** By default the cell is not blank. */
  readonly isBlank?: true;
  readonly fits?: (cell: Cell) => boolean;
}

/** A cell of the kind that is wished for, in any file that has one. */
export function anyCell(folder: Folder, dice: Dice, wish: CellWish): Cell | null {
  const { tables, kinds, keys, isRequired, isBlank, fits } = wish;
  for (const sheet of dice.shuffled(folder.sheets.filter(({ table }) => tables?.includes(table) ?? true))) {
    const columns = sheet.columns.flatMap((each, column) => {
      const isFit = (kinds?.includes(each.kind) ?? true) && (keys?.includes(each.key) ?? true);
      return isFit && (isRequired === undefined || each.isRequired) ? [column] : [];
    });
    if (columns.length === 0) continue;
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const cell = { sheet, record: dice.pick(sheet.rows), column: dice.pick(columns) };
      const isFilled = sheet.cell(cell.record, cell.column).trim() !== '';
      if (isFilled !== (isBlank === true) && (fits?.(cell) ?? true)) return cell;
    }
  }
  return null;
}

export const put = ({ sheet, record, column }: Cell, text: string): void => sheet.set(record, column, text);

export const textOf = ({ sheet, record, column }: Cell): string => sheet.cell(record, column);

/** Whether the row of a schablon is one of a share. */
export function isShare({ sheet, record }: Cell): boolean {
  return /share|andel/.test(sheet.cell(record, sheet.column('measure')));
}

const NUMBERS: readonly Kind[] = ['count', 'amount', 'rate'];

/** The cells of a file that show its decimal sign. */
export function cellsWithSign(sheet: Sheet): number {
  const columns = sheet.columns.flatMap(({ kind }, column) => (NUMBERS.includes(kind) ? [column] : []));
  const isSigned = (record: number, column: number): boolean => /\d[.,]\d/.test(sheet.cell(record, column));
  return sheet.rows.reduce((sum, record) => sum + columns.filter((column) => isSigned(record, column)).length, 0);
}

/** An operator that puts one of some texts into a cell of a kind. */
export function replacing(
  fault: string,
  name: string,
  codes: readonly string[],
  wish: CellWish,
  texts: readonly string[] | ((text: string, dice: Dice, cell: Cell) => string | null),
): Operator {
  return {
    fault,
    name,
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, wish);
      if (cell === null) return null;
      const text = typeof texts === 'function' ? texts(textOf(cell), dice, cell) : dice.pick(texts);
      if (text === null) return null;
      put(cell, text);
      return atCell(cell, ...codes);
    },
  };
}
