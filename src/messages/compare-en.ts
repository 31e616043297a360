import type { Factor, Limit } from '../domain/comparison.ts';
import type { CompareTexts, Driver, SpokenChange, SpokenSide, VerifyTexts } from './compare-texts.ts';
import type { Words } from './words.ts';

const FACTOR_NAMES: Readonly<Record<Factor, string>> = {
  decisions: 'decisions',
  newShare: 'the share of new decisions',
  baseHoursPerCase: 'base hours per case',
  collaborationShare: 'the share of collaboration cases',
  collaborationHoursPerCase: 'collaboration hours per case',
};

const UNITS: Readonly<Partial<Record<Factor, string>>> = { newShare: '\u00A0%', collaborationShare: '\u00A0%' };

const PARTS = { rows: 'rows', steps: 'work steps', totals: 'totals' };

export function limitText({ value, unit }: Limit, words: Words): string {
  return unit === 'share'
    ? `${words.number(value * 100, 6)}\u00A0%`
    : `${words.number(value, 2)}\u00A0${value === 1 ? 'hour' : 'hours'}`;
}

/** A change as it is shown, with its unit. */
function hoursText(change: string): string {
  return `${change}\u00A0${/^.1$/.test(change) ? 'hour' : 'hours'}`;
}

function cause({ driver, isSole, also, against, isOverTime }: SpokenChange): string {
  if (driver === null) return '';
  const main = `${movement(driver, isOverTime)} (${hoursText(driver.hours)})`;
  const second = also === null ? '' : ` and ${reason(also, isOverTime)} (${hoursText(also.hours)})`;
  const opposed = against === null ? '' : `, against ${hoursText(against.hours)} from ${FACTOR_NAMES[against.factor]}`;
  return `, ${isSole ? '' : 'mostly '}because ${main}${second}${opposed}`;
}

function reason(driver: Driver, isOverTime: boolean): string {
  return driver.values === null ? FACTOR_NAMES[driver.factor] : movement(driver, isOverTime);
}

function movement({ factor, values, isUp }: Driver, isOverTime: boolean): string {
  const name = FACTOR_NAMES[factor];
  if (values === null) return `of ${name}`;
  const [from, to] = values;
  const unit = UNITS[factor] ?? '';
  const be = factor === 'newShare' || factor === 'collaborationShare' ? 'is' : 'are';
  return isOverTime
    ? `${name} ${isUp ? 'rose' : 'fell'} from ${from} to ${to}${unit}`
    : `${name} ${be} ${to}${unit} instead of ${from}${unit}`;
}

function amount({ hours, share, isZero }: SpokenChange): string {
  if (isZero) return 'no change';
  return `${hoursText(hours)}${share === null ? '' : ` (${share})`}`;
}

function what(side: SpokenSide): string {
  switch (side.kind) {
    case 'outcome':
      return 'outcome';
    case 'saved':
      return `as saved in ${side.file}`;
    case 'scenario':
      return side.isWith ? 'with the scenario' : 'without the scenario';
    case 'estimate':
      return side.asOf === null ? 'estimate' : `estimate as of ${side.asOf}`;
  }
}

export const compareEn: CompareTexts = {
  side: (side, isBare, words) => `${words.month(side.month)}${isBare ? '' : ` (${what(side)})`}`,
  rate: ({ programme, measure, step, from, to, regions }, words) => {
    const value = (of: number | null): string => {
      if (of === null) return 'none';
      return measure === 'collaboration_share'
        ? `${words.number(of * 100, 4)} %`
        : `${words.number(of, 4)} ${of === 1 ? 'hour' : 'hours'}`;
    };
    const [only] = regions;
    const place = regions.length > 1 ? ` (in ${regions.length} regions)` : only == null ? '' : ` (in ${only})`;
    return `${programme}, ${step ?? 'the share of collaboration cases'}: from ${value(from)} to ${value(to)}${place}`;
  },
  sideLabel: (side) => {
    if (side.kind === 'scenario') return [side.isWith ? 'With' : 'Without', 'scenario'];
    if (side.kind === 'estimate' && side.asOf !== null) return ['As of', side.asOf];
    return [{ outcome: 'Outcome', estimate: 'Estimate', saved: 'Saved' }[side.kind], side.month];
  },
  headline: ({ from, to, fromHours, toHours, change, scope }) =>
    `${scope === null ? '' : `${scope}, `}${to} against ${from}: ${amount(change)}, ${change.isZero ? `${toHours} handling hours on both sides` : `from ${fromHours} to ${toHours} handling hours`}${cause(change)}.`,
  leftOut: (programmes, words) => `Not in these figures: ${words.list(programmes)}.`,
  programmes: (changes) =>
    `By programme: ${changes.map(({ programme, hours }) => `${programme} ${hours}`).join(', ')} hours.`,
  largest: ({ cell, change }) => `The largest change: ${cell}, ${amount(change)}${cause(change)}.`,
  sinceLastYear: ({ from, change }) =>
    `; against ${from === null ? 'the outcome of the same months last year' : `the outcome of ${from}`} ${amount(change)}${cause(change)}`,
  cell: (programme, region) => [programme, region].filter((name) => name !== null).join(' in '),
  titles: {
    hours: 'Handling hours',
    base: 'What each factor did to the base hours (hours)',
    collaboration: 'What each factor did to the collaboration hours (hours)',
  },
  columns: {
    change: ['', 'Change'],
    changeShare: ['', '%'],
    factors: {
      decisions: ['', 'Decisions'],
      newShare: ['New', 'share'],
      baseHoursPerCase: ['Hours', 'per case'],
      collaborationShare: ['Collab.', 'share'],
      collaborationHoursPerCase: ['Hours', 'per case'],
    },
    sum: ['Change', 'in all'],
  },
  hidden: (count, limit, words) =>
    `${count === 1 ? 'One row' : `${words.number(count)} rows`} that ${limit === null ? 'did not change' : `changed less than ${limitText(limit, words)}`} ${count === 1 ? 'is' : 'are'} not shown; the totals hold ${count === 1 ? 'it' : 'them'}.`,
  remarks: [
    'These are estimates: every case is unique. What each factor did is a mean over all orders in which the factors can change; the parts add up to the change. Each figure is rounded by itself, so parts may not add up to the total.',
  ],
  lmdi: 'What each factor did is computed by LMDI.',
};

export const verifyEn: VerifyTexts = {
  identical: ({ file, period, hours, files }) =>
    `${file} is identical: ${period}, ${hours} handling hours, computed anew from ${files === 1 ? 'the same file' : `the same ${files} files`}.`,
  different: ({ file, changed, files, fromHours, toHours, change, parts, words }) => {
    const inputs =
      changed === 0
        ? 'its files are the same'
        : `${changed === 1 ? 'one file' : `${changed} files`} of ${files} changed`;
    const result =
      parts.length === 0
        ? `and the result is the same: ${toHours} handling hours`
        : change.isZero
          ? `and the ${words.list(parts.map((part) => PARTS[part]))} of the result differ`
          : `and the total goes from ${fromHours} to ${toHours} handling hours, ${amount(change)}${cause(change)}`;
    return `${file} does not agree with the data any more: ${inputs}, ${result}.`;
  },
  titles: { files: 'The files', totals: 'Handling hours' },
  columns: {
    file: ['', 'File'],
    what: ['', ''],
    rowsBefore: ['Rows', 'saved'],
    rowsNow: ['Rows', 'now'],
    sealBefore: ['SHA-256', 'saved'],
    sealNow: ['SHA-256', 'now'],
    before: ['', 'Saved'],
    now: ['', 'Now'],
  },
  changes: { none: 'same', altered: 'altered', added: 'added', removed: 'removed' },
  effect: (tables, hours, words) =>
    tables.length === 0
      ? `No changed file explains ${hours} hours.`
      : `By ${words.list(tables)}${tables.length > 1 ? ' together' : ''}: ${hours} hours.`,
  moreRates: (count) => `… and ${count === 1 ? 'one schablon' : `${count} schablons`} more.`,
  tables: {
    forecasts: 'the forecasts',
    statistics: 'the statistics',
    schablons: 'the schablons',
    programmes: 'the programme codes',
    regions: 'the region codes',
    scenario: 'the scenario',
    saved: 'the saved result',
    plan: 'the plan',
  },
  cells: (count, words) =>
    `${count === 1 ? 'One row' : `${words.number(count)} rows`} of the result changed; resurs compare --of estimate --with the saved file, or -f json here, shows what each factor did.`,
};
