import type { World } from '../domain/world.ts';
import type { Catalogue, CommandName, OptionName } from '../messages/catalogue.ts';
import { COMMAND_NAMES, COMMANDS } from './commands.ts';
import { argumentRule, type Rule, VALUE_RULES } from './completion-rules.ts';
import { REPEATABLE, spellingOf } from './flags.ts';
import type { TypedLine } from './typed-line.ts';

/** What may stand in place of a word, or of a part of it. */
export interface Candidate {
  readonly text: string;
  /** In a few words, for the shells that show it; or nothing. */
  readonly meaning: string;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** What the shell shall complete itself, from the disk. */
  readonly paths: 'files' | 'folders' | null;
  /** What stands before the path in the word. */
  readonly before: string;
}

/** The candidates for the last word of a line, each as the whole word. */
export async function candidatesFor(line: TypedLine, world: World, catalogue: Catalogue): Promise<Candidates> {
  const { last } = line;
  // Words from behind the cursor may stand in front of the command.
  const at = line.operands.findIndex((word) => (COMMAND_NAMES as readonly string[]).includes(word));
  const command = at < 0 ? null : (line.operands[at] as CommandName);
  if (last.kind === 'value') return fromRule(VALUE_RULES[last.option], last.before, last.text);
  if (last.kind === 'option') return words(optionsFor(command, last.text));
  if (command === null) return words(line.operands.length === 0 ? commandsLike(last.text, catalogue) : []);
  const { argument } = COMMANDS[command];
  if (argument !== null && line.operands.length === at + 1) return fromRule(argumentRule(argument), '', last.text);
  return words(last.text === '' ? optionsFor(command, '') : []);

  function optionsFor(of: CommandName | null, text: string): Candidate[] {
    const names: readonly OptionName[] =
      of === null ? ['version', 'help'] : [...COMMANDS[of].options, ...COMMANDS[of].general];
    return names
      .filter((option) => REPEATABLE.has(option) || !line.given.has(option))
      .flatMap((option) => {
        const { long, short } = spellingOf(option);
        const spelt = long.startsWith(text) ? long : short === text ? short : null;
        return spelt === null ? [] : [{ text: spelt, meaning: catalogue.help.optionTexts[option] }];
      });
  }

  async function fromRule(rule: Rule, before: string, text: string): Promise<Candidates> {
    const { candidates, paths = null, skipped = '' } = await rule(text, { line, command, world });
    return {
      candidates: candidates
        .filter((each) => startsLike(each.text, text.slice(skipped.length)))
        .map((each) => ({ ...each, text: before + skipped + each.text })),
      paths,
      before,
    };
  }
}

function words(candidates: readonly Candidate[]): Candidates {
  return { candidates, paths: null, before: '' };
}

function commandsLike(text: string, { help }: Catalogue): Candidate[] {
  return COMMAND_NAMES.filter((name) => name.startsWith(text)).map((name) => ({
    text: name,
    meaning: help.commandSummaries[name],
  }));
}

/** Whether a name begins with what was typed, without regard to case and to how å is put together. */
function startsLike(name: string, typed: string): boolean {
  const fold = (text: string): string => text.normalize('NFC').toLowerCase();
  return fold(name).startsWith(fold(typed));
}
