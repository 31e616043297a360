import { languageOfSettings, surroundings } from '../commands/context.ts';
import { runEstimate } from '../commands/estimate.ts';
import { runExplain } from '../commands/explain.ts';
import type { Outcome } from '../commands/outcome.ts';
import { Failure } from '../domain/failure.ts';
import type { Problem } from '../domain/problem.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { Outlet, World } from '../domain/world.ts';
import type { Catalogue, Language, ProblemText, Words } from '../messages/catalogue.ts';
import { en } from '../messages/en.ts';
import { colourPaint, NO_PAINT, type Paint } from '../render/paint.ts';
import { problemLines, textLines } from '../render/problem-lines.ts';
import { render } from '../render/render.ts';
import { forTerminal } from '../render/terminal-text.ts';
import { wordsOf } from '../render/words.ts';
import { chooseLanguage, chooseOutputs, choosesColour } from './choices.ts';
import { type Invocation, parseArguments } from './program.ts';

export const EXIT = { fine: 0, refused: 1, couldNotRun: 2 } as const;

/** One run: parse → command → render → write → exit code. Every fault comes out as a message. */
export async function run(argv: readonly string[], world: World, version: string): Promise<number> {
  const early = await earlyCatalogue(argv, world);
  try {
    const invocation = parseArguments(argv, early, version);
    if (invocation.kind === 'text') {
      await world.stdout.write(invocation.text);
      return EXIT.fine;
    }
    return await new CommandRun(invocation, world, early).exitCode();
  } catch (error) {
    return await reportFailure(
      error,
      { isDebug: argv.includes('--debug'), colour: valueIn(['--color'], argv) },
      early,
      world,
    );
  }
}

/** The language for help and misuse, before the settings are read in earnest; a wrong choice is complained of later. */
async function earlyCatalogue(argv: readonly string[], world: World): Promise<Catalogue> {
  try {
    const setting = await languageOfSettings(valueIn(['--data', '-d'], argv), world);
    return await catalogueOf(chooseLanguage(valueIn(['--lang'], argv), world.env, setting === 'sv' ? 'sv' : undefined));
  } catch {
    return catalogueOf('en');
  }
}

/** An option's value, as far as it can be told from the words alone. */
function valueIn(names: readonly string[], argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => names.includes(word));
  return at < 0 ? argv.find((word) => word.startsWith(`${names[0]}=`))?.slice(`${names[0]}=`.length) : argv[at + 1];
}

async function catalogueOf(language: Language): Promise<Catalogue> {
  return language === 'sv' ? (await import('../messages/sv.ts')).sv : en;
}

type CommandInvocation = Extract<Invocation, { kind: 'command' }>;

class CommandRun {
  readonly #command: CommandInvocation['command'];
  readonly #options: CommandInvocation['options'];
  readonly #world: World;
  #catalogue: Catalogue;

  constructor({ command, options }: CommandInvocation, world: World, catalogue: Catalogue) {
    this.#command = command;
    this.#options = options;
    this.#world = world;
    this.#catalogue = catalogue;
  }

  async exitCode(): Promise<number> {
    try {
      return await this.#run();
    } catch (error) {
      const { debug, color } = this.#options;
      return await reportFailure(error, { isDebug: debug === true, colour: color }, this.#catalogue, this.#world);
    }
  }

  async #run(): Promise<number> {
    const { env } = this.#world;
    const options = this.#options;
    const tables = Object.fromEntries(
      TABLE_NAMES.flatMap((table) => (options[table] === undefined ? [] : [[table, options[table] as string[]]])),
    );
    const { context, settings, settingsPaths } = await surroundings(
      { data: options['data'] as string | undefined, tables },
      this.#world,
    );
    const language = chooseLanguage(options['lang'], env, settings.language);
    this.#catalogue = await catalogueOf(language);
    const outputs = chooseOutputs(options['out'] as string[] | undefined, options['format'], env, settings.csv);
    // A wrong choice of colour is complained of even where nothing is painted.
    choosesColour(options['color'], env, this.#world.stderr);
    const command = this.#command === 'estimate' ? runEstimate : runExplain;
    const outcome = await command(options, context);
    const warnings = outcome.kind === 'report' ? outcome.report.warnings : [];
    if (outcome.kind === 'refused') return this.#refuse(outcome.problems);
    if (options['strict'] === true && warnings.length > 0) {
      await this.#printProblems(this.#catalogue.problemsTitle.strict(warnings.length), warnings);
      return EXIT.refused;
    }
    await this.#deliver(outcome, outputs, settingsPaths);
    if (warnings.length > 0 && options['quiet'] !== true) {
      await this.#printProblems(this.#catalogue.problemsTitle.warnings(warnings.length), warnings);
    }
    return EXIT.fine;
  }

  async #deliver(
    outcome: Extract<Outcome, { kind: 'report' }>,
    outputs: ReturnType<typeof chooseOutputs>,
    settingsPaths: readonly string[],
  ): Promise<void> {
    const { stdout } = this.#world;
    const catalogue = this.#catalogue;
    const files: { path: string; content: string }[] = [];
    for (const { path, format } of outputs) {
      const isScreen = path === null;
      const paint = isScreen ? await this.#paint(stdout) : NO_PAINT;
      const width = isScreen ? stdout.columns : 80;
      const content = await render(outcome.report, format, { catalogue, width, paint });
      if (isScreen) await stdout.write(content);
      else files.push({ path, content });
    }
    if (files.length === 0) return;
    await this.#world.writeFiles(files, [...outcome.inputPaths, ...settingsPaths]);
    if (this.#options['quiet'] === true) return;
    const names = files.map(({ path }) => forTerminal(path));
    await this.#world.stderr.write(`${catalogue.wrote(names, wordsOf(catalogue))}\n`);
  }

  async #refuse(problems: readonly Problem[]): Promise<number> {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const files = new Set(errors.flatMap(({ file }) => file ?? []));
    await this.#printProblems(this.#catalogue.problemsTitle.refused(errors.length, files.size), problems);
    return EXIT.refused;
  }

  async #printProblems(title: string, problems: readonly Problem[]): Promise<void> {
    const { stderr } = this.#world;
    const page = { width: stderr.columns, paint: await this.#paint(stderr) };
    await stderr.write(`${page.paint.bold(title)}\n${problemLines(problems, this.#catalogue, page)}\n`);
  }

  async #paint(outlet: Outlet): Promise<Paint> {
    return choosesColour(this.#options['color'], this.#world.env, outlet) ? colourPaint() : NO_PAINT;
  }
}

/** A failure in words; anything else is a bug, which says so, with its trace only on request. */
async function reportFailure(
  error: unknown,
  { isDebug, colour }: { readonly isDebug: boolean; readonly colour: unknown },
  catalogue: Catalogue,
  world: World,
): Promise<number> {
  const failure: Failure =
    error instanceof Failure ? error : new Failure('internal', { message: String(error) }, { cause: error });
  const write = catalogue.failures[failure.code] as (facts: unknown, words: Words) => ProblemText;
  const text = write(failure.facts, wordsOf(catalogue));
  const paint = choosesColourQuietly(colour, world) ? await colourPaint() : NO_PAINT;
  const page = { width: world.stderr.columns, paint };
  await world.stderr.write(`${textLines(catalogue.severity.error, paint.red, '', text, page)}\n`);
  if (isDebug) await world.stderr.write(`${stackOf(failure.cause ?? failure)}\n`);
  return EXIT.couldNotRun;
}

/** The choice of colour may itself be what failed. */
function choosesColourQuietly(flag: unknown, world: World): boolean {
  try {
    return choosesColour(flag, world.env, world.stderr);
  } catch {
    return false;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
