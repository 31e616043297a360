import type { InputFile } from '../domain/tables.ts';
import { folderOf, isOutside, isRelative, joinedPath, nameOfFile, relativePath, resolvePath } from '../read/paths.ts';

type Named = Pick<InputFile, 'path' | 'location'>;

/** The two places from which a batch sees files: the folder of its plan, and where the command stands. */
export class PlanPlaces {
  /** Absolute: the paths of a plan start from there. */
  readonly folder: string;
  readonly #cwd: string;
  /** What has which name in the summary. */
  readonly #named = new Map<string, string>();

  constructor(folder: string, cwd: string) {
    this.folder = folder;
    this.#cwd = cwd;
  }

  /** A path of the command line, absolute. */
  given(path: string): string {
    return resolvePath(this.#cwd, path);
  }

  /** The folder that a path of the command line leads into, absolute. */
  folderOfGiven(path: string): string {
    return folderOf(this.given(path));
  }

  /** Whether a file stands in the folder of another one, which the command line names, or below it. */
  isBeside(path: string, location: string): boolean {
    return !isOutside(relativePath(this.folderOfGiven(path), location));
  }

  /** A file as the command would be told to write it. */
  toWrite(location: string): string {
    return relativePath(this.#cwd, location);
  }

  /** The folder of a file that is to be written, named in the same way. */
  folderToWrite(location: string): string {
    return folderOf(this.toWrite(location));
  }

  /** The folder of a file, as seen from the plan. */
  folderNamed(location: string): string {
    return relativePath(this.folder, folderOf(location)) || '.';
  }

  /**
   * A file or folder as the summary names it: from the plan; what is elsewhere on the machine by its own name, unless
   * that is the name of another one.
   */
  nameOf(location: string): string {
    const name = nameOfFile(this.folder, location, location) || '.';
    const other = this.#named.get(name);
    if (other !== undefined && other !== location) return relativePath(this.folder, location);
    this.#named.set(name, location);
    return name;
  }

  /** A path of the plan as the summary names it: as it is written, unless it starts from the root. */
  shown(path: string): string {
    return isRelative(path) ? path : this.nameOf(resolvePath(this.folder, path));
  }

  /** A file that was read, by its name in a job's result. `data` is the job's data folder as it was given. */
  nameOfInput({ path, location }: Named, data: string, dataFolder: string): string {
    if (location === '-') return path;
    const inData = relativePath(dataFolder, location);
    const isOfPlan = isRelative(data);
    if (!isOutside(inData)) {
      return joinedPath(isOfPlan ? relativePath(this.folder, dataFolder) : this.nameOf(dataFolder), inData);
    }
    // What has no way before its name was given from the root.
    return isOutside(path) ? relativePath(this.folder, location) : this.nameOf(location);
  }
}
