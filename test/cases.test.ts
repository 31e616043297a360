import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, runResurs } from './harness.ts';

const CASES = path.join(ROOT, 'fixtures/cases');

type Facts = Readonly<Record<string, unknown>>;

interface Expected {
  readonly exit: number;
  /** Of `compare`. */
  readonly sides?: Facts;
  readonly rows?: readonly Facts[];
  readonly steps?: readonly Facts[];
  readonly totals?: readonly Facts[];
  /** A code, or a code with what the note is about. */
  readonly notes?: readonly (string | (Facts & { readonly code: string }))[];
  readonly warnings?: readonly string[];
  readonly failures?: readonly string[];
  readonly problems?: readonly {
    code: string;
    file?: string | null;
    line?: number | null;
    mentions?: readonly string[];
  }[];
}

/** Numbers agree to 1e-12 of the expected one: it was worked out in fractions, by hand. */
const PRECISION = 1e-12;
/** Effects are differences of hours, and agree to so much of the larger of the two totals; one of 0 is 0. */
const PRECISION_OF_EFFECTS = 1e-9;

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null;

function expectNumber(found: unknown, value: number, place: string, tolerance: number): void {
  const distance = typeof found === 'number' ? Math.abs(found - value) : Number.NaN;
  expect(distance, `${place} is ${found}, not ${value}`).toBeLessThanOrEqual(value === 0 ? 0 : tolerance);
}

/** What the expected record says, at every depth; of a list, every item. */
function expectFacts(actual: unknown, expected: Facts, place: string, scale: number | null): void {
  for (const [key, value] of Object.entries(expected)) {
    const found = isFacts(actual) ? actual[key] : undefined;
    const at = `${place}.${key}`;
    if (typeof value === 'number') {
      expectNumber(found, value, at, scale === null ? PRECISION * Math.abs(value) : PRECISION_OF_EFFECTS * scale);
    } else if (isFacts(value)) {
      if (Array.isArray(value)) expect(found, at).toHaveLength(value.length);
      expectFacts(found, value, at, key === 'effects' ? largerTotal(expected) : scale);
    } else expect({ [at]: found }).toEqual({ [at]: value });
  }
}

function largerTotal({ from, to }: Facts): number {
  return Math.max(...[from, to].map((side) => (isFacts(side) ? Number(side['totalHours']) : Number.NaN)));
}

const codes = (findings: readonly { code: string }[]): string[] =>
  [...new Set(findings.map(({ code }) => code))].sort();

describe('case folders', () => {
  for (const name of readdirSync(CASES)) {
    const folder = path.join(CASES, name);
    test(name, async () => {
      expect(existsSync(path.join(folder, 'WHY.md'))).toBe(true);
      const args = readFileSync(path.join(folder, 'args'), 'utf8').trim().split('\n');
      const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected;
      const cwd = path.join(folder, 'data');
      const result = await runResurs([...args, '--format', 'json', '--lang', 'en'], { cwd });
      expect(result.exit, result.stderr).toBe(expected.exit);
      const isGiven = expected.exit === 0 || expected.exit === 3;
      if (!isGiven) {
        expect(result.stdout).toBe('');
        for (const problem of expected.problems ?? []) {
          expect(result.stderr).toContain(problem.code);
          if (problem.line) expect(result.stderr).toContain(`${problem.file}, line ${problem.line}`);
          for (const word of problem.mentions ?? []) expect(result.stderr.replaceAll(/\s+/g, ' ')).toContain(word);
        }
        return;
      }
      const report = JSON.parse(result.stdout);
      const { sides, rows, steps, totals, notes = [], warnings = [], failures = [] } = expected;
      const parts = Object.entries({ sides, rows, steps, totals }).filter(([, part]) => part !== undefined);
      expectFacts(report, Object.fromEntries(parts), name, null);
      expect(codes(report.notes)).toEqual(
        codes(notes.map((note) => (typeof note === 'string' ? { code: note } : note))),
      );
      for (const note of notes) if (isFacts(note)) expect(report.notes).toContainEqual(expect.objectContaining(note));
      expect(codes(report.warnings)).toEqual(warnings);
      expect(codes(report.failures ?? [])).toEqual(failures);
      for (const code of failures) expect(result.stderr).toContain(code);
    });
  }
});
