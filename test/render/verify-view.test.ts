import { describe, expect, test } from 'vitest';
import type { VerifyReport } from '../../src/domain/compare-report.ts';
import { note } from '../../src/domain/note.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { NO_PAINT } from '../../src/render/paint.ts';
import { table } from '../../src/render/table.ts';
import { verifyView } from '../../src/render/verify-view.ts';
import type { Block, TableBlock } from '../../src/render/view.ts';
import { widthOf } from '../../src/render/width.ts';
import { changedRow, PLAIN_WORDS, replay, rowWithChange } from './reports.ts';

const NBSP = '\u00A0';
const MINUS = '\u2212';

/** No-break spaces are spaces here. */
const plain = (text: string): string => text.replaceAll(NBSP, ' ');
const view = (...args: Parameters<typeof replay>) => {
  const { headline, ...rest } = verifyView(replay(...args), PLAIN_WORDS);
  return { headline: plain(headline), ...rest };
};
const lines = (block: Block | undefined): string[] =>
  (block as TableBlock).rows.map(({ cells, weight, isApart }) =>
    plain([isApart ? '^' : '', cells.join('|'), weight === 'total' ? '!' : ''].join('')),
  );
const labels = (block: Block | undefined): string[] =>
  (block as TableBlock).columns.map(({ label, align }) => `${label.join(' ').trim()} ${align}`);

const [unaltered, altered] = replay([]).changes as [VerifyReport['changes'][number], VerifyReport['changes'][number]];
const SAME: Partial<VerifyReport> = {
  isIdentical: true,
  differs: [],
  changes: [unaltered],
  effects: [],
  rows: [],
};

describe('a replay that is identical', () => {
  test('says so in a sentence with the hours and the files, and shows the files alone', () => {
    const { headline, qualifiers, blocks, remarks } = view([rowWithChange(0)], SAME);
    expect(headline).toBe('saved.json same: January 2023, 500 from 1');
    expect(qualifiers).toEqual([]);
    expect(blocks.map((block) => (block as TableBlock).title)).toEqual(['Files']);
    expect(lines(blocks[0])).toEqual(['forecasts.csv|=|62|62|5a000000|5a000000']);
    expect(remarks).toEqual(['Remark.']);
  });

  test('of a range names its first and its last month', () => {
    const range = { ...SAME, forPeople: { months: ['2023-01', '2023-12'], file: 'saved.json' } } as const;
    expect(view([rowWithChange(0)], range).headline).toContain(': January 2023 – December 2023,');
  });
});

describe('a replay that differs', () => {
  test('says in a sentence how many files changed, the hours, and the factor that did it', () => {
    expect(view([changedRow(), rowWithChange(-20, { region: 'Nord' })]).headline).toBe(
      // 500 + 500 hours become 600 + 480; the change is not one of time.
      `saved.json: 1/2 files, 1 000>1 080, +80 +8.0 %, decisions up +80`,
    );
  });

  test('says that the result is the same where only files changed', () => {
    const report = { ...SAME, isIdentical: false, changes: [altered] };
    expect(view([rowWithChange(0)], report).headline).toBe('saved.json: 1/1 files, 500>500, same');
    expect(view([rowWithChange(0)], report).blocks.length).toBe(1);
  });

  test('says that the total is the same where cells changed against each other', () => {
    const { headline, blocks } = view([rowWithChange(50), rowWithChange(-50, { region: 'Nord' })]);
    expect(headline).toBe(`saved.json: 1/2 files, 1 000>1 000, zero 0.0 %`);
    expect(blocks.length).toBe(4);
  });

  test('shows the files, what they did, the totals, and how many cells changed', () => {
    const { blocks } = view([changedRow(), rowWithChange(-20, { region: 'Nord' })], {
      effects: [
        { tables: ['forecasts', 'statistics'], totalHours: 100 },
        { tables: ['schablons'], totalHours: -20 },
        { tables: [], totalHours: 0.5 },
      ],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'prose', 'table', 'prose']);
    expect(blocks[1]).toEqual({ kind: 'prose', lines: ['F+S: +100', `H: ${MINUS}20`, ': +1'] });
    expect((blocks[2] as TableBlock).title).toBe('Totals');
    expect(labels(blocks[2])).toEqual(['Prog left', 'Reg left', 'Then right', 'Now right', 'Diff right', '% right']);
    expect(lines(blocks[2])).toEqual([
      'JOB|sum|1000|1080|+80|+8.0 %',
      '^ALL|Syd|500|600|+100|+20 %',
      `ALL|Nord|500|480|${MINUS}20|${MINUS}4.0 %`,
      'SUM||1000|1080|+80|+8.0 %!',
    ]);
    expect(blocks[3]).toEqual({ kind: 'prose', lines: ['2 cells'] });
  });

  test('names the schablons that changed between what the files did and the totals, the first twelve of them', () => {
    const rate = {
      programme: 'JOB',
      measure: 'base_hours',
      step: 'assess',
      from: 1.5,
      to: 2,
      regions: ['Nord', 'Syd'],
    } as const;
    const share = {
      ...rate,
      measure: 'collaboration_share',
      step: null,
      from: null,
      to: 0.35,
      regions: [null],
    } as const;
    const few = view([changedRow()], { rates: [rate, share] }).blocks;
    expect(few.map(({ kind }) => kind)).toEqual(['table', 'prose', 'prose', 'table', 'prose']);
    expect(few[2]).toEqual({ kind: 'prose', lines: ['JOB assess 1.5>2 in 2.', 'JOB s null>0.35 in 1.'] });
    const many = Array.from({ length: 14 }, (_, at) => ({ ...rate, step: `step ${at + 1}` }));
    const [, , shown] = view([changedRow()], { rates: many }).blocks as [Block, Block, { lines: string[] }];
    expect(shown.lines).toHaveLength(13);
    expect(shown.lines.slice(-2)).toEqual(['JOB step 12 1.5>2 in 2.', '+2 rates']);
    const [, , whole] = view([changedRow()], { rates: many.slice(0, 12) }).blocks as [
      Block,
      Block,
      { lines: string[] },
    ];
    expect(whole.lines.at(-1)).toBe('JOB step 12 1.5>2 in 2.');
  });

  test('has no share of nothing', () => {
    const [total] = replay([changedRow()]).totals;
    const report = { totals: [{ ...(total as VerifyReport['totals'][number]), programme: null, changeShare: null }] };
    expect(lines(view([changedRow()], report).blocks[2])).toEqual(['SUM||500|600|+100|!']);
  });
});

describe('the files of a replay', () => {
  test('have what happened to each, its rows then and now, and the beginning of its seals', () => {
    const { from, to } = altered;
    const changes: VerifyReport['changes'] = [
      unaltered,
      altered,
      { table: 'regions', path: 'regions.csv', change: 'added', from: null, to },
      { table: 'statistics', path: 'statistics.csv', change: 'removed', from, to: null },
    ];
    const [files] = view([changedRow()], { changes }).blocks;
    expect((files as TableBlock).title).toBe('Files');
    expect(labels(files)).toEqual([
      'File left',
      ' left',
      'Rows then right',
      'Rows now right',
      'Seal then left',
      'Seal now left',
    ]);
    expect(lines(files)).toEqual([
      'forecasts.csv|=|62|62|5a000000|5a000000',
      'schablons.csv|~|31|32|5a000000|9e111111',
      'regions.csv|+||32||9e111111',
      'statistics.csv|-|31||5a000000|',
    ]);
    expect(view([changedRow()], { changes }).headline).toContain('saved.json: 3/4 files,');
  });
});

describe('a replay at 80 columns', () => {
  const long = { ...altered, path: 'underlag/2023/beslutsstatistik-definitiv-januari.csv' };
  const REGIONS = ['Mitt', 'Nord', 'Stockholm Gotland', 'Syd', 'Väst', 'Öst'];

  test.each([
    ['English', en],
    ['Swedish', sv],
  ] as const)('fits in %s, with long names of files and six regions', async (_, catalogue) => {
    const rows = REGIONS.map((region) => rowWithChange(-250, { region }));
    const report = replay(rows, {
      changes: [unaltered, long],
      effects: [{ tables: ['forecasts', 'programmes', 'regions', 'scenario', 'statistics'], totalHours: -1500 }],
      notes: [note('title-lines-skipped', { file: 'a.csv', lines: 2 })],
    });
    const page = { width: 80, decimalSign: catalogue.decimalSign, paint: NO_PAINT };
    const text = await table(verifyView(report, catalogue), page);
    const all = text.split('\n');
    expect(Math.max(...all.map(widthOf))).toBeLessThanOrEqual(80);
    for (const each of all) expect(each).toBe(each.trimEnd());
    expect(text).toContain('Stockholm Gotland');
    expect(text).toContain('5a000000');
    expect(text).toContain('1. a.csv');
    expect(text).toContain(`${MINUS}1${NBSP}500`);
  });
});
