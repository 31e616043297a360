import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './harness.ts';

const BIOME = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** What a file of each room must not import. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['src/domain', '../model/estimate.ts'],
  ['src/domain', '../messages/en.ts'],
  ['src/domain', 'node:path'],
  ['src/domain', 'zod/mini'],
  ['src/messages', '../render/words.ts'],
  ['src/messages', 'chalk'],
  ['src/model', '../read/row.ts'],
  ['src/model', '../render/json.ts'],
  ['src/model', 'node:fs'],
  ['src/schema', '../read/columns.ts'],
  ['src/schema', '../model/estimate.ts'],
  ['src/schema', 'yaml'],
  ['src/read', '../schema/estimate.ts'],
  ['src/read', '../model/estimate.ts'],
  ['src/read', '../messages/en.ts'],
  ['src/read', 'csv-parse/sync'],
  ['src/read/readers', '../../model/estimate.ts'],
  ['src/read/readers', 'yaml'],
  ['src/render', '../model/estimate.ts'],
  ['src/render', '../read/row.ts'],
  ['src/render', 'cli-table3'],
  ['src/render', 'node:fs'],
  ['src/commands', '../render/json.ts'],
  ['src/commands', '../cli/run.ts'],
  ['src/commands', 'node:fs'],
  ['src/cli', '../model/estimate.ts'],
  ['src/cli', '../schema/estimate.ts'],
  ['src/cli', '../read/row.ts'],
  ['src/cli', 'commander'],
];

/** What a file of each room may import, so that the walls are not merely shut. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['src/domain', './month.ts'],
  ['src/model', '../domain/month.ts'],
  ['src/schema', '../domain/month.ts'],
  ['src/schema', 'zod/mini'],
  ['src/read/readers', '../../domain/month.ts'],
  ['src/render', '../messages/en.ts'],
  ['src/commands', '../model/estimate.ts'],
  ['src/commands', '../schema/estimate.ts'],
  ['src/cli', '../commands/estimate.ts'],
];

/** What a machine, a place or a moment could reach a result by, and the rule that says so. */
const REACHING: readonly (readonly [string, string, keyof typeof RULES])[] = [
  ['src/domain', 'new Date(2023, 0)', 'globals'],
  ['src/model', 'Date.now()', 'globals'],
  ['src/schema', 'new Date()', 'globals'],
  ['src/read', "Date.parse('2023-01-01')", 'globals'],
  ['src/messages', "new Intl.NumberFormat('sv')", 'globals'],
  ['src/render', 'Intl.Collator', 'globals'],
  ['src/commands', 'Temporal.Now', 'globals'],
  ['src/cli', 'performance.now()', 'globals'],
  ['src/cli', 'process.env', 'globals'],
  ['src/read', 'globalThis.Date', 'globals'],
  ['src/render', 'navigator.language', 'globals'],
  ['src/render', 'crypto.randomUUID()', 'globals'],
  ['src/model', 'Math.random()', 'properties'],
  ['src/model', "Math['random']()", 'properties'],
  ['src/render', "(await import('node:crypto')).randomBytes(6)", 'properties'],
  ['src/render', "(await import('node:crypto')).randomInt(6)", 'properties'],
  ['src/read', "(await import('node:crypto')).randomUUID()", 'properties'],
  ['src/read', "(await import('node:crypto')).getRandomValues(new Uint8Array(1))", 'properties'],
  ['src/domain', "'a'.localeCompare('b')", 'properties'],
  ['src/model', "['a', 'b'].sort((left, right) => left?.localeCompare(right))", 'properties'],
  ['src/render', '(1.5).toLocaleString()', 'properties'],
  ['src/render', 'planted.toLocaleDateString()', 'properties'],
  ['src/render', 'planted.toLocaleTimeString()', 'properties'],
  ['src/read', "'I'.toLocaleLowerCase()", 'properties'],
  ['src/read', "'i'.toLocaleUpperCase()", 'properties'],
];

/** What looks like it, and is the same everywhere. */
const SAME_EVERYWHERE: readonly (readonly [string, string])[] = [
  ['src/model', 'Math.max(1, 2)'],
  ['src/read', "'I'.toLowerCase()"],
  ['src/render', "(await import('node:crypto')).createHash('sha256')"],
  ['src/cli', 'world.milliseconds()'],
];

const RULES = { globals: 'style/noRestrictedGlobals', properties: 'nursery/noJsRestrictedProperties' } as const;

const FORMS = {
  static: (imported: string) => `import * as planted from '${imported}';\nvoid planted;\n`,
  dynamic: (imported: string) => `export const planted = import('${imported}');\n`,
};

interface Planted {
  readonly title: string;
  readonly file: string;
  readonly source: string;
}

function plants(imports: readonly (readonly [string, string])[], word: string): Planted[] {
  return imports.flatMap(([room, imported], index) =>
    Object.entries(FORMS).map(([form, write]) => ({
      title: `a file of ${room} ${word} import ${imported} (${form})`,
      file: `${room}/planted-${word.replaceAll(' ', '-')}-${index}-${form}.ts`,
      source: write(imported),
    })),
  );
}

const reaching = REACHING.map(([room, expression, rule], index) => ({
  title: `a file of ${room} must not say ${expression}`,
  file: `${room}/reaching-${index}.ts`,
  source: `export const found = ${expression};\n`,
  rule: RULES[rule],
}));

const sameEverywhere = SAME_EVERYWHERE.map(([room, expression], index) => ({
  title: `a file of ${room} may say ${expression}`,
  file: `${room}/same-everywhere-${index}.ts`,
  source: `export const found = ${expression};\n`,
}));

/** The one file that has the process and a clock for how long things take, but neither a date nor a locale. */
const MAIN = { file: 'src/main.ts', source: 'export const found = [process.argv, performance.now(), Date.now()];\n' };
const DISK = { file: 'src/disk.ts', source: 'export const found = process.argv;\n' };

describe('walls', () => {
  const forbidden = plants(FORBIDDEN, 'must not');
  const allowed = plants(ALLOWED, 'may');
  let folder = '';
  let red: { readonly rule: string; readonly file: string }[] = [];
  const redBy = (rule: string): string[] => red.filter((each) => each.rule === rule).map(({ file }) => file);

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'resurs-walls-'));
    const config = JSON.parse(readFileSync(path.join(ROOT, 'biome.json'), 'utf8'));
    writeFileSync(
      path.join(folder, 'biome.json'),
      JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }),
    );
    for (const { file, source } of [...forbidden, ...allowed, ...reaching, ...sameEverywhere, MAIN, DISK]) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), source);
    }
    const args = [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const report = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[];
    };
    red = report.diagnostics.map(({ category, location }) => ({
      rule: category.replace('lint/', ''),
      file: typeof location.path === 'string' ? location.path : location.path.file,
    }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const { title, file } of forbidden) {
    test(title, () => expect(redBy('style/noRestrictedImports')).toContain(file));
  }
  for (const { title, file } of allowed) {
    test(title, () => expect(redBy('style/noRestrictedImports')).not.toContain(file));
  }
  for (const { title, file, rule } of reaching) test(title, () => expect(redBy(rule)).toContain(file));
  for (const { title, file } of sameEverywhere) {
    test(title, () => expect(Object.values(RULES).flatMap(redBy)).not.toContain(file));
  }

  test('main may name process and the clock that says how long something takes, and nobody else', () => {
    expect(redBy(RULES.globals).filter((file) => file === MAIN.file)).toHaveLength(1);
    expect(redBy(RULES.globals)).toContain(DISK.file);
  });

  test('every room has its wall', () => {
    const rooms = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const config = readFileSync(path.join(ROOT, 'biome.json'), 'utf8');
    for (const room of rooms) expect(config).toContain(`"src/${room.name}/**"`);
  });

  test('only main and start name process', () => {
    expect(sourcesWith(/\bprocess\./)).toEqual(['main.ts', 'start.ts']);
  });

  test('X13 no process is started', () => {
    expect(sourcesWith(/child_process|\bexecFile|\bspawn/)).toEqual([]);
  });

  test('only encoders, and what writes the program’s own files, vouch for a text', () => {
    expect(sourcesWith(/\bvouched\b/)).toEqual([
      'commands/completion.ts',
      'commands/init.ts',
      'domain/sink-text.ts',
      'render/csv-text.ts',
      'render/inert-json.ts',
      'render/markdown-text.ts',
      'render/paint.ts',
      'render/table.ts',
      'render/terminal-text.ts',
    ]);
    const casts = sourcesWith(/\bas (?:readonly )?(?:Text|SinkText|TerminalText|MarkdownText)\b/);
    expect(casts).toEqual(['domain/sink-text.ts', 'render/terminal-text.ts']);
  });
});

/** The files of `src` in whose text the pattern is. */
function sourcesWith(pattern: RegExp): string[] {
  const files = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && pattern.test(readFileSync(path.join(ROOT, 'src', file), 'utf8')))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
