import { NOWHERE, type Problem, problem } from '../domain/problem.ts';
import type { TableName } from '../domain/tables.ts';
import { decodeForRecords, type Encoding } from './encoding.ts';

/** A file as it came: its bytes, and how the user would name it. */
export interface SourceFile {
  readonly table: TableName | 'scenario';
  readonly path: string;
  /** The absolute path; `-` for standard input. */
  readonly location: string;
  readonly bytes: Uint8Array;
}

/** A file as text, lines ended by line feeds, or without quotation marks all by CRLF; or why it is none. */
export type TextFile =
  | { readonly path: string; readonly text: string; readonly encoding: Encoding }
  | { readonly path: string; readonly text: null; readonly encoding: null; readonly problem: Problem };

export async function textFile({ path, bytes }: SourceFile): Promise<TextFile> {
  const decoded = await decodeForRecords(bytes);
  if (!('fault' in decoded)) return { path, ...decoded };
  const { code, facts, line } = decoded.fault;
  return { path, text: null, encoding: null, problem: problem(code, facts, { ...NOWHERE, file: path, line }) };
}
