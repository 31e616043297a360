import type { EstimateRow, ExplainReport, Reason, Trace, TraceOrigin } from '../domain/report.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Words } from '../messages/words.ts';
import { noteTexts } from './findings.ts';
import { formulaOf } from './formula.ts';
import { lineSpans } from './line-spans.ts';
import { qualifiers } from './qualifiers.ts';
import { reasonText } from './reasons.ts';
import { decimalsForSixDigits } from './rounding.ts';
import type { TreeNode, View } from './view.ts';
import { wordsOf } from './words.ts';

/** A cell's hours for people: the answer, then the tree of its arithmetic down to file and line. */
export function explainView(report: ExplainReport, catalogue: Catalogue): View {
  const words = wordsOf(catalogue);
  const { programme, region, month } = report.request;
  const [row] = report.rows as readonly [EstimateRow];
  return {
    qualifiers: qualifiers(report.request, catalogue),
    headline: catalogue.explain.headline({
      programme,
      region: words.region(region),
      month: words.month(month),
      row,
      words,
    }),
    blocks: [{ kind: 'tree', root: new TraceTree(catalogue, words).node(report.trace) }],
    notesTitle: catalogue.estimate.notesTitle,
    notes: noteTexts(report.notes, catalogue),
    remarks: catalogue.estimate.remarks,
  };
}

class TraceTree {
  readonly #catalogue: Catalogue;
  readonly #words: Words;
  readonly #shown = new Set<Trace>();

  constructor(catalogue: Catalogue, words: Words) {
    this.#catalogue = catalogue;
    this.#words = words;
  }

  node(trace: Trace): TreeNode {
    const text = `${this.#nameOf(trace)} ${this.#amount(trace)}`;
    if (this.#shown.has(trace))
      return { text: `${text} (${this.#catalogue.explain.sameAsAbove})`, detail: null, children: [] };
    if (trace.inputs.length > 0) this.#shown.add(trace);
    const rows = summedRows(trace);
    if (rows !== null) return { text, detail: this.#rowsOrigin(rows), children: [] };
    // The names stand on the branches below.
    const formula = formulaOf(trace, (input) => this.#number(input));
    return {
      text: formula === null || trace.inputs.length === 1 ? text : `${text} = ${formula}`,
      detail: this.#origin(trace),
      children: trace.inputs.map((input) => this.node(input)),
    };
  }

  #nameOf(trace: Trace): string {
    // A work step has its own name, whatever it is.
    const isStep = trace.from?.table === 'schablons' && trace.unit === 'hours per case';
    return isStep ? trace.name : (this.#catalogue.figures[trace.name] ?? trace.name);
  }

  #number({ value }: Trace): string {
    return this.#words.number(value, decimalsForSixDigits(value));
  }

  #amount(trace: Trace): string {
    return `${this.#number(trace)} ${this.#catalogue.units[trace.unit]}`.trimEnd();
  }

  #origin({ from }: Trace): string | null {
    if (from === null) return null;
    const why = reasonText(from.why, this.#catalogue, this.#words);
    return `${from.path} ${this.#catalogue.explain.lines([from.line], String(from.line))}: ${why}`;
  }

  /** All rows of a sum on one line: where they stand, and from which months. */
  #rowsOrigin(rows: readonly SummedRow[]): string {
    const { explain } = this.#catalogue;
    const paths = [...new Set(rows.map(({ from }) => from.path))].map((path) => {
      const lines = rows.filter(({ from }) => from.path === path).map(({ from }) => from.line);
      return `${path} ${explain.lines(lines, lineSpans(lines))}`;
    });
    const months = [...new Set(rows.map(({ from }) => from.why.month))].sort();
    const period = months.length === 1 ? (months[0] ?? '') : `${months[0]} – ${months.at(-1)}`;
    return `${paths.join('; ')}: ${explain.rows(rows.length, period)}`;
  }
}

type SummedRow = Trace & { readonly from: TraceOrigin & { readonly why: Extract<Reason, { code: 'statistics' }> } };

/** The rows of a sum of statistics; null for any other figure. */
function summedRows({ operation, inputs }: Trace): readonly SummedRow[] | null {
  const areRows = operation === 'sum' && inputs.every(({ from }) => from?.why.code === 'statistics');
  return areRows && inputs.length > 0 ? (inputs as readonly SummedRow[]) : null;
}
