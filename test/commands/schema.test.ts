import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { SCHEMA_NAMES } from '../../src/domain/schema-name.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { runResurs } from '../harness.ts';
import { complaints, schemaText, validatorOf } from '../schema/validator.ts';
import { SMALL } from './small-folder.ts';

const OF_DATA = 'datapackage';

describe('without a name', () => {
  for (const language of LANGUAGES) {
    test(`lists every name with what it describes, in ${language}`, async () => {
      const { exit, stdout, stderr } = await runResurs(['schema', '--lang', language], { files: {} });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      const { title, names } = (language === 'sv' ? sv : en).schemas;
      expect(stdout.split('\n')[0]).toBe(title);
      const text = stdout.replaceAll(/\s+/g, ' ');
      for (const name of SCHEMA_NAMES) expect(text).toContain(` ${name} ${names[name]} `.trimEnd());
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    });
  }

  test('the list can be written to a file', async () => {
    const { stdout } = await runResurs(['schema'], { files: {} });
    const { stdout: nothing, written } = await runResurs(['schema', '-o', 'list.txt'], { files: {} });
    expect({ nothing, written }).toEqual({ nothing: '', written: { 'list.txt': stdout } });
  });
});

describe('every schema', () => {
  for (const name of SCHEMA_NAMES.filter((each) => each !== OF_DATA)) {
    test(`${name} is JSON, indented by two and ended by a line end, the same in both languages`, async () => {
      const text = await schemaText(name);
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      expect(await schemaText(name, '--lang', 'sv')).toBe(text);
    });

    test(`${name} goes to a file with --out, and nothing to the screen`, async () => {
      const { exit, stdout, stderr, written } = await runResurs(['schema', name, '-o', 'a.json'], { files: {} });
      expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: 'Wrote a.json.\n' });
      expect(written).toEqual({ 'a.json': await schemaText(name) });
    });
  }

  test('needs no data, even where the folder of the variable holds none', async () => {
    const { exit } = await runResurs(['schema', 'statistics'], { files: { 'x/a.txt': '' }, env: { RESURS_DATA: 'x' } });
    expect(exit).toBe(0);
  });
});

describe('the schema of the settings', () => {
  test('takes what the program takes, and nothing else', async () => {
    const validate = await validatorOf('settings');
    const sound = { language: 'sv', csv: 'sv', schablonMaxAgeYears: 5, statistics: ['a.csv', 'b.csv'], data: 'x' };
    for (const settings of [{}, sound, { forecasts: 'a.csv' }]) expect(complaints(validate, settings)).toEqual([]);
    const wrong: readonly object[] = [
      { langauge: 'sv' },
      { language: 'fi' },
      { schablonMaxAgeYears: 0 },
      { schablonMaxAgeYears: '5' },
      { statistics: [] },
      { statistics: '' },
      { data: 1 },
    ];
    for (const settings of wrong) {
      expect(validate(settings), JSON.stringify(settings)).toBe(false);
      const files = { ...SMALL, 'resurs.yaml': JSON.stringify(settings) };
      expect((await runResurs(['check'], { files })).exit, JSON.stringify(settings)).toBe(2);
    }
  });

  test('says of each what it is', async () => {
    const { properties, title } = JSON.parse(await schemaText('settings'));
    expect(title).toBe('resurs.yaml');
    expect(Object.keys(properties).length).toBeGreaterThan(10);
    for (const [key, value] of Object.entries<object>(properties)) expect(value, key).toHaveProperty('description');
  });
});
