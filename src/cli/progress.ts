import type { Language } from '../domain/language.ts';
import type { Outlet, World } from '../domain/world.ts';
import type { BatchTexts } from '../messages/batch-texts.ts';
import { catalogueOf } from '../messages/catalogue-of.ts';
import { forTerminal, terminal } from '../render/terminal-text.ts';

/** Work shorter than this needs no word on how far it is. */
const PATIENCE = 1000;
/** A line that moves faster cannot be read. */
const PACE = 100;

/** How far a long work is, on one line of a terminal that is gone when it ends; elsewhere nothing. */
export class Progress {
  readonly #all: number;
  readonly #isShown: boolean;
  readonly #world: World;
  readonly #texts: BatchTexts;
  readonly #began: number;
  #said: number | null = null;
  #done = 0;

  private constructor(all: number, isQuiet: boolean, world: World, texts: BatchTexts) {
    this.#all = all;
    this.#isShown = world.stderr.isTerminal && !isQuiet;
    this.#world = world;
    this.#texts = texts;
    this.#began = world.milliseconds();
  }

  static async of(all: number, isQuiet: boolean, world: World, language: Language): Promise<Progress> {
    return new Progress(all, isQuiet, world, (await catalogueOf(language)).batch);
  }

  get #outlet(): Outlet {
    return this.#world.stderr;
  }

  /** One more is done. */
  async done(): Promise<void> {
    this.#done += 1;
    const now = this.#world.milliseconds();
    const isSoon = now - this.#began < PATIENCE || (this.#said !== null && now - this.#said < PACE);
    if (isSoon || !this.#isShown) return;
    this.#said = now;
    const text = forTerminal(this.#texts.progress(this.#done, this.#all));
    await this.#outlet.write(terminal`\r${text}\u001b[K`);
  }

  async end(): Promise<void> {
    if (this.#said !== null) await this.#outlet.write(terminal`\r\u001b[K`);
  }
}
