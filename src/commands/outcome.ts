import type { Problem } from '../domain/problem.ts';
import type { Report } from '../domain/report.ts';
import type { World } from '../domain/world.ts';
import type { DataFolder } from '../read/folder.ts';

/** What a command works with besides its options. */
export interface Context {
  readonly world: World;
  readonly folder: DataFolder;
  readonly schablonMaxAgeYears: number;
}

/** What came of a command: a report, or the problems that refuse the input. Either knows the files that were read. */
export type Outcome =
  | { readonly kind: 'report'; readonly report: Report; readonly inputPaths: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };
