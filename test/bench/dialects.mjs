// The ways in which the generated tables are written.

const SWEDISH = {
  month: 'månad',
  programme: 'program',
  decisions: 'beslut',
  new_decisions: 'nya_beslut',
  code: 'kod',
  name: 'namn',
  published: 'publicerad',
  decisions_per_month: 'deltagare_per_månad',
  expenditure_mkr: 'utgift_mkr',
  cost_per_decision: 'kostnad_per_beslut',
  source: 'källa',
  valid_from: 'giltig_från',
  valid_to: 'giltig_till',
  measure: 'mått',
  step: 'arbetsmoment',
  value: 'värde',
  collaboration_share: 'samverkansandel',
  base_hours: 'grundtimmar',
  collaboration_hours: 'samverkanstimmar',
};

const bare = (cell) => cell;
const marked = (cell) => `"${cell}"`;

/**
 * `quoted` has every cell in quotation marks, as statistical databases write them. `sv` is what a Swedish Excel saves. latin1 is Windows-1252 for every character used here: å ä ö lie outside
 * 0x80–0x9F, where the two differ.
 */
export const DIALECTS = {
  standard: { encoding: 'utf8', delimiter: ',', lineEnd: '\n', decimal: '.', cell: bare, word: (english) => english },
  quoted: {
    encoding: 'utf8',
    delimiter: ',',
    lineEnd: '\n',
    decimal: '.',
    cell: marked,
    word: (english) => english,
  },
  sv: {
    encoding: 'latin1',
    delimiter: ';',
    lineEnd: '\r\n',
    decimal: ',',
    cell: bare,
    word: (english) => SWEDISH[english] ?? english,
  },
};
