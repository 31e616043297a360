import type { CodeMeaning, DecisionStatistics } from '../../domain/tables.ts';

const FIRST_CAPACITY = 1024;

/** The columns of the statistics while they grow: typed arrays that double when they are full. */
export class StatisticsColumns {
  length = 0;
  month = new Int32Array(FIRST_CAPACITY);
  programmeCode = new Int32Array(FIRST_CAPACITY);
  regionCode = new Int32Array(FIRST_CAPACITY);
  published = new Int32Array(FIRST_CAPACITY);
  file = new Int32Array(FIRST_CAPACITY);
  line = new Int32Array(FIRST_CAPACITY);
  decisions = new Float64Array(FIRST_CAPACITY);
  newDecisions = new Float64Array(FIRST_CAPACITY);
  expenditureSek = new Float64Array(FIRST_CAPACITY);
  collaborationCases = new Float64Array(FIRST_CAPACITY);
  baseHours = new Float64Array(FIRST_CAPACITY);
  collaborationHours = new Float64Array(FIRST_CAPACITY);
  readonly paths: string[] = [];
  readonly programmes = new CodeIndex();
  readonly regions = new CodeIndex();

  /** Makes room for one row more, and says its number. */
  add(): number {
    if (this.length === this.month.length) this.#resize(2 * this.length, this.length);
    this.length += 1;
    return this.length - 1;
  }

  /** Whether two rows say the same of everything that may be counted. */
  isSame(row: number, other: number): boolean {
    const { decisions, newDecisions, expenditureSek, collaborationCases, baseHours, collaborationHours } = this;
    const figures = [decisions, newDecisions, expenditureSek, collaborationCases, baseHours, collaborationHours];
    return figures.every((column) => Object.is(column[row], column[other]));
  }

  /** Where a row stands: the file as the user would name it, and the line. */
  lineOf(row: number): { file: string; line: number } {
    return { file: this.paths[this.file[row] as number] as string, line: this.line[row] as number };
  }

  /** All rows, without the room that no row took. */
  close(): DecisionStatistics {
    this.#resize(this.length, this.length);
    return {
      length: this.length,
      month: this.month,
      programmeCode: this.programmeCode,
      regionCode: this.regionCode,
      published: this.published,
      decisions: this.decisions,
      newDecisions: this.newDecisions,
      expenditureSek: this.expenditureSek,
      collaborationCases: this.collaborationCases,
      baseHours: this.baseHours,
      collaborationHours: this.collaborationHours,
      file: this.file,
      line: this.line,
      paths: this.paths,
      programmeCodes: this.programmes.codes,
      regionCodes: this.regions.codes,
    };
  }

  #resize(capacity: number, length: number): void {
    const ints = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(capacity);
      to.set(from.subarray(0, length));
      return to;
    };
    const doubles = (from: Float64Array): Float64Array<ArrayBuffer> => {
      const to = new Float64Array(capacity);
      to.set(from.subarray(0, length));
      return to;
    };
    this.month = ints(this.month);
    this.programmeCode = ints(this.programmeCode);
    this.regionCode = ints(this.regionCode);
    this.published = ints(this.published);
    this.file = ints(this.file);
    this.line = ints(this.line);
    this.decisions = doubles(this.decisions);
    this.newDecisions = doubles(this.newDecisions);
    this.expenditureSek = doubles(this.expenditureSek);
    this.collaborationCases = doubles(this.collaborationCases);
    this.baseHours = doubles(this.baseHours);
    this.collaborationHours = doubles(this.collaborationHours);
  }
}

/** Codes as small integers, in the order in which they were seen. */
class CodeIndex {
  readonly codes: CodeMeaning<string>[] = [];
  readonly #ids = new Map<CodeMeaning<string>, number>();

  idOf(code: CodeMeaning<string>): number {
    // Of a code there is one meaning, the same object in every row.
    const known = this.#ids.get(code);
    if (known !== undefined) return known;
    const id = this.codes.length;
    this.#ids.set(code, id);
    this.codes.push(code);
    return id;
  }
}
