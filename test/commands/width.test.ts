import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { EXAMPLES, runResurs } from '../harness.ts';

const EXAMPLE = ['--data', 'fixtures/example'];
const PROGRAMMES = ['ETP', 'JOB', 'UGA'];
const REGIONS = ['Mitt', 'Nord', 'Stockholm Gotland', 'Syd', 'Väst', 'Öst'];

const tooLong = (text: string): string[] => text.split('\n').filter((line) => [...line].length > 80);
const trailing = (text: string): string[] => text.split('\n').filter((line) => /\s$/.test(line));

describe('the example keeps within 80 columns', () => {
  for (const lang of LANGUAGES) {
    for (const [title, args] of [
      ['a month', ['--month', '2023-01']],
      ['a month as it was known', ['--month', '2023-01', '--as-of', '2022-05-31']],
      ['one programme', ['--month', '2023-01', '-p', 'ETP']],
      ['one region', ['--month', '2023-01', '-r', 'Stockholm Gotland']],
      ['a year', ['--from', '2023-01', '--to', '2023-12']],
      ['three years', ['--from', '2023-01', '--to', '2025-12']],
      ['years with warnings', ['--from', '2022-01', '--to', '2025-12', '--as-of', '2022-05-31']],
    ] as const) {
      test(`${title}, ${lang}`, async () => {
        const args80 = ['estimate', ...EXAMPLE, ...args, '--lang', lang];
        const { exit, stdout, stderr } = await runResurs(args80);
        expect(exit).toBe(0);
        expect(stdout).toContain('Stockholm Gotland');
        expect(tooLong(stdout + stderr)).toEqual([]);
        expect(trailing(stdout + stderr)).toEqual([]);
        const wide = await runResurs([...args80, '-o', 'a.txt'], { isTerminal: true, columns: 200 });
        expect(wide.written['a.txt']).toBe(stdout);
      });
    }

    test(`every cell explained, ${lang}`, async () => {
      for (const programme of PROGRAMMES) {
        for (const region of REGIONS) {
          const args = ['explain', ...EXAMPLE, '--month', '2023-01', '-p', programme, '-r', region, '--lang', lang];
          const { exit, stdout } = await runResurs(args);
          expect(exit).toBe(0);
          expect(stdout).toContain('schablons.csv');
          expect(tooLong(stdout)).toEqual([]);
          expect(trailing(stdout)).toEqual([]);
        }
      }
    });

    test(`a forecast in million kronor explained, ${lang}`, async () => {
      for (const programme of PROGRAMMES) {
        const args = [
          'explain',
          ...EXAMPLE,
          '--month',
          '2023-07',
          '-p',
          programme,
          '-r',
          'Syd',
          '--as-of',
          '2022-06-30',
        ];
        const { exit, stdout } = await runResurs([...args, '--lang', lang]);
        expect(exit).toBe(0);
        expect(tooLong(stdout)).toEqual([]);
      }
    });

    for (const [title, args] of [
      ['last year', ['--month', '2023-01']],
      ['two outcomes', ['--month', '2022-11']],
      ['an outcome and its estimate', ['--month', '2022-11', '--with', 'estimate']],
      ['an earlier forecast', ['--month', '2023-01', '--with', 'as-of:2022-07-31']],
      ['two months that are estimated', ['--month', '2023-12', '--with', 'estimate:2023-01', '--method', 'lmdi']],
      ['one programme, larger changes', ['--month', '2023-01', '-p', 'ETP', '--min-change', '2,5 %']],
    ] as const) {
      test(`a comparison with ${title}, ${lang}`, async () => {
        const args80 = ['compare', ...EXAMPLE, ...args, '--lang', lang];
        const { exit, stdout, stderr } = await runResurs(args80);
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
        expect(stdout).toContain('Stockholm Gotland');
        expect(tooLong(stdout)).toEqual([]);
        expect(trailing(stdout)).toEqual([]);
      });
    }

    test(`a gate that is breached, and a month that is not held, ${lang}`, async () => {
      for (const [args, code] of [
        [['--month', '2023-01', '--max-increase', '1%'], 3],
        [['--month', '2023-01', '--with', 'outcome:2018-01'], 1],
        [['--month', '2023-01', '--with', 'lastyear'], 2],
        [['--month', '2023-01', '--with', 'förra året'], 2],
      ] as const) {
        const { exit, stderr } = await runResurs(['compare', ...EXAMPLE, ...args, '--lang', lang]);
        expect({ args, exit }).toEqual({ args, exit: code });
        expect(stderr).toContain('\n  ');
        expect(tooLong(stderr)).toEqual([]);
        expect(trailing(stderr)).toEqual([]);
      }
    });

    test(`a replay, ${lang}`, async () => {
      const saved = await runResurs(['estimate', '--data', EXAMPLES.en, '--month', '2023-01', '-f', 'json']);
      const name = 'beräkning-av-januari-2023-inför-verksamhetsplaneringen.json';
      const edited = saved.stdout.replace('"hoursPerCase": 2,', '"hoursPerCase": 3,');
      for (const [content, code] of [
        [saved.stdout, 0],
        [edited, 3],
      ] as const) {
        const args = ['verify', name, '--data', EXAMPLES.en, '--lang', lang];
        const { exit, stdout, stderr } = await runResurs(args, { files: { [name]: content } });
        expect(exit).toBe(code);
        expect(tooLong(stdout + stderr)).toEqual([]);
        expect(trailing(stdout + stderr)).toEqual([]);
      }
    });

    test(`refusals and failures, ${lang}`, async () => {
      for (const [args, code] of [
        [['--month', '2031-01'], 1],
        [['--month', '2023-01', '--as-of', '2020-01-01'], 1],
        [['--month', '2023-01', '-p', 'ETP', '--as-of', '2020-01-01'], 1],
        [['--month', '2023-01', '-r', 'Stockholm'], 2],
        [['--month', '2023-01', '-o', 'a'], 2],
        [['--month', '2023-01', '--statistics', '-', '--schablons', '-'], 2],
      ] as const) {
        const { exit, stderr } = await runResurs(['estimate', ...EXAMPLE, ...args, '--lang', lang]);
        expect({ args, exit }).toEqual({ args, exit: code });
        expect(stderr).toContain('\n  ');
        expect(tooLong(stderr)).toEqual([]);
        expect(trailing(stderr)).toEqual([]);
      }
    });
  }
});
