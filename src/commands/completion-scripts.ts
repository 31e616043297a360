import type { Shell } from '../domain/shell.ts';
import { BASH_SCRIPT } from './bash-script.ts';
import { FISH_SCRIPT } from './fish-script.ts';
import { ZSH_SCRIPT } from './zsh-script.ts';

/**
 * What each shell runs when a line is to be completed. It hands the words to `resurs __complete`, first those behind the
 * cursor, last the one at it as far as the cursor, and gets a candidate for that word on each line: the whole word, a tab,
 * and what it means. A line `:files` or `:folders` leaves the rest to the shell; after the tab stands what is before the
 * path in the word, such as `--out=`.
 */
export const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH_SCRIPT, zsh: ZSH_SCRIPT, fish: FISH_SCRIPT };
