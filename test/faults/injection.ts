import { makeDice } from './dice.ts';
import { BYTE_FAULTS } from './operators/bytes.ts';
import { KEY_FAULTS } from './operators/keys.ts';
import { NUMBER_FAULTS } from './operators/numbers.ts';
import { ROW_FAULTS } from './operators/rows.ts';
import { STRUCTURE_FAULTS } from './operators/structure.ts';
import { TIME_FAULTS } from './operators/time.ts';
import { type Expected, type Operator, readSheets } from './planted.ts';
import { soundFolder } from './sound-folder.ts';

/** Every way to spoil a folder that is known here. */
export const OPERATORS: readonly Operator[] = [
  ...BYTE_FAULTS,
  ...STRUCTURE_FAULTS,
  ...NUMBER_FAULTS,
  ...TIME_FAULTS,
  ...KEY_FAULTS,
  ...ROW_FAULTS,
];

/** What reading said of one planted fault. */
export interface Injection {
  readonly operator: Operator;
  readonly seed: number;
  readonly expected: Expected;
  /** An error, or where only a warning can be asked for, a warning. */
  readonly isSeen: boolean;
  /** The first problem stands at the very line and column. */
  readonly isPlaced: boolean;
  readonly isNamed: boolean;
  /** The first problem, in short. */
  readonly found: string;
}

const MOST_SEEDS = 400;

/** Plants a fault in the first folder from a seed on that has a place for it, and reads the folder. */
export async function inject(operator: Operator, firstSeed: number): Promise<Injection> {
  for (let seed = firstSeed; seed < firstSeed + MOST_SEEDS; seed += 1) {
    const folder = soundFolder(seed);
    const expected = operator.plant(folder, makeDice(seed + 0x5eed));
    if (expected === null) continue;
    const { problems } = await readSheets(folder.sheets);
    const severity = operator.isWarning === true ? 'warning' : 'error';
    const [first] = problems;
    const isPlaced =
      first?.file === expected.file &&
      first.line === expected.line &&
      first.columnNumber === expected.columnNumber &&
      (expected.value === undefined || first.value === expected.value);
    return {
      operator,
      seed,
      expected,
      isSeen: problems.some((problem) => problem.severity === severity),
      isPlaced,
      isNamed: first !== undefined && expected.codes.includes(first.code),
      found:
        first === undefined ? 'nothing' : brief(first.code, first.file, first.line, first.columnNumber, first.value),
    };
  }
  throw new Error(`no folder has a place for ${operator.fault} ${operator.name}`);
}

export function brief(
  code: string,
  file: string | null,
  line: number | null,
  columnNumber: number | null,
  value: string | null | undefined,
): string {
  return `${code} ${file}:${line ?? '-'}:${columnNumber ?? '-'} ${JSON.stringify(value)}`;
}
