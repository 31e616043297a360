import { describe, expect, test } from 'vitest';
import { type Files, runResurs } from '../harness.ts';
import { type OracleRequest, oracleEstimate } from './oracle.ts';
import { randomFolder } from './random-folder.ts';

/** More of them with FOLDERS=20000 npx vitest run test/oracle. */
const FOLDERS = Number(process.env['FOLDERS'] ?? 1000);

/** Two doubles that agree to 1e-9 of the larger one. */
function agree(left: unknown, right: unknown): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return left === right;
  return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}

function differences(name: string, actual: readonly object[], expected: readonly object[]): string[] {
  if (actual.length !== expected.length) return [`${name}: ${actual.length} records, expected ${expected.length}`];
  return expected.flatMap((record, index) => {
    const found = actual[index] as Record<string, unknown>;
    if (Object.keys(found).join() !== Object.keys(record).join())
      return [`${name} ${index}: keys ${Object.keys(found)}`];
    return Object.entries(record)
      .filter(([key, value]) => !agree(found[key], value))
      .map(([key, value]) => `${name} ${index} ${key}: ${found[key]}, expected ${value}`);
  });
}

function argumentsOf({ from, to, programmes, regions, asOf }: OracleRequest): string[] {
  return [
    'estimate',
    ...(from === to ? ['--month', from] : ['--from', from, '--to', to]),
    ...(programmes ?? []).flatMap((programme) => ['--programme', programme]),
    ...(regions ?? []).flatMap((region) => ['--region', region]),
    ...(asOf === null ? [] : ['--as-of', asOf]),
    '--format',
    'json',
  ];
}

describe('an independent implementation in exact fractions', () => {
  test(
    `agrees to 1e-9 on ${FOLDERS} random data folders, refusals included`,
    async () => {
      const faults: string[] = [];
      let estimated = 0;
      for (let seed = 1; seed <= FOLDERS; seed++) {
        const { files, request } = randomFolder(seed);
        const expected = oracleEstimate(files, request);
        const result = await runResurs(argumentsOf(request), { files: files as Files });
        if (expected.refused) {
          if (result.exit !== 1)
            faults.push(`seed ${seed}: exit ${result.exit}, the oracle refuses: ${expected.reason}`);
          continue;
        }
        if (result.exit !== 0) {
          faults.push(`seed ${seed}: exit ${result.exit}: ${result.stderr}`);
          continue;
        }
        estimated += 1;
        const report = JSON.parse(result.stdout);
        const found = [
          ...differences('row', report.rows, expected.rows),
          ...differences('step', report.steps, expected.steps),
          ...differences('total', report.totals, expected.totals),
        ];
        if (found.length > 0) faults.push(`seed ${seed}: ${found.slice(0, 3).join('; ')}`);
      }
      expect(faults.slice(0, 20)).toEqual([]);
      expect(estimated).toBeGreaterThan(FOLDERS / 2);
    },
    60_000 + FOLDERS * 300,
  );
});
