// The data folders that the matrix runs on: examples, cases, and folders with faults, copied to where a cell runs.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** The sound folder with files of mistakes in it: many problems of one kind, bytes of two encodings, a name in two forms. */
const MISTAKES = {
  'many-mistakes': ['mistakes-beyond-number.statistics.csv', 'minutes-for-hours.schablons.csv'],
  'two-encodings': ['joined-encodings.regions.csv'],
  'foreign-letter': ['cyrillic-letter.statistics.csv'],
  'only-warnings': ['step-nearly-another.schablons.csv'],
};

/** What sorts and folds otherwise in Swedish or Turkish, or as a key of an object. */
const NAMES = [
  'Örebro',
  'Ängelholm',
  'Åre',
  'Zürich',
  'IGGESUND',
  'iris',
  'Ivö',
  'constructor',
  '__proto__',
  'Z10',
  'Z2',
];

/** Letters of Unicode 16 and 17, which the first Node 20 does not know: Latin ones and others, a sign, and none yet. */
const NEWER = ['A\uA7CB', 'A\uA7D2', 'A\u{10D50}', 'A\u{16EA0}', 'A\u{1C89}', 'A\u0378'];

/** Every data folder of a cell: its name, and what stands in it. */
export const FOLDERS = {
  example: () => filesOf('example'),
  exempel: () => filesOf('exempel'),
  'case-lmdi': () => filesOf('cases/compare-everything-changed-lmdi/data'),
  'case-codes': () => filesOf('cases/two-codes-in-one-programme/data'),
  'case-excel': () => filesOf('cases/swedish-files-as-excel-writes-them/data'),
  'case-scenario': () => filesOf('cases/compare-scenario/data'),
  names: () => ({ ...filesOf('malformed/sound'), ...tablesOf(NAMES) }),
  newer: () => ({ ...filesOf('malformed/sound'), ...tablesOf(NEWER) }),
  ...Object.fromEntries(
    Object.entries(MISTAKES).map(([name, mistakes]) => [
      name,
      () => ({ ...filesOf('malformed/sound'), ...Object.fromEntries(mistakes.map(mistakeIn)) }),
    ]),
  ),
};

/** Writes all folders, their files in the order of their names or against it: what a disk then lists first. */
export function writeFolders(target, isReversed) {
  for (const [folder, filesIn] of inOrder(Object.entries(FOLDERS), isReversed)) {
    mkdirSync(path.join(target, folder), { recursive: true });
    for (const [name, content] of inOrder(Object.entries(filesIn()), isReversed)) {
      writeFileSync(path.join(target, folder, name), content);
    }
  }
}

function inOrder(entries, isReversed) {
  const sorted = [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
  return isReversed ? sorted.reverse() : sorted;
}

function filesOf(folder) {
  const names = readdirSync(path.join(FIXTURES, folder));
  const files = names.filter((name) => statSync(path.join(FIXTURES, folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(FIXTURES, folder, name))]));
}

function mistakeIn(file) {
  return [`${file.split('.')[1]}.csv`, readFileSync(path.join(FIXTURES, 'malformed', file))];
}

/** Statistics of two years with these regions, and no table of their codes. */
function tablesOf(regions) {
  const rows = ['2021-01', '2022-01'].flatMap((month) =>
    ['JOB', 'ETP'].flatMap((programme) =>
      regions.map((region, at) => `${month};${programme};${region};${1200 + 7 * at};${60 + at}`),
    ),
  );
  const statistics = `month;programme;region;decisions;new_decisions\n${rows.join('\n')}\n`;
  const codes = regions.map((region, at) => `${1000 + at};${region};${region.normalize('NFD')}`);
  return { 'statistics.csv': statistics, 'regions.csv': `code;region;name\n${codes.join('\n')}\n` };
}
