import { beforeAll, describe, expect, test } from 'vitest';
import { SMALL, smallWith } from '../commands/small-folder.ts';
import { type Files, runResurs } from '../harness.ts';

/** 200 KB of words, of one long word, and of what each form has to escape. */
const LONG: Readonly<Record<string, string>> = {
  words: 'kort ord '.repeat(22_500),
  'one word': 'å'.repeat(100_000),
  'marks that are escaped': '|<"*_`%:,;\\\\&#'.repeat(15_000),
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Sound, with the text as a programme, as a work step and as a source. */
function soundWith(text: string): Files {
  const cell = quoted(text.trim());
  const named = (table: string): string => (SMALL[table] as string).replaceAll('UGA', cell).replaceAll('decide', cell);
  return {
    'forecasts.csv': named('forecasts.csv'),
    'statistics.csv': named('statistics.csv'),
    'schablons.csv': named('schablons.csv').replace('invented', cell),
  };
}

/** Seconds of computing, whatever else the machine does at the same time. */
async function secondsOf(act: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

// What is loaded for the first run is no time of the cell.
beforeAll(async () => {
  for (const form of ['table', 'markdown', 'csv'])
    await runResurs(['compare', '--month', '2022-02', '-f', form], { files: SMALL });
});

describe.each(Object.entries(LONG))(
  'F08 F28 a cell of 200 KB, %s, reaches any form in less than a second',
  (_, text) => {
    test.each(['table', 'markdown', 'csv', 'csv-sv', 'json'])('%s', async (format) => {
      for (const args of [
        ['estimate', '--month', '2023-01'],
        ['check'],
        ['compare', '--month', '2022-02', '--with', 'outcome:2022-01'],
      ]) {
        const seconds = await secondsOf(async () => {
          const { exit, stdout } = await runResurs([...args, '-f', format], { files: soundWith(text) });
          expect({ args, exit }).toEqual({ args, exit: 0 });
          expect(stdout.length).toBeGreaterThan(50);
        });
        expect(seconds).toBeLessThan(1);
      }
    });

    test.each(['text', 'json', 'github', 'sarif'])('problems as %s', async (form) => {
      const statistics = (SMALL['statistics.csv'] as string).replace('Nord,800', `${quoted(text)},${quoted(text)}`);
      const seconds = await secondsOf(async () => {
        const { exit, stderr } = await runResurs(['estimate', '--month', '2023-01', '--problems', form], {
          files: smallWith({ 'statistics.csv': statistics }),
        });
        expect(exit).toBe(1);
        expect(stderr).toContain('number-syntax');
      });
      expect(seconds).toBeLessThan(1);
    });
  },
);
