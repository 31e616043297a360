import path from 'node:path';

/**
 * How a file is named in results, the same on every machine: inside the data folder relative to it, elsewhere as it was
 * given, without the folders of an absolute path. With `/` between.
 */
export function nameOfFile(folder: string, given: string, file: string): string {
  const relative = path.relative(folder, file);
  const isInside = !relative.startsWith('..') && !path.isAbsolute(relative);
  const name = isInside ? relative : path.isAbsolute(given) ? path.basename(given) : given;
  return name.split(path.sep).join('/');
}

export function resolvePath(folder: string, file: string): string {
  return path.resolve(folder, file);
}
