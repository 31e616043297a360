declare const SINK: unique symbol;

/**
 * Where a text ends: a terminal or a log, a page of Markdown, a CSV file, a JSON document, or a file of the program's
 * own, such as those of the example. A sink that joins adds its name, its encoder in `render`, and nothing else here.
 */
export type Sink = 'terminal' | 'markdown' | 'csv' | 'json' | 'file';

/**
 * A text that does nothing in its sink but show itself. It comes from the sink's encoder or is composed of such texts
 * and of words that stand in the sources, so that by type no text from data reaches a stream or a file as it is
 * (CWE-116, improper encoding of output).
 */
export type SinkText<Of extends Sink = Sink> = string & { readonly [SINK]: Of };

export type TerminalText = SinkText<'terminal'>;
export type MarkdownText = SinkText<'markdown'>;

/** Words that stand in the sources: their type is the words themselves. */
type OwnWords<Words extends string> = string extends Words ? never : Words;

/** Puts a sink's texts together, and nothing else. */
export interface Composer<Of extends Sink> {
  /** A template of own words, in which encoded texts and whole numbers are set. */
  (words: TemplateStringsArray, ...set: readonly (SinkText<Of> | number)[]): SinkText<Of>;
  join<Words extends string>(parts: readonly SinkText<Of>[], between: OwnWords<Words> | SinkText<Of>): SinkText<Of>;
}

/** The composer of a sink. */
export function composer<Of extends Sink>(): Composer<Of> {
  const compose = (words: TemplateStringsArray, ...set: readonly (SinkText<Of> | number)[]): SinkText<Of> =>
    vouched(String.raw({ raw: words }, ...set));
  const join = (parts: readonly SinkText<Of>[], between: string): SinkText<Of> => vouched(parts.join(between));
  return Object.assign(compose, { join });
}

/** Vouches that a text does nothing in its sink. Only encoders and what is the program's own say so; a test names them. */
export function vouched<Of extends Sink>(text: string): SinkText<Of> {
  return text as SinkText<Of>;
}
