/**
 * For each room, the tests that are to notice its mutants, nearest first: files, or folders with a slash at the end.
 * Left out are those that start processes, that plant faults by the thousand, and whole runs that show nothing new.
 */
export const ROOMS = {
  domain: [
    'test/domain/',
    'test/model/',
    'test/cases.test.ts',
    'test/commands/check.test.ts',
    'test/cli/batch.test.ts',
  ],
  model: [
    'test/model/',
    'test/cases.test.ts',
    'test/commands/scenario.test.ts',
    'test/cli/gates.test.ts',
    'test/commands/compare.test.ts',
    'test/oracle/',
    'test/explain.test.ts',
  ],
  read: [
    'test/read/',
    'test/faults/malformed.test.ts',
    'test/commands/settings.test.ts',
    'test/commands/inputs.test.ts',
    'test/commands/scenario.test.ts',
    'test/commands/verify.test.ts',
    'test/cli/batch.test.ts',
    'test/cases.test.ts',
  ],
};
