import path from 'node:path';

/** How a file is named in results: relative to the data folder, with `/`, the same on every machine. */
export function relativePath(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}

export function resolvePath(folder: string, file: string): string {
  return path.resolve(folder, file);
}
