import { SIDE_WORDS } from '../commands/compare-request.ts';
import type { FileOptions } from '../commands/context.ts';
import { DataGlance, type DataWord } from '../commands/data-glance.ts';
import { METHODS, SIDE_KINDS } from '../domain/comparison.ts';
import { LANGUAGES } from '../domain/language.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { World } from '../domain/world.ts';
import type { CommandName, OptionName } from '../messages/catalogue.ts';
import { PROBLEM_FORMS } from '../render/problems.ts';
import { COLOURS, FORMAT_NAMES } from './choices.ts';
import type { Argument } from './command-entry.ts';
import { COMMANDS } from './commands.ts';
import type { TypedLine } from './typed-line.ts';

/** Where a word stands. */
export interface Situation {
  readonly line: TypedLine;
  readonly command: CommandName | null;
  readonly world: World;
}

/** What may stand in a place; those that do not begin as what was typed are left out later. */
export interface Offer {
  readonly candidates: readonly DataWord[];
  readonly paths?: 'files' | 'folders';
  /** The beginning of what was typed that stays: the items before the last of a list. */
  readonly skipped?: string;
}

export type Rule = (typed: string, situation: Situation) => Promise<Offer> | Offer;

const NOTHING: Rule = () => ({ candidates: [] });
const FILES: Rule = () => ({ candidates: [], paths: 'files' });
const FOLDERS: Rule = () => ({ candidates: [], paths: 'folders' });
const oneOf =
  (words: readonly string[]): Rule =>
  () => ({ candidates: words.map(plain) });

/** What completes the value of each option; a new option does not compile without its rule. */
export const VALUE_RULES: Readonly<Record<OptionName, Rule>> = {
  month: monthsToRun,
  from: monthsToRun,
  to: monthsToRun,
  programme: listOf('programme', (data) => data.programmes()),
  region: listOf('region', (data) => data.regions()),
  asOf: async (_, situation) => ({ candidates: (await dataOf(situation).publicationDays()).map(plain) }),
  scenario: FILES,
  of: oneOf(SIDE_KINDS),
  with: otherSide,
  method: oneOf(METHODS),
  maxIncrease: NOTHING,
  maxDecrease: NOTHING,
  minChange: NOTHING,
  dryRun: NOTHING,
  allowOutside: NOTHING,
  data: FOLDERS,
  forecasts: FILES,
  statistics: FILES,
  schablons: FILES,
  programmes: FILES,
  regions: FILES,
  format: oneOf(FORMAT_NAMES),
  out: FILES,
  lang: oneOf(LANGUAGES),
  strict: NOTHING,
  problems: oneOf(PROBLEM_FORMS),
  quiet: NOTHING,
  color: oneOf(COLOURS),
  debug: NOTHING,
  version: NOTHING,
  help: NOTHING,
};

/** What completes the argument of a command: its words, else a folder where help calls it DIR, else a file. */
export function argumentRule({ name, words }: Argument): Rule {
  if (words !== undefined) return oneOf(words);
  return name === 'DIR' ? FOLDERS : FILES;
}

function plain(text: string): DataWord {
  return { text, meaning: '' };
}

/**
 * The months that forecasts cover, and where two sides are compared those of the statistics as well. Whether a month can
 * really be estimated only the model tells, and that would take too long.
 */
async function monthsToRun(_: string, situation: Situation): Promise<Offer> {
  const { line, command } = situation;
  const data = dataOf(situation);
  const hasSides = command !== null && COMMANDS[command].options.includes('with');
  const months = [...(await data.forecastMonths()), ...(hasSides ? await data.statisticsMonths() : [])];
  const isRangeEnd = line.last.kind === 'value' && line.last.option === 'to';
  const first = isRangeEnd ? (line.given.get('from')?.at(-1) ?? '') : '';
  return {
    candidates: [...new Set(months)]
      .sort()
      .filter((month) => month >= first)
      .map(plain),
  };
}

/** A list with commas: the last item is completed, with a name that the line does not have yet. */
function listOf(option: 'programme' | 'region', namesOf: (data: DataGlance) => Promise<readonly DataWord[]>): Rule {
  return async (typed, situation) => {
    const skipped = /^.*,\s*/su.exec(typed)?.[0] ?? '';
    const earlier = [...(situation.line.given.get(option) ?? []), skipped].join(',').split(',');
    const taken = new Set(earlier.map((name) => name.trim().normalize('NFC')));
    const names = await namesOf(dataOf(situation));
    return { candidates: names.filter(({ text }) => !taken.has(text)), skipped };
  };
}

/** The forms of the other side of a comparison, then the months or days of the one that was chosen. */
async function otherSide(typed: string, situation: Situation): Promise<Offer> {
  const data = dataOf(situation);
  const [form = ''] = /^[a-z-]+:/.exec(typed) ?? [];
  switch (SIDE_WORDS.find((each) => each === form)) {
    case 'outcome:':
      return { candidates: (await data.statisticsMonths()).map(plain), skipped: form };
    case 'estimate:':
      return { candidates: (await data.forecastMonths()).map(plain), skipped: form };
    case 'as-of:':
      return { candidates: (await data.publicationDays()).map(plain), skipped: form };
    default:
      return { candidates: SIDE_WORDS.map(plain), paths: 'files' };
  }
}

/** The data that the line speaks of. */
function dataOf({ line, world }: Situation): DataGlance {
  const valuesOf = (option: OptionName): readonly string[] | undefined => line.given.get(option)?.map(atHome);
  const options: FileOptions = {
    data: valuesOf('data')?.at(-1),
    tables: Object.fromEntries(
      TABLE_NAMES.flatMap((table) => {
        const files = valuesOf(table);
        return files === undefined ? [] : [[table, files]];
      }),
    ),
    isFolderNeeded: true,
  };
  return new DataGlance(options, world);

  /** The shell hands over `~` as it was typed. */
  function atHome(path: string): string {
    return path.startsWith('~/') ? (world.env['HOME'] ?? '~') + path.slice(1) : path;
  }
}
