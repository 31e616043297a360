import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORECASTS, PROGRAMMES, STATISTICS } from '../../src/read/columns.ts';
import { DELIMITERS } from '../../src/read/delimiter.ts';
import { findDialect } from '../../src/read/dialect.ts';
import { RECORD_LIMIT } from '../../src/read/limits.ts';

const HEADER = ['month', 'programme', 'region', 'decisions', 'new_decisions'];
const line = (text: string): number => findDialect(text, STATISTICS).header.line;

describe('the dialect', () => {
  test.each(DELIMITERS)('S01 is found under %j', (delimiter) => {
    expect(findDialect(`${HEADER.join(delimiter)}\n`, STATISTICS)).toEqual({
      delimiter,
      header: { at: 0, line: 1 },
      width: 5,
      isFound: true,
      saidDelimiter: null,
    });
  });

  test('S05 is found by the columns, not by the most frequent character', () => {
    const text = 'month;programme;decisions;new_decisions;a,b,c,d,e,f,g\n1,2,3,4,5,6,7,8,9\n';
    expect(findDialect(text, STATISTICS)).toMatchObject({ delimiter: ';', width: 5, isFound: true });
  });

  test('S05 under two delimiters is the one that all columns are found under, or the first of both', () => {
    const rest = 'programme,decisions,new_decisions';
    expect(findDialect(`a;x,month,${rest}`, STATISTICS)).toMatchObject({ delimiter: ',', isFound: true });
    const both = `month;programme;decisions;new_decisions;x,month,${rest}`;
    expect(findDialect(both, STATISTICS)).toMatchObject({ delimiter: ';', width: 5, isFound: true });
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

  test.each([0, 1, 19, 20])('S21 is found below %i lines of title', (lines) => {
    const title = 'Statistik, uttagen 2023;\n'.repeat(lines);
    expect(findDialect(`${title}${HEADER.join('\t')}\n`, STATISTICS)).toMatchObject({
      delimiter: '\t',
      header: { at: title.length, line: lines + 1 },
      isFound: true,
    });
  });

  test('S21 is not looked for below twenty lines of title', () => {
    const text = `${'Statistik\n'.repeat(21)}${HEADER.join(';')}\n`;
    expect(findDialect(text, STATISTICS).isFound).toBe(false);
  });

  test('below blank lines counts physical lines', () => {
    expect(line(`\n\n${HEADER.join(';')}\n`)).toBe(3);
  });

  test('S20 S04 that is not found is that of the line with the most columns, for the message', () => {
    const text = 'Beslut 2022\nprogram;beslut\nmonth,programme,region\nx;y\n';
    expect(findDialect(text, STATISTICS)).toMatchObject({
      delimiter: ',',
      header: { at: 27, line: 3 },
      isFound: false,
    });
    expect(findDialect('Titel;x\nprogram', STATISTICS)).toMatchObject({ delimiter: ';', header: { line: 2 } });
    expect(findDialect('x\ty', STATISTICS)).toMatchObject({ delimiter: ';', header: { line: 1 }, isFound: false });
  });

  test('S22 is found where names are broken over lines, as a spreadsheet program breaks long ones', () => {
    const text = 'Titel\nmånad;program;beslut;"nya\nbeslut";"sam\n\nverkan"\n2022-01;JOB;1;1;\n';
    expect(findDialect(text, STATISTICS)).toMatchObject({
      delimiter: ';',
      header: { at: 6, line: 2 },
      width: 5,
      isFound: true,
    });
  });

  test('S22 is not looked for in names of more than six lines', () => {
    const text = (breaks: number): string => `månad;program;beslut;"nya${'\n'.repeat(breaks)}beslut"\n`;
    expect(findDialect(text(5), STATISTICS).isFound).toBe(true);
    expect(findDialect(text(6), STATISTICS).isFound).toBe(false);
  });

  test('S08 is not found over a quotation mark that is never closed', () => {
    expect(findDialect('"månad;program\n;beslut;nya_beslut\n', STATISTICS).isFound).toBe(false);
  });
});

describe('S02 the line that names the delimiter', () => {
  test.each([
    ['sep=;', ';'],
    ['"sep=;"', ';'],
    ['SEP=;', ';'],
    ['sep=,', ','],
    ['sep=\t', '\t'],
    ['SEP=\\t', '\t'],
    ['sep=|', '|'],
    ['sep=;;;;;', ';'],
    ['"sep=,",,', ','],
  ])('%j says %j', (first, delimiter) => {
    expect(findDialect(`${first}\n${HEADER.join(';')}`, STATISTICS)).toEqual({
      delimiter: ';',
      header: { at: first.length + 1, line: 2 },
      width: 5,
      isFound: true,
      saidDelimiter: delimiter,
    });
  });

  test.each(['sep=', 'sep=; och mer', 'separator;x', ' sep=;', 'x;sep=;'])('is not %j', (first) => {
    expect(findDialect(`${first}\n${HEADER.join(';')}`, STATISTICS)).toMatchObject({
      header: { line: 2 },
      saidDelimiter: null,
    });
  });

  test('may be all there is', () => {
    expect(findDialect('sep=;', PROGRAMMES)).toMatchObject({ isFound: false, saidDelimiter: ';' });
  });

  test('stands first or not at all', () => {
    expect(findDialect(`Titel\nsep=;\n${HEADER.join(';')}`, STATISTICS)).toMatchObject({
      header: { line: 3 },
      saidDelimiter: null,
    });
  });
});

describe('whatever the text', () => {
  test('the header begins a line of it', () => {
    const unit = fc.constantFrom('month', 'programme', ';', ',', '\n', '"', 'decisions', 'new_decisions', 'sep=;');
    fc.assert(
      fc.property(fc.string({ unit }), (start) => {
        const text = `${start}\n`;
        const { header } = findDialect(text, STATISTICS);
        expect(header.at === 0 || text[header.at - 1] === '\n').toBe(true);
        expect(text.slice(0, header.at).split('\n').length).toBe(header.line);
      }),
    );
  });

  test.each<[string, string]>([
    ['a line longer than a record may be', `${'x;'.repeat(RECORD_LIMIT)}\n${HEADER.join(';')}`],
    ['lines of quotation marks', '"\n'.repeat(500_000)],
    ['one line of quotation marks', '"'.repeat(1_000_000)],
    ['lines of delimiters', `${';'.repeat(50_000)}\n`.repeat(21)],
    ['no line at all', 'x'.repeat(10_000_000)],
  ])('F28 it takes no time: %s', (_, text) => {
    const start = performance.now();
    findDialect(text, STATISTICS);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('F05 a line longer than a record may be is a line of title', () => {
    expect(line(`${'x'.repeat(RECORD_LIMIT + 1)}\n${HEADER.join(';')}`)).toBe(2);
  });
});
