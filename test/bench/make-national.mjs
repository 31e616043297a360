#!/usr/bin/env node
// Writes a data folder at national size: 290 municipalities × 12 programmes × 60 months, and what belongs to it.
//   node make-national.mjs DIR [--scale N] [--dialect standard|quoted|sv]
// Every number is invented. The county codes and the number of municipalities in each are Sweden's; the running
// numbers within a county, and which region a county belongs to, are only of the right kind.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { DIALECTS } from './dialects.mjs';

const LAST_YEAR = 2022;
const YEARS_AT_SCALE_1 = 5;

// county code: number of municipalities
const COUNTIES = {
  Nord: { 22: 7, 23: 8, 24: 15, 25: 14 },
  Mitt: { '03': 8, '04': 9, 17: 16, 18: 12, 19: 10, 20: 15, 21: 10 },
  'Stockholm Gotland': { '01': 26, '09': 1 },
  Öst: { '05': 13, '06': 13, '08': 12 },
  Väst: { 13: 6, 14: 49 },
  Syd: { '07': 8, 10: 5, 12: 33 },
};

// The small programmes are there for the zeros that they give in small municipalities.
// Those with a cost (SEK per decision and month) are forecast as expenditure, the others as decisions.
const PROGRAMMES = [
  { code: 'JOB', decisions: 91000, newShare: 0.05, hours: 4.5, share: 0.22 },
  { code: 'ETP', decisions: 14000, newShare: 0.07, hours: 7, share: 0.55 },
  { code: 'UGA', decisions: 33000, newShare: 0.12, hours: 3, share: 0.2 },
  { code: 'AUB', decisions: 9000, newShare: 0.15, hours: 2.6, share: 0.12, cost: 14800 },
  { code: 'FUB', decisions: 6000, newShare: 0.18, hours: 2.2, share: 0.15, cost: 9300 },
  { code: 'KA', decisions: 22000, newShare: 0.14, hours: 2, share: 0.1, cost: 5600 },
  { code: 'ARB', decisions: 3500, newShare: 0.3, hours: 2.4, share: 0.18 },
  { code: 'EXT', decisions: 8000, newShare: 0.04, hours: 3.4, share: 0.3 },
  { code: 'INT', decisions: 700, newShare: 0.08, hours: 3.8, share: 0.25 },
  { code: 'LBI', decisions: 60000, newShare: 0.02, hours: 5.2, share: 0.35 },
  { code: 'SNA', decisions: 900, newShare: 0.1, hours: 4, share: 0.08 },
  { code: 'TRA', decisions: 400, newShare: 0.03, hours: 5, share: 0.4 },
];

const SEASON = [1.06, 1.05, 1.03, 1.01, 0.99, 0.95, 0.9, 0.93, 1, 1.03, 1.04, 1.01];
const VINTAGES = ['2022-07-29', '2022-10-28'];

// The part of a programme's hours that falls on each step.
const BASE_STEPS = { bedöma: 0.35, besluta: 0.15, 'koordinera till insats': 0.3, 'följa upp': 0.2 };
const COLLABORATION_STEPS = { trepartssamtal: 0.25, samråd: 0.15, 'gemensam planering': 0.2 };

/**
 * A number in 0…1 that depends on its keys alone. A cell's count is thus the same however long the history before
 * it is, so that folders of every scale have one and the same estimate.
 */
function random(...keys) {
  let hash = 20221031;
  for (const key of keys) {
    hash = Math.imul(hash ^ key, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return (hash >>> 0) / 2 ** 32;
}

function makeMunicipalities() {
  const municipalities = [];
  for (const [region, counties] of Object.entries(COUNTIES)) {
    for (const [county, count] of Object.entries(counties)) {
      for (let i = 1; i <= count; i++) municipalities.push({ code: county + String(i).padStart(2, '0'), region });
    }
  }
  municipalities.sort((a, b) => (a.code < b.code ? -1 : 1));
  // A few large ones and many small: from 1 to 50 times the smallest.
  const weights = municipalities.map((_, i) => 1 / (0.02 + random(1, i)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return municipalities.map((municipality, i) => ({ ...municipality, weight: weights[i] / sum }));
}

function makeStatistics(municipalities, years) {
  const rows = [];
  const lastYearSums = PROGRAMMES.map(() => 0);
  for (let year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++) {
    for (let month = 1; month <= 12; month++) {
      const label = `${year}-${String(month).padStart(2, '0')}`;
      PROGRAMMES.forEach((programme, p) => {
        const nation = programme.decisions * SEASON[month - 1] * (0.95 + 0.1 * random(2, p, year));
        municipalities.forEach(({ code, weight }, m) => {
          const decisions = Math.floor(nation * weight * (0.8 + 0.4 * random(3, m, p, year, month)));
          const newShare = programme.newShare * (0.6 + 0.8 * random(4, m, p, year, month));
          rows.push([label, programme.code, code, decisions, Math.round(decisions * newShare)]);
          if (year === LAST_YEAR) lastYearSums[p] += decisions;
        });
      });
    }
  }
  return { rows, lastYearSums };
}

// Each level is 0.85 to 1.15 times last year's: far from where a forecast is warned about.
function makeForecasts(lastYearSums, decimal) {
  return VINTAGES.flatMap((published, v) =>
    PROGRAMMES.flatMap(({ code, cost }, p) =>
      [1, 2].map((ahead) => {
        const decisions = lastYearSums[p] * (0.85 + 0.3 * random(5, v, p, ahead));
        const quantity = cost ? ['', decimal((decisions * cost) / 1e6, 2), cost] : [decimal(decisions / 12, 1), '', ''];
        return [published, code, '', LAST_YEAR + ahead, ...quantity, `påhittad prognos ${published}`];
      }),
    ),
  );
}

// National rows of two validities, and regional ones that override some of their measures and steps.
function makeSchablons(decimal, word) {
  const rows = [];
  const regions = Object.keys(COUNTIES);
  PROGRAMMES.forEach(({ code, hours, share }, p) => {
    const rates = [
      ['collaboration_share', '', share],
      ...Object.entries(BASE_STEPS).map(([step, part]) => ['base_hours', step, hours * part]),
      ...Object.entries(COLLABORATION_STEPS).map(([step, part]) => ['collaboration_hours', step, hours * part]),
    ];
    rates.forEach(([measure, step, value], i) => {
      const add = (region, from, to, factor) => {
        const source = `påhittad skattning ${region || 'nationell'} ${from}`;
        rows.push([code, region, from, to, word(measure), step, decimal(value * factor, 2), source]);
      };
      add('', '2020-01', '2021-12', 1.1);
      add('', '2022-01', '', 1);
      regions.forEach((region, r) => {
        if (random(6, p, i, r) < 0.15) add(region, '2022-07', '', 0.8 + 0.4 * random(7, p, i, r));
      });
    });
  });
  return rows;
}

/** Writes the folder and says how many rows its statistics have. */
export function makeNational(folder, { scale = 1, dialect = 'standard' } = {}) {
  const { encoding, delimiter, lineEnd, decimal: sign, cell, word } = DIALECTS[dialect];
  const decimal = (value, digits) => value.toFixed(digits).replace('.', sign);
  const municipalities = makeMunicipalities();
  const statistics = makeStatistics(municipalities, YEARS_AT_SCALE_1 * scale);
  // No text here holds a delimiter, a quote or a line end: nothing needs quoting, though it may be.
  const write = (name, header, rows) => {
    const lines = [header.map(word), ...rows].map((cells) => cells.map(cell).join(delimiter) + lineEnd);
    writeFileSync(join(folder, name), lines.join(''), encoding);
  };
  mkdirSync(folder, { recursive: true });
  write('statistics.csv', ['month', 'programme', 'region', 'decisions', 'new_decisions'], statistics.rows);
  write(
    'regions.csv',
    ['code', 'region', 'name'],
    municipalities.map(({ code, region }) => [code, region, `Kommun ${code}`]),
  );
  write(
    'forecasts.csv',
    [
      'published',
      'programme',
      'region',
      'period',
      'decisions_per_month',
      'expenditure_mkr',
      'cost_per_decision',
      'source',
    ],
    makeForecasts(statistics.lastYearSums, decimal),
  );
  write(
    'schablons.csv',
    ['programme', 'region', 'valid_from', 'valid_to', 'measure', 'step', 'value', 'source'],
    makeSchablons(decimal, word),
  );
  return statistics.rows.length;
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scale: { type: 'string', default: '1' }, dialect: { type: 'string', default: 'standard' } },
  });
  const scale = Number(values.scale);
  if (positionals.length !== 1 || !Number.isInteger(scale) || scale < 1 || !Object.hasOwn(DIALECTS, values.dialect)) {
    console.error('usage: make-national.mjs DIR [--scale 1|2|…] [--dialect standard|quoted|sv]');
    process.exitCode = 2;
    return;
  }
  const rows = makeNational(positionals[0], { scale, dialect: values.dialect });
  console.log(`${positionals[0]}: ${rows} rows of statistics`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
