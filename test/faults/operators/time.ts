import { type CellWish, type Operator, replacing } from '../planted.ts';

const MOMENT: CellWish = { kinds: ['month', 'period', 'day'] };
const MONTH: CellWish = { kinds: ['month'] };
const MONTH_OR_PERIOD: CellWish = { kinds: ['month', 'period'] };
const DAY: CellWish = { kinds: ['day'] };

/** Faults of months, periods and days. */
export const TIME_FAULTS: readonly Operator[] = [
  replacing('T02', 'a month or a day of one', ['date-ambiguous'], MOMENT, [
    ...['jan-23', 'JAN-23', 'maj-23', 'okt 22', 'dec.22', 'mar-21', 'feb. 23', '1-jan-23', '1 maj 23', 'augusti-22'],
  ]),
  replacing('T03', 'the day number of a spreadsheet', ['date-serial'], MOMENT, [
    ...['44927', '44927,0', '44927.00', '43831', '45291', '36526'],
  ]),
  replacing('T05', 'day and month in an order that nobody knows', ['date-ambiguous'], MOMENT, [
    ...['01/02/2023', '1/2/2023', '1.2.2023', '13/01/2023', '01.12.2022', '12/31/2022'],
  ]),
  replacing('T04', 'a month that the calendar lacks', ['date-outside-calendar'], MONTH_OR_PERIOD, [
    ...['2023-13', '2023-00', '202313', '202300', '2023M13', '2023-99', '2023-13-01', '2023-00-01'],
  ]),
  replacing('T04', 'no month', ['month-syntax'], MONTH, [
    ...['2023-1', '13/2023', '2023/01', '01-2023', 'januari', 'jan', '2023-jan', '2023 01', '2023.01', '1', '23-01'],
    ...['januari2023', 'januri 2023', 'månad 1', '2023–01', '2023-O1', '2O23-01', 'idag', '2023-01-', '-2023-01'],
  ]),
  replacing('T07', 'a day that the calendar lacks', ['date-outside-calendar'], { kinds: ['month', 'period', 'day'] }, [
    ...['2023-02-29', '2100-02-29', '2022-04-31', '2023-01-32', '2023-01-00', '1900-02-29'],
  ]),
  replacing('T06', 'a day where a month belongs', ['month-not-first-day'], MONTH_OR_PERIOD, [
    ...['2023-01-15', '2022-12-31', '2024-02-29', '2021-06-02'],
  ]),
  replacing('T09', 'a year out of reach', ['date-outside-calendar'], MONTH_OR_PERIOD, [
    ...['0203-01', '20023-01', '1989-12', '2101-01', '198912', '0000-01', '3022-05', '1823-01-01'],
  ]),
  replacing('T09', 'a day in a year out of reach', ['date-outside-calendar'], DAY, [
    ...['0202-10-24', '20222-10-24', '1989-12-31', '2101-01-01', '18991231'],
  ]),
  replacing('T11', 'a week, a quarter or a year where a month belongs', ['month-is-period'], MONTH, [
    ...['vecka 5', 'v 5', 'v. 52', 'week 12', '2023-Q1', '2023Q4', '2023K2', '2023'],
  ]),
  replacing('T11', 'no period', ['period-syntax'], { kinds: ['period'] }, [
    ...['hela året', 'Q1', 'kv 1', 'kvartal 1', '2023/24', '2023-W05', 'vecka 5', '2023-1', '1', '2023-H1'],
  ]),
  replacing('T11', 'a quarter that no year has', ['date-outside-calendar'], { kinds: ['period'] }, [
    ...['2023-Q5', '2023Q0', '2023K9', '20023', '1989', '2101', '0203-Q1'],
  ]),
  replacing('T04', 'no day', ['day-syntax'], DAY, [
    ...['24 oktober 2022', 'oktober', '24/10', '2022/10/24', '22-10-24', '2022-10-4', 'idag', '2022-10-24T00:00', '1'],
  ]),
  replacing(
    'T13',
    'a blank or a mark for missing where a moment is required',
    ['cell-missing'],
    { kinds: ['month', 'period', 'day'], isRequired: true },
    ['', ' ', '-', '..', '…', 'saknas', 'NA'],
  ),
  replacing(
    'T13',
    'an error value where a moment is required',
    ['cell-spreadsheet-error'],
    { kinds: ['month', 'period', 'day'], isRequired: true },
    ['#SAKNAS!', '#N/A', '########', '#VÄRDEFEL!'],
  ),
  replacing('T14', 'a hidden character in a moment', ['hidden-character'], MOMENT, (text, dice) => {
    const hidden = dice.pick(['\u200B', '\u00AD', '\u200E', '\u2060', '\u202A']);
    return dice.chance(0.5) ? text.trim() + hidden : hidden + text.trim();
  }),
  replacing('T14', 'look-alike digits in a moment', ['month-syntax', 'period-syntax', 'day-syntax'], MOMENT, (text) => {
    const changed = text.replace('20', '２０');
    return changed === text ? null : changed;
  }),
];
