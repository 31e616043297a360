import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/read/yaml.ts';

describe('YAML that is sound', () => {
  test.each<[string, unknown, unknown]>([
    ['a: 1 # one', { a: 1 }, { a: '1' }],
    ['- 01\n- 0x1\n- 1.50', [1, 1, 1.5], ['01', '0x1', '1.50']],
    ['01: x', { '01': 'x' }, { '01': 'x' }],
    ['"a b": yes\n\'c\': true', { 'a b': 'yes', c: true }, { 'a b': 'yes', c: true }],
    ['a:\nb: ~', { a: null, b: null }, { a: null, b: null }],
    ['# nothing', null, null],
    ['a: {b: [c]}', { a: { b: ['c'] } }, { a: { b: ['c'] } }],
    ['a: !!str', { a: '' }, { a: '' }],
  ])('%j is values, and numbers as they are wanted', async (text, values, written) => {
    expect(await readYaml(text, 'value')).toMatchObject({ value: values });
    expect(await readYaml(text, 'asWritten')).toMatchObject({ value: written });
  });

  test('tells the line of a value by its key, or of what it would be part of', async () => {
    const yaml = await readYaml('# x\na:\n  - b\n  - c:\n      d\n    01:\n\n  -\ne: [f,\n g]\n', 'asWritten');
    if ('fault' in yaml) throw new Error('no fault is in it');
    const lines = (...paths: (string | number)[][]) => paths.map((path) => yaml.lineOf(path));
    expect(lines([], ['a'], ['a', 0], ['a', 1], ['a', 1, 'c'], ['a', 1, '01'], ['a', 2])).toEqual([
      ...[null, 2, 3, 4, 4, 6, 8],
    ]);
    expect(lines(['e', 0], ['e', 1], ['e', 2], ['e', 1, 'x', 5], ['x'], ['x', 'a'], ['a', 'c', 'd'])).toEqual([
      ...[9, 10, 9, 10, null, null, 2],
    ]);
  });
});

describe('YAML that is not sound', () => {
  test.each<[string, string, string, number]>([
    ['a: [1', 'unclosed', 'Flow sequence in block collection must be sufficiently indented and end with a ]', 1],
    ['a: {b: 1', 'unclosed', 'Flow map in block collection must be sufficiently indented and end with a }', 1],
    ['a: 1\nb: "x', 'unclosed', 'Missing closing "quote', 2],
    ["a: 'x", 'unclosed', "Missing closing 'quote", 1],
    ['a:\n\t- b', 'tab', 'Tabs are not allowed as indentation', 2],
    ['a: b\n  c: d', 'indent', 'Nested mappings are not allowed in compact mappings', 1],
    ['a:\n  - b\n c', 'indent', 'All mapping items must start at the same column', 3],
    ['a: 1\nb', 'indent', 'Implicit map keys need to be followed by map values', 2],
    ['a: b\n- c', 'colon', 'Implicit keys need to be on a single line', 2],
    ['a: "x" y', 'after-value', 'Unexpected scalar at node end', 1],
    ['a: "\\q"', 'escape', 'Invalid escape sequence \\q', 1],
    ['a: 1\n---\nb', 'documents', 'Source contains multiple documents; please use YAML.parseAllDocuments()', 2],
    ['a: 1\nb: !x 1', 'tag', 'Unresolved tag: !x', 2],
    ['a: @b', 'other', 'Plain value cannot start with reserved character @', 1],
    ['a: &x &y 1', 'other', 'A node can have at most one anchor', 1],
    ['a: !!int x', 'tag', 'Unresolved tag: tag:yaml.org,2002:int', 1],
    ['a: &b 1\nc: *b', 'alias', '*b', 2],
    ['c:\n  a: 1\n  b: 2\n  a: 3', 'key-twice', 'Map keys must be unique', 4],
    ['x: 1\n? [a]\n: b', 'plain-key', 'a key is no plain word', 2],
    ['x: 1\n: b', 'plain-key', 'a key is no plain word', 2],
    ['{ {a: b}: c}', 'plain-key', 'a key is no plain word', 1],
    ['~: 1', 'plain-key', 'a key is no plain word', 1],
    ['a: 1\n"": 1', 'plain-key', 'a key is no plain word', 2],
  ])('%j has a kind, the words of the library and a line', async (text, kind, said, line) => {
    expect(await readYaml(text, 'value')).toEqual({ fault: { kind, said, line } });
  });

  test('is told by its first fault', async () => {
    const first = async (text: string) => await readYaml(text, 'value');
    expect(await first('a: *c\nb: *d')).toMatchObject({ fault: { kind: 'alias', said: '*c', line: 1 } });
    expect(await first('a: {b: 1, b: 2}\nc: {d: 1, d: 2}')).toMatchObject({ fault: { kind: 'key-twice', line: 1 } });
    expect(await first('a: {b: 1, b: 2, c: *d}\nc: *d')).toMatchObject({ fault: { kind: 'key-twice', line: 1 } });
    expect(await first('a: {~: 1}\nc: {~: 1}')).toMatchObject({ fault: { kind: 'plain-key', line: 1 } });
  });
});
