import type { InputComparison } from '../domain/compare-report.ts';
import type { InputFile } from '../domain/tables.ts';
import type { SavedInput } from './saved.ts';

/** The SHA-256 of a file's bytes. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  // Loading it would cost every start 3 ms.
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
}

interface Sealed {
  readonly table: InputFile['table'];
  readonly path: string;
  readonly seal: Seal;
}

/** The inputs of a saved result beside those of its replay: which are the same, by their SHA-256, whatever their name. */
export async function comparedInputs(
  saved: readonly SavedInput[],
  inputs: readonly InputFile[],
): Promise<InputComparison[]> {
  const now = await Promise.all(
    inputs.map(async ({ table, path, bytes, rows }) => ({
      table,
      path,
      seal: { sha256: await sha256Of(bytes), rows },
    })),
  );
  const left = new Set<Sealed>(now);
  const take = (isIt: (file: Sealed) => boolean): Sealed | undefined => {
    const file = [...left].find(isIt);
    if (file !== undefined) left.delete(file);
    return file;
  };
  const before = saved.map(({ table, path, sha256, rows }): Sealed => ({ table, path, seal: { sha256, rows } }));
  const pairs = new Map<Sealed, Sealed | undefined>();
  const isOfTable = (file: Sealed) => (other: Sealed) => other.table === file.table;
  for (const file of before)
    pairs.set(
      file,
      take((other) => isOfTable(file)(other) && other.path === file.path),
    );
  for (const file of before) {
    if (pairs.get(file) !== undefined) continue;
    pairs.set(
      file,
      take((other) => isOfTable(file)(other) && other.seal.sha256 === file.seal.sha256),
    );
  }
  const all: (readonly [Sealed | undefined, Sealed | undefined])[] = [
    ...pairs,
    ...[...left].map((file) => [undefined, file] as const),
  ];
  return all.map(([from, to]) => {
    const { table, path } = (to ?? from) as Sealed;
    return { table, path, change: changeOf(from?.seal, to?.seal), from: from?.seal ?? null, to: to?.seal ?? null };
  });
}

type Seal = NonNullable<InputComparison['from']>;

function changeOf(from: Seal | undefined, to: Seal | undefined): InputComparison['change'] {
  if (from === undefined) return 'added';
  if (to === undefined) return 'removed';
  return from.sha256 === to.sha256 ? 'none' : 'altered';
}
