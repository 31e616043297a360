import path from 'node:path';

/**
 * How a file is named in results, the same on every machine: relative to the data folder, so that no two files share a
 * name; one that was given by an absolute path outside of it without its folders. With `/` between.
 */
export function nameOfFile(folder: string, given: string, file: string): string {
  const relative = relativePath(folder, file);
  return path.isAbsolute(given) && isOutside(relative) ? path.basename(given) : relative;
}

/** Whether a name starts from a folder, on any system. */
export function isRelative(name: string): boolean {
  return !path.posix.isAbsolute(name) && !path.win32.isAbsolute(name) && !name.includes('\\');
}

/** Whether a name leads out of the folder that it is relative to. */
export function isOutside(name: string): boolean {
  return name === '..' || name.startsWith('../') || path.isAbsolute(name);
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

/** A name seen from the folder in which the other one stands, with `/` between. */
export function joinedPath(folder: string, name: string): string {
  return path.posix.join(folder, name);
}

/** The folder that a file stands in. */
export function folderOf(file: string): string {
  return path.dirname(file);
}

export function resolvePath(folder: string, file: string): string {
  return path.resolve(folder, file);
}
