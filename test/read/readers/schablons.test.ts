import { describe, expect, test } from 'vitest';
import { type Day, isoDay } from '../../../src/domain/day.ts';
import { isoMonth } from '../../../src/domain/month.ts';
import { brief, problemsOf, readFiles, schablons } from '../reading.ts';

const H = 'schablons.csv';

async function rows(...lines: string[]) {
  const { tables, problems } = await readFiles(schablons(...lines));
  expect(problems.map(brief)).toEqual([]);
  return tables.schablons;
}

describe('a schablon', () => {
  test('has everything that its row says', async () => {
    const text = [
      'Program;Region;Giltig från;Giltig till;Mått;Arbetsmoment;Värde;Låg;Hög;Prioritet;Källa;Publicerad',
      'JOB;Syd;2022-01;2023-12;samverkanstimmar;trepartssamtal;1,9;1,5;2,5;måste;Syd, enkät 2021;2021-12-01',
      '',
    ].join('\n');
    const { tables, problems } = await readFiles({ [H]: text });
    expect(problems.map(brief)).toEqual([]);
    const [row] = tables.schablons;
    expect(row).toMatchObject({
      programme: 'JOB',
      region: 'Syd',
      measure: 'collaboration_hours',
      step: 'trepartssamtal',
      value: 1.9,
      low: 1.5,
      high: 2.5,
      priority: 'must',
      source: 'Syd, enkät 2021',
      origin: { table: 'schablons', path: H, line: 2 },
    });
    expect(isoMonth(row?.validFrom as NonNullable<typeof row>['validFrom'])).toBe('2022-01');
    expect(isoMonth(row?.validTo as NonNullable<typeof row>['validFrom'])).toBe('2023-12');
    expect(isoDay(row?.published as Day)).toBe('2021-12-01');
  });

  test('has nothing where its row says nothing', async () => {
    const text = 'programme;valid_from;measure;step;value\nJOB;2022-01;base_hours;bedöma;0\n';
    const { tables, problems } = await readFiles({ [H]: text });
    expect(problems).toEqual([]);
    expect(tables.schablons[0]).toMatchObject({
      region: null,
      validTo: null,
      value: 0,
      low: null,
      high: null,
      source: null,
      published: null,
    });
  });

  test('is bound by law where it is base work, by need where it is collaboration, unless its row says otherwise', async () => {
    const found = await rows(
      'JOB;;2022-01;;base_hours;a;1;;;',
      'JOB;;2022-01;;base_hours;b;1;;;kan',
      'JOB;;2022-01;;collaboration_hours;a;1;;;',
      'JOB;;2022-01;;collaboration_hours;b;1;;;MUST',
      'JOB;;2022-01;;collaboration_share;;0,35;;;',
    );
    expect(found.map(({ priority }) => priority)).toEqual(['must', 'can', 'can', 'must', 'can']);
  });

  test.each([
    ['base_hours', 'base_hours'],
    ['Base hours', 'base_hours'],
    ['grundtimmar', 'base_hours'],
    ['GRUNDTIMMAR', 'base_hours'],
    ['collaboration-hours', 'collaboration_hours'],
    ['samverkanstimmar', 'collaboration_hours'],
  ])('measures %s as %s', async (word, measure) => {
    expect((await rows(`JOB;;2022-01;;${word};a;1;;;`))[0]?.measure).toBe(measure);
  });

  test.each(['samverkansandel', 'Collaboration Share', 'collaboration_share'])(
    'measures %s as a share',
    async (word) => {
      expect((await rows(`JOB;;2022-01;;${word};;35 %;30 %;0,5;`))[0]).toMatchObject({
        measure: 'collaboration_share',
        step: null,
        value: 0.35,
        low: 0.3,
        high: 0.5,
      });
    },
  );

  test.each(['timmar', 'base', 'base_hour', '__proto__', 'constructor', 'toString'])(
    'measures nothing called %s',
    async (word) => {
      expect(await problemsOf(schablons(`JOB;;2022-01;;${word};a;1;;;`))).toEqual([
        `measure-unknown schablons.csv:2 5 measure ${JSON.stringify(word)}`,
      ]);
      expect(await problemsOf(schablons(`JOB;;2022-01;;base_hours;a;1;;;${word}`))).toEqual([
        `priority-unknown schablons.csv:2 10 priority ${JSON.stringify(word)}`,
      ]);
    },
  );

  test('must measure something', async () => {
    expect(await problemsOf(schablons('JOB;;2022-01;; ;a;1;;;'))).toEqual([
      'cell-missing schablons.csv:2 5 measure " "',
    ]);
  });

  test.each([
    ['JOB;;2022-01;;collaboration_share;samråd;0,35;;;', 'step-unexpected schablons.csv:2 6 step "samråd"'],
    ['JOB;;2022-01;;base_hours; ;1;;;', 'step-missing schablons.csv:2 6 step " "'],
    ['JOB;;2022-01;;collaboration_hours;;1;;;', 'step-missing schablons.csv:2 6 step ""'],
    ['JOB;;2022-01;;base_hours;be\u00ADdöma;1;;;', 'hidden-character schablons.csv:2 6 step "be\u00ADdöma"'],
    ['JOB;;2022-01;;base_hours;b\u0435döma;1;;;', 'key-look-alike schablons.csv:2 6 step "b\u0435döma"'],
    ['JOB;;2022-01;;base_hours;"a\nb";1;;;', 'cell-line-break schablons.csv:2 6 step "a\\nb"'],
    ['JOB;;;;base_hours;a;1;;;', 'cell-missing schablons.csv:2 3 valid_from ""'],
    ['JOB;;2022-01;slutet;base_hours;a;1;;;', 'month-syntax schablons.csv:2 4 valid_to "slutet"'],
    ['JOB;;2022-02;2022-01;base_hours;a;1;;;', 'validity-order schablons.csv:2 4 valid_to "2022-01"'],
    ['JOB;;2022-01;;base_hours;a;;;;', 'cell-missing schablons.csv:2 7 value ""'],
    ['JOB;;2022-01;;base_hours;a;-1;;;', 'number-negative schablons.csv:2 7 value "-1"'],
    ['JOB;;2022-01;;base_hours;a;1:30;;;', 'number-syntax schablons.csv:2 7 value "1:30"'],
    ['JOB;;2022-01;;base_hours;a;1;0,5;;', 'range-half schablons.csv:2 9 high ""'],
    ['JOB;;2022-01;;base_hours;a;1;;2;', 'range-half schablons.csv:2 8 low ""'],
    ['JOB;;2022-01;;base_hours;a;1;1,5;2;', 'range-order schablons.csv:2 7 value "1"'],
    ['JOB;;2022-01;;collaboration_share;;0,35;0,3;50;', 'share-scale schablons.csv:2 9 high "50"'],
    ['JOB;;2022-01;;collaboration_share;;35 %;0,4;50 %;', 'range-order schablons.csv:2 7 value "35 %"'],
    [';;2022-01;;base_hours;a;1;;;', 'cell-missing schablons.csv:2 1 programme ""'],
    ['Summa;;2022-01;;base_hours;a;1;;;', 'row-total schablons.csv:2 1 programme "Summa"'],
  ])('%j is refused', async (line, expected) => {
    expect(await problemsOf(schablons(line))).toEqual([expected]);
  });

  test('has its step in one spelling, in whichever programme and region', async () => {
    const { problems } = await readFiles(
      schablons(
        'JOB;;2022-01;;base_hours;Bedöma;1;;;',
        'JOB;Syd;2022-01;;base_hours;bedöma;1;;;',
        'ETP;;2022-01;;collaboration_hours;Be döma;1;;;',
        'ETP;;2022-01;;base_hours;Bedöma;1;;;',
      ),
    );
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-variant schablons.csv:3 6 step "bedöma"', { other: 'Bedöma', otherPath: H, otherLine: 2 }],
      ['key-variant schablons.csv:4 6 step "Be döma"', { other: 'Bedöma', otherPath: H, otherLine: 2 }],
    ]);
  });

  test('may last one month', async () => {
    const [row] = await rows('JOB;;2022-01;2022-01;base_hours;a;1;;;');
    expect(row?.validTo).toBe(row?.validFrom);
  });
});

describe('one programme, region, measure, step and first month', () => {
  test('stands once', async () => {
    const { problems } = await readFiles(
      schablons(
        'JOB;;2022-01;;base_hours;a;1;;;',
        'JOB;Riket;202201;;grundtimmar; a ;1,0;;;',
        'JOB;;2022-01;2022-12;base_hours;a;2;;;',
        'JOB;;2022-01;;collaboration_share;;0,35;;;',
        'JOB;;2022-01;;collaboration_share;;35 %;;;',
      ),
    );
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-duplicate schablons.csv:3 3 valid_from "202201"', { otherPath: H, otherLine: 2 }],
      ['key-conflict schablons.csv:4 3 valid_from "2022-01"', { otherPath: H, otherLine: 2, hasPublications: false }],
      ['key-duplicate schablons.csv:6 3 valid_from "2022-01"', { otherPath: H, otherLine: 5 }],
    ]);
  });

  test('is another with another of them', async () => {
    const found = await rows(
      'JOB;;2022-01;;base_hours;a;1;;;',
      'ETP;;2022-01;;base_hours;a;1;;;',
      'JOB;Syd;2022-01;;base_hours;a;1;;;',
      'JOB;;2022-02;;base_hours;a;1;;;',
      'JOB;;2022-01;;collaboration_hours;a;1;;;',
      'JOB;;2022-01;;base_hours;b;1;;;',
    );
    expect(found.length).toBe(6);
  });

  test('is one after its codes were mapped', async () => {
    const { problems } = await readFiles({
      'programmes.csv': 'code;programme\n104;JOB\n105;JOB\n',
      ...schablons(
        '104;;2022-01;;base_hours;a;1;;;',
        '105;;2022-01;;base_hours;a;2;;;',
        'JOB;;2022-01;;base_hours;a;1;;;',
      ),
    });
    expect(problems.map(brief)).toEqual([
      'key-conflict schablons.csv:3 3 valid_from "2022-01"',
      'key-duplicate schablons.csv:4 3 valid_from "2022-01"',
    ]);
  });
});
