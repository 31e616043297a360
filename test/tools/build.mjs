// Bundles the program into dist/: main.cjs with all that every run needs, lib/ with the parts that only some runs need
// (whatever the sources import with import()), start.cjs that runs them, and beside each a .cache with the code that V8 compiled (see docs/adr/0003-start-up.md);
// example/ and exempel/ are what init writes.
// With --if-installed it does nothing where esbuild is absent (`npm ci --omit=dev`), with --if-missing where dist/ is there.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLicences } from './licences.mjs';
import { buildTypes } from './types.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isOptional = process.argv.includes('--if-installed');
const esbuild = await import('esbuild').catch((error) => {
  if (isOptional) return null;
  throw error;
});

/** Libraries that only some runs need, each a file of its own: what the source imports, the file, and what is in it. */
const LIBRARIES = {
  chalk: ['chalk', "export * from 'chalk'"],
  'csv-parse/sync': ['csv-parse', "export * from 'csv-parse/sync'"],
  'csv-stringify/sync': ['csv-stringify', "export * from 'csv-stringify/sync'"],
  'iconv-lite': ['iconv-lite', "module.exports = require('iconv-lite')"],
  yaml: ['yaml', "export { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'"],
  'zod/mini': [
    'zod-mini',
    "export { array, boolean, enum, globalRegistry, gte, int, literal, looseObject, lte, meta, minLength, nullable, number, object, optional, positive, record, refine, regex, strictObject, string, toJSONSchema, union } from 'zod/mini'",
  ],
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
    // Of an error that nobody catches Node shows the whole line of the source.
    lineLimit: 160,
    legalComments: 'none',
  };
  const wrapped = {
    ...common,
    banner: { js: '(function (require, module, exports, __dirname, share) {' },
    footer: { js: '})' },
    define: { RESURS_VERSION: JSON.stringify(version) },
    supported: { 'dynamic-import': false },
    metafile: true,
  };
  const parts = new Set(['src/index.ts']);
  // What main has the other parts share with it: an error or a key must be the same thing on both sides.
  const { metafile } = await esbuild.build({
    ...wrapped,
    entryPoints: ['src/main.ts'],
    write: false,
    plugins: [house({ parts, isShared: () => false })],
  });
  const shared = new Set();
  const isShared = (source) => source in metafile.inputs && shared.add(source);
  const built = [];
  // A part may name further parts while it is built.
  for (const source of parts) {
    built.push(
      await esbuild.build({
        ...wrapped,
        entryPoints: [source],
        outfile: `dist/${fileOf(source)}`,
        plugins: [house({ parts, isShared })],
      }),
    );
  }
  const libraries = Object.values(LIBRARIES).map(([name, contents]) =>
    esbuild.build({ ...wrapped, outfile: `dist/lib/${name}.cjs`, stdin: { contents, resolveDir: root } }),
  );
  built.push(
    ...(await Promise.all([
      ...libraries,
      esbuild.build({ ...common, entryPoints: ['src/start.ts'], outfile: 'dist/start.cjs', metafile: true }),
      esbuild.build({
        ...wrapped,
        stdin: { contents: "import 'shared'; export { main } from './src/main.ts';", resolveDir: root },
        outfile: 'dist/main.cjs',
        plugins: [house({ parts, isShared: () => false, shared })],
      }),
    ])),
  );
  writeLicences(
    root,
    built.flatMap((each) => Object.keys(each.metafile.inputs)),
  );
  for (const file of built.flatMap((each) => Object.keys(each.metafile.outputs))) onlyAscii(`${root}/${file}`);
  writeFileSync(`${root}/dist/package.json`, '{ "type": "commonjs" }\n');
  writeFileSync(`${root}/dist/index.cjs`, indexOf(await esbuild.build(namesOnly(common))));
  buildTypes(root);
  for (const name of ['example', 'exempel']) {
    cpSync(`${root}/fixtures/${name}`, `${root}/dist/${name}`, { recursive: true });
  }
  compileAhead();
}

/**
 * Bundles are read as ASCII, but esbuild leaves other characters in regular expressions and in the words of tagged
 * templates. There, too, an escape means the same character.
 */
function onlyAscii(file) {
  const text = readFileSync(file, 'utf8');
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, text.replaceAll(/[^\0-\x7F]/g, escaped));
}

/** What the index exports, as names. */
function namesOnly(common) {
  return { ...common, entryPoints: ['src/index.ts'], format: 'esm', bundle: false, write: false, metafile: true };
}

/** The names one by one, since a program that is no CommonJS finds them by reading this file. */
function indexOf({ metafile }) {
  const [{ exports }] = Object.values(metafile.outputs);
  const lines = exports.sort().map((name) => `exports.${name} = api.${name};\n`);
  return `'use strict';\nconst api = require('./start.cjs').api();\n${lines.join('')}`;
}

/** The file of a part: all that one `import()` of the sources needs and that main does not have. */
function fileOf(source) {
  return `lib/${source
    .replace(/^src\//, '')
    .replaceAll('/', '-')
    .replace(/\.ts$/, '.cjs')}`;
}

/** Parts and libraries in files of their own, what parts share with main, and the stand-ins. */
function house({ parts, isShared, shared = new Set() }) {
  return {
    name: 'house',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path: wanted, kind, resolveDir }) => {
        if (kind === 'entry-point') return null;
        if (wanted in LIBRARIES) return { path: `./lib/${LIBRARIES[wanted][0]}.cjs`, external: true };
        if (wanted in STAND_INS) return { path: wanted, namespace: 'stand-in' };
        if (wanted === 'shared') return { path: wanted, namespace: 'shared' };
        if (!wanted.startsWith('.')) return null;
        const source = path.relative(root, path.resolve(resolveDir, wanted)).replaceAll(path.sep, '/');
        if (isShared(source)) return { path: source, external: true };
        if (kind !== 'dynamic-import') return null;
        parts.add(source);
        return { path: `./${fileOf(source)}`, external: true };
      });
      build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: name }) => ({
        contents: STAND_INS[name],
        resolveDir: root,
      }));
      build.onLoad({ filter: /.*/, namespace: 'shared' }, () => ({
        contents: [...shared]
          .sort()
          .map((source, at) => `import * as m${at} from './${source}'; share('${source}', m${at});`)
          .join('\n'),
        resolveDir: root,
      }));
    },
  };
}

/**
 * Runs the example in the ways of every day, then V8 hands over what it compiled: of each bundle in the first run that
 * needs it, so that main is compiled for the main job. Without a cache everything works, only later.
 */
function compileAhead() {
  const folder = mkdtempSync(`${tmpdir()}/resurs-build-`);
  try {
    cpSync(`${root}/fixtures/example`, folder, { recursive: true });
    writeFileSync(`${folder}/resurs.yaml`, 'language: sv\n');
    writeFileSync(`${folder}/program.csv`, readFileSync(`${folder}/programmes.csv`, 'utf8').replace('JOB', '"JOB"'));
    rmSync(`${folder}/programmes.csv`);
    const example = ['--data', 'fixtures/example'];
    keepCaches('estimate', ...example, '--month', '2023-01');
    keepCaches('estimate', '--data', folder, '--month', '2023-01', '--out', `${folder}/hours.csv`);
    keepCaches('compare', ...example, '--month', '2022-11');
    keepCaches('explain', ...example, '--month', '2023-01', '--programme', 'JOB', '--region', 'Nord');
    keepCaches('check', ...example);
    keepCaches('__complete', 'estimate', ...example, '--region', '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run, after which the caches of the bundles that it needed, and no run before it, are written. */
function keepCaches(...args) {
  const program = `
    const { existsSync, writeFileSync } = require('node:fs');
    const { cacheFile, run, scripts } = require('./dist/start.cjs');
    run();
    process.on('exit', () => {
      for (const [file, script] of scripts) {
        if (!existsSync(cacheFile(file))) writeFileSync(cacheFile(file), script.createCachedData());
      }
    });`;
  const { status, stderr } = spawnSync(process.execPath, ['--eval', program, '--', 'resurs', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`the example could not be run: ${stderr}`);
}

const isThere = process.argv.includes('--if-missing') && existsSync(`${root}/dist/main.cjs`);
if (esbuild !== null && !isThere) await build();
