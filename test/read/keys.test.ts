import { describe, expect, test } from 'vitest';
import { characterFault, isNation, type KeyReading, Keys, nameOf } from '../../src/read/keys.ts';

const fault = (reading: KeyReading): string | null => ('fault' in reading ? reading.fault.code : null);
const facts = (reading: KeyReading): object | null => ('fault' in reading ? reading.fault.facts : null);

describe('the characters of a key', () => {
  test.each(['JOB', '104', 'Stockholm Gotland', 'Västra Götaland', 'Öst', "O'Hara", 'A-kassa (ny)', '1½', 'Łódź'])(
    '%s are sound',
    (text) => {
      expect(characterFault(text)).toBeNull();
    },
  );

  test.each<[string, string, string]>([
    ['B11 a soft hyphen', 'Nor\u00ADd', 'U+00AD'],
    ['B11 a zero-width space', 'Nord\u200B', 'U+200B'],
    ['B11 a zero-width joiner', '\u200DNord', 'U+200D'],
    ['B11 a right-to-left mark', 'Nord\u200F', 'U+200F'],
    ['an Arabic letter mark', 'Nord\u061C', 'U+061C'],
    ['a right-to-left override', '\u202ENord', 'U+202E'],
    ['a direction isolate', 'No\u2066rd', 'U+2066'],
    ['a word joiner', 'No\u2060rd', 'U+2060'],
    ['a byte order mark within', 'No\uFEFFrd', 'U+FEFF'],
    ['a variation selector', 'Nord\uFE0F', 'U+FE0F'],
    ['a grapheme joiner', 'No\u034Frd', 'U+034F'],
    ['a Hangul filler', 'Nord\u3164', 'U+3164'],
    ['a tag', 'Nord\u{E0041}', 'U+E0041'],
    ['a line separator', 'No\u2028rd', 'U+2028'],
    ['E12 a NUL', 'No\u0000rd', 'U+0000'],
    ['a tab', 'No\trd', 'U+0009'],
    ['an escape', '\u001B[2J', 'U+001B'],
    ['a delete', 'No\u007Frd', 'U+007F'],
    ['a C1 control', 'No\u009Brd', 'U+009B'],
  ])('%s is hidden', (_, text, codePoint) => {
    expect(characterFault(text)).toEqual({ code: 'hidden-character', facts: { codePoint } });
  });

  test.each([
    ['B10 a Cyrillic A', '\u041012', '\u0410', 'U+0410'],
    ['B10 a Cyrillic a', 'Kalm\u0430r', '\u0430', 'U+0430'],
    ['B10 a Greek O', 'J\u039FB', '\u039F', 'U+039F'],
    ['B10 full-width letters', '\uFF2A\uFF2F\uFF22', '\uFF2A', 'U+FF2A'],
    ['B10 full-width digits', '1\uFF1004', '\uFF10', 'U+FF10'],
  ])('%s looks like another', (_, text, character, codePoint) => {
    expect(characterFault(text)).toEqual({ code: 'key-look-alike', facts: { character, codePoint } });
  });

  test('a line break is said to be one', () => {
    expect(characterFault('No\nrd')).toEqual({ code: 'cell-line-break', facts: {} });
  });
});

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
