import type { World } from './world.ts';

/** A world in another folder, in which each file and folder is read once, however often it is asked for. */
export function readingOnce(world: World, cwd: string): World {
  const files = new Map<string, Promise<Uint8Array>>();
  const folders = new Map<string, Promise<readonly string[]>>();
  const paths = new Map<string, Promise<string>>();
  let input: Promise<Uint8Array> | null = null;
  return {
    ...world,
    cwd,
    readFile: (path, most) =>
      most === undefined ? remembered(files, path, () => world.readFile(path)) : world.readFile(path, most),
    listFolder: (path) => remembered(folders, path, () => world.listFolder(path)),
    realPath: (path) => remembered(paths, path, () => world.realPath(path)),
    readStandardInput: () => {
      input ??= world.readStandardInput();
      return input;
    },
  };
}

function remembered<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
