import { describe, expect, test } from 'vitest';
import { compareRequest } from '../../src/commands/compare-request.ts';
import type { RawOptions } from '../../src/commands/request.ts';
import { dayFromIso } from '../../src/domain/day.ts';
import { Failure } from '../../src/domain/failure.ts';
import { monthFromIso } from '../../src/domain/month.ts';
import { runResurs } from '../harness.ts';
import { SMALL } from './small-folder.ts';

const JANUARY = { month: '2023-01' };
const request = (raw: RawOptions) => compareRequest({ ...JANUARY, ...raw });

/** Why a request is refused: the code and its facts. */
function failureOf(raw: RawOptions): object {
  try {
    compareRequest(raw);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    const { code, facts } = error as Failure;
    return { code, ...facts };
  }
  return { code: 'none' };
}

const asked = (raw: RawOptions) => failureOf({ ...JANUARY, ...raw });
const FORMS = ['last-year', 'outcome:2022-01', 'estimate', 'estimate:2022-01', 'as-of:2022-10-31', 'saved.json'];

describe('a comparison that says no more than its month', () => {
  test('is with last year, by fair shares, without limits, and leaves the kind of the month to the statistics', () => {
    const month = monthFromIso('2023-01');
    expect(request({})).toEqual({
      month,
      months: [month],
      programmes: null,
      regions: null,
      asOf: null,
      scenario: null,
      savedIn: { programmes: null, regions: null },
      of: null,
      with: { kind: 'last-year' },
      method: 'shapley',
      maxIncrease: null,
      maxDecrease: null,
      minChange: null,
    });
  });

  test('needs it', () => {
    expect(failureOf({ with: 'estimate' })).toEqual({ code: 'option-missing', options: ['--month'] });
  });
});

describe('--of', () => {
  test.each(['outcome', 'estimate'])('may be %s', (of) => {
    expect(request({ of }).of).toBe(of);
  });

  test.each([
    ['outcom', ['outcome']],
    ['Estimate', ['estimate']],
    ['last-year', []],
    ['utfall', []],
    ['', []],
  ])('may not be «%s»', (of, near) => {
    const choices = ['outcome', 'estimate'];
    expect(asked({ of })).toEqual({
      code: 'option-value',
      option: '--of',
      value: of,
      expected: 'side-kind',
      choices,
      near,
    });
  });
});

describe('--with', () => {
  test.each([
    ['last-year', { kind: 'last-year' }],
    ['estimate', { kind: 'estimate', month: null }],
    ['estimate:2022-11', { kind: 'estimate', month: monthFromIso('2022-11') }],
    ['outcome:2021-01', { kind: 'outcome', month: monthFromIso('2021-01') }],
    ['outcome:januari 2021', { kind: 'outcome', month: monthFromIso('2021-01') }],
    ['outcome: 202101', { kind: 'outcome', month: monthFromIso('2021-01') }],
    [' outcome:2021M01 ', { kind: 'outcome', month: monthFromIso('2021-01') }],
    ['as-of:2022-10-31', { kind: 'as-of', day: dayFromIso('2022-10-31') }],
    ['as-of:20221031', { kind: 'as-of', day: dayFromIso('2022-10-31') }],
    ['saved.json', { kind: 'saved', file: 'saved.json' }],
    ['../2022/December.JSON', { kind: 'saved', file: '../2022/December.JSON' }],
    ['C:\\data\\saved.json', { kind: 'saved', file: 'C:\\data\\saved.json' }],
  ])('may be «%s»', (text, side) => {
    expect(request({ with: text }).with).toEqual(side);
  });

  const refused = (text: string, near: readonly string[]): void => {
    expect(asked({ with: text })).toEqual({
      code: 'option-value',
      option: '--with',
      value: text,
      expected: 'side',
      choices: FORMS,
      near,
    });
  };

  test.each([
    ['last-yaer', ['last-year']],
    ['lastyear', ['last-year']],
    ['Estimate', ['estimate']],
    ['estimat:2022-01', ['estimate']],
    ['outcomes:2022-01', ['outcome']],
    ['asof:2022-10-31', ['as-of']],
  ])('«%s» is a slip, and what was perhaps meant is named', (text, near) => {
    refused(text, near);
  });

  test.each(['saved', 'saved.csv', '2022-01', '', 'förra året', 'forecast:2022-10'])(
    '«%s» is none of its forms, which are shown',
    (text) => {
      refused(text, []);
    },
  );

  test.each([
    'outcome',
    'as-of',
    'outcome:',
    'outcome:2022',
    'outcome:2022-13',
    'outcome:2022-01-15',
    'estimate:soon',
    'as-of:2022-02-30',
    'as-of:2022-10',
  ])('«%s» lacks its month or its day, and its own word is no suggestion', (text) => {
    refused(text, []);
  });
});

describe('--scenario', () => {
  test('is compared with the estimate without it', () => {
    expect(request({ scenario: 'whatif.csv' })).toMatchObject({ scenario: 'whatif.csv', of: null });
    expect(request({ scenario: 'whatif.csv', of: 'estimate' }).of).toBe('estimate');
  });

  test.each(['last-year', 'estimate', 'outcome:2022-01', 'saved.json', 'nonsense'])(
    'goes not with --with %s',
    (text) => {
      const conflict = { code: 'options-conflict', first: '--scenario', second: '--with' };
      expect(asked({ scenario: 'whatif.csv', with: text })).toEqual(conflict);
    },
  );

  test('goes not with an outcome, which no schablon changes', () => {
    const conflict = { code: 'options-conflict', first: '--scenario', second: '--of outcome' };
    expect(asked({ scenario: 'whatif.csv', of: 'outcome' })).toEqual(conflict);
  });
});

describe('--method', () => {
  test.each(['shapley', 'lmdi'])('may be %s', (method) => {
    expect(request({ method }).method).toBe(method);
  });

  test.each([
    ['shaply', ['shapley']],
    ['LMDI', ['lmdi']],
    ['laspeyres', []],
  ])('may not be %s', (method, near) => {
    expect(asked({ method })).toEqual({
      code: 'option-value',
      option: '--method',
      value: method,
      expected: 'method',
      choices: ['shapley', 'lmdi'],
      near,
    });
  });
});

describe.each([
  ['maxIncrease', '--max-increase'],
  ['maxDecrease', '--max-decrease'],
  ['minChange', '--min-change'],
] as const)('%s', (name, option) => {
  test.each([
    ['10%', { value: 0.1, unit: 'share' }],
    ['10 %', { value: 0.1, unit: 'share' }],
    ['2,5 %', { value: 0.025, unit: 'share' }],
    ['2.5%', { value: 0.025, unit: 'share' }],
    [' 2,5\u00A0% ', { value: 0.025, unit: 'share' }],
    ['250%', { value: 2.5, unit: 'share' }],
    ['0%', { value: 0, unit: 'share' }],
    ['500h', { value: 500, unit: 'hours' }],
    ['500 h', { value: 500, unit: 'hours' }],
    ['1 500h', { value: 1500, unit: 'hours' }],
    ['1\u00A0500,5 h', { value: 1500.5, unit: 'hours' }],
    ['12 000 000h', { value: 12_000_000, unit: 'hours' }],
    ['12500h', { value: 12_500, unit: 'hours' }],
    ['0,5h', { value: 0.5, unit: 'hours' }],
    ['0h', { value: 0, unit: 'hours' }],
  ])('may be «%s»', (text, limit) => {
    expect(request({ [name]: text })[name]).toEqual(limit);
  });

  test.each([
    '10',
    '',
    '%',
    'h',
    '-10%',
    '+10%',
    '\u221210%',
    '1 00h',
    '10 0000h',
    '1 000 %h',
    '1.000,5h',
    '10%h',
    '1e3h',
    '500H',
    'ten%',
    '.5%',
    '5.%',
  ])('may not be «%s»', (text) => {
    expect(asked({ [name]: text })).toEqual({
      code: 'option-value',
      option,
      value: text,
      expected: 'limit',
      choices: [],
      near: [],
    });
  });
});

describe('what a comparison shares with an estimate', () => {
  test('programmes, regions and the day are read as there', () => {
    const raw = { programme: ['JOB,UGA', 'JOB'], region: ['Syd'], asOf: '2022-10-31' };
    expect(request(raw)).toMatchObject({
      programmes: ['JOB', 'UGA'],
      regions: ['Syd'],
      asOf: dayFromIso('2022-10-31'),
    });
    expect(asked({ asOf: 'soon' })).toMatchObject({ code: 'option-value', option: '--as-of', expected: 'day' });
    expect(asked({ month: '2023' })).toMatchObject({ code: 'option-value', option: '--month', expected: 'month' });
  });
});

describe('a request that is refused', () => {
  test.each([
    [
      ['--of', 'outcom'],
      ['--of outcom', 'Did you mean outcome?'],
    ],
    [
      ['--with', 'lastyear'],
      ['--with lastyear', 'Did you mean last-year?'],
    ],
    [
      ['--with', 'outcome:2022'],
      ['--with outcome:2022', 'outcome:2022-01'],
    ],
    [
      ['--method', 'laspeyres'],
      ['--method laspeyres', 'Choose shapley or lmdi.'],
    ],
    [
      ['--max-increase', '10'],
      ['--max-increase 10', '10% or 500h'],
    ],
    [
      ['--scenario', 'x.csv', '--with', 'estimate'],
      ['--scenario and --with cannot go together', 'without it'],
    ],
    [
      ['--scenario', 'x.csv', '--of', 'outcome'],
      ['--scenario and --of outcome cannot go together', 'without it'],
    ],
    [
      ['--maxincrease', '10%'],
      ['no option --maxincrease', 'Did you mean --max-increase?'],
    ],
  ])('exits 2 and says what was expected: %j', async (args, says) => {
    const { exit, stdout, stderr } = await runResurs(['compare', '--month', '2023-01', ...args], { files: SMALL });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    for (const words of says) expect(stderr.replaceAll(/\s+/g, ' ')).toContain(words);
  });

  test('is refused before anything is read', async () => {
    const files = { 'statistics.csv': 'nonsense\n' };
    const { exit } = await runResurs(['compare', '--month', '2023-01', '--with', 'lastyear'], { files });
    expect(exit).toBe(2);
  });
});
