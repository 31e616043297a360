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

describe('walls between the rooms', () => {
  const forbidden = plants(FORBIDDEN, 'must not');
  const allowed = plants(ALLOWED, 'may');
  let folder = '';
  let red = new Set<string>();

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'resurs-walls-'));
    const config = JSON.parse(readFileSync(path.join(ROOT, 'biome.json'), 'utf8'));
    writeFileSync(
      path.join(folder, 'biome.json'),
      JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }),
    );
    for (const { file, source } of [...forbidden, ...allowed]) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), source);
    }
    const args = [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const report = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[];
    };
    red = new Set(
      report.diagnostics
        .filter(({ category }) => category === 'lint/style/noRestrictedImports')
        .map(({ location }) => (typeof location.path === 'string' ? location.path : location.path.file)),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const { title, file } of forbidden) test(title, () => expect([...red]).toContain(file));
  for (const { title, file } of allowed) test(title, () => expect([...red]).not.toContain(file));

  test('every room has its wall', () => {
    const rooms = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const config = readFileSync(path.join(ROOT, 'biome.json'), 'utf8');
    for (const room of rooms) expect(config).toContain(`"src/${room.name}/**"`);
  });

  test('only main names process', () => {
    expect(sourcesWith(/\bprocess\./)).toEqual(['main.ts']);
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
