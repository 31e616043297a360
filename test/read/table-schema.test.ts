import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TableName } from '../../src/domain/tables.ts';
import { type ColumnSpec, MEASURE_WORDS, PRIORITY_WORDS, TABLES } from '../../src/read/columns.ts';
import { tableSchemaOf } from '../../src/read/table-schema.ts';
import { ROOT } from '../harness.ts';
import { complaints, profileValidator, schemaText } from '../schema/validator.ts';

const profile = profileValidator(JSON.parse(readFileSync(path.join(ROOT, 'test/profiles/table-schema.json'), 'utf8')));

interface Schema {
  readonly fields: readonly {
    readonly name: string;
    readonly title: string;
    readonly type: string;
    readonly description: string;
    readonly constraints?: {
      readonly required?: boolean;
      readonly minimum?: number;
      readonly pattern?: string;
      readonly enum?: readonly string[];
    };
  }[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
}

const schemaOf = async (table: string): Promise<Schema> => JSON.parse(await schemaText(table));

describe('the Table Schema of each table', () => {
  for (const { table, columns } of TABLES) {
    const specs: Readonly<Record<string, ColumnSpec>> = columns;

    test(`${table}: is one by the published profile, and a wrong one is not`, async () => {
      const schema = await schemaOf(table);
      expect(complaints(profile, schema)).toEqual([]);
      const [first, ...rest] = schema.fields;
      expect(profile({ ...schema, fields: [{ ...first, type: 'month' }, ...rest] })).toBe(false);
      expect(profile({ ...schema, fields: [{ ...first, name: undefined }, ...rest] })).toBe(false);
      expect(profile({ ...schema, fields: [] })).toBe(false);
    });

    test(`${table}: every column in its order, by its English name, with its Swedish ones and what it says`, async () => {
      const { fields, missingValues } = await schemaOf(table);
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(specs));
      expect(missingValues).toEqual(['']);
      for (const { name, title, description } of fields) {
        for (const alias of specs[name]?.aliases ?? []) {
          expect(title).toContain(alias.replaceAll('_', ' '));
          expect(description).toContain(alias);
        }
        expect(description.length, name).toBeGreaterThan(8);
      }
    });

    test(`${table}: each cell is of the type that its column reads`, async () => {
      const types: Readonly<Record<ColumnSpec['kind'], string>> = {
        programme: 'string',
        region: 'string',
        code: 'string',
        text: 'string',
        month: 'yearmonth',
        period: 'string',
        day: 'date',
        count: 'integer',
        amount: 'number',
        rate: 'number',
        measure: 'string',
        priority: 'string',
      };
      for (const { name, type, constraints } of (await schemaOf(table)).fields) {
        const { kind, need } = specs[name] as ColumnSpec;
        expect(type, name).toBe(types[kind]);
        if (type === 'integer' || type === 'number') expect(constraints?.minimum, name).toBe(0);
        // The share of collaboration cases has no work step.
        expect(constraints?.required === true, name).toBe(need === 'required' && name !== 'step');
      }
    });
  }

  test('measures and priorities are the words that are understood, in both languages', async () => {
    const { fields } = await schemaOf('schablons');
    const words = (name: string) => fields.find((field) => field.name === name)?.constraints?.enum;
    expect(words('measure')).toEqual(Object.values(MEASURE_WORDS).flat());
    expect(words('priority')).toEqual(Object.values(PRIORITY_WORDS).flat());
  });

  test('of the quantities of a forecast each names all, of which a row fills one', async () => {
    const { fields } = await schemaOf('forecasts');
    const oneOf = fields.filter(({ description }) => description.includes('exactly one of'));
    expect(oneOf.map(({ name }) => name)).toEqual([
      'decisions_per_month',
      'decisions',
      'expenditure',
      'expenditure_tkr',
      'expenditure_mkr',
    ]);
    for (const { description } of oneOf) for (const { name } of oneOf) expect(description).toContain(name);
  });

  test('a period is what README shows', async () => {
    const period = (await schemaOf('forecasts')).fields.find(({ name }) => name === 'period');
    const pattern = new RegExp(period?.constraints?.pattern ?? '^$');
    for (const good of ['2023-01', '2023-12', '2023-Q1', '2023Q4', '2023K1', '2023']) expect(good).toMatch(pattern);
    for (const bad of ['2023-13', '2023-Q5', '23', '2023-1', 'januari 2023', '2023-01-01']) {
      expect(bad).not.toMatch(pattern);
    }
  });

  test('only the tables of codes have a key without blanks', async () => {
    const keys = await Promise.all(TABLES.map(async ({ table }) => [table, (await schemaOf(table)).primaryKey]));
    expect(keys.filter(([, key]) => key !== undefined)).toEqual([
      ['programmes', ['code']],
      ['regions', ['code']],
    ]);
  });

  test('is what the command prints', async () => {
    for (const { table } of TABLES) expect(await schemaOf(table)).toEqual(tableSchemaOf(table));
  });

  test('says of a column its names, what it holds and which others do for it', () => {
    const field = (table: TableName, name: string) => tableSchemaOf(table).fields.find((each) => each.name === name);
    expect(field('statistics', 'new_decisions')).toEqual({
      name: 'new_decisions',
      title: 'New decisions (nya beslut)',
      type: 'integer',
      description: expect.stringMatching(/^\S.* In Swedish: nya_beslut\.$/),
      constraints: { required: true, minimum: 0 },
    });
    expect(field('statistics', 'region')).toEqual({
      name: 'region',
      title: 'Region',
      type: 'string',
      description: expect.not.stringContaining('Swedish'),
    });
    expect(field('forecasts', 'period')?.title).toBe('Period (månad, kvartal, år)');
    expect(field('forecasts', 'expenditure_mkr')?.description).toMatch(
      / A row fills exactly one of decisions_per_month, decisions, expenditure, expenditure_tkr, expenditure_mkr\. In Swedish: utgift_mkr, utgift_mnkr\.$/,
    );
  });
});
