import { TABLE_NAMES } from '../domain/tables.ts';
import type { OptionName } from '../messages/catalogue.ts';

/** How each option is written on the command line. */
export const FLAGS = {
  month: '--month <month>',
  from: '--from <month>',
  to: '--to <month>',
  programme: '-p, --programme <names>',
  region: '-r, --region <names>',
  asOf: '--as-of <date>',
  scenario: '--scenario <file>',
  of: '--of <kind>',
  with: '--with <side>',
  method: '--method <name>',
  maxIncrease: '--max-increase <limit>',
  maxDecrease: '--max-decrease <limit>',
  minChange: '--min-change <limit>',
  dryRun: '--dry-run',
  allowOutside: '--allow-outside',
  data: '-d, --data <folder>',
  forecasts: '--forecasts <file>',
  statistics: '--statistics <file>',
  schablons: '--schablons <file>',
  programmes: '--programmes <file>',
  regions: '--regions <file>',
  format: '-f, --format <format>',
  out: '-o, --out <file>',
  lang: '--lang <language>',
  strict: '--strict',
  problems: '--problems <form>',
  quiet: '-q, --quiet',
  color: '--color <when>',
  debug: '--debug',
  version: '--version',
  help: '-h, --help',
} as const satisfies Readonly<Record<OptionName, string>>;

/** Options that may be given more than once. */
export const REPEATABLE: ReadonlySet<OptionName> = new Set(['programme', 'region', 'out', ...TABLE_NAMES]);

/** The long name of an option, without its dashes. */
export function longName(option: OptionName): string {
  return /--([a-z-]+)/.exec(FLAGS[option])?.[1] ?? option;
}

/** Whether an option stands alone, without a value. */
export function isSwitch(option: OptionName): boolean {
  return !FLAGS[option].includes('<');
}

/** How an option is written, and whether a value follows it. */
export interface Spelling {
  readonly option: OptionName;
  readonly long: string;
  readonly short: string | null;
  readonly hasValue: boolean;
}

export function spellingOf(option: OptionName): Spelling {
  const short = /^-\w(?=,)/.exec(FLAGS[option])?.[0] ?? null;
  return { option, long: `--${longName(option)}`, short, hasValue: !isSwitch(option) };
}
