import type { World } from '../domain/world.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { typedLine } from './typed-line.ts';

/**
 * `resurs __complete`: what may stand in place of the last word, a line each, as the scripts of `resurs completion` read
 * it. Somebody is in the middle of typing: whatever is wrong with the line or the data, there is only less to offer.
 */
export async function completed(words: readonly string[], world: World, catalogue: Catalogue): Promise<string> {
  try {
    const { candidates, paths, before } = await candidatesFor(typedLine(words), world, catalogue);
    const lines = candidates.map(lineOf);
    if (paths !== null) lines.push(lineOf({ text: `:${paths}`, meaning: before }));
    return lines.map((line) => `${line}\n`).join('');
  } catch {
    return '';
  }
}

function lineOf({ text, meaning }: Candidate): string {
  return meaning === '' ? text : `${text}\t${meaning}`;
}
