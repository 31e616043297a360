import { describe, expect, test } from 'vitest';
import { rowAboveHeader } from '../../src/read/above-header.ts';
import { PROGRAMMES, SCHABLONS, STATISTICS, type TableSpec } from '../../src/read/columns.ts';
import { findDialect } from '../../src/read/dialect.ts';

const above = (text: string, spec: TableSpec = STATISTICS): Promise<number | null> =>
  rowAboveHeader(text, findDialect(text, spec), spec);
const HEADER = 'month;programme;region;decisions;new_decisions\n';

describe('S21 a row above the header', () => {
  test.each<[string, string, number]>([
    ['at once', '2022-01;JOB;Nord;1;1\n', 1],
    ['the first of several', 'Titel\n\n2022-01;JOB;Nord;1;1\n2022-02;JOB;Nord;1;1\n', 3],
    ['without what may be blank', 'januari 2022;JOB;;1;1\n', 1],
    ['in marks', 'Titel\n"2022-01";"JOB";"No\nrd";"1";"1"\n', 2],
    ['with what is no number', '2022-01;JOB;Nord;x;..\n', 1],
    ['in marks, without its last cell', '"2022-01";"JOB";"Mitt";"400";""\n', 1],
    ['with a month that is none', 'jan-22;JOB;Nord;12;1\n', 1],
    ['under another delimiter', 'Titel\n2022-01,JOB,Nord,12,1\n', 2],
    ['the header of another table', 'published,programme,period,decisions\n', 1],
  ])('is one: %s', async (_, text, line) => {
    expect(await above(text + HEADER)).toBe(line);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['a title', 'Beslutsstatistik 2022\n'],
    ['a title that holds the delimiter', 'Beslutsstatistik; uttag 2023-01-12;;;\n'],
    ['a title in every column', 'Beslut;per;månad;och;program\n'],
    ['a date and a name', '2022-01;JOB;;;\n'],
    ['the line of the delimiter', 'sep=;\n'],
    ['blank lines', '\n;;;;\n\n'],
    ['a mark that is not sound', 'Titel "2022\n'],
    ['prose with commas', 'Beslut per månad, program och region, uttag ur lagret, 12 januari 2023, AF\n'],
    ['programmes and years in prose', 'Beslutsstatistik för JOB, ETP, UGA, 2019–2022\n'],
    ['three words and a date', 'Utgiftsprognos;publicerad;2022-10-28;;\n'],
  ])('is none: %s', async (_, text) => {
    expect(await above(text + HEADER)).toBeNull();
  });

  test('is looked for by the order of the columns', async () => {
    const header = 'new_decisions,decisions,programme,month\n';
    expect(await above(`1,1,JOB,2022-01\n${header}`)).toBe(1);
    // In another order it is a line of as many cells with digits, and no title either.
    expect(await above(`2022-01,1,1,JOB\n${header}`)).toBe(1);
  });

  test('is not looked for where no header was found', async () => {
    expect(await above('x\n2022-01;JOB;Nord;1;1\nmonth;programme\n')).toBeNull();
  });

  test('of schablons may lack its work step, as one of a share does', async () => {
    const header = 'programme;valid_from;measure;step;value\n';
    expect(await above(`JOB;2022-01;collaboration_share;;0,3\n${header}`, SCHABLONS)).toBe(1);
  });

  test('of words is one with a word in every column', async () => {
    expect(await above('104;ETP\ncode;programme\n105;ETP\n', PROGRAMMES)).toBe(1);
    expect(await above('Program 2023;\ncode;programme\n', PROGRAMMES)).toBeNull();
  });
});

describe('S21 what stands above the header', () => {
  test('is no title where it is of more than a hundred thousand letters', async () => {
    const title = (length: number): string => `${'x'.repeat(length - 1)}\n`;
    expect(await above(title(100_000) + HEADER)).toBeNull();
    expect(await above(title(100_001) + HEADER)).toBe(1);
  });

  test('is looked at only above it: what follows is rows', async () => {
    expect(await above(`Titel\n${HEADER}2022-01;JOB;Nord;1;1\n2022,1,2,3,4\n`)).toBeNull();
  });

  test('goes on behind a mark that is not sound', async () => {
    expect(await above(`Titel "2022\n2022-01;JOB;Nord;1;1\n${HEADER}`)).toBe(2);
  });

  test.each<[string, number | null]>([
    ['2023;ETP\n', 1],
    [' 1;ETP\n', 1],
    ['ETP;2023\n', 1],
    ['Program;ETP\n', null],
    ['Program v2;x\n', null],
  ])('of words is a row where a cell of it begins with a digit: %j', async (text, line) => {
    expect(await above(`${text}code;programme\n105;ETP\n`, PROGRAMMES)).toBe(line);
  });

  test.each<[string, number | null]>([
    ['JOB,Nord,12,1 200\n', 1],
    ['JOB,Nord,12,x\n', null],
    ['JOB,Nord,x12,12x\n', null],
    ['JOB,12,1\n', null],
    ['"JOB","Nord","12","-1.5"\n', 1],
    ['JOB\t2\t3\tx\n', 1],
  ])('under another delimiter is a row where two cells of four are numbers: %j', async (text, line) => {
    expect(await above(text + HEADER)).toBe(line);
  });
});
