import { type TerminalText, vouched } from '../domain/sink-text.ts';

/** Colour as an argument: a stream without it gets the plain one. Applied after data has been made inert. */
export interface Paint {
  bold: Painting;
  dim: Painting;
  red: Painting;
  yellow: Painting;
}

type Painting = (text: TerminalText) => TerminalText;

const asIs: Painting = (text) => text;

export const NO_PAINT: Paint = { bold: asIs, dim: asIs, red: asIs, yellow: asIs };

/** Colour for a terminal. */
export async function colourPaint(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const painting =
    (paint: (text: string) => string): Painting =>
    (text) =>
      vouched(paint(text));
  return {
    bold: painting(chalk.bold),
    dim: painting(chalk.dim),
    red: painting(chalk.red),
    yellow: painting(chalk.yellow),
  };
}
