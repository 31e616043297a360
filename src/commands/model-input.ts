import { Failure } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import type { Note } from '../domain/note.ts';
import type { Problem } from '../domain/problem.ts';
import type { TableName, Tables } from '../domain/tables.ts';
import { withScenario } from '../model/scenario.ts';
import type { TablesSoFar } from '../read/all-tables.ts';
import { MODEL_TABLES, type NamedFile, readFolder } from '../read/folder.ts';
import type { Keys } from '../read/keys.ts';
import { nameOfFile, resolvePath } from '../read/paths.ts';
import { readScenario } from '../read/scenario.ts';
import type { Context } from './context.ts';
import { type Judgement, judgement } from './outcome.ts';
import type { ModelRequest } from './request.ts';

/** The tables, sound, and what was asked for in their own words. */
export interface ModelInput {
  readonly kind: 'input';
  /** With the scenario's rows in place. */
  readonly tables: Tables;
  /** As they would be without the scenario. */
  readonly plainTables: Tables;
  readonly programmes: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly scenarioPath: string | null;
  /** Every file of the data folder, read or not: no output overwrites one. */
  readonly found: readonly string[];
  readonly warnings: readonly Problem[];
  readonly notes: readonly Note[];
}

/** Which tables a command needs, where that is not all of the model's. */
export interface Needs {
  readonly required: readonly TableName[];
  /** Whether the forecasts are needed; it is asked once the other tables are known. */
  forecasts(known: TablesSoFar): boolean;
}

const ALL: Needs = { required: MODEL_TABLES, forecasts: () => true };

/** Reads what the model needs; where anything is refused, the judgement without a report. */
export async function modelInput(
  request: ModelRequest,
  { world, folder, readings }: Context,
  needs: Needs = ALL,
): Promise<ModelInput | Judgement> {
  const content = await readFolder(folder, world, needs.required);
  const reading = await readings.tables(content, (known) => {
    const isNeeded = needs.forecasts(known);
    // A programme that nobody knows is what to mend first.
    const areKnown = request.programmes?.every((each) => known.programmes.meaningOf(each) !== undefined) ?? true;
    if (isNeeded && areKnown) content.require(MODEL_TABLES);
    return isNeeded;
  });
  // What a scenario names is known to this run alone.
  const [programmes, regions] = [reading.programmes.copy(), reading.regions.copy()];
  const scenario = request.scenario === null ? null : await scenarioOf(request.scenario);
  const problems = [...reading.problems, ...(scenario?.problems ?? [])];
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const inputs = [...reading.tables.inputs, ...(scenario === null ? [] : [scenario.input])];
  if (warnings.length < problems.length) return judgement(null, problems, inputs);
  const changed = scenario === null ? null : withScenario(reading.tables, scenario.scenario, scenario.input.path);
  return {
    kind: 'input',
    tables: { ...(changed?.tables ?? reading.tables), inputs },
    plainTables: { ...reading.tables, inputs },
    programmes: known(request.programmes, programmes, 'programme', request.savedIn.programmes),
    regions: known(request.regions, regions, 'region', request.savedIn.regions),
    scenarioPath: scenario?.input.path ?? null,
    found: content.sources.map(({ location }) => location),
    warnings,
    notes: [...reading.notes, ...(scenario?.notes ?? []), ...(changed === null ? [] : [changed.note])],
  };

  async function scenarioOf(file: string | NamedFile) {
    const { path, name } = typeof file === 'string' ? namedScenario(file) : file;
    const isPiped = path === '-';
    if (isPiped && content.sources.some((source) => source.path === '-')) throw new Failure('standard-input-twice', {});
    const bytes = await (isPiped ? world.readStandardInput() : world.readFile(path));
    return readScenario({ table: 'scenario', path: name, location: path, bytes }, { ...reading, programmes, regions });
  }

  function namedScenario(file: string): NamedFile {
    if (file === '-') return { path: file, name: file };
    const path = resolvePath(world.cwd, file);
    return { path, name: nameOfFile(folder.path, file, path) };
  }
}

/** The names that the tables use for what was asked for; a code stands for its name. */
function known(
  asked: readonly string[] | null,
  keys: Keys,
  kind: 'programme' | 'region',
  savedIn: string | null,
): string[] | null {
  if (asked === null) return null;
  const names = asked.map((value) => {
    const meaning = keys.meaningOf(value);
    if (meaning !== undefined) return meaning.name;
    if (savedIn !== null) throw new Failure('saved-name-unknown', { path: savedIn, kind, value });
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
