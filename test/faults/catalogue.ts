/** A way in which a file goes wrong, and what happens then. */
export interface Fault {
  readonly id: string;
  readonly fault: string;
  /** Read, or refused with these codes. */
  readonly outcome: string;
  /** Why there is no test: the fault cannot occur here. */
  readonly reason?: string;
}

export interface Section {
  readonly title: string;
  readonly faults: readonly Fault[];
}

const fault = (id: string, what: string, outcome: string, reason?: string): Fault =>
  reason === undefined ? { id, fault: what, outcome } : { id, fault: what, outcome, reason };

/** The faults of input files by their ids, which the titles of tests name. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Encoding',
    faults: [
      fault('E01', 'UTF-8 with a byte order mark', 'read'),
      fault('E02', 'two marks, or one in the midst: files joined', '`bom-inside`'),
      fault('E03', 'UTF-16LE with a mark (Excel’s Unicode text)', 'read'),
      fault('E04', 'UTF-16BE with a mark', 'read'),
      fault('E05', 'UTF-16 without a mark', '`encoding-utf16-unmarked`'),
      fault('E06', 'Windows-1252', 'read'),
      fault('E07', 'Windows-1252, bytes 0x80–0x9F', 'read as Unicode’s table says'),
      fault('E08', 'the five bytes that Windows-1252 does not define', '`encoding-unknown`'),
      fault('E09', 'UTF-8 once read as Windows-1252 (`Ã–rebro`) in headers and keys', '`text-garbled`'),
      fault('E10', 'a byte that is not UTF-8 in a file that is', '`encoding-mixed`'),
      fault('E11', 'a letter cut by a chunk of standard input', 'read'),
      fault('E12', 'NUL in the text', '`nul-inside`'),
      fault('E13', 'overlong forms and surrogates in UTF-8', '`encoding-mixed`'),
      fault('E14', 'a workbook, gzip, PDF or web page under the name of a CSV file', '`file-not-text`'),
      fault('E15', 'Mac Roman and DOS', '`encoding-foreign`, `encoding-unknown`'),
    ],
  },
  {
    title: 'Dialect and structure',
    faults: [
      fault('S01', '`;`, `,` or tab', 'read, the same result'),
      fault('S02', 'a line `sep=;`', 'read; line numbers stay physical'),
      fault('S03', '`sep=,` above a table with `;`', '`delimiter-conflict`'),
      fault('S04', 'another delimiter, or one column only', '`delimiter-unknown`, `header-missing`'),
      fault('S05', 'a header that has several delimiters in it', 'the one that gives the required columns'),
      fault('S06', 'CR, LF, CRLF and mixtures', 'read, the same table'),
      fault('S07', 'no line end at the end, blank lines and `;;;;` at the end', 'read'),
      fault('S08', 'a quotation mark that is never closed', '`quote-unclosed` where it opened'),
      fault('S09', 'a quotation mark that a later one closes', '`quote-runaway`, `cell-line-break`'),
      fault('S10', 'a quotation mark inside a cell', '`quote-misplaced`'),
      fault('S11', 'other quotation marks, a backslash before one', '`quote-foreign`, `quote-misplaced`'),
      fault('S12', 'a short or a long row; trailing delimiters', '`row-width`; blank extra cells are read'),
      fault('S13', 'the same column twice, under one name or two', '`header-duplicate`'),
      fault('S14', 'Swedish names, case, space, NFD; `(antal)`, a star', 'read; `header-misspelt`'),
      fault('S15', 'an unknown column; a name that nearly is known', 'read with a note; `header-misspelt`'),
      fault('S16', 'a required column is missing', '`header-missing`'),
      fault('S17', 'a column without a name', '`header-blank` if anything stands below'),
      fault('S18', 'nothing, a mark, line ends alone', '`file-empty`'),
      fault('S19', 'a header alone', '`no-rows`'),
      fault('S20', 'no header', '`header-absent`'),
      fault(
        'S21',
        'lines of title before the header',
        'up to twenty are skipped with a note; `header-missing`, `header-below-rows`',
      ),
      fault('S22', 'a second row of headings', '`header-second-row`'),
      fault('S23', 'a row of sums', '`row-total`'),
      fault('S24', 'a footnote', '`row-footnote`'),
      fault('S25', 'a blank line or a second table below', '`row-blank`, `second-table`'),
      fault('S26', 'the header once more', '`header-repeated`'),
      fault('S27', 'lines that begin with `#`', 'data, not comments'),
      fault('S28', '`…` from a hidden filter', '`cell-missing`'),
      fault('S29', 'standard input in chunks of any size', 'read, the same bytes out'),
    ],
  },
  {
    title: 'Numbers',
    faults: [
      fault('N01', 'thousands with space, NBSP, narrow NBSP; with an apostrophe', 'read; `number-thousands-sign`'),
      fault('N02', 'groups that are not of three', '`number-grouping`'),
      fault('N03', 'decimal comma', 'read'),
      fault('N04', 'decimal point; both signs in one file', 'read; `number-mixed-signs`'),
      fault(
        'N05',
        'a lone `1.234` or `1,234`',
        '`number-ambiguous` unless another cell settles it, which it never does in a count',
      ),
      fault('N06', '`1.234,56`', '`number-thousands-sign`'),
      fault('N07', '`35 %`', 'read in a share; `share-percent-unexpected` elsewhere'),
      fault('N08', 'a share of `35`', '`share-scale`'),
      fault('N09', 'shares beyond 0–1', '`share-scale`, `number-negative`'),
      fault('N10', 'shares that should sum to 1', '–', 'no table has shares that are parts of one whole'),
      fault('N11', 'negative numbers', '`number-negative`, `number-syntax`'),
      fault('N12', '`NaN`, `1e999`, `0x10`, `１２`, `½`, `5 st` and the like', '`number-syntax`'),
      fault('N13', 'blank, `-`, `..`, `x`, `saknas`', '`cell-missing` where required, else missing'),
      fault(
        'N14',
        'error values of spreadsheets',
        '`cell-spreadsheet-error` where required, else missing, with `optional-cell-error`',
      ),
      fault('N15', '`12,5` in a count', '`number-not-whole`'),
      fault('N16', 'forty digits', '`number-too-large`'),
      fault('N17', 'more decimals than a double holds', 'read as the nearest double'),
      fault('N18', '`1,5 h`, `1:30`, `90 min`', '`number-syntax`'),
      fault('N19', 'minutes among hours', '`hours-large`, a warning'),
      fault('N20', '`1,2E+05`', '`number-scientific`'),
      fault('N21', 'leading zeros', 'kept in codes'),
      fault('N22', 'CR, tab and hidden characters around a number', 'trimmed; `hidden-character`'),
    ],
  },
  {
    title: 'Time',
    faults: [
      fault('T01', 'the written forms of a month', 'read with integers'),
      fault('T02', '`jan-23`', '`date-ambiguous`'),
      fault('T03', 'a spreadsheet’s date number', '`date-serial`'),
      fault('T04', '`2023-13`, `2023-00`, `2023-1`', '`date-outside-calendar`, `month-syntax`'),
      fault('T05', '`01/02/2023`', '`date-ambiguous`'),
      fault('T06', 'a day that is not the first', '`month-not-first-day`'),
      fault('T07', '29 February', 'as the calendar has it'),
      fault('T08', 'months over the end of a year', 'integers'),
      fault('T09', 'gaps; years out of reach', '`check` lists them; `date-outside-calendar`'),
      fault('T10', 'time zones and summer time', 'the same bytes'),
      fault('T11', 'weeks, quarters and years for a month', '`month-is-period`'),
      fault('T12', 'a code that became a date', '`code-unknown`'),
    ],
  },
  {
    title: 'Keys and rules across rows',
    faults: [
      fault('B01', 'a row given twice', '`key-duplicate`'),
      fault('B02', 'two rows of one key that differ', '`key-conflict`'),
      fault('B03', 'one key in two files', '`key-duplicate`, `key-conflict`, naming both'),
      fault('B04', 'a blank programme or month', '`cell-missing`, never filled down'),
      fault('B05', 'an unknown code', '`code-unknown` with what is near'),
      fault('B06', 'no schablon for a programme with decisions', '`no-base-hours` and its like'),
      fault('B07', 'schablons for a programme without forecast', '`programme-left-out`, a warning'),
      fault('B08', 'more new decisions than decisions', '`more-new-than-all`'),
      fault('B09', 'a zero to divide by', '`no-new-share` and its like, never 0 or NaN'),
      fault('B10', 'letters that look like Latin ones', '`key-look-alike`'),
      fault('B11', 'NFD, hard and double spaces, soft hyphens', 'one key; `hidden-character`'),
      fault('B12', '`__proto__`, `constructor`, `10`', 'ordinary text'),
      fault('B13', 'a national row that the regions exceed', '`regions-exceed-nation`, a warning'),
      fault('B14', 'absurd totals', '`hours-absurd`'),
      fault('B15', 'other case', '`key-variant`'),
      fault('B16', 'delimiters and line breaks in quoted texts', 'read in free text; `cell-line-break` in codes'),
    ],
  },
];
