// Declarations of what other programs import: of src/index.ts and of what it speaks of, into dist/types/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SETTINGS = [
  '--ignoreConfig',
  '--declaration',
  '--emitDeclarationOnly',
  '--allowImportingTsExtensions',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--skipLibCheck',
  ...['--target', 'es2023', '--lib', 'es2023', '--module', 'nodenext', '--types', 'node'],
];

/** Writes the declarations that can be reached from the index; a fault in a type fails the build. */
export function buildTypes(root) {
  const folder = mkdtempSync(`${tmpdir()}/resurs-types-`);
  try {
    const args = [`${root}/node_modules/typescript/bin/tsc`, ...SETTINGS, '--rootDir', 'src', '--outDir', folder];
    const { status, stdout } = spawnSync(process.execPath, [...args, 'src/index.ts'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the declarations could not be made:\n${stdout}`);
    const reached = new Set(['index.d.ts']);
    for (const file of reached) {
      // What stands in the declarations is what a program of the user's own finds: .js beside .d.ts.
      const text = readFileSync(path.join(folder, file), 'utf8').replaceAll(
        /((?:from|import\() ?['"])(\.[^'"]*)\.ts(['"])/g,
        (_, before, name, after) => {
          reached.add(path.posix.join(path.posix.dirname(file), `${name}.d.ts`));
          return `${before}${name}.js${after}`;
        },
      );
      const target = path.join(root, 'dist/types', file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
