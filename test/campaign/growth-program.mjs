// The sources as one module of this process, for what measures parts that the built program keeps to itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PARTS = `
  export { surroundings } from './src/commands/context.ts';
  export { runCheck } from './src/commands/check.ts';
  export { runCompare } from './src/commands/compare.ts';
  export { runEstimate } from './src/commands/estimate.ts';
  export { runExplain } from './src/commands/explain.ts';
  export { placedProblems } from './src/commands/placed.ts';
  export { readTables } from './src/read/all-tables.ts';
  export { readFolder } from './src/read/folder.ts';
  export { renderProblems } from './src/render/problems.ts';
  export { render } from './src/render/render.ts';
  export { NO_PAINT } from './src/render/paint.ts';
  export { en } from './src/messages/en.ts';`;

/** As in the build, but for the parts that only some runs load: here they are all one. */
export async function loadProgram() {
  const folder = mkdtempSync(path.join(tmpdir(), 'resurs-growth-'));
  try {
    const outfile = path.join(folder, 'program.cjs');
    await build({
      absWorkingDir: ROOT,
      stdin: { contents: PARTS, resolveDir: ROOT },
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      logLevel: 'error',
      plugins: [widthOfTheHouse],
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** cli-table3 measures with the program's own width, as in the build. */
const widthOfTheHouse = {
  name: 'width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'width' }));
    onLoad({ filter: /.*/, namespace: 'width' }, () => ({
      contents: "module.exports = require('./src/render/width.ts').widthOf;",
      resolveDir: ROOT,
    }));
  },
};
