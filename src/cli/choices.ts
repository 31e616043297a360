import { Failure, type FailureFacts } from '../domain/failure.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { nearest } from '../domain/nearness.ts';
import type { Outlet } from '../domain/world.ts';
import { PROBLEM_FORMS, type ProblemForm } from '../render/problems.ts';
import { FORMATS, type Format } from '../render/render.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** One of a few words, from a flag or a variable; anything else is a {@link Failure} with a suggestion. */
function choice<Word extends string>(
  option: string,
  value: string,
  words: readonly Word[],
  expected: FailureFacts['option-value']['expected'],
): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new Failure('option-value', { option, value, expected, choices: words, near: nearest(value, words) });
}

/** The flag, then the variable; null where neither says anything. */
function given<Word extends string>(
  name: string,
  flag: unknown,
  env: Env,
  words: readonly Word[],
  expected: FailureFacts['option-value']['expected'],
): Word | null {
  if (typeof flag === 'string') return choice(`--${name}`, flag, words, expected);
  const variable = `RESURS_${name.toUpperCase()}`;
  const value = env[variable];
  return value ? choice(variable, value, words, expected) : null;
}

/** Flag, RESURS_LANG, settings, a locale that begins with sv, English. */
export function chooseLanguage(flag: unknown, env: Env, setting: Language | undefined): Language {
  const chosen = given('lang', flag, env, LANGUAGES, 'language') ?? setting;
  if (chosen !== undefined) return chosen;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('sv') ? 'sv' : 'en';
}

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

export interface Output {
  /** As given; null is standard output. */
  readonly path: string | null;
  readonly format: Format;
  /** Whether somebody asked for the format, or it is the usual one. */
  readonly isChosen: boolean;
}

/** Where the result goes, and in which format: a file's ending tells it, and the flag decides among its formats. */
export function chooseOutputs(
  out: readonly string[] | undefined,
  flag: unknown,
  env: Env,
  csv: 'standard' | 'sv' | undefined,
): Output[] {
  const format = typeof flag === 'string' ? choice('--format', flag, FORMAT_NAMES, 'format') : null;
  const preferred = format ?? given('format', undefined, env, FORMAT_NAMES, 'format');
  if (out === undefined) return [{ path: null, format: preferred ?? 'table', isChosen: preferred !== null }];
  const outputs = out.map((path) => {
    const fitting = FORMAT_NAMES.filter((name) => FORMATS[name].some((ending) => path.toLowerCase().endsWith(ending)));
    const wanted = [preferred, csv === 'sv' ? 'csv-sv' : null] as const;
    const chosen = wanted.find((name) => name !== null && fitting.includes(name)) ?? fitting[0];
    if (chosen === undefined) {
      const extensions = [...new Set(Object.values(FORMATS).flat())];
      throw new Failure('output-format-unknown', { path, extensions });
    }
    return { path, format: chosen, isChosen: true };
  });
  const unfit = format !== null && !outputs.some((output) => output.format === format);
  if (unfit) throw new Failure('output-format-conflict', { path: outputs[0]?.path ?? '', format });
  return outputs;
}

/** How problems are shown. */
export function chooseProblemForm(flag: unknown): ProblemForm {
  return typeof flag === 'string' ? choice('--problems', flag, PROBLEM_FORMS, 'problem-form') : 'text';
}

/** When a stream is coloured. */
export const COLOURS = ['auto', 'always', 'never'] as const;

/** Colour of one stream: the flag, RESURS_COLOR, NO_COLOR, FORCE_COLOR, then whether it is a terminal that can. */
export function choosesColour(flag: unknown, env: Env, outlet: Outlet): boolean {
  const when = given('color', flag, env, COLOURS, 'colour') ?? 'auto';
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return outlet.isTerminal && env['TERM'] !== 'dumb';
}
