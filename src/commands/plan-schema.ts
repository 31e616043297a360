import type { PlannableCommand } from '../domain/plan.ts';

/** What a job may say of an option, by its long name. */
export interface PlanOption {
  readonly name: string;
  /** Whether it is true or false, and has no other value. */
  readonly isSwitch: boolean;
  readonly isList: boolean;
}

/** What the jobs of a command may say. */
export interface JobOptions {
  readonly options: readonly PlanOption[];
  readonly gates: readonly string[];
}

export type PlanOptions = Readonly<Record<PlannableCommand, JobOptions>>;

/** What YAML takes for a number is text where a plan is read. */
const TEXT = { type: ['string', 'number'] };

/** The JSON Schema of a plan, with the options of each command, so that an editor knows them. */
export async function planSchemaOf(commands: PlanOptions): Promise<object> {
  const { jsonSchemaOf } = await import('../schema/json-schema.ts');
  const { PlanFile } = await import('../read/plan.ts');
  const { properties, ...rest } = withNumbers(jsonSchemaOf(PlanFile)) as PlanSchema;
  const { jobs } = properties;
  const allOf = Object.entries(commands).map(([command, options]) => ({
    // biome-ignore lint/suspicious/noThenProperty: it is a key of JSON Schema, and nobody awaits the object.
    ...{ if: { properties: { command: { const: command } } }, then: { properties: ofJob(options) } },
  }));
  return { ...rest, properties: { ...properties, jobs: { ...jobs, items: { ...jobs.items, allOf } } } };
}

interface PlanSchema {
  readonly properties: { readonly jobs: { readonly items: object } };
}

function ofJob({ options, gates }: JobOptions): object {
  const known = (schemaOf: (option: PlanOption) => object): object => ({
    properties: Object.fromEntries(options.map((option) => [option.name, schemaOf(option)])),
    additionalProperties: false,
  });
  return {
    with: known(({ isSwitch, isList }) => {
      if (isSwitch) return { type: 'boolean' };
      return isList ? { anyOf: [TEXT, { type: 'array', items: TEXT }] } : TEXT;
    }),
    matrix: known(({ name, isSwitch }) => {
      const list = { type: 'array', items: isSwitch ? { type: 'boolean' } : TEXT, uniqueItems: true };
      return name === 'month' ? { anyOf: [list, { type: 'object' }] } : list;
    }),
    ...(gates.length === 0 ? { gates: { maxProperties: 0 } } : {}),
  };
}

function withNumbers(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNumbers);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.entries(schema).map(([key, part]) => [key, withNumbers(part)] as const);
  const isText = 'type' in schema && schema.type === 'string' && !('enum' in schema) && !('pattern' in schema);
  return { ...Object.fromEntries(parts), ...(isText ? TEXT : {}) };
}
