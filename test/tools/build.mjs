// Bundles the program into dist/: main.cjs with all that every run needs, lib/ with the parts that only some runs need,
// start.cjs that runs them, and beside each a .cache with the code that V8 compiled (see docs/adr/0003-start-up.md);
// example/ and exempel/ are what init writes.
// With --if-installed it does nothing where esbuild is absent (`npm ci --omit=dev`), with --if-missing where dist/ is there.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isOptional = process.argv.includes('--if-installed');
const esbuild = await import('esbuild').catch((error) => {
  if (isOptional) return null;
  throw error;
});

/** Parts that only some runs need, each a file of its own: what the source imports, the file, and what is in it. */
const LAZY = {
  chalk: ['lib/chalk.cjs', "export * from 'chalk'"],
  'csv-parse/sync': ['lib/csv-parse.cjs', "export * from 'csv-parse/sync'"],
  'csv-stringify/sync': ['lib/csv-stringify.cjs', "export * from 'csv-stringify/sync'"],
  'iconv-lite': ['lib/iconv-lite.cjs', "module.exports = require('iconv-lite')"],
  yaml: ['lib/yaml.cjs', "export { parse, YAMLParseError } from 'yaml'"],
  'zod/mini': [
    'lib/zod-mini.cjs',
    "export { array, boolean, enum, globalRegistry, gte, int, literal, looseObject, lte, meta, minLength, nullable, number, object, optional, positive, refine, regex, strictObject, string, toJSONSchema, union } from 'zod/mini'",
  ],
  './problem-annotations.ts': ['lib/problem-annotations.cjs', "export * from './src/render/problem-annotations.ts'"],
  './problem-json.ts': ['lib/problem-json.cjs', "export * from './src/render/problem-json.ts'"],
  './problem-sarif.ts': ['lib/problem-sarif.cjs', "export * from './src/render/problem-sarif.ts'"],
  '../messages/sv.ts': ['lib/sv.cjs', "export * from './src/messages/sv.ts'"],
};

/** Stand-ins for parts of libraries that would cost the start more than all the rest. */
const STAND_INS = {
  // Only commander's executable subcommands, which nothing here has, start a process: 2 ms.
  'node:child_process': 'module.exports = {};',
  // cli-table3 measures each cell with a regular expression of 10 kB, which takes 12 ms to compile.
  'string-width': "module.exports = require('./src/render/width.ts').widthOf;",
};

async function build() {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  rmSync(`${root}/dist`, { recursive: true, force: true });
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
  };
  const wrapped = {
    ...common,
    banner: { js: '(function (require, module, exports, __dirname) {' },
    footer: { js: '})' },
  };
  const parts = Object.values(LAZY).map(([outfile, contents]) =>
    esbuild.build({ ...wrapped, outfile: `dist/${outfile}`, stdin: { contents, resolveDir: root } }),
  );
  await Promise.all([
    ...parts,
    esbuild.build({ ...common, entryPoints: ['src/start.ts'], outfile: 'dist/start.cjs' }),
    esbuild.build({
      ...wrapped,
      entryPoints: ['src/main.ts'],
      outfile: 'dist/main.cjs',
      define: { RESURS_VERSION: JSON.stringify(version) },
      supported: { 'dynamic-import': false },
      plugins: [{ name: 'house', setup: housePlugin }],
    }),
  ]);
  for (const name of ['example', 'exempel']) {
    cpSync(`${root}/fixtures/${name}`, `${root}/dist/${name}`, { recursive: true });
  }
  compileAhead();
}

/** Lazy parts in their own files, and the stand-ins. */
function housePlugin(build) {
  build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
    if (path in LAZY && kind !== 'entry-point') return { path: `./${LAZY[path][0]}`, external: true };
    return path in STAND_INS ? { path, namespace: 'stand-in' } : null;
  });
  build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
    contents: STAND_INS[path],
    resolveDir: root,
  }));
}

/**
 * Runs the main job on the example: as it is for main.cjs, and in Swedish with settings and quotation marks for the lazy
 * parts. Then V8 hands over what it compiled. Without a cache everything works, only later.
 */
function compileAhead() {
  const folder = mkdtempSync(`${tmpdir()}/resurs-build-`);
  try {
    cpSync(`${root}/fixtures/example`, folder, { recursive: true });
    writeFileSync(`${folder}/resurs.yaml`, 'language: sv\n');
    writeFileSync(`${folder}/program.csv`, readFileSync(`${folder}/programmes.csv`, 'utf8').replace('JOB', '"JOB"'));
    rmSync(`${folder}/programmes.csv`);
    keepCaches(folder, '/lib/');
    keepCaches('fixtures/example', '/main.cjs');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run, after which the caches of the bundles whose path has `part` in it are written. */
function keepCaches(folder, part) {
  const program = `
    const { writeFileSync } = require('node:fs');
    const { scripts } = require('./dist/start.cjs');
    process.on('exit', () => {
      for (const [file, script] of scripts) {
        if (file.replaceAll('\\\\', '/').includes(${JSON.stringify(part)})) writeFileSync(file + '.cache', script.createCachedData());
      }
    });`;
  const args = ['--eval', program, '--', 'resurs', 'estimate', '--data', folder, '--month', '2023-01'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`the example could not be estimated: ${stderr}`);
}

const isThere = process.argv.includes('--if-missing') && existsSync(`${root}/dist/main.cjs`);
if (esbuild !== null && !isThere) await build();
