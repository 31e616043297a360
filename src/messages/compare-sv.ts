import type { Factor, Limit } from '../domain/comparison.ts';
import type { CompareTexts, Driver, SpokenChange, SpokenSide, VerifyTexts } from './compare-texts.ts';
import type { Words } from './words.ts';

const FACTOR_NAMES: Readonly<Record<Factor, string>> = {
  decisions: 'antalet beslut',
  newShare: 'andelen nya beslut',
  baseHoursPerCase: 'grundtimmarna per ärende',
  collaborationShare: 'andelen samverkansärenden',
  collaborationHoursPerCase: 'samverkanstimmarna per ärende',
};

const UNITS: Readonly<Partial<Record<Factor, string>>> = { newShare: ' procent', collaborationShare: ' procent' };

const PARTS = { rows: 'raderna', steps: 'arbetsmomenten', totals: 'summorna' };

export function limitText({ value, unit }: Limit, words: Words): string {
  return unit === 'share'
    ? `${words.number(value * 100, 6)}\u00A0procent`
    : `${words.number(value, 2)}\u00A0${value === 1 ? 'timme' : 'timmar'}`;
}

/** A change as it is shown, with its unit. */
function hoursText(change: string): string {
  return `${change}\u00A0${/^.1$/.test(change) ? 'timme' : 'timmar'}`;
}

function cause({ driver, isSole, also, against, isOverTime }: SpokenChange): string {
  if (driver === null) return '';
  const main = `${movement(driver, isOverTime)} (${hoursText(driver.hours)})`;
  const second = also === null ? '' : ` och ${reason(also, isOverTime)} (${hoursText(also.hours)})`;
  const opposed = against === null ? '' : `, medan ${FACTOR_NAMES[against.factor]} gav ${hoursText(against.hours)}`;
  return `, ${isSole ? '' : 'mest '}${main}${second}${opposed}`;
}

function reason(driver: Driver, isOverTime: boolean): string {
  return driver.values === null ? FACTOR_NAMES[driver.factor] : movement(driver, isOverTime);
}

function movement({ factor, values, isUp }: Driver, isOverTime: boolean): string {
  const name = FACTOR_NAMES[factor];
  if (values === null) return `på grund av ${name}`;
  const [from, to] = values;
  const unit = UNITS[factor] ?? '';
  return isOverTime
    ? `för att ${name} ${isUp ? 'steg' : 'sjönk'} från ${from} till ${to}${unit}`
    : `för att ${name} är ${to}${unit} i stället för ${from}${unit}`;
}

function amount({ hours, share, isZero }: SpokenChange): string {
  if (isZero) return 'ingen förändring';
  return `${hoursText(hours)}${share === null ? '' : ` (${share})`}`;
}

function what(side: SpokenSide): string {
  switch (side.kind) {
    case 'outcome':
      return 'utfall';
    case 'saved':
      return `som det sparades i ${side.file}`;
    case 'scenario':
      return side.isWith ? 'med scenariot' : 'utan scenariot';
    case 'estimate':
      return side.asOf === null ? 'beräkning' : `beräkning enligt läget ${side.asOf}`;
  }
}

export const compareSv: CompareTexts = {
  side: (side, isBare, words) => `${words.month(side.month)}${isBare ? '' : ` (${what(side)})`}`,
  rate: ({ programme, measure, step, from, to, regions }, words) => {
    const value = (of: number | null): string => {
      if (of === null) return 'ingen';
      return measure === 'collaboration_share'
        ? `${words.number(of * 100, 4)} %`
        : `${words.number(of, 4)} ${of === 1 ? 'timme' : 'timmar'}`;
    };
    const [only] = regions;
    const place = regions.length > 1 ? ` (i ${regions.length} regioner)` : only == null ? '' : ` (i ${only})`;
    return `${programme}, ${step ?? 'andelen samverkansärenden'}: från ${value(from)} till ${value(to)}${place}`;
  },
  sideLabel: (side) => {
    if (side.kind === 'scenario') return [side.isWith ? 'Med' : 'Utan', 'scenario'];
    if (side.kind === 'estimate' && side.asOf !== null) return ['Läget', side.asOf];
    return [{ outcome: 'Utfall', estimate: 'Beräknat', saved: 'Sparat' }[side.kind], side.month];
  },
  headline: ({ from, to, fromHours, toHours, change, scope }) => {
    const sides = scope === null ? `${to.charAt(0).toUpperCase()}${to.slice(1)}` : `${scope}, ${to}`;
    const hours = change.isZero
      ? `${toHours} handläggningstimmar på båda sidor`
      : `från ${fromHours} till ${toHours} handläggningstimmar`;
    return `${sides} mot ${from}: ${amount(change)}, ${hours}${cause(change)}.`;
  },
  leftOut: (programmes, words) => `Inte med i siffrorna: ${words.list(programmes)}.`,
  programmes: (changes) =>
    `Per program: ${changes.map(({ programme, hours }) => `${programme} ${hours}`).join(', ')} timmar.`,
  largest: ({ cell, change }) => `Störst förändring: ${cell}, ${amount(change)}${cause(change)}.`,
  sinceLastYear: ({ from, change }) =>
    `; mot utfallet ${from === null ? 'samma månader året före' : `i ${from}`} ${amount(change)}${cause(change)}`,
  cell: (programme, region) => [programme, region].filter((name) => name !== null).join(' i '),
  titles: {
    hours: 'Handläggningstimmar',
    base: 'Vad varje faktor gjorde med grundtimmarna (timmar)',
    collaboration: 'Vad varje faktor gjorde med samverkanstimmarna (timmar)',
  },
  columns: {
    change: ['För-', 'ändring'],
    changeShare: ['', '%'],
    factors: {
      decisions: ['Antal', 'beslut'],
      newShare: ['Andel', 'nya'],
      baseHoursPerCase: ['Timmar', '/ärende'],
      collaborationShare: ['Andel', 'samverk.'],
      collaborationHoursPerCase: ['Timmar', '/ärende'],
    },
    sum: ['För-', 'ändring'],
  },
  hidden: (count, limit, words) =>
    `${count === 1 ? 'En rad' : `${words.number(count)} rader`} som ${limit === null ? 'inte ändrades' : `ändrades mindre än ${limitText(limit, words)}`} visas inte, men ingår i summorna.`,
  remarks: [
    'Det här är uppskattningar: varje ärende är unikt. Vad varje faktor gjorde är ett genomsnitt över alla ordningar som faktorerna kan ändras i; delarna blir tillsammans hela förändringen. Varje tal är avrundat för sig, så delarnas summa kan skilja sig från totalen.',
  ],
  lmdi: 'Vad varje faktor gjorde är beräknat med LMDI.',
};

export const verifySv: VerifyTexts = {
  identical: ({ file, period, hours, files }) =>
    `${file} är identisk: ${period}, ${hours} handläggningstimmar, beräknat på nytt från ${files === 1 ? 'samma fil' : `samma ${files} filer`}.`,
  different: ({ file, changed, files, fromHours, toHours, change, parts, words }) => {
    const inputs =
      changed === 0 ? 'filerna är desamma' : `${changed === 1 ? 'en fil' : `${changed} filer`} av ${files} har ändrats`;
    const result =
      parts.length === 0
        ? `och resultatet är detsamma: ${toHours} handläggningstimmar`
        : change.isZero
          ? `och ${words.list(parts.map((part) => PARTS[part]))} i resultatet skiljer sig`
          : `och summan går från ${fromHours} till ${toHours} handläggningstimmar, ${amount(change)}${cause(change)}`;
    return `${file} stämmer inte längre med underlaget: ${inputs}, ${result}.`;
  },
  titles: { files: 'Filerna', totals: 'Handläggningstimmar' },
  columns: {
    file: ['', 'Fil'],
    what: ['', ''],
    rowsBefore: ['Rader', 'sparat'],
    rowsNow: ['Rader', 'nu'],
    sealBefore: ['SHA-256', 'sparat'],
    sealNow: ['SHA-256', 'nu'],
    before: ['', 'Sparat'],
    now: ['', 'Nu'],
  },
  changes: { none: 'samma', altered: 'ändrad', added: 'ny', removed: 'borta' },
  effect: (tables, hours, words) =>
    tables.length === 0
      ? `Ingen ändrad fil förklarar ${hours} timmar.`
      : `Av ${words.list(tables)}${tables.length > 1 ? ' tillsammans' : ''}: ${hours} timmar.`,
  moreRates: (count) => `… och ${count === 1 ? 'en schablon' : `${count} schabloner`} till.`,
  tables: {
    forecasts: 'prognoserna',
    statistics: 'beslutsstatistiken',
    schablons: 'schablonerna',
    programmes: 'programkoderna',
    regions: 'regionkoderna',
    scenario: 'scenariot',
    saved: 'det sparade resultatet',
    plan: 'planen',
  },
  cells: (count, words) =>
    `${count === 1 ? 'En rad' : `${words.number(count)} rader`} i resultatet har ändrats; resurs compare --of estimate --with den sparade filen, eller -f json här, visar vad varje faktor gjorde.`,
};
