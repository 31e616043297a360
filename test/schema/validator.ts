import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { runResurs } from '../harness.ts';

/** What `resurs schema NAME` prints. */
export async function schemaText(name: string, ...args: string[]): Promise<string> {
  const { exit, stdout, stderr } = await runResurs(['schema', name, ...args], { files: {} });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout;
}

/** The JSON Schema of that name, as a validator that others made understands it. */
export async function validatorOf(name: string): Promise<ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
  return ajv.compile(JSON.parse(await schemaText(name)));
}

/** A published profile of draft 4, of which these use nothing that later drafts read otherwise. */
export function profileValidator({ $schema: _, ...profile }: Record<string, unknown>): ValidateFunction {
  return new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(profile);
}

/** The complaints about a document; none where it is sound. */
export function complaints(validate: ValidateFunction, document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
