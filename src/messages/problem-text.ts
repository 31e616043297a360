/** What was expected, and how to mend it. */
export interface ProblemText {
  readonly message: string;
  readonly hint: string;
  /** Where it takes several steps to mend, one after the other. */
  readonly steps?: readonly string[];
}
