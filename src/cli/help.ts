import type { Catalogue, CommandName } from '../messages/catalogue.ts';
import { wrapped } from '../render/terminal-text.ts';
import { argumentText } from './command-entry.ts';
import { COMMANDS } from './commands.ts';

type Line = readonly [string, string];

const WIDTH = 80;

/** Help with examples first: they are what is copied. */
export function helpText(
  command: 'resurs' | CommandName,
  own: readonly Line[],
  general: readonly Line[],
  commands: readonly CommandName[],
  { help }: Catalogue,
): string {
  const summary = command === 'resurs' ? help.tagline : sentence(help.commandSummaries[command]);
  const usage = command === 'resurs' ? 'resurs COMMAND [OPTIONS]' : usageOf(command);
  const examples = help.commandExamples[command].map(([example, meaning]) => `  ${example}\n      ${meaning}`);
  const parts = [wrapped(summary, WIDTH), section(help.examples, examples), section(help.usage, [`  ${usage}`])];
  if (commands.length > 0) {
    parts.push(section(help.commands, aligned(commands.map((name) => [name, help.commandSummaries[name]]))));
    parts.push(help.moreHelp);
  }
  if (own.length > 0) parts.push(section(help.options, aligned(own)));
  if (general.length > 0) parts.push(section(help.generalOptions, aligned(general)));
  return `${parts.join('\n\n')}\n`;
}

function usageOf(command: CommandName): string {
  const { argument } = COMMANDS[command];
  return argument === null ? `resurs ${command} [OPTIONS]` : `resurs ${command} ${argumentText(argument)} [OPTIONS]`;
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines].join('\n');
}

/** Names and what they mean, in two columns. */
export function aligned(lines: readonly Line[]): string[] {
  const width = Math.max(...lines.map(([name]) => name.length));
  const indent = ' '.repeat(width + 4);
  return lines.map(([name, text]) => {
    const [first, ...rest] = wrapped(text, WIDTH - indent.length).split('\n');
    return [`  ${name.padEnd(width)}  ${first}`, ...rest.map((line) => indent + line)].join('\n');
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
