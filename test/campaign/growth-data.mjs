// Data folders of any size, in memory: what grows in each is one thing.

const PROGRAMMES = ['JOB', 'ETP'];
const STEPS = [
  ['collaboration_share', '', '0.35'],
  ['base_hours', 'bedöma', '2.5'],
  ['collaboration_hours', 'samråd', '0.8'],
];

const HEADERS = {
  statistics: 'month;programme;region;decisions;new_decisions',
  schablons: 'programme;region;valid_from;valid_to;measure;step;value;source',
  forecasts: 'published;programme;region;period;decisions_per_month;source',
  regions: 'code;region;name',
};

const schablons = PROGRAMMES.flatMap((programme) =>
  STEPS.map(([measure, step, value]) => `${programme};;2022-01;;${measure};${step};${value};invented`),
);
const forecasts = PROGRAMMES.map((programme) => `2022-10-24;${programme};;2023-01;3700;invented`);

/** Sound tables but for the rows that are given instead; a whole text stands for itself. */
export function folder(rows) {
  const all = { schablons, forecasts, statistics: statistics({ months: 3, regions: 4 }), ...rows };
  return Object.fromEntries(
    Object.entries(all).map(([table, given]) => {
      const text = typeof given === 'string' ? given : `${[HEADERS[table], ...given].join('\n')}\n`;
      return [`${table}.csv`, Buffer.from(text)];
    }),
  );
}

/** Months that end with January 2022, which the forecast of January 2023 starts from. */
export function monthsTo(count, last = 2022 * 12) {
  return Array.from({ length: count }, (_, at) => {
    const month = last - count + 1 + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** Rows of so many months and regions, of both programmes. */
export function statistics({ months, regions, nameOf = regionName, cell = String }) {
  return monthsTo(months).flatMap((month) =>
    PROGRAMMES.flatMap((programme) =>
      Array.from({ length: regions }, (_, at) =>
        [month, programme, nameOf(at), 1200 + at, 60 + (at % 60)].map(cell).join(';'),
      ),
    ),
  );
}

/** Names that are not near each other, as regions have. */
export function regionName(at) {
  return `${at
    .toString(36)
    .padStart(4, '0')
    .replaceAll(/./g, (letter) => SYLLABLES[Number.parseInt(letter, 36)])}`;
}

const SYLLABLES = [...'aeiouåäö'].flatMap((vowel) => [...'bdgkl'].map((consonant) => consonant + vowel));
