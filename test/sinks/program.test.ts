import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SMALL } from '../commands/small-folder.ts';
import { runResurs } from '../harness.ts';
import { actsIn, hostile } from './hostile.ts';
import { PATIENCE, RUNS } from './runs.ts';

/** A text in place of a cell, a header, a file's name, a setting or a word of the command line. */
const PLACES: readonly ((text: string) => { files?: Record<string, string>; args?: string[] })[] = [
  (text) => ({ files: { 'statistics.csv': String(SMALL['statistics.csv']).replaceAll('Syd', quoted(text)) } }),
  (text) => ({ files: { 'statistics.csv': String(SMALL['statistics.csv']).replace('decisions', quoted(text)) } }),
  (text) => ({
    files: { 'schablons.csv': `${String(SMALL['schablons.csv']).trimEnd()}\nJOB,,${quoted(text)},base_hours,x,1\n` },
  }),
  (text) => ({ files: { 'forecasts.csv': `${text}\n${SMALL['forecasts.csv']}` } }),
  (text) => ({ files: { 'resurs.yaml': `${text}: 1\nlanguage: ${JSON.stringify(text)}\n` } }),
  (text) => ({ files: { 'plan.yaml': planOf(text) }, args: ['batch', 'plan.yaml'] }),
  (text) => ({ args: ['--region', text] }),
  (text) => ({ args: ['--scenario', text] }),
  (text) => ({ args: ['-o', `${text}.json`] }),
  (text) => ({ args: [text] }),
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const planOf = (text: string): string =>
  JSON.stringify({
    version: 1,
    jobs: [{ name: text, command: 'estimate', with: { month: text, region: text }, out: text }],
  });

const COMMANDS = [
  ['check'],
  ['estimate', '--month', '2023-01'],
  ['explain', '--month', '2023-01', '--programme', 'JOB'],
];
const FORMATS = ['table', 'markdown', 'json', 'csv', 'csv-sv'];
const FORMS = ['text', 'json', 'github', 'sarif'];

test(
  'X01 X02 X10 X12 whatever stands in files and arguments, nothing that is shown or written acts',
  async () => {
    const run = fc.record({
      text: hostile,
      place: fc.constantFrom(...PLACES),
      command: fc.constantFrom(...COMMANDS),
      flags: fc.tuple(
        fc.constantFrom(...FORMATS.map((format) => ['-f', format])),
        fc.constantFrom(...FORMS.map((form) => ['--problems', form])),
        fc.constantFrom(['--lang', 'sv'], ['--lang', 'en'], ['--debug', '--lang', 'en']),
      ),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ text, place, command, flags }) => {
        const { files = {}, args = [] } = place(text);
        const line = args[0] === 'batch' ? args : [...command, ...args];
        const { stdout, stderr, written } = await runResurs([...line, ...flags.flat()], {
          files: { ...SMALL, ...files },
        });
        for (const output of [stdout, stderr, ...Object.values(written)]) {
          expect(
            actsIn(output.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), /^::(?:error|warning)(?: |::)/),
          ).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  },
  PATIENCE,
);
