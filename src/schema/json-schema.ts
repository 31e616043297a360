import * as z from 'zod/mini';

/** The JSON Schema (draft 2020-12) of what a zod schema takes. */
export function jsonSchemaOf(schema: z.ZodMiniType): object {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // The largest whole number of ECMAScript is no limit of the field.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
}
