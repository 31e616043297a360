import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { SMALL, smallWith, WARNED } from '../commands/small-folder.ts';
import { EXAMPLES, type Files, ROOT, type RunOptions, runResurs } from '../harness.ts';
import { type Json, mutants } from './mutants.ts';
import { complaints, validatorOf } from './validator.ts';

const KINDS = ['estimate', 'explain', 'compare', 'check', 'verify', 'batch'] as const;
const PLAN = `version: 1
jobs:
  - {name: fine, command: estimate, with: {month: 2023-01, region: [Nord, Syd]}, out: [a.json, a.csv]}
  - {name: breached, command: compare, with: {month: 2022-01, with: "outcome:2022-02"}, gates: {max-increase: 1%}}
  - {name: refused, command: estimate, with: {month: 2099-01}}
  - {name: unable, command: estimate, with: {month: 2023-01, region: Nrod}}
`;
type Kind = (typeof KINDS)[number];

const CASES = path.join(ROOT, 'fixtures/cases');
const REFUSED = smallWith({
  'statistics.csv': 'month,programme,region,decisions,new_decisions\n2022-01,JOB,Nord,x,\n',
});

let validators: Readonly<Record<Kind, ValidateFunction>>;

beforeAll(async () => {
  const made = await Promise.all(KINDS.map(async (kind) => [kind, await validatorOf(kind)] as const));
  validators = Object.fromEntries(made) as typeof validators;
});

async function jsonOf(args: readonly string[], options: RunOptions): Promise<Json | null> {
  const { stdout } = await runResurs([...args, '--format', 'json'], options);
  return stdout === '' ? null : JSON.parse(stdout);
}

/** The estimate of the example as it was saved, where some of its figures have changed since. */
async function changedExample(): Promise<Files> {
  const saved = (await runResurs(['estimate', '--data', EXAMPLES.en, '--month', '2023-01', '-f', 'json'])).stdout;
  const schablons = readFileSync(path.join(EXAMPLES.en, 'schablons.csv'), 'utf8');
  const files = readdirSync(EXAMPLES.en).map((name) => [name, readFileSync(path.join(EXAMPLES.en, name))] as const);
  return {
    ...Object.fromEntries(files),
    'schablons.csv': schablons.replace('base_hours,besluta,0.6', 'base_hours,besluta,0.7'),
    'saved.json': saved,
  };
}

describe('what a command gives as JSON is what its schema says', () => {
  for (const name of readdirSync(CASES)) {
    test(`the case ${name}`, async () => {
      const args = readFileSync(path.join(CASES, name, 'args'), 'utf8')
        .trim()
        .split('\n');
      const cwd = path.join(CASES, name, 'data');
      const { exit } = JSON.parse(readFileSync(path.join(CASES, name, 'expected.json'), 'utf8'));
      const document = await jsonOf(args, { cwd });
      expect(document === null).toBe(exit === 1 || exit === 2);
      if (document !== null) expect(complaints(validators[args[0] as Kind], document)).toEqual([]);
    });

    test(`check of the case ${name}`, async () => {
      const folder = path.join(CASES, name, 'data');
      const document = await jsonOf(['check'], { cwd: folder });
      // Cases of compare need no forecasts, or no schablons.
      expect(document === null).toBe(readdirSync(folder).filter((file) => /^[a-zö]+\.csv$/.test(file)).length < 3);
      if (document !== null) expect(complaints(validators.check, document)).toEqual([]);
    });
  }

  const onExample = (...args: string[]): [Kind, string, () => Promise<Json | null>] => [
    args[0] as Kind,
    args.join(' '),
    () => jsonOf(args, { cwd: EXAMPLES.en }),
  ];
  const documents: readonly [Kind, string, () => Promise<Json | null>][] = [
    onExample('estimate', '--month', '2023-01'),
    onExample('estimate', '--from', '2023-01', '--to', '2023-12', '--region', 'Syd', '--as-of', '2022-12-31'),
    onExample('explain', '--month', '2023-01', '--programme', 'ETP', '--region', 'Syd'),
    onExample('explain', '--month', '2023-02', '--programme', 'UGA', '--region', 'Mitt'),
    onExample('compare', '--month', '2022-11'),
    onExample('compare', '--month', '2022-11', '--with', 'estimate', '--max-increase', '0h', '--method', 'lmdi'),
    onExample('compare', '--month', '2023-01', '--with', 'as-of:2022-07-31'),
    onExample('check'),
    onExample('check', '--month', '2023-03'),
    ['estimate', 'with warnings', () => jsonOf(['estimate', '--month', '2023-01'], { files: WARNED })],
    ['check', 'a refused input', () => jsonOf(['check'], { files: REFUSED })],
    ['check', 'in Swedish', () => jsonOf(['check', '--data', EXAMPLES.sv], {})],
    [
      'batch',
      'jobs that end in every way',
      () => jsonOf(['batch', 'plan.yaml'], { files: { ...SMALL, 'plan.yaml': PLAN } }),
    ],
    [
      'batch',
      'what would run',
      () => jsonOf(['batch', 'plan.yaml', '--dry-run'], { files: { ...SMALL, 'plan.yaml': PLAN } }),
    ],
    ['verify', 'what is identical', async () => jsonOf(['verify', 'saved.json'], { files: await sealedSmall() })],
    ['verify', 'what changed', async () => jsonOf(['verify', 'saved.json'], { files: await changedExample() })],
    [
      'compare',
      'a saved estimate',
      async () => jsonOf(['compare', '--month', '2023-01', '--with', 'saved.json'], { files: await changedExample() }),
    ],
  ];

  for (const [kind, title, make] of documents) {
    test(`${kind}: ${title}, and with anything wrong it is not`, async () => {
      const document = await make();
      expect(document).toMatchObject({ kind });
      expect(complaints(validators[kind], document)).toEqual([]);
      const wrong = mutants(document as Json);
      expect(wrong.length).toBeGreaterThan(20);
      // Which options a job has is left to its command.
      const closed = wrong.filter(({ title }) => !title.includes('[].with.'));
      const passed = closed.filter((mutant) => validators[kind](mutant.document)).map((mutant) => mutant.title);
      expect(passed).toEqual([]);
    });
  }
});

async function sealedSmall(): Promise<Files> {
  const { stdout } = await runResurs(['estimate', '--month', '2023-01', '-f', 'json'], { files: SMALL });
  return { ...SMALL, 'saved.json': stdout };
}

describe('every schema of a result', () => {
  for (const kind of KINDS) {
    test(`${kind}: says its draft and title, and each key what it is`, async () => {
      const { stdout } = await runResurs(['schema', kind], { files: {} });
      const schema = JSON.parse(stdout);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.title).toBe(`resurs ${kind} --format json`);
      expect(stdout).not.toContain('"$id"');
      const silent: string[] = [];
      let objects = 0;
      const visit = (node: unknown, place: string): void => {
        if (typeof node !== 'object' || node === null) return;
        const { properties, required } = node as { properties?: Record<string, object>; required?: string[] };
        if (properties !== undefined && typeof properties === 'object') {
          objects += 1;
          expect(required, place).toEqual(Object.keys(properties));
          for (const [key, value] of Object.entries(properties)) {
            const isTold = 'description' in value || '$ref' in value || 'const' in value;
            if (!isTold) silent.push(`${place}.${key}`);
          }
        }
        for (const [key, value] of Object.entries(node)) visit(value, key === 'properties' ? place : `${place}.${key}`);
      };
      visit(schema, '#');
      expect(objects).toBeGreaterThan(5);
      expect(silent).toEqual([]);
    });
  }

  test('of an estimate, every figure says its unit', async () => {
    const { properties } = JSON.parse((await runResurs(['schema', 'estimate'], { files: {} })).stdout);
    const UNIT = /\((?:.*; )?(?:hours|hours per [a-z ]+|decisions|cases|share 0–1|count)\)/;
    let figures = 0;
    for (const part of ['rows', 'steps', 'totals']) {
      for (const [key, value] of Object.entries<{ description: string }>(properties[part].items.properties)) {
        if (!JSON.stringify(value).includes('"number"')) continue;
        figures += 1;
        expect(value.description, `${part}.${key}`).toMatch(UNIT);
      }
    }
    expect(figures).toBe(10 + 3 + 6);
  });
});
