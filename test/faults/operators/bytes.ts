import type { Dice } from '../dice.ts';
import { anyCell, anySheet, atFile, type Expected, type Operator } from '../planted.ts';
import { type EncodingName, encode, type Sheet } from '../sheet.ts';
import type { Folder } from '../sound-folder.ts';

/** Stands in the text for bytes that are put there once it is encoded. */
const MARK = '\u0001MARK\u0001';

/** The file in an encoding, with these bytes in a data cell. */
function spliced(
  folder: Folder,
  dice: Dice,
  encoding: EncodingName,
  bytes: readonly number[],
): { sheet: Sheet; line: number } | null {
  const cell = anyCell(folder, dice, {});
  if (cell === null) return null;
  const { sheet, record, column } = cell;
  const raw = sheet.raw(record, column);
  const at = raw.startsWith('"') ? 1 : 0;
  sheet.setRaw(record, column, raw.slice(0, at) + MARK + raw.slice(at));
  const whole = Buffer.from(encode(sheet.text, encoding));
  const mark = Buffer.from(MARK);
  const found = whole.indexOf(mark);
  sheet.bytes = Uint8Array.from([...whole.subarray(0, found), ...bytes, ...whole.subarray(found + mark.length)]);
  return { sheet, line: sheet.line(record) };
}

const hasSwedishLetters = (sheet: Sheet): boolean => /[åäö]/.test(sheet.text);

/** A file with one of these encodings that no other than å, ä and ö leaves ASCII, letter by letter. */
function foreign(sheet: Sheet, letters: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from(
    [...sheet.text].map((letter) => letters[letter] ?? (letter < '\u0080' ? letter.charCodeAt(0) : 0x3f)),
  );
}

const MAC = { å: 0x8c, ä: 0x8a, ö: 0x9a };
const DOS = { å: 0x86, ä: 0x84, ö: 0x94 };

function first(sheet: Sheet, pattern: RegExp): number {
  return sheet.text.split(/\r\n|\r|\n/).findIndex((line) => pattern.test(line)) + 1;
}

/** Faults of encoding: bytes that are no text, or text that was something else before. */
export const BYTE_FAULTS: readonly Operator[] = [
  {
    fault: 'E02',
    name: 'a byte order mark within the file',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.integer(0, sheet.records.length - 1);
      const raw = sheet.raw(record, 0);
      sheet.setRaw(record, 0, `\uFEFF${raw}`);
      const { encoding } = sheet.style;
      const isLost = record === 0 && sheet.lead.length === 0 && (encoding === 'utf-8' || encoding === 'windows-1252');
      return isLost ? null : atFile(sheet, sheet.line(record), 'bom-inside');
    },
  },
  {
    fault: 'E05',
    name: 'UTF-16 without its mark',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      sheet.bytes = encode(sheet.text, dice.pick(['utf-16le', 'utf-16be'])).slice(2);
      return atFile(sheet, null, 'encoding-utf16-unmarked', 'encoding-unknown');
    },
  },
  {
    fault: 'E08',
    name: 'a byte that means nothing',
    plant: (folder, dice): Expected | null => {
      const planted = spliced(folder, dice, 'windows-1252', [dice.pick([0x81, 0x8d, 0x8f, 0x90, 0x9d])]);
      if (planted === null) return null;
      const codes = ['encoding-unknown', 'encoding-mixed'];
      return atFile(planted.sheet, planted.line, ...codes);
    },
  },
  {
    fault: 'E10',
    name: 'a byte of Windows-1252 in UTF-8',
    plant: (folder, dice) => {
      const planted = spliced(folder, dice, 'utf-8', [dice.pick([0xe5, 0xe4, 0xf6, 0xc5, 0xa0])]);
      return planted === null || !/[^\0-\x7F]/.test(planted.sheet.text)
        ? null
        : atFile(planted.sheet, planted.line, 'encoding-mixed');
    },
  },
  {
    fault: 'E10',
    name: 'a file cut off within a letter',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      if (!/[^\0-\x7F]/.test(sheet.text)) return null;
      const whole = encode(sheet.text, 'utf-8');
      sheet.bytes = Uint8Array.from([...whole, 0xc3]);
      const line = sheet.text.split(/\r\n|\r|\n/).length;
      return atFile(sheet, line, 'encoding-mixed');
    },
  },
  {
    fault: 'E12',
    name: 'a NUL',
    plant: (folder, dice) => {
      const planted = spliced(folder, dice, dice.pick(['utf-8', 'windows-1252']), [0]);
      return planted === null ? null : atFile(planted.sheet, planted.line, 'nul-inside');
    },
  },
  {
    fault: 'E13',
    name: 'bytes that only a broken writer of UTF-8 makes',
    plant: (folder, dice) => {
      const planted = spliced(
        folder,
        dice,
        'utf-8',
        dice.pick([
          [0xc0, 0xaf],
          [0xed, 0xa0, 0x80],
          [0xc1, 0xbf],
        ]),
      );
      return planted === null ? null : atFile(planted.sheet, planted.line, 'encoding-mixed');
    },
  },
  {
    fault: 'E14',
    name: 'a file of another program',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const start = dice.pick([
        [0x50, 0x4b, 3, 4],
        [0xd0, 0xcf, 0x11, 0xe0],
        [0x1f, 0x8b, 8],
        [...Buffer.from('%PDF-1.7')],
        [...Buffer.from('<!DOCTYPE html><html>')],
      ]);
      sheet.bytes = Uint8Array.from([...start, ...encode(sheet.text, 'utf-8')]);
      return atFile(sheet, null, 'file-not-text');
    },
  },
  {
    fault: 'E15',
    name: 'letters as on a Mac or in DOS',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      // Where å, ä or ö begins a word or ends a file there is less to tell it by.
      if (!hasSwedishLetters(sheet) || /[^\0-\x7Fåäö]/.test(sheet.text)) return null;
      sheet.bytes = foreign(sheet, dice.pick([MAC, DOS]));
      return atFile(sheet, first(sheet, /[åäö]/), 'encoding-foreign');
    },
  },
  {
    fault: 'E09',
    name: 'letters of the header that have become two signs',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const column = sheet.columns.findIndex(({ name }) => /[åäö]/i.test(name));
      if (column < 0 || sheet.style.encoding === 'windows-1252') return null;
      const garbled = [...encode(sheet.columns[column]?.name ?? '', 'utf-8')]
        .map((byte) => ({ 132: '„', 133: '…', 150: '–' })[byte] ?? String.fromCharCode(byte))
        .join('');
      sheet.set(0, column, garbled);
      const { file, line } = atFile(sheet, sheet.line(0));
      return { codes: ['text-garbled'], file, line, columnNumber: column + 1, value: garbled };
    },
  },
];
