import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORECASTS, SCHABLONS, STATISTICS } from '../../src/read/columns.ts';
import { findDialect, readHeader } from '../../src/read/header.ts';
import { DELIMITERS } from '../../src/read/records.ts';
import { brief } from './reading.ts';

const HEADER = ['month', 'programme', 'region', 'decisions', 'new_decisions'];

describe('the dialect', () => {
  test.each(DELIMITERS)('is found under %j', (delimiter) => {
    expect(findDialect(`${HEADER.join(delimiter)}\n`, STATISTICS)).toEqual({ delimiter, headerLine: 1, isFound: true });
  });

  test('is found by the columns, not by the most frequent character', () => {
    const text = 'month;programme;decisions;new_decisions;a,b,c,d,e,f,g\n1,2,3,4,5,6,7,8,9\n';
    expect(findDialect(text, STATISTICS)).toMatchObject({ delimiter: ';', isFound: true });
  });

  test('is found where the names stand in quotation marks', () => {
    const text = `${HEADER.map((name) => `"${name}"`).join(',')}\n`;
    expect(findDialect(text, STATISTICS)).toMatchObject({ delimiter: ',', isFound: true });
  });

  test('is found without columns that may be absent, and with those of a row that needs one of them', () => {
    expect(findDialect('program;månad;beslut;nya_beslut', STATISTICS).isFound).toBe(true);
    expect(findDialect('publicerad;program;år;utgift_mkr', FORECASTS).isFound).toBe(true);
    expect(findDialect('publicerad;program;år;källa', FORECASTS).isFound).toBe(false);
  });

  test.each([0, 1, 19, 20])('is found below %i lines of title', (lines) => {
    const text = `${'Statistik, uttagen 2023;\n'.repeat(lines)}${HEADER.join('\t')}\n`;
    expect(findDialect(text, STATISTICS)).toEqual({ delimiter: '\t', headerLine: lines + 1, isFound: true });
  });

  test('is not looked for below twenty lines of title', () => {
    const text = `${'Statistik\n'.repeat(21)}${HEADER.join(';')}\n`;
    expect(findDialect(text, STATISTICS).isFound).toBe(false);
  });

  test('below blank lines counts physical lines', () => {
    expect(findDialect(`\n\n${HEADER.join(';')}\n`, STATISTICS).headerLine).toBe(3);
  });

  test.each(['sep=;', '"sep=;"', 'SEP=;', '\uFEFFsep=;'])('S02 is found below %j', (first) => {
    expect(findDialect(`${first}\n${HEADER.join(';')}`, STATISTICS)).toEqual({
      delimiter: ';',
      headerLine: 2,
      isFound: true,
    });
  });

  test('that is not found is that of the line with the most columns, for the message', () => {
    const text = 'Beslut 2022\nprogram;beslut\nmonth,programme,region\nx;y\n';
    expect(findDialect(text, STATISTICS)).toEqual({ delimiter: ',', headerLine: 3, isFound: false });
    expect(findDialect('Titel;x\nprogram', STATISTICS)).toEqual({ delimiter: ';', headerLine: 2, isFound: false });
    expect(findDialect('x\ty', STATISTICS)).toEqual({ delimiter: ';', headerLine: 1, isFound: false });
  });
});

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
        ignored: [],
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

  test('S17 has no blank name between others', () => {
    expect(header('month', '', 'programme', ' ', 'decisions', 'new_decisions').problems.map(brief)).toEqual([
      'header-blank a.csv:7 2  ""',
      'header-blank a.csv:7 4  ""',
    ]);
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
