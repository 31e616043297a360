import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundleRoom } from './bundle.mjs';
import { ROOMS } from './rooms.mjs';

globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
const state = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

/** Runs tests of a room in this process, where a mutant is switched on by its number (see registry.ts for why). */
class RoomRunner {
  #bundle = path.resolve(`room-${process.env.STRYKER_MUTATOR_WORKER ?? 0}.mjs`);
  #tests = null;
  #loads = 0;
  /** Milliseconds of each test, as last measured. */
  #times = new Map();
  /** Of each file the tests that felled a mutant of it, with a number that is higher the later. */
  #felled = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    await bundleRoom(process.env.ROOM, this.#bundle);
  }

  async dryRun() {
    state.activeMutant = undefined;
    await this.#load();
    const tests = [];
    for (const test of this.#tests) {
      state.currentTestId = test.id;
      tests.push(await this.#outcomeOf(test));
      state.currentTestId = undefined;
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment, sandboxFileName }) {
    Object.assign(state, { activeMutant: undefined, hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    if (mutantActivation === 'static') state.activeMutant = activeMutant.id;
    if (reloadEnvironment || this.#tests === null) await this.#load();
    state.activeMutant = activeMutant.id;
    const tests = [];
    for (const test of this.#inOrder(testFilter, sandboxFileName)) {
      const outcome = await this.#outcomeOf(test);
      tests.push(outcome);
      if (outcome.status === TestStatus.Failed) {
        this.#remember(sandboxFileName, test);
        await this.#sweep(test, mutantActivation);
        break;
      }
    }
    const isEndless = determineHitLimitReached(state.hitCount, hitLimit);
    return toMutantRunResult(isEndless ?? { status: DryRunStatus.Complete, tests });
  }

  /** What felled a mutant of the same file goes first, the latest before all, then the quick: a failure ends the run. */
  #inOrder(filter, mutated) {
    const wanted = filter === undefined ? null : new Set(filter);
    const felled = this.#felled.get(mutated) ?? new Map();
    const weight = ({ id }) => -(felled.get(id) ?? 0) || (this.#times.get(id) ?? 0);
    const asked = this.#tests.filter(({ id }) => (wanted?.has(id) ?? true) && isAsked(id, mutated));
    return asked.sort((a, b) => weight(a) - weight(b));
  }

  #remember(mutated, { id }) {
    const felled = this.#felled.get(mutated) ?? new Map();
    this.#felled.set(mutated, felled.set(id, 1 + Math.max(0, ...felled.values())));
  }

  /** What a mutant may have left in a variable of a module must not fell the next one. */
  async #sweep(test, activation) {
    if (activation === 'static') return;
    const { activeMutant, hitCount } = state;
    Object.assign(state, { activeMutant: undefined, hitCount: undefined });
    const again = await this.#outcomeOf(test);
    if (again.status === TestStatus.Failed) await this.#load();
    Object.assign(state, { activeMutant, hitCount });
  }

  async #outcomeOf({ id, run }) {
    const start = performance.now();
    const failure = await run().then(
      () => null,
      (error) => String(error?.message ?? error),
    );
    const timeSpentMs = performance.now() - start;
    this.#times.set(id, timeSpentMs);
    if (failure === null) return { id, name: id, timeSpentMs, status: TestStatus.Success };
    return { id, name: id, timeSpentMs, status: TestStatus.Failed, failureMessage: failure };
  }

  async #load() {
    this.#loads += 1;
    const { known } = await import(`${pathToFileURL(this.#bundle)}?${this.#loads}`);
    this.#tests = known;
  }
}

/** Whether a mutant of the file is worth the time of the test; WIDE=1 is for those that all others left alive. */
function isAsked(id, mutated) {
  const { own } = ROOMS[process.env.ROOM];
  const mirror = mutated.replace(/^.*\/src\//, 'test/').replace(/\.ts$/, '.test.ts');
  if (own === undefined || process.env.WIDE !== undefined || !existsSync(mirror)) return true;
  return !own.test(id) || id.startsWith(mirror);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'room', RoomRunner)];
