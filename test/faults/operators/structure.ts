import { anyCell, anySheet, atCell, atFile, atRow, type Operator, textOf } from '../planted.ts';
import type { Sheet } from '../sheet.ts';
import { soundFolder } from '../sound-folder.ts';

/** Names of each column, one of which a second column could bear. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  month: 'Månad',
  programme: 'Program',
  region: 'REGION',
  decisions: 'beslut',
  new_decisions: 'nya beslut',
  published: 'publicerad',
  period: 'kvartal',
  valid_from: 'giltig från',
  measure: 'mått',
  step: 'Arbetsmoment',
  value: 'värde',
  code: 'kod',
  low: 'låg',
  high: 'hög',
  source: 'källa',
};

const TOTALS = [
  'Summa',
  'Totalt',
  'SUMMA',
  'Delsumma',
  'Totalt:',
  'Summa Nordost',
  'Nordost totalt',
  'Hela landet',
  'Samtliga',
];
const FOOTNOTES = [
  '* preliminära uppgifter',
  'Källa: registret',
  'Anm: uppgifterna är preliminära',
  '1) Avser både nya och pågående beslut',
  'Uppgifterna hämtades i mars',
  '# kommentar till tabellen',
  'Not. Uppdiktat',
];
const DIGIT_TABLES = ['statistics', 'forecasts', 'schablons'] as const;

function addColumn(sheet: Sheet, at: number, name: string, cell: (record: number) => string): void {
  sheet.columns.splice(at, 0, { key: 'other', name, kind: 'text', isRequired: false });
  for (const [record, cells] of sheet.records.entries()) {
    cells.splice(at, 0, sheet.written(record === 0 ? name : cell(record)));
  }
}

const headerLine = (sheet: Sheet): number => sheet.line(0);
const hasQuotes = (sheet: Sheet): boolean => sheet.records.some((cells) => cells.some((cell) => cell.includes('"')));
const fillers = (sheet: Sheet, first: string): string[] =>
  sheet.columns.map((_, at) => (at === 0 ? sheet.written(first) : sheet.style.quoting === 'all' ? '""' : ''));

/** Faults of delimiters, quotation marks, headers, and rows that are none. */
export const STRUCTURE_FAULTS: readonly Operator[] = [
  {
    fault: 'S03',
    name: 'a line sep= that names another delimiter',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const others = [';', ',', '\t', '|'].filter((delimiter) => delimiter !== sheet.style.delimiter);
      if (sheet.lead[0]?.startsWith('sep=')) sheet.lead.shift();
      sheet.lead.unshift(`sep=${dice.pick(others)}`);
      return atFile(sheet, 1, 'delimiter-conflict');
    },
  },
  {
    fault: 'S04',
    name: 'a delimiter that no table may have',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const delimiter = dice.pick(['|', '~', '^']);
      if (hasQuotes(sheet) || sheet.lead.length > 0) return null;
      const rows = sheet.records.map((cells) => cells.join(delimiter));
      sheet.records.splice(0, sheet.records.length, ...rows.map((row) => [row]));
      return atFile(sheet, headerLine(sheet), 'delimiter-unknown');
    },
  },
  {
    fault: 'S08',
    name: 'a quotation mark that is never closed',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, { fits: ({ sheet }) => !hasQuotes(sheet) });
      if (cell === null) return null;
      const { sheet, record, column } = cell;
      sheet.setRaw(record, column, `"${sheet.raw(record, column)}`);
      return { ...atCell(cell, 'quote-unclosed'), value: undefined };
    },
  },
  {
    fault: 'S09',
    name: 'a quotation mark that a later row closes',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        fits: ({ sheet, record }) => !hasQuotes(sheet) && record + 3 < sheet.records.length,
      });
      if (cell === null) return null;
      const { sheet, record, column } = cell;
      const later = record + dice.integer(1, 3);
      sheet.setRaw(record, column, `"${sheet.raw(record, column)}`);
      sheet.setRaw(later, column, `${sheet.raw(later, column)}"`);
      return {
        ...atCell(cell, 'quote-runaway', 'quote-misplaced', 'cell-line-break'),
        value: undefined,
      };
    },
  },
  {
    fault: 'S10',
    name: 'a quotation mark within a cell',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        fits: ({ sheet, record, column }) => !sheet.raw(record, column).includes('"'),
      });
      if (cell === null) return null;
      const { sheet, record, column } = cell;
      const text = sheet.raw(record, column);
      sheet.setRaw(
        record,
        column,
        dice.pick([`${text}"`, `${text.slice(0, 1)}"${text.slice(1)}`, `"${text}"x`, ` "${text}"`]),
      );
      return { ...atCell(cell, 'quote-misplaced'), value: undefined };
    },
  },
  {
    fault: 'S12',
    name: 'a row with a cell too few',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.pick(sheet.rows);
      sheet.records[record]?.splice(dice.integer(0, sheet.columns.length - 1), 1);
      return atRow(sheet, record, 'row-width');
    },
  },
  {
    fault: 'S12',
    name: 'a row with a cell too many',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.pick(sheet.rows);
      sheet.records[record]?.splice(dice.integer(0, sheet.columns.length), 0, sheet.written('17'));
      return sheet.cell(record, sheet.columns.length).trim() === '' ? null : atRow(sheet, record, 'row-width');
    },
  },
  {
    fault: 'S12',
    name: 'a decimal comma in a file with commas between the cells',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        kinds: ['count', 'amount', 'rate'],
        fits: ({ sheet }) => sheet.style.delimiter === ',',
      });
      if (cell === null) return null;
      const { sheet, record, column } = cell;
      sheet.setRaw(record, column, '1,5');
      return sheet.cell(record, sheet.columns.length - 1).trim() === '' && column < sheet.columns.length - 1
        ? null
        : atRow(sheet, record, 'row-width');
    },
  },
  {
    fault: 'S12',
    name: 'two rows on one line',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      if (sheet.rows.length < 2) return null;
      const record = dice.integer(1, sheet.records.length - 2);
      const [next] = sheet.records.splice(record + 1, 1);
      sheet.records[record]?.push(...(next ?? []));
      return atRow(sheet, record, 'row-width');
    },
  },
  {
    fault: 'S13',
    name: 'one column under two names',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const names = sheet.columns.flatMap(({ key }) => OTHER_NAMES[key] ?? []);
      const name = dice.pick(names);
      const at = sheet.columns.length;
      addColumn(sheet, at, name, () => '');
      return atCell({ sheet, record: 0, column: at }, 'header-duplicate');
    },
  },
  {
    fault: 'S15',
    name: 'a slip of the pen in the name of an optional column',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        fits: ({ sheet, column }) =>
          sheet.columns[column]?.isRequired === false && /^\w{6,}$/.test(sheet.columns[column].name),
      });
      const column = cell?.sheet.columns[cell.column];
      // Of a forecast's quantities one must be known, or a column is missing.
      if (cell === null || column === undefined || column.key === 'other') return null;
      if (cell.sheet.table === 'forecasts' && /decisions|beslut|utgift|expend/i.test(column.name)) return null;
      const { sheet } = cell;
      sheet.set(0, cell.column, `${column.name.slice(0, -2)}${column.name.slice(-1)}`);
      return atCell({ sheet, record: 0, column: cell.column }, 'header-misspelt');
    },
  },
  {
    fault: 'S16',
    name: 'a required column that is not there',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics', 'forecasts', 'schablons');
      const at = dice.pick(sheet.columns.flatMap(({ isRequired }, column) => (isRequired ? [column] : [])));
      for (const cells of sheet.records) cells.splice(at, 1);
      return atFile(sheet, headerLine(sheet), 'header-missing');
    },
  },
  {
    fault: 'S16',
    name: 'a required column under a name of its own',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics', 'forecasts', 'schablons');
      const at = dice.pick(sheet.columns.flatMap(({ isRequired }, column) => (isRequired ? [column] : [])));
      sheet.set(0, at, dice.pick(['Kolumn9', 'Antal personer', 'Rubrik']));
      return atFile(sheet, headerLine(sheet), 'header-missing');
    },
  },
  {
    fault: 'S16',
    name: 'two names of columns run together',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics', 'schablons');
      if (sheet.columns.length < 3 || hasQuotes(sheet)) return null;
      const at = dice.integer(0, sheet.columns.length - 2);
      if (!sheet.columns[at]?.isRequired && !sheet.columns[at + 1]?.isRequired) return null;
      const [next] = sheet.records[0]?.splice(at + 1, 1) ?? [];
      sheet.setRaw(0, at, `${sheet.raw(0, at)} ${next}`);
      return atFile(sheet, headerLine(sheet), 'header-missing');
    },
  },
  {
    fault: 'S17',
    name: 'a value in a column without a name',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.pick(sheet.rows);
      const at = dice.integer(1, sheet.columns.length - 1);
      addColumn(sheet, at, '', (each) => (each === record ? '17' : ''));
      return atCell({ sheet, record, column: at }, 'header-blank');
    },
  },
  {
    fault: 'S18',
    name: 'a file without anything in it',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      sheet.bytes = new TextEncoder().encode(dice.pick(['', '\uFEFF', '\n', '\r\n\r\n', '   ', '\uFEFF \n\n', '\t\n']));
      return atFile(sheet, null, 'file-empty');
    },
  },
  {
    fault: 'S19',
    name: 'a header without rows',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'programmes', 'forecasts', 'schablons');
      sheet.records.splice(
        1,
        sheet.records.length,
        ...(dice.chance(0.3) ? [fillers(sheet, ''), fillers(sheet, '')] : []),
      );
      return atFile(sheet, null, 'no-rows');
    },
  },
  {
    fault: 'S20',
    name: 'no header',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics', 'forecasts', 'schablons');
      if (hasQuotes(sheet) || sheet.lead[0]?.startsWith('sep=')) return null;
      sheet.records.shift();
      return atFile(sheet, 1, 'header-absent', 'header-missing');
    },
  },
  {
    fault: 'S20',
    name: 'a header that sorting has put below rows',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics', 'forecasts', 'schablons');
      const rows = Math.min(dice.integer(1, 12), sheet.records.length - 2);
      const header = sheet.records.shift() ?? [];
      if (rows < 1) return null;
      sheet.insert(rows, header);
      return atFile(sheet, sheet.lead.length + 1, 'header-below-rows');
    },
  },
  {
    fault: 'S22',
    name: 'a second row of headings',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, ...DIGIT_TABLES);
      const words = ['text', 'antal', 'tkr', 'styck', 'enhet', 'anm'];
      sheet.insert(
        1,
        sheet.columns.map((_, at) => (at > 1 && dice.chance(0.3) ? '' : sheet.written(words[at % words.length] ?? ''))),
      );
      return atRow(sheet, 1, 'header-second-row');
    },
  },
  {
    fault: 'S23',
    name: 'a row of sums',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics', 'forecasts', 'schablons');
      const record = dice.pick([sheet.records.length, dice.pick(sheet.rows)]);
      const labelled = dice.pick([
        0,
        sheet.column('programme'),
        ...(sheet.has('region') ? [sheet.column('region')] : []),
      ]);
      const like = sheet.records[dice.pick(sheet.rows)] as string[];
      sheet.insert(record, like);
      sheet.set(record, labelled, dice.pick(TOTALS));
      return atCell({ sheet, record, column: labelled }, 'row-total');
    },
  },
  {
    fault: 'S23',
    name: 'a row of sums with its label alone before the numbers',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice, 'statistics', 'forecasts');
      const record = sheet.records.length;
      const label = dice.pick(TOTALS);
      const cells = sheet.columns.map(({ kind }, at) =>
        at === 0 ? sheet.written(label) : kind === 'count' || kind === 'amount' ? sheet.written('123', kind) : '',
      );
      sheet.insert(record, cells);
      return atCell({ sheet, record, column: 0 }, 'row-total');
    },
  },
  {
    fault: 'S24',
    name: 'a footnote',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.chance(0.7) ? sheet.records.length : dice.pick(sheet.rows);
      const text = dice.pick(FOOTNOTES);
      sheet.insert(record, dice.chance(0.5) ? [sheet.written(text)] : fillers(sheet, text));
      return atRow(sheet, record, 'row-footnote');
    },
  },
  {
    fault: 'S24',
    name: 'a footnote below a blank line',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      sheet.insert(sheet.records.length, ['']);
      sheet.insert(sheet.records.length, [sheet.written(dice.pick(FOOTNOTES))]);
      return atRow(sheet, sheet.records.length - 1, 'row-footnote');
    },
  },
  {
    fault: 'S25',
    name: 'a blank row in the middle',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.integer(1, sheet.records.length - 1);
      sheet.insert(record, dice.pick([[''], fillers(sheet, ''), ['  ']]));
      return atRow(sheet, record, 'row-blank');
    },
  },
  {
    fault: 'S25',
    name: 'a second table below',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const others = soundFolder(dice.integer(0, 9999)).sheets.filter(({ table }) => table !== sheet.table);
      const other = dice.pick(others);
      if (dice.chance(0.5)) sheet.insert(sheet.records.length, ['']);
      const record = sheet.records.length;
      // Written with the delimiter of the file that it stands in.
      for (const number of [0, ...other.rows.slice(0, 3)]) {
        sheet.insert(
          sheet.records.length,
          other.columns.map((_, at) => sheet.written(other.cell(number, at))),
        );
      }
      return atRow(sheet, record, 'second-table', 'header-repeated');
    },
  },
  {
    fault: 'S26',
    name: 'the header once more',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.integer(2, sheet.records.length);
      sheet.insert(record, sheet.records[0] as string[]);
      return atRow(sheet, record, 'header-repeated');
    },
  },
  {
    fault: 'S28',
    name: 'a row that says that rows were left out',
    plant: (folder, dice) => {
      const sheet = anySheet(folder, dice);
      const record = dice.pick(sheet.rows);
      sheet.insert(record, [sheet.written(dice.pick(['...', '…', '(… 12 rader)']))]);
      return atRow(sheet, record, 'row-width', 'row-footnote');
    },
  },
  {
    fault: 'S09',
    name: 'a line break within a number or a month',
    plant: (folder, dice) => {
      const cell = anyCell(folder, dice, {
        kinds: ['count', 'amount', 'rate', 'month', 'period', 'day'],
        fits: (each) => textOf(each).trim().length > 1,
      });
      if (cell === null) return null;
      const text = textOf(cell).trim();
      const { sheet, record, column } = cell;
      sheet.set(record, column, `${text.slice(0, 1)}\n${text.slice(1)}`);
      return atCell(cell, 'cell-line-break');
    },
  },
];
