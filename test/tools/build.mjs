// Bundles the program into dist/: main.cjs with all that every run needs, lib/ with the libraries that only some need,
// start.cjs that runs main.cjs, and main.cjs.cache with the code that V8 compiled for it (see docs/adr/0003-start-up.md).
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

/** Libraries that only some runs need, each a file of its own. */
const LAZY = {
  chalk: 'lib/chalk.cjs',
  'csv-stringify/sync': 'lib/csv-stringify.cjs',
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
    legalComments: 'none',
  };
  const libraries = Object.entries(LAZY).map(([name, outfile]) =>
    esbuild.build({
      ...common,
      outfile: `dist/${outfile}`,
      stdin: { contents: `export * from '${name}'`, resolveDir: root },
    }),
  );
  await Promise.all([
    ...libraries,
    esbuild.build({ ...common, entryPoints: ['src/start.ts'], outfile: 'dist/start.cjs' }),
    esbuild.build({
      ...common,
      entryPoints: ['src/main.ts'],
      outfile: 'dist/main.cjs',
      charset: 'ascii',
      banner: { js: '(function (require, __dirname) {' },
      footer: { js: '})' },
      define: { RESURS_VERSION: JSON.stringify(version) },
      supported: { 'dynamic-import': false },
      plugins: [{ name: 'house', setup: housePlugin }],
    }),
  ]);
  compileAhead();
}

/** Stand-ins for parts of libraries that would cost the start more than all the rest. */
const STAND_INS = {
  // Only commander's executable subcommands, which nothing here has, start a process: 2 ms.
  'node:child_process': 'module.exports = {};',
  // cli-table3 measures each cell with a regular expression of 10 kB, which takes 12 ms to compile.
  'string-width': "module.exports = require('./src/render/width.ts').widthOf;",
};

/** Lazy libraries in their own files, and the stand-ins. */
function housePlugin(build) {
  build.onResolve({ filter: /^[^.]/ }, ({ path, kind }) => {
    if (path in LAZY && kind !== 'entry-point') return { path: `./${LAZY[path]}`, external: true };
    return path in STAND_INS ? { path, namespace: 'stand-in' } : null;
  });
  build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
    contents: STAND_INS[path],
    resolveDir: root,
  }));
}

/**
 * One run of the main job, in Swedish, with settings and quotation marks, after which V8 hands over what it compiled.
 * Without a cache everything works, only later.
 */
function compileAhead() {
  const program = `
    const { writeFileSync } = require('node:fs');
    const { script } = require('./dist/start.cjs');
    process.on('exit', () => writeFileSync('dist/main.cjs.cache', script.createCachedData()));`;
  const folder = mkdtempSync(`${tmpdir()}/resurs-build-`);
  try {
    cpSync(`${root}/fixtures/example`, folder, { recursive: true });
    writeFileSync(`${folder}/resurs.yaml`, 'language: sv\n');
    writeFileSync(`${folder}/program.csv`, readFileSync(`${folder}/programmes.csv`, 'utf8').replace('JOB', '"JOB"'));
    rmSync(`${folder}/programmes.csv`);
    const args = ['--eval', program, '--', 'resurs', 'estimate', '--data', folder, '--month', '2023-01'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) throw new Error(`the example could not be estimated: ${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isThere = process.argv.includes('--if-missing') && existsSync(`${root}/dist/main.cjs`);
if (esbuild !== null && !isThere) await build();
