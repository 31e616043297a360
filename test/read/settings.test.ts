import { describe, expect, test } from 'vitest';
import { Failure, type SettingsFault } from '../../src/domain/failure.ts';
import { parseSettings, SettingsFile } from '../../src/read/settings.ts';
import { joined, windows1252 } from './encodings.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function faultsOf(text: string): Promise<readonly SettingsFault[]> {
  const thrown = await parseSettings(bytes(text), 'resurs.yaml').then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Failure) || thrown.code !== 'settings-invalid') throw new Error(`not refused: ${thrown}`);
  const facts = thrown.facts as { path: string; faults: readonly SettingsFault[] };
  expect(facts.path).toBe('resurs.yaml');
  return facts.faults;
}

describe('settings are read', () => {
  test.each([
    ['nothing', ''],
    ['a comment', '# nothing yet\n'],
    ['an empty document', '---\n'],
    ['an empty mapping', '{}'],
  ])('from %s, which says nothing', async (_, text) => {
    expect(await parseSettings(bytes(text), 'resurs.yaml')).toEqual({});
  });

  test('with every key', async () => {
    const text = [
      'language: sv',
      'csv: standard',
      'hoursPerFte: 132.5',
      'schablonMaxAgeYears: 3',
      'data: ./data',
      'forecasts: [a.csv, b.csv]',
      'statistics: s.csv',
    ].join('\n');
    expect(await parseSettings(bytes(text), 'resurs.yaml')).toEqual({
      language: 'sv',
      csv: 'standard',
      hoursPerFte: 132.5,
      schablonMaxAgeYears: 3,
      data: './data',
      forecasts: ['a.csv', 'b.csv'],
      statistics: 's.csv',
    });
  });
});

test('E06 settings in Windows-1252 are read as such', async () => {
  expect(await parseSettings(windows1252('data: tåg – två\r\n'), 'resurs.yaml')).toEqual({ data: 'tåg – två' });
});

describe('settings are refused', () => {
  test('with every unknown key at once, and what may have been meant', async () => {
    expect(await faultsOf('langage: sv\ncolour: red\nhoursPerFTE: 130\nlanguage: en\n')).toEqual([
      { kind: 'unknown', key: 'langage', line: 1, near: ['language'] },
      { kind: 'unknown', key: 'colour', line: 2, near: [], allowed: Object.keys(SettingsFile.shape) },
      { kind: 'unknown', key: 'hoursPerFTE', line: 3, near: ['hoursPerFte'] },
    ]);
  });

  test.each([
    ['språk: sv', 'language'],
    ['Språk: sv', 'language'],
    ['schabloner: a.csv', 'schablons'],
    ['statistik: a.csv', 'statistics'],
    ['underlag: a', 'data'],
    ['överenskommelser: a.csv', 'agreements'],
  ])('with a key in Swedish, for which the known one is named: %s', async (text, known) => {
    expect(await faultsOf(`# först\n${text}\n`)).toEqual([
      { kind: 'unknown', key: text.split(':')[0], line: 2, near: [known] },
    ]);
  });

  test('with the line, what stands there and what may stand there', async () => {
    expect(await faultsOf('schablonMaxAgeYears: five\ncsv: se\nforecasts: [a.csv, 1]\ndata: {a: b}\n')).toEqual([
      { kind: 'value', key: 'schablonMaxAgeYears', line: 1, near: [], value: 'five', allowed: 'number' },
      { kind: 'value', key: 'csv', line: 2, near: [], value: 'se', allowed: ['standard', 'sv'] },
      { kind: 'value', key: 'forecasts', line: 3, near: [], allowed: 'files' },
      { kind: 'value', key: 'data', line: 4, near: [], allowed: 'folder' },
    ]);
  });

  test.each([
    ['another language', 'language: fi', 'language'],
    ['a number as text', 'hoursPerFte: "130"', 'hoursPerFte'],
    ['no hours', 'hoursPerFte: 0', 'hoursPerFte'],
    ['hours below zero', 'hoursPerFte: -1', 'hoursPerFte'],
    ['no number', 'hoursPerFte: .nan', 'hoursPerFte'],
    ['no end', 'schablonMaxAgeYears: .inf', 'schablonMaxAgeYears'],
    ['nothing where something belongs', 'language:', 'language'],
    ['an empty path', 'data: ""', 'data'],
    ['an empty list', 'forecasts: []', 'forecasts'],
    ['a number for a path', 'statistics: 1', 'statistics'],
  ])('with %s', async (_, text, key) => {
    expect(await faultsOf(text)).toMatchObject([{ kind: 'value', key, line: 1, near: [], allowed: expect.anything() }]);
  });

  test.each(['- language', 'language'])('with %s for all', async (text) => {
    expect(await faultsOf(text)).toEqual([{ kind: 'shape', key: '', near: [] }]);
  });

  test('in no encoding, or in two, rather than read wrong', async () => {
    for (const bytes of [joined('data: t', [0xe5], 'g # å'), joined('data: ', [0x81])]) {
      await expect(parseSettings(bytes, 'resurs.yaml')).rejects.toMatchObject({
        facts: { faults: [{ kind: 'encoding' }] },
      });
    }
  });

  test('with unknown keys and unfit values together', async () => {
    const faults = await faultsOf('language: fi\ncvs: sv\n');
    expect(faults.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual(['unknown cvs', 'value language']);
  });

  test.each([
    ['an open bracket', 'data: [a'],
    ['a tab for indentation', 'data:\n\t- a'],
    ['F26 a key twice', 'language: sv\nlanguage: en'],
    ['F26 aliases', 'data: &a x\nforecasts: [*a, *a]'],
  ])('that are not sound YAML: %s', async (_, text) => {
    const [fault, ...rest] = await faultsOf(text);
    expect(rest).toEqual([]);
    expect(fault).toMatchObject({ kind: 'syntax', near: [] });
    expect(fault?.key).not.toContain('\n');
    expect(fault?.key.length).toBeGreaterThan(1);
    expect(fault?.line).toBeGreaterThan(0);
  });

  test('F26 with __proto__ as with any unknown key, and no object is changed', async () => {
    expect(await faultsOf('__proto__:\n  language: sv\n')).toMatchObject([
      { kind: 'unknown', key: '__proto__', near: [] },
    ]);
    expect(({} as Record<string, unknown>)['language']).toBeUndefined();
  });
});

describe('what is told of settings that are refused', () => {
  test.each<[string, object]>([
    ['# x\nspråk: sv', { kind: 'unknown', key: 'språk', near: ['language'], line: 2 }],
    ['Kapacitet: x', { kind: 'unknown', key: 'Kapacitet', near: ['capacity'], line: 1 }],
    ['prognoserr: x', { kind: 'unknown', key: 'prognoserr', near: ['forecasts'], line: 1 }],
    ['\nlanguage: fi', { kind: 'value', key: 'language', near: [], value: 'fi', allowed: ['en', 'sv'], line: 2 }],
    ['hoursPerFte: x', { kind: 'value', key: 'hoursPerFte', near: [], value: 'x', allowed: 'number', line: 1 }],
    [
      'schablonMaxAgeYears: -1',
      { kind: 'value', key: 'schablonMaxAgeYears', near: [], value: '-1', allowed: 'number', line: 1 },
    ],
    ['data: 5', { kind: 'value', key: 'data', near: [], value: '5', allowed: 'folder', line: 1 }],
    ['data: true', { kind: 'value', key: 'data', near: [], value: 'true', allowed: 'folder', line: 1 }],
    ['data: ""', { kind: 'value', key: 'data', near: [], allowed: 'folder', line: 1 }],
    ['data: {a: b}', { kind: 'value', key: 'data', near: [], allowed: 'folder', line: 1 }],
    ['forecasts: []', { kind: 'value', key: 'forecasts', near: [], allowed: 'files', line: 1 }],
    [
      `language: ${'x'.repeat(50)}`,
      { kind: 'value', key: 'language', near: [], value: 'x'.repeat(40), allowed: ['en', 'sv'], line: 1 },
    ],
    ['[a]', { kind: 'shape', key: '', near: [] }],
    ['5', { kind: 'shape', key: '', near: [] }],
  ])('%j', async (text, fault) => {
    expect(await faultsOf(text)).toEqual([fault]);
  });

  test('has all that may be where it is near nothing', async () => {
    const allowed = Object.keys(SettingsFile.shape);
    expect(await faultsOf('zzz: sv')).toEqual([{ kind: 'unknown', key: 'zzz', near: [], allowed, line: 1 }]);
  });

  test('stands in the order of its lines', async () => {
    const faults = await faultsOf('zzz: 1\nlanguage: fi\nqqq: 1\nhoursPerFte: x\n');
    expect(faults.map(({ key, line }) => [key, line])).toEqual([
      ['zzz', 1],
      ['language', 2],
      ['qqq', 3],
      ['hoursPerFte', 4],
    ]);
  });
});
