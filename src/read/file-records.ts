import { type Note, note } from '../domain/note.ts';
import { NOWHERE, type Problem, problem } from '../domain/problem.ts';
import type { TableName } from '../domain/tables.ts';
import { isTotalName, type TableSpec } from './columns.ts';
import { findDialect, readHeader } from './header.ts';
import { eachRecord } from './records.ts';
import { Row } from './row.ts';
import { decode } from './text.ts';

/** A file as it came: its bytes, and how the user would name it. */
export interface SourceFile {
  readonly table: TableName | 'scenario';
  readonly path: string;
  /** The absolute path; `-` for standard input. */
  readonly location: string;
  readonly bytes: Uint8Array;
}

export interface FileReading {
  readonly rows: number;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

/**
 * Reads one file of a table: text, dialect, header, then each record through `take`. Problems are gathered; a file
 * whose structure is broken yields none of its rows.
 */
export async function readTableFile<Key extends string>(
  source: SourceFile,
  spec: TableSpec<Key>,
  take: (row: Row<Key>) => void,
): Promise<FileReading> {
  const { path } = source;
  const decoded = decode(source.bytes);
  if ('byteOffset' in decoded) return refused(problem('encoding-unknown', decoded, { ...NOWHERE, file: path }));
  const { text } = decoded;
  if (text.trim() === '') return refused(problem('file-empty', {}, { ...NOWHERE, file: path }));
  const dialect = findDialect(text, spec);
  const table = new TableFile(path, spec, dialect.headerLine, take);
  const broken = await eachRecord(text, dialect.delimiter, path, (cells, line) => table.record(cells, line));
  return table.reading(broken);
}

function refused(...problems: Problem[]): FileReading {
  return { rows: 0, problems, notes: [] };
}

/** The records of one file in turn: title lines, the header, then rows; blank ones only at the end. */
class TableFile<Key extends string> {
  readonly #path: string;
  readonly #spec: TableSpec<Key>;
  readonly #headerLine: number;
  readonly #take: (row: Row<Key>) => void;
  #row: Row<Key> | null = null;
  #width = 0;
  #rows = 0;
  #blankLine: number | null = null;
  readonly #problems: Problem[] = [];
  #ignored: readonly string[] = [];
  #hasHeader = false;
  #soundFirst = '';

  constructor(path: string, spec: TableSpec<Key>, headerLine: number, take: (row: Row<Key>) => void) {
    this.#path = path;
    this.#spec = spec;
    this.#headerLine = headerLine;
    this.#take = take;
  }

  record(cells: readonly string[], line: number): void {
    if (line < this.#headerLine) return;
    if (!this.#hasHeader) this.#header(cells, line);
    else if (this.#row !== null) this.#body(this.#row, cells, line);
  }

  #header(cells: readonly string[], line: number): void {
    this.#hasHeader = true;
    const { header, problems } = readHeader(cells, this.#spec, this.#path, line);
    this.#problems.push(...problems);
    this.#ignored = header.ignored;
    this.#width = header.names.length;
    if (problems.length === 0) this.#row = new Row(this.#path, header);
  }

  #body(row: Row<Key>, cells: readonly string[], line: number): void {
    if (cells.length !== this.#width || cells[0]?.trim() === '') {
      if (cells.every((cell) => cell.trim() === '')) {
        this.#blankLine ??= line;
        return;
      }
    }
    if (this.#blankLine !== null) {
      this.#problems.push(problem('row-blank', {}, { ...NOWHERE, file: this.#path, line: this.#blankLine }));
      this.#blankLine = null;
    }
    this.#rows += 1;
    const hasExtra = cells.length > this.#width && cells.slice(this.#width).some((cell) => cell.trim() !== '');
    if (cells.length < this.#width || hasExtra) {
      const facts = { expected: this.#width, found: cells.length };
      this.#problems.push(problem('row-width', facts, { ...NOWHERE, file: this.#path, line }));
      return;
    }
    row.line = line;
    row.cells = cells;
    row.isUncertain = false;
    if (this.#isTotal(cells)) {
      row.report(Math.max(0, cells.findIndex(isTotalName)), 'row-total', {});
      return;
    }
    this.#take(row);
  }

  /** Whether the first cell with anything in it names a sum. The same month, programme or code begins many rows. */
  #isTotal(cells: readonly string[]): boolean {
    const first = cells[0] === '' ? (cells.find((cell) => cell !== '') ?? '') : (cells[0] ?? '');
    if (first === this.#soundFirst) return false;
    if (isTotalName(first)) return true;
    this.#soundFirst = first;
    return false;
  }

  reading(broken: Problem | null): FileReading {
    this.#row?.settle();
    const problems = [...this.#problems, ...(this.#row?.problems ?? [])];
    if (broken !== null) problems.push(broken);
    if (problems.length === 0 && this.#rows === 0)
      problems.push(problem('no-rows', {}, { ...NOWHERE, file: this.#path }));
    const notes: Note[] = [];
    if (this.#headerLine > 1) {
      notes.push(note('title-lines-skipped', { file: this.#path, lines: this.#headerLine - 1 }));
    }
    if (this.#ignored.length > 0) notes.push(note('columns-ignored', { file: this.#path, columns: this.#ignored }));
    return { rows: this.#rows, problems, notes };
  }
}
