import type { TableName } from '../../src/domain/tables.ts';

/** What a column holds, as the faults tell kinds apart; not the program's own list. */
export type Kind =
  | 'programme'
  | 'region'
  | 'code'
  | 'text'
  | 'month'
  | 'period'
  | 'day'
  | 'count'
  | 'amount'
  | 'rate'
  | 'measure'
  | 'priority';

export interface Column {
  /** The English name; `other` is a column that the table does not know. */
  readonly key: string;
  /** The header as written. */
  name: string;
  readonly kind: Kind;
  readonly isRequired: boolean;
}

export const ENCODINGS = ['utf-8', 'utf-8 with BOM', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type EncodingName = (typeof ENCODINGS)[number];

export interface Style {
  readonly delimiter: ';' | ',' | '\t';
  readonly decimal: ',' | '.';
  readonly thousands: string;
  /** `needed`: only cells that hold a delimiter, a quotation mark or a line break. */
  readonly quoting: 'needed' | 'text' | 'all';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly encoding: EncodingName;
  readonly hasFinalLineEnd: boolean;
}

/** A file of a table as a grid of cells, and how it is to be written. The first line of `records` is the header. */
export class Sheet {
  readonly table: TableName;
  readonly path: string;
  readonly style: Style;
  readonly columns: Column[];
  /** Lines before the header: `sep=;`, titles. */
  readonly lead: string[];
  /** Cells as they stand in the file, quotation marks included. */
  readonly records: string[][];
  /** Stands for the whole file where a fault is one of its bytes. */
  bytes: Uint8Array | null = null;

  constructor(table: TableName, path: string, style: Style, columns: Column[], rows: readonly (readonly string[])[]) {
    this.table = table;
    this.path = path;
    this.style = style;
    this.columns = columns;
    this.lead = [];
    this.records = [columns.map(({ name }) => this.written(name, 'text'))];
    for (const row of rows) this.records.push(row.map((cell, at) => this.written(cell, columns[at]?.kind ?? 'text')));
  }

  /** A cell as the file's style writes it. */
  written(cell: string, kind: Kind = 'text'): string {
    const { delimiter, quoting } = this.style;
    const isText = ['text', 'programme', 'region', 'code', 'measure', 'priority'].includes(kind);
    const isQuoted =
      quoting === 'all' || (quoting === 'text' && isText) || cell.includes(delimiter) || /["\n\r]/.test(cell);
    return isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell;
  }

  /** The data rows as record numbers. */
  get rows(): number[] {
    return this.records.slice(1).map((_, at) => at + 1);
  }

  column(key: string): number {
    return this.columns.findIndex((column) => column.key === key);
  }

  has(key: string): boolean {
    return this.column(key) >= 0;
  }

  /** The text of a cell. */
  cell(record: number, column: number): string {
    const raw = this.raw(record, column);
    return raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
  }

  raw(record: number, column: number): string {
    return this.records[record]?.[column] ?? '';
  }

  set(record: number, column: number, cell: string): void {
    this.setRaw(record, column, this.written(cell, this.columns[column]?.kind));
  }

  setRaw(record: number, column: number, raw: string): void {
    (this.records[record] as string[])[column] = raw;
  }

  /** A copy of the record, at `at`; `at` is where it then stands. */
  insert(at: number, cells: readonly string[]): void {
    this.records.splice(at, 0, [...cells]);
  }

  /** The physical line where a record starts. */
  line(record: number): number {
    const before = this.records.slice(0, record).map((cells) => cells.join(this.style.delimiter));
    const breaks = before.reduce((sum, text) => sum + (text.match(/\r\n?|\n/g)?.length ?? 0), 0);
    return this.lead.length + record + breaks + 1;
  }

  get text(): string {
    const { delimiter, lineEnd, hasFinalLineEnd } = this.style;
    const lines = [...this.lead, ...this.records.map((cells) => cells.join(delimiter))];
    return lines.join(lineEnd) + (hasFinalLineEnd ? lineEnd : '');
  }

  encoded(): Uint8Array {
    return this.bytes ?? encode(this.text, this.style.encoding);
  }
}

const UPPER_1252: Readonly<Record<string, number>> = { '€': 0x80, '…': 0x85, '’': 0x92, '”': 0x94, '–': 0x96 };

/** Text as bytes; in UTF-8 where Windows-1252 has no such character. */
export function encode(text: string, encoding: EncodingName): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8 with BOM':
      return new TextEncoder().encode(`\uFEFF${text}`);
    case 'utf-16le':
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    case 'utf-16be':
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
    case 'windows-1252': {
      const codes = [...text].map((character) => UPPER_1252[character] ?? character.charCodeAt(0));
      const isWritable = [...text].every(
        (each, at) => each in UPPER_1252 || (each.length === 1 && isLatin1(codes[at])),
      );
      return isWritable ? Uint8Array.from(codes) : encode(text, 'utf-8');
    }
  }
}

function isLatin1(code: number | undefined): boolean {
  return code !== undefined && code < 0x100 && (code < 0x80 || code >= 0xa0);
}
