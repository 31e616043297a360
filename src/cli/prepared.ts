import { type Context, surroundings } from '../commands/context.ts';
import type { RawOptions } from '../commands/request.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { World } from '../domain/world.ts';
import { isForPeople } from '../render/render.ts';
import { chooseLanguage, chooseOutputs, type Output } from './choices.ts';
import type { CommandEntry } from './command-entry.ts';

/** What a command needs besides its own options, and where its result goes. */
export interface Prepared {
  readonly context: Context;
  readonly outputs: readonly Output[];
  /** The files of settings that were read, so that no output overwrites them. */
  readonly settingsPaths: readonly string[];
}

/** Finds the data folder and its settings, and reads the choices that are the same for all commands. */
export async function prepared(
  entry: CommandEntry,
  options: RawOptions,
  world: World,
  readings?: Context['readings'],
): Promise<Prepared> {
  const tables = Object.fromEntries(
    TABLE_NAMES.flatMap((table) => (options[table] === undefined ? [] : [[table, options[table] as string[]]])),
  );
  const { context, settings, settingsPaths } = await surroundings(
    {
      data: (options['data'] as string | undefined) ?? (await entry.usualFolder?.(options, world)),
      tables,
      isFolderNeeded: entry.readsData(options),
    },
    world,
    readings,
  );
  const language = chooseLanguage(options['lang'], world.env, settings.language);
  const out = options['out'] as string[] | undefined;
  const outputs = entry.general.includes('format')
    ? chooseOutputs(out, options['format'], world.env, settings.csv)
    : [];
  return {
    context: { ...context, language, isForPeople: outputs.some(({ format }) => isForPeople(format)) },
    outputs,
    settingsPaths,
  };
}
