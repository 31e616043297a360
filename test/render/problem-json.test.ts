import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { failureJson, problemJson } from '../../src/render/problem-json.ts';
import { wordsOf } from '../../src/render/words.ts';
import { inCell, withoutLine } from './placed.ts';

describe('problems as JSON', () => {
  test('are one object with a record of each, in their order', () => {
    const first = inCell('number-syntax', {}, 'x;«1200 st»', { severity: 'warning' });
    const second = withoutLine('programme-without-schablons', { programme: 'ETP' });
    const text = problemJson([first, second]);
    const document = JSON.parse(text);
    expect(document).toEqual({
      formatVersion: 1,
      kind: 'problems',
      problems: [
        {
          code: 'number-syntax',
          severity: 'warning',
          file: 'a.csv',
          line: 57,
          column: 'decisions',
          columnNumber: 4,
          value: '1200 st',
          ...en.problems['number-syntax']({}, wordsOf(en)),
        },
        {
          code: 'programme-without-schablons',
          severity: 'error',
          file: null,
          line: null,
          column: null,
          columnNumber: null,
          value: null,
          ...en.problems['programme-without-schablons']({ programme: 'ETP' }, wordsOf(en)),
        },
      ],
    });
    expect(Object.keys(document)).toEqual(['formatVersion', 'kind', 'problems']);
    expect(Object.keys(document.problems[0])).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'columnNumber',
      'value',
      'message',
      'hint',
    ]);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('have the steps that mend them in the hint, numbered', () => {
    const facts = { month: '2022-01', names: ['ETP'], programmes: ['ETP'], held: null, asOf: null };
    const { hint, steps = [] } = en.problems['outcome-missing'](facts, wordsOf(en));
    const [found] = JSON.parse(problemJson([withoutLine('outcome-missing', facts)])).problems;
    expect(steps).toHaveLength(3);
    expect(found.hint).toBe(`${hint} 1. ${steps[0]} 2. ${steps[1]} 3. ${steps[2]}`);
    expect(Object.keys(found)).not.toContain('steps');
  });

  test('are a whole document where there is none', () => {
    expect(JSON.parse(problemJson([]))).toEqual({ formatVersion: 1, kind: 'problems', problems: [] });
  });

  test('are all there, also those that are alike', () => {
    const problems = Array.from({ length: 120 }, (_, line) => inCell('number-syntax', {}, 'x;«y»', { line }));
    const lines = JSON.parse(problemJson(problems)).problems.map(({ line }: { line: number }) => line);
    expect(lines).toEqual(problems.map(({ problem }) => problem.line));
  });

  test('hold a value as it is, and yet nothing that acts', () => {
    const value = '\u001B[2J\u009B\u202E\u2028\u{E0041}::error::##[x]å日😀\\"';
    const text = problemJson([inCell('number-syntax', {}, `x;«${value}»`)]);
    expect(JSON.parse(text).problems[0].value).toBe(value);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]|::|##\[/u);
    expect(text).toContain('å日😀');
    expect(text).toContain('\\u202e');
  });

  test('hold no personal number, in the value or in what is said of it', () => {
    const facts = { other: '811228-9874', otherPath: 'a.csv', otherLine: 2 };
    const text = problemJson([inCell('key-variant', facts, 'x;«8112289874»', { column: '19811228-9874' })]);
    expect(text).not.toContain('9874');
    expect(JSON.parse(text).problems[0]).toMatchObject({ value: '811228****', column: '19811228-****' });
    expect(JSON.parse(text).problems[0].message).toContain('811228-****');
  });
});

describe('what kept a command from running, as JSON', () => {
  test('is a document of one error that stands nowhere', () => {
    const facts = { option: '--month' };
    const { message, hint } = en.failures['option-twice'](facts, wordsOf(en));
    expect(JSON.parse(failureJson({ code: 'option-twice', facts }))).toEqual({
      formatVersion: 1,
      kind: 'problems',
      problems: [
        {
          code: 'option-twice',
          severity: 'error',
          file: null,
          line: null,
          column: null,
          columnNumber: null,
          value: null,
          message,
          hint,
        },
      ],
    });
  });

  test('holds no personal number and nothing that acts', () => {
    const text = failureJson({ code: 'option-twice', facts: { option: '811228-9874\u009B::x' } });
    expect(text).not.toMatch(/9874|\u009B|::/);
    expect(JSON.parse(text).problems[0].message).toContain('811228-****');
  });
});
