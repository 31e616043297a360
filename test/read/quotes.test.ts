import { describe, expect, test } from 'vitest';
import type { Delimiter } from '../../src/read/delimiter.ts';
import { CELL_LIMIT, RECORD_LIMIT } from '../../src/read/limits.ts';
import { lineAfter, quotedRecordEnd, type RecordFault } from '../../src/read/quotes.ts';

const START = { at: 0, line: 1 };
const end = (text: string, width = 0, delimiter: Delimiter = ';') => quotedRecordEnd(text, START, delimiter, width);

describe('the end of a sound record', () => {
  test.each<[string, string, number, number]>([
    ['without marks', 'a;b\nc', 4, 2],
    ['at the end of the text', 'a;b', 3, 2],
    ['with marks', '"a";"b"\nc', 8, 2],
    ['with doubled marks', '"a""";""\nc', 9, 2],
    ['with line breaks within marks', '"a\n\nb";c\nd', 9, 4],
    ['with a delimiter within marks', '"a;b";c\nd', 8, 2],
    ['that is blank', '\na', 1, 2],
    ['whose last cell is blank', '"a";\nb', 5, 2],
    ['whose only cell is blank in marks', '""', 2, 2],
  ])('%s', (_, text, at, line) => {
    expect(end(text)).toEqual({ fault: null, next: { at, line } });
  });

  test('is found from where it starts', () => {
    expect(quotedRecordEnd('x"\n"a";b\nc', { at: 3, line: 7 }, ';', 0)).toEqual({
      fault: null,
      next: { at: 9, line: 8 },
    });
  });

  test.each<[string, string, number]>([
    ['that holds fewer delimiters than a record', '"a\nb;c";d;e\n', 3],
    ['in a table of one column', '"a\nb;c"\n', 1],
    ['while the width is not known', '"a\nb;c;d;e"\n', 0],
    ['on one line, with as many delimiters as there may be', '"a;b;c;d";e\n', 3],
  ])('S09 is not a runaway: a cell %s', (_, text, width) => {
    expect(end(text, width).fault).toBeNull();
  });
});

describe('a quotation mark that is not sound', () => {
  test.each<[string, string, RecordFault]>([
    ['S10 inside a cell', '1;2"3\n4;5', { code: 'quote-misplaced', line: 1, columnNumber: 2, value: '2"3', lines: 1 }],
    [
      'S10 inside a cell, up to the next delimiter',
      '1;2"3;4\n',
      { code: 'quote-misplaced', line: 1, columnNumber: 2, value: '2"3', lines: 1 },
    ],
    ['S10 behind a cell', '3;"4"x\n', { code: 'quote-misplaced', line: 1, columnNumber: 2, value: '"4"x', lines: 1 }],
    [
      'S10 behind a cell of two lines',
      '3;"4\n5"x;6\n',
      { code: 'quote-misplaced', line: 1, columnNumber: 2, value: '"4', lines: 2 },
    ],
    ['S10 a space before', '1; "2"', { code: 'quote-misplaced', line: 1, columnNumber: 2, value: ' "2"', lines: 1 }],
    ['S10 a space behind', '1;"2" ;3', { code: 'quote-misplaced', line: 1, columnNumber: 2, value: '"2" ', lines: 1 }],
    [
      'S11 escaped with a backslash',
      '1;"2\\"3"\n',
      { code: 'quote-misplaced', line: 1, columnNumber: 2, value: '"2\\"3"', lines: 1 },
    ],
    ['S08 never closed', '1;"2\n3;4', { code: 'quote-unclosed', line: 1, columnNumber: 2, value: '"2', lines: 1 }],
    [
      'S08 never closed behind a cell of two lines',
      '"a\nb";"c\nd',
      { code: 'quote-unclosed', line: 2, columnNumber: 2, value: '"c', lines: 1 },
    ],
    [
      'S08 never closed with doubled marks behind it',
      '"a""b\n""c',
      { code: 'quote-unclosed', line: 1, columnNumber: 1, value: '"a""b', lines: 1 },
    ],
    ['S08 at the very end', '1;"', { code: 'quote-unclosed', line: 1, columnNumber: 2, value: '"', lines: 1 }],
    [
      'S09 closed rows below',
      '1;"2\n3;4\n5;6"\n',
      { code: 'quote-runaway', line: 1, columnNumber: 2, value: '"2', lines: 3 },
    ],
  ])('%s', (_, text, fault) => {
    expect(end(text, 2).fault).toEqual(fault);
  });

  test.each<[string, number, { at: number; line: number }]>([
    ['1;2"3\n4;5', 2, { at: 6, line: 2 }],
    ['1;"2\n3;4', 2, { at: 5, line: 2 }],
    ['1;"2\n3;4\n5;6"\n7;8', 2, { at: 14, line: 4 }],
    ['3;"4\n5"x;6\n7', 0, { at: 11, line: 3 }],
    ['1;2"3', 2, { at: 5, line: 2 }],
  ])('in %j is left behind with its line', (text, width, next) => {
    expect(end(text, width).next).toEqual(next);
  });

  test('is shown with no more than two hundred characters', () => {
    expect(end(`1;2"${'x'.repeat(1000)}`).fault?.value).toBe(`2"${'x'.repeat(198)}`);
  });

  test('F05 a cell or a record beyond all sense is not shown', () => {
    const cell = `"${'x'.repeat(CELL_LIMIT)}"`;
    expect(end(`a;${cell}\nb`)).toEqual({
      fault: { code: 'cell-too-large', line: 1, columnNumber: 2, value: null, lines: 1 },
      next: { at: cell.length + 3, line: 2 },
    });
    const record = `${'"x";'.repeat(RECORD_LIMIT / 4)}"x";y\n`;
    expect(end(`${record}z`).fault).toEqual({
      code: 'record-too-large',
      line: 1,
      columnNumber: null,
      value: null,
      lines: 1,
    });
    expect(end(`${record}z`).next).toEqual({ at: record.length, line: 2 });
  });
});

describe('a cell of several lines with delimiters in it', () => {
  const faultOf = (text: string, width: number, delimiter: Delimiter = ';') => {
    const { fault } = quotedRecordEnd(text, START, delimiter, width);
    return fault === null ? null : [fault.code, fault.line, fault.columnNumber, fault.value, fault.lines];
  };

  test.each<[string, string, number]>([
    ['one with a space behind each, as in prose', '"a\nb; c; d";e\n', 2],
    ['one with a delimiter, in a record too wide', '"a\nb;c";d;e;f;g;h\n', 5],
    ['two, in a record of the right width', '"a\nb;c;d";e;f;g;h\ni', 5],
    ['two, in a record of the right width at the end of the text', '"a\nb;c;d";e;f;g;h', 5],
    ['two on one line, in a record too wide', '"b;c;d";e;f;g;h;i\n', 5],
  ])('S09 is sound with %s', (_, text, width) => {
    expect(faultOf(text, width)).toBeNull();
  });

  test.each<[string, string, number, unknown[]]>([
    ['too wide', 'x;"a\nb;c;d";e;f;g;h\n', 5, ['quote-runaway', 1, 2, '"a', 2]],
    ['too narrow', 'x;"a\nb;c;d";e\n', 5, ['quote-runaway', 1, 2, '"a', 2]],
    ['too wide, of two such cells the first', '"a\nb;c;d";"e\n;;";f;g;h;i', 5, ['quote-runaway', 1, 1, '"a', 2]],
    ['with some delimiters as in prose', '"a\nb; c;d;e; f";g', 3, ['quote-runaway', 1, 1, '"a', 2]],
  ])('S09 has taken in another in a record %s', (_, text, width, fault) => {
    expect(faultOf(text, width)).toEqual(fault);
  });

  test('S09 is left behind with the line on which it closes', () => {
    expect(end('x;"a\nb;c;d";e;f;g;h\ny', 5).next).toEqual({ at: 20, line: 3 });
  });
});

describe('a size', () => {
  const cellOf = (length: number): string => `"${'x'.repeat(length - 2)}"`;
  const AFTER = { at: 3, line: 2 };

  test('F05 of a cell is the limit at most, wherever it stands', () => {
    const text = (length: number): string => `ab\nc;${cellOf(length)};d\n`;
    expect(quotedRecordEnd(text(CELL_LIMIT), AFTER, ';', 3).fault).toBeNull();
    const { fault, next } = quotedRecordEnd(text(CELL_LIMIT + 1), AFTER, ';', 3);
    expect(fault).toEqual({ code: 'cell-too-large', line: 2, columnNumber: 2, value: null, lines: 1 });
    expect(next).toEqual({ at: text(CELL_LIMIT + 1).length, line: 3 });
  });

  test('F05 of a record is the limit at most, wherever it begins', () => {
    const text = (last: number): string => `ab\n${`${cellOf(CELL_LIMIT - 1)};`.repeat(3)}${cellOf(last)}\nz`;
    expect(text(CELL_LIMIT).length).toBe(RECORD_LIMIT + 5);
    expect(quotedRecordEnd(text(CELL_LIMIT), AFTER, ';', 4).fault).toBeNull();
    const five = text(CELL_LIMIT - 1).replace('\nz', ';"x"\nz');
    const { fault, next } = quotedRecordEnd(five, AFTER, ';', 5);
    expect(fault).toEqual({ code: 'record-too-large', line: 2, columnNumber: null, value: null, lines: 1 });
    expect(next).toEqual({ at: five.length - 1, line: 3 });
  });
});

test('the line below begins behind the next line break, or is the end', () => {
  expect(lineAfter('\nab', { at: 0, line: 4 })).toEqual({ at: 1, line: 5 });
  expect(lineAfter('ab\nc', { at: 1, line: 1 })).toEqual({ at: 3, line: 2 });
  expect(lineAfter('ab', { at: 1, line: 1 })).toEqual({ at: 2, line: 2 });
});
