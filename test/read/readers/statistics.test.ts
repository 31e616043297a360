import { describe, expect, test } from 'vitest';
import { type Day, isoDay } from '../../../src/domain/day.ts';
import { isoMonth, type Month } from '../../../src/domain/month.ts';
import { brief, problemsOf, readFiles } from '../reading.ts';

const S = 'statistics.csv';
const file = (header: string, ...lines: string[]) => ({ [S]: [header, ...lines, ''].join('\n') });

async function read(header: string, ...lines: string[]) {
  const { tables, problems } = await readFiles(file(header, ...lines));
  expect(problems.map(brief)).toEqual([]);
  return tables.statistics;
}

describe('a row of statistics', () => {
  test('has its month, codes, counts and line', async () => {
    const found = await read(
      'programme;month;new_decisions;decisions;region',
      'ETP;2022-01;10;1 000;Syd',
      'JOB;2022M02;0;0;Nord',
      'ETP;mars 2022;5;5;Syd',
    );
    expect([...found.month].map((month) => isoMonth(month as Month))).toEqual(['2022-01', '2022-02', '2022-03']);
    expect([...found.programmeCode]).toEqual([0, 1, 0]);
    expect([...found.regionCode]).toEqual([0, 1, 0]);
    expect([...found.decisions]).toEqual([1000, 0, 5]);
    expect([...found.newDecisions]).toEqual([10, 0, 5]);
    expect([...found.line]).toEqual([2, 3, 4]);
    expect(found.programmeCodes.map(({ code }) => code)).toEqual(['ETP', 'JOB']);
    expect(found.regionCodes.map(({ code }) => code)).toEqual(['Syd', 'Nord']);
  });

  test('counts as published on the last day of its month where it says nothing', async () => {
    const found = await read(
      'month;programme;decisions;new_decisions;published',
      '2022-01;JOB;10;1;2022-02-09',
      '2022-02;JOB;10;1;',
      '2024-02;JOB;10;1; ',
    );
    expect([...found.published].map((day) => isoDay(day as Day))).toEqual(['2022-02-09', '2022-02-28', '2024-02-29']);
  });

  test('has an expenditure or none, which is not 0', async () => {
    const found = await read(
      'month;programme;decisions;new_decisions;utgift',
      '2022-01;JOB;10;1;1 234,5',
      '2022-02;JOB;10;1;',
      '2022-03;JOB;10;1;..',
      '2022-04;JOB;10;1;0',
    );
    expect([...found.expenditureSek]).toEqual([1234.5, Number.NaN, Number.NaN, 0]);
  });

  test('has outcomes of cases and hours or none, which is not 0', async () => {
    const found = await read(
      'month;programme;decisions;new_decisions;samverkansärenden;grundtimmar;samverkanstimmar',
      '2022-01;JOB;10;5;2;12,5;3',
      '2022-02;JOB;10;5;;..;0',
    );
    expect([...found.collaborationCases]).toEqual([2, Number.NaN]);
    expect([...found.baseHours]).toEqual([12.5, Number.NaN]);
    expect([...found.collaborationHours]).toEqual([3, 0]);
  });

  test('without a column of regions is of the nation', async () => {
    const found = await read('month;programme;decisions;new_decisions', '2022-01;JOB;10;1');
    expect([...found.regionCode]).toEqual([-1]);
    expect(found.regionCodes).toEqual([]);
  });

  test('B13 of the nation may stand beside those of regions', async () => {
    const found = await read(
      'month;programme;region;decisions;new_decisions',
      '2022-01;JOB;Syd;10;1',
      '2022-01;JOB;Hela riket;15;1',
    );
    expect([...found.regionCode]).toEqual([0, -1]);
  });

  test('may have measured outcomes, which must be sound even where they are not used', async () => {
    const header = 'month;programme;decisions;new_decisions;collaboration_cases;base_hours;collaboration_hours';
    expect((await read(header, '2022-01;JOB;10;5;5;12,5;0', '2022-02;JOB;10;5;;..;-')).length).toBe(2);
    expect(
      await problemsOf(
        file(header, '2022-01;JOB;10;5;1,5;-1;x1', '2022-02;JOB;10;5;6;5 %;1 00', '2022-03;JOB;10;5;0;1;1'),
      ),
    ).toEqual([
      'number-not-whole statistics.csv:2 5 collaboration_cases "1,5"',
      'number-negative statistics.csv:2 6 base_hours "-1"',
      'number-syntax statistics.csv:2 7 collaboration_hours "x1"',
      'more-collaboration-than-new statistics.csv:3 5 collaboration_cases "6"',
      'share-percent-unexpected statistics.csv:3 6 base_hours "5 %"',
      'number-grouping statistics.csv:3 7 collaboration_hours "1 00"',
    ]);
  });

  test('B08 never has more new decisions than decisions', async () => {
    const header = 'month;programme;decisions;new_decisions';
    expect((await read(header, '2022-01;JOB;10;10')).length).toBe(1);
    expect(await problemsOf(file(header, '2022-01;JOB;10;11', '2022-02;JOB;0;1'))).toEqual([
      'more-new-than-all statistics.csv:2 4 new_decisions "11"',
      'more-new-than-all statistics.csv:3 4 new_decisions "1"',
    ]);
  });

  test('B04 is never filled from the row above', async () => {
    const header = 'month;programme;region;decisions;new_decisions';
    expect(await problemsOf(file(header, '2022-01;JOB;Syd;10;1', ';;Nord;10;1'))).toEqual([
      'cell-missing statistics.csv:3 1 month ""',
      'cell-missing statistics.csv:3 2 programme ""',
    ]);
  });
});

describe('one programme, region and month', () => {
  const header = 'month;programme;region;decisions;new_decisions;published';

  test('B01 B02 stands once for a publication', async () => {
    const { problems } = await readFiles(
      file(
        header,
        '2022-01;JOB;Syd;10;1;2022-02-09',
        '2022-01;JOB;Syd;10;1;20220209',
        '2022-01;JOB;Syd;10;2;2022-02-09',
        '2022-01;JOB;Syd;11;1;2022-02-09',
      ),
    );
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-duplicate statistics.csv:3 1 month "2022-01"', { otherPath: S, otherLine: 2 }],
      ['key-conflict statistics.csv:4 1 month "2022-01"', { otherPath: S, otherLine: 3, hasPublications: true }],
      ['key-conflict statistics.csv:5 1 month "2022-01"', { otherPath: S, otherLine: 4, hasPublications: true }],
    ]);
  });

  test('may be published again: preliminary, then definitive', async () => {
    const found = await read(
      header,
      '2022-01;JOB;Syd;10;1;2022-02-09',
      '2022-01;JOB;Syd;11;1;2022-03-09',
      '2022-01;JOB;Syd;12;1;',
    );
    expect([...found.published]).toEqual([20220209, 20220309, 20220131]);
  });

  test('is found again among other publications', async () => {
    const lines = [
      '2022-01;JOB;Syd;10;1;2022-02-09',
      '2022-01;JOB;Syd;11;1;2022-03-09',
      '2022-01;JOB;Syd;9;1;2022-02-09',
    ];
    const { problems } = await readFiles(file(header, ...lines));
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-conflict statistics.csv:4 1 month "2022-01"', { otherPath: S, otherLine: 2, hasPublications: true }],
    ]);
  });

  test('without a day is that of the month’s last day', async () => {
    const lines = ['2022-01;JOB;Syd;10;1;', '2022-01;JOB;Syd;10;1;2022-01-31'];
    expect(await problemsOf(file(header, ...lines))).toEqual(['key-duplicate statistics.csv:3 1 month "2022-01"']);
  });

  test('is another with another month, programme, region, or the nation', async () => {
    const found = await read(
      header,
      '2022-01;JOB;Syd;10;1;',
      '2022-02;JOB;Syd;10;1;',
      '2022-01;ETP;Syd;10;1;',
      '2022-01;JOB;Nord;10;1;',
      '2022-01;JOB;Riket;10;1;',
    );
    expect(found.length).toBe(5);
  });

  test('is told apart by code, not by what the code stands for', async () => {
    const { tables, problems } = await readFiles({
      'programmes.csv': 'code;programme\n104;JOB\n105;JOB\n',
      'regions.csv': 'code;region\n0680;Nord\n1280;Syd\n1281;Syd\n',
      ...file(
        header,
        '2022-01;104;1280;10;1;',
        '2022-01;105;1280;20;2;',
        '2022-01;104;1281;30;3;',
        '2022-01;JOB;Syd;40;4;',
      ),
    });
    expect(problems.map(brief)).toEqual([]);
    expect(tables.statistics.programmeCodes).toEqual([
      { code: '104', name: 'JOB' },
      { code: '105', name: 'JOB' },
      { code: 'JOB', name: 'JOB' },
    ]);
    expect(tables.statistics.regionCodes).toEqual([
      { code: '1280', name: 'Syd' },
      { code: '1281', name: 'Syd' },
      { code: 'Syd', name: 'Syd' },
    ]);
  });
});

describe('S23 a region that is the sum of the others', () => {
  const header = 'month;programme;region;decisions;new_decisions;published';
  const found = (...lines: string[]) => problemsOf(file(header, ...lines));

  test('is refused at its first row beside others, whatever it is called', async () => {
    expect(
      await found(
        '2021-12;JOB;Norra;60;6;',
        '2022-01;JOB;Nord;40;4;',
        '2022-01;JOB;Syd;20;2;',
        '2022-01;JOB;Norra;60;6;',
        '2022-01;JOB;Riket;60;6;',
        '2022-02;JOB;Nord;40;4;',
        '2022-02;JOB;Syd;20;3;',
        '2022-02;JOB;Norra;60;7;',
        '2022-01;ETP;Nord;1;0;',
        '2022-01;ETP;Syd;2;0;',
        '2022-01;ETP;Norra;3;0;',
      ),
    ).toEqual(['row-total statistics.csv:5 3 region "Norra"']);
  });

  test('is looked at as published last', async () => {
    const more = ['2022-02;JOB;Nord;40;4;', '2022-02;JOB;Syd;20;2;', '2022-02;JOB;Alla kontor;60;6;'];
    const lines = [...more, '2022-01;JOB;Nord;40;4;', '2022-01;JOB;Syd;20;2;'];
    expect(await found(...lines, '2022-01;JOB;Alla kontor;60;6;2022-02-09', '2022-01;JOB;Alla kontor;59;6;')).toEqual([
      'row-total statistics.csv:4 3 region "Alla kontor"',
    ]);
    expect(await found(...lines, '2022-01;JOB;Alla kontor;60;6;', '2022-01;JOB;Alla kontor;59;6;2022-02-09')).toEqual(
      [],
    );
  });

  test.each([
    ['new decisions', ['Nord;40;4', 'Syd;20;2', 'Mitt;60;7']],
    ['decisions', ['Nord;40;4', 'Syd;20;2', 'Mitt;61;6']],
    ['two others', ['Nord;40;4', 'Mitt;40;4']],
    ['twenty decisions', ['Nord;10;4', 'Syd;9;2', 'Mitt;19;6']],
    ['two others with decisions', ['Nord;40;4', 'Syd;0;0', 'Mitt;40;4']],
  ])('is none without the same sum or enough: %s', async (_, lines) => {
    expect(await found(...lines.map((line) => `2022-01;JOB;${line};`))).toEqual([]);
  });

  test('is none where one month or programme says something else', async () => {
    const lines = ['2022-01;JOB;Nord;40;4;', '2022-01;JOB;Syd;20;2;', '2022-01;JOB;Mitt;60;6;'];
    const others = lines.map((line) => line.replace('JOB', 'ETP').replace('60;6', '61;6'));
    expect(await found(...lines, ...others)).toEqual([]);
    const again = lines.map((line) => line.replace('2022-01', '2022-02'));
    expect((await found(...lines, ...again)).length).toBe(1);
    // Once may be chance.
    expect(await found(...lines)).toEqual([]);
  });
});

describe('B05 names of regions that nearly are another', () => {
  const header = 'month;programme;region;decisions;new_decisions';
  const found = (...names: string[]) =>
    problemsOf(file(header, ...names.map((name, at) => `${2000 + at}-01;JOB;${name};${10 + at};1`)));

  test.each([
    ['Öst', 'Ost'],
    ['Syd', 'Sud'],
    ['Region Nord', 'Nord'],
    ['Nord', '01 Nord'],
    ['Stockholm och Gotland', 'Stockholm Gotland'],
  ])('%s and %s are refused where the two never stand beside each other', async (one, other) => {
    expect(await found(one, one, other)).toEqual([`key-resembles statistics.csv:4 3 region "${other}"`]);
    expect(await problemsOf(file(header, `2022-01;JOB;${one};10;1`, `2022-01;JOB;${other};20;1`))).toEqual([]);
  });

  test('are two where they stand in the same month, as Habo and Håbo do', async () => {
    const lines = ['2022-01;JOB;Habo;10;1', '2022-01;JOB;Håbo;20;1', '2022-02;JOB;Habo;10;1'];
    expect(await problemsOf(file(header, ...lines))).toEqual([]);
  });

  test('are two where they differ in a number', async () => {
    expect(await found('Region 1', 'Region 2')).toEqual([]);
  });

  test.each(['Stockholm-Gotland', 'Stockholm/Gotland', 'Stockholm & Gotland', 'stockholm_gotland'])(
    'B15 are one, written in two ways: %s',
    async (name) => {
      expect(await found('Stockholm Gotland', name)).toEqual([`key-variant statistics.csv:3 3 region "${name}"`]);
    },
  );

  test('are two codes where a sign stands between digits', async () => {
    expect(await found('1-11', '11-1')).toEqual([]);
  });

  test('are looked for in linear time among many rows and names', async () => {
    const start = performance.now();
    const lines = Array.from(
      { length: 20_000 },
      (_, at) => `2022-01;JOB;${at % 2 === 0 ? 'Region ' : ''}Nord x${at >> 1};1;1`,
    );
    expect(await problemsOf(file(header, ...lines))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('B04 a blank region', () => {
  test('in several rows of one month is what is wrong, not the month', async () => {
    const header = 'month;programme;region;decisions;new_decisions';
    expect(await problemsOf(file(header, '2022-01;JOB;;40;4', '2022-01;JOB;;20;2', '2022-01;JOB;Syd;20;2'))).toEqual([
      'region-blank statistics.csv:3 3 region ""',
    ]);
  });

  test('B05 names with a number behind and without one are two', async () => {
    const header = 'month;programme;region;decisions;new_decisions';
    const rows = ['2021-01;Rusta och matcha;Nord;40;4', '2022-01;Rusta och matcha 2;Nord;40;4'];
    expect((await problemsOf(file(header, ...rows))).filter((each) => each.startsWith('key-resembles'))).toEqual([]);
  });
});
