import * as z from 'zod/mini';
import { dayFromIso } from '../domain/day.ts';
import { monthFromIso } from '../domain/month.ts';

/** More than any count or sum of hours can be. */
const LARGEST = 1e12;
/** Nothing that acts where it is shown, as in the tables. */
const INERT = /^[^\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]*$/u;

// What only ECMAScript's patterns can say, or no pattern, is a refinement: it is checked, and no JSON Schema names it.

/** `2023-01`. */
export const Month = z.string().check(
  z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  z.refine((text) => monthFromIso(text) !== null),
);

/** `2022-10-28`. */
export const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => dayFromIso(text) !== null),
  z.meta({ format: 'date' }),
);

/** A name of the field, such as a programme's. */
export const Text = z.string().check(z.refine((text) => INERT.test(text)));

/** Null is the nation, or all of them in a total. */
export const Name = z.nullable(Text);

/** The names that were asked for; null where nothing was said. */
export const Names = z.nullable(z.array(Text.check(z.minLength(1))).check(z.minLength(1)));

/** A count, a rate, or hours. */
export const Figure = z.number().check(z.gte(0), z.lte(LARGEST));

/** A whole number of rows, lines or months. */
export const Whole = z.int().check(z.gte(0));

/** Says of a schema what it describes, with its unit. */
export function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  return schema.check(z.meta({ description })) as Schema;
}

/** Says of a whole document what it is. */
export function titled<Schema extends z.ZodMiniType>(schema: Schema, title: string, description: string): Schema {
  return schema.check(z.meta({ title, description })) as Schema;
}
