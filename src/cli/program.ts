import { Command, CommanderError, Option } from 'commander';
import { Failure } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import { PLANNABLE } from '../domain/plan.ts';
import type { Catalogue, CommandName, OptionName } from '../messages/catalogue.ts';
import { type Argument, argumentText } from './command-entry.ts';
import { COMMAND_NAMES, COMMANDS } from './commands.ts';
import { FLAGS, REPEATABLE, spellingOf } from './flags.ts';
import { helpText } from './help.ts';
import { optionsOfJob } from './planned-commands.ts';

/** What the command line says, before anything is done about it. */
export type Invocation =
  | { readonly kind: 'command'; readonly command: CommandName; readonly options: Readonly<Record<string, unknown>> }
  | { readonly kind: 'text'; readonly text: string };

const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

/** A value is not the next option, and of two values neither is silently lost. */
const single =
  (option: string) =>
  (value: string, earlier?: string): string => {
    if (value.startsWith('--')) throw new Failure('option-lacks-value', { option });
    if (earlier !== undefined) throw new Failure('option-twice', { option });
    return value;
  };

/** Reads the command line. It decides nothing: what is asked for is run elsewhere. Misuse is a {@link Failure}. */
export function parseArguments(argv: readonly string[], catalogue: Catalogue, version: string): Invocation {
  let invocation: Invocation | null = null;
  let printed = '';
  const program = quietCommand(new Command('resurs'), (text) => {
    printed += text;
  });
  program.option(FLAGS.version, catalogue.help.optionTexts.version);
  program.configureHelp({ formatHelp: () => helpText('resurs', [], [], COMMAND_NAMES, catalogue) });
  const words = commandFirst(argv);
  for (const name of COMMAND_NAMES) {
    const command = quietCommand(program.command(name), (text) => {
      printed += text;
    });
    // The options of a command that is not called would cost the start a millisecond.
    if (!words.includes(name)) continue;
    const { argument, options, general } = COMMANDS[name];
    if (argument !== null) command.argument(argumentText(argument));
    for (const option of [...options, ...general]) addOption(command, option, catalogue);
    const lines = [options, general].map((each) => each.map((option) => optionLine(option, name, catalogue)));
    command.configureHelp({ formatHelp: () => helpText(name, lines[0] ?? [], lines[1] ?? [], [], catalogue) });
    command.action(() => {
      invocation = { kind: 'command', command: name, options: { ...command.opts(), ...named(argument, command) } };
    });
  }
  program.action((options: { version?: boolean }) => {
    invocation = { kind: 'text', text: options.version === true ? `${version}\n` : program.helpInformation() };
  });
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text: printed };
    throw misuse(error, argv, program);
  }
  if (invocation === null) throw new Failure('internal', { message: 'no command ran' });
  return invocation;
}

/** What stands after the command, under its own name. */
function named(argument: Argument | null, command: Command): Readonly<Record<string, string | undefined>> {
  return argument === null ? {} : { [argument.key]: command.args[0] };
}

/** `resurs --data folder estimate` says the same as `resurs estimate --data folder`, and `help` the same as `--help`. */
function commandFirst(argv: readonly string[]): readonly string[] {
  if (argv[0] === 'help') return [...argv.slice(1), '--help'];
  const isOptionFirst = argv[0]?.startsWith('-') === true && argv[0] !== '--version';
  const at = isOptionFirst ? argv.findIndex((word) => (COMMAND_NAMES as readonly string[]).includes(word)) : -1;
  return at < 0 ? argv : [...argv.slice(at, at + 1), ...argv.slice(0, at), ...argv.slice(at + 1)];
}

function quietCommand(command: Command, print: (text: string) => void): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .showSuggestionAfterError(false)
    .helpOption(FLAGS.help);
}

function addOption(command: Command, name: OptionName, catalogue: Catalogue): void {
  if (name === 'help') return;
  const option = new Option(FLAGS[name], catalogue.help.optionTexts[name]);
  if (REPEATABLE.has(name)) option.argParser(collect);
  else if (option.required) option.argParser(single(option.long ?? name));
  command.addOption(option);
}

function optionLine(name: OptionName, command: CommandName, { help }: Catalogue): readonly [string, string] {
  const isOfPlan = name === 'month' && command === 'batch';
  return [FLAGS[name], isOfPlan ? help.batchMonth : help.optionTexts[name]];
}

/** Commander's complaint in our words, with a suggestion. */
function misuse(error: CommanderError, argv: readonly string[], program: Command): Failure {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  // In the order of the words: a command's name may also be a word that is out of place.
  const command = argv.flatMap((word) => program.commands.find((each) => each.name() === word) ?? [])[0];
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(named);
    case 'commander.unknownOption': {
      // Before a command that is not known every option is unknown, too; the command is what to mend.
      const word = argv.find((argument) => !argument.startsWith('-'));
      if (command === undefined && argv[0]?.startsWith('-') && word !== undefined)
        return new Failure('command-missing', {});
      if (command === undefined && word !== undefined) {
        return unknownCommand(word);
      }
      const ofJobs = command?.name() === 'batch' ? optionOfJobs(named.split('=')[0] ?? '') : undefined;
      if (ofJobs !== undefined) return new Failure('option-of-plan', { option: named, key: ofJobs });
      const known = (command ?? program).options.flatMap(({ long }) => long ?? []);
      return new Failure('option-unknown', { option: named, near: nearest(named, [...known, '--help']) });
    }
    case 'commander.optionMissingArgument':
      return new Failure('option-lacks-value', {
        option: named.split(' ').find((part) => part.startsWith('--')) ?? named,
      });
    case 'commander.missingArgument':
      return new Failure('argument-missing', { argument: named });
    case 'commander.excessArguments': {
      const { args, registeredArguments } = command ?? program;
      const argument = args[registeredArguments.length] ?? '';
      if (command !== undefined) return new Failure('argument-unexpected', { argument });
      return unknownCommand(argument);
    }
    default:
      return new Failure('internal', { message: error.message });
  }
}

/** The key in a plan of an option as the command line writes it. */
function optionOfJobs(written: string): string | undefined {
  const options = PLANNABLE.flatMap(optionsOfJob).map(spellingOf);
  return options.find(({ long, short }) => long === written || short === written)?.long.slice('--'.length);
}

function unknownCommand(command: string): Failure {
  return new Failure('command-unknown', { command, near: nearest(command, COMMAND_NAMES), choices: COMMAND_NAMES });
}
