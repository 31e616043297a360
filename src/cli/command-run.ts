import type { Judgement, Written } from '../commands/outcome.ts';
import { anchorOf, placedProblems } from '../commands/placed.ts';
import { isReserved } from '../commands/reserved-names.ts';
import { Failure } from '../domain/failure.ts';
import type { Problem } from '../domain/problem.ts';
import type { Report } from '../domain/report.ts';
import type { SinkText } from '../domain/sink-text.ts';
import type { Outlet, OutputFile, World } from '../domain/world.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { catalogueOf } from '../messages/catalogue-of.ts';
import { inertJson } from '../render/inert-json.ts';
import { md } from '../render/markdown-text.ts';
import { colourPaint, NO_PAINT, type Paint } from '../render/paint.ts';
import { type ProblemForm, renderProblems } from '../render/problems.ts';
import { render, renderMarkdown } from '../render/render.ts';
import { forTerminal, linesForTerminal, terminal } from '../render/terminal-text.ts';
import { wordsOf } from '../render/words.ts';
import { chooseProblemForm, choosesColour, type Output } from './choices.ts';
import { COMMANDS } from './commands.ts';
import { EXIT } from './exit.ts';
import { prepared } from './prepared.ts';
import type { Invocation } from './program.ts';
import { schemaList } from './schema-list.ts';
import { shellWord } from './shell-word.ts';
import { verdictOf } from './verdict.ts';
import { writeFolder } from './write-folder.ts';

type CommandInvocation = Extract<Invocation, { kind: 'command' }>;

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

  async run(): Promise<number> {
    const options = this.#options;
    const entry = COMMANDS[this.#command];
    const { context, outputs, settingsPaths } = await prepared(entry, options, this.#world);
    this.catalogue = await catalogueOf(context.language);
    // A wrong choice is complained of even where nothing is painted, or no problem found.
    choosesColour(options['color'], this.#world.env, this.#world.stderr);
    this.#form = chooseProblemForm(options['problems']);
    for (const { path } of outputs) {
      // A result that is taken for a table stops the next run.
      if (path !== null && isReserved(path, context)) throw new Failure('output-is-input', { path });
    }
    const outcome = await entry.run(options, context);
    if (outcome.kind === 'written') return this.#write(outcome);
    if (outcome.kind === 'printed') return this.#print(outcome.text, settingsPaths);
    if (outcome.kind === 'listed')
      return this.#print(linesForTerminal(schemaList(outcome.names, this.catalogue)), settingsPaths);
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
  async #print(text: SinkText, kept: readonly string[]): Promise<number> {
    const out = this.#options['out'] as readonly string[] | undefined;
    if (out === undefined) await this.#world.stdout.write(text);
    else {
      const files = out.map((path) => ({ path, content: text }));
      await this.#sayWritten(files, await this.#world.writeFiles(files, kept));
    }
    return EXIT.fine;
  }

  /** Shows the report, the problems, or both, and says how it ended. */
  async #judge(outcome: Judgement, outputs: readonly Output[], settingsPaths: readonly string[]): Promise<number> {
    const { report, problems } = outcome;
    const isStrict = this.#options['strict'] === true;
    const { isRefused, breached, exit } = verdictOf(outcome, isStrict);
    const isDocument = this.#form !== 'text';
    const [first] = outputs;
    if (report?.kind === 'check' && isDocument && first?.path === null && !first.isChosen) {
      // Of check the problems are the result.
      await this.#printProblems(this.#world.stdout, problems, outcome);
      return exit;
    }
    let unwritten: unknown = null;
    if (report !== null && (report.kind === 'check' || !isRefused)) {
      await this.#deliver(report, outcome, outputs, settingsPaths).catch(async (error: unknown) => {
        if (report.kind !== 'batch' || first?.path === null) throw error;
        // The jobs have run: what came of them is told all the same.
        unwritten = error;
        await this.#deliver(report, outcome, [{ path: null, format: 'table', isChosen: false }], settingsPaths);
      });
    }
    const isShown = report?.kind === 'check' && first?.path === null;
    if (isDocument) await this.#printProblems(this.#world.stderr, [...problems, ...breached], outcome);
    else if (isShown) await this.#sayStrict(problems);
    else {
      // Quiet is without warnings, unless they are what refuses.
      const isQuiet = this.#options['quiet'] === true && !refusedByWarnings(outcome, isRefused);
      const shown = isQuiet ? problems.filter(({ severity }) => severity === 'error') : problems;
      if (shown.length > 0) await this.#printProblems(this.#world.stderr, shown, outcome);
      if (breached.length > 0) await this.#printFailures(breached, report);
    }
    if (report !== null) await this.#addStepSummary(report, outcome);
    if (unwritten !== null) throw unwritten;
    return exit;
  }

  /** What ran, and was not as it should be: said however quiet the run is. */
  async #printFailures(failures: readonly Problem[], report: Report | null): Promise<void> {
    const { stderr } = this.#world;
    const placed = failures.map((problem) => ({ problem, path: null, excerpt: null }));
    const page = { catalogue: this.catalogue, width: stderr.columns, paint: await this.#paint(stderr) };
    const { batch, problemsTitle } = this.catalogue;
    const title = report?.kind === 'batch' ? batch.failures : problemsTitle.breached();
    await stderr.write(await renderProblems(placed, 'text', { ...page, title }));
  }

  /** The report to the screen or to files. What was written is told, unless a document of problems follows. */
  async #deliver(
    report: Report,
    outcome: Judgement,
    outputs: readonly Output[],
    settingsPaths: readonly string[],
  ): Promise<void> {
    const { stdout } = this.#world;
    const placed = await this.#problemsOf(report, outcome);
    const files: OutputFile[] = [];
    for (const { path, format } of outputs) {
      const isScreen = path === null;
      const paint = isScreen ? await this.#paint(stdout) : NO_PAINT;
      const width = isScreen ? stdout.columns : 80;
      const content = await render(report, format, { ...placed, width, paint });
      if (isScreen) await stdout.write(content);
      else files.push({ path, content });
    }
    if (files.length === 0) return;
    const { inputs, found } = outcome;
    const kept = [...inputs.map(({ location }) => location), ...found, ...settingsPaths];
    await this.#sayWritten(files, await this.#world.writeFiles(files, kept));
  }

  /** What a report has besides itself: its problems, where they are a part of it, and how to read the same folder again. */
  async #problemsOf(report: Report, { problems, failures, inputs }: Judgement) {
    const { catalogue } = this;
    const { data } = this.#options;
    const isCheck = report.kind === 'check';
    const own = isCheck ? problems : report.kind === 'batch' ? [...problems, ...failures] : [];
    const dataFlag = isCheck && typeof data === 'string' ? `--data ${shellWord(data)} ` : '';
    return { catalogue, problems: await placedProblems(own, inputs, this.#world.cwd), dataFlag };
  }

  /** Where a workflow of GitHub shows what came of its steps, the summary of a batch is added. */
  async #addStepSummary(report: Report, outcome: Judgement): Promise<void> {
    const file = this.#world.env['GITHUB_STEP_SUMMARY'];
    if (report.kind !== 'batch' || report.request.dryRun || !file) return;
    const page = { ...(await this.#problemsOf(report, outcome)), width: 80, paint: NO_PAINT };
    // What stands before it may end without a line break.
    const text = md`\n\n${await renderMarkdown(report, page)}\n`;
    await this.#world.appendFile(file, text).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      const reason = error.code === 'write-failed' ? (error as Failure<'write-failed'>).facts.reason : error.code;
      const facts = { option: 'GITHUB_STEP_SUMMARY', path: file, why: 'unwritable', reason } as const;
      throw new Failure('summary-unfit', facts, { cause: error });
    });
  }

  async #sayWritten(files: readonly OutputFile[], links: ReadonlyMap<string, string>): Promise<void> {
    if (this.#options['quiet'] === true || this.#form !== 'text') return;
    const names = files.map(({ path }) => [path, links.get(path) ?? []].flat().join(' → '));
    await this.#world.stderr.write(terminal`${forTerminal(this.catalogue.wrote(names, wordsOf(this.catalogue)))}\n`);
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
    await this.#world.stderr.write(terminal`${forTerminal(this.catalogue.check.strict(problems.length))}\n`);
  }

  /** The sentences above and below the problems. */
  #titles(problems: readonly Problem[], report: Report | null): { title: string; closing: string } {
    const { problemsTitle, check, batch } = this.catalogue;
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (report?.kind === 'batch') {
      const isStrict = errors.length === 0 && report.rows.some(({ exitCode }) => exitCode === EXIT.refused);
      const title = isStrict ? batch.strict : batch.problems;
      return { title, closing: title };
    }
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

/** Whether warnings are what refuses, or what refuses a job. */
function refusedByWarnings({ report, problems }: Judgement, isRefused: boolean): boolean {
  if (report?.kind !== 'batch') return isRefused && problems.every(({ severity }) => severity === 'warning');
  return report.rows.some(({ exitCode, errors }) => exitCode === EXIT.refused && errors.length === 0);
}
