import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES, COMMANDS } from '../../src/cli/commands.ts';
import { SMALL } from '../commands/small-folder.ts';
import { EXAMPLES, runResurs } from '../harness.ts';

async function helpOf(...args: string[]): Promise<string> {
  const { exit, stdout, stderr } = await runResurs(args, { files: {} });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout;
}

/** The files that the examples of help name, in either language: a scenario, and an estimate that was saved. */
async function ofTheUser(): Promise<Readonly<Record<string, string>>> {
  const scenario = 'programme,valid_from,measure,step,value,source\nETP,2021-01,base_hours,besluta,0.8,what if\n';
  const { stdout } = await runResurs(['estimate', '--data', EXAMPLES.en, '--month', '2023-01', '-f', 'json']);
  const plan = 'version: 1\njobs:\n  - {name: a, command: estimate, with: {month: 2023-01}}\n';
  return {
    'plan.yaml': plan,
    'whatif.csv': scenario,
    'tankom.csv': scenario,
    'saved.json': stdout,
    'sparad.json': stdout,
  };
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('help', () => {
  for (const lang of ['en', 'sv']) {
    for (const command of [null, ...COMMAND_NAMES]) {
      test(`${command ?? 'resurs'} in ${lang} keeps within 80 columns and has no loose ends`, async () => {
        const text = await helpOf(...(command === null ? [] : [command]), '--help', '--lang', lang);
        expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
        expect(text.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
        expect(text).not.toMatch(/undefined|\[object|NaN|\n\n\n/);
        expect(text).toMatch(/[^\n]\n$/);
      });
    }
  }

  test('stands on stdout, by -h, by --help, and by resurs alone', async () => {
    const text = await helpOf();
    expect(text).toContain('resurs COMMAND [OPTIONS]');
    for (const command of COMMAND_NAMES) expect(text).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
    expect(await helpOf('-h')).toBe(text);
    expect(await helpOf('--help')).toBe(text);
    expect(await helpOf('estimate', '-h')).toBe(await helpOf('estimate', '--help'));
    expect(await helpOf('--help', 'estimate')).toBe(await helpOf('estimate', '--help'));
  });

  test('wins over whatever else is said, and needs no data', async () => {
    expect(await helpOf('estimate', '--month', 'nonsense', '--help')).toBe(await helpOf('estimate', '--help'));
  });

  for (const command of COMMAND_NAMES) {
    test(`of ${command} names every option, and every option that it names is known`, async () => {
      const text = await helpOf(command, '--help');
      const named = [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option as string);
      for (const option of COMMANDS[command].general) expect(named).toContain(`--${kebab(option)}`);
      expect(new Set(named).size).toBe(named.length);
      for (const option of named) {
        const { stderr } = await runResurs([command, option, '1'], { files: SMALL });
        expect(stderr, option).not.toContain('there is no option');
      }
    });

    // The example that init writes is tried as a process, the lines of completion in the shells.
    if (command === 'init' || command === 'completion') continue;

    for (const lang of ['en', 'sv'] as const) {
      test(`of ${command} in ${lang} has examples that are understood`, async () => {
        const text = await helpOf(command, '--help', '--lang', lang);
        const examples = [
          ...text.matchAll(
            /^ {2}resurs (.* --month .*|.* --from .*|check(?! \[).*|verify(?! <).*|batch(?! <).*|schema(?! \[).*)$/gm,
          ),
        ].map(([, line]) => line as string);
        expect(examples.length).toBeGreaterThanOrEqual(2);
        for (const example of examples) {
          const isDataUsed = !example.startsWith('schema') || example.includes('datapackage');
          const data = example.includes('--data') || !isDataUsed ? [] : ['--data', EXAMPLES.en];
          const args = example
            .replace('--data example', `--data ${EXAMPLES.en}`)
            .replace('-o datapackage', `-o ${EXAMPLES.en}/datapackage`)
            .split(' ');
          const { exit, stderr } = await runResurs([...args, ...data], { files: await ofTheUser() });
          // The last of explain is for statistics without regions, which the example folder has.
          if (stderr.includes('--region')) expect(example).toBe('explain --month 2023-01 --programme ETP');
          else expect({ exit, example }).toEqual({ exit: 0, example });
        }
      });
    }
  }
});

describe('--version', () => {
  test('is the version alone, on stdout', async () => {
    expect(await runResurs(['--version'], { files: {} })).toEqual({
      exit: 0,
      stdout: '0.0.0-test\n',
      stderr: '',
      written: {},
    });
  });
});

test('only help of batch speaks of the jobs of a plan', async () => {
  for (const command of COMMAND_NAMES) {
    const { stdout } = await runResurs([command, '--help', '--lang', 'en']);
    expect(/the jobs that name none/.test(stdout), command).toBe(command === 'batch');
  }
});
