import type { Language } from '../domain/language.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';

/** The texts of a language; English is always there, Swedish is loaded when it is spoken. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  return language === 'sv' ? (await import('./sv.ts')).sv : en;
}
