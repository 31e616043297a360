import { describe, expect, test } from 'vitest';
import { type Files, runResurs } from '../harness.ts';
import { type CompareRequest, type CompareResult, type OracleComparison, oracleCompare } from './compare-oracle.ts';
import { randomComparison } from './random-comparison.ts';

/** More of them with FOLDERS=20000 npx vitest run test/oracle/compare.test.ts, from FIRST=1 or another seed. */
const FOLDERS = Number(process.env['FOLDERS'] ?? 1000);
const FIRST = Number(process.env['FIRST'] ?? 1);

// ---------------------------------------------------------------------------------------------------------------------
// The program

/** Two numbers that agree to 1e-9 of the larger one, or of `scale` where they are differences of larger numbers. */
function agree(left: unknown, right: unknown, scale = 0): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return left === right;
  return Math.abs(left - right) <= 1e-9 * Math.max(scale, Math.abs(left), Math.abs(right));
}

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Keys and their order, names, and numbers, at every depth. */
function differences(path: string, actual: unknown, expected: unknown, scale = 0): string[] {
  if (!isTree(expected) || !isTree(actual)) {
    return agree(actual, expected, scale) ? [] : [`${path}: ${JSON.stringify(actual)}, expected ${expected}`];
  }
  if (Object.keys(actual).join() !== Object.keys(expected).join()) {
    return [`${path}: keys ${Object.keys(actual)}, expected ${Object.keys(expected)}`];
  }
  return Object.entries(expected).flatMap(([key, value]) => differences(`${path}.${key}`, actual[key], value, scale));
}

/** Changes and effects are differences of hours, which may be far smaller than the hours themselves. */
function differencesOfRecord(path: string, actual: Tree, { change, changeShare, effects, ...rest }: OracleComparison) {
  const hours = [rest.from.totalHours, rest.to.totalHours];
  const shareScale = rest.from.totalHours === 0 ? 0 : Math.max(...hours) / rest.from.totalHours;
  const { change: foundChange, changeShare: foundShare, effects: foundEffects, ...found } = actual;
  const order = Object.keys({ ...rest, change, changeShare, effects }).join();
  return [
    ...(Object.keys(actual).join() === order ? [] : [`${path}: keys ${Object.keys(actual)}, expected ${order}`]),
    ...differences(path, found, rest),
    ...differences(`${path}.change`, foundChange, change, Math.max(...hours)),
    ...differences(`${path}.changeShare`, foundShare, changeShare, shareScale),
    ...differences(`${path}.effects`, foundEffects, effects, Math.max(...hours)),
  ];
}

function differencesOfRecords(name: string, actual: readonly Tree[], expected: readonly OracleComparison[]): string[] {
  const names = (records: readonly Tree[]): string =>
    records.map(({ programme, region }) => `${programme}/${region}`).join(' ');
  if (names(actual) !== names(expected as unknown as readonly Tree[])) {
    return [`${name}: ${names(actual)}, expected ${names(expected as unknown as readonly Tree[])}`];
  }
  return expected.flatMap((record, index) =>
    differencesOfRecord(`${name} ${record.programme}/${record.region}`, actual[index] as Tree, record),
  );
}

function argumentsOf({ month, of, with: side, programmes, regions, asOf, method }: CompareRequest): string[] {
  return [
    'compare',
    ...['--month', month],
    ...(of === null ? [] : ['--of', of]),
    ...(side === 'last-year' ? [] : ['--with', side]),
    ...(programmes ?? []).flatMap((programme) => ['--programme', programme]),
    ...(regions ?? []).flatMap((region) => ['--region', region]),
    ...(asOf === null ? [] : ['--as-of', asOf]),
    ...(method === 'shapley' ? [] : ['--method', method]),
    ...['--format', 'json'],
  ];
}

async function faultsOf(files: Files, request: CompareRequest, expected: CompareResult): Promise<string[]> {
  const result = await runResurs(argumentsOf(request), { files });
  if (expected.refused) {
    return result.exit === 1 ? [] : [`exit ${result.exit}, the oracle refuses: ${expected.reason} ${result.stderr}`];
  }
  if (result.exit !== 0) return [`exit ${result.exit}: ${result.stderr}`];
  const report = JSON.parse(result.stdout);
  return [
    ...differences('sides', report.sides, expected.sides),
    ...differencesOfRecords('row', report.rows, expected.rows),
    ...differencesOfRecords('total', report.totals, expected.totals),
  ];
}

describe('an independent implementation of compare in exact fractions', () => {
  test(
    `agrees to 1e-9 on ${FOLDERS} random data folders, refusals included`,
    async () => {
      const faults: string[] = [];
      let compared = 0;
      for (let seed = FIRST; seed < FIRST + FOLDERS; seed++) {
        const { files, request } = randomComparison(seed);
        const expected = oracleCompare(files, request);
        if (!expected.refused) compared += 1;
        const found = await faultsOf(files, request, expected);
        const asked = argumentsOf(request).slice(1, -2).join(' ');
        if (found.length > 0) faults.push(`seed ${seed} ${asked}: ${found.slice(0, 3).join('; ')}`);
      }
      expect(faults.slice(0, 20), `${faults.length} of ${FOLDERS}`).toEqual([]);
      expect(compared).toBeGreaterThan(FOLDERS * 0.4);
    },
    60_000 + FOLDERS * 300,
  );
});

// ---------------------------------------------------------------------------------------------------------------------
// The oracle itself

const FORECASTS = ['published,programme,region,period,decisions_per_month'];
const STATISTICS = [
  'month,programme,region,decisions,new_decisions,collaboration_cases,base_hours,collaboration_hours,published',
];
const SCHABLONS = ['programme,region,valid_from,valid_to,measure,step,value'];
const JOB_SCHABLONS = [
  'JOB,,2020-01,,collaboration_share,,0.5',
  'JOB,,2020-01,,base_hours,bedöma,5',
  'JOB,,2020-01,,collaboration_hours,samråd,4',
];

interface SmallFolder {
  readonly statistics: readonly string[];
  readonly schablons?: readonly string[];
  readonly forecasts?: readonly string[];
}

function compareSmall({ statistics, schablons, forecasts }: SmallFolder, request: Partial<CompareRequest> = {}) {
  const table = (header: readonly string[], rows: readonly string[]): string => `${[...header, ...rows].join('\n')}\n`;
  const files = {
    'statistics.csv': table(STATISTICS, statistics),
    'schablons.csv': table(SCHABLONS, schablons ?? JOB_SCHABLONS),
    'forecasts.csv': table(FORECASTS, forecasts ?? ['2022-10-01,JOB,,2023-01,100']),
  };
  return oracleCompare(files, {
    month: '2023-01',
    of: null,
    with: 'last-year',
    programmes: null,
    regions: null,
    asOf: null,
    method: 'shapley',
    ...request,
  });
}

function accepted(folder: SmallFolder, request: Partial<CompareRequest> = {}) {
  const result = compareSmall(folder, request);
  if (result.refused) throw new Error(`The oracle refuses: ${result.reason}`);
  return result;
}

function reasonFor(folder: SmallFolder, request: Partial<CompareRequest> = {}): string {
  const result = compareSmall(folder, request);
  return result.refused ? (result.reason.split(':')[0] as string) : 'not refused';
}

/** The only row of a small folder. */
function rowOf(folder: SmallFolder, request: Partial<CompareRequest> = {}): OracleComparison {
  const { rows } = accepted(folder, request);
  expect(rows).toHaveLength(1);
  return rows[0] as OracleComparison;
}

/** Effects as [base, collaboration] in the order of the report. */
const effectsOf = ({ effects }: OracleComparison): number[][] =>
  Object.values(effects).map(({ base, collaboration }) => [base, collaboration]);

function expectEffects(record: OracleComparison, expected: readonly (readonly [number, number])[]): void {
  effectsOf(record).forEach(([base, collaboration], index) => {
    expect(base).toBeCloseTo(expected[index]?.[0] as number, 10);
    expect(collaboration).toBeCloseTo(expected[index]?.[1] as number, 10);
  });
}

describe('the oracle of compare', () => {
  // n 0.1 → 0.2, b 3 → 6, s 0.25 → 0.5, c 2 → 4 and D 100 → 200: every factor doubles and none can have more.
  const doubled = ['2022-01,JOB,Nord,100,10,2.5,30,5,', '2023-01,JOB,Nord,200,40,20,240,80,'];

  test('factors that all double share the change equally, base in three and collaboration in four', () => {
    for (const method of ['shapley', 'lmdi'] as const) {
      const row = rowOf({ statistics: doubled }, { method });
      const [base, collaboration] = [210 / 3, 75 / 4];
      const both = [base, collaboration] as const;
      expectEffects(row, [both, both, [base, 0], [0, collaboration], [0, collaboration]]);
      expect(row.change).toEqual({ baseHours: 210, collaborationHours: 75, totalHours: 285 });
      expect(row.changeShare).toBeCloseTo(285 / 35, 12);
    }
  });

  // D 100 → 120, n 0.1 → 0.2, b 5 → 10; for three factors the mean over their orders is written out by hand:
  // D: 20 · ((0.1·5 + 0.2·10)/3 + (0.1·10 + 0.2·5)/6), and so on; 190 in all.
  const uneven = ['2022-01,JOB,Nord,100,10,0,50,0,', '2023-01,JOB,Nord,120,24,0,240,0,'];

  test('Shapley values of three uneven factors', () => {
    const row = rowOf({ statistics: uneven });
    expectEffects(row, [
      [20 * (2.5 / 3 + 2 / 6), 0],
      [0.1 * (1700 / 3 + 1600 / 6), 0],
      [5 * (34 / 3 + 32 / 6), 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('LMDI of three uneven factors', () => {
    const mean = 190 / Math.log(240 / 50);
    const row = rowOf({ statistics: uneven }, { method: 'lmdi' });
    expectEffects(row, [
      [mean * Math.log(1.2), 0],
      [mean * Math.log(2), 0],
      [mean * Math.log(2), 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('LMDI gives the change to the factor that was 0, and shares it where two were', () => {
    const oneZero = ['2022-01,JOB,Nord,100,10,0,50,0,', '2023-01,JOB,Nord,100,20,10,100,40,'];
    // Of collaboration, only the share was 0 before: its hours per case are 0/0 and taken from 2023.
    expectEffects(rowOf({ statistics: oneZero }, { method: 'lmdi' }), [
      [0, 0],
      [50, 0],
      [0, 0],
      [0, 40],
      [0, 0],
    ]);
    // Without measured hours of collaboration in 2022, a schablon of 0 makes the hours per case 0 as well.
    const schablons = [...JOB_SCHABLONS.slice(0, 2), 'JOB,,2020-01,,collaboration_hours,samråd,0'];
    const statistics = ['2022-01,JOB,Nord,100,10,0,50,,', oneZero[1] as string];
    const row = rowOf({ statistics, schablons }, { method: 'lmdi' });
    expectEffects(row, [
      [0, 0],
      [50, 0],
      [0, 0],
      [0, 20],
      [0, 20],
    ]);
  });

  test('what is not measured comes from the schablons, of the other month where none is in force', () => {
    const statistics = ['2022-01,JOB,Nord,100,10,,,7,', '2023-01,JOB,Nord,100,10,4,,6,'];
    const schablons = [
      'JOB,,2022-06,,collaboration_share,,0.3',
      'JOB,,2022-06,,base_hours,bedöma,5',
      'JOB,Nord,2022-06,,base_hours,besluta,1',
      'JOB,,2022-01,2022-01,collaboration_hours,samråd,2',
    ];
    const { from, to } = rowOf({ statistics, schablons });
    // Hours of collaboration without a count of their cases say nothing of a case.
    expect([from.collaborationCases, from.baseHours, from.collaborationHours]).toEqual([3, 60, 6]);
    expect([to.collaborationShare, to.collaborationHoursPerCase, to.baseHours]).toEqual([0.4, 1.5, 60]);
  });

  test('0/0 takes the other side, then the schablons, then stays null', () => {
    const otherSide = rowOf({ statistics: ['2022-01,JOB,Nord,0,0,0,0,0,', '2023-01,JOB,Nord,100,10,4,60,6,'] });
    expect(otherSide.from).toMatchObject({ newShare: 0.1, collaborationShare: 0.4, baseHoursPerCase: 6 });
    expectEffects(otherSide, [
      [60, 6],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const both = ['2022-01,JOB,Nord,0,0,0,0,0,', '2023-01,JOB,Nord,100,0,0,0,0,'];
    expect(rowOf({ statistics: both }).from).toMatchObject({ newShare: 0, collaborationShare: 0.5 });
    const row = rowOf({ statistics: both, schablons: ['UGA,,2020-01,,base_hours,bedöma,5'] });
    expect(row.to).toMatchObject({ newShare: 0, collaborationShare: null, baseHoursPerCase: null });
    expect(row.changeShare).toBeNull();
  });

  test('a region on one side only changes by its decisions alone', () => {
    const statistics = ['2022-01,JOB,Nord,100,10,,,,', '2023-01,JOB,Nord,100,10,,,,', '2023-01,JOB,Syd,50,10,,,,'];
    const { rows, totals } = accepted({ statistics });
    expect(rows.map(({ region }) => region)).toEqual(['Nord', 'Syd']);
    expect(rows[1]?.from).toMatchObject({ decisions: 0, newShare: 0.2, collaborationShare: 0.5, totalHours: 0 });
    expect(rows[1]?.effects.decisions).toEqual({ base: 50, collaboration: 20, total: 70 });
    expect(rows[1]?.changeShare).toBeNull();
    expect(totals.map(({ programme, region }) => [programme, region])).toEqual([
      ['JOB', null],
      [null, 'Nord'],
      [null, 'Syd'],
      [null, null],
    ]);
    expect(totals[3]?.to).toMatchObject({ decisions: 150, newShare: 20 / 150, totalHours: 140 });
  });

  test('regions are summed where the other side has the nation only, and cannot be asked for then', () => {
    const statistics = [
      '2022-01,JOB,,200,30,6,150,12,',
      '2023-01,JOB,Nord,100,10,4,60,8,',
      '2023-01,JOB,Syd,100,30,6,90,12,',
    ];
    const row = rowOf({ statistics });
    expect(row.region).toBeNull();
    expect(row.to).toMatchObject({ newShare: 0.2, collaborationShare: 0.25, baseHoursPerCase: 3.75 });
    expect(row.to.collaborationHoursPerCase).toBe(2);
    expect(reasonFor({ statistics }, { regions: ['Nord'] })).toBe('no-regions-in-statistics');
  });

  test('a programme that has ended is on one side; one that may only be late makes the month an estimate', () => {
    const job = ['2022-01,JOB,Nord,100,10,,,,', '2023-01,JOB,Nord,100,10,,,,'];
    const uga = (last: string): string[] => ['2022-01,UGA,Nord,100,10,,,,', `${last},UGA,Nord,100,10,,,,`];
    const schablons = [...JOB_SCHABLONS, ...JOB_SCHABLONS.map((row) => row.replace('JOB', 'UGA'))];
    const ended = accepted({ statistics: [...job, ...uga('2022-11')], schablons });
    expect(ended.sides.to.kind).toBe('outcome');
    expect(ended.rows.map(({ programme, to }) => [programme, to.decisions])).toEqual([
      ['JOB', 100],
      ['UGA', 0],
    ]);
    const late = { statistics: [...job, ...uga('2022-12')], schablons };
    expect(accepted(late).sides.to.kind).toBe('estimate');
    expect(accepted(late, { of: 'outcome' }).rows.map(({ programme }) => programme)).toEqual(['JOB']);
    expect(reasonFor(late, { of: 'outcome', programmes: ['UGA'] })).toBe('not-in-outcome');
    expect(reasonFor({ ...late, statistics: job }, { of: 'outcome', programmes: ['UGA'] })).toBe('not-in-outcome');
  });

  test('an outcome covers what has schablons in force in one of the months, or is wholly measured', () => {
    const statistics = ['2022-01,JOB,Nord,100,10,4,60,6,', '2023-01,JOB,Nord,100,10,4,60,6,'];
    const schablons = ['JOB,,2023-02,,base_hours,bedöma,5'];
    expect(rowOf({ statistics, schablons }).change.totalHours).toBe(0);
    const unmeasured = [statistics[0] as string, '2023-01,JOB,Nord,100,10,4,60,,'];
    expect(reasonFor({ statistics: unmeasured, schablons })).toBe('no-programme');
    expect(reasonFor({ statistics: unmeasured, schablons }, { programmes: ['JOB'] })).toBe('programme-not-covered');
    expect(reasonFor({ statistics: unmeasured, schablons: ['JOB,,2023-01,,base_hours,bedöma,5'] })).toBe(
      'no-collaboration-step',
    );
  });

  test('hours without cases are refused where the cell is needed', () => {
    const outcome = '2023-01,JOB,Nord,100,10,4,60,6,';
    expect(reasonFor({ statistics: ['2022-01,JOB,Nord,100,0,0,1,0,', outcome] })).toBe('hours-without-cases');
    expect(reasonFor({ statistics: ['2022-01,JOB,Nord,100,10,0,60,1,', outcome] })).toBe('hours-without-cases');
    const syd = '2022-01,JOB,Syd,100,0,0,1,0,';
    expect(reasonFor({ statistics: ['2022-01,JOB,Nord,100,10,4,60,6,', syd, outcome] }, { regions: ['Nord'] })).toBe(
      'not refused',
    );
  });

  test('an estimate against the outcome, and against what it was before', () => {
    const statistics = ['2022-01,JOB,Nord,100,20,,,,', '2023-01,JOB,Nord,110,11,,,,'];
    const forecasts = ['2022-10-01,JOB,,2023-01,120', '2022-12-01,JOB,,2023-01,150'];
    // n: 0.2 → 0.1 and D: 150 → 110 at 7 hours per new decision.
    const outcome = accepted({ statistics, forecasts }, { with: 'estimate' });
    expect(outcome.sides).toEqual({
      from: { kind: 'estimate', month: '2023-01', asOf: null },
      to: { kind: 'outcome', month: '2023-01', asOf: null },
    });
    expect(outcome.rows[0]?.effects.decisions.total).toBeCloseTo(-40 * 0.15 * 7, 10);
    expect(outcome.rows[0]?.effects.newShare.total).toBeCloseTo(-0.1 * 130 * 7, 10);
    const earlier = accepted({ statistics, forecasts }, { of: 'estimate', with: 'as-of:2022-11-01' });
    expect(earlier.sides.from).toEqual({ kind: 'estimate', month: '2023-01', asOf: '2022-11-01' });
    expect(earlier.rows[0]?.effects.decisions.total).toBeCloseTo(30 * 0.2 * 7, 10);
    expect(reasonFor({ statistics, forecasts }, { with: 'as-of:2022-09-01' })).toBe('no-programme');
    expect(reasonFor({ statistics, forecasts }, { of: 'estimate', with: 'as-of:2022-09-01' })).toBe('no-forecast');
  });

  test('effects add up to the change on random folders, and each kind of comparison is reached', () => {
    const reached = new Set<string>();
    for (let seed = 1; seed <= 400; seed++) {
      const { files, request } = randomComparison(seed);
      const result = oracleCompare(files, request);
      if (result.refused) continue;
      reached.add(`${result.sides.from.kind} ${result.sides.to.kind} ${request.method}`);
      for (const { from, to, change, effects } of [...result.rows, ...result.totals]) {
        const parts = Object.values(effects);
        const scale = Math.max(from.totalHours, to.totalHours, ...parts.map(({ total }) => Math.abs(total)));
        const base = parts.reduce((sum, effect) => sum + effect.base, 0);
        const total = parts.reduce((sum, effect) => sum + effect.total, 0);
        expect(agree(base, change.baseHours, scale) && agree(total, change.totalHours, scale), `seed ${seed}`).toBe(
          true,
        );
        if (from.decisions === 0 && to.decisions > 0) reached.add('begins');
        if (from.decisions > 0 && to.decisions === 0) reached.add('ends');
        if (from.newShare === null || to.collaborationShare === null) reached.add('null');
      }
    }
    const sides = ['outcome', 'estimate'].flatMap((from) => ['outcome', 'estimate'].map((to) => `${from} ${to}`));
    const kinds = sides.flatMap((side) => [`${side} shapley`, `${side} lmdi`]);
    expect([...reached].sort()).toEqual([...kinds, 'begins', 'ends', 'null'].sort());
  });
});
