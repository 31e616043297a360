import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

const nodeRequire = createRequire(path.join(__dirname, 'main.cjs'));
const loaded = new Map<string, unknown>();

/** The bundles that ran, by their file: the build asks them for their caches once a run has compiled what a run needs. */
export const scripts = new Map<string, Script>();

/**
 * Runs a bundle, a function in ASCII, with the code that V8 compiled for it when it was built, which saves a third of
 * the time to start. For any other Node the bundle is compiled as usual.
 */
function load(bundle: string): unknown {
  if (loaded.has(bundle)) return loaded.get(bundle);
  const filename = path.join(__dirname, bundle);
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: cacheOf(filename) });
  scripts.set(filename, script);
  const module = { exports: {} };
  script.runInThisContext()(requireOf, module, module.exports, __dirname, share);
  loaded.set(bundle, module.exports);
  return module.exports;
}

/** A module of the main bundle, for the parts that need the same one. */
function share(source: string, exports: unknown): void {
  loaded.set(source, exports);
}

/** The bundle's own parts are loaded like the bundle, what it shares is there, all else is Node's. */
function requireOf(id: string): unknown {
  return loaded.get(id) ?? (id.startsWith('./lib/') ? load(id) : nodeRequire(id));
}

/**
 * What V8 compiled of a bundle belongs to one Node alone. V8 refuses what another V8 has compiled, but two Nodes with the
 * same V8 may differ in what they have built into it: 20.19.0 took the code of 20.20.2 and ended with a fault of memory.
 */
export function cacheFile(filename: string): string {
  return `${filename}.${process.version}-${process.platform}-${process.arch}.cache`;
}

function cacheOf(filename: string): Buffer | undefined {
  try {
    return readFileSync(cacheFile(filename));
  } catch {
    return undefined;
  }
}

const { main } = load('./main.cjs') as { main(): Promise<void> };

/** Runs the command line that started this. */
export function run(): Promise<void> {
  return main();
}

/** What other programs import. */
export function api(): unknown {
  return load('./lib/index.cjs');
}
