import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EXAMPLES, type Files, ROOT, runResurs } from '../harness.ts';

const document = readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8');
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const blocks = (text: string, kind: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block as string);
const [plan = '', workflow = ''] = blocks(document, 'yaml');
const [cron = ''] = blocks(document, 'text');

/** The example as the folder that the workflow reads, beside the plan. */
function repository(): Files {
  const tables = readdirSync(EXAMPLES.en).filter((name) => name.endsWith('.csv'));
  const read = (name: string) => readFileSync(path.join(EXAMPLES.en, name), 'utf8');
  return { ...Object.fromEntries(tables.map((name) => [`data/${name}`, read(name)])), 'plan.yaml': plan };
}

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly 'continue-on-error'?: boolean;
  readonly with?: { readonly path?: string };
}

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[]; readonly pull_request: { paths: string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly hours: { readonly steps: readonly Step[] } };
}

const steps = (parse(workflow) as Workflow).jobs.hours.steps;
/** Each command of resurs in the workflow, with a month for the one that the shell puts in. */
const commands = steps
  .flatMap(({ run = '' }) => run.split('\n'))
  .filter((line) => line.startsWith('resurs '))
  .map((line) => line.replace('"$month"', '2023-01').split(' ').slice(1));

describe('docs/ci.md', () => {
  test('the workflow checks the tables, runs the plan, comments and keeps the results', () => {
    const { on, permissions } = parse(workflow) as Workflow;
    expect(on.schedule).toEqual([{ cron: '0 5 1 * *' }]);
    expect(on.pull_request.paths).toEqual(['data/**', 'plan.yaml']);
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(commands.map(([command]) => command)).toEqual(['check', 'batch']);
    const after = steps.slice(steps.findIndex(({ run }) => run?.includes('resurs batch')));
    expect(after.every((step) => step.if?.startsWith('always()'))).toBe(true);
    const comment = steps.find(({ run }) => run?.startsWith('gh pr comment'));
    expect(comment?.run).toContain(' --edit-last --create-if-none --body-file summary.md');
    // A pull request from a fork has a token that may not write.
    expect(comment?.['continue-on-error']).toBe(true);
    const kept = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'));
    expect(kept?.with?.path?.trim().split('\n')).toEqual(['results', 'summary.md']);
  });

  test('the program is installed from where the text puts the package, of this version', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const install = steps.find(({ run }) => run?.startsWith('npm install'));
    expect(install?.run).toBe(`npm install --global ./tools/resurs-${version}.tgz`);
    expect(document).toContain(`\`tools/resurs-${version}.tgz\``);
    for (const named of ['npm pack', '.github/workflows/', 'GITHUB_STEP_SUMMARY']) expect(document).toContain(named);
  });

  test('a plan that cannot be run gives annotations, and leaves the summary as it was', async () => {
    const [, batch = []] = commands;
    const files = {
      ...repository(),
      'plan.yaml': plan.replace('command: estimate', 'command: estimat'),
      'summary.md': 'old',
    };
    const { exit, written, stderr } = await runResurs(batch, { files });
    expect({ exit, written }).toEqual({ exit: 2, written: {} });
    expect(stderr).toMatch(/^::error file=plan\.yaml,line=\d+/m);
  });

  test('its commands run, and write what the steps after them take', async () => {
    const env = { GITHUB_STEP_SUMMARY: '/summary.md' };
    const [check = [], batch = []] = commands;
    expect(await runResurs(check, { files: repository(), env })).toMatchObject({ exit: 0 });
    const { exit, written, stderr } = await runResurs(batch, { files: repository(), env });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(Object.keys(written).sort()).toEqual(
      [
        '/summary.md',
        'summary.md',
        'results/2023-01/change.md',
        ...['Nord', 'Mitt', 'Stockholm Gotland', 'Öst', 'Väst', 'Syd'].flatMap((region) => [
          `results/2023-01/${region}.csv`,
          `results/2023-01/${region}.json`,
        ]),
      ].sort(),
    );
    expect(written['summary.md']).toMatch(/^\*\*plan\.yaml, 2023-01: 7 jobs: 7 fine; 13 files written\.\*\*\n/);
    expect(written['results/2023-01/change.md']).toMatch(/^\*\*January 2023 \(estimate\) against January 2022/);
  });

  test('problems become annotations, and a breached limit is told and ends with 3', async () => {
    const files = repository();
    const statistics = files['data/statistics.csv'] as string;
    const broken = { ...files, 'data/statistics.csv': `${statistics.trimEnd()}\n2022-12,70,Nord,,1,,,,,\n` };
    const [check = [], batch = []] = commands;
    const refused = await runResurs(check, { files: broken });
    expect(refused.exit).toBe(1);
    expect(refused.stdout).toMatch(
      /^::error file=data\/statistics\.csv,line=\d+,col=\d+,endColumn=\d+,title=cell-missing::/m,
    );
    // Refused input has a summary, too, for the comment.
    const summarised = await runResurs(batch, { files: broken });
    expect(summarised.exit).toBe(1);
    expect(summarised.written['summary.md']).toContain('`cell-missing`');
    const strict = { ...files, 'plan.yaml': plan.replace('max-increase: 30%', 'max-increase: 1%') };
    const breached = await runResurs(batch, { files: strict });
    expect(breached.exit).toBe(3);
    expect(breached.stderr).toMatch(/^::error file=plan\.yaml,line=\d+,.*title=job-breached::job change: /m);
  });

  test('the line of cron runs, too, and says nothing when all is well', async () => {
    const [, command = ''] = /&& resurs (.*)$/m.exec(cron) ?? [];
    const args = command.replace(/"\$\(date [^)]*\)"/, '2023-01').split(' ');
    const { exit, stdout, stderr, written } = await runResurs(args, { files: repository() });
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(Object.keys(written)).toContain('summary.md');
    // A per cent sign ends a line of cron unless it is escaped.
    expect(cron).not.toMatch(/(?<!\\)%/);
  });
});

test('the plans in README are those of the examples', () => {
  const plans = blocks(readme, 'yaml').filter((block) => block.startsWith('version: 1'));
  const own = (language: 'en' | 'sv') =>
    readFileSync(path.join(EXAMPLES[language], 'plan.yaml'), 'utf8').replace(/^#.*\n/, '');
  expect(plans).toHaveLength(2);
  expect(own('sv').startsWith(plans[0] as string)).toBe(true);
  expect(own('en')).toBe(plans[1]);
});
