import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, runResurs } from './harness.ts';

const CASES = path.join(ROOT, 'fixtures/cases');

interface Expected {
  readonly exit: number;
  readonly rows?: readonly Record<string, unknown>[];
  readonly steps?: readonly Record<string, unknown>[];
  readonly totals?: readonly Record<string, unknown>[];
  readonly notes?: readonly string[];
  readonly warnings?: readonly string[];
  readonly problems?: readonly {
    code: string;
    file?: string | null;
    line?: number | null;
    mentions?: readonly string[];
  }[];
}

/** Numbers agree to 1e-12 of the expected one: it was worked out in fractions, by hand. */
function expectRecords(actual: readonly Record<string, unknown>[], expected: readonly Record<string, unknown>[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [index, record] of expected.entries()) {
    for (const [key, value] of Object.entries(record)) {
      const found = actual[index]?.[key];
      if (typeof value !== 'number') expect({ [key]: found }).toEqual({ [key]: value });
      else
        expect(Math.abs((found as number) - value), `${key} is ${found}, not ${value}`).toBeLessThanOrEqual(
          1e-12 * Math.abs(value),
        );
    }
  }
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
      expect({ exit: result.exit, stderr: expected.exit === 0 ? '' : result.stderr }).toEqual({
        exit: expected.exit,
        stderr: expected.exit === 0 ? '' : result.stderr,
      });
      if (expected.exit !== 0) {
        expect(result.stdout).toBe('');
        for (const problem of expected.problems ?? []) {
          expect(result.stderr).toContain(problem.code);
          for (const word of problem.mentions ?? []) expect(result.stderr.replaceAll(/\s+/g, ' ')).toContain(word);
        }
        return;
      }
      const report = JSON.parse(result.stdout);
      if (expected.rows) expectRecords(report.rows, expected.rows);
      if (expected.steps) expectRecords(report.steps, expected.steps);
      if (expected.totals) expectRecords(report.totals, expected.totals);
      expect(codes(report.notes)).toEqual(expected.notes ?? []);
      expect(codes(report.warnings)).toEqual(expected.warnings ?? []);
    });
  }
});
