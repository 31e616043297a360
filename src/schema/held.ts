import type * as z from 'zod/mini';

/** A type with nothing readonly at any depth, as zod infers types. */
type Writable<Value> = Value extends object ? { -readonly [Key in keyof Value]: Writable<Value[Key]> } : Value;

/** The schema where it says the same as the type, key by key and in both directions; else nothing that could be given. */
type Held<Type, Schema extends z.ZodMiniType> = [Writable<Type>] extends [z.output<Schema>]
  ? [z.output<Schema>] extends [Writable<Type>]
    ? Schema
    : never
  : never;

/**
 * Holds a schema to the type of the domain that it describes, which may not know zod: a key that only one of the two has
 * does not compile.
 */
export function schemaOf<Type>() {
  return <Schema extends z.ZodMiniType>(schema: Held<Type, Schema>): Schema => schema;
}
