import type { ErrorCode } from 'yaml';
import type { PlanSyntax } from '../domain/plan-problem.ts';

/** The way to a value: keys of maps, and places in lists from 0. */
export type YamlPath = readonly (string | number)[];

/** A YAML file as plain values, and where they stand; or why it is none. */
export type YamlReading =
  | {
      readonly value: unknown;
      /** The line of a value, or of what it would be part of. */
      lineOf(path: YamlPath): number | null;
    }
  | { readonly fault: { readonly kind: PlanSyntax; readonly said: string; readonly line: number } };

/** The kinds of what the library finds; all else is told in its own words. */
const KINDS: Readonly<Partial<Record<ErrorCode, PlanSyntax>>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'indent',
  BLOCK_IN_FLOW: 'indent',
  MISSING_CHAR: 'indent',
  MULTILINE_IMPLICIT_KEY: 'colon',
  UNEXPECTED_TOKEN: 'after-value',
  BAD_DQ_ESCAPE: 'escape',
  MULTIPLE_DOCS: 'documents',
  TAG_RESOLVE_FAILED: 'tag',
};

/** One code of the library may mean an indent or a bracket, which its words tell. */
function kindOf({ code, message }: { readonly code: ErrorCode; readonly message: string }): PlanSyntax {
  return /closing|end with a [\]}]/.test(message) ? 'unclosed' : (KINDS[code] ?? 'other');
}

/**
 * Reads YAML of one document, without aliases, which a person does not need and with which a small file can be endless.
 * With `asWritten` a number is the text that stands there: 01 stays 01.
 */
export async function readYaml(text: string, numbers: 'value' | 'asWritten'): Promise<YamlReading> {
  const { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    logLevel: 'error',
    prettyErrors: false,
    // The library compares each key with every other.
    uniqueKeys: false,
  });
  // A tag that is not known would be left out without a word.
  const [error] = [...document.errors, ...document.warnings];
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  if (error !== undefined) {
    const said = (error.message.split('\n')[0] ?? '').replace(/[.:]$/, '');
    return { fault: { kind: kindOf(error), said, line: lineAt(error.pos[0]) } };
  }
  const rangeOf = (node: unknown): number | undefined => (node as { range?: readonly number[] } | null)?.range?.[0];
  let fault: { readonly kind: PlanSyntax; readonly said: string; readonly line: number } | null = null;
  visit(document, {
    Alias: (_, { source, range }) => {
      fault = { kind: 'alias', said: `*${source}`, line: lineAt(range?.[0] ?? 0) };
      return visit.BREAK;
    },
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key, value } of items) {
        if (!isScalar(key) || key.source === '' || key.value === null) {
          const at = rangeOf(key) ?? rangeOf(value) ?? 0;
          fault = { kind: 'plain-key', said: 'a key is no plain word', line: lineAt(at) };
          return visit.BREAK;
        }
        if (keys.has(key.value)) {
          fault = { kind: 'key-twice', said: 'Map keys must be unique', line: lineAt(key.range?.[0] ?? 0) };
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
  });
  if (fault !== null) return { fault };
  const plain = (node: unknown): unknown => {
    if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), plain(value)]));
    if (isSeq(node)) return node.items.map(plain);
    if (!isScalar(node)) return null;
    return typeof node.value === 'number' && numbers === 'asWritten' ? (node.source ?? '') : node.value;
  };
  const keyOf = (key: unknown): string => (isScalar(key) ? (key.source ?? String(key.value)) : '');
  const lineOf = (path: YamlPath): number | null => {
    let [node, line]: [unknown, number | null] = [document.contents, null];
    for (const step of path) {
      const pair = isMap(node) ? node.items.find(({ key }) => keyOf(key) === step) : undefined;
      const next = isSeq(node) ? node.items[Number(step)] : pair?.value;
      // A key tells where its value stands, also where there is none.
      const at = isScalar(pair?.key)
        ? pair.key.range?.[0]
        : (next as { range?: readonly number[] } | undefined)?.range?.[0];
      if (at === undefined) return line;
      line = lineAt(at);
      node = next;
    }
    return line;
  };
  return { value: plain(document.contents), lineOf };
}
