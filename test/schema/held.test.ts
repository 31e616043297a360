import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { schemaOf } from '../../src/schema/held.ts';

interface Figure {
  readonly name: string;
  readonly hours: readonly (number | null)[];
}

// What is expected here is expected of the compiler: `tsc` complains where one of these errors is missing.

test('a schema that says what the type says is given back as it is', () => {
  const schema = z.strictObject({ name: z.string(), hours: z.array(z.nullable(z.number())) });
  expect(schemaOf<Figure>()(schema)).toBe(schema);
});

test('a key that only the type has does not compile', () => {
  const schema = z.strictObject({ name: z.string() });
  // @ts-expect-error hours is missing
  expect(schemaOf<Figure>()(schema)).toBe(schema);
});

test('a key that only the schema has does not compile', () => {
  const schema = z.strictObject({ name: z.string(), hours: z.array(z.nullable(z.number())), more: z.string() });
  // @ts-expect-error more is unknown
  expect(schemaOf<Figure>()(schema)).toBe(schema);
});

test('a key of another type does not compile, at any depth', () => {
  const schema = z.strictObject({ name: z.string(), hours: z.array(z.number()) });
  // @ts-expect-error hours may be null
  expect(schemaOf<Figure>()(schema)).toBe(schema);
});
