import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { NOWHERE, problem } from '../../src/domain/problem.ts';
import { dataPackageOf } from '../../src/read/data-package.ts';
import { SMALL, smallWith } from '../commands/small-folder.ts';
import { EXAMPLES, type Files, ROOT, runResurs } from '../harness.ts';
import { complaints, profileValidator } from '../schema/validator.ts';
import { brief, sourceOf } from './reading.ts';
import { type Field, faultsOf, type Package, type Resource } from './tabular.ts';

const profile = profileValidator(
  JSON.parse(readFileSync(path.join(ROOT, 'test/profiles/tabular-data-package.json'), 'utf8')),
);
/** The specification's own validator, where somebody has installed it; test/profiles/README.md says how. */
const REFERENCE = 'datapackage';
const reference = await import(REFERENCE).catch(() => null);

/** The files that `init` writes, by their names. */
async function initialised(lang: string): Promise<Readonly<Record<string, string>>> {
  const { written } = await runResurs(['init', 'new', '--lang', lang], { files: {} });
  return Object.fromEntries(Object.entries(written).map(([name, text]) => [path.basename(name), text]));
}

const packageOf = (text: string | undefined): Package => JSON.parse(text ?? '');

/** What is said of the tables of a folder. */
async function described(files: Files): Promise<Package> {
  const { exit, stdout, stderr } = await runResurs(['schema', 'datapackage'], { files });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(complaints(profile, JSON.parse(stdout))).toEqual([]);
  return packageOf(stdout);
}

const bytesOf = (content: string | Uint8Array | undefined): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : (content ?? new Uint8Array());

describe('the data package that init writes', () => {
  for (const lang of LANGUAGES) {
    test(`in ${lang} is one by the published profile, and a wrong one is not`, async () => {
      const text = (await initialised(lang))['datapackage.json'];
      const document = JSON.parse(text ?? '');
      expect(complaints(profile, document)).toEqual([]);
      expect(profile({ ...document, resources: [] })).toBe(false);
      const [first, ...rest] = document.resources;
      expect(profile({ ...document, resources: [{ ...first, name: undefined }, ...rest] })).toBe(false);
      const schema = { ...first.schema, fields: [{ name: 'month', type: 'month' }] };
      expect(profile({ ...document, resources: [{ ...first, schema }, ...rest] })).toBe(false);
    });

    test(`in ${lang} names every table, its header in its order, and holds of every row`, async () => {
      const files = await initialised(lang);
      const { resources } = packageOf(files['datapackage.json']);
      const tables = Object.keys(files).filter((name) => name.endsWith('.csv'));
      expect(resources.map((resource) => resource.path)).toEqual(tables.sort());
      for (const resource of resources) {
        const bytes = bytesOf(files[resource.path]);
        expect(faultsOf(bytes, resource)).toEqual([]);
        // With a word where a figure stands, and with a cell too many, it does not hold.
        const text = Buffer.from(bytes).toString();
        const { delimiter } = resource.dialect;
        const number = resource.schema.fields.findIndex(({ type }) => type === 'integer' || type === 'number');
        if (number < 0) continue;
        const cells = resource.schema.fields.map((_, at) => (at === number ? 'x' : ''));
        expect(faultsOf(Buffer.from(`${text}${cells.join(delimiter)}\n`), resource)).not.toEqual([]);
        expect(faultsOf(Buffer.from(text.replace(delimiter, `${delimiter}x${delimiter}`)), resource)).not.toEqual([]);
      }
    });

    test(`in ${lang} types no column as text that could be more`, async () => {
      const { resources } = packageOf((await initialised(lang))['datapackage.json']);
      const fields = resources.flatMap(({ schema }) => schema.fields);
      expect(fields.filter(({ description }) => description?.includes('described as text'))).toEqual([]);
      const numbers = fields.filter(({ type }) => type === 'number');
      expect(numbers.length).toBeGreaterThan(8);
      for (const field of numbers) expect(field.decimalChar, field.name).toBe(lang === 'sv' ? ',' : undefined);
    });

    test(`in ${lang} says what schema says of the folder, under a name of its own`, async () => {
      const { stdout } = await runResurs(['schema', 'datapackage', '--data', EXAMPLES[lang]]);
      const { resources, name } = packageOf(stdout);
      const written = packageOf((await initialised(lang))['datapackage.json']);
      expect(resources).toEqual(written.resources);
      expect(name).not.toBe(written.name);
    });

    test.skipIf(reference === null)(`in ${lang} satisfies the validator ${REFERENCE}, rows included`, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'resurs-package-'));
      try {
        const files = await initialised(lang);
        // It does not know the mark of UTF-8, which the specification leaves open.
        for (const [name, text] of Object.entries(files)) {
          writeFileSync(path.join(folder, name), text.replace(/^\uFEFF/, ''));
        }
        const found = await reference.Package.load(path.join(folder, 'datapackage.json'), { basePath: folder });
        expect({ valid: found.valid, errors: found.errors }).toEqual({ valid: true, errors: [] });
        for (const resource of found.resources) {
          const rows = await resource.read();
          const text = files[resource.descriptor.path] ?? '';
          expect(rows.length).toBe(text.trimEnd().split('\n').length - 1);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  test('is no table, setting or problem to the other commands', async () => {
    const files = await initialised('en');
    const { ['datapackage.json']: _, ...without } = files;
    for (const args of [['check'], ['estimate', '--month', '2023-01'], ['compare', '--month', '2022-11']]) {
      const result = await runResurs(args, { files });
      expect(result).toEqual(await runResurs(args, { files: without }));
      expect(result.exit).toBe(0);
    }
  });

  test('is in the way where there is one already', async () => {
    const { exit, stderr, written } = await runResurs(['init'], { files: { 'DataPackage.json': '{}' } });
    expect({ exit, written }).toEqual({ exit: 2, written: {} });
    expect(stderr).toContain('DataPackage.json');
  });
});

describe('cells that other programs may not understand make their column text', () => {
  const HEADER = 'month,programme,region,decisions,new_decisions,expenditure,published';
  const GOOD = '2022-01,JOB,Nord,1000,100,1240.5,2022-02-10';
  const fieldsOf = ({ resources }: Package, name: string): readonly Field[] =>
    (resources.find((each) => each.name === name) as Resource).schema.fields;

  /** The field of a column of statistics with a second row in which its cell is another. */
  async function fieldWith(column: string, cell: string): Promise<Field> {
    const at = HEADER.split(',').indexOf(column);
    const second = GOOD.replace('Nord', 'Syd').split(',').with(at, `"${cell}"`).join(',');
    const text = `${HEADER}\n${GOOD}\n${second}\n`;
    const found = await described(smallWith({ 'statistics.csv': text }));
    const resource = found.resources.find(({ name }) => name === 'statistics') as Resource;
    expect(faultsOf(Buffer.from(text), resource)).toEqual([]);
    return resource.schema.fields[at] as Field;
  }

  const odd: readonly (readonly [string, string])[] = [
    ['month', 'januari 2022'],
    ['month', '202201'],
    ['month', '2022-01-01'],
    ['month', ' 2022-01'],
    ['decisions', '1 240'],
    ['decisions', '1240.0'],
    ['new_decisions', '+100'],
    ['expenditure', '1240,5'],
    ['expenditure', '−5'],
    ['expenditure', '1.5e3'],
    ['expenditure', '..'],
    ['published', '20220210'],
    ['published', '2022-02-30'],
  ];

  test.each(odd)('%s with %s', async (column, cell) => {
    const field = await fieldWith(column, cell);
    expect(field.type).toBe('string');
    expect(field.description).toContain('the first in line 3');
    expect(Object.keys(field.constraints ?? {}).filter((key) => key !== 'required')).toEqual([]);
  });

  const plain: readonly (readonly [string, string, string])[] = [
    ['month', '2022-12', 'yearmonth'],
    ['decisions', '0', 'integer'],
    ['expenditure', '1240', 'number'],
    ['expenditure', '1.234', 'number'],
    ['published', '2022-03-01', 'date'],
    ['published', '', 'date'],
  ];

  test.each(plain)('%s with %s stays %s', async (column, cell, type) => {
    expect((await fieldWith(column, cell)).type).toBe(type);
  });

  test('thousands that are set apart are a number whose sign of groups is named', async () => {
    expect(await fieldWith('expenditure', '1 240.5')).toMatchObject({ type: 'number', groupChar: ' ' });
    expect(await fieldWith('expenditure', '12\u00A0240')).toMatchObject({ type: 'number', groupChar: '\u00A0' });
  });

  test('an amount of which nothing tells whether it is thousands', async () => {
    const text = `${HEADER}\n${GOOD.replace('1240.5', '1.240')}\n`;
    const field = fieldsOf(await described(smallWith({ 'statistics.csv': text })), 'statistics')[5];
    expect(field).toMatchObject({ type: 'string' });
  });

  test('a share in per cent, and a measure in capitals', async () => {
    const schablons =
      'programme,valid_from,measure,step,value\nJOB,2022-01,Base_Hours,bedöma,2.5\nJOB,2022-01,collaboration_share,,35 %\n';
    const fields = fieldsOf(await described(smallWith({ 'schablons.csv': schablons })), 'schablons');
    expect(fields.map(({ type }) => type)).toEqual(['string', 'yearmonth', 'string', 'string', 'string']);
    const [, , measure, step, value] = fields;
    expect(measure?.description).toContain('the first in line 2');
    expect(measure?.constraints).toEqual({ required: true });
    expect(step?.description).not.toContain('the first in line');
    expect(value?.description).toContain('the first in line 3');
  });

  test('a period in a way of its own', async () => {
    const forecasts = 'published,programme,period,decisions\n2022-10-28,JOB,202301,1000\n';
    const period = fieldsOf(await described(smallWith({ 'forecasts.csv': forecasts })), 'forecasts')[2];
    expect(period?.description).toContain('the first in line 2');
    expect(period?.constraints).toEqual({ required: true });
  });
});

describe('a folder of one’s own', () => {
  test('has its columns under their own names, those that are not read among them', async () => {
    const statistics = 'Månad;Program;"Region";Beslut;Nya beslut;Kommentar\n2022-01;JOB;Nord;1000;100;ok\n';
    const { resources } = await described({ 'beslutsstatistik.csv': statistics });
    expect(resources.map(({ path: file }) => file)).toEqual(['beslutsstatistik.csv']);
    const fields = resources[0]?.schema.fields ?? [];
    expect(fields.map(({ name }) => name)).toEqual(['Månad', 'Program', 'Region', 'Beslut', 'Nya beslut', 'Kommentar']);
    expect(fields.at(-1)?.description).toBe('Not read by resurs.');
    expect(fields.map(({ type }) => type)).toEqual(['yearmonth', 'string', 'string', 'integer', 'integer', 'string']);
  });

  test('has the encoding, the delimiter and the line of the header that its files have', async () => {
    const text = 'Statistik för år 2022\n\nmånad\tprogram\tregion\tbeslut\tnya_beslut\n2022-01\tJOB\tVäst\t1000\t100\n';
    const { resources } = await described({ 'beslutsstatistik.csv': Buffer.from(text, 'latin1') });
    expect(resources[0]).toMatchObject({
      encoding: 'windows-1252',
      dialect: { delimiter: '\t', headerRows: [3] },
    });
  });

  test('may have a table in several files', async () => {
    const half = 'month,programme,region,decisions,new_decisions\n2022-01,JOB,Nord,1000,100\n';
    const settings = 'statistics: [b.csv, a.csv]\n';
    const { resources } = await described({ 'a.csv': half, 'b.csv': half, 'resurs.yaml': settings });
    expect(resources.map(({ name, path: file }) => [name, file])).toEqual([
      ['statistics', 'a.csv'],
      ['statistics-2', 'b.csv'],
    ]);
  });

  test('with a broken table is refused, with its line', async () => {
    const files = smallWith({ 'statistics.csv': 'month,programme,region\n2022-01,JOB,Nord\n' });
    const { exit, stdout, stderr } = await runResurs(['schema', 'datapackage'], { files });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('[header-missing]');
  });

  test('without a table there is nothing to describe', async () => {
    const { exit, stderr } = await runResurs(['schema', 'datapackage'], { files: { 'notes.txt': '' } });
    expect(exit).toBe(2);
    expect(stderr).toContain('statistics.csv');
  });

  test('with a table that stands elsewhere cannot be one', async () => {
    const files = { ...SMALL, 'data/resurs.yaml': 'statistics: ../statistics.csv\n' };
    const { exit, stderr } = await runResurs(['schema', 'datapackage', '--data', 'data'], { files });
    expect(exit).toBe(2);
    expect(stderr).toContain('../statistics.csv cannot be in the data package');
  });
});

describe('a data package of files', () => {
  const TEXT = 'month,programme,region,decisions,new_decisions\n2022-01,JOB,Nord,1000,100\n';
  const NAME = { name: 'underlag', title: 'Underlag' };
  const codes = sourceOf('programmes.csv', 'Koder\n\ncode,programme\n1,JOB\n');

  test('has them in the order of their names, numbered within their table', async () => {
    const files = ['statistics-c.csv', 'statistics-a.csv', 'statistics-b.csv'].map((name) => sourceOf(name, TEXT));
    const { document, problems, inputs } = await dataPackageOf({ sources: [...files, codes], problems: [] }, NAME);
    expect(problems).toEqual([]);
    expect(document).toMatchObject({ profile: 'tabular-data-package', name: 'underlag' });
    expect(document.resources.map(({ name, path: file }) => [name, file])).toEqual([
      ['programmes', 'programmes.csv'],
      ['statistics', 'statistics-a.csv'],
      ['statistics-2', 'statistics-b.csv'],
      ['statistics-3', 'statistics-c.csv'],
    ]);
    expect(inputs.map(({ path: file }) => file)).toEqual(document.resources.map(({ path: file }) => file));
    const described = { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' };
    expect(document.resources[0]).toMatchObject(described);
    expect(document.resources.slice(0, 2).map(({ dialect }) => dialect)).toEqual([
      { delimiter: ',', doubleQuote: true, headerRows: [3] },
      { delimiter: ',', doubleQuote: true },
    ]);
  });

  test('has the problems of the folder before those of the files, and lacks what could not be read', async () => {
    const twice = problem('table-twice', { paths: ['a.csv'] }, { ...NOWHERE, file: 'a.csv' });
    const broken = sourceOf('statistics.csv', 'month,programme\n2022-01,JOB\n');
    const reading = await dataPackageOf({ sources: [broken, codes], problems: [twice] }, NAME);
    expect(reading.problems.map(brief)).toEqual(['table-twice a.csv:null', 'header-missing statistics.csv:1']);
    expect(reading.document.resources.map(({ name }) => name)).toEqual(['programmes']);
    expect(reading.inputs).toHaveLength(2);
  });
});
