import path from 'node:path';

/**
 * How a file is named in results, the same on every machine: inside the data folder relative to it, elsewhere as it was
 * given, without the folders of an absolute path. With `/` between.
 */
export function nameOfFile(folder: string, given: string, file: string): string {
  const relative = relativePath(folder, file);
  if (!relative.startsWith('../') && !path.isAbsolute(relative)) return relative;
  return path.isAbsolute(given) ? path.basename(given) : withSlashes(given);
}

/** The way from the data folder to a file; `-` for standard input. */
export function relativePath(folder: string, file: string): string {
  return file === '-' ? file : withSlashes(path.relative(folder, file));
}

function withSlashes(name: string): string {
  return name.split(path.sep).join('/');
}

/** A file in a folder, named as the folder is. */
export function pathIn(folder: string, name: string): string {
  return path.join(folder, name);
}

export function resolvePath(folder: string, file: string): string {
  return path.resolve(folder, file);
}
