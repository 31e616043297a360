import { type Note, note } from '../domain/note.ts';
import { NOWHERE, type Problem, problem } from '../domain/problem.ts';
import type { FileDialect } from '../domain/tables.ts';
import { rowAboveHeader } from './above-header.ts';
import type { TableSpec } from './columns.ts';
import { type Dialect, findDialect } from './dialect.ts';
import { FileProblems } from './file-problems.ts';
import { type Header, readHeader } from './header.ts';
import { ROW_LIMIT } from './limits.ts';
import { OddityWatch } from './oddity.ts';
import type { RecordFault } from './quotes.ts';
import { eachRecord, type RecordSink } from './records.ts';
import { Row } from './row.ts';
import type { TextFile } from './text-file.ts';

export interface FileReading {
  readonly rows: number;
  /** How the file was understood; null where it was not. */
  readonly dialect: FileDialect | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

/**
 * Reads one file of a table: dialect, header, then each record through `take`. Problems are gathered; a file without
 * its header yields none of its rows.
 */
export async function readTableFile<Key extends string>(
  file: TextFile,
  spec: TableSpec<Key>,
  take: (row: Row<Key>) => void,
): Promise<FileReading> {
  const { path, encoding, text } = file;
  const place = { ...NOWHERE, file: path };
  if (text === null) return { rows: 0, dialect: null, problems: [file.problem], notes: [] };
  const dialect = findDialect(text, spec);
  const strange = strangeSeparator(dialect);
  if (strange !== null) {
    return {
      rows: 0,
      dialect: null,
      problems: [problem('delimiter-conflict', strange, { ...place, line: 1 })],
      notes: [],
    };
  }
  const above = await rowAboveHeader(text, dialect, spec);
  if (above !== null) {
    const facts = { headerLine: dialect.header.line };
    return {
      rows: 0,
      dialect: null,
      problems: [problem('header-below-rows', facts, { ...place, line: above })],
      notes: [],
    };
  }
  const table = new TableFile(path, spec, dialect, take);
  await eachRecord(text, dialect.header, dialect.delimiter, table);
  return table.reading(encoding);
}

/** The file says one delimiter and its header has another; null where they agree. */
function strangeSeparator({
  saidDelimiter,
  delimiter,
  isFound,
}: Dialect): { said: string; found: string | null } | null {
  if (saidDelimiter === null || saidDelimiter === delimiter) return null;
  return { said: saidDelimiter, found: isFound ? delimiter : null };
}

/** The records of one file in turn: the header, then rows; blank ones only at the end. */
class TableFile<Key extends string> implements RecordSink {
  readonly #path: string;
  readonly #spec: TableSpec<Key>;
  readonly #dialect: Dialect;
  readonly #take: (row: Row<Key>) => void;
  width: number;
  #header: Header<Key> | null = null;
  #row: Row<Key> | null = null;
  #oddities: OddityWatch | null = null;
  #rows = 0;
  #blankLine: number | null = null;
  readonly #problems: FileProblems;

  constructor(path: string, spec: TableSpec<Key>, dialect: Dialect, take: (row: Row<Key>) => void) {
    this.#path = path;
    this.#problems = new FileProblems(path);
    this.#spec = spec;
    this.#dialect = dialect;
    this.#take = take;
    this.width = dialect.width;
  }

  record(cells: readonly string[], line: number): boolean {
    return this.#row === null ? this.#readHeader(cells, line) : this.#body(this.#row, cells, line);
  }

  fault({ code, line, columnNumber, value, lines }: RecordFault): boolean {
    const column = columnNumber === null ? null : (this.#header?.names[columnNumber - 1] ?? '');
    const place = { file: this.#path, line, column, columnNumber, value };
    const isSize = code === 'cell-too-large' || code === 'record-too-large';
    this.#problems.add(problem(code, isSize ? {} : { lines }, place));
    // Where the header is broken, the row below it is none.
    return this.#row !== null && !this.#problems.isFull;
  }

  /** Without a sound header nothing below it can be read. */
  #readHeader(cells: readonly string[], line: number): boolean {
    const { header, problems } = readHeader(cells, this.#spec, this.#path, line);
    for (const each of problems) this.#problems.add(each);
    this.#header = header;
    this.width = header.names.length;
    if (problems.length > 0) return false;
    this.#row = new Row(this.#path, header, this.#problems);
    this.#oddities = new OddityWatch(header.names, this.#spec);
    return true;
  }

  #body(row: Row<Key>, cells: readonly string[], line: number): boolean {
    if ((cells.length !== this.width || cells[0]?.trim() === '') && cells.every((cell) => cell.trim() === '')) {
      this.#blankLine ??= line;
      return true;
    }
    row.line = line;
    row.cells = cells;
    row.isUncertain = false;
    const oddity = this.#oddities?.look(cells, this.#rows === 0) ?? null;
    // A footnote below a blank line is what is wrong, not the line.
    if (oddity?.code === 'row-footnote' || oddity?.code === 'second-table') this.#blankLine = null;
    if (this.#blankLine !== null) {
      this.#problems.add(problem('row-blank', {}, { ...NOWHERE, file: this.#path, line: this.#blankLine }));
      this.#blankLine = null;
    }
    if (oddity !== null) {
      row.report(oddity.column, oddity.code, oddity.facts);
      return oddity.code !== 'second-table' && !this.#problems.isFull;
    }
    this.#rows += 1;
    if (this.#rows > ROW_LIMIT) {
      row.report(-1, 'rows-too-many', { limit: ROW_LIMIT });
      return false;
    }
    if (this.#hasWidth(row, cells)) this.#take(row);
    return !this.#problems.isFull;
  }

  /** Blank cells beyond the header are nothing; so is a column without a name, as long as it is blank. */
  #hasWidth(row: Row<Key>, cells: readonly string[]): boolean {
    const { width } = this;
    if (cells.length < width || (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))) {
      row.report(-1, 'row-width', { expected: width, found: cells.length });
      return false;
    }
    const nameless = this.#header?.nameless ?? [];
    const filled = nameless.length === 0 ? undefined : nameless.find((column) => cells[column]?.trim() !== '');
    if (filled === undefined) return true;
    row.report(filled, 'header-blank', {});
    return false;
  }

  reading(encoding: FileDialect['encoding']): FileReading {
    for (const each of this.#row?.signProblems() ?? []) this.#problems.add(each);
    if (this.#problems.all.length === 0 && this.#rows === 0) {
      this.#problems.add(problem('no-rows', {}, { ...NOWHERE, file: this.#path }));
    }
    const { delimiter, header, saidDelimiter } = this.#dialect;
    const notes: Note[] = [];
    const titleLines = header.line - 1 - (saidDelimiter === null ? 0 : 1);
    if (titleLines > 0) notes.push(note('title-lines-skipped', { file: this.#path, lines: titleLines }));
    const ignored = this.#header?.ignored ?? [];
    if (ignored.length > 0) notes.push(note('columns-ignored', { file: this.#path, columns: ignored }));
    const decimal = this.#row?.decimalSign ?? null;
    const dialect = this.#row === null ? null : { encoding, delimiter, decimal, headerLine: header.line };
    return { rows: this.#rows, dialect, problems: this.#problems.all, notes };
  }
}
