// Writes the tables of fixtures/example, a small data folder with a story to find in it, and of fixtures/exempel, the
// same as a Swedish Excel would save it. Every count, hour, share and cost is invented. The same script gives the same
// bytes everywhere: no clock, no Math.random, only arithmetic that IEEE 754 fixes to the last bit (no Math.log,
// Math.exp or Math.cos), and every number is rounded before it is written.
//
//   node test/tools/make-example.mjs

import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'fixtures');

// ---------------------------------------------------------------------------------------------------- chance

/** FNV-1a: every figure draws from its own key, so that a new row never changes the others. */
function seedOf(key) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}

/** Mulberry32: uniform numbers in [0, 1). */
function uniforms(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** About standard normal, within ±6: twelve uniforms, less six. */
function noise(key) {
  const next = uniforms(seedOf(`example ${key}`));
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += next();
  return sum;
}

/** A whole count, never below 0, half rounded up. */
const whole = (x) => Math.max(0, Math.floor(x + 0.5));

// ---------------------------------------------------------------------------------------------------- months

const monthNumber = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const monthText = (n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

const FIRST_MONTH = monthNumber('2019-12');
const LAST_MONTH = monthNumber('2022-11');
const FIRST_MEASURED = monthNumber('2021-01');
/** From here on the statistics carry their dates: preliminary first, definitive two months later. */
const FIRST_DATED = monthNumber('2022-06');
const LAST_DEFINITIVE = monthNumber('2022-09');
/** When the figures of the month before came out: mid-month, on a working day. */
const RELEASES = ['2022-07-15', '2022-08-15', '2022-09-15', '2022-10-14', '2022-11-15', '2022-12-15'];

const releaseAfter = (month, months) => {
  const text = monthText(month + months);
  const date = RELEASES.find((release) => release.startsWith(text));
  if (date === undefined) throw new Error(`no release in ${text}`);
  return date;
};

// ---------------------------------------------------------------------------------------------- what is real

const PROGRAMMES = [
  ['70', 'JOB', 'Jobb- och utvecklingsgarantin'],
  ['81', 'UGA', 'Jobbgarantin för ungdomar'],
  ['104', 'ETP', 'Etableringsprogrammet (utan kartläggning)'],
  ['105', 'ETP', 'Etableringsprogrammet (med kartläggning)'],
];

const REGIONS = ['Nord', 'Mitt', 'Stockholm Gotland', 'Öst', 'Väst', 'Syd'];

// ------------------------------------------------------------------------------------- what is invented: counts

/** National level by programme at some months; straight lines between, the seasons on top. ETP turns in 2022. */
const LEVEL = {
  JOB: {
    '2019-12': 92000,
    '2020-06': 97000,
    '2021-01': 106000,
    '2021-06': 108000,
    '2021-12': 105000,
    '2022-06': 102000,
    '2022-11': 100000,
  },
  UGA: {
    '2019-12': 27500,
    '2020-06': 29800,
    '2021-01': 32500,
    '2021-06': 32000,
    '2021-12': 30000,
    '2022-06': 28000,
    '2022-11': 27000,
  },
  ETP: { '2019-12': 21500, '2020-12': 20200, '2021-12': 19400, '2022-03': 19900, '2022-11': 24200 },
};

/** January to December. */
const LEVEL_SEASON = {
  JOB: [1.005, 1.01, 1.01, 1.005, 1.0, 0.995, 0.985, 0.985, 0.995, 1.0, 1.005, 1.005],
  UGA: [1.02, 1.03, 1.03, 1.02, 1.0, 0.97, 0.94, 0.95, 0.99, 1.01, 1.02, 1.02],
  ETP: [1.0, 1.0, 1.005, 1.005, 1.005, 1.0, 0.995, 0.99, 0.995, 1.0, 1.0, 1.005],
};
/** New decisions: peaks in January and in August and September, a dip in July. */
const NEW_SEASON = [1.25, 1.02, 1.0, 0.95, 0.92, 0.85, 0.6, 1.15, 1.25, 1.1, 1.02, 0.85];

/** In the order of REGIONS; each sums to 1. */
const REGION_SHARE = {
  JOB: [0.08, 0.19, 0.2, 0.14, 0.2, 0.19],
  UGA: [0.09, 0.2, 0.17, 0.14, 0.2, 0.2],
  ETP: [0.07, 0.18, 0.2, 0.16, 0.2, 0.19],
};
const REGION_NEW = [0.96, 0.98, 1.05, 1.0, 1.02, 0.99];

/** Of its programme; new decisions of all decisions in an average month; SEK per decision and month in 2021. */
const CODES = {
  70: { programme: 'JOB', part: 1, newShare: 0.042, sek: 7680 },
  81: { programme: 'UGA', part: 1, newShare: 0.07, sek: 7720 },
  104: { programme: 'ETP', part: 0.62, newShare: 0.044, sek: 6620 },
  105: { programme: 'ETP', part: 0.38, newShare: 0.052, sek: 6890 },
};
const COST_INDEX = { 2019: 0.975, 2020: 0.985, 2021: 1, 2022: 1.012 };

function nationalLevel(programme, month) {
  const points = Object.entries(LEVEL[programme]).map(([text, value]) => [monthNumber(text), value]);
  const after = points.findIndex(([at]) => at >= month);
  const [toMonth, toValue] = points[after];
  if (toMonth === month) return toValue * LEVEL_SEASON[programme][month % 12];
  const [fromMonth, fromValue] = points[after - 1];
  const value = fromValue + ((toValue - fromValue) * (month - fromMonth)) / (toMonth - fromMonth);
  return value * LEVEL_SEASON[programme][month % 12];
}

// ---------------------------------------------------------------------------------- what is invented: schablons

const AUTUMN_2020 = 'Regionernas skattning hösten 2020 (påhittad)';
const SYD_2020 = 'Region Syds egen skattning hösten 2020 (påhittad)';
const SPRING_2021 = 'Regionernas skattning våren 2021 (påhittad)';
const PILOT_2022 = 'Försök i region Mitt under 2022 (påhittat)';
const REVISION_2022 = 'Omprövad skattning hösten 2022 (påhittad)';

const SHARE = 'collaboration_share';
const BASE = 'base_hours';
const COLLABORATION = 'collaboration_hours';

// programme, region, valid_from, valid_to, measure, step, value, low, high, priority, source, published
const SCHABLONS = [
  ['JOB', '', '2021-01', '', SHARE, '', '0.22', '0.17', '0.29', '', AUTUMN_2020, '2020-12-10'],
  ['JOB', '', '2021-01', '', BASE, 'bedöma', '1.5', '1.1', '2.1', '', AUTUMN_2020, '2020-12-10'],
  ['JOB', '', '2021-01', '', BASE, 'besluta', '0.6', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['JOB', '', '2021-01', '', BASE, 'koordinera till insats', '1.3', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['JOB', '', '2021-01', '', BASE, 'följa upp', '0.9', '0.6', '1.4', 'can', AUTUMN_2020, '2020-12-10'],
  ['JOB', '', '2021-01', '', COLLABORATION, 'trepartssamtal', '0.9', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['JOB', '', '2021-01', '', COLLABORATION, 'samråd', '0.5', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['JOB', '', '2021-01', '', COLLABORATION, 'gemensam planering', '0.6', '', '', '', AUTUMN_2020, '2020-12-10'],
  // Succeeds the row of 2021-01, which stays open: whoever looks back before the publication still has a schablon.
  ['JOB', '', '2023-01', '', BASE, 'bedöma', '2.0', '1.6', '2.7', '', REVISION_2022, '2022-11-25'],

  ['UGA', '', '2021-01', '', SHARE, '', '0.18', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['UGA', '', '2021-01', '', BASE, 'bedöma', '1.1', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['UGA', '', '2021-01', '', BASE, 'besluta', '0.5', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['UGA', '', '2021-01', '', BASE, 'koordinera till insats', '0.9', '0.6', '1.3', '', AUTUMN_2020, '2020-12-10'],
  ['UGA', '', '2021-01', '', BASE, 'följa upp', '0.6', '', '', 'can', AUTUMN_2020, '2020-12-10'],
  ['UGA', '', '2021-01', '', COLLABORATION, 'trepartssamtal', '0.8', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['UGA', '', '2021-01', '', COLLABORATION, 'samråd', '0.4', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['UGA', '', '2021-01', '', COLLABORATION, 'gemensam planering', '0.5', '', '', '', AUTUMN_2020, '2020-12-10'],

  ['ETP', '', '2021-01', '', SHARE, '', '0.48', '0.40', '0.58', '', AUTUMN_2020, '2020-12-10'],
  ['ETP', '', '2021-01', '', BASE, 'bedöma', '2.4', '1.9', '3.2', '', AUTUMN_2020, '2020-12-10'],
  ['ETP', '', '2021-01', '', BASE, 'besluta', '0.7', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['ETP', '', '2021-01', '', BASE, 'koordinera till insats', '2.2', '1.6', '3.0', '', AUTUMN_2020, '2020-12-10'],
  ['ETP', '', '2021-01', '', BASE, 'följa upp', '1.5', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['ETP', '', '2021-01', '', COLLABORATION, 'trepartssamtal', '1.2', '0.8', '1.8', 'must', AUTUMN_2020, '2020-12-10'],
  ['ETP', '', '2021-01', '', COLLABORATION, 'samråd', '0.7', '', '', '', AUTUMN_2020, '2020-12-10'],
  ['ETP', '', '2021-01', '', COLLABORATION, 'gemensam planering', '0.9', '', '', '', AUTUMN_2020, '2020-12-10'],

  ['ETP', 'Syd', '2021-01', '', SHARE, '', '0.62', '0.54', '0.70', '', SYD_2020, '2020-12-10'],
  ['ETP', 'Syd', '2021-01', '', COLLABORATION, 'trepartssamtal', '1.9', '1.4', '2.7', 'must', SYD_2020, '2020-12-10'],
  ['JOB', 'Syd', '2021-01', '', SHARE, '', '0.26', '', '', '', SYD_2020, '2020-12-10'],
  ['JOB', 'Nord', '2021-07', '', BASE, 'koordinera till insats', '1.6', '', '', '', SPRING_2021, '2021-06-15'],
  ['ETP', 'Stockholm Gotland', '2021-07', '', SHARE, '', '0.44', '', '', '', SPRING_2021, '2021-06-15'],
  ['UGA', 'Mitt', '2022-01', '2022-12', COLLABORATION, 'samråd', '0.7', '', '', 'must', PILOT_2022, '2021-12-01'],
];

/** The sum of the steps in force, or the share: a region's row before the national one, the latest valid_from. */
function inForce(programme, region, measure, month) {
  const best = new Map();
  for (const [p, r, from, to, m, step, value] of SCHABLONS) {
    if (p !== programme || m !== measure || (r !== '' && r !== region)) continue;
    if (monthNumber(from) > month || (to !== '' && monthNumber(to) < month)) continue;
    const rank = (r === '' ? 0 : 100000) + monthNumber(from);
    const held = best.get(step);
    if (held === undefined || rank > held.rank) best.set(step, { rank, value: Number(value) });
  }
  let sum = 0;
  for (const { value } of best.values()) sum += value;
  return sum;
}

// ------------------------------------------------------------------------------ what is invented: measured hours

/** How each region really is, beside its schablon; in the order of REGIONS. */
const REALLY = {
  [SHARE]: [0.97, 1.03, 0.98, 1.0, 1.02, 1.01],
  [BASE]: [1.02, 0.99, 0.98, 1.01, 1.0, 1.0],
  [COLLABORATION]: [1.01, 0.98, 1.0, 1.02, 0.99, 1.0],
};

function really(programme, region, measure, month) {
  let factor = REALLY[measure][REGIONS.indexOf(region)];
  // Syd raised its schablon for three-party talks, and not by enough.
  if (programme === 'ETP' && region === 'Syd' && measure === COLLABORATION) factor = 1.2;
  // The base hours of JOB creep up through 2022: the reason for the revision from 2023-01.
  const since2022 = month - monthNumber('2022-01') + 1;
  if (programme === 'JOB' && measure === BASE && since2022 > 0) factor *= 1 + since2022 / 100;
  return inForce(programme, region, measure, month) * factor;
}

/** Hours for a number of cases: one case varies by 60 per cent of its mean, the mean of many by less. */
const hoursFor = (cases, perCase, key) => whole(cases * perCase + 0.6 * perCase * Math.sqrt(cases) * noise(key));

// --------------------------------------------------------------------------------------------------- statistics

function outcome(code, region, month) {
  const { programme, part, newShare, sek } = CODES[code];
  const key = `${code} ${region} ${monthText(month)}`;
  const at = REGIONS.indexOf(region);
  const decisions = whole(
    nationalLevel(programme, month) * part * REGION_SHARE[programme][at] * (1 + 0.004 * noise(`decisions ${key}`)),
  );
  // ETP: more newcomers month by month from March 2022, the sign that the forecasts come to follow.
  const monthsOfRise = Math.max(0, month - monthNumber('2022-02'));
  const inflow = programme === 'ETP' ? 1 + Math.min(0.3, 0.06 * monthsOfRise) : 1;
  const expectedNew = decisions * newShare * NEW_SEASON[month % 12] * REGION_NEW[at] * inflow;
  const newDecisions = whole(expectedNew + Math.sqrt(expectedNew) * noise(`new ${key}`));
  const cost = sek * COST_INDEX[Math.floor(month / 12)] * (1 + 0.003 * noise(`cost ${key}`));
  const expenditure = whole(decisions * cost);
  if (month < FIRST_MEASURED) return { decisions, newDecisions, expenditure };

  const share = really(programme, region, SHARE, month);
  const spread = Math.sqrt(newDecisions * share * (1 - share));
  const cases = Math.min(newDecisions, whole(newDecisions * share + spread * noise(`cases ${key}`)));
  return {
    decisions,
    newDecisions,
    expenditure,
    cases,
    baseHours: hoursFor(newDecisions, really(programme, region, BASE, month), `base ${key}`),
    collaborationHours: hoursFor(cases, really(programme, region, COLLABORATION, month), `collaboration ${key}`),
  };
}

/** What was registered by the middle of the next month: a little less of everything, most of all of what is new. */
function preliminary(full, key) {
  const late = 0.03 + 0.006 * noise(`late ${key}`);
  const newDecisions = whole(full.newDecisions * (1 - late));
  const cases = Math.min(newDecisions, whole(full.cases * (1 - late)));
  return {
    decisions: whole(full.decisions * (1 - 0.15 * late)),
    newDecisions,
    expenditure: whole(full.expenditure * (1 - 0.1 * late)),
    cases,
    baseHours: whole(full.baseHours * (1 - late)),
    collaborationHours: cases === 0 ? 0 : whole(full.collaborationHours * (1 - late)),
  };
}

function statistics() {
  const rows = [];
  for (let month = FIRST_MONTH; month <= LAST_MONTH; month += 1) {
    for (const [code] of PROGRAMMES) {
      for (const region of REGIONS) {
        const full = outcome(code, region, month);
        const add = (figures, published) =>
          rows.push([
            monthText(month),
            code,
            region,
            figures.decisions,
            figures.newDecisions,
            figures.expenditure,
            figures.cases ?? '',
            figures.baseHours ?? '',
            figures.collaborationHours ?? '',
            published,
          ]);
        if (month < FIRST_DATED) {
          add(full, '');
          continue;
        }
        add(preliminary(full, `${code} ${region} ${monthText(month)}`), releaseAfter(month, 1));
        if (month <= LAST_DEFINITIVE) add(full, releaseAfter(month, 3));
      }
    }
  }
  return rows;
}

// ---------------------------------------------------------------------------------- what is invented: forecasts

const forecastSource = (published) => `Utgiftsprognos ${published} (påhittade tal)`;

// period, decisions_per_month, expenditure_mkr, cost_per_decision, low, high
const FORECASTS = {
  '2021-10-22': {
    JOB: [
      ['2022', 103500],
      ['2023', 101500],
      ['2024', 100000],
    ],
    UGA: [
      ['2022', 29000],
      ['2023', 28200],
      ['2024', 27800],
    ],
    ETP: [
      ['2022', 19300],
      ['2023', 18800],
      ['2024', 18600],
    ],
  },
  '2022-02-18': {
    JOB: [
      ['2022', 103000],
      ['2023', 101000],
      ['2024', 99500],
      ['2025', 98500],
    ],
    UGA: [
      ['2022', 28800],
      ['2023', 27900],
      ['2024', 27500],
      ['2025', 27300],
    ],
    ETP: [
      ['2022', 19900],
      ['2023', 20000, '', '', 18500, 21800],
      ['2024', 19900],
      ['2025', 19700],
    ],
  },
  // The vintage that was published in money. ETP has no cost of its own: it follows from the statistics.
  '2022-05-03': {
    JOB: [
      ['2022', '', 9598.2, 7750],
      ['2023', '', 9382.8, 7790, 9010, 9820],
      ['2024', '', 9302.4, 7830],
      ['2025', '', 9247.9, 7870],
    ],
    UGA: [
      ['2022', '', 2671.2, 7800],
      ['2023', '', 2585.1, 7840],
      ['2024', '', 2553.4, 7880],
      ['2025', '', 2547.2, 7920],
    ],
    ETP: [
      ['2022', '', 1672.5],
      ['2023', '', 1756.4, '', 1610, 1930],
      ['2024', '', 1748.3],
      ['2025', '', 1724.2],
    ],
  },
  '2022-07-27': {
    JOB: [
      ['2022', 102300],
      ['2023', 99500],
      ['2024', 98600],
      ['2025', 97800],
    ],
    UGA: [
      ['2022', 28300],
      ['2023', 27000],
      ['2024', 26700],
      ['2025', 26600],
    ],
    ETP: [
      ['2022', 21600],
      ['2023', 23400, '', '', 21500, 25900],
      ['2024', 24000],
      ['2025', 23600],
    ],
  },
  '2022-10-24': {
    JOB: [
      ['2022', 102100],
      ['2023', 99600],
      ['2023-Q1', 100400, '', '', 97500, 103800],
      ['2024', 98900],
      ['2025', 98200],
    ],
    UGA: [
      ['2022', 28100],
      ['2023', 26600, '', '', 25200, 28400],
      ['2024', 26300],
      ['2025', 26200],
    ],
    ETP: [
      ['2022', 21800],
      ['2023', 25600, '', '', 23400, 28600],
      ['2023-Q1', 24600, '', '', 23500, 26400],
      ['2023-Q2', 25300, '', '', 23700, 27600],
      ['2023-Q3', 25900],
      ['2023-Q4', 26600],
      ['2024', 26800],
      ['2025', 26000],
    ],
  },
};

function forecasts() {
  const rows = [];
  for (const [published, programmes] of Object.entries(FORECASTS)) {
    for (const [programme, periods] of Object.entries(programmes)) {
      for (const [period, decisions, mkr = '', cost = '', low = '', high = ''] of periods) {
        rows.push([published, programme, period, decisions, mkr, cost, low, high, forecastSource(published)]);
      }
    }
  }
  return rows;
}

// -------------------------------------------------------------------------------------------------- the folder

/** The Swedish name of each file, and of each column that has one of its own. */
const SWEDISH_FILES = {
  'programmes.csv': 'program.csv',
  'statistics.csv': 'beslutsstatistik.csv',
  'forecasts.csv': 'utgiftsprognoser.csv',
  'schablons.csv': 'schabloner.csv',
};
const SWEDISH_COLUMNS = {
  code: 'kod',
  programme: 'program',
  name: 'namn',
  month: 'månad',
  decisions: 'beslut',
  new_decisions: 'nya_beslut',
  expenditure: 'utgift',
  collaboration_cases: 'samverkansärenden',
  base_hours: 'grundtimmar',
  collaboration_hours: 'samverkanstimmar',
  published: 'publicerad',
  decisions_per_month: 'beslut_per_månad',
  expenditure_mkr: 'utgift_mkr',
  cost_per_decision: 'kostnad_per_beslut',
  low: 'låg',
  high: 'hög',
  source: 'källa',
  valid_from: 'giltig_från',
  valid_to: 'giltig_till',
  measure: 'mått',
  step: 'arbetsmoment',
  value: 'värde',
  priority: 'prioritet',
};
const SWEDISH_WORDS = {
  measure: { [SHARE]: 'samverkansandel', [BASE]: 'grundtimmar', [COLLABORATION]: 'samverkanstimmar' },
  priority: { must: 'måste', can: 'kan' },
};
/** The columns where a point is a decimal sign. */
const NUMBERS = /^(?:decisions.*|new_decisions|expenditure.*|collaboration_.*|base_hours|cost_.*|value|low|high)$/;

/** Rows of text; one where a cell is missing is told here and not seen only in the file. */
function csv(records, delimiter, lineEnd) {
  const width = records[0].length;
  const needsQuotes = new RegExp(`["${delimiter}\\n]`);
  const cell = (text) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return records
    .map((cells) => {
      if (cells.length !== width) throw new Error(`${cells.length} cells and not ${width} in ${cells.join(',')}`);
      return cells.map((value) => cell(String(value))).join(delimiter) + lineEnd;
    })
    .join('');
}

function inSwedish(column, value) {
  if (NUMBERS.test(column)) return String(value).replace('.', ',');
  return SWEDISH_WORDS[column]?.[value] ?? value;
}

for (const [name, header, rows] of [
  ['programmes.csv', 'code,programme,name', PROGRAMMES],
  [
    'statistics.csv',
    'month,programme,region,decisions,new_decisions,expenditure,collaboration_cases,base_hours,collaboration_hours,published',
    statistics(),
  ],
  [
    'forecasts.csv',
    'published,programme,period,decisions_per_month,expenditure_mkr,cost_per_decision,low,high,source',
    forecasts(),
  ],
  [
    'schablons.csv',
    'programme,region,valid_from,valid_to,measure,step,value,low,high,priority,source,published',
    SCHABLONS,
  ],
]) {
  const columns = header.split(',');
  const swedish = [
    columns.map((column) => SWEDISH_COLUMNS[column] ?? column),
    ...rows.map((row) => row.map((value, index) => inSwedish(columns[index], value))),
  ];
  writeFileSync(join(FIXTURES, 'example', name), csv([columns, ...rows], ',', '\n'));
  writeFileSync(join(FIXTURES, 'exempel', SWEDISH_FILES[name]), `\uFEFF${csv(swedish, ';', '\r\n')}`);
}
