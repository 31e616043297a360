import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { type RunOptions, runResurs } from '../harness.ts';
import { asHtml, elementsOf, filtersOf, shownBy } from '../render/as-github.ts';
import { lines, REFUSED, SMALL, smallWith, WARNED } from './small-folder.ts';

const JANUARY = ['estimate', '--month', '2023-01'];
const CELL = ['--month', '2023-01', '--programme', 'JOB', '--region', 'Nord'];

async function shown(args: readonly string[], options: RunOptions = {}): Promise<string> {
  return (await runResurs([...args, '-f', 'markdown'], options)).stdout;
}

/** The small folder's January by hand: new decisions, cases and hours, each rounded by itself. */
const rowsOf = (inAll: string, all: string, grand: string): string[] => [
  '| JOB | Nord | 100 | 25 | 200 | 100 | 300 |',
  '| JOB | Syd | 25 | 6 | 50 | 25 | 75 |',
  `| **JOB** | **${inAll}** | **125** | **31** | **250** | **125** | **375** |`,
  '| UGA | Nord | 50 | 25 | 50 | 50 | 100 |',
  '| UGA | Syd | 25 | 13 | 25 | 25 | 50 |',
  `| **UGA** | **${inAll}** | **75** | **38** | **75** | **75** | **150** |`,
  `| ${all} | Nord | 150 | 50 | 250 | 150 | 400 |`,
  `| ${all} | Syd | 50 | 19 | 75 | 50 | 125 |`,
  `| **${grand}** |  | **200** | **69** | **325** | **200** | **525** |`,
];

describe('an estimate as Markdown', () => {
  test.each([
    [
      'en',
      /^\*\*January 2023: 525 handling hours for 200 new decisions, .*January 2022 .*\.\*\*$/,
      '| Programme | Region | New decisions | Collab. cases | Base hours | Collab. hours | Total hours |',
      rowsOf('in all', 'All', 'In all'),
      '<summary>Notes: 1</summary>',
      en.estimate.remarks,
    ],
    [
      'sv',
      /^\*\*Januari 2023: 525 handläggningstimmar för 200 nya beslut, .*januari 2022 .*\.\*\*$/,
      '| Program | Region | Nya beslut | Samverk.-ärenden | Grundtimmar | Samverk.-timmar | Timmar totalt |',
      rowsOf('totalt', 'Alla', 'Totalt'),
      '<summary>Noter: 1</summary>',
      sv.estimate.remarks,
    ],
  ] as const)(
    'is the answer, the table and what to know, in %s',
    async (lang, headline, labels, rows, notes, remarks) => {
      expect((await shown([...JANUARY, '--lang', lang], { files: SMALL })).split('\n')).toEqual([
        expect.stringMatching(headline),
        '',
        labels,
        '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
        ...rows,
        '',
        '<details>',
        notes,
        '',
        expect.stringMatching(/^1\. JOB (?:and|och) UGA: .*\.$/),
        '',
        '</details>',
        '',
        ...remarks,
        '',
      ]);
    },
  );

  test('is the same in a file, on a terminal of any width, and with colour', async () => {
    const text = await shown(JANUARY, { files: SMALL });
    expect(await shown([...JANUARY, '--color', 'always'], { files: SMALL, isTerminal: true, columns: 20 })).toBe(text);
    const { written } = await runResurs([...JANUARY, '-o', 'a.md', '-o', 'B.MD'], { files: SMALL });
    expect(written).toEqual({ 'a.md': text, 'B.MD': text });
  });
});

const REPORTS: readonly (readonly [string, readonly string[], RunOptions, number])[] = [
  ['estimate', JANUARY, { files: SMALL }, 1],
  ['estimate of a range', ['estimate', '--from', '2023-01', '--to', '2023-02'], { files: SMALL }, 3],
  ['estimate of the example', [...JANUARY, '--data', 'fixtures/example'], {}, 1],
  ['explain', ['explain', ...CELL], { files: SMALL }, 0],
  ['compare', ['compare', '--month', '2022-11', '--data', 'fixtures/example'], {}, 3],
  ['check', ['check'], { files: SMALL }, 4],
  ['check with a warning', ['check'], { files: WARNED }, 4],
  ['check that refuses', ['check'], { files: REFUSED }, 1],
];

describe.each(REPORTS)('%s as Markdown', (_, args, options, tables) => {
  test.each(['en', 'sv'])('is sound, in %s', async (lang) => {
    const text = await shown([...args, '--lang', lang], options);
    const html = asHtml(text);
    expect(text).toMatch(/^\*\*.+\*\*\n\n[\s\S]+[^\n]\n$/);
    expect(html.match(/<table>/g) ?? []).toHaveLength(tables);
    expect(html.match(/<\/details>/g)?.length).toBe(html.match(/<details>/g)?.length);
    // Nothing that was meant as Markdown is left as it was written.
    expect(html.replaceAll(/<code>[\s\S]*?<\/code>/g, '')).not.toMatch(/\*\*|\| |```|\\/);
    expect(filtersOf(html)).toEqual([]);
    expect(elementsOf(html).filter((name) => ['a', 'img', 'em', 'del', 'h1', 'h2', 'hr', 'br'].includes(name))).toEqual(
      [],
    );
  });

  test('has no number that the table does not have', async () => {
    const table = (await runResurs(args, { ...options, columns: 300 })).stdout;
    const numbersOf = (text: string): string[] => text.match(/\d[\d\u00A0.,]*\d|\d/g) ?? [];
    const known = new Set(numbersOf(table));
    const own = (await shown(args, options)).replaceAll(/<summary>.*<\/summary>/g, '').replaceAll(/^\d+\. /gm, '');
    expect(numbersOf(own).filter((number) => !known.has(number))).toEqual([]);
    expect(numbersOf(own).length).toBeGreaterThan(4);
  });
});

describe('what is verified', () => {
  test('is Markdown with the files that changed', async () => {
    const saved = (await runResurs([...JANUARY, '-f', 'json'], { files: SMALL })).stdout;
    const sound = await runResurs(['verify', 'saved.json', '-f', 'markdown'], {
      files: { ...SMALL, 'saved.json': saved },
    });
    expect(sound.exit).toBe(0);
    expect(sound.stdout).toMatch(/^\*\*saved\.json .*\*\*\n/);
    const schablons = (SMALL['schablons.csv'] as string).replace('assess,1.5', 'assess,2.5');
    const changed = await runResurs(['verify', 'saved.json', '-f', 'markdown'], {
      files: smallWith({ 'saved.json': saved, 'schablons.csv': schablons }),
    });
    expect(changed.exit).toBe(3);
    // An hour more for each of 125 new decisions of JOB.
    expect(changed.stdout).toContain('| JOB | in all | 375 | 500 | +125 | +33\u00A0% |');
    expect(changed.stdout).toMatch(/^\| schablons\.csv \| altered \| 7 \| 7 \| [\da-f]{8} \| [\da-f]{8} \|$/m);
    expect(filtersOf(asHtml(changed.stdout))).toEqual([]);
  });
});

describe('data through the whole program', () => {
  const hostile = '*Syd* | <b>@team</b> #12 [x](http://t.se)';
  const files = smallWith({ 'statistics.csv': (SMALL['statistics.csv'] as string).replaceAll('Syd', hostile) });

  test('X09 X11 a region’s name shows itself and does nothing', async () => {
    const text = await shown(JANUARY, { files });
    const html = asHtml(text);
    const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => shownBy(cell as string));
    expect(cells.filter((cell) => cell === hostile)).toHaveLength(3);
    expect(filtersOf(html)).toEqual([]);
    expect(html).not.toMatch(/<(?:a|b|em|img)\b/);
  });

  test('X09 X17 a cell that is no number stands in code, without its personal number', async () => {
    const statistics = (SMALL['statistics.csv'] as string).replace('Nord,800', 'Nord,``` 19900101-1234 @team');
    const text = await shown(['check'], { files: smallWith({ 'statistics.csv': statistics }) });
    const html = asHtml(text);
    expect(text).not.toContain('1234');
    expect(html).toContain('2022-01,JOB,Nord,``` 19900101-**** @team,100\n');
    expect(filtersOf(html.replaceAll(/<code>[\s\S]*?<\/code>/g, ''))).toEqual([]);
  });

  test('of very many regions fits in a comment, with its totals', async () => {
    const names = Array.from({ length: 1500 }, (_, at) => `Region ${at + 1}`);
    const statistics = lines(
      'month,programme,region,decisions,new_decisions',
      ...names.map((name) => `2022-01,JOB,${name},800,100`),
      ...names.map((name) => `2022-01,UGA,${name},800,100`),
    );
    const forecasts = lines(
      'published,programme,period,decisions_per_month',
      '2022-10-28,JOB,2023-01,1200000',
      '2022-10-28,UGA,2023-01,1200000',
    );
    const text = await shown(JANUARY, {
      files: smallWith({ 'statistics.csv': statistics, 'forecasts.csv': forecasts }),
    });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    // 2 · 150 000 new decisions; JOB 3 hours a case, UGA 2.
    expect(text).toMatch(/^\| \*\*In all\*\* \|.*\*\*750\u00A0000\*\* \|$/m);
    const there = text.match(/^\| (?:\*\*)?(?:JOB|UGA|All|In all)/gm)?.length ?? 0;
    const [, left = ''] = /… ([\d\u00A0]+) rows left out/.exec(text) ?? [];
    expect(there + Number(left.replace('\u00A0', ''))).toBe(3 * 1500 + 3);
  });
});
