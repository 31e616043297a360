import { Failure } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import { byCodeUnit } from '../domain/order.ts';
import { type SinkText, vouched } from '../domain/sink-text.ts';
import type { World } from '../domain/world.ts';
import { TABLES } from '../read/columns.ts';
import { readFolder } from '../read/folder.ts';
import { pathIn, resolvePath } from '../read/paths.ts';
import { type Context, SETTINGS_FILE } from './context.ts';
import type { NewFile, Outcome } from './outcome.ts';
import type { RawOptions } from './request.ts';
import { nameOnDisk } from './reserved-names.ts';

/** What the README of an example is called in a folder of that language. */
const README = { en: 'README.md', sv: 'LÄSMIG.md' } as const;

/** The name that a data package has in its folder. */
const PACKAGE_FILE = 'datapackage.json';

/** What the example is called as a data package. */
const EXAMPLE = {
  en: { name: 'resurs-example', title: 'Example of resurs (invented figures)' },
  sv: { name: 'resurs-exempel', title: 'Exempel till resurs (påhittade siffror)' },
} as const;

/**
 * `resurs init`: the example as a data folder of one's own, in the language of the run. Files that would be written
 * over, and tables and settings that would be read together with the example, are a {@link Failure}.
 */
export async function runInit(raw: RawOptions, { world, folder: usual, language }: Context): Promise<Outcome> {
  const folder = folderOption(raw);
  const target = resolvePath(world.cwd, folder);
  const source = world.examples[language];
  const copied = await Promise.all(
    (await world.listFolder(source)).map(async (name) => ({
      name: name === README.en ? README[language] : name,
      content: asText(await world.readFile(resolvePath(source, name))),
    })),
  );
  const files = [...copied, await packageOf(source, language, world)].sort((left, right) =>
    byCodeUnit(left.name, right.name),
  );
  const names = await occupied(
    target,
    files.map(({ name }) => name),
    world,
  );
  if (names.length > 0) throw new Failure('folder-occupied', { folder, names });
  return {
    kind: 'written',
    folder,
    isUsual: target === usual.path,
    files: files.map(({ name, content }) => ({ name, path: pathIn(folder, name), content })),
  };
}

/** What describes the tables to other programs, made from the tables themselves. */
async function packageOf(source: string, language: Language, world: World): Promise<Pick<NewFile, 'name' | 'content'>> {
  const { dataPackageOf } = await import('../read/data-package.ts');
  const content = await readFolder({ path: source, name: source, files: {} }, world);
  const { document } = await dataPackageOf(content, EXAMPLE[language]);
  return { name: PACKAGE_FILE, content: vouched<'file'>(`${JSON.stringify(document, null, 2)}\n`) };
}

function folderOption(raw: RawOptions): string {
  const folder = raw['folder'] ?? '.';
  // `resurs init "$FOLDER"` with the variable unset asks for no folder, not for this one.
  if (folder === '') throw new Failure('option-lacks-value', { option: 'DIR' });
  return String(folder);
}

/** A file of the program's own, as it is. The mark in front of a Swedish one (BOM) belongs to it. */
function asText(bytes: Uint8Array): SinkText<'file'> {
  return vouched(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
}

/** The names in a folder that are taken for one of these files, a table under either of its names, or the settings. */
async function occupied(folder: string, names: readonly string[], world: World): Promise<readonly string[]> {
  const present = await world.listFolder(folder).catch((error: unknown) => {
    // Where a file stands in its place, to make it will fail.
    const isMissing = error instanceof Failure && (error.code === 'folder-not-found' || error.code === 'not-a-folder');
    if (isMissing) return [];
    throw error;
  });
  const taken = new Set([...names, ...TABLES.flatMap(({ fileNames }) => fileNames), SETTINGS_FILE].map(nameOnDisk));
  return present.filter((name) => taken.has(nameOnDisk(name)));
}
