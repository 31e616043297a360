import type { ChangedRate, Factor } from '../../src/domain/comparison.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import type { Driver, SpokenChange, SpokenSide } from '../../src/messages/compare-texts.ts';
import type { Words } from '../../src/messages/words.ts';

/** The texts of one kind, by a name of the test's own. */
type Texts = Readonly<Record<string, string>>;

interface ComparisonTexts {
  /** Each ends with a full stop. */
  readonly sentences: Texts;
  /** Names, titles, and the ends of sentences. */
  readonly labels: Texts;
}

const VALUES: Readonly<Record<Factor, readonly [string, string]>> = {
  decisions: ['1200', '1500'],
  newShare: ['4', '5'],
  baseHoursPerCase: ['4', '6'],
  collaborationShare: ['35', '48'],
  collaborationHoursPerCase: ['2', '3'],
};

export function driver(factor: Factor, changes: Partial<Driver> = {}): Driver {
  return { factor, values: VALUES[factor], isUp: true, hours: '+250', ...changes };
}

export function change(changes: Partial<SpokenChange> = {}): SpokenChange {
  return {
    hours: '+300',
    share: '+12 %',
    isZero: false,
    isOverTime: true,
    driver: null,
    isSole: false,
    also: null,
    against: null,
    ...changes,
  };
}

const NO_CHANGE = change({ hours: '0', share: '0 %', isZero: true });

/** A change for every way in which its text branches. */
const CHANGES: Readonly<Record<string, SpokenChange>> = {
  'of nothing': NO_CHANGE,
  'from nothing': change({ share: null }),
  'without a driver': change(),
  ...Object.fromEntries(
    Object.keys(VALUES).flatMap((factor) => [
      [`by ${factor}, up`, change({ driver: driver(factor as Factor) })],
      [`by ${factor} alone`, change({ driver: driver(factor as Factor), isSole: true })],
      [
        `by ${factor}, down`,
        change({ hours: '−300', share: '−12 %', driver: driver(factor as Factor, { isUp: false, hours: '−250' }) }),
      ],
      [`by ${factor}, of one month`, change({ isOverTime: false, driver: driver(factor as Factor) })],
      [`by ${factor}, without values`, change({ driver: driver(factor as Factor, { values: null }) })],
      [
        `also ${factor}`,
        change({
          driver: driver(factor === 'decisions' ? 'newShare' : 'decisions', { hours: '+400' }),
          also: driver(factor as Factor, { hours: '+210' }),
        }),
      ],
      [
        `also ${factor}, without values`,
        change({
          isOverTime: false,
          driver: driver(factor === 'decisions' ? 'newShare' : 'decisions', { values: null, hours: '+400' }),
          also: driver(factor as Factor, { values: null, hours: '+210' }),
        }),
      ],
      [
        `against ${factor}`,
        change({
          driver: driver(factor === 'decisions' ? 'newShare' : 'decisions', { hours: '+400' }),
          against: driver(factor as Factor, { isUp: false, hours: '−100' }),
        }),
      ],
    ]),
  ),
};

const PROGRAMMES = [
  { programme: 'ETP', hours: '+300' },
  { programme: 'UGA', hours: '−50' },
] as const;

const PARTS = ['rows', 'steps', 'totals'] as const;

const SIDES: Readonly<Record<string, SpokenSide>> = {
  outcome: { kind: 'outcome', month: '2022-01', asOf: null },
  estimate: { kind: 'estimate', month: '2023-01', asOf: null },
  'estimate as of a day': { kind: 'estimate', month: '2023-01', asOf: '2022-10-31' },
  saved: { kind: 'saved', month: '2023-01', file: 'saved.json' },
  'with the scenario': { kind: 'scenario', month: '2023-01', isWith: true },
  'without the scenario': { kind: 'scenario', month: '2023-01', isWith: false },
};

const RATE = {
  programme: 'ETP',
  measure: 'base_hours',
  step: 'bedöma',
  from: 1.25,
  to: 2,
  regions: ['Nord', 'Syd'],
} as const;

const RATES: Readonly<Record<string, ChangedRate>> = {
  'of a step': RATE,
  'of a step in one region': { ...RATE, regions: ['Syd'] },
  'of a step of the nation': { ...RATE, regions: [null] },
  'of a step that is new': { ...RATE, measure: 'collaboration_hours', from: null },
  'of a step that is gone': { ...RATE, to: null },
  'of the share': { ...RATE, measure: 'collaboration_share', step: null, from: 0.35, to: 0.4 },
};

/** A text for each entry, named after it. */
function each<Entry>(
  entries: Readonly<Record<string, Entry>>,
  name: string,
  write: (entry: Entry) => string,
): [string, string][] {
  return Object.entries(entries).map(([of, entry]) => [`${name}, ${of}`, write(entry)]);
}

/** Every text of `compare` and `verify`, for every way in which it branches. */
export function comparisonTexts({ compare, verify }: Catalogue, words: Words): ComparisonTexts {
  const sides = { from: words.month('2022-01'), to: words.month('2023-01'), fromHours: '2500', toHours: '2800' };
  const cell = compare.cell('ETP', 'Syd');
  const file = {
    file: 'saved.json',
    changed: 2,
    files: 4,
    fromHours: '2500',
    toHours: '2800',
    parts: [...PARTS],
    words,
  };
  const identical = { file: 'saved.json', period: words.month('2023-01'), hours: '2500' };
  const sentences = [
    ...each(CHANGES, 'compare headline', (of) => compare.headline({ ...sides, change: of, scope: null })),
    [
      'compare headline of one region',
      compare.headline({ ...sides, change: change(), scope: compare.cell(null, 'Syd') }),
    ],
    ['compare headline of one cell', compare.headline({ ...sides, change: change(), scope: cell })],
    ['compare headline of one cell, no change', compare.headline({ ...sides, change: NO_CHANGE, scope: cell })],
    ['compare programmes', compare.programmes(PROGRAMMES)],
    ...each(CHANGES, 'compare largest', (of) => compare.largest({ cell, change: of })),
    ['compare hidden, one', compare.hidden(1, { value: 0.025, unit: 'share' }, words)],
    ['compare hidden, unchanged', compare.hidden(1, null, words)],
    ['compare hidden, many unchanged', compare.hidden(12, null, words)],
    ['compare hidden, many', compare.hidden(1200, { value: 500, unit: 'hours' }, words)],
    ...compare.remarks.map((remark, at) => [`compare remark ${at + 1}`, remark]),
    ['compare lmdi', compare.lmdi],
    ['verify identical', verify.identical({ ...identical, files: 4 })],
    ['verify identical, one file', verify.identical({ ...identical, files: 1 })],
    ['verify different', verify.different({ ...file, change: change({ driver: driver('decisions') }) })],
    ['verify different, one file', verify.different({ ...file, changed: 1, change: change() })],
    ['verify different, the same files', verify.different({ ...file, changed: 0, change: change() })],
    ...PARTS.map((part) => [
      `verify different, the same total, ${part}`,
      verify.different({ ...file, change: NO_CHANGE, parts: [part] }),
    ]),
    ['verify different, the same total', verify.different({ ...file, change: NO_CHANGE })],
    ['verify different, the same result', verify.different({ ...file, change: NO_CHANGE, parts: [] })],
    ['verify effect of no file', verify.effect([], '+300', words)],
    ['verify effect of one', verify.effect([verify.tables.schablons], '+300', words)],
    ['verify effect of two', verify.effect([verify.tables.forecasts, verify.tables.statistics], '−300', words)],
    ['verify cells, one', verify.cells(1, words)],
    ['verify cells, many', verify.cells(1200, words)],
  ];
  const labels = [
    ...each(SIDES, 'compare side', (side) => compare.side(side, false, words)),
    ['compare side, bare', compare.side({ kind: 'outcome', month: '2022-01', asOf: null }, true, words)],
    ...each(SIDES, 'compare side label', (side) => compare.sideLabel(side).join(' ')),
    ...each(CHANGES, 'compare since last year', (of) => compare.sinceLastYear({ from: sides.from, change: of })),
    ['compare since last year, of a range', compare.sinceLastYear({ from: null, change: change() })],
    ...each(RATES, 'compare rate', (rate) => compare.rate(rate, words)),
    ['verify more rates, one', verify.moreRates(1)],
    ['verify more rates, many', verify.moreRates(12)],
    ['compare cell', cell],
    ...each(compare.titles, 'compare title', String),
    ...each(verify.titles, 'verify title', String),
    ...each(verify.changes, 'verify change', String),
    ...each(verify.tables, 'verify table', String),
  ];
  return { sentences: Object.fromEntries(sentences), labels: Object.fromEntries(labels) };
}
