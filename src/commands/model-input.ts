import { Failure } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { Tables } from '../domain/tables.ts';
import { type EstimateOrder, type Knowledge, knowledge } from '../model/cells.ts';
import { withScenario } from '../model/scenario.ts';
import { readTables } from '../read/all-tables.ts';
import { readFolder } from '../read/folder.ts';
import type { Keys } from '../read/keys.ts';
import { nameOfFile, resolvePath } from '../read/paths.ts';
import { readScenario } from '../read/scenario.ts';
import type { Context } from './context.ts';
import { type Judgement, judgement } from './outcome.ts';
import type { ModelRequest } from './request.ts';

/** The tables, sound and with the scenario in place, and the order in the tables' own words. */
export interface ModelInput {
  readonly kind: 'input';
  readonly tables: Tables;
  readonly known: Knowledge;
  readonly order: EstimateOrder;
  readonly scenarioPath: string | null;
  readonly warnings: readonly Problem[];
  readonly notes: readonly Note[];
}

/** Reads what the model needs; where anything is refused, the judgement without a report. */
export async function modelInput(
  request: ModelRequest,
  { world, folder, schablonMaxAgeYears }: Context,
): Promise<ModelInput | Judgement> {
  const content = await readFolder(folder, world);
  const reading = await readTables(content);
  const scenario = request.scenario === null ? null : await scenarioOf(request.scenario);
  const problems = [...reading.problems, ...(scenario?.problems ?? [])];
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const inputs = [...reading.tables.inputs, ...(scenario === null ? [] : [scenario.input])];
  if (warnings.length < problems.length) return judgement(null, problems, inputs);
  const order: EstimateOrder = {
    months: request.months,
    programmes: known(request.programmes, reading.programmes, 'programme'),
    regions: known(request.regions, reading.regions, 'region'),
    asOf: request.asOf,
    schablonMaxAgeYears,
  };
  const changed = scenario === null ? null : withScenario(reading.tables, scenario.scenario, scenario.input.path);
  const tables = { ...(changed?.tables ?? reading.tables), inputs };
  return {
    kind: 'input',
    tables,
    known: knowledge(tables, request.asOf),
    order,
    scenarioPath: scenario?.input.path ?? null,
    warnings,
    notes: [...reading.notes, ...(scenario?.notes ?? []), ...(changed === null ? [] : [changed.note])],
  };

  async function scenarioOf(file: string) {
    const isPiped = file === '-';
    if (isPiped && content.sources.some((source) => source.path === '-')) throw new Failure('standard-input-twice', {});
    const path = isPiped ? file : resolvePath(world.cwd, file);
    const source = {
      table: 'scenario',
      path: isPiped ? file : nameOfFile(folder.path, file, path),
      location: path,
      bytes: await (isPiped ? world.readStandardInput() : world.readFile(path)),
    } as const;
    return readScenario(source, reading);
  }
}

/** The names that the tables use for what was asked for; a code stands for its name. */
function known(asked: readonly string[] | null, keys: Keys, kind: 'programme' | 'region'): string[] | null {
  if (asked === null) return null;
  const names = asked.map((value) => {
    const meaning = keys.meaningOf(value);
    if (meaning !== undefined) return meaning.name;
    const choices = [...keys.names].sort();
    throw new Failure('option-value', {
      option: `--${kind}`,
      value,
      expected: kind,
      choices: choices.slice(0, 30),
      near: nearest(value, choices),
    });
  });
  return [...new Set(names)];
}
