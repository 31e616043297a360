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

  /** Lets go of the room that no row took. */
  close(): void {
    this.#resize(this.length, this.length);
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
