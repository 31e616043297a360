import type { SchemaName } from '../domain/schema-name.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { aligned } from './help.ts';

/** What `resurs schema` can describe, a name a line. */
export function schemaList(names: readonly SchemaName[], { schemas }: Catalogue): string {
  const lines = aligned(names.map((name) => [name, schemas.names[name]]));
  return `${[schemas.title, '', ...lines].join('\n')}\n`;
}
