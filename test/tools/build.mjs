// Bundles the program into dist/: one file to start, and a chunk for each part that only some commands load.
// With --if-installed it does nothing where esbuild is absent (`npm ci --omit=dev`).
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isOptional = process.argv.includes('--if-installed');
const esbuild = await import('esbuild').catch((error) => {
  if (isOptional) return null;
  throw error;
});

if (esbuild !== null) {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  rmSync(`${root}/dist`, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    // Only commander's executable subcommands, which nothing here has, start a process; loading that takes 2 ms.
    plugins: [{ name: 'no-processes', setup: withoutChildProcess }],
    legalComments: 'none',
    define: { RESURS_VERSION: JSON.stringify(version) },
    // cli-table3 is CommonJS and asks for `require`.
    banner: {
      js: "import { createRequire as _createRequire } from 'node:module';const require = _createRequire(import.meta.url);",
    },
  });
}

function withoutChildProcess(build) {
  build.onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }));
  build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
}
