import type { Dice } from '../dice.ts';
import { anyCell, atCell, type Cell, type CellWish, type Operator, put, replacing, textOf } from '../planted.ts';
import type { Folder } from '../sound-folder.ts';

const PROGRAMME: CellWish = { kinds: ['programme'] };
const KEY: CellWish = { kinds: ['programme', 'region', 'code'] };
const NATION = new Set(['', 'riket', '00 riket']);
const isNamed = (cell: Cell): boolean => /\p{L}/u.test(textOf(cell)) && !NATION.has(textOf(cell).trim().toLowerCase());
const NAMED: CellWish = { ...KEY, fits: isNamed };

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: '\u0410',
  B: '\u0412',
  E: '\u0415',
  O: '\u041E',
  P: '\u0420',
  T: '\u03A4',
  a: '\u0430',
  e: '\u0435',
  o: '\u043E',
  y: '\u0443',
  d: '\uFF44',
  G: '\uFF27',
  S: '\u0405',
};

/** Whether somebody has listed the codes of the column's kind before this file. */
function isListed({ hasRegionsTable }: Folder, { sheet, column }: Cell): boolean {
  const kind = sheet.columns[column]?.kind;
  return kind === 'programme' || (kind === 'region' && (hasRegionsTable || sheet.table !== 'statistics'));
}

/** One letter less, two swapped, or one too many. */
function slip(text: string, dice: Dice): string {
  const at = dice.integer(1, text.length - 2);
  const [before, here, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)];
  const slips = [before + next + after, before + here + here + next + after];
  if (here !== next) slips.push(before + next + here + after);
  return dice.pick(slips);
}

/** Rows of a sheet that are not the first with their text in a column. */
function isLater({ sheet, record, column }: Cell): boolean {
  const text = sheet.cell(record, column).trim();
  return sheet.rows.some((other) => other < record && sheet.cell(other, column).trim() === text);
}

/** Faults of codes and names. */
export const KEY_FAULTS: readonly Operator[] = [
  replacing('B04', 'a blank or a mark for missing in a programme', ['cell-missing'], PROGRAMME, [
    ...['', ' ', '-', '..', '.', '…', 'x', 'NA', 'saknas', '\u00A0'],
  ]),
  replacing('B04', 'a mark for missing in a region', ['cell-missing'], { kinds: ['region'] }, [
    '-',
    '..',
    '.',
    '…',
    'x',
    'NA',
    'saknas',
    '–',
  ]),
  {
    fault: 'B04',
    name: 'programmes of merged cells: only the first of a block is filled',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        ...PROGRAMME,
        fits: ({ sheet, record }) => record + 2 < sheet.records.length,
      });
      if (cell === null) return null;
      const { sheet, record, column } = cell;
      put({ sheet, record: record + 1, column }, '');
      put({ sheet, record: record + 2, column }, '');
      return atCell({ sheet, record: record + 1, column }, 'cell-missing');
    },
  },
  {
    fault: 'B04',
    name: 'a region forgotten in one month',
    isWarning: true,
    plant: (folder, dice) => {
      const isNational = folder.sheets.some(
        (sheet) =>
          sheet.table === 'statistics' &&
          sheet.rows.some((row) => NATION.has(sheet.cell(row, sheet.column('region')).trim().toLowerCase())),
      );
      const cell = isNational ? null : anyCell(folder, dice, { tables: ['statistics'], kinds: ['region'] });
      if (cell === null) return null;
      put(cell, '');
      return atCell(cell, 'region-blank');
    },
  },
  replacing('B04', 'an error value in a key', ['cell-spreadsheet-error'], { kinds: ['programme', 'region'] }, [
    ...['#SAKNAS!', '#N/A', '#REF!', '#NAMN?', '####'],
  ]),
  replacing('B05', 'a programme that nobody has listed', ['code-unknown'], PROGRAMME, [
    ...['A12', '71', '1040', 'JOBB', 'ETA', 'constructor', '__proto__', '07', '70,0', '070', 'KROM'],
  ]),
  {
    fault: 'B05',
    name: 'a region that nobody has listed',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { kinds: ['region'], fits: (each) => isListed(folder, each) });
      if (cell === null) return null;
      put(cell, dice.pick(['Atlantis', '9999', '128', 'toString', 'Region Norrland', '01280', 'Sydost']));
      return atCell(cell, 'code-unknown');
    },
  },
  {
    fault: 'B05',
    name: 'a slip of the pen in a listed name',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        kinds: ['programme', 'region'],
        fits: (each) => isNamed(each) && isListed(folder, each) && textOf(each).length > 4,
      });
      if (cell === null) return null;
      put(cell, slip(textOf(cell).trim(), dice));
      return atCell(cell, 'code-unknown', 'key-variant');
    },
  },
  {
    fault: 'B05',
    name: 'a slip of the pen in a region of statistics that no table lists',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        tables: ['statistics'],
        kinds: ['region'],
        fits: (each) => isNamed(each) && textOf(each).trim().length > 6,
      });
      if (cell === null || isListed(folder, cell)) return null;
      put(cell, slip(textOf(cell).trim(), dice));
      return atCell(cell, 'key-resembles', 'key-variant');
    },
  },
  {
    fault: 'T12',
    name: 'a code that a spreadsheet has made a date',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { kinds: ['programme', 'region'], fits: (each) => isListed(folder, each) });
      if (cell === null) return null;
      put(cell, dice.pick(['01-feb', '2001-01-02', 'mar-01', '44927', '1900-03-10']));
      return atCell(cell, 'code-unknown');
    },
  },
  replacing('B10', 'a letter of another script', ['key-look-alike'], NAMED, (text, dice) => {
    const found = [...text].filter((letter) => letter in LOOK_ALIKES);
    if (found.length === 0) return null;
    const letter = dice.pick(found);
    return text.replace(letter, LOOK_ALIKES[letter] ?? '');
  }),
  replacing(
    'B10',
    'full-width digits in a code',
    ['key-look-alike'],
    { ...KEY, fits: (cell) => /^\d+$/.test(textOf(cell)) },
    (text) => text.replace(/\d/, (digit) => String.fromCharCode(digit.charCodeAt(0) - 48 + 0xff10)),
  ),
  replacing('B11', 'a hidden character in a key', ['hidden-character'], { ...KEY }, (text, dice) => {
    const at = dice.integer(0, text.length);
    const hidden = dice.pick(['\u00AD', '\u200B', '\u200D', '\u200F', '\u202E', '\u2066', '\u061C', '\u0008']);
    return (text.slice(0, at) + hidden + text.slice(at)).replace(/^ +| +$/g, '');
  }),
  replacing(
    'B11',
    'a hidden character in a blank region',
    ['hidden-character'],
    { tables: ['forecasts', 'schablons'], kinds: ['region'], isBlank: true },
    ['\u200B', '\u00AD', '\u200E'],
  ),
  replacing(
    'B11',
    'a hidden character in a work step',
    ['hidden-character'],
    { tables: ['schablons'], keys: ['step'] },
    (text, dice) => text + dice.pick(['\u200B', '\u00AD', '\u2060']),
  ),
  {
    fault: 'B15',
    name: 'another case of letters',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        kinds: ['programme', 'region'],
        fits: (each) => isNamed(each) && (isListed(folder, each) || isLater(each)),
      });
      if (cell === null) return null;
      const text = textOf(cell).trim();
      put(cell, text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());
      return atCell(cell, 'key-variant');
    },
  },
  {
    fault: 'B15',
    name: 'a space too many or too few within a name',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        kinds: ['region'],
        fits: (each) => textOf(each).trim().includes('k') && (isListed(folder, each) || isLater(each)),
      });
      if (cell === null || !textOf(cell).includes('Stockholm Gotland')) return null;
      put(cell, dice.pick(['StockholmGotland', 'Stockholm  Gotland', 'Stock holm Gotland', 'Stockholm \u00A0Gotland']));
      return atCell(cell, 'key-variant');
    },
  },
  replacing('B15', 'another spelling of a work step', ['key-variant'], { keys: ['step'], fits: isLater }, (text) =>
    text.toUpperCase(),
  ),
  replacing(
    'E09',
    'a key whose letters have become two signs',
    ['text-garbled'],
    { ...KEY, fits: (cell) => isNamed(cell) && cell.sheet.style.encoding !== 'windows-1252' },
    (text) => {
      const garbled = text.replace(/[ÅÄÖåäö]/, (letter) =>
        [...new TextEncoder().encode(letter)]
          .map((byte) => ({ 132: '„', 133: '…', 150: '–' })[byte] ?? String.fromCharCode(byte))
          .join(''),
      );
      return garbled === text ? null : garbled;
    },
  ),
  replacing('S11', 'quotation marks that are none in a CSV file', ['quote-foreign'], NAMED, (text, dice) => {
    const [open, close] = dice.pick(["''", '””', '“”', '‘’', '„”', '«»', '´´', '`´']);
    return `${open}${text.trim()}${close}`;
  }),
  {
    fault: 'B16',
    name: 'a line break within a key',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { ...KEY, fits: (each) => isNamed(each) && textOf(each).trim().length > 2 });
      if (cell === null) return null;
      const text = textOf(cell).trim();
      const { sheet, record, column } = cell;
      sheet.set(record, column, `${text.slice(0, 2)}\n${text.slice(2)}`);
      return atCell(cell, 'cell-line-break');
    },
  },
  replacing('B17', 'the nation as a code or a region', ['name-is-nation'], { tables: ['regions'], kinds: ['code'] }, [
    ...['Riket', '00', 'SE', 'Hela riket', '00 Riket', 'riket'],
  ]),
];
