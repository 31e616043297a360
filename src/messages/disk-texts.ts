import type { FailureFacts } from '../domain/failure.ts';
import type { SystemReason } from '../domain/system-error.ts';
import type { ProblemText } from './problem-text.ts';
import type { Words } from './words.ts';

/** Why the system refuses, as the end of «could not be written: …», and how to mend it. */
export type SystemTexts = { readonly [Reason in SystemReason]: { readonly why: string; readonly mend: string } };

type DiskFailure =
  | 'file-unreadable'
  | 'file-changed'
  | 'file-too-large'
  | 'folder-not-made'
  | 'output-link-broken'
  | 'stream-failed'
  | 'summary-unfit'
  | 'write-failed';

/** The failures of disks and streams. */
export type DiskFailureTexts = {
  readonly [Code in DiskFailure]: (facts: FailureFacts[Code], words: Words) => ProblemText;
};
