import { surroundings } from '../commands/context.ts';
import type { Judgement } from '../commands/outcome.ts';
import { placedProblems } from '../commands/placed.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { Outlet, World } from '../domain/world.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { colourPaint, NO_PAINT, type Paint } from '../render/paint.ts';
import { renderProblems } from '../render/problems.ts';
import { render } from '../render/render.ts';
import { forTerminal } from '../render/terminal-text.ts';
import { wordsOf } from '../render/words.ts';
import { chooseLanguage, chooseOutputs, chooseProblemForm, choosesColour, type Output } from './choices.ts';
import { COMMANDS } from './commands.ts';
import { EXIT } from './exit.ts';
import type { Invocation } from './program.ts';

type CommandInvocation = Extract<Invocation, { kind: 'command' }>;

/** How the language of a run becomes its texts. */
type CatalogueOf = (language: Catalogue['language']) => Promise<Catalogue>;

/** One command from its options to its exit code. What goes wrong on the way is thrown. */
export class CommandRun {
  readonly #command: CommandInvocation['command'];
  readonly #options: CommandInvocation['options'];
  readonly #world: World;
  /** The language of what is said: the settings may change it on the way. */
  catalogue: Catalogue;

  constructor({ command, options }: CommandInvocation, world: World, catalogue: Catalogue) {
    this.#command = command;
    this.#options = options;
    this.#world = world;
    this.catalogue = catalogue;
  }

  async run(catalogueOf: CatalogueOf): Promise<number> {
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
    this.catalogue = await catalogueOf(language);
    const outputs = chooseOutputs(options['out'] as string[] | undefined, options['format'], env, settings.csv);
    // A wrong choice is complained of even where nothing is painted, or no problem found.
    choosesColour(options['color'], env, this.#world.stderr);
    chooseProblemForm(options['problems']);
    const outcome = await COMMANDS[this.#command].run(options, { ...context, language });
    return this.#judge(outcome, outputs, settingsPaths);
  }

  /** Shows the report, the problems, or both, and says how it ended. */
  async #judge(outcome: Judgement, outputs: readonly Output[], settingsPaths: readonly string[]): Promise<number> {
    const { report, problems } = outcome;
    const errors = problems.filter(({ severity }) => severity === 'error');
    const { problemsTitle } = this.catalogue;
    const isStrict = this.#options['strict'] === true && problems.length > 0;
    const isRefused = errors.length > 0 || isStrict;
    const isDocument = chooseProblemForm(this.#options['problems']) !== 'text';
    if (report !== null && !isRefused) await this.#deliver(outcome, outputs, settingsPaths);
    const isQuiet = !isRefused && this.#options['quiet'] === true;
    if (isDocument || (problems.length > 0 && !isQuiet)) {
      const files = new Set(errors.flatMap(({ file }) => file ?? [])).size;
      const warnings = isStrict ? problemsTitle.strict(problems.length) : problemsTitle.warnings(problems.length);
      const title = errors.length > 0 ? problemsTitle.refused(errors.length, files) : warnings;
      await this.#printProblems(this.#world.stderr, title, outcome);
    }
    return isRefused ? EXIT.refused : EXIT.fine;
  }

  async #deliver(
    { report, inputs }: Judgement,
    outputs: readonly Output[],
    settingsPaths: readonly string[],
  ): Promise<void> {
    if (report === null) return;
    const { stdout } = this.#world;
    const catalogue = this.catalogue;
    const files: { path: string; content: string }[] = [];
    for (const { path, format } of outputs) {
      const isScreen = path === null;
      const paint = isScreen ? await this.#paint(stdout) : NO_PAINT;
      const width = isScreen ? stdout.columns : 80;
      const content = await render(report, format, { catalogue, width, paint });
      if (isScreen) await stdout.write(content);
      else files.push({ path, content });
    }
    if (files.length === 0) return;
    await this.#world.writeFiles(files, [...inputs.map(({ location }) => location), ...settingsPaths]);
    if (this.#options['quiet'] === true) return;
    const names = files.map(({ path }) => forTerminal(path));
    await this.#world.stderr.write(`${catalogue.wrote(names, wordsOf(catalogue))}\n`);
  }

  async #printProblems(outlet: Outlet, title: string, { problems, inputs }: Judgement): Promise<void> {
    const placed = placedProblems(problems, inputs, this.#world.cwd);
    const form = chooseProblemForm(this.#options['problems']);
    const page = { catalogue: this.catalogue, width: outlet.columns, paint: await this.#paint(outlet), title };
    await outlet.write(await renderProblems(placed, form, page));
  }

  async #paint(outlet: Outlet): Promise<Paint> {
    return choosesColour(this.#options['color'], this.#world.env, outlet) ? colourPaint() : NO_PAINT;
  }
}
