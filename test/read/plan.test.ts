import { describe, expect, test } from 'vitest';
import { NOWHERE } from '../../src/domain/problem.ts';
import { readPlan } from '../../src/read/plan.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readPlan(bytesOf(text), 'plan.yaml');

/** What is wrong with a plan: code, line and facts. */
async function faultsOf(text: string): Promise<unknown[]> {
  const { plan, problems } = await read(text);
  expect(plan).toBeNull();
  expect(problems.every(({ file }) => file === 'plan.yaml')).toBe(true);
  return problems.map(({ code, line, facts }) => [code, line, facts]);
}

const JOB = 'version: 1\njobs:\n  - name: a\n    command: estimate\n';
const ofPlan = ['version', 'data', 'jobs'];
const ofJob = ['name', 'command', 'with', 'matrix', 'out', 'gates'];
const ofGates = ['max-increase', 'max-decrease'];

describe('a plan', () => {
  test('is read with its values as written, and holds nothing where nothing is said', async () => {
    const text = `${JOB}    with: {month: 2023-01, fte: 05, strict: true, region: [01, 02]}\n    out: a.json\n`;
    const { plan, problems, placeOf } = await read(`data: d\n${text}`);
    expect(plan).toEqual({
      data: 'd',
      jobs: [
        {
          name: 'a',
          command: 'estimate',
          with: { month: '2023-01', fte: '05', strict: true, region: ['01', '02'] },
          gates: {},
          matrix: {},
          out: ['a.json'],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(placeOf(['jobs', 0, 'out'])).toEqual({ ...NOWHERE, file: 'plan.yaml', line: 7 });
    expect((await read(JOB)).plan).toEqual({
      data: null,
      jobs: [{ name: 'a', command: 'estimate', with: {}, gates: {}, matrix: {}, out: [] }],
    });
  });

  test('may be of a megabyte, and no more', async () => {
    const long = `${JOB}#${' '.repeat(1_000_000 - JOB.length - 1)}`;
    expect((await read(long)).plan?.jobs.length).toBe(1);
    expect(await faultsOf(`${long} `)).toEqual([['plan-too-long', null, { limit: '1 MB' }]]);
  });

  test('that is refused as a whole stands nowhere in its file', async () => {
    expect((await read('')).placeOf(['jobs', 0])).toEqual({ ...NOWHERE, file: 'plan.yaml' });
  });

  test('has the line of what cannot be decoded', async () => {
    const { plan, problems } = await readPlan(Uint8Array.of(...bytesOf(JOB), 0, 0, 0, 10), 'plan.yaml');
    expect(plan).toBeNull();
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([['nul-inside', 'plan.yaml', 5]]);
  });

  test.each([
    ['', null],
    ['~', 1],
    ['x', 1],
    ['5', 1],
    ['[1]', 1],
  ])('is none where there are no keys: %j', async (text, line) => {
    expect(await faultsOf(text)).toEqual([['plan-value', line, { key: '', expected: 'plan' }]]);
  });

  test('has the words of the library where it is no YAML', async () => {
    expect(await faultsOf('version: 1\njobs: [')).toMatchObject([['plan-syntax', 2, { kind: 'unclosed' }]]);
  });
});

describe('a key that a plan does not have', () => {
  const unknown = (key: string, near: string[], known: string[], isOfJob = false) => ({ key, near, known, isOfJob });

  test.each<[string, number, object]>([
    ['verzion: 1\njobs: [{name: a, command: estimate}]', 1, unknown('verzion', ['version'], ofPlan)],
    [`${JOB}    outt: x`, 5, unknown('outt', ['out'], ofJob)],
    [`${JOB}    gates: {max-incraese: 5%}`, 5, unknown('max-incraese', ['max-increase'], ofGates)],
    [`${JOB}    gates: {name: b}`, 5, unknown('name', [], ofGates)],
    // An indent too deep puts a key of the job among its options.
    [`${JOB}    with:\n      month: 2023-01\n      gates: {max-increase: 5%}`, 7, unknown('gates', [], [], true)],
    [`${JOB}    matrix: {out: x}`, 5, unknown('out', [], [], true)],
    [`__proto__: 5\n${JOB}`, 1, unknown('__proto__', [], [])],
    [`${JOB}    with: {__proto__: {a: 1}}`, 5, unknown('__proto__', [], [])],
  ])('is told with those that it may be: %j', async (text, line, facts) => {
    expect(await faultsOf(text)).toEqual([['plan-key-unknown', line, facts]]);
  });
});

describe('a value of another kind', () => {
  test.each<[string, number, string, string]>([
    ['version: 1', 1, 'jobs', 'jobs'],
    ['version: 1\njobs: []', 2, 'jobs', 'jobs'],
    ['version: 1\njobs: {a: 1}', 2, 'jobs', 'jobs'],
    ['version: 1\njobs:\n  - 5', 3, 'jobs', 'jobs'],
    ['version: 1\njobs:\n  -', 3, 'jobs', 'jobs'],
    ['version: 2\njobs: [{name: a, command: estimate}]', 1, 'version', 'version'],
    ['version: 1\njobs: [{name: a}]', 2, 'command', 'command'],
    ['version: 1\njobs: [{name: "", command: estimate}]', 2, 'name', 'name'],
    ['version: 1\ndata: [a]\njobs: [{name: a, command: estimate}]', 2, 'data', 'file'],
    [`${JOB}    out:`, 5, 'out', 'file'],
    [`${JOB}    out: []`, 5, 'out', 'list-filled'],
    [`${JOB}    out: ["a\\tb"]`, 5, 'out', 'file'],
    [`${JOB}    gates: 5`, 5, 'gates', 'gates'],
    [`${JOB}    gates: {max-increase: 5}`, 5, 'gates', 'gates'],
    [`${JOB}    gates: {max-increase: }`, 5, 'gates', 'gates'],
    [`${JOB}    with:`, 5, 'with', 'options'],
    [`${JOB}    with: 5`, 5, 'with', 'options'],
    [`${JOB}    with: {month: {a: 1}}`, 5, 'with', 'options'],
    [`${JOB}    with: {with: {a: 1}}`, 5, 'with', 'options'],
    [`${JOB}    with: {month: }`, 5, 'month', 'value'],
    [`${JOB}    with: {month: []}`, 5, 'month', 'list-filled'],
    [`${JOB}    matrix: 5`, 5, 'matrix', 'matrix'],
    [`${JOB}    matrix: {month: x}`, 5, 'month', 'list'],
    [`${JOB}    matrix: {with: x}`, 5, 'with', 'list'],
    [`${JOB}    matrix: {toString: x}`, 5, 'toString', 'list'],
    [`${JOB}    matrix: {month: }`, 5, 'month', 'list'],
    [`${JOB}    matrix: {month: [~]}`, 5, 'month', 'value-filled'],
  ])('is told by the key that has a name: %j', async (text, line, key, expected) => {
    expect(await faultsOf(text)).toEqual([['plan-value', line, { key, expected }]]);
  });

  test('is told beside the others', async () => {
    const faults = await faultsOf('version: 1\nversoin: 2\njobs: [{nmae: a, command: esimate}]');
    expect(faults).toEqual([
      ['plan-value', 3, { key: 'command', expected: 'command' }],
      ['plan-key-unknown', 3, { key: 'nmae', near: ['name'], known: ofJob, isOfJob: false }],
      ['plan-key-unknown', 2, { key: 'versoin', near: ['version'], known: ofPlan, isOfJob: false }],
    ]);
  });

  test.each([
    ['”x', '”'],
    ['x“', '“'],
    ['«x', '«'],
    ['‘x’', '‘'],
  ])('is no text in marks of running text: %s', async (value, character) => {
    expect(await faultsOf(`${JOB}    with: {strict: true, month: ${value}}`)).toEqual([
      ['plan-quote', 5, { character }],
    ]);
    expect((await read(`${JOB}    with: {month: x${character}x}`)).problems).toEqual([]);
  });

  test.each(['10%', '2,5 h', '500h', ' 1\u00A0000.5 % '])('may be a limit such as %j', async (limit) => {
    expect((await read(`${JOB}    gates: {max-increase: "${limit}"}`)).problems).toEqual([]);
  });

  test.each(['%', 'h', '10 kr', 'x 10%', '10% x', '-5%', '10'])('is no limit such as %j', async (limit) => {
    expect(await faultsOf(`${JOB}    gates: {max-decrease: "${limit}"}`)).toEqual([
      ['plan-value', 5, { key: 'gates', expected: 'gates' }],
    ]);
  });
});
