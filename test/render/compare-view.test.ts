import { describe, expect, test } from 'vitest';
import { note } from '../../src/domain/note.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { compareView } from '../../src/render/compare-view.ts';
import { NO_PAINT } from '../../src/render/paint.ts';
import { table } from '../../src/render/table.ts';
import type { Block, TableBlock } from '../../src/render/view.ts';
import { widthOf } from '../../src/render/width.ts';
import { changedRow, comparison, effects, figures, PLAIN_WORDS, rowWithChange } from './reports.ts';

const MINUS = '\u2212';
const NBSP = '\u00A0';

/** No-break spaces are spaces here. */
const plain = (text: string): string => text.replaceAll(NBSP, ' ');
const view = (...args: Parameters<typeof comparison>) => {
  const { headline, qualifiers, ...rest } = compareView(comparison(...args), PLAIN_WORDS);
  return { headline: plain(headline), qualifiers: qualifiers.map(plain), ...rest };
};
/** Cells with a bar between them, since some are blank; what stands apart begins with ^, and a total ends with !. */
const lines = (block: Block | undefined): string[] =>
  (block as TableBlock).rows.map(({ cells, weight, isApart }) =>
    plain([isApart ? '^' : '', cells.join('|'), weight === 'total' ? '!' : ''].join('')),
  );
const labels = (block: Block | undefined): string[] =>
  (block as TableBlock).columns.map(({ label, align }) => `${label.filter((line) => line !== '').join(' ')} ${align}`);

/** 40 collaboration cases become 60, of 2.5 hours each: 150 − 100 hours; nothing else changes. */
const MORE_COLLABORATION = changedRow({
  region: 'Nord',
  to: figures({ collaborationShare: 0.6, collaborationCases: 60, collaborationHours: 150, totalHours: 550 }),
  change: { baseHours: 0, collaborationHours: 50, totalHours: 50 },
  changeShare: 0.1,
  effects: effects({ collaborationShare: [0, 50] }),
});

describe('the first sentence of a comparison', () => {
  test('says the sides, the hours of both, the change and the factor that did most of it', () => {
    const rows = [changedRow(), MORE_COLLABORATION, rowWithChange(0, { programme: 'UGA' })];
    // 500 + 500 + 500 hours become 600 + 550 + 500: 150 of 1 500, 100 of them by decisions.
    expect(view(rows).headline).toBe(
      `all: estimate 2023-01 / outcome 2022-01: 1 500>1 650, +150 +10 %, decisions up +100, collaborationShare up +50`,
    );
  });

  test.each([
    ['a cell', [changedRow()], 'JOB@Syd: '],
    ['a programme', [changedRow(), changedRow({ region: 'Nord' })], 'JOB: '],
    ['a region', [changedRow(), changedRow({ programme: 'UGA' })], 'Syd: '],
    ['a programme of the nation', [changedRow({ region: null })], 'JOB: '],
    [
      'several programmes of the nation',
      ['JOB', 'UGA'].map((programme) => changedRow({ programme, region: null })),
      'all: ',
    ],
    ['several of each', [changedRow(), changedRow({ programme: 'UGA', region: 'Nord' })], 'all: '],
  ] as const)('of %s names it', (_, rows, start) => {
    expect(view(rows).headline.slice(0, start.length)).toBe(start);
  });

  test('of two outcomes calls neither of them so', () => {
    const sides = {
      from: { kind: 'outcome', month: '2021-11', asOf: null },
      to: { kind: 'outcome', month: '2022-11', asOf: null },
    } as const;
    expect(view([changedRow()], { sides }).headline).toContain('November 2022 / November 2021:');
  });

  test('names the day of an estimate, and speaks of no time between two sides of a month', () => {
    const sides = {
      from: { kind: 'estimate', month: '2023-01', asOf: '2022-10-31' },
      to: { kind: 'estimate', month: '2023-01', asOf: null },
    } as const;
    const { headline } = view([changedRow()], { sides });
    expect(headline).toContain('estimate 2023-01 / estimate 2023-01 2022-10-31:');
    expect(headline).not.toContain('over time');
    const years = { from: { ...sides.to, month: '2022-01' }, to: sides.to } as const;
    expect(view([changedRow()], { sides: years }).headline).toContain('over time');
  });

  test('names a saved file', () => {
    const { headline, blocks } = view([changedRow()], { forPeople: { minChange: null, saved: 'jan.json' } });
    expect(headline).toContain('estimate 2023-01 / saved 2022-01 jan.json:');
    expect(labels(blocks[0])[2]).toBe('saved 2022-01 right');
  });

  test('of a scenario says which side is without it, and its file stands below', () => {
    const month = { kind: 'estimate', month: '2023-01', asOf: null } as const;
    const { request } = comparison([]);
    const { headline, qualifiers } = view([changedRow()], {
      sides: { from: month, to: month },
      request: { ...request, with: null, scenario: 'whatif.csv', asOf: '2022-10-31' },
    });
    expect(headline).toContain('scenario 2023-01 true / scenario 2023-01 false:');
    expect(qualifiers).toEqual(['what if whatif.csv', 'as of 2022-10-31']);
  });

  test('says so where nothing changed, and names no factor', () => {
    const { headline, qualifiers } = view([rowWithChange(0), rowWithChange(0, { region: 'Nord' })]);
    expect(headline).toBe(`JOB: estimate 2023-01 / outcome 2022-01: 1 000>1 000, zero 0.0 %`);
    expect(qualifiers).toEqual([]);
  });
});

describe('the sentences below the first of a comparison', () => {
  test('name the programmes where there are several, the largest change first', () => {
    const rows = ['ETP', 'JOB', 'UGA'].map((programme, at) =>
      rowWithChange([20, -60, 40][at] as number, { programme }),
    );
    expect(view(rows).qualifiers[0]).toBe(`JOB ${MINUS}60; UGA +40; ETP +20`);
    expect(view(rows.slice(0, 1)).qualifiers).toEqual([]);
  });

  test('name the cell that changed most, a decrease too', () => {
    const rows = [rowWithChange(100), rowWithChange(-150, { programme: 'UGA', region: 'Nord' }), rowWithChange(20)];
    expect(view(rows).qualifiers).toEqual([
      `UGA ${MINUS}150; JOB +120`,
      `most in UGA@Nord: ${MINUS}150 ${MINUS}30 %, decisions 1 000>700 down ${MINUS}150`,
    ]);
  });

  test('are not there where the first one is about the only cell', () => {
    expect(view([changedRow()]).qualifiers).toEqual([]);
  });
});

describe('the hours of a comparison', () => {
  test('stand cell by cell under the names of the sides, the change with its sign', () => {
    const [block] = view([changedRow(), rowWithChange(-250, { region: 'Nord' })]).blocks;
    expect((block as TableBlock).title).toBe('Hours');
    expect(labels(block)).toEqual([
      'Prog left',
      'Reg left',
      'outcome 2022-01 right',
      'estimate 2023-01 right',
      'Diff right',
      '% right',
    ]);
    // 500 + 500 become 600 + 250: 150 of 1 000 less.
    expect(lines(block)).toEqual([
      'JOB|Syd|500|600|+100|+20 %',
      `JOB|Nord|500|250|${MINUS}250|${MINUS}50 %`,
      `JOB|sum|1000|850|${MINUS}150|${MINUS}15 %!`,
    ]);
  });

  test('A09 have no share of nothing, and no sign at zero', () => {
    const none = figures({ decisions: 0, newDecisions: 0, baseHours: 0, collaborationHours: 0, totalHours: 0 });
    const begun = changedRow({
      from: none,
      to: figures(),
      change: { baseHours: 400, collaborationHours: 100, totalHours: 500 },
      changeShare: null,
    });
    const even = rowWithChange(0, { region: 'Nord', effects: effects({ decisions: [50, 0], newShare: [-50, 0] }) });
    expect(lines(view([begun, even]).blocks[0]).slice(0, 2)).toEqual([
      'JOB|Syd|0|500|+500|',
      'JOB|Nord|500|500|0|0.0 %',
    ]);
  });

  test('have the sums of programmes, of regions and of all', () => {
    const rows = ['ETP', 'JOB'].flatMap((programme) =>
      ['Nord', 'Syd'].map((region) => rowWithChange(50, { programme, region })),
    );
    expect(lines(view(rows).blocks[0])).toEqual([
      'ETP|Nord|500|550|+50|+10 %',
      'ETP|Syd|500|550|+50|+10 %',
      'ETP|sum|1000|1100|+100|+10 %!',
      '^JOB|Nord|500|550|+50|+10 %',
      'JOB|Syd|500|550|+50|+10 %',
      'JOB|sum|1000|1100|+100|+10 %!',
      '^ALL|Nord|1000|1100|+100|+10 %',
      'ALL|Syd|1000|1100|+100|+10 %',
      'SUM||2000|2200|+200|+10 %!',
    ]);
  });

  test('of the nation say so', () => {
    expect(lines(view([changedRow({ region: null })]).blocks[0])).toEqual(['JOB|nation|500|600|+100|+20 %']);
  });

  test('stay unrounded, for the formats to round', () => {
    const third = changedRow({ from: figures({ totalHours: 1 / 3 }) });
    expect((view([third]).blocks[0] as TableBlock).rows[0]?.cells[2]).toBe(1 / 3);
  });
});

describe('what each factor did', () => {
  /** Of base hours D 30, n −10 and b 60; of collaboration hours D 5, n −2, s 7 and c −30. */
  const mixed = changedRow({
    to: figures({ baseHours: 480, collaborationHours: 80, totalHours: 560 }),
    change: { baseHours: 80, collaborationHours: -20, totalHours: 60 },
    effects: effects({
      decisions: [30, 5],
      newShare: [-10, -2],
      baseHoursPerCase: [60, 0],
      collaborationShare: [0, 7],
      collaborationHoursPerCase: [0, -30],
    }),
  });

  test('stands for base hours and collaboration hours apart, each with its own factors and its sum', () => {
    const [, base, collaboration] = view([mixed, changedRow({ region: 'Nord' })]).blocks;
    expect([(base as TableBlock).title, (collaboration as TableBlock).title]).toEqual(['Base', 'Coll']);
    expect(labels(base)).toEqual(['Prog left', 'Reg left', 'D right', 'n right', 'b right', 'Sum right']);
    expect(labels(collaboration)).toEqual([
      'Prog left',
      'Reg left',
      'D right',
      'n right',
      's right',
      'c right',
      'Sum right',
    ]);
    expect(lines(base)).toEqual([
      `JOB|Syd|+30|${MINUS}10|+60|+80`,
      'JOB|Nord|+80|0|0|+80',
      `JOB|sum|+110|${MINUS}10|+60|+160!`,
    ]);
    expect(lines(collaboration)).toEqual([
      `JOB|Syd|+5|${MINUS}2|+7|${MINUS}30|${MINUS}20`,
      'JOB|Nord|+20|0|0|0|+20',
      `JOB|sum|+25|${MINUS}2|+7|${MINUS}30|0!`,
    ]);
  });

  test('is told to be shared by logarithms only where that was asked for', () => {
    const { request } = comparison([]);
    expect(view([changedRow()]).remarks).toEqual(['Fair.']);
    expect(view([changedRow()], { request: { ...request, method: 'lmdi' } }).remarks).toEqual(['Fair.', 'Logarithms.']);
  });
});

describe('rows that changed less than --min-change', () => {
  const rows = [
    rowWithChange(100, { region: 'Mitt' }),
    rowWithChange(-50, { region: 'Nord' }),
    rowWithChange(49, { region: 'Syd' }),
    rowWithChange(-10, { region: 'Väst' }),
  ];
  const shown = (value: number, unit: 'hours' | 'share', all = rows) => {
    const { blocks } = view(all, { forPeople: { minChange: { value, unit }, saved: null } });
    const regions = (block: Block | undefined) =>
      (block as TableBlock).rows.filter(({ weight }) => weight === 'row').map(({ cells }) => cells[1]);
    expect(regions(blocks[1])).toEqual(regions(blocks[0]));
    expect(regions(blocks[2])).toEqual(regions(blocks[0]));
    return {
      regions: regions(blocks[0]),
      prose: blocks.slice(3).flatMap((block) => (block.kind === 'prose' ? block.lines : ['?'])),
    };
  };

  test('are hidden in every table and counted; one at the limit is shown, whatever its sign', () => {
    expect(shown(50, 'hours')).toEqual({ regions: ['Mitt', 'Nord'], prose: ['2 below 50 hours'] });
    expect(shown(0.1, 'share')).toEqual({ regions: ['Mitt', 'Nord'], prose: ['2 below 0.1 share'] });
  });

  test('are none where all changed as much', () => {
    expect(shown(10, 'hours')).toEqual({ regions: ['Mitt', 'Nord', 'Syd', 'Väst'], prose: [] });
  });

  test('from nothing are above every share, and nothing that stays nothing is below', () => {
    const nothing = figures({ decisions: 0, newDecisions: 0, baseHours: 0, collaborationHours: 0, totalHours: 0 });
    const begun = changedRow({
      region: 'Mitt',
      from: nothing,
      change: { baseHours: 480, collaborationHours: 120, totalHours: 600 },
      changeShare: null,
    });
    const never = changedRow({
      region: 'Nord',
      from: nothing,
      to: nothing,
      change: { baseHours: 0, collaborationHours: 0, totalHours: 0 },
      effects: effects(),
      changeShare: null,
    });
    expect(shown(10, 'share', [begun, never])).toEqual({ regions: ['Mitt'], prose: ['1 below 10 share'] });
  });

  test('leave the sums, the first sentences and the notes as they were', () => {
    const notes = [note('title-lines-skipped', { file: 'a.csv', lines: 2 })];
    const whole = view(rows, { notes });
    const part = view(rows, { notes, forPeople: { minChange: { value: 50, unit: 'hours' }, saved: null } });
    expect({ ...part, blocks: [] }).toEqual({ ...whole, blocks: [] });
    // 2 000 hours become 2 089.
    const sum = `JOB|sum|2000|2089|+89|+4.5 %!`;
    expect(lines(whole.blocks[0]).at(-1)).toBe(sum);
    expect(lines(part.blocks[0]).at(-1)).toBe(sum);
  });

  test('leave the sum of a programme of which one row is left, and of one of which none is', () => {
    const pair = [rowWithChange(100, { region: 'Mitt' }), rowWithChange(10, { region: 'Nord' })];
    const other = [rowWithChange(10, { programme: 'UGA', region: 'Mitt' })];
    const hidden = { forPeople: { minChange: { value: 50, unit: 'hours' }, saved: null } } as const;
    expect(lines(view(pair, hidden).blocks[0])).toEqual([
      'JOB|Mitt|500|600|+100|+20 %',
      'JOB|sum|1000|1110|+110|+11 %!',
    ]);
    expect(lines(view([...pair, ...other], hidden).blocks[0]).at(-1)).toBe('SUM||1500|1620|+120|+8.0 %!');
  });
});

describe('rows in which nothing happened', () => {
  const still = [rowWithChange(0, { programme: 'UGA', region: 'Nord' }), rowWithChange(0, { programme: 'UGA' })];

  test('are left out and counted; the sum of all stays', () => {
    const { blocks } = view([rowWithChange(100, { region: 'Nord' }), rowWithChange(50), ...still]);
    for (const block of blocks.slice(0, 3)) {
      expect(lines(block).map((line) => line.split('|')[0])).not.toContain('UGA');
      expect(lines(block).at(-1)).toMatch(/^SUM\|\|.*!$/);
    }
    // 500 in each of four cells.
    expect(lines(blocks[0]).at(-1)).toBe('SUM||2000|2150|+150|+7.5 %!');
    expect(blocks[3]).toEqual({ kind: 'prose', lines: ['2 unmoved'] });
  });

  test('are all there is of two sides that are the same: no table is shown', () => {
    expect(view(still).blocks).toEqual([{ kind: 'prose', lines: ['2 unmoved'] }]);
  });
});

describe('the notes of a comparison', () => {
  test('stand below, each once', () => {
    const skipped = note('title-lines-skipped', { file: 'a.csv', lines: 2 });
    const { notes, notesTitle } = view([changedRow()], { notes: [skipped, skipped] });
    expect({ notes, notesTitle }).toEqual({ notes: ['2 lines of a.csv'], notesTitle: 'Notes:' });
  });
});

describe('a comparison at 80 columns', () => {
  const REGIONS = ['Mitt', 'Nord', 'Stockholm Gotland', 'Syd', 'Väst', 'Öst'];
  const rows = ['ETP', 'JOB', 'UGA'].flatMap((programme) =>
    REGIONS.map((region) =>
      changedRow({
        programme,
        region,
        from: figures({ baseHours: 30_000, collaborationHours: 15_000, totalHours: 45_000 }),
        to: figures({ baseHours: 21_000, collaborationHours: 10_000, totalHours: 31_000 }),
        change: { baseHours: -9_000, collaborationHours: -5_000, totalHours: -14_000 },
        changeShare: -14 / 45,
        effects: effects({
          decisions: [-4_000, -2_000],
          newShare: [-3_000, -1_000],
          baseHoursPerCase: [-2_000, 0],
          collaborationShare: [0, -1_000],
          collaborationHoursPerCase: [0, -1_000],
        }),
      }),
    ),
  );
  const sides = {
    from: { kind: 'estimate', month: '2023-01', asOf: '2022-10-31' },
    to: { kind: 'estimate', month: '2023-01', asOf: null },
  } as const;

  test.each([
    ['English', en],
    ['Swedish', sv],
  ] as const)('fits in %s, with six regions and a quarter of a million hours', async (_, catalogue: Catalogue) => {
    const page = { width: 80, decimalSign: catalogue.decimalSign, paint: NO_PAINT };
    const text = await table(compareView(comparison(rows, { sides }), catalogue), page);
    const all = text.split('\n');
    expect(Math.max(...all.map(widthOf))).toBeLessThanOrEqual(80);
    expect(text).toContain('Stockholm Gotland');
    // Eighteen cells of 9 000 and of 5 000 hours less.
    expect(text).toContain(`${MINUS}162${NBSP}000`);
    expect(text).toContain(`${MINUS}90${NBSP}000`);
    for (const each of all) expect(each).toBe(each.trimEnd());
  });
});
