import type { FailureRecord } from '../domain/failure.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { PlacedProblem } from '../domain/placed-problem.ts';
import type { Problem } from '../domain/problem.ts';
import type { SinkText } from '../domain/sink-text.ts';
import { en } from '../messages/en.ts';
import { failureText, proseOf } from './findings.ts';
import { inertJsonOfMany } from './inert-json.ts';
import { maskedPart } from './personal-numbers.ts';
import { problemRemark } from './problem-remark.ts';

/** A longer cell is not repeated, since its place says enough: a document of very many has to fit into a string. */
const LONGEST_SNIPPET = 1000;

/**
 * Problems as SARIF 2.1.0, which code scanning and editors read: all of them, in English. What is of no file stands at
 * the anchor, since GitHub refuses a whole document for one result without a file.
 */
export function problemSarif(problems: readonly PlacedProblem[], anchor: string | null): SinkText<'json'> {
  const ofEachCode = new Map(problems.map(({ problem }) => [problem.code, problem]));
  const samples = [...ofEachCode.values()].sort((left, right) => byCodeUnit(left.code, right.code));
  const ruleIndexes = new Map(samples.map(({ code }, at) => [code, at]));
  return inertJsonOfMany(documentOf(samples.map(ruleOf)), problems, (placed) => ({
    ruleId: placed.problem.code,
    ruleIndex: ruleIndexes.get(placed.problem.code),
    level: placed.problem.severity,
    message: { text: plainMessage(problemRemark(placed, en)) },
    ...locationsOf(placed, anchor),
  }));
}

/** What kept a command from running, as a result that stands nowhere. */
export function failureSarif(failure: FailureRecord): SinkText<'json'> {
  const { message, hint } = failureText(failure, en);
  const text = plainMessage(`${message}. ${hint}`);
  const result = { ruleId: failure.code, ruleIndex: 0, level: 'error', message: { text } };
  return inertJsonOfMany(documentOf([namedRule(failure.code)]), [result], (each) => each);
}

function documentOf(rules: readonly object[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'resurs', rules } }, columnKind: 'utf16CodeUnits', results: [] }],
  };
}

/** What is said of no facts is said of every problem of the code; of others the code in words: «Row width.» */
function ruleOf(problem: Problem): object {
  const { code, facts } = problem;
  if (Object.keys(facts).length > 0) return namedRule(code);
  const { message, hint } = proseOf(problem, en);
  return { id: code, shortDescription: { text: sentence(message) }, help: { text: hint } };
}

function namedRule(code: string): object {
  return { id: code, shortDescription: { text: sentence(code.replaceAll('-', ' ')) } };
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

/** Braces stand for arguments unless they are doubled, and `[text](target)` would be a link that data has made. */
function plainMessage(text: string): string {
  return text.replaceAll(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

function locationsOf({ problem: { line }, path, excerpt }: PlacedProblem, anchor: string | null): object {
  const shownAt = path ?? anchor;
  if (shownAt === null) return {};
  const region = path === null || line === null ? {} : { region: { startLine: line, ...columnsOf(excerpt) } };
  return { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(shownAt) }, ...region } }] };
}

/** Columns count from 1, and the end is the one after the last. */
function columnsOf(excerpt: PlacedProblem['excerpt']): object {
  if (excerpt === null) return {};
  const { text, start, length } = excerpt;
  const columns = { startColumn: start + 1, endColumn: start + length + 1 };
  return length > LONGEST_SNIPPET
    ? columns
    : { ...columns, snippet: { text: maskedPart(text, start, start + length) } };
}

/** A path as a relative URI; half of a character, which no URI can have, is replaced. */
function uriOf(path: string): string {
  return path
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
