import type { Reason } from '../domain/report.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Words } from '../messages/words.ts';

/** Why a row was the one that counted, in words. */
export function reasonText(reason: Reason, catalogue: Catalogue, words: Words): string {
  // The reason's code and its facts belong together, which the types of two parallel unions cannot say.
  return (catalogue.reasons[reason.code] as (reason: Reason, words: Words) => string)(reason, words);
}
