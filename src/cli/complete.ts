import type { TerminalText } from '../domain/sink-text.ts';
import type { World } from '../domain/world.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { forTerminal, terminal } from '../render/terminal-text.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { typedLine } from './typed-line.ts';

/**
 * `resurs __complete`: what may stand in place of the last word, a line each, as the scripts of `resurs completion` read
 * it. Somebody is in the middle of typing: whatever is wrong with the line or the data, there is only less to offer.
 */
export async function completed(words: readonly string[], world: World, catalogue: Catalogue): Promise<TerminalText> {
  try {
    const { candidates, paths, before } = await candidatesFor(typedLine(words), world, catalogue);
    const lines = candidates.flatMap(linesFor);
    if (paths !== null) lines.push(...linesFor({ text: `:${paths}`, meaning: before }));
    return terminal.join(lines, '');
  } catch {
    return terminal``;
  }
}

/** A name that would have to be shown in another way is none that could be typed, and not offered. */
function linesFor({ text, meaning }: Candidate): TerminalText[] {
  const shown = forTerminal(text);
  if (shown !== text) return [];
  return [meaning === '' ? terminal`${shown}\n` : terminal`${shown}\t${forTerminal(meaning)}\n`];
}
