export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Mutant {
  /** What was done, and where, with `[]` for any item of a list. */
  readonly title: string;
  readonly document: Json;
}

/**
 * The document with one thing wrong, at every place that is unlike the others: without a key, with one more, with
 * another type. Notes say what they are about under keys of their own, which are left alone.
 */
export function mutants(document: Json): Mutant[] {
  const seen = new Set<string>();
  const found: Mutant[] = [];
  const add = (
    title: string,
    path: readonly (string | number)[],
    change: (parent: never, key: never) => void,
  ): void => {
    if (seen.has(title)) return;
    seen.add(title);
    const copy = structuredClone(document);
    const parent = path.slice(0, -1).reduce((at, key) => (at as never)[key], copy as unknown);
    change(parent as never, path.at(-1) as never);
    found.push({ title, document: copy });
  };
  const visit = (value: Json, path: readonly (string | number)[], place: string): void => {
    if (path.length > 0) {
      const other = typeof value === 'object' && value !== null ? 'another' : { planted: true };
      add(`another type at ${place}`, path, (parent: Record<string, unknown>, key: string) => {
        parent[key] = other;
      });
    }
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index], `${place}[]`);
    } else if (typeof value === 'object' && value !== null) {
      const isNote = place === '.notes[]';
      if (!isNote) {
        add(`one key more at ${place}`, [...path, 'planted'], (parent: Record<string, unknown>) => {
          parent['planted'] = 1;
        });
      }
      for (const [key, item] of Object.entries(value)) {
        if (isNote && key !== 'code' && key !== 'message') continue;
        add(`without ${place}.${key}`, [...path, key], (parent: Record<string, unknown>) => {
          delete parent[key];
        });
        visit(item, [...path, key], `${place}.${key}`);
      }
    }
  };
  visit(document, [], '');
  return found;
}
