import { describe, expect, test } from 'vitest';
import { composer, type MarkdownText, type SinkText, type TerminalText, vouched } from '../../src/domain/sink-text.ts';
import type { OutputFile, World } from '../../src/domain/world.ts';
import { markdownText } from '../../src/render/markdown-text.ts';
import { forTerminal, terminal } from '../../src/render/terminal-text.ts';

const data = String('from data');
const written: string[] = [];
const stdout: World['stdout'] = {
  isTerminal: false,
  columns: 80,
  write: async (text) => {
    written.push(text);
  },
};

describe('a text for a sink', () => {
  test('is made of own words, of numbers and of what its encoder gives', () => {
    expect(terminal`${1}. ${forTerminal('a\u001B')}\n`).toBe('1. a\\x1B\n');
    expect(terminal.join([forTerminal('a'), terminal`b`], ', ')).toBe('a, b');
    expect(composer<'csv'>()`a\tb`).toBe('a\tb');
    expect(vouched<'file'>(data)).toBe(data);
  });

  // Each line below has to be an error for the compiler, or `npm run check` fails: that is what the types are for.
  test('is by type never a text from data', async () => {
    // @ts-expect-error: a raw text does not reach a stream.
    await stdout.write(data);
    // @ts-expect-error: not within own words either.
    await stdout.write(`a ${data}`);
    // @ts-expect-error: a template takes encoded texts only.
    await stdout.write(terminal`a ${data}`);
    // @ts-expect-error: nor does a list.
    await stdout.write(terminal.join([data], ', '));
    // @ts-expect-error: what stands between is own words.
    await stdout.write(terminal.join([terminal`a`], data));
    // @ts-expect-error: a change of an encoded text may undo the encoding.
    await stdout.write(forTerminal(data).toUpperCase());
    // @ts-expect-error: a file is no place for raw text either.
    const file: OutputFile = { path: 'a.csv', content: data };
    // @ts-expect-error: what is fit for Markdown is not fit for a terminal within another text.
    const mixed: TerminalText = terminal`${markdownText(data)}`;
    // @ts-expect-error: nor the other way round.
    const page: MarkdownText = forTerminal(data);
    // @ts-expect-error: a text of one sink is not one of another.
    const csv: SinkText<'csv'> = vouched<'json'>(data);
    expect([written.length, file.content, mixed, page, csv]).toEqual([6, data, data, data, data]);
  });
});
