import { describe, expect, test } from 'vitest';
import { note } from '../../src/domain/note.ts';
import { estimateView } from '../../src/render/estimate-view.ts';
import type { TableBlock } from '../../src/render/view.ts';
import { estimate, PLAIN_WORDS, row } from './reports.ts';

const NBSP = '\u00A0';
const view = (...args: Parameters<typeof estimate>) => estimateView(estimate(...args), PLAIN_WORDS);
const lines = (block: unknown): string[] =>
  (block as TableBlock).rows.map(({ cells, weight, isApart }) =>
    [isApart ? '^' : '', cells.join(' '), weight === 'total' ? '!' : ''].join(''),
  );

describe('the view of an estimate', () => {
  test('of one cell is one line, and its figures stand in the sentence', () => {
    const { headline, blocks, notes, notesTitle, remarks } = view([row({ totalHours: 1234.5 })]);
    expect(headline).toBe(`January 2023: 1${NBSP}235 / 400 / 100 / 100 / 40`);
    expect(blocks.length).toBe(1);
    expect((blocks[0] as TableBlock).title).toBeNull();
    expect(lines(blocks[0])).toEqual(['JOB Syd 100 40 400 100 1234.5']);
    expect({ notes, notesTitle, remarks }).toEqual({ notes: [], notesTitle: 'Notes:', remarks: ['Remark.'] });
  });

  test('names its columns from the catalogue, figures to the right', () => {
    const [block] = view([row()]).blocks as [TableBlock];
    expect(block.columns.map(({ label, align }) => `${label.join('|')} ${align}`)).toEqual([
      '|Prog left',
      '|Reg left',
      'New|N right',
      'Cases|K right',
      'Base|B right',
      'Coll|C right',
      'Total|T right',
    ]);
  });

  test('of several regions has the programme’s sum', () => {
    const { headline, blocks } = view([row({ region: 'Nord' }), row()]);
    expect(headline).toBe(`January 2023: 1${NBSP}000 / 800 / 200 / 200 / 80`);
    expect(lines(blocks[0])).toEqual([
      'JOB Nord 100 40 400 100 500',
      'JOB Syd 100 40 400 100 500',
      'JOB sum 200 80 800 200 1000!',
    ]);
  });

  test('of several programmes has the sum of all, but none of a single row', () => {
    expect(lines(view([row(), row({ programme: 'UGA' })]).blocks[0])).toEqual([
      'JOB Syd 100 40 400 100 500',
      'UGA Syd 100 40 400 100 500',
      '^SUM  200 80 800 200 1000!',
    ]);
  });

  test('of several programmes and regions has the sum of each', () => {
    const rows = ['ETP', 'JOB'].flatMap((programme) => ['Nord', 'Syd'].map((region) => row({ programme, region })));
    expect(lines(view(rows).blocks[0])).toEqual([
      'ETP Nord 100 40 400 100 500',
      'ETP Syd 100 40 400 100 500',
      'ETP sum 200 80 800 200 1000!',
      '^JOB Nord 100 40 400 100 500',
      'JOB Syd 100 40 400 100 500',
      'JOB sum 200 80 800 200 1000!',
      '^ALL Nord 200 80 800 200 1000',
      'ALL Syd 200 80 800 200 1000',
      'SUM  400 160 1600 400 2000!',
    ]);
  });

  test('of the nation says so', () => {
    expect(lines(view([row({ region: null })]).blocks[0])).toEqual(['JOB nation 100 40 400 100 500']);
  });

  test('of several months has a table for each and one for all of them', () => {
    const { headline, blocks } = view([row(), row({ month: '2023-02' })]);
    expect(headline).toBe(`January 2023 – February 2023: 1${NBSP}000 / 800 / 200 / 200 / 80`);
    expect(blocks.map((block) => (block as TableBlock).title)).toEqual(['January 2023', 'February 2023', 'Range']);
    expect(blocks.map(lines)).toEqual([
      ['JOB Syd 100 40 400 100 500'],
      ['JOB Syd 100 40 400 100 500'],
      ['JOB sum 200 80 800 200 1000', '^ALL Syd 200 80 800 200 1000', 'SUM  200 80 800 200 1000!'],
    ]);
  });

  test('of a range of one month has no table for all of them', () => {
    const { totals } = estimate([row()]);
    const all = totals.map((total) => ({ ...total, month: null, decisions: null }));
    expect(view([row()], { totals: [...totals, ...all] }).blocks.length).toBe(1);
  });

  test('keeps numbers unrounded, for the formats to round', () => {
    const [block] = view([row({ baseHours: 1 / 3 })]).blocks as [TableBlock];
    expect(block.rows[0]?.cells[4]).toBe(1 / 3);
  });

  test('has its notes in words, each once', () => {
    const skipped = note('title-lines-skipped', { file: 'a.csv', lines: 2 });
    const ignored = note('columns-ignored', { file: 'a.csv', columns: ['x', 'y'] });
    expect(view([row()], { notes: [skipped, ignored, skipped] }).notes).toEqual(['2 lines of a.csv', 'ignored x y']);
  });
});
