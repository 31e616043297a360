import { surroundings } from '../commands/context.ts';
import type { Judgement, Written } from '../commands/outcome.ts';
import { anchorOf, placedProblems } from '../commands/placed.ts';
import type { Problem } from '../domain/problem.ts';
import type { Report } from '../domain/report.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import type { Outlet, OutputFile, World } from '../domain/world.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { inertJson } from '../render/inert-json.ts';
import { colourPaint, NO_PAINT, type Paint } from '../render/paint.ts';
import { type ProblemForm, renderProblems } from '../render/problems.ts';
import { render } from '../render/render.ts';
import { forTerminal } from '../render/terminal-text.ts';
import { wordsOf } from '../render/words.ts';
import { chooseLanguage, chooseOutputs, chooseProblemForm, choosesColour, type Output } from './choices.ts';
import { COMMANDS } from './commands.ts';
import { EXIT } from './exit.ts';
import type { Invocation } from './program.ts';
import { schemaList } from './schema-list.ts';
import { shellWord } from './shell-word.ts';
import { writeFolder } from './write-folder.ts';

type CommandInvocation = Extract<Invocation, { kind: 'command' }>;

/** How the language of a run becomes its texts. */
type CatalogueOf = (language: Catalogue['language']) => Promise<Catalogue>;

/** One command from its options to its exit code. What goes wrong on the way is thrown. */
export class CommandRun {
  readonly #command: CommandInvocation['command'];
  readonly #options: CommandInvocation['options'];
  readonly #world: World;
  #form: ProblemForm = 'text';
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
      {
        data: options['data'] as string | undefined,
        tables,
        isFolderNeeded: COMMANDS[this.#command].general.includes('data'),
      },
      this.#world,
    );
    const language = chooseLanguage(options['lang'], env, settings.language);
    this.catalogue = await catalogueOf(language);
    // A wrong choice is complained of even where nothing is painted, or no problem found.
    choosesColour(options['color'], env, this.#world.stderr);
    this.#form = chooseProblemForm(options['problems']);
    const hasFormat = COMMANDS[this.#command].general.includes('format');
    const outputs = hasFormat
      ? chooseOutputs(options['out'] as string[] | undefined, options['format'], env, settings.csv)
      : [];
    const outcome = await COMMANDS[this.#command].run(options, {
      ...context,
      language,
      isForPeople: outputs.some(({ format }) => format === 'table'),
    });
    if (outcome.kind === 'written') return this.#write(outcome);
    if (outcome.kind === 'printed') return this.#print(outcome.text, settingsPaths);
    if (outcome.kind === 'listed') return this.#print(schemaList(outcome.names, this.catalogue), settingsPaths);
    if (outcome.kind === 'described') {
      const kept = [...outcome.inputs.map(({ location }) => location), ...settingsPaths];
      return this.#print(inertJson(outcome.document), kept);
    }
    return this.#judge(outcome, outputs, settingsPaths);
  }

  async #write(outcome: Written): Promise<number> {
    const said = await writeFolder(outcome, this.#world, this.catalogue);
    if (this.#options['quiet'] !== true) await this.#world.stdout.write(said);
    return EXIT.fine;
  }

  /** A text to the screen or to files, of which none may be one that was read. */
  async #print(text: string, kept: readonly string[]): Promise<number> {
    const out = this.#options['out'] as readonly string[] | undefined;
    if (out === undefined) await this.#world.stdout.write(text);
    else {
      const files = out.map((path) => ({ path, content: text }));
      await this.#world.writeFiles(files, kept);
      await this.#sayWritten(files);
    }
    return EXIT.fine;
  }

  /** Shows the report, the problems, or both, and says how it ended. */
  async #judge(outcome: Judgement, outputs: readonly Output[], settingsPaths: readonly string[]): Promise<number> {
    const { report, problems, failures } = outcome;
    const isStrict = this.#options['strict'] === true;
    const isRefused = problems.some(({ severity }) => severity === 'error') || (isStrict && problems.length > 0);
    const isDocument = this.#form !== 'text';
    const [first] = outputs;
    if (report?.kind === 'check' && isDocument && first?.path === null && !first.isChosen) {
      // Of check the problems are the result.
      await this.#printProblems(this.#world.stdout, problems, outcome);
      return isRefused ? EXIT.refused : EXIT.fine;
    }
    if (report !== null && (report.kind === 'check' || !isRefused)) {
      await this.#deliver(report, outcome, outputs, settingsPaths);
    }
    const isShown = report?.kind === 'check' && first?.path === null;
    const breached = isRefused ? [] : failures;
    if (isDocument) await this.#printProblems(this.#world.stderr, [...problems, ...breached], outcome);
    else if (isShown) await this.#sayStrict(problems);
    else {
      // Quiet is without warnings, unless they are what refuses.
      const isQuiet = this.#options['quiet'] === true && !isStrict;
      const shown = isQuiet ? problems.filter(({ severity }) => severity === 'error') : problems;
      if (shown.length > 0) await this.#printProblems(this.#world.stderr, shown, outcome);
      if (breached.length > 0) await this.#printFailures(breached);
    }
    if (isRefused) return EXIT.refused;
    return breached.length > 0 ? EXIT.breached : EXIT.fine;
  }

  /** What ran, and was not as it should be: said however quiet the run is. */
  async #printFailures(failures: readonly Problem[]): Promise<void> {
    const { stderr } = this.#world;
    const placed = failures.map((problem) => ({ problem, path: null, excerpt: null }));
    const page = { catalogue: this.catalogue, width: stderr.columns, paint: await this.#paint(stderr) };
    const title = this.catalogue.problemsTitle.breached();
    await stderr.write(await renderProblems(placed, 'text', { ...page, title }));
  }

  /** The report to the screen or to files. What was written is told, unless a document of problems follows. */
  async #deliver(
    report: Report,
    { problems, inputs, found }: Judgement,
    outputs: readonly Output[],
    settingsPaths: readonly string[],
  ): Promise<void> {
    const { stdout, cwd } = this.#world;
    const { catalogue } = this;
    const { data } = this.#options;
    const isCheck = report.kind === 'check';
    const placed = isCheck ? await placedProblems(problems, inputs, cwd) : [];
    const dataFlag = isCheck && typeof data === 'string' ? `--data ${shellWord(data)} ` : '';
    const files: OutputFile[] = [];
    for (const { path, format } of outputs) {
      const isScreen = path === null;
      const paint = isScreen ? await this.#paint(stdout) : NO_PAINT;
      const width = isScreen ? stdout.columns : 80;
      const content = await render(report, format, { catalogue, width, paint, problems: placed, dataFlag });
      if (isScreen) await stdout.write(content);
      else files.push({ path, content });
    }
    if (files.length === 0) return;
    await this.#world.writeFiles(files, [...inputs.map(({ location }) => location), ...found, ...settingsPaths]);
    await this.#sayWritten(files);
  }

  async #sayWritten(files: readonly OutputFile[]): Promise<void> {
    if (this.#options['quiet'] === true || this.#form !== 'text') return;
    const names = files.map(({ path }) => forTerminal(path));
    await this.#world.stderr.write(`${this.catalogue.wrote(names, wordsOf(this.catalogue))}\n`);
  }

  async #printProblems(outlet: Outlet, problems: readonly Problem[], { report, inputs }: Judgement): Promise<void> {
    const { cwd } = this.#world;
    const placed = await placedProblems(problems, inputs, cwd);
    const paint = await this.#paint(outlet);
    const titles = this.#titles(problems, report);
    const anchor = anchorOf(inputs, cwd);
    const page = { catalogue: this.catalogue, width: outlet.columns, paint, anchor, ...titles };
    await outlet.write(await renderProblems(placed, this.#form, page));
  }

  /** A check that was shown on the screen refuses for warnings only because it was asked to. */
  async #sayStrict(problems: readonly Problem[]): Promise<void> {
    const isOfWarnings = problems.length > 0 && problems.every(({ severity }) => severity === 'warning');
    if (this.#options['strict'] !== true || !isOfWarnings) return;
    await this.#world.stderr.write(`${this.catalogue.check.strict(problems.length)}\n`);
  }

  /** The sentences above and below the problems. */
  #titles(problems: readonly Problem[], report: Report | null): { title: string; closing: string } {
    const { problemsTitle, check } = this.catalogue;
    const errors = problems.filter(({ severity }) => severity === 'error');
    const files = new Set(errors.flatMap(({ file }) => file ?? [])).size;
    if (errors.length > 0) {
      const title = problemsTitle.refused(errors.length, files);
      return { title, closing: title };
    }
    if (this.#options['strict'] === true) {
      const strict = report?.kind === 'check' ? check.strict : problemsTitle.strict;
      return { title: strict(problems.length), closing: strict(problems.length) };
    }
    return { title: problemsTitle.warnings(problems.length), closing: problemsTitle.warningsInAll(problems.length) };
  }

  async #paint(outlet: Outlet): Promise<Paint> {
    return choosesColour(this.#options['color'], this.#world.env, outlet) ? colourPaint() : NO_PAINT;
  }
}
