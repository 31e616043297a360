import type { Written } from '../commands/outcome.ts';
import type { TerminalText } from '../domain/sink-text.ts';
import type { World } from '../domain/world.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { forTerminal, terminal, wrapped } from '../render/terminal-text.ts';
import { wordsOf } from '../render/words.ts';
import { shellWord } from './shell-word.ts';

/** Writes a data folder, all of it or nothing, and gives what to say of it: what was written, and what to type next. */
export async function writeFolder(
  { folder, isUsual, files }: Written,
  world: World,
  catalogue: Catalogue,
): Promise<TerminalText> {
  const unmake = await world.makeFolder(folder);
  try {
    await world.writeFiles(files, []);
  } catch (error) {
    await unmake();
    throw error;
  }
  const { example } = catalogue;
  const names = files.map(({ name }) => name);
  const said = forTerminal(`${example.written(folder, names, wordsOf(catalogue))} ${example.next}`);
  const data = isUsual ? terminal`` : terminal`--data ${forTerminal(shellWord(forTerminal(folder)))} `;
  const width = Math.max(40, Math.min(world.stdout.columns, 100));
  return terminal`${wrapped(said, width)}\n\n  resurs estimate ${data}--month 2023-01\n`;
}
