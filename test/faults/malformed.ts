import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, type RunResult, runResurs } from '../harness.ts';

const FOLDER = path.join(ROOT, 'fixtures/malformed');

/** What a mistake must lead to first. */
export interface Mistake {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string | null;
  readonly line: number | null;
  readonly column: string | null;
  readonly columnNumber: number | null;
  readonly value: string | null;
  /** By default `estimate`. */
  readonly command?: string;
  /** By default `--month 2023-01`. */
  readonly args?: string;
  /** Other codes that stand behind the first. */
  readonly also?: readonly string[];
  /** Files of the sound folder that are not there. */
  readonly without?: readonly string[];
  /** Only with limits of size that a small file breaks. */
  readonly limits?: 'small';
}

export type Place = Pick<Mistake, 'code' | 'severity' | 'file' | 'line' | 'column' | 'columnNumber' | 'value'>;

export const MISTAKES: Readonly<Record<string, Mistake>> = JSON.parse(
  readFileSync(path.join(FOLDER, 'expected.json'), 'utf8'),
);

/** The files of mistakes: `<mistake>.<table>.<ending>`. */
export const FILES = readdirSync(FOLDER).filter((name) => name !== 'sound' && name !== 'expected.json');

export const mistakeOf = (file: string): string => file.split('.')[0] ?? '';

/** The sound folder with the files of a mistake in it; none for the sound folder itself. */
export function folderOf(name: string | null): Record<string, Uint8Array> {
  const sound = readdirSync(path.join(FOLDER, 'sound'));
  const without = name === null ? [] : (MISTAKES[name]?.without ?? []);
  const files = sound.filter((file) => !without.includes(file)).map((file) => [file, read('sound', file)] as const);
  const own = FILES.filter((file) => mistakeOf(file) === name).map(
    (file) => [`${file.split('.')[1]}.csv`, read(file)] as const,
  );
  return Object.fromEntries([...files, ...own]);
}

function read(...names: string[]): Uint8Array {
  return readFileSync(path.join(FOLDER, ...names));
}

/** Runs the program on a mistake; its problems stand on stderr as JSON. */
export function runMistake(name: string | null, ...more: string[]): Promise<RunResult> {
  const { command = 'estimate', args = '--month 2023-01' } = (name === null ? undefined : MISTAKES[name]) ?? {};
  return runResurs([command, ...args.split(' '), '--format', 'json', '--problems', 'json', ...more], {
    files: folderOf(name),
  });
}

export function problemsIn({ stderr }: RunResult): Place[] {
  const { problems } = JSON.parse(stderr) as { problems: Place[] };
  return problems.map(({ code, severity, file, line, column, columnNumber, value }) => ({
    code,
    severity,
    file,
    line,
    column,
    columnNumber,
    value,
  }));
}

/** The place that `expected.json` says. */
export function placeOf({ code, severity, file, line, column, columnNumber, value }: Mistake): Place {
  return { code, severity, file, line, column, columnNumber, value };
}
