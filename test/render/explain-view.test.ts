import { describe, expect, test } from 'vitest';
import type { Trace, TraceOrigin } from '../../src/domain/report.ts';
import { explainView } from '../../src/render/explain-view.ts';
import type { TreeNode } from '../../src/render/view.ts';
import { explanation, PLAIN_WORDS, trace } from './reports.ts';

const statistics = (line: number, path = 's.csv', month = '2022-01'): TraceOrigin => ({
  table: 'statistics',
  path,
  line,
  why: { code: 'statistics', month, latestOf: 1 },
});
const schablon: TraceOrigin = {
  table: 'schablons',
  path: 'h.csv',
  line: 7,
  why: { code: 'schablon', regional: false, validFrom: '2022-01', source: null },
};
const rowOf = (line: number, ...rest: [path?: string, month?: string]): Trace =>
  trace('decisions', 1, { unit: 'decisions', from: statistics(line, ...rest) });

function tree(root: Trace): TreeNode {
  const [block] = explainView(explanation(root), PLAIN_WORDS).blocks;
  if (block?.kind !== 'tree') throw new Error('no tree');
  return block.root;
}

describe('the view of an explanation', () => {
  test('begins with the answer', () => {
    const { headline, blocks, remarks } = explainView(explanation(trace('totalHours', 500)), PLAIN_WORDS);
    expect(headline).toBe('JOB Syd January 2023: 500');
    expect(blocks.map(({ kind }) => kind)).toEqual(['tree']);
    expect(remarks).toEqual(['Remark.']);
  });

  test('says of the nation that it is one', () => {
    const report = explanation(trace('totalHours', 500));
    const nation = { ...report, request: { ...report.request, region: null } };
    expect(explainView(nation, PLAIN_WORDS).headline).toBe('JOB nation January 2023: 500');
  });

  test('has a branch for every input, with the arithmetic in figures', () => {
    const root = trace('totalHours', 410.125, {
      operation: 'sum',
      inputs: [
        trace('baseHours', 400, {
          operation: 'product',
          inputs: [
            trace('newDecisions', 100, { unit: 'decisions', from: statistics(3) }),
            trace('bedöma', 4, { unit: 'hours per case', from: schablon }),
          ],
        }),
        trace('samråd', 10.125),
      ],
    });
    expect(tree(root)).toEqual({
      text: 'total 410.125 h = 400 + 10.125',
      detail: null,
      children: [
        {
          text: 'base 400 h = 100 × 4',
          detail: null,
          children: [
            { text: 'new 100', detail: 's.csv 1@3: stat 2022-01', children: [] },
            { text: 'bedöma 4 h/case', detail: 'h.csv 1@7: since 2022-01', children: [] },
          ],
        },
        { text: 'samråd 10.125 h', detail: null, children: [] },
      ],
    });
  });

  test('has no formula for a sum of one', () => {
    expect(tree(trace('baseHours', 4, { operation: 'sum', inputs: [trace('bedöma', 4)] })).text).toBe('base 4 h');
  });

  test('has a sum of nothing as 0', () => {
    expect(tree(trace('baseHours', 0, { operation: 'sum' }))).toEqual({
      text: 'base 0 h = 0',
      detail: null,
      children: [],
    });
  });

  test('shows shares with their decimals', () => {
    expect(tree(trace('share', 0.3512345678, { unit: 'share' })).text).toBe('share 0.351235');
    expect(tree(trace('share', 0.35, { unit: 'share' })).text).toBe('share 0.35');
  });

  test('shows a figure once, and then refers to it', () => {
    const base = trace('baseHours', 4, { operation: 'product', inputs: [trace('a', 2), trace('b', 2)] });
    const root = trace('totalHours', 8, { operation: 'sum', inputs: [base, base] });
    expect(tree(root).children).toEqual([
      { text: 'base 4 h = 2 × 2', detail: null, children: [expect.anything(), expect.anything()] },
      { text: 'base 4 h (again)', detail: null, children: [] },
    ]);
  });

  test('shows a figure of one input once, too, and one that was read each time', () => {
    const only = trace('baseHours', 4, { operation: 'sum', inputs: [trace('bedöma', 4)] });
    const read = trace('samråd', 1);
    const root = trace('totalHours', 10, { operation: 'sum', inputs: [only, read, only, read] });
    expect(tree(root).children.map(({ text, children }) => `${text} ${children.length}`)).toEqual([
      'base 4 h 1',
      'samråd 1 h 0',
      'base 4 h (again) 0',
      'samråd 1 h 0',
    ]);
  });

  test('has rows of statistics on one line, with their files, spans and months', () => {
    const inputs = [
      rowOf(8),
      rowOf(3),
      rowOf(5),
      rowOf(6),
      rowOf(7, 's.csv', '2022-03'),
      rowOf(2, 't.csv', '2022-02'),
      rowOf(10),
    ];
    expect(tree(trace('newDecisions', 7, { unit: 'decisions', operation: 'sum', inputs }))).toEqual({
      text: 'new 7',
      detail: 's.csv 6@3, 5–8, 10; t.csv 1@2: 7 rows of 2022-01 – 2022-03',
      children: [],
    });
  });

  test('has rows of one month under that month', () => {
    const sum = trace('newDecisions', 2, { unit: 'decisions', operation: 'sum', inputs: [rowOf(3), rowOf(4)] });
    expect(tree(sum).detail).toBe('s.csv 2@3–4: 2 rows of 2022-01');
  });
});
