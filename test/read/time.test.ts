import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../src/domain/day.ts';
import { isoMonth, type Month, monthOf, monthsAfter } from '../../src/domain/month.ts';
import { isoPeriod } from '../../src/domain/period.ts';
import { momentFault, readDay, readMonth, readPeriod } from '../../src/read/time.ts';

function monthText(text: string): string | null {
  const month = readMonth(text);
  return typeof month === 'number' ? isoMonth(month) : month;
}

function periodText(text: string): string | null {
  const period = readPeriod(text);
  return period === null || period === 'not-first-day' ? period : isoPeriod(period);
}

function dayText(text: string): string | null {
  const day = readDay(text);
  return day === null ? null : isoDay(day);
}

describe('a month', () => {
  test.each([
    ['T01', '2023-01', '2023-01'],
    ['T01', '202301', '2023-01'],
    ['T01 as Statistics Sweden writes it', '2023M01', '2023-01'],
    ['T01', '2023m01', '2023-01'],
    ['T01 its first day', '2023-01-01', '2023-01'],
    ['T01', 'januari 2023', '2023-01'],
    ['T01', 'Januari 2023', '2023-01'],
    ['T01', 'JANUARI 2023', '2023-01'],
    ['T01', 'jan 2023', '2023-01'],
    ['T01', 'jan. 2023', '2023-01'],
    ['T01', 'february 2024', '2024-02'],
    ['T01', 'feb 2024', '2024-02'],
    ['T01', 'mars 2023', '2023-03'],
    ['T01', 'Mar 2023', '2023-03'],
    ['T01', 'april 2023', '2023-04'],
    ['T01', 'maj 2023', '2023-05'],
    ['T01', 'May 2023', '2023-05'],
    ['T01', 'juni 2023', '2023-06'],
    ['T01', 'July 2023', '2023-07'],
    ['T01', 'aug 2023', '2023-08'],
    ['T01', 'sept 2023', '2023-09'],
    ['T01', 'sep. 2023', '2023-09'],
    ['T01', 'okt 2023', '2023-10'],
    ['T01', 'October 2023', '2023-10'],
    ['T01', 'november 2023', '2023-11'],
    ['T01', 'december 2022', '2022-12'],
    ['the first year', '1990-01', '1990-01'],
    ['the last year', '2100-12', '2100-12'],
  ])('%s %j is %s', (_, text, month) => {
    expect(monthText(text)).toBe(month);
  });

  test.each([
    ['T02 a month or a day', 'jan-23'],
    ['T02', 'jan 23'],
    ['T03 a serial number', '44927'],
    ['T03', '44927,0'],
    ['T04 month 13', '2023-13'],
    ['T04 month 0', '2023-00'],
    ['T04', '202313'],
    ['T04', '2023M13'],
    ['T04 the month first', '13/2023'],
    ['T04 one digit', '2023-1'],
    ['T04', '1-2023'],
    ['T05 a day or a month first', '01/02/2023'],
    ['T07 no leap year', '2023-02-29'],
    ['T09 a year of three digits', '203-01'],
    ['T09 a year of five digits', '20023-01'],
    ['T09 a slip in the year', '0203-01'],
    ['T09 before all years', '1989-12'],
    ['T09 after all years', '2101-01'],
    ['T09', 'januari 1889'],
    ['T11 a week', 'vecka 5'],
    ['T11 a quarter', '2023-Q1'],
    ['T11 a year', '2023'],
    ['T12 a code', '10-12'],
    ['a day without hyphens', '20230101'],
    ['an unknown name', 'janvier 2023'],
    ['a short name that is none', 'ja 2023'],
    ['the year first', '2023 januari'],
    ['no space', 'januari2023'],
    ['two spaces', 'januari  2023'],
    ['a time', '2023-01-01 00:00'],
    ['full-width digits', '２０２３-０１'],
    ['an en dash', '2023–01'],
    ['a space for the hyphen', '2023 01'],
    ['a name that every object has', 'constructor 2023'],
    ['a line break', '2023-01\n'],
    ['nothing', ''],
  ])('%s %j is refused', (_, text) => {
    expect(monthText(text)).toBeNull();
  });

  test.each(['2023-01-15', '2023-01-31', '2024-02-29', '2023-12-02'])(
    'T06 %s is a day in the middle of one',
    (text) => {
      expect(monthText(text)).toBe('not-first-day');
    },
  );

  test('is the same in every way of writing it', () => {
    const swedish = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
    const english = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const digits = String(number).padStart(2, '0');
        const written = [
          `${year}-${digits}`,
          `${year}${digits}`,
          `${year}M${digits}`,
          `${year}-${digits}-01`,
          `${swedish[number - 1]} ${year}`,
          `${english[number - 1]} ${year}`,
          `${swedish[number - 1]?.slice(0, 3)} ${year}`,
          `${english[number - 1]?.slice(0, 3)}. ${year}`,
        ];
        for (const text of written) expect(readMonth(text)).toBe(monthOf(year, number) as Month);
      }),
    );
  });
});

describe('a period', () => {
  test.each([
    ['2023', '2023'],
    ['2023-Q1', '2023-Q1'],
    ['2023Q1', '2023-Q1'],
    ['2023K1', '2023-Q1'],
    ['2023-K4', '2023-Q4'],
    ['2023-q3', '2023-Q3'],
    ['2023k2', '2023-Q2'],
    ['2023-01', '2023-01'],
    ['202312', '2023-12'],
    ['2023M01', '2023-01'],
    ['2023-04-01', '2023-04'],
    ['oktober 2023', '2023-10'],
  ])('%s is %s', (text, period) => {
    expect(periodText(text)).toBe(period);
  });

  test.each([
    ['quarter 5', '2023-Q5'],
    ['quarter 0', '2023Q0'],
    ['a quarter apart', '2023 Q1'],
    ['the quarter first', 'Q1 2023'],
    ['Kv', '2023Kv1'],
    ['a year of three digits', '203'],
    ['a year of five digits', '20233'],
    ['a year before all years', '1989'],
    ['a year after all years', '2101'],
    ['a quarter before all years', '1989-Q4'],
    ['a half year', '2023-H1'],
    ['two years', '2023-2024'],
    ['T03 a serial number', '44927'],
    ['T04', '2023-13'],
    ['T11 a week', 'vecka 5'],
    ['nothing', ''],
  ])('%s %j is refused', (_, text) => {
    expect(periodText(text)).toBeNull();
  });

  test('T06 a day in the middle of a month is said to be one', () => {
    expect(periodText('2023-01-15')).toBe('not-first-day');
  });

  test('is the same quarter in every way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('-Q', 'Q', 'K', '-K', 'q', '-k'),
        (year, quarter, sign) => {
          expect(readPeriod(`${year}${sign}${quarter}`)).toEqual({ first: monthOf(year, 3 * quarter - 2), months: 3 });
        },
      ),
    );
  });
});

describe('a day', () => {
  test.each([
    ['2022-10-28', '2022-10-28'],
    ['20221028', '2022-10-28'],
    ['2024-02-29', '2024-02-29'],
    ['1990-01-01', '1990-01-01'],
    ['2100-12-31', '2100-12-31'],
  ])('%s is %s', (text, day) => {
    expect(dayText(text)).toBe(day);
  });

  test.each([
    ['T03 a serial number', '44862'],
    ['T05 a day or a month first', '28/10/2022'],
    ['T05', '10/28/2022'],
    ['T07 no leap year', '2023-02-29'],
    ['T07', '20230229'],
    ['T07 a hundredth year is none', '2100-02-29'],
    ['T07 1900', '1900-02-28'],
    ['a month', '2022-10'],
    ['one digit', '2022-10-8'],
    ['a time', '2022-10-28 00:00'],
    ['a time as a machine writes it', '2022-10-28T00:00:00Z'],
    ['half its hyphens', '2022-1028'],
    ['in words', '28 oktober 2022'],
    ['nothing', ''],
  ])('%s %j is refused', (_, text) => {
    expect(dayText(text)).toBeNull();
  });
});

describe('what a text is that is not what was expected', () => {
  const CALENDAR = { code: 'date-outside-calendar', facts: { from: 1990, to: 2100 } };
  const ambiguous = (...readings: string[]) => ({ code: 'date-ambiguous', facts: { readings } });
  const serial = (date: string, date1904: string) => ({ code: 'date-serial', facts: { date, date1904 } });
  const bare = (code: string) => ({ code, facts: {} });

  test.each<[string, 'month' | 'period' | 'day', string, object]>([
    ['T02', 'month', 'jan-23', ambiguous('2023-01')],
    ['T02', 'month', 'jan 23', ambiguous('2023-01')],
    ['T02', 'month', 'Okt.-22', ambiguous('2022-10')],
    ['T02', 'period', 'maj-23', ambiguous('2023-05')],
    ['T02', 'day', 'jan-23', ambiguous('2023-01-01')],
    ['T02 with its day', 'day', '15-jan-23', ambiguous('2023-01-15')],
    ['T02 with its day', 'month', '01-mar-23', ambiguous('2023-03')],
    ['T02 with a day that its month lacks', 'day', '31-feb-23', bare('day-syntax')],
    ['T03', 'month', '44927', serial('2023-01-01', '2027-01-02')],
    ['T03 with a decimal', 'month', '44927,0', serial('2023-01-01', '2027-01-02')],
    ['T03 with a decimal', 'period', '44927.00', serial('2023-01-01', '2027-01-02')],
    ['T03', 'day', '44862', serial('2022-10-28', '2026-10-29')],
    ['T03 of a leap day', 'day', '45351', serial('2024-02-29', '2028-03-01')],
    ['T03 the first', 'month', '32874', serial('1990-01-01', '1994-01-02')],
    ['T03 the last', 'month', '73415', serial('2100-12-31', '2105-01-01')],
    ['T03 before the first', 'month', '32873', bare('month-syntax')],
    ['T03 after the last', 'month', '73416', bare('month-syntax')],
    ['T03 with a part of a day', 'month', '44927,5', bare('month-syntax')],
    ['T04', 'month', '2023-13', CALENDAR],
    ['T04', 'month', '2023-00', CALENDAR],
    ['T04', 'month', '202313', CALENDAR],
    ['T04', 'month', '2023M13', CALENDAR],
    ['T04 the month first', 'month', '13/2023', bare('month-syntax')],
    ['T04 one digit', 'month', '2023-1', bare('month-syntax')],
    ['T05', 'month', '01/02/2023', ambiguous('2023-02', '2023-01')],
    ['T05', 'day', '01/02/2023', ambiguous('2023-02-01', '2023-01-02')],
    ['T05 with points', 'day', '1.2.2023', ambiguous('2023-02-01', '2023-01-02')],
    ['T05 with one sense only', 'day', '28/10/2022', ambiguous('2022-10-28')],
    ['T05 with one sense only', 'day', '10/28/2022', ambiguous('2022-10-28')],
    ['T05 the same either way', 'day', '03/03/2023', ambiguous('2023-03-03')],
    ['T05 with no sense', 'day', '31/31/2022', bare('day-syntax')],
    ['T06', 'month', '2023-01-15', { code: 'month-not-first-day', facts: { month: '2023-01' } }],
    ['T06', 'period', '2023-01-15', { code: 'month-not-first-day', facts: { month: '2023-01' } }],
    ['T07', 'day', '2023-02-29', CALENDAR],
    ['T07', 'day', '20230229', CALENDAR],
    ['T07', 'day', '1900-02-29', CALENDAR],
    ['T09 a slip in the year', 'month', '0203-01', CALENDAR],
    ['T09 a year of five digits', 'month', '20023-01', CALENDAR],
    ['T09 a year of five digits', 'period', '20233', CALENDAR],
    ['T09 after all years', 'month', '2101-01', CALENDAR],
    ['T09 before all years', 'period', '1989', CALENDAR],
    ['T09', 'period', '1989-Q4', CALENDAR],
    ['T11', 'month', '2023-Q1', bare('month-is-period')],
    ['T11', 'month', '2023K1', bare('month-is-period')],
    ['T11', 'month', '2023', bare('month-is-period')],
    ['T11', 'month', 'vecka 5', bare('month-is-period')],
    ['T11', 'month', 'v. 5', bare('month-is-period')],
    ['T11', 'period', 'vecka 5', bare('period-syntax')],
    ['a quarter that there is not', 'period', '2023-Q5', CALENDAR],
    ['a month for a day', 'day', '2022-10', bare('day-syntax')],
    ['a month for a day', 'day', '202210', bare('day-syntax')],
    ['a year for a day', 'day', '2022', bare('day-syntax')],
    ['a day without hyphens for a month', 'month', '20230101', bare('month-syntax')],
    ['a day without hyphens for a period', 'period', '20230101', bare('period-syntax')],
    ['a word', 'day', 'i dag', bare('day-syntax')],
    ['nothing', 'period', '', bare('period-syntax')],
  ])('%s as a %s: %j', (_, expected, text, fault) => {
    expect(momentFault(text, expected)).toEqual(fault);
  });

  test('is never a number, an ambiguous date or one outside the calendar where any way of reading takes it', () => {
    const digits = fc.constantFrom(...'0123456789');
    const unit = fc.oneof({ weight: 6, arbitrary: digits }, fc.constantFrom('-', 'M', 'Q', 'K', '.', ' ', '/', ','));
    const year = fc.integer({ min: 1985, max: 2105 });
    const small = fc.integer({ min: 0, max: 32 }).map((number) => String(number).padStart(2, '0'));
    const texts = fc.oneof(
      fc.string({ unit, maxLength: 10 }),
      fc
        .tuple(year, fc.constantFrom('', '-', 'M', '-Q', 'K'), small, fc.constantFrom('', '-', '/'), small)
        .map((parts) => parts.join('')),
      fc.tuple(year, fc.constantFrom('-', 'M', '-Q', 'K', ''), small).map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom('jan', 'maj', 'okt.', 'mars'), fc.constantFrom(' ', '-'), year)
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('month', 'period', 'day'), (text, expected) => {
        const { code } = momentFault(text, expected);
        const isTaken = [readMonth(text), readPeriod(text), readDay(text)].some((each) => each !== null);
        if (isTaken) expect(['date-serial', 'date-ambiguous', 'date-outside-calendar']).not.toContain(code);
        else expect(['month-is-period', 'month-not-first-day']).not.toContain(code);
      }),
      { numRuns: 5000 },
    );
  });

  test('T03 names the day of every serial number, as the calendar has them', () => {
    const days = Array.from({ length: 73_416 - 32_874 }, (_, at) => 32_874 + at);
    for (const each of days) {
      const date = new Date(Date.UTC(1899, 11, 30 + each)).toISOString().slice(0, 10);
      const later = new Date(Date.UTC(1899, 11, 30 + each + 1462)).toISOString().slice(0, 10);
      if (JSON.stringify(momentFault(String(each), 'day')) !== JSON.stringify(serial(date, later))) {
        expect(momentFault(String(each), 'day')).toEqual(serial(date, later));
      }
    }
  });

  test.each(['1'.repeat(100_000), `${'1'.repeat(100_000)},0`, 'a'.repeat(100_000), `jan${'-'.repeat(100_000)}`])(
    'F28 takes no time for a long one',
    (text) => {
      const start = performance.now();
      for (const expected of ['month', 'period', 'day'] as const) momentFault(text, expected);
      expect(performance.now() - start).toBeLessThan(1000);
    },
  );
});

test('T08 months are counted over the end of a year in integers, whatever the day', () => {
  const december = readMonth('2022-12-01') as Month;
  expect(isoMonth(monthsAfter(december, 1))).toBe('2023-01');
  expect(isoMonth(monthsAfter(december, -12))).toBe('2021-12');
  expect(readMonth('2023-01-31')).toBe('not-first-day');
});

describe('T10 time zones', () => {
  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Stockholm', 'UTC'])('%s changes nothing', (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect(monthText('2023-01-01')).toBe('2023-01');
      expect(periodText('2024-01-01')).toBe('2024-01');
      expect(dayText('2024-03-31')).toBe('2024-03-31');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('nothing before a month, a period or a day, and nothing after it', () => {
  const MONTHS = ['2023-01', '202301', '2023M01', '2023-01-01', 'januari 2023', 'jan. 2023'];
  const PERIODS = [...MONTHS, '2023-Q1', '2023Q1', '2023K1', '2023'];
  const DAYS = ['2022-10-28', '20221028'];

  test.each([
    ...MONTHS.map((text) => [text, readMonth] as const),
    ...PERIODS.map((text) => [text, readPeriod] as const),
    ...DAYS.map((text) => [text, readDay] as const),
  ])('%s', (text, read) => {
    expect(read(text)).not.toBeNull();
    for (const other of [`1${text}`, `x${text}`, `-${text}`, `x ${text}`, `${text}0`, `${text}x`, `${text} x`]) {
      const isAnother = read !== readDay && /^\d{5,6}$|^\d{4}-\d\d-?\d*$/.test(other);
      if (!isAnother) expect([other, read(other)]).toEqual([other, null]);
    }
  });

  test.each([
    ['januari', 'february', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november'],
    ['january', 'februari', 'march', 'apr', 'may', 'june', 'july', 'august', 'sept', 'october', 'nov'],
    ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'augusti', 'sep', 'okt', 'nov', 'dec'],
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'august', 'sep', 'oct', 'nov', 'december'],
  ])('each month has its names: %s, %s, …', (...names) => {
    const read = names.map((name) => monthText(`${name} 2023`));
    expect(read).toEqual(names.map((_, at) => `2023-${String(at + 1).padStart(2, '0')}`));
  });

  test.each([
    ['v. 2', 'month', 'month-is-period'],
    ['v2', 'month', 'month-is-period'],
    ['Vecka 12', 'month', 'month-is-period'],
    ['week 1', 'month', 'month-is-period'],
    ['xv2', 'month', 'month-syntax'],
    ['vilken', 'month', 'month-syntax'],
    ['v.', 'month', 'month-syntax'],
    ['202313', 'month', 'date-outside-calendar'],
    ['202313x', 'month', 'month-syntax'],
    ['x202313', 'month', 'month-syntax'],
    ['2023-Q7', 'period', 'date-outside-calendar'],
    ['2023Q7', 'period', 'date-outside-calendar'],
    ['2023Q7x', 'period', 'period-syntax'],
    ['20233', 'period', 'date-outside-calendar'],
    ['2023Q7', 'day', 'day-syntax'],
    ['1-jan-23', 'month', 'date-ambiguous'],
    ['123-jan-23', 'month', 'month-syntax'],
    ['xx jan-23', 'month', 'month-syntax'],
    ['01/02/2023', 'month', 'date-ambiguous'],
    ['101/02/2023', 'month', 'month-syntax'],
    ['01/02/20234', 'month', 'month-syntax'],
  ] as const)('%s for a %s is %s', (text, expected, code) => {
    expect(momentFault(text, expected).code).toBe(code);
  });
});
