import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/read/scenario.ts';
import { brief, readFiles, sourceOf, statistics } from './reading.ts';

async function scenario(text: string, files = {}) {
  const tables = await readFiles(files);
  const source = { ...sourceOf('statistics', text), table: 'scenario' as const, path: 'what-if.csv' };
  return readScenario(source, tables);
}

describe('a scenario', () => {
  test('of schablons is known by its columns', async () => {
    const { scenario: found, problems } = await scenario(
      'programme;region;valid_from;measure;step;value\nJOB;Syd;2023-01;base_hours;bedöma;2,5\n',
    );
    expect(problems).toEqual([]);
    expect(found.table).toBe('schablons');
    expect(found.rows).toMatchObject([
      { region: 'Syd', value: 2.5, origin: { table: 'schablons', path: 'what-if.csv', line: 2 } },
    ]);
  });

  test('of forecasts is known by its columns, below a title, too', async () => {
    const {
      scenario: found,
      problems,
      notes,
    } = await scenario('Vad händer om\nProgram,Publicerad,År,Utgift_mkr\nJOB,2022-12-01,2023,"1,5"\n');
    expect(problems).toEqual([]);
    expect(notes).toEqual([{ code: 'title-lines-skipped', facts: { file: 'what-if.csv', lines: 1 } }]);
    expect(found.table).toBe('forecasts');
    expect(found.rows).toMatchObject([
      { programme: 'JOB', quantity: 1_500_000, origin: { table: 'forecasts', path: 'what-if.csv', line: 3 } },
    ]);
  });

  test('has a warning for a work step that nearly is one of the tables', async () => {
    const header = 'programme;valid_from;measure;step;value';
    const { problems } = await scenario(
      `${header}\nJOB;2023-01;base_hours;bedömma;2\nJOB;2023-02;base_hours;bedömma;2\n`,
    );
    expect(problems.map((each) => [brief(each), each.severity, each.facts])).toEqual([
      [
        'step-resembles what-if.csv:2 4 step "bedömma"',
        'warning',
        { other: 'bedöma', otherPath: 'schablons.csv', otherLine: 3 },
      ],
    ]);
  });

  test('is named among the inputs as it was, with its rows', async () => {
    const text = '\uFEFFprogramme;valid_from;measure;step;value\nJOB;2023-01;base_hours;bedöma;2,5\n';
    const { input } = await scenario(text);
    expect(input).toMatchObject({
      table: 'scenario',
      path: 'what-if.csv',
      bytes: new TextEncoder().encode(text),
      rows: 1,
    });
  });

  test('speaks of the same programmes and regions as the tables', async () => {
    const files = { 'programmes.csv': 'code;programme\n104;JOB\n', ...statistics('2022-01;104;Syd;10;1') };
    const { scenario: found, problems } = await scenario(
      [
        'programme;region;valid_from;measure;step;value',
        '104;Syd;2023-01;base_hours;bedöma;2',
        '105;Syd;2023-01;base_hours;bedöma;2',
        'JOB;SYD;2023-01;base_hours;besluta;2',
        'JOB;Väst;2023-01;base_hours;besluta;2',
      ].join('\n'),
      files,
    );
    expect(problems.map(brief)).toEqual([
      'code-unknown what-if.csv:3 1 programme "105"',
      'key-variant what-if.csv:4 2 region "SYD"',
      'code-unknown what-if.csv:5 2 region "Väst"',
    ]);
    expect(found.rows).toMatchObject([{ programme: 'JOB', region: 'Syd' }]);
  });

  test.each([
    ['nothing', '', 'file-empty what-if.csv:null'],
    ['a header', 'programme;valid_from;measure;step;value\n', 'no-rows what-if.csv:null'],
    ['a table of another kind', 'month;programme;decisions;new_decisions\n', 'header-missing what-if.csv:1'],
  ])('of %s is refused', async (_, text, expected) => {
    const { scenario: found, problems } = await scenario(text);
    expect(problems.map(brief)).toEqual([expected]);
    expect(found.rows).toEqual([]);
  });

  test('that is no text is refused', async () => {
    const tables = await readFiles();
    const source = {
      table: 'scenario' as const,
      path: 'what-if.csv',
      location: '-',
      bytes: Uint8Array.of(0x61, 0x0a, 0x81, 0xfe),
    };
    expect((await readScenario(source, tables)).problems.map(brief)).toEqual(['encoding-unknown what-if.csv:2']);
  });
});
