/** The files of `model` that only a comparison runs: apart, since its tests are many and say nothing of the others. */
const OF_COMPARE = [
  'changed-rates',
  'compare',
  'compared-totals',
  'count',
  'effects',
  'figures',
  'filled',
  'gates',
  'half',
  'lmdi',
  'outcome',
  'pair',
  'pair-watch',
  'presence',
  'settled',
  'shapley',
  'side',
  'situation',
].map((name) => `src/model/${name}.ts`);

/** The files of `model` for what is told beside an estimate: what the tables speak of, where a figure comes from, what changed. */
const OF_ACCOUNT = ['coverage', 'last-year', 'replay', 'trace', 'vintages'].map((name) => `src/model/${name}.ts`);

/** The files of `read` for what is no table: a plan, the settings, a result that was saved. */
const OF_DOCUMENTS = ['plan', 'saved', 'seal', 'settings', 'yaml'].map((name) => `src/read/${name}.ts`);

/** What of `render` writes for a sink: its encoder, and what lays its texts out. */
const OF_SINKS = [
  'csv',
  'csv-text',
  'fitting-sections',
  'inert-json',
  'line-spans',
  'markdown',
  'markdown-problems',
  'markdown-text',
  'paint',
  'personal-numbers',
  'problem-annotations',
  'problem-json',
  'problem-lines',
  'problem-list',
  'problem-sarif',
  'rounding',
  'source-line',
  'table',
  'terminal-text',
  'tree-lines',
  'width',
].map((name) => `src/render/${name}.ts`);

/**
 * For each room what is changed, and the tests that are to notice: files, or folders with a slash at the end. Left out
 * are tests that start processes and those that plant faults by the thousand.
 */
export const ROOMS = {
  domain: {
    mutate: ['src/domain/*.ts'],
    tests: ['test/domain/', 'test/cases.test.ts', 'test/commands/check.test.ts', 'test/cli/gates.test.ts'],
  },
  model: {
    mutate: ['src/model/*.ts', ...[...OF_COMPARE, ...OF_ACCOUNT].map((file) => `!${file}`)],
    tests: [
      ...['told', 'edges', 'estimate', 'findings', 'forecast-choice', 'history', 'reference', 'schablon-book'].map(
        (name) => `test/model/${name}.test.ts`,
      ),
      'test/cases.test.ts',
      'test/commands/scenario.test.ts',
    ],
  },
  compare: {
    own: /^test\/model\/(?!compared)/,
    mutate: OF_COMPARE,
    tests: [
      ...['compared', 'effects', 'gates', 'lmdi', 'presence', 'shapley'].map((name) => `test/model/${name}.test.ts`),
      'test/cases.test.ts',
    ],
  },
  account: {
    mutate: OF_ACCOUNT,
    tests: [
      ...['coverage', 'last-year', 'replay', 'trace', 'vintages'].map((name) => `test/model/${name}.test.ts`),
      'test/commands/check.test.ts',
      'test/commands/verify.test.ts',
      'test/explain.test.ts',
      'test/cases.test.ts',
    ],
  },
  read: {
    // Of these tests a file is asked those of its own name; where it has none, all of them.
    own: /^test\/read\/(?!readers\/|problem-codes)/,
    mutate: ['src/read/**/*.ts', ...OF_DOCUMENTS.map((file) => `!${file}`)],
    tests: ['test/read/', 'test/faults/malformed.test.ts'],
  },
  documents: {
    mutate: OF_DOCUMENTS,
    tests: [
      'test/read/saved.test.ts',
      'test/read/settings.test.ts',
      'test/commands/settings.test.ts',
      'test/commands/verify.test.ts',
      'test/cli/batch.test.ts',
    ],
  },
  sinks: {
    own: /^test\/render\//,
    mutate: OF_SINKS,
    tests: ['test/render/', 'test/sinks/texts.test.ts', 'test/sinks/round-trip.test.ts'],
  },
};
