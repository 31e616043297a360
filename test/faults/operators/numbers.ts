import { anyCell, atCell, type CellWish, cellsWithSign, isShare, type Operator, put, replacing } from '../planted.ts';

const NUMBER: CellWish = { kinds: ['count', 'amount', 'rate'] };
const COUNT: CellWish = { kinds: ['count'] };
const AMOUNT_OR_RATE: CellWish = { kinds: ['amount', 'rate'] };
const SHARE: CellWish = { tables: ['schablons'], keys: ['value'], fits: isShare };
const NO_SHARE: CellWish = { kinds: ['count', 'amount', 'rate'], fits: (cell) => !isShare(cell) };

/** Faults of numbers. */
export const NUMBER_FAULTS: readonly Operator[] = [
  replacing('N02', 'digits not in threes', ['number-grouping'], NUMBER, [
    '12 34',
    '1 2345',
    '1 23',
    '123 4',
    '1234 567',
    '12\u00A034',
    '1  234',
    '1 23 456',
    '1 234 56',
  ]),
  replacing('N01', 'a thin space or an apostrophe between thousands', ['number-thousands-sign'], NUMBER, [
    "1'234",
    '1’234',
    '1\u2009234',
    "12'345'678",
  ]),
  replacing('N06', 'a point or comma between thousands beside decimals', ['number-thousands-sign'], NUMBER, [
    '1.234,56',
    '1,234.56',
    '12.345.678',
    '12,345,678',
    '1.234.567,8',
  ]),
  {
    fault: 'N05',
    name: 'one thousand or one and some',
    plant: (folder, dice) => {
      const fits: CellWish['fits'] = ({ sheet }) => cellsWithSign(sheet) === 0;
      const cell = anyCell(folder, dice, { kinds: ['count', 'amount'], fits });
      if (cell === null) return null;
      put(cell, dice.pick(['1,234', '1.234', '17,107', '12.000', '999.999', ' 2,500 ', '+1.234']));
      return atCell(cell, 'number-ambiguous');
    },
  },
  replacing(
    'N05',
    'thousands with a decimal sign in a count of a file that shows its own',
    ['number-ambiguous'],
    { kinds: ['count'], fits: ({ sheet }) => cellsWithSign(sheet) >= 2 },
    (_, dice) => `${dice.integer(1, 99)}${dice.pick([',', '.'])}${dice.integer(100, 999)}`,
  ),
  replacing(
    'N04',
    'the other decimal sign',
    ['number-mixed-signs'],
    { ...AMOUNT_OR_RATE, fits: ({ sheet }) => cellsWithSign(sheet) >= 4 },
    (text, _, { sheet }) => {
      const other = sheet.style.decimal === ',' ? '.' : ',';
      return /\d[.,]\d/.test(text) ? text.replace(sheet.style.decimal, other) : null;
    },
  ),
  replacing(
    'N05',
    'thousands with the other sign in a file that shows its own',
    ['number-ambiguous'],
    { kinds: ['amount'], fits: ({ sheet }) => cellsWithSign(sheet) >= 2 },
    (_, dice, { sheet }) => `${dice.integer(1, 99)}${sheet.style.decimal === ',' ? '.' : ','}${dice.integer(100, 999)}`,
  ),
  replacing('N12', 'not a number', ['number-syntax'], NUMBER, [
    ...[
      'NaN',
      'Infinity',
      '-inf',
      '∞',
      '0x10',
      '0b1',
      '1_000',
      '１２',
      '٣',
      '½',
      '1,2,3',
      ',5',
      '.5',
      '5,',
      '5.',
      '--5',
    ],
    ...[
      '`5',
      '(5)',
      '5-',
      '+',
      '−',
      '1:30',
      '2h24',
      '90 min',
      '1/2',
      'ca 5',
      '<5',
      '5*',
      '~5',
      'noll',
      '1O',
      'l2',
      '5?',
    ],
    ...[
      '5 st',
      '5kr',
      '12 000 kr',
      '5 %%',
      '% 5',
      '=5',
      '@5',
      "'5",
      "'5'",
      '”5”',
      '1 2 3 a',
      '5 5 st',
      '++5',
      '+-5',
      '5²',
    ],
    ...[
      '1e',
      'e5',
      '1e5.5',
      '1.2.3.4',
      '..5',
      '- 5',
      '− 5',
      'null',
      'true',
      'undefined',
      '[5]',
      '{}',
      '5;6',

      '5|6',
    ],
  ]),
  replacing('N12', 'beyond what a number can hold', ['number-scientific'], NUMBER, ['1e999', '1E3', '1e-5', '-2e+7']),
  replacing('N20', 'scientific notation', ['number-scientific'], NUMBER, ['1,2E+05', '1.2E+05', '5,00E-02', '3E+06']),
  replacing(
    'N13',
    'a blank or a mark for missing in a required number',
    ['cell-missing'],
    { kinds: ['count', 'rate'], isRequired: true },
    ['', ' ', '-', '–', '..', '.', '...', '…', 'x', 'X', 'NA', 'n/a', 'saknas', 'Saknas', '\u00A0'],
  ),
  replacing(
    'N14',
    'an error value of a spreadsheet in a required number',
    ['cell-spreadsheet-error'],
    { kinds: ['count', 'rate'], isRequired: true },
    [
      ...['#DIV/0!', '#N/A', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#DIVISION/0!', '#SAKNAS!'],
      ...['#REFERENS!', '#VÄRDEFEL!', '#NAMN?', '#OGILTIGT!', '####', '##########', '#saknas!', ' #N/A '],
    ],
  ),
  replacing(
    'N15',
    'a fraction of a count',
    ['number-not-whole'],
    COUNT,
    (_, dice, { sheet }) => `${dice.integer(1, 99)}${sheet.style.decimal}${dice.pick(['5', '25', '0001', '50'])}`,
  ),
  replacing('N16', 'beyond anything in the field', ['number-too-large'], NO_SHARE, [
    '9007199254740993',
    '1234567890123456789012345678901234567890',
    '1 000 000 000 001',
    '10000000000000',
    '9'.repeat(400),
  ]),
  replacing('N11', 'below 0', ['number-negative'], NUMBER, ['-5', '−5', '-1 234', '-5,5'.replace(',5', ''), '\u22125']),
  replacing('N07', 'per cent of what is no share', ['share-percent-unexpected'], NO_SHARE, ['35 %', '35%', '5\u00A0%']),
  replacing('N08', 'a share as a number of per cent', ['share-scale'], SHARE, ['35', '20', '2', '100', '60']),
  replacing('N09', 'a share above 1', ['share-scale'], SHARE, (_, dice, { sheet }) =>
    dice.pick(['1,01', '100,1 %', '101 %', '1,5']).replace(',', sheet.style.decimal),
  ),
  replacing('N09', 'a share below 0', ['number-negative'], SHARE, ['-1', '−35 %', '-5%']),
  replacing('N18', 'hours and minutes', ['number-syntax'], { kinds: ['rate'] }, [
    '1:30',
    '01:30:00',
    '90 min',
    '1,5 h',
  ]),
  replacing('N22', 'a hidden character in a number', ['hidden-character'], NUMBER, (text, dice) => {
    const hidden = dice.pick([
      '\u200B',
      '\u00AD',
      '\u200D',
      '\u202E',
      '\u2060',
      '\u200E',
      '\u0007',
      '\u2063',
      '\uFE0F',
    ]);
    return dice.chance(0.5) ? text.trim() + hidden : hidden + text.trim();
  }),
  replacing(
    'N22',
    'a hidden character in a blank number',
    ['hidden-character'],
    { kinds: ['count', 'amount', 'rate'], keys: ['low', 'high', 'expenditure', 'cost_per_decision'], isBlank: true },
    ['\u200B', '\u00AD', '\u2060'],
  ),
  replacing('N13', 'a mark for missing and something more', ['number-syntax'], NUMBER, [
    '..*',
    '- -',
    '….',
    'x x',
    'xx',
  ]),
];
