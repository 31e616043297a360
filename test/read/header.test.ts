import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORECASTS, SCHABLONS, STATISTICS } from '../../src/read/columns.ts';
import { missingColumns, namesOf, readHeader } from '../../src/read/header.ts';
import { COLUMN_LIMIT } from '../../src/read/limits.ts';
import { brief } from './reading.ts';

const HEADER = ['month', 'programme', 'region', 'decisions', 'new_decisions'];

describe('the header', () => {
  const header = (...cells: string[]) => readHeader(cells, STATISTICS, 'a.csv', 7);
  const places = (...cells: string[]) =>
    Object.fromEntries(Object.entries(header(...cells).header.index).filter(([, place]) => place >= 0));

  test('has each column in its place, and −1 for those that are absent', () => {
    expect(header(...HEADER)).toEqual({
      header: {
        index: {
          month: 0,
          programme: 1,
          region: 2,
          decisions: 3,
          new_decisions: 4,
          expenditure: -1,
          collaboration_cases: -1,
          base_hours: -1,
          collaboration_hours: -1,
          published: -1,
        },
        names: HEADER,
        required: new Set([0, 1, 3, 4]),
        ignored: [],
        nameless: [],
      },
      problems: [],
    });
  });

  test.each([
    ['Swedish', ['månad', 'program', 'beslut', 'nya_beslut']],
    ['S14 capitals', ['MÅNAD', 'PROGRAM', 'BESLUT', 'NYA_BESLUT']],
    ['S14 spaces around and within', [' Månad ', 'program\u00A0', '\tbeslut', 'nya beslut']],
    ['S14 a hyphen, a no-break space', ['månad', 'program', 'beslut', 'nya-\u00A0beslut']],
    ['S14 decomposed letters', ['ma\u030Anad', 'program', 'beslut', 'nya_beslut']],
    ['both languages', ['månad', 'programme', 'beslut', 'New Decisions']],
  ])('is understood in %s', (_, cells) => {
    expect(places(...cells)).toEqual({ month: 0, programme: 1, decisions: 2, new_decisions: 3 });
    expect(header(...cells).problems).toEqual([]);
  });

  test('is understood in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(HEADER, { minLength: HEADER.length }), (cells) => {
        expect(places(...cells)).toEqual(Object.fromEntries(cells.map((name, place) => [name, place])));
      }),
    );
  });

  test('keeps the names as written, trimmed, without blank ones at the end', () => {
    expect(header(' Month', 'programme ', 'decisions', 'new_decisions', '', ' ').header.names).toEqual([
      'Month',
      'programme',
      'decisions',
      'new_decisions',
    ]);
  });

  test('S15 leaves unknown columns aside, and names them', () => {
    const { header: read, problems } = header(...HEADER, 'Kommentar', 'handläggare');
    expect(read.ignored).toEqual(['Kommentar', 'handläggare']);
    expect(problems).toEqual([]);
  });

  test.each([
    ['desicions', 'decisions'],
    ['Publiserad', 'publicerad'],
    ['expenditur', 'expenditure'],
    ['samverkansarenden', 'samverkansärenden'],
    ['base hour', 'base_hours'],
  ])('S15 takes %s for a slip', (name, meant) => {
    const cells = HEADER.filter((each) => each !== 'decisions' || meant !== 'decisions');
    const { problems } = header(...cells, name);
    expect(problems[0]).toMatchObject({
      code: 'header-misspelt',
      line: 7,
      column: name,
      value: name,
      facts: { meant },
    });
    expect(problems[0]?.columnNumber).toBe(cells.length + 1);
  });

  test('S15 takes a name for no slip of a column that is there', () => {
    const { header: read, problems } = header(...HEADER, 'regions', 'decision');
    expect(problems).toEqual([]);
    expect(read.ignored).toEqual(['regions', 'decision']);
  });

  test('S13 has no column twice, whichever its names', () => {
    expect(header(...HEADER, 'Beslut', 'month').problems.map(brief)).toEqual([
      'header-duplicate a.csv:7 6 Beslut "Beslut"',
      'header-duplicate a.csv:7 7 month "month"',
    ]);
    expect(header(...HEADER, 'Beslut').problems[0]?.facts).toEqual({ first: 'decisions', firstNumber: 4 });
  });

  test('S16 lists what is missing and what was found', () => {
    const { problems } = readHeader(['program', 'region'], FORECASTS, 'a.csv', 1);
    expect(problems.map(brief)).toEqual(['header-missing a.csv:1']);
    expect(problems[0]?.facts).toEqual({
      missing: [
        'published',
        'period',
        'decisions_per_month | decisions | expenditure | expenditure_tkr | expenditure_mkr',
      ],
      found: ['program', 'region'],
    });
  });

  test('S17 may have blank names between others, which must have nothing under them', () => {
    const { header: read, problems } = header('month', '', 'programme', ' ', 'decisions', 'new_decisions', '');
    expect(problems).toEqual([]);
    expect(read.nameless).toEqual([1, 3]);
    expect(read.ignored).toEqual([]);
  });

  test('S22 has a line break within a name for a space', () => {
    const { header: read, problems } = header('month', 'programme', 'decisions', 'new\ndecisions', 'a\nb');
    expect(problems).toEqual([]);
    expect(read.index.new_decisions).toBe(3);
    expect(read.names).toEqual(['month', 'programme', 'decisions', 'new decisions', 'a b']);
    expect(read.ignored).toEqual(['a b']);
  });

  test.each([
    ['nya beslut (antal)', 'nya_beslut'],
    ['nya beslut(st)', 'nya_beslut'],
    ['New decisions (number)', 'new_decisions'],
    ['nya_beslut*', 'nya_beslut'],
    ['nya beslut ¹', 'nya_beslut'],
  ])('S14 S15 takes %s for a known one with an addition, and says which', (name, meant) => {
    const { problems } = header('month', 'programme', 'decisions', name);
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      [`header-misspelt a.csv:7 4 ${name} ${JSON.stringify(name)}`, { meant }],
    ]);
  });

  test.each([
    ['Område', 'region', ['månad', 'program', 'beslut', 'nya_beslut']],
    ['area', 'region', ['month', 'programme', 'decisions', 'new_decisions']],
    ['Publiceringsdatum', 'publicerad', ['månad', 'program', 'beslut', 'nya_beslut']],
    ['Antal nya beslut', 'nya_beslut', ['månad', 'program', 'beslut']],
  ])('S15 takes %s for another word for %s, which is said once', (name, meant, others) => {
    const { problems } = header(...others, name);
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      [`header-misspelt a.csv:7 ${others.length + 1} ${name} ${JSON.stringify(name)}`, { meant }],
    ]);
    expect(header('month', 'programme', 'region', 'decisions', 'new_decisions', 'published', name).problems).toEqual(
      [],
    );
  });

  test('E09 with garbled names says so, and not which ones are missing', () => {
    const { problems } = header('mÃ¥nad', 'program', 'beslut', 'nya beslut', 'samverkansÃ¤renden');
    expect(problems.map(brief)).toEqual([
      'text-garbled a.csv:7 1 mÃ¥nad "mÃ¥nad"',
      'text-garbled a.csv:7 5 samverkansÃ¤renden "samverkansÃ¤renden"',
    ]);
  });

  test.each([
    ['|', 'month|programme|decisions|new_decisions'],
    [':', 'month:programme:region:decisions:new_decisions'],
    ['^', 'month^programme^decisions^new_decisions'],
    ['~', 'månad~program~beslut~nya_beslut'],
    ['  ', 'month  programme  decisions  new_decisions'],
    [' ', 'month programme decisions new_decisions'],
    ['|', '"month"|"programme"|"decisions"|"new_decisions"'],
  ])('S04 set apart by %j is of no table', (delimiter, line) => {
    const { problems } = header(line);
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([['delimiter-unknown a.csv:7', { delimiter }]]);
  });

  test('S04 of one column, set apart by nothing, lists what was found and what is missing', () => {
    const { problems } = header('Beslutsstatistik');
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      [
        'header-missing a.csv:7',
        { missing: ['month', 'programme', 'decisions', 'new_decisions'], found: ['Beslutsstatistik'] },
      ],
    ]);
  });

  test.each([
    ['2022-01', 'JOB', 'Nord', '1200', '120'],
    ['JOB', 'Nord', '"2022-01"', '1200'],
    ['1', '2'],
  ])('S20 of data such as %s is none', (...cells) => {
    const { problems } = header(...cells);
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['header-absent a.csv:7', { required: ['month', 'programme', 'decisions', 'new_decisions'] }],
    ]);
  });

  test('S20 with a known name is no row of data', () => {
    expect(header('month', '1200').problems.map(({ code }) => code)).toEqual(['header-missing']);
  });

  test('F07 has a thousand columns at most', () => {
    const more = (count: number): string[] => Array.from({ length: count }, (_, at) => `x${at}`);
    expect(header(...HEADER, ...more(COLUMN_LIMIT - 5)).problems).toEqual([]);
    expect(header(...HEADER, ...more(COLUMN_LIMIT - 5), '', ' ').problems).toEqual([]);
    const { problems } = header(...HEADER, ...more(COLUMN_LIMIT - 4));
    expect(problems.map((each) => [brief(each), each.facts])).toEqual([
      ['columns-too-many a.csv:7', { limit: 1000, found: 1001 }],
    ]);
    const start = performance.now();
    expect(header(...HEADER, ...more(100_000)).problems.map(({ code }) => code)).toEqual(['columns-too-many']);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('F07 with more columns than the limit has none, and with as many has all', () => {
    const wide = (count: number): string[] => [...HEADER, ...Array<string>(count - 6).fill(''), 'x'];
    expect(header(...wide(COLUMN_LIMIT)).problems).toEqual([]);
    expect(header(...wide(COLUMN_LIMIT)).header.names.length).toBe(COLUMN_LIMIT);
    const { header: read, problems } = header(...wide(COLUMN_LIMIT + 1));
    expect(problems.map(({ code }) => code)).toEqual(['columns-too-many']);
    expect(Object.values(read.index).every((place) => place === -1)).toBe(true);
    expect(read).toMatchObject({ names: [], required: new Set(), ignored: [], nameless: [] });
  });

  test.each(['deci-\nsions', 'deci- \nsions', 'deci-\n sions', 'deci- \n\n sions'])(
    'S22 has a name that is parted at the end of its line, as %j, for the whole word',
    (name) => {
      const { header: read, problems } = header('month', 'programme', name, 'new_decisions');
      expect(problems).toEqual([]);
      expect(read.index.decisions).toBe(2);
    },
  );

  test('S22 has a hyphen at the end of a line for a space where two words are meant', () => {
    const { header: read, problems } = header('month', 'programme', 'decisions', 'new-\ndecisions');
    expect(problems).toEqual([]);
    expect(read.index.new_decisions).toBe(3);
  });

  test('S22 shows a misspelt name of two lines on one', () => {
    const { problems } = header('month', 'programme', 'decisions', ' new\ndecisiosn');
    expect(problems.map(brief)).toEqual([`header-misspelt a.csv:7 4 new decisiosn " new decisiosn"`]);
  });

  test.each([
    [['month', 'programme', 'region', 'decisions', 'New Decisions', 'publication date'], 'published'],
    [['month', 'programme', 'region', 'decisions', 'nya beslut', 'publication date'], 'publicerad'],
    [['comment', 'month', 'programme', 'new decisions', 'antal'], 'decisions'],
    [['kommentar', 'month', 'program', 'new decisions', 'antal'], 'beslut'],
  ])('S15 of %j names the column that is meant in its language: %s', (cells, meant) => {
    expect(header(...cells).problems.map((each) => [each.code, each.facts])).toEqual([['header-misspelt', { meant }]]);
  });

  test('S15 with a column that will do takes no name for a slip of another that would', () => {
    const read = (...cells: string[]) =>
      readHeader(['published', 'programme', ...cells], FORECASTS, 'a.csv', 1).problems.map((each) => each.facts);
    expect(read('period', 'decisions', 'expenditurr')).toEqual([]);
    expect(read('period', 'expenditurr')).toEqual([{ meant: 'expenditure' }]);
    expect(read('decisions', 'perriod')).toEqual([{ meant: 'period' }]);
    expect(read('period', 'decisions', 'lowr')).toEqual([{ meant: 'low' }]);
    expect(read('period', 'decisions', 'regoin')).toEqual([{ meant: 'region' }]);
  });

  test('S15 S16 with one name misspelt and another missing says both', () => {
    expect(header('month', 'programme', 'desicions').problems.map((each) => [each.code, each.facts])).toEqual([
      ['header-misspelt', { meant: 'decisions' }],
      ['header-missing', { missing: ['new_decisions'], found: ['month', 'programme', 'desicions'] }],
    ]);
  });

  test.each([['Q1', 'Q2'], ['år 2022'], ['x"1']])(
    'S20 of words with a digit such as %s is no row of data',
    (...cells) => {
      expect(header(...cells).problems.map(({ code }) => code)).toEqual(['header-missing']);
    },
  );

  test('S16 names thirty of the columns found at most', () => {
    const names = Array.from({ length: 31 }, (_, at) => `kolumn nummer ${at}`);
    const { problems } = header(...names);
    expect(problems.map(({ facts }) => facts)).toMatchObject([{ found: names.slice(0, 30) }]);
  });

  test('S04 looks for another delimiter only in a header of one cell', () => {
    expect(header('month|programme|decisions|new_decisions', 'x').problems.map(({ code }) => code)).toEqual([
      'header-missing',
    ]);
  });

  test.each(['new(antal) decisions', '****new decisions'])('S15 takes no addition from within a name: %s', (name) => {
    const { header: read, problems } = header('month', 'programme', 'decisions', name);
    expect(read.ignored).toEqual([name]);
    expect(problems.map(({ code }) => code)).toEqual(['header-missing']);
  });

  test('S15 takes any number of footnote marks for an addition', () => {
    const { problems } = header('month', 'programme', 'decisions', 'new decisions¹²³***');
    expect(problems.map(({ facts }) => facts)).toEqual([{ meant: 'new_decisions' }]);
  });

  test.each(['t.o.m.', 't o m', 'giltig t. o. m.', 'T.O.M'])('S15 takes %s for the last month', (name) => {
    const cells = ['program', 'giltig_från', 'mått', 'arbetsmoment', 'värde', name];
    const { problems } = readHeader(cells, SCHABLONS, 'a.csv', 1);
    expect(problems.map(({ facts }) => facts)).toEqual([{ meant: 'giltig_till' }]);
  });

  test('B12 takes names that every object has for unknown columns', () => {
    const { header: read, problems } = header(...HEADER, '__proto__', 'constructor', 'toString', 'hasOwnProperty');
    expect(problems).toEqual([]);
    expect(read.ignored).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
    expect(({} as Record<string, unknown>)['month']).toBeUndefined();
  });

  test('of schablons has its own columns', () => {
    const cells = ['program', 'giltig_från', 'giltig till', 'MÅTT', 'arbetsmoment', 'värde', 'låg', 'hög', 'prioritet'];
    const { header: read, problems } = readHeader(cells, SCHABLONS, 'a.csv', 1);
    expect(problems).toEqual([]);
    expect(read.index).toMatchObject({
      programme: 0,
      region: -1,
      valid_from: 1,
      valid_to: 2,
      measure: 3,
      step: 4,
      value: 5,
      low: 6,
      high: 7,
      priority: 8,
    });
  });
});

describe('the names of columns', () => {
  test('S14 lead to one key each, in every spelling of it', () => {
    const names = namesOf(STATISTICS);
    expect(names.get('nya beslut')).toBe('new_decisions');
    expect(names.get('new decisions')).toBe('new_decisions');
    expect(names.get('new_decisions')).toBeUndefined();
    expect(names.get('__proto__')).toBeUndefined();
  });

  test('are told of a table that was not seen before, and once they are, again', () => {
    const spec = { ...STATISTICS };
    const names = namesOf(spec);
    expect([...names]).toEqual([...namesOf(STATISTICS)]);
    expect(names.get('beslut')).toBe('decisions');
    expect(namesOf(spec)).toBe(names);
  });

  test('S16 that are missing are those required, and one of those that do for each other', () => {
    expect(missingColumns(FORECASTS, new Set(['published', 'programme', 'period', 'expenditure']))).toEqual([]);
    expect(missingColumns(STATISTICS, new Set(['month', 'decisions']))).toEqual(['programme', 'new_decisions']);
  });
});
