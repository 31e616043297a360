import { describe, expect, test } from 'vitest';
import { isNation, type KeyReading, Keys, nameOf, variantKey } from '../../src/read/keys.ts';

const fault = (reading: KeyReading): string | null => ('fault' in reading ? reading.fault.code : null);
const facts = (reading: KeyReading): object | null => ('fault' in reading ? reading.fault.facts : null);

describe('the nation', () => {
  test.each([
    '',
    ' ',
    '\u00A0',
    'Riket',
    'riket',
    'RIKET',
    ' Riket ',
    'Hela riket',
    'hela_riket',
    '00 Riket',
    'SE',
    'se',
    '00',
  ])('is %j', (cell) => {
    expect(isNation(cell)).toBe(true);
    expect(new Keys('region').readRegion(cell, 'a.csv', 2)).toEqual({ key: null });
  });

  test.each(['0', '000', '0000', 'Sverige', 'Rike', 'Norra riket', 'SEK', '-'])('is not %j', (cell) => {
    expect(isNation(cell)).toBe(false);
  });

  test('is no programme', () => {
    expect(new Keys('programme').read('SE', 'a.csv', 2)).toEqual({ key: { code: 'SE', name: 'SE' } });
    expect(fault(new Keys('programme').read(' ', 'a.csv', 2))).toBe('cell-missing');
  });

  test('is null as a region’s name', () => {
    expect(nameOf(null)).toBeNull();
    expect(nameOf({ code: '0680', name: 'Nord' })).toBe('Nord');
  });
});

describe('keys without a table of codes', () => {
  test('stand for themselves, trimmed', () => {
    const keys = new Keys('programme');
    expect(keys.read(' JOB\u00A0', 'a.csv', 2)).toEqual({ key: { code: 'JOB', name: 'JOB' } });
    expect(keys.read('JOB', 'a.csv', 3)).toEqual({ key: { code: 'JOB', name: 'JOB' } });
    expect([...keys.names]).toEqual(['JOB']);
  });

  test('B11 are the same in composed and decomposed letters', () => {
    const keys = new Keys('region');
    expect(keys.readRegion('\u00D6rebro', 'a.csv', 2)).toEqual(keys.readRegion('O\u0308rebro', 'a.csv', 3));
    expect([...keys.names]).toEqual(['\u00D6rebro']);
  });

  test.each(['syd', 'SYD', 'S yd', 'Sy\u00A0\u202Fd'])('B15 %j differs from Syd only in case or space', (cell) => {
    const keys = new Keys('region');
    keys.readRegion('Syd', 'a.csv', 2);
    expect(keys.readRegion(cell, 'b.csv', 9)).toEqual({
      fault: { code: 'key-variant', facts: { other: 'Syd', otherPath: 'a.csv', otherLine: 2 } },
    });
  });

  test('B11 a double space makes a variant, and a no-break space is a space', () => {
    const keys = new Keys('region');
    keys.readRegion('Norra Norrland', 'a.csv', 2);
    for (const cell of ['Norra  Norrland', 'NorraNorrland', 'norra norrland']) {
      expect(fault(keys.readRegion(cell, 'a.csv', 3))).toBe('key-variant');
    }
    expect(fault(keys.readRegion('Norra Norrland', 'a.csv', 4))).toBeNull();
    expect(fault(keys.readRegion('Norra\u00A0Norrland', 'a.csv', 5))).toBeNull();
    expect(keys.names.size).toBe(1);
  });

  test('are not variants where a letter differs', () => {
    const keys = new Keys('region');
    for (const cell of ['Ost', 'Öst', 'Väst', 'Vast']) expect(fault(keys.readRegion(cell, 'a.csv', 2))).toBeNull();
    expect(keys.names.size).toBe(4);
  });

  test.each(['Summa', 'SUMMA', 'Totalt', 'Total', 'Samtliga', ' summa  totalt ', 'sum', 'Totalsumma', 'Grand Total'])(
    'S23 %s is a row of sums',
    (cell) => {
      expect(fault(new Keys('region').readRegion(cell, 'a.csv', 2))).toBe('row-total');
      expect(fault(new Keys('programme').read(cell, 'a.csv', 2))).toBe('row-total');
    },
  );

  test('B12 may be called like what every object has', () => {
    const keys = new Keys('programme');
    const codes = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '10', '2'];
    for (const code of codes) expect(keys.read(code, 'a.csv', 2)).toEqual({ key: { code, name: code } });
    expect([...keys.names]).toEqual(codes);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('are unknown from where the kind is closed, if no table had them before', () => {
    const keys = new Keys('region');
    keys.readRegion('Syd', 'statistics.csv', 2);
    keys.close('statistics.csv');
    expect(fault(keys.readRegion('Syd', 'b.csv', 2))).toBeNull();
    expect(fault(keys.readRegion('Riket', 'b.csv', 3))).toBeNull();
    expect(facts(keys.readRegion('Sydd', 'b.csv', 4))).toEqual({
      kind: 'region',
      near: ['Syd'],
      from: 'statistics.csv',
    });
  });
});

describe('what is no key', () => {
  test.each<[string, string, string]>([
    ['B04 nothing', ' ', 'cell-missing'],
    ['S28 a mark of what a filter hid', '...', 'cell-missing'],
    ['N14 an error of a spreadsheet', '#SAKNAS!', 'cell-spreadsheet-error'],
    ['B10 a Cyrillic letter', '\u041012', 'key-look-alike'],
    ['B11 a soft hyphen', 'No\u00ADrd', 'hidden-character'],
    ['B16 a line break', 'No\nrd', 'cell-line-break'],
    ['E09 garbled letters', 'VÃ¤st', 'text-garbled'],
    ['S11 foreign quotation marks', '”Nord”', 'quote-foreign'],
  ])('%s is refused', (_, cell, code) => {
    expect(fault(new Keys('programme').read(cell, 'a.csv', 2))).toBe(code);
  });

  test('is judged once, and refused in every row', () => {
    const keys = new Keys('region');
    const first = keys.readRegion('\u041012', 'a.csv', 2);
    expect(keys.readRegion('\u041012', 'a.csv', 3)).toBe(first);
    expect(keys.readRegion('Nord', 'a.csv', 4)).toEqual({ key: { code: 'Nord', name: 'Nord' } });
  });
});

describe('keys with a table of codes', () => {
  function programmes(): Keys {
    const keys = new Keys('programme');
    keys.define('104', 'ETP', 'programmes.csv');
    keys.define('105', 'ETP', 'programmes.csv');
    keys.define('203', 'JOB', 'programmes.csv');
    return keys;
  }

  test('stand for what the table says; a name stands for itself', () => {
    const keys = programmes();
    expect(keys.read('104', 'a.csv', 2)).toEqual({ key: { code: '104', name: 'ETP' } });
    expect(keys.read('105', 'a.csv', 2)).toEqual({ key: { code: '105', name: 'ETP' } });
    expect(keys.read('ETP', 'a.csv', 2)).toEqual({ key: { code: 'ETP', name: 'ETP' } });
    expect([...keys.names].sort()).toEqual(['ETP', 'JOB']);
  });

  test('N21 keep their leading zeros', () => {
    const keys = new Keys('region');
    keys.define('0180', 'Stockholm', 'regions.csv');
    expect(fault(keys.readRegion('0180', 'a.csv', 2))).toBeNull();
    expect(fault(keys.readRegion('180', 'a.csv', 2))).toBe('code-unknown');
  });

  test('B05 are unknown otherwise, with the nearest', () => {
    const keys = programmes();
    expect(facts(keys.read('1055', 'a.csv', 2))).toEqual({ kind: 'programme', near: ['105'], from: 'programmes.csv' });
    expect(facts(keys.read('etp', 'a.csv', 2))).toEqual({ kind: 'programme', near: ['ETP'], from: 'programmes.csv' });
    expect(facts(keys.read('UGA', 'a.csv', 2))).toEqual({ kind: 'programme', near: [], from: 'programmes.csv' });
  });

  test('T12 B05 that a spreadsheet program made a date of are unknown, with the nearest', () => {
    const keys = new Keys('programme');
    for (const code of ['10-12', '1-2', 'MAR1']) keys.define(code, 'JOB', 'programmes.csv');
    for (const cell of ['2010-12-01', '10-dec', '2001-01-02', '01-mar']) {
      expect(fault(keys.read(cell, 'a.csv', 2))).toBe('code-unknown');
    }
    expect(facts(keys.read('10-1', 'a.csv', 2))).toMatchObject({ near: ['10-12'] });
    expect(fault(keys.read('10-12', 'a.csv', 2))).toBeNull();
  });

  test('B15 of a county are not those of its region', () => {
    const keys = new Keys('region');
    keys.define('01', 'Stockholm', 'regions.csv');
    for (const cell of ['Stockholms län', 'STOCKHOLM', '1']) {
      expect(fault(keys.readRegion(cell, 'a.csv', 2))).toMatch(/^(?:code-unknown|key-variant)$/);
    }
    expect(fault(keys.readRegion('01', 'a.csv', 2))).toBeNull();
  });

  test('say what each code means', () => {
    const keys = programmes();
    expect(keys.meaningOf('105')).toEqual({ code: '105', name: 'ETP' });
    expect(keys.meaningOf('UGA')).toBeUndefined();
    expect(keys.meaningOf('__proto__')).toBeUndefined();
  });

  test('stay those of the table when the kind is closed by another', () => {
    const keys = programmes();
    keys.close('statistics.csv');
    expect(facts(keys.read('UGA', 'a.csv', 2))).toMatchObject({ from: 'programmes.csv' });
  });
});

describe('F28 unknown codes take no time', () => {
  test('of which there are many, among many', () => {
    const keys = new Keys('region');
    for (let at = 0; at < 5000; at += 1) keys.define(`K${at}`, `R${at}`, 'regions.csv');
    const start = performance.now();
    const readings = Array.from({ length: 5000 }, (_, at) => keys.readRegion(`Q${at}`, 'a.csv', at));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(readings.every((each) => fault(each) === 'code-unknown')).toBe(true);
    expect((facts(readings[12] as KeyReading) as { near: string[] }).near.length).toBeGreaterThan(0);
  });

  test('that are long', () => {
    const keys = new Keys('region');
    keys.readRegion('a'.repeat(200_000), 'a.csv', 2);
    keys.close('a.csv');
    const start = performance.now();
    expect(facts(keys.readRegion('b'.repeat(200_000), 'a.csv', 3))).toMatchObject({ near: [] });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test.each([
  ['S  y\u00A0\u202Fd', 'syd'],
  ['Nord--/Syd', 'nordsyd'],
  ['_Syd_', 'syd'],
  ['1-11', '1-11'],
  ['1--11', '111'],
  ['a-1', 'a1'],
  ['1-a', '1a'],
  ['1 - 1', '11'],
  ['1&2/3', '1&2/3'],
])('B15 of spellings of one key, %j is compared as %j', (text, key) => {
  expect(variantKey(text)).toBe(key);
});

describe('a table of codes', () => {
  test('leaves a name that is a code what its own row says', () => {
    const keys = new Keys('programme');
    keys.define('B', 'C', 'programmes.csv');
    keys.define('A', 'B', 'programmes.csv');
    expect([keys.meaningOf('A'), keys.meaningOf('B')]).toEqual([
      { code: 'A', name: 'B' },
      { code: 'B', name: 'C' },
    ]);
    expect(['A', 'B', 'C', 'D'].map((code) => keys.isDefined(code))).toEqual([true, true, true, false]);
  });

  test('F28 is searched for what a code of two hundred letters meant, and half a million codes in all', () => {
    const keys = new Keys('region');
    const long = 'x'.repeat(199);
    keys.define(`${long}y`, `${long}y`, 'regions.csv');
    const near = (code: string) => facts(keys.read(code, 'a.csv', 2));
    expect(near(`${long}z`)).toMatchObject({ near: [`${long}y`] });
    expect(near(`${long}yy`)).toMatchObject({ near: [] });
    // Two were searched for among one.
    for (let at = 1; at < 249_999; at += 1) keys.define(`${at}`, `${at}`, 'regions.csv');
    expect(near(`${long}a`)).toMatchObject({ near: [`${long}y`] });
    expect(near(`${long}b`)).toMatchObject({ near: [`${long}y`] });
    expect(near(`${long}c`)).toEqual({ kind: 'region', near: [], from: 'regions.csv' });
  });
});
