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
    ['JOB;;2022-01;;base_hours;a;90 min;;;', 'number-syntax schablons.csv:2 7 value "90 min"'],
    ['JOB;;2022-01;;base_hours;VÃ¤rdera;1;;;', 'text-garbled schablons.csv:2 6 step "VÃ¤rdera"'],
    ['JOB;;2022-01;;base_hours;’a’;1;;;', 'quote-foreign schablons.csv:2 6 step "’a’"'],
    ['JOB;;2022-01;;base_hours;a;1:30;;;', 'number-syntax schablons.csv:2 7 value "1:30"'],
    ['JOB;;2022-01;;base_hours;a;1;0,5;;', 'range-half schablons.csv:2 9 high ""'],
    ['JOB;;2022-01;;base_hours;a;1;;2;', 'range-half schablons.csv:2 8 low ""'],
    ['JOB;;2022-01;;base_hours;a;1;1,5;2;', 'range-order schablons.csv:2 7 value "1"'],
    ['JOB;;2022-01;;collaboration_share;;0,35;0,3;50;', 'share-scale schablons.csv:2 9 high "50"'],
    ['JOB;;2022-01;;collaboration_share;;35 %;0,4;50 %;', 'range-order schablons.csv:2 7 value "35 %"'],
    [';;2022-01;;base_hours;a;1;;;', 'cell-missing schablons.csv:2 1 programme ""'],
    ['Summa;;2022-01;;base_hours;a;1;;;', 'row-total schablons.csv:2 1 programme "Summa"'],
  ])('B04 N18 %j is refused', async (line, expected) => {
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

describe('N19 hours unlike the others', () => {
  const warned = async (...values: string[]) =>
    (await readFiles(schablons(...values.map((value, at) => `JOB;;2022-01;;base_hours;s${at};${value};;;`)))).problems
      .filter(({ code }) => code === 'hours-large')
      .map(({ severity, line, value, facts }) => [severity, line, value, facts]);

  test('are a warning where they are more than forty', async () => {
    expect(await warned('40', '40,5', '1')).toEqual([['warning', 3, '40,5', { median: null }]]);
  });

  test('are a warning where they are more than twenty times the median', async () => {
    expect(await warned('1', '1,5', '1,5', '90', '30')).toEqual([['warning', 5, '90', { median: 1.5 }]]);
    expect(await warned('1', '1,5', '1,5', '30,1', '2')).toEqual([['warning', 5, '30,1', { median: 1.5 }]]);
    expect(await warned('1', '1,5', '1,5', '30', '2')).toEqual([]);
  });

  test('have no median among fewer than four, or where it is 0', async () => {
    expect(await warned('1', '1', '39')).toEqual([]);
    expect(await warned('0', '0', '0', '39')).toEqual([]);
    expect(await warned('0', '0', '0', '41')).toEqual([['warning', 5, '41', { median: null }]]);
  });

  test('are not shares', async () => {
    expect(await problemsOf(schablons('JOB;;2022-01;;collaboration_share;;100 %;;;'))).toEqual([]);
  });

  test('are looked for over all files, and not where one is refused', async () => {
    const header = 'programme;valid_from;measure;step;value\n';
    const files = {
      'schablons-2.csv': `${header}JOB;2022-01;base_hours;a;1\nJOB;2022-01;base_hours;b;1\nJOB;2022-01;base_hours;c;1\n`,
      ...schablons('JOB;;2022-01;;base_hours;d;39;;;'),
    };
    expect(await problemsOf(files)).toEqual(['hours-large schablons.csv:2 7 value "39"']);
    expect(
      await problemsOf({ ...files, ...schablons('JOB;;2022-01;;base_hours;d;39;;;', 'JOB;;i dag;;base_hours;e;1;;;') }),
    ).toEqual(['month-syntax schablons.csv:3 3 valid_from "i dag"']);
  });
});

describe('a row that has not ended when a later one begins', () => {
  const overlaps = async (...lines: string[]) =>
    (await readFiles(schablons(...lines))).problems.map((each) => [brief(each), each.severity, each.facts]);

  test('is a warning that names the next of them', async () => {
    const found = await overlaps(
      'JOB;;2022-01;2023-06;base_hours;a;1;;;',
      'JOB;;2023-03;;base_hours;a;3;;;',
      'JOB;;2022-07;2022-12;base_hours;a;2;;;',
    );
    expect(found).toEqual([
      [
        'schablons-overlap schablons.csv:2 4 valid_to "2023-06"',
        'warning',
        { from: '2022-07', otherPath: H, otherLine: 4 },
      ],
    ]);
  });

  test('is none where it is open, ends before, or is of something else', async () => {
    expect(await overlaps('JOB;;2022-01;;base_hours;a;1;;;', 'JOB;;2022-07;;base_hours;a;2;;;')).toEqual([]);
    expect(await overlaps('JOB;;2022-01;2022-06;base_hours;a;1;;;', 'JOB;;2022-07;;base_hours;a;2;;;')).toEqual([]);
    expect(
      await overlaps(
        'JOB;;2022-01;2022-12;base_hours;a;1;;;',
        'ETP;;2022-07;;base_hours;a;2;;;',
        'JOB;Syd;2022-07;;base_hours;a;2;;;',
        'JOB;;2022-07;;collaboration_hours;a;2;;;',
        'JOB;;2022-07;;base_hours;b;2;;;',
      ),
    ).toEqual([]);
  });

  test('is one in its last month', async () => {
    expect((await overlaps('JOB;;2022-01;2022-07;base_hours;a;1;;;', 'JOB;;2022-07;;base_hours;a;2;;;')).length).toBe(
      1,
    );
  });
});

describe('a work step that nearly is another', () => {
  const found = async (...steps: string[]) =>
    (
      await readFiles(schablons(...steps.map((step, at) => `JOB;;${2000 + at}-01;;base_hours;${step};1;;;`)))
    ).problems.map((each) => [brief(each), each.severity, each.facts]);

  test.each([
    ['bedöma', 'bedömma'],
    ['följa upp', 'folja upp'],
    ['trepartssamtal', 'trepartsamtal'],
    ['trepartssamtal', 'trepart samtal'],
    ['möte', 'möet'],
    ['möte 1', 'mote 1'],
    ['bedöma, besluta', 'bedöma. besluta'],
  ])('%s and %s are a warning at the later one', async (one, other) => {
    expect(await found(one, other)).toEqual([
      [
        `step-resembles schablons.csv:3 6 step ${JSON.stringify(other)}`,
        'warning',
        { other: one, otherPath: H, otherLine: 2 },
      ],
    ]);
  });

  test('are a warning at the rarer one', async () => {
    expect(await found('bedömma', 'bedöma', 'bedöma')).toEqual([
      ['step-resembles schablons.csv:2 6 step "bedömma"', 'warning', { other: 'bedöma', otherPath: H, otherLine: 3 }],
    ]);
    expect((await found('bedöma', 'bedömma', 'bedöma', 'bedömma', 'bedöma')).length).toBe(1);
  });

  test.each([
    ['möte 1', 'möte 2'],
    ['möte', 'möte 1'],
    ['del a', 'del b'],
    ['möte', 'möte b'],
    ['fas I', 'fas II'],
    ['besluta', 'avsluta'],
    ['skriva in', 'skriva ut'],
    ['boka in', 'boka om'],
    ['råd', 'rad b'],
    ['sms', 'smr'],
    ['samråd', 'samtal'],
  ])('%s and %s are two', async (one, other) => {
    expect(await found(one, other)).toEqual([]);
  });

  test('is looked for among those of one measure, and not among very many or very long ones', async () => {
    expect(
      await problemsOf(
        schablons('JOB;;2022-01;;base_hours;bedöma;1;;;', 'JOB;;2022-01;;collaboration_hours;bedömma;1;;;'),
      ),
    ).toEqual([]);
    const start = performance.now();
    const unlike = (at: number): string =>
      `mötande${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26), 97 + Math.floor(at / 676))}`;
    const lines = Array.from({ length: 2001 }, (_, at) => `JOB;;2022-01;;base_hours;${unlike(at)};1;;;`);
    expect(await problemsOf(schablons(...lines))).toEqual([]);
    expect((await problemsOf(schablons(...lines.slice(1)))).length).toBeGreaterThan(1000);
    const long = 'x'.repeat(100_000);
    expect(
      await problemsOf(schablons(`JOB;;2022-01;;base_hours;${long}a;1;;;`, `JOB;;2022-01;;base_hours;${long}b;1;;;`)),
    ).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
