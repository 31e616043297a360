import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, decodeForRecords, type Encoding } from '../../src/read/encoding.ts';
import { anyCharacter } from '../domain/any-text.ts';
import { joined, UPPER_HALF, utf8, utf16, utf16be, utf16le, windows1252 } from './encodings.ts';

const MARK = [0xef, 0xbb, 0xbf];
const withLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

async function faultOf(bytes: Uint8Array): Promise<unknown> {
  const decoded = await decode(bytes);
  if ('text' in decoded) throw new Error(`read as ${decoded.encoding}: ${JSON.stringify(decoded.text)}`);
  return decoded.fault;
}

describe('bytes to text', () => {
  test.each<[string, Uint8Array, string, Encoding]>([
    ['Swedish letters', utf8('Örebro;Västra Götaland'), 'Örebro;Västra Götaland', 'utf-8'],
    ['E01 with a byte order mark', joined(MARK, 'program;år'), 'program;år', 'utf-8'],
    ['E03 UTF-16, little end first', utf16le('månad\tår'), 'månad\tår', 'utf-16le'],
    ['E03 UTF-16 with CRLF', utf16le('a\tb\r\n1\t2\r\n'), 'a\tb\n1\t2\n', 'utf-16le'],
    ['E04 UTF-16, big end first', utf16be('månad\tår'), 'månad\tår', 'utf-16be'],
    ['E06 Windows-1252', joined([0xd6], 'rebro;V', [0xe4], 'st'), 'Örebro;Väst', 'windows-1252'],
    ['E06 Windows-1252 that ends in its only letter', joined('Malm', [0xf6]), 'Malmö', 'windows-1252'],
    ['E07 an en dash', joined('2023', [0x96], '2025;', [0xe5]), '2023–2025;å', 'windows-1252'],
    ['E07 a euro sign and an apostrophe', joined([0x80], ';O', [0x92], 'Hara;'), '€;O’Hara;', 'windows-1252'],
    ['a no-break space of Windows-1252', joined('1', [0xa0], '234'), '1\u00A0234', 'windows-1252'],
    ['S06 LF', utf8('a\nb\n'), 'a\nb\n', 'utf-8'],
    ['S06 CRLF', utf8('a\r\nb\r\n'), 'a\nb\n', 'utf-8'],
    ['S06 CR', utf8('a\rb\r'), 'a\nb\n', 'utf-8'],
    ['S06 a CRLF header above LF rows', utf8('a\r\nb\nc\r'), 'a\nb\nc\n', 'utf-8'],
    ['S06 two of each', utf8('a\r\r\n\nb'), 'a\n\n\nb', 'utf-8'],
  ])('%s', async (_, bytes, text, encoding) => {
    expect(await decode(bytes)).toEqual({ text, encoding });
  });

  test.each(UPPER_HALF)('E07 E08 the byte %i of Windows-1252 is U+%i, or means nothing', async (byte, codePoint) => {
    // An å beside it says that these are Swedish letters, and a line break before it which line it is in.
    const bytes = joined([0xe5], '\n;', [byte], ';');
    if (codePoint === null) {
      expect(await faultOf(bytes)).toEqual({ code: 'encoding-unknown', facts: { byteOffset: 3 }, line: 2 });
    } else {
      expect(await decode(bytes)).toEqual({
        text: `å\n;${String.fromCodePoint(codePoint)};`,
        encoding: 'windows-1252',
      });
    }
  });

  test('E07 the bytes 0xA0–0xFF of Windows-1252 are those of Latin-1', async () => {
    const codes = Array.from({ length: 96 }, (_, at) => 0xa0 + at);
    const text = codes.map((code) => `${String.fromCharCode(code)};`).join('');
    expect(await decode(Uint8Array.from(codes.flatMap((code) => [code, 0x3b])))).toEqual({
      text,
      encoding: 'windows-1252',
    });
  });
});

describe('bytes that are no text', () => {
  test.each<[string, Uint8Array, object]>([
    ['E02 two byte order marks', joined(MARK, MARK, 'a;b'), { code: 'bom-inside', facts: {}, line: 1 }],
    [
      'E02 a byte order mark in the midst, where files were joined',
      joined(MARK, 'a\r\nb\r\n', MARK, 'a\r\nc'),
      { code: 'bom-inside', facts: {}, line: 3 },
    ],
    ['E02 two marks of UTF-16', utf16le('a\n\uFEFFb'), { code: 'bom-inside', facts: {}, line: 2 }],
    [
      'E05 UTF-16 without a mark, little end first',
      utf16('månad;år\n2022-01;5\n', true),
      { code: 'encoding-utf16-unmarked', facts: {}, line: null },
    ],
    [
      'E05 UTF-16 without a mark, big end first',
      utf16('month;year\n', false),
      { code: 'encoding-utf16-unmarked', facts: {}, line: null },
    ],
    ['E12 a NUL', utf8('a;b\n12\0;3'), { code: 'nul-inside', facts: {}, line: 2 }],
    ['E12 a NUL in Windows-1252', joined([0xe5], '\n\n\0'), { code: 'nul-inside', facts: {}, line: 3 }],
    [
      'E08 a byte that means nothing in Windows-1252',
      joined([0xe5], '\n', [0x81]),
      { code: 'encoding-unknown', facts: { byteOffset: 2 }, line: 2 },
    ],
    [
      'E10 a Latin-1 letter in a line of a UTF-8 file',
      joined('Örebro\r\nV', [0xe4], 'st'),
      { code: 'encoding-mixed', facts: { byteOffset: 10 }, line: 2 },
    ],
    [
      'E10 cut within a letter after sound ones',
      joined('år\rMalm', [0xc3]),
      { code: 'encoding-mixed', facts: { byteOffset: 8 }, line: 2 },
    ],
    [
      'E10 a sound letter after a faulty one',
      joined('V', [0xe4], 'st;Örebro'),
      { code: 'encoding-mixed', facts: { byteOffset: 1 }, line: 1 },
    ],
    ['E13 an overlong form', joined('ab', [0xc0, 0xaf]), { code: 'encoding-mixed', facts: { byteOffset: 2 }, line: 1 }],
    [
      'E13 a surrogate',
      joined('a\nb', [0xed, 0xa0, 0x80]),
      { code: 'encoding-mixed', facts: { byteOffset: 3 }, line: 2 },
    ],
    [
      'E13 a letter beyond the last one',
      joined('å', [0xf4, 0x90, 0x80, 0x80]),
      { code: 'encoding-mixed', facts: { byteOffset: 2 }, line: 1 },
    ],
    ['E14 a workbook', joined('PK\u0003\u0004...'), { code: 'file-not-text', facts: { kind: 'workbook' }, line: null }],
    [
      'E14 an old workbook',
      joined([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      { code: 'file-not-text', facts: { kind: 'workbook' }, line: null },
    ],
    [
      'E14 a packed file',
      joined([0x1f, 0x8b, 8, 0]),
      { code: 'file-not-text', facts: { kind: 'archive' }, line: null },
    ],
    ['E14 a PDF', utf8('%PDF-1.7'), { code: 'file-not-text', facts: { kind: 'pdf' }, line: null }],
    ['E14 a web page', utf8('<!DOCTYPE html>'), { code: 'file-not-text', facts: { kind: 'web-page' }, line: null }],
    [
      'E14 a table of a web page, below a mark and blank lines',
      joined(MARK, '\r\n <TABLE border=1>'),
      { code: 'file-not-text', facts: { kind: 'web-page' }, line: null },
    ],
    ['E14 XML', utf8('<?xml version="1.0"?>'), { code: 'file-not-text', facts: { kind: 'web-page' }, line: null }],
    [
      'E15 å of a Mac',
      joined('m', [0x8c], 'nad;region\n'),
      { code: 'encoding-foreign', facts: { sample: 'mŒnad' }, line: 1 },
    ],
    [
      'E15 ä of a Mac, in the third line',
      joined('month;region\n2022-01;x\n2022-01;V', [0x8a], 'st\n'),
      { code: 'encoding-foreign', facts: { sample: 'VŠst' }, line: 3 },
    ],
    [
      'E15 Ö of a Mac at the beginning of a word',
      joined('a;b\n', [0x85], 'rebro;1\n'),
      { code: 'encoding-foreign', facts: { sample: '…rebro' }, line: 2 },
    ],
    ['E15 Å of a Mac', joined([0x81], 're'), { code: 'encoding-unknown', facts: { byteOffset: 0 }, line: 1 }],
    ['E15 å of DOS', joined('m', [0x86], 'nad;\n'), { code: 'encoding-foreign', facts: { sample: 'm†nad' }, line: 1 }],
    [
      'E15 Ö of DOS at the beginning of a word',
      joined('a;"', [0x99], 'rebro"\n'),
      { code: 'encoding-foreign', facts: { sample: '™rebro' }, line: 1 },
    ],
    ['S18 no bytes', joined(), { code: 'file-empty', facts: {}, line: null }],
    ['S18 a byte order mark', joined(MARK), { code: 'file-empty', facts: {}, line: null }],
    ['S18 a mark of UTF-16', utf16le(''), { code: 'file-empty', facts: {}, line: null }],
    ['S18 line ends and spaces', utf8('\r\n\n \t\u00A0\r'), { code: 'file-empty', facts: {}, line: null }],
    [
      'half a letter of UTF-16',
      joined(utf16le('ab'), [0]),
      { code: 'encoding-unknown', facts: { byteOffset: 0 }, line: null },
    ],
    ['half a pair of UTF-16', utf16be('a\uD83D;'), { code: 'encoding-unknown', facts: { byteOffset: 0 }, line: null }],
  ])('%s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toEqual(fault);
  });

  test.each([
    ['a word in quotation marks', 'region;”ny”;„gammal”'],
    ['a Swedish text with foreign letters', 'Örebro;Škoda;Žižek;Œuvre;mašina'],
    ['marks between words and numbers', 'a†;b™ c;5 €;… osv;2 † död'],
    ['names that begin with a foreign letter', 'Škoda;Zoë'],
  ])('E15 but not %s', async (_, text) => {
    expect(await decode(windows1252(text))).toEqual({ text, encoding: 'windows-1252' });
  });

  test('E14 is told by its beginning alone', async () => {
    const text = 'PK;%PDF;<html>\n';
    expect(await decode(utf8(text))).toEqual({ text, encoding: 'utf-8' });
  });

  test('a faulty byte is found wherever it stands beside sound letters', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'å', '€', '😀', '\n', '\r') });
    await fc.assert(
      fc.asyncProperty(letters, letters, async (before, after) => {
        fc.pre(/[å€😀]/u.test(before + after));
        const line = withLineFeeds(before).split('\n').length;
        expect(await faultOf(joined(before, [0xff], after))).toEqual({
          code: 'encoding-mixed',
          facts: { byteOffset: utf8(before).length },
          line,
        });
      }),
    );
  });
});

describe('any text comes back', () => {
  const sound = fc
    .string({ unit: anyCharacter, maxLength: 200 })
    .filter((text) => !/[\0\uFEFF]/.test(text) && text.trim() !== '' && !/^\s*<|^%PDF|^PK/.test(text));

  test.each<[string, Encoding, (text: string) => Uint8Array]>([
    ['E11 in UTF-8', 'utf-8', utf8],
    ['E01 in UTF-8 with a mark', 'utf-8', (text) => joined(MARK, text)],
    ['E03 in UTF-16, little end first', 'utf-16le', utf16le],
    ['E04 in UTF-16, big end first', 'utf-16be', utf16be],
  ])('%s', async (_, encoding, encode) => {
    await fc.assert(
      fc.asyncProperty(sound, async (text) => {
        expect(await decode(encode(text))).toEqual({ text: withLineFeeds(text), encoding });
      }),
    );
  });

  test('E06 E07 in Windows-1252', async () => {
    const upper = [
      ...UPPER_HALF.map(([, codePoint]) => codePoint),
      ...Array.from({ length: 96 }, (_, at) => 0xa0 + at),
    ];
    const letters = upper.filter((code) => code !== null).map((code) => String.fromCodePoint(code));
    // A letter beyond ASCII and one of ASCII in turn are never UTF-8.
    const pair = fc.tuple(fc.constantFrom(...letters), fc.constantFrom('a', 'B', '1', ';', ' ', '\n', '\r', '"'));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 50 }), async (pairs) => {
        const text = `å;${pairs.flat().join('')}`;
        expect(await decode(windows1252(text))).toEqual({ text: withLineFeeds(text), encoding: 'windows-1252' });
      }),
    );
  });

  test('E11 S29 however long it is, and wherever its bytes lie in memory', async () => {
    const text = `x${'å'.repeat(70_000)}`;
    expect(await decode(utf8(text))).toEqual({ text, encoding: 'utf-8' });
    for (const offset of [1, 2, 7]) {
      const whole = joined(new Uint8Array(offset), windows1252(text), [0x81, 0]);
      const part = whole.subarray(offset, whole.length - 2);
      expect(await decode(part)).toEqual({ text, encoding: 'windows-1252' });
    }
  });

  test('whatever the bytes are, they are text or a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        const decoded = await decode(bytes);
        if ('fault' in decoded) expect(decoded.fault.code).toMatch(/^[a-z0-9-]+$/);
        else expect(decoded.text).not.toMatch(/[\0\r\uFEFF\uFFFD]/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile bytes', () => {
  test.each<[string, (size: number) => Uint8Array]>([
    ['letters and one byte of Windows-1252', (size) => joined(new Uint8Array(size).fill(0x61), [0x80])],
    ['nothing but bytes of Windows-1252', (size) => new Uint8Array(size).fill(0x8a)],
    ['foreign capitals', (size) => joined(windows1252('Œa'.repeat(size / 2)))],
    ['sound letters and a faulty byte', (size) => joined('å'.repeat(size / 2), [0xff])],
    ['carriage returns', (size) => joined('å', new Uint8Array(size).fill(13), [0])],
    ['angle brackets', (size) => joined('<'.repeat(size))],
    ['spaces', (size) => joined(' '.repeat(size))],
  ])('F28 take no time: %s', async (_, bytesOf) => {
    const bytes = bytesOf(1_000_000);
    const start = performance.now();
    await decode(bytes);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('files of other programs', () => {
  const kindOf = async (text: string) => {
    const decoded = await decode(new TextEncoder().encode(text));
    return 'fault' in decoded && decoded.fault.code === 'file-not-text' ? decoded.fault.facts : null;
  };

  test.each([
    ['{"a": 1}', 'json'],
    ['\n { \n"a": 1}', 'json'],
    ['\uFEFF[{"a": 1}]', 'json'],
    ['[ [1]]', 'json'],
    ['[\n\n{}]', 'json'],
    ['<!DOCTYPE html>', 'web-page'],
    [' <HTML lang="sv">', 'web-page'],
    ['<table>', 'web-page'],
    ['<?xml version="1.0"?>', 'web-page'],
  ])('are told by how they begin: %j is %s', async (text, kind) => {
    expect(await kindOf(text)).toEqual({ kind });
  });

  test.each([
    ...[
      '{a};b',
      '{};b',
      '[a];b',
      '[1];b',
      '[];{}',
      '{[{}]};b',
      '[x{"a"}];b',
      '{x{"a"};b',
      '<a>;<table>',
      '<x;b',
      'a;{"b"',
    ],
    ...['a;<html>', '"{"";b'],
  ])('and a table that begins alike is none: %j', async (text) => {
    expect(await kindOf(text)).toBeNull();
  });
});

describe('line ends of a text for records', () => {
  const textOf = async (text: string) => {
    const decoded = await decodeForRecords(new TextEncoder().encode(text));
    return 'fault' in decoded ? decoded.fault.code : decoded.text;
  };

  test.each([
    ['a;b\r\n1;2\r\n', 'a;b\r\n1;2\r\n'],
    ['a;b\n1;2\n', 'a;b\n1;2\n'],
    ['"a";b\r\n1;2\r\n', '"a";b\n1;2\n'],
    ['a;b\r1;2\r', 'a;b\n1;2\n'],
    ['a;b\r\n1;2\r', 'a;b\n1;2\n'],
    ['"a";b\r1;2\r\n', '"a";b\n1;2\n'],
    ['', 'file-empty'],
    ['{"a"', 'file-not-text'],
  ])('%j is %j', async (text, expected) => {
    expect(await textOf(text)).toBe(expected);
  });
});

test('E08 a file of another system is shown with the word in which it is seen', async () => {
  const sampleOf = async (text: string) => {
    const decoded = await decode(windows1252(text));
    return 'fault' in decoded && decoded.fault.code === 'encoding-foreign' ? decoded.fault : decoded;
  };
  expect(await sampleOf('månad;x\r\n')).toMatchObject({ text: 'månad;x\n' });
  expect(await sampleOf('a;b\r\nc d;f\u0160rre sen;x')).toMatchObject({ facts: { sample: 'f\u0160rre' }, line: 2 });
  expect(await sampleOf('\u20ACrebro;x')).toMatchObject({ facts: { sample: '\u20ACrebro' }, line: 1 });
  const long = 'x'.repeat(30);
  expect(await sampleOf(`a;${long}\u0161${long};b`)).toMatchObject({
    facts: { sample: `${long.slice(0, 21)}\u0161${long.slice(0, 21)}` },
  });
  expect(await sampleOf('ab1cd\u0161ef2gh')).toMatchObject({ facts: { sample: 'cd\u0161ef' } });
});
