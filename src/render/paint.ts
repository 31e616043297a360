/** Colour as an argument: a stream without it gets the plain one. Applied after data has been made inert. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

const asIs = (text: string): string => text;

export const NO_PAINT: Paint = { bold: asIs, dim: asIs, red: asIs, yellow: asIs };

/** Colour for a terminal. */
export async function colourPaint(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { bold: chalk.bold, dim: chalk.dim, red: chalk.red, yellow: chalk.yellow };
}
