import { anyCell, anySheet, atCell, atRow, type Cell, isShare, type Operator, put, replacing } from '../planted.ts';
import type { Kind, Sheet } from '../sheet.ts';

/** The column that a duplicate of a row is told at. */
const KEY_COLUMN = {
  statistics: 'month',
  forecasts: 'period',
  schablons: 'valid_from',
  programmes: 'code',
  regions: 'code',
} as const;
/** A column whose change leaves the key as it is. */
const VALUE_COLUMNS = {
  statistics: ['decisions'],
  forecasts: ['decisions_per_month', 'decisions', 'expenditure_mkr'],
  schablons: ['value'],
  programmes: ['programme'],
  regions: ['region'],
} as const;

/** Hours without a range around them. */
const isLoneRate = (cell: Cell): boolean =>
  !isShare(cell) && cell.sheet.cell(cell.record, cell.sheet.column('low')).trim() === '';
const isNumber = (kind: Kind | undefined): boolean => kind === 'count' || kind === 'amount' || kind === 'rate';

/** The number of a cell, and how the file writes another one. */
const numberOf = (sheet: Sheet, record: number, column: number): number =>
  Number(sheet.cell(record, column).replaceAll(/[\s%]/g, '').replace(',', '.'));

function duplicate(folder: Parameters<Operator['plant']>[0], dice: Parameters<Operator['plant']>[1], isSame: boolean) {
  const sheet = anySheet(folder, dice);
  const from = dice.pick(sheet.rows);
  const to = dice.integer(from + 1, sheet.records.length);
  sheet.insert(to, sheet.records[from] as string[]);
  const cell = { sheet, record: to, column: sheet.column(KEY_COLUMN[sheet.table]) };
  if (isSame) return atCell(cell, 'key-duplicate');
  const keys: readonly string[] = VALUE_COLUMNS[sheet.table];
  const column = sheet.columns.findIndex(({ key }, at) => keys.includes(key) && sheet.cell(to, at).trim() !== '');
  const { kind } = sheet.columns[column] as Sheet['columns'][number];
  if (isNumber(kind)) {
    const other = isShare({ sheet, record: to, column }) ? '0' : String(Math.ceil(numberOf(sheet, to, column)) + 1);
    sheet.set(to, column, other);
    // A range stands around the value that it was made for.
    for (const key of ['low', 'high']) if (sheet.has(key)) sheet.set(to, sheet.column(key), '');
  } else {
    const others = sheet.rows.map((row) => sheet.cell(row, column)).filter((text) => text !== sheet.cell(from, column));
    if (others.length === 0) return null;
    sheet.set(to, column, dice.pick(others));
  }
  return atCell(cell, 'key-conflict');
}

/** Faults of rows, and of rows beside each other. */
export const ROW_FAULTS: readonly Operator[] = [
  { fault: 'B01', name: 'a row given twice', plant: (folder, dice) => duplicate(folder, dice, true) },
  { fault: 'B02', name: 'one key with two values', plant: (folder, dice) => duplicate(folder, dice, false) },
  {
    fault: 'B01',
    name: 'a row given twice, its month and its counts written in another way',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics');
      const column = sheet.column('month');
      const from = dice.pick(sheet.rows);
      const digits = /^(\d{4})[-M]?(\d{2})(?:-01)?$/.exec(sheet.cell(from, column).trim());
      if (digits === null) return null;
      const record = dice.integer(from + 1, sheet.records.length);
      sheet.insert(record, sheet.records[from] as string[]);
      const [, year, month] = digits;
      sheet.set(
        record,
        column,
        dice.pick([`${year}-${month}`, `${year}${month}`, `${year}m${month}`, ` ${year}-${month}-01`]),
      );
      sheet.set(record, sheet.column('decisions'), String(numberOf(sheet, from, sheet.column('decisions'))));
      return atCell({ sheet, record, column }, 'key-duplicate');
    },
  },
  {
    fault: 'B03',
    name: 'a row in two files of one table',
    plant: (folder, dice) => {
      const [first, second] = folder.sheets.filter(({ table }) => table === 'statistics');
      if (first === undefined || second === undefined) return null;
      const from = dice.pick(first.rows);
      const record = second.records.length;
      const number = (text: string): string =>
        text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(/[.,]/, second.style.decimal);
      const cells = second.columns.map(({ key, kind }) => {
        const text = first.has(key) ? first.cell(from, first.column(key)) : '';
        return second.written(isNumber(kind) && /^\d/.test(text) ? number(text) : text, kind);
      });
      // The two may differ in their optional columns, and then in what the row says.
      second.insert(record, cells);
      return atCell({ sheet: second, record, column: second.column('month') }, 'key-duplicate', 'key-conflict');
    },
  },
  {
    fault: 'B08',
    name: 'more new decisions than decisions',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { tables: ['statistics'], keys: ['new_decisions'] });
      if (cell === null) return null;
      const { sheet, record } = cell;
      put(cell, String(numberOf(sheet, record, sheet.column('decisions')) + dice.integer(1, 500)));
      return atCell(cell, 'more-new-than-all');
    },
  },
  {
    fault: 'B08',
    name: 'more collaboration cases than new decisions',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { tables: ['statistics'], keys: ['collaboration_cases'] });
      if (cell === null) return null;
      const { sheet, record } = cell;
      put(cell, String(numberOf(sheet, record, sheet.column('new_decisions')) + dice.integer(1, 500)));
      return atCell(cell, 'more-collaboration-than-new');
    },
  },
  {
    fault: 'B18',
    name: 'no quantity in a forecast',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { tables: ['forecasts'], keys: VALUE_COLUMNS.forecasts });
      if (cell === null) return null;
      put(cell, dice.pick(['', ' ', '..', '-']));
      return atRow(cell.sheet, cell.record, 'quantity-count');
    },
  },
  {
    fault: 'B18',
    name: 'an error value for the quantity of a forecast',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { tables: ['forecasts'], keys: VALUE_COLUMNS.forecasts });
      if (cell === null) return null;
      put(cell, dice.pick(['#SAKNAS!', '#REF!', '#DIV/0!']));
      return atCell(cell, 'cell-spreadsheet-error');
    },
  },
  {
    fault: 'B18',
    name: 'two quantities in a forecast',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { tables: ['forecasts'], keys: VALUE_COLUMNS.forecasts, isBlank: true });
      if (cell === null) return null;
      put(cell, '1200');
      return atRow(cell.sheet, cell.record, 'quantity-count');
    },
  },
  {
    fault: 'B19',
    name: 'half of a range',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { keys: ['low', 'high'] });
      if (cell === null) return null;
      put(cell, '');
      return atCell(cell, 'range-half');
    },
  },
  {
    fault: 'B19',
    name: 'a range that does not hold its value',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { keys: ['low', 'high'] });
      if (cell === null) return null;
      const { sheet, record } = cell;
      const keys: readonly string[] = VALUE_COLUMNS[sheet.table];
      const column = sheet.columns.findIndex(
        ({ key }, at) => keys.includes(key) && sheet.cell(record, at).trim() !== '',
      );
      const [low, high] = [sheet.column('low'), sheet.column('high')];
      const swapped = [sheet.raw(record, low), sheet.raw(record, high)] as const;
      sheet.setRaw(record, low, swapped[1]);
      sheet.setRaw(record, high, swapped[0]);
      return atCell({ sheet, record, column }, 'range-order');
    },
  },
  replacing('B20', 'an end before the beginning', ['validity-order'], { keys: ['valid_to'] }, ['1999-12', '2001-01']),
  replacing(
    'B20',
    'an end before the beginning, where there was none',
    ['validity-order'],
    { keys: ['valid_to'], isBlank: true },
    [...['1999-12', 'januari 2001']],
  ),
  replacing('B21', 'hours without a work step', ['step-missing'], { keys: ['step'] }, ['', ' ', '..', '-']),
  replacing('B21', 'a share of a work step', ['step-unexpected'], { keys: ['step'], isBlank: true, fits: isShare }, [
    'bedöma',
    'hela ärendet',
  ]),
  replacing('B21', 'no measure', ['measure-unknown'], { keys: ['measure'] }, [
    ...['hours', 'timmar', 'grundtimma', 'andel', 'base hours case', '1', 'bas_timmar'],
  ]),
  replacing('B21', 'a blank measure', ['cell-missing'], { keys: ['measure'] }, ['', ' ', '..', '-']),
  replacing('B21', 'no priority', ['priority-unknown'], { keys: ['priority'] }, ['should', 'bör', '1', 'hög', 'skall']),
  replacing('B22', 'a cost of 0', ['number-not-positive'], { keys: ['cost_per_decision'] }, ['0', '00', '-0', '0']),
  {
    ...replacing('N19', 'minutes for hours', ['hours-large'], { keys: ['value'], fits: isLoneRate }, [
      '90',
      '45',
      '150',
    ]),
    isWarning: true,
  },
];
