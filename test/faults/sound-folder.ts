import type { TableName } from '../../src/domain/tables.ts';
import { type Dice, makeDice } from './dice.ts';
import { type Column, ENCODINGS, type Kind, Sheet, type Style } from './sheet.ts';

/** A data folder without a fault: its files in the order in which they are read. */
export interface Folder {
  readonly sheets: readonly Sheet[];
  readonly hasRegionsTable: boolean;
}

type Cells = Readonly<Record<string, string>>;

/** Name in English, names in Swedish, kind, whether the table needs it. */
type Known = readonly [english: string, swedish: readonly string[], kind: Kind, need?: 'required'];

const COLUMNS: Readonly<Record<TableName, readonly Known[]>> = {
  programmes: [
    ['code', ['kod'], 'code', 'required'],
    ['programme', ['program'], 'code', 'required'],
    ['name', ['namn'], 'text'],
  ],
  regions: [
    ['code', ['kod'], 'code', 'required'],
    ['region', ['region'], 'code', 'required'],
    ['name', ['namn'], 'text'],
  ],
  statistics: [
    ['month', ['månad'], 'month', 'required'],
    ['programme', ['program'], 'programme', 'required'],
    ['region', ['region'], 'region'],
    ['decisions', ['beslut'], 'count', 'required'],
    ['new_decisions', ['nya_beslut', 'Nya beslut'], 'count', 'required'],
    ['expenditure', ['utgift'], 'amount'],
    ['collaboration_cases', ['samverkansärenden'], 'count'],
    ['base_hours', ['grundtimmar'], 'amount'],
    ['collaboration_hours', ['samverkanstimmar'], 'amount'],
    ['published', ['publicerad'], 'day'],
  ],
  forecasts: [
    ['published', ['publicerad'], 'day', 'required'],
    ['programme', ['program'], 'programme', 'required'],
    ['region', ['region'], 'region'],
    ['period', ['period', 'kvartal', 'år'], 'period', 'required'],
    ['decisions_per_month', ['beslut_per_månad', 'Deltagare per månad'], 'amount'],
    ['decisions', ['beslut'], 'amount'],
    ['expenditure_mkr', ['utgift_mkr', 'utgift_mnkr'], 'amount'],
    ['cost_per_decision', ['kostnad_per_beslut'], 'amount'],
    ['low', ['låg'], 'amount'],
    ['high', ['hög'], 'amount'],
    ['source', ['källa'], 'text'],
  ],
  schablons: [
    ['programme', ['program'], 'programme', 'required'],
    ['region', ['region'], 'region'],
    ['valid_from', ['giltig_från', 'Giltig från'], 'month', 'required'],
    ['valid_to', ['giltig_till'], 'month'],
    ['measure', ['mått'], 'measure', 'required'],
    ['step', ['arbetsmoment'], 'text', 'required'],
    ['value', ['värde'], 'rate', 'required'],
    ['low', ['låg'], 'rate'],
    ['high', ['hög'], 'rate'],
    ['priority', ['prioritet'], 'priority'],
    ['source', ['källa'], 'text'],
    ['published', ['publicerad'], 'day'],
  ],
};

const FILE_NAMES: Readonly<Record<TableName, readonly [string, string]>> = {
  programmes: ['programmes', 'program'],
  regions: ['regions', 'regioner'],
  statistics: ['statistics', 'beslutsstatistik'],
  forecasts: ['forecasts', 'utgiftsprognoser'],
  schablons: ['schablons', 'schabloner'],
};

const PROGRAMMES = [
  { name: 'JOB', codes: ['70'], title: 'Jobb- och utvecklingsgarantin' },
  { name: 'ETP', codes: ['104', '105'], title: 'Etableringsprogrammet; med och utan kartläggning' },
  { name: 'UGA', codes: ['81'], title: 'Jobbgarantin för ungdomar' },
] as const;
const REGIONS = [
  { name: 'Nordost', code: '2380' },
  { name: 'Mittlandet', code: '1880' },
  { name: 'Stockholm Gotland', code: '0180' },
  { name: 'Västerhav', code: '1480' },
  { name: 'Syd', code: '1280' },
] as const;
const MONTH_NAMES = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september'].concat([
  'oktober',
  'november',
  'december',
]);

const two = (number: number): string => String(number).padStart(2, '0');

/** What the files of one folder have in common. */
interface World {
  readonly dice: Dice;
  readonly programmes: readonly { readonly name: string; readonly codes: readonly string[]; readonly title: string }[];
  readonly regions: readonly { readonly name: string; readonly code: string }[];
  readonly hasRegionsTable: boolean;
  readonly firstYear: number;
  readonly years: number;
}

/** A sound folder of small tables, the same for the same seed: languages, dialects and optional columns differ. */
export function soundFolder(seed: number): Folder {
  const dice = makeDice(seed);
  const world: World = {
    dice,
    programmes: dice.shuffled(PROGRAMMES).slice(0, dice.integer(2, 3)),
    regions: dice.shuffled(REGIONS).slice(0, dice.integer(2, 4)),
    hasRegionsTable: dice.chance(0.5),
    firstYear: dice.integer(2018, 2021),
    years: dice.integer(2, 3),
  };
  return { sheets: sheetsOf(world), hasRegionsTable: world.hasRegionsTable };
}

function sheetsOf(world: World): Sheet[] {
  const { dice, programmes, regions } = world;
  const sheets = [
    sheetOf(world, 'programmes', dice.shuffled(programmes.flatMap(programmeRows))),
    ...(world.hasRegionsTable ? [sheetOf(world, 'regions', regions.map(regionRow))] : []),
  ];
  const statistics = statisticsRows(world);
  const isSplit = dice.chance(0.3);
  const half = Math.floor(statistics.length / 2);
  const files = isSplit ? [statistics.slice(0, half), statistics.slice(half)] : [statistics];
  for (const [at, rows] of files.entries()) {
    sheets.push(sheetOf(world, 'statistics', rows, at === 0 ? '' : `-${at + 1}`));
  }
  sheets.push(sheetOf(world, 'forecasts', forecastRows(world)), sheetOf(world, 'schablons', schablonRows(world)));
  return sheets;
}

function programmeRows({ name, codes, title }: World['programmes'][number]): Cells[] {
  return codes.map((code) => ({ code, programme: name, name: title }));
}

function regionRow({ code, name }: World['regions'][number]): Cells {
  return { code, region: name, name: `Kontoret i ${name}` };
}

/** A row for each month, programme code and region; in some folders preliminary figures too, or national rows beside. */
function statisticsRows(world: World): Cells[] {
  const { dice, programmes, regions, hasRegionsTable, firstYear, years } = world;
  const hasCodes = dice.chance(0.5);
  const hasRegionCodes = hasRegionsTable && dice.chance(0.5);
  const monthStyle = dice.integer(0, 4);
  const optional = new Set(['expenditure', 'collaboration_cases', 'base_hours'].filter(() => dice.chance(0.4)));
  if (optional.has('base_hours')) optional.add('collaboration_hours');
  const publishing = dice.pick(['never', 'never', 'once', 'twice'] as const);
  const isNational = dice.chance(0.2);
  const rows: Cells[] = [];
  for (let month = 0; month < 12 * years; month += 1) {
    const year = firstYear + Math.floor(month / 12);
    const number = (month % 12) + 1;
    for (const programme of programmes) {
      for (const code of hasCodes ? programme.codes : [programme.name]) {
        const places = regions.map((region) => (hasRegionCodes ? region.code : region.name));
        for (const region of isNational ? ['Riket', ...places] : places) {
          const decisions = dice.integer(1, 4) * dice.pick([10, 100, 1000]) + dice.integer(0, 99) + 5;
          const cases = Math.floor(decisions / 12);
          const row: Record<string, string> = {
            month: monthText(year, number, monthStyle),
            programme: code,
            region,
            decisions: String(decisions),
            new_decisions: String(Math.floor(decisions / 8)),
          };
          if (optional.has('expenditure')) row['expenditure'] = dice.chance(0.1) ? '..' : `${decisions * 7}.5`;
          if (optional.has('collaboration_cases')) row['collaboration_cases'] = String(cases);
          if (optional.has('base_hours')) {
            row['base_hours'] = `${decisions}.25`;
            row['collaboration_hours'] = `${cases}.75`;
          }
          const definitive = `${year + 1}-02-15`;
          if (publishing === 'never') rows.push(row);
          else rows.push({ ...row, published: definitive });
          if (publishing === 'twice' && number === 12) {
            rows.push({ ...row, decisions: String(decisions + 1), published: `${year + 1}-01-15` });
          }
        }
      }
    }
  }
  return rows;
}

function monthText(year: number, month: number, style: number): string {
  const name = MONTH_NAMES[month - 1] ?? '';
  const texts = [
    `${year}-${two(month)}`,
    `${year}${two(month)}`,
    `${year}M${two(month)}`,
    `${year}-${two(month)}-01`,
    `${name} ${year}`,
  ];
  return texts[style] ?? '';
}

function forecastRows({ dice, programmes, regions, firstYear, years }: World): Cells[] {
  const measure = dice.pick(['decisions_per_month', 'decisions', 'expenditure_mkr']);
  const [hasRange, hasCost, hasRegions] = [dice.chance(0.5), dice.chance(0.5), dice.chance(0.3)];
  const hasFraction = dice.chance(0.6);
  const fraction = hasFraction ? '.5' : '';
  const next = firstYear + years;
  const periods = dice.pick([
    [`${next}`],
    [`${next}-Q1`, `${next}K2`, `${next}Q3`],
    [`${next}-01`, `${next}-02`, `${next}M03`],
    [`${next}`, `${next + 1}`],
  ]);
  return [`${next - 1}-10-24`, `${next - 1}-08-15`].slice(0, dice.integer(1, 2)).flatMap((published) =>
    programmes.flatMap((programme) =>
      periods.flatMap((period) =>
        (hasRegions ? [...regions.map(({ name }) => name)] : [dice.pick(['', 'Riket', '00 Riket'])]).map((region) => {
          const quantity = dice.integer(20, 90) * 100 + dice.integer(1, 99);
          const row: Record<string, string> = { published, programme: programme.name, region, period };
          row[measure] = `${quantity}${fraction}`;
          if (hasCost) row['cost_per_decision'] = `${dice.integer(7000, 8000)}${fraction}`;
          if (hasRange) {
            row['low'] = `${quantity - 20}${fraction}`;
            row['high'] = `${quantity + 30}${fraction}`;
          }
          row['source'] = dice.pick(['Prognos i oktober, avsnitt 3', 'invented', '']);
          return row;
        }),
      ),
    ),
  );
}

function schablonRows({ dice, programmes, regions, firstYear }: World): Cells[] {
  const [hasRange, hasPriority, hasPublished] = [dice.chance(0.4), dice.chance(0.4), dice.chance(0.4)];
  const isSwedish = dice.chance(0.5);
  const isPercent = dice.chance(0.5);
  const rows: Cells[] = [];
  const add = (programme: string, region: string, measure: string, step: string, value: number): void => {
    const isShare = step === '';
    const text = (number: number): string =>
      isShare && isPercent ? `${Math.round(number * 100)} %` : number.toFixed(2);
    const row: Record<string, string> = {
      programme,
      region,
      valid_from: `${firstYear}-01`,
      valid_to: dice.chance(0.2) ? `${firstYear + 9}-12` : '',
      measure,
      step,
      value: text(value),
      source: 'Regionernas skattning, "maj"',
    };
    if (hasRange) Object.assign(row, { low: text(value - 0.1), high: text(value + 0.2) });
    if (hasPriority) row['priority'] = isShare ? '' : dice.pick(isSwedish ? ['måste', 'kan', ''] : ['must', 'can', '']);
    if (hasPublished) row['published'] = `${firstYear}-01-15`;
    rows.push(row);
  };
  const [share, base, collaboration] = isSwedish
    ? (['samverkansandel', 'grundtimmar', 'samverkanstimmar'] as const)
    : (['collaboration_share', 'base_hours', 'collaboration_hours'] as const);
  for (const { name } of programmes) {
    add(name, '', share, '', dice.integer(20, 60) / 100);
    for (const step of ['bedöma', 'besluta', 'följa upp']) add(name, '', base, step, dice.integer(50, 250) / 100);
    for (const step of ['trepartssamtal', 'samråd']) add(name, '', collaboration, step, dice.integer(50, 250) / 100);
    const region = dice.pick(regions).name;
    add(name, region, base, 'bedöma', dice.integer(50, 250) / 100);
  }
  return rows;
}

/** The rows as a file of its own style; numbers have a point until here. */
function sheetOf({ dice, programmes }: World, table: TableName, rows: readonly Cells[], suffix = ''): Sheet {
  const style: Style = {
    delimiter: dice.pick([';', ';', ',', '\t']),
    decimal: dice.pick([',', '.']),
    thousands: dice.pick(['', '', ' ', '\u00A0', '\u202F']),
    quoting: dice.pick(['needed', 'needed', 'text', 'all']),
    lineEnd: dice.pick(['\n', '\n', '\r\n', '\r']),
    encoding: dice.pick(ENCODINGS),
    hasFinalLineEnd: dice.chance(0.8),
  };
  const isSwedish = dice.chance(0.5);
  const isFilled = (key: string): boolean => rows.some((row) => (row[key] ?? '') !== '');
  const isRegionNeeded = table !== 'statistics' || programmes.length > 0;
  const known = COLUMNS[table].filter(
    ([key, , , need]) =>
      need === 'required' || isFilled(key) || (key !== 'region' && dice.chance(0.1) && isRegionNeeded),
  );
  const columns: Column[] = known.map(([key, swedish, kind, need]) => ({
    key,
    name: headerName(dice, key, swedish, isSwedish),
    kind,
    isRequired: need === 'required',
  }));
  // Of the names of a forecast's quantities only those with a value are there, or the row would say too much.
  if (dice.chance(0.2)) columns.push({ key: 'other', name: 'Kommentar', kind: 'text', isRequired: false });
  const ordered = dice.chance(0.3) ? dice.shuffled(columns) : columns;
  const grid = rows.map((row) => ordered.map(({ key, kind }) => cellText(dice, row[key] ?? '', kind, style)));
  const path = `${FILE_NAMES[table][isSwedish ? 1 : 0]}${suffix}.csv`;
  const sheet = new Sheet(table, path, style, ordered, grid);
  if (dice.chance(0.15)) sheet.lead.push(`sep=${style.delimiter}`);
  if (dice.chance(0.15)) sheet.lead.push('Tabell 3. Uppdiktade uppgifter', '');
  return sheet;
}

function headerName(dice: Dice, key: string, swedish: readonly string[], isSwedish: boolean): string {
  const name = isSwedish ? dice.pick(swedish) : key;
  const spelling = dice.integer(0, 9);
  if (spelling === 0) return name.toUpperCase();
  if (spelling === 1) return name.replaceAll('_', ' ');
  return spelling === 2 ? ` ${name}` : name;
}

/** A number with the file's decimal sign and thousands; anything else as it is, now and then with space around. */
function cellText(dice: Dice, cell: string, kind: Kind, { decimal, thousands }: Style): string {
  const parts = /^(\d+)(?:\.(\d+))?( %)?$/.exec(cell);
  const isNumber = kind === 'count' || kind === 'amount' || kind === 'rate';
  if (!isNumber || parts === null) return dice.chance(0.02) && cell !== '' ? ` ${cell} ` : cell;
  const [, whole = '', fraction, percent = ''] = parts;
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, thousands);
  return `${grouped}${fraction === undefined ? '' : decimal + fraction}${percent}`;
}
