import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOMS } from './rooms.mjs';

/** The sources and the tests of a room as one module, beside the sources: `known` is its tests. */
export async function bundleRoom(room, outfile) {
  const root = process.cwd();
  const registry = path.join(root, 'test/mutation/registry.ts');
  const entry = [
    `import { enter, known } from ${JSON.stringify(registry)};`,
    'export { known };',
    // The same few inputs for each mutant, so that a score is the same again.
    "import fc from 'fast-check'; fc.configureGlobal({ numRuns: 25, seed: 1 });",
    ...testsOf(room).map((file) => `enter(${JSON.stringify(file)}); await import('./${file}');`),
  ];
  await build({
    stdin: { contents: entry.join('\n'), resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    define: { RESURS_VERSION: '"0.0.0-test"' },
    outfile,
    logLevel: 'error',
    plugins: [{ name: 'in place', setup: (built) => setUp(built, registry) }],
  });
}

function testsOf(room) {
  return ROOMS[room].tests.flatMap((part) => {
    if (!part.endsWith('/')) return [part];
    const names = readdirSync(part, { recursive: true }).sort();
    return names.filter((name) => name.endsWith('.test.ts')).map((name) => part + name);
  });
}

/** Tests get the registry for vitest; each file keeps its own folder. */
function setUp(built, registry) {
  built.onResolve({ filter: /^vitest$/ }, ({ importer }) => (importer === registry ? undefined : { path: registry }));
  built.onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({
    contents: readFileSync(file, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))),
    loader: 'ts',
  }));
}
