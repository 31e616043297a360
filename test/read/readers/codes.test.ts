import { describe, expect, test } from 'vitest';
import { brief, forecasts, problemsOf, readFiles, schablons, statistics } from '../reading.ts';

const P = 'programmes.csv';
const R = 'regions.csv';

describe('a table of programmes', () => {
  test('maps codes, and a programme’s own name counts as one', async () => {
    const { tables, problems } = await readFiles({
      [P]: 'Kod;Program;Namn\n104;ETP;Etableringsprogrammet\n105;ETP;\n203;JOB;Jobb- och utvecklingsgarantin\n',
      ...statistics('2022-01;104;Nord;10;1', '2022-01;105;Nord;20;2', '2022-01;JOB;Nord;30;3'),
      ...schablons('ETP;;2022-01;;base_hours;a;1;;;'),
    });
    expect(problems.map(brief)).toEqual([]);
    expect(tables.statistics.programmeCodes).toEqual([
      { code: '104', name: 'ETP' },
      { code: '105', name: 'ETP' },
      { code: 'JOB', name: 'JOB' },
    ]);
    expect(tables.forecasts[0]?.programme).toBe('JOB');
    expect(tables.schablons[0]?.programme).toBe('ETP');
  });

  test('B05 makes anything else unknown, in every table, with what may have been meant', async () => {
    const { problems } = await readFiles({
      [P]: 'code;programme\n104;ETP\n203;JOB\n',
      ...statistics('2022-01;204;Nord;10;1', '2022-01;A104;Nord;10;1'),
      ...forecasts('2022-10-24;UGA;;2023;2100;;'),
      ...schablons('Jobb;;2022-01;;base_hours;a;1;;;'),
    });
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['code-unknown forecasts.csv:2 2 programme "UGA"', { kind: 'programme', near: [], from: P }],
      ['code-unknown schablons.csv:2 1 programme "Jobb"', { kind: 'programme', near: ['JOB'], from: P }],
      ['code-unknown statistics.csv:2 2 programme "204"', { kind: 'programme', near: ['104', '203'], from: P }],
      ['code-unknown statistics.csv:3 2 programme "A104"', { kind: 'programme', near: ['104'], from: P }],
    ]);
  });

  test('has each code once', async () => {
    const { problems } = await readFiles({ [P]: 'code;programme\n104;ETP\n203;JOB\n104;JOB\n 104 ;ETP\n' });
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-conflict programmes.csv:4 1 code "104"', { otherPath: P, otherLine: 2, hasPublications: false }],
      ['key-duplicate programmes.csv:5 1 code " 104 "', { otherPath: P, otherLine: 2 }],
    ]);
  });

  test('may be several files, with each code once in all of them', async () => {
    const sound = { [P]: 'code;programme\n104;ETP\n', 'programmes-2.csv': 'code,program\nJOB,JOB\n' };
    expect(await problemsOf(sound)).toEqual([]);
    const { problems } = await readFiles({ ...sound, 'programmes-2.csv': 'code,program\n104,ETP\nJOB,JOB\n' });
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['key-duplicate programmes.csv:2 1 code "104"', { otherPath: 'programmes-2.csv', otherLine: 2 }],
    ]);
  });

  test.each([
    ['104;', 'cell-missing programmes.csv:2 2 programme ""'],
    [';ETP', 'cell-missing programmes.csv:2 1 code ""'],
    ['1\u041E4;ETP', 'key-look-alike programmes.csv:2 1 code "1\u041E4"'],
    ['104;ETP\u200B', 'hidden-character programmes.csv:2 2 programme "ETP\u200B"'],
    ['"10\n4";ETP', 'cell-line-break programmes.csv:2 1 code "10\\n4"'],
  ])('%j is refused', async (line, expected) => {
    expect(await problemsOf({ [P]: `code;programme\n${line}\nJOB;JOB\n` })).toEqual([expected]);
  });

  test('N21 has texts for codes, never numbers', async () => {
    const { tables, problems } = await readFiles({
      [P]: 'code;programme\n007;JOB\n1e3;ETP\n1,5;UGA\n',
      ...statistics('2022-01;007;Nord;10;1', '2022-01;1e3;Nord;10;1', '2022-01;1,5;Nord;10;1'),
    });
    expect(problems.map(brief)).toEqual([]);
    expect(tables.statistics.programmeCodes.map(({ code }) => code)).toEqual(['007', '1e3', '1,5']);
  });

  test('B12 may hold what every object has', async () => {
    const { tables, problems } = await readFiles({
      [P]: 'code;programme\n__proto__;constructor\nconstructor;constructor\nJOB;JOB\n',
      ...statistics('2022-01;__proto__;Nord;10;1'),
    });
    expect(problems.map(brief)).toEqual([]);
    expect(tables.statistics.programmeCodes).toEqual([{ code: '__proto__', name: 'constructor' }]);
  });

  test('knows the word for the nation as a code like any other', async () => {
    expect(await problemsOf({ [P]: 'code;programme\nSE;JOB\n', ...statistics('2022-01;SE;Nord;10;1') })).toEqual([]);
  });
});

describe('a table of regions', () => {
  test('maps offices and municipalities to regions', async () => {
    const { tables, problems } = await readFiles({
      [R]: 'Kod;Region;Namn\n1280;Syd;Malmö\n1281;Syd;Lund\n0680;Nord;\n',
      ...statistics(
        '2022-01;JOB;1280;10;1',
        '2022-01;JOB;1281;20;2',
        '2022-01;JOB;Nord;40;4',
        '2022-01;JOB;Riket;70;7',
      ),
      ...forecasts('2022-10-24;JOB;Syd;2023;2100;;'),
      ...schablons('JOB;0680;2022-01;;base_hours;a;1;;;'),
    });
    expect(problems.map(brief)).toEqual([]);
    expect(tables.statistics.regionCodes).toEqual([
      { code: '1280', name: 'Syd' },
      { code: '1281', name: 'Syd' },
      { code: 'Nord', name: 'Nord' },
    ]);
    expect(tables.forecasts[0]).toMatchObject({ regionCode: 'Syd', region: 'Syd' });
    expect(tables.schablons[0]?.region).toBe('Nord');
  });

  test('makes anything else unknown, in the statistics, too', async () => {
    const { problems } = await readFiles({
      [R]: 'code;region\n1280;Syd\n0680;Nord\n',
      ...statistics('2022-01;JOB;1281;10;1'),
      ...forecasts('2022-10-24;JOB;Norr;2023;2100;;'),
    });
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['code-unknown forecasts.csv:2 3 region "Norr"', { kind: 'region', near: ['Nord'], from: R }],
      ['code-unknown statistics.csv:2 3 region "1281"', { kind: 'region', near: ['1280'], from: R }],
    ]);
  });

  test.each([
    ['Riket;Nord', 'name-is-nation regions.csv:2 1 code "Riket"'],
    ['00;Nord', 'name-is-nation regions.csv:2 1 code "00"'],
    ['0680;SE', 'name-is-nation regions.csv:2 2 region "SE"'],
    ['0680;Hela riket', 'name-is-nation regions.csv:2 2 region "Hela riket"'],
    ['0680;', 'cell-missing regions.csv:2 2 region ""'],
  ])('has no nation in it: %s', async (line, expected) => {
    const files = { [R]: `code;region\n${line}\n1280;Syd\n`, ...statistics('2022-01;JOB;1280;10;1') };
    expect(await problemsOf(files)).toEqual([expected]);
  });

  test('knows regions that the statistics do not mention', async () => {
    const files = {
      [R]: 'code;region\n1280;Syd\n0680;Nord\n',
      ...statistics('2022-01;JOB;1280;10;1'),
      ...forecasts('2022-10-24;JOB;Nord;2023;2100;;'),
    };
    expect(await problemsOf(files)).toEqual([]);
  });
});
