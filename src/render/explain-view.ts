import type { ExplainReport, Trace } from '../domain/report.ts';
import type { Catalogue, Words } from '../messages/catalogue.ts';
import { noteTexts } from './findings.ts';
import { formulaOf } from './formula.ts';
import { reasonText } from './reasons.ts';
import { decimalsForFourDigits } from './rounding.ts';
import type { TreeNode, View } from './view.ts';
import { wordsOf } from './words.ts';

/** More lines of one sum than this are counted, not shown; the machine formats have them all. */
const MOST_LINES = 6;

/** A cell's hours for people: the answer, then the tree of its arithmetic down to file and line. */
export function explainView(report: ExplainReport, catalogue: Catalogue): View {
  const words = wordsOf(catalogue);
  const { programme, region, month } = report.request;
  return {
    headline: catalogue.explain.headline({
      programme,
      region: words.region(region),
      month: words.month(month),
      total: report.trace.value,
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
    const isRepeated = this.#shown.has(trace);
    this.#shown.add(trace);
    const name = this.#nameOf(trace);
    const value = this.#amount(trace);
    if (isRepeated && trace.inputs.length > 0) {
      return { text: `${name} ${value} (${this.#catalogue.explain.sameAsAbove})`, detail: null, children: [] };
    }
    const formula = formulaOf(trace, (input) => `${this.#nameOf(input)} ${this.#number(input)}`);
    const isLongSum = trace.operation === 'sum' && trace.inputs.length > MOST_LINES;
    const shown = isLongSum ? trace.inputs.slice(0, MOST_LINES - 1) : trace.inputs;
    const children = shown.map((input) => this.node(input));
    if (isLongSum) {
      const text = this.#catalogue.explain.moreLines(trace.inputs.length - shown.length);
      children.push({ text, detail: null, children: [] });
    }
    const isPlainSum = formula?.startsWith('Σ') ?? false;
    return {
      text: formula === null || isPlainSum ? `${name} ${value}` : `${name} ${value} = ${formula}`,
      detail: this.#origin(trace),
      children,
    };
  }

  #nameOf(trace: Trace): string {
    return this.#catalogue.figures[trace.name] ?? trace.name;
  }

  #number({ value, unit }: Trace): string {
    return this.#words.number(value, unit === 'share' ? 6 : decimalsForFourDigits(value));
  }

  #amount(trace: Trace): string {
    return `${this.#number(trace)} ${this.#catalogue.units[trace.unit]}`.trimEnd();
  }

  #origin({ from }: Trace): string | null {
    if (from === null) return null;
    const why = reasonText(from.why, this.#catalogue, this.#words);
    return `${from.path} ${this.#catalogue.explain.line} ${from.line}: ${why}`;
  }
}
