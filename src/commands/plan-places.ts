import { folderOf, joinedPath, nameOfFile, relativePath, resolvePath } from '../read/paths.ts';

/** The two places from which a batch sees files: the folder of its plan, and where the command stands. */
export class PlanPlaces {
  /** Absolute: the paths of a plan start from there. */
  readonly folder: string;
  readonly #cwd: string;

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

  /** A file as the command would be told to write it. */
  toWrite(location: string): string {
    return relativePath(this.#cwd, location);
  }

  /** The folder of a file that is to be written, named in the same way. */
  folderToWrite(location: string): string {
    return folderOf(this.toWrite(location));
  }

  /** A folder as the summary names it: from the plan; one elsewhere on the machine by its own name. */
  nameOf(location: string): string {
    return nameOfFile(this.folder, location, location) || '.';
  }

  /** A file of a data folder, by its name there, as the summary names it. `data` is the folder as it was given. */
  nameOfData(name: string, data: string, dataFolder: string): string {
    return joinedPath(nameOfFile(this.folder, data, dataFolder), name);
  }
}
