import { describe, expect, test } from 'vitest';
import type { PlacedProblem } from '../../src/domain/placed-problem.ts';
import { en } from '../../src/messages/en.ts';
import { problemText } from '../../src/render/findings.ts';
import { failureSarif, problemSarif } from '../../src/render/problem-sarif.ts';
import { wordsOf } from '../../src/render/words.ts';
import { inCell, inRow, withoutLine } from './placed.ts';

const runOf = (problems: readonly PlacedProblem[]) => JSON.parse(problemSarif(problems, null)).runs[0];
const resultOf = (placed: PlacedProblem) => runOf([placed]).results[0];
const placeOf = (placed: PlacedProblem) => resultOf(placed).locations[0].physicalLocation;

describe('problems as SARIF', () => {
  test('are a document of one run', () => {
    const document = JSON.parse(problemSarif([], null));
    expect(document).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'resurs', rules: [] } }, columnKind: 'utf16CodeUnits', results: [] }],
    });
  });

  test('have what the schema requires, and nothing that it does not know', () => {
    const problems = [
      inCell('number-syntax', {}, 'x;«1200 st»;y'),
      inRow('row-width', { expected: 5, found: 4 }, 'x;y'),
      inCell('number-syntax', {}, 'x;«»;y', { severity: 'warning' }),
      withoutLine('file-empty', {}, { file: 'a.csv' }),
      withoutLine('programme-without-schablons', { programme: 'ETP' }),
    ];
    const { tool, columnKind, results, ...otherOfRun } = runOf(problems);
    expect([otherOfRun, columnKind, Object.keys(tool), Object.keys(tool.driver)]).toEqual([
      {},
      'utf16CodeUnits',
      ['driver'],
      ['name', 'rules'],
    ]);
    const codes = ['file-empty', 'number-syntax', 'programme-without-schablons', 'row-width'];
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(codes);
    for (const rule of tool.driver.rules) {
      expect(Object.keys(rule).slice(0, 2)).toEqual(['id', 'shortDescription']);
      expect(rule.shortDescription).toEqual({ text: expect.stringMatching(/^\p{Lu}[^.]+\.$/u) });
    }
    expect(results.length).toBe(problems.length);
    for (const [at, result] of results.entries()) {
      const { ruleId, ruleIndex, level, message, locations, ...otherOfResult } = result;
      expect(otherOfResult).toEqual({});
      expect(ruleId).toBe(problems[at]?.problem.code);
      expect(codes[ruleIndex]).toBe(ruleId);
      expect(level).toBe(problems[at]?.problem.severity);
      expect(Object.keys(message)).toEqual(['text']);
      expect(message.text).not.toBe('');
      for (const { physicalLocation, ...otherOfLocation } of locations ?? []) {
        expect(otherOfLocation).toEqual({});
        const { artifactLocation, region, ...otherOfPlace } = physicalLocation;
        expect([otherOfPlace, Object.keys(artifactLocation)]).toEqual([{}, ['uri']]);
        if (region === undefined) continue;
        expect(region.startLine).toBeGreaterThanOrEqual(1);
        expect(region.startColumn).toBeGreaterThanOrEqual(1);
        expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
        expect(Object.keys(region.snippet)).toEqual(['text']);
      }
    }
  });

  test('of a cell have its place, its end after the last character, and what stands there', () => {
    const placed = inCell('number-syntax', {}, '😀;«1200 st»;y');
    const { message, hint } = problemText(placed.problem, en);
    expect(resultOf(placed)).toEqual({
      ruleId: 'number-syntax',
      ruleIndex: 0,
      level: 'error',
      message: { text: `${message}. ${hint}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'data/a.csv' },
            region: { startLine: 57, startColumn: 4, endColumn: 11, snippet: { text: '1200 st' } },
          },
        },
      ],
    });
  });

  test('that take steps to mend have them numbered behind the hint', () => {
    const facts = { month: '2022-01', names: ['ETP'], programmes: ['ETP'], held: null, asOf: null };
    const { message, hint, steps = [] } = en.problems['outcome-missing'](facts, wordsOf(en));
    expect(resultOf(withoutLine('outcome-missing', facts)).message.text).toBe(
      `${message}. ${hint} 1. ${steps[0]} 2. ${steps[1]} 3. ${steps[2]}`,
    );
  });

  test.each<[string, PlacedProblem, object | undefined]>([
    [
      'a blank cell',
      inCell('number-syntax', {}, 'x;«»'),
      { startLine: 57, startColumn: 3, endColumn: 3, snippet: { text: '' } },
    ],
    ['a line that is not shown', withoutLine('row-blank', {}, { file: 'a.csv', line: 3 }), { startLine: 3 }],
    ['a file', withoutLine('row-blank', {}, { file: 'a.csv' }), undefined],
  ])('of %s say no more than is known', (_, placed, region) => {
    expect(placeOf(placed).region).toEqual(region);
  });

  test('have rules that say what holds for each of their problems', () => {
    const { rules } = runOf([
      inRow('row-width', { expected: 5, found: 4 }, 'x;y'),
      inCell('number-syntax', {}, 'x;«1200 st»;y'),
    ]).tool.driver;
    const { message, hint } = en.problems['number-syntax']({}, wordsOf(en));
    expect(rules).toEqual([
      {
        id: 'number-syntax',
        shortDescription: { text: `${message.charAt(0).toUpperCase()}${message.slice(1)}.` },
        help: { text: hint },
      },
      { id: 'row-width', shortDescription: { text: 'Row width.' } },
    ]);
  });

  test('of no file, and of standard input, stand at the anchor', () => {
    const problems = [withoutLine('row-blank', {}), withoutLine('row-blank', {}, { file: '-', line: 3 })];
    const { results } = JSON.parse(problemSarif([...problems, inRow('row-blank', {}, 'x')], 'min data/b.csv')).runs[0];
    const anchored = [{ physicalLocation: { artifactLocation: { uri: 'min%20data/b.csv' } } }];
    expect(results.slice(0, 2).map(({ locations }: { locations: unknown }) => locations)).toEqual([anchored, anchored]);
    expect(results[2].locations[0].physicalLocation.artifactLocation.uri).toBe('data/a.csv');
  });

  test('repeat no long cell', () => {
    expect(placeOf(inCell('number-syntax', {}, `«${'x'.repeat(1000)}»`)).region.snippet.text.length).toBe(1000);
    const region = { startLine: 57, startColumn: 1, endColumn: 1002 };
    expect(placeOf(inCell('number-syntax', {}, `«${'x'.repeat(1001)}»`)).region).toEqual(region);
  });

  test('of no file have no place without an anchor, and of standard input say where it is', () => {
    expect(Object.keys(resultOf(withoutLine('row-blank', {})))).not.toContain('locations');
    const result = resultOf(withoutLine('row-blank', {}, { file: '-', line: 3, value: 'x' }));
    expect(Object.keys(result)).not.toContain('locations');
    expect(result.message.text).toMatch(/^-, line 3 “x”: a blank row/);
  });

  test.each([
    ['mina filer/år 2022, 100 %.csv', 'mina%20filer/%C3%A5r%202022%2C%20100%20%25.csv'],
    ['../a#b?c.csv', '../a%23b%3Fc.csv'],
    ['c:x.csv', 'c%3Ax.csv'],
    ['\uD800.csv', '%EF%BF%BD.csv'],
  ])('have the path %j as a relative URI', (path, uri) => {
    expect(placeOf({ ...inRow('row-blank', {}, ''), path }).artifactLocation).toEqual({ uri });
  });

  test('have in their message no argument, and no link that data has made', () => {
    const facts = { other: '{0} [x](http://e)', otherPath: 'a.csv', otherLine: 2 };
    expect(resultOf(inCell('key-variant', facts, '«x»')).message.text).toContain('{{0}} [x] (http://e)');
  });

  test('hold no personal number and nothing that acts, and snippets as they are otherwise', () => {
    const facts = { other: '811228-9874', otherPath: 'a.csv', otherLine: 2 };
    const placed = inCell('key-variant', facts, 'x;«8112289874\u001B[2J\u009B»;y');
    const text = problemSarif([placed], null);
    expect(text.replaceAll('\n', '')).not.toMatch(/9874|\p{Cc}/u);
    expect(placeOf(placed).region.snippet.text).toBe('811228****\u001B[2J\u009B');
  });

  test('are all there and the same each time, and take no time with a long line', () => {
    const line = `${'x;'.repeat(500_000)}«y»`;
    const problems = Array.from({ length: 120 }, () => inCell('number-syntax', {}, line));
    const start = performance.now();
    const text = problemSarif(problems, null);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(JSON.parse(text).runs[0].results.length).toBe(120);
    expect(problemSarif(problems, null)).toBe(text);
  });
});

describe('what kept a command from running, as SARIF', () => {
  test('is a document of one error that stands nowhere, and of its rule', () => {
    const facts = { option: '--month' };
    const { message, hint } = en.failures['option-twice'](facts, wordsOf(en));
    const [run, ...others] = JSON.parse(failureSarif({ code: 'option-twice', facts })).runs;
    expect(others).toEqual([]);
    expect(run.tool.driver.rules).toEqual([{ id: 'option-twice', shortDescription: { text: 'Option twice.' } }]);
    expect(run.results).toEqual([
      { ruleId: 'option-twice', ruleIndex: 0, level: 'error', message: { text: `${message}. ${hint}` } },
    ]);
  });

  test('holds no personal number, no argument and nothing that acts', () => {
    const text = failureSarif({ code: 'option-twice', facts: { option: '811228-9874 {0}\u009B::x' } });
    expect(text).not.toMatch(/9874|\u009B|::/);
    expect(JSON.parse(text).runs[0].results[0].message.text).toContain('811228-**** {{0}}');
  });
});
