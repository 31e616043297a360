// What tests import instead of vitest while mutants run: tests are kept in a list and run again and again, each mutant
// in a few milliseconds, where a new run of vitest for each would take two seconds.
export { expect } from 'vitest';

type Step = () => unknown;

export interface KnownTest {
  readonly id: string;
  readonly run: () => Promise<void>;
}

interface Suite {
  readonly name: string;
  readonly before: Step[];
  readonly after: Step[];
}

export const known: KnownTest[] = [];
let file = '';
let open: readonly Suite[] = [];

/** The tests that are named from here on stand in this file. */
export function enter(path: string): void {
  file = path;
  open = [{ name: path, before: [], after: [] }];
}

const innermost = (): Suite => open[open.length - 1] as Suite;
const stepOf = (rest: readonly unknown[]): Step => rest.find((each) => typeof each === 'function') as Step;

/** What takes a second or more and would be asked of every mutant that lives: great files and the whole example. */
const SLOW =
  /takes? no time|in no time|linear time|very many|beyond all sense|without --strict either|refuses with --strict|data package that init|both ways of reading|on the order of rows|a thousand columns|any sound text|in many dialects|on the example|of the example|mean over all orders|on random folders, and/;

export function test(name: string, ...rest: unknown[]): void {
  const suites = open;
  const step = stepOf(rest);
  const title = `${file} > ${[...suites.slice(1).map((suite) => suite.name), name].join(' > ')} #${known.length}`;
  if (SLOW.test(title)) return;
  known.push({
    id: title,
    run: async () => {
      for (const suite of suites) for (const each of suite.before) await each();
      try {
        await step();
      } finally {
        for (const suite of suites.toReversed()) for (const each of suite.after) await each();
      }
    },
  });
}

export function describe(name: string, ...rest: unknown[]): void {
  const outer = open;
  open = [...outer, { name, before: [], after: [] }];
  stepOf(rest)();
  open = outer;
}

type Named = (name: string, ...rest: unknown[]) => void;

const each =
  (named: Named) =>
  (rows: readonly unknown[]) =>
  (name: string, ...rest: unknown[]): void => {
    const step = stepOf(rest) as (...cells: unknown[]) => unknown;
    for (const row of rows) named(name, () => (Array.isArray(row) ? step(...row) : step(row)));
  };

test.each = each(test);
describe.each = each(describe);
test.skipIf = (isSkipped: boolean): Named => (isSkipped ? () => undefined : test);

const before = (step: Step): number => innermost().before.push(step);
const after = (step: Step): number => innermost().after.push(step);

/** What stands before all tests of a suite runs before each, so that a mutant in it is met by the tests that need it. */
export { after as afterAll, after as afterEach, before as beforeAll, before as beforeEach };
