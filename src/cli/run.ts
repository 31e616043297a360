import { languageOfSettings } from '../commands/context.ts';
import { Failure } from '../domain/failure.ts';
import type { World } from '../domain/world.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { catalogueOf } from '../messages/catalogue-of.ts';
import { colourPaint, NO_PAINT } from '../render/paint.ts';
import { PROBLEM_FORMS, renderFailure } from '../render/problems.ts';
import { linesForTerminal } from '../render/terminal-text.ts';
import { chooseLanguage, choosesColour } from './choices.ts';
import { CommandRun } from './command-run.ts';
import { EXIT } from './exit.ts';
import { parseArguments } from './program.ts';

/** One run: parse → command → render → write → exit code. Every fault comes out as a message. */
export async function run(argv: readonly string[], world: World, version: string): Promise<number> {
  const early = await earlyCatalogue(argv, world);
  try {
    if (argv[0] === '__complete') {
      const { completed } = await import('./complete.ts');
      await world.stdout.write(await completed(argv.slice(1), world, early));
      return EXIT.fine;
    }
    const invocation = parseArguments(argv, early, version);
    if (invocation.kind === 'text') {
      await world.stdout.write(linesForTerminal(invocation.text));
      return EXIT.fine;
    }
    const run = new CommandRun(invocation, world, early);
    const { debug, color, problems, out, format } = invocation.options;
    // Of check the problems are the result.
    const isResult = invocation.command === 'check' && (out ?? format ?? world.env['RESURS_FORMAT']) === undefined;
    const flags = { isDebug: debug === true, colour: color, form: problems, isResult };
    return await run.run().catch((error: unknown) => reportFailure(error, flags, run.catalogue, world));
  } catch (error) {
    const [colour, form] = [valueIn(['--color'], argv), valueIn(['--problems'], argv)];
    const flags = { isDebug: argv.includes('--debug'), colour, form, isResult: false };
    return await reportFailure(error, flags, early, world);
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

interface FailureFlags {
  readonly isDebug: boolean;
  readonly colour: unknown;
  readonly form: unknown;
  /** Whether problems would be the result. */
  readonly isResult: boolean;
}

/** A failure in words; anything else is a bug, which says so, with its trace only on request. */
async function reportFailure(
  error: unknown,
  { isDebug, colour, form, isResult }: FailureFlags,
  catalogue: Catalogue,
  world: World,
): Promise<number> {
  const failure: Failure =
    error instanceof Failure ? error : new Failure('internal', { message: String(error) }, { cause: error });
  const paint = choosesColourQuietly(colour, world) ? await colourPaint() : NO_PAINT;
  const page = { catalogue, width: world.stderr.columns, paint };
  // The choice of the form may itself be what failed.
  const known = PROBLEM_FORMS.find((each) => each === form) ?? 'text';
  const outlet = isResult && known !== 'text' ? world.stdout : world.stderr;
  await outlet.write(await renderFailure(failure.record, known, page));
  if (isDebug) await world.stderr.write(linesForTerminal(`${stackOf(failure.cause ?? failure)}\n`));
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
