import { rmdirSync, rmSync } from 'node:fs';

/** What stands on the disk only until a run is done: files beside their targets, and folders for what is not there yet. */
export const leftovers = { files: new Set<string>(), folders: new Set<string>() } as const;

/** Takes all of it away, at once: who is interrupted has no time to wait. */
export function removeLeftovers(): void {
  for (const file of leftovers.files) quietly(() => rmSync(file, { force: true }));
  // The deepest first; a folder in which something stands has become somebody's.
  const deepestFirst = [...leftovers.folders].sort((left, right) => right.length - left.length);
  for (const folder of deepestFirst) quietly(() => rmdirSync(folder));
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // What cannot be removed stays; there is nobody left to tell.
  }
}
