import { Failure } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import { SHELLS } from '../domain/shell.ts';
import { vouched } from '../domain/sink-text.ts';
import { SCRIPTS } from './completion-scripts.ts';
import type { Outcome } from './outcome.ts';
import type { RawOptions } from './request.ts';

/** `resurs completion`: the script by which a shell completes a line. */
export async function runCompletion(raw: RawOptions): Promise<Outcome> {
  const value = String(raw['shell']);
  if (value === '') throw new Failure('option-lacks-value', { option: 'SHELL' });
  const shell = SHELLS.find((name) => name === value);
  if (shell === undefined) {
    const near = nearest(value, SHELLS);
    throw new Failure('option-value', { option: 'SHELL', value, expected: 'shell', choices: SHELLS, near });
  }
  // A script is the program's own words, whole.
  return { kind: 'printed', text: vouched<'file'>(SCRIPTS[shell]) };
}
